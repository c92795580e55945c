"""What stages see of a language model."""

from collections.abc import Sequence
from typing import Protocol

from twosource.domain.sentence import Token


class LanguageModel(Protocol):
    """Reads text into sentences of tokens."""

    @property
    def name(self) -> str:
        """Package and version, as it stands in a dossier's ``made_by``."""

    @property
    def digest(self) -> str:
        """SHA-256 that tells one model from another."""

    def parse(self, texts: Sequence[str]) -> list[list[tuple[Token, ...]]]:
        """The sentences of every text, each a tuple of tokens.

        Offsets of a token refer to its own text; ``head`` counts within its sentence; blanks are no tokens.
        The answer for a text does not depend on the others in the call.
        """

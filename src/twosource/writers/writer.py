"""The shape that all writers share."""

from collections.abc import Sequence
from typing import Any, Protocol

Document = dict[str, Any]
"""A dossier as the contract's plain values, made by ``document.document``."""


class Writer(Protocol):
    """Shows dossiers in one format."""

    @property
    def name(self) -> str:
        """One word, the same as its file's."""

    def write(self, documents: Sequence[Document]) -> str:
        """All dossiers of a run as one text, ending in a line break."""

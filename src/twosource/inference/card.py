"""What a model says of itself, and the check that the files beside the card are the ones it speaks of."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from twosource.errors import ModelError

_MEND = "Install twosource again, or make the model again as training/README.md says."


@dataclass(frozen=True)
class Card:
    """Name, digests, origin, measured quality and constants of one model."""

    name: str
    made: str  # the training run that made it
    files: Mapping[str, str]  # file name -> SHA-256
    labels: tuple[str, ...]
    base: Mapping[str, str]  # name, licence, SHA-256 of the weights that training began with
    data: Mapping[str, Any]  # what it was trained on, its licence, its digest
    quality: Mapping[str, Any]  # measured on what, by what, and how well
    weak: tuple[str, ...]  # what it is bad at
    # Constants of the reader of attributions; 0 for models that have none.
    size: int = 0  # pieces of a window, without the two that open and close it
    overlap: int = 0  # pieces that neighbouring windows share, about
    reach: int = 0  # words between a span and its cue, at most
    kinds: int = 0  # kinds of pieces that the encoder tells apart

    @property
    def digest(self) -> str:
        """One SHA-256 over all files, as it stands in a dossier's ``made_by``."""
        both = "".join(f"{name}:{self.files[name]}\n" for name in sorted(self.files))
        return hashlib.sha256(both.encode()).hexdigest()


def load(folder: Path) -> Card:
    """The card of a model folder.

    Raises:
        ModelError: the card is missing or cannot be read, or a file is missing or is not the one it tells of.
    """
    card = folder / "card.json"
    try:
        told: dict[str, Any] = json.loads(card.read_text(encoding="utf-8"))
        told |= {name: tuple(value) for name, value in told.items() if isinstance(value, list)}
        made = Card(**told)
    except FileNotFoundError:
        raise ModelError(f"No model in {folder}: card.json is missing. {_MEND}") from None
    except (OSError, ValueError, TypeError, KeyError, AttributeError) as fault:
        raise ModelError(f"{card} is no model card that this version reads ({fault}). {_MEND}") from fault
    for name, digest in sorted(made.files.items()):
        file = folder / name
        try:
            found = hashlib.sha256(file.read_bytes()).hexdigest()
        except OSError:
            raise ModelError(f"{file} is missing or cannot be read, and the model's card lists it. {_MEND}") from None
        if found != digest:
            raise ModelError(f"{file} is not the file that the model's card tells of (SHA-256 {found[:12]}…, not {digest[:12]}…). {_MEND}")
    return made

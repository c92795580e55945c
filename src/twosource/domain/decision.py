"""What a person decided about stories: which articles belong together, and which do not."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Decision:
    """Articles that are one story, or of which no two are.

    Attributes:
        kind: "together" or "apart".
        names: the articles as the person names them: by id, address, path or file name.
        because: the person's reason, may be empty.
        articles: ids of those that are there, sorted.
    """

    kind: Literal["together", "apart"]
    names: tuple[str, ...]
    because: str = ""
    articles: tuple[str, ...] = ()

"""Decisions about stories as the TOML that a person keeps."""

import json
from collections.abc import Iterable

from twosource.domain.decision import Decision

OPENING = "# Which articles are one story ([[together]]) and which are not ([[apart]]); twosource check --stories keeps to it.\n"


def written(decisions: Iterable[Decision]) -> str:
    """One table a decision, to stand at the end of a file; a JSON string is a TOML string when DEL is escaped too."""
    return "".join(
        f"\n[[{d.kind}]]\narticles = [{', '.join(map(_quoted, d.names))}]\n" + (f"because = {_quoted(d.because)}\n" if d.because else "")
        for d in decisions
    )


def _quoted(words: str) -> str:
    return json.dumps(words, ensure_ascii=False).replace("\x7f", "\\u007f")

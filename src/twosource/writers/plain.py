"""Text of articles made harmless for a terminal and for marked-up text."""

import re

# Controls but for the line break: C0, DEL, C1 (escape sequences begin with one of these), bidirectional overrides
# and isolates (they could swap what a reader sees), the soft line separators, and lone surrogates (they cannot be encoded;
# the names of files whose bytes are not UTF-8 hold them).
_CONTROLS = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")

# A comma at the end, before closing marks or none, and marks behind which a mark of quotation closes.
_IDLE = re.compile(r"[,;]([’”'\"]*)$")
_CLOSE = tuple(".,!?;:)]’”…%")


def plain(text: str) -> str:
    """The text without control characters: each becomes a blank, so that no escape sequence survives."""
    return _CONTROLS.sub(" ", text)


def line(text: str, longest: int | None = None) -> str:
    """The text on one line, cut at a word with an ellipsis when it is longer than ``longest``."""
    flat = " ".join(plain(text).split())
    if longest is None or len(flat) <= longest:
        return flat
    return flat[: longest - 1].rsplit(" ", 1)[0].rstrip() + "…"


def quoted(text: str, longest: int | None = None) -> str:
    """The text on one line in quotation marks; marks inside it become single ones, and one without its fellow is left out."""
    return f"“{inner(line(text, longest))}”"


def inner(text: str) -> str:
    """The text as it stands inside quotation marks: pairs of double marks single, one without its fellow left out.

    So is the comma that only the words behind the text ask for.
    """
    open_: list[int] = []
    kept = list(text)
    for at, mark in enumerate(text):
        if mark == "“" or (mark == '"' and _opens(text, at)):
            open_.append(at)
        elif mark in '”"':
            kept[at] = ""
            if open_:
                kept[open_.pop()], kept[at] = "‘", "’"
    for at in open_:
        kept[at] = ""
    said = "".join(kept)
    last = said.rfind("‘")
    if last >= 0 and "’" not in said[last:]:
        said = said[:last] + said[last + 1 :]
    return _IDLE.sub(r"\1", said)


def _opens(text: str, at: int) -> bool:
    """Whether the straight mark at ``at`` opens what is quoted: it stands before a word, and not right behind one."""
    before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    return not (before.isalnum() or before in _CLOSE) and bool(after) and not after.isspace()

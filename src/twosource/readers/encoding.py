"""From bytes to text: UTF-8, UTF-16 with its mark, or a Problem that says which byte is neither."""

import codecs

from twosource.domain.problem import Problem
from twosource.readers.reader import STANDARD_INPUT

# Files that people hold for text, by how they open.
_PACKED = {
    b"%PDF-": "a PDF",
    b"PK\x03\x04": "a packed document (.docx, .odt, .epub, .xlsx or .zip)",
    b"\xd0\xcf\x11\xe0": "an old Office document (.doc or .xls)",
    b"\x1f\x8b": "compressed",
    b"{\\rtf": "rich text (.rtf)",
    b"bplist": "a web archive (.webarchive)",
    b"\xff\xd8\xff": "a picture",
    b"\x89PNG": "a picture",
    b"GIF8": "a picture",
}
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def decoded(data: bytes, name: str) -> str | Problem:
    """The text of an input, its line ends kept.

    A byte order mark is no part of the text: offsets count from the first code point after it.
    """
    data = data.removeprefix(codecs.BOM_UTF8)
    if data.startswith(_UTF_16):
        return Problem(kind="encoding", path=name, message=f"{name} is UTF-16, not UTF-8: save it as UTF-8 and give it again.")
    if packed := next((what for opening, what in _PACKED.items() if data.startswith(opening)), None):
        return Problem(kind="binary", path=name, message=f"{name} is {packed}, not text: save its text as .txt, or the page as .html.")
    if b"\0" in data:
        return Problem(kind="binary", path=name, message=f"{name} is binary data, not text: give the article as .txt, .html or .jsonl.")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as fault:
        message = f"{name} is not valid UTF-8 (byte 0x{data[fault.start]:02x} at byte {fault.start}): "
        message += "save it as UTF-8 (editors ask for the encoding at Save As) and give it again."
        return Problem(kind="encoding", path=name, message=message)


def whole(data: bytes, name: str) -> str | Problem:
    """The text of an input that is read whole: as ``decoded``, and UTF-16 too where a byte order mark says so."""
    if data.startswith(_UTF_16):
        try:
            return data.decode("utf-16")
        except UnicodeDecodeError:
            return Problem(kind="encoding", path=name, message=f"{name} is not valid UTF-16: save it as UTF-8 and give it again.")
    return decoded(data, name)


def encodable(text: str) -> bool:
    """Whether the text can be written as UTF-8: JSON escapes can make half a character (a lone surrogate), which cannot."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def empty(name: str) -> Problem:
    """The Problem of an input with nothing in it."""
    what = "standard input" if name == STANDARD_INPUT else name
    return Problem(kind="empty", path=name, message=f"{what} is empty: there is nothing to read in it; check that it was saved whole.")


def too_long(name: str, longest: int) -> Problem:
    """The Problem of an article above the limit."""
    message = f"{name} is longer than {longest:,} characters and was not read: give one article a file, or split it."
    return Problem(kind="too-long", path=name, message=message)

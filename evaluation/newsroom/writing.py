"""Writing: points told in sentences, with the place of each in the text and through whom it came."""

from dataclasses import dataclass, replace
from random import Random

from evaluation.newsroom.happenings import Happening, Point, Quote, Speaker, chosen


@dataclass(frozen=True, slots=True)
class Told:
    """A point told at one place.

    Attributes:
        point: key of the point or quote.
        start, end: place of the words that tell it, without those that attribute them.
        chain: keys of the parties it came through, origin first; () in own voice. An agency's key is its name.
        names: how the text names each of the chain.
        quoted: whether the words are in quotation marks.
    """

    point: str
    start: int
    end: int
    chain: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    quoted: bool = False

    def moved(self, by: int) -> "Told":
        """The same, further on in a text."""
        return replace(self, start=self.start + by, end=self.end + by)


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph: its text, what it tells, and the key of who wrote it first, which a copy keeps; "" for one that is but a quotation."""

    text: str
    told: tuple[Told, ...]
    written: str = ""


class Writer:
    """Writes the sentences of one article: a speaker is introduced once, named in full once a paragraph, and shortly after that."""

    def __init__(self, happening: Happening, random: Random) -> None:
        self._happening = happening
        self._random = random
        self._met: set[str] = set()
        self._here: set[str] = set()

    def new_paragraph(self) -> None:
        """From here on a surname alone would leave those who read only this paragraph without the name."""
        self._here.clear()

    def own(self, point: Point, wording: int) -> Passage:
        """The point in the outlet's own voice."""
        clause = chosen(point.wordings[wording], self._random)
        return Passage(_sentence(clause), (Told(point.key, 0, len(clause)),))

    def attributed(self, point: Point, wording: int, by: str) -> Passage:
        """The point as somebody told it."""
        name, words = self._named(self._happening.speakers[by])
        forms = [("{S} said that ", "."), ("According to {s}, ", "."), ("", ", according to {s}."), ("{S} told reporters that ", ".")]
        forms += [("", ", said {s}.")] if words.endswith(",") else [("", ", {s} said."), ("{S} said ", ".")]
        return self._framed(point, wording, (by,), (name,), _filled(self._random.choice(forms), words))

    def relayed(self, point: Point, wording: int, by: str, agency: str) -> Passage:
        """The point as an agency has it, from somebody or ("") in its own voice."""
        if not by:
            forms = [("", f", the {agency} reported."), (f"According to the {agency}, ", "."), (f"The {agency} reported that ", ".")]
            return self._framed(point, wording, (agency,), (agency,), self._random.choice(forms))
        name, words = self._named(self._happening.speakers[by])
        forms = [(f"{{S}} told the {agency} that ", "."), ("", f", the {agency} reported, citing {{s}}.")]
        return self._framed(point, wording, (by, agency), (name, agency), _filled(self._random.choice(forms), words))

    def _framed(self, point: Point, wording: int, chain: tuple[str, ...], names: tuple[str, ...], frame: tuple[str, str]) -> Passage:
        head, tail = frame
        clause = chosen(point.wordings[wording], self._random)
        text = head + (clause if head else _capital(clause)) + tail
        return Passage(text, (Told(point.key, len(head), len(head) + len(clause), chain, names),))

    def quoted(self, quote: Quote) -> Passage:
        """The quotation with its speaker."""
        name, words = self._named(self._happening.speakers[quote.by])
        verb = f"said {words}" if words.endswith(",") else f"{words} said"
        text = f"“{quote.words},” {verb.rstrip(',')}."
        return Passage(text, (Told(quote.key, 1, 1 + len(quote.words), (quote.by,), (name,), quoted=True),))

    def _named(self, speaker: Speaker) -> tuple[str, str]:
        """The name that an annotator would write, and the words for it here; these end in a comma where a role stands behind the name."""
        first, here = speaker.key not in self._met, speaker.key in self._here
        self._met.add(speaker.key)
        self._here.add(speaker.key)
        if speaker.role:
            return speaker.names[0], f"{speaker.names[0]}, {speaker.role}," if first else speaker.names[1 if here else 0]
        if first and self._random.random() < 0.3:
            return speaker.spokesman, f"{speaker.spokesman}, a spokesman for {speaker.names[0]},"
        name = self._random.choice(speaker.names) if first else speaker.names[0]
        return name, name


def paragraph(sentences: list[Passage], written: str) -> Passage:
    """Sentences one after the other as one passage."""
    text, told = "", []
    for one in sentences:
        gap = " " if text else ""
        told += [t.moved(len(text) + len(gap)) for t in one.told]
        text += gap + one.text
    return Passage(text, tuple(told), written)


def _filled(form: tuple[str, str], words: str) -> tuple[str, str]:
    """The frame with the speaker in it; a comma that closes the speaker's role stays where words follow."""
    head, tail = form
    head = head.replace("{S}", _capital(words)).replace("{s}", words.rstrip(","))
    return head, tail.replace("{s}", words.rstrip(","))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _sentence(clause: str) -> str:
    return _capital(clause) + "."

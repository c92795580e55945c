"""Sentences: the article cut into paragraphs and sentences, with their words."""

import re
from collections.abc import Iterable, Iterator, Sequence

from twosource.domain.finding import Finding, Observation
from twosource.domain.furniture import Furniture
from twosource.domain.identity import identity
from twosource.domain.reading import Reading
from twosource.domain.sentence import Sentence, Token
from twosource.domain.span import Span, trimmed
from twosource.grammar.casing import Casing, titled
from twosource.grammar.mending import mended
from twosource.inference.model import LanguageModel

_ENDS = tuple(".!?:;”\"’')…")


class Sentences:
    """Splits paragraph by paragraph and leaves furniture out."""

    name = "sentences"
    needs: tuple[type[Finding], ...] = (Furniture,)
    makes: tuple[type[Finding], ...] = (Sentence,)

    def __init__(self, model: LanguageModel) -> None:
        self._model = model

    def run(self, readings: Sequence[Reading]) -> Iterable[tuple[Observation, ...]]:
        return [tuple(self._read(reading)) for reading in readings]

    def _read(self, reading: Reading) -> Iterator[Sentence]:
        """The sentences of one article; its paragraphs are parsed together, and apart from those of others."""
        article, cut = reading.article, paragraphs(reading)
        for n, (paragraph, sentences) in enumerate(zip(cut, self._model.parse(_lines(article.text, cut)), strict=True)):
            for tokens in map(mended, _rejoined(sentences)):
                moved = tuple(_moved(t, paragraph.start, article.text) for t in tokens)
                span = Span(moved[0].start, moved[-1].end)
                yield Sentence(id=identity("t", article.id, span.start, span.end), article=article.id, evidence=(span,), tokens=moved, paragraph=n)


def paragraphs(reading: Reading) -> list[Span]:
    """Paragraphs of the article outside furniture: lines, hard-wrapped ones joined; the title line stands alone."""
    text = reading.article.text
    furniture = sorted(f.span for f in reading.of(Furniture))
    lines: list[Span] = []
    for match in re.finditer(r"[^\r\n\u2028\u2029]+", text):
        at = match.start()
        for f in furniture:
            if f.end <= at or f.start >= match.end():
                continue
            if (left := trimmed(text, at, f.start)) is not None and f.start > at:
                lines.append(left)
            at = f.end
        if (left := trimmed(text, at, max(at, match.end()))) is not None:
            lines.append(left)
    joined: list[Span] = []
    for line in lines:
        if joined and _wrapped(text, joined[-1], line):
            joined[-1] = Span(joined[-1].start, line.end)
        else:
            joined.append(line)
    return joined


def _wrapped(text: str, before: Span, line: Span) -> bool:
    """Whether ``line`` carries on the line before: one line break between, no sentence end, a small letter next."""
    between = text[before.end : line.start]
    one_break = between.strip() == "" and len(re.findall(r"\r\n|\r|\n", between)) == 1
    return one_break and not text[before.end - 1].endswith(_ENDS) and text[line.start].islower()


def _rejoined(sentences: list[tuple[Token, ...]]) -> list[tuple[Token, ...]]:
    """Join what the parser cut at a mark that cannot open a sentence: a lone closing quotation mark or full stop."""
    whole: list[tuple[Token, ...]] = []
    for tokens in sentences:
        if whole and all(not any(c.isalnum() for c in t.text) for t in tokens):
            whole[-1] = _joined(whole[-1], tokens)
        else:
            whole.append(tokens)
    return whole


def _joined(left: tuple[Token, ...], right: tuple[Token, ...]) -> tuple[Token, ...]:
    root = next((i for i, t in enumerate(left) if t.head == i), 0)
    moved = tuple(Token(t.start, t.end, t.text, t.lemma, t.pos, t.tag, "punct", root, t.entity, t.entity_begins) for t in right)
    return left + moved


def _lines(text: str, of: Sequence[Span]) -> list[str]:
    """The paragraphs as grammar should read them: headlines in title case take the body's small letters."""
    lines = [paragraph.of(text) for paragraph in of]
    heads = {n for n, line in enumerate(lines) if titled(line)}
    if not heads:
        return lines
    casing = Casing(line for n, line in enumerate(lines) if n not in heads)
    return [casing.plain(line) if n in heads else line for n, line in enumerate(lines)]


def _moved(t: Token, by: int, text: str) -> Token:
    start, end = t.start + by, t.end + by
    return Token(start, end, text[start:end], t.lemma, t.pos, t.tag, t.dep, t.head, t.entity, t.entity_begins)

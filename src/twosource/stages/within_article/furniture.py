"""Furniture: page parts that are not the news, by their form and place."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import takewhile

from twosource.domain.article import Article
from twosource.domain.finding import Finding, Observation
from twosource.domain.furniture import Furniture, FurnitureKind, Headline
from twosource.domain.identity import identity
from twosource.domain.reading import Reading
from twosource.domain.span import Span, trimmed
from twosource.reference.facts import agency, is_agency_name, role, wire_credited
from twosource.reference.lexicon import table

# Patterns see no more than this of a line: page parts are short, and work on hostile lines stays bounded.
_LONGEST = 420
_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
_NAME_BREAK = re.compile(r"\s*(?:,|;|\band\b|&|/|\bin\b|\bvia\b|\bof the\b)\s*")
_CRAFT = re.compile(r"^(?:reporting|writing|editing|compiled|edited|written)(?: by)? ?", re.IGNORECASE)
_NAME = re.compile(r"[A-ZÀ-Þ][\w.’'-]*(?:[ \u00a0](?:(?:de|da|di|van|von|der|bin|al|el|la|le)[ \u00a0])?[A-ZÀ-Þ][\w.’'-]*){1,3}")
# Possessive: a hyphen may stand in a name and between two, and trying every way to part "Aa-Bb-Cc-..." takes seconds a line.
_CAPITAL_NAME = r"[A-ZÀ-Þ][\w.’'-]{0,24}+"
_DATELINE = re.compile(
    rf"(?P<place>{_CAPITAL_NAME}(?:[ /-]{_CAPITAL_NAME}){{0,4}}(?:, {_CAPITAL_NAME}(?: {_CAPITAL_NAME}){{0,3}}){{0,2}})?"
    r"(?:,? ?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]{0,7}\.? \d{1,2}(?:, \d{4})?)?"
    r":? ?\((?P<agency>[A-Za-z][\w .&/’'-]{1,40})\)(?: ?[-–—―:]{1,2} ?| (?=[A-Z“\"]))"
)
_BARE_DATELINE = re.compile(r"(?P<place>[A-ZÀ-Þ][A-ZÀ-Þ.’'-]{2,24}(?:[ -][A-ZÀ-Þ.’'-]{2,24}){0,3}(?:, [A-Z][\w .]{1,30}){0,2}) ?(?:--|[–—―]| - ) ?")
_NUMBERED = re.compile(r"\b\d{1,3} of \d{1,3}$")
_SENTENCE_END = (".", "!", "?", "”", '"', "…")
# Between an agency and who wrote for it or where from, on a line that is nothing else: "Mara Lund | AP", "Reuters, KARSK".
_BESIDE_AGENCY = re.compile(r"\s*(?:,|/|\||·|\band\b|&)\s*")
# What such a line may open with: "Contributing: Mara Lund, AP", "With reporting by Reuters".
_GIVEN = re.compile(
    r"(?:with )?(?:an? |additional )?"
    r"(?:(?:sources?|via|text|from|contribut(?:ing|ors?|ed)(?: by)?|report(?:s|ing)?(?: from| by)|(?:files|inputs?|information|material) from)[ :])+",
    re.IGNORECASE,
)
# A line that has the agency's text for its subject is short, and stands above the body or below it.
_ALONE, _ABOVE, _BELOW = 60, 3, 40


@dataclass(frozen=True, slots=True)
class _Form:
    kind: FurnitureKind
    where: str
    reason: str
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class _Line:
    """A line without the blanks at its edges, its number among the non-empty ones counted from 0 and from the end."""

    span: Span
    words: str
    number: int
    after: int


class Furnitures:
    """Page parts that are not the news, by their form and place."""

    name = "furniture"
    needs: tuple[type[Finding], ...] = ()
    makes: tuple[type[Finding], ...] = (Furniture, Headline)

    def run(self, readings: Sequence[Reading]) -> Iterable[tuple[Observation, ...]]:
        return [_read(reading.article) for reading in readings]


def _read(article: Article) -> tuple[Observation, ...]:
    lines = _lines(article)
    headline = _headline(article, lines)
    album = _album(lines)
    made: list[Observation] = []
    wired = _wired(article, lines, headline)
    if headline is not None:
        made.append(Headline(id=identity("h", article.id, headline.start, headline.end), article=article.id, evidence=(headline,)))
    for line in lines:
        if line.number in wired:
            made.append(wired[line.number])
        elif headline is None or not line.span.overlaps(headline):
            made.extend(_furniture(article, line, headline, album))
    return tuple(made)


def _wired(article: Article, lines: list[_Line], headline: Span | None) -> dict[int, Furniture]:
    """Lines above the body, and the last one, that name the agency whose text it is; amid the body such a line is a picture's."""
    body = [line for line in lines if headline is None or not line.span.overlaps(headline)]
    above = list(takewhile(lambda line: len(line.words) <= _ALONE, body[:_ABOVE]))
    below = next((line for line in reversed(body[-_BELOW:]) if not _is_page_part(line)), None)
    found = {line: _agencies_alone(line, line not in above) for line in (*above, *([below] if below else []))}
    reason = "names the agency whose text it is"
    return {line.number: _made(article, line.span, "credit", reason, names) for line, names in found.items() if names}


def _is_page_part(line: _Line) -> bool:
    return not _agencies_alone(line, below=True) and next(_whole_line(line), None) is not None


def _agencies_alone(line: _Line, below: bool) -> tuple[str, ...]:
    """The agencies of a line that is nothing else ("AP, Reuters"), or names who wrote for one, or where from, besides ("Mara Lund | AP")."""
    if len(line.words) > _ALONE or any(kind == "byline" for kind, _, _ in _whole_line(line)):
        return ()
    words = line.words.rstrip(".").strip(" -–—()")
    given = _GIVEN.match(words)
    parts = [part for part in _BESIDE_AGENCY.split(words[given.end() if given else 0 :].strip()) if part]
    agencies = [p.removeprefix("the ").removeprefix("The ") for p in parts if wire_credited(p) is not None]
    beside = [p for p in parts if wire_credited(p) is None]
    if beside and (len(beside) > 1 or "/" in words or (below and not given) or not all(w[:1].isupper() for w in beside[0].split())):
        return ()
    return tuple(agencies)


def _lines(article: Article) -> list[_Line]:
    spans = [s for m in _LINE.finditer(article.text) if (s := trimmed(article.text, m.start(), m.end())) is not None]
    return [_Line(span, article.text[span.start : span.end], n, len(spans) - 1 - n) for n, span in enumerate(spans)]


def _headline(article: Article, lines: list[_Line]) -> Span | None:
    """The title as given; else the first line, if it is short, is no sentence, and stands apart from what follows."""
    if article.title is not None:
        return article.title
    if len(lines) < 2 or any(_whole_line(lines[0])) or any(_at_edge(lines[0], "open")) or any(_at_edge(lines[0], "close")):
        return None
    first, second = lines[0], lines[1]
    gap = article.text[first.span.end : second.span.start]
    apart = gap.count("\n") + gap.count("\u2029") > 1 or (gap.count("\r") > 1 and "\n" not in gap)
    body_follows = len(second.words) > len(first.words)
    short = 3 <= len(first.words.split()) <= 25 and len(first.words) <= 180
    if short and not first.words.endswith(_SENTENCE_END) and (apart or body_follows or any(_whole_line(second))):
        return first.span
    return None


def _album(lines: Sequence[_Line]) -> str:
    """The title of an album of photos, which stands before each of its captions: the words that numbered captions have in common."""
    captions = [line.words[:_LONGEST].split(" ") for line in lines if _NUMBERED.search(line.words[-_LONGEST:])]
    shared = takewhile(lambda words: len(set(words)) == 1, zip(*captions, strict=False)) if len(captions) > 2 else ()
    return "".join(f"{words[0]} " for words in shared)


def _furniture(article: Article, line: _Line, headline: Span | None, album: str) -> Iterator[Furniture]:
    whole = next(_whole_line(line), None) or _nameless_byline(line, headline)
    if whole is not None:
        yield _made(article, line.span, *whole)
        return
    start, end = line.span.start, line.span.end
    if album and line.words.startswith(album):
        start += len(album)
        yield _made(article, Span(line.span.start, start), "navigation", "title of an album, before each caption", ())
    for form, match in _at_edge(line, "open"):
        start = max(start, line.span.start + match.end())
        yield _made(article, Span(line.span.start + match.start(), line.span.start + match.end()), form.kind, form.reason, _names(match))
    dateline = _dateline(article.text[start : min(end, start + 160)])
    if dateline is not None and line.number < 6:
        yield _made(article, Span(start, start + dateline[0]), "dateline", "place or agency before the first words", dateline[1])
    for form, match in _at_edge(line, "close"):
        shift = line.span.end - min(len(line.words), _LONGEST)
        if shift + match.start() >= start:
            yield _made(article, Span(shift + match.start(), shift + match.end()), form.kind, form.reason, _names(match))
            break


def _made(article: Article, span: Span, kind: FurnitureKind, reason: str, names: tuple[str, ...]) -> Furniture:
    return Furniture(id=identity("f", article.id, span.start, span.end), article=article.id, evidence=(span,), kind=kind, reason=reason, names=names)


@cache
def _forms(where: str) -> tuple[_Form, ...]:
    rows = [row for row in table("furniture") if row["where"] == where]
    made: list[_Form] = []
    for row in rows:
        kind: FurnitureKind = row["kind"]  # type: ignore[assignment]
        pattern = rf"(?:{row['pattern']})\s*$" if where == "close" else row["pattern"]
        made.append(_Form(kind, where, row["reason"], re.compile(pattern, re.IGNORECASE)))
    return tuple(made)


def _whole_line(line: _Line) -> Iterator[tuple[FurnitureKind, str, tuple[str, ...]]]:
    for form in _forms("lead"):
        if form.pattern.match(line.words[:_LONGEST]) is not None:
            yield form.kind, form.reason, ()
    if len(line.words) > _LONGEST:
        return
    for form in _forms("line"):
        match = form.pattern.fullmatch(line.words)
        if match is None or (form.kind == "byline" and line.number > 8 and "names" in match.groupdict()):
            continue
        if "agency" in match.groupdict() and agency(match["agency"].strip()) is None and not is_agency_name(match["agency"]):
            continue
        yield form.kind, form.reason, _names(match)


def _at_edge(line: _Line, where: str) -> Iterator[tuple[_Form, re.Match[str]]]:
    part = line.words[:_LONGEST] if where == "open" else line.words[-_LONGEST:]
    for form in _forms(where):
        match = form.pattern.match(part) if where == "open" else form.pattern.search(part)
        if match is not None and match.end() > match.start():
            yield form, match


def _nameless_byline(line: _Line, headline: Span | None) -> tuple[FurnitureKind, str, tuple[str, ...]] | None:
    """A name alone on a line right under the headline is who wrote it."""
    if headline is None or line.number not in (1, 2) or _NAME.fullmatch(line.words) is None:
        return None
    if any(role(word) is not None for word in line.words.split()):
        return None
    return "byline", "a name alone under the headline", (line.words,)


def _dateline(opening: str) -> tuple[int, tuple[str, ...]] | None:
    """End and agencies of a dateline at the head of a paragraph: "SAN JOSE, Dec 31 (Reuters) - ", "(AP)", "PARIS — "."""
    match = _DATELINE.match(opening)
    if match is not None and ((known := agency(match["agency"].strip())) or (match["place"] or "").isupper()):
        return match.end(), (known.name if known and match["agency"] not in known.forms else match["agency"],)
    bare = _BARE_DATELINE.match(opening)
    if bare is not None and bare["place"].split(",")[0].isupper():
        return bare.end(), ()
    return None


def _names(match: re.Match[str]) -> tuple[str, ...]:
    groups = match.groupdict()
    words = groups.get("names") or groups.get("agency") or ""
    house = (groups.get("house") or "").strip()
    if agency(house) is not None or is_agency_name(house):  # "By Mara Lund, Associated Press"
        words += f", {house}"
    parts = (_CRAFT.sub("", part.strip(" .:()-–—")) for part in _NAME_BREAK.split(words))
    return tuple(p.removeprefix("the ").removeprefix("The ") for p in parts if p[:1].isupper() or p == "dpa")

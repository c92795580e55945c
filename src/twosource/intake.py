"""Intake: articles as readers made them, sorted out before anything is read in them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from twosource.comparison.stories.deciding import checked
from twosource.domain.answer import Answer
from twosource.domain.article import Article
from twosource.domain.decision import Decision
from twosource.domain.problem import Problem
from twosource.domain.reading import Reading
from twosource.domain.story import Story
from twosource.errors import UsageError
from twosource.grammar.dates.dateline import printed
from twosource.readers.encoding import encodable
from twosource.readers.given import Given, called
from twosource.readers.languages import english

_NAMED = 5


@dataclass(frozen=True, slots=True)
class Intake:
    """Articles that were read in, and the problems of inputs that gave none.

    Attributes:
        readings: one for each article, without observations yet; its own problems lie in it.
        problems: what could not be read in, and why.
        earlier: the answer that is gone on with, where there is one; its articles are among the readings.
        replaced: for each article of the earlier answer that a later version stands for, the id of that version.
        decisions: what a person decided about which articles are one story, with the ids of those that are here.
    """

    readings: tuple[Reading, ...]
    problems: tuple[Problem, ...] = ()
    earlier: Answer | None = None
    replaced: Mapping[str, str] = field(default_factory=dict)
    decisions: tuple[Decision, ...] = ()

    @property
    def names(self) -> set[str]:
        """What the articles can be called by."""
        return {name for r in self.readings for name in called(r.article)}

    @property
    def known(self) -> list[Story]:
        """The stories of the earlier answer with the articles that are left of them, later versions in place of earlier ones."""
        here = {r.article.id for r in self.readings}
        stories = []
        for told in self.earlier.stories if self.earlier else ():
            basis = tuple(sorted({now for a in told.story.articles if (now := self.replaced.get(a, a)) in here}))
            if basis:
                stories.append(replace(told.story, basis=basis))
        return stories


def admitted(rows: Sequence[Article | Problem], given: Given, earlier: Answer | None = None, decisions: Sequence[Decision] = ()) -> Intake:
    """What can be compared of what the readers made; doubles, and articles that are not in English, become problems.

    Args:
        rows: what the readers made, in order.
        given: what is known of the articles and not said in them.
        earlier: the answer that is gone on with. Its articles stand for themselves, but for those of which a row is a later version: one of
            the same address, or of the same file and id.
        decisions: what a person decided about which articles are one story; names that no article here has are passed over.

    Raises:
        UsageError: if ``given`` names an article that is not there, or not all decisions can be kept.
    """
    articles = [_with_printed_day(row) for row in rows if isinstance(row, Article)]
    replaced = _replaced(earlier.articles, articles) if earlier else {}
    if earlier is not None:
        here = {article.id for article in articles}
        articles = [*(a for a in earlier.articles if a.id not in replaced and a.id not in here), *articles]
    if articles and (unknown := given.unknown(articles)):
        had = ", ".join(article.ref for article in articles[:_NAMED]) + (", ..." if len(articles) > _NAMED else "")
        raise UsageError(f"no article is named {', '.join(map(repr, unknown))}: names are ids, paths or file names of the articles given ({had})")
    pairs = [(article, given.applied(article)) for article in articles]
    intake = _sorted_out(pairs, [row for row in rows if isinstance(row, Problem)])
    renamed = {before.id: after.id for before, after in pairs}
    later = {old: renamed[new] for old, new in replaced.items()} | {old: new for old, new in renamed.items() if earlier and old != new}
    return replace(intake, earlier=earlier, replaced=later, decisions=_decided(decisions, intake))


def _with_printed_day(article: Article) -> Article:
    """The article with the day of publication that a line at its top prints, where nothing else tells it."""
    day = printed(article.text) if article.published is None else None
    return replace(article, published=day, published_from="text") if day is not None else article


def _sorted_out(pairs: Sequence[tuple[Article, Article]], problems: Sequence[Problem]) -> Intake:
    """Sort out what cannot be compared.

    Args:
        pairs: each article as the reader made it, whose id its problems name, and as it goes on.
        problems: of the readers.
    """
    renamed = {before.id: after.id for before, after in pairs}
    rows: list[Problem] = []
    kept: list[Article] = []
    for _, article in pairs:
        judged = _judged(article)
        if isinstance(judged, Problem):
            rows.append(judged)
        else:
            kept.append(judged)
    singles, doubles = _singled(kept)
    known = {article.id for article in singles}
    own: dict[str, list[Problem]] = {id_: [] for id_ in known}
    for row in (*problems, *doubles):
        after = renamed.get(row.article or "", row.article)
        if after in own:
            own[after].append(replace(row, article=after))
        else:
            rows.append(replace(row, article=None))
    for article in singles:
        if article.published is None:
            own[article.id].append(_undated(article))
    return Intake(tuple(Reading(article, (), tuple(own[article.id])) for article in singles), tuple(rows))


def _replaced(before: Sequence[Article], now: Sequence[Article]) -> dict[str, str]:
    """For each earlier article of which one given now is a later version, that one's id.

    A version has the address of the other; or its file, its id there and its outlet and, where that is not a file of its own, most of its
    words: rows are often numbered anew from day to day.
    """
    by_url = {a.url: a for a in now if a.url}
    by_place = {(a.path, a.ref, a.outlet): a for a in now}
    found: dict[str, str] = {}
    for earlier in before:
        later = by_url.get(earlier.url or "")
        place = by_place.get((earlier.path, earlier.ref, earlier.outlet)) if later is None else None
        if place is not None and (place.ref == place.path or _alike(earlier, place)):
            later = place
        if later is not None and later.id != earlier.id:
            found[earlier.id] = later.id
    return found


def _alike(a: Article, b: Article) -> bool:
    """Whether two of three different words of the shorter text stand in the other; two reports of one happening share one in three."""
    first, second = (set(article.text.lower().split()) for article in (a, b))
    return 3 * len(first & second) >= 2 * min(len(first), len(second))


def _decided(decisions: Sequence[Decision], intake: Intake) -> tuple[Decision, ...]:
    """The decisions with the articles they name; refused where they cannot all be kept, whether those are here or not."""
    checked([replace(d, articles=d.names) for d in decisions])
    by_name: dict[str, list[str]] = {}
    for reading in intake.readings:
        for name in dict.fromkeys(called(reading.article)):
            by_name.setdefault(name, []).append(reading.article.id)
    found = [replace(d, articles=tuple(sorted({a for n in d.names for a in by_name.get(n, ())}))) for d in decisions]
    checked(found, {r.article.id: r.article.ref for r in intake.readings})
    return tuple(found)


def _judged(article: Article) -> Article | Problem:
    """The article when it can be read here; a declared language is believed, an undeclared one tested."""
    if not encodable(article.text):
        message = f"{article.ref} holds half a character (a lone surrogate such as \\ud800), which is no text: mend the program that made it."
        return Problem(kind="encoding", path=article.path, message=message)
    declared = article.language.lower().partition("-")[0].partition("_")[0]
    if declared == "und" and english(article.text):
        return replace(article, language="en")
    if declared in ("en", "eng", "english"):
        return article
    said = f"declared as {article.language[:20]!r}" if declared != "und" else "by its words"
    message = f"{article.ref} is not in English ({said}) and was not read; translate it, or, if it is English, give it as a row of JSON with "
    message += '"language": "en".'
    return Problem(kind="language", path=article.path, message=message)


def _singled(articles: Sequence[Article]) -> tuple[list[Article], list[Problem]]:
    """Each article once: one text of one outlet is one article however often it is given; one of an unknown outlet is
    taken for the same as that text with a known one. Of doubles the one that says most of itself is kept, whatever the order."""
    by_text: dict[str, list[Article]] = {}
    for article in articles:
        by_text.setdefault(" ".join(article.text.split()), []).append(article)
    keep: dict[int, Article] = {}
    rows: list[Problem] = []
    for same in by_text.values():
        outlets: list[str | None] = [*sorted({a.outlet for a in same if a.outlet})] or [None]
        chosen = {o: min((a for a in same if a.outlet == o), key=_says_least) for o in outlets}
        kept = [id(a) for a in chosen.values()]
        for article in same:
            if id(article) in kept:
                keep[id(article)] = article
                continue
            first = chosen.get(article.outlet) or chosen[outlets[0]]
            if (article.ref, article.path) == (first.ref, first.path):
                message = f"{article.ref} was given twice and counted once."
            else:
                message = f"{article.ref} has the same text as {first.ref} and was counted once; name the outlets (--outlet) if two of them ran it."
            rows.append(Problem(kind="duplicate", article=first.id, path=article.path, message=message))
    return [a for a in articles if id(a) in keep], rows


def _says_least(article: Article) -> tuple[bool, str, bool, str]:
    return (article.published is None, article.published or "", article.url is None, article.ref)


def _undated(article: Article) -> Problem:
    message = f"{article.ref} has no publication date, so that words such as 'on Sunday' stay open; give it with --published."
    if article.outlet is None and article.domain is None:
        message = f"{article.ref} has no publication date, so that words such as 'on Sunday' stay open, and no outlet; "
        message += "give them with --published and --outlet."
    return Problem(kind="no-publication-date", article=article.id, path=article.path, message=message)

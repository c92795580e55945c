"""Crowds: as many articles as a measurement asks for, as a stream of many stories or as one that grows."""

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import cache
from random import Random

from evaluation.newsroom.copying import reworded
from evaluation.newsroom.happenings import kinds
from evaluation.newsroom.names import Names
from evaluation.newsroom.stories import story
from evaluation.newsroom.writing import Passage
from twosource.domain.article import Article
from twosource.reference import lexicon

_FIRST_DAY = date(2020, 1, 1)
A_DAY = 1000
"""Articles published on a day of the stream."""
# Of the stories one in so many is told by up to so many outlets: news has a long tail.
_GREAT, _MOST = 50, 150
# Words of the frames that each story of a stream has others for, and the part of these that are no word of the news.
_PLAIN = re.compile(r"(?<![\w’'])[a-z]{4,}\b")
_UNHEARD = 0.15


def stream(seed: int, number: int) -> Iterator[tuple[str, Article]]:
    """So many articles in the order of their days, each with the name of its story.

    Ten kinds of happening would be ten stories to a count of words; so each story has words of its own in the place of the frames' plain
    ones, drawn as often as the news at large has them.
    """
    made = 0
    for n in range(number):
        random = Random(f"{seed} size {n}")
        one = story(seed, n, copies=random.randint(5, _MOST) if n % _GREAT == 0 else 4)
        words = _dialect(one.happening.kind, random)
        first = date.fromisoformat(one.articles[0].published)
        for printed in one.articles:
            if made == number:
                return
            day = _FIRST_DAY + timedelta(days=made // A_DAY) + (date.fromisoformat(printed.published) - first)
            text = _PLAIN.sub(lambda match, words=words: words.get(match.group(), match.group()), printed.text)  # type: ignore[misc]
            yield (
                one.name,
                Article(ref=f"{one.name}/{printed.id}", text=text, outlet=printed.outlet, published=day.isoformat(), published_from="given"),
            )
            made += 1


@cache
def _plain_words(kind: str) -> tuple[str, ...]:
    """The plain words of a kind's frames, without those that all English shares."""
    frame = kinds()[kind]
    texts = [*frame["title"], *(w for p in frame["points"] for w in p["wordings"]), *(q["words"] for q in frame["quotes"])]
    found = {w for text in texts for w in _PLAIN.findall(re.sub(r"\{\w+\}", "", text))}
    return tuple(sorted(found - lexicon.words("function_words")))


@cache
def _news() -> tuple[tuple[str, ...], tuple[float, ...]]:
    rows = [row for row in lexicon.table("news_words") if len(row["word"]) > 3]
    return tuple(row["word"] for row in rows), tuple(float(row["share"]) for row in rows)


def _dialect(kind: str, random: Random) -> Mapping[str, str]:
    plain = _plain_words(kind)
    names = Names(random)
    drawn = random.choices(*_news(), k=len(plain))
    return {word: names.town().lower() if random.random() < _UNHEARD else other for word, other in zip(plain, drawn, strict=True)}


def one_story(seed: int, number: int) -> list[Article]:
    """So many articles of one town, its offices and its one company, with more and more happening there: what is told grows with them."""
    random = Random(f"{seed} one story")
    names = Names(random)
    setting = {"town": names.town(), "town2": names.town(), "region": names.town(), "company": names.person()[1]}
    order = sorted(kinds())
    found: list[Article] = []
    chapter = 0
    while len(found) < number:
        one = story(seed, chapter, order[chapter % len(order)], setting=setting)
        first = date.fromisoformat(one.articles[0].published)
        for printed in one.articles:
            text = printed.text if printed.way in ("wire", "verbatim") else reworded(Passage(printed.text, ()), random).text
            day = _FIRST_DAY + timedelta(days=chapter) + (date.fromisoformat(printed.published) - first)
            ref = f"{one.name}/{printed.id}"
            found.append(Article(ref=ref, text=text, outlet=printed.outlet, published=day.isoformat(), published_from="given"))
        chapter += 1
    return found[:number]

"""Who "he", "she", "they" and "it" are, on GUM: our parties' pronouns beside whoever was named last.

usage: python -m evaluation.tables.pronouns [--wrong GENRE]

Asked are the third-person pronouns that GUM has for a person, a body or a place which a name or a noun told of before. An answer is right when the
last name or noun of the party that the pronoun was given to is one of GUM's for the same. A party of several, "X and Y", is right by any of them.
``--wrong`` prints the wrong answers of one genre.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from evaluation.gate import SHARED, Row, rows
from evaluation.tables.table import Table, keep
from evaluation.usage import command
from twosource.domain.article import Article
from twosource.domain.party import LocalParty
from twosource.domain.reading import Reading
from twosource.domain.sentence import Sentence
from twosource.grammar.parties.nominals import speech_verbs
from twosource.inference.spacy import SpacyModel
from twosource.stages.within_article.parties import Parties
from twosource.stages.within_article.sentences import Sentences

PRONOUNS = frozenset(["he", "him", "his", "she", "her", "hers", "they", "them", "their", "theirs", "it", "its"])
_ASKED = frozenset({"person", "organization", "place"})


@dataclass(frozen=True, slots=True)
class Asked:
    """A pronoun: its genre and document, where it starts, and where the heads of names and nouns of the same start."""

    genre: str
    document: str
    start: int
    heads: frozenset[int]


def asked(document: Row) -> Iterator[Asked]:
    """The pronouns of one GUM document."""
    tokens = document["tokens"]
    clusters: dict[str, list[Row]] = {}
    for entity in document["entities"]:
        clusters.setdefault(entity["id"], []).append(entity)
    for entities in clusters.values():
        heads = frozenset(start for e in entities for start, pos in _heads(e, tokens) if pos != "PRON")
        for e in entities:
            start = e["span"][0]
            if e["text"].lower() in PRONOUNS and e["type"] in _ASKED and any(h < start for h in heads):
                yield Asked(document["genre"], document["id"], start, heads)


def _heads(entity: Row, tokens: Sequence[Row]) -> Iterator[tuple[int, str]]:
    """Where the head words of a mention start, with their part of speech; GUM counts them from 1 within the mention."""
    for n in str(entity["min"]).split(","):
        token = tokens[entity["tok"][0] + int(n) - 1]
        yield token["s"], token["upos"]


def given(parties: Iterable[LocalParty]) -> dict[int, list[tuple[int, int]]]:
    """For each of our pronouns by its start: the last name or noun of its party, or of each of its members, before it or else the first after."""
    held = list(parties)
    told = {p.id: sorted((s.start, s.end) for s, form in zip(p.evidence, p.forms, strict=True) if form != "pronoun") for p in held}
    found: dict[int, list[tuple[int, int]]] = {}
    for party in held:
        for span, form in zip(party.evidence, party.forms, strict=True):
            if form == "pronoun":
                found[span.start] = [_last(told[p], span.start) for p in (party.id, *party.members) if told.get(p)]
    return found


def named_last(parties: Iterable[LocalParty], pronouns: Iterable[Asked]) -> dict[int, list[tuple[int, int]]]:
    """For each pronoun the person or body that a name or noun told of last."""
    told = sorted((s.start, s.end) for p in parties if p.kind != "place" for s, form in zip(p.evidence, p.forms, strict=True) if form != "pronoun")
    return {p.start: [_last(told, p.start)] for p in pronouns if told}


def _last(told: Sequence[tuple[int, int]], start: int) -> tuple[int, int]:
    return told[max(0, bisect_left(told, (start, 0)) - 1)]


def judged(pronoun: Asked, answers: Mapping[int, Sequence[tuple[int, int]]]) -> str:
    """ "right", "wrong", or "none" where no party was given."""
    if pronoun.start not in answers:
        return "none"
    return "right" if any(start <= head < end for start, end in answers[pronoun.start] for head in pronoun.heads) else "wrong"


def says(sentences: Iterable[Sentence]) -> frozenset[int]:
    """Where the subjects of verbs of saying start."""
    return frozenset(t.start for s in sentences for t in s.tokens if t.dep == "nsubj" and s.tokens[t.head].lemma in speech_verbs())


def read(documents: Sequence[Row]) -> list[Reading]:
    """GUM's texts with their sentences and parties."""
    readings = [Reading(Article(ref=d["id"], text=d["text"])) for d in documents]
    for stage in (Sentences(SpacyModel()), Parties()):
        readings = [r.with_(made) for r, made in zip(readings, stage.run(readings), strict=True)]
    return readings


def measured(wrong: str = "") -> Table:
    """Both systems on news and on all genres, over all pronouns and over those that speak."""
    documents = [d for part in ("dev", "train") for d in rows(SHARED / f"data/entities/gum_{part}.jsonl")]
    counts: dict[tuple[str, str], Counter[str]] = {}
    for document, reading in zip(documents, read(documents), strict=True):
        pronouns = list(asked(document))
        speaking = says(reading.of(Sentence))
        parties = reading.of(LocalParty)
        for system, answers in (("twosource", given(parties)), ("named last", named_last(parties, pronouns))):
            for pronoun in pronouns:
                verdict = judged(pronoun, answers)
                for kept in _sets(pronoun, pronoun.start in speaking):
                    counts.setdefault((system, kept), Counter())[verdict] += 1
                if verdict == "wrong" and system == "twosource" and pronoun.genre == wrong:
                    print(document["id"], reading.article.text[max(0, pronoun.start - 200) : pronoun.start + 40].replace("\n", " "), sep=" | ")
    return Table(
        name="pronouns",
        title=f"Whom pronouns of the third person stand for, GUM, {len(documents)} documents",
        command="python -m evaluation.tables.pronouns",
        columns=("system, pronouns", "pronouns", "right", "of those answered"),
        rows=tuple(_row(f"{system}, {kept}", count) for (system, kept), count in sorted(counts.items(), reverse=True)),
        notes=(
            "Pronouns for a person, a body or a place that a name or a noun told of before; right: the party's last name or noun is GUM's.",
            "Names and nouns are found too, none is given: whom we do not know for a party cannot be right.",
            "The weights by which mentions stand out were set on six of these genres, news among them, and on annotated stories that lie open.",
        ),
    )


def _sets(pronoun: Asked, speaks: bool) -> Iterator[str]:
    for genre in ("news", "all genres") if pronoun.genre == "news" else ("all genres",):
        yield genre
        if speaks:
            yield f"{genre}, who speak"


def _row(name: str, count: Counter[str]) -> tuple[str, int, float, float]:
    answered = count["right"] + count["wrong"]
    return name, count.total(), 100 * count["right"] / max(1, count.total()), 100 * count["right"] / max(1, answered)


def main() -> None:
    """Measure and keep."""
    usage = command(__doc__)
    usage.add_argument("--wrong", metavar="GENRE", default="", help="print the wrong answers of one genre first")
    keep(measured(usage.parse_args().wrong))


if __name__ == "__main__":
    main()

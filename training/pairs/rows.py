"""Pairs of passages that tell one happening or two: events of ECB+, accounts and headlines of one claim."""

import json
import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from twosource.grammar.slots import stem

EVENT, CLAIM = 0, 1
"""What a pair is judged by: whether two words stand for one event, or two statements say one thing."""
HELD_OUT = frozenset({7, 16, 22, 26, 32})
"""Topics of ECB+ train that no model learns from: the decision over its scores is fitted on them."""
MOST = 50  # pairs of one event
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Side:
    """A text, the stretch of it that is laid beside another, and the word that it turns on; code points, ends exclusive."""

    text: str
    start: int
    end: int
    head: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True)
class Couple:
    """Two passages and whether they are one by the measure of ``task``."""

    left: Side
    right: Side
    same: bool
    task: int


@dataclass(frozen=True, slots=True)
class Mention:
    """An event of ECB+ in its sentence."""

    side: Side
    document: str
    subtopic: str
    cluster: str
    stem: str
    sentence: tuple[str, int]


def rows(path: Path) -> Iterator[Row]:
    """The objects of a file, one a line."""
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def mentions(path: Path) -> dict[int, list[Mention]]:
    """The events of the sentences that ECB+ calls validated, by topic."""
    found: defaultdict[int, list[Mention]] = defaultdict(list)
    for document in rows(path):
        sentences = {s["sent"]: s for s in document["sentences"] if s["validated"]}
        for m in document["mentions"]:
            if m["group"] == "event" and m["sent"] in sentences and m["tokens"]:
                found[document["topic"]].append(_mention(document, sentences[m["sent"]], m))
    return found


def _mention(document: Row, sentence: Row, mention: Row) -> Mention:
    low = sentence["offsets"][0][0]
    text = document["text"][low : sentence["offsets"][-1][1]]
    head = (sentence["offsets"][mention["tokens"][0]][0] - low, sentence["offsets"][mention["tokens"][-1]][1] - low)
    word = stem(text[slice(*head)].lower().split()[0])
    side = Side(text, 0, len(text), head)
    return Mention(side, document["id"], document["subtopic"], mention["cluster"], word, (document["id"], sentence["sent"]))


def events(path: Path, dice: random.Random) -> list[Couple]:
    """Events of one topic: those that are one, and for each of them some that are not, like ones first."""
    made = []
    for topic, found in mentions(path).items():
        if topic not in HELD_OUT:
            made += list(_of_topic(found, dice))
    return made


def _of_topic(found: Sequence[Mention], dice: random.Random) -> Iterator[Couple]:
    same: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    beside: defaultdict[int, list[tuple[float, int]]] = defaultdict(list)
    told = {pair for a, b in combinations(range(len(found)), 2) if found[a].cluster == found[b].cluster for pair in _both(found[a], found[b])}
    for a, b in combinations(range(len(found)), 2):
        one, other = found[a], found[b]
        if one.cluster == other.cluster:
            if one.sentence != other.sentence and one.side.text != other.side.text:
                same[one.cluster].append((a, b))
            continue
        like = 2.0 * (one.stem == other.stem) + ((one.sentence, other.sentence) in told) + 0.5 * (one.subtopic == other.subtopic)
        for x, y in ((a, b), (b, a)):
            beside[x].append((like + dice.random(), y))
    for pairs in same.values():
        dice.shuffle(pairs)
        pairs.sort(key=lambda pair: found[pair[0]].stem == found[pair[1]].stem)
        apart = sum(found[a].stem != found[b].stem for a, b in pairs)
        kept = pairs[: MOST // 2] + pairs[max(apart, MOST // 2) :][: MOST // 2]
        for a, b in kept:
            yield Couple(found[a].side, found[b].side, True, EVENT)
    for a, others in beside.items():
        others.sort(reverse=True)
        for _, b in [*others[:3], *dice.sample(others[3:], min(2, len(others[3:])))]:
            yield Couple(found[a].side, found[b].side, False, EVENT)


def _both(one: Mention, other: Mention) -> tuple[tuple[Any, Any], ...]:
    return (one.sentence, other.sentence), (other.sentence, one.sentence)


def answers(folder: Path) -> list[Couple]:
    """NAnCo: what several outlets answer to one question, in its paragraph."""
    groups = {g["qid"]: g["answers"] for g in rows(folder / "nanco_groups_val.jsonl")}
    made = []
    for row in rows(folder / "nanco_pairs_val.jsonl"):
        sides = [_answer(groups[row["qid"]][row[side]]) for side in ("i", "j")]
        made.append(Couple(sides[0], sides[1], bool(row["same"]), CLAIM))
    return made


def _answer(row: Row) -> Side:
    text, told = row["paragraph"], row["answer"]
    at = text.find(told)
    return Side(text, at, at + len(told)) if at >= 0 else Side(told, 0, len(told))


def headlines(folder: Path, dice: random.Random) -> list[Couple]:
    """Emergent: headlines that are for or against a claim, and claims beside the most like headlines of others."""
    found = list(rows(folder / "emergent_train.jsonl"))
    claims = {row["claim_id"]: row["claim"] for row in found}
    words = {claim: {stem(w) for w in text.lower().split()} for claim, text in claims.items()}
    made = []
    for row in found:
        claim, told = _whole(row["claim"]), _whole(row["headline"])
        if row["stance"] in ("for", "against"):
            made.append(Couple(claim, told, row["stance"] == "for", CLAIM))
        if row["stance"] == "for":
            mine = {stem(w) for w in row["headline"].lower().split()}
            like = sorted((c for c in claims if c != row["claim_id"]), key=lambda c: -len(mine & words[c]) / (3 + len(words[c])))
            made.append(Couple(_whole(claims[dice.choice(like[:3])]), told, False, CLAIM))
    return made


def _whole(text: str) -> Side:
    return Side(text, 0, len(text))

"""PolNeAR as the encoder sees it: pieces, a label for every word, and who goes with whom."""

import hashlib
import json
import random
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from twosource.inference.decoding import LABELS, ROLES, pair_features
from twosource.inference.windows import Pieces, pieces, windows

OTHERS = {
    "stories/g5.jsonl": "Apache-2.0 repository; articles of their publishers",
    "stories/basil.jsonl": "none stated; articles of their publishers",
    "stories/fnc1_bodies.jsonl": "mixed; articles of their publishers",
}
"""Articles under ``shared/data`` that nobody annotated with attributions, and their licences."""
ANNOTATED = "attribution/polnear_train.jsonl"
LABEL = {label: n for n, label in enumerate(LABELS)}
_END = re.compile(r"[.!?]+[\"”’')\]]*\s+(?=[\"“‘'(\[]*[A-Z0-9])|\n+")


@dataclass(frozen=True)
class Article:
    """A text, its pieces, its gold spans (words) and links."""

    id: str
    text: str
    pieces: Pieces
    sentences: list[tuple[int, int]]
    labels: np.ndarray
    target: np.ndarray  # how far each label of each word is to be believed, [words, labels]
    spans: dict[str, list[tuple[int, int]]]
    cue_of: list[int]  # content -> cue
    source_of: list[int]  # cue -> source, -1 for none


@dataclass(frozen=True)
class Window:
    """A stretch of an article, made ready for the model. Spans count words from the window's start."""

    ids: np.ndarray
    kinds: np.ndarray
    first: np.ndarray
    labels: np.ndarray
    target: np.ndarray
    spans: dict[str, list[tuple[int, int]]]
    cue_of: list[int]
    source_of: list[int]
    content_features: np.ndarray
    source_features: np.ndarray


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def tokenizer(folder: Path) -> Tokenizer:
    made = Tokenizer.from_file(str(folder / "tokenizer.json"))
    made.no_truncation()
    made.no_padding()
    return made


def marks(tokens: Tokenizer) -> tuple[int, int]:
    """The pieces that open and close every window, as BERT or as MPNet names them."""
    opens, closes = (next(n for name in names if (n := tokens.token_to_id(name)) is not None) for names in (("[CLS]", "<s>"), ("[SEP]", "</s>")))
    return opens, closes


def sentences(text: str) -> list[tuple[int, int]]:
    """A plain splitter: only windows are cut by it."""
    cuts = [0, *(m.end() for m in _END.finditer(text)), len(text)]
    return [(a, b) for a, b in pairwise(cuts) if a < b]


def cut(text: str, tokens: Tokenizer) -> Pieces:
    code = tokens.encode(text, add_special_tokens=False)
    return pieces(text, code.ids, code.offsets, code.word_ids)


def article(row: dict, tokens: Tokenizer) -> Article:
    """Gold spans snapped to words; where two want a word the first keeps it."""
    these = cut(row["text"], tokens)
    found: dict[str, dict[tuple[int, int], int]] = {role: {} for role in ROLES}
    labels = np.zeros(these.words, dtype=np.int64)
    links = []

    def place(role: str, start: int, end: int) -> tuple[int, int] | None:
        s = int(np.searchsorted(these.ends, start, side="right"))
        e = int(np.searchsorted(these.starts, end, side="left"))
        if s >= e:
            return None
        if (s, e) in found[role]:
            return s, e
        if labels[s:e].any():
            return None
        marks = "S" if e - s == 1 else "B" + "I" * (e - s - 2) + "E"
        labels[s:e] = [LABEL[f"{mark}-{role}"] for mark in marks]
        found[role][s, e] = 0
        return s, e

    for one in row["attributions"]:
        placed = {role: [p for s, e in one.get(role) or [] if (p := place(role, s, e))] for role in ROLES}
        if placed["cue"]:
            links.append((placed["cue"][0], placed["source"][:1], placed["content"]))
    spans = {role: sorted(found[role]) for role in ROLES}
    number = {role: {span: n for n, span in enumerate(spans[role])} for role in ROLES}
    cue_of, source_of = [-1] * len(spans["content"]), [-2] * len(spans["cue"])
    for cue, source, contents in links:
        c = number["cue"][cue]
        source_of[c] = number["source"][source[0]] if source else -1
        for content in contents:
            cue_of[number["content"][content]] = c
    target = np.eye(len(LABELS), dtype=np.float32)[labels]
    return Article(row["id"], row["text"], these, sentences(row["text"]), labels, target, spans, cue_of, source_of)


def articles(path: Path, tokens: Tokenizer) -> list[Article]:
    with path.open(encoding="utf-8") as lines:
        return [made for line in lines if (made := article(json.loads(line), tokens)).pieces.words]


def rows(shared: Path) -> Iterator[dict]:
    """Every article to learn from: `id` (its file and place there), `text`, and attributions, which the others lack."""
    for name in (ANNOTATED, *OTHERS):
        with (shared / "data" / name).open(encoding="utf-8") as lines:
            for n, row in enumerate(map(json.loads, lines)):  # ids are not all different
                yield {"id": f"{name}:{n}", "text": row["text"], "attributions": row.get("attributions", [])}


def taught(path: Path, these: Iterable[dict], tokens: Tokenizer, trust: float) -> list[Article]:
    """Articles with what a teacher holds of them (`lessons`), alone or, where they are annotated, with a weight of `trust` beside that."""
    found = []
    with np.load(path) as told:
        for row in these:
            if row["id"] not in told:
                continue
            one, heard = article(row, tokens), told[row["id"]].astype(np.float32)
            share = trust if row["attributions"] else 1.0
            found.append(replace(one, target=(1 - share) * one.target + share * heard))
    return found


def roughen(of: Article, dice: random.Random) -> Article:
    """The same words as a careless page has them: on one line, in lower case, or with a blank before every mark."""
    p, how = of.pieces, dice.choice(("flat", "lower", "spaced"))
    text = of.text
    if how in ("flat", "spaced"):
        text = text.replace("\n", " ")
    elif len(text.lower()) == len(text):
        text = text.lower()
    words = range(p.words)
    rough = pieces(text, words, list(zip(p.starts.tolist(), p.ends.tolist(), strict=True)), words)
    kinds = rough.kinds + 6 * (rough.kinds < 6) if how == "spaced" else rough.kinds
    kinds = np.repeat(kinds, np.diff(np.append(p.first, len(p.ids))))
    return replace(of, pieces=replace(p, kinds=kinds, lines=rough.lines, quotes=rough.quotes))


def alone(of: Article, low: int, high: int, dice: random.Random) -> tuple[int, int]:
    """The pieces of one sentence of those in [low, high): how a text is read that nothing stands around."""
    p = of.pieces
    edges = np.append(p.first, len(p.ids))
    left, right = np.searchsorted(p.first, (low, high))
    inside = [(s, e) for s, e in of.sentences if s < p.ends[right - 1] and p.starts[left] < e]
    start, end = dice.choice(inside)
    a = max(int(edges[np.searchsorted(p.ends, start, side="right")]), low)
    b = min(int(edges[np.searchsorted(p.starts, end, side="left")]), high)
    return (a, b) if a < b else (low, high)


def window(of: Article, low: int, high: int, start: int, end: int) -> Window:
    """Pieces [low, high) of an article between the pieces that open and close every window."""
    p = of.pieces
    a, b = (int(np.searchsorted(p.first, x)) for x in (low, high))
    kept = {role: [n for n, (s, e) in enumerate(of.spans[role]) if a <= s and e <= b] for role in ROLES}
    spans = {role: [(of.spans[role][n][0] - a, of.spans[role][n][1] - a) for n in kept[role]] for role in ROLES}
    number = {role: {n: i for i, n in enumerate(kept[role])} for role in ROLES}
    cue_of = [number["cue"].get(of.cue_of[n], -2) for n in kept["content"]]
    source_of = [-1 if of.source_of[n] == -1 else number["source"].get(of.source_of[n], -2) for n in kept["cue"]]
    whole = {role: [of.spans[role][n] for n in kept[role]] for role in ROLES}
    features = lambda x, y: pair_features(p, of.spans, whole[x], whole[y])  # noqa: E731
    return Window(
        np.concatenate([[start], p.ids[low:high], [end]]),
        np.concatenate([[0], p.kinds[low:high], [0]]),
        p.first[a:b] - low + 1,
        of.labels[a:b],
        of.target[a:b],
        spans,
        cue_of,
        source_of,
        features("content", "cue"),
        features("cue", "source"),
    )


def plan(these: list[Article], seed: int, size: int, overlap: int, batch: int) -> list[list[tuple[int, int, int]]]:
    """All windows once, cut anew for every seed, in batches of like length."""
    dice = random.Random(seed)
    found = []
    for n, one in enumerate(these):
        for low, high in windows(one.pieces, one.sentences, size, overlap, dice.randint(size // 3, size)):
            found.append((n, low, high))
    dice.shuffle(found)
    pool = 50 * batch
    batches = []
    for i in range(0, len(found), pool):
        part = sorted(found[i : i + pool], key=lambda x: x[2] - x[1])
        batches += [part[j : j + batch] for j in range(0, len(part), batch)]
    dice.shuffle(batches)
    return batches

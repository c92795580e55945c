"""From an encoder's numbers to spans and groups: the best legal label sequence, then a cue for every content and a source for every cue."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from .windows import Pieces

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
Span = tuple[int, int]  # words, end exclusive

ROLES = ("source", "cue", "content")
LABELS = ("O", *(f"{mark}-{role}" for role in ROLES for mark in "BIES"))
NEVER = np.float32(-1e4)
_GAPS = np.asarray([0, 1, 2, 4, 8, 16, 32, 64, 128])
FEATURES = 2 * len(_GAPS) + 6 * 3 + 2


def legal() -> tuple[NDArray[np.bool_], NDArray[np.bool_], NDArray[np.bool_]]:
    """Which label may follow which, which may open a text, which may end one."""
    opens = np.asarray([label[0] in "OBS" for label in LABELS])
    ends = np.asarray([label[0] in "OES" for label in LABELS])
    follow = np.zeros((len(LABELS), len(LABELS)), dtype=np.bool_)
    for i, a in enumerate(LABELS):
        for j, b in enumerate(LABELS):
            follow[i, j] = b[0] in "OBS" if a[0] in "OES" else b[0] in "IE" and a[1:] == b[1:]
    return follow, opens, ends


def viterbi(emissions: Floats, moves: Floats) -> Ints:
    """The best legal label sequence; `moves[i, j]` is the score of label j after label i."""
    follow, opens, ends = legal()
    steps = np.where(follow, moves, NEVER).T.copy()  # [to, from]
    total = len(emissions)
    back = np.zeros(emissions.shape, dtype=np.int64)
    rows = np.arange(len(LABELS))
    best = np.where(opens, emissions[0], NEVER)
    for t in range(1, total):
        scores = steps + best
        back[t] = scores.argmax(axis=1)
        best = scores[rows, back[t]] + emissions[t]
    path = np.zeros(total, dtype=np.int64)
    path[-1] = int(np.where(ends, best, NEVER * 10).argmax())
    for t in range(total - 1, 0, -1):
        path[t - 1] = back[t, path[t]]
    return path


def spans(path: Ints) -> dict[str, list[Span]]:
    """The spans of a legal label sequence, by role, in reading order."""
    found: dict[str, list[Span]] = {role: [] for role in ROLES}
    start = 0
    for t, label in enumerate(path):
        mark = LABELS[label][0]
        if mark in "BS":
            start = t
        if mark in "ES":
            found[LABELS[label][2:]].append((start, t + 1))
    return found


def pair_features(these: Pieces, found: Mapping[str, Sequence[Span]], left: Sequence[Span], right: Sequence[Span]) -> Floats:
    """What stands between each span of `left` and each of `right`: [left, right, FEATURES] of ones and zeros."""
    a = np.asarray(left, dtype=np.int64).reshape(-1, 1, 2)
    b = np.asarray(right, dtype=np.int64).reshape(1, -1, 2)
    before = a[..., 0] <= b[..., 0]
    low = np.where(before, a[..., 1], b[..., 1])
    high = np.maximum(np.where(before, b[..., 0], a[..., 0]), low)
    gap = np.searchsorted(_GAPS, high - low, side="right") - 1
    final = these.words - 1
    counts = [box[np.minimum(high, final)] - box[np.minimum(low, final)] for box in (these.lines, these.closers, these.quotes)]
    for role in ROLES:
        starts = np.asarray([s for s, _ in found[role]], dtype=np.int64)
        counts.append(np.searchsorted(starts, high) - np.searchsorted(starts, low))
    out = np.zeros((*gap.shape, FEATURES), dtype=np.float32)
    i, j = np.indices(gap.shape)
    out[i, j, gap + len(_GAPS) * before] = 1.0
    for n, count in enumerate(counts):
        out[i, j, 2 * len(_GAPS) + 3 * n + np.clip(count, 0, 2)] = 1.0
    out[..., -2] = counts[2] % 2
    out[..., -1] = before
    return out


def _span_vectors(states: Floats, these: Sequence[Span], role: str, weights: Mapping[str, Floats]) -> Floats:
    ends = np.asarray(these, dtype=np.int64).reshape(-1, 2)
    both = np.concatenate([states[ends[:, 0]], states[ends[:, 1] - 1]], axis=1)
    vectors: Floats = np.maximum(both @ weights[f"span.{role}.weight"].T + weights[f"span.{role}.bias"], 0.0).astype(np.float32)
    return vectors


def pair_scores(left: Floats, right: Floats, features: Floats, name: str, weights: Mapping[str, Floats]) -> Floats:
    """How well each left span goes with each right span: [left, right]."""
    a = left @ weights[f"{name}.left.weight"].T
    b = right @ weights[f"{name}.right.weight"].T
    f = features @ weights[f"{name}.features.weight"].T + weights[f"{name}.features.bias"]
    hidden = np.maximum(a[:, None] + b[None] + f, 0.0)
    bilinear = (left @ weights[f"{name}.bilinear"]) @ right.T
    scores: Floats = (hidden @ weights[f"{name}.out.weight"][0] + bilinear).astype(np.float32)
    return scores


def link(
    these: Pieces, found: Mapping[str, Sequence[Span]], states: Floats, weights: Mapping[str, Floats], reach: int
) -> tuple[list[int | None], list[int | None]]:
    """The cue of every content, and the source of every cue (None: it has none), as numbers of spans."""
    sources, cues, contents = (found[role] for role in ROLES)
    if not cues:
        return [None] * len(contents), []
    vectors = {role: _span_vectors(states, found[role], role, weights) for role in ROLES}

    def far(left: Sequence[Span], right: Sequence[Span]) -> NDArray[np.bool_]:
        a, b = (np.asarray(x, dtype=np.int64) for x in (left, right))
        return np.asarray(np.maximum(a[:, None, 0] - b[None, :, 1], b[None, :, 0] - a[:, None, 1]) > reach)

    cue_of: list[int | None] = []
    if contents:
        scores = pair_scores(vectors["content"], vectors["cue"], pair_features(these, found, contents, cues), "cue_of", weights)
        scores = np.where(far(contents, cues), NEVER, scores)
        cue_of = [int(row.argmax()) if row.max() > NEVER else None for row in scores]
    none = vectors["cue"] @ weights["none.weight"][0] + weights["none.bias"][0]
    if not sources:
        return cue_of, [None] * len(cues)
    scores = pair_scores(vectors["cue"], vectors["source"], pair_features(these, found, cues, sources), "source_of", weights)
    scores = np.where(far(cues, sources), NEVER, scores)
    source_of = [int(row.argmax()) if row.max() > nil else None for row, nil in zip(scores, none, strict=True)]
    return cue_of, source_of


def confidence(emissions: Floats, path: Ints, these: Sequence[Span]) -> list[float]:
    """For each span the mean probability of its labels."""
    shifted = np.exp(emissions - emissions.max(axis=1, keepdims=True))
    chosen = shifted[np.arange(len(path)), path] / shifted.sum(axis=1)
    return [float(chosen[s:e].mean()) for s, e in these]

"""What changed since an earlier answer: the contract's plain values, and the lines that every page shows."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from twosource.domain.change import Changes, Ground, State
from twosource.writers.conflicts import QUESTIONS
from twosource.writers.plain import line, quoted

Row = dict[str, Any]

_WORDS = 200
# How a reason is put, before the names of those through whom its words came.
_BECAUSE = {
    "denial": "denied by",
    "correction": "corrected by",
    "further-origin": "a further origin:",
    "same-origin": "said again:",
    "own-voice": "in its own voice:",
    "no-longer-told": "no longer told:",
    "copy": "in a passage that articles share:",
    "conflict": "accounts part:",
    "conflict-settled": "no longer disputed:",
    "parties-joined": "origins that are one:",
    "parties-parted": "origins that are not one:",
    "read-otherwise": "the words:",
}
_MARK = {
    "risen": "▲",
    "fallen": "▼",
    "new": "+",
    "gone": "−",
    "settled": "−",
    "updated": "→",
    "replaced": "→",
    "joined": "⋈",
    "parted": "⋔",
    "told": "=",
}
_MANY = {"article": "articles", "claim": "claims", "conflict": "conflicts", "date": "dates", "quantity": "quantities"}
# How a kind is put where its word alone would not say it.
_COUNTED = {"told": "told again", "joined": "joined to another", "parted": "parted from another"}
# What is no news on a page of ten seconds: it is counted there, and shown with --all.
_QUIET = (("claim", "told"), ("article", "new"), ("date", "updated"), ("quantity", "updated"))
# How what accounts part on is put, before the question.
_PARTING = {"new": "accounts now part on", "settled": "accounts part no longer on"}
_TELLING = ("corroborated", "disputed", "retracted")


@dataclass(frozen=True, slots=True)
class ChangeLines:
    """One change as it is shown: a mark, what became of it, its words, and why; ``claim`` is the id of a claim of this answer, or empty."""

    mark: str
    kind: str
    heading: str
    words: str
    because: tuple[str, ...]
    claim: str


def told(changes: Changes) -> Row:
    """The changes of one story as the contract has them."""
    return {
        "same_maker": changes.same_maker,
        "rows": [
            {"of": c.of, "kind": c.kind, "was": _state(c.was), "now": _state(c.now), "because": [_ground(g) for g in c.because]} for c in changes.rows
        ],
        "gone": [{"id": a.id, "ref": a.ref, "url": a.url, "outlet": a.outlet, "published": a.published, "text": a.text} for a in changes.gone],
    }


def _state(state: State | None) -> Row | None:
    if state is None:
        return None
    return {
        "id": state.id,
        "text": state.text,
        "standing": state.standing,
        "independent": state.independent,
        "rests_on": list(state.rests_on),
    }


def _ground(g: Ground) -> Row:
    return {"kind": g.kind, "by": list(g.by), "article": g.words.article, "start": g.words.span.start, "end": g.words.span.end, "text": g.words.text}


def summary(document: Row) -> str:
    """All changes, counted; nothing where the document goes on with no earlier answer."""
    if "changes" not in document:
        return ""
    changes = document["changes"]
    count = Counter((row["of"], row["kind"]) for row in changes["rows"])
    parts: dict[str, list[str]] = {}
    for (of, kind), n in count.items():
        parts.setdefault(_MANY[of], []).append(f"{n} {_COUNTED.get(kind, kind)}")
    said = [f"{of}: {', '.join(counts)}" for of, counts in parts.items()]
    if not changes["same_maker"]:
        said.append("made by another version or other models: some of this may come from the reading")
    return "the story is new" if is_new(document) else "; ".join(said) or "nothing"


def is_new(document: Row) -> bool:
    """Whether no article of the story was in the earlier answer: then all that it tells is new, and no list of it is worth its lines."""
    rows: Sequence[Row] = document["changes"]["rows"] if "changes" in document else ()
    return sum((row["of"], row["kind"]) == ("article", "new") for row in rows) == len(document["articles"])


def lines(document: Row, most: int | None, reasons: int = 3) -> list[ChangeLines]:
    """The changes to show, the gravest first; none where the document goes on with no earlier answer.

    Args:
        document: as the contract has it.
        most: how many; None for all, quiet ones too.
        reasons: how many of each are told.
    """
    rows: Sequence[Row] = document["changes"]["rows"] if "changes" in document else ()
    if most is not None:
        rows = [] if is_new(document) else [row for row in rows if not _quiet(row)][:most]
    heads = {c["id"]: c["in_full"] for c in document["claims"]}
    return [_lines(row, heads, reasons) for row in rows]


def more(document: Row, most: int) -> int:
    """How many changes a page with the first ``most`` does not show."""
    if "changes" not in document or is_new(document):
        return 0
    return len(document["changes"]["rows"]) - len(lines(document, most))


def _quiet(row: Row) -> bool:
    if row["of"] == "claim" and row["kind"] == "new":
        return row["now"]["standing"] not in _TELLING
    if any(g["kind"] in ("denial", "correction") for g in row["because"]):
        return False
    return (row["of"], row["kind"]) in _QUIET


def _lines(row: Row, heads: Mapping[str, str], reasons: int) -> ChangeLines:
    state = row["now"] or row["was"]
    grounds = [] if (row["of"], row["kind"]) == ("conflict", "new") else row["because"]  # both sides stand where accounts part
    because = [_because(g) for g in grounds[:reasons]]
    if len(grounds) > reasons:
        because.append(f"and {len(grounds) - reasons} more")
    claim = row["now"]["id"] if row["of"] == "claim" and row["now"] else ""
    told = heads.get(state["id"], state["text"])
    words = quoted(told, _WORDS) if row["of"] == "claim" else line(told.partition(": ")[2] if row["of"] == "conflict" else told, _WORDS)
    if row["kind"] == "updated":
        words = f"{line(row['was']['text'], _WORDS)} → {line(row['now']['text'], _WORDS)}"
    return ChangeLines(_MARK[row["kind"]], row["kind"], _heading(row), words, tuple(because), claim)


def _heading(row: Row) -> str:
    was, now = row["was"], row["now"]
    if row["of"] == "conflict" and row["kind"] in _PARTING:
        kind = (now or was)["text"].partition(":")[0]
        return f"{_PARTING[row['kind']]} {QUESTIONS.get(kind, line(kind, _WORDS))}"  # an earlier answer may have been edited
    if row["of"] != "claim":
        return f"{row['of']} {row['kind']}"
    if row["kind"] in ("risen", "fallen"):
        return ", ".join(_moved(was, now))
    state = now or was
    return f"claim {_COUNTED.get(row['kind'], row['kind'])}: {state['standing']}, rests on at most {state['independent']}"


def _moved(was: Row, now: Row) -> list[str]:
    standing = f"{was['standing']} → {now['standing']}" if was["standing"] != now["standing"] else now["standing"]
    number = f"at most {was['independent']} → {now['independent']}" if was["independent"] != now["independent"] else f"at most {now['independent']}"
    return [standing, f"rests on {number}"]


def _because(ground: Row) -> str:
    *chain, outlet = [line(name, 80) for name in ground["by"]] or [""]
    by = f"{', through '.join(chain)} in {outlet}" if chain else outlet
    return f"{_BECAUSE[ground['kind']]} {by}: {quoted(ground['text'], _WORDS)}"

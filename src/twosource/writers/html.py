"""HTML: one self-contained page; every string of an article is escaped, and a content security policy stands behind that."""

import base64
import hashlib
import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from twosource.writers.changes import lines, more, summary
from twosource.writers.conflicts import Parting, partings
from twosource.writers.consequence import STANDINGS, by_consequence, foremost
from twosource.writers.copies import lines as copied
from twosource.writers.copies import telling
from twosource.writers.graph import graph
from twosource.writers.legend import legend
from twosource.writers.names import gathered, labels, rests, shortened, worded
from twosource.writers.pieces import in_pieces
from twosource.writers.plain import inner
from twosource.writers.timeline import days
from twosource.writers.voices import CERTAIN, Voice, voices
from twosource.writers.writer import Document

Row = dict[str, Any]

MOST_CHANGES = 8
MOST_FOLDED = 500  # changes that a page lists when asked for all of them
# What no page may hold: control characters (a NUL ends some parsers' text) and lone surrogates (they cannot be encoded).
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")


class Html:
    """A page for eyes: standing at a glance, claims beside articles, the source graph, conflicts, timeline."""

    name = "html"

    def write(self, documents: Sequence[Document]) -> str:
        css, js = _part("page.css"), _part("page.js")
        version = documents[0]["made_by"].get("twosource", "") if documents else ""
        page = _template().render(
            stories=[_story(d) for d in documents],
            legend=legend(documents),
            version=version,
            # The two parts are ours, not the articles': they go in as they are, and the policy lets in nothing else.
            css=Markup(css),  # noqa: S704
            js=Markup(js),  # noqa: S704
            css_digest=_digest(css),
            js_digest=_digest(js),
        )
        return _UNPRINTABLE.sub("\ufffd", page) + "\n"


def _part(name: str) -> str:
    return (files("twosource.writers") / "page" / name).read_text(encoding="utf-8")


def _digest(part: str) -> str:
    return base64.b64encode(hashlib.sha256(part.encode()).digest()).decode()


@cache
def _template() -> Any:
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    return environment.from_string(_part("page.html.jinja"))


def _story(d: Document) -> Row:
    names = labels(d)
    parted = partings(d, names)
    order = {s["id"]: n for n, s in enumerate(d["statements"])}
    claims = [_claim(c, d, names, parted, order) for c in by_consequence(d)]
    claim_of = {s: c["id"] for c in d["claims"] for s in c["statements"]}
    return {
        "title": d["story"]["title"],
        "because": gathered(d["story"]["because"]),
        "outlets": None if None in (outlets := {a["outlet"] or a["domain"] for a in d["articles"]}) else len(outlets),
        "origins": len({o for c in d["claims"] for o in c["origins"]}),
        "glance": _glance(d),
        "claims": claims,
        "articles": [_article(a, d, names, claim_of) for a in d["articles"]],
        "graph": graph(d, names),
        "conflicts": [_conflict(x) for x in parted if x.sure],
        "possible": [_conflict(x) for x in parted if not x.sure],
        "timeline": [{"value": day.value, "type": day.type, "voice": _voice(day.voice)} for day in days(d, names)],
        "events": [_event(e, names) for e in d["events"]],
        "pieces": in_pieces(d),
        "copies": copied(telling(d["copies"]), names),
        "problems": d["problems"],
        "changed": summary(d),
        "changes": lines(d, MOST_CHANGES),
        "more_changes": lines(d, None)[:MOST_FOLDED] if more(d, MOST_CHANGES) else [],
    }


def _glance(d: Document) -> list[Row]:
    counted = Counter(c["standing"] for c in d["claims"])
    whole, at, rows = max(1, len(d["claims"])), 0.0, []
    for standing, meaning in STANDINGS.items():
        if not counted[standing]:
            continue
        width = 1000 * counted[standing] / whole
        rows.append({"standing": standing, "meaning": meaning, "count": counted[standing], "x": round(at, 1), "width": round(width, 1)})
        at += width
    return rows


def _conflict(x: Parting) -> Row:
    return {"id": x.id, "heading": x.heading, "sides": [{"value": value, "voices": [_voice(v, value) for v in held]} for value, held in x.sides]}


def _claim(c: Row, d: Document, names: dict[str, str], parted: Sequence[Parting], order: dict[str, int]) -> Row:
    said = [d["statements"][n] for n in sorted(order[s] for s in c["statements"])]
    statements = {s["id"]: s for s in said}
    disputes: dict[str, Parting] = {}
    for x in parted:
        if x.sure and c["id"] in x.claims:
            disputes.setdefault(x.brief, x)
    rests_on = [names.get(p, p) for p in c["rests_on"]]
    return {
        "id": c["id"],
        "words": inner(c["in_full"]),
        "standing": c["standing"],
        "independent": c["independent"],
        "rests": rests(c["independent"]),
        "rests_on": rests_on,
        "stake": shortened([names.get(p, p) for p in c["stake"]]),
        "kin": [shortened([names.get(p, p) for p in family]) for family in c["kin"]],
        "dependence": [worded(tie, d["articles"], names) for tie in c["dependence"]],
        "would_raise": worded(c["would_raise"], d["articles"], names),
        "conflicts": list(disputes.values()),
        "voices": [_voice(v, c["text"]) for v in voices(said, names, c["text"], rests_on)],
        "lights": " ".join(c["statements"]),
        "foremost": bool(disputes) or len(d["articles"]) == 1 or foremost(c, statements),
    }


def _voice(v: Voice, head: str = "") -> Row:
    """A voice with a link to the words of each of its statements; its words where they are not the head's."""
    links: dict[str, list[str]] = {}
    for statement, outlet in v.statements:
        links.setdefault(outlet, []).append(statement)
    return {
        "chain": v.chain,
        "outlets": list(links.items()),
        "inferred": v.inferred,
        "sure": v.sure if v.sure != CERTAIN else "",
        "words": "" if head in (v.words, v.in_full) else inner(v.in_full),
    }


def _event(e: Row, names: dict[str, str]) -> Row:
    place = e["place"]
    return {
        "type": e["type"],
        "mode": e["mode"],
        "actors": [names.get(p, p) for p in e["actors"]],
        "recipients": [names.get(p, p) for p in e["recipients"]],
        "date": e["date"]["value"],
        "reason": e["date"]["reason"],
        "place": place and ", ".join(filter(None, (place["name"], place["country"]))),
        "auxiliary": e["auxiliary"],
        "words": e["mentions"][0]["text"],
    }


def _article(a: Row, d: Document, names: dict[str, str], claim_of: dict[str, str]) -> Row:
    mine = [s for s in d["statements"] if s["article"] == a["id"]]
    return {
        "label": names[a["id"]],
        "published": a["published"],
        "authors": a["authors"],
        "segments": _segments(a, mine, claim_of),
    }


def _segments(a: Row, mine: list[Row], claim_of: dict[str, str]) -> list[Row]:
    """The text cut wherever a statement, the words that attribute it, or furniture begins or ends."""
    edges: dict[int, list[tuple[bool, str, Row]]] = {}
    marks = [("furniture", f, f) for f in a["furniture"]] + [("st", s, s) for s in mine]
    marks += [("cue", part, s) for s in mine for part in [*s["chain"], *([s["cue"]] if s["cue"] else [])]]
    for kind, span, of in marks:
        edges.setdefault(span["start"], []).append((True, kind, of))
        edges.setdefault(span["end"], []).append((False, kind, of))
    open_: list[tuple[str, Row]] = []
    anchors: list[str] = []
    segments, at, text = [], 0, a["text"]
    for place in sorted({*edges, len(text)}):
        if place > at:
            segments.append({**_segment(text[at:place], open_, claim_of), "anchors": anchors})
            at, anchors = place, []
        for opens, kind, of in edges.get(place, ()):
            if opens:
                open_.append((kind, of))
                anchors += [of["id"]] if kind == "st" else []
            else:
                open_.remove((kind, of))
    return segments


def _segment(text: str, open_: list[tuple[str, Row]], claim_of: dict[str, str]) -> Row:
    if not open_:
        return {"plain": True, "text": text}
    statements = [of for kind, of in open_ if kind != "furniture"]
    inmost = min((of for kind, of in open_ if kind == "st"), key=lambda s: s["end"] - s["start"], default=None)
    furniture = next((of for kind, of in open_ if kind == "furniture"), None)
    return {
        "plain": False,
        "text": text,
        "classes": " ".join(dict.fromkeys(kind for kind, _ in open_)),
        "statements": " ".join(dict.fromkeys(s["id"] for s in statements)),
        "claim": inmost and claim_of.get(inmost["id"]),
        "title": f"{furniture['kind']}: {furniture['reason']}" if furniture else None,
    }

"""Naming: names gathered into parties, full ones first, so that a surname finds its owner wherever in the text the full name stands."""

from collections import Counter
from functools import cache

from twosource.domain.party import PartyKind
from twosource.grammar.parties.entries import Entry, kind_of_body, labels_of, mended_label, parts_of, same, without_teams
from twosource.grammar.parties.gathered import Gathered, nearest_before
from twosource.grammar.parties.generations import of_one_generation, told_apart
from twosource.grammar.parties.mentions import Found, gender_of_name
from twosource.reference.facts import (
    body,
    country_in,
    country_of_capital,
    country_of_name,
    country_of_place,
    folded,
    home_of_name,
    is_call_sign,
    role_at_end,
    sectors_in,
)
from twosource.reference.lexicon import table


def add_names(so_far: Gathered) -> None:
    """Gather all names into parties, those of several words before single ones."""
    names = [n for n, m in enumerate(so_far.mentions) if m.form == "name"]
    labels = labels_of([so_far.mentions[n] for n in names])
    so_far.apart = told_apart([so_far.mentions[n] for n in names])
    full = [n for n in names if len(so_far.mentions[n].words.split()) > 1]
    single = [n for n in names if len(so_far.mentions[n].words.split()) == 1]
    for n in sorted(full, key=lambda n: (-len(so_far.mentions[n].words.split()), n)):
        _place_name(so_far, n, labels)
    for n in single:
        _place_name(so_far, n, labels)


def _place_name(so_far: Gathered, n: int, labels: dict[str, str]) -> None:
    """Give a name its party, and make the party findable by the name's parts."""
    mention = so_far.mentions[n]
    label = labels.get(mention.key, mention.label)
    entry = _known(so_far, mention, label) or _same_name(so_far, mention, label) or _by_initials(so_far, mention) or _new_name(so_far, mention, label)
    if entry is None:
        return
    so_far.of[n] = entry
    so_far.by_name.setdefault(mention.key, entry)
    entry.add(mention)
    initials = "".join(w[0] for w in mention.words.split() if w[0].isupper())
    parts = parts_of(mention.words)
    for part in {*parts, initials, "".join(parts), *([mention.short] if mention.short else [])}:
        so_far.by_part.setdefault(part, {})[id(entry)] = entry


def _known(so_far: Gathered, mention: Found, label: str) -> Entry | None:
    """The party of a name that the tables of facts know: a country's, a body's."""
    if label == "PERSON" and mention.titles and role_at_end(mention.titles[-1]) is not None and body(mention.words) is None:
        return None
    fact = body(mention.words)
    if fact is not None and not _is_surname(so_far, mention):
        return so_far.keyed(f"body:{fact.name}", fact.kind, fact)
    country = country_of_name(mention.words)
    capital = country_of_capital(mention.words) if country is None and label in ("GPE", "") and mention.acts else None
    if country is not None or capital is not None:
        code = (country or capital).code  # type: ignore[union-attr]
        entry = so_far.keyed(f"country:{code}", "place")
        entry.settle(code, "known")
        if mention.acts:
            entry.kind = "government"
        return entry
    return None


def _is_surname(so_far: Gathered, mention: Found) -> bool:
    """Whether a single word is the last name of somebody whom the article names in full: "Forbes" after "Ian Forbes" is no magazine."""
    bearers = so_far.by_part.get(mention.words.lower(), {}).values() if " " not in mention.words else ()
    full = (name for e in bearers if e.kind == "person" for name in e.names if name.count(" ") == 1 and gender_of_name(name))
    return any(parts_of(name)[-1:] == [mention.words.lower()] for name in full)


def _same_name(so_far: Gathered, mention: Found, label: str) -> Entry | None:
    """The party whose names this one can be another form of; of several the one named most, then the nearest before."""
    entry = so_far.by_name.get(mention.key)
    if entry is not None and entry.kind != "government":
        return entry
    parts = parts_of(mention.words)
    if not parts:
        return None
    near: dict[int, Entry] = {}
    for part in (*parts, mention.words, "".join(parts)):
        near.update(so_far.by_part.get(part, {}))
    found = of_one_generation([e for e in near.values() if same(e, mention, parts, label)], mention, so_far.apart)
    if not found:
        return None
    counts = Counter({id(e): sum(1 for m in e.mentions if len(m.words.split()) > 1) for e in found})
    before = [e for e in found if e.mentions and any(m.span.start < mention.span.start for m in e.mentions)] or found
    if mention.titles:
        fitting = [e for e in before if any(role_at_end(t) == role_at_end(mention.titles[-1]) for t in e.roles)]
        before = fitting or before
    return max(before, key=lambda e: (counts[id(e)], nearest_before(e, mention)))


def _by_initials(so_far: Gathered, mention: Found) -> Entry | None:
    """ "The A.G." is the one attorney general that the article names."""
    spelled = _role_initials().get(mention.words.replace(".", ""))
    if spelled is None:
        return None
    bearers = [e for e in so_far.done if e.kind == "person" and any(spelled in r.lower() for r in e.roles)]
    bearers = bearers or [so_far.of[m.described] for m in so_far.nominals.get(spelled, ()) if m.described is not None and m.described in so_far.of]
    return bearers[0] if len({id(e) for e in bearers}) == 1 else None


def _new_name(so_far: Gathered, mention: Found, label: str) -> Entry | None:
    """A party of its own for a name that nothing known fits, or None when it names no party."""
    words = mention.words
    place = country_of_place(words)
    label = mended_label(words, label)
    if label == "PERSON":
        kind: PartyKind = "person"
    elif label in ("GPE", "LOC") or (label == "" and place is not None):
        kind = "place"
    elif label == "NORP":
        kind = "group"
    elif label == "ORG" or is_call_sign(words):
        kind = kind_of_body(words)
    elif mention.subject or mention.speaks or mention.titles:
        kind = (
            kind_of_body(words)
            if is_call_sign(words) or role_at_end(words)
            else "person"
            if 2 <= len(words.split()) <= 3 and mention.speaks
            else "organisation"
        )
    else:
        return None
    entry = Entry(f"{kind}:{folded(words).lower()}", kind, plural=mention.plural)
    if kind == "person":
        entry.gender = mention.gender or gender_of_name(words) if len(words.split()) > 1 else mention.gender
    else:
        entry.settle(place if kind == "place" else None, "known")
        entry.settle("USA" if is_call_sign(words) else home_of_name(words), "name")
        entry.sectors.extend(sectors_in(without_teams(words)) if kind != "place" else ())
        if label == "NORP" and country_in(words) is not None and not entry.sectors:
            entry.sectors.append("CVL")
    so_far.done.append(entry)
    return entry


@cache
def _role_initials() -> dict[str, str]:
    """Roles by their initials."""
    return {row["initials"]: row["role"] for row in table("role_initials")}

"""Bearers: the named parties that a description of their role or kind stands for, as "the Russian president", "the zoo"."""

from functools import cache

from twosource.grammar.parties.entries import Entry, head_word
from twosource.grammar.parties.gathered import Gathered, gender_fits, nearest_before
from twosource.grammar.parties.mentions import Found
from twosource.reference.facts import country_of_demonym, country_of_name, home_of
from twosource.reference.lexicon import table, words

_LEADERS = frozenset(["president", "premier", "chancellor", "king", "queen", "emir", "sultan"])
_REACH = 4
_JUST = 5
_NAMED_REACH = 40


def role_bearer(so_far: Gathered, mention: Found) -> Entry | None:
    """ "The Russian president" is the one who bears that role in the text."""
    if mention.plural or not mention.definite or mention.role is None or mention.role.kind != "person":
        return None
    country = home_of(mention.words)
    modifiers = _modifiers(mention.words)
    fitting: list[Entry] = []
    for entry in so_far.done:
        if entry.kind != "person" or not entry.mentions or not gender_fits(entry, mention):
            continue
        bearing = [r for r in entry.roles if head_word(r) in _borne_by(mention.key)]
        if country is not None and entry.country is not None:
            fits = entry.country == country and (bool(bearing) or (mention.key in ("leader", "president") and _leads(entry)))
        else:
            fits = bool(bearing) and (not modifiers or any(modifiers & _modifiers(r) for r in bearing))
        if fits and "former" not in modifiers ^ {w for r in bearing for w in _modifiers(r)}:
            fitting.append(entry)
    if country is not None and len(fitting) > 1:  # "the Russian president", after two presidents of whom it is not told where
        fitting = [e for e in fitting if e.country == country]
    before = [e for e in fitting if e.mentions[0].span.start < mention.span.start or any(m.span.start < mention.span.start for m in e.mentions)]
    if not before and len(fitting) == 1 and modifiers:  # "the ferry line's chairman", before the article names him
        return fitting[0]
    if not before and (country is not None or "year-old" in mention.words) and "former" not in modifiers and not _of_a_body(mention):
        recent = [e for e, last in so_far.recent(mention, 1) if mention.subject]
        near = [e for e in recent if e.kind == "person" and not e.roles and e.country in (None, country)]
        before = [e for e in near if gender_fits(e, mention)][:1]
        for entry in before:
            entry.learn(mention.words)
    if not before and mention.speaks and not mention.quoted and mention.key in words("renamings"):
        before = [e for e in _just_named(so_far, mention) if country is None or e.country in (None, country)][:1]
    if not before:
        return None
    bearer = max(before, key=lambda e: nearest_before(e, mention))
    bearer.settle(country, "words")
    return bearer


def _of_a_body(mention: Found) -> bool:
    """Whether a description tells whose, of no country: "the chairman of the committee", "the Velmar zoo's director"."""
    whose, owned, _ = mention.words.replace("’s ", "'s ").rpartition("'s ")
    return bool(mention.linked) or (bool(owned) and country_of_name(whose) is None and country_of_demonym(whose) is None)


def _just_named(so_far: Gathered, mention: Found) -> list[Entry]:
    """People named outside quotations in the sentences before, those who did or said something first."""
    near = [e for e, _ in so_far.recent(mention, _JUST) if e.kind == "person" and e.names and gender_fits(e, mention)]
    told = [(e, e.told) for e in near if e.told is not None and 0 < mention.sentence - e.told.sentence <= _JUST]
    return [e for e, _ in sorted(told, key=lambda t: (not (t[1].speaks or t[1].subject), -t[1].span.start))]


def _modifiers(words: str) -> set[str]:
    """Words before the head that narrow a role, countries left aside."""
    parts = [p.removesuffix("'s") for p in words.replace("’s", "'s").split()[:-1]]
    return {p.lower() for p in parts if home_of(p) is None and p.lower() not in ("the", "a", "an", "this", "that", "korean", "u.s.")}


@cache
def _narrower() -> dict[str, frozenset[str]]:
    """Narrower roles by the broad one that can stand for them."""
    return {row["role"]: frozenset(row["narrower"].split()) for row in table("broad_roles")}


def _borne_by(key: str) -> frozenset[str]:
    """Role nouns whose bearer a role noun can stand for: itself and narrower ones."""
    return _narrower().get(key, frozenset()) | {key}


def _leads(entry: Entry) -> bool:
    """Whether a party's roles make it the leader of a country."""
    return any(
        head_word(r) in _LEADERS or (head_word(r) in ("leader", "dictator", "ruler", "minister") and "foreign" not in r.lower()) for r in entry.roles
    )


def named_so(so_far: Gathered, mention: Found) -> Entry | None:
    """ "The zoo" is the last named body whose name or description ends so, "the carrier" the last one with "Airlines" in its name."""
    if mention.plural or not mention.definite or (mention.role is not None and mention.role.kind not in ("organisation", "group", "media")):
        return None
    country = home_of(mention.words)
    bodies = [
        e for e, _ in so_far.recent(mention, _NAMED_REACH) if e.kind in ("organisation", "group", "government", "media") and e.names and not e.plural
    ]
    bodies = [e for e in bodies if country is None or e.country in (None, country)]
    named = country is None and any(w[0].isupper() for w in mention.words.split())
    for wanted in (frozenset({mention.key}), frozenset() if named else _names_of_called(mention.key)):
        for entry in bodies:
            if any(wanted & set(name.lower().split()) for name in entry.names) or any(head_word(r) == mention.key for r in entry.roles):
                return entry
    if mention.key in ("company", "firm"):
        near = [e for e in bodies if e.kind == "organisation" and _near(e, mention) and not set(e.sectors) - {"BUS", "MNC"}]
        return near[0] if near else None
    return None


@cache
def _called() -> dict[str, frozenset[str]]:
    """Words of bodies' names by what such a body is called."""
    return {row["called"]: frozenset(row["names"].split()) for row in table("body_words")}


def _names_of_called(key: str) -> frozenset[str]:
    """Words of names that a body bears which is called so."""
    return _called().get(key, frozenset())


def _near(entry: Entry, mention: Found) -> bool:
    """Whether a party was mentioned within the last few sentences."""
    return entry.latest is not None and mention.sentence - entry.latest.sentence <= _REACH

"""Generations: father and son of one name, told apart by what stands behind the son's."""

from collections.abc import Iterable

from twosource.grammar.parties.entries import Entry, has_suffix, parts_of
from twosource.grammar.parties.mentions import Found


def told_apart(mentions: Iterable[Found]) -> frozenset[str]:
    """Surnames that an article gives to a person with a suffix ("Lund Jr.") and to another without.

    Two people bear them where one sentence has the name with it and without; and where the full name stands with it and without, unless only
    the headline leaves it off, or the text gives it once at the first and drops it then, as it does with anybody's.
    """
    full: dict[tuple[str, str], tuple[list[Found], list[Found]]] = {}
    by_surname: dict[str, tuple[list[Found], list[Found]]] = {}
    for mention in mentions:
        parts = parts_of(mention.words)
        son = has_suffix(mention.words)
        if len(parts) > 1:
            full.setdefault((parts[0], parts[-1]), ([], []))[son].append(mention)
        if parts and (son or len(parts) == 1):
            by_surname.setdefault(parts[-1], ([], []))[son].append(mention)
    apart = {name[-1] for name, (fathers, sons) in full.items() if _are_two(fathers, sons, len(by_surname.get(name[-1], ([], []))[1]))}
    return frozenset(apart | {name for name, (fathers, sons) in by_surname.items() if _share_a_sentence(fathers, sons)})


def _are_two(fathers: list[Found], sons: list[Found], times: int) -> bool:
    told = [m for m in fathers if m.sentence > 0]
    return _share_a_sentence(fathers, sons) or bool(told and sons and (times > 1 or told[0].sentence < sons[0].sentence))


def _share_a_sentence(fathers: list[Found], sons: list[Found]) -> bool:
    return not {m.sentence for m in sons}.isdisjoint(m.sentence for m in fathers)


def of_one_generation(entries: list[Entry], mention: Found, apart: frozenset[str]) -> list[Entry]:
    """Those of several parties that a name can be another form of, where father and son are told apart."""
    suffixed = has_suffix(mention.words)
    if not suffixed and parts_of(mention.words)[-1] not in apart:
        return entries
    told = [e for e in entries if e.kind != "person" or any(has_suffix(name) for name in e.names) == suffixed]
    return told or ([] if parts_of(mention.words)[-1] in apart else entries)

"""Antecedents: the parties that pronouns take up again.

An ordered decision, after what is known of news prose: what a clause itself tells comes first, then who cannot be meant is left out (number,
gender, whether it can speak; binding), and of the rest the one that stands out most is taken, by how near it is, what it is to its sentence
(centering: Grosz, Joshi and Weinstein 1995), whether it does the same there as the pronoun (Lappin and Leass 1994), and whether it spoke last.
"""

from collections.abc import Iterator

from twosource.grammar.parties.bystanders import is_somebody
from twosource.grammar.parties.entries import Entry
from twosource.grammar.parties.gathered import Gathered
from twosource.grammar.parties.mentions import Found
from twosource.grammar.parties.salience import apart, fitness, salience

# Sentences looked back: long quotations push a speaker's name away from the "she said" that takes him up again.
_REACH = {"m": 7, "f": 7, "p": 3, "n": 3}
# Mentions looked back on at most, so that work stays bounded on a page of names.
_MOST = 120
# Of so many, at least and at most, "X and Y" are "they".
_A_GROUP = (2, 8)


def antecedent(so_far: Gathered, mention: Found) -> Entry | None:
    """The party that a pronoun takes up again: its clause tells, or the one that stands out most of those that fit."""
    if mention.belongs_with is not None and (entry := _at(so_far, mention, mention.belongs_with)) is not None:
        return entry
    if mention.gender == "r":
        return None
    best: tuple[float, Entry] | None = None
    for entry, taken in _candidates(so_far, mention):
        if _can_be(entry, mention) and not _bound_apart(so_far, taken, mention):
            score = salience(taken, mention) + fitness(entry, mention)
            if best is None or score > best[0]:
                best = (score, entry)
    if best is None:
        return None
    if best[1].members:
        so_far.by_name.setdefault(best[1].key, best[1])
    if mention.gender in ("m", "f"):
        best[1].gender = best[1].gender or mention.gender
    return best[1]


def _at(so_far: Gathered, mention: Found, token: int) -> Entry | None:
    """The party of the mention whose head is a token of a pronoun's sentence."""
    number = so_far.at.get((mention.sentence, token))
    return None if number is None else so_far.of.get(number)


def _candidates(so_far: Gathered, mention: Found) -> Iterator[tuple[Entry, Found]]:
    """Parties with a mention that can be taken up: the main subject that the pronoun stands ahead of, and those before it, nearest first."""
    ahead = mention.prominence.ahead
    if ahead is not None and (entry := _at(so_far, mention, ahead)) is not None:
        yield entry, so_far.mentions[so_far.at[mention.sentence, ahead]]
    for entry, taken in so_far.met[: -_MOST - 1 : -1]:
        if apart(taken, mention) > _REACH[mention.gender]:
            return
        if taken.span.end <= mention.span.start:
            yield entry, taken
            if mention.gender == "p" and taken.joined is not None and (several := _together(so_far, taken)) is not None:
                yield several


def _together(so_far: Gathered, last: Found) -> tuple[Entry, Found] | None:
    """Those whom one sentence tells of together, "X and Y", as a group, with the first one's mention; None where they are not of one sort."""
    first = so_far.at.get((last.sentence, last.joined or 0))
    numbers = ([] if first is None else [first]) + so_far.joined[last.sentence, last.joined or 0]
    if not _A_GROUP[0] <= len(numbers) <= _A_GROUP[1] or so_far.mentions[numbers[-1]] is not last:
        return None
    members = list({id(so_far.of[k]): so_far.of[k] for k in numbers if k in so_far.of}.values())
    sorts = {e.kind in ("person", "unnamed") for e in members}
    if len(members) < _A_GROUP[0] or len(sorts) > 1 or any(e.plural or e.kind == "place" for e in members):
        return None
    key = "both:" + "+".join(e.key for e in members)
    group = so_far.by_name.get(key) or Entry(key, "group", plural=True, members=members)
    names = [e.names[0] if e.names else e.called or e.mentions[0].words for e in members]
    group.called = f"{', '.join(names[:-1])} and {names[-1]}"
    return group, so_far.mentions[numbers[0]]


def _can_be(entry: Entry, mention: Found) -> bool:
    """Whether number, gender and kind allow it: people are "he" or "she", many and bodies "they", bodies and papers "it"."""
    kind = mention.gender
    if entry.bystander:
        return _bystander_can_be(entry, mention)
    if kind in ("m", "f"):
        one = entry.kind == "unnamed" and not entry.plural and any(m.role and m.role.kind == "person" for m in entry.mentions)
        return (entry.kind == "person" or one) and entry.gender in ("", kind)
    if kind == "p":
        return entry.plural or entry.kind in ("organisation", "group", "media")
    if entry.plural or entry.kind == "person" or (entry.kind == "place" and not entry.key.startswith("country:")):
        return False
    if entry.kind == "unnamed":
        first = entry.mentions[0].role
        return first is not None and first.kind == "document"
    unheard = entry.kind == "organisation" and not entry.sectors and not any(m.speaks for m in entry.mentions)
    return not (unheard and mention.speaks and not mention.quoted)


def _bystander_can_be(entry: Entry, mention: Found) -> bool:
    """The same for a common noun: only people speak."""
    somebody = is_somebody(entry.mentions[0])
    if mention.gender == "p":
        return entry.plural and (somebody or not mention.speaks)
    if mention.gender == "n":
        return not entry.plural and not somebody and not mention.speaks
    return not entry.plural and somebody


def _bound_apart(so_far: Gathered, taken: Found, mention: Found) -> bool:
    """Whether grammar keeps two apart: whom a subject acts on is another, and a speaker does not speak of himself as "he" in quotation marks."""
    if taken.sentence != mention.sentence:
        return False
    if mention.quoted and not taken.quoted and taken.speaks:
        return True
    verb = mention.prominence.verb
    return verb is not None and taken.prominence.verb == verb and not taken.prominence.owner and not mention.prominence.owner

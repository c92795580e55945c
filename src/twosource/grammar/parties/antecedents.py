"""Antecedents: the parties that pronouns take up again."""

from twosource.grammar.parties.entries import Entry
from twosource.grammar.parties.gathered import Gathered
from twosource.grammar.parties.mentions import Found

# Long quotations push a speaker's name sentences away from the "she said" that takes him up again.
_PRONOUN_REACH = 7
# Who is only spoken of in a quotation does not say it.
_SPOKEN_OF = 6.0
# Who spoke goes on speaking.
_SPEAKS_ON = 1.5


def antecedent(so_far: Gathered, mention: Found) -> Entry | None:
    """The party that a pronoun takes up again: its clause tells, or the best fit of those met last."""
    if mention.belongs_with is not None:
        for k in so_far.in_sentence[mention.sentence]:
            if so_far.mentions[k].head == mention.belongs_with and k in so_far.of:
                return so_far.of[k]
    if mention.gender == "r":
        return None
    best: tuple[float, Entry] | None = None
    reach = _PRONOUN_REACH if mention.gender in ("m", "f") else 3
    for entry, latest in so_far.recent(mention, reach):
        scores = [_pronoun_score(entry, last, mention) for last in _taken_up(entry, latest, mention, reach)]
        score = max((s for s in scores if s is not None), default=None)
        if score is not None and (best is None or score > best[0]):
            best = (score, entry)
    if best is None:
        return None
    if mention.gender in ("m", "f"):
        best[1].gender = best[1].gender or mention.gender
    return best[1]


def _taken_up(entry: Entry, latest: Found, mention: Found, reach: int) -> list[Found]:
    """The mentions of a party that a pronoun can take up: the last; outside quotations the last one there; where it speaks, the last that spoke."""
    if mention.quoted:
        return [latest]
    near = [m for m in (entry.told, entry.spoke if mention.speaks else None) if m is not None and mention.sentence - m.sentence <= reach]
    # Whom a quotation speaks of does not come nearer by that.
    return [m for m in near if m.span.start < mention.span.start] or [latest]


def _pronoun_score(entry: Entry, last: Found, mention: Found) -> float | None:
    """How well a pronoun fits a party: nearness, subjects first, often named first; None when it cannot be."""
    kind = mention.gender
    if kind in ("m", "f"):
        person = entry.kind == "person" or (
            entry.kind == "unnamed" and not entry.plural and any(m.role and m.role.kind == "person" for m in entry.mentions)
        )
        if not person or entry.gender not in ("", kind):
            return None
    elif kind == "p":
        if not (entry.plural or entry.kind in ("organisation", "group", "media")):
            return None
    elif entry.plural or entry.kind in ("person", "unnamed") or (entry.kind == "place" and not entry.key.startswith("country:")):
        return None
    same = last.sentence == mention.sentence
    if same and mention.quoted and not last.quoted and last.speaks:
        return None
    unheard = entry.kind == "organisation" and not entry.sectors and not any(m.speaks for m in entry.mentions)
    if kind == "n" and unheard and mention.speaks and not mention.quoted:
        return None
    score = -2.0 * (mention.sentence - last.sentence) + 0.2 * min(5, len(entry.mentions))
    score += 1.5 if last.subject else 0.0
    score += 0.5 if last.acts else 0.0
    if kind in ("m", "f") and not mention.quoted:  # who speaks goes on speaking; whom he talks about does not take over
        score -= (_SPOKEN_OF if mention.speaks else 1.5) if last.quoted else 0.0
    if not mention.quoted:
        score += _SPEAKS_ON if mention.speaks and last.speaks else 0.0
    score += 1.0 if kind == "p" and entry.plural else 0.0
    score += 1.0 if kind in ("m", "f") and entry.kind == "person" else 0.0
    score += 0.8 if kind in ("m", "f") and entry.gender == kind else 0.0
    return score

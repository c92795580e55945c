"""People: the names that an article gives in full, by which a second reading knows them again."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from twosource.domain.sentence import Token
from twosource.grammar.parties.mentions import Found
from twosource.reference.facts import role

LONGEST_NAME = 7
"""Words of a name at most."""


@dataclass(frozen=True, slots=True)
class People:
    """Names that the article gives in full: people's words by the first one, their last words alone, and bodies' words by the first one."""

    full: dict[str, list[tuple[str, ...]]]
    last: frozenset[str]
    bodies: dict[str, list[tuple[str, ...]]] = field(default_factory=dict)

    def touch(self, tokens: Sequence[Token]) -> bool:
        """Whether a word stands here that one of these names may begin with, as written or in capitals."""
        words = [t.text for t in tokens]
        return any(w in self.full or w in self.last or w in self.bodies or (w.isupper() and w.capitalize() in self.last) for w in words)


def people_of(mentions: list[Found], loud: frozenset[int]) -> People:
    """The people among an article's names; sentences with these numbers are headlines, whose capitals make names too long."""
    full: dict[str, list[tuple[str, ...]]] = {}
    last: set[str] = set()
    bodies: dict[str, list[tuple[str, ...]]] = {}
    places = _mostly_places(mentions, loud)
    for mention in mentions:
        if mention.key in places:
            continue
        if mention.form == "name" and mention.label == "ORG" and mention.sentence not in loud and _is_body_name(mention.words):
            forms = bodies.setdefault(mention.words.split()[0], [])
            if (parts := tuple(mention.words.split())) not in forms:
                forms.append(parts)
        words = tuple(mention.words.split())
        sure = mention.form == "name" and mention.label == "PERSON" and 2 <= len(words) <= 4 and mention.sentence not in loud
        if sure and all(w[0].isupper() and w.replace("-", "").isalpha() for w in (words[0], words[-1])) and role(words[-1]) is None:
            names = full.setdefault(words[0], [])
            if words not in names:
                names.append(words)
            last.add(words[-1])
        elif mention.form == "name" and len(words) == 1 and mention.titles and mention.label == "PERSON" and mention.sentence not in loud:
            last.add(words[0])
    return People(full, frozenset(w for w in last if len(w) > 2), bodies)


def _mostly_places(mentions: list[Found], loud: frozenset[int]) -> set[str]:
    """Names that a tagger takes for a place more often than for anything else: one sentence misread must not rename it in all."""
    places: Counter[str] = Counter()
    for mention in mentions:
        if mention.form == "name" and mention.sentence not in loud:
            places[mention.key] += 1 if mention.label in ("GPE", "LOC") else -3 if mention.titles else -1
    return {key for key, lead in places.items() if lead > 0}


def _is_body_name(words: str) -> bool:
    """Whether a body's name is one to look for elsewhere: a few words, capitals at both ends, nothing but letters and dots."""
    parts = words.split()
    return 2 <= len(parts) <= LONGEST_NAME and all(p[0].isupper() for p in (parts[0], parts[-1])) and all(p.replace(".", "").isalpha() for p in parts)

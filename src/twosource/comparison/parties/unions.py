"""Unions: local parties put together step by step, and what a rule sees of each."""

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from twosource.comparison.parties import spelling
from twosource.domain.party import LocalParty
from twosource.domain.span import Span
from twosource.reference import facts

_SEAT = re.compile(r" (?:of|in|at) ((?:[A-Z][\w’'-]{1,30}(?: (?=[A-Z]))?){1,3})")
_INDEFINITE = frozenset({"a", "an", "one", "another", "some", "any", "two", "three", "several", "many", "no"})


class Form:
    """A local party as the rules compare it.

    ``in_headline`` tells whether its first mention stands in the headline, ``named_outside`` whether it is named elsewhere; ``bare`` whether
    it first stands as its name alone, without an article; ``seat`` is the place that its description goes on with ("the city council of
    Velmar"), or "".
    """

    def __init__(self, party: LocalParty, text: str, headline: Span | None) -> None:
        self.party = party
        self.id = party.id
        self.article = party.article
        self.in_headline = headline is not None and headline.covers(party.span)
        self.named_outside = headline is None or not self.in_headline or _named_outside(party, headline)
        self.seat = _seat(party, text)
        self.bare = (
            party.name[:1].isupper() and text.startswith(party.name, party.span.start) and not text[: party.span.start].endswith(("the ", "The "))
        )
        before = text[max(0, party.span.start - 20) : party.span.end].lower().split()
        opening = text[party.span.start : party.span.end].lower().split()
        self.indefinite = bool(_INDEFINITE & {*opening[:1], *party.name.lower().split()[:1], *before[-len(opening) - 1 : -len(opening)]})

    @cached_property
    def is_person(self) -> bool:
        return self.party.kind == "person" and not self.is_unnamed

    @cached_property
    def is_unnamed(self) -> bool:
        """Whether it has a description only: no capital in it but that of a sentence's first word before a role."""
        capitals = [w[:1].isupper() for w in self.party.name.split() if w.lower() not in ("the", "a", "an")]
        described = not any(capitals[1:]) and (not any(capitals) or facts.role_at_end(self.party.name) is not None)
        return self.party.kind == "unnamed" or described

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The name and those aliases that are names: with a capital inside."""
        aliases = (a for a in self.party.aliases if any(w[0].isupper() for w in a.split()[1:] or a.split()) and a.lower() not in ("the", "he", "she"))
        return (self.party.name, *aliases)

    @cached_property
    def person(self) -> tuple[str, ...]:
        """The longest name of a person, in words without titles; () for what is no person."""
        if not self.is_person:
            return ()
        return max(
            (spelling.person_parts(n) for n in self.names),
            key=lambda found: (len(found) > 1, found == spelling.person_parts(self.party.name), len(found)),
        )

    def stands_for_some(self, other: "Form") -> bool:
        """Whether one of two is a group told by its members and the other is one party."""
        several, one = (self, other) if self.party.members else (other, self)
        return bool(several.party.members) and not one.party.members and one.party.kind not in ("group", "unnamed")

    @cached_property
    def has_suffix(self) -> bool:
        """Whether the person goes by a son's name ("Anders Lund Jr.")."""
        return self.is_person and any(spelling.has_suffix(n) for n in self.names)

    @cached_property
    def body(self) -> str | None:
        """The name under which it is known, for agencies and bodies."""
        if self.is_person:
            return None
        return next((known.name for n in self.names if (known := facts.body(n)) is not None), None)


def _named_outside(party: LocalParty, headline: Span) -> bool:
    return any(form == "name" and not headline.covers(span) for span, form in zip(party.evidence, party.forms, strict=False))


def _told_apart(forms: Iterable[Form]) -> frozenset[str]:
    """Surnames that some article gives to two, one with "Jr." or the like behind it and one without."""
    held: dict[tuple[str, str], tuple[list[Form], list[Form]]] = {}
    for form in forms:
        if form.person:
            held.setdefault((form.article, form.person[-1]), ([], []))[form.has_suffix].append(form)
    return frozenset(
        surname
        for (_, surname), (fathers, sons) in held.items()
        if any(len(f.person) == 1 or len(s.person) == 1 or spelling.same_given(f.person[0], s.person[0]) for f in fathers for s in sons)
    )


def _seat(party: LocalParty, text: str) -> str:
    if party.kind == "unnamed" or any(w[:1].isupper() for w in party.name.split()[1:]):
        return ""
    tails = (_SEAT.match(text, span.end) for span, form in zip(party.evidence, party.forms, strict=False) if form == "nominal")
    return next((tail.group(1) for tail in tails if tail), "")


@dataclass
class Unions:
    """Forms put together by rule after rule; the outcome does not depend on the order they came in."""

    forms: list[Form]

    def __post_init__(self) -> None:
        self.forms = sorted({f.id: f for f in self.forms}.values(), key=lambda f: f.id)
        self._head = {f.id: f.id for f in self.forms}
        self.form = {f.id: f for f in self.forms}
        self._apart = _told_apart(self.forms)
        self._generation = {f.id: {(f.person[-1], f.has_suffix)} for f in self.forms if f.person and f.person[-1] in self._apart}

    def head(self, one: str) -> str:
        while self._head[one] != one:
            self._head[one] = self._head[self._head[one]]
            one = self._head[one]
        return one

    def join(self, a: Form, b: Form) -> None:
        """Put two parties together, with what each is joined with already; father and son stay two, and "X and Y" are neither X nor Y."""
        first, second = sorted((self.head(a.id), self.head(b.id)))
        if first == second or self.are_two_generations(a, b) or a.stands_for_some(b):
            return
        self._head[second] = first
        if second in self._generation:
            self._generation.setdefault(first, set()).update(self._generation[second])

    def are_two_generations(self, a: Form, b: Form) -> bool:
        """Whether two are father and son by a surname that some article of the story gives to both."""
        others = self._generation.get(self.head(b.id), set())
        return any((surname, not son) in others for surname, son in self._generation.get(self.head(a.id), set()))

    def join_only(self, form: Form, others: Sequence[Form]) -> None:
        """Join with what the others are, if they are one; or with the one of them that most articles have, by far or by one."""
        other = self.only(others)
        if other is not None:
            self.join(form, other)

    def only(self, others: Sequence[Form]) -> Form | None:
        """One of the others, if they are one; else one of those that most articles have, by far or by one."""
        articles: dict[str, set[str]] = defaultdict(set)
        for other in others:
            articles[self.head(other.id)].add(other.article)
        ranked = sorted(articles, key=lambda head: (-len(articles[head]), head))
        if ranked and (len(ranked) == 1 or len(articles[ranked[0]]) > len(articles[ranked[1]])):
            return next(f for f in others if self.head(f.id) == ranked[0])
        return None

    def join_all(self, forms: Sequence[Form]) -> None:
        for other in forms[1:]:
            self.join(forms[0], other)

    def groups(self) -> list[list[Form]]:
        found: dict[str, list[Form]] = defaultdict(list)
        for form in self.forms:
            found[self.head(form.id)].append(form)
        return list(found.values())

    def by(self, key: Callable[[Form], Iterable[Hashable]]) -> dict[Hashable, list[Form]]:
        """Forms by each of their keys."""
        found: dict[Hashable, list[Form]] = defaultdict(list)
        for form in self.forms:
            for one in dict.fromkeys(key(form)):
                found[one].append(form)
        return found

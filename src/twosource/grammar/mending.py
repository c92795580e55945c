"""Clauses that the parser took for something else, put right where English leaves no doubt."""

from dataclasses import replace

from twosource.domain.sentence import Token

# These open a clause as well as a phrase: "as a boy", "as a boy ran".
_OPENING = frozenset({"after", "as", "before", "since", "until"})
_LOOSE = frozenset({"advcl", "ccomp", "conj", "parataxis"})
_SUBJECTS = frozenset({"csubj", "csubjpass", "expl", "nsubj", "nsubjpass"})
_FINITE = frozenset({"MD", "VBD", "VBP", "VBZ"})
_AUXILIARIES = ("aux", "auxpass")
_BESIDE = frozenset({"advmod", "aux", "auxpass", "neg"})
_BREAKS = frozenset({",", ";", ":", "—", "–", '"', "”"})
# A day or month told from the day of writing says when what stands before it was; "two days after the vote" measures.
_POINTING = frozenset({"last", "next", "this"})


def mended(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The sentence's tokens with subjects given back to verbs that have none, and days to the clause they stand in.

    A finite verb has a subject. Where it has none and stands right behind "as", "after", "before", "since" or "until" with a noun,
    that noun is it: "hundreds watched as a drunk man in the hall struck a guard".
    """
    kids: list[list[int]] = [[] for _ in tokens]
    for i, token in enumerate(tokens):
        if token.head != i:
            kids[token.head].append(i)
    made = list(tokens)
    for i, token in enumerate(tokens):
        if token.dep == "prep" and token.text.lower() in _OPENING:
            _open(made, kids, i)
        elif token.dep == "mark" and token.text.lower() in _OPENING:
            _date(made, kids, i)
    return tuple(made)


def _open(made: list[Token], kids: list[list[int]], i: int) -> None:
    """Make the preposition at ``i`` open a clause, if a verb without a subject stands right behind its noun."""
    nouns = [k for k in kids[i] if made[k].dep == "pobj" and k > i]
    verb = _behind(made, kids, _last(kids, i) + 1) if nouns else None
    such = i > 0 and made[i - 1].text.lower() == "such"
    if verb is None or such or any(made[j].text in _BREAKS for j in range(nouns[-1], verb)):
        return
    if made[verb].dep not in _LOOSE or made[verb].head > i or any(made[k].dep in _SUBJECTS for k in kids[verb]):
        return
    host = _verb_above(made, i)
    if host is None or host == verb or verb in _above(made, host):
        return
    passive = any(made[k].dep == "auxpass" for k in kids[verb])
    made[i] = replace(made[i], dep="mark", head=verb)
    for noun in nouns[:-1]:
        made[noun] = replace(made[noun], dep="nmod", head=nouns[-1])
    made[nouns[-1]] = replace(made[nouns[-1]], dep="nsubjpass" if passive else "nsubj", head=verb)
    made[verb] = replace(made[verb], dep="advcl", head=host)


def _date(made: list[Token], kids: list[list[int]], i: int) -> None:
    """Give "last month" before the "after" at ``i`` to the verb before, whose time it is."""
    verb = made[i].head
    for k in kids[verb]:
        pointing = any(made[j].text.lower() in _POINTING for j in kids[k]) or (made[k].entity == "DATE" and not kids[k])
        if made[k].dep == "npadvmod" and pointing and _last(kids, k) == i - 1 and made[verb].dep == "advcl" and made[verb].head < k:
            made[k] = replace(made[k], head=made[verb].head)


def _behind(made: list[Token], kids: list[list[int]], at: int) -> int | None:
    """The finite verb at token ``at``, or behind its own auxiliaries and adverbs there; None if there is none."""
    verb = at
    while verb < len(made) and made[verb].dep in _BESIDE and at < made[verb].head:
        verb += 1
    if verb >= len(made) or made[verb].pos not in ("VERB", "AUX"):
        return None
    if any(made[j].head != verb for j in range(at, verb)):
        return None
    tags = {made[verb].tag, *(made[k].tag for k in kids[verb] if made[k].dep in _AUXILIARIES)}
    return verb if tags & _FINITE else None


def _last(kids: list[list[int]], i: int) -> int:
    """The last token of all that hangs on token ``i``."""
    seen, below = {i}, list(kids[i])
    while below:
        if (k := below.pop()) not in seen:
            seen.add(k)
            below.extend(kids[k])
    return max(seen)


def _above(made: list[Token], i: int) -> set[int]:
    """The tokens above token ``i``, itself counted."""
    seen = {i}
    while (i := made[i].head) not in seen:
        seen.add(i)
    return seen


def _verb_above(made: list[Token], i: int) -> int | None:
    """The nearest verb above token ``i``."""
    seen = {i}
    while (i := made[i].head) not in seen:
        if made[i].pos in ("VERB", "AUX"):
            return i
        seen.add(i)
    return None

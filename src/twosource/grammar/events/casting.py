"""Who plays which part: the parties that fill the slots of a verb or an event noun in a sentence."""

from collections.abc import Callable, Sequence

from twosource.domain.party import LocalParty
from twosource.domain.span import Span
from twosource.grammar.parties.parties_at import PartyIndex
from twosource.grammar.tree import Tree
from twosource.reference.facts import country_of_demonym
from twosource.reference.lexicon import words

Government = Callable[[str], LocalParty | None]
_RELATIVE = frozenset({"who", "which", "that", "whom"})
# what stands behind these is what the object of the governing verb did: "thanked X for sending", "accused X of shelling"
_OF_THE_OBJECT = frozenset({"for", "of", "from"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_DEEPEST = 8  # nesting beyond this is a fault of the parse


class Casting:
    """The parts in one sentence.

    Args:
        tree: the sentence.
        parties: where the article's parties are mentioned.
        pair: what "both nations" and "the two sides" stand for here.
        government: the article's party for a country's code, for adjectives ("a Norland demand").
    """

    def __init__(self, tree: Tree, parties: PartyIndex, pair: Sequence[LocalParty] = (), government: Government = lambda _: None) -> None:
        self.tree = tree
        self._parties = parties
        self._pair = list(pair)
        self._government = government

    def at(self, i: int) -> LocalParty | None:
        """The party whose mention token ``i`` heads or belongs to."""
        token = self.tree.tokens[i]
        return self._parties.at(Span(token.start, token.end))

    def parties(self, i: int, depth: int = 0) -> list[LocalParty]:
        """The parties a noun phrase stands for: all that are coordinated in it; where its head is none, whoever owns it or does it."""
        found: dict[str, LocalParty] = {}
        for head in self.coordinated(i):
            for party in self._one(head, depth):
                found.setdefault(party.id, party)
        return list(found.values())

    def coordinated(self, i: int) -> list[int]:
        """Token ``i`` and the nouns joined to it by "and"."""
        heads, at = [i], 0
        while at < len(heads) and len(heads) < 20:
            heads += [k for k in self.tree.kids[heads[at]] if self.tree.tokens[k].dep == "conj" and self.tree.tokens[k].pos in (*_NOMINAL, "ADJ")]
            at += 1
        return heads

    def _one(self, i: int, depth: int) -> list[LocalParty]:
        tree, token = self.tree, self.tree.tokens[i]
        if self._pair and token.lemma in words("paired_nouns") and any(tree.tokens[k].lemma in ("two", "both") for k in tree.kids[i]):
            return self._pair
        party = self.at(i)
        if self._pair and token.lemma.lower() in ("they", "them", "their") and (party is None or (party.kind == "group" and party.country is None)):
            return self._pair
        named = party is not None and (party.country is not None or party.kind not in ("unnamed", "group"))
        if party is not None and party.kind in ("unnamed", "group") and depth < _DEEPEST:  # "the envoys of Norland and Suland"
            members = self.behind(i, ("of", "from"), depth + 1)
            if len({p.country for p in members if p.country}) > 1:
                return members
        if party is not None and (named or token.pos in ("PROPN", "PRON")):
            return [party]
        if party is None and (found := [p for k in tree.kids[i] if tree.tokens[k].dep == "appos" and (p := self.at(k)) is not None]):
            return found[:1]
        if depth < _DEEPEST and token.pos in _NOMINAL and (inner := self.owners(i, depth + 1)):
            return inner
        return [party] if party is not None else []

    def owners(self, i: int, depth: int = 0, behind: Sequence[str] = ("by", "of", "from", "between", "among")) -> list[LocalParty]:
        """Whose a noun is: its possessor, else who stands behind it with one of these prepositions, else the name before it."""
        tree = self.tree
        for k in tree.kids[i]:
            if tree.tokens[k].dep == "poss" and (found := self.parties(k, depth)):
                return found
        for word in behind:
            if found := self.behind(i, (word,), depth):
                return found
        for k in tree.kids[i]:
            if tree.tokens[k].dep == "acl" and (found := self.agents(k, depth)):
                return found
        for k in tree.kids[i]:
            if tree.tokens[k].dep in ("compound", "amod", "nmod") and tree.tokens[k].entity:
                country = country_of_demonym(tree.tokens[k].text)
                party = self.at(k) or (self._government(country.code) if country is not None else None)
                if party is not None:
                    return [party]
        return []

    def behind(self, i: int, prepositions: Sequence[str], depth: int = 0) -> list[LocalParty]:
        """Parties behind a preposition that hangs on token ``i``."""
        found: dict[str, LocalParty] = {}
        for k in self.tree.kids[i]:
            token = self.tree.tokens[k]
            if token.dep in ("prep", "agent", "dative") and token.lemma.lower() in prepositions:
                for obj in self.tree.kids[k]:
                    if self.tree.tokens[obj].dep in ("pobj", "pcomp") and self.tree.tokens[obj].pos in (*_NOMINAL, "ADJ"):
                        found.update((p.id, p) for p in self.parties(obj, depth + 1))
        return list(found.values())

    def agents(self, i: int, depth: int = 0) -> list[LocalParty]:
        """Who stands behind "by" at a passive verb."""
        return self.behind(i, ("by",), depth)

    def passive(self, i: int) -> bool:
        """Whether the verb at ``i`` is passive."""
        tree, token = self.tree, self.tree.tokens[i]
        if any(tree.tokens[k].dep in ("auxpass", "nsubjpass") for k in tree.kids[i]):
            return True
        if token.dep == "conj" and token.tag == "VBN" and tree.tokens[token.head].tag == "VBN" and tree.own_subject(i) is None:
            return self.passive(token.head) if token.head < i else False
        return token.tag == "VBN" and token.dep in ("acl", "amod", "advcl") and not any(tree.tokens[k].dep == "aux" for k in tree.kids[i])

    def subject(self, i: int, depth: int = 0) -> int | None:
        """The token that is the grammatical subject of the verb at ``i``: its own, or by control the one it shares."""
        tree, token = self.tree, self.tree.tokens[i]
        if depth > _DEEPEST:
            return None
        own = tree.own_subject(i)
        if own is not None:
            if tree.tokens[own].lemma.lower() in _RELATIVE and (noun := self._relative(i)) is not None:
                return noun
            return own
        head = token.head
        if head == i:
            return None
        if token.dep in ("acl", "relcl") and tree.tokens[head].pos in _NOMINAL:
            return self._of_noun(i, head, depth)
        if token.dep == "pcomp":
            return self._behind_preposition(head, depth)
        if token.dep in ("xcomp", "ccomp") and tree.tokens[head].lemma in words("control_verbs"):
            if (obj := tree.kid(head, "dobj", "dative")) is not None:
                return obj
            behind = next((o for p in tree.kids[head] if tree.tokens[p].lemma in ("on", "upon", "for") for o in tree.kids[p] if o < i), None)
            if behind is not None:
                return behind
        if token.dep in ("xcomp", "ccomp", "advcl", "conj", "acomp", "prep", "dep", "attr", "pobj"):
            return self.subject(head, depth + 1)
        return None

    def _relative(self, i: int) -> int | None:
        for at in (i, *self.tree.upwards(i)):
            if self.tree.tokens[at].dep == "relcl":
                noun = self.tree.tokens[at].head
                while self.tree.tokens[noun].dep == "conj" and self.tree.tokens[self.tree.tokens[noun].head].pos in _NOMINAL:
                    noun = self.tree.tokens[noun].head
                return noun
        return None

    def _of_noun(self, i: int, noun: int, depth: int) -> int | None:
        """The subject of a verb that hangs on a noun: "forces shelling ...", "Kim's readiness to visit"."""
        tree = self.tree
        if tree.tokens[i].tag in ("VBG", "VBN") or tree.tokens[i].dep == "relcl":
            return noun
        owner = tree.kid(noun, "poss")
        if owner is not None:
            return owner
        governor = self.governor(noun)
        return self.subject(governor, depth + 1) if governor is not None else None

    def _behind_preposition(self, preposition: int, depth: int) -> int | None:
        """The subject of "sending" in "thanked X for sending" (X) and in "after sending" (the clause's)."""
        tree = self.tree
        governor = tree.tokens[preposition].head
        if tree.tokens[preposition].lemma.lower() in _OF_THE_OBJECT:
            for verb in (governor, self.governor(governor)):
                if verb is None:
                    continue
                obj = tree.kid(verb, "dobj", "dative", "nsubjpass")
                if obj is not None and self.parties(obj):
                    return obj
                for k in (*tree.kids[verb], *tree.kids[governor], *(tree.kids[obj] if obj is not None else ())):
                    if tree.tokens[k].lemma in ("to", "with", "at") and (noun := tree.kid(k, "pobj")) is not None and self.parties(noun):
                        return noun
        verb = governor if tree.verbal(governor) else self.governor(governor)
        return self.subject(verb, depth + 1) if verb is not None else None

    def governor(self, i: int) -> int | None:
        """The nearest verb above token ``i``."""
        return next((j for j in self.tree.upwards(i) if self.tree.verbal(j)), None)

    def objects(self, i: int) -> list[int]:
        """Tokens that are acted upon: the direct object, or the subject of a passive."""
        tree = self.tree
        if self.passive(i):
            subject = self.subject(i)
            return [subject] if subject is not None else []
        found = [k for k in tree.kids[i] if tree.tokens[k].dep in ("dobj", "obj")]
        found += [  # "over a million shells" is read as a prepositional phrase
            o
            for k in tree.kids[i]
            if tree.tokens[k].dep == "prep" and tree.tokens[k].lemma.lower() in ("over", "under", "around", "about")
            for o in tree.kids[k]
            if any(tree.tokens[n].dep == "nummod" for n in tree.kids[o])
        ]
        if not found and tree.tokens[i].lemma in words("control_verbs"):  # "help Norland build": what helps, helps Norland
            found = [s for k in tree.kids[i] if tree.tokens[k].dep == "ccomp" and (s := tree.own_subject(k)) is not None and s > i]
        if not found and tree.tokens[i].dep == "relcl":
            relative = next((k for k in tree.kids[i] if tree.tokens[k].lemma.lower() in _RELATIVE), None)
            own = tree.own_subject(i)
            if own is not None and (relative is None or relative != own):
                return [tree.tokens[i].head]
        if not found and tree.tokens[i].dep == "conj" and tree.verbal(tree.tokens[i].head):
            later = [k for k in tree.kids[i] if tree.tokens[k].dep == "conj" and tree.verbal(k)]
            found = [o for v in later for o in tree.kids[v] if tree.tokens[o].dep == "dobj"]
        elif not found:  # "arrested and deported him": the object hangs on the last verb
            later = [k for k in tree.kids[i] if tree.tokens[k].dep == "conj" and tree.verbal(k) and tree.own_subject(k) is None]
            found = [o for v in later for o in tree.kids[v] if tree.tokens[o].dep == "dobj"][:1]
        return found

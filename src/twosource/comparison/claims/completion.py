"""What a statement leaves to the words around it, put back in square brackets as editors do."""

import re
from collections.abc import Iterator, Mapping

from twosource.comparison.claims.excerpts import Excerpt, excerpt, whole
from twosource.comparison.claims.pronouns import Callings, Pronoun, pronouns
from twosource.domain.party import Party
from twosource.domain.reading import Dossier
from twosource.domain.sentence import Sentence
from twosource.domain.span import Span
from twosource.domain.statement import Statement
from twosource.grammar.tree import Tree

_RELATIVE = frozenset({"who", "which", "that"})
_WHOM = frozenset({"whom", "which", "whose", "who"})
_DENYING = frozenset({"neither", "no", "none", "nor", "not"})
_PLURAL = frozenset({"they", "we", "these", "those", "both", "some", "many", "all"})
# Labels through which a verb has the subject of the verb it hangs on, with the forms that do.
_SHARING = {"conj": frozenset({"VBD", "VBZ", "VBP", "VBN", "VB"}), "xcomp": frozenset({"VBG", "VBN", "VB"}), "advcl": frozenset({"VBG"})}
_OF_VERB = frozenset({"aux", "auxpass", "neg", "advmod"})
_DEEPEST = 8  # deeper nesting is a fault of the parse
_WORD = re.compile(r"\w+")
_PLAIN = re.compile(r"[\w\s.’'-]+")  # words of a subject without commas, quotation marks and brackets, which say that more hangs on it
# Code points: longer, and the words in brackets would hide those of the statement.
_LONGEST = 60
# Letters of a word that tells a party from others, where "of" and "the" do not.
_TELLING = 3


class Completion:
    """The statements of a story, with who their pronouns are and what their verbs are said of.

    Args:
        dossier: with its parties, so that a party has one name in all articles.
    """

    def __init__(self, dossier: Dossier) -> None:
        self._texts: Mapping[str, str] = {r.article.id: r.article.text for r in dossier.readings}
        self._sentences = {s.id: s for s in dossier.observed(Sentence)}
        self._trees: dict[str, Tree] = {}
        self._shown: dict[str, Excerpt | None] = {}
        people = [p for p in dossier.of(Party) if p.kind == "person" and len(p.name) <= _LONGEST]
        called = {(m.article, m.span): p.name for p in people for m in p.mentions}
        self._callings = Callings(called, {local: p.name for p in people for local in p.basis})

    def completed(self, statement: Statement) -> str:
        """The statement's words as they can be shown alone.

        Words that open it and only tie it to those before it are left out; in square brackets stand who a pronoun is, what "who" or
        "which" stands for, and the subject it lacks, where its article tells.
        """
        text, tree, shown = self._texts[statement.article], self._tree(statement), None
        if tree is not None:
            shown = self._excerpt(tree, statement)
        at = tree.tokens[shown.first].start if tree is not None and shown is not None else statement.span.start
        pieces = []
        for place, till, words in sorted(self._additions(statement, shown)):
            if at <= place and (tree is None or shown is None or place <= tree.tokens[shown.last].end):
                pieces += [text[at:place], words]
                at = till
        end = statement.span.end
        if tree is not None and shown is not None and shown.cut:
            end = tree.tokens[shown.last].end
        words = "".join((*pieces, text[at:end]))
        # A bracket that the statement opens and the very next mark closes is cut off by its span alone.
        closes = text[end : end + 1]
        return words + closes if closes == ")" and words.count("(") > words.count(")") else words

    def whole(self, statement: Statement) -> bool:
        """Whether what ``completed`` gives is a clause that lacks nothing."""
        tree = self._tree(statement)
        shown = self._excerpt(tree, statement) if tree is not None else None
        if tree is None or shown is None:
            return False
        told_of = self._about(tree, statement, shown) is not None if shown.relative is not None else self.subject(statement) is not None
        return whole(tree, shown, statement.head, told_of=told_of, headline=statement.headline)

    def pronouns(self, statement: Statement) -> list[Pronoun]:
        """The pronouns of the statement that stand for one person, in order."""
        tree = self._tree(statement)
        return pronouns(tree, statement, self._callings) if tree is not None else []

    def subject(self, statement: Statement) -> tuple[int, str] | None:
        """What the statement's verb is said of where that stands outside it: the place in the article where it belongs, and its words."""
        tree = self._tree(statement)
        if tree is None:
            return None
        # A bare infinitive has its "may" or "cannot" outside, and would say the contrary without it.
        bare = tree.tokens[statement.head].tag == "VB" and not tree.finite(statement.head)
        i = None if bare else _subject(tree, statement.head)
        if i is None or statement.span.overlaps(tree.span(i, i)):
            return None
        words = self._phrase(tree, i, statement)
        return (_place(tree, statement), words) if words else None

    def _tree(self, statement: Statement) -> Tree | None:
        sentence = self._sentences.get(statement.sentence)
        if sentence is None or not sentence.tokens:
            return None
        if sentence.id not in self._trees:
            self._trees[sentence.id] = Tree(sentence)
        return self._trees[sentence.id]

    def _excerpt(self, tree: Tree, statement: Statement) -> Excerpt | None:
        if statement.id not in self._shown:
            self._shown[statement.id] = excerpt(tree, statement)
        return self._shown[statement.id]

    def _about(self, tree: Tree, statement: Statement, shown: Excerpt) -> str | None:
        """What the relative word that opens the excerpt stands for; possessive where it is "whose"."""
        if shown.relative is None:
            return None
        words = self._phrase(tree, _first(tree, tree.tokens[statement.head].head), statement)
        return _possessive(words) if words and tree.tokens[shown.relative].tag == "WP$" else words

    def _additions(self, statement: Statement, shown: Excerpt | None) -> Iterator[tuple[int, int, str]]:
        """What stands in brackets: the place in the article's text where it belongs, where the text goes on, and its words."""
        text, tree = self._texts[statement.article], self._tree(statement)
        missing = self.subject(statement)
        told = set()
        for pronoun in self.pronouns(statement):
            known = f"{statement.span.of(text)} {missing[1] if missing else ''}"
            if pronoun.name and pronoun.name not in told and not _named(pronoun.name, known):
                told.add(pronoun.name)
                yield pronoun.end, pronoun.end, f" [{_possessive(pronoun.name) if pronoun.possessive else pronoun.name}]"
        if tree is not None and shown is not None and shown.relative is not None and (about := self._about(tree, statement, shown)):
            relative = tree.tokens[shown.relative]
            yield relative.start, relative.end, f"[{about}]"
        elif tree is not None and shown is not None and shown.relative is None and _told_of(tree, shown.first, statement.head):
            if about := self._phrase(tree, _first(tree, tree.tokens[statement.head].head), statement):
                place = tree.tokens[shown.first].start
                yield place, place, f"[{about},] "
        elif missing and missing[1] not in told and not self._tells(tree, statement, missing[1]):
            place, words = missing
            yield place, place, f" [{words}]" if text[place - 1 : place].isalpha() else f"[{words}] "

    def _tells(self, tree: Tree | None, statement: Statement, words: str) -> bool:
        """Whether a statement without a finite verb has the name of who it is said of ("marking Holt's first visit")."""
        loose = tree is not None and not tree.finite(statement.head)
        return loose and words[:1].isupper() and _named(words, statement.span.of(self._texts[statement.article]))

    def _phrase(self, tree: Tree, i: int, statement: Statement) -> str | None:
        """The words of a subject; a pronoun's name in its place; nothing where that is long, or known to nobody."""
        token, text = tree.tokens[i], self._texts[statement.article]
        if not _agrees(tree, i, statement.head):
            return None
        if token.pos == "PRON":
            return self._callings.called.get((statement.article, Span(token.start, token.end)))
        for last in (tree.right[i], i):
            span = tree.span(tree.left[i], last)
            words = " ".join(span.of(text).split())
            if (
                len(words) <= _LONGEST
                and words.partition(" ")[0].lower() not in _DENYING
                and _PLAIN.fullmatch(words)
                and not span.overlaps(statement.span)
            ):
                return words
        return None


def _told_of(tree: Tree, first: int, head: int) -> bool:
    """Whether the words from token ``first`` on tell something of what stands before them ("whom the crew saved", "with which they left")."""
    opens = first + (tree.tokens[first].dep == "prep")
    return tree.tokens[head].dep == "relcl" and opens < head and tree.tokens[opens].text.lower() in _WHOM


def _possessive(name: str) -> str:
    return f"{name}’" if name.endswith("s") else f"{name}’s"


def _agrees(tree: Tree, i: int, verb: int) -> bool:
    """Whether the noun at ``i`` can be the subject of the verb, by number: where it cannot, the parse went astray."""
    plural = tree.tokens[i].tag in ("NNS", "NNPS") or tree.kid(i, "conj") is not None or tree.tokens[i].text.lower() in _PLURAL
    forms = {tree.tokens[j].text.lower() for j in (verb, *tree.kids[verb]) if j == verb or tree.tokens[j].dep in ("aux", "auxpass")}
    one = bool(forms & {"is", "was", "has", "does"}) or tree.tokens[verb].tag == "VBZ"
    many = bool(forms & {"are", "were", "have", "do"}) or tree.tokens[verb].tag == "VBP"
    return not (plural and one) and not (many and not plural)


def _subject(tree: Tree, i: int) -> int | None:
    """The subject of the verb at ``i``: its own, the noun it modifies, or the one that it shares with the verb it hangs on."""
    for _ in range(_DEEPEST):
        token, own = tree.tokens[i], tree.own_subject(i)
        if not tree.verbal(i) or (own is not None and tree.tokens[own].lemma not in _RELATIVE):
            return own
        if token.dep == "relcl" or (token.dep == "acl" and token.tag in ("VBG", "VBN")):
            return _first(tree, token.head) if tree.tokens[token.head].pos in ("NOUN", "PROPN", "PRON") else None
        if own is not None or token.head == i or token.tag not in _SHARING.get(token.dep, ()):
            return None
        i = token.head
    return None


def _first(tree: Tree, i: int) -> int:
    """The first of the things that are coordinated with the noun at ``i`` ("Norland and its allies, who ...")."""
    while tree.tokens[i].dep == "conj" and tree.tokens[i].head < i:
        i = tree.tokens[i].head
    return i


def _place(tree: Tree, statement: Statement) -> int:
    """Where in the article's text a subject from outside belongs: behind the pronoun that stands for it, else before the verb and what is its own."""
    head = statement.head
    own = tree.own_subject(head)
    if own is not None and statement.span.covers(tree.span(own, own)):
        return tree.tokens[own].end
    before = [j for j in tree.kids[head] if j < head and tree.tokens[j].dep in _OF_VERB and statement.span.covers(tree.span(j, j))]
    return max(tree.tokens[min([head, *before])].start, statement.span.start)


def _named(name: str, words: str) -> bool:
    """Whether a word of the name stands among the words."""
    said = set(_WORD.findall(words.lower()))
    return any(len(part) >= _TELLING and part in said for part in _WORD.findall(name.lower()))

"""What the verbs of a statement tell, one deed each: who, what of it, and whether it is denied."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from twosource.comparison.claims.alignment import rarity
from twosource.domain.span import Span
from twosource.grammar.slots import classes, name_words, stem
from twosource.grammar.tree import Tree
from twosource.reference.lexicon import words

CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})
_WHEN = frozenset({"DATE", "TIME"})
_NOT_MATTER = frozenset({"nsubj", "nsubjpass", "aux", "auxpass", "punct", "mark", "cc", "neg", "det", "relcl", "advmod"})
_OTHER_CLAUSE = frozenset({"conj", "ccomp", "advcl", "parataxis"})
_NO = frozenset({"no", "neither"})
_NOBODY = frozenset({"nobody", "none", "nothing"})
_NEVER = frozenset({"never", "not", "n't", "hardly"})
_EXCEPTING = frozenset({"but", "except", "other"})
# Verbs whose "not" turns what hangs on them round ("did not appear to be attacking"), and verbs that do so by themselves.
_RAISING = frozenset({"appear", "seem", "think", "believe", "expect", "want", "intend", "plan", "look", "suppose"})
_TURNING = frozenset({"deny", "refuse", "fail", "decline", "refute", "rebut", "reject", "dismiss", "debunk", "stop", "cease", "quit", "avoid"})
_COMPLEMENTS = frozenset({"xcomp", "ccomp", "pcomp", "dobj", "pobj", "acomp"})
# Clauses that say that something is so; what hangs on an "invitation to" or a "decide to" is not said to be.
_TELLING = frozenset({"ROOT", "ccomp", "relcl", "conj", "advcl", "pcomp", "parataxis"})
# A class of near synonyms says less than a word of its own; in bits, as rarity counts.
_CLASS_BITS = 8.0
# Words that leave open what hangs on them, by themselves and when they are denied.
_UNKNOWN = frozenset({"unclear", "unknown", "uncertain", "unsure"})
_KNOWING = frozenset({"know", "clear", "certain", "sure", "confirm", "say"})
_WHETHER = frozenset({"whether", "if"})
_FIRST = frozenset({"i", "me", "my", "we", "us", "our"})
_DEEPEST = 3  # verbs above a deed that may turn it round


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """One verb of a statement (or the noun or adjective after "be") with its surroundings, as stems and classes of near synonyms.

    Attributes:
        at: index of the verb among the sentence's tokens; ``main`` when it is the head of the statement.
        stems, forms: what is done, as stems; and with their classes.
        subject: forms of who does it (or whom it is done to, in a passive), empty where nobody is named.
        matter: stems of the rest of its clause; ``held`` adds their classes.
        extent: where its clause stands.
        denied: whether its clause is turned round.
        supposed: whether it hangs on an "if", a "whether", a "before", or on a noun or verb that does not say that it is so.
        passive: whether the subject is whom it is done to.
        before: whether it lies before what is told ("had been sentenced").
        open: whether somebody says that nobody knows ("it is not clear whether a ransom was paid").
        called: "name" where the subject is a name, "kind" where it is described by what it is ("the country"), "" where it is neither.
    """

    at: int
    main: bool
    stems: frozenset[str]
    forms: frozenset[str]
    subject: frozenset[str]
    matter: frozenset[str]
    held: frozenset[str]
    extent: tuple[Span, ...]
    denied: bool
    supposed: bool
    passive: bool
    before: bool
    open: bool
    called: str


def bits(keys: frozenset[str]) -> float:
    """How much sharing these words is worth."""
    return sum(_CLASS_BITS if key.startswith("=") else rarity(key) for key in keys)


def deeds(tree: Tree, head: int, within: Span, names: Mapping[Span, str], speaker: str = "") -> Iterator[Deed]:
    """The deeds that a statement tells.

    ``names`` maps pronouns and descriptions to the names they stand for; "I" and "we" are the ``speaker``, by name.
    """
    names = {**dict(_first_persons(tree, within, speaker)), **names}
    for i, token in enumerate(tree.tokens):
        inside = within.start <= token.start and token.end <= within.end
        if inside and (i == head or (token.pos == "VERB" and token.dep != "amod")):
            yield _deed(tree, i, i == head, within, names)


def _first_persons(tree: Tree, within: Span, speaker: str) -> Iterator[tuple[Span, str]]:
    spans = (Span(t.start, t.end) for t in tree.tokens if speaker and t.text.lower() in _FIRST)
    return ((span, speaker) for span in spans if within.covers(span))


def _deed(tree: Tree, verb: int, main: bool, within: Span, names: Mapping[Span, str]) -> Deed:
    tokens = tree.tokens
    core = {verb, *_predicate(tree, verb)}
    subject = tree.subject(verb)
    lent = set(_lent(tree, verb))
    clause = [i for i in _clause(tree, core, subject) if within.start <= tokens[i].start < within.end]
    matter = frozenset(key for i in clause for key in _matter(tree, i, names))
    stems = frozenset(stem(tokens[i].lemma.lower()) for i in core | lent if tokens[i].lemma != "be") - {""}
    return Deed(
        at=verb,
        main=main,
        stems=stems,
        forms=stems.union(*(classes(s) for s in stems)),
        subject=_named(tree, subject, names) if subject is not None else frozenset(),
        matter=matter,
        held=matter.union(*(classes(m) for m in matter)),
        extent=tuple(Span(tokens[i].start, tokens[i].end) for i in (*clause, *_phrase(tree, subject), verb)),
        denied=denied(tree, verb),
        supposed=_supposed(tree, verb) or not (main or tokens[verb].dep in _TELLING),
        passive=tree.kid(verb, "nsubjpass", "auxpass") is not None,
        open=_open(tree, verb),
        called=_called(tree, subject, names),
        before=any(tokens[k].dep == "aux" and tokens[k].text.lower() in ("had", "'d", "’d") and tokens[k].lemma == "have" for k in tree.kids[verb]),
    )


def _called(tree: Tree, subject: int | None, names: Mapping[Span, str]) -> str:
    if subject is None:
        return ""
    token = tree.tokens[subject]
    stood = [name for span, name in names.items() if span.start <= token.start < span.end]
    if token.pos == "PROPN" or any(name[:1].isupper() for name in stood):
        return "name"
    return "kind" if token.tag == "NN" and any(tree.tokens[k].lemma == "the" for k in tree.kids[subject]) else ""


def _predicate(tree: Tree, verb: int) -> Iterator[int]:
    """What stands after "be": a noun, an adjective, or the noun of a prepositional phrase."""
    if tree.tokens[verb].lemma != "be":
        return
    for kid in tree.kids[verb]:
        if tree.tokens[kid].dep in ("attr", "acomp"):
            yield kid
        elif tree.tokens[kid].dep == "prep":
            yield from (j for j in tree.kids[kid] if tree.tokens[j].dep == "pobj")


def _lent(tree: Tree, verb: int) -> Iterator[int]:
    """The noun that tells what befell the subject, where its verb only says that something did: "suffered a breach", "was the victim of one"."""
    if tree.tokens[verb].lemma in _SUFFERING:
        yield from (k for k in tree.kids[verb] if tree.tokens[k].dep == "dobj" and tree.tokens[k].pos == "NOUN")
    for kid in tree.kids[verb]:
        if tree.tokens[verb].lemma == "be" and tree.tokens[kid].lemma in _UNDERGOING:
            yield from (j for k in tree.kids[kid] if tree.tokens[k].lemma == "of" for j in tree.kids[k] if tree.tokens[j].dep == "pobj")


_SUFFERING = frozenset({"suffer", "undergo", "sustain"})
_UNDERGOING = frozenset({"victim", "target", "subject", "scene"})


def _clause(tree: Tree, core: set[int], subject: int | None) -> Iterator[int]:
    """What hangs on a verb, without its subject and without other clauses."""
    waiting = [k for i in core for k in tree.kids[i]]
    while waiting:
        i = waiting.pop()
        token = tree.tokens[i]
        if i in core or i == subject or token.dep in _NOT_MATTER:
            continue
        if token.dep in _OTHER_CLAUSE and token.pos in ("VERB", "AUX"):
            continue
        yield i
        waiting.extend(tree.kids[i])


def _matter(tree: Tree, i: int, names: Mapping[Span, str]) -> Iterator[str]:
    token = tree.tokens[i]
    yield from _stood_for(token.start, names)
    if (
        token.pos not in CONTENT
        or token.dep == "amod"
        or token.entity in _WHEN
        or token.lemma in words("function_words")
        or token.lemma in words("negations")
    ):
        return
    if key := stem(token.lemma.lower()):
        yield key


def _stood_for(start: int, names: Mapping[Span, str]) -> list[str]:
    return [w for span, name in names.items() if span.start <= start < span.end for w in name_words(name)]


def _phrase(tree: Tree, i: int | None) -> Iterator[int]:
    if i is not None:
        yield i
        yield from (k for k in tree.kids[i] if tree.tokens[k].dep in ("compound", "nummod", "amod", "quantmod"))


def _named(tree: Tree, i: int, names: Mapping[Span, str]) -> frozenset[str]:
    """Forms of a subject and of what it is of or in ("the war in Norland"); a pronoun that stands for nobody known has none."""
    found = _stood_for(tree.tokens[i].start, names)
    below = [j for k in tree.kids[i] if tree.tokens[k].dep == "prep" for j in tree.kids[k] if tree.tokens[j].dep == "pobj"]
    for k in (i, *(k for k in tree.kids[i] if tree.tokens[k].dep in ("compound", "conj", "poss")), *below):
        token = tree.tokens[k]
        titled = token.dep == "compound" and token.text.lower() in words("name_titles")
        if token.pos in CONTENT and not titled and token.lemma not in words("function_words"):
            key = stem(token.lemma.lower())
            found += [key, *classes(key)]
    return frozenset(found) - {""}


def denied(tree: Tree, verb: int, depth: int = 0) -> bool:
    """Whether the words of the clause turn a verb round: "not", "nobody", "no" before its subject or object, or "denied", "failed" above it."""
    if any(_turns(tree, kid) for kid in tree.kids[verb]):
        return not any(tree.tokens[k].lemma.lower() == "enough" for k in tree.kids[verb])  # "cannot thank her enough"
    above, dep = tree.tokens[verb].head, tree.tokens[verb].dep
    if dep == "acl" and tree.tokens[above].lemma in words("accusations"):  # "denied reports that it had paid"
        above, dep = tree.tokens[above].head, "ccomp"
    if above == verb or depth >= _DEEPEST or dep not in _COMPLEMENTS:
        return False
    if tree.tokens[above].lemma in _TURNING:
        return not denied(tree, above, depth + 1)
    return (tree.tokens[above].lemma in _RAISING or dep == "xcomp") and denied(tree, above, depth + 1)


def _turns(tree: Tree, kid: int) -> bool:
    token = tree.tokens[kid]
    if token.dep == "neg" or (token.dep == "advmod" and token.lemma.lower() in _NEVER):
        return True
    if token.dep not in ("nsubj", "nsubjpass", "dobj", "attr"):
        return False
    if token.lemma.lower() in _NOBODY and tree.tokens[kid + 1 : kid + 2] and tree.tokens[kid + 1].text.lower() in _EXCEPTING:
        return False  # "ate nothing but rice" tells that it was eaten
    hyphened = kid >= 2 and token.text == "one" and tree.tokens[kid - 1].text == "-" and tree.tokens[kid - 2].lemma.lower() in _NO
    return hyphened or token.lemma.lower() in _NOBODY or any(tree.tokens[j].lemma.lower() in _NO for j in tree.kids[kid])


@cache
def _suppositions() -> frozenset[str]:
    return frozenset({"if", "whether", "unless", "before", "until", "without", "instead"})


def _supposed(tree: Tree, verb: int) -> bool:
    for i in (verb, *list(tree.upwards(verb))[:2]):
        token = tree.tokens[i]
        if any(tree.tokens[k].lemma in _suppositions() for k in tree.kids[i] if tree.tokens[k].dep in ("mark", "prep", "advmod")):
            return True
        if token.dep == "pcomp" and tree.tokens[token.head].lemma in _suppositions():
            return True
        if token.dep not in ("conj", "xcomp", "ccomp"):
            return False
    return False


def _open(tree: Tree, verb: int) -> bool:
    """Whether a clause hangs on words that leave it open; "why" and "when" leave open something else."""
    token, above = tree.tokens[verb], tree.tokens[tree.tokens[verb].head]
    if token.dep not in ("ccomp", "csubj", "advcl", "xcomp") or not any(tree.tokens[k].lemma in _WHETHER for k in tree.kids[verb]):
        return False
    known = above.lemma in _KNOWING or any(tree.tokens[k].lemma in _KNOWING for k in tree.kids[token.head] if tree.tokens[k].dep == "acomp")
    unknown = above.lemma in _UNKNOWN or any(tree.tokens[k].lemma in _UNKNOWN for k in tree.kids[token.head] if tree.tokens[k].dep == "acomp")
    return unknown or (known and denied(tree, token.head))

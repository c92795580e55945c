"""Forms that credit without a verb of saying: "according to X", "as per X", "citing X", "X: three hurt"."""

from collections.abc import Iterator

from twosource.grammar.attributions.cues import cue_nouns, cue_verbs
from twosource.grammar.attributions.frame import Frame
from twosource.grammar.attributions.stretches import MARKS, Stretch, clause_of, ended, phrase, trim, without
from twosource.grammar.tree import Tree
from twosource.reference.facts import role
from twosource.reference.lexicon import words

_LONGEST_HEADLINE = 30
_LONGEST_LABEL = 7
_OPENED = ('"', "“", "‘", "'", "``")
# What may open a clause though the parse takes it for something else, where a comma follows.
_OPENING = frozenset(["because", "since", "that", "although", "though", "whether", "while", "when", "where", "which"])
_RELATIVE = ("that", "which", "who")
_NAMING = ("NOUN", "PROPN", "ADJ", "DET", "ADP", "PART")


def according(tree: Tree) -> Iterator[Frame]:
    """'according to X', 'as per X', 'per X', 'in the words of X': the clause before, or when it leads, the clause after."""
    tokens = tree.tokens
    done = 0  # where the clause may begin: after the phrase before
    i = 0
    while i < len(tokens):
        last = _opener(tree, i)
        if last is None:
            i += 1
            continue
        whom = next((j for j in range(last + 1, len(tokens)) if tokens[j].dep == "pobj" and tokens[j].head in (i, last)), None)
        if whom is None:
            i = last + 1
            continue
        source = phrase(tree, whom, i)
        source = (min(max(source[0], last + 1), whom), _with_name(tree, whom, source[1]))
        content = _before_or_after(tree, done, i, source[1])
        if content:
            yield Frame(source, (i, last), content, "report", "strong", "according to", i)
        done = _after(tree, source[1])
        i = max(last, source[1]) + 1


def _with_name(tree: Tree, whom: int, last: int) -> int:
    """Last token of a source that ends at ``last``, with a name between commas after it ("according to a nurse, Ann Lee, ...")."""
    end = last + 2
    while end < len(tree.tokens) and tree.tokens[end].pos == "PROPN" and end - last <= _LONGEST_LABEL:
        end += 1
    named = end > last + 2 and end < len(tree.tokens) and tree.tokens[last + 1].text == tree.tokens[end].text == ","
    borne = role(tree.tokens[whom].lemma)
    return end - 1 if named and whom == last and borne is not None and borne.kind == "person" else last


def _opener(tree: Tree, i: int) -> int | None:
    """Last token of the words at ``i`` that open such a phrase, or None."""
    following = [t.text.lower() for t in tree.tokens[i : i + 2]]
    if following in (["according", "to"], ["as", "per"]):
        return i + 1
    if following[:1] == ["per"] and i > 0 and tree.tokens[i - 1].text == ",":
        return i
    if i == 0 and _said_by(tree):
        return 2
    return None


def _said_by(tree: Tree) -> bool:
    """Whether the sentence opens with "As noted by" and the parse does not hang that on its verb."""
    opening = tree.tokens[:3]
    said = len(opening) == 3 and (opening[0].text.lower(), opening[2].text) == ("as", "by")
    verb = cue_verbs().get(opening[1].lemma) if said else None
    return verb is not None and verb.clause == "strong" and not tree.verbal(opening[1].head)


def _after(tree: Tree, last: int) -> int:
    at = last + 1
    while at < len(tree.tokens) and (tree.tokens[at].text in MARKS or tree.tokens[at].dep == "cc"):
        at += 1
    return at


def _before_or_after(tree: Tree, done: int, i: int, last: int) -> tuple[Stretch, ...]:
    tokens = tree.tokens
    end = len(tokens) - 1
    verbs_before = [j for j in range(done, i) if tree.verbal(j) and tree.finite(j)]
    after = _after(tree, last)
    if (led := _led(tree, i, after)) is not None:
        return (trim(tree, *led),)
    if not verbs_before:
        pieces = [(done, i - 1)] if any(tokens[j].pos not in ("PUNCT", "CCONJ", "ADV") for j in range(done, i)) else []
        if after <= end and tokens[after].text != ".":
            pieces.append((after, end))
        return tuple(trim(tree, *p) for p in pieces)
    above = next((j for j in tree.upwards(i) if tree.verbal(j)), None)
    first = done
    if above is not None and above < i and tokens[above].dep in ("conj", "relcl") and tree.own_subject(above) is not None:
        first = max(first, tree.left[above])
    first, before = trim(tree, first, i - 1)
    return ((first, before),)


def _led(tree: Tree, i: int, after: int) -> Stretch | None:
    """ "..., since, according to Ann, he knew": the clause that is opened right before the credit at ``i``, where one is."""
    opener = next((j for j in range(i - 1, -1, -1) if tree.tokens[j].text not in MARKS), None)
    if opener is None:
        return None
    relative = opener == i - 1 and tree.tokens[opener].text.lower() in _RELATIVE  # "a berry that according to Ann is sweet"
    if not relative and (opener == i - 1 or tree.tokens[i - 1].text != ","):
        return None
    if tree.tokens[opener].dep not in ("mark", "cc") and tree.tokens[opener].lemma not in _OPENING:
        return None
    verb = next((j for j in range(after, len(tree.tokens)) if tree.verbal(j) and tree.finite(j)), None)
    if verb is None:
        return None
    while after <= tree.tokens[verb].head != verb:
        verb = tree.tokens[verb].head
    return (after, tree.right[verb]) if tree.right[verb] > after else None


def colon(tree: Tree) -> Iterator[Frame]:
    """Forms without a verb: "Police: three hurt in crash", "Three hurt in crash: police", and in any sentence 'Police: "We were late."'."""
    tokens = tree.tokens
    at = next((j for j, t in enumerate(tokens) if t.text == ":"), None)
    if at is not None and _labels(tree, at):
        yield Frame((0, at - 1), (at, at), (), "say", "strong", "label", at)
        return
    if at is None or ended(tree) or len(tokens) > _LONGEST_HEADLINE:
        return
    for source, content in (((0, at - 1), (at + 1, len(tokens) - 1)), ((at + 1, len(tokens) - 1), (0, at - 1))):
        named = 0 <= source[1] - source[0] < 6 and all(t.pos in _NAMING for t in tokens[source[0] : source[1] + 1])
        if named and content[1] - content[0] >= 2:
            yield Frame(source, (at, at), (content,), "say", "strong", "headline", at)
            return


def _labels(tree: Tree, at: int) -> bool:
    """Whether a name and nothing else stands before the colon at ``at``, and a quotation after it."""
    tokens = tree.tokens
    if not 0 < at < _LONGEST_LABEL or at + 2 >= len(tokens) or tokens[at + 1].text not in _OPENED:
        return False
    return all(t.pos in _NAMING for t in tokens[:at]) and any(t.pos in ("NOUN", "PROPN") for t in tokens[:at])


def citing(tree: Tree, i: int) -> Frame | None:
    """'..., citing the ministry': the ministry says the clause that 'citing' hangs on; '..., citing fears of a flood': the subject has them."""
    thing, above = tree.kid(i, "dobj"), tree.tokens[i].head
    if thing is not None and (told := _told_by_who_cites(tree, above)) is not None:
        return Frame(phrase(tree, thing, i), (i, i), (told,), "report", "strong", "citing", i)
    if thing is None or above == i or tree.tokens[i].dep not in ("advcl", "acl", "xcomp"):
        return None
    subject = tree.subject(above) if tree.verbal(above) else None
    if subject is not None and _ground(tree, thing):
        return Frame(phrase(tree, subject, i), (i, i), (clause_of(tree, thing),), "say", "strong", "clause", i, borrowed=True)
    content = without(clause_of(tree, above), (i, tree.right[i]))
    return Frame(phrase(tree, thing, i), (i, i), content, "report", "strong", "citing", i) if content else None


def _told_by_who_cites(tree: Tree, teller: int) -> Stretch | None:
    """ "The Bugle, quoting two sailors, reported that ...": the clause that the verb of saying tells of which ``teller`` is the subject."""
    says = tree.tokens[teller].head
    verb = cue_verbs().get(tree.tokens[says].lemma)
    if tree.tokens[teller].dep != "nsubj" or verb is None or verb.kind not in ("say", "report") or not verb.clause:
        return None
    clause = next((k for k in tree.kids[says] if k > says and tree.tokens[k].dep == "ccomp"), None)
    return clause_of(tree, clause) if clause is not None else None


def _ground(tree: Tree, thing: int) -> bool:
    """Whether what is cited is a reason, no party and no paper: "citing concerns", "citing the discovery of weapons"."""
    token, before = tree.tokens[thing], tree.tokens[max(thing - 1, 0)]
    if token.pos != "NOUN" or token.lemma in words("document_nouns"):
        return False
    if role(token.lemma) is not None or (before.dep == "compound" and role(f"{before.text} {token.text}") is not None):
        return False
    return token.lemma not in cue_nouns() or cue_nouns()[token.lemma].kind not in ("say", "report")

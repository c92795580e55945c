"""Who says what inside one sentence: cue words and the grammar that hangs their source and content on them."""

from collections.abc import Iterator

from twosource.grammar.attributions.blocks import introduced
from twosource.grammar.attributions.contents import Content, around, complement, opened
from twosource.grammar.attributions.credits import according, citing, colon
from twosource.grammar.attributions.cues import CueVerb, cue_nouns, cue_verbs
from twosource.grammar.attributions.frame import Frame
from twosource.grammar.attributions.nouns import NOBODY, by_adjective, by_noun
from twosource.grammar.attributions.stretches import Stretch, clause_of, closes, ended, phrase, trim, without
from twosource.grammar.tree import Tree
from twosource.reference.lexicon import words

_FLOATING = ("reportedly", "allegedly", "supposedly", "purportedly")
_CITING = ("cite", "quote")
_LONGEST_NAME = 9
# "Said it had left, adding": whoever said so adds.
_ON_AND_ON = ("add", "note", "stress")
_SAID = ("said", "says")
_NONE = ("no", "none", "neither", "nobody")
_OF_THE_PRESS = ("for", "from", "at", "with")
_NAME_PARTS = ("NOUN", "PROPN", "ADJ", "DET")


def frames(tree: Tree) -> list[Frame]:
    """All frames of a sentence, in order of their cues; one more for a sentence that ends in a colon and has none that awaits words."""
    found = list(_framed(tree))
    awaited = introduced(tree) if all(f.content for f in found) else None
    return found if awaited is None else [*found, awaited]


def _framed(tree: Tree) -> Iterator[Frame]:
    forms = {f.head: f for f in (*colon(tree), *according(tree))}
    for i, token in enumerate(tree.tokens):
        if i in forms:
            yield forms[i]
        if token.lemma in _CITING and token.tag == "VBG" and (found := citing(tree, i)) is not None:
            yield found
        elif tree.verbal(i) and (verb := cue_verbs().get(token.lemma)) is not None:
            found = _verb(tree, i, verb)
            if found is not None:
                yield found
        elif (found := by_adjective(tree, i)) is not None:
            yield found
        elif token.pos == "NOUN" and token.lemma in cue_nouns():
            found = by_noun(tree, i)
            if found is not None:
                yield found
        elif token.lemma in _FLOATING and tree.verbal(token.head):
            yield Frame(None, (i, i), without(clause_of(tree, token.head), (i, i)), "report", "weak", "floating", i)


def _verb(tree: Tree, i: int, verb: CueVerb) -> Frame | None:
    """The frame of the cue verb at ``i``, if it attributes here."""
    if (inverted := _amid(tree, i)) is not None:
        return inverted
    passive = tree.kid(i, "nsubjpass", "auxpass") is not None
    agent = _agent(tree, i)
    credit = agent is not None and tree.tokens[i].tag == "VBN" and not passive
    after = _after(tree, i, verb)
    if after is None and not _attributing(tree, i, agent):
        return None
    source = agent if passive or credit else (after or _before(tree, i, verb) or _speaker(tree, i))
    if source is not None and _clause_for_name(tree, source):
        return None
    content = complement(tree, i, verb, passive) if after is None else None
    if content is None and verb.quotation and source is not None:
        content = around(tree, i, verb, source, credit) or (None if tree.tokens[i].tag == "VB" else Content((), verb.quotation, "quotation"))
    if content is None or (source is None and content.form == "predicate"):
        return None
    orphan = source is None and content.strength == "strong" and not passive
    cue = _cue(tree, i)
    pieces = content.pieces
    for part in (cue, source) if source is not None else (cue,):
        pieces = tuple(p for piece in pieces for p in without(piece, part))
    if content.pieces and not pieces:
        return None
    strength = content.strength if _somebody(tree, source, verb) and not (source and _unsaid(tree, i, verb, content)) else "weak"
    hearers = _hearers(tree, i, verb) if after is None else ()
    borrowed = orphan or (source is not None and source not in (agent, after) and tree.own_subject(i) is None)
    return Frame(source, cue, pieces, verb.kind, strength, content.form, i, hearers, borrowed)


def _clause_for_name(tree: Tree, source: Stretch) -> bool:
    """Whether a source is a clause that the parse takes for a name ("Norland hosted talks, reported the Bugle"); "Norland backed rebels" is none."""
    for j in range(source[0] + 1, source[1]):
        token, before = tree.tokens[j], tree.tokens[j - 1]
        name = before.pos == "PROPN" and j - 1 == source[0] + sum(t.pos == "PROPN" for t in tree.tokens[source[0] : j - 1])
        if name and token.dep == "amod" and token.tag in ("VBD", "VBN") and token.head > j and token.text not in words("bound_participles"):
            return True
    return False


def _attributing(tree: Tree, i: int, agent: Stretch | None) -> bool:
    """Whether the verb is no part of a phrasal verb ("the rocket blasted off") and no bare participle ("a plan called bold")."""
    particle = tree.kid(i, "prt")
    if particle is not None and tree.tokens[particle].lemma not in ("out", "back"):
        return False
    token = tree.tokens[i]
    return token.tag != "VBN" or agent is not None or token.dep == "ROOT" or tree.kid(i, "aux", "auxpass") is not None or _past(tree, i) is not None


def _past(tree: Tree, i: int) -> int | None:
    """The subject of a past tense that the parse takes for a participle ("The bank, which failed, announced that ..."), where a clause shows it."""
    token = tree.tokens[i]
    said = any(tree.tokens[k].dep == "ccomp" and tree.finite(k) and opened(tree, k) for k in tree.kids[i])
    named = token.tag == "VBN" and token.dep == "acl" and said and i > 1 and tree.tokens[i - 1].text == "," and tree.tokens[token.head].dep == "ROOT"
    return token.head if named else None


def _somebody(tree: Tree, source: Stretch | None, verb: CueVerb) -> bool:
    """Whether the source may be a link: not "you know that", "nobody said that"; what is found, a study or a report must find."""
    if source is None:
        return True
    only = tree.tokens[source[0]].text.lower() if source[0] == source[1] else ""
    if (only in NOBODY and not (only == "it" and verb.kind == "say")) or tree.tokens[source[0]].text.lower() in _NONE:
        return False
    if tree.tokens[_head(tree, source)].lemma in words("mute_nouns") and verb.kind in ("say", "report", "ask", "promise", "deny"):
        return False
    return verb.kind != "find" or _document(tree, source) or tree.tokens[_head(tree, source)].text.lower() in words("finders")


def _unsaid(tree: Tree, i: int, verb: CueVerb, content: Content) -> bool:
    """Whether nothing is said at all: "would call him a liar", "did not call it a trap", "has not confirmed the loss", "did he say so?".

    Who "does not think that it sank" thinks that it did not.
    """
    if _inquired(tree, i):
        return True
    denied = any(tree.tokens[k].dep == "neg" for k in tree.kids[i])
    if content.form == "predicate":
        return denied or any(tree.tokens[k].tag == "MD" for k in tree.kids[i])
    return denied and verb.kind in ("say", "report")


def _inquired(tree: Tree, i: int) -> bool:
    """Whether the verb at ``i`` is asked for: an auxiliary stands before its subject, and a mark of question ends the sentence."""
    subject = tree.own_subject(i)
    if subject is None or not any(t.text == "?" for t in tree.tokens[-2:]):
        return False
    return any(tree.tokens[k].dep in ("aux", "auxpass") and k < subject < i for k in tree.kids[i])


def _head(tree: Tree, source: Stretch) -> int:
    """The token of a phrase that the others hang on."""
    first, last = source
    return next((j for j in range(first, last + 1) if not first <= tree.tokens[j].head <= last or tree.tokens[j].head == j), last)


def _hearers(tree: Tree, i: int, verb: CueVerb) -> tuple[Stretch, ...]:
    if verb.kind not in ("say", "deny", "report") and tree.tokens[i].lemma != "speculate":
        return ()
    return tuple(found for k in (*tree.kids[i], *_where(tree, i)) if (found := _hearer(tree, i, k)) is not None)


def _hearer(tree: Tree, i: int, k: int) -> Stretch | None:
    """Whom what hangs on the cue at ``i`` by token ``k`` names as told, or as the place it was said in."""
    token = tree.tokens[k]
    if token.dep in ("dobj", "dative") and token.head == i:
        about = token.pos == "NOUN" and any(tree.tokens[j].dep == "prep" and tree.tokens[j].lemma not in _OF_THE_PRESS for j in tree.kids[k])
        return None if about else phrase(tree, k, i)  # "denied rumours on social media"
    if token.dep != "prep" or token.lemma not in ("to", "on", "in", "with", "during"):
        return None
    below = tree.kid(k, "pobj")
    inner = next((j for j in tree.kids[below] if tree.tokens[j].lemma in ("with", "on", "to", "by")), None) if below is not None else None
    whom = tree.kid(inner, "pobj") if inner is not None else below
    return phrase(tree, whom, i) if whom is not None else None


def _where(tree: Tree, i: int) -> Iterator[int]:
    """What tells where something was said, though it hangs on the verb before: "was on Arden TV stating", "was quoted in the Bugle as saying"."""
    token, above = tree.tokens[i], tree.tokens[i].head
    if token.dep == "pcomp" and tree.tokens[above].lemma == "as":
        above = tree.tokens[above].head
    elif token.tag != "VBG" or token.dep not in ("advcl", "xcomp"):
        return
    yield from (k for k in tree.kids[above] if k < i and tree.tokens[k].dep == "prep" and tree.tokens[k].lemma in ("on", "in"))


def _before(tree: Tree, i: int, verb: CueVerb) -> Stretch | None:
    """The noun phrase right before a cue that ends its sentence, where the parse gives it no subject ("..., the daily Bugle reported.")."""
    if tree.own_subject(i) is not None or tree.tokens[i].tag not in ("VBD", "VBZ", "VBP") or not closes(tree, i):
        return None
    found_by = verb.kind == "find" and (tree.tokens[i - 1].lemma in words("document_nouns") or tree.tokens[i - 1].text in words("finders"))
    if verb.quotation != "strong" and not found_by:
        return None
    first = i
    while first > 0 and i - first < 9 and tree.tokens[first - 1].text not in (",", "”", '"', "’", "''"):
        first -= 1
    nouns = [j for j in range(first, i) if tree.tokens[j].pos in ("NOUN", "PROPN", "PRON")]
    whole = 4 <= first < i and nouns and nouns[-1] == i - 1 and i - first < 9
    return (first, i - 1) if whole else None


def _after(tree: Tree, i: int, verb: CueVerb) -> Stretch | None:
    """The name right after a cue that follows a comma and ends its sentence with it ("..., reported the Bugle")."""
    tokens = tree.tokens
    last = len(tokens) - 1
    while last > i and tokens[last].pos == "PUNCT":
        last -= 1
    if verb.quotation != "strong" or not 0 < last - i < _LONGEST_NAME or i < 4 or tokens[i - 1].text not in (",", "”", '"', "''", "’"):
        return None
    own = tree.own_subject(i)
    named = tokens[i].text.islower() and tokens[i].tag in ("VBD", "VBZ", "VBN") and tokens[last].text[0].isupper()
    named = named and (own is None or own > i or _clause_for_name(tree, (tree.left[own], own))) and tokens[last].entity not in ("DATE", "TIME")
    return (i + 1, last) if named and all(t.pos in _NAME_PARTS for t in tokens[i + 1 : last + 1]) else None


def _amid(tree: Tree, i: int) -> Frame | None:
    """ "Hours before, said the family, her cousin was shot": cue and subject between commas, which a parse reads as it likes."""
    tokens = tree.tokens
    if tokens[i].text not in _SAID or i < 2 or tokens[i - 1].text != "," or tree.kid(i, "aux", "auxpass", "neg", "mark") is not None:
        return None
    end = next((j for j in range(i + 1, min(i + _LONGEST_NAME, len(tokens))) if tokens[j].pos not in _NAME_PARTS), i)
    last = len(tokens) - 1 - ended(tree)
    named = end > i + 1 and tokens[end].text == "," and tokens[end - 1].pos in ("NOUN", "PROPN") and last > end
    # "In March, said Ann Lee, a nurse, it rained": what follows the comma must have a verb of its own.
    following = next((j for j in range(end + 1, last + 1) if tokens[j].text == "," or (tree.verbal(j) and tree.finite(j))), None) if named else None
    if following is None or tokens[following].text == "," or tokens[end + 1].tag in ("WP", "WDT") or tokens[i + 1].lemma == "goodbye":
        return None
    return Frame((i + 1, end - 1), (i, i), ((0, i - 2), (end + 1, last)), "say", "strong", "parenthetical", i)


def _speaker(tree: Tree, i: int) -> Stretch | None:
    if tree.tokens[i].dep == "pcomp" and tree.tokens[tree.tokens[i].head].lemma == "as":
        # "quoted the minister as saying": the minister says it.
        quoting = tree.tokens[tree.tokens[i].head].head
        whom = tree.kid(quoting, "dobj")
        if whom is not None and tree.tokens[quoting].lemma in _CITING:
            return phrase(tree, whom, i)
    above = tree.tokens[i].head
    if tree.tokens[i].lemma in _ON_AND_ON and tree.tokens[i].tag == "VBG" and tree.tokens[above].dep == "ccomp":
        teller = tree.subject(tree.tokens[above].head) if tree.tokens[tree.tokens[above].head].lemma in cue_verbs() else None
        if teller is not None and tree.own_subject(i) is None:
            return phrase(tree, teller, i)  # "said it had left, adding": whoever said so adds
    if tree.tokens[i].tag == "VBG" and tree.tokens[i].dep == "advcl" and tree.kid(above, "nsubjpass") is not None and tree.own_subject(i) is None:
        # "was sued by an aide, alleging": the aide alleges; "said he was fired, claiming": whoever said it claims.
        if (agent := _agent(tree, above)) is not None:
            return agent
        outer = tree.tokens[above].head
        if tree.tokens[above].dep == "ccomp" and tree.tokens[outer].lemma in cue_verbs() and (teller := tree.subject(outer)) is not None:
            return phrase(tree, teller, i)
    known = (found for of in (_past, _again, _one_of_them) if (found := of(tree, i)) is not None)
    subject = next(known, None)
    if subject is None:
        subject = _before_who(tree, i, tree.subject(i))
    if subject is not None and tree.tokens[subject].lemma in words("document_nouns") and tree.tokens[i].dep == "acl":
        # "issued a statement saying": who issued it says it.
        above = tree.tokens[subject].head
        issuer = tree.subject(above) if tree.verbal(above) and tree.tokens[subject].dep == "dobj" else None
        subject = issuer if issuer is not None else subject
    if subject is None or tree.tokens[subject].dep == "expl":
        return None
    return phrase(tree, subject, i)


def _again(tree: Tree, i: int) -> int | None:
    """ "Said the bank had failed and said nobody would pay": the second is as the first, though the parse hangs it on what is said."""
    token, above = tree.tokens[i], tree.tokens[i].head
    outer = tree.tokens[above].head
    same = token.dep == "conj" and tree.tokens[above].dep == "ccomp" and tree.tokens[outer].text == token.text and outer < above
    return tree.subject(outer) if same and tree.own_subject(i) is None else None


def _one_of_them(tree: Tree, i: int) -> int | None:
    """ "Lund was among the many who said", "Lund is one of the sailors who said": who is told to be one of those that say so."""
    if tree.tokens[i].dep != "relcl" or tree.tokens[i].head > i:
        return None
    among = tree.tokens[tree.tokens[i].head].head
    above = tree.tokens[among].head
    if tree.tokens[among].lemma == "of" and tree.tokens[above].text.lower() == "one" and tree.tokens[above].dep == "attr":
        above = tree.tokens[above].head
    elif tree.tokens[among].lemma != "among":
        return None
    return tree.own_subject(above) if tree.tokens[above].lemma == "be" else None


def _before_who(tree: Tree, i: int, subject: int | None) -> int | None:
    """ "Was singled out by the mayor, who said": the noun right before "who", where the parse hangs the clause on one further off."""
    who = tree.own_subject(i)
    if subject is None or who is None or tree.tokens[who].text.lower() != "who" or who < 2:
        return subject
    before = who - 2 if tree.tokens[who - 1].text == "," else who - 1
    named = tree.tokens[before].pos in ("NOUN", "PROPN") and subject != before and subject not in tree.upwards(before)
    return before if named else subject


def _document(tree: Tree, source: Stretch) -> bool:
    return any(t.lemma in words("document_nouns") and t.pos == "NOUN" for t in tree.tokens[source[0] : source[1] + 1])


def _agent(tree: Tree, i: int) -> Stretch | None:
    by = tree.kid(i, "agent")
    whom = tree.kid(by, "pobj") if by is not None else None
    if whom is None:
        return None
    first, last = phrase(tree, whom, i)
    # "identified by the police as a sailor": the parse may hang on the police what they say.
    said_as = next((k - 1 for k in tree.kids[whom] if whom < k <= last and tree.tokens[k].dep == "prep" and tree.tokens[k].lemma == "as"), last)
    return trim(tree, first, said_as)


def _cue(tree: Tree, i: int) -> Stretch:
    """The cue verb with its auxiliaries, negation and adverbs before it, and its particle after it."""
    first = last = i
    while first > 0 and tree.tokens[first - 1].head == i and tree.tokens[first - 1].dep in ("aux", "auxpass", "neg", "advmod"):
        first -= 1
    if last + 1 < len(tree.tokens) and tree.tokens[last + 1].head == i and tree.tokens[last + 1].dep == "prt":
        last += 1
    return first, last

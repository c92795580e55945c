"""Who says what inside one sentence: cue words and the grammar that hangs their source and content on them."""

from collections.abc import Iterator
from dataclasses import dataclass

from twosource.stages.cues import CueVerb, Strength, cue_nouns, cue_verbs
from twosource.stages.lexicon import words
from twosource.stages.tree import Tree

_FLOATING = ("reportedly", "allegedly", "supposedly", "purportedly")
_CITING = ("cite", "quote")
_LONGEST_HEADLINE = 30
_NAMING = ("NOUN", "PROPN", "ADJ", "DET", "ADP", "PART")
_AS_ONLY = ("see", "view", "regard", "describe", "characterize", "characterise", "portray", "depict", "identify")
_CONTRAST = ("while", "as", "though", "although", "whereas")
_NOBODY = ("you", "one", "nobody", "noone", "anyone", "anybody", "everyone", "everybody", "no", "there", "it", "this", "that", "which", "both")
_OF = ("as", "of", "for")
_MARKS = (",", ";", ":", "-", "–", "—", "--")


@dataclass(frozen=True, slots=True)
class Frame:
    """A cue with what hangs on it, in token indices of its sentence, first and last within.

    Attributes:
        source: the words for whoever speaks, or None.
        cue: the words that attribute.
        content: stretches of what is said; none when a quotation must be looked for.
        strength: whether the source says the content (strong), or only stands to it somehow (weak).
        head: index of the cue's head.
        hearers: the words for those it was said to, or on whose pages or air: candidates for a carrier.
    """

    source: tuple[int, int] | None
    cue: tuple[int, int]
    content: tuple[tuple[int, int], ...]
    kind: str
    strength: Strength
    reason: str
    head: int
    hearers: tuple[tuple[int, int], ...] = ()


def frames(tree: Tree) -> Iterator[Frame]:
    """All frames of a sentence, in order of their cues."""
    phrases = [*_according(tree), *_colon(tree)]
    for i, token in enumerate(tree.tokens):
        yield from (f for f in phrases if f.head == i)
        if token.lemma in _CITING and token.tag == "VBG" and (found := _citing(tree, i)) is not None:
            yield found
        elif tree.verbal(i) and (verb := cue_verbs().get(token.lemma)) is not None:
            found = _verb(tree, i, verb)
            if found is not None:
                yield found
        elif token.pos == "NOUN" and token.lemma in cue_nouns():
            found = _noun(tree, i)
            if found is not None:
                yield found
        elif token.lemma in _FLOATING and tree.verbal(token.head):
            yield Frame(None, (i, i), _without(_clause(tree, token.head), (i, i)), "report", "weak", "floating", i)


def _colon(tree: Tree) -> Iterator[Frame]:
    """Headline forms without a verb: "Police: three hurt in crash", "Three hurt in crash: police"."""
    tokens = tree.tokens
    at = next((j for j, t in enumerate(tokens) if t.text == ":"), None)
    if at is None or _ended(tree) or len(tokens) > _LONGEST_HEADLINE:
        return
    for source, content in (((0, at - 1), (at + 1, len(tokens) - 1)), ((at + 1, len(tokens) - 1), (0, at - 1))):
        named = 0 <= source[1] - source[0] < 6 and all(t.pos in _NAMING for t in tokens[source[0] : source[1] + 1])
        if named and content[1] - content[0] >= 2:
            yield Frame(source, (at, at), (content,), "say", "strong", "headline", at)
            return


def _verb(tree: Tree, i: int, verb: CueVerb) -> Frame | None:
    particle = tree.kid(i, "prt")
    if particle is not None and tree.tokens[particle].lemma not in ("out", "back"):
        return None  # "the rocket blasted off"
    passive = tree.kid(i, "nsubjpass", "auxpass") is not None
    agent = _agent(tree, i)
    credit = agent is not None and tree.tokens[i].tag == "VBN" and not passive
    if tree.tokens[i].tag == "VBN" and tree.kid(i, "aux", "auxpass") is None and agent is None and tree.tokens[i].dep != "ROOT":
        return None
    source = agent if passive or credit else (_before(tree, i, verb) or _speaker(tree, i))
    content, strength, reason = _content(tree, i, verb, passive)
    if not content and verb.quotation:
        content, strength, reason = _around(tree, i, verb, source, credit)
    if not content and (verb.quotation == "" or source is None or tree.tokens[i].tag == "VB"):
        return None
    if source is None and (reason == "predicate" or (strength == "strong" and not passive)):
        return None
    if strength == "strong" and verb.kind == "find" and not _document(tree, source):
        strength = "weak"
    cue = _cue(tree, i)
    pieces = content
    for part in (cue, source) if source is not None else (cue,):
        pieces = tuple(p for piece in pieces for p in _without(piece, part))
    if content and not pieces:
        return None
    if strength == "strong" and _nobody(tree, source) and not (verb.kind == "say" and tree.tokens[source[0] if source else i].text.lower() == "it"):
        strength = "weak"
    return Frame(source, cue, pieces, verb.kind, strength or verb.quotation, reason or "quotation", i, _hearers(tree, i, verb))


def _nobody(tree: Tree, source: tuple[int, int] | None) -> bool:
    """Whether the source is nobody in particular ("you know that ...", "nobody said that ..."): no link of a chain."""
    return source is not None and source[0] == source[1] and tree.tokens[source[0]].text.lower() in _NOBODY


def _hearers(tree: Tree, i: int, verb: CueVerb) -> tuple[tuple[int, int], ...]:
    if verb.kind not in ("say", "deny", "report"):
        return ()
    found = []
    for k in tree.kids[i]:
        token = tree.tokens[k]
        if token.dep in ("dobj", "dative"):
            found.append(_phrase(tree, k, i))
        elif token.dep == "prep" and token.lemma in ("to", "on", "in", "with", "during"):
            below = tree.kid(k, "pobj")
            inner = next((j for j in tree.kids[below] if tree.tokens[j].lemma in ("with", "on", "to", "by")), None) if below is not None else None
            whom = tree.kid(inner, "pobj") if inner is not None else below
            if whom is not None:
                found.append(_phrase(tree, whom, i))
    return tuple(found)


def _before(tree: Tree, i: int, verb: CueVerb) -> tuple[int, int] | None:
    """The noun phrase right before a cue that ends its sentence, where the parse gives it no subject ("..., the daily Bugle reported.")."""
    if tree.own_subject(i) is not None or verb.quotation != "strong" or tree.tokens[i].tag not in ("VBD", "VBZ", "VBP") or not _closes(tree, i):
        return None
    first = i
    while first > 0 and i - first < 9 and tree.tokens[first - 1].text not in (",", "”", '"', "’", "''"):
        first -= 1
    nouns = [j for j in range(first, i) if tree.tokens[j].pos in ("NOUN", "PROPN", "PRON")]
    whole = 4 <= first < i and nouns and nouns[-1] == i - 1 and i - first < 9
    return (first, i - 1) if whole else None


def _speaker(tree: Tree, i: int) -> tuple[int, int] | None:
    if tree.tokens[i].dep == "pcomp" and tree.tokens[tree.tokens[i].head].lemma == "as":
        # "quoted the minister as saying": the minister says it.
        quoting = tree.tokens[tree.tokens[i].head].head
        whom = tree.kid(quoting, "dobj")
        if whom is not None and tree.tokens[quoting].lemma in _CITING:
            return _phrase(tree, whom, i)
    subject = tree.subject(i)
    if subject is not None and tree.tokens[subject].lemma in _documents() and tree.tokens[i].dep == "acl":
        # "issued a statement saying": who issued it says it.
        above = tree.tokens[subject].head
        issuer = tree.subject(above) if tree.verbal(above) and tree.tokens[subject].dep == "dobj" else None
        subject = issuer if issuer is not None else subject
    if subject is None or tree.tokens[subject].dep == "expl":
        return None
    return _phrase(tree, subject, i)


def _documents() -> frozenset[str]:
    return words("document_nouns")


def _document(tree: Tree, source: tuple[int, int] | None) -> bool:
    """Whether the source is a study, a poll, a report: what such a thing finds, it says."""
    return source is not None and any(tree.tokens[i].lemma in _documents() and tree.tokens[i].pos == "NOUN" for i in range(source[0], source[1] + 1))


def _around(tree: Tree, i: int, verb: CueVerb, source: tuple[int, int] | None, credit: bool) -> tuple[tuple[tuple[int, int], ...], Strength, str]:
    """What a cue without a complement attributes: the clause it stands in as a parenthesis, or the clause before it."""
    if source is None:
        return (), "", ""
    if _as_clause(tree, i) or _parenthetical(tree, i):
        return _without(_clause(tree, tree.tokens[i].head), _clause(tree, i)), "strong", "parenthetical"
    first, last = min(source[0], i), max(source[1], i)
    while first > 0 and tree.tokens[first - 1].head in range(first, last + 1) and tree.tokens[first - 1].text not in _MARKS:
        first -= 1
    said = first >= 4 and tree.tokens[first - 1].text in (",", "”", '"') and verb.clause == "strong" and tree.tokens[i].tag != "VBG"
    said = said and (any(tree.verbal(j) and tree.finite(j) for j in range(first - 1)) or not _ended(tree))
    if said and (credit or _closes(tree, last)):
        return (_trim(tree, 0, first - 1),), "strong", "trailing"
    # "said in a statement on Monday that ...": the parse may hang the clause on a noun between.
    that = (
        None
        if verb.clause != "strong"
        else next((j for j in range(last + 1, min(last + 16, tree.right[i] + 1)) if tree.tokens[j].text.lower() == "that"), None)
    )
    if that is not None and that < tree.right[i] and any(tree.verbal(j) and tree.finite(j) for j in range(that, tree.right[i] + 1)):
        return ((that, tree.right[i]),), "strong", "clause"
    return (), "", ""


def _ended(tree: Tree) -> bool:
    """Whether the sentence has a mark at its end; headlines have none."""
    return tree.tokens[-1].pos == "PUNCT"


def _closes(tree: Tree, last: int) -> bool:
    """Whether nothing but the cue's circumstances ("on Monday", "in a statement") stands between ``last`` and the sentence's end."""
    rest = tree.tokens[last + 1 :]
    return len(rest) <= 12 and not any(t.text in (",", ":", ";", "“", '"') or (t.pos == "VERB" and t.tag != "VBG") for t in rest)


def _content(tree: Tree, i: int, verb: CueVerb, passive: bool) -> tuple[tuple[tuple[int, int], ...], Strength, str]:
    """Content stretches of the verb at ``i`` by its complements, clause first."""
    tokens = tree.tokens
    kids = tree.kids[i]
    clause = [k for k in kids if tokens[k].dep == "ccomp"]
    infinitive = [k for k in kids if tokens[k].dep == "xcomp" and tree.verbal(k)]
    thing = tree.kid(i, "dobj", "attr")
    told = next((k for k in kids if passive and tokens[k].lemma == "as" and tree.kid(k, "pcomp") is not None), None)
    if told is not None:
        return ((told + 1, tree.right[told]),), "strong", "clause"  # "was quoted by the daily as saying"
    predicate = verb.predicate and _predicate(tree, i, thing)
    if predicate:
        return (predicate,), verb.predicate, "predicate"
    if verb.clause and clause and tokens[i].dep == "conj" and tree.right[clause[0]] < i and _closes(tree, i):
        # "all was well, and the crew had landed, a source said": the parse joins the cue to the first clause.
        return ((0, tree.right[clause[0]]),), verb.clause, "clause"
    if verb.clause and clause:
        return (*((tree.left[k], _end(tree, k)) for k in clause), *_joined(tree, i, clause)), verb.clause, "clause"
    if verb.object and infinitive and tokens[infinitive[0]].tag == "VBG":
        return ((tree.left[infinitive[0]], tree.right[infinitive[0]]),), verb.object, "object"
    if verb.infinitive and infinitive:
        k = infinitive[0]
        first = tree.left[thing] if thing is not None and thing < k else tree.left[k]
        return ((first, tree.right[k]),), verb.infinitive, "infinitive"
    if verb.clause and infinitive and passive:
        subject = tree.own_subject(i)
        before = [(tree.left[subject], tree.right[subject])] if subject is not None else []
        return (*before, (tree.left[infinitive[0]], tree.right[infinitive[0]])), verb.clause, "passive"
    if verb.clause == "strong" and thing is not None and tokens[thing].lemma in cue_nouns() and any(_opened(tree, k) for k in tree.kids[thing]):
        return ((tree.left[thing], tree.right[thing]),), "strong", "clause"  # "announced his intention to come"
    if verb.object and thing is not None:
        last = max([tree.right[thing], *(tree.right[k] for k in kids if k > thing and tokens[k].lemma in _OF and tokens[k].dep == "prep")])
        return ((tree.left[thing], last),), verb.object, "object"
    for k in kids:
        if tokens[k].dep == "prep" and tokens[k].lemma in verb.prepositions and tree.right[k] > k:
            return ((k + 1, tree.right[k]),), "weak", "preposition"
    return (), "", ""


def _end(tree: Tree, k: int) -> int:
    """Last token of the clause at ``k``, without a clause at its end in which somebody else speaks ("..., while another said ...")."""
    for j in tree.kids[k]:
        contrast = j > k and tree.tokens[j].dep == "advcl" and tree.own_subject(j) is not None and tree.tokens[tree.left[j]].lemma in _CONTRAST
        if contrast and (verb := cue_verbs().get(tree.tokens[j].lemma)) is not None and "strong" in (verb.clause, verb.predicate):
            return max(k, tree.left[j] - 1)
    return tree.right[k]


def _predicate(tree: Tree, i: int, thing: int | None) -> tuple[int, int] | None:
    """'called the plan a trap', 'accused him of lying', 'described it as sound': the object with what is said of it."""
    tokens = tree.tokens
    small = next((k for k in tree.kids[i] if k > i and tokens[k].dep in ("oprd", "ccomp", "xcomp") and not tree.finite(k)), None)
    if tokens[i].lemma in ("call", "term", "dub", "brand", "label"):
        on = next((k for k in tree.kids[i] if tokens[k].dep == "prep" and tokens[k].lemma == "on"), None)
        if small is not None:
            first = tree.left[thing] if thing is not None and i < thing < small else on + 1 if on is not None and on < small else tree.left[small]
            return (first, tree.right[small])
        return None
    if thing is None or thing < i:
        return None
    of = next((k for k in tree.kids[i] if k > thing and tokens[k].dep == "prep" and tokens[k].lemma in _OF), None)
    if of is None:
        of = next((k for k in tree.kids[thing] if k > thing and tokens[k].dep == "prep" and tokens[k].lemma in ("as", "for")), None)
    if of is not None and tokens[i].lemma in _AS_ONLY and tokens[of].lemma != "as":
        return None
    return (tree.left[thing], tree.right[of]) if of is not None else None


def _joined(tree: Tree, i: int, clause: list[int]) -> Iterator[tuple[int, int]]:
    """Clauses that the parse joins to the cue though they go on with what is said: "said it was late, but nobody had left"."""
    if min(clause) < i:
        return
    for k in tree.kids[i]:
        own = tree.own_subject(k) if tree.tokens[k].dep == "conj" and tree.verbal(k) and k > max(clause) else None
        if own is not None and tree.tokens[k].lemma not in cue_verbs():
            yield tree.left[k], tree.right[k]


def _agent(tree: Tree, i: int) -> tuple[int, int] | None:
    by = tree.kid(i, "agent")
    whom = tree.kid(by, "pobj") if by is not None else None
    return _phrase(tree, whom, i) if whom is not None else None


def _phrase(tree: Tree, i: int, cue: int) -> tuple[int, int]:
    """The noun phrase of token ``i``, on its side of the cue, without clauses joined to it by a fault of the parse."""
    first, last = tree.left[i], i
    for k in tree.kids[i]:
        token = tree.tokens[k]
        if k > i and token.dep not in ("punct", "cc") and not (token.dep == "conj" and tree.verbal(k)) and not tree.left[k] <= cue <= tree.right[k]:
            last = max(last, tree.right[k])
    if first <= cue <= last:
        first, last = (first, cue - 1) if i < cue else (cue + 1, last)
    # A faulty parse may leave nothing on its side of the cue but the head itself.
    return _trim(tree, min(first, i), max(last, i))


def _trim(tree: Tree, first: int, last: int) -> tuple[int, int]:
    while first < last and tree.tokens[first].pos == "PUNCT" and tree.tokens[first].text in (*_MARKS, "."):
        first += 1
    while last > first and tree.tokens[last].text in (*_MARKS, "."):
        last -= 1
    return first, last


def _cue(tree: Tree, i: int) -> tuple[int, int]:
    """The cue verb with its auxiliaries, negation and adverbs before it, and its particle after it."""
    first = last = i
    while first > 0 and tree.tokens[first - 1].head == i and tree.tokens[first - 1].dep in ("aux", "auxpass", "neg", "advmod"):
        first -= 1
    if last + 1 < len(tree.tokens) and tree.tokens[last + 1].head == i and tree.tokens[last + 1].dep == "prt":
        last += 1
    return first, last


def _clause(tree: Tree, i: int) -> tuple[int, int]:
    return tree.left[i], tree.right[i]


def _without(piece: tuple[int, int], gap: tuple[int, int]) -> tuple[tuple[int, int], ...]:
    """``piece`` without the tokens of ``gap``: none, one or two stretches."""
    if gap[1] < piece[0] or piece[1] < gap[0]:
        return (piece,)
    left = ((piece[0], gap[0] - 1),) if piece[0] < gap[0] else ()
    right = ((gap[1] + 1, piece[1]),) if gap[1] < piece[1] else ()
    return left + right


def _as_clause(tree: Tree, i: int) -> bool:
    """Whether the verb at ``i`` opens with 'as' and hangs on a clause that it attributes ("as he put it")."""
    token = tree.tokens[i]
    return token.head != i and any(tree.tokens[k].lemma == "as" for k in tree.kids[i] if k < i) and tree.verbal(token.head)


def _parenthetical(tree: Tree, i: int) -> bool:
    """Whether the verb at ``i`` stands with its subject between commas inside what it attributes ("the plan, he said, will fail")."""
    token, left, right = tree.tokens[i], tree.left[i], tree.right[i]
    if token.head == i or token.dep not in ("parataxis", "ccomp", "intj", "dep") or tree.own_subject(i) is None or not tree.verbal(token.head):
        return False
    opens = tree.tokens[left].text in _MARKS or (left > 0 and tree.tokens[left - 1].text in (*_MARKS, "”", '"', "''", "’"))
    closes = right + 1 >= len(tree.tokens) or tree.tokens[right].text in _MARKS or tree.tokens[right + 1].text in (*_MARKS, ".", "“", '"')
    return opens and closes


def _citing(tree: Tree, i: int) -> Frame | None:
    """'..., citing the ministry': the ministry says the clause that 'citing' hangs on."""
    thing, above = tree.kid(i, "dobj"), tree.tokens[i].head
    if thing is None or above == i or tree.tokens[i].dep not in ("advcl", "acl", "xcomp"):
        return None
    content = _without(_clause(tree, above), (i, tree.right[i]))
    return Frame(_phrase(tree, thing, i), (i, i), content, "report", "strong", "citing", i) if content else None


def _noun(tree: Tree, i: int) -> Frame | None:
    """'the claim that ...', 'his readiness to ...': what hangs on the noun is the content."""
    noun = cue_nouns()[tree.tokens[i].lemma]
    said = next((k for k in tree.kids[i] if k > i and tree.tokens[k].dep in ("acl", "ccomp", "relcl") and _opened(tree, k)), None)
    if said is None:
        return None
    source = tree.kid(i, "poss")
    by = next((k for k in tree.kids[i] if tree.tokens[k].dep == "prep" and tree.tokens[k].lemma in ("by", "from", "of") and k < said), None)
    if source is None and by is not None:
        source = tree.kid(by, "pobj")
    if source is None and tree.verbal(tree.tokens[i].head) and tree.tokens[i].dep in ("dobj", "attr"):
        above = tree.subject(tree.tokens[i].head)
        source = above if above is not None and tree.tokens[above].dep != "expl" else None
    phrase = _phrase(tree, source, i) if source is not None else None
    strength: Strength = noun.strength if phrase is not None else "weak"
    return Frame(phrase, (i, i), ((tree.left[said], tree.right[said]),), noun.kind, strength, "noun", i)


def _opened(tree: Tree, k: int) -> bool:
    """Whether the clause at ``k`` opens with 'that' as a conjunction, or with 'to'."""
    return any(
        (tree.tokens[j].dep == "mark" and tree.tokens[j].lemma == "that") or (tree.tokens[j].dep == "aux" and tree.tokens[j].lemma == "to")
        for j in tree.kids[k]
    )


def _according(tree: Tree) -> Iterator[Frame]:
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
        source = _phrase(tree, whom, i)
        source = (min(max(source[0], last + 1), whom), source[1])
        content = _before_or_after(tree, done, i, source[1])
        if content:
            yield Frame(source, (i, last), content, "report", "strong", "according to", i)
        done = _after(tree, source[1])
        i = max(last, source[1]) + 1


def _opener(tree: Tree, i: int) -> int | None:
    """Last token of the words at ``i`` that open such a phrase, or None."""
    following = [t.text.lower() for t in tree.tokens[i : i + 2]]
    if following in (["according", "to"], ["as", "per"]):
        return i + 1
    if following[:1] == ["per"] and i > 0 and tree.tokens[i - 1].text == ",":
        return i
    return None


def _after(tree: Tree, last: int) -> int:
    at = last + 1
    while at < len(tree.tokens) and (tree.tokens[at].text in _MARKS or tree.tokens[at].dep == "cc"):
        at += 1
    return at


def _before_or_after(tree: Tree, done: int, i: int, last: int) -> tuple[tuple[int, int], ...]:
    tokens = tree.tokens
    end = len(tokens) - 1
    verbs_before = [j for j in range(done, i) if tree.verbal(j) and tree.finite(j)]
    after = _after(tree, last)
    if not verbs_before:
        pieces = [(done, i - 1)] if any(tokens[j].pos not in ("PUNCT", "CCONJ", "ADV") for j in range(done, i)) else []
        if after <= end and tokens[after].text != ".":
            pieces.append((after, end))
        return tuple(_trim(tree, *p) for p in pieces)
    above = next((j for j in tree.upwards(i) if tree.verbal(j)), None)
    first = done
    if above is not None and above < i and tokens[above].dep in ("conj", "relcl") and tree.own_subject(above) is not None:
        first = max(first, tree.left[above])
    first, before = _trim(tree, first, i - 1)
    return ((first, before),)

"""Nominals and pronouns: words that stand for a party without naming it."""

import re
from functools import cache

from twosource.domain.sentence import Sentence, Token
from twosource.domain.span import Span
from twosource.grammar.parties.mentions import Found, gender_of_role
from twosource.reference import lexicon
from twosource.reference.facts import Role, role

_PRONOUNS = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f", "hers": "f", "they": "p", "them": "p", "their": "p", "it": "n", "its": "n"}
_LEFT = frozenset({"det", "amod", "compound", "nmod", "poss", "nummod", "quantmod", "advmod", "case", "npadvmod", "predet", "punct", "ROOT", "appos"})
# Tokens after a verb within which another is looked for that it shares its subject with.
_JOINED_WITHIN = 60
_SOURCE_PREPOSITIONS = frozenset({"to", "per", "by"})


def nominal(n: int, sentence: Sentence, i: int, taken: set[int], text: str) -> Found | None:
    tokens = sentence.tokens
    token = tokens[i]
    if token.pos not in ("NOUN", "PROPN", "ADJ", "PRON") or token.dep in ("compound", "amod", "nmod", "npadvmod") or token.entity in ("DATE", "TIME"):
        return None
    if token.pos == "ADJ" and token.lemma not in ("military", "accused", "injured", "dead", "wounded"):
        return None
    both = token.pos == "PRON" and token.text.lower() in ("both", "others") and token.dep in ("nsubj", "nsubjpass")
    if token.pos == "PRON" and not both:
        return None
    known = _role_of(tokens, i)
    source = is_source(tokens, i)
    paper = known is not None and known.kind == "document" and token.dep == "nsubj" and tokens[token.head].pos == "VERB"
    if not (both or source or paper) and (known is None or known.kind in ("", "document")):
        return None
    if known is None and not both and (token.lemma in lexicon.words("mute_nouns") or not token.text[0].isalpha()):
        return None
    if known is None and source and token.lemma in _said_nouns():
        known = Role(token.lemma, (), "document")
    first = _phrase_start(sentence, i)
    while first < i and (tokens[first].pos == "PUNCT" or tokens[first].tag == "POS"):
        first += 1
    if any(t.text.lower() in ("our", "my", "your") for t in tokens[first:i]):
        return None
    while first < i and tokens[first].text.lower() in ("how", "many", "much"):
        first += 1
    span = Span(tokens[first].start, token.end)
    words = re.sub(r"^(?:the|an?|some|any)\s+", "", text[span.start : span.end], flags=re.IGNORECASE)
    head = known.words.split()[-1] if known else token.lemma
    found = Found(span, "nominal", n, i, words, head, role=known)
    found.plural = token.tag in ("NNS", "NNPS") or both or head in ("police", "people", "media", "couple", "pair", "duo", "crew", "staff")
    opening = tokens[first].text.lower()
    found.definite = opening in ("the", "this", "that", "these", "those", "both") or any(t.tag in ("POS", "PRP$") for t in tokens[first:i])
    found.gender = gender_of_role(token.lemma)
    return found


def _role_of(tokens: tuple[Token, ...], i: int) -> Role | None:
    """The longest role that ends at a token."""
    for first in range(max(0, i - 3), i + 1):
        if all(t.dep in ("compound", "amod", "nmod") or k + first == i for k, t in enumerate(tokens[first : i + 1])):
            words = " ".join(t.text for t in tokens[first : i + 1])
            known = role(words) or (role(tokens[i].lemma) if first == i else None)
            if known is not None and (known.kind or first == i):
                if known.kind:
                    return known
                single = role(tokens[i].text) or role(tokens[i].lemma)
                return single if single is not None and single.kind else known
    return None


def is_source(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether a noun stands where a source stands: subject of a verb of saying, or after "according to", "as per", "said by"."""
    token = tokens[i]
    verb = tokens[token.head]
    if token.dep == "nsubj" and (verb.lemma in speech_verbs() or (token.tag == "NNS" and verb.lemma in _thought_verbs())):
        return True
    if token.dep == "pobj" and verb.text.lower() in _SOURCE_PREPOSITIONS:
        above = tokens[verb.head]
        if verb.text.lower() == "to":
            return above.text.lower() in ("according", "accord")
        return verb.text.lower() == "per" or (verb.dep == "agent" and above.lemma in speech_verbs())
    return False


@cache
def _said_nouns() -> frozenset[str]:
    """Lemmas of what somebody says or writes ("apology", "letter"): it speaks for whoever made it."""
    return (
        lexicon.words("document_nouns")
        | lexicon.words("uttered")
        | frozenset(row["lemma"] for row in lexicon.table("cue_nouns") if row["kind"] in ("say", "deny"))
    )


@cache
def _thought_verbs() -> frozenset[str]:
    return frozenset(row["lemma"] for row in lexicon.table("cue_verbs") if row["kind"] in ("think", "judge"))


@cache
def speech_verbs() -> frozenset[str]:
    """Lemmas of verbs that attribute what someone says (not what someone thinks or judges)."""
    return frozenset(row["lemma"] for row in lexicon.table("cue_verbs") if row["kind"] in ("say", "report", "promise", "ask", "deny"))


def speaking(tokens: tuple[Token, ...], verb: int) -> bool:
    """Whether the subject of a verb says something by it, or by one joined to it ("smiled and said", "left, saying")."""
    if tokens[verb].lemma in speech_verbs() or tokens[verb].lemma == "suggest":
        return True
    near = range(verb + 1, min(verb + _JOINED_WITHIN, len(tokens)))
    joined = [j for j in near if tokens[j].head == verb and _says_on(tokens[j])]
    return any(not any(t.head == j and t.dep == "nsubj" for t in tokens[verb:j]) for j in joined)


def _says_on(token: Token) -> bool:
    return token.lemma in speech_verbs() and (token.dep == "conj" or (token.dep == "advcl" and token.tag == "VBG"))


def _phrase_start(sentence: Sentence, i: int) -> int:
    """First token of the noun phrase that ends at its head: what hangs on the head to its left, without a gap."""
    tokens = sentence.tokens
    members = {i}
    first = i
    for j in range(i - 1, max(-1, i - 14), -1):
        of_possessor = tokens[j].tag == "POS" and tokens[tokens[j].head].head in members
        if not (of_possessor or (tokens[j].head in members and tokens[j].dep in _LEFT)) or tokens[j].text in (",", ";", ":", "“", '"', "”", "(", ")"):
            break
        members.add(j)
        first = j
    return first


def pronoun(n: int, tokens: tuple[Token, ...], i: int) -> Found | None:
    token = tokens[i]
    if token.text.lower() == "who" and token.dep == "nsubj" and tokens[token.head].dep == "relcl":
        return Found(Span(token.start, token.end), "pronoun", n, i, token.text, "who", gender="r", definite=True)
    kind = _PRONOUNS.get(token.text.lower())
    if kind is None or token.pos not in ("PRON", "DET") or _empty_it(tokens, i):
        return None
    return Found(Span(token.start, token.end), "pronoun", n, i, token.text, token.text.lower(), gender=kind, plural=kind == "p", definite=True)


def _empty_it(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether an "it" stands for nothing: "it is likely that", or no subject at all."""
    token = tokens[i]
    if token.text.lower() != "it":
        return False
    return token.dep != "nsubj" or tokens[token.head].lemma in ("be", "seem", "appear", "take", "become", "happen", "rain", "remain", "look", "turn")

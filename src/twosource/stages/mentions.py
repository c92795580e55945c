"""Mentions: the names, nominals and pronouns of a sentence that can stand for a party."""

import re
from dataclasses import dataclass, field
from functools import cache
from typing import Literal

from twosource.domain.party import MentionForm
from twosource.domain.sentence import Sentence, Token
from twosource.domain.span import Span
from twosource.stages.facts import Role, body, country_of_capital, country_of_demonym, country_of_name, country_of_place, folded, role
from twosource.stages.lexicon import table

Gender = Literal["m", "f", ""]

_NAMED = frozenset({"PERSON", "ORG", "GPE", "NORP", "LOC", "FAC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW"})
_PARTY_LABELS = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP"})
_NOT_NAMES = frozenset({"DATE", "TIME", "CARDINAL", "ORDINAL", "MONEY", "PERCENT", "QUANTITY", "LANGUAGE"})
_HONORIFICS = {"mr": "m", "mr.": "m", "sir": "m", "lord": "m", "mrs": "f", "mrs.": "f", "ms": "f", "ms.": "f", "miss": "f", "dame": "f", "lady": "f"}
_PLAIN_TITLES = frozenset(
    [
        "dr",
        "dr.",
        "sen",
        "sen.",
        "rep",
        "rep.",
        "gov",
        "gov.",
        "lt",
        "lt.",
        "gen",
        "gen.",
        "col",
        "col.",
        "maj",
        "maj.",
        "capt",
        "capt.",
        "sgt",
        "sgt.",
        "adm",
        "adm.",
        "prof",
        "prof.",
        "rev",
        "rev.",
        "st",
        "cmdr.",
        "pm",
        "fm",
        "vice",
        "first",
        "then-president",
        "ex-president",
    ]
)
_SHE_ROLES = frozenset(
    {"spokeswoman", "congresswoman", "chairwoman", "queen", "princess", "policewoman", "businesswoman", "mother", "wife", "daughter"}
)
_SHE_ROLES |= {"sister", "woman", "girl", "actress", "widow", "grandmother", "aunt", "niece", "girlfriend", "duchess", "schoolgirl"}
_HE_ROLES = frozenset({"spokesman", "congressman", "king", "prince", "policeman", "businessman", "father", "husband", "son", "brother", "man", "boy"})
_HE_ROLES |= {"uncle", "nephew", "grandfather", "boyfriend", "emperor", "sultan", "duke", "schoolboy", "gunman", "pope", "priest", "imam"}
_PRONOUNS = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f", "hers": "f", "they": "p", "them": "p", "their": "p", "it": "n", "its": "n"}
_PLACE_PREPOSITIONS = frozenset(
    [
        "in",
        "at",
        "to",
        "from",
        "near",
        "outside",
        "of",
        "around",
        "into",
        "through",
        "toward",
        "towards",
        "across",
        "inside",
        "within",
        "above",
        "over",
        "off",
        "via",
    ]
)
_TRAVEL = frozenset(
    ["visit", "leave", "reach", "enter", "tour", "hit", "strike", "bomb", "shell", "flee", "invade", "shake", "rock", "attack", "cross"]
)
_LEFT = frozenset({"det", "amod", "compound", "nmod", "poss", "nummod", "quantmod", "advmod", "case", "npadvmod", "predet", "punct", "ROOT", "appos"})
_LONGEST_NAME = 7
_SOURCE_PREPOSITIONS = frozenset({"to", "per", "by"})


@dataclass(slots=True)
class Found:
    """One mention.

    Attributes:
        sentence, head: number of the sentence in the article, index of the mention's head among its tokens.
        words: as written, without article and title.
        key: for names: the words folded; for nominals: the lemma of the head noun.
        label: entity label of a name ("PERSON", "ORG" ...), or "".
        title: words before a name that say what it is ("Kremlin spokesman"); several are kept apart.
        described: for a nominal, the number of the name mention it stands in apposition to.
        acts: whether it stands where one who acts or speaks stands (subject, agent, possessor).
        gender: "m", "f" or ""; pronouns also "p" (they) and "n" (it).
        belongs_with: for "its" in "X and its allies", the token of X.
        linked: prepositions that hang on the head, each with the token of its object ("spokesman for" the ministry).
        short: an acronym in brackets right after a name.
    """

    span: Span
    form: MentionForm
    sentence: int
    head: int
    words: str
    key: str
    label: str = ""
    titles: list[str] = field(default_factory=list)
    title_spans: list[Span] = field(default_factory=list)
    described: int | None = None
    role: Role | None = None
    acts: bool = False
    subject: bool = False
    speaks: bool = False
    plural: bool = False
    definite: bool = False
    gender: str = ""
    quoted: bool = False
    belongs_with: int | None = None
    linked: tuple[tuple[str, int], ...] = ()
    short: str = ""


@dataclass(frozen=True, slots=True)
class People:
    """Names of people that the article gives in full: their words by the first one, and the last ones alone."""

    full: dict[str, list[tuple[str, ...]]]
    last: frozenset[str]


def find(sentences: tuple[Sentence, ...], text: str) -> list[Found]:
    """All mentions of an article's sentences in order of the text; offsets as in ``Span``.

    Read twice: a tagger that sees a name in one sentence and not in the next is helped by what the first reading found.
    """
    first = _all(sentences, text, People({}, frozenset()))
    people = _people(first)
    return _all(sentences, text, people) if people.last else first


def _all(sentences: tuple[Sentence, ...], text: str, people: People) -> list[Found]:
    found: list[Found] = []
    for n, sentence in enumerate(sentences):
        found.extend(_in_sentence(n, sentence, text, len(found), people))
    return found


def _people(mentions: list[Found]) -> People:
    full: dict[str, list[tuple[str, ...]]] = {}
    last: set[str] = set()
    for mention in mentions:
        words = tuple(mention.words.split())
        sure = mention.form == "name" and mention.label == "PERSON" and 2 <= len(words) <= 4
        if sure and all(w[0].isupper() and w.replace("-", "").isalpha() for w in (words[0], words[-1])) and role(words[-1]) is None:
            names = full.setdefault(words[0], [])
            if words not in names:
                names.append(words)
            last.add(words[-1])
    return People(full, frozenset(w for w in last if len(w) > 2))


def _in_sentence(n: int, sentence: Sentence, text: str, before: int, people: People) -> list[Found]:
    tokens = sentence.tokens
    runs = _runs(tokens, text, people)
    taken = {i for first, last, _ in runs for i in range(first, last)}
    quoted = _quoted(tokens)
    made: list[Found] = []
    titled: set[int] = set()
    for run in runs:
        name = _name(n, tokens, run, text)
        if name is not None:
            titled.update(_take_title(name, tokens, run[0], text))
            made.append(name)
    for i in range(len(tokens)):
        if i in taken or i in titled:
            continue
        mention = _pronoun(n, tokens, i) or _nominal(n, sentence, i, taken, text)
        if mention is not None:
            made.append(mention)
    made.sort(key=lambda m: (m.span.start, -m.span.end))
    links = _links(tokens)
    for mention in made:
        _place_in_clause(mention, tokens)
        mention.linked = tuple(links.get(mention.head, ()))
        mention.quoted = quoted[mention.head]
    _link_appositions(made, tokens, text, before)
    return made


# Names


def _runs(tokens: tuple[Token, ...], text: str, people: People) -> list[tuple[int, int, str]]:
    """Stretches of tokens that are names: (first, past the last, entity label), left to right, none overlapping."""
    runs: list[tuple[int, int, str]] = []
    i = 0
    while i < len(tokens):
        end, label = _entity_end(tokens, i)
        known = _known_end(tokens, i, text)
        if known is not None and known[0] >= end:
            end, label = known
        if label != "PERSON" and (person := _person_end(tokens, i, people)) > i and (label in ("", "ORG", "NORP", "GPE") or end <= i):
            end, label = (person, "PERSON") if label == "" or person >= end else (end, label)
        if end > i:
            end = _hyphened(tokens, end)
            runs.append((i, end, label))
            i = end
        else:
            i += 1
    return runs


def _person_end(tokens: tuple[Token, ...], i: int, people: People) -> int:
    """Where a person's name ends that begins here and that the article gives elsewhere; ``i`` when none does."""
    for words in people.full.get(tokens[i].text, ()):
        if tuple(t.text for t in tokens[i : i + len(words)]) == words:
            return i + len(words)
    word = tokens[i].text
    if word not in people.last and not (word.isupper() and len(word) > 3 and word.capitalize() in people.last):
        return i
    if i == 0 and not (len(tokens) > 1 and (tokens[1].pos in ("VERB", "AUX") or tokens[1].tag == "POS" or tokens[1].text in (":", ","))):
        return i
    return i if tokens[i].tag in ("MD", "IN", "DT", "CC") else i + 1


def _hyphened(tokens: tuple[Token, ...], end: int) -> int:
    """Where a name ends whose parts are joined by hyphens ("Port-au-Bel"); "-based" and the like are no parts."""
    while end + 1 < len(tokens) and tokens[end].text == "-" and tokens[end - 1].end == tokens[end].start and tokens[end].end == tokens[end + 1].start:
        capital = tokens[end + 1].text[0].isupper()
        bridge = len(tokens[end + 1].text) <= 3 and end + 3 < len(tokens) and tokens[end + 2].text == "-" and tokens[end + 3].text[0].isupper()
        if not capital and not bridge:
            break
        end += 2
    return end


def _entity_end(tokens: tuple[Token, ...], i: int) -> tuple[int, str]:
    token = tokens[i]
    if token.entity in _NOT_NAMES or (token.entity == "NORP" and token.tag not in ("NNPS", "NNS")):
        return i, ""
    if token.entity in _NAMED:
        end = i + 1
        while end < len(tokens) and tokens[end].entity == token.entity and not tokens[end].entity_begins:
            end += 1
        return _filled(tokens, end, token.entity), token.entity
    if token.pos == "PROPN" and token.text[:1].isupper() and country_of_demonym(token.text) is None:
        end = i + 1
        while end < len(tokens) and tokens[end].pos == "PROPN" and not tokens[end].entity and tokens[end].text[:1].isupper():
            end += 1
        while end > i and role(tokens[end - 1].text) is not None and end < len(tokens) and tokens[end].entity == "PERSON":
            end -= 1
        known = role(" ".join(t.text for t in tokens[i:end]))
        return (i, "") if known is not None and known.kind else (end, "")
    return i, ""


def _filled(tokens: tuple[Token, ...], end: int, label: str) -> int:
    """Where a person's name ends, given where the tagger saw it end: "Min Ji" Woo."""
    if label != "PERSON":
        return end
    while end < len(tokens) and tokens[end].pos == "PROPN" and tokens[end].entity in ("", "NORP") and tokens[end].text[:1].isupper():
        word = tokens[end].text
        if not word.isalpha() or country_of_demonym(word) is not None or (role(word) is not None and tokens[end].dep != "compound"):
            break
        end += 1
    return end


def _known_end(tokens: tuple[Token, ...], i: int, text: str) -> tuple[int, str] | None:
    """The longest name from here that the tables of facts know."""
    if not (tokens[i].text[:1].isupper() or tokens[i].text.startswith(("al", "el", "dpa", "n-"))):
        return None
    for end in range(min(len(tokens), i + _LONGEST_NAME), i, -1):
        words = text[tokens[i].start : tokens[end - 1].end]
        if (known := body(words)) is not None and (tokens[i].pos == "PROPN" or end - i > 1 or words.isupper()):
            return end, "PERSON" if known.kind == "person" else "ORG"
        if country_of_name(words) is not None and not _demonym_use(tokens, end - 1):
            return end, "GPE"
        if end - i > 1 and country_of_capital(words) is not None:
            return end, "GPE"
    return None


def _demonym_use(tokens: tuple[Token, ...], last: int) -> bool:
    """Whether "US" or "UK" stands before a noun it qualifies."""
    return tokens[last].text.upper().replace(".", "") in ("US", "UK", "USA") and tokens[last].dep in ("compound", "amod", "nmod")


def _name(n: int, tokens: tuple[Token, ...], run: tuple[int, int, str], text: str) -> Found | None:
    first, last, label = run
    titles: list[str] = []
    spans: list[Span] = []
    while first < last and (tokens[first].pos == "DET" or tokens[first].text.lower() == "the" or not tokens[first].text[0].isalnum()):
        first += 1
    while last > first and (tokens[last - 1].tag == "POS" or tokens[last - 1].text in ("'s", "’s", "'", "’", ",", "(", "-", "–", '"', "”", "“")):
        last -= 1
    last = next((i for i in range(first + 1, last) if tokens[i].text in ("“", "”", '"', "(", ")", "[", "]")), last)
    if first >= last:
        return None
    whole = text[tokens[first].start : tokens[last - 1].end]
    gender = ""
    if label in ("PERSON", "ORG", "") and body(whole) is None:
        split = _title_end(tokens, first, last)
        if split > first:
            spans.append(Span(tokens[first].start, tokens[split - 1].end))
            titles.append(text[spans[0].start : spans[0].end])
            gender = _HONORIFICS.get(tokens[split - 1].text.lower(), "")
            first, label = split, "PERSON"
    words = text[tokens[first].start : tokens[last - 1].end]
    if not words[0].isalnum() or label in ("PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "FAC") or (len(words) == 1):
        return None
    if label == "" and ((tokens[first].text.isupper() and len(words) > 12) or not any(c.islower() or c.isupper() for c in words)):
        return None
    head = next((i for i in range(last - 1, first - 1, -1) if not first <= tokens[i].head < last or tokens[i].head == i), last - 1)
    plural = label == "NORP" or (tokens[last - 1].tag == "NNPS" and label != "ORG")
    span = Span(tokens[first].start, tokens[last - 1].end)
    found = Found(span, "name", n, head, words, folded(words), label, titles, spans, plural=plural, gender=gender)
    found.definite = True
    if last + 2 < len(tokens) and tokens[last].text == "(" and tokens[last + 2].text == ")" and tokens[last + 1].text.isupper():
        found.short = tokens[last + 1].text
    return found


def _title_end(tokens: tuple[Token, ...], first: int, last: int) -> int:
    """Where the name proper begins in a run such as "President Jane Doe": after the last title, when only a name is left."""
    for i in range(last - 1, first, -1):
        word = tokens[i - 1].text.lower()
        if (is_person_role(tokens[i - 1].text) or word in _HONORIFICS or word in _PLAIN_TITLES) and not any(
            (r := role(tokens[j].text)) is not None and r.kind not in ("", "person") for j in range(i, last)
        ):
            return i
    return first


def is_person_role(word: str) -> bool:
    """Whether a word is a role that a person bears ("Minister", "spokesman")."""
    found = role(word)
    return found is not None and found.kind == "person" and not (word[:1].isupper() and "CVL" in found.sectors)


def _take_title(name: Found, tokens: tuple[Token, ...], first: int, text: str) -> list[int]:
    """Take the title to the left of a name ("Kremlin spokesman" X) in; gives the tokens used up."""
    i = _first_token(tokens, name.span.start, first)
    used: list[int] = []
    if i == 0:
        return used
    before = tokens[i - 1]
    known = role(before.text) or (role(before.lemma) if before.lemma else None)
    honorific = _HONORIFICS.get(before.text.lower())
    fits_person = name.label in ("PERSON", "", "ORG") and (is_person_role(before.text) or honorific or before.text.lower() in _PLAIN_TITLES)
    fits_body = name.label in ("ORG", "", "PERSON") and known is not None and known.kind in ("organisation", "media", "group")
    if not (fits_person or fits_body) or (before.tag in ("NNS", "NNPS") and before.text.lower() != "media"):
        return used
    at = i - 1
    while at >= 0 and _belongs_to_title(tokens, at, at == i - 1):
        used.append(at)
        at -= 1
    while tokens[used[-1]].pos in ("PUNCT", "PART", "ADP", "SYM"):
        used.pop()
    low = used[-1]
    span = Span(tokens[low].start, tokens[i - 1].end)
    name.title_spans.insert(0, span)
    name.titles.insert(0, text[span.start : span.end])
    name.gender = name.gender or honorific or gender_of_role(before.lemma)
    if fits_person and body(name.words) is None:
        name.label = "PERSON"
    elif fits_body and name.label == "PERSON":
        name.label = "ORG"
    return [j for j in used if tokens[j].pos != "PROPN" or role(tokens[j].text) is not None]


def _first_token(tokens: tuple[Token, ...], start: int, near: int) -> int:
    return next((i for i in range(near, len(tokens)) if tokens[i].start >= start), near)


def _belongs_to_title(tokens: tuple[Token, ...], at: int, nearest: bool) -> bool:
    token = tokens[at]
    if nearest:
        return True
    if token.text == "of":
        return at > 0 and is_person_role(tokens[at - 1].text)
    if token.pos in ("NOUN", "PROPN", "ADJ") and token.entity not in ("PERSON", "DATE", "TIME"):
        return True
    return token.tag in ("POS", "HYPH", "VBN") or token.text == "-" or token.text.lower() in ("run", "owned", "then", "former", "vice", "acting")


# Nominals


def _nominal(n: int, sentence: Sentence, i: int, taken: set[int], text: str) -> Found | None:
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
    source = _is_source(tokens, i)
    paper = known is not None and known.kind == "document" and token.dep == "nsubj" and tokens[token.head].pos == "VERB"
    if not (both or source or paper) and (known is None or known.kind in ("", "document")):
        return None
    if known is None and not both and (token.lemma in _NEVER_SPEAK or not token.text[0].isalpha()):
        return None
    first = _phrase_start(sentence, i)
    while first < i and (tokens[first].pos == "PUNCT" or (first in taken and tokens[first].tag == "POS")):
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


_NEVER_SPEAK = frozenset(
    [
        "time",
        "year",
        "day",
        "week",
        "month",
        "way",
        "thing",
        "lot",
        "number",
        "move",
        "fact",
        "part",
        "case",
        "point",
        "deal",
        "attack",
        "idea",
        "question",
        "reason",
        "result",
        "word",
        "sentence",
        "line",
        "title",
        "sign",
        "evidence",
        "figure",
        "data",
        "rest",
        "half",
        "majority",
        "hour",
        "minute",
        "moment",
        "decision",
        "law",
        "rule",
    ]
)


def _is_source(tokens: tuple[Token, ...], i: int) -> bool:
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
def _thought_verbs() -> frozenset[str]:
    return frozenset(row["lemma"] for row in table("cue_verbs") if row["kind"] in ("think", "judge"))


@cache
def speech_verbs() -> frozenset[str]:
    """Lemmas of verbs that attribute what someone says (not what someone thinks or judges)."""
    return frozenset(row["lemma"] for row in table("cue_verbs") if row["kind"] in ("say", "report", "promise", "ask", "deny"))


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


# Pronouns


def _pronoun(n: int, tokens: tuple[Token, ...], i: int) -> Found | None:
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


# Where a mention stands


def _place_in_clause(mention: Found, tokens: tuple[Token, ...]) -> None:
    i = mention.head
    mention.belongs_with = _coordinated_owner(tokens, i) if mention.form == "pronoun" else None
    title = [(s.start, s.end) for s in mention.title_spans]
    while tokens[i].dep in ("appos", "compound", "nmod") and any(low <= tokens[tokens[i].head].start < high for low, high in title):
        i = tokens[i].head
    seen = 0
    while tokens[i].dep == "conj" and tokens[i].head != i and seen < 6 and tokens[tokens[i].head].pos in ("NOUN", "PROPN", "PRON"):
        i = tokens[i].head
        seen += 1
    token, head = tokens[i], tokens[tokens[i].head]
    mention.subject = token.dep in ("nsubj", "nsubjpass", "csubj")
    mention.speaks = (token.dep == "nsubj" and head.lemma in speech_verbs()) or _is_source(tokens, i)
    place = token.dep == "pobj" and head.text.lower() in _PLACE_PREPOSITIONS and not mention.speaks
    travelled = token.dep == "dobj" and head.lemma in _TRAVEL
    loose = token.dep in ("compound", "amod", "nmod", "appos", "npadvmod", "ROOT", "nsubjpass", "advmod", "attr", "dep")
    mention.acts = not (place or travelled or loose)


def _links(tokens: tuple[Token, ...]) -> dict[int, list[tuple[str, int]]]:
    """For each token the prepositions that hang on it, with the tokens of their objects."""
    links: dict[int, list[tuple[str, int]]] = {}
    for i, token in enumerate(tokens):
        above = tokens[token.head]
        if token.dep == "pobj" and above.dep == "prep":
            links.setdefault(above.head, []).append((above.text.lower(), i))
    return links


def _coordinated_owner(tokens: tuple[Token, ...], i: int) -> int | None:
    """For "its" in "X and its allies", and for "who" in "X, who": the token of X."""
    owned = tokens[tokens[i].head]
    if tokens[i].text.lower() == "who":
        return owned.head
    if tokens[i].dep == "poss" and owned.dep == "conj" and owned.head < i:
        return owned.head
    return None


def _quoted(tokens: tuple[Token, ...]) -> list[bool]:
    """For each token whether it stands inside quotation marks of its sentence."""
    inside = False
    flags = []
    for token in tokens:
        if token.text in ("“", "``") or (token.text == '"' and not inside):
            inside = True
        elif token.text in ("”", "''") or (token.text == '"' and inside):
            inside = False
        flags.append(inside)
    return flags


def _link_appositions(made: list[Found], tokens: tuple[Token, ...], text: str, before: int) -> None:
    """Tie nominals to the names they describe: "X, a spokesman for Y", "the director, X", "X is the leader"."""
    names = {m.head: k for k, m in enumerate(made) if m.form == "name"}
    for mention in made:
        if mention.form != "nominal" or mention.plural:
            continue
        token = tokens[mention.head]
        other = token.head
        if token.dep == "appos" and other in names and not tokens[other].tag.startswith("NNS"):
            mention.described = before + names[other]
        elif token.dep == "attr" and tokens[other].lemma == "be":
            subject = next((j for j, t in enumerate(tokens) if t.head == other and t.dep == "nsubj" and j in names), None)
            mention.described = before + names[subject] if subject is not None else None
        else:
            apposed = next((j for j, t in enumerate(tokens) if t.head == mention.head and t.dep == "appos" and j in names), None)
            near = apposed is not None and apposed - mention.head <= 6
            mention.described = before + names[apposed] if near and apposed is not None else None
        if mention.described is not None:
            _called_person(made[mention.described - before], mention)


def _called_person(name: Found, mention: Found) -> None:
    """Whom the text calls a spokesman is a person, whatever the tagger took the name for."""
    is_person = mention.role is not None and mention.role.kind == "person"
    if is_person and name.label in ("GPE", "LOC", "") and body(name.words) is None and not is_place(name.words):
        name.label = "PERSON"


def gender_of_role(lemma: str) -> str:
    """Gender that a role noun tells ("spokeswoman"), or ""."""
    return "f" if lemma in _SHE_ROLES else "m" if lemma in _HE_ROLES else ""


@cache
def _given_names() -> dict[str, str]:
    return {name: row["gender"] for row in table("first_names") for name in row["names"].split()}


def gender_of_name(words: str) -> str:
    """Gender that a full name's first part tells, or ""."""
    return _given_names().get(words.split(maxsplit=1)[0], "")


def is_place(words: str) -> bool:
    """Whether a name is a country's, a capital's or in the gazetteer."""
    return country_of_name(words) is not None or country_of_place(words) is not None

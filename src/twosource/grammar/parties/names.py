"""Names: stretches of a sentence that name someone, with the titles before them."""

from twosource.domain.sentence import Token
from twosource.domain.span import Span
from twosource.grammar.parties.mentions import HONORIFICS, Found, gender_of_role, is_person_role, is_place
from twosource.grammar.parties.nominals import speech_verbs
from twosource.grammar.parties.people import LONGEST_NAME, People
from twosource.grammar.parties.trimming import bare, is_credit
from twosource.reference import lexicon
from twosource.reference.facts import body, country_of_capital, country_of_demonym, country_of_name, folded, role, role_at_end

_NAMED = frozenset({"PERSON", "ORG", "GPE", "NORP", "LOC", "FAC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW"})
_NOT_NAMES = frozenset({"DATE", "TIME", "CARDINAL", "ORDINAL", "MONEY", "PERCENT", "QUANTITY", "LANGUAGE"})
_THINGS = ("PRODUCT", "WORK_OF_ART", "FAC")
_GENERATIONS = frozenset({"Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"})
_LOUD = 0.75
_PRESS_WORDS = 6


def runs(tokens: tuple[Token, ...], text: str, people: People) -> list[tuple[int, int, str]]:
    """Stretches of tokens that are names: (first, past the last, entity label), left to right, none overlapping."""
    found: list[tuple[int, int, str]] = []
    loud = is_loud(tokens)
    i = 0
    while i < len(tokens):
        end, label = _entity_end(tokens, i)
        known = _known_end(tokens, i, text)
        if known is not None and known[0] >= end:
            end, label = known
        if not loud and (press := _press_end(tokens, i)) > i and press >= end:
            end, label = press, "ORG"
        if label != "PERSON" and (person := _person_end(tokens, i, people)) > i and (label in ("", "ORG", "NORP", "GPE") or end <= i):
            end, label = (person, "PERSON") if label == "" or person >= end else (end, label)
        body_end = _body_end(tokens, i, people)
        if (body_end > end and not loud) or (loud and i < body_end < end):
            end, label = body_end, "ORG"
        elif loud and end > i and (cut := _cut_in_headline(tokens, i, end, people)) is not None:
            end, label = cut, "PERSON"
        if label in ("ORG", "") and end - i > 2 and is_trade(tokens[i]) and _person_end(tokens, i + 1, people) == end:
            label = "PERSON"
        if end > i:
            end = _with_suffix(tokens, _hyphened(tokens, end), label)
            found.append((i, end, label))
            i = end
        else:
            i += 1
    return found


def is_loud(tokens: tuple[Token, ...]) -> bool:
    """Whether nearly all words have capitals, as in headlines, so that capitals tell no names."""
    words = [t.text for t in tokens if t.text[0].isalpha() and len(t.text) > 3]
    return len(words) > 2 and sum(w[0].isupper() for w in words) >= _LOUD * len(words)


def _cut_in_headline(tokens: tuple[Token, ...], i: int, end: int, people: People) -> int | None:
    """Where a name ends in a headline when the article knows the person it opens with: "Anna Lund Resigns"."""
    for words in people.full.get(tokens[i].text, ()):
        if len(words) < end - i and tuple(t.text for t in tokens[i : i + len(words)]) == words:
            return i + len(words)
    follows = tokens[i + 1] if i + 1 < end else None
    if tokens[i].text in people.last and follows is not None and (end - i > 3 or role(tokens[end - 1].text) is None):
        return i + 1
    return None


def _body_end(tokens: tuple[Token, ...], i: int, people: People) -> int:
    """Where the longest body's name ends that begins here and that the article gives elsewhere; ``i`` when none does."""
    return max(
        (i + len(words) for words in people.bodies.get(tokens[i].text, ()) if tuple(t.text for t in tokens[i : i + len(words)]) == words), default=i
    )


def _press_end(tokens: tuple[Token, ...], i: int) -> int:
    """Past the end of a paper's name with "the", whatever the tagger sees in it ("The Harbour Reporter"); ``i`` where none begins."""
    first = i + 1 if tokens[i].text == "The" else i
    if first == 0 or tokens[first - 1].text.lower() != "the":
        return i
    end = first
    while end < min(len(tokens), first + _PRESS_WORDS) and tokens[end].text[:1].isupper() and tokens[end].text.isalpha():
        end += 1
    last = tokens[end - 1].text
    return end if end - first > 1 and last.lower() in lexicon.words("press_names") and not last.isupper() else i


def _person_end(tokens: tuple[Token, ...], i: int, people: People) -> int:
    """Where a person's name ends that begins here and that the article gives elsewhere; ``i`` when none does."""
    for words in people.full.get(tokens[i].text, ()):
        if tuple(t.text for t in tokens[i : i + len(words)]) == words:
            return i + len(words)
    word = tokens[i].text
    if word not in people.last and not (word.isupper() and len(word) > 3 and word.capitalize() in people.last):
        return i
    if i == 0 and tokens[i].dep in ("nsubj", "nsubjpass") and (tokens[i].pos != "NOUN" or tokens[i].tag == "NN"):
        return i + 1  # one word that names a person elsewhere, alone as a subject: "Marsh on Friday blamed ..."
    if i == 0 and not (len(tokens) > 1 and (tokens[1].pos in ("VERB", "AUX") or tokens[1].tag == "POS" or tokens[1].text in (":", ",", "and"))):
        return i
    if i == 0 and tokens[i].dep == "nsubj":
        return i + 1  # "Marsh and his lawyer claim": the tagger may take the first word for a verb
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


def _with_suffix(tokens: tuple[Token, ...], end: int, label: str) -> int:
    """Where a person's name ends with the "Jr." behind it that a tagger leaves off."""
    at = end + 1 if end < len(tokens) and tokens[end].text == "," else end
    return at + 1 if label == "PERSON" and at < len(tokens) and tokens[at].text in _GENERATIONS else end


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
    for end in range(min(len(tokens), i + LONGEST_NAME), i, -1):
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


def _is_somebody(tokens: tuple[Token, ...], first: int, last: int) -> bool:
    """Whether a name that a tagger takes for a thing's says something, or stands after what only somebody is ("the law firm Orme & Lund")."""
    before = role(tokens[first - 1].text) if first > 0 and tokens[first - 1].tag == "NN" else None
    if before is not None and before.kind in ("person", "organisation") and tokens[first - 1].dep in ("compound", "nmod", "appos"):
        return True
    return any(t.dep == "nsubj" and t.pos == "PROPN" and tokens[t.head].lemma in speech_verbs() for t in tokens[first:last])


def name_of(n: int, tokens: tuple[Token, ...], run: tuple[int, int, str], text: str) -> Found | None:
    first, last, label = run
    titles: list[str] = []
    spans: list[Span] = []
    while first < last and (tokens[first].pos == "DET" or tokens[first].text.lower() == "the" or not tokens[first].text[0].isalnum()):
        first += 1
    while last > first and (tokens[last - 1].tag == "POS" or tokens[last - 1].text in ("'s", "’s", "'", "’", ",", "(", "-", "–", '"', "”", "“")):
        last -= 1
    first, last = bare(tokens, first, last, label)
    if first >= last or (label == "PERSON" and last - first == 1 and tokens[first].text.islower()):
        return None
    if label in _THINGS and _is_somebody(tokens, first, last):
        label = ""
    whole = text[tokens[first].start : tokens[last - 1].end]
    gender = ""
    if label in ("PERSON", "ORG", "") and body(whole) is None:
        split = _title_end(tokens, first, last, label)
        if split > first:
            opening = first - 2 if tokens[first].dep == "pobj" and split == first + 1 and first >= 2 and tokens[first - 1].text == "of" else first
            spans.append(Span(tokens[opening].start, tokens[split - 1].end))
            titles.append(text[spans[0].start : spans[0].end])
            gender = HONORIFICS.get(tokens[split - 1].text.lower(), "")
            first, label = split, "PERSON"
    words = text[tokens[first].start : tokens[last - 1].end]
    if is_credit(words) or not (any(c.isupper() for c in words) or body(words) or role_at_end(words) or is_place(words)):
        return None
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


def _title_end(tokens: tuple[Token, ...], first: int, last: int, label: str) -> int:
    """Where the name proper begins in a run such as "President Jane Doe": after the last title, when only a name is left."""
    if first >= 2 and last - first > 2 and tokens[first - 1].text == "of" and tokens[first].dep == "pobj" and is_person_role(tokens[first - 2].text):
        return first + 1  # "Secretary of State Jane Doe"
    for i in range(last - 1, first, -1):
        word = tokens[i - 1].text.lower()
        if (
            is_person_role(tokens[i - 1].text)
            or _trade_before_name(tokens, i, last, label)
            or word in HONORIFICS
            or word in lexicon.words("name_titles")
        ) and not any((r := role(tokens[j].text)) is not None and r.kind not in ("", "person") for j in range(i, last)):
            return i
    return first


def _trade_before_name(tokens: tuple[Token, ...], i: int, last: int, label: str) -> bool:
    """Whether "Singer" stands before a full name: trades are surnames too, so two words must be left."""
    return label == "PERSON" and last - i >= 2 and is_trade(tokens[i - 1])


def is_trade(token: Token) -> bool:
    """Whether a word is what a person is called for doing ("Singer")."""
    known = role(token.text)
    return known is not None and known.kind == "person" and token.text[1:].islower()


def take_title(name: Found, tokens: tuple[Token, ...], first: int, text: str) -> list[int]:
    """Take the title to the left of a name ("Kremlin spokesman" X) in; gives the tokens used up."""
    i = _first_token(tokens, name.span.start, first)
    used: list[int] = []
    if i == 0:
        return used
    before = tokens[i - 1]
    known = role(before.text) or (role(before.lemma) if before.lemma else None)
    honorific = HONORIFICS.get(before.text.lower())
    of_body = " " in name.words and (last := role(name.words.rsplit(maxsplit=1)[-1])) is not None and last.kind == "organisation"
    fits_person = name.label in ("PERSON", "", "ORG") and (
        (is_person_role(before.text) and not of_body) or honorific or before.text.lower() in lexicon.words("name_titles")
    )
    fits_body = name.label in ("ORG", "", "PERSON") and known is not None and known.kind in ("organisation", "media", "group")
    if not (fits_person or fits_body) or (before.tag in ("NNS", "NNPS") and before.text.lower() != "media"):
        return used
    at = i - 1
    while at >= 0 and _belongs_to_title(tokens, at, at == i - 1, bool(fits_person)):
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


def _belongs_to_title(tokens: tuple[Token, ...], at: int, nearest: bool, bears: bool) -> bool:
    token = tokens[at]
    if nearest:
        return True
    if token.text == "of":  # "minister of defence X"; but in "a critic of President X" the critic is somebody else
        return not bears and at > 0 and is_person_role(tokens[at - 1].text)
    if token.pos in ("NOUN", "PROPN", "ADJ") and token.entity not in ("PERSON", "DATE", "TIME"):
        return True
    return token.tag in ("POS", "HYPH", "VBN") or token.text == "-" or token.text.lower() in ("run", "owned", "then", "former", "vice", "acting")

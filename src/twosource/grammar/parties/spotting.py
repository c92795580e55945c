"""Spotting: all mentions of an article, sentence by sentence, with where they stand."""

from bisect import bisect_right

from twosource.domain.sentence import Sentence, Token
from twosource.grammar.parties.beside import country_behind, country_beside
from twosource.grammar.parties.bystanders import bystanders
from twosource.grammar.parties.mentions import Found, gender_of_name, is_place
from twosource.grammar.parties.names import is_loud, name_of, runs, take_title
from twosource.grammar.parties.nominals import is_source, nominal, pronoun, speaking
from twosource.grammar.parties.people import People, people_of
from twosource.grammar.parties.prominence import Prominences, said_before
from twosource.grammar.parties.situated import as_place
from twosource.grammar.quoting import paragraphs, quotations
from twosource.reference.facts import body, role
from twosource.reference.lexicon import words
from twosource.reference.places import countries_of_town

# Tokens between a role and the name that stands in apposition to it, at most.
_APPOSED_WITHIN = 8
# Tokens between the first and the last of those that are told together, at most.
_JOINED_WITHIN = 40
_SAYS_MORE = frozenset({"add", "continue", "conclude"})
_IN_A_PLACE = frozenset({"in", "near", "outside", "off"})


def find(sentences: tuple[Sentence, ...], text: str) -> tuple[list[Found], list[Found]]:
    """All mentions of an article's sentences, and its bystanders, each in order of the text; offsets as in ``Span``.

    Sentences with words of names are read twice: a tagger that sees a name in one of them and not in the next is helped by what the first
    reading found.
    """
    nobody = People({}, frozenset())
    first = [_in_sentence(n, sentence, text, nobody) for n, sentence in enumerate(sentences)]
    people = people_of([mention for made in first for mention in made], frozenset(n for n, s in enumerate(sentences) if is_loud(s.tokens)))
    found: list[Found] = []
    others: list[Found] = []
    line = 0
    for n, (sentence, made, quoted) in enumerate(zip(sentences, first, _quoted(sentences, text), strict=True)):
        again = _in_sentence(n, sentence, text, people) if people.touch(sentence.tokens) else made
        beside = bystanders(n, sentence.tokens, _covered(again, sentence.tokens))
        for mention in (*again, *beside):
            mention.quoted, mention.line = quoted[mention.head], line
            mention.described = None if mention.described is None else len(found) + mention.described
        found.extend(again)
        others.extend(beside)
        line += not all(inside for inside, token in zip(quoted, sentence.tokens, strict=True) if token.pos != "PUNCT")
    return found, others


def _covered(mentions: list[Found], tokens: tuple[Token, ...]) -> set[int]:
    """The tokens of names, and the heads of other mentions."""
    named = [m.span for m in mentions if m.form == "name"]
    return {m.head for m in mentions} | {i for i, t in enumerate(tokens) if any(s.start <= t.start < s.end for s in named)}


def _in_sentence(n: int, sentence: Sentence, text: str, people: People) -> list[Found]:
    """The mentions of one sentence; what they describe is numbered within it."""
    tokens = sentence.tokens
    stretches = [as_place(tokens, run) for run in runs(tokens, text, people)]
    taken = {i for first, last, _ in stretches for i in range(first, last)}
    made: list[Found] = []
    titled: set[int] = set()
    for run in stretches:
        name = name_of(n, tokens, run, text)
        if name is not None:
            titled.update(take_title(name, tokens, run[0], text))
            first = _first_of(name, tokens, run[0])
            _call_place(name, tokens, first, run[1])
            name.country = country_beside(name, tokens, first, run[1], text)
            made.append(name)
    for i in range(len(tokens)):
        if i in taken or i in titled:
            continue
        mention = pronoun(n, tokens, i) or nominal(n, sentence, i, taken, text)
        if mention is not None:
            made.append(mention)
    made.sort(key=lambda m: (m.span.start, -m.span.end))
    links, prominences = _links(tokens), Prominences(tokens)
    for mention in made:
        _place_in_clause(mention, tokens, prominences)
        mention.linked = tuple(links.get(mention.head, ()))
    _link_appositions(made, tokens)
    return made


def _call_place(name: Found, tokens: tuple[Token, ...], first: int, last: int) -> None:
    """A town that something is in, or what stands before its country ("off Torvik, Norway"), is a place, whatever the tagger says."""
    if name.label not in ("ORG", "PERSON", "") or name.titles or body(name.words) is not None or tokens[first - 1 if first else 0].dep != "prep":
        return
    short = name.label == "PERSON" and " " not in name.words  # "trust in Lincoln"
    town = is_place(name.words) or bool(countries_of_town(name.words))
    if country_behind(tokens, last) is not None or (tokens[first - 1].lemma in _IN_A_PLACE and town and not short):
        name.label = "GPE"


def _first_of(name: Found, tokens: tuple[Token, ...], first: int) -> int:
    """The first token of a name without its titles, in a run that begins at ``first``."""
    return next((i for i in range(first, len(tokens)) if tokens[i].start >= name.span.start), first)


def _place_in_clause(mention: Found, tokens: tuple[Token, ...], prominences: Prominences) -> None:
    i = mention.head
    mention.belongs_with = _coordinated_owner(tokens, i) if mention.form == "pronoun" else None
    title = [(s.start, s.end) for s in mention.title_spans]
    while tokens[i].dep in ("appos", "compound", "nmod") and any(low <= tokens[tokens[i].head].start < high for low, high in title):
        i = tokens[i].head
    seen = 0
    while tokens[i].dep == "conj" and tokens[i].head != i and seen < 6 and tokens[tokens[i].head].pos in ("NOUN", "PROPN", "PRON"):
        i = tokens[i].head
        seen += 1
    mention.prominence = prominences.of(i)
    mention.joined = i if seen and _by_and(tokens, i) else None
    token, head = tokens[i], tokens[tokens[i].head]
    mention.subject = token.dep in ("nsubj", "nsubjpass", "csubj")
    mention.speaks = (token.dep == "nsubj" and speaking(tokens, token.head)) or is_source(tokens, i)
    place = token.dep == "pobj" and head.text.lower() in words("place_prepositions") and not mention.speaks
    travelled = token.dep == "dobj" and head.lemma in words("place_verbs")
    loose = token.dep in ("compound", "amod", "nmod", "appos", "npadvmod", "ROOT", "nsubjpass", "advmod", "attr", "dep")
    mention.acts = not (place or travelled or loose)
    if mention.form == "pronoun" and mention.speaks:
        mention.says = said_before(tokens, mention.head)
        mention.goes_on = head.lemma in _SAYS_MORE


def _by_and(tokens: tuple[Token, ...], first: int) -> bool:
    """Whether what is joined to a token is joined by "and"; "X or Y" are never both."""
    joining = [t.text.lower() for t in tokens[first : first + _JOINED_WITHIN] if t.dep == "cc" and (t.head == first or tokens[t.head].dep == "conj")]
    return "and" in joining and "or" not in joining


def _links(tokens: tuple[Token, ...]) -> dict[int, list[tuple[str, int]]]:
    """For each token the prepositions that hang on it, with the tokens of their objects; "a statement issued by X" is one by X."""
    links: dict[int, list[tuple[str, int]]] = {}
    for i, token in enumerate(tokens):
        above = tokens[token.head]
        if token.dep == "pobj" and above.dep == "prep":
            links.setdefault(above.head, []).append((above.text.lower(), i))
        elif token.dep == "pobj" and above.dep == "agent" and tokens[above.head].dep == "acl":
            links.setdefault(tokens[above.head].head, []).append(("by", i))
    return links


def _coordinated_owner(tokens: tuple[Token, ...], i: int) -> int | None:
    """For "its" in "X and its allies", and for "who" in "X, who": the token of X."""
    owned = tokens[tokens[i].head]
    if tokens[i].text.lower() == "who":
        return owned.head
    if tokens[i].dep == "poss" and owned.dep == "conj" and owned.head < i:
        return owned.head
    return None


def _quoted(sentences: tuple[Sentence, ...], text: str) -> list[list[bool]]:
    """For each token of each sentence whether it stands inside a quotation, which may go on over several sentences."""
    marked = quotations(text, [(p.start, p.end) for p in paragraphs(sentences)])
    ends = [m.end for m in marked]

    def inside(token: Token) -> bool:
        n = bisect_right(ends, token.start)
        return n < len(marked) and marked[n].start <= token.start

    return [[inside(token) for token in sentence.tokens] for sentence in sentences]


def _link_appositions(made: list[Found], tokens: tuple[Token, ...]) -> None:
    """Tie nominals to the names they describe: "X, a spokesman for Y", "the director, X", "X is the leader"."""
    names = {m.head: k for k, m in enumerate(made) if m.form == "name"}
    for mention in made:
        if mention.form != "nominal" or mention.plural:
            continue
        token = tokens[mention.head]
        other = token.head
        if token.dep == "appos" and other in names and not tokens[other].tag.startswith("NNS"):
            mention.described = names[other]
        elif token.dep == "attr" and tokens[other].lemma == "be":
            subject = next((j for j, t in enumerate(tokens) if t.head == other and t.dep == "nsubj" and j in names), None)
            mention.described = names[subject] if subject is not None else None
        else:
            apposed = next((j for j, t in enumerate(tokens) if t.head == mention.head and t.dep == "appos" and j in names), None)
            within = _APPOSED_WITHIN if apposed is not None else 2 * _APPOSED_WITHIN
            apposed = apposed if apposed is not None else _apposed_beyond(mention, tokens, names, made)
            near = apposed is not None and apposed - mention.head <= within
            mention.described = names[apposed] if near and apposed is not None else None
        if mention.described is not None:
            _called_person(made[mention.described], mention)
            _called_body(made[mention.described], mention)


def _apposed_beyond(mention: Found, tokens: tuple[Token, ...], names: dict[int, int], made: list[Found]) -> int | None:
    """The person in "a spokesman for the ministry, X", where the parser hangs X on the ministry."""
    if mention.role is None or mention.role.kind != "person":
        return None
    objects = {token for _, token in mention.linked}
    for name in [made[names[token]] for token in objects if token in names]:  # any word of whose name the parser may hang X on
        objects |= {i for i in range(name.head, min(len(tokens), name.head + _APPOSED_WITHIN)) if tokens[i].end <= name.span.end}
    apposed = ((j, made[k]) for j, k in names.items() if tokens[j].dep == "appos" and tokens[j].head in objects)
    return next((j for j, name in apposed if name.label == "PERSON" or _could_be_person(name)), None)


def _could_be_person(name: Found) -> bool:
    """Whether a name that the tagger does not take for a person's may be one."""
    return name.label in ("ORG", "") and body(name.words) is None and not is_place(name.words) and _can_be_person(name)


def _called_body(name: Found, mention: Found) -> None:
    """What the text calls a group or a firm is no person, where one word is its name, and neither a title nor a given name."""
    is_body = mention.role is not None and mention.role.kind in ("organisation", "group", "media")
    if is_body and name.label == "PERSON" and " " not in name.words and not name.titles and not gender_of_name(name.words):
        name.label = "ORG"


def _called_person(name: Found, mention: Found) -> None:
    """Whom the text calls a spokesman is a person, whatever the tagger took the name for."""
    is_person = mention.role is not None and mention.role.kind == "person"
    if is_person and name.label in ("GPE", "LOC", "", "ORG") and body(name.words) is None and not is_place(name.words) and _can_be_person(name):
        name.label = "PERSON"


def _can_be_person(name: Found) -> bool:
    """Whether a name that a tagger takes for a body's has the shape of a person's: two or three words, none of them a body's."""
    parts = name.words.split()
    shaped = 2 <= len(parts) <= 3 and all(p[0].isupper() and not p.isupper() for p in parts)
    return name.label != "ORG" or (shaped and all((known := role(p)) is None or known.kind in ("", "person") for p in parts))

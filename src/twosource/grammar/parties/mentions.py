"""Mentions: words that can stand for a party, and what their form tells."""

from dataclasses import dataclass, field
from functools import cache

from twosource.domain.party import MentionForm
from twosource.domain.span import Span
from twosource.grammar.parties.prominence import NOWHERE, Prominence
from twosource.reference.facts import Role, country_of_name, country_of_place, role
from twosource.reference.lexicon import table, words

HONORIFICS = {"mr": "m", "mr.": "m", "sir": "m", "lord": "m", "mrs": "f", "mrs.": "f", "ms": "f", "ms.": "f", "miss": "f", "dame": "f", "lady": "f"}


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
        line: how many sentences with words outside quotation marks stand before its own.
        prominence: its place in its sentence.
        says: for a pronoun that speaks, the words before it that it says ("Lund had lied, he said").
        goes_on: whether it is said of a pronoun that it says more ("he added").
        joined: token of the first of those that it is joined to by "and".
        country: for a name, the country that the words beside it give it, by its ISO 3166-1 alpha-3 code.
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
    line: int = 0
    prominence: Prominence = NOWHERE
    says: Span | None = None
    goes_on: bool = False
    joined: int | None = None
    country: str | None = None


def is_person_role(word: str) -> bool:
    """Whether a word is a role that a person bears ("Minister", "spokesman")."""
    found = role(word)
    return found is not None and found.kind == "person" and not (word[:1].isupper() and "CVL" in found.sectors)


def gender_of_role(lemma: str) -> str:
    """Gender that a role noun tells ("spokeswoman"), or ""."""
    return "f" if lemma in words("roles_of_women") else "m" if lemma in words("roles_of_men") else ""


@cache
def _given_names() -> dict[str, str]:
    return {name: row["gender"] for row in table("first_names") for name in row["names"].split()}


def gender_of_name(name: str) -> str:
    """Gender that a full name's first part tells, or ""."""
    return _given_names().get(name.split(maxsplit=1)[0], "")


def is_place(name: str) -> bool:
    """Whether a name is a country's, a capital's or in the gazetteer."""
    return country_of_name(name) is not None or country_of_place(name) is not None

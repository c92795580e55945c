"""Entries: parties in the making, and whether a name can be another form of theirs."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from twosource.domain.party import CountryFrom, PartyKind
from twosource.grammar.parties.mentions import Found, gender_of_name, gender_of_role
from twosource.reference import lexicon
from twosource.reference.facts import Body, country_in, country_of_place, folded, home_of, is_call_sign, role, role_at_end, sectors_in

_SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})
_MODEL = re.compile(r"-\d{1,4}$")
_AMERICAN = frozenset({"Republican", "Democratic", "Democrat", "GOP", "Sen.", "Rep.", "Gov."})
_SITES = frozenset({"airport", "stadium", "square", "street", "bridge", "river", "lake", "island", "islands", "sea", "peninsula", "avenue", "park"})


@dataclass(slots=True, eq=False)
class Entry:
    """A party in the making; ``key`` is what its identity hangs on.

    ``bystander``: whether it is a common noun that is no party; ``pronouns``: genders, as of a mention, of those that took it up.
    ``called``: a description with its pronoun resolved ("Lund's lawyer" for "his lawyer"). ``american``: words of its titles that are mostly,
    not always, American ("Sen."). ``latest``: its last mention on the way through the text, ``told``: the last one outside quotations.
    """

    key: str
    kind: PartyKind
    mentions: list[Found] = field(default_factory=list)
    country: str | None = None
    country_from: CountryFrom = "none"
    sectors: list[str] = field(default_factory=list)
    roles: list[str] = field(default_factory=list)
    gender: str = ""
    plural: bool = False
    bystander: bool = False
    pronouns: set[str] = field(default_factory=set)
    fact: Body | None = None
    body: "Entry | None" = None
    members: "list[Entry]" = field(default_factory=list)
    short: set[str] = field(default_factory=set)
    called: str = ""
    american: set[str] = field(default_factory=set)
    latest: Found | None = None
    told: Found | None = None

    def add(self, mention: Found) -> None:
        """Take a mention in, with what its titles tell."""
        self.mentions.append(mention)
        if mention.form == "pronoun":
            self.pronouns.add(mention.gender)
        for title in mention.titles:
            self.learn(title)
        if mention.short:
            self.short.add(mention.short)
        self.gender = self.gender or (mention.gender if mention.gender in ("m", "f") else "")

    def learn(self, words: str) -> None:
        """Take in what a title or apposition tells: role, sectors, country."""
        if words not in self.roles and role_at_end(words) is not None:
            self.roles.append(words)
        self.sectors.extend(s for s in sectors_in(words if " " not in words else without_teams(words)) if s not in self.sectors)
        home = country_in(words) if head_word(words) in lexicon.words("hired_roles") else home_of(words, places=False)
        if home is not None and head_word(words) in ("leader", "dictator", "ruler", "strongman") and "GOV" not in self.sectors:
            self.sectors.append("GOV")
        self.settle(home, "words")
        self.american.update(_AMERICAN & set(words.split()))
        self.gender = self.gender or next((g for w in words.lower().split() if (g := gender_of_role(w))), "")

    def settle(self, country: str | None, by: CountryFrom) -> None:
        """Take a country over, with what told it, unless one is told already."""
        if self.country is None and country is not None:
            self.country, self.country_from = country, by

    @property
    def names(self) -> list[str]:
        """The names it goes by, longest first."""
        return sorted({m.words for m in self.mentions if m.form == "name"}, key=lambda w: (-len(w), w))


def head_word(title: str) -> str:
    """The head noun of a title: what stands before "of", "for" or a comma, last word."""
    for mark in (" of ", " for ", " at ", ", ", " in ", " from "):
        title = title.split(mark, maxsplit=1)[0]
    return title.split()[-1].lower() if title.split() else ""


def without_teams(words: str) -> str:
    """A name or title without the clergy after whom a team is called ("Velmar Cardinals coach"); bodies of clergy have an "of"."""
    parts = words.split()
    return words if "of" in parts else " ".join(p for p in parts if not (p[0].isupper() and p.endswith("s") and _is_clergy(p)))


def _is_clergy(word: str) -> bool:
    known = role(word)
    return known is not None and known.kind == "person" and known.sectors == ("REL",)


def labels_of(names: Iterable[Found]) -> dict[str, str]:
    """The entity label that most of a name's mentions bear; one that a title tells ("Mayor X", "the law firm X") weighs as three."""
    votes: dict[str, Counter[str]] = {}
    for name in names:
        weight = 3 if name.titles and name.label in ("PERSON", "ORG") else 1
        if name.label:
            votes.setdefault(name.key, Counter())[name.label] += weight
    return {key: count.most_common(1)[0][0] for key, count in votes.items()}


def parts_of(words: str) -> list[str]:
    parts = [p.strip(",.'’").lower() for p in words.replace("-", " ").replace("\xad", "").split()]
    return [p for p in parts if p and p not in _SUFFIXES]


def has_suffix(words: str) -> bool:
    """Whether a name ends as that of a son or a namesake does ("Jr.", "III")."""
    last = words.split()[-1:]
    return len(words.split()) > 1 and last[0].strip(",'’").lower() in _SUFFIXES


def same(entry: Entry, mention: Found, parts: list[str], label: str) -> bool:
    """Whether a name can be a shorter or other form of an entry's names."""
    if entry.kind == "person":
        return label in ("PERSON", "", "ORG", "GPE", "LOC") and any(_same_person(parts_of(name), parts, mention) for name in entry.names)
    if entry.kind in ("organisation", "media", "government", "group") and not entry.key.startswith("country:"):
        return any(_same_body(name, mention) for name in entry.names) or mention.words in entry.short
    return False


def _same_person(full: list[str], parts: list[str], mention: Found) -> bool:
    if "".join(full) == "".join(parts) or (len(parts) > 1 and sorted(full) == sorted(parts)):
        return True
    if len(parts) == 1:
        place = mention.label in ("GPE", "LOC") and country_of_place(mention.words) is not None
        return len(full) > 1 and parts[0] in (full[0], full[-1], *full[1:-1]) and len(parts[0]) > 1 and not place
    if len(full) > len(parts) >= 2:
        return full[-1] == parts[-1] and (full[0] == parts[0] or (full[0].startswith(parts[0][0]) and len(parts[0]) == 1))
    return len(full) == len(parts) == 2 and full[-1] == parts[-1] and (len(full[0]) == 1 or len(parts[0]) == 1) and full[0][0] == parts[0][0]


def _same_body(name: str, mention: Found) -> bool:
    long, short = sorted((folded(name), mention.key), key=len, reverse=True)
    words, fewer = long.split(), short.split()
    if long.lower() == short.lower():
        return True
    initials = "".join(w[0] for w in words if w[0].isupper())
    if len(fewer) == 1 and len(short) >= 3 and short.replace(".", "") == initials:
        return True
    if len(fewer) >= 2 and words[: len(fewer)] == fewer and len(words) - len(fewer) <= 4:
        return True
    if len(fewer) >= 2 and words[-len(fewer) :] == fewer and country_in(" ".join(words[: -len(fewer)])) is not None:
        return True
    return (
        len(fewer) == 1
        and len(words) > 1
        and words[0] == short
        and len(short) > 3
        and role(short) is None
        and country_in(short) is None
        and (mention.label == "ORG" or country_of_place(short) is None)
    )


def mended_label(words: str, label: str) -> str:
    """What a name is where its words tell better than the tagger: given names open people's, places open teams'."""
    parts = words.split()
    if _MODEL.search(words):  # "Orin-2" is a thing, whatever the tagger takes it for
        return "LOC"
    if label in ("ORG", "") and len(parts) > 1 and parts[-1].rstrip(".") in ("Jr", "Sr"):
        return "PERSON"
    if label in ("ORG", "") and 2 <= len(parts) <= 4 and gender_of_name(words) and role_at_end(words) is None and parts[-1].isalpha():
        return "PERSON"
    if label in ("PERSON", "GPE") and is_call_sign(words):
        return "ORG"
    if label == "PERSON" and len(parts) > 1 and parts[-1].lower() in lexicon.words("press_names"):
        return "ORG"
    if label == "PERSON" and len(parts) > 1 and parts[-1].endswith("s") and not gender_of_name(words) and country_of_place(" ".join(parts[:-1])):
        return "ORG"
    if label == "PERSON" and len(parts) > 2 and not gender_of_name(words) and _is_body_word(parts[-1]):
        return "ORG"
    return "LOC" if label == "ORG" and parts[-1].lower() in _SITES else label


def _is_body_word(word: str) -> bool:
    """Whether a name of several words that ends so is a body's, not a person's: "Committee", "Republicans"."""
    known = role(word)
    return known is not None and (known.kind in ("organisation", "media", "group") or (known.kind == "person" and word.endswith("s")))


def kind_of_body(words: str) -> PartyKind:
    known = role_at_end(words)
    if (
        is_call_sign(words)
        or (known is not None and known.kind == "media")
        or words.rsplit(maxsplit=1)[-1].rpartition("-")[2].lower() in lexicon.words("press_names")
    ):
        return "media"
    return "organisation"

"""Descriptions: the parties that words stand for which describe without naming, as "the government", "both nations", "the report"."""

from twosource.domain.party import PartyKind
from twosource.grammar.parties.bearers import named_so, role_bearer
from twosource.grammar.parties.entries import Entry
from twosource.grammar.parties.gathered import Gathered, gender_fits, nearest_before
from twosource.grammar.parties.mentions import Found
from twosource.reference.facts import home_of
from twosource.reference.lexicon import words

_TRADES = {"newspaper": "newspaper", "paper": "newspaper", "broadcaster": "broadcaster", "agency": "wire", "network": "broadcaster"}
_MADE_BY = frozenset({"from", "by", "of"})
_SOURCE_REACH = 12
_OWNERS = frozenset({"his", "her", "their", "its"})


def described_by(so_far: Gathered, mention: Found) -> Entry:
    """The party that a nominal describes: one that is known already, or a new one."""
    described = so_far.of.get(mention.described) if mention.described is not None else None
    if described is not None and _may_be_described(described, mention):
        described.learn(mention.words)
        return described
    return (
        _document(so_far, mention)
        or _named_within(so_far, mention)
        or _state_media(so_far, mention)
        or _government(so_far, mention)
        or _pair(so_far, mention)
        or _bearer_or_before(so_far, mention)
        or named_so(so_far, mention)
        or _new_nominal(so_far, mention)
    )


def _bearer_or_before(so_far: Gathered, mention: Found) -> Entry | None:
    """Who bears the role, or who was called so without a name: the same words first, then the nearer."""
    bearer, before = role_bearer(so_far, mention), _said_before(so_far, mention)
    if before is not None and mention.definite and not any(m.form == "nominal" and (m.definite or m.subject) for m in before.mentions):
        before = named_so(so_far, mention) or before  # "the zoo", after somebody came from "a zoo"
    if bearer is None or before is None:
        return bearer or before
    if len(mention.words.split()) > 1 and any(_plain(m.words) == _plain(mention.words) for m in before.mentions):
        return before
    order = list(so_far.seen)
    return bearer if id(before) not in order or (id(bearer) in order and order.index(id(bearer)) > order.index(id(before))) else before


def _document(so_far: Gathered, mention: Found) -> Entry | None:
    """A paper that speaks stands for who wrote it: "a report from X", "the report" after X was heard."""
    if mention.role is None or mention.role.kind != "document":
        return None
    near = [so_far.of[k] for k in so_far.in_sentence[mention.sentence] if k in so_far.of and _hangs_on(mention, so_far.mentions[k])]
    for entry in near:
        if entry.kind in ("media", "organisation", "government", "person") and not any(n.lower() in words("platforms") for n in entry.names):
            return entry
    if not mention.definite or mention.plural or mention.key not in words("told_papers"):
        return None
    heard = [
        e
        for e, last in so_far.recent(mention, _SOURCE_REACH)
        if e.kind == "media" or (any(m.speaks for m in (last, *e.mentions)) and e.kind in ("organisation", "government"))
    ]
    media = [e for e in heard if e.kind == "media"] if mention.key in words("press_papers") else []
    return next(iter(media or heard), None)


def _hangs_on(document: Found, other: Found) -> bool:
    """Whether a name stands in "X's report" or "a report from X" with the document."""
    inside = document.span.start <= other.span.start < document.span.end
    by = ("from", "by") if document.key in words("looking_nouns") else _MADE_BY
    return inside or any(preposition in by and token == other.head for preposition, token in document.linked)


def _named_within(so_far: Gathered, mention: Found) -> Entry | None:
    """ "The Varda company", "Lund newspaper": the name that stands right before the word for what it is."""
    if mention.role is None or mention.role.kind not in ("media", "organisation") or mention.plural or mention.key not in words("kinds_of_body"):
        return None
    for k in so_far.in_sentence[mention.sentence]:
        name = so_far.mentions[k]
        if name.form == "name" and k in so_far.of and mention.span.start <= name.span.start and name.span.end < mention.span.end:
            between = mention.span.end - name.span.end - 1
            if between == len(mention.role.words) and so_far.of[k].kind in ("media", "organisation"):
                return so_far.of[k]
    return None


def _state_media(so_far: Gathered, mention: Found) -> Entry | None:
    """ "State media" and "the news agency" stand for the one such agency of that country that the article names."""
    if mention.role is None or mention.role.kind != "media":
        return None
    words = mention.words.lower()
    official = any(w in words.split() for w in ("state", "official", "state-run", "state-owned", "state-controlled", "government-run"))
    country = home_of(mention.words)
    named = [e for e in so_far.done if e.kind == "media" and e.mentions]
    if official:
        named = [e for e in named if (e.fact is not None and e.fact.control == "state") or any("state" in r.lower() for r in e.roles)]
        if country is None:
            country = _country_of_same_head(so_far, mention)
    elif not mention.definite or (country is None and mention.plural) or words.split()[0] in _OWNERS:
        return None
    if country is not None:
        named = [e for e in named if e.country == country]
    elif not official and (trade := _TRADES.get(mention.key)):
        named = [e for e in named if e.fact is None or e.fact.trade == trade]
    if not official:
        named = [e for e in named if e.mentions[0].span.start < mention.span.start]
        named.sort(key=lambda e: -nearest_before(e, mention))
        return named[0] if named else None
    return named[0] if len(named) == 1 else None


def _country_of_same_head(so_far: Gathered, mention: Found) -> str | None:
    """A headline's "official media" is of the country that the body's "X state media" names first."""
    return next((code for other in so_far.nominals[mention.key] if (code := home_of(other.words))), None)


def _government(so_far: Gathered, mention: Found) -> Entry | None:
    """The government of the country that is named, or of the one the article is about."""
    if mention.key not in ("government", "administration", "regime") or mention.plural:
        return None
    country = home_of(mention.words)
    if country is None and mention.key == "government" and mention.definite and len(mention.words.split()) == 1:
        country = so_far.home
    if country is None:
        return None
    entry = so_far.keyed(f"country:{country}", "government")
    entry.settle(country, "known")
    entry.kind = "government"
    return entry


def _pair(so_far: Gathered, mention: Found) -> Entry | None:
    """ "Both nations", "the two leaders": a group of the last two that can be meant."""
    opening = mention.words.lower().split()
    if not (opening[0] == "both" or ("two" in opening[:2] and mention.definite)) or len(opening) > 4:
        return None
    if mention.key not in words("paired") and opening != ["both"]:
        return None
    people = mention.key in ("leader", "president", "man", "minister")
    found = _most_named(so_far, people) if mention.key != "both" else _last_two(so_far, mention)
    if len(found) < 2:
        return None
    members = sorted(found[:2], key=lambda e: e.mentions[0].span.start)
    key = "both:" + "+".join(e.key for e in members)
    group = so_far.by_name.get(key)
    if group is None:
        group = Entry(key, "group", plural=True, members=members)
        group.sectors = ["GOV"] if not people else []
        so_far.by_name[key] = group
    return group


def _most_named(so_far: Gathered, people: bool) -> list[Entry]:
    """People or governments, most often named so far first; a government's people count for it."""
    fitting = [e for e in so_far.done if so_far.counts[id(e)] and (e.kind == "person" if people else e.key.startswith("country:"))]
    return sorted(fitting, key=lambda e: -so_far.counts[id(e)])


def _last_two(so_far: Gathered, mention: Found) -> list[Entry]:
    """Single parties that can act, met within the last two sentences, nearest first."""
    kinds = ("person", "government", "organisation", "media")
    return [entry for entry, _ in so_far.recent(mention, 2) if entry.kind in kinds and not entry.plural]


def _said_before(so_far: Gathered, mention: Found) -> Entry | None:
    """The same description again: "the officials" after "two officials", "police" after "police"."""
    words = _plain(mention.words)
    country = home_of(mention.words)
    for entry, _ in so_far.recent(mention, 40):
        first = next((m for m in entry.mentions if m.form == "nominal" and m.key == mention.key), None)
        if first is None or entry.names or entry.plural != mention.plural:
            continue
        if _plain(first.words) == words and (mention.definite or (mention.plural and mention.role is not None and mention.role.kind != "person")):
            return entry
        if _plain(first.words) == words and (mention.plural or mention.key.startswith("spokes")):
            return entry
        bare = mention.definite and len(words.split()) == 1
        if bare and (country is None or entry.country in (None, country)):
            return entry
    return None


def _new_nominal(so_far: Gathered, mention: Found) -> Entry:
    """A party that is known by its description alone."""
    known = mention.role
    kind: PartyKind = "unnamed"
    if known is not None and not (known.kind == "person" or (mention.plural and known.kind not in ("media", "organisation"))):
        kinds: dict[str, PartyKind] = {"organisation": "organisation", "government": "government", "media": "media", "group": "group"}
        kind = kinds.get(known.kind, "unnamed")
    entry = Entry(f"nominal:{_plain(mention.words)}:{mention.span.start}", kind, plural=mention.plural)
    entry.learn(mention.words)
    if not entry.sectors and known is not None:
        entry.sectors.extend(known.sectors)
    entry.settle(home_of(mention.words), "words")
    return entry


def _may_be_described(entry: Entry, mention: Found) -> bool:
    """Whether a description in apposition fits a name's party."""
    kind = mention.role.kind if mention.role else ""
    return (entry.kind == "person") == (kind == "person") and entry.kind != "place" and gender_fits(entry, mention)


def _plain(words: str) -> str:
    """A description without its article, count or pointing word."""
    kept = [w for w in words.lower().split() if w not in ("two", "three", "several", "these", "those", "this", "that", "other", "other", "the")]
    return " ".join(kept)

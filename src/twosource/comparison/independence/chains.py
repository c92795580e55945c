"""Chains as the articles together tell them: one origin for one utterance, and a name for whom an article describes first."""

from collections import Counter
from collections.abc import Iterable, Sequence

from twosource.comparison.independence.houses import is_somebody
from twosource.comparison.independence.ledger import Ledger
from twosource.comparison.parties import spelling
from twosource.comparison.parties.mouths import echoes
from twosource.domain.party import Mention, Party
from twosource.domain.statement import Statement
from twosource.grammar.attributions.cues import cue_verbs

_URGED = "infinitive"
"""The form of a content that a directive has: "urged them to come"."""
_PRONOUNS = frozenset({"he", "she", "him", "her", "his"})


def chains(held: Sequence[Statement], ledger: Ledger) -> dict[str, list[Party]]:
    """For each statement the parties it came through, origin first; nobody where its outlet tells it in its own voice."""
    made = _from_one_mouth({s.id: ledger.chain(s) for s in held}, ledger)
    return _acts(held, _named_elsewhere(held, _named_below(held, made), ledger), ledger)


def _from_one_mouth(chains: dict[str, list[Party]], ledger: Ledger) -> dict[str, list[Party]]:
    """The chains, with one origin for statements that quote the same words: at most one of several names can be right.

    It is the one that most have; of as many, one that is named where it is quoted before one that is only "he" there, a person before
    others, then the first by id.
    """
    made = dict(chains)
    for mouth in sorted({ledger.mouth_of[s] for s in chains if s in ledger.mouth_of}):
        spoken = [s for s in ledger.mouths[mouth] if s in chains]
        mine = [s for s in spoken if echoes(ledger.said[s], (ledger.said[other] for other in spoken if other != s and chains[other]))]
        origins = Counter(chains[s][0].id for s in mine if chains[s])
        known = {chains[s][0].id: chains[s][0] for s in mine if chains[s]}
        if origins:
            by_name = {chains[s][0].id for s in mine if chains[s] and _is_named(ledger.statements[s], chains[s][0], ledger)}
            one = known[min(origins, key=lambda p: (known[p].kind == "unnamed", -origins[p], p not in by_name, known[p].kind != "person", p))]
            for s in mine:
                made[s] = [one, *(p for p in chains[s][1:] if p.id != one.id)]
    return made


def _is_named(statement: Statement, origin: Party, ledger: Ledger) -> bool:
    """Whether a statement's words for its origin are a name."""
    names = [m.span for m in ledger.mentions.get((origin.id, statement.article), ()) if m.form == "name"]
    return any(name.overlaps(link.span) for link in statement.chain[:1] for name in names)


def _named_below(held: Sequence[Statement], chains: dict[str, list[Party]]) -> dict[str, list[Party]]:
    """The chains, with a name for whom an article only describes until it names who says the same ("A leading geologist warned ...")."""
    made = dict(chains)
    for article in sorted({s.article for s in held}):
        mine = [s for s in held if s.article == article and chains[s.id]]
        named = {p.id: p for s in mine if (p := chains[s.id][0]).kind == "person"}
        if len(named) != 1:
            continue
        (one,) = named.values()
        first = min((m.span.start for m in one.mentions if m.article == article and m.form == "name"), default=0)
        for s in mine:
            if s.span.end <= first and is_somebody(chains[s.id][0]):
                made[s.id] = [one, *(p for p in chains[s.id][1:] if p.id != one.id)]
    return made


def _named_elsewhere(held: Sequence[Statement], chains: dict[str, list[Party]], ledger: Ledger) -> dict[str, list[Party]]:
    """The chains, with a name for whom an article takes up without one ("she", "the champion"), where one named person alone says the same.

    The article must name that person; whoever it brings in ("a neighbour") is somebody else, but for whoever it tells of the person
    in the same words ("A harbour expert", "harbour expert Ilse Brandt").
    """
    named = {chain[0].id: chain[0] for chain in chains.values() if chain and chain[0].kind == "person"}
    if len(named) != 1:
        return chains
    made = dict(chains)
    (one,) = named.values()
    for s in held:
        origin = chains[s.id][0] if chains[s.id] else one
        if origin.kind == "unnamed" and (one.id, s.article) in ledger.mentions and _is_taken_up(s, origin, one, ledger):
            made[s.id] = [one, *(p for p in chains[s.id][1:] if p.id != one.id)]
    return made


def _is_taken_up(statement: Statement, origin: Party, one: Party, ledger: Ledger) -> bool:
    first = statement.chain[0].span.of(ledger.text(statement)).split() if statement.chain else []
    if not first:
        return False
    if spelling.parts(origin.name) in {spelling.parts(role) for role in one.roles}:
        return True
    return first[0].lower() in _PRONOUNS or (first[0].lower() == "the" and is_somebody(origin) and not origin.name.endswith("s"))


def _acts(held: Sequence[Statement], chains: dict[str, list[Party]], ledger: Ledger) -> dict[str, list[Party]]:
    """The chains, with who does it for an act of speech that an outlet tells whole ("Lund urged the council to come") where others give
    what was said in the speaker's own words."""
    said = {chains[s.id][0].id: chains[s.id][0] for s in held if s.voice == "quote" and chains[s.id]}
    made = dict(chains)
    for s in held:
        if not chains[s.id] and (doer := _doer(s, said.values(), ledger)) is not None:
            made[s.id] = [doer]
    return made


def _doer(statement: Statement, parties: Iterable[Party], ledger: Ledger) -> Party | None:
    sentence = ledger.sentences.get(statement.sentence)
    if sentence is None or statement.head >= len(sentence.tokens) or statement.head < 0:
        return None
    verb = cue_verbs().get(sentence.tokens[statement.head].lemma)
    if verb is None or _URGED not in verb.act:
        return None
    subjects = [sentence.tokens[j].start for j in sentence.children(statement.head) if sentence.tokens[j].dep == "nsubj"]
    return next((p for p in parties if any(_holds(m, at) for m in ledger.mentions.get((p.id, statement.article), ()) for at in subjects)), None)


def _holds(mention: Mention, at: int) -> bool:
    return mention.span.start <= at < mention.span.end

"""Independence: on how many parties a claim rests, as a minimum vertex cut."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from twosource.comparison.claims.matter import denies as turning
from twosource.comparison.independence.denial import denies
from twosource.comparison.independence.houses import is_somebody, one_node_each
from twosource.comparison.independence.sourcing import (
    Node,
    Way,
    best_cut,
    credited,
    full_names,
    is_official,
    is_wire,
    joined,
    of_one_government,
    outlet_node,
)
from twosource.comparison.parties.mouths import Quoted, echoes, one_mouth, quoted
from twosource.domain.article import Article
from twosource.domain.claim import Claim, Independence, Standing
from twosource.domain.conflict import Conflict
from twosource.domain.copy import Copy
from twosource.domain.event import Event
from twosource.domain.finding import Conclusion, Finding
from twosource.domain.furniture import Furniture
from twosource.domain.identity import identity
from twosource.domain.party import Party
from twosource.domain.reading import Dossier
from twosource.domain.span import Span
from twosource.domain.statement import Factuality, Statement

# Part of both texts that a copy of the whole has: the rest is a byline, a caption, a line on the page.
_WHOLE = 0.85


class Independences:
    """On how many parties a claim rests, as a minimum vertex cut."""

    name = "independence"
    needs: tuple[type[Finding], ...] = (Claim, Party, Copy, Conflict, Statement, Factuality, Furniture, Event)
    makes: tuple[type[Finding], ...] = (Independence,)

    def run(self, dossier: Dossier) -> Iterable[Conclusion]:
        story = _Story(dossier)
        for claim in dossier.of(Claim):
            yield _independence(claim, story)


@dataclass
class _Story:
    """A dossier, looked up the way this stage asks."""

    dossier: Dossier
    articles: dict[str, Article] = field(init=False)
    statements: dict[str, Statement] = field(init=False)
    sign: dict[str, str] = field(init=False)
    party: dict[str, Party] = field(init=False)
    copies: dict[str, list[Copy]] = field(init=False)
    credits: dict[str, tuple[str, ...]] = field(init=False)
    full: dict[str, str] = field(init=False)
    events: dict[str, Event] = field(init=False)
    by_id: dict[str, Party] = field(init=False)
    conflicts: dict[str, list[Conflict]] = field(init=False)
    first: dict[str, Node] = field(init=False)
    mouths: list[list[str]] = field(init=False)
    mouth_of: dict[str, int] = field(init=False)
    said: dict[str, Quoted] = field(init=False)

    def __post_init__(self) -> None:
        self.articles = {r.article.id: r.article for r in self.dossier.readings}
        self.statements = {s.id: s for s in self.dossier.observed(Statement)}
        self.sign = {f.statement: "" if f.value == "Uu" else f.value[-1] for f in self.dossier.observed(Factuality)}
        self.party = {local: p for p in self.dossier.of(Party) for local in p.basis}
        self.copies = defaultdict(list)
        for copy in sorted(self.dossier.of(Copy), key=lambda c: c.articles):
            for article in copy.articles:
                self.copies[article].append(copy)
        self.by_id = {p.id: p for p in self.dossier.of(Party)}
        named = {r.article.id: credited(r.article, r.of(Furniture)) for r in self.dossier.readings}
        told = (p.name for p in self.by_id.values() if is_wire(p.name))
        self.full = full_names((*told, *(name for names in named.values() for name in names)))
        self.credits = {article: tuple(sorted({self.full.get(name, name) for name in names})) for article, names in named.items()}
        self.conflicts = defaultdict(list)
        for conflict in self.dossier.of(Conflict):
            for claim in conflict.claims:
                self.conflicts[claim].append(conflict)
        self.events = {e.id: e for e in self.dossier.of(Event)}
        self.first = _first_outlets(self.dossier)
        said = quoted(self.dossier.readings)
        self.mouths = one_mouth(said)
        self.said = {s.statement: s for s in said}
        self.mouth_of = {s: n for n, group in enumerate(self.mouths) for s in group}

    def chain(self, statement: Statement) -> list[Party]:
        """The parties of a statement's chain, each once, without the article's own outlet."""
        found = dict.fromkeys(self.party[link.party].id for link in statement.chain if link.party in self.party)
        by_id = {p.id: p for link in statement.chain if (p := self.party.get(link.party)) is not None}
        own = self.outlet(statement.article)
        return [by_id[i] for i in found if outlet_node(by_id[i].name) != own]

    def text(self, statement: Statement) -> str:
        """The text of a statement's article."""
        return self.articles[statement.article].text

    def outlet(self, article: str) -> Node:
        """The node of an article's outlet."""
        return _own_outlet(self.articles[article])

    def publishers(self, article: str) -> tuple[Node, ...]:
        """Through which outlets an article came to the reader: its own, behind the one that published its whole text first."""
        return tuple(dict.fromkeys((self.first.get(article, self.outlet(article)), self.outlet(article))))


def _own_outlet(article: Article) -> Node:
    """The node of the outlet an article names; an article whose outlet is unknown stands for itself."""
    name = article.outlet or article.domain
    return outlet_node(name) if name else Node("outlet", article.id, article.ref)


def _first_outlets(dossier: Dossier) -> dict[str, Node]:
    """For every article whose whole text another has too: of their outlets an agency, else the first to publish it.

    So a copy under another outlet opens no way past the outlet that was there before it, and changes no number.
    """
    articles = {r.article.id: r.article for r in dossier.readings}
    order = sorted(articles.values(), key=lambda a: (not is_wire(a.outlet), a.published or "9999", _own_outlet(a), a.id))
    rank = {a.id: n for n, a in enumerate(order)}
    whole = (c.articles for c in dossier.of(Copy) if all(a in articles for a in c.articles) and _whole(c, articles))
    return {a: _own_outlet(articles[min(members, key=rank.__getitem__)]) for a, members in joined(whole).items()}


def _whole(copy: Copy, articles: Mapping[str, Article]) -> bool:
    """Whether the passages are nearly all of both articles."""
    sides = zip(*((p.a, p.b) for p in copy.passages), strict=True)
    return all(sum(s.end - s.start for s in spans) >= _WHOLE * len(articles[a].text) for a, spans in zip(copy.articles, sides, strict=True))


def _independence(claim: Claim, story: _Story) -> Independence:
    statements = sorted((story.statements[s] for s in claim.statements if s in story.statements), key=lambda s: s.id)
    back = [s for s in statements if s.correction]
    if back:
        statements = _not_taken_back(statements, back, story)
        if not _still_said(statements, back, story):
            return _retracted(claim, back, story)
    held = _supporting(statements, story)
    chains = _named_below(held, _from_one_mouth({s.id: story.chain(s) for s in held}, story))
    parties = {p.id: p for chain in chains.values() for p in chain}
    carriers, labels = _copied(held, story)
    providers = {outlet_node(name) for s in held for name in story.credits[s.article]}
    nodes = one_node_each(list(parties.values()), story.by_id, {*(story.outlet(s.article) for s in held), *providers, *carriers.values()})
    attributed = {s.article for s in held if chains[s.id]}
    ways: list[Way] = []
    for s in held:
        chain = [nodes[p.id] for p in chains[s.id]]
        if s.article in carriers and _covered(s, story):
            chain.append(carriers[s.article])
        by: list[tuple[Node, ...]] = [(outlet_node(name),) for name in story.credits[s.article]] or [()]
        ways += [Way((*chain, *credit, *story.publishers(s.article))) for credit in by]
    cut = best_cut(ways)
    origins = tuple(dict.fromkeys(chains[s.id][0].id for s in held if chains[s.id]))
    later = tuple(dict.fromkeys(p.id for s in held for p in chains[s.id][1:]))
    return Independence(
        id=identity("i", claim.id),
        basis=(claim.id,),
        claim=claim.id,
        independent=len(cut),
        rests_on=tuple(node.shown for node in cut),
        origins=tuple(sorted(origins)),
        carriers=tuple(sorted(later)),
        standing="disputed" if back else _standing(claim, statements, bool(parties), len(cut), story),
        stake=_stake(claim, [parties[o] for o in sorted(origins)], story),
        kin=of_one_government([parties[o] for o in sorted(origins)]),
        dependence=(*labels, *_dependence(held, chains, attributed, story), *_takers(back, story)),
        would_raise=f"a statement that does not go through {' or '.join(_names(cut, story))}" if cut else "",
    )


def _not_taken_back(statements: Sequence[Statement], back: Sequence[Statement], story: _Story) -> list[Statement]:
    """The statements but for corrections, and for what the correcting outlets said until then, in their own voice or another's."""
    until: dict[Node, str] = {}
    for s in back:
        outlet = story.outlet(s.article)
        until[outlet] = max(until.get(outlet, ""), story.articles[s.article].published or "9999")
    return [
        s
        for s in statements
        if not s.correction and not ((outlet := story.outlet(s.article)) in until and (story.articles[s.article].published or "") <= until[outlet])
    ]


def _retracted(claim: Claim, back: Sequence[Statement], story: _Story) -> Independence:
    """A claim that every outlet that told it took back; who denies it does not tell it."""
    return Independence(
        id=identity("i", claim.id),
        basis=(claim.id,),
        claim=claim.id,
        independent=0,
        rests_on=(),
        origins=(),
        carriers=(),
        standing="retracted",
        dependence=tuple(_takers(back, story)),
        would_raise="a statement that nobody took back",
    )


def _still_said(left: Sequence[Statement], back: Sequence[Statement], story: _Story) -> bool:
    """Whether somebody still says what was taken back."""
    signs = {story.sign.get(s.id, "") for s in left} - {""}
    return any(signs - {story.sign.get(s.id, "")} for s in back)


def _takers(back: Sequence[Statement], story: _Story) -> list[str]:
    return sorted({f"correction: {story.articles[s.article].ref} takes it back" for s in back})


def _from_one_mouth(chains: dict[str, list[Party]], story: _Story) -> dict[str, list[Party]]:
    """The chains, with one origin for statements that quote the same words: at most one of several names can be right.

    It is the one that most have; of as many, a person before others, then the first by id.
    """
    made = dict(chains)
    for mouth in sorted({story.mouth_of[s] for s in chains if s in story.mouth_of}):
        spoken = [s for s in story.mouths[mouth] if s in chains]
        mine = [s for s in spoken if echoes(story.said[s], (story.said[other] for other in spoken if other != s and chains[other]))]
        origins = Counter(chains[s][0].id for s in mine if chains[s])
        known = {chains[s][0].id: chains[s][0] for s in mine if chains[s]}
        if origins:
            one = known[min(origins, key=lambda p: (known[p].kind == "unnamed", -origins[p], known[p].kind != "person", p))]
            for s in mine:
                made[s] = [one, *(p for p in chains[s][1:] if p.id != one.id)]
    return made


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


def _supporting(statements: Sequence[Statement], story: _Story) -> list[Statement]:
    """The statements that say the claim is so: a party's denial, and what commits itself to nothing, give it no support.

    The claim's own polarity is that of most of its statements, affirmed where they are as many. A statement of the other sign that has
    other words is no denial: one claim can be worded with and without a negation ("unhurt", "not injured"). An outlet's own line counts
    in either. A headline hangs on what is below it.
    """
    body = [s for s in statements if not (s.headline and not s.chain)]
    statements = body or statements
    sign, other = _signed(statements, story)
    return [s for s in statements if story.sign.get(s.id, "+") and (not s.chain or s not in other or not _turned(s, sign, story))] or list(statements)


def _signed(statements: Sequence[Statement], story: _Story) -> tuple[list[Statement], list[Statement]]:
    """The statements of the claim's own sign, and those of the other."""
    plus = [s for s in statements if story.sign.get(s.id, "+") == "+"]
    minus = [s for s in statements if story.sign.get(s.id, "+") == "-"]
    return (minus, plus) if len(minus) > len(plus) else (plus, minus)


def _turned(statement: Statement, others: Sequence[Statement], story: _Story) -> bool:
    """Whether a statement turns one of the others round, in its own words or in those that attribute it."""
    words = statement.span.of(story.text(statement))
    return bool(others) and (turning(statement, story.text(statement)) or any(denies(words, s.span.of(story.text(s))) for s in others))


def _covered(statement: Statement, story: _Story) -> list[Copy]:
    """Copies with a passage over at least half of a statement."""
    found = []
    for copy in story.copies.get(statement.article, ()):
        first = copy.articles[0] == statement.article
        if any(_shares(statement.span, p.a if first else p.b) for p in copy.passages):
            found.append(copy)
    return found


def _shares(span: Span, passage: Span) -> bool:
    return 2 * (min(span.end, passage.end) - max(span.start, passage.start)) >= span.end - span.start


def _copied(statements: Sequence[Statement], story: _Story) -> tuple[dict[str, Node], list[str]]:
    """For each article whose statement a copy covers: the one carrier that it shares with the others, named or unseen."""
    holders = {s.article for s in statements}
    covering = {c.id: c for s in statements for c in _covered(s, story) if set(c.articles) <= holders}
    together = joined(c.articles for c in covering.values())
    named: dict[str, set[str]] = defaultdict(set)
    for copy in covering.values():
        named[together[copy.articles[0]][0]].update({story.full.get(copy.carrier, copy.carrier)} if copy.carrier else ())
    carriers = {
        a: outlet_node(min(named[members[0]])) if named[members[0]] else Node("copy", members[0], "a carrier that is not named")
        for a, members in together.items()
    }
    labels = [
        f"copy: {story.articles[c.articles[0]].ref} and {story.articles[c.articles[1]].ref} share a passage"
        + (f" of {c.carrier}" if c.carrier else "; its carrier is not named")
        for c in sorted(covering.values(), key=lambda c: c.articles)
    ]
    return carriers, labels


def _dependence(held: Sequence[Statement], chains: Mapping[str, list[Party]], attributed: set[str], story: _Story) -> list[str]:
    labels: list[str] = []
    articles: dict[str, set[str]] = defaultdict(set)
    names: dict[str, str] = {}
    for s in held:
        if chains[s.id]:
            articles[chains[s.id][0].id].add(s.article)
            names[chains[s.id][0].id] = chains[s.id][0].name
    labels += sorted(f"same origin: {names[p]} in {len(found)} articles" for p, found in articles.items() if len(found) > 1)
    labels += sorted({f"credit: {name} in {story.articles[s.article].ref}" for s in held for name in story.credits[s.article]})
    own = {s.article for s in held if not chains[s.id] and s.article in attributed}
    labels += sorted(f"own voice in {story.articles[a].ref} hangs on the attribution beside it" for a in own)
    outlets: dict[Node, set[str]] = defaultdict(set)
    for s in held:
        outlets[story.outlet(s.article)].add(s.article)
    labels += sorted(f"same outlet: {node.shown} in {len(found)} articles" for node, found in outlets.items() if len(found) > 1)
    return labels


def _standing(claim: Claim, statements: Sequence[Statement], named: bool, independent: int, story: _Story) -> Standing:
    if _denied(statements, story) or any(_disputes(x, story) for x in story.conflicts.get(claim.id, ())):
        return "disputed"
    if independent >= 2:
        return "corroborated"
    return "single-source" if named else "unattributed"


def _denied(statements: Sequence[Statement], story: _Story) -> bool:
    """Whether somebody denies what another says."""
    own, other = _signed(statements, story)
    turned = [s for s in other if _turned(s, own, story)]
    sides = [{chain[0].id if (chain := story.chain(s)) else s.article for s in side} for side in (own, turned)]
    return bool(sides[0] and sides[1] and sides[0] != sides[1])


def _disputes(conflict: Conflict, story: _Story) -> bool:
    """A denial always; values that differ where two origins hold them; how sure or in which words, only with a denial."""
    if conflict.kind == "polarity":
        return True
    if conflict.kind in ("certainty", "wording"):
        signs = [{story.sign.get(s, "") for s in side.statements} for side in conflict.sides]
        return conflict.kind == "certainty" and any(a == {"-"} and "+" in b for a in signs for b in signs)
    return not conflict.update and not conflict.same_origin


def _stake(claim: Claim, origins: Sequence[Party], story: _Story) -> tuple[str, ...]:
    """Origins that act in the claim's events or that these befall, and officials of a government that does."""
    by_id = story.by_id
    concerned = {i for e in claim.events if e in story.events for i in (*story.events[e].actors, *story.events[e].recipients)}
    countries = {by_id[i].country for i in concerned if i in by_id and is_official(by_id[i])} - {None}
    return tuple(p.id for p in origins if p.id in concerned or p.body in concerned or (is_official(p) and p.country in countries))


def _names(cut: Sequence[Node], story: _Story) -> list[str]:
    return [story.by_id[node.shown].name if node.shown in story.by_id else node.shown for node in cut]

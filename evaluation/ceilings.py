"""Independence apart from the rest: annotated claims and chains through the shipped across-article stages.

usage: python -m evaluation.ceilings GOLD_DIR ARTICLES.jsonl [--wrong]

What claims and chains cost elsewhere is taken out: statements, chains, factuality and claims are the annotators'; parties across articles,
copies and independence are ours. Prints how many claims have exactly the annotated number, and how many are right about "two or more".
"""

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from evaluation.usage import command
from twosource.comparison.parties import spelling
from twosource.domain.article import Article
from twosource.domain.attribution import Quotation
from twosource.domain.claim import Claim, Independence
from twosource.domain.finding import Observation
from twosource.domain.furniture import Furniture
from twosource.domain.identity import identity
from twosource.domain.party import LocalParty, Party, PartyKind
from twosource.domain.reading import Dossier, Reading
from twosource.domain.sentence import Sentence
from twosource.domain.span import Span
from twosource.domain.statement import Factuality, Link, Statement
from twosource.domain.story import Story
from twosource.reference import facts
from twosource.stages.across_articles.copies import Copies
from twosource.stages.across_articles.independence import Independences
from twosource.stages.across_articles.parties import Parties

Row = dict[str, Any]
_QUOTED = re.compile(r"“[^”]{1,2000}”|\"[^\"\n]{1,2000}\"")


class Annotated:
    """One annotated article as a reading.

    Args:
        article: its text may begin with a title that the annotators saw apart.
        gold: its story.
        below: where the text that the annotators saw begins.
    """

    def __init__(self, article: Article, gold: Row, below: int = 0) -> None:
        self.article = article
        self._below = below
        self._entities = {spelling.parts(name): e for e in gold["entities"] for name in (e["name"], *e["aliases"])}
        self._parties: dict[tuple[str, ...], LocalParty] = {}
        self.observations: list[Observation] = []

    @classmethod
    def alone(cls, row: Row, text: str, gold: Row) -> "Annotated":
        """The article of a row with nothing else read off it than what the annotators could see: quotation marks and its credit."""
        made = cls(Article(ref=row["id"], text=text, outlet=row.get("outlet"), published=(row.get("published") or "")[:10] or None), gold)
        made.observations += [made._sentence(), *made._quotations(), *made._credit(row)]
        return made

    def _sentence(self) -> Sentence:
        span = Span(0, len(self.article.text))
        return Sentence(id=identity("t", self.article.id), article=self.article.id, evidence=(span,), tokens=(), paragraph=0)

    def _quotations(self) -> Iterator[Quotation]:
        for match in _QUOTED.finditer(self.article.text):
            if match.end() - match.start() > 2:
                inner, marks = Span(match.start() + 1, match.end() - 1), Span(match.start(), match.end())
                yield Quotation(id=identity("q", self.article.id, match.start()), article=self.article.id, evidence=(inner,), marks=marks)

    def _credit(self, row: Row) -> Iterator[Furniture]:
        if row.get("agency"):
            yield Furniture(
                id=identity("f", self.article.id), article=self.article.id, evidence=(Span(0, 1),), kind="credit", reason="", names=(row["agency"],)
            )

    def span(self, mention: Row) -> Span:
        """Where a mention stands in the article's text."""
        return Span(mention["start"] + self._below, mention["end"] + self._below)

    def statement(self, mention: Row) -> Statement:
        """The mention with its factuality kept among the observations."""
        span = self.span(mention)
        key = identity("s", self.article.id, span.start, span.end, *mention["chain"])
        links = tuple(
            Link(self._party(name, mention.get("origin_aliases") or [] if n == 0 else [], span).id, span) for n, name in enumerate(mention["chain"])
        )
        statement = Statement(
            id=key,
            article=self.article.id,
            evidence=(span,),
            sentence=identity("t", self.article.id),
            head=0,
            voice="own" if not links else "quote" if mention["voice"] == "quote" else "paraphrase",
            chain=links,
        )
        value = Factuality(
            id=identity("u", key), article=self.article.id, evidence=(span,), statement=key, value=mention["factuality"], time=mention["time"]
        )
        self.observations += [statement, value]
        return statement

    def _party(self, name: str, aliases: list[str], span: Span) -> LocalParty:
        """The local party of a name: one in the article for all that an annotator's aliases tie together."""
        for form in (name, *aliases):
            if self._named(form) and spelling.parts(form) in self._parties:
                return self._parties[spelling.parts(form)]
        entity = next((self._entities[key] for form in (name, *aliases) if (key := spelling.parts(form)) in self._entities), None)
        own = [a for a in aliases if entity is None or entity["kind"] != "person" or set(spelling.parts(a)) & set(spelling.parts(name))]
        known = facts.body(name)
        role = (entity["role"] if entity else "") + " " + " ".join(aliases)
        made = LocalParty(
            id=identity("l", self.article.id, name),
            article=self.article.id,
            evidence=(span,),
            name=name,
            aliases=tuple(a for a in own if a != name),
            kind=known.kind if known else self._kind(name, entity),
            country=(entity or {}).get("country") or (known.country if known else None) or facts.country_in(name),
            sectors=facts.sectors_in(name + " " + role),
            body=self._body(name, aliases, entity, span),
        )
        self.observations.append(made)
        for form in (name, *own):
            self._parties.setdefault(spelling.parts(form), made)
        return made

    def _named(self, form: str) -> bool:
        return form[:1].isupper() and not form.lower().startswith(("the ", "a ", "an "))

    def _kind(self, name: str, entity: Row | None) -> PartyKind:
        if entity is not None and (self._named(name) or entity["kind"] == "organisation"):
            kind: PartyKind = entity["kind"]
            return kind
        role = facts.role_at_end(name)
        if role is not None and role.kind in ("organisation", "government"):
            return "organisation" if role.kind == "organisation" else "government"
        return "person" if self._named(name) and role is None and len(name.split()) in (2, 3) else "unnamed"

    def _body(self, name: str, aliases: list[str], entity: Row | None, span: Span) -> str | None:
        """The body that a person's aliases name besides the person, as the protocol has it."""
        person = (entity is not None and entity["kind"] == "person") or re.search(r"(?i)spokes|official|director|chief", name)
        if not person:
            return None
        for alias in aliases:
            other = self._entities.get(spelling.parts(alias))
            role = facts.role_at_end(alias)
            is_body = (other is not None and other["kind"] in ("organisation", "media", "group")) or facts.body(alias) is not None
            if is_body or (role is not None and role.kind in ("organisation", "government")):
                return self._party(alias, [], span).id if spelling.parts(alias) != spelling.parts(name) else None
        return None


def dossier(gold: Row, texts: dict[str, str], name: str) -> tuple[Dossier, dict[str, Row]]:
    """The annotated story with its claims, and the annotated claim of every claim's id."""
    reads = {a["id"]: Annotated.alone(a, texts[f"{name}/{a['id']}"], gold) for a in gold["articles"]}
    claims: dict[str, Row] = {}
    made: list[Claim] = []
    for row in gold["claims"]:
        statements = tuple(sorted({reads[m["article"]].statement(m).id for m in row["mentions"]}))
        claim = Claim(id=identity("c", name, row["id"]), basis=statements, text=row["text"], clearest=statements[0])
        claims[claim.id] = row
        made.append(claim)
    readings = tuple(Reading(r.article, tuple(dict.fromkeys(r.observations))) for r in reads.values())
    story = Story(id=name, basis=tuple(r.article.id for r in readings), title=name)
    found = Dossier(story=story, readings=readings, conclusions=tuple(made))
    for stage in (Parties(), Copies(), Independences()):
        found = found.with_(stage.run(found))
    return found, claims


def main() -> int:
    """Print exact and two_source; with --wrong, the claims that are not right."""
    usage = command(__doc__)
    usage.add_argument("folder", metavar="GOLD_DIR", type=Path)
    usage.add_argument("articles", metavar="ARTICLES.jsonl", type=Path)
    usage.add_argument("--wrong", action="store_true", help="also each claim that is not right, and why")
    given = usage.parse_args()
    folder, articles = given.folder, given.articles
    texts = {row["id"]: row["text"] for row in map(json.loads, articles.read_text(encoding="utf-8").splitlines())}
    count: Counter[str] = Counter()
    for file in sorted(folder.glob("*.json")):
        gold = json.loads(file.read_text(encoding="utf-8"))
        found, claims = dossier(gold, texts, file.stem)
        party = {p.id: p.name for p in found.of(Party)}
        for one in found.of(Independence):
            row = claims[one.claim]
            count.update({"claims": 1, "exact": one.independent == row["independent_sources"]})
            count["two_source"] += (one.independent >= 2) == (row["independent_sources"] >= 2)
            if given.wrong and one.independent != row["independent_sources"]:
                said = [party.get(r, r) for r in one.rests_on]
                print(file.stem, row["id"], "said", one.independent, said, "gold", row["independent_sources"], row["cut"], "|", row["why"])
                print("    ", [(m["article"], m["chain"], m["factuality"]) for m in row["mentions"]], one.dependence)
    print(json.dumps({k: round(100 * count[k] / count["claims"], 1) for k in ("exact", "two_source")} | {"claims": count["claims"]}))
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Independence: the fewest parties that would all have to be wrong, and what it must never do."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from twosource.domain.article import Article
from twosource.domain.attribution import Quotation
from twosource.domain.claim import Claim, Independence
from twosource.domain.conflict import Conflict, Side
from twosource.domain.copy import Copy, Passage
from twosource.domain.event import Event
from twosource.domain.furniture import Furniture
from twosource.domain.party import LocalParty, Mention, Party
from twosource.domain.reading import Dossier, Reading
from twosource.domain.span import Span
from twosource.domain.statement import Factuality, FactualityValue, Link, Statement
from twosource.domain.story import Story
from twosource.pipeline import Pipeline
from twosource.stages.across_articles.independence import Independences
from twosource.stages.across_articles.parties import Parties

TEXT = "x" * 1000


@dataclass(frozen=True)
class Says:
    """A statement of a test story: the article's name (its outlet, but for what stands after a dot), and its chain, origin first."""

    article: str
    chain: tuple[str, ...] = ()
    value: FactualityValue = "CT+"
    correction: bool = False


@dataclass
class Made:
    """A dossier of one claim made of statements; parties are one across articles when they have one name."""

    says: Sequence[Says]
    copies: Sequence[tuple[str, str, str | None]] = ()
    credits: dict[str, str] = field(default_factory=dict)
    parties: dict[str, Party] = field(default_factory=dict)
    events: Sequence[Event] = ()
    conflicts: Sequence[Conflict] = ()
    backwards: bool = False
    texts: dict[str, str] = field(default_factory=dict)
    quoted: bool = False

    def answer(self) -> Independence:
        (found,) = Independences().run(self.dossier())
        assert isinstance(found, Independence)
        return found

    def dossier(self) -> Dossier:
        names = list(dict.fromkeys([s.article for s in self.says] + [a for c in self.copies for a in c[:2]]))
        articles = {n: Article(ref=n, text=self.texts.get(n, n + TEXT), outlet=n.split(".")[0]) for n in names}
        observed: dict[str, list[LocalParty | Statement | Factuality | Furniture | Quotation]] = {n: [] for n in names}
        local: dict[str, list[str]] = {}
        ids = []
        for n, said in enumerate(self.says):
            article = articles[said.article].id
            span = Span(10 * n, 10 * n + 9)
            links = []
            for name in said.chain:
                party = LocalParty(id=f"l {said.article} {name}", article=article, evidence=(span,), name=name, kind="person")
                local.setdefault(name, []).append(party.id)
                links.append(Link(party.id, span))
                observed[said.article].append(party)
            voice = "paraphrase" if links else "own"
            ids.append(f"s {said.article} {said.chain} {n}")
            observed[said.article] += [
                Statement(
                    id=ids[-1],
                    article=article,
                    evidence=(span,),
                    sentence="t",
                    head=0,
                    voice=voice,  # type: ignore[arg-type]
                    chain=tuple(links),
                    correction=said.correction,
                ),
                Factuality(id=f"u{n}", article=article, evidence=(span,), statement=ids[-1], value=said.value, time="past"),
                *([Quotation(id=f"q{n}", article=article, evidence=(span,), marks=span)] if self.quoted else []),
            ]
        for name, agency in self.credits.items():
            observed[name].append(
                Furniture(id=f"f{name}", article=articles[name].id, evidence=(Span(0, 1),), kind="credit", reason="", names=(agency,))
            )
        readings = tuple(Reading(articles[n], tuple(observed[n])) for n in (reversed(names) if self.backwards else names))
        story = Story(id="story", basis=tuple(a.id for a in articles.values()), title="")
        conclusions = [
            Claim(id="c", basis=tuple(ids), text="", clearest=ids[0], events=tuple(e.id for e in self.events)),
            *(self._party(name, basis) for name, basis in local.items()),
            *(self._copy(articles[a], articles[b], carrier) for a, b, carrier in self.copies),
            *self.events,
            *self.conflicts,
        ]
        return Dossier(story=story, readings=readings, conclusions=tuple(conclusions))

    def _party(self, name: str, basis: list[str]) -> Party:
        given = self.parties.get(name, party(name))
        return replace(given, basis=tuple(dict.fromkeys(basis)))

    def _copy(self, a: Article, b: Article, carrier: str | None) -> Copy:
        first, second = sorted((a, b), key=lambda x: x.id)
        whole = Passage(Span(0, len(first.text)), Span(0, len(second.text)))
        pair = (first.id, second.id)
        return Copy(id=f"copy {first.id} {second.id}", basis=pair, articles=pair, share=1, passages=(whole,), carrier=carrier)


def party(name: str, **fields: object) -> Party:
    made = Party(
        id=f"p {name}", basis=("l",), name=name, aliases=(), kind="person", country=None, sectors=(), roles=(), mentions=(Mention("a", Span(0, 1)),)
    )
    return replace(made, **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("says", "count", "rests_on"),
    [
        ([Says("Herald")], 1, {"Herald"}),
        ([Says("Herald"), Says("Courier")], 2, {"Herald", "Courier"}),
        ([Says("Herald", ("Police",)), Says("Courier", ("Police",)), Says("Globe", ("Police",))], 1, {"p Police"}),
        ([Says("Herald", ("Police",)), Says("Courier", ("Ilse Brandt",))], 2, {"p Police", "p Ilse Brandt"}),
        ([Says("Herald", ("Police",)), Says("Herald", ("Ilse Brandt",))], 1, {"Herald"}),
        ([Says("Herald.1"), Says("Herald.2")], 1, {"Herald"}),
        ([Says("Herald", ("Police", "Wire")), Says("Courier", ("Ilse Brandt", "Wire"))], 1, {"p Wire"}),
        ([Says("Herald", ("Police", "Wire")), Says("Courier", ("Ilse Brandt",))], 2, {"p Police", "p Ilse Brandt"}),
        ([Says("Herald", ("Police",)), Says("Herald"), Says("Courier", ("Police",))], 1, {"p Police"}),
        ([Says("Herald", ("Police",)), Says("Courier")], 2, {"p Police", "Courier"}),
        ([Says("Herald", ("Courier",)), Says("Courier")], 1, {"Courier"}),
        ([Says("Herald", ("Courier",)), Says("Courier", ("Police",))], 1, {"p Police"}),
    ],
)
def test_the_cut(says: list[Says], count: int, rests_on: set[str]) -> None:
    found = Made(says).answer()
    assert found.independent == count
    assert {"p Courier": "Courier"}.get(found.rests_on[0], found.rests_on[0]) in rests_on
    assert len(found.rests_on) == count


def test_a_copy_hangs_both_on_one_carrier() -> None:
    says = [Says("Herald"), Says("Courier"), Says("Globe")]
    assert Made(says).answer().independent == 3
    copied = Made(says, copies=[("Herald", "Courier", None)]).answer()
    assert copied.independent == 2
    assert any("copy: " in label for label in copied.dependence)


def test_a_credit_is_a_node_between_the_fact_and_the_outlet() -> None:
    says = [Says("Herald"), Says("Courier")]
    credited = Made(says, credits={"Herald": "AP", "Courier": "Associated Press"}).answer()
    assert (credited.independent, credited.rests_on) == (1, ("Associated Press",))
    assert Made(says, credits={"Herald": "AP"}).answer().independent == 2
    assert Made([Says("Herald", ("Police",)), Says("Courier")], credits={"Herald": "AP", "Courier": "AP"}).answer().independent == 1


def test_denials_and_open_words_support_nothing() -> None:
    says = [Says("Herald", ("Police",)), Says("Courier", ("Police",)), Says("Globe", ("Ilse Brandt",), "CT-")]
    found = Made(says).answer()
    assert (found.independent, found.standing) == (1, "single-source"), "signs alone make no dispute"
    assert Made([Says("Herald", ("Police",)), Says("Globe", ("Ilse Brandt",), "Uu")]).answer().independent == 1
    assert Made([Says("Globe", ("Ilse Brandt",), "Uu")]).answer().independent == 1


def test_an_agency_is_one_node_in_initials_credits_and_chains() -> None:
    says = [Says("Herald"), Says("Courier", ("Ilse Brandt", "Velmar Press Agency")), Says("Globe")]
    found = Made(says, credits={"Herald": "Velmar Press Agency", "Globe": "Velmar Press Agency"}).answer()
    assert found.independent == 1


def test_standing() -> None:
    assert Made([Says("Herald")]).answer().standing == "unattributed"
    assert Made([Says("Herald", ("Police",))]).answer().standing == "single-source"
    assert Made([Says("Herald"), Says("Courier")]).answer().standing == "corroborated"
    sides = (Side("3", ("s",)), Side("5", ("t",)))
    for fields, standing in (
        ({"kind": "quantity"}, "disputed"),
        ({"kind": "quantity", "update": True}, "single-source"),
        ({"kind": "quantity", "same_origin": True}, "single-source"),
        ({"kind": "wording"}, "single-source"),
        ({"kind": "certainty"}, "single-source"),
        ({"kind": "polarity"}, "disputed"),
    ):
        conflict = Conflict(id="x", basis=("s",), claims=("c",), sides=sides, **fields)
        assert Made([Says("Herald", ("Police",))], conflicts=[conflict]).answer().standing == standing, fields


def test_speakers_of_one_body_are_one_when_it_speaks_too() -> None:
    body = party("Orin Ferries", kind="organisation")
    speaker = party("Ilse Brandt", body=body.id)
    says = [Says("Herald", ("Ilse Brandt",)), Says("Courier", ("Orin Ferries",))]
    assert Made(says, parties={"Ilse Brandt": speaker, "Orin Ferries": body}).answer().independent == 1
    found = Made(says, parties={"Ilse Brandt": replace(speaker, body=None), "Orin Ferries": body}).answer()
    assert found.independent == 2


def test_officials_of_a_country_stand_between_its_offices() -> None:
    ministry = party("Ministry of Ports", kind="government", country="SWE", sectors=("GOV",))
    officials = party("Swedish officials", kind="unnamed", country="SWE", sectors=("GOV",))
    army = party("Swedish Navy", kind="organisation", country="SWE", sectors=("MIL",))
    known = {p.name: p for p in (ministry, officials, army)}
    two = [Says("Herald", (ministry.name,)), Says("Courier", (army.name,))]
    found = Made(two, parties=known).answer()
    assert found.independent == 2
    assert found.kin == (tuple(sorted((ministry.id, army.id))),)
    assert Made([*two, Says("Globe", (officials.name,))], parties=known).answer().independent == 1


def test_stake_and_carriers() -> None:
    minister = party("Ilse Brandt", country="SWE", sectors=("GOV",))
    event = Event(id="e", basis=("l",), type="AGREE", quad=1, actors=(minister.id,), recipients=(), statements=("s",), mentions=())
    found = Made([Says("Herald", ("Ilse Brandt", "Wire")), Says("Courier", ("Police",))], parties={"Ilse Brandt": minister}, events=[event]).answer()
    assert found.stake == (minister.id,)
    assert found.origins == ("p Ilse Brandt", "p Police")
    assert found.carriers == ("p Wire",)


def test_parties_that_cite_each_other_still_reach_the_reader() -> None:
    assert Made([Says("Herald", ("Police", "Ilse Brandt")), Says("Courier", ("Ilse Brandt", "Police"))]).answer().independent == 1


outlets = st.sampled_from(["Herald", "Courier", "Globe", "Times of Velmar"])
people = st.sampled_from(["Police", "Ilse Brandt", "Wire", "Tom Rask", "Mara Quill"])
saying = st.builds(Says, article=outlets, chain=st.lists(people, max_size=3, unique=True).map(tuple))
sayings = st.lists(saying, min_size=1, max_size=8)
several = settings(max_examples=150, deadline=None)


@several
@given(sayings)
def test_never_more_than_outlets_and_never_none(says: list[Says]) -> None:
    found = Made(says).answer()
    assert 1 <= found.independent <= len({s.article for s in says})
    assert len(found.rests_on) == found.independent


@several
@given(sayings)
def test_the_order_of_articles_changes_nothing(says: list[Says]) -> None:
    found = Made(says).answer()
    assert Made(says, backwards=True).answer() == found


@several
@given(sayings, st.data())
def test_a_copy_of_an_article_changes_no_number(says: list[Says], data: st.DataObject) -> None:
    copied = data.draw(st.sampled_from([s.article for s in says]))
    more = [*says, *(replace(s, article="Copycat") for s in says if s.article == copied)]
    found, after = Made(says).answer(), Made(more, copies=[(copied, "Copycat", None)]).answer()
    assert (after.independent, after.standing, after.origins) == (found.independent, found.standing, found.origins)


@several
@given(sayings)
def test_an_independent_origin_in_another_outlet_adds_one(says: list[Says]) -> None:
    assert Made([*says, Says("Fresh", ("Somebody Else",))]).answer().independent == Made(says).answer().independent + 1


@several
@given(sayings, outlets)
def test_an_independent_origin_in_a_known_outlet_never_lowers(says: list[Says], outlet: str) -> None:
    says = [s for s in says if s.chain] or [Says(outlet, ("Police",))]
    assert Made([*says, Says(outlet, ("Somebody Else",))]).answer().independent >= Made(says).answer().independent


BACK = Says("sun.2", value="CT-", correction=True)


def test_a_claim_that_its_only_outlet_takes_back_is_retracted() -> None:
    found = Made([Says("sun.1", ("police",)), Says("sun.2"), BACK]).answer()
    assert (found.independent, found.rests_on, found.standing) == (0, (), "retracted")
    assert found.dependence == ("correction: sun takes it back",)


def test_what_one_outlet_takes_back_rests_on_the_others_and_is_disputed() -> None:
    found = Made([Says("sun.1", ("police",)), Says("post", ("nurse",)), BACK]).answer()
    assert (found.independent, found.origins, found.standing) == (1, ("p nurse",), "disputed")


def test_a_correction_supports_nothing_and_agrees_with_a_denial() -> None:
    found = Made([Says("sun.1"), Says("post", ("nurse",), "CT-"), BACK]).answer()
    assert (found.independent, found.origins, found.standing) == (0, (), "retracted")


def test_whom_an_article_describes_before_it_names_him_is_one() -> None:
    """ "An engineer warned ..." above, "Ilse Brandt said ..." below; who is described after the name is somebody else."""
    article = Article(ref="Herald", text="Herald" + TEXT, outlet="Herald")
    engineer = party("engineer", kind="unnamed")
    says = [Says("Herald", ("engineer",)), Says("Herald", ("Ilse Brandt",)), Says("Courier", ("Ilse Brandt",)), Says("Globe", ("engineer",))]

    def rests_on(named_at: int) -> set[str]:
        brandt = party("Ilse Brandt", mentions=(Mention(article.id, Span(named_at, named_at + 9)),))
        return set(Made(says[:3], parties={"engineer": engineer, "Ilse Brandt": brandt}).answer().rests_on)

    assert rests_on(10) == {"p Ilse Brandt"}
    assert len(rests_on(0)) == 2


@pytest.mark.parametrize(
    ("words", "roles", "here", "number"),
    [
        ("the champion", (), True, 1),
        ("she", (), True, 1),
        ("a champion", (), True, 2),
        ("a champion", ("champion",), True, 1),
        ("the champion", (), False, 2),
        ("a neighbour", ("champion",), True, 2),
        ("the sources", (), True, 2),
        ("the democrats", (), True, 2),
    ],
)
def test_whom_an_article_takes_up_without_a_name_is_who_alone_says_the_same(words: str, roles: tuple[str, ...], here: bool, number: int) -> None:
    """The article must name that person; whoever it brings in anew is somebody else, but for whoever bears the person's very title."""
    text = (" " * 10 + words).ljust(1000)
    herald, courier = Article(ref="Herald", text=text, outlet="Herald"), Article(ref="Courier", text="Courier" + TEXT, outlet="Courier")
    mentions = (Mention(courier.id, Span(0, 9)), *([Mention(herald.id, Span(0, 9))] if here else []))
    told = words.rsplit(maxsplit=1)[-1]
    parties = {told: party(told, kind="unnamed"), "Ilse Brandt": party("Ilse Brandt", mentions=mentions, roles=roles)}
    says = [Says("Courier", ("Ilse Brandt",)), Says("Herald", (told,))]
    found = Made(says, parties=parties, texts={"Herald": text}).answer()
    assert found.independent == number


@pytest.mark.parametrize(("named", "meant"), [("Ada Koch", "Tom Lund"), ("Tom Lund", "Ada Koch")])
def test_words_that_two_are_said_to_have_said_are_those_of_who_is_named_with_them(named: str, meant: str) -> None:
    """One article takes "he" for one and another names the other: at most one of them said it."""
    words = "a b c d e"
    texts = {"Herald": words.ljust(1000), "Courier": (" " * 10 + words).ljust(1000)}
    herald, courier = (Article(ref=n, text=t, outlet=n) for n, t in texts.items())
    parties = {
        meant: party(meant, mentions=(Mention(herald.id, Span(0, 9), "pronoun"),)),
        named: party(named, mentions=(Mention(courier.id, Span(10, 19)),)),
    }
    found = Made([Says("Herald", (meant,)), Says("Courier", (named,))], parties=parties, texts=texts, quoted=True).answer()
    assert found.rests_on == (f"p {named}",)


def number(pipeline: Pipeline, word: str, *texts: str) -> int:
    """On how many parties a claim of all statements with a word rests, each text being an outlet's."""
    readings = (Reading(Article(ref=f"Herald {n}", text=text, outlet=f"Herald {n}", published="2031-05-06")) for n, text in enumerate(texts))
    read = tuple(pipeline.read(tuple(readings)))
    dossier = Dossier(Story(id="s", basis=tuple(r.article.id for r in read), title=""), read)
    dossier = dossier.with_(Parties().run(dossier))
    ids = tuple(sorted(s.id for r in read for s in r.of(Statement) if word in s.span.of(r.article.text)))
    dossier = dossier.with_([Claim(id="c", basis=ids, text="", clearest=ids[0])])
    (found,) = Independences().run(dossier)
    assert isinstance(found, Independence)
    return found.independent


def test_an_act_of_speech_told_whole_hangs_on_who_is_quoted_with_it(pipeline: Pipeline) -> None:
    """An outlet tells that somebody urged a thing; where another gives the words, both hang on the speaker."""
    urged = "Mayor Ilse Brandt urged the council of Velmar on Monday to close the old bridge."
    assert number(pipeline, "close", urged, "“The council should close the old bridge,” Mayor Ilse Brandt said.") == 1
    assert number(pipeline, "close", urged, "“The council should close the old bridge,” engineer Tom Lund said.") == 2


def test_a_wording_with_another_verb_denies_nothing(pipeline: Pipeline) -> None:
    left = "Ilse Brandt has withdrawn from the race for the Velmar council, the police said."
    assert number(pipeline, "race", left, "Ilse Brandt will not stand in the race for the Velmar council, engineer Tom Lund said.") == 2
    assert number(pipeline, "race", left, "Ilse Brandt has not withdrawn from the race for the Velmar council, engineer Tom Lund said.") == 1

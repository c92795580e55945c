"""Cases A02 and A18 to A28: the second seed article."""

from collections.abc import Callable

from tests.cases.said import Said

from twosource.domain.attribution import Quotation
from twosource.domain.reading import Reading

Fixtures = Callable[[str], Said]


def test_a02_furniture(said: Fixtures) -> None:
    d = said("D0")
    spans = [(f["start"], f["end"]) for f in d.articles["R003"]["furniture"]]
    for start, end in [(2001, 2024), (2026, 2039), (2041, 2082)]:
        assert any(s <= start and end <= e for s, e in spans), d.text("R003")[start:end]
    assert not d.events("R003", 2001, 2082)
    assert not d.statements("R003", 2001, 2082)


def test_a18_headline(said: Fixtures) -> None:
    d = said("D1")
    headline = d.statement("R003", 0, 37)
    assert d.has_chain(headline, ("KCNA", "Korean Central News Agency")), d.chain(headline)
    assert headline["chain"][0]["text"] == "official media"
    assert headline["factuality"] == "CT+" and headline["time"] == "future" and headline["commitment"] == "will"
    assert d.event("R003", 0, 66, "AGREE")


def test_a19_lead(said: Fixtures) -> None:
    d = said("D1")
    lead = d.statement("R003", 192, 260)
    assert d.has_chain(lead, ("KCNA", "Korean Central News Agency")), d.chain(lead)
    assert lead["commitment"] == "intends" and lead["factuality"] == "PR+"
    assert d.event("R003", 192, 260, "AGREE")
    sunday = d.where("R003", "on Sunday")
    assert d.date("R003", *sunday)["value"] == "2024-01-21"
    without = said("D0").date("R003", *sunday)
    assert without["value"] is None and "Sunday on or before publication" in without["reason"]
    assert d.date("R003", *d.where("R003", "shortly"))["value"] is None
    assert d.statement("R003", *d.where("R003", "the two totalitarian leaders’ growing cooperation"))["voice"] == "own"


def test_a20_partial_quote_and_stronger_verb(said: Fixtures) -> None:
    d = said("D1")
    promised, thanked = d.statement("R003", 346, 398), d.statement("R003", 403, 448)
    for s in (promised, thanked):
        assert d.named(s["chain"][-1]["party"], "KCNA", "Korean Central News Agency"), d.chain(s)
    assert promised["commitment"] == "promised"
    kcna = {p["id"] for p in d.dossier["parties"] if d.named(p["id"], "KCNA") or d.named(p["id"], "Korean Central News Agency")}
    assert len(kcna) == 1, "KCNA and the Korean Central News Agency are one party"
    r000 = d.statement("R000", 997, 1107)
    assert r000["chain"][-1]["party"] in kcna


def test_a21_coordinated_double_attribution(said: Fixtures) -> None:
    d = said("D1")
    first, second = d.statement("R003", 516, 582), d.statement("R003", 651, 677)
    assert d.has_chain(first, "Dmitry Peskov") or d.has_chain(first, "Dmitry Peskov", "TASS"), d.chain(first)
    assert d.has_chain(second, "Dmitry Peskov", "TASS") or d.has_chain(second, "TASS"), d.chain(second)
    assert first["chain"][0]["text"].endswith("Dmitry Peskov")
    assert not any("revealed" in link["text"] for s in d.statements("R003", 516, 727) for link in s["chain"])


def test_a22_second_origin_for_the_meeting(said: Fixtures) -> None:
    d = said("D1")
    met = d.statement("R003", 745, 832)
    assert d.has_chain(met, "TASS"), d.chain(met)
    meeting = d.event("R003", 745, 872, "CONSULT")
    assert any(d.named(p, "Choe Son Hui") for p in meeting["actors"])
    everyone = [*meeting["actors"], *meeting["recipients"]]
    assert any(d.named(p, "Lavrov") for p in everyone) and any(d.named(p, "Putin") for p in everyone)
    assert meeting["place"]["name"] == "Moscow"
    tuesday = d.where("R003", "last Tuesday")
    assert d.date("R003", *tuesday)["value"] == "2024-01-16"
    either = said("D3").date("R003", *tuesday)
    assert "2024-01-16" in f"{either['value']} {either['reason']}" and "2024-01-09" in f"{either['value']} {either['reason']}"
    assert said("D0").date("R003", *tuesday)["value"] is None


def test_a23_triple_nesting_and_long_quote(said: Fixtures) -> None:
    d = said("D1")
    willing = d.statement("R003", 1053, 1182)
    assert d.named(willing["chain"][-1]["party"], "KCNA", "Korean Central News Agency"), d.chain(willing)
    assert d.has_chain(willing, "two parties", ("KCNA", "Korean Central News Agency")), d.chain(willing)
    assert d.claim_of(willing)["independent"] == 1


def test_a24_apostrophes_are_no_quotation_marks(seeds: dict[str, str], read: Callable[..., Reading]) -> None:
    quoted = {ref: [q.span.of(text) for q in read(text).of(Quotation)] for ref, text in seeds.items()}
    assert [len(quoted[ref]) for ref in ("R000", "R003")] == [2, 3], quoted
    assert not any("totalitarian" in q for q in quoted["R003"])


def test_a25_hostile_word_trap(said: Fixtures) -> None:
    d = said("D1")
    assert not {"THREATEN", "ASSAULT", "COERCE"} & d.types("R003", 1184, 1420)
    trip = d.event("R003", *d.where("R003", "Kim’s trip there in September"), "CONSULT")
    assert "PRK" in d.countries(trip["actors"]) and "RUS" in d.countries(trip["recipients"])
    assert d.date("R003", *d.where("R003", "in September"))["value"] == "2023-09"
    assert trip["place"] is None or trip["place"]["country"] == "RUS"


def test_a26_statements_in_a_past_frame(said: Fixtures) -> None:
    d = said("D1")
    offer = d.statement("R003", 1440, 1519)
    assert d.has_chain(offer, "Putin"), d.chain(offer)
    assert offer["commitment"] == "willing"
    praise = d.statement("R003", 1526, 1575)
    assert not any(d.named(link["party"], "Putin") for link in praise["chain"]), d.chain(praise)
    support = d.event("R003", 1520, 1580, "SUPPORT")
    assert d.countries(support["actors"]) == {"PRK"} and d.countries(support["recipients"]) == {"RUS"}


def test_a27_violence_with_origin(said: Fixtures) -> None:
    d = said("D1")
    fired = d.statement("R003", 1691, 1788)
    assert d.has_chain(fired, "US Defense Department"), d.chain(fired)
    assert d.parties[fired["chain"][0]["party"]]["country"] == "USA"
    assault = d.event("R003", 1691, 1788, "ASSAULT")
    assert d.countries(assault["actors"]) == {"RUS"} and d.countries(assault["recipients"]) == {"UKR"}
    assert d.date("R003", *d.where("R003", "in the last month"))["value"] == "2023-12-21/2024-01-21"


def test_a28_hedge_origin_and_hypothetical(said: Fixtures) -> None:
    d = said("D1")
    given = d.statement("R003", 1844, 1913)
    assert d.has_chain(given, "South Korean intelligence"), d.chain(given)
    assert d.parties[given["chain"][0]["party"]]["country"] == "KOR"
    aid = d.event("R003", 1844, 1913, "AID")
    assert d.countries(aid["actors"]) == {"PRK"} and d.countries(aid["recipients"]) == {"RUS"}
    shells = [q for s in d.statements("R003", 1844, 1913) for q in s["quantities"]]
    assert any(q["low"] == 1_000_000 and q["high"] is None and "shells" in (q["unit"] or "") for q in shells)
    assert "ASSAULT" not in d.types("R003", 1914, 1958)

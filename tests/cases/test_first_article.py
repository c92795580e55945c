"""Cases A01 to A17: the first seed article."""

from collections.abc import Callable

from tests.cases.said import Said

Fixtures = Callable[[str], Said]


def test_a01_furniture(said: Fixtures) -> None:
    d = said("D0")
    article = d.articles["R000"]
    spans = {(f["start"], f["end"]) for f in article["furniture"]}
    for start, end in [(48, 62), (63, 73), (74, 96), (2323, 2341)]:
        assert any(s <= start and end <= e for s, e in spans), article["text"][start:end]
    assert all(f["reason"] for f in article["furniture"])
    assert article["title"]["text"] == "Putin expresses readiness to visit North Korea"
    assert article["authors"] == ["Kamilu Balogun"]
    assert not any("CTV" in p["name"] for p in d.dossier["parties"])
    assert article["outlet"] is None
    assert not any(q["start"] < 73 and q["end"] > 63 for s in d.statements("R000") for q in s["quantities"])


def test_a03_lead_under_as_reported_by(said: Fixtures) -> None:
    d = said("D1")
    lead = d.statement("R000", 147, 194)
    assert lead["chain"] and d.named(lead["chain"][-1]["party"], "KCNA"), d.chain(lead)
    assert lead["factuality"] in ("PR+", "CT+") and lead["time"] == "future"
    assert lead["commitment"] in ("ready", "willing", "readiness")
    visit = d.event("R000", 97, 342, "AGREE")
    assert visit["quad"] == 1 and "diplomatic" in visit["contexts"]
    assert any(d.named(p, "Putin") for p in visit["actors"]) and "PRK" in d.countries(visit["recipients"])
    assert visit["date"]["value"] is None and "open" in visit["date"]["reason"]
    meeting = d.event("R000", 97, 342, "CONSULT")
    assert "future" not in meeting["auxiliary"]
    assert any(d.named(p, "Choe Son Hui") for p in meeting["actors"])
    assert d.date("R000", *d.where("R000", "last week"))["value"] == "2024-01-15/2024-01-21"
    last_week = said("D0").date("R000", *d.where("R000", "last week"))
    assert last_week["value"] is None and "week before publication" in last_week["reason"]


def test_a04_chain_of_two_carriers(said: Fixtures) -> None:
    d = said("D1")
    thanks = d.statement("R000", 384, 486)
    # The speech act that is reported may have its speaker first; KCNA and Reuters follow in this order, and no more.
    assert d.has_chain(thanks, "KCNA", "Reuters") or d.has_chain(thanks, "Putin", "KCNA", "Reuters"), d.chain(thanks)
    support = d.event("R000", 384, 450, "SUPPORT")
    assert d.countries(support["actors"]) == {"RUS"} and d.countries(support["recipients"]) == {"PRK"}
    assert d.claim_of(thanks)["independent"] == 1
    assert not any(d.named(o, "Reuters") for o in d.claim_of(thanks)["origins"])


def test_a05_factive_trap(said: Fixtures) -> None:
    d = said("D1")
    trip = d.statement("R000", 496, 549)
    assert trip["time"] == "future"
    assert not any(e["type"] == "CONSULT" and not {"future", "hypothetical"} & set(e["auxiliary"]) for e in d.events("R000", 488, 549))


def test_a06_direct_official(said: Fixtures) -> None:
    d = said("D1")
    anticipates = d.statement("R000", *d.where("R000", "Putin’s visit to North Korea, extended at Kim’s invitation"))
    assert d.has_chain(anticipates, "Dmitry Peskov"), d.chain(anticipates)
    assert d.parties[anticipates["chain"][0]["party"]]["country"] == "RUS"
    assert d.date("R000", 594, 603)["value"] == "2024-01-22"
    assert said("D2").date("R000", 594, 603)["value"] == "2024-01-22"
    open_date = d.date("R000", *d.where("R000", "in the foreseeable future"))
    assert open_date["value"] is None
    without = said("D0").date("R000", 594, 603)
    assert without["value"] is None and "before publication" in without["reason"]


def test_a07_explicit_not_known(said: Fixtures) -> None:
    d = said("D1")
    unconfirmed = d.statement("R000", 759, 794)
    assert unconfirmed["factuality"].endswith("-")
    assert d.has_chain(unconfirmed, "Dmitry Peskov"), d.chain(unconfirmed)
    assert "REJECT" not in d.types("R000", 728, 796)
    visit = d.event("R000", 97, 342, "AGREE")
    assert "negated" not in visit["auxiliary"]


def test_a08_conflict_inside_one_article_about_one_origin(said: Fixtures) -> None:
    d = said("D1")
    intends, willing = d.statement("R000", 853, 884), d.statement("R000", 931, 973)
    for s in (intends, willing):
        assert d.has_chain(s, "KCNA"), d.chain(s)
    assert intends["commitment"] == "intends" and willing["commitment"] == "willing"
    pair = {intends["id"], willing["id"]}
    found = [x for x in d.dossier["conflicts"] if sum(bool(pair & set(side["statements"])) for side in x["sides"]) == 2]
    assert found and found[0]["kind"] in ("certainty", "wording") and found[0]["same_origin"]
    assert all(d.claim_of(s)["standing"] != "disputed" for s in (intends, willing))


def test_a09_passive_and_inverted_roles(said: Fixtures) -> None:
    d = said("D1")
    thanks = d.statement("R000", 997, 1107)
    assert d.has_chain(thanks, "KCNA"), d.chain(thanks)
    support = d.event("R000", 997, 1042, "SUPPORT")
    assert d.countries(support["actors"]) == {"RUS"} and d.countries(support["recipients"]) == {"PRK"}
    assert "AID" not in d.types("R000", 976, 1121)


def test_a10_anaphoric_origin(said: Fixtures) -> None:
    d = said("D1")
    concerns = d.statement("R000", 1148, 1280)
    assert d.named(concerns["chain"][-1]["party"], "KCNA"), d.chain(concerns)
    accuse = d.event("R000", 1124, 1300, "ACCUSE")
    assert d.countries(accuse["actors"]) == {"RUS", "PRK"} and "USA" in d.countries(accuse["recipients"])
    assert accuse["quad"] == 3
    assert d.countries(accuse["recipients"]) <= {"USA", None}, "no country may be invented for 'its allies'"


def test_a11_no_attribution_in_the_sentence(said: Fixtures) -> None:
    d = said("D1")
    agreed = d.statement("R000", 1304, 1385)
    assert not agreed["chain"] or all(link["inferred"] for link in agreed["chain"]), d.chain(agreed)
    agree = d.event("R000", 1304, 1340, "AGREE")
    assert d.countries(agree["actors"]) == {"RUS", "PRK"} and not agree["recipients"]
    assert agreed["voice"] != "quote"


def test_a12_history(said: Fixtures) -> None:
    for fixture in ("D0", "D1", "D2"):
        d = said(fixture)
        visit = d.event("R000", 1483, 1536, "CONSULT")
        assert visit["mode"] == "visit" and visit["date"]["value"] == "2000-07" and "historical" in visit["auxiliary"]
        assert any(d.named(p, "Putin") for p in visit["actors"])
        told = d.statement("R000", 1483, 1526)
        assert told["voice"] == "own" and not told["chain"]
        assert all(m["start"] >= 1480 for m in visit["mentions"] if m["article"] == d.articles["R000"]["id"]), "merged with the planned visit"
        met = [e for e in d.events("R000", 1537, 1570) if e["type"] == "CONSULT"]
        assert not any(d.named(p, "Kim Jong Un") for e in met for p in (*e["actors"], *e["recipients"]))


def test_a13_text_internal_dating(said: Fixtures) -> None:
    d = said("D0")
    reasons = [t["reason"] for s in d.statements("R000") for t in s["dates"]] + [p["message"] for p in d.dossier["problems"]]
    assert any("after 2020-07" in r and "two decades" in r and "July 2000" in r for r in reasons)


def test_a14_reported_earlier(said: Fixtures) -> None:
    d = said("D1")
    accepted = d.statement("R000", 1597, 1686)
    assert d.has_chain(accepted, "Dmitry Peskov"), d.chain(accepted)
    agree = d.event("R000", 1597, 1650, "AGREE")
    assert d.countries(agree["actors"]) == {"RUS"} and "PRK" in d.countries(agree["recipients"])
    assert d.date("R000", 1674, 1686)["value"] == "2023-09" == said("D2").date("R000", 1674, 1686)["value"]
    without = said("D0").date("R000", 1674, 1686)
    assert without["value"] is None and "September" in without["reason"]


def test_a15_accusation_in_the_writers_voice(said: Fixtures) -> None:
    d = said("D1")
    accuse = d.event("R000", *d.where("R000", "criticize the arms trade"), "ACCUSE")
    assert "USA" in d.countries(accuse["actors"]) and d.countries(accuse["actors"]) <= {"USA", None}
    assert d.date("R000", *d.where("R000", "in recent years"))["value"] is None


def test_a16_title_trap(said: Fixtures) -> None:
    d = said("D1")
    pak = next(p for p in d.dossier["parties"] if "Pak" in p["name"])
    assert pak["country"] == "USA" and "GOV" in pak["sectors"]
    transfer = d.statement("R000", 2116, 2174)
    assert d.has_chain(transfer, "Jung Pak"), d.chain(transfer)
    aid = d.event("R000", 2100, 2200, "AID")
    assert d.countries(aid["actors"]) == {"PRK"} and "RUS" in d.countries(aid["recipients"]) and "military" in aid["contexts"]
    assert "ASSAULT" not in d.types("R000", 1980, 2240)


def test_a17_meeting(said: Fixtures) -> None:
    d = said("D1")
    meeting = d.event("R000", 2220, 2320, "CONSULT")
    assert meeting["mode"] == "multilateral"
    assert d.countries(meeting["actors"]) >= {"KOR", "JPN"} and not meeting["recipients"]
    assert meeting["place"]["name"] == "Seoul" and meeting["place"]["country"] == "KOR"
    thursday = d.where("R000", "on Thursday")
    assert d.date("R000", *thursday)["value"] == "2024-01-18" == said("D2").date("R000", *thursday)["value"]
    assert said("D0").date("R000", *thursday)["value"] is None

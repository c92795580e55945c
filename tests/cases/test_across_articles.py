"""Cases A29 and A30: what the two seed articles make together."""

from collections.abc import Callable

from tests.cases.said import Said

Fixtures = Callable[[str], Said]


def test_a29_planned_visit(said: Fixtures) -> None:
    d = said("D1")
    because = " ".join(d.dossier["story"]["because"])
    assert "Putin" in because and ("Choe" in because or "Kim" in because)
    lead = d.claim_of(d.statement("R003", 0, 37))
    visit = [d.claim_of(d.statement("R000", 853, 884)), d.claim_of(d.statement("R003", 346, 398)), lead]
    assert all(c["standing"] != "unattributed" for c in visit)
    for claim in visit:
        carriers = [o for o in claim["origins"] if d.named(o, "Reuters") or d.named(o, "TASS")]
        assert not carriers, "a carrier is no origin of the visit"
    ladder = {
        d.statement("R000", 147, 194)["commitment"]: 1,
        d.statement("R003", 192, 260)["commitment"]: 2,
        d.statement("R003", 346, 398)["commitment"]: 3,
        d.statement("R003", 0, 37)["commitment"]: 4,
    }
    assert set(ladder) >= {"intends", "promised", "will"} and set(ladder) & {"ready", "willing"}
    assert any(x["kind"] == "certainty" for x in d.dossier["conflicts"])
    thanks = d.claim_of(d.statement("R000", 384, 486))
    assert thanks["id"] == d.claim_of(d.statement("R003", 403, 448))["id"] and thanks["independent"] == 1


def test_a30_weapons(said: Fixtures) -> None:
    d = said("D1")
    three = [d.claim_of(d.statement(ref, s, e)) for ref, s, e in (("R000", 2116, 2174), ("R003", 1691, 1788), ("R003", 1844, 1913))]
    assert len({c["id"] for c in three}) == 3, "three claims, not one"
    assert [c["independent"] for c in three] == [1, 1, 1]
    countries = [d.countries(c["origins"]) for c in three]
    assert countries == [{"USA"}, {"USA"}, {"KOR"}]
    assert all(c["standing"] == "single-source" for c in three)

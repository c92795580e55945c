"""The PLOVER lexicon is whole."""

from twosource.reference.lexicon import table
from twosource.reference.plover import QUAD, contexts_of, light_verbs, triggers

MODES = {
    "CONSULT": {"visit", "third-party", "multilateral", "phone"},
    "RETREAT": {"withdraw", "release", "disarm", "ceasefire", "access", "resign"},
    "REQUEST": {"assist", "change", "yield", "meet"},
    "REJECT": {"assist", "change", "yield", "meet"},
    "ACCUSE": {"disapprove", "investigate", "allege"},
    "THREATEN": {"restrict", "arrest", "relations", "expel", "territory", "violence"},
    "PROTEST": {"demo", "riot", "strike", "hunger", "boycott", "obstruct", "vandalize"},
    "SANCTION": {"convict", "expel", "withdraw", "discontinue"},
    "MOBILIZE": {"troops", "weapons", "police", "militia"},
    "COERCE": {"seize", "restrict", "censor", "curfew", "martial-law", "arrest", "deport", "withhold", "misinformation", "cyber"},
    "ASSAULT": {
        *("abduct", "beat", "torture", "sexual", "targeted", "destroy", "primitive", "firearms", "explosives", "suicide-attack"),
        *("aerial", "drone", "heavy-weapons", "crowd-control", "unconventional"),
    },
}
ROLES = {"straight", "inverted", "host", "visit", "meet", "self", "victim", "against", "of-object"}
KEYS = {"obj", "subj", "prep", "prt", "word", "of", "comp", "owned", "light", "passive"}


def test_every_trigger_names_a_type_a_mode_of_it_and_roles() -> None:
    rows = [t for each in triggers().values() for t in each]
    assert {t.type for t in rows} == set(QUAD)
    assert not [t for t in rows if t.mode is not None and t.mode not in MODES.get(t.type, set())]
    assert {t.roles for t in rows} <= ROLES
    assert {c.key for t in rows for c in t.conditions} <= KEYS
    assert len({(r["word"], r["pos"], r["with"]) for r in table("events")}) == len(table("events"))


def test_light_verbs_and_contexts() -> None:
    assert light_verbs()["pay"] == "straight" and light_verbs()["receive"] == "inverted"
    assert contexts_of(["missile", "Satellite"]) == {"military", "technology"}

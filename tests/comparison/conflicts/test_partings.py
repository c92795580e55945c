"""What two statements part in: each kind with evidence of its own, and what only looks like a conflict."""

from collections.abc import Callable

import pytest
from tests.comparison.conflicts.conftest import by_rule

from twosource.domain.article import Article
from twosource.domain.reading import Dossier

Compare = Callable[..., Dossier]


def _found(dossier: Dossier) -> list[tuple[str, list[str]]]:
    return [(x.kind, sorted(side.value for side in x.sides)) for x in by_rule(dossier)]


def _kinds(dossier: Dossier) -> list[str]:
    return sorted(x.kind for x in by_rule(dossier))


HARBOUR = "The harbour of Tarvo in Ostmark was closed after the accident, the port authority said."


@pytest.mark.parametrize(
    ("one", "other", "kinds"),
    [
        # what is denied must be what is said
        ("Mayor Tilda Oren never lived in Larsa.", "Mayor Tilda Oren lived in Larsa for years.", ["polarity"]),
        ("Mayor Tilda Oren never lived in Larsa.", "Mayor Tilda Oren lived alone in a small house in Tarvo.", []),
        # a "no" for a time is no "no" for all time
        ("The port of Tarvo has not exported grain for 60 days.", "The port of Tarvo exported grain to Larsa in spring.", []),
        # two denials agree
        ("Mayor Tilda Oren denied that she lived in Larsa.", 'Mayor Tilda Oren said: "I never lived in Larsa."', []),
    ],
)
def test_polarity(compare: Compare, one: str, other: str, kinds: list[str]) -> None:
    assert _kinds(compare(f"{HARBOUR} {one}", f"{HARBOUR} {other}")) == kinds


def test_a_denial_in_so_many_words_of_what_is_told_with_another_verb(compare: Compare) -> None:
    dossier = compare(
        f"{HARBOUR} Minister Arno Veld denied that he told the harbour master to stop the inquiry into the ferry.",
        f"{HARBOUR} Minister Arno Veld asked the harbour master to end the inquiry into the ferry.",
    )
    assert _kinds(dossier) == ["polarity"]


def test_whoever_denies_all_denies_what_they_are_accused_of(compare: Compare) -> None:
    dossier = compare(
        f"{HARBOUR} Captain Sven Halder was accused of drinking on duty by two sailors. Two sailors accused Halder of leaving his post.",
        f"{HARBOUR} Captain Sven Halder denied the allegations.",
    )
    [(kind, sides)] = _found(dossier)
    assert kind == "polarity"
    assert any("denied the allegations" in side for side in sides)


def test_a_denial_of_somebody_else_is_no_conflict(compare: Compare) -> None:
    dossier = compare(
        f"{HARBOUR} Two sailors accused Captain Sven Halder of leaving his post.",
        f"{HARBOUR} Minister Arno Veld denied the allegations about his house.",
    )
    assert not by_rule(dossier)


def test_the_dead_and_the_hurt_are_two_conflicts(compare: Compare) -> None:
    dossier = compare(
        Article(ref="a", text="An explosion in the harbour of Tarvo killed 12 people and injured 40 people, police said.", published="2021-03-02"),
        Article(ref="b", text="An explosion in the harbour of Tarvo killed 19 people and injured 75 people, police said.", published="2021-03-03"),
    )
    assert sorted(_found(dossier)) == [
        ("quantity", ["12 people", "19 people"]),
        ("quantity", ["40 people", "75 people"]),
    ]


def test_a_toll_is_one_however_its_words_stand(compare: Compare) -> None:
    dossier = compare(
        Article(ref="a", text="More than 70 people dead after an explosion in the harbour of Tarvo.", published="2021-03-02"),
        Article(ref="b", text="An explosion in the harbour of Tarvo killed at least 84 people, including 10 children.", published="2021-03-03"),
    )
    assert _found(dossier) == [("quantity", ["More than 70 people", "at least 84 people"])]


def test_those_from_somewhere_are_not_all(compare: Compare) -> None:
    dossier = compare(
        "A fire in the harbour of Tarvo killed 12 people on Tuesday, the port authority said.",
        "Police seek the cause of the fire in the harbour of Tarvo that killed 10 from Larsa on Tuesday.",
    )
    assert _found(dossier) == []


def test_what_some_are_taken_out_of_is_not_how_many_they_are(compare: Compare) -> None:
    dossier = compare(
        "The rebels of Ostmark freed 21 sailors on Tuesday, the port authority of Tarvo said.",
        "The rebels of Ostmark freed 21 of the more than 200 sailors of Tarvo on Tuesday.",
    )
    assert _found(dossier) == []


def test_a_toll_far_off_is_of_another_happening(compare: Compare) -> None:
    dossier = compare(
        f"At least two people were killed when a lorry rolled off a pier. {HARBOUR}",
        f"{HARBOUR} More than 30 people, many of them sailors, were killed in an air raid on the fleet of Larsa.",
    )
    assert "quantity" not in _kinds(dossier)


def test_numbers_of_two_subjects_are_no_conflict(compare: Compare) -> None:
    dossier = compare(
        f"{HARBOUR} Captain Sven Halder retired after 14 seasons with the rowing club of Tarvo.",
        f"{HARBOUR} Coach Mira Lund retired after 22 seasons with the rowing club of Tarvo.",
    )
    assert "quantity" not in _kinds(dossier)


def test_two_days_of_one_deed_are_a_conflict(compare: Compare) -> None:
    dossier = compare("The last launch of the rocket from Tarvo was on May 4, 2019.", "The last launch of the rocket from Tarvo was on May 5, 2019.")
    assert _found(dossier) == [("date", ["May 4, 2019", "May 5, 2019"])]


def test_what_is_to_come_has_another_date_than_what_has_been(compare: Compare) -> None:
    dossier = compare("The prize of Tarvo was awarded in May 2019.", "The prize of Tarvo will be awarded in May 2022.")
    assert "date" not in _kinds(dossier)


def test_sure_here_and_possible_there(compare: Compare) -> None:
    dossier = compare(
        "The parcels passed through the post office of Tarvo, officials said.",
        "The parcels may have passed through the post office of Tarvo, officials said.",
    )
    assert _kinds(dossier) == ["certainty"]


def test_doubt_beside_what_is_told_as_sure_in_other_words(compare: Compare) -> None:
    sure = "Soldiers called in air support when rebels surrounded them at the harbour of Tarvo."
    doubted = "Soldiers apparently called in air support after being surrounded by rebels at the harbour of Tarvo."
    assert "certainty" in _kinds(compare(sure, doubted))
    assert "certainty" not in _kinds(compare(sure, doubted.replace("apparently ", "")))
    assert "certainty" not in _kinds(compare(sure, doubted.replace("apparently", "reportedly")))  # heard from others, not doubted


def test_what_both_think_is_sure_to_neither(compare: Compare) -> None:
    doubted = "The driver of the burning bus is believed to be Arno Veld from Tarvo, police said."
    assert "certainty" not in _kinds(compare(doubted, "Arno Veld from Tarvo is the man believed to be the driver of the burning bus, police said."))


def test_one_plan_in_firmer_words_is_the_same_plan(compare: Compare) -> None:
    one = "President Arno Veld {} visit Tarvo in the near future, the ministry said."
    other = "Arno Veld, the president of Ostmark, will soon visit Tarvo, according to officials."
    assert "certainty" not in _kinds(compare(one.format("plans to"), other))
    assert "certainty" not in _kinds(compare(one.format("is expected to"), other))
    assert "certainty" in _kinds(compare(one.format("is willing to"), other))


def test_one_rally_in_two_towns(compare: Compare) -> None:
    dossier = compare(
        "Mayor Tilda Oren said that she had misspoken about her service at a rally in Rotterdam.",
        "Mayor Tilda Oren said that she had misspoken about her service during the Antwerp rally.",
    )
    assert "place" in _kinds(dossier)


def test_what_nobody_knows_here_and_somebody_says_there(compare: Compare) -> None:
    dossier = compare(
        "It was not clear whether a ransom was paid for the sailors of Tarvo, the ministry said.",
        "A ransom was paid for the sailors of Tarvo, a negotiator said.",
    )
    assert _kinds(dossier) == ["certainty"]


def test_why_it_happened_may_be_open_where_that_it_did_is_not(compare: Compare) -> None:
    dossier = compare(
        "It was not clear why a ransom was paid for the sailors of Tarvo, the ministry said.",
        "A ransom was paid for the sailors of Tarvo, a negotiator said.",
    )
    assert not by_rule(dossier)


@pytest.mark.parametrize(
    ("one", "other", "kinds"),
    [
        # a description of whom the other names
        (
            "President Oren Vale of Veldania promised that the country would pay for a dam on the border with Ostmark.",
            'President Ilse Brandt of Ostmark said: "Veldania will never pay for that cursed dam on the border."',
            ["polarity"],
        ),
        # who has not confirmed something has not denied it
        (
            "A spokeswoman could not confirm that the ferry of Larsa Lines hit the pier.",
            "The ferry of Larsa Lines hit the pier, two sailors said.",
            [],
        ),
    ],
)
def test_what_is_denied(compare: Compare, one: str, other: str, kinds: list[str]) -> None:
    assert [k for k in _kinds(compare(f"{HARBOUR} {one}", f"{HARBOUR} {other}")) if k == "polarity"] == kinds


def test_an_opinion_of_one_party_is_no_doubt_of_it(compare: Compare) -> None:
    dossier = compare(
        f'{HARBOUR} Mayor Tilda Oren said: "The harbour of Tarvo is the finest harbour in Ostmark."',
        f'{HARBOUR} Mayor Tilda Oren said: "I believe the harbour of Tarvo is the finest harbour of Ostmark."',
    )
    assert "certainty" not in _kinds(dossier)


def test_one_number_where_all_else_is_one(compare: Compare) -> None:
    oath = "Judge Mira Lund administered the {}-word oath of the Council of Ostmark at noon."
    taken = "Mayor Tilda Oren took the {}-word oath of the Council of Ostmark administered by Judge Mira Lund at noon."
    assert _kinds(compare(oath.format(38), taken.format(35))) == ["quantity"]
    assert not by_rule(compare(oath.format(38), taken.format(38)))


def test_days_that_go_by_are_no_conflict(compare: Compare) -> None:
    told = "The volcano of Larsa has not erupted for {} days."
    dossier = compare(Article(ref="a", text=told.format(56), published="2021-03-02"), Article(ref="b", text=told.format(60), published="2021-03-06"))
    assert not by_rule(dossier)


def test_dozens_are_not_hundreds(compare: Compare) -> None:
    told = "Police in Tarvo are investigating {} burglaries on the night of the fair."
    assert _kinds(compare(told.format("dozens of"), told.format("359"))) == ["quantity"]
    assert not by_rule(compare(told.format("dozens of"), told.format("59")))


def test_who_says_something_falsely_says_it(compare: Compare) -> None:
    dossier = compare(
        f'{HARBOUR} Mayor Tilda Oren falsely said that the harbour of Tarvo was "the only harbour in Ostmark".',
        f'{HARBOUR} Mayor Tilda Oren said the harbour of Tarvo was "the only harbour" of Ostmark.',
    )
    assert "polarity" not in _kinds(dossier)


def test_what_a_verb_lends_to_a_noun_is_one_deed(compare: Compare) -> None:
    dossier = compare(
        f"{HARBOUR} Larsa Lines suffered a data breach, the mayor said.",
        f"{HARBOUR} Larsa Lines may have been the victim of a data hack, two sailors said.",
    )
    assert _kinds(dossier) == ["certainty"]


def test_a_toll_of_last_week_is_not_that_of_today(compare: Compare) -> None:
    told = "At least two people were killed by a fire in the harbour of Tarvo."
    earlier = "More than six people were killed by a fire in the harbour of Tarvo last week."
    first, later = (Article(ref=str(n), text=text, published="2021-03-19") for n, text in enumerate((told, earlier)))
    assert not by_rule(compare(first, later))
    assert _kinds(compare(first, Article(ref="b", text=earlier.replace(" last week", ""), published="2021-03-19"))) == ["quantity"]


def test_a_rounded_number_is_the_same(compare: Compare) -> None:
    told = "The harbour pilot Sven Halder steered the ferry past the pier of Tarvo at {} knots."
    assert not by_rule(compare(told.format("17"), told.format("17.3")))
    assert _kinds(compare(told.format("17"), told.format("21.3"))) == ["quantity"]
    assert _kinds(compare(told.format("17"), told.format("no more than ten"))) == ["quantity"]


def test_nothing_but_one_thing_is_that_thing(compare: Compare) -> None:
    dossier = compare("Tilda Oren spent a week in Tarvo eating fried fish.", "Tilda Oren spent a week in Tarvo eating nothing but fried fish.")
    assert "polarity" not in _kinds(dossier)


def test_what_nobody_states_nobody_denies(compare: Compare) -> None:
    told = "Ostmark is flying drones over the harbour of Tarvo, officials said."
    kept_back = "Ostmark has not publicly stated that it is flying drones over the harbour of Tarvo."
    assert "polarity" not in _kinds(compare(told, kept_back))
    assert "polarity" in _kinds(compare(told, "Ostmark denied that it is flying drones over the harbour of Tarvo."))


def test_some_of_the_dead_are_not_all(compare: Compare) -> None:
    one = "Six people were killed in the attack on the harbour of Tarvo, police said."
    assert "quantity" not in _kinds(compare(one, "Four guards and two civilians were killed in the attack on the harbour of Tarvo, police said."))
    some = "All nine attackers, four harbour guards and two civilians were killed in the attack on the harbour of Tarvo, police said."
    assert "quantity" not in _kinds(compare(one, some))
    assert "quantity" in _kinds(compare(one, "Two civilians were killed in the attack on the harbour of Tarvo, police said."))
    assert "quantity" in _kinds(compare(one, "In two towns, nine people were killed in the attack on the harbour of Tarvo, police said."))


def test_a_price_by_a_hair_below_a_round_one_is_the_same(compare: Compare) -> None:
    told = "The new ferry ticket of Tarvo will cost {} for the season, the mayor said."
    assert "quantity" not in _kinds(compare(told.format("$499"), told.format("$500")))
    assert "quantity" in _kinds(compare(told.format("$480"), told.format("$500")))


def test_half_a_foot_is_no_other_number(compare: Compare) -> None:
    told = "Any eel over {} feet is rare in the harbour of Tarvo, the fishermen said."
    assert "quantity" not in _kinds(compare(told.format("6.5"), told.format("6 1/2")))
    assert "quantity" in _kinds(compare(told.format("6.5"), told.format("8")))


def test_thanks_that_cannot_be_enough_are_thanks(compare: Compare) -> None:
    told = 'Tilda Oren said of the Tarvo crew: "I {} the lifeboat crew of Tarvo{}."'
    assert "polarity" not in _kinds(compare(told.format("thank", ""), told.format("can’t thank", " enough")))

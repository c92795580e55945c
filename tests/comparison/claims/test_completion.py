"""Completion: words from elsewhere in the article stand in brackets, where they are sure, and nowhere else."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from twosource.comparison.claims.completion import Completion
from twosource.domain.reading import Dossier
from twosource.domain.span import Span
from twosource.domain.statement import Statement

Compare = Callable[..., Dossier]


def _in_full(dossier: Dossier) -> list[str]:
    completion = Completion(dossier)
    return [completion.completed(s) for s in dossier.observed(Statement)]


@pytest.mark.parametrize(
    ("text", "full"),
    [
        ("Mira Holt left the ship on Friday. She was tired of the sea.", "She [Mira Holt] was tired of the sea"),
        ("Mira Holt left the ship on Friday. Her brother stayed in Tarvo.", "Her [Mira Holt’s] brother stayed in Tarvo"),
        ('"I left the ship on Friday," said Mira Holt.', "I [Mira Holt] left the ship on Friday"),
        ('"I\'ll leave the ship on Friday," said Mira Holt.', "I'll [Mira Holt] leave the ship on Friday"),
        ("Twelve sailors left the ship on Friday and were taken to a hospital in Tarvo.", "[Twelve sailors] were taken to a hospital in Tarvo"),
        ("Police praised the sailors, who carried two children out of the burning cabin.", "[the sailors] carried two children"),
        ("Police praised the sailors, whose boat had saved two children from the burning cabin.", "[the sailors’] boat had saved two children"),
        ("The rope broke while the sailors were carrying two children out of the cabin.", "the sailors were carrying two children"),
        ("Holt showed a film in which the sailors carry two children out of the cabin.", "the sailors carry two children"),
        ("Police praised the sailors, whom the mayor of Tarvo had called cowards.", "[the sailors,] whom the mayor of Tarvo had called cowards"),
        ("However, the sailors left the ship on Friday.", "the sailors left the ship on Friday"),
    ],
)
def test_what_a_statement_leaves_out_stands_in_brackets(compare: Compare, text: str, full: str) -> None:
    assert any(full in found for found in _in_full(compare(text))), _in_full(compare(text))


@pytest.mark.parametrize(
    "text",
    [
        "Mira Holt left the ship on Friday.",
        "They left the ship on Friday, and it sank.",
        'Mira Holt met Paul Tarn. "He was tired of the sea," Holt said.',
        "The sailors cannot leave the ship or sleep on deck.",
        "We left the ship on Friday.",
    ],
)
def test_nothing_stands_in_brackets_that_is_known_or_unsure(compare: Compare, text: str) -> None:
    assert not [found for found in _in_full(compare(text)) if "[Mira" in found or "[They" in found or "[The sailors]" in found]


def test_a_bracket_that_is_closed_right_behind_is_closed(compare: Compare) -> None:
    dossier = compare("Mira Holt was invited to the harbour by Senator Ole Finn (Tarvo).")
    (statement,) = dossier.observed(Statement)
    cut = replace(
        statement, evidence=(Span(statement.span.start, statement.span.end - statement.span.of(dossier.readings[0].article.text).endswith(")")),)
    )
    assert Completion(dossier).completed(cut).endswith("Finn (Tarvo)")


def test_without_its_brackets_a_statement_is_its_own_words(compare: Compare) -> None:
    dossier = compare("Mira Holt left the ship on Friday. She said that she was tired of the sea, and went to Tarvo, where her brother lives.")
    texts = {r.article.id: r.article.text for r in dossier.readings}
    for statement, full in zip(dossier.observed(Statement), _in_full(dossier), strict=True):
        bare = re.sub(r" \[[^]]*\]|\[[^]]*\] ", "", full)
        assert bare and statement.span.of(texts[statement.article]).endswith(bare)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Mira Holt left the ship on Friday for the town of Tarvo, a move that the owners called unwise and unlawful.", "for the town of Tarvo"),
        ("They are words that have been condemned by many people in Tarvo, including Mayor Ole Finn, who spoke of shame and of harm.", "in Tarvo"),
    ],
)
def test_words_that_only_open_what_stands_behind_are_left_out(compare: Compare, text: str, said: str) -> None:
    assert not [full for full in _in_full(compare(text)) if full.endswith((", a move", ", including"))]
    assert any(said in full for full in _in_full(compare(text)))


@pytest.mark.parametrize(
    "text",
    [
        "If the sailors left the ship on Friday, they broke the law of the sea.",
        "Police asked when the sailors had left the ship.",
        "Holt met the sailors with whom her brother had left the ship on Friday.",
    ],
)
def test_what_may_not_be_so_keeps_the_words_that_say_it(compare: Compare, text: str) -> None:
    assert not [found for found in _in_full(compare(text)) if found.startswith(("the sailors", "her brother"))]


def _whole(dossier: Dossier) -> dict[str, bool]:
    completion = Completion(dossier)
    return {completion.completed(s): completion.whole(s) for s in dossier.observed(Statement)}


@pytest.mark.parametrize(
    ("text", "found", "whole"),
    [
        ("Mira Holt left the ship on Friday.", "Mira Holt left the ship on Friday", True),
        ("Police praised the sailors, who carried two children out of the burning cabin.", "[the sailors] carried two children", True),
        ("Mira Holt left the ship on Friday, taking two children with her.", "taking two children with her", False),
        ("A sailor from Tarvo who never went to sea, in short.", "A sailor from Tarvo", False),
        ("Twelve sailors left the ship on Friday and were taken to a hospital.", "[Twelve sailors] were taken to a hospital", True),
        ("Holt met a sailor from Tarvo, with whom her brother had left the ship on Friday.", "with whom her brother", False),
        ("Mira Holt announced on Friday that the harbour would be closed.", "Mira Holt announced on Friday", False),
    ],
)
def test_a_clause_that_lacks_nothing_is_whole(compare: Compare, text: str, found: str, whole: bool) -> None:
    told = [alone for words, alone in _whole(compare(text)).items() if found in words]
    assert told == [whole] or (not told and not whole), _whole(compare(text))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Mira Holt met Paul Tarn on Friday. As he left the ship in Tarvo, Ole Finn waved at the crowd.", "he left the ship"),
        ("Ada Brook said Paul Tarn was one of the sailors who tackled a thief to the ground after he attacked a man in Tarvo.", "he attacked a man"),
    ],
)
def test_a_pronoun_amid_a_sentence_that_may_be_another_s_has_no_name(compare: Compare, text: str, said: str) -> None:
    found = [full for full in _in_full(compare(text)) if "he " in full and said.removeprefix("he ") in full]
    assert found and all("[Paul Tarn]" not in full and "[Mira" not in full for full in found), _in_full(compare(text))


@pytest.mark.parametrize(
    "text",
    [
        "Mira Holt left the ship. Paul Tarn, a friend of Ole Finn, told a reporter on Friday that he was tired of the sea.",
        "Ole Finn left the ship in Tarvo. The voice of Paul Tarn was heard on deck on Friday and his face was shown to the crowd.",
    ],
)
def test_a_pronoun_behind_somebody_else_s_name_has_no_other_name(compare: Compare, text: str) -> None:
    assert not [full for full in _in_full(compare(text)) if "[Ole Finn" in full or "[Mira" in full]


def test_a_name_is_put_before_words_once(compare: Compare) -> None:
    found = _in_full(compare("Mira Holt left the ship on Friday and sold her house in the town of Tarvo to the harbour office."))
    assert any("[Mira Holt] sold her house" in full for full in found), found


def test_a_name_that_stands_in_the_words_is_not_put_before_them(compare: Compare) -> None:
    text = "Holt accepted the invitation of the harbour town on Friday, marking Holt’s first visit to Tarvo in many years."
    assert not [full for full in _in_full(compare(text)) if "[Holt] marking" in full]

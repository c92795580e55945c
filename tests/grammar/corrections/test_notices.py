"""Notices: what a correction takes back, what it puts in its place, and what is none."""

import time

import pytest

from twosource.grammar.corrections.notices import notice


@pytest.mark.parametrize(
    ("sentence", "part", "back"),
    [
        ("An earlier version of this article misstated that ten people were killed.", "ten people were killed", True),
        ("Correction: A previous version of this story said ten people were killed.", "ten people were killed", True),
        ("In an earlier version of this report, we incorrectly said that the pier was shut.", "the pier was shut", True),
        ("An earlier version of this article, published on Monday, wrongly reported that the pier was shut.", "the pier was shut", True),
        ("The Tarn Post incorrectly reported on Wednesday that the captain was drunk.", "the captain was drunk", True),
        ("Correction: The article misidentified the captain of the ferry.", "the captain of the ferry", True),
        ("We erroneously stated that the mayor had resigned.", "the mayor had resigned", True),
        ("This article has been corrected to say that seven people were injured.", "seven people were injured", False),
        ("This story was amended on 3 May 2025 to clarify that the pier is open.", "the pier is open", False),
        ("This article has been corrected: the pier is open.", "the pier is open", False),
        ("This article has been corrected.", "", False),
        ("Correction: Seven people were injured.", "Seven people were injured", False),
        ("The Tarn Post regrets the error.", "", False),
        ("We apologise for the mistake.", "", False),
    ],
)
def test_a_notice_and_its_part(sentence: str, part: str, back: bool) -> None:
    found = notice(sentence, "The Tarn Post")
    assert found is not None
    assert (sentence[found.start : found.end], found.back) == (part, back)


@pytest.mark.parametrize(
    "sentence",
    [
        "The mayor incorrectly said that the pier was shut.",
        "An earlier version of the bill said that taxes would rise.",
        "An earlier version of the report said that ten people had died.",
        "The story said that the pier was shut.",
        "The Arn Gazette wrongly reported that the pier was shut.",
        "We said that the pier was shut.",
        "The correction of prices went on.",
        "Corrections officers were hurt.",
        "",
    ],
)
def test_what_is_no_notice(sentence: str) -> None:
    assert notice(sentence, "The Tarn Post") is None


@pytest.mark.parametrize("part", ["an earlier version of this article ", "we ", "Correction: ", "this article was corrected ", ", a", "said "])
def test_hostile_sentences_cost_little(part: str) -> None:
    began = time.perf_counter()
    notice(part * 50_000, "x " * 100)
    notice("an earlier version of this article" + part * 50_000)
    assert time.perf_counter() - began < 0.5

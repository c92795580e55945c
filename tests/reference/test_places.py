"""Places by name."""

import pytest

from twosource.reference.places import country_of, known, may_be_word, resolved


@pytest.mark.parametrize(
    ("name", "country", "resolution"),
    [
        ("Moscow", "RUS", "city"),
        ("Rangoon", "MMR", "city"),
        ("the United States", "USA", "country"),
        ("Washington", "USA", "city"),
        ("Georgia", "GEO", "country"),
        ("Texas", "USA", "province"),
        ("Scotland", "GBR", "province"),
        ("northern Ukraine", "UKR", "country"),
    ],
)
def test_names_resolve(name: str, country: str, resolution: str) -> None:
    place = resolved(name)
    assert (place.name, place.country, place.resolution) == (name, country, resolution)


def test_an_unknown_name_says_so() -> None:
    place = resolved("Port Ana")
    assert place.country is None and place.geonameid is None and place.reason
    assert not known("Port Ana") and country_of("Port Ana") is None


def test_a_shared_name_says_so() -> None:
    assert "several" in resolved("Springfield").reason


def test_common_words_are_called_so_and_other_towns_not() -> None:
    assert may_be_word("Surprise") and may_be_word("Meridian") and may_be_word("Lincoln")
    assert not may_be_word("Lehi") and not may_be_word("Fort Lee") and not may_be_word("Boston")

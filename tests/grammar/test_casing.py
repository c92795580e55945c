"""Headlines in title case take the small letters of the body, and keep their length."""

from collections.abc import Callable

import pytest

from twosource.domain.reading import Reading
from twosource.domain.sentence import Sentence
from twosource.grammar.casing import Casing, titled

_BODY = ["The mayor of Arden resigned on Friday.", "Berg, who leads the Harbour Board, said the mayor had failed the town."]


@pytest.mark.parametrize(
    ("line", "is_titled"),
    [
        ("Mayor of Arden Resigns After Harbour Board Inquiry", True),
        ("Mayor of Arden resigns after inquiry by the Harbour Board", False),
        ("The Harbour Board Of Arden Town Said So.", False),
        ("Arden Daily", False),
        ("", False),
        ("A" * 5000, False),
    ],
)
def test_lines_in_title_case(line: str, is_titled: bool) -> None:
    assert titled(line) is is_titled


def test_words_are_written_as_in_the_body() -> None:
    line = "Arden Mayor Resigns, Slams Harbour Board For Failing Town"
    assert Casing(_BODY).plain(line) == "Arden mayor resigns, slams Harbour Board For failing town"


def test_a_word_whose_small_letters_are_more_keeps_its_capital() -> None:
    line = "Mayor İstanbul İİİİ Resigned"
    plain = Casing([*_BODY, "istanbul i̇i̇i̇i̇"]).plain(line)
    assert len(plain) == len(line)


def test_offsets_and_words_of_a_headline_stay_those_of_the_text(read: Callable[..., Reading]) -> None:
    text = "Harbour Board Accuses Former Mayor Of Lying\n\nThe harbour board of Arden accused a former mayor of lying on Friday."
    reading = read(text)
    headline = reading.of(Sentence)[0]
    assert [t.text for t in headline.tokens] == [text[t.start : t.end] for t in headline.tokens]
    assert next(t.pos for t in headline.tokens if t.text == "Accuses") == "VERB"

"""Pronouns are asked for where a name or a noun told of the same before, and judged by whom their party was last called."""

from typing import Any

from evaluation.tables.pronouns import Asked, asked, given, judged, named_last

from twosource.domain.party import LocalParty
from twosource.domain.span import Span

TEXT = "Karl Lund met Odo. He left."


def token(start: int, end: int, pos: str) -> dict[str, Any]:
    return {"s": start, "e": end, "upos": pos}


def person(key: str, tokens: tuple[int, int], heads: str, span: tuple[int, int]) -> dict[str, Any]:
    return {"id": key, "type": "person", "tok": tokens, "min": heads, "span": span, "text": TEXT[slice(*span)]}


def test_a_pronoun_is_asked_for_with_the_heads_of_its_names() -> None:
    tokens = [
        token(0, 4, "PROPN"),
        token(5, 9, "PROPN"),
        token(10, 13, "VERB"),
        token(14, 17, "PROPN"),
        token(17, 18, "PUNCT"),
        token(19, 21, "PRON"),
    ]
    document = {
        "id": "d",
        "genre": "news",
        "tokens": tokens,
        "entities": [
            person("1", (0, 2), "1,2", (0, 9)),
            person("1", (5, 6), "1", (19, 21)),
            person("2", (3, 4), "1", (14, 17)),
        ],
    }
    assert list(asked(document)) == [Asked("news", "d", 19, frozenset({0, 5}))]


def party(key: str, *said: tuple[int, int, str]) -> LocalParty:
    spans = tuple(Span(start, end) for start, end, _ in said)
    return LocalParty(id=key, article="a", evidence=spans, name=key, kind="person", forms=tuple(form for *_, form in said))  # type: ignore[misc]


def test_an_answer_is_right_when_its_party_was_last_called_so() -> None:
    pronoun = Asked("news", "d", 19, frozenset({0, 5}))
    right = given([party("p", (0, 9, "name"), (19, 21, "pronoun")), party("q", (14, 17, "name"))])
    wrong = given([party("p", (0, 9, "name")), party("q", (14, 17, "name"), (19, 21, "pronoun"))])
    assert (judged(pronoun, right), judged(pronoun, wrong), judged(pronoun, {})) == ("right", "wrong", "none")


def test_whoever_was_named_last_is_no_better_than_that() -> None:
    pronoun = Asked("news", "d", 19, frozenset({0, 5}))
    assert judged(pronoun, named_last([party("p", (0, 9, "name")), party("q", (14, 17, "name"))], [pronoun])) == "wrong"

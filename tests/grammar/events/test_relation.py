"""The root type between two parties."""

import hashlib
import json
from importlib.resources import files

from twosource.domain.identity import identity
from twosource.domain.sentence import Sentence
from twosource.domain.span import Span
from twosource.grammar.events.relation import root_of
from twosource.inference.hashed import shipped
from twosource.inference.shipped import Models


def best(models: Models, text: str, source: str, target: str) -> str:
    sentences = [
        Sentence(id=identity("t", t[0].start), article="a", evidence=(Span(t[0].start, t[-1].end),), tokens=t, paragraph=0)
        for t in models.language.parse([text])[0]
    ]
    spans = [Span(text.index(w), text.index(w) + len(w)) for w in (source, target)]
    assert models.relater is not None
    told = root_of(models.relater, text, sentences, *spans)
    assert abs(sum(told.values()) - 1) < 1e-6
    return max(told, key=lambda root: told[root])


def test_roots(models: Models) -> None:
    assert best(models, "Norland expelled two envoys of Suland.", "Norland", "Suland") == "SANCTION"
    assert best(models, "Norland condemned Suland over the wall.", "Norland", "Suland") == "ACCUSE"
    assert best(models, "Norland rejected a proposal by Suland.", "Norland", "Suland") == "REJECT"


def test_a_party_that_is_the_whole_text_is_no_fault(models: Models) -> None:
    assert best(models, "Norland", "Norland", "Norland") in shipped("relation").labels


def test_the_card_speaks_of_these_weights() -> None:
    folder = files("twosource") / "models" / "relation"
    card = json.loads((folder / "card.json").read_text(encoding="utf-8"))
    assert hashlib.sha256((folder / "weights.npz").read_bytes()).hexdigest() == card["files"]["weights.npz"]

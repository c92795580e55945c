"""Relations by the encoder: which files it takes, and what it answers."""

import json
import shutil
from pathlib import Path

import pytest

from twosource.errors import ModelError
from twosource.inference.model import Pair
from twosource.inference.onnx import OnnxTagger
from twosource.inference.relation import HOME, OnnxRelater
from twosource.inference.shipped import Models


def pair(text: str, source: str, target: str) -> Pair:
    a, b = text.index(source), text.index(target)
    return Pair((a, a + len(source)), (b, b + len(target)))


def best(told: dict[str, float]) -> str:
    return max(told, key=lambda root: told[root])


def test_who_does_it_to_whom(models: Models) -> None:
    assert models.relater is not None
    for text, root in (
        ("Norland expelled the ambassador of Suland.", "SANCTION"),
        ("Norland sent tents and blankets to Suland after the flood.", "AID"),
        ("Norland threatened to bomb Suland.", "THREATEN"),
        ("Norland refused to meet Suland.", "REJECT"),
    ):
        assert best(models.relater.relate(text, [pair(text, "Norland", "Suland")])[0]) == root, text


def test_a_pair_is_answered_alone(models: Models) -> None:
    assert models.relater is not None
    text = "Norland accused Suland of theft and thanked Westmark."
    one, other = pair(text, "Norland", "Suland"), pair(text, "Norland", "Westmark")
    both = models.relater.relate(text, [one, other])
    assert both == [models.relater.relate(text, [one])[0], models.relater.relate(text, [other])[0]]
    assert best(both[0]) == "ACCUSE"
    assert both[0] != both[1]


def test_odd_input(models: Models) -> None:
    assert models.relater is not None
    assert models.relater.relate("Norland", []) == []
    for text in ("", "\n", "wall " * 2000):
        (told,) = models.relater.relate(text, [Pair((0, 1), (9000, 9001))])
        assert set(told) == set(models.relater.relate("Norland", [Pair((0, 7), (0, 7))])[0])


def test_a_model_of_another_encoder_is_refused(models: Models, tmp_path: Path) -> None:
    assert isinstance(models.tagger, OnnxTagger)
    folder = tmp_path / "relation"
    shutil.copytree(HOME, folder)
    card = json.loads((folder / "card.json").read_text(encoding="utf-8"))
    card["base"]["sha256"] = "0" * 64
    (folder / "card.json").write_text(json.dumps(card), encoding="utf-8")
    with pytest.raises(ModelError, match=r"another encoder.*training/README"):
        OnnxRelater(models.tagger, folder)
    (folder / "upper.onnx").write_bytes(b"no model")
    with pytest.raises(ModelError, match="not the file"):
        OnnxRelater(models.tagger, folder)

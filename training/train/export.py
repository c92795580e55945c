"""python -m train.export NAME: makes of a trained tagger the model folder that the package loads, and measures what it made."""

import argparse
import hashlib
import json
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from twosource.inference.decoding import LABELS
from twosource.inference.onnx import HALFWAY
from twosource.inference.windows import KINDS

from . import data
from .__main__ import HERE, Config, base_folder
from .evaluate import predict
from .genres import RESULTS, spread
from .measure import REACH, measure, score, weights
from .model import Tagger, encoder

TEACHER = "teacher"
"""Its run, as the Makefile names it."""
LOWER = 3
"""Layers below the output from which the models of other heads go on."""
HEADS = ("labels", "states")  # stay fp32: they are small, and every error in them shows
WEAK = (
    "text in any language but English",
    "nesting (an attribution inside a content is not seen: the training data gives each word to one attribution)",
    "text that is not US campaign news of 2015 and 2016: talk, courts, speeches, guides and lives more than news (quality by genre)",
    "captions and tables, which are unmeasured",
    "contents of several paragraphs, and pieces of one content far from their cue",
)


class Graph(nn.Module):
    """The tagger with inputs by position."""

    def __init__(self, tagger: Tagger) -> None:
        super().__init__()
        self.tagger = tagger

    def forward(self, input_ids: Tensor, attention_mask: Tensor, token_type_ids: Tensor) -> tuple[Tensor, Tensor]:
        return self.tagger(input_ids, attention_mask, token_type_ids)


def to_onnx(tagger: Tagger, path: Path) -> None:
    tagger.eval()
    tagger.bert.set_attn_implementation("eager")
    ids = torch.randint(1000, 20000, (2, 40))
    names = ("input_ids", "attention_mask", "token_type_ids")
    torch.onnx.export(
        Graph(tagger), (ids, torch.ones_like(ids), torch.zeros_like(ids)), str(path),
        input_names=list(names), output_names=list(HEADS), opset_version=17, dynamo=False,
        dynamic_axes={name: {0: "windows", 1: "pieces"} for name in (*names, *HEADS)},
    )  # fmt: skip


def shrink_words(path: Path) -> None:
    """The word embeddings as int8 with one scale a word: a third of the file, and nearly without loss."""
    model = onnx.load(str(path))
    graph = model.graph
    table = max((x for x in graph.initializer if x.data_type == TensorProto.FLOAT), key=lambda x: int(np.prod(x.dims)))
    values = numpy_helper.to_array(table)
    scale = np.maximum(np.abs(values).max(axis=1, keepdims=True), 1e-9).astype(np.float32) / 127
    node = next(n for n in graph.node if n.op_type == "Gather" and n.input[0] == table.name)
    at, ids, out = list(graph.node).index(node), node.input[1], node.output[0]
    graph.node.remove(node)
    graph.initializer.remove(table)
    graph.initializer.extend([
        numpy_helper.from_array(np.round(values / scale).astype(np.int8), "words.int8"),
        numpy_helper.from_array(scale, "words.scale"),
    ])  # fmt: skip
    made = [
        helper.make_node("Gather", ["words.int8", ids], ["words.picked"]),
        helper.make_node("Cast", ["words.picked"], ["words.cast"], to=TensorProto.FLOAT),
        helper.make_node("Gather", ["words.scale", ids], ["words.scales"]),
        helper.make_node("Mul", ["words.cast", "words.scales"], [out]),
    ]
    for n, one in enumerate(made):
        graph.node.insert(at + n, one)
    onnx.save(model, str(path))


def open_halfway(path: Path) -> None:
    """One more output: the states after the lower half of the layers, from which the models of other heads go on."""
    model = onnx.load(str(path))
    graph = model.graph
    if HALFWAY in {out.name for out in graph.output}:
        return
    made = [n.output[0] for n in graph.node if n.op_type == "LayerNormalization" and f"/layer.{LOWER - 1}/output/LayerNorm/" in n.name]
    if len(made) != 1:
        raise ValueError(f"{path} has {len(made)} places that could be halfway up")
    graph.node.append(helper.make_node("Identity", made, [HALFWAY]))
    graph.output.append(helper.make_tensor_value_info(HALFWAY, TensorProto.FLOAT, ["windows", "pieces", None]))
    onnx.save(model, str(path))


def quantized(full: Path, small: Path, heads: Sequence[str]) -> None:
    """The weights of matrix products as int8 per channel; those of the modules named ``heads`` are left alone."""
    graph = onnx.load(str(full)).graph
    kept = [n.name for n in graph.node if n.op_type in ("MatMul", "Gemm") and any(f"/{head}/" in n.name for head in heads)]
    quantize_dynamic(
        str(full), str(small), per_channel=True, weight_type=QuantType.QInt8, op_types_to_quantize=["MatMul", "Gemm", "Attention"],
        nodes_to_exclude=kept, extra_options={"MatMulConstBOnly": True},
    )  # fmt: skip


def to_int8(full: Path, small: Path) -> None:
    """Per channel; the heads and the small embeddings are left alone."""
    quantized(full, small, HEADS)
    shrink_words(small)
    open_halfway(small)


def sha(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def brief(scores: dict) -> dict:
    return {**{role: scores["exact"][role]["f1"] for role in ("source", "cue", "content")}, "link": scores["link"]["f1"]}


def taught(runs: str, shared: Path, config: Config) -> dict:
    """What the card says of the teacher, where one was heard."""
    return {
        "by": "a larger tagger on all-mpnet-base-v2 (Apache-2.0), trained on the same articles and not in this package",
        "sha256": sha(Path(runs) / TEACHER / "mean.pt"),
        "on": "those articles, and others that nobody annotated, of which no text is in this package",
        "trust": config.trust,
        "others": {name: {"licence": licence, "sha256": sha(shared / "data" / name)} for name, licence in data.OTHERS.items()},
    }


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m train.export", description=__doc__)
    parser.add_argument("name")
    parser.add_argument("--runs", default=Config.runs)
    parser.add_argument("--shared", default=Config.shared)
    parser.add_argument("--folder", default=str(HERE.parent / "src" / "twosource" / "models" / "attribution"))
    parser.add_argument("--spread", default=str(RESULTS), help="the tables by run and genre that the card shows (python -m train.genres)")
    asked = parser.parse_args()
    run, folder, shared = Path(asked.runs) / asked.name, Path(asked.folder), Path(asked.shared)
    kept = torch.load(run / "mean.pt", map_location="cpu")
    config = Config(**{**kept["config"], "runs": asked.runs, "shared": asked.shared})
    base = base_folder(config)
    tagger = Tagger(encoder(base))
    tagger.load_state_dict(kept["model"])
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as room:
        to_onnx(tagger, Path(room) / "full.onnx")
        to_int8(Path(room) / "full.onnx", folder / "model.onnx")
    np.savez(folder / "linker.npz", **{name: value.astype(np.float32) for name, value in weights(kept["model"]).items()})
    tokens = data.tokenizer(base)
    tokens.save(str(folder / "tokenizer.json"), pretty=False)
    source = shared / "data" / "attribution"
    card = {
        "name": "twosource-attribution",
        "made": asked.name,
        "files": {name: sha(folder / name) for name in ("model.onnx", "linker.npz", "tokenizer.json")},
        "labels": list(LABELS),
        "base": {"name": "all-MiniLM-L6-v2", "licence": "Apache-2.0", "sha256": sha(base / "model.safetensors")},
        "data": {
            "name": "PolNeAR, training part: 840 political news articles of 2015 and 2016",
            "licence": "none stated by its makers; no text of it is in this package",
            "sha256": sha(source / "polnear_train.jsonl"),
            **({"taught": taught(asked.runs, shared, config)} if config.lessons else {}),
        },
        "quality": {},
        "weak": list(WEAK),
        "size": config.size, "overlap": config.overlap, "reach": REACH, "kinds": KINDS,
    }  # fmt: skip
    write(folder, card)
    full = measure(kept["model"], config, base, run)
    gold = source / "polnear_dev.jsonl"
    small = score(shared, gold, predict(folder, gold), run / "int8.jsonl")
    card["quality"] = {"on": "PolNeAR dev, 84 articles, exact F1 and link F1 in percent", "fp32": brief(full), "int8": brief(small)}
    card["quality"] |= spread(Path(asked.spread))
    write(folder, card)
    print(json.dumps(card["quality"], indent=1))
    shutil.copy(folder / "card.json", run / "card.json")


def write(folder: Path, card: dict) -> None:
    (folder / "card.json").write_text(json.dumps(card, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

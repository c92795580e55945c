"""Makes of a trained reader of pairs the model folder that the package loads."""

import tempfile
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from train.export import shrink_words

from .net import Net

HEADS = ("mid", "out")  # stay fp32: they are small, and every error in them shows


class Graph(nn.Module):
    """One pair at a time, so that nothing is padded."""

    def __init__(self, net: Net) -> None:
        super().__init__()
        self.net = net

    def forward(self, input_ids: Tensor, token_type_ids: Tensor) -> Tensor:
        made: Tensor = self.net(input_ids, token_type_ids, torch.ones_like(input_ids))
        return made


def to_onnx(net: Net, path: Path) -> None:
    """The net with inputs ``input_ids`` and ``token_type_ids`` and the output ``odds``, int8 per channel."""
    net.eval()
    net.bert.set_attn_implementation("eager")
    ids = torch.randint(1000, 20000, (1, 40))
    kinds = torch.tensor([[0, *[1] * 18, 2, 0, *[4] * 18, 5]])
    with tempfile.TemporaryDirectory() as room:
        full = Path(room) / "full.onnx"
        torch.onnx.export(
            Graph(net), (ids, kinds), str(full), input_names=["input_ids", "token_type_ids"], output_names=["odds"], opset_version=17, dynamo=False,
            dynamic_axes={"input_ids": {1: "pieces"}, "token_type_ids": {1: "pieces"}},
        )  # fmt: skip
        graph = onnx.load(str(full)).graph
        heads = [n.name for n in graph.node if n.op_type in ("MatMul", "Gemm") and any(f"/net/{head}/" in n.name for head in HEADS)]
        quantize_dynamic(
            str(full), str(path), per_channel=True, weight_type=QuantType.QInt8, op_types_to_quantize=["MatMul", "Gemm"],
            nodes_to_exclude=heads, extra_options={"MatMulConstBOnly": True},
        )  # fmt: skip
    shrink_words(path)

"""Makes of a trained reader of pairs the model folder that the package loads."""

import tempfile
from pathlib import Path

import torch
from torch import Tensor, nn
from train.export import quantized, shrink_words

from .net import Net

HEADS = ("net/mid", "net/out")  # stay fp32: they are small, and every error in them shows


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
        quantized(full, path, HEADS)
    shrink_words(path)

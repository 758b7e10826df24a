"""The trained network as the ONNX file that sayso runs, int8 as the reader's encoder."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from torch.export import Dim

from training.reader.export import SOURCE, EncoderGraph, write_graph
from training.stance.network import TEXT, StanceNetwork

FILE = SOURCE / "reader/stance.onnx"
_PIECES = Dim("n_pieces", max=512)


class _PairGraph(nn.Module):
    """The chances of both questions for one pair without padding."""

    def __init__(self, network: StanceNetwork) -> None:
        super().__init__()
        self.network = network
        self.encoder = EncoderGraph(network.encoder)

    def forward(self, pieces: Tensor, kinds: Tensor) -> Tensor:
        every = torch.arange(pieces.shape[0])
        x = self.encoder(pieces, kinds, torch.zeros_like(kinds), every)
        stances, verdicts = self.network.answers(x[None], kinds[None])
        return torch.cat([stances.softmax(-1), verdicts.softmax(-1)], -1)[0]


def export(network: StanceNetwork, notes: Mapping[str, str]) -> None:
    """Write the file; `notes` go into it as its metadata."""
    kinds = torch.tensor([0] + [1, 2] * 10 + [0] + [TEXT, TEXT + 1] * 20 + [0])
    inputs = {"pieces": torch.arange(len(kinds)) + 1000, "kinds": kinds}
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "stance.onnx"
        write_graph(plain, _PairGraph(network.eval()), inputs, ({0: _PIECES}, {0: _PIECES}))
        quantize_dynamic(
            plain,
            FILE,
            op_types_to_quantize=["MatMul", "Gemm"],
            per_channel=True,
            weight_type=QuantType.QInt8,
        )
    model = onnx.load(FILE)
    onnx.helper.set_model_props(model, dict(notes))
    onnx.save(model, FILE)

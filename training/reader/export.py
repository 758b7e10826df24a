"""The trained network as the ONNX files that sayso runs: the encoder, and the heads that it asks.

The encoder's matrices are int8 with one scale a column, its embeddings int8 with one scale a
row; activations are quantised as they come. The word heads are small and stay in float32; for the
pair head see `pair_graph.py`.
"""

from __future__ import annotations

import math
import tempfile
from collections.abc import Mapping
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from torch.export import Dim
from torch.nn import functional

from training.reader.network import HEADS, WIDTH, Encoder, Network, WordHead
from training.reader.pair_graph import pair_graph
from training.reader.tasks import Task

SOURCE = Path(__file__).parents[2] / "src/sayso"
ENCODER = SOURCE / "reader/encoder.onnx"
WORDS = {
    Task.ATTRIBUTION: SOURCE / "statements/attribution/cues.onnx",
    Task.INCIDENTS: SOURCE / "events/incidents.onnx",
}
PAIRS = SOURCE / "statements/attribution/pairs.onnx"

_PIECES, _WORDS = Dim("n_pieces", max=512), Dim("n_words", max=510)


def export(network: Network, notes: Mapping[str, str]) -> None:
    """Write the files; `notes` go into each as its metadata."""
    network.eval()
    _export_encoder(network.encoder)
    for task, path in WORDS.items():
        _export_words(network.of(task).words, path)
    pairs = network.of(Task.ATTRIBUTION).pairs
    assert pairs is not None
    weights = {name: array.numpy() for name, array in pairs.state_dict().items()}
    onnx.save(pair_graph(weights), PAIRS)
    annotate(notes)


def annotate(notes: Mapping[str, str]) -> None:
    """Write `notes` into each of the files as its metadata."""
    for path in (ENCODER, *WORDS.values(), PAIRS):
        model = onnx.load(path)
        onnx.helper.set_model_props(model, dict(notes))
        onnx.save(model, path)


class EncoderGraph(nn.Module):
    """The encoder for one window without padding."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder
        table = encoder.words.weight.data
        scale = table.abs().amax(1, keepdim=True) / 127
        self.register_buffer("table", torch.round(table / scale).to(torch.int8))
        self.register_buffer("scale", scale)

    def forward(self, pieces: Tensor, tags: Tensor, deps: Tensor, firsts: Tensor) -> Tensor:
        """The vectors [n, WIDTH] of the pieces at `firsts` [n], of all pieces [t]."""
        encoder, length = self.encoder, pieces.shape[0]
        words = functional.embedding(pieces, self.table).float()
        words = words * functional.embedding(pieces, self.scale)
        places = encoder.places.weight[:length]
        x = encoder.norm(words + places + encoder.tags(tags) + encoder.deps(deps))
        for layer in encoder.layers:
            q, k, v = layer.qkv(x).view(length, 3, HEADS, WIDTH // HEADS).permute(1, 2, 0, 3)
            weights = ((q @ k.transpose(-1, -2)) / math.sqrt(WIDTH // HEADS)).softmax(-1)
            x = layer.norm1(x + layer.out((weights @ v).transpose(0, 1).reshape(length, WIDTH)))
            x = layer.norm2(x + layer.down(functional.gelu(layer.up(x))))
        return x.index_select(0, firsts)


def _export_encoder(encoder: Encoder) -> None:
    pieces, tags, deps, firsts = (torch.arange(length) for length in (64, 64, 64, 50))
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "encoder.onnx"
        write_graph(
            plain,
            EncoderGraph(encoder),
            {"pieces": pieces, "tags": tags % 50, "deps": deps % 40, "firsts": firsts},
            ({0: _PIECES}, {0: _PIECES}, {0: _PIECES}, {0: _WORDS}),
        )
        quantize_dynamic(
            plain,
            ENCODER,
            op_types_to_quantize=["MatMul", "Gemm"],
            per_channel=True,
            weight_type=QuantType.QInt8,
        )


class _WordGraph(nn.Module):
    def __init__(self, head: WordHead) -> None:
        super().__init__()
        self.head = head

    def forward(self, words: Tensor, heads: Tensor, tags: Tensor, deps: Tensor) -> Tensor:
        return self.head(words, heads, tags, deps).sigmoid()


def _export_words(head: WordHead, path: Path) -> None:
    heads, tags, deps = (torch.arange(50) % limit for limit in (50, 40, 30))
    inputs = {"words": torch.randn(50, WIDTH), "heads": heads, "tags": tags, "deps": deps}
    write_graph(path, _WordGraph(head), inputs, ({0: _WORDS},) * 4)


def write_graph(
    path: Path, graph: nn.Module, inputs: Mapping[str, Tensor], shapes: tuple[dict[int, Dim], ...]
) -> None:
    """Write `graph` as an ONNX file, with the dynamic `shapes` of its `inputs`."""
    torch.onnx.export(
        graph.eval(),
        tuple(inputs.values()),
        path,
        input_names=list(inputs),
        output_names=["output"],
        dynamic_shapes=shapes,
        dynamo=True,
        external_data=False,
        verbose=False,
    )

"""The pair head as an ONNX graph that ONNX Runtime runs fast.

Its convolution is most of its arithmetic: here it is one product of int8 matrices, with one scale
a column, of the five words laid side by side; what they are is quantised as it comes. The graph is
written out, since no exporter finds this form by itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import ModelProto, numpy_helper
from onnx.parser import parse_model

Weights = Mapping[str, NDArray[Any]]
"""Arrays by their names: those of a head are named as in PyTorch, `word.weight`, `word.bias`."""

_MOST = 127
_GRAPH = """
<ir_version: 10, opset_import: ["" : 20]>
pairs (float[n_words, 384] words, int64[n_cues] cues, int64[n_cues, n_words, 4] relation)
    => (float[n_cues, n_words, labels] output)
{
    of_words = Gemm(words, word_matrix, word_bias)
    plain, factor = Split <axis = -1, num_outputs = 2> (of_words)
    chosen = Gather(words, cues)
    of_cues = Gemm(chosen, cue_matrix, cue_bias)
    of_cues_apart = Unsqueeze(of_cues, one)
    cue_plain, cue_factor = Split <axis = -1, num_outputs = 2> (of_cues_apart)
    distances, branches, stems, ranks = Split <axis = -1, num_outputs = 4> (relation)
    distance_numbers = Squeeze(distances, minus_one)
    branch_numbers = Squeeze(branches, minus_one)
    stem_numbers = Squeeze(stems, minus_one)
    rank_numbers = Squeeze(ranks, minus_one)
    distance = Gather(distance_table, distance_numbers)
    branch = Gather(branch_table, branch_numbers)
    stem = Gather(stem_table, stem_numbers)
    rank = Gather(rank_table, rank_numbers)
    product = Mul(factor, cue_factor)
    x_plain = Add(product, plain)
    x_cue = Add(x_plain, cue_plain)
    x_distance = Add(x_cue, distance)
    x_branch = Add(x_distance, branch)
    x_stem = Add(x_branch, stem)
    x_rank = Add(x_stem, rank)
    x = Gelu(x_rank)
    padded = Pad(x, ends)
    x_q, x_scale, x_zero = DynamicQuantizeLinear(padded)
    two_before = Slice(x_q, zero, minus_four, one)
    before = Slice(x_q, one, minus_three, one)
    itself = Slice(x_q, two, minus_two, one)
    after = Slice(x_q, three, minus_one, one)
    two_after = Slice(x_q, four, far, one)
    around = Concat <axis = -1> (two_before, before, itself, after, two_after)
    products = MatMulInteger(around, near_matrix, x_zero)
    products_f = Cast <to = 1> (products)
    scales = Mul(x_scale, near_matrix_scale)
    scaled = Mul(products_f, scales)
    near = Add(scaled, near_bias)
    near_hidden = Gelu(near)
    hidden = Add(x, near_hidden)
    projected = MatMul(hidden, last_matrix)
    logits = Add(projected, last_bias)
    output = LogSoftmax <axis = -1> (logits)
}
"""
_RELATION = ("distance", "branch", "stem", "rank")
_NUMBERS = {
    "zero": 0,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "minus_one": -1,
    "minus_two": -2,
    "minus_three": -3,
    "minus_four": -4,
    "far": np.iinfo(np.int64).max,
}


def pair_graph(head: Weights) -> ModelProto:
    """The graph of a `PairHead`: the log-probabilities of its labels [k, n, labels]."""
    near = head["near.weight"]
    arrays = {
        **_beside("word", head, "word", "word_product"),
        **_beside("cue", head, "chosen", "chosen_product"),
        **{f"{name}_table": head[f"{name}.weight"] for name in _RELATION},
        **_in_int8("near_matrix", near.transpose(2, 1, 0).reshape(-1, near.shape[0])),
        "near_bias": head["near.bias"],
        "last_matrix": head["last.weight"].T,
        "last_bias": head["last.bias"],
        "ends": np.array([0, 2, 0, 0, 2, 0]),
        **{name: np.array([number]) for name, number in _NUMBERS.items()},
    }
    model = parse_model(_GRAPH)
    model.graph.initializer.extend(
        numpy_helper.from_array(np.ascontiguousarray(array), name) for name, array in arrays.items()
    )
    onnx.checker.check_model(model)
    return model


def _beside(name: str, head: Weights, first: str, second: str) -> Weights:
    """Two linear layers of the same input as one, the second's output beside the first's."""
    layers = (first, second)
    return {
        f"{name}_matrix": np.concatenate([head[f"{layer}.weight"].T for layer in layers], axis=1),
        f"{name}_bias": np.concatenate([head[f"{layer}.bias"] for layer in layers]),
    }


def _in_int8(name: str, matrix: NDArray[np.float32]) -> Weights:
    """The `matrix` in int8, and the scale of each of its columns."""
    scale = np.abs(matrix).max(axis=0) / _MOST
    return {name: np.rint(matrix / scale).astype(np.int8), f"{name}_scale": scale}

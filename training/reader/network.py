"""The network in PyTorch: a MiniLM encoder that also sees the parse, and two heads a task."""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from training.reader.tasks import Task

WIDTH, LAYERS, HEADS, INNER = 384, 6, 12, 1536
TAGS, DEPS = 64, 64
"""Room for tags and dependency labels, the unknown one (0) included."""
DISTANCES = 40
RANKS = 6


class Dropout(nn.Module):
    """Dropout whose masks are slices of one that was drawn before: cheap on a CPU."""

    pool: Tensor

    def __init__(self, rate: float, size: int = 1 << 23) -> None:
        super().__init__()
        kept = torch.rand(size) >= rate
        self.register_buffer("pool", (kept / (1 - rate)).to(torch.bfloat16), persistent=False)

    def forward(self, x: Tensor) -> Tensor:
        """`x`, with some of its numbers dropped while training."""
        if not self.training:
            return x
        size = x.numel()
        at = int(torch.randint(0, self.pool.numel() - size, ()))
        return x * self.pool[at : at + size].view(x.shape).to(x.dtype)


class Layer(nn.Module):
    """One transformer layer (post-norm, as in BERT)."""

    def __init__(self, dropout: Dropout) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up = nn.Linear(WIDTH, INNER)
        self.down = nn.Linear(INNER, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = dropout

    def forward(self, x: Tensor, blind: Tensor) -> Tensor:
        """`x` [b, t, WIDTH] to the same shape; `blind` is added to the attention."""
        batch, length, _ = x.shape
        q, k, v = self.qkv(x).view(batch, length, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        weights = (q @ k.transpose(-1, -2)) * (1 / math.sqrt(WIDTH // HEADS)) + blind.to(q.dtype)
        mixed = (weights.softmax(-1) @ v).transpose(1, 2).reshape(batch, length, WIDTH)
        x = self.norm1(x + self.dropout(self.out(mixed)))
        return self.norm2(x + self.dropout(self.down(functional.gelu(self.up(x)))))


class Encoder(nn.Module):
    """Word pieces, with the tag and label of the word they belong to, to vectors."""

    def __init__(self, rate: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(30522, WIDTH)
        self.places = nn.Embedding(512, WIDTH)
        self.tags = nn.Embedding(TAGS, WIDTH)
        self.deps = nn.Embedding(DEPS, WIDTH)
        nn.init.normal_(self.tags.weight, std=0.01)
        nn.init.normal_(self.deps.weight, std=0.01)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        dropout = Dropout(rate)
        self.dropout = dropout
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))

    def forward(self, pieces: Tensor, tags: Tensor, deps: Tensor, blind: Tensor) -> Tensor:
        """Vectors [b, t, WIDTH] of the pieces: see Batch."""
        places = self.places(torch.arange(pieces.shape[1]))
        x = self.norm(self.words(pieces) + places + self.tags(tags) + self.deps(deps))
        x = self.dropout(x)
        for layer in self.layers:
            x = layer(x, blind)
        return x

    def load_base(self, folder: Path) -> None:
        """Take over the weights of the base encoder (MiniLM-L6-H384-uncased)."""
        base = load_file(folder / "model.safetensors")
        kind = base["embeddings.token_type_embeddings.weight"][0]
        self.words.weight.data = base["embeddings.word_embeddings.weight"].clone()
        self.places.weight.data = base["embeddings.position_embeddings.weight"] + kind
        self.norm.weight.data = base["embeddings.LayerNorm.weight"].clone()
        self.norm.bias.data = base["embeddings.LayerNorm.bias"].clone()
        for number, layer in enumerate(self.layers):
            _load_layer(layer, base, f"encoder.layer.{number}.")


def _load_layer(layer: Layer, base: dict[str, Tensor], at: str) -> None:
    for part in ("weight", "bias"):
        three = [base[f"{at}attention.self.{name}.{part}"] for name in ("query", "key", "value")]
        getattr(layer.qkv, part).data = torch.cat(three)
        for ours, theirs in (
            (layer.out, "attention.output.dense"),
            (layer.norm1, "attention.output.LayerNorm"),
            (layer.up, "intermediate.dense"),
            (layer.down, "output.dense"),
            (layer.norm2, "output.LayerNorm"),
        ):
            getattr(ours, part).data = base[f"{at}{theirs}.{part}"].clone()


class WordHead(nn.Module):
    """Some questions about each word, answered from it, its head in the tree, its tag and label."""

    def __init__(self, labels: int, hidden: int = 256) -> None:
        super().__init__()
        self.own = nn.Linear(WIDTH, hidden)
        self.above = nn.Linear(WIDTH, hidden)
        self.tags = nn.Embedding(TAGS, hidden)
        self.deps = nn.Embedding(DEPS, hidden)
        self.last = nn.Linear(hidden, labels)
        self.dropout = Dropout(0.2)

    def forward(self, words: Tensor, heads: Tensor, tags: Tensor, deps: Tensor) -> Tensor:
        """`words` [n, WIDTH]; the others [n]; logits [n, labels]."""
        x = (
            self.own(words)
            + self.above(words).index_select(0, heads)
            + self.tags(tags)
            + self.deps(deps)
        )
        return self.last(self.dropout(functional.gelu(x)))


class PairHead(nn.Module):
    """For each chosen word (a cue, a predicate), what every word of its window is to it.

    Sees both words, how far apart they stand, and the way from one to the other in the tree.
    """

    def __init__(self, labels: int, hidden: int = 192) -> None:
        super().__init__()
        self.word = nn.Linear(WIDTH, hidden)
        self.chosen = nn.Linear(WIDTH, hidden)
        self.word_product = nn.Linear(WIDTH, hidden)
        self.chosen_product = nn.Linear(WIDTH, hidden)
        self.distance = nn.Embedding(DISTANCES, hidden)
        self.branch = nn.Embedding(DEPS, hidden)
        self.stem = nn.Embedding(DEPS, hidden)
        self.rank = nn.Embedding(RANKS, hidden)
        self.near = nn.Conv1d(hidden, hidden, 5, padding=2)
        self.last = nn.Linear(hidden, labels)
        self.dropout = Dropout(0.2)

    def forward(self, words: Tensor, chosen: Tensor, relation: Tensor) -> Tensor:
        """`words` [k, n, WIDTH] or [1, n, WIDTH], `chosen` [k, WIDTH], `relation` [k, n, 4].

        Logits [k, n, labels].
        """
        distance, branch, stem, rank = relation.unbind(-1)
        x = self.word(words) + self.chosen(chosen)[:, None]
        x = x + self.word_product(words) * self.chosen_product(chosen)[:, None]
        for table, numbers in (
            (self.distance, distance),
            (self.branch, branch),
            (self.stem, stem),
            (self.rank, rank),
        ):
            x = x + functional.embedding(numbers, table.weight.to(x.dtype))
        x = functional.gelu(x)
        x = x + functional.gelu(self.near(x.transpose(1, 2)).transpose(1, 2))
        return self.last(self.dropout(x))


@dataclass(frozen=True, slots=True)
class Batch:
    """Padded windows with their targets for one task; their chosen words in one row.

    `pieces`, `tags`, `deps` are [b, t]; `blind` [b, 1, 1, t]; `firsts` [b, n] is where each word's
    first piece is. `heads` [b, n] in the window, `word_targets` [b, n, questions] (NaN: not known).
    `window` [k] and `chosen` [k] say where each chosen word is, `relation` [k, n, 4] and
    `pair_targets` [k, n] (UNKNOWN: not known) what the words of its window are to it.
    """

    task: Task
    pieces: Tensor
    tags: Tensor
    deps: Tensor
    blind: Tensor
    firsts: Tensor
    word_tags: Tensor
    word_deps: Tensor
    heads: Tensor
    word_targets: Tensor
    window: Tensor
    chosen: Tensor
    relation: Tensor
    pair_targets: Tensor


class Heads(nn.Module):
    """The heads of a task: one for words and, if it has pairs, one for pairs of words."""

    def __init__(self, task: Task) -> None:
        super().__init__()
        self.words = WordHead(task.word_labels)
        self.pairs = PairHead(task.pair_labels) if task.pair_labels else None


class Network(nn.Module):
    """One encoder, which all tasks share, and the heads of each."""

    def __init__(self) -> None:
        super().__init__()
        self.encoder = Encoder()
        self.heads = nn.ModuleDict({task.value: Heads(task) for task in Task})

    def of(self, task: Task) -> Heads:
        """The heads of `task`."""
        heads = self.heads[task.value]
        assert isinstance(heads, Heads)
        return heads

    def forward(self, b: Batch) -> tuple[Tensor, Tensor]:
        """The logits of the word head [b, n, word_labels] and the pair head [k, n, pair_labels].

        The latter are empty for a task without pairs.
        """
        heads = self.of(b.task)
        vectors = self._vectors(b)
        size, length = b.firsts.shape
        above = (b.heads + torch.arange(size)[:, None] * length).reshape(-1)
        flat = vectors.reshape(-1, WIDTH)
        words = heads.words(flat, above, b.word_tags.reshape(-1), b.word_deps.reshape(-1))
        words = words.view(size, length, -1)
        if heads.pairs is None:
            return words, torch.empty(0)
        return words, heads.pairs(vectors[b.window], vectors[b.window, b.chosen], b.relation)

    def _vectors(self, b: Batch) -> Tensor:
        """Vectors [b, n, WIDTH] of the words: those of their first pieces."""
        x = self.encoder(b.pieces, b.tags, b.deps, b.blind)
        return torch.gather(x, 1, b.firsts[..., None].expand(-1, -1, WIDTH))

"""List how words are written inside a sentence, for texts that are in capitals throughout.

    python -m training.word_forms PATH

Counts the words of English web and news texts in the folder PATH (see TREEBANKS and TEXTS; of GUM
the freely licensed genres only) and writes `src/sayso/reader/word_forms.txt`: the words that are
mostly written otherwise than as a name would be, since an unlisted word is taken for a name.
"""

from __future__ import annotations

import gzip
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from sayso.reader.casing import as_a_name
from training.corpora import corpus_rows
from training.gum import FREE_GENRES

TABLE = Path(__file__).parents[1] / "src/sayso/reader/word_forms.txt"
HEADER = "# How words are written inside a sentence; made by training/word_forms.py.\n"
FEWEST = 2
"""A form that was seen less often may be an error."""
WORD = re.compile(r"[^\W\d_]{2,}")
SENTENCE = re.compile(r"[^.!?:;\n\"“”]+")
MOSTLY_SMALL = 0.5
"""The share of its words that a sentence has in small letters if it is neither title nor shout."""
TREEBANKS = ("ewt/train.conllu.gz", "gum/train.conllu.gz")
TEXTS = (
    "roles/masc.jsonl.gz",
    "polnear/train.jsonl.gz",
    "timebank/timebank.jsonl.gz",
    "places/lgl.jsonl.gz",
    "places/geovirus.jsonl.gz",
    "stance/fnc1-train-bodies.jsonl.gz",
    "events/ecbplus.jsonl.gz",
)


def texts(corpora: Path) -> Iterator[str]:
    """The texts to count, or their sentences."""
    for name in TREEBANKS:
        yield from _sentences(corpora / name)
    for name in TEXTS:
        yield from (row["text"] for row in corpus_rows(corpora / name))


def _sentences(path: Path) -> Iterator[str]:
    """The sentences of a treebank, of GUM those that are free for everybody to use."""
    free = True
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("# newdoc id = GUM_"):
                free = line.split("_")[1] in FREE_GENRES
            elif free and line.startswith("# text = "):
                yield line.removeprefix("# text = ")


def forms(sentences: Iterator[str]) -> Iterator[str]:
    """The words to list, as they are mostly written."""
    seen: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for text in sentences:
        for sentence in SENTENCE.findall(text):
            words = WORD.findall(sentence)
            if sum(map(str.islower, words)) > MOSTLY_SMALL * len(words):
                for word in words[1:]:
                    seen[word.lower()][word] += 1
    for counts in seen.values():
        form, times = counts.most_common(1)[0]
        if times >= FEWEST and form != as_a_name(form.upper()):
            yield form


def main(corpora: Path) -> None:
    """Write the list."""
    listed = sorted(forms(texts(corpora)), key=str.lower)
    TABLE.write_text(HEADER + "".join(f"{form}\n" for form in listed), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))

"""Write the trained network as the file that sayso runs.

    python -m training.stance.settle PATH/corpora

First tells how well `build/stance/first.pt`, made an int8 network, does on the stories
that it has not seen; then writes `build/stance/last.pt`, which has seen all, as
`src/sayso/reader/stance.onnx`.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
from sklearn.metrics import f1_score

from sayso.links.stance import relevant, stance_chances
from sayso.model import ReportStance
from training.reader.training import trained
from training.stance.challenge import read_bodies, read_pairs
from training.stance.export import export
from training.stance.fit import FIRST, LAST
from training.stance.material import held_back, sentences
from training.stance.network import StanceNetwork

NAME = "stance 1"


def held_back_f1(corpora: Path) -> dict[ReportStance, float]:
    """The F1 of each stance on the stories held back, without pairs across parts."""
    bodies = {body.id: sentences(body) for body in read_bodies(corpora, "train") if held_back(body)}
    right, told = [], []
    for pair in read_pairs(corpora, "train"):
        if pair.body in bodies and not pair.cross:
            those = bodies[pair.body]
            chosen = [those[at] for at in relevant(pair.headline, those)]
            right.append(list(ReportStance).index(pair.stance))
            told.append(int(np.argmax(stance_chances(pair.headline, chosen))))
    found = f1_score(right, told, labels=range(len(ReportStance)), average=None)
    return dict(zip(ReportStance, found.round(3).tolist(), strict=True))


def main(corpora: Path) -> None:
    """Export, measure, export."""
    export(trained(StanceNetwork(), FIRST), {"name": NAME})
    print("stories held back, F1:", held_back_f1(corpora))
    export(trained(StanceNetwork(), LAST), {"name": NAME})


if __name__ == "__main__":
    main(Path(sys.argv[1]))

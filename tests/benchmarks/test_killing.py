import sys
from pathlib import Path

import pytest

from benchmarks.killing import kill_often
from tests.pipeline.fakes import READING_FIRST_LINES


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="kills process groups")
def test_runs_that_are_killed_lose_and_repeat_nothing(tmp_path: Path) -> None:
    assert kill_often(tmp_path, kills=6, seed=7, program=READING_FIRST_LINES).kills == 6

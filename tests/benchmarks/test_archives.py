"""The archive that streaming is measured on."""

from __future__ import annotations

from pathlib import Path

from benchmarks.archives import stream, write_archive


def test_the_made_up_archive_is_the_same_each_time_and_is_read_whole(tmp_path: Path) -> None:
    for name in ("one.warc.gz", "two.warc.gz"):
        write_archive(tmp_path / name, 3)
    assert (tmp_path / "one.warc.gz").read_bytes() == (tmp_path / "two.warc.gz").read_bytes()
    peaks = list(stream(tmp_path / "one.warc.gz", acquired=True))
    assert len(peaks) == 3
    assert min(peaks) > 0

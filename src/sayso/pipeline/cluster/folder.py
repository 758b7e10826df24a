"""A folder on a disk that all machines share, or in a store, wherever fsspec leads."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sayso.ledger.raw import write_whole
from sayso.model import ClusterError, ExtraMissing


class Folder:
    """A folder of files, each there whole or not at all; it can be handed to another process.

    `where` is a path, or an address as `s3://bucket/folder`. Raises ExtraMissing where what reaches
    the store is not installed, ClusterError where the store or the disk refuses.
    """

    def __init__(self, where: str) -> None:
        self.where = where if "://" in where else str(Path(where).absolute())

    def names(self, folder: str) -> list[str]:
        """What the files in `folder` are called, in order; none where there is no such folder.

        Left out are empty ones, which some stores show while they take a file in.
        """
        with _refusals_told(self.where):
            files, root = self._reached()
            files.invalidate_cache()
            place = f"{root}/{folder}"
            found = files.ls(place, detail=True) if files.isdir(place) else []
        names = (one["name"].rpartition("/")[2] for one in found if one["size"])
        return sorted(name for name in names if not name.startswith("."))

    def read(self, path: str) -> bytes:
        """The bytes of the file at `path` in it."""
        with _refusals_told(self.where):
            files, root = self._reached()
            raw: bytes = files.cat_file(f"{root}/{path}")
            return raw

    def write(self, path: str, raw: bytes) -> None:
        """Put `raw` at `path`, in place of what is there."""
        with _refusals_told(self.where):
            files, root = self._reached()
            if "file" in files.protocol:
                write_whole(Path(root, path), raw)
            else:  # what a store has taken in is there whole
                files.pipe_file(f"{root}/{path}", raw)

    def remove(self, path: str) -> None:
        """Take the file at `path` away."""
        with _refusals_told(self.where):
            files, root = self._reached()
            files.rm_file(f"{root}/{path}")

    def _reached(self) -> tuple[Any, str]:
        from fsspec.core import url_to_fs  # noqa: PLC0415 - an extra brings it

        files, root = url_to_fs(self.where)
        return files, root


@contextmanager
def _refusals_told(where: str) -> Iterator[None]:
    try:
        yield
    except ModuleNotFoundError as error:
        raise ExtraMissing(f"{where} ({error.name})", extra="scale") from error
    except Exception as error:  # each store has errors of its own
        reason = str(error) or type(error).__name__
        raise ClusterError(f"{where} cannot be used: {reason}") from error

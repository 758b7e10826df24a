"""A store that other processes reach over the network: as much of WebHDFS as fsspec asks for.

It keeps files below a folder, and shows a file that is being written as an empty one, as HDFS does.
See "WebHDFS REST API" in the documentation of Apache Hadoop.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import parse_qsl, unquote, urlsplit

_ROOT = "/webhdfs/v1"


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """The address of a store that keeps its files in `folder`: `webhdfs://127.0.0.1:PORT`."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, folder))
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"webhdfs://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


class _Handler(BaseHTTPRequestHandler):
    """Answers one request: what is asked for stands in `op`, about which file in the path."""

    def __init__(self, folder: Path, *given: object) -> None:
        self._folder = folder
        super().__init__(*given)  # type: ignore[arg-type] # what the server gives

    def do_GET(self) -> None:
        if not self._path.exists():
            error = {"exception": "FileNotFoundException", "message": f"no file {self._path}"}
            self._answer(404, {"RemoteException": error})
        elif self._asked["op"] == "LISTSTATUS":
            names = sorted(self._path.iterdir()) if self._path.is_dir() else [self._path]
            self._answer(200, {"FileStatuses": {"FileStatus": [_status(one) for one in names]}})
        elif self._asked["op"] == "GETFILESTATUS":
            self._answer(200, {"FileStatus": _status(self._path)})
        else:
            start, length = int(self._asked["offset"]), int(self._asked["length"])
            self._send(200, self._path.read_bytes()[start : start + length])

    def do_PUT(self) -> None:
        """CREATE asks first where to write to, which is here, too."""
        self._body()
        if self._asked["op"] == "CREATE" and "here" not in self._asked:
            self._lead_on()
            return
        self._path.parent.mkdir(parents=True, exist_ok=True)
        self._path.write_bytes(b"")
        self._send(201, b"")

    def do_POST(self) -> None:
        raw = self._body()
        if "here" not in self._asked:
            self._lead_on()
            return
        with self._path.open("ab") as stream:
            stream.write(raw)
        self._send(200, b"")

    def do_DELETE(self) -> None:
        if self._path.is_dir():
            shutil.rmtree(self._path)
        else:
            self._path.unlink()
        self._answer(200, {"boolean": True})

    def log_message(self, *_: object) -> None:
        """Say nothing on the terminal."""

    @property
    def _asked(self) -> dict[str, str]:
        return dict(parse_qsl(urlsplit(self.path).query))

    @property
    def _path(self) -> Path:
        path = unquote(urlsplit(self.path).path).removeprefix(_ROOT)
        return self._folder / path.strip("/")

    def _body(self) -> bytes:
        return self.rfile.read(int(self.headers.get("Content-Length", 0)))

    def _lead_on(self) -> None:
        self._send(307, b"", Location=f"http://{self.headers['Host']}{self.path}&here=1")

    def _answer(self, status: int, told: object) -> None:
        self._send(status, json.dumps(told).encode())

    def _send(self, status: int, raw: bytes, **headers: str) -> None:
        self.send_response(status)
        for name, value in {**headers, "Content-Length": str(len(raw))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(raw)


def _status(path: Path) -> dict[str, object]:
    found = path.stat()
    return {
        "pathSuffix": path.name,
        "type": "DIRECTORY" if path.is_dir() else "FILE",
        "length": 0 if path.is_dir() else found.st_size,
        "modificationTime": int(found.st_mtime * 1000),
    }

"""A small web site on this machine, for tests: what it serves, and what it was asked."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Headers = dict[str, str]
Served = tuple[int, Headers, bytes]
Asked = tuple[str, Headers]


@dataclass
class Site:
    """What is served at each path; a function is called with the headers of the request."""

    url: str
    pages: dict[str, Served | Callable[[Headers], Served]] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)

    def at(self, path: str) -> str:
        return self.url + path

    def page(self, path: str, body: bytes | str, **headers: str) -> str:
        """Serve `body` at `path`; returns its address."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        raw = body.encode() if isinstance(body, str) else body
        self.pages[path] = (200, {"Content-Type": "text/html; charset=utf-8"} | named, raw)
        return self.at(path)

    def paths(self) -> list[str]:
        """The paths asked for, robots.txt left out, in order."""
        return [path for path, _ in self.asked if path != "/robots.txt"]

    def served(self, path: str, headers: Headers) -> Served:
        page = self.pages.get(path, (404, {}, b"not here"))
        return page(headers) if callable(page) else page


@contextmanager
def serving() -> Iterator[Site]:
    """A site on a free port of this machine."""
    site = Site("")

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            headers = {name.lower(): value for name, value in self.headers.items()}
            site.asked.append((self.path, headers))
            status, told, body = site.served(self.path, headers)
            self.send_response(status)
            for name, value in told.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            with suppress(BrokenPipeError):  # whoever asked may be gone
                self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name there
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        site.url = f"http://127.0.0.1:{server.server_address[1]}"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield site
        finally:
            server.shutdown()
            thread.join()

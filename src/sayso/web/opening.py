"""The reading room as it was asked for, refused where it would not be safe."""

from __future__ import annotations

import socket
from dataclasses import dataclass
from pathlib import Path

from fastapi import FastAPI

from sayso.ledger import Ledger, Where
from sayso.model import ServingError
from sayso.telemetry import answering
from sayso.web import server
from sayso.web.app import create_app
from sayso.web.people import People, Person, Role, new_token, sha256_of
from sayso.web.people_file import FilePeople
from sayso.web.server import Tls
from sayso.web.settings import Settings

_OWN_NAMES = ("127.0.0.1", "localhost", "::1")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """How the reading room is asked for; `sayso serve` tells of each."""

    ledger: Where
    host: str = "127.0.0.1"
    port: int = 0
    names: tuple[str, ...] = ()
    read_only: bool = False
    people: Path | None = None
    tls: Tls | None = None
    insecure_http: bool = False
    proxies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Room:
    """A reading room that listens at `socket`; `address` is where browsers find it.

    `entrance` is the address to begin at: it logs in who opened the room.
    """

    app: FastAPI
    socket: socket.socket
    address: str
    entrance: str
    tls: Tls | None

    def run(self) -> None:
        """Answer until the process is told to stop."""
        answering.room_opened(self.address)
        try:
            server.run(self.app, self.socket, self.tls)
        finally:
            answering.room_closed()


def opened(asked: Asked, user: str) -> Room:
    """The room, listening; `user` may do everything in it unless a file says who may.

    Raises ServingError where it would not be safe or cannot be, LedgerError for the ledger.
    """
    _require_safe(asked)
    _require_ledger(asked)
    token = new_token()
    app = create_app(
        Settings(
            ledger=asked.ledger,
            people=_people(asked, user, token),
            hosts=frozenset(name.lower() for name in (*_OWN_NAMES, asked.host, *asked.names)),
            open_to_read=asked.people is None,
            read_only=asked.read_only,
            proxies=frozenset(asked.proxies),
        )
    )
    at = server.listening(asked.host, asked.port)
    address = _address(asked, at.getsockname()[1])
    is_by_token = asked.people is None and not asked.read_only
    entrance = f"{address}log-in?token={token}" if is_by_token else address
    return Room(app, at, address, entrance, asked.tls)


def _require_safe(asked: Asked) -> None:
    if asked.read_only and asked.people is not None:
        raise ServingError(
            "--read-only shows the ledger to everybody, --people to some: leave out one of them"
        )
    if asked.tls is not None:
        server.require_usable(asked.tls)
    if not server.is_local(asked.host) and asked.tls is None and not asked.insecure_http:
        raise ServingError(
            f"at {asked.host} others can listen in: give --tls-cert and --tls-key, or"
            " --insecure-http where something in between speaks TLS or nobody can"
        )
    if asked.proxies:
        _require_safe_proxies(asked)
    if asked.proxies or not server.is_local(asked.host):
        _require_safe_for_others(asked)


def _require_safe_proxies(asked: Asked) -> None:
    for given in asked.proxies:
        if not server.is_network(given):
            raise ServingError(
                f"{given} is no address of a proxy: give one as 192.0.2.7, or a network as"
                " 192.0.2.0/24"
            )
    if not asked.names:
        raise ServingError("say with --name by which name browsers ask the proxy")


def _require_safe_for_others(asked: Asked) -> None:
    by = f"through the proxy {asked.proxies[0]}" if asked.proxies else f"at {asked.host}"
    if asked.people is None and not asked.read_only:
        raise ServingError(
            f"{by} others can come: say who may with --people (`sayso people` makes the file), or"
            " let everybody read and nobody judge with --read-only"
        )
    if server.is_everywhere(asked.host) and not asked.names:
        raise ServingError(
            f"{asked.host} is every address of this machine: say with --name by which name or"
            " address browsers will ask"
        )


def _require_ledger(asked: Asked) -> None:
    """What is wrong with the ledger is said before anything listens."""
    with Ledger(asked.ledger, mode="read" if asked.read_only else "write", make=False):
        pass


def _people(asked: Asked, user: str, token: str) -> People:
    if asked.people is not None:
        return FilePeople(asked.people)
    if asked.read_only:
        return People()
    return People([Person(name=user, role=Role.ADMIN, token_sha256=sha256_of(token))])


def _address(asked: Asked, port: int) -> str:
    if asked.proxies:
        return f"https://{asked.names[0]}/"  # the proxy's own, at which browsers ask
    host = asked.names[0] if asked.names else asked.host
    scheme = "https" if asked.tls else "http"
    return f"{scheme}://{f'[{host}]' if ':' in host else host}:{port}/"

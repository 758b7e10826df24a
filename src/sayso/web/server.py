"""The reading room on a port of this machine."""

from __future__ import annotations

import ipaddress
import socket
import ssl
from dataclasses import dataclass
from errno import EACCES, EADDRINUSE, EADDRNOTAVAIL
from pathlib import Path

import uvicorn
from fastapi import FastAPI
from uvicorn.config import LOGGING_CONFIG

from sayso.model import ServingError
from sayso.telemetry import logs

_AT_ONCE = 1
"""Seconds that whoever still loads a page has when the room closes."""
_WHY = {
    EADDRINUSE: "port {port} is taken, perhaps by another sayso: give another with --port",
    EADDRNOTAVAIL: "{host} is no address of this machine: give another with --host",
    EACCES: "port {port} needs more permissions than you have: give one above 1023 with --port",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Tls:
    """The files of the certificate, with those that vouch for it, and of its private key."""

    certificate: Path
    key: Path


def is_local(host: str) -> bool:
    """Whether `host` is this machine alone; raises ServingError for a name of nothing."""
    return all(ipaddress.ip_address(address).is_loopback for _, address in _addresses(host))


def is_everywhere(host: str) -> bool:
    """Whether `host` is every address of this machine, and so no name to ask by."""
    return any(ipaddress.ip_address(address).is_unspecified for _, address in _addresses(host))


def is_network(given: str) -> bool:
    """Whether `given` is the address of a machine or of a network, as 192.0.2.7 or 192.0.2.0/24."""
    try:
        ipaddress.ip_network(given)
    except ValueError:
        return False
    return True


def listening(host: str, port: int) -> socket.socket:
    """A socket that listens at `host` and `port` (0: any that is free).

    Raises ServingError when that cannot be.
    """
    family, address = _addresses(host)[0]
    try:
        return socket.create_server((address, port), family=family)
    except OSError as error:
        why = _WHY.get(error.errno or 0, f"cannot listen at {{host}}: {error.strerror}")
        raise ServingError(why.format(host=host, port=port)) from error


def require_usable(tls: Tls) -> None:
    """Raises ServingError when no browser could be answered with these files."""
    try:
        ssl.create_default_context(ssl.Purpose.CLIENT_AUTH).load_cert_chain(
            tls.certificate, tls.key, password=_no_password
        )
    except (OSError, ValueError) as error:
        told = f"{tls.certificate} and {tls.key} are no certificate and its key: {error}"
        raise ServingError(told) from error


def run(app: FastAPI, at: socket.socket, tls: Tls | None) -> None:
    """Answer at the socket `at` until the process is told to stop."""
    config = uvicorn.Config(
        app,
        log_level="warning",
        log_config=None if logs.is_on() else LOGGING_CONFIG,
        access_log=False,  # ours tells which page, and never what was asked of it
        server_header=False,
        proxy_headers=False,  # the room believes the proxies that it was told of
        timeout_graceful_shutdown=_AT_ONCE,
        ssl_certfile=tls.certificate if tls else None,
        ssl_keyfile=tls.key if tls else None,
    )
    uvicorn.Server(config).run(sockets=[at])


def _no_password() -> str:
    raise ValueError("the key is encrypted: give one that is not")


def _addresses(host: str) -> list[tuple[socket.AddressFamily, str]]:
    try:
        found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise ServingError(f"{host} is no address of this machine") from error
    return [(family, str(where[0])) for family, _, _, _, where in found]

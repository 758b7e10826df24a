"""Which address a URL leads to, and that it is one of the public network.

A page could otherwise redirect sayso to a service that only this machine reaches. The name is
resolved once and the connection made to that very address: a name that resolves differently a
moment later changes nothing.
"""

from __future__ import annotations

import ipaddress
import socket
from dataclasses import dataclass
from urllib.parse import SplitResult, urlsplit

from sayso.model import InputError

_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """Where to send a request: the parts of a URL, and the address its host resolved to."""

    secure: bool
    host: str
    port: int
    path: str
    address: str

    @property
    def authority(self) -> str:
        """Host and port as the `Host` header has them."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS["https" if self.secure else "http"] else self.site

    @property
    def site(self) -> str:
        """Host and port, always with the port."""
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"


def target_of(url: str, *, private: bool) -> Target:
    """Where `url` leads; raises InputError (stage `fetch`) where sayso does not go."""
    parts, host, port = parts_of(url)
    path = parts.path or "/"
    return Target(
        secure=parts.scheme == "https",
        host=host,
        port=port,
        path=f"{path}?{parts.query}" if parts.query else path,
        address=_address(host, port, private=private),
    )


def parts_of(url: str) -> tuple[SplitResult, str, int]:
    """The parts of an http or https URL, its host in ASCII, and the port.

    Raises InputError (stage `fetch`) for anything else.
    """
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise InputError(f"{url} is no URL: {error}", stage="fetch") from error
    if parts.scheme not in _PORTS or not host:
        raise InputError(f"{url} is no http or https address", stage="fetch")
    if parts.username is not None:
        raise InputError("it holds a user name: give the address without", stage="fetch")
    try:
        name = host if ":" in host else host.encode("idna").decode()
    except UnicodeError as error:
        raise InputError(f"{host} is no host name: {error}", stage="fetch") from error
    return parts, name, port or _PORTS[parts.scheme]


def _address(host: str, port: int, *, private: bool) -> str:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except OSError as error:
        reason = f"the host {host} cannot be found: {error.strerror or error}"
        raise InputError(reason, stage="fetch") from error
    addresses = [str(socket_address[0]) for *_, socket_address in found]
    if not private and (inside := next(filter(_is_private, addresses), None)):
        raise InputError(
            f"{host} is {inside}, an address of the local network: if that is meant, "
            "allow it with --private-addresses",
            stage="fetch",
        )
    return addresses[0]


def _is_private(address: str) -> bool:
    found = ipaddress.ip_address(address.partition("%")[0])
    mapped = found.ipv4_mapped if isinstance(found, ipaddress.IPv6Address) else None
    return not (mapped or found).is_global or found.is_multicast

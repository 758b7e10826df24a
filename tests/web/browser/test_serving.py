"""`sayso serve` as a process: where it listens, and how it ends."""

import signal
import socket
import ssl
import subprocess
import time
from datetime import UTC, datetime, timedelta
from ipaddress import IPv4Address
from pathlib import Path

import httpx
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PrivateFormat
from cryptography.x509.oid import NameOID

from tests.web.served import sayso, served
from tests.web_room import written

LOCAL = IPv4Address("127.0.0.1")


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("served") / "sayso.db")


def refused(*words: str | Path) -> str:
    ended = subprocess.run(  # noqa: S603 - our own command
        [*sayso(), "serve", *words], capture_output=True, text=True, timeout=60, check=False
    )
    assert ended.returncode == 1
    return ended.stderr


@pytest.mark.slow
def test_it_listens_here_alone_and_ends_at_once(ledger: Path) -> None:
    with served(ledger) as room:
        assert room.address.startswith("http://127.0.0.1:")
        # A connection that stays open does not hold it.
        with httpx.Client() as client:
            answer = client.get(room.entrance)
            assert answer.status_code == 303
            assert "server" not in answer.headers
            began = time.monotonic()
            room.process.send_signal(signal.SIGINT)
            assert room.process.wait(10) == 130
            assert time.monotonic() - began < 5


@pytest.mark.slow
def test_a_port_that_is_taken_is_told(ledger: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        told = refused("--ledger", ledger, "--port", str(taken.getsockname()[1]))
    assert "is taken" in told
    assert "--port" in told


@pytest.mark.slow
@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--host", "0.0.0.0"], "--tls-cert"),  # noqa: S104 - refused
        (["--host", "0.0.0.0", "--insecure-http"], "--people"),  # noqa: S104 - refused
        (["--host", "0.0.0.0", "--insecure-http", "--read-only"], "--name"),  # noqa: S104 - refused
        (["--host", "192.0.2.1", "--insecure-http", "--read-only"], "no address of this machine"),
        (["--read-only", "--people", "x.toml"], "leave out one"),
        (["--people", "x.toml"], "cannot be read"),
        (["--tls-cert", "x", "--tls-key", "y"], "no certificate and its key"),
        (["--proxy", "*", "--name", "n", "--read-only"], "no address of a proxy"),
        (["--proxy", "127.0.0.1", "--read-only"], "--name"),
        (["--proxy", "127.0.0.1", "--name", "n"], "--people"),
    ],
)
def test_what_is_not_safe_is_refused(ledger: Path, options: list[str], told: str) -> None:
    assert told in refused("--ledger", ledger, *options)


@pytest.fixture
def certificate(tmp_path: Path) -> tuple[Path, Path]:
    """A certificate for 127.0.0.1, signed by itself, and its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "here")])
    now = datetime.now(UTC)
    signed = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - timedelta(hours=1))
        .not_valid_after(now + timedelta(hours=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(LOCAL)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    paths = tmp_path / "cert.pem", tmp_path / "key.pem"
    paths[0].write_bytes(signed.public_bytes(Encoding.PEM))
    paths[1].write_bytes(
        key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    return paths


@pytest.mark.slow
def test_over_tls_the_cookie_goes_nowhere_else(
    ledger: Path, certificate: tuple[Path, Path]
) -> None:
    cert, key = map(str, certificate)
    trusted = ssl.create_default_context(cafile=cert)
    with served(ledger, "--tls-cert", cert, "--tls-key", key) as room:
        assert room.address.startswith("https://127.0.0.1:")
        answer = httpx.get(room.entrance, verify=trusted)
    assert "Secure" in answer.headers["set-cookie"]

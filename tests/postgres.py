"""A PostgreSQL server for the tests: started for them alone, and gone with them."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from itertools import count
from pathlib import Path
from urllib.parse import quote

import psycopg
import pytest

from sayso.ledger import FileAddress, Ledger

_INSTALLED = Path("/usr/lib/postgresql")
"""Where Debian keeps what is not for the PATH."""

_SETTINGS = """
listen_addresses = ''
fsync = off
full_page_writes = off
synchronous_commit = off
shared_buffers = 32MB
"""

# It lives as long as somebody holds the other end of its input: so nothing is left of it, however
# the tests end.
_KEEPER = """
cd "$1"
initdb --no-sync --auth=trust --username=postgres --encoding=UTF8 --locale=C cluster >log 2>&1 &&
cat settings >>cluster/postgresql.conf &&
pg_ctl --wait --pgdata=cluster --log=log --options="-k '$1'" start >/dev/null && echo ready
read -r _
pg_ctl --pgdata=cluster --mode=immediate stop >/dev/null
rm -rf "$1"
"""

DATABASES = ("sqlite", "postgresql")
"""What keeps ledgers."""

Where = Path | str
"""What `Ledger` is told of where a ledger is."""

Somewhere = Callable[[], AbstractContextManager[Where]]
"""Makes a place for a new ledger, which goes when the block ends."""


@dataclass
class Server:
    """A PostgreSQL server in a folder of its own, asked through a socket there."""

    folder: Path
    _numbers: Iterator[int] = field(default_factory=count)

    def address(self, name: str) -> str:
        """Where the database called `name` is, for whoever may do everything."""
        return f"postgresql://postgres@/{name}?host={self.folder}"

    def run(self, command: str) -> None:
        """Have the server do `command` outside any transaction, as whoever may do everything."""
        with psycopg.connect(self.address("postgres"), autocommit=True) as connection:
            connection.execute(command.encode())

    @contextmanager
    def database(self, template: str = "template0") -> Iterator[str]:
        """The address of a new database, as `template` is, which goes when the block ends."""
        name = f"made_{next(self._numbers)}"
        self.run(f"CREATE DATABASE {name} TEMPLATE {template} {self._copying}")
        try:
            yield self.address(name)
        finally:
            self.run(f"DROP DATABASE {name} WITH (FORCE)")

    def new_ledger(self) -> AbstractContextManager[str]:
        """The address of a new ledger with nothing in it, which goes when the block ends."""
        return self.database(self._template)

    @cached_property
    def _copying(self) -> str:
        """How a database is copied: file by file, in half the time of what is usual."""
        with psycopg.connect(self.address("postgres")) as connection:
            can_choose = connection.info.server_version >= 150_000  # before, there is no other way
        return "STRATEGY file_copy" if can_choose else ""

    @cached_property
    def _template(self) -> str:
        """What new ledgers are copied from: quicker than to make each."""
        name = "new_ledger"
        self.run(f"CREATE DATABASE {name} TEMPLATE template0")
        Ledger(self.address(name)).close()
        return name


def as_user(address: str, user: str) -> str:
    """The address of the same database, for another user."""
    return address.replace("//postgres@", f"//{quote(user, safe='')}@", 1)


def file_of(ledger: Ledger) -> Path:
    """The file of a ledger that is in one."""
    assert isinstance(ledger.address, FileAddress)
    return ledger.address.path


def binaries() -> Path | None:
    """The folder of PostgreSQL's programs, the newest where there are several; None without."""
    if found := shutil.which("initdb"):
        return Path(found).resolve().parent
    versions = sorted(_INSTALLED.glob("*/bin/initdb"), key=lambda path: float(path.parts[-3]))
    return versions[-1].parent if versions else None


@contextmanager
def served(programs: Path) -> Iterator[Server]:
    """A server made by the programs of this folder, stopped when the block ends."""
    folder = Path(tempfile.mkdtemp(prefix="sayso-postgres-"))
    (folder / "settings").write_text(_SETTINGS)
    user = _user()
    if user is not None:
        shutil.chown(folder, user)
    command = ["sh", "-c", _KEEPER, "sh", str(folder)]
    keeper = subprocess.Popen(  # noqa: S603 - our own script
        command,
        user=user,
        env=os.environ | {"PATH": f"{programs}:{os.environ['PATH']}", "LC_ALL": "C"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        start_new_session=True,
    )
    assert keeper.stdout is not None
    try:
        if keeper.stdout.readline() != b"ready\n":
            raise RuntimeError(f"PostgreSQL does not start: {(folder / 'log').read_text()}")
        yield Server(folder)
    finally:
        keeper.communicate(b"stop\n")


def _user() -> str | None:
    """Who is to run the server, which refuses to be run by root; None for who runs this."""
    if os.geteuid():
        return None
    users = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in users else "nobody"


@pytest.fixture(scope="session")
def postgres() -> Iterator[Server]:
    """A PostgreSQL server, one for each process of the tests."""
    programs = binaries()
    if programs is None:
        if os.environ.get("CI"):
            pytest.fail("no PostgreSQL: `./check` installs it")
        pytest.skip("no PostgreSQL (Debian: apt install postgresql): nothing was tried on it")
    with served(programs) as server:
        yield server


@pytest.fixture(scope="session")
def somewhere_in(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Callable[[str], Somewhere]:
    """Where a new ledger can be, by the database that is to keep it."""

    @contextmanager
    def file() -> Iterator[Path]:
        yield tmp_path_factory.mktemp("ledger") / "sayso.db"

    def by_name(name: str) -> Somewhere:
        if name == "sqlite":
            return file
        server: Server = request.getfixturevalue("postgres")
        return server.new_ledger

    return by_name


@pytest.fixture(scope="session", params=DATABASES)
def somewhere(
    request: pytest.FixtureRequest, somewhere_in: Callable[[str], Somewhere]
) -> Somewhere:
    """Where a new ledger can be, in each database that keeps ledgers."""
    return somewhere_in(request.param)


on_sqlite = pytest.mark.parametrize("somewhere", ["sqlite"], indirect=True)
on_postgres = pytest.mark.parametrize("somewhere", ["postgresql"], indirect=True)
"""For what only one of them does."""


@pytest.fixture
def where(somewhere: Somewhere) -> Iterator[Where]:
    """A place for a new ledger, in each database that keeps ledgers."""
    with somewhere() as place:
        yield place

"""`sayso serve`: the ledger in the browser."""

from __future__ import annotations

import getpass
from typing import Annotated

import typer

from sayso.cli.options import DEFAULT_LEDGER, LedgerOption
from sayso.cli.output import console
from sayso.ledger.access import require_access

_LOCAL = frozenset(("127.0.0.1", "localhost", "::1"))


def serve(
    *,
    ledger: LedgerOption = DEFAULT_LEDGER,
    port: Annotated[
        int, typer.Option(min=0, max=65535, metavar="N", help="Where to listen.")
    ] = 8765,
    read_only: Annotated[
        bool, typer.Option("--read-only", help="Take no judgements: for publishing.")
    ] = False,
) -> None:
    """Open the ledger in the browser: to read, to check and to judge.

    Listens on this machine alone, until it is stopped. The address that it prints logs you in;
    judgements are signed with your name.

    Example: sayso serve --ledger strait.db
    """
    import uvicorn  # noqa: PLC0415 - no other command needs it

    from sayso.web import People, Person, Role, Settings, create_app  # noqa: PLC0415 - as above
    from sayso.web.people import new_token, sha256_of  # noqa: PLC0415 - as above

    require_access(ledger.absolute(), writing=False)
    token = new_token()
    me = Person(name=getpass.getuser(), role=Role.ADMIN, token_sha256=sha256_of(token))
    app = create_app(
        Settings(ledger=ledger, people=People([me]), hosts=_LOCAL, read_only=read_only)
    )
    address = f"http://127.0.0.1:{port}/"
    console().print(f"{address}log-in?token={token}" if not read_only else address, soft_wrap=True)
    uvicorn.run(app, host="127.0.0.1", port=port, log_level="warning")

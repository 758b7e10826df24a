"""`sayso serve`: the ledger in the browser."""

from __future__ import annotations

import getpass
import webbrowser
from pathlib import Path
from typing import Annotated

import typer

from sayso.cli.measuring import MetricsOption, measured
from sayso.cli.options import DEFAULT_LEDGER, LedgerOption
from sayso.cli.output import console
from sayso.cli.stopping import STOPPED, stoppable
from sayso.ledger import Ledger


def serve(  # noqa: PLR0913 - one parameter an option, as typer has it
    *,
    ledger: LedgerOption = DEFAULT_LEDGER,
    host: Annotated[
        str, typer.Option(metavar="ADDRESS", help="Where to listen: this machine alone.")
    ] = "127.0.0.1",
    port: Annotated[
        int, typer.Option(min=0, max=65535, metavar="N", help="The port; 0 takes a free one.")
    ] = 8765,
    name: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="A name browsers ask by; may be given again."),
    ] = None,
    read_only: Annotated[
        bool, typer.Option("--read-only", help="For publishing: anybody reads, nobody judges.")
    ] = False,
    people: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Who may log in, as `sayso people` writes it."),
    ] = None,
    tls_cert: Annotated[
        Path | None, typer.Option(metavar="FILE", help="The certificate, in PEM.")
    ] = None,
    tls_key: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Its private key, in PEM.")
    ] = None,
    insecure_http: Annotated[
        bool, typer.Option("--insecure-http", help="At another address, do without TLS.")
    ] = False,
    proxy: Annotated[
        list[str] | None,
        typer.Option(
            metavar="ADDRESS", help="A proxy that says for whom it asks; may be given again."
        ),
    ] = None,
    metrics: MetricsOption = None,
    open_: Annotated[bool, typer.Option("--open", help="Open it in the browser.")] = False,
) -> None:
    """Open the ledger in the browser: to read, to check and to judge.

    Listens on this machine alone, until Ctrl-C. The address that it prints logs you in; judgements
    are signed with your name. At another address it wants TLS, and unless it is for reading alone a
    file of the people who may log in. Behind a proxy that speaks TLS with browsers, say which: what
    it tells of them (X-Forwarded-For, X-Forwarded-Proto) is then believed, and of nobody else.

    Example: sayso serve --ledger strait.db
    """
    from sayso.web.opening import Asked, opened  # noqa: PLC0415 - no other command needs it
    from sayso.web.server import Tls  # noqa: PLC0415 - as above

    if (tls_cert is None) != (tls_key is None):
        raise typer.BadParameter("give both --tls-cert and --tls-key", param_hint="--tls-cert")
    room = opened(
        Asked(
            ledger=ledger,
            host=host,
            port=port,
            names=tuple(name or ()),
            read_only=read_only,
            people=people,
            tls=Tls(certificate=tls_cert, key=tls_key) if tls_cert and tls_key else None,
            insecure_http=insecure_http,
            proxies=tuple(proxy or ()),
        ),
        getpass.getuser(),
    )
    console().print(f"{room.entrance}\nCtrl-C closes it.", soft_wrap=True)
    if open_:
        webbrowser.open(room.entrance)
    try:
        with stoppable(), Ledger(ledger, mode="read") as book, measured(metrics, book):
            room.run()
    except KeyboardInterrupt:
        raise typer.Exit(STOPPED) from None

from collections.abc import Callable
from pathlib import Path

import pytest

from sayso.export.dossier import Dossier, Topic, gather
from sayso.ledger import Ledger
from sayso.model import Report
from tests.export.dossier.made_up import MadeUp, fill, made_up

Gather = Callable[..., Dossier]

MADE = "2031-06-01T12:00Z"


def by_publisher(report: Report) -> tuple[str, ...]:
    """Who published a report, as the ledger has it."""
    return (report.publisher,) if report.publisher else ()


@pytest.fixture(scope="session")
def gathered(tmp_path_factory: pytest.TempPathFactory) -> Gather:
    """Gathers a dossier from a ledger of what is made up, recorded in the order given."""
    folder = tmp_path_factory.mktemp("ledgers")

    def of(
        topic: Topic | None = None,
        made: MadeUp | None = None,
        order: tuple[int, ...] = (0, 1, 2, 3),
    ) -> Dossier:
        made = made or made_up()
        name = "-".join([*(each.report.id for each in made.readings), *map(str, order)])
        path = folder / f"{name}.db"
        known = path.exists()
        with Ledger(path) as ledger:
            if not known:
                fill(ledger, made, order)
            return gather(ledger, topic or Topic(), by_publisher)

    return of


@pytest.fixture(scope="session")
def whole(gathered: Gather) -> Dossier:
    """A dossier of all that is made up."""
    return gathered()


@pytest.fixture(scope="session")
def golden() -> Path:
    return Path(__file__).with_name("golden.md")

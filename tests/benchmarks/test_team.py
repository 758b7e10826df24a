import pytest

from benchmarks.team import problems, work
from tests.postgres import Server


@pytest.mark.slow
@pytest.mark.usefixtures("quick_processes")
def test_a_team_loses_and_doubles_nothing(postgres: Server) -> None:
    with postgres.new_ledger() as address:
        worked = work(address, seconds=4)
        assert worked.names()
        assert any(one.judged for one in worked.judged)
        assert not list(problems(address, worked))

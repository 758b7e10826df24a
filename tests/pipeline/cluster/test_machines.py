"""Whether the machines of a cluster would do the same work."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from types import ModuleType

import pytest

from sayso.model import ClusterError, ReaderError
from sayso.model.software import SOFTWARE
from sayso.pipeline.cluster.machines import require_alike, require_same, software
from sayso.pipeline.cluster.session import ray_module

pytestmark = [
    pytest.mark.slow,
    pytest.mark.usefixtures("cluster"),
    # Ray warns of its own settings.
    pytest.mark.filterwarnings("ignore::DeprecationWarning:ray"),
]


def older() -> str:
    return "sayso 0.0.1, a pipeline 1"


def unable() -> str:
    raise ReaderError("the English pipeline is missing")


def elsewhere(monkeypatch: pytest.MonkeyPatch) -> Callable[[], str]:
    """A function of a module that the other machines have not."""
    module = ModuleType("sayso_of_tomorrow")
    exec("def software(): return 'sayso 9'", module.__dict__)  # noqa: S102 - our own words
    monkeypatch.setitem(sys.modules, module.__name__, module)
    found: Callable[[], str] = module.software
    return found


def test_a_machine_with_the_same_is_fine() -> None:
    require_alike(ray_module(), software)


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (older, r"versions of sayso differ: machine .* has sayso 0\.0\.1.*; this process has "),
        (unable, r"machine .* cannot do the work: .*the English pipeline is missing: install"),
    ],
)
def test_what_a_machine_lacks_is_told(asked: Callable[[], str], told: str) -> None:
    with pytest.raises(ClusterError, match=told):
        require_alike(ray_module(), asked)


def test_a_machine_without_sayso_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ClusterError, match=r"cannot do the work: .*No module named 'sayso_of"):
        require_alike(ray_module(), elsewhere(monkeypatch))


@pytest.mark.parametrize(
    ("told", "message"),
    [
        (["sayso 0", "sayso 0"], "versions of sayso differ: a has sayso 0; this process has "),
        ([f"{SOFTWARE}, x", "sayso 0, x"], "versions of sayso differ: b has sayso 0, x"),
        ([f"{SOFTWARE}, x", f"{SOFTWARE}, y"], f"a has {SOFTWARE}, x; b has {SOFTWARE}, y"),
    ],
)
def test_machines_that_differ_are_told(told: list[str], message: str) -> None:
    with pytest.raises(ClusterError, match=re.escape(message)):
        require_same(dict(zip("abc", told, strict=False)))


def test_machines_that_do_not_differ_are_fine() -> None:
    require_same({"a": f"{SOFTWARE}, x", "b": f"{SOFTWARE}, x"})

"""Processes for tests: what reading takes is loaded once for all of them."""

from __future__ import annotations

import multiprocessing
import sys
from multiprocessing import forkserver
from multiprocessing.context import BaseContext

import pytest

_LOADED = ["pytest", "tests.loaded", "benchmarks.team"]
"""What each process has loaded when it begins; it is said once, to the first that is needed."""


@pytest.fixture(scope="session")
def nursery() -> BaseContext:
    """Where processes come from that have loaded what they need; it loads while tests go on."""
    if sys.platform != "linux":
        return multiprocessing.get_context("spawn")
    multiprocessing.set_forkserver_preload(_LOADED)
    forkserver.ensure_running()
    return multiprocessing.get_context("forkserver")


@pytest.fixture
def quick_processes(nursery: BaseContext, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the processes of pools and streams come from there.

    To spawn one takes seconds, nearly all of them for loading the engine. That they do as well when
    they are spawned is tried by tests that ask for `spawned`, and by commands in processes of their
    own.
    """
    monkeypatch.setattr("sayso.pipeline.processes.worker._SPAWN", nursery)


@pytest.fixture
def spawned(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have them spawned, as they are outside of tests."""
    request.getfixturevalue("quick_processes")  # which is undone here
    spawning = multiprocessing.get_context("spawn")
    monkeypatch.setattr("sayso.pipeline.processes.worker._SPAWN", spawning)

"""Clusters that are not there."""

from __future__ import annotations

import socket
import sys

import pytest

from sayso.acquire import Found, find_inputs
from sayso.acquire.given import UrlInput
from sayso.model import ClusterError, ExtraMissing
from sayso.pipeline.cluster.run import Cluster, read_on_cluster
from sayso.pipeline.cluster.session import ray_module, require_answer
from sayso.pipeline.settings import Settings


def test_a_cluster_that_does_not_answer_is_told_at_once() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    with pytest.raises(ClusterError, match=f"no cluster is at {address}: "):
        require_answer(address)


def test_without_ray_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ray", None)
    monkeypatch.setitem(sys.modules, "ray.data", None)
    with pytest.raises(ExtraMissing, match=r"--engine ray .*sayso\[scale\]"):
        ray_module()


def test_pages_are_not_fetched_by_a_cluster() -> None:
    found = Found(inputs=(), rejects=(), skipped=0, urls=(UrlInput("https://a.example/"),))
    with pytest.raises(ClusterError, match="pages are not fetched by a cluster"):
        read_on_cluster(found, None, Settings(), Cluster())


def test_for_nothing_no_cluster_is_started() -> None:
    summary = read_on_cluster(find_inputs([]), None, Settings(), Cluster(address="127.0.0.1:1"))
    assert (summary.reports, summary.left) == (0, 0)

import re
import socket
from dataclasses import asdict
from pathlib import Path
from urllib.request import Request, urlopen

import pytest
from prometheus_client import Metric
from prometheus_client.openmetrics.parser import text_string_to_metric_families as open_metrics
from prometheus_client.parser import text_string_to_metric_families as prometheus_text

from sayso.ledger import Ledger
from sayso.model import LedgerNotFound, ServingError
from sayso.telemetry import answering, linking, reading, storing
from sayso.telemetry.exposition import Endpoint, endpoint, metrics_told
from sayso.telemetry.holdings import Count
from sayso.telemetry.registry import REGISTRY
from tests.samples import herald, refused

HERE = endpoint("0")


def ask(at: Endpoint | None) -> dict[str, Metric]:
    """What is told there, as Prometheus takes it."""
    with urlopen(str(at)) as answer:  # noqa: S310 - our own
        assert answer.headers["content-type"].startswith("text/plain")
        return {family.name: family for family in prometheus_text(answer.read().decode())}


def told(count: Count | None = None) -> dict[str, Metric]:
    with metrics_told(HERE, count) as at:
        return ask(at)


@pytest.mark.parametrize(
    ("where", "at"),
    [
        ("9464", Endpoint("127.0.0.1", 9464)),
        ("0.0.0.0:9464", Endpoint("0.0.0.0", 9464)),  # noqa: S104 - asked for
        ("[::1]:0", Endpoint("::1", 0)),
        ("desk.example:65535", Endpoint("desk.example", 65_535)),
    ],
)
def test_where_metrics_are_told(where: str, at: Endpoint) -> None:
    assert endpoint(where) == at
    assert endpoint(str(at).removeprefix("http://").removesuffix("/metrics")) == at


@pytest.mark.parametrize("where", ["", ":9464", "65536", "a b:1", "::1:0", "9464/", "-1", "٣"])
def test_what_is_no_place_for_metrics(where: str) -> None:
    with pytest.raises(ServingError, match="give a port"):
        endpoint(where)


def test_a_port_that_is_taken() -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with (
            pytest.raises(ServingError, match=str(port)),
            metrics_told(Endpoint("127.0.0.1", port)),
        ):
            pytest.fail("nothing can be told there")


def test_nothing_listens_unless_asked_and_none_afterwards() -> None:
    with metrics_told(None) as nowhere:
        assert nowhere is None
    with metrics_told(HERE) as at:
        assert at is not None
    with pytest.raises(OSError, match="refused"):
        ask(at)


def test_what_is_told_is_understood_by_prometheus() -> None:
    names = set(told())
    assert {"sayso_build_info", "process_cpu_seconds", "sayso_reports_read"} <= names
    assert not any(name.endswith("_created") for name in names)


def test_every_name_is_as_prometheus_has_it() -> None:
    """https://prometheus.io/docs/practices/naming/."""
    for family in REGISTRY.collect():
        assert re.fullmatch(r"(sayso|process)_[a-z0-9_]+", family.name)
        assert not re.search(r"_(ms|milli|minutes|hours|mib|kb)(_|$)", family.name)
        assert family.documentation.endswith(".")
        if family.type == "histogram":
            assert family.name.endswith("_seconds")


def _counted(name: str, **labels: str) -> float:
    return REGISTRY.get_sample_value(name, labels) or 0.0


def test_what_is_read_is_counted() -> None:
    before = {
        name: _counted(name)
        for name in ("sayso_reports_read_total", "sayso_words_read_total", "sayso_read_seconds_sum")
    }
    rejects = _counted("sayso_rejects_total", stage=refused().stage)
    reading.report_read(herald(), 1.5)
    reading.input_rejected(refused())
    grown = {name: _counted(name) - was for name, was in before.items()}
    assert grown == {
        "sayso_reports_read_total": 1,
        "sayso_words_read_total": len(herald().report.text.split()),
        "sayso_read_seconds_sum": 1.5,
    }
    assert _counted("sayso_rejects_total", stage=refused().stage) == rejects + 1


def test_what_is_linked_and_waited_for_is_counted() -> None:
    names = (
        "sayso_reports_linked_total",
        "sayso_link_seconds_sum",
        "sayso_writer_wait_seconds_sum",
    )
    before = [_counted(name) for name in names]
    linking.round_linked(reports=200, seconds=2.5)
    storing.waited("a.db", 0.5)
    assert [_counted(name) - was for name, was in zip(names, before, strict=True)] == [
        200,
        2.5,
        0.5,
    ]


def test_made_up_methods_make_no_labels() -> None:
    for method in ("GET", "BREW", "X" * 50):
        answering.answered(route="/a", method=method, status=200, seconds=0.1, is_probe=False)
    shown = told()["sayso_http_request_seconds"]
    methods = {each.labels["method"] for each in shown.samples if each.labels["route"] == "/a"}
    assert methods == {"GET", "other"}


def test_the_ledger_is_counted_when_somebody_asks(tmp_path: Path) -> None:
    with (
        Ledger(tmp_path / "a.db") as ledger,
        metrics_told(HERE, lambda: asdict(ledger.counts())) as at,
    ):
        ledger.add(herald())
        found = ask(at)
    assert found["sayso_ledger_up"].samples[0].value == 1
    assert found["sayso_ledger_reports"].samples[0].value == 1
    assert found["sayso_ledger_statements"].samples[0].value == len(herald().statements)
    assert {each.labels["standing"] for each in found["sayso_ledger_claims"].samples} == {
        *("single_origin", "repeated", "corroborated", "disputed", "denied")
    }
    assert "sayso_ledger_up" not in {family.name for family in REGISTRY.collect()}


def test_a_ledger_that_cannot_be_read_is_told_and_the_rest_too() -> None:
    def gone() -> dict[str, int]:
        raise LedgerNotFound("no ledger")

    found = told(gone)
    assert found["sayso_ledger_up"].samples[0].value == 0
    assert "sayso_ledger_reports" not in found
    assert "sayso_build_info" in found


def test_open_metrics_is_told_to_who_asks_for_it() -> None:
    with metrics_told(HERE) as at:
        asked = Request(str(at), headers={"Accept": "application/openmetrics-text"})  # noqa: S310
        with urlopen(asked) as answer:  # noqa: S310 - our own
            told = open_metrics(answer.read().decode())  # type: ignore[no-untyped-call]
            assert "sayso_build" in {family.name for family in told}

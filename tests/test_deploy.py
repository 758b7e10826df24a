"""The files of deploy/: they run what the command line takes, and are shut as they say."""

import configparser
import re
import shlex
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from typer.core import TyperGroup
from typer.main import get_command

from sayso.cli.program import app
from sayso.telemetry import answering, linking, reading, storing
from sayso.telemetry.registry import REGISTRY

DEPLOY = Path(__file__).parent.parent / "deploy"
UNITS = sorted(DEPLOY.glob("*.service"))
METRICS = (answering, linking, reading, storing)
"""What has metrics: they are there once it is loaded."""


def understood(words: list[str]) -> str:
    """The command that these words of a command line call; fails where they make no sense."""
    group = get_command(app)
    assert isinstance(group, TyperGroup)
    name, *rest = words
    group.commands[name].make_context(name, rest)
    return name


def instructions() -> list[tuple[str, str]]:
    """The Containerfile, an instruction and its argument each."""
    told = re.sub(r"^\s*#.*\n", "", (DEPLOY / "Containerfile").read_text(), flags=re.MULTILINE)
    lines = re.sub(r"\\\n", " ", told).splitlines()
    return [(line.split()[0], line.partition(" ")[2].strip()) for line in lines if line.strip()]


def last(name: str) -> str:
    return [given for each, given in instructions() if each == name][-1]


def listed(given: str) -> list[str]:
    words = yaml.safe_load(given)
    assert isinstance(words, list)
    return words


def compose() -> dict[str, Any]:
    told = (DEPLOY / "compose.yaml").read_text()
    loaded: dict[str, Any] = yaml.safe_load(re.sub(r"\$\{\w+:-(\w+)\}", r"\1", told))
    return loaded


def images() -> Iterator[str]:
    yield from (given.split()[0] for name, given in instructions() if name == "FROM")
    yield from (each["image"] for each in compose()["services"].values() if "build" not in each)


def unit(path: Path) -> configparser.SectionProxy:
    parser = configparser.ConfigParser(interpolation=None, strict=False)
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read(path)
    return parser["Service"]


@pytest.mark.parametrize("path", UNITS, ids=lambda path: path.name)
def test_a_unit_runs_what_the_command_line_takes(path: Path) -> None:
    told = unit(path)
    environment = dict(re.findall(r"(\w+)=(\S+)", told["Environment"]))
    program, *words = shlex.split(
        re.sub(r"\$\{(\w+)\}", lambda each: environment[each[1]], told["ExecStart"])
    )
    assert program == "/opt/sayso/bin/sayso"
    assert understood(words) == path.stem.removeprefix("sayso-")


@pytest.mark.parametrize("path", UNITS, ids=lambda path: path.name)
def test_a_unit_is_shut(path: Path) -> None:
    told = unit(path)
    assert told["User"] == "sayso"
    assert (told["ProtectSystem"], told["NoNewPrivileges"]) == ("strict", "yes")
    assert told["CapabilityBoundingSet"] == ""
    analyze = shutil.which("systemd-analyze")
    if analyze is None:
        pytest.skip("systemd-analyze is not here")
    command = [analyze, "security", "--offline=yes", "--threshold=20", "--no-pager", str(path)]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - named above
    assert ran.returncode == 0, ran.stdout


def test_the_units_know_the_same_ledger_and_different_ports() -> None:
    told = [unit(path)["ExecStart"] for path in UNITS]
    assert {re.findall(r"--ledger (\S+)", each)[0] for each in told} == {"/var/lib/sayso/sayso.db"}
    assert len({re.findall(r"--metrics (\S+)", each)[0] for each in told}) == len(UNITS)


def test_the_container_runs_what_the_command_line_takes() -> None:
    assert listed(last("ENTRYPOINT")) == ["sayso"]
    assert understood(listed(last("CMD"))) == "serve"


def test_the_container_is_not_root_and_keeps_its_ledger_in_a_volume() -> None:
    names = [name for name, _ in instructions()]
    assert last("USER").isdecimal()
    assert int(last("USER")) > 0
    assert f"--uid {last('USER')} " in " ".join(given for _, given in instructions())
    assert names.index("USER") > len(names) - names[::-1].index("FROM") - 1
    assert listed(last("VOLUME")) == [last("WORKDIR")]
    assert "ADD" not in names


def test_the_container_holds_no_tool_of_its_building() -> None:
    assert [name for name, _ in instructions()].count("FROM") == 2
    copied = [given for name, given in instructions() if name == "COPY"]
    assert copied[-1] == "--from=build /opt/sayso /opt/sayso"
    given = (DEPLOY / "Containerfile.dockerignore").read_text().splitlines()
    for source in (source for each in copied[:-1] for source in each.split()[:-1]):
        assert (DEPLOY.parent / source).exists()
        assert f"!{source.removeprefix('./')}" in given


def test_the_container_tells_its_health() -> None:
    options, _, command = last("HEALTHCHECK").partition("CMD ")
    assert "--timeout=10s" in options
    program, flag, code = listed(command)
    assert (program, flag) == ("python", "-c")
    compile(code, "HEALTHCHECK", "exec")
    assert "/readyz" in code


@pytest.mark.parametrize("image", list(images()))
def test_an_image_has_a_version(image: str) -> None:
    name, _, tag = image.rpartition(":")
    assert name.startswith("docker.io/")
    assert re.match(r"v?\d+\.?\d*", tag)


@pytest.mark.parametrize("service", ["watch", "serve"])
def test_the_newsroom_runs_what_the_command_line_takes(service: str) -> None:
    told = compose()["services"][service]
    assert understood(told["command"]) == service
    assert told["read_only"] is True
    assert told["cap_drop"] == ["ALL"]
    assert told["depends_on"]["database"]["condition"] == "service_healthy"
    for port in told.get("ports", ()):
        assert port.startswith("127.0.0.1:")


def test_the_newsroom_has_every_thing_that_it_names() -> None:
    told = compose()
    named = {
        name.partition(":")[0]
        for each in told["services"].values()
        for name in each.get("volumes", ())
    }
    assert named == set(told["volumes"])
    given = {
        name["source"] for each in told["services"].values() for name in each.get("configs", ())
    }
    assert given == set(told["configs"])
    assert {each for one in told["services"].values() for each in one.get("secrets", ())} == set(
        told["secrets"]
    )
    for name in ("prometheus", "alerts"):
        assert (DEPLOY / told["configs"][name]["file"]).exists()


def test_prometheus_asks_where_metrics_are_told() -> None:
    told = yaml.safe_load((DEPLOY / "prometheus.yml").read_text())
    asked = {
        each
        for job in told["scrape_configs"]
        for one in job["static_configs"]
        for each in one["targets"]
    }
    services = compose()["services"]
    assert asked == {f"{name}:9464" for name in ("serve", "watch")}
    assert all("--metrics=0.0.0.0:9464" in services[name]["command"] for name in ("serve", "watch"))


def test_alerts_ask_for_metrics_that_there_are() -> None:
    told = yaml.safe_load((DEPLOY / "alerts.yml").read_text())
    rules = [rule for group in told["groups"] for rule in group["rules"]]
    known = {sample.name for family in REGISTRY.collect() for sample in family.samples}
    known |= {f"{family.name}_total" for family in REGISTRY.collect() if family.type == "counter"}
    known |= {
        f"{family.name}{end}"
        for family in REGISTRY.collect()
        if family.type == "histogram"
        for end in ("_bucket", "_count", "_sum")
    } | {"sayso_ledger_up"}
    for rule in rules:
        assert {*rule} <= {"alert", "expr", "for", "annotations"}
        asked = re.findall(r"\bsayso_\w+", rule["expr"])
        assert set(asked) <= known
        assert asked or rule["expr"].startswith("up{")
        assert rule["expr"].count("(") == rule["expr"].count(")")

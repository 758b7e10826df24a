"""docs/operation.md says what there is: events, metrics, alerts, and a backup that works."""

import ast
import json
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
import yaml

from docs.sizing import PAGE, sizing
from sayso.cli.progress import progress_shown
from sayso.ledger import Ledger
from sayso.pipeline.summary import Progress
from sayso.telemetry import answering, linking, reading, storing, watching
from sayso.telemetry.registry import REGISTRY
from tests.cli.conftest import Sayso

ROOT = Path(__file__).parents[2]
TELEMETRY = sorted((ROOT / "src" / "sayso" / "telemetry").glob("*.py"))
METRICS = (answering, linking, reading, storing, watching)
"""What has metrics: they are there once it is loaded."""
OF_THE_LEDGER = re.compile(r"sayso_ledger_\w+")


def page() -> str:
    return PAGE.read_text(encoding="utf-8")


def section(heading: str) -> str:
    return page().partition(f"\n## {heading}\n")[2].partition("\n## ")[0]


def cells(text: str, column: int) -> Iterator[str]:
    """What stands in code in this column of the tables of `text`."""
    for line in text.splitlines():
        if line.startswith("| "):
            yield from re.findall(r"`([^`]+)`", line.split(" | ")[column])


def logged(tree: ast.Module) -> Iterator[str]:
    """The events that a module logs."""
    for call in ast.walk(tree):
        if isinstance(call, ast.Call) and ast.unparse(call.func).startswith("_LOG."):
            texts = [each for word in call.args for each in ast.walk(word)]
            yield from (str(each.value) for each in texts if isinstance(each, ast.Constant))


def test_every_event_stands_in_the_page() -> None:
    found = {event for file in TELEMETRY for event in logged(ast.parse(file.read_text()))}
    assert found == set(cells(section("Logs"), 1))


def test_the_lines_that_the_page_shows_are_as_it_says() -> None:
    shown = [json.loads(line) for line in section("Logs").splitlines() if line.startswith("{")]
    assert shown
    for line in shown:
        [row] = [row for row in section("Logs").splitlines() if f"| `{line['event']}` |" in row]
        fields = re.findall(r"`(\w+)`", row.split(" | ")[3])
        assert list(line) == ["time", "level", "logger", "event", *fields]


def test_every_metric_stands_in_the_page() -> None:
    told = {
        re.sub(r"\{.*", "", name) for name in cells(section("Metrics").partition("| alert")[0], 0)
    }
    there = {
        f"{family.name}_total" if family.type == "counter" else family.name
        for family in REGISTRY.collect()
        if not family.name.startswith("process_")
    }
    there = {"sayso_build_info" if name == "sayso_build" else name for name in there}
    assert {name for name in told if not OF_THE_LEDGER.match(name)} - {"process_…"} == there


def test_every_alert_stands_in_the_page() -> None:
    told = yaml.safe_load((ROOT / "deploy" / "alerts.yml").read_text())
    alerts = {rule["alert"] for group in told["groups"] for rule in group["rules"]}
    assert {each for each in cells(section("Metrics"), 0) if each.startswith("Sayso")} == alerts


def test_the_page_has_the_figures_measured_last() -> None:
    assert sizing() in page(), "run: python -m docs.sizing"


def test_every_file_that_the_page_leads_to_is_there() -> None:
    for target in re.findall(r"\]\(([^)#]+)", page()):
        assert (PAGE.parent / target).exists(), target


def commands(mark: str) -> Iterator[list[str]]:
    """The command lines of the example after `mark`."""
    example = page().partition(f"<!-- {mark} -->\n```console\n")[2].partition("```")[0]
    yield from (line.split()[1:] for line in example.splitlines() if line.startswith("$ "))


def test_a_backup_is_restored(sayso: Sayso, filled: Path, tmp_path: Path) -> None:
    with Ledger(filled) as ledger:
        ledger.raw.put(b"The bytes of a page.")
    exported = sayso("export").out
    [make, folder], copy = commands("backup")
    assert make == "mkdir"
    (tmp_path / folder).mkdir()
    for program, *words in (copy, *commands("restore")):
        assert program == "sayso"
        assert sayso(*words).code == 0
    assert exported
    for path in ("backup/sayso.db", "restored.db"):
        assert sayso("export", "--ledger", path).out == exported
    assert sayso("verify", "--ledger", "restored.db").code == 0


def test_a_backup_without_sayso(sayso: Sayso, filled: Path) -> None:
    assert "VACUUM INTO 'copy.db'" in section("Backup and restore")
    with Ledger(filled), closing(sqlite3.connect(filled)) as connection:
        connection.execute("VACUUM INTO 'copy.db'")
    assert sayso("export", "--ledger", "copy.db").out == sayso("export").out
    assert sayso("verify", "--ledger", "copy.db").code == 0


def test_what_people_see_of_progress_is_unchanged(capsys: pytest.CaptureFixture[str]) -> None:
    with progress_shown(quiet=False) as show:
        show(Progress(done=1, total=2, words=300, seconds=30.0))
    assert capsys.readouterr().err == "Reading: 1 of 2, 10 words/s, 30 s left\n"

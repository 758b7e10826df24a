# ruff: noqa: INP001 - a script, not part of a package
"""Runs the examples of README.md and the tutorial and writes what they print under them.

python -m docs.run_examples            writes the pages anew
python -m docs.run_examples --check    only says which pages are not current

Run are the blocks after `<!-- run -->`, page by page, in an empty folder with the example reports:
each `$ ` line of a `console` block, and each `python` block, whose output follows in a `text` one.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks import figures
from benchmarks.polnear import RIVALS

ROOT = Path(__file__).parent.parent
PAGES = (ROOT / "README.md", ROOT / "docs" / "tutorial.md")
_WIDTH = 88
_EXAMPLE = re.compile(
    r"(?<=<!-- run -->\n)```(?:console\n(?P<console>.*?)```\n"
    r"|python\n(?P<python>.*?)```\n(?:\n```text\n.*?```\n)?)",
    re.DOTALL,
)
_FIGURES = re.compile(r"(?<=<!-- figures -->\n).*?(?=<!-- end of figures -->)", re.DOTALL)
_PACE = re.compile(r"in [^()\n]+ \([\d,]+ words/s\)")
"""What differs from run to run: "in 2 s (2,100 words/s)"."""


def current(page: Path) -> str:
    """The text of `page` with the output and the figures as they are now.

    Raises CalledProcessError when an example ends with an error.
    """
    text = page.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as scratch:
        shutil.copytree(ROOT / "examples" / "reports", Path(scratch, "examples", "reports"))
        ran = _EXAMPLE.sub(lambda example: _rerun(example, scratch), text)
    return _FIGURES.sub(lambda _: figures_table(), ran)


def steady(text: str) -> str:
    """`text` without times and speeds, which differ from run to run."""
    return _PACE.sub("in … s (… words/s)", text)


def figures_table() -> str:
    """What was measured last, beside the rivals, as Markdown."""
    ours = figures.read()
    speed = ours["speed: words a second, one process"]
    rows = {"sayso": (ours["polnear dev: F1"], ours["polnear dev: source right"], speed)} | RIVALS
    lines = ["| | F1 | source right | words/s, one process |", "| --- | --- | --- | --- |"]
    for name, (f1, source_right, pace) in rows.items():
        lines.append(f"| {name} | {f1:.3f} | {source_right:.2f} | {pace:,.0f} |")
    disk = (ours[f"speed: disk to ledger, {jobs} jobs, words a second"] for jobs in (1, 2))
    peak = (ours[f"speed: disk to ledger, {jobs} jobs, peak MiB"] for jobs in (1, 2))
    told = "From files to ledger, start-up included: {:,.0f} words/s with one process, {:,.0f} with"
    memory = "two; at most {:,.0f} and {:,.0f} MiB of memory."
    return "\n".join([*lines, "", told.format(*disk), memory.format(*peak), ""])


def _rerun(example: re.Match[str], folder: str) -> str:
    if (code := example["python"]) is not None:
        output = _output([sys.executable, "-c", code], folder)
        return f"```python\n{code}```\n\n```text\n{output}```\n"
    commands = (line for line in example["console"].splitlines() if line.startswith("$ "))
    told = "\n".join(f"{line}\n{_output(['bash', '-c', line[2:]], folder)}" for line in commands)
    return f"```console\n{told}```\n"


def _output(command: list[str], folder: str) -> str:
    """What `command` prints, on a terminal of fixed width; spaces at line ends are not kept."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    ran = subprocess.run(  # noqa: S603 - the examples of our own pages
        command,
        cwd=folder,
        env=os.environ | {"PATH": path, "COLUMNS": str(_WIDTH), "NO_COLOR": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=True,
    )
    return "".join(f"{line.rstrip()}\n" for line in ran.stdout.splitlines())


def main(*, check: bool) -> None:
    """Write every page that is not current; or name them and end with exit code 1."""
    written = {page: current(page) for page in PAGES}
    stale = [p for p, text in written.items() if steady(text) != steady(p.read_text("utf-8"))]
    if check and stale:
        sys.exit(f"not current: {', '.join(page.name for page in stale)}")
    for page in stale:
        page.write_text(written[page], encoding="utf-8")


if __name__ == "__main__":
    main(check="--check" in sys.argv[1:])

"""Reading one report from Python."""

from __future__ import annotations

from pathlib import Path

from sayso.known import read_actor_file
from sayso.model import Reading
from sayso.pipeline.reading import read_file, read_text


def read(
    path_or_text: Path | str, *, published: str | None = None, actors: Path | None = None
) -> Reading:
    """Read one report: a file when given a `Path`, else a text given as a string.

    `published` is the date of publication (ISO 8601 or EDTF) where you know it; it goes before
    any that the report states. `actors` is the file of your own list of known actors, which goes
    before the one that ships (docs/actors.md tells its columns). The first call loads the language
    pipeline, which takes a second.

    >>> reading = sayso.read("The mayor denied that the bridge was unsafe.")
    >>> [denial] = [s for s in reading.statements if s.stance == "denies"]
    >>> denial.source.spans[0].text, denial.cue.spans[0].text, denial.content[0].text
    ('The mayor', 'denied', 'that the bridge was unsafe')

    Raises InputError when this cannot become a report or the list of actors is wrong, ReaderError
    when the language pipeline is missing.
    """
    known = read_actor_file(actors) if actors is not None else None
    if isinstance(path_or_text, Path):
        return read_file(path_or_text, published=published, known=known)
    return read_text(path_or_text, published=published, known=known)

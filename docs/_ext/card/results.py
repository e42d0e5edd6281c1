"""What snippets print where that is not what their files say: on another Python, on another loop.

`tools.results` writes all of it into one file, from real runs of programs.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from turns.snippet.order import matches

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from turns.snippet.grammar import Output


@dataclass(frozen=True)
class Printed:
    """What one text printed, by environment; only where that is not what its file says."""

    digest: str
    by_environment: dict[str, tuple[str, ...]]


def read(file: Path) -> dict[str, Printed]:
    """Return what is pinned, by snippet; nothing where there is no such file."""
    if not file.is_file():
        return {}
    data = json.loads(file.read_text(encoding="utf-8"))
    return {
        name: Printed(one["digest"], {key: tuple(lines) for key, lines in one["printed"].items()})
        for name, one in data.items()
    }


def write(file: Path, results: dict[str, Printed]) -> None:
    """Pin all."""
    data = {
        name: {"digest": one.digest, "printed": one.by_environment}
        for name, one in sorted(results.items())
        if one.by_environment
    }
    text = json.dumps(data, ensure_ascii=False, indent=1)
    file.write_text(f"{text}\n", encoding="utf-8", newline="\n")


@dataclass(frozen=True)
class Ran:
    """With what a column was run, and when, the last time that all programs were."""

    python: str
    """The exact version."""
    loop: str
    """The exact version of uvloop; empty for asyncio's own."""
    date: str


@dataclass(frozen=True)
class Runs:
    """Which columns there are, and in which of them the present text of each program was run."""

    columns: Mapping[str, Ran]
    programs: Mapping[str, tuple[str, tuple[str, ...]]]
    """By snippet: the digest of its text, and the columns in which it ended as it should."""


def read_runs(file: Path) -> Runs:
    """Return what was run; nothing where there is no such file."""
    if not file.is_file():
        return Runs({}, {})
    data = json.loads(file.read_text(encoding="utf-8"))
    columns = {name: Ran(**one) for name, one in data["columns"].items()}
    sets = [tuple(names) for names in data["sets"]]
    programs = {name: (digest, sets[number]) for name, (digest, number) in data["programs"].items()}
    return Runs(columns, programs)


def write_runs(file: Path, runs: Runs) -> None:
    """Write what was run; columns that many programs share are written once."""
    sets = list(dict.fromkeys(names for _, (_, names) in sorted(runs.programs.items())))
    lines = [
        f"  {json.dumps(name)}: {json.dumps([digest, sets.index(names)])}"
        for name, (digest, names) in sorted(runs.programs.items())
    ]
    columns = json.dumps({name: vars(one) for name, one in runs.columns.items()}, indent=1)
    text = f'{{"columns": {columns},\n "sets": {json.dumps(sets)},\n "programs": {{\n'
    text += ",\n".join(lines) + "\n}}\n"
    file.write_text(text, encoding="utf-8", newline="\n")


@dataclass(frozen=True)
class InBrowser:
    """How programs did in the page, the last time that all were run there."""

    python: str
    """The exact version."""
    pyodide: str
    date: str
    programs: Mapping[str, tuple[str, str]]
    """By snippet: the digest of its text, and ``same``, ``differs`` or ``refused``."""


def read_in_browser(file: Path) -> InBrowser:
    """Return what was run; nothing where there is no such file."""
    if not file.is_file():
        return InBrowser("", "", "", {})
    data = json.loads(file.read_text(encoding="utf-8"))
    programs = {name: (digest, said) for name, (digest, said) in data.pop("programs").items()}
    return InBrowser(**data, programs=programs)


def write_in_browser(file: Path, found: InBrowser) -> None:
    """Write what was run, a line for each program."""
    lines = [
        f"  {json.dumps(name)}: {json.dumps(one)}" for name, one in sorted(found.programs.items())
    ]
    head = json.dumps({"python": found.python, "pyodide": found.pyodide, "date": found.date})
    text = f'{head[:-1]}, "programs": {{\n' + ",\n".join(lines) + "\n}}\n"
    file.write_text(text, encoding="utf-8", newline="\n")


def lasting(output: Output, printed: list[str]) -> tuple[str, ...]:
    """Return what was printed without what chance put in: as ``output`` has it with ``...``."""
    open_ended = [line.text for line in output.lines if "..." in line.text]
    return tuple(next((o for o in open_ended if matches(o, line)), line) for line in printed)

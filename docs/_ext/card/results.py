"""What snippets print where that is not what their files say: on another Python, on another loop.

`tools.results` writes all of it into one file, from real runs of programs.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from turns.snippet.order import matches

if TYPE_CHECKING:
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


def lasting(output: Output, printed: list[str]) -> tuple[str, ...]:
    """Return what was printed without what chance put in: as ``output`` has it with ``...``."""
    open_ended = [line.text for line in output.lines if "..." in line.text]
    return tuple(next((o for o in open_ended if matches(o, line)), line) for line in printed)

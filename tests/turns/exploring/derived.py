"""The programs whose marks were derived by hand: see `programs/README.md`."""

import re
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

PROGRAMS = sorted((Path(__file__).parent / "programs").glob("*.py"))
KNOWN = ("program", "documented", "clock", "queue", "nobody")
"""The marks that claim something."""
_MARK = r"(\w+)(\|unknown)?(?: \(([\w ]+)\))?"
_HERE = f"{sys.version_info[0]}.{sys.version_info[1]}"


@dataclass(frozen=True)
class Derived:
    """The mark of a line, by definition."""

    because: str
    may_be_unknown: bool
    """The explorer need not see it."""
    departs: frozenset[str]
    """How, with the fewest departures."""

    def agrees(self, because: str, departs: str) -> bool:
        """Say whether an explorer may say this of the line."""
        if because == "unknown":
            return self.may_be_unknown or self.because == "unknown"
        return because == self.because and departs in (self.departs or {""})


def marks_of(path: Path) -> list[Derived]:
    """Read the marks out of a program's docstring: those of the Python that runs this, if any."""
    source = path.read_text(encoding="utf-8")
    found = dict(re.findall(r"^Marks(?: on Python ([\d.]+))?: ([^:]*)$", source, re.MULTILINE))
    return [_read(one) for one in re.split(r",\s+", found.get(_HERE, found[""]).strip())]


def _read(text: str) -> Derived:
    match = re.fullmatch(_MARK, " ".join(text.split()))
    assert match, text
    because, unknown, departs = match.groups("")
    ways = frozenset(departs.split(" or ")) - {""}
    assert because in {*KNOWN, "unknown"}
    assert ways <= {"earlier", "missing"}
    assert bool(ways) == (because not in {"program", "unknown"}), text
    return Derived(because, bool(unknown), ways)


def skip_if_too_new(path: Path) -> None:
    """Skip the test if the program does not run on this Python."""
    needed = re.search(r"# Requires: Python 3\.(\d+)", path.read_text(encoding="utf-8"))
    if needed and sys.version_info < (3, int(needed[1])):
        pytest.skip(f"requires Python 3.{needed[1]}")

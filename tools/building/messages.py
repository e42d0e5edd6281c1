"""What a build's process is asked and what it answers: plain data that crosses process borders."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tools.project import LANGUAGES


@dataclass(frozen=True)
class Order:
    """Which language to build how, and into which folders."""

    root: Path
    language: str
    builder: str
    """Name of a Sphinx builder."""
    output: Path
    doctrees: Path
    languages: tuple[str, ...] = LANGUAGES
    """All that are built side by side."""
    live: bool = False
    """See `tools.building.language.LanguageBuild`."""
    beside: tuple[str, ...] = ()
    """Builders whose output will lie beside the pages."""

    @property
    def source(self) -> Path:
        """The folder of the language's pages."""
        return self.root / "docs" / self.language


@dataclass(frozen=True)
class Crash:
    """A build that could not be finished."""

    summary: str
    """One line: file, line (where known) and what happened."""
    traceback: str = ""


@dataclass(frozen=True)
class Result:
    """What came of one build."""

    seconds: float = 0.0
    problems: tuple[str, ...] = ()
    """Sphinx's warnings, with file and line; paths from the root."""
    crash: Crash | None = None
    written: tuple[str, ...] = ()
    """Names of the pages written this time."""
    removed: tuple[str, ...] = ()
    """Names of the pages that are no more."""
    pages: Mapping[str, str] = field(default_factory=dict)
    """Titles of all pages, by their names."""
    dependencies: tuple[str, ...] = ()
    """Absolute paths of what pages include, beside themselves."""

    @property
    def ok(self) -> bool:
        """Say whether there was nothing to complain about."""
        return not self.problems and self.crash is None

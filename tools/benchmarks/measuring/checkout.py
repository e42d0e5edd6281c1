"""A copy of this checkout, to be built and checked as its users would."""

import shutil
import subprocess
import sys
import time
from collections.abc import Iterable
from pathlib import Path

from tools.project import BUILT_FROM, HERE, Project


def copy(root: Path) -> Project:
    """Copy what builds need."""
    for name in BUILT_FROM:
        shutil.copytree(HERE.root / name, root / name)
    return Project(root)


def cold(project: Project) -> float:
    """Build from nothing and return the seconds."""
    shutil.rmtree(project.build, ignore_errors=True)
    return build(project)


def build(project: Project) -> float:
    """Return the seconds that the pages take; books and Markdown come on top of that."""
    return _timed(["-m", "tools.build", "--builder", "html"], project.root)


def check(project: Project, files: Iterable[Path], jobs: int) -> float:
    """Return the seconds of ``python -m turns check`` on the files, as a maintainer calls it."""
    command = ["-m", "turns", "check", f"--jobs={jobs}", *map(str, files)]
    return _timed(command, project.root)


def save(path: Path, text: str) -> None:
    """Save a file as editors do: by renaming a new one."""
    temporary = path.with_name(f"{path.name}~")
    temporary.write_text(text, encoding="utf-8")
    temporary.replace(path)


def _timed(arguments: list[str], folder: Path) -> float:
    started = time.perf_counter()
    subprocess.run([sys.executable, *arguments], check=True, cwd=folder, stdout=subprocess.DEVNULL)
    return time.perf_counter() - started

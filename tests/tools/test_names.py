"""What files may be called, and that whatever else they are called is said in one line."""

import os
import sys
from pathlib import Path, PurePath

import pytest

from tools.building.names import problem
from tools.building.sources import problems
from tools.project import HERE, LANGUAGES, Project


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("await/blocking.md", ""),
        ("img/two-kettles.v2.svg", ""),
        ("scheduling/fifo.py", ""),
        ("await/blocking 2.md", "address"),  # a cloud drive's copy
        ("await/blocking(冲突).md", "address"),
        ("Await/blocking.md", "address"),
        ("await/c#.md", "address"),
        ("await/what?.md", "address"),
        ("await/cafe\u0301.md", "address"),
        ("search.md", "Sphinx writes a page 'search' itself"),
        ("await/search.md", ""),
        ("await/aux.md", "Windows has no file called 'aux'"),
        ("con/index.md", "Windows"),
        ("img/a b.png", "address"),
        ("img/100%.png", "address"),
        ("img/a#b.svg", "address"),
        ("await/two-naps.py", "underscores"),
        ("await/queue.py", "instead of its own module 'queue'"),
        ("asyncio/naps.py", ""),
    ],
)
def test_names(name: str, says: str) -> None:
    """Of pages, programs and everything else in the trees."""
    found = problem(PurePath(name)) or ""
    assert bool(found) == bool(says)
    assert says in found


@pytest.mark.skipif(sys.platform == "win32", reason="names are text there")
def test_a_name_that_is_no_text_is_said(tmp_path: Path) -> None:
    """A zip from a Chinese Windows has names in GBK."""
    for folder in ("docs/zh", "snippets"):
        (tmp_path / folder).mkdir(parents=True)
    os.close(os.open(os.fsencode(tmp_path / "docs/zh") + b"/\xc4\xe3.md", os.O_CREAT))
    (line,) = problems(Project(tmp_path), ["zh"])
    assert line.startswith("docs/zh/\\udcc4\\udce3.md: its name becomes an address")
    line.encode()


def test_ours_are_right() -> None:
    """Those of every page and snippet."""
    assert problems(HERE, LANGUAGES) == []

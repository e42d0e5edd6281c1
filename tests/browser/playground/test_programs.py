"""Programs after public questions, which are no snippets: in the page as CPython 3.14 runs them."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from asked import Question, Run, questions, run
from conftest import Python

from tools.interpreters import installed

pytestmark = pytest.mark.xdist_group("python")

VERSION = "3.14"
"""That of the page's Python."""
ALONE = {"canteen"}
"""Modules of their own that programs import: a page has one file."""
ENDING = [one for one in questions() if not (one.hangs or one.refused)]
PROGRAMS = [one for one in ENDING if not any(name in one.path.read_text("utf-8") for name in ALONE)]


@pytest.fixture(scope="module")
def real() -> dict[Path, Run]:
    """Run all of them for real, a few side by side: most only sleep."""
    found = next((one for one in installed() if one.name == VERSION), None)
    if found is None:
        pytest.skip(f"NOT COMPARED: Python {VERSION} is not here")
    with ThreadPoolExecutor(4) as pool:
        runs = pool.map(lambda one: run(one, str(found.executable)), PROGRAMS)
        return {one.path: done for one, done in zip(PROGRAMS, runs, strict=True)}


def test_there_are_sixty() -> None:
    """As many as were promised."""
    assert len(PROGRAMS) >= 60


@pytest.mark.slow
@pytest.mark.parametrize("one", PROGRAMS, ids=lambda one: one.path.stem)
def test_it_prints_what_it_prints_for_real(
    one: Question, python: Python, real: dict[Path, Run]
) -> None:
    """The same lines in the same order, as far as reality does not vary, and the same end."""
    lines, end = python.run(one.path.read_text("utf-8"), name=one.path.name)
    stable = one.stable or slice(None)
    assert lines[stable] == real[one.path].lines[stable], end
    assert Counter(lines) == Counter(real[one.path].lines)
    assert (end["kind"], end["ending"]["status"]) == ("run", real[one.path].exit)

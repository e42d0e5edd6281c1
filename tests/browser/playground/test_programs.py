"""Programs that are no snippets: in the page as CPython runs them, or one line says why not."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from asked import Question, Run, questions, run
from conftest import Python
from programs_of_kinds import PROGRAMS as KINDS
from programs_of_kinds import SAID

from tools.interpreters import installed

pytestmark = pytest.mark.xdist_group("python")

VERSION = "3.14"
"""That of the page's Python."""
ALONE = {"canteen"}
"""Modules of their own that programs import: a page has one file."""
ENDING = [one for one in questions() if not (one.hangs or one.refused)]
PROGRAMS = [one for one in ENDING if not any(name in one.path.read_text("utf-8") for name in ALONE)]


@pytest.fixture(scope="module")
def python_3_14() -> str:
    """Return the program of such a Python."""
    found = next((one for one in installed() if one.name == VERSION), None)
    if found is None:
        pytest.skip(f"NOT COMPARED: Python {VERSION} is not here")
    return str(found.executable)


@pytest.fixture(scope="module")
def real(python_3_14: str) -> dict[Path, Run]:
    """Run all of them for real, a few side by side: most only sleep."""
    with ThreadPoolExecutor(4) as pool:
        runs = pool.map(lambda one: run(one, python_3_14), PROGRAMS)
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


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_prints_what_it_prints_for_real(
    kind: str, python: Python, python_3_14: str, tmp_path: Path
) -> None:
    """And ends with the same exception or the same complaints."""
    path = tmp_path / "program.py"
    path.write_bytes(KINDS[kind].encode())
    real = run(Question(path, "", {}), python_3_14)
    lines, end = python.run(KINDS[kind])
    assert lines == real.lines, end
    assert end["ending"]["status"] == real.exit
    errors = (end["error"] or "") + end["stderr"]
    assert _complaints(errors) == _complaints(real.stderr)


@pytest.mark.slow
@pytest.mark.parametrize("kind", SAID)
def test_one_line_says_why_not(kind: str, python: Python) -> None:
    """In the language of the page."""
    source, *expected = SAID[kind]
    for language, text in zip(("en", "zh"), expected, strict=True):
        _, end = python.run(source, language=language)
        assert text in (end.get("reason") or end["problem"]["lines"][0])


def _complaints(text: str) -> list[str]:
    """Return the lines that are no code, and no places in files."""
    return [line.rpartition("program.py:")[2] for line in text.splitlines() if line[:1].strip()]

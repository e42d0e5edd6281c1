"""The tests that the workshop shows pass, and the one that should fail does."""

import re
import runpy
from collections.abc import Callable
from pathlib import Path

import pytest

from tools.project import HERE, LANGUAGES

BLOCK = re.compile(r"^```python\n(?P<code>.*?)^```$", re.MULTILINE | re.DOTALL)


def shown(language: str) -> str:
    """Return the code that the page shows, with more patience for a busy machine."""
    page = HERE.root / "docs" / language / "workshop" / "tested.md"
    block = BLOCK.search(page.read_text(encoding="utf-8"))
    assert block is not None
    return block["code"].replace('"60"', '"300"')


def shown_tests(code: str, folder: Path) -> dict[str, Callable[[], None]]:
    """Return the test functions of this code, by name."""
    file = folder / "shown.py"
    file.write_text(code, encoding="utf-8")
    names = runpy.run_path(str(file))
    return {name: value for name, value in names.items() if name.startswith("test_")}


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_shown(language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """They are started in the folder of the clone, as the page says."""
    monkeypatch.chdir(HERE.root)
    monkeypatch.setenv("PYTHONPATH", str(HERE.root))
    code = shown(language)
    right = shown_tests(code, tmp_path)
    assert len(right) == 2
    for test in right.values():
        test()
    wrong = shown_tests(code.replace("asked_once.py", "asked_twice.py"), tmp_path)
    with pytest.raises(AssertionError):
        wrong["test_each_page_is_asked_for_once"]()

"""What is left of the theme's own style."""

import re
from pathlib import Path

import furo  # type: ignore[import-untyped]
import pytest

from pages.theme_style import ABSENT, without

HAS = frozenset({"gone"})


@pytest.mark.parametrize(
    ("style", "left"),
    [
        (".gone{a:b}", ""),
        ("p .gone>a:hover{a:b}", ""),
        (".here,.gone,p{a:b}", ".here,p{a:b}"),
        ("@media print{.gone{a:b}p{c:d}}", "@media print{p{c:d}}"),
        ("p:not(.gone){a:b}", "p:not(.gone){a:b}"),
        (":is(.a,.b) p{a:b}", ":is(.a,.b) p{a:b}"),
        (".gone-by{a:b}", ".gone-by{a:b}"),
        ("@font-face{a:b}.gone{c:d}", "@font-face{a:b}"),
        ("dl[class]:not(.simple) dt,p{a:b}", "p{a:b}"),
        ("dl.simple dt,dl:not([class]) dt{a:b}", "dl.simple dt{a:b}"),
    ],
)
def test_only_what_is_absent_goes(style: str, left: str) -> None:
    """Selectors that need the class, and rules that have no other."""
    assert without(style, HAS) == left


def test_furo_has_all_of_it() -> None:
    """A class that the theme no longer knows is no longer to be listed."""
    own = Path(furo.THEME_PATH, "static/styles/furo.css").read_text(encoding="utf-8")
    known = set(re.findall(r"\.([A-Za-z][\w-]*)", own))
    assert known >= ABSENT - {"highlighttable"}, ABSENT - known

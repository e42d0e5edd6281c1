"""What a proof rests on is written down, each with a test that is there."""

import re
from pathlib import Path

import pytest
from called import ROOT

_PAGE = ROOT / "turns" / "exploring" / "assumptions.md"
_HERE = Path(__file__).parent
_ROWS = [line.strip("| ").split(" | ") for line in _PAGE.read_text("utf-8").splitlines()[7:]]
ASSUMPTIONS = [row for row in _ROWS if len(row) == 2]


@pytest.mark.parametrize(("assumption", "noticed"), ASSUMPTIONS)
def test_what_would_notice_is_there(assumption: str, noticed: str) -> None:
    """Or it is said that nothing could."""
    assert assumption.endswith(".")
    tests = re.findall(r"`([\w./]+)::(\w+)`", noticed)
    assert tests or noticed == "none could"
    for file, test in tests:
        source = (_HERE / file).read_text("utf-8")
        assert re.search(rf"^def {test}\(", source, re.MULTILINE), (file, test)


def test_all_are_read() -> None:
    """The table is where it is looked for."""
    assert len(ASSUMPTIONS) > 15

"""The blocks of a card that say what other Pythons and loops print."""

import json
from pathlib import Path

import pytest
from built_cards import MakeApp, copy_root, figure

from turns.snippet.source import digest

NAME = "event_loop/two_kettles"
LINES = ["large: on", "small: on", "small: whistles", "large: whistles"]
# MyST-Parser 5.2 uses a name that Sphinx deprecates; that is not for us to mend.
pytestmark = pytest.mark.filterwarnings("ignore:'myst_parser")


def pin(root: Path, printed: dict[str, list[str]], *, stale: bool = False) -> None:
    """Pin what a snippet of a test root prints elsewhere."""
    wanted = "other" if stale else digest((root / "snippets" / f"{NAME}.py").read_bytes())
    (root / "_figures").mkdir(exist_ok=True)
    data = {NAME: {"digest": wanted, "printed": printed}}
    (root / "_figures" / "results.json").write_text(json.dumps(data), encoding="utf-8")


@pytest.mark.parametrize(
    ("language", "titles"),
    [
        (
            "en",
            [
                "Output (on Python 3.11 and uvloop with Python 3.11 to 3.13)",
                "Output (on Python 3.12 and 3.13)",
            ],
        ),
        (
            "zh_CN",
            [
                "输出（Python 3.11 和 Python 3.11 至 3.13 上的 uvloop）",
                "输出（Python 3.12 和 3.13）",
            ],
        ),
    ],
)
def test_other_outputs(
    rootdir: Path, tmp_path: Path, make_app: MakeApp, language: str, titles: list[str]
) -> None:
    """Each once, with all that print it; the lines that differ are marked."""
    root = copy_root(rootdir, "card", tmp_path)
    looped = {f"3.{minor} uvloop": LINES for minor in (11, 12, 13)}
    pin(root, {"3.11": LINES, "3.12": ["x"], "3.13": ["x"], **looped})
    app = make_app("html", srcdir=root, confoverrides={"language": language})
    app.build()
    blocks = figure(app, "index", "snippet-event-loop-two-kettles").select(".snippet-elsewhere")
    assert sorted(block.p.get_text() for block in blocks) == sorted(titles)
    first = next(block for block in blocks if "3.11" in block.p.get_text())
    assert [line.get_text().strip() for line in first.select(".snippet-line")] == LINES
    assert [line.get_text().strip() for line in first.select(".differs")] == LINES[:2]


def test_results_of_another_text(rootdir: Path, tmp_path: Path, make_app: MakeApp) -> None:
    """Nothing is shown of them."""
    root = copy_root(rootdir, "card", tmp_path)
    pin(root, {"3.11": LINES}, stale=True)
    app = make_app("html", srcdir=root)
    app.build()
    card = figure(app, "index", "snippet-event-loop-two-kettles")
    assert not card.select(".snippet-elsewhere")


def test_eager_tasks_are_left_to_the_catalogue(
    rootdir: Path, tmp_path: Path, make_app: MakeApp
) -> None:
    """A card shows other Pythons and loops, and not what eager tasks would do."""
    root = copy_root(rootdir, "card", tmp_path)
    pin(root, {"3.12 eager": LINES})
    app = make_app("html", srcdir=root)
    app.build()
    assert not figure(app, "index", "snippet-event-loop-two-kettles").select(".snippet-elsewhere")

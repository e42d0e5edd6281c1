"""Challenges on a page: what scripts get, what is seen without, and what is wrong with a file."""

import json
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from built_cards import IN_CHINESE, MakeApp, Warnings, copy_root
from sphinx.testing.util import SphinxTestApp

from tools.project import HERE
from turns.grading.challenge import Challenge
from turns.grading.grammar import read
from turns.recording.codec import decode

# MyST-Parser 5.2 uses a name that Sphinx deprecates; that is not for us to mend.
pytestmark = pytest.mark.filterwarnings("ignore:'myst_parser")

NAME = "sleep_as_order"
PAGE = """(challenges-page)=
# Challenges

:::{challenges}
sleep_as_order
:::

:::{rule} Timers
:name: rule-deadline-order
:promised-by: measurement
Text.
:::
"""
EXTENSIONS = [
    *("myst_parser", "card", "markup.rule", "records_first", "language.typography"),
    *("pages.assembly", "plain"),
]


@pytest.fixture
def source(rootdir: Path, tmp_path: Path) -> Path:
    """Return the sources of a small site with a challenge."""
    source = copy_root(rootdir, "card", tmp_path)
    (source / "challenges.md").write_text(PAGE, "utf-8")
    for name in (f"{NAME}.py", f"solutions/{NAME}.py"):
        file = source / "_challenges" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text((HERE.docs / "_challenges" / name).read_text("utf-8"), "utf-8")
    index = source / "index.md"
    index.write_text(index.read_text("utf-8").replace("again\n", "again\nchallenges\n", 1), "utf-8")
    return source


def build(
    make_app: MakeApp, source: Path, builder: str = "html", **overrides: object
) -> SphinxTestApp:
    """Return a small site with a challenge, built."""
    root = {"challenges_root": str(source / "_challenges"), "extensions": EXTENSIONS}
    app = make_app(builder, srcdir=source, confoverrides={**root, **overrides})
    app.build()
    return app


@pytest.mark.slow
def test_a_challenge_has_all_that_it_takes(
    source: Path, make_app: MakeApp, warnings_of: Warnings
) -> None:
    """Its program, its goals, its rule; for the script, the challenge as data."""
    app = build(make_app, source)
    assert warnings_of(app) == []
    page = BeautifulSoup((app.outdir / "challenges.html").read_text("utf-8"), "html.parser")
    (one,) = page.select("details.challenge")
    file = read(source / "_challenges" / f"{NAME}.py")
    assert one["id"] == "challenge-sleep-as-order"
    assert one.summary.get_text() == file.english
    assert decode(Challenge, json.loads(str(one["data-challenge"]))) == file.challenge
    assert one.select_one(":scope > .highlight-python pre").get_text() == file.code
    assert [code.get_text() for code in one.select(".challenge-goals code")] == [
        "shopping is done",
        "cooking",
    ]
    assert one.select_one(".challenge-rule a")["href"] == "#rule-deadline-order"
    assert "turns grade sleep_as_order.py answer.py" in one.noscript.get_text()
    assert "asyncio.Event()" in one.select_one("details.challenge-solution").get_text()


@pytest.mark.slow
def test_in_chinese_all_is_chinese(source: Path, make_app: MakeApp) -> None:
    """What is asked, and the goals."""
    app = build(make_app, source, **IN_CHINESE)
    page = BeautifulSoup((app.outdir / "challenges.html").read_text("utf-8"), "html.parser")
    assert page.select_one("details.challenge summary").get_text().startswith("厨师")
    assert "每次都恰好按这个顺序打印" in page.select_one(".challenge-goals").get_text()


@pytest.mark.slow
@pytest.mark.parametrize(("builder", "end"), [("markdown", "md"), ("epub", "xhtml")])
def test_elsewhere_it_is_a_program_with_goals(
    source: Path, make_app: MakeApp, warnings_of: Warnings, builder: str, end: str
) -> None:
    """And how it is graded; no solution, and nothing that asks for a script."""
    app = build(make_app, source, builder)
    assert warnings_of(app) == []
    written = (app.outdir / f"challenges.{end}").read_text("utf-8")
    text = BeautifulSoup(written, "html.parser").get_text() if end == "xhtml" else written
    assert "The cook hopes" in text
    assert "shopping is done" in text
    assert "turns grade sleep_as_order.py answer.py" in text
    assert "asyncio.Event()" not in text
    assert "<details" not in written


@pytest.mark.slow
def test_a_file_that_is_wrong_is_a_located_warning(
    source: Path, make_app: MakeApp, warnings_of: Warnings
) -> None:
    """In its own line."""
    file = source / "_challenges" / f"{NAME}.py"
    file.write_text(file.read_text("utf-8").replace("order", "odrer"), "utf-8")
    (warning,) = warnings_of(build(make_app, source))
    assert f"{NAME}.py:25: `odrer` is no goal; did you mean `order`?" in warning


@pytest.mark.slow
def test_a_challenge_that_is_not_there_is_a_located_warning(
    source: Path, make_app: MakeApp, warnings_of: Warnings
) -> None:
    """Where the page names it."""
    (source / "_challenges" / "solutions" / f"{NAME}.py").unlink()
    (warning,) = warnings_of(build(make_app, source))
    assert warning.startswith("challenges.md:4: ")
    assert warning.endswith(f"{NAME}.py: there is no such file [challenges.malformed]")

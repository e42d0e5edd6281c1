"""The practice page: levels that open to cards which give nothing away, and lists elsewhere."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag
from built_cards import IN_CHINESE, MakeApp, Warnings, build, copy_root
from sphinx.testing.util import SphinxTestApp

from card import levels

# MyST-Parser 5.2 uses a name that Sphinx deprecates; that is not for us to mend.
pytestmark = pytest.mark.filterwarnings("ignore:'myst_parser")

PAGE = """(practice-page)=
# Practice

:::{practice}
:::
"""
RULES = """(rules-page)=
# Rules

:::{snippet} event_loop/two_kettles
:name: rules-kettles
:::

:::{rule} Proven by the kettles
:name: rule-kettles
:promised-by: measurement
Text.
:::

:::{rule} A pause is one
:name: rule-sleep-zero
:promised-by: measurement
Text.
:::
"""


def opened(app: SphinxTestApp) -> list[Tag]:
    """Return the levels of the built page."""
    page = BeautifulSoup((app.outdir / "practice.html").read_text("utf-8"), "html.parser")
    return page.select("details[data-level]")


@pytest.fixture
def source(rootdir: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the sources of a small site, whose programs make enough levels."""
    monkeypatch.setattr(levels, "LEAST", 2)
    monkeypatch.setattr(levels, "PATTERN", ("possible", "values"))
    source = copy_root(rootdir, "card", tmp_path)
    (source / "practice.md").write_text(PAGE, "utf-8")
    (source / "rules.md").write_text(RULES, "utf-8")
    index = source / "index.md"
    index.write_text(
        index.read_text("utf-8").replace("again\n", "again\npractice\nrules\n", 1), "utf-8"
    )
    return source


def test_a_level_gives_nothing_away(source: Path, make_app: MakeApp) -> None:
    """It has the code, and what is tried with it; no output, no marks, no picture."""
    found = opened(build(make_app, source))
    assert len(found) >= 2
    for number, level in enumerate(found, 1):
        assert level["id"] == f"level-{number}"
        assert level.select_one("summary > b").get_text() == str(number)
        assert "asyncio.run" in level.select_one("figure .highlight").get_text()
        assert not level.select(
            "figure :is(.snippet-output, button.mark, svg.picture, .snippet-lead)"
        )
        tried = level.figure
        assert tried["data-recording"] == "event_loop/two_kettles"
        assert tried.has_attr("data-goal") is not bool(level.select(".snippet-predict"))
        assert not level.select(".predict-show")


def test_the_rule_is_the_one_below_the_card(source: Path, make_app: MakeApp) -> None:
    """That is what the program proves; but a mistake has a rule that corrects it."""
    rules = {
        level["data-level"].split(":")[1]: level.select_one(".behind a")["href"]
        for level in opened(build(make_app, source))
    }
    assert rules["earlier"] == "rules.html#rule-kettles"
    assert rules["values"] == "rules.html#rule-sleep-zero"


def test_a_rule_that_is_nowhere_is_a_located_warning(
    source: Path, make_app: MakeApp, warnings_of: Warnings
) -> None:
    """Of the page with the levels."""
    rules = source / "rules.md"
    rules.write_text(rules.read_text("utf-8").replace("rule-sleep-zero", "rule-other"), "utf-8")
    (warning,) = warnings_of(build(make_app, source))
    assert warning.startswith("practice.md:4: 'practice-rule' reference target not found: rule-s")


def test_too_few_levels_are_a_located_warning(
    source: Path, make_app: MakeApp, warnings_of: Warnings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In one line; builds of the site fail with it."""
    monkeypatch.setattr(levels, "LEAST", 25)
    (warning,) = warnings_of(build(make_app, source))
    assert warning.startswith("practice.md:4: only ")
    assert warning.endswith(" levels can be made of all snippets, not 25 [practice.levels]")


def test_elsewhere_the_levels_are_a_list(
    source: Path, make_app: MakeApp, warnings_of: Warnings
) -> None:
    """Of goals with their rules, in Markdown; a page without scripts says what it lacks."""
    app = build(make_app, source, "markdown")
    assert warnings_of(app) == []
    text = (app.outdir / "practice.md").read_text("utf-8")
    assert "1. " in text
    assert "The rule behind it: [Proven by the kettles](rules.md)" in text
    assert "asyncio.run" not in text


def test_in_a_book_the_levels_are_a_list(source: Path, make_app: MakeApp) -> None:
    """And nothing in it asks for a script."""
    app = build(make_app, source, "epub")
    page = BeautifulSoup((app.outdir / "practice.xhtml").read_text("utf-8"), "html.parser")
    assert not page.select("details, figure, .snippet-predict, button")
    assert page.select("ol > li .behind a")


def test_it_speaks_chinese(source: Path, make_app: MakeApp) -> None:
    """The goals, the difficulty, and the rule."""
    level = opened(build(make_app, source, **IN_CHINESE))[0]
    assert "简单" in level.summary.get_text()
    assert "背后的规则：" in level.select_one(".behind").get_text()

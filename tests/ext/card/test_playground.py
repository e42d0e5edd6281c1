"""The playground: a snippet to begin with, and a menu of all; elsewhere a program to read."""

import json
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag
from built_cards import IN_CHINESE, MakeApp, Warnings, build, copy_root
from sphinx.testing.util import SphinxTestApp

# MyST-Parser 5.2 uses a name that Sphinx deprecates; that is not for us to mend.
pytestmark = pytest.mark.filterwarnings("ignore:'myst_parser")

PAGE = """---
orphan: true
---

(playground-page)=
# Playground

:::{playground} event_loop/two_kettles
:::

(own-program-page)=
## Own
"""


def shown(app: SphinxTestApp) -> Tag:
    """Return the playground of the built page."""
    page = BeautifulSoup((app.outdir / "playground.html").read_text("utf-8"), "html.parser")
    found = page.select_one("div.playground")
    assert found is not None
    return found


def menu(app: SphinxTestApp) -> list[tuple[str, list[tuple[str, str, str]]]]:
    """Return the programs of the menu, by chapter."""
    text = (app.outdir / "_static" / "programs.js").read_text("utf-8")
    found: list[tuple[str, list[tuple[str, str, str]]]] = json.loads(
        text.removeprefix("turnsPrograms(").removesuffix(");\n")
    )
    return found


@pytest.fixture
def source(rootdir: Path, tmp_path: Path) -> Path:
    """Return a small site with a playground."""
    copied = copy_root(rootdir, "card", tmp_path)
    (copied / "playground.md").write_text(PAGE, encoding="utf-8")
    return copied


@pytest.mark.slow
def test_it_begins_with_the_program_it_names(
    make_app: MakeApp, source: Path, warnings_of: Warnings
) -> None:
    """Its code alone; scripts come with the page, and what is said without them is there."""
    app = build(make_app, source)
    assert warnings_of(app) == []
    found = shown(app)
    code = found.select_one("pre")
    assert code is not None
    assert code.get_text().startswith("import asyncio")
    assert "# Output" not in code.get_text()
    assert found["data-program"] == "event_loop/two_kettles"
    otherwise = found.select_one("noscript a")
    assert otherwise is not None
    assert otherwise["href"] == "#own-program-page"
    page = (app.outdir / "playground.html").read_text("utf-8")
    assert "_static/playground.js" in page
    assert "_static/playground.js" not in (app.outdir / "index.html").read_text("utf-8")


@pytest.mark.slow
def test_the_menu_has_every_program(make_app: MakeApp, source: Path) -> None:
    """With its title in the page's language and its code; another one has another address."""
    app = build(make_app, source)
    before = shown(app)["data-programs"]
    programs = {name: (title, code) for _, all_ in menu(app) for name, title, code in all_}
    names = {
        path.relative_to(app.config.snippets_root).with_suffix("").as_posix()
        for path in Path(app.config.snippets_root).rglob("*.py")
    }
    assert programs.keys() <= names
    title, code = programs["event_loop/two_kettles"]
    assert title == "Two kettles boil at once; the smaller one whistles first."
    assert code.startswith("import asyncio")
    assert code.endswith("\n")
    chinese = build(make_app, source, **IN_CHINESE)
    titles = {name: title for _, all_ in menu(chinese) for name, title, _ in all_}
    title = titles["event_loop/two_kettles"]
    assert title == "两只水壶同时烧水，小的先响：`asyncio.sleep` 让出控制权。"
    assert shown(chinese)["data-programs"] != before


@pytest.mark.slow
def test_elsewhere_it_is_a_program(make_app: MakeApp, source: Path) -> None:
    """Below a sentence that says how to run it."""
    app = build(make_app, source, "markdown")
    text = (app.outdir / "playground.md").read_text("utf-8")
    assert "import asyncio" in text
    assert "With JavaScript" in text


@pytest.mark.slow
def test_a_program_that_is_missing_is_named(
    make_app: MakeApp, source: Path, warnings_of: Warnings
) -> None:
    """With the place."""
    text = PAGE.replace("two_kettles", "no_kettles")
    (source / "playground.md").write_text(text, encoding="utf-8")
    app = build(make_app, source)
    [warning] = [one for one in warnings_of(app) if "no_kettles" in one]
    assert "playground.md:8" in warning

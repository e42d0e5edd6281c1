"""The lists of the whole site: rules, programs, and what Pythons disagree about."""

import json
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag
from built_cards import IN_CHINESE, MakeApp, Warnings, build, copy_root
from sphinx.testing.util import SphinxTestApp

from card.results import InBrowser, write_in_browser
from turns.snippet.source import digest

# MyST-Parser 5.2 uses a name that Sphinx deprecates; that is not for us to mend.
pytestmark = pytest.mark.filterwarnings("ignore:'myst_parser")

NAME = "event_loop/two_kettles"
CHAPTER = """(event-loop-chapter)=
# The loop

:::{snippet} event_loop/two_kettles
:name: rules-kettles
:::

:::{rule} A `sleep()` *waits*
:name: rule-waits
:promised-by: documentation
:since: 3.12
:source: <https://docs.python.org/3/library/asyncio-task.html#asyncio.sleep>
Text.
:::

(far)=
## Far from any card

:::{rule} Without a program
:name: rule-alone
:promised-by: measurement
Text.
:::

:::{rule} With a program of its own
:name: rule-own
:promised-by: implementation
:snippet: event_loop/two_kettles
Text.
:::
"""


@pytest.fixture
def source(rootdir: Path, tmp_path: Path) -> Path:
    """Return the sources of a small site with a chapter and a page for each list."""
    source = copy_root(rootdir, "card", tmp_path)
    (source / "event-loop").mkdir()
    (source / "event-loop" / "index.md").write_text(CHAPTER, "utf-8")
    for kind in ("rules", "catalogue", "versions"):
        page = f"({kind}-page)=\n# A list\n\n:::{{{kind}}}\n:::\n"
        (source / f"{kind}.md").write_text(page, "utf-8")
    index = source / "index.md"
    pages = "again\nevent-loop/index\nrules\ncatalogue\nversions\n"
    index.write_text(index.read_text("utf-8").replace("again\n", pages, 1), "utf-8")
    return source


def rows(app: SphinxTestApp, page: str, select: str = "section section") -> list[list[Tag]]:
    """Return the cells of the tables of a built page, row by row."""
    html = BeautifulSoup((app.outdir / f"{page}.html").read_text("utf-8"), "html.parser")
    return [row.select("td") for row in html.select(f"{select} tbody tr")]


def texts(row: list[Tag]) -> list[str]:
    """Return what cells say."""
    return [" ".join(cell.get_text().split()) for cell in row]


def record(source: Path, *, ran: list[str], printed: dict[str, list[str]]) -> None:
    """Write down what was run of the program, and what it printed where that differs."""
    text = digest((source / "snippets" / f"{NAME}.py").read_bytes())
    (source / "_figures").mkdir(exist_ok=True)
    pinned = {NAME: {"digest": text, "printed": printed}}
    (source / "_figures" / "results.json").write_text(json.dumps(pinned), encoding="utf-8")
    column = {"python": "3.14.1", "loop": "", "date": "2026-11-27"}
    runs = {"columns": {"3.14": column}, "sets": [ran], "programs": {NAME: [text, 0]}}
    (source / "_figures" / "runs.json").write_text(json.dumps(runs), encoding="utf-8")
    pages = InBrowser("3.14.2", "314.0.7", "2026-11-28", {NAME: (text, "refused")})
    write_in_browser(source / "_figures" / "pyodide.json", pages)


def test_rules(source: Path, make_app: MakeApp, warnings_of: Warnings) -> None:
    """Each with what promises it, since when, and the program of its section or its own."""
    app = build(make_app, source)
    assert warnings_of(app) == []
    found = rows(app, "rules")
    assert [texts(row) for row in found] == [
        ["A sleep() waits", "the documentation", "3.12", NAME],
        ["Without a program", "nothing: measured", "before 3.11", ""],
        ["With a program of its own", "CPython", "before 3.11", NAME],
    ]
    assert [link["href"] for link in found[0][0].select("a")] == [
        "event-loop/index.html#rule-waits"
    ]
    assert found[0][0].code.get_text() == "sleep()"
    assert found[0][1].a["href"].endswith("/3/library/asyncio-task.html#asyncio.sleep")
    assert found[0][3].a["href"].endswith("-event-loop-two-kettles")


def test_rules_in_markdown(source: Path, make_app: MakeApp) -> None:
    """A row of a table is one line there."""
    app = build(make_app, source, "markdown")
    text = (app.outdir / "rules.md").read_text("utf-8")
    assert "\n## The loop\n" in text
    (line,) = [line for line in text.splitlines() if "waits" in line]
    assert line.startswith(
        "| [A `sleep()` *waits*](event-loop/index.md) | [the documentation](http"
    )


def test_a_program_that_is_nowhere_is_a_located_warning(
    source: Path, make_app: MakeApp, warnings_of: Warnings
) -> None:
    """At the rule that names it."""
    chapter = source / "event-loop" / "index.md"
    chapter.write_text(CHAPTER.replace(":snippet: event_loop/two", ":snippet: a/two"), "utf-8")
    (warning,) = warnings_of(build(make_app, source))
    assert warning.startswith("event-loop/index.md:25: no page shows 'a/two_kettles'")


def test_catalogue(source: Path, make_app: MakeApp) -> None:
    """Same, another output with a link to it, not run; by version where they disagree."""
    ran = ["3.11", "3.12", "3.13", "3.14", "3.15", "3.14 uvloop", "3.12 eager"]
    record(source, ran=ran, printed={"3.11": ["x"], "3.12 eager": ["early", "late"]})
    app = build(make_app, source)
    (row,) = (row for row in rows(app, "catalogue") if NAME in row[0].get_text())
    assert texts(row)[1:] == [
        "3.11: differs; 3.12 to 3.15: same",
        "3.11 to 3.13 and 3.15: not run; 3.14: same"
        if "3.11 to 3.13 and 3.15" in texts(row)[2]
        else "3.11, 3.12, 3.13 and 3.15: not run; 3.14: same",
        "3.12: differs; 3.13 to 3.15: not run",
        "refused",
    ]
    assert row[1].a["href"].endswith("two-kettles")
    html = BeautifulSoup((app.outdir / "catalogue.html").read_text("utf-8"), "html.parser")
    other = html.find(id=row[3].a["href"].removeprefix("#"))
    assert other.pre.get_text() == "early\nlate\n"
    assert not other.has_attr("open")
    first, *_, last = (
        texts(row) for row in rows(app, "catalogue", "section > .table-wrapper, section")[:4]
    )
    assert first == ["asyncio", "3.14.1", "2026-11-27"]
    assert last == ["Pyodide 314.0.7", "3.14.2", "2026-11-28"]


@pytest.mark.slow
def test_a_changed_program_did_not_run(source: Path, make_app: MakeApp) -> None:
    """What was recorded was of another text."""
    record(source, ran=["3.14"], printed={})
    program = source / "snippets" / f"{NAME}.py"
    program.write_text("\n" + program.read_text("utf-8"), "utf-8")
    (row,) = (r for r in rows(build(make_app, source), "catalogue") if NAME in r[0].get_text())
    assert (texts(row)[1], texts(row)[4]) == ("not run", "not run")


def test_versions(source: Path, make_app: MakeApp) -> None:
    """Both outputs stand side by side; programs that all Pythons agree about are left out."""
    record(source, ran=["3.11", "3.12", "3.14"], printed={"3.11": ["only line"]})
    app = build(make_app, source, **IN_CHINESE)
    html = BeautifulSoup((app.outdir / "versions.html").read_text("utf-8"), "html.parser")
    (table,) = html.select("table")
    assert [head.get_text() for head in table.select("th")] == [
        "Python 3.11",
        "Python 3.12 和 3.14",
    ]
    assert [texts(row.select("td"))[0] for row in table.select("tbody tr")] == [
        "only line",
        "",
        "",
        "",
    ]


def test_programs_that_agree_are_left_out(source: Path, make_app: MakeApp) -> None:
    """There is nothing to compare."""
    record(source, ran=["3.11", "3.12", "3.14"], printed={"3.12 uvloop": ["only line"]})
    app = build(make_app, source)
    assert "<table" not in (app.outdir / "versions.html").read_text("utf-8")


def test_nothing_was_run(source: Path, make_app: MakeApp, warnings_of: Warnings) -> None:
    """That is said, and is no fault: a small project has no records."""
    app = build(make_app, source)
    assert warnings_of(app) == []
    (row,) = (row for row in rows(app, "catalogue") if NAME in row[0].get_text())
    assert texts(row)[1:] == ["not run"] * 4

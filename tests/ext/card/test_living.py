"""The program that runs by itself, and extracts of cards, as a builder shows them."""

import json
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag
from built_cards import IN_CHINESE, MakeApp, Warnings, copy_root
from sphinx.testing.util import SphinxTestApp

# MyST-Parser 5.2 uses a name that Sphinx deprecates; that is not for us to mend.
pytestmark = pytest.mark.filterwarnings("ignore:'myst_parser")

NAME = "event_loop/two_kettles"
LIVING = f"""
:::{{living}} {NAME}
Whose turn is it?

- [Read](#home-page)
:::
"""


def built(
    rootdir: Path, tmp_path: Path, make_app: MakeApp, text: str, builder: str = "html", **more: str
) -> SphinxTestApp:
    """Return the root, whose page also has this."""
    root = copy_root(rootdir, "card", tmp_path)
    config = root / "conf.py"
    added = '"card.living",\n    "card.extract",\n    "plain",\n    "records_first",'
    config.write_text(config.read_text("utf-8").replace('"records_first",', added), "utf-8")
    with (root / "index.md").open("a", encoding="utf-8") as page:
        page.write(text)
    app = make_app(builder, srcdir=root, confoverrides=more)
    app.build()
    return app


def found(app: SphinxTestApp, selector: str) -> Tag:
    """Return an element of the page."""
    html = (app.outdir / "index.html").read_text("utf-8")
    one = BeautifulSoup(html, "html.parser").select_one(selector)
    assert one is not None, selector
    return one


def test_one_frame_is_drawn(
    rootdir: Path, tmp_path: Path, make_app: MakeApp, warnings_of: Warnings
) -> None:
    """What stays where nothing moves: somebody runs, somebody is ready, somebody waits."""
    app = built(rootdir, tmp_path, make_app, LIVING)
    assert warnings_of(app) == []
    stage = found(app, ".living .living-stage")
    film = json.loads(str(stage["data-film"]))
    still = film[int(str(stage["data-still"]))]
    for place, tasks in zip(
        ("running", "ready", "waiting"),
        ([still[0]], still[2], [one[0] for one in still[3]]),
        strict=True,
    ):
        assert tasks
        assert [one["data-task"] for one in stage.select(f".living-{place} li")] == tasks
    assert stage.select_one(".living-said > span").get_text() == still[-1]  # type: ignore[union-attr]
    names = {*json.loads(str(stage["data-coroutines"]))}
    assert {name for frame in film for name in frame[2]} <= names


def test_the_output_and_its_marks(rootdir: Path, tmp_path: Path, make_app: MakeApp) -> None:
    """Each kind of mark that a line has is explained once; the code can be read; links lead on."""
    app = built(rootdir, tmp_path, make_app, LIVING)
    program = found(app, ".living > .living-program")
    kinds = {str(one["data-mark"]) for one in program.select("button.mark")}
    explained = [one["class"] for one in program.select("ul.living-marks strong")]
    assert sorted(f"mark-{kind}" for kind in kinds) == sorted(
        name for one in explained for name in one
    )
    assert "asyncio.gather" in program.select_one(".highlight").get_text()  # type: ignore[union-attr]
    assert found(app, ".living-text li a")["href"] == "#home-page"


def test_chinese(rootdir: Path, tmp_path: Path, make_app: MakeApp) -> None:
    """Words are in the page's language."""
    app = built(rootdir, tmp_path, make_app, LIVING, **IN_CHINESE)
    assert found(app, ".living-ready > p").get_text() == "就绪队列"


@pytest.mark.slow
@pytest.mark.parametrize("builder", ["markdown", "epub", "text"])
def test_other_forms(rootdir: Path, tmp_path: Path, make_app: MakeApp, builder: str) -> None:
    """They have the sentence, the output and the code, and no stage; Markdown tells the turns."""
    app = built(rootdir, tmp_path, make_app, LIVING, builder)
    ending = {"markdown": "md", "epub": "xhtml", "text": "txt"}[builder]
    page = (app.outdir / f"index.{ending}").read_text("utf-8")
    text = BeautifulSoup(page, "html.parser").get_text() if builder == "epub" else page
    begin = text.index("Whose turn is it?")
    assert text.index("large: whistles", begin) < text.index("asyncio.gather", begin)
    assert ("Turn 2, 0 s: Task-2 prints" in text) == (builder == "markdown")
    assert "living-stage" not in page


def test_an_extract(
    rootdir: Path, tmp_path: Path, make_app: MakeApp, warnings_of: Warnings
) -> None:
    """The output, a cause as its mark has it, all outcomes, what plays it, a link to the card."""
    text = f"\n:::{{extract}} {NAME}\n:cause: 3\n:outcomes:\n:::\n"
    app = built(rootdir, tmp_path, make_app, text)
    assert warnings_of(app) == []
    extract = found(app, "#extract-event-loop-two-kettles")
    mark = extract.select("button.mark")[2]
    why = extract.select_one(f"#{mark['popovertarget']} > span")
    cause = extract.select_one(".extract-cause")
    assert why is not None
    assert cause is not None
    assert why.get_text() in cause.get_text()
    assert f"mark-{mark['data-mark']}" in cause["class"]
    outcomes = extract.select_one("details.snippet-outcomes")
    assert outcomes is not None
    assert outcomes.has_attr("open")
    assert extract["data-recording"] == NAME
    assert extract.select_one(".snippet-step") is not None
    assert extract.select_one(".extract-whole a")["href"] == "#snippet-event-loop-two-kettles"  # type: ignore[index]
    assert extract.select_one(".linenos") is None


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (
            ":::{living} event_loop/no_kettles\n:::",
            "there is no file snippets/event_loop/no_kettles",
        ),
        (f":::{{extract}} {NAME}\n:cause: 9\n:::", "`:cause:` names a line from 1 to 4"),
    ],
)
def test_what_cannot_be_shown(
    rootdir: Path, tmp_path: Path, make_app: MakeApp, *, wrong: str, said: str
) -> None:
    """One line says what is wrong, and where."""
    app = built(rootdir, tmp_path, make_app, f"\n{wrong}\n")
    warned = [one for one in app.warning.getvalue().splitlines() if said in one]
    assert len(warned) == 1
    assert "index.md:" in warned[0]

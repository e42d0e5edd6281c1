"""The order of the first card of a page, for pictures that are drawn elsewhere."""

from pathlib import Path

import pytest
from docutils.utils import new_document
from sphinx.testing.util import SphinxTestApp

from card.first_order import MOST, order
from card.store import Recordings
from language.languages import CHINESE, ENGLISH, Language
from markup.shown_order import Kind, Line, Row, first

pytestmark = pytest.mark.filterwarnings("ignore:'myst_parser")

ROOT = Path(__file__).parents[3]
RECORDINGS = Recordings(ROOT / "snippets", ROOT / "docs/_recordings", ROOT / ".build/recordings")


def rows(name: str, language: Language = ENGLISH) -> list[Row]:
    """Return the order of a snippet of the site."""
    recorded = RECORDINGS.of(name)
    assert recorded is not None
    assert recorded.findings is not None
    return list(order(recorded.findings, language))


def said(shown: list[Row]) -> list[tuple[object, ...]]:
    """Return what stands beside the lanes."""
    return [(row.kind, row.lane, row.number, row.name, row.word, row.text) for row in shown]


def test_turns_stand_in_their_order_with_what_they_print() -> None:
    """A turn that prints several lines goes on; each line has its mark."""
    shown = rows("scheduling/create_task_schedules")
    assert said(shown) == [
        (Kind.TURN, 0, 1, "main", "program", "main: task created"),
        (Kind.ON, 0, 1, "", "program", "helper: awaited, but waits for nothing"),
        (Kind.ON, 0, 1, "", "program", "main: still the same turn"),
        (Kind.TURN, 1, 2, "child", "program", "child: starts"),
        (Kind.TURN, 0, 3, "main", "queue", "main: back after sleep(0)"),
    ]
    assert shown[2].after == {0: Line.READY, 1: Line.READY}
    assert shown[-1].after == {}


def test_what_comes_between_turns_is_there_too() -> None:
    """Lines from outside of turns, and time that passes; in the words of the page."""
    assert said(rows("start/first_program", CHINESE)) == [
        (Kind.OUTSIDE, None, 0, "", "程序", "before: nothing is on"),
        (Kind.TURN, 0, 1, "main", "程序", "main: the water is on"),
        (Kind.PAUSE, None, 0, "", "", "0.05 秒"),
        (Kind.TURN, 0, 3, "main", "程序", "main: the water boils"),
        (Kind.OUTSIDE, None, 0, "", "程序", "after: tea"),
    ]


def test_silence_is_explained_and_holding_the_thread_measured() -> None:
    """A task whose coroutine others run, too, is called by its own name."""
    shown = said(rows("await/time_sleep_blocks"))
    assert (Kind.TURN, 1, 2, "Task-2", "", "waits for sleep(0.05)") in shown
    begins = (Kind.TURN, 0, 14, "wait_rudely", "", "0.1 s")
    assert shown[shown.index(begins) + 1][-1] == "time.sleep(0.1) is over"


@pytest.mark.slow
def test_lines_are_those_of_the_output() -> None:
    """Of every snippet: none is missing as far as it goes, each has its mark."""
    for name in RECORDINGS.sources():
        recorded = RECORDINGS.of(name)
        if recorded is None or recorded.findings is None:
            continue
        shown = [row for row in order(recorded.findings, ENGLISH) if row.mark]
        marks = recorded.findings.marks[: len(shown)]
        for row, mark in zip(shown, marks, strict=True):
            assert row.mark == mark.because, name
            assert mark.text.startswith(row.text), name


@pytest.mark.slow
@pytest.mark.sphinx("html", testroot="card")
def test_a_page_tells_the_order_of_its_first_card(app: SphinxTestApp) -> None:
    """It can be read by who knows nothing of cards, and is what the page's picture shows."""
    app.build()
    shown = first(app.env.get_doctree("index"))
    assert [row.text for row in shown if row.mark][:2] == ["small: on", "large: on"]
    assert len(shown) <= MOST
    assert (app.outdir / "index.png").read_bytes() != (app.outdir / "again.png").read_bytes()


def test_a_page_without_a_card_has_no_order() -> None:
    """Its picture says what it is about."""
    assert first(new_document("about.md")) == ()

"""The picture of a recording, and what it must not do: lie about time, overlap, forget a turn."""

import itertools
import re
from collections import Counter
from dataclasses import replace
from xml.dom import minidom

import pytest
from watched import main_of, recorded

from card.store import Recordings
from tools.project import HERE
from turns import text
from turns.drawing import graph, picture
from turns.drawing.picture import draw
from turns.drawing.rows import Arrow, Kind, Line, Link, Picture, Row, place
from turns.drawing.story import tell
from turns.drawing.telling import LONGEST, MOST, headed
from turns.drawing.timeline import HEAD, TAIL, has_row, timeline
from turns.exploring.findings import Findings
from turns.recording.recording import Recording

NAMES = sorted(
    path.relative_to(HERE.snippets).with_suffix("").as_posix() for path in HERE.programs()
)


@pytest.fixture(scope="session")
def all_recordings() -> dict[str, Recording]:
    """Return what is pinned of all snippets that can be drawn."""
    store = Recordings(HERE.snippets, HERE.docs / "_recordings", HERE.build / "recordings")
    found = {name: store.of(name) for name in NAMES}
    return {
        name: one.answer.recording
        for name, one in found.items()
        if one is not None and isinstance(one.answer, Findings) and one.answer.recording.turns
    }


def drawing_of(body: str) -> Picture:
    """Return the picture of a program with this `main`."""
    _, recording = recorded(main_of(body))
    return timeline(recording, "en")


def of_kind(drawing: Picture, kind: Kind) -> list[Row]:
    """Return the rows of a kind."""
    return [row for row in drawing.rows if row.kind is kind]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_turns_without_a_row_are_named(all_recordings: dict[str, Recording], language: str) -> None:
    """A reader sees a number in a row, or in the line below; of very many the first ones."""
    many = []
    for name, recording in all_recordings.items():
        below = re.sub("<svg.*</svg>", "", draw(recording, language).partition("</ol>")[2])
        named = {
            number
            for first, last in re.findall(r"(\d+)(?:–(\d+))?", below)
            for number in range(int(first), int(last or first) + 1)
        }
        own = {turn.number for turn in recording.turns if not has_row(turn)}
        assert named <= own
        if named != own:
            assert "…" in below
            many.append(name)
    assert len(many) < len(all_recordings) / 10


@pytest.mark.slow
@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_turn_has_a_row(all_recordings: dict[str, Recording], language: str) -> None:
    """Well-formed; what it prints stands there, and the story is told in the language."""
    assert len(all_recordings) > 50
    for name, recording in all_recordings.items():
        html = draw(recording, language).partition("<p ")[0]
        document = minidom.parseString(html)  # noqa: S318 - our own
        items = document.getElementsByTagName("li")
        numbers = [int(item.getAttribute("data-turn") or 0) for item in items]
        wanted = [turn for turn in recording.turns if has_row(turn)]
        if len(wanted) <= HEAD + TAIL:
            assert list(dict.fromkeys(n for n in numbers if n)) == [t.number for t in wanted], name
        for item, number in zip(items, numbers, strict=True):
            shown = [node.firstChild.data for node in item.getElementsByTagName("code")]
            written = {
                one.shown for turn in wanted if turn.number == number for one in turn.written
            }
            assert not number or {text.clip(one, LONGEST) for one in written} >= {*shown}, name
        story = "".join(tell(recording, language))
        assert ("轮" in story) == (language == "zh")


@pytest.mark.slow
def test_all_that_is_printed_is_in_the_picture(all_recordings: dict[str, Recording]) -> None:
    """In its order, also what is printed outside of turns."""
    for name, recording in all_recordings.items():
        rows = timeline(recording, "en").rows
        if any(row.kind is Kind.FOLD or len(row.written) > MOST for row in rows):
            continue
        shown = [one.shown for row in rows for one in row.written if one.stream == "output"]
        assert shown == [*recording.output], name


@pytest.mark.slow
def test_lanes_are_apart(all_recordings: dict[str, Recording]) -> None:
    """Nobody shares one, and nobody changes it before he is over; arrows lead to lanes."""
    for name, recording in all_recordings.items():
        drawing = timeline(recording, "en")
        for row, lanes in zip(drawing.rows, drawing.lanes, strict=True):
            assert len({*lanes.values()}) == len(lanes), name
            assert {arrow.to for arrow in row.arrows} <= row.after.keys() <= lanes.keys()
        for (row, above), below in itertools.pairwise(
            zip(drawing.rows, drawing.lanes, strict=True)
        ):
            assert all(below[1][owner] == above[owner] for owner in row.after), name


@pytest.mark.slow
def test_it_fits_beside_its_text(all_recordings: dict[str, Recording]) -> None:
    """Also on a phone: lanes that are over are used again, and many are closer together."""
    widths = {name: graph.width(timeline(one, "en")) for name, one in all_recordings.items()}
    assert max(widths.values()) < 200, widths


def test_who_is_ready_is_drawn_so(all_recordings: dict[str, Recording]) -> None:
    """After each row, exactly those tasks have a thick line that are ready then."""
    for name, recording in all_recordings.items():
        drawing = timeline(recording, "en")
        if any(row.kind in {Kind.FOLD, Kind.HELD} for row in drawing.rows):
            continue
        states: dict[str, str] = {}
        silent = {turn.task for turn in recording.turns}
        silent -= {turn.task for turn in recording.turns if has_row(turn)}
        rows = iter(drawing.rows)
        for turn, following in itertools.zip_longest(recording.turns, recording.turns[1:]):
            states |= {task: state.state for task, state in turn.tasks.items()}
            row = next((r for r in rows if r.turn is turn), None) if has_row(turn) else None
            is_last = following is None or has_row(following) or following.begins > turn.begins
            if row is None or not is_last or turn.outside:
                continue
            ready = {task for task, state in states.items() if state == "ready"} - silent
            drawn = {
                owner[1]
                for owner, line in row.after.items()
                if owner[0] == "task" and line is Line.READY
            }
            assert drawn == ready, (name, turn.number)


def test_arrows_tell_who_made_and_who_woke(all_recordings: dict[str, Recording]) -> None:
    """Main makes two tasks; the one that ends last wakes main; the clock draws no arrow."""
    drawing = timeline(all_recordings["event_loop/two_kettles"], "en")
    arrows = Counter(arrow.link for row in drawing.rows for arrow in row.arrows)
    assert arrows == {Link.MAKE: 2, Link.WAKE: 1}
    assert [row.time for row in of_kind(drawing, Kind.PAUSE)] == [0.1, 0.2]
    first = drawing.rows[0]
    assert first.arrows == [
        Arrow(Link.MAKE, ("task", "Task-2")),
        Arrow(Link.MAKE, ("task", "Task-3")),
    ]


def test_who_cancels_is_drawn(all_recordings: dict[str, Recording]) -> None:
    """Also if a task group does, on behalf of the task that failed."""
    drawing = timeline(all_recordings["scheduling/taskgroup_cancels"], "en")
    [row] = [row for row in drawing.rows if any(a.link is Link.CANCEL for a in row.arrows)]
    assert row.owner == ("task", "Task-3")
    assert row.ends == "failed"
    [cancelled] = [row for row in drawing.rows if row.ends == "cancelled"]
    assert cancelled.owner == ("task", "Task-2")


def test_every_kind_of_wait_has_its_line(all_recordings: dict[str, Recording]) -> None:
    """The program that shows all of them has each, drawn in the style the legend explains."""
    drawing = timeline(all_recordings["cards/everything"], "en")
    of_bars = {Line.HELD, Line.LATE}
    assert {line for row in drawing.rows for line in row.after.values()} == {*Line} - of_bars
    style = picture.STYLE.read_text(encoding="utf-8")
    html = draw(all_recordings["cards/everything"], "en")
    for line in {*Line} - of_bars:
        assert f'class="lane {line}"' in html
        assert line is Line.THREAD or f".lane.{line} {{" in style  # that one has two lines


def test_what_is_awaited_is_drawn_by_its_kind_and_not_by_its_name() -> None:
    """A task may be called `sleeper`, and a thread like a process."""
    drawing = drawing_of("""
        async def nap():
            await asyncio.sleep(1)
        sleeper = asyncio.create_task(nap(), name="sleeper")
        thread = threading.Thread(target=print, args=("hello",), name="Process_x")
        thread.start()
        await sleeper
        """)
    first = drawing.rows[0]
    assert first.after["task", "Task-1"] is Line.OTHER
    [pause] = of_kind(drawing, Kind.PAUSE)
    assert pause.after["task", "sleeper"] is Line.READY
    before = drawing.rows[drawing.rows.index(pause) - 1]
    assert before.after["task", "sleeper"] is Line.TIMER
    assert [row.thread for row in of_kind(drawing, Kind.OUTSIDE)] == ["Process_x"]


def test_a_turn_is_as_long_as_it_holds_the_thread() -> None:
    """No pause is drawn in it; its end comes below, and whose timers it makes late is said."""
    drawing = drawing_of("""
        async def bell(name, after):
            await asyncio.sleep(after)
            print(name)
        first = asyncio.create_task(bell("early", 0.1))
        second = asyncio.create_task(bell("late", 1))
        await asyncio.sleep(0)
        print("before")
        time.sleep(0.25)
        print("after")
        await first
        time.sleep(1)
        await second
        """)
    short, long = of_kind(drawing, Kind.HELD)
    assert (short.held, long.held) == (0.25, 1)
    assert short.late == (("Task-2", 0.1),)
    heights = [
        graph.height(drawing, drawing.rows.index(row)) - graph.LEAST for row in (short, long)
    ]
    assert heights == [graph.HELD, 2 * graph.HELD]
    kinds = [row.kind for row in drawing.rows]
    assert Kind.PAUSE not in kinds
    index = drawing.rows.index(short)
    begin, end = drawing.rows[index - 1], drawing.rows[index + 1]
    assert [one.shown for one in begin.written] == ["before"]
    assert [one.shown for one in short.written] == ["after"]
    assert begin.after["task", "Task-1"] is short.after["task", "Task-1"] is Line.HELD
    assert (begin.kind, end.kind, begin.turn) == (Kind.TURN, Kind.OVER, end.turn)
    assert end.after["task", "Task-1"] is Line.OTHER
    assert begin.after["task", "Task-2"] is Line.TIMER
    assert short.after["task", "Task-2"] is Line.LATE
    assert end.after["task", "Task-2"] is Line.READY


@pytest.mark.parametrize(
    ("body", "computes"),
    [("for _ in range(2000): pass", True), ("for _ in range(200): pass", False)],
)
def test_a_turn_that_computes_is_seen(body: str, *, computes: bool) -> None:
    """Although that takes no virtual time, and may all be on one line."""
    drawing = drawing_of(body)
    assert bool(of_kind(drawing, Kind.HELD)) is computes


def test_timers_are_asked_for_before_they_are_late(
    all_recordings: dict[str, Recording],
) -> None:
    """The arrows to them leave the turn at its beginning, and their lanes go on beside the bar."""
    drawing = timeline(all_recordings["event_loop/late_timers"], "en")
    [held] = of_kind(drawing, Kind.HELD)
    begin, end = (drawing.rows[drawing.rows.index(held) + step] for step in (-1, 1))
    assert [arrow.link for arrow in begin.arrows] == [Link.MAKE, Link.MAKE, Link.MAKE]
    late = [owner for owner, line in held.after.items() if line is Line.LATE]
    assert late == [arrow.to for arrow in begin.arrows]
    assert {end.after[owner] for owner in late} == {Line.READY}


def test_blocking_programs_show_it(all_recordings: dict[str, Recording]) -> None:
    """All that hold the thread, be it by sleeping or by computing."""
    shown = {n for n, one in all_recordings.items() if of_kind(timeline(one, "en"), Kind.HELD)}
    assert shown >= {
        "await/time_sleep_blocks",
        "await/computation_blocks",
        "await/debug_mode",
        "event_loop/late_timers",
    }


def test_passes_are_numbered_and_told_apart(all_recordings: dict[str, Recording]) -> None:
    """The number stands at the first turn of each, and neighbours differ in their ground.

    Those between which turns are left out are no neighbours.
    """
    for name, recording in all_recordings.items():
        first = (Kind.TURN, Kind.FIRED, Kind.FOLD)
        rows = [row for row in timeline(recording, "en").rows if row.kind in first]
        for above, below in itertools.pairwise(rows):
            if Kind.FOLD in {above.kind, below.kind}:
                continue
            assert above.turn is not None
            assert below.turn is not None
            is_same = above.turn.pass_number == below.turn.pass_number
            assert bool(below.passed) is not is_same, name
            assert (above.is_odd == below.is_odd) is is_same


def test_a_timer_that_fires_among_others_is_seen(all_recordings: dict[str, Recording]) -> None:
    """Its task joins the queue behind who is there; where nobody else runs, a pause says it all."""
    rows = timeline(all_recordings["event_loop/one_hop_later"], "en").rows
    place = next(index for index, row in enumerate(rows) if row.kind is Kind.FIRED)
    assert rows[place].owner == ("task", "Task-2")
    assert rows[place].passed == 3
    assert rows[place - 1].after["task", "Task-2"] is Line.LATE
    assert rows[place].after["task", "Task-2"] is Line.READY
    assert [row.owner and row.owner[0] for row in rows[place + 1 : place + 3]] == [
        "callback",
        "task",
    ]
    drawn = draw(all_recordings["event_loop/one_hop_later"], "en")
    assert "Task-2’s timer fires, and Task-2 joins the queue" in drawn
    calm = timeline(all_recordings["event_loop/two_kettles"], "en").rows
    assert all(row.kind is not Kind.FIRED for row in calm)


def test_the_end_of_a_task_wakes_who_waits_for_it() -> None:
    """Not its beginning, though it holds the thread between them."""
    _, recording = recorded("""
import asyncio
import time


async def main() -> None:
    async def end() -> None:
        time.sleep(1)

    await asyncio.create_task(end())


asyncio.run(main())
""")
    rows = timeline(recording, "en").rows
    woken = [row.kind for row in rows for arrow in row.arrows if arrow.link is Link.WAKE]
    assert woken == [Kind.OVER]


def test_another_loop_is_marked() -> None:
    """Its passes are counted from 1 again."""
    _, recording = recorded("""
import asyncio


async def main() -> None:
    await asyncio.sleep(0)


asyncio.run(main())
asyncio.run(main())
""")
    rows = [row for row in timeline(recording, "en").rows if row.kind is Kind.TURN]
    assert [(row.passed, row.is_new_loop) for row in rows] == [
        (1, False),
        (2, False),
        (1, True),
        (2, False),
    ]
    assert [headed(row, "en") for row in rows] == ["pass 1", "pass 2", "new loop", "pass 2"]
    assert headed(rows[2], "zh") == "新循环"


def test_passes_are_those_of_the_loop() -> None:
    """Three steps in a row are in three passes; what is ready together is in one."""
    _, recording = recorded(
        main_of("""
        async def step():
            await asyncio.sleep(0)
        await asyncio.gather(step(), step())
        """)
    )
    turns = [turn for turn in recording.turns if not turn.internal]
    steps = [(turn.task, turn.pass_number) for turn in turns]
    assert steps == [
        ("Task-1", 1),
        *(("Task-2", 2), ("Task-3", 2)),
        *(("Task-2", 3), ("Task-3", 3)),
        ("Task-1", 5),
    ]


def test_what_threads_do_is_drawn(all_recordings: dict[str, Recording]) -> None:
    """A job has a lane from the turn that asks for it to its end, which wakes who waits."""
    drawing = timeline(all_recordings["await/thread_pool"], "en")
    assert drawing.rows[0].arrows == [Arrow(Link.MAKE, ("job", 0))]
    [end] = of_kind(drawing, Kind.JOB)
    assert end.job is not None
    assert end.job.function == "wait_for_tea"
    assert end.arrows == [Arrow(Link.WAKE, ("task", "Task-1"))]
    lines = [row.after.get(("job", 0)) for row in drawing.rows]
    assert lines.index(None) == drawing.rows.index(end)
    assert {*lines[: lines.index(None)]} == {Line.JOB}


def test_what_a_thread_prints_in_the_midst_of_a_turn_stands_there() -> None:
    """Between the beginning of the turn and its end."""
    drawing = drawing_of("""
        def work():
            time.sleep(0.1)
            print("thread")
        threading.Thread(target=work, name="worker").start()
        time.sleep(0.3)
        print("main")
        """)
    kinds = [row.kind for row in drawing.rows]
    printed = kinds.index(Kind.OUTSIDE)
    assert kinds.index(Kind.TURN) < printed < kinds.index(Kind.OVER)
    assert Kind.PAUSE not in kinds
    assert drawing.rows[printed].owner == ("job", 0)


def test_callbacks_wait_in_lanes_of_their_own() -> None:
    """A timer until its time comes, from the turn that asked for it."""
    drawing = drawing_of("""
        loop = asyncio.get_running_loop()
        loop.call_later(0.1, print, "later")
        loop.call_soon(print, "soon")
        await asyncio.sleep(0.2)
        """)
    first = drawing.rows[0]
    assert sorted(line for owner, line in first.after.items() if owner[0] == "callback") == [
        Line.READY,
        Line.TIMER,
    ]
    assert [arrow.link for arrow in first.arrows] == [Link.MAKE, Link.MAKE]


def test_a_bad_end_is_said(all_recordings: dict[str, Recording]) -> None:
    """A deadlock with who waits for whom, in the language; of one that ends well nothing."""
    _, recording = recorded("import asyncio\nasyncio.run(asyncio.Event().wait())\n")
    [end] = of_kind(timeline(recording, "zh"), Kind.END)
    assert end.texts[0].startswith("死锁：")
    assert any("Event.wait()" in line for line in end.texts)
    assert not of_kind(timeline(all_recordings["event_loop/two_kettles"], "en"), Kind.END)


def test_a_long_program_is_folded(all_recordings: dict[str, Recording]) -> None:
    """Its beginning and its end are drawn, and how much is missing is said."""
    short = all_recordings["event_loop/two_kettles"]
    [first, *_] = [turn for turn in short.turns if not turn.internal]
    recording = replace(short, turns=tuple(replace(first, number=n) for n in range(1, 101)))
    html = draw(recording, "en")
    assert html.count("data-turn") == HEAD + TAIL
    assert "… 64 more turns …" in html
    assert "… 64 more turns …." in [*tell(recording, "en")]


def test_lanes_that_are_over_are_used_again() -> None:
    """So a picture is as wide as there are lanes at a time."""
    a, b, c = (("task", name) for name in "abc")
    rows = [Row(Kind.TURN, 0, a), Row(Kind.TURN, 0, b), Row(Kind.TURN, 0, c)]
    for row, after in zip(rows, ([a, b], [b], [b, c]), strict=True):
        row.after = dict.fromkeys(after, Line.READY)
    drawing = place(rows)
    assert [*drawing.lanes] == [{a: 0, b: 1}, {a: 0, b: 1}, {b: 1, c: 0}]
    assert drawing.width == 2


def test_no_arrow_crosses_text(all_recordings: dict[str, Recording]) -> None:
    """All that is drawn ends before the text begins."""
    for name, recording in all_recordings.items():
        drawing = timeline(recording, "en")
        for index in range(len(drawing.rows)):
            xs = re.findall(r"(?:[MHQ]|x[12]=\")([\d.]+)", graph.draw(drawing, index))
            assert all(float(x) <= graph.width(drawing) for x in xs), name


def test_text_is_as_wide_as_it_looks() -> None:
    """Chinese characters count twice, and a text is cut to columns."""
    assert text.width("水壶 on") == 7
    assert text.clip("水壶水壶", 5) == "水壶…"
    assert text.clip("kettle", 6) == "kettle"

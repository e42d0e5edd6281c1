"""The picture of a recording, and what it must not do: leave its frame, overlap, forget a turn."""

import collections
import itertools
import re
from dataclasses import replace
from xml.dom import minidom

import pytest
from watched import main_of, recorded

from card.store import Recordings
from tools.project import HERE
from turns import text
from turns.drawing import layout as placing
from turns.drawing import parts, picture, strips
from turns.drawing.picture import draw
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


def _draw(recording: Recording, lang: str) -> str:
    return draw(recording, lang, "x")


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_turn_is_drawn_once_inside_the_frame(
    all_recordings: dict[str, Recording], language: str
) -> None:
    """Well-formed, with a title and a story in the language; no box over another's text."""
    assert len(all_recordings) > 50
    for name, recording in all_recordings.items():
        html = _draw(recording, language)
        document = minidom.parseString(html)  # noqa: S318 (we have just made it)
        numbers = [
            int(group.getAttribute("data-turn"))
            for group in document.getElementsByTagName("g")
            if group.hasAttribute("data-turn")
        ]
        layout = placing.lay_out(recording)
        wanted = [turn.number for turn in recording.turns if placing.has_box(turn)]
        left_out = layout.folded[1] if layout.folded else 0
        assert len(numbers) == len(wanted) - left_out, name
        assert set(numbers) <= set(wanted)
        [description] = document.getElementsByTagName("desc")
        story = description.firstChild.data
        assert ("轮" in story) == (language == "zh")
        for box, following in zip(layout.boxes, layout.boxes[1:], strict=False):
            assert box.x + box.width < following.x, name
        assert layout.boxes[-1].x + layout.boxes[-1].width < layout.width
        for one in layout.outside:
            assert f'x="{one.x:g}"' in html
            assert one.written[0].text[:10].rstrip() in html
        for y in re.findall(r' y="([\d.]+)"', html):
            assert 0 < float(y) < layout.height, name


def test_printed_lines_are_in_picture_and_story(all_recordings: dict[str, Recording]) -> None:
    """At the turn that prints them."""
    html = _draw(all_recordings["event_loop/two_kettles"], "en")
    story = html.partition("<desc")[2].partition("</desc>")[0]
    for line in ("small: on", "large: on", "small: whistles", "large: whistles"):
        assert f">{line}</text>" in html
        assert f"“{line}”" in story


def test_arrows_tell_who_made_and_who_woke(all_recordings: dict[str, Recording]) -> None:
    """Main makes two tasks; the one that ends last wakes main; the clock draws no arrow."""
    html = _draw(all_recordings["event_loop/two_kettles"], "en")
    assert len(re.findall(r'<path class="make"', html)) == 2
    assert len(re.findall(r'<path class="wake"', html)) == 1
    assert len(re.findall(r'<path class="pause"', html)) == 2
    assert len(re.findall(r'class="wait timer"', html)) == 2


def test_every_kind_of_wait_has_its_line(all_recordings: dict[str, Recording]) -> None:
    """The program that shows all of them has each, drawn in the style the legend explains."""
    html = _draw(all_recordings["cards/everything"], "en")
    waits = re.findall(r'class="wait (\w+)" d="([^"]+)"', html)
    kinds = {"timer": 2, "io": 1, "shared": 2, "thread": 1, "other": 1}
    assert collections.Counter(kind for kind, _ in waits) == kinds
    style = picture.STYLE.read_text(encoding="utf-8")
    for kind in kinds.keys() - {"thread"}:  # that one has two lines
        assert f".wait.{kind} {{" in style
    assert all(path.count("M") == (2 if kind == "thread" else 1) for kind, path in waits)


def test_what_is_awaited_is_drawn_by_its_kind_and_not_by_its_name() -> None:
    """A task may be called `sleeper`, and a thread like a process."""
    _, recording = recorded(
        main_of("""
        async def nap():
            await asyncio.sleep(1)
        sleeper = asyncio.create_task(nap(), name="sleeper")
        thread = threading.Thread(target=print, args=("hello",), name="Process_x")
        thread.start()
        await sleeper
        """)
    )
    html = _draw(recording, "en")
    assert [kind for kind in re.findall(r'class="wait (\w+)"', html) if kind != "ready"] == [
        *("other", "timer"),
    ]
    assert "<b>Process_x</b> thread" in html


def test_what_threads_do_is_drawn(all_recordings: dict[str, Recording]) -> None:
    """A job is a bar from the turn that asks for it to the one that has waited for it."""
    recording = all_recordings["await/thread_pool"]
    [bar] = placing.lay_out(recording).bars
    assert bar.name == "wait_for_tea"
    html = _draw(recording, "en")
    assert html.count('<g class="job">') == 1
    assert "<b>asyncio_0</b> thread" in html
    assert len(re.findall(r'<path class="make"', html)) == 1
    assert len(re.findall(r'<path class="wake"', html)) == 1
    assert "From turn 1 to turn 3, asyncio_0 runs wait_for_tea." in html
    (process,) = placing.lay_out(all_recordings["await/process_pool"]).bars
    assert process.name == "count_primes"


def test_jobs_of_one_thread_do_not_overlap(all_recordings: dict[str, Recording]) -> None:
    """Nor do they begin before they are asked for."""
    for recording in all_recordings.values():
        bars = placing.lay_out(recording).bars
        for bar, following in itertools.combinations(bars, 2):
            assert bar.lane != following.lane or bar.end <= following.x
        assert all(bar.maker is None or bar.maker.x < bar.x < bar.end for bar in bars)


def test_on_paper_long_names_are_narrow(all_recordings: dict[str, Recording]) -> None:
    """A thread's name does not run into the drawing; others keep their letters' width."""
    html = _draw(all_recordings["await/to_thread_context"], "en")
    names = re.findall(r'<text class="name"([^>]*)>([^<]+)<', html)
    assert {name: 'textLength="85"' in attributes for attributes, name in names} == {
        "Task-1": False,
        "ThreadPoolExecutor-0_0": True,
    }


def test_on_paper_the_picture_is_cut_into_strips(all_recordings: dict[str, Recording]) -> None:
    """All of it is there once, no strip is too long, and no cut goes through a turn's text."""
    for name, recording in all_recordings.items():
        layout = placing.lay_out(recording)
        cuts = list(strips.cuts(layout, strips.STRIP))
        assert cuts[0][0] == 0, name
        assert cuts[-1][1] == layout.width
        assert all(end == start for (_, end), (start, _) in itertools.pairwise(cuts))
        longest = strips.MORE * strips.STRIP
        assert all(0 < end - start <= longest for start, end in cuts)
        for box in layout.boxes:
            inside = [start < box.x and box.x + box.width <= end for start, end in cuts]
            assert inside.count(True) == 1, (name, box.turn.number)


def test_signs_of_a_bad_end(all_recordings: dict[str, Recording]) -> None:
    """A task that fails and one that is cancelled have their own groups."""
    failing = _draw(all_recordings["scheduling/gather_one_fails"], "en")
    assert 'class="turn failed"' in failing
    cancelled = _draw(all_recordings["scheduling/taskgroup_cancels"], "en")
    assert 'class="turn cancelled"' in cancelled


def test_a_long_program_is_folded(all_recordings: dict[str, Recording]) -> None:
    """Its beginning and its end are drawn, and how much is missing is said."""
    short = all_recordings["event_loop/two_kettles"]
    [first, *_] = [turn for turn in short.turns if not turn.internal]
    recording = replace(short, turns=tuple(replace(first, number=n) for n in range(1, 101)))
    html = _draw(recording, "en")
    assert html.count("data-turn") == parts.HEAD + parts.TAIL
    assert "… 64 more turns …" in html


def test_text_is_as_wide_as_it_looks() -> None:
    """Chinese characters count twice, and a text is cut to columns."""
    assert text.width("水壶 on") == 7
    assert text.clip("水壶水壶", 5) == "水壶…"
    assert text.clip("kettle", 6) == "kettle"

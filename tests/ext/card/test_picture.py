"""The picture of a film, and what it must not do: leave its frame, overlap, forget a turn."""

import collections
import functools
import itertools
import re
from xml.dom import minidom

import pytest
from tools.project import HERE

from card import picture, picture_layout, picture_paper, picture_parts, recordings
from language.words import word
from pages.bundles import SOURCES

NAMES = sorted(
    path.relative_to(HERE.snippets).with_suffix("").as_posix()
    for path in HERE.snippets.glob("*/*.py")
)


@pytest.fixture(scope="session")
def all_films() -> dict[str, recordings.Film]:
    """Return the films of all snippets that can be drawn."""
    recorded = recordings.Films(HERE.snippets, HERE.docs / "_marks", HERE.build / "films")
    recorded.prepare()
    found = {name: recorded.film(name) for name in NAMES}
    return {name: film for name, film in found.items() if film is not None and film["turns"]}


def _draw(film: recordings.Film, language: str) -> str:
    return picture.draw(film, functools.partial(word, language), "x")


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_every_turn_is_drawn_once_inside_the_frame(
    all_films: dict[str, recordings.Film], language: str
) -> None:
    """Well-formed, with a title and a story in the language; no box over another's text."""
    assert len(all_films) > 50
    for name, film in all_films.items():
        html = _draw(film, language)
        document = minidom.parseString(html)  # noqa: S318 (we have just made it)
        numbers = [
            int(group.getAttribute("data-turn"))
            for group in document.getElementsByTagName("g")
            if group.hasAttribute("data-turn")
        ]
        layout = picture_layout.lay_out(film)
        wanted = [turn["n"] for turn in film["turns"] if picture_layout.has_box(turn)]
        left_out = layout.folded[1] if layout.folded else 0
        assert len(numbers) == len(wanted) - left_out, name
        assert set(numbers) <= set(wanted)
        [description] = document.getElementsByTagName("desc")
        story = description.firstChild.data
        assert ("轮" in story) == (language == "zh_CN")
        for box, following in zip(layout.boxes, layout.boxes[1:], strict=False):
            assert box.x + box.width < following.x, name
        assert layout.boxes[-1].x + layout.boxes[-1].width < layout.width
        for x, _, lines, _ in layout.outside:
            assert f'x="{x:g}"' in html
            assert lines[0][:10] in html
        for y in re.findall(r' y="([\d.]+)"', html):
            assert 0 < float(y) < layout.height, name


def test_printed_lines_are_in_picture_and_story(all_films: dict[str, recordings.Film]) -> None:
    """At the turn that prints them."""
    html = _draw(all_films["event_loop/two_kettles"], "en")
    story = html.partition("<desc")[2].partition("</desc>")[0]
    for line in ("small: on", "large: on", "small: whistles", "large: whistles"):
        assert f">{line}</text>" in html
        assert f"“{line}”" in story


def test_arrows_tell_who_made_and_who_woke(all_films: dict[str, recordings.Film]) -> None:
    """Main makes two tasks; the one that ends last wakes main; the clock draws no arrow."""
    html = _draw(all_films["event_loop/two_kettles"], "en")
    assert len(re.findall(r'<path class="make"', html)) == 2
    assert len(re.findall(r'<path class="wake"', html)) == 1
    assert len(re.findall(r'<path class="pause"', html)) == 2
    assert len(re.findall(r'class="wait timer"', html)) == 2


def test_every_kind_of_wait_has_its_line(all_films: dict[str, recordings.Film]) -> None:
    """The program that shows all of them has each, drawn in the style the legend explains."""
    html = _draw(all_films["cards/everything"], "en")
    waits = re.findall(r'class="wait (\w+)" d="([^"]+)"', html)
    kinds = {"timer": 2, "io": 1, "shared": 2, "thread": 1, "other": 1}
    assert collections.Counter(kind for kind, _ in waits) == kinds
    style = (SOURCES / "card" / "picture.css").read_text(encoding="utf-8")
    for kind in kinds.keys() - {"thread"}:  # that one has two lines
        assert f".wait.{kind} {{" in style
    assert all(path.count("M") == (2 if kind == "thread" else 1) for kind, path in waits)


def test_what_threads_do_is_drawn(all_films: dict[str, recordings.Film]) -> None:
    """A job is a bar from the turn that asks for it to the one that has waited for it."""
    film = all_films["await/thread_pool"]
    [bar] = picture_layout.lay_out(film).bars
    assert bar.name == "wait_for_tea"
    html = _draw(film, "en")
    assert html.count('<g class="job">') == 1
    assert "<b>asyncio_0</b> thread" in html
    assert len(re.findall(r'<path class="make"', html)) == 1
    assert len(re.findall(r'<path class="wake"', html)) == 1
    assert "From turn 1 to turn 3, asyncio_0 runs wait_for_tea." in html
    (process,) = picture_layout.lay_out(all_films["await/process_pool"]).bars
    assert process.name == "count_primes"


def test_jobs_of_one_thread_do_not_overlap(all_films: dict[str, recordings.Film]) -> None:
    """Nor do they begin before they are asked for."""
    for film in all_films.values():
        bars = picture_layout.lay_out(film).bars
        for bar, following in itertools.combinations(bars, 2):
            assert bar.lane != following.lane or bar.end <= following.x
        assert all(bar.maker is None or bar.maker.x < bar.x < bar.end for bar in bars)


def test_on_paper_long_names_are_narrow(all_films: dict[str, recordings.Film]) -> None:
    """A thread's name does not run into the drawing; others keep their letters' width."""
    html = _draw(all_films["await/to_thread_context"], "en")
    names = re.findall(r'<text class="name"([^>]*)>([^<]+)<', html)
    assert {name: 'textLength="85"' in attributes for attributes, name in names} == {
        "Task-1": False,
        "ThreadPoolExecutor-0_0": True,
    }


def test_on_paper_the_picture_is_cut_into_strips(all_films: dict[str, recordings.Film]) -> None:
    """All of it is there once, no strip is too long, and no cut goes through a turn's text."""
    for name, film in all_films.items():
        layout = picture_layout.lay_out(film)
        cuts = list(picture_paper.cuts(layout))
        assert cuts[0][0] == 0, name
        assert cuts[-1][1] == layout.width
        assert all(end == start for (_, end), (start, _) in itertools.pairwise(cuts))
        longest = picture_paper.MORE * picture_paper.STRIP
        assert all(0 < end - start <= longest for start, end in cuts)
        for box in layout.boxes:
            inside = [start < box.x and box.x + box.width <= end for start, end in cuts]
            assert inside.count(True) == 1, (name, box.turn["n"])


def test_signs_of_a_bad_end(all_films: dict[str, recordings.Film]) -> None:
    """A task that fails and one that is cancelled have their own groups."""
    failing = _draw(all_films["scheduling/gather_one_fails"], "en")
    assert 'class="turn failed"' in failing
    cancelled = _draw(all_films["scheduling/taskgroup_cancels"], "en")
    assert 'class="turn cancelled"' in cancelled


def test_a_long_program_is_folded(all_films: dict[str, recordings.Film]) -> None:
    """Its beginning and its end are drawn, and how much is missing is said."""
    film = dict(all_films["event_loop/two_kettles"])
    [first, *_] = [turn for turn in film["turns"] if not turn["int"]]
    film["turns"] = [{**first, "n": n} for n in range(1, 101)]
    html = _draw(film, "en")
    assert html.count("data-turn") == picture_parts.HEAD + picture_parts.TAIL
    assert "… 64 more turns …" in html


def test_text_is_as_wide_as_it_looks() -> None:
    """Chinese characters count twice, and a text is cut to columns."""
    assert picture_parts.width("水壶 on") == 7
    assert picture_parts.clip("水壶水壶", 5) == "水壶…"
    assert picture_parts.clip("kettle", 6) == "kettle"

"""A recording as the frames of a short film."""

import json
import re
from dataclasses import replace

import pytest

from card.frames import Frame, frames
from language.languages import CHINESE, ENGLISH, Language
from tools.project import HERE
from turns.exploring import findings
from turns.exploring.findings import Findings
from turns.recording.recording import Callback, Recording


def recording(name: str) -> Recording:
    """Return what is pinned of a snippet."""
    text = (HERE.docs / "_recordings" / f"{name}.json").read_text("utf-8")
    answer = findings.read(json.loads(text))
    assert isinstance(answer, Findings)
    return answer.recording


def where(frame: Frame) -> str:
    """Return who is where, in short: who runs, the queue, who waits, who has ended."""
    waiting = " ".join(name for name, _ in frame.waiting)
    ended = " ".join(f"{name}:{state}" for name, state in frame.ended)
    return f"{frame.running}|{' '.join(frame.ready)}|{waiting}|{ended}"


def test_everybody_is_in_one_place() -> None:
    """Each turn of the program is a frame, and each that lets one of its tasks go on."""
    film = frames(recording("event_loop/two_kettles"), ENGLISH)
    assert [where(one).replace("Task-", "") for one in film] == [
        "1|2 3||",
        "2|3|1|",
        "3||1 2|",
        "|2|1 3|",
        "2||1 3|",
        "|3|1|2:done",
        "3||1|2:done",
        "|1||2:done 3:done",
        "1|||2:done 3:done",
    ]
    assert [one.printed for one in film] == [0, 1, 2, 2, 3, 3, 4, 4, 4]
    assert film[1].lines == (10, 11)
    assert dict(film[2].waiting)["Task-2"] == "sleep(0.1)"


def test_each_frame_is_told() -> None:
    """In both languages, also where the loop alone runs."""
    told = [one.said for one in frames(recording("event_loop/two_kettles"), ENGLISH)]
    assert told[1] == "Turn 2, 0 s: Task-2 prints “small: on”, then waits for sleep(0.1)."
    assert told[3].startswith("Turn 4 (the loop), 0.1 s: ")
    assert (
        told[7] == "Turn 9 (the loop), 0.2 s: Task-1 has what it waited for, and joins the queue."
    )
    chinese = frames(recording("event_loop/two_kettles"), CHINESE)
    assert (
        chinese[3].said
        == "第 4 个轮次（事件循环），0.1 秒：在此之前没有任务可运行。定时器到期，Task-2 进入队列。"
    )
    assert all(one.said for one in chinese)


@pytest.mark.parametrize("language", [ENGLISH, CHINESE])
def test_no_turn_is_missing(language: Language) -> None:
    """Turns of the loop's own between two frames are counted with the later one."""
    seen: list[int] = []
    for one in frames(recording("event_loop/two_kettles"), language):
        first, last = re.findall(r"(\d+)(?:–(\d+))?", one.said)[0]
        seen += range(int(first), int(last or first) + 1)
    assert seen == [*range(1, 11)]


@pytest.mark.parametrize("name", ["scheduling/round_robin", "cards/two_locks", "await/lost_update"])
def test_nobody_is_lost(name: str) -> None:
    """A task that has been seen is somewhere in each frame from then on."""
    seen: set[str] = set()
    for one in frames(recording(name), ENGLISH):
        here = [*([one.running] if one.running else []), *one.ready]
        here += [name for name, _ in (*one.waiting, *one.ended)]
        assert len(here) == len({*here})
        assert seen <= {*here}
        seen = {*here}


def test_callbacks_have_no_place() -> None:
    """A queue that holds something else than tasks would be shown without it."""
    whole = recording("event_loop/two_kettles")
    first, *others = whole.turns
    ready = (Callback(task=None, callback="mine", arguments="", internal=False),)
    changed = replace(whole, turns=(replace(first, ready=ready), *others))
    with pytest.raises(ValueError, match="tasks only"):
        frames(changed, ENGLISH)

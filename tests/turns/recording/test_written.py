"""What a program writes stands in the turn, or the thread, that writes it."""

import json
from pathlib import Path

from called import turns
from watched import main_of, recorded

from turns.recording.recording import Turn


def _written(turn: Turn) -> list[tuple[str, str]]:
    return [(one.text, one.stream.value) for one in turn.written]


def test_a_part_of_a_line_stands_in_its_turn() -> None:
    """The line goes on in another one; what a line is, is another question."""
    outcome, recording = recorded(
        main_of("""
        print("a", end=" ")
        await asyncio.sleep(0)
        print("b", end="")
        await asyncio.sleep(0)
        print()
        print("c", "d", sep="\\n", end="")
        """)
    )
    assert outcome.output == ["a b", "c", "d"]
    assert [_written(turn) for turn in recording.turns if turn.written] == [
        [("a ", "output")],
        [("b", "output")],
        [("\n", "output"), ("c\n", "output"), ("d", "output")],
    ]


def test_errors_are_apart_and_in_their_turn() -> None:
    """Also what is logged; the order of both streams is kept."""
    outcome, recording = recorded(
        main_of("""
        import logging, sys
        print("one")
        print("two", file=sys.stderr)
        print("three")
        await asyncio.sleep(0)
        logging.warning("four")
        """)
    )
    assert outcome.output == ["one", "three"]
    first, second, *_ = [turn for turn in recording.turns if turn.written]
    assert _written(first) == [("one\n", "output"), ("two\n", "errors"), ("three\n", "output")]
    assert _written(second) == [("WARNING:root:four\n", "errors")]


def test_what_threads_write_is_theirs() -> None:
    """At their time; what is written before the first turn has a place, too."""
    _, recording = recorded(
        "print('import')\n"
        + main_of("""
        def work():
            time.sleep(0.5)
            print("thread")
        threading.Thread(target=work, name="worker").start()
        await asyncio.sleep(1)
        print("main")
        """)
        + "print('after')\n"
    )
    assert [one.text for one in recording.before] == ["import\n"]
    outside = [one for turn in recording.turns for one in turn.outside]
    assert [(one.thread, one.time, one.written.text) for one in outside] == [
        ("worker", 0.5, "thread\n"),
        (None, 1.0, "after\n"),
    ]


def test_what_is_said_at_the_end_is_not_lost(tmp_path: Path) -> None:
    """Nobody awaited it, nobody asked for its error; in a process of its own, for the warnings."""
    path = tmp_path / "program.py"
    path.write_text(
        main_of("""
        async def never(): ...
        async def fails(): raise KeyError("lost")
        never()
        task = asyncio.create_task(fails())
        task.add_done_callback(lambda task: None)
        task.itself = task
        await asyncio.sleep(0)
        """),
        encoding="utf-8",
    )
    found = json.loads(turns("show", "--json", path).stdout)
    pieces = [one for turn in found["turns"] for one in turn["written"]]
    pieces += [one["written"] for turn in found["turns"] for one in turn["outside"]]
    text = "".join(one["text"] for one in pieces if one["stream"] == "errors")
    assert "coroutine 'main.<locals>.never' was never awaited" in text
    assert "Task exception was never retrieved" in text
    assert "turns/runtime" not in text.replace("\\", "/")

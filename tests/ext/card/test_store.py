"""Recordings: found by text, pinned or kept, and of the same bytes everywhere."""

import gzip
import json
import os
import shutil
import subprocess
import sys
import threading
from dataclasses import replace
from pathlib import Path

import pytest
from sphinx.testing.util import SphinxTestApp

from card.store import Recordings
from tools.building import record_missing as building
from tools.building import recording_process as process
from tools.project import HERE
from turns.exploring.findings import Findings, Refusal
from turns.recording.codec import MalformedError, encode

KETTLES = HERE.snippets / "event_loop" / "two_kettles.py"
NAME = "event_loop/two_kettles"
MOST = 8_000
"""Bytes that a recording may have when it is compressed."""


@pytest.fixture
def small(tmp_path: Path) -> Recordings:
    """Return the recordings of one snippet, of which none is pinned."""
    (tmp_path / "snippets" / "event_loop").mkdir(parents=True)
    shutil.copy(KETTLES, tmp_path / "snippets" / "event_loop")
    return Recordings(tmp_path / "snippets", tmp_path / "pins", tmp_path / "kept")


def findings(store: Recordings, name: str = NAME) -> Findings:
    """Return what was found out about a program."""
    recorded = store.of(name)
    assert recorded is not None
    assert isinstance(recorded.answer, Findings)
    return recorded.answer


@pytest.mark.slow
def test_findings_have_marks_turns_and_departures(small: Recordings) -> None:
    """Each departure begins where it differs and reverses its lines."""
    building.fill(small)
    found = findings(small)
    assert [mark.because for mark in found.marks] == ["program", "queue", "clock", "clock"]
    tasks = [(task.name, task.coroutine) for task in found.recording.tasks[:3]]
    assert tasks == [("Task-1", "main"), ("Task-2", "boil"), ("Task-3", "boil")]
    texts = [mark.text for mark in found.marks]
    assert [line for turn in found.recording.turns for line in turn.printed] == texts
    assert found.orders is not None
    assert sorted(line for line, _ in found.orders.places[0]) == [0, 1]
    assert [found.outcomes[mode].count for mode in ("queue", "clock")] == [2, 6]
    for index in (1, 2, 3):
        witness = found.marks[index].witness
        departure = found.departure(witness.schedule) if witness else None
        assert departure is not None
        above, line = texts[index - 1], texts[index]
        other = departure.recording
        assert other.output.index(line) < other.output.index(above)
        assert other.turns[0].number == departure.first
        usual = found.recording.turns[departure.first - 1]
        first = other.turns[0]
        assert (usual.task, usual.callback, usual.scheduled_by) != (
            *(first.task, first.callback, first.scheduled_by),
        )


@pytest.mark.slow
def test_a_text_is_recorded_once(small: Recordings, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only a changed file is run again, and nothing is shown that belongs to another text."""
    asked: list[str] = []
    real = building.record

    def counting(programs: dict[str, Path], python: str = sys.executable) -> object:
        asked.extend(programs)
        return real(programs, python)

    monkeypatch.setattr(building, "record", counting)
    building.fill(small)
    building.fill(small)
    assert asked == [NAME]
    path = small.snippets / f"{NAME}.py"
    before = path.read_text(encoding="utf-8")
    path.write_text(before.replace("small", "little"), encoding="utf-8")
    assert small.of(NAME) is None
    building.fill(small)
    assert findings(small).marks[0].text == "little: on"
    path.write_text(before, encoding="utf-8")
    assert findings(small).marks[0].text == "small: on"
    building.fill(small)
    assert asked == [NAME, NAME]


@pytest.mark.slow
def test_what_another_tool_records_is_not_kept(
    small: Recordings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody saves a file of `turns` while it records."""
    monkeypatch.setattr(building, "machinery", lambda: "another one")
    building.fill(small)
    assert small.of(NAME) is None


Started = list["subprocess.Popen[str]"]


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> Started:
    """Return the processes that are started from now on."""
    children: Started = []
    real = process._start  # noqa: SLF001

    def start(python: str) -> "subprocess.Popen[str]":
        children.append(real(python))
        return children[-1]

    monkeypatch.setattr(process, "_start", start)
    return children


@pytest.mark.slow
def test_a_process_that_is_ready_is_taken(started: Started) -> None:
    """Once; one that has ended meanwhile is left alone."""
    process.prepare()
    process.prepare()
    (ready,) = started
    (answer,) = process.record({NAME: KETTLES})
    assert (answer.name, ready.returncode, len(started)) == (NAME, 0, 1)
    process.prepare()
    started[1].kill()
    started[1].wait()
    (answer,) = process.record({NAME: KETTLES})
    assert (answer.name, len(started)) == (NAME, 3)


def test_whoever_records_can_be_ended(
    small: Recordings, started: Started, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the program that never ends, and with those that would come after it."""
    monkeypatch.setattr(process, "_abandoned", threading.Event())
    for name in ("again", "endless"):
        path = small.snippets / "event_loop" / f"{name}.py"
        path.write_text("while True:\n    pass\n", encoding="utf-8")
    failed: dict[str, str] = {}
    thread = threading.Thread(target=lambda: failed.update(building.fill(small)))
    thread.start()
    while not started:
        thread.join(0.01)
    process.abandon()
    thread.join(10)
    assert not thread.is_alive()
    assert len(failed) == 3
    assert len(started) == 1


@pytest.mark.slow
def test_what_cannot_be_recorded_is_refused_once(small: Recordings) -> None:
    """With the line, and whether it is the program's fault."""
    broken = small.snippets / "event_loop" / "broken.py"
    broken.write_text("print(1)\ndef", encoding="utf-8")
    building.fill(small)
    recorded = small.of("event_loop/broken")
    assert recorded is not None
    assert isinstance(recorded.answer, Refusal)
    assert (recorded.answer.line, recorded.answer.fault) == (2, True)
    assert recorded.answer.reason.startswith("syntax error: ")
    assert small.of("event_loop/missing") is None
    assert small.missing() == {}


@pytest.mark.slow
def test_what_is_pinned_is_taken_as_it_is(small: Recordings) -> None:
    """For the text that was pinned; for another one it is not."""
    building.fill(small)
    found = findings(small)
    marks = (found.marks[0], replace(found.marks[1], because="nobody"), *found.marks[2:])
    pin = small.pin(NAME)
    pin.parent.mkdir(parents=True)
    pin.write_text(json.dumps(encode(replace(found, marks=marks))), encoding="utf-8")
    recorded = small.of(NAME)
    assert recorded is not None
    assert recorded.is_pinned
    assert findings(small).marks[1].because == "nobody"
    path = small.snippets / f"{NAME}.py"
    path.write_text(path.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    assert list(small.missing()) == [NAME]
    building.fill(small)
    assert findings(small).marks[1].because == "queue"
    crlf = path.read_bytes().replace(b"\n", b"\r\n")
    path.write_bytes(crlf)
    assert small.missing() == {}, "line ends do not matter"


def test_a_pin_that_is_none_is_named(small: Recordings) -> None:
    """The file, the field and what is wrong with it."""
    pin = small.pin(NAME)
    pin.parent.mkdir(parents=True)
    pin.write_text('{"name": "event_loop/two_kettles"}', encoding="utf-8")
    with pytest.raises(MalformedError, match=r"two_kettles\.json: 'board' is missing"):
        small.of(NAME)
    pin.write_text("<<<<<<<", encoding="utf-8")
    with pytest.raises(MalformedError, match=r"two_kettles\.json: Expecting value"):
        small.of(NAME)


@pytest.mark.slow
def test_recordings_do_not_depend_on_folder_or_hash_seed(tmp_path: Path) -> None:
    """Two builds in different folders come out the same, byte by byte."""
    outputs = []
    for number in (1, 2):
        folder = tmp_path / str(number)
        folder.mkdir()
        requests = ""
        for name in ("await/debug_mode", NAME, "scheduling/taskgroup_cancels"):
            path = folder / f"{name.rpartition('/')[2]}.py"
            shutil.copy(HERE.snippets / f"{name}.py", path)
            requests += json.dumps({"name": name, "path": str(path)}) + "\n"
        done = subprocess.run(
            [sys.executable, "-m", "turns", "record"],
            cwd=HERE.root,
            input=requests.encode(),
            capture_output=True,
            env={**os.environ, "PYTHONHASHSEED": str(number)},
            check=True,
        )
        outputs.append(done.stdout)
    assert outputs[0] == outputs[1]
    assert outputs[0].count(b"'marks'") == 3


def test_a_program_that_takes_too_long_is_given_up(
    small: Recordings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The build goes on without it, and says so."""
    monkeypatch.setattr(process, "PATIENCE", 0.01)
    assert building.fill(small) == {NAME: "not recorded: it took over 0.01 s"}


@pytest.mark.slow
def test_a_program_that_takes_the_interpreter_down_is_given_up(small: Recordings) -> None:
    """Those after it are recorded all the same."""
    crash = small.snippets / "event_loop" / "crash.py"
    crash.write_text("import ctypes\nctypes.string_at(0)\n", encoding="utf-8")
    failed = building.fill(small)
    assert failed == {"event_loop/crash": "not recorded: it took the interpreter down (status -11)"}
    assert findings(small).marks


@pytest.mark.slow
def test_patience_is_for_one_program(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many snippets there are: with each answer it begins anew."""
    begun = []

    class Timer(threading.Timer):
        def start(self) -> None:
            begun.append(self.interval)
            super().start()

    monkeypatch.setattr(threading, "Timer", Timer)
    answers = process.record(dict.fromkeys("abc", KETTLES))
    assert [answer.name for answer in answers] == list("abc")
    assert begun == [process.PATIENCE] * 4  # the last one is for the end


@pytest.mark.slow
def test_no_recording_weighs_much() -> None:
    """A reader who steps loads one of them; that of the longest program is still small."""
    store = building.recordings_of(HERE)
    found = {name: store.of(name) for name in store.sources()}
    assert len(found) >= 60
    for name, recorded in found.items():
        assert recorded is not None, f"{name} is not recorded: `nox -s build`"
        assert len(gzip.compress(recorded.text.encode())) < MOST, name


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore:'myst_parser")
@pytest.mark.sphinx("html", testroot="card", srcdir="card-changed")
def test_a_changed_snippet_has_another_recording_in_the_next_build(app: SphinxTestApp) -> None:
    """Live preview builds with one application: marks, pictures and questions must not get lost."""
    app.build()
    shown = app.outdir / "_static" / "recordings" / "event_loop--two_kettles.js"
    assert "little: on" not in shown.read_text(encoding="utf-8")
    snippet = app.srcdir / "snippets" / "event_loop" / "two_kettles.py"
    text = snippet.read_text(encoding="utf-8")
    snippet.write_text(text.replace("small", "little"), encoding="utf-8")
    app.build()
    assert "little: on" in shown.read_text(encoding="utf-8")
    page = (app.outdir / "index.html").read_text(encoding="utf-8")
    assert 'data-recording="event_loop/two_kettles"' in page
    written = shown.stat().st_mtime_ns
    (app.srcdir / "index.md").touch()
    app.build()
    assert shown.stat().st_mtime_ns == written
    snippet.unlink()
    app.build()
    assert not shown.exists()

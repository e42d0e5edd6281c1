"""The command ``why``, as a user calls it: marks, witnesses, and programs that do not end well."""

import json
import os
from pathlib import Path
from textwrap import dedent

import pytest
from called import turns

from turns.commands.record import answer
from turns.exploring.findings import Findings

LIMIT = 2.0
"""Seconds given to programs that know no end."""
GRACE = 4.0
"""Seconds that Python itself may work besides."""
KETTLES = """\
import asyncio
async def boil(name, seconds):
    print(name, "on")
    await asyncio.sleep(seconds)
    print(name, "whistles")
async def main():
    await asyncio.gather(boil("small", 0.1), boil("large", 0.2))
asyncio.run(main())
"""


@pytest.fixture
def kettles(tmp_path: Path) -> Path:
    """Return a program whose lines have all kinds of marks but one."""
    path = tmp_path / "kettles.py"
    path.write_text(KETTLES, encoding="utf-8")
    return path


def worked() -> float:
    """Return how many seconds processes of ours have worked that have ended; 0 on Windows."""
    times = os.times()
    return times.children_user + times.children_system


def marks(path: Path) -> list[str]:
    """Return the mark of each line."""
    found = json.loads(turns("why", "--json", path).stdout)
    return [line["because"] for line in found["lines"]]


@pytest.mark.slow
def test_json_has_the_format_of_the_design(kettles: Path) -> None:
    """Names and values are fixed: others build on them."""
    done = turns("why", "--json", kettles)
    assert done.returncode == 0
    found = json.loads(done.stdout)
    keys = {"file", "python", "lines", "together", "outcomes", "unknown", "stderr", "remarks"}
    assert found.keys() == keys | {"facts"}
    assert found["facts"] == []
    assert found["outcomes"] == {
        "queue": {"count": 2, "exact": True, "inexact": ""},
        "clock": {"count": 6, "exact": True, "inexact": ""},
    }
    assert (found["together"], found["unknown"]) == ([], [])
    assert [(line["text"], line["because"], line.get("departs")) for line in found["lines"]] == [
        ("small on", "program", None),
        ("large on", "queue", "earlier"),
        ("small whistles", "clock", "earlier"),
        ("large whistles", "clock", "earlier"),
    ]
    assert ["witness" in line for line in found["lines"]] == [False, True, True, True]
    assert [line.get("departures") for line in found["lines"]] == [None, 1, 2, 1]


@pytest.mark.slow
def test_what_no_line_tells_stands_below_and_in_the_data(tmp_path: Path) -> None:
    """A task that fails while nobody awaits it, as a sentence and with its parts."""
    path = tmp_path / "unheard.py"
    path.write_text(
        "import asyncio\nasync def fails():\n    raise KeyError(1)\nasync def main():\n"
        "    task = asyncio.create_task(fails())\n    await asyncio.sleep(0)\n    print('end')\n"
        "asyncio.run(main())\n",
        encoding="utf-8",
    )
    text = turns("why", path, "--lang", "zh").stdout
    assert "输出里看不出来的：\n  Task-2 在第 2 个轮次失败（第 3 行）：KeyError: 1。\n" in text
    (fact,) = json.loads(turns("why", path, "--json", "--lang", "en").stdout)["facts"]
    assert (fact["fate"], fact["task"], fact["turn"], fact["line"]) == ("failed", "Task-2", 2, 3)
    assert fact["sentence"] == "Task-2 fails in turn 2 (line 3): KeyError: 1."
    markdown = turns("why", path, "--markdown", "--lang", "en").stdout
    assert "\n- Task-2 fails in turn 2 (line 3): KeyError: 1.\n" in markdown


@pytest.mark.slow
def test_text_is_aligned_and_says_what_the_marks_mean(kettles: Path) -> None:
    """One row a line, how it departs, a hint where that can be shown; and how many outcomes."""
    rows = turns("why", kettles, "--lang", "en").stdout.split("\n")
    assert [row for row in rows if not row.startswith(" ")] == [
        "program │ small on",
        "queue   │ large on        earlier  --witness 2",
        "clock   │ small whistles  earlier  --witness 3",
        "clock   │ large whistles  earlier  --witness 4",
        "",
        "program is printed after the line above in every outcome",
        "clock   is printed after it only because of how long things take",
        "queue   is printed after it only because the ready queue happened to be in that order",
        "Tasks: Task-1 main, Task-2 boil, Task-3 boil.",
        "",
        "exactly 2 outcomes of all queue schedules",
        "exactly 6 outcomes of all clock schedules",
        "",
    ]
    assert (
        rows[1] == "        │   Task-1 creates Task-2 in turn 1 (line 7). Every schedule prints it."
    )


@pytest.mark.slow
def test_the_language_is_that_of_the_terminal(
    kettles: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Unless another one is asked for."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    assert turns("why", kettles).stdout.startswith("程序 │ small on\n")
    assert turns("why", kettles, "--lang", "en").stdout.startswith("program │ small on\n")
    monkeypatch.setenv("LC_ALL", "de_DE.UTF-8")
    assert turns("why", kettles).stdout.startswith("program │ small on\n")


@pytest.mark.slow
def test_markdown_to_paste_into_an_answer(kettles: Path) -> None:
    """The output as code, then a numbered list: mark and cause of each line."""
    text = turns("why", kettles, "--markdown", "--lang", "en").stdout
    block, _, rest = text.partition("```text\n")[2].partition("```\n")
    assert block == "small on\nlarge on\nsmall whistles\nlarge whistles\n"
    entries = rest.strip().split("\n")
    assert entries[1].startswith(
        "2. `large on`: **queue**. Task-1 creates Task-3 in turn 1 (line 7)"
    )
    assert entries[-1] == "- exactly 6 outcomes of all clock schedules"


@pytest.mark.slow
def test_what_goes_to_stderr_is_shown_apart(tmp_path: Path) -> None:
    """It has no marks."""
    path = tmp_path / "program.py"
    path.write_text("import sys\nprint('one', file=sys.stderr)\nprint('two')\n", encoding="utf-8")
    done = turns("why", path, "--lang", "en")
    assert "stderr │ one\n" in done.stdout
    assert "program │ one" not in done.stdout
    assert json.loads(turns("why", "--json", path).stdout)["stderr"] == "one\n"


@pytest.mark.slow
def test_what_stays_together_is_said(tmp_path: Path) -> None:
    """Lines of one task that nothing ever comes between, by the number of the first and last."""
    path = tmp_path / "program.py"
    path.write_text(
        dedent("""
        import asyncio
        async def use(name, lock):
            async with lock:
                print("in", name)
                await asyncio.sleep(0)
                print("out", name)
        async def main():
            lock = asyncio.Lock()
            await asyncio.gather(use("a", lock), use("b", lock))
        asyncio.run(main())
        """),
        encoding="utf-8",
    )
    assert json.loads(turns("why", "--json", path).stdout)["together"] == [[1, 2], [3, 4]]
    text = turns("why", path).stdout
    assert "nothing ever comes between the lines 1 to 2\n" in text
    assert "nothing ever comes between the lines 3 to 4\n" in text


@pytest.mark.slow
@pytest.mark.parametrize(
    ("number", "output"),
    [
        (2, ["large on", "small on"]),
        (3, ["small on", "small whistles", "large on"]),
        (4, ["small on", "large on", "large whistles"]),
    ],
)
def test_witness_shows_the_other_order_and_replays(
    kettles: Path, number: int, output: list[str]
) -> None:
    """`show --schedule` goes through the same run, turn by turn."""
    done = turns("why", kettles, "--witness", number)
    assert done.returncode == 0
    lines, _, token = done.stdout.strip().rpartition("\n\nschedule ")
    assert lines.split("\n")[: len(output)] == output
    shown = json.loads(turns("show", kettles, "--json", "--schedule", token).stdout)
    assert shown["output"] == lines.split("\n")


@pytest.mark.slow
def test_a_line_without_witness_is_refused(kettles: Path) -> None:
    """The first line has none, and there is no ninth."""
    for number, reason in ((1, "line 1 has no witness: program"), (9, "there is no line 9")):
        done = turns("why", kettles, "--witness", number)
        assert done.returncode == 2
        assert reason in done.stderr


@pytest.mark.slow
def test_a_schedule_of_another_program_diverges(kettles: Path, tmp_path: Path) -> None:
    """The turn is named, and the status says that the run is not what was asked for."""
    token = json.loads(turns("why", "--json", kettles).stdout)["lines"][3]["witness"]
    other = tmp_path / "other.py"
    other.write_text("import asyncio\nasyncio.run(asyncio.sleep(1))\n", encoding="utf-8")
    done = turns("show", other, "--schedule", token)
    assert done.returncode == 1
    assert "diverged from the schedule" in done.stderr


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (None, "there is no such file"),
        ("def", "line 1: SyntaxError"),
        ("\0", "source code string cannot contain null bytes"),
    ],
)
def test_what_cannot_be_run_is_one_line(tmp_path: Path, content: str | None, reason: str) -> None:
    """With the file's name, and status 2."""
    path = tmp_path / "program.py"
    if content is not None:
        path.write_text(content, encoding="utf-8")
    done = turns("why", path)
    assert done.returncode == 2
    assert done.stderr.startswith(f"{path}: ")
    assert done.stderr.count("\n") == 1
    assert reason in done.stderr


@pytest.mark.slow
@pytest.mark.parametrize(
    ("first", "encoding"),
    [("", "utf-8-sig"), ("# -*- coding: latin-1 -*-\n", "latin-1")],
)
def test_the_encoding_of_a_file_is_the_one_that_python_finds(
    tmp_path: Path, first: str, encoding: str
) -> None:
    """With a byte order mark, or named in the first lines; also where the text is looked into."""
    path = tmp_path / "program.py"
    source = f'{first}größe = {{"é", "è"}}\nprint(1)\nprint("é")\nfor one in größe: pass\n'
    path.write_text(source, encoding=encoding)
    done = turns("why", path, "--json")
    assert not done.stderr
    found = json.loads(done.stdout)
    assert [line["text"] for line in found["lines"]] == ["1", "é"]
    lineno = source.count("\n")
    assert found["unknown"] == [f"line {lineno}: the order of a set"]
    card = answer(path, "program")
    assert isinstance(card, Findings)
    assert [mark.text for mark in card.marks] == ["1", "é"]


def test_what_is_no_schedule_is_refused(kettles: Path) -> None:
    """A token is not guessed."""
    done = turns("show", kettles, "--schedule", "nonsense")
    assert (done.returncode, done.stderr) == (2, "turns: 'nonsense' is not a schedule\n")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("body", "status", "report"),
    [
        ("await asyncio.Event().wait()", 1, "deadlock"),
        ("while True: await asyncio.sleep(0)", 1, "stopped"),
        ("while True: pass", 1, "stopped: it was still running"),
        ("while True: print('more')", 1, "stopped"),
        ("(f := lambda: f())()", 1, "RecursionError"),
        ("import os; os._exit(3)", 1, "os._exit(3)"),
        ("import sys; sys.stdout.close()", 0, ""),
        ("import sys; sys.exit(3)", 1, ""),
        ("raise ValueError('no water')", 1, "ValueError: no water"),
        ("import subprocess; subprocess.run(['true'])", 2, "subprocess.run()"),
        ("await asyncio.create_subprocess_shell('true')", 2, "create_subprocess_shell()"),
    ],
)
def test_programs_that_do_not_end_well(tmp_path: Path, body: str, status: int, report: str) -> None:
    """Each ends within the limit, with one clear report, and what it printed is shown."""
    path = tmp_path / "program.py"
    source = (
        f"import asyncio\nasync def main():\n    print('begin')\n    {body}\nasyncio.run(main())\n"
    )
    path.write_text(source, encoding="utf-8")
    before = worked()
    done = turns("why", path, "--limit", LIMIT)
    assert worked() - before < LIMIT + GRACE
    assert done.returncode == status, done
    assert "begin" in done.stdout
    assert report in done.stdout + done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.slow
def test_a_heartbeat_does_not_keep_the_rest_from_marks(tmp_path: Path) -> None:
    """A loop for ever beside a program that ends is cancelled at the end, as asyncio does."""
    path = tmp_path / "program.py"
    path.write_text(
        dedent("""
        import asyncio
        async def beat():
            while True: await asyncio.sleep(0.1)
        async def main():
            heart = asyncio.create_task(beat())
            for word in ("one", "two"):
                await asyncio.sleep(0.25)
                print(word)
        asyncio.run(main())
        """),
        encoding="utf-8",
    )
    assert marks(path) == ["program", "program"]


@pytest.mark.slow
@pytest.mark.parametrize(
    "body",
    [
        "import random; names = random.sample(['a', 'b'], 2)",
        "names = {str(object()), str(object())}; names = [n[:0] + c for n, c in zip(names, 'ab')]",
        "a, b = object(), object(); names = ['a', 'b'] if id(a) < id(b) else ['b', 'a']",
        "import os; names = ['a', 'b'] if os.urandom(1) < b'z' else ['b', 'a']",
        "names = [t.get_name() for t in asyncio.all_tasks()] + ['a']",
    ],
)
def test_what_no_schedule_decides_is_never_promised(tmp_path: Path, body: str) -> None:
    """Chance, addresses and the order of sets."""
    path = tmp_path / "program.py"
    path.write_text(
        f"import asyncio\nasync def main():\n    {body}\n    for n in names: print(n)\n"
        "asyncio.run(main())\n",
        encoding="utf-8",
    )
    assert {*marks(path)} <= {"nobody", "unknown"}


@pytest.mark.slow
def test_a_run_that_differs_by_chance_is_reported_as_astray(tmp_path: Path) -> None:
    """The replay of a witness says at which turn the program went another way."""
    path, chance = tmp_path / "program.py", tmp_path / "chance"
    path.write_text(
        "import asyncio\n"
        "async def say(x): print(x)\n"
        "async def main():\n"
        f"    n = int(open({str(chance)!r}).read())\n"
        "    await asyncio.gather(*(say(i) for i in range(n)))\n"
        "asyncio.run(main())\n",
        encoding="utf-8",
    )
    chance.write_text("4", encoding="utf-8")
    token = json.loads(turns("why", "--json", path).stdout)["lines"][3]["witness"]
    done = turns("show", path, "--schedule", token)
    assert (done.returncode, done.stderr) == (0, "")
    chance.write_text("2", encoding="utf-8")
    done = turns("show", path, "--schedule", token)
    assert done.returncode == 1
    assert "turn 2 diverged from the schedule: expected choice 3 " in done.stderr
    assert "found only 2 options" in done.stderr


@pytest.mark.slow
def test_what_goes_to_stderr_is_not_compared(tmp_path: Path) -> None:
    """Who logs is told so, wherever outcomes are counted, and how to have it compared."""
    source = """
    import asyncio, logging, sys
    logging.basicConfig(STREAM)
    async def work(name): logging.warning(name)
    async def main(): await asyncio.gather(work("a"), work("b"))
    asyncio.run(main())
    """
    path = tmp_path / "program.py"
    path.write_text(dedent(source).replace("STREAM", ""))
    said = {
        "en": "what goes to stderr is shown, but not compared; ",
        "zh": "写到 stderr 的内容会显示，但不参与比较；",
    }
    for lang, sentence in said.items():
        text = turns("why", path, "--lang", lang).stdout
        assert sentence in text.splitlines()[-1]
        assert "logging.basicConfig(stream=sys.stdout)" in text.splitlines()[-1]
        assert sentence in turns("why", path, "--markdown", "--lang", lang).stdout
        data = json.loads(turns("why", path, "--json", "--lang", lang).stdout)
        assert [one.startswith(sentence) for one in data["remarks"]] == [True]
    assert said["en"] in turns("outcomes", path).stdout.splitlines()[-1]
    (remark,) = json.loads(turns("outcomes", path, "--json").stdout)["remarks"]
    assert remark.startswith(said["en"])
    path.write_text(dedent(source).replace("STREAM", "stream=sys.stdout"))
    assert "stderr" not in turns("why", path).stdout + turns("outcomes", path).stdout
    assert turns("outcomes", path).stdout.startswith("exactly 2 outcomes")

"""Programs that do not end: each can be stopped, or meets a limit, and the next one runs."""

import pytest
from client import Python

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("python")]

QUICK = 5.0
"""Seconds within which a busy machine tells what takes it some milliseconds."""
SWALLOW = """
print("begun")
while True:
    try:
        while True: pass
    except BaseException: pass
"""
ENDLESS = {
    "busy": "print('begun')\nwhile True: pass",
    "swallowing": SWALLOW,
    "printing": "while True: print('begun')",
    "in C": "print('begun')\nsum(iter(int, 1))",
    "tasks": """
import asyncio
async def main():
    print("begun")
    while True: await asyncio.sleep(0)
asyncio.run(main())""",
}


@pytest.mark.parametrize("name", ENDLESS)
def test_it_is_stopped_and_the_next_one_runs(name: str, python: Python) -> None:
    """Lines come while it runs; then it is over at once."""
    python.ask(ENDLESS[name])
    assert python.until("lines")[0]["lines"][0] == "begun"
    assert python.stop() < QUICK
    assert python.end().startswith("stopped")
    assert python.run("print('next')")[0] == ["next"]


def test_what_was_not_begun_is_stopped(python: Python) -> None:
    """While its interpreter is being made."""
    python.ask("print(1)")
    assert python.stop() < QUICK
    python.ask("print(2)")
    python.ask("print(3)")  # which stops the one before
    assert python.until("run")[0] == {"kind": "lines", "lines": ["3"]}
    python.stop()


def test_an_endless_program_meets_a_limit(python: Python) -> None:
    """`turns` ends what Python can end, and says so; the page ends the rest."""
    _, end = python.run(ENDLESS["busy"])
    assert end["problem"]["kind"] == "time"
    python.ask(ENDLESS["in C"])
    assert python.end() == "time time"
    assert python.run("print('next')")[0] == ["next"]


LIMITS = """() => {
  const own = setTimeout;
  globalThis.limits = [];
  globalThis.setTimeout = (function_, time) => {
    if (time >= 10_000) limits.push(time);
    return own(function_, time);
  };
}"""


def test_the_time_that_interpreters_take_to_come_is_not_the_programs(python: Python) -> None:
    """The limits begin anew when one is there: the first, and the two in which it is repeated."""
    python.page.evaluate(LIMITS)
    python.ask("import asyncio\nasync def f(): print(1)\nasyncio.run(f())")
    assert python.end() == "done"
    assert python.page.evaluate("limits") == [10_000, 60_000, 60_000, 60_000]


MUCH = {
    "bytes": "x = []\nwhile True: x.append(bytes(10**6))",
    "lists": "x = []\nwhile True: x.append([*range(1000)])",
    "text": "x = 'x'\nwhile True: x += x",
}


@pytest.mark.parametrize("name", MUCH)
def test_a_program_gets_no_more_memory(name: str, python: Python) -> None:
    """It is told so, or its interpreter is at its end; the page is not."""
    _, end = python.run(MUCH[name])
    assert "MemoryError" in (end.get("error") or "") or end["kind"].startswith("memory"), end
    assert python.run("print('next')")[0] == ["next"]


FILES = {
    "many": "for n in range(10**6): open(f'f{n}', 'wb').write(bytes(10**6))",
    "long": "with open('f', 'wb') as f:\n    while True: f.write(bytes(10**5))",
    "at once": "with open('f', 'wb') as f:\n    f.truncate(10**9)",
}


@pytest.mark.parametrize("name", FILES)
def test_files_have_a_limit_too(name: str, python: Python) -> None:
    """They are held outside of Python's memory."""
    _, end = python.run(FILES[name])
    assert "No space left on device" in end["error"]


DEEP = {
    "python": "def f(): f()\nf()",
    "unlimited": "import sys\nsys.setrecursionlimit(10**9)\ndef f(): f()\nf()",
    "repr": "x = []\nfor _ in range(10**5): x = [x]\nrepr(x)",
    "json": "import json\njson.loads('[' * 10**5)",
    "key": "import sys\nsys.setrecursionlimit(10**9)\ndef f(_): return max([1], key=f)\nf(1)",
    "swallowed": """
def f():
    try: f()
    except BaseException: f()
f()""",
}


@pytest.mark.parametrize("name", DEEP)
def test_a_program_that_goes_too_deep(name: str, python: Python) -> None:
    """It meets an exception, or takes its interpreter with it; the next one has another."""
    python.ask(DEEP[name])
    parts = python.until("run", "refused")
    if parts:
        said = str(parts[-1])  # or, on a busy machine, that it took too long to get there
        assert any(one in said for one in ("RecursionError", "MemoryError", "'kind': 'time'")), said
    elif name == "swallowed":
        python.stop()  # it tries two ways at each of a thousand depths
    else:
        assert python.end().split()[0] in {"crashed", "memory"}
    assert python.run("print('next')")[0] == ["next"]


def test_each_program_has_an_interpreter_of_its_own(python: Python) -> None:
    """With the same hashes, so that orders of sets stay as they are."""
    source = """
import builtins, sys
print(hasattr(builtins, "left"))
builtins.left = True
sys.modules["asyncio"] = None
print(*{*"abcdefgh"})"""
    python.ask(source)
    assert python.until("found", "refused")
    python.end()
    first, _ = python.run(source)
    assert first[0] == "False"
    python.run(ENDLESS["in C"][:14])
    assert python.run(source)[0] == first


FLOOD = """
import sys
frame = sys._getframe()
while "part" not in frame.f_locals:
    frame = frame.f_back
while True:
    frame.f_locals["part"]('{"kind": "lines", "lines": ["' + "x" * 10**6 + '"]}')
"""


def test_no_answer_is_so_long(python: Python) -> None:
    """Whoever gets hold of what takes the parts cannot fill the page with them."""
    python.ask(FLOOD)
    python.until("run")
    taken = python.page.evaluate("JSON.stringify(parts).length")
    python.stop()
    assert 10**6 < taken < 20 * 10**6
    assert python.run("print('next')")[0] == ["next"]

"""What is wrong with a file is said with the line in which it is."""

import os
from pathlib import Path
from types import FunctionType

import pytest

from turns.runtime import compiling

DEEP = [
    b"x = 1\ny = " + b"-" * 200_000 + b"1\n",
    b"x = 1\ny = " + b"1 + " * 200_000 + b"1\nprint(x)\n",
    b"x = 1\nx" + b".a" * 100_000 + b"\n",
    b"x = 1\n" + b"f(" * 150 + b"-" * 200_000 + b"1" + b")" * 150 + b"\nprint(x)\n",
    b"x = 1\ny = " + b"not " * 200_000 + b"1\n\n\n",
]


@pytest.mark.parametrize("source", DEEP, ids=["minus", "sum", "attributes", "calls", "not"])
def test_what_is_nested_too_deeply(source: bytes) -> None:
    """The compiler's MemoryError or RecursionError names no line; this error does."""
    with pytest.raises(SyntaxError, match="nested too deeply") as caught:
        compiling.compiled(source, "program.py")
    assert caught.value.lineno == 2


@pytest.mark.parametrize(
    ("source", "line"),
    [
        (b"# coding: klingon\nprint(1)\n", 1),
        (b"#!/usr/bin/python\n# -*- coding: klingon -*-\nprint(1)\n", 2),
        (b"\xef\xbb\xbf# coding: latin-1\nprint(1)\n", 1),
        (b"print(1)\ns = '\xe9'\n", 2),
        (b"print(1)\nprint(2)\0\n", 2),
        (b"print(1)\n\ndef f(:\n", 3),
    ],
    ids=["coding", "second line", "mark and coding", "latin-1", "null", "syntax"],
)
def test_every_error_of_a_text_has_a_line(source: bytes, line: int) -> None:
    """Also where CPython gives none."""
    with pytest.raises(SyntaxError) as caught:
        compiling.compiled(source, "program.py")
    assert caught.value.lineno == line


@pytest.mark.parametrize(
    ("source", "printed"),
    [
        (b"", []),
        (b"\xef\xbb\xbfout.append('mark')", ["mark"]),
        (b"# coding: latin-1\nout.append('\xe9')", ["\xe9"]),
        (b"out.append(1)\r\nout.append('''a\r\nb''')\r\n", [1, "a\nb"]),
        (b"out.append('a\x0cb')\x0c\nout.append(2)", ["a\x0cb", 2]),
    ],
    ids=["empty", "mark", "latin-1", "carriage returns", "form feeds"],
)
def test_what_is_right_is_compiled_as_it_is(source: bytes, printed: list[object]) -> None:
    """Nothing is done to it."""
    out: list[object] = []
    FunctionType(compiling.compiled(source, "program.py"), {"out": out})()
    assert out == printed


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are none on this platform")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    """Nobody may ever write to it."""
    os.mkfifo(tmp_path / "program.py")
    with pytest.raises(OSError, match="not a plain file"):
        compiling.read(tmp_path / "program.py")

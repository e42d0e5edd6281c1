"""What a program may name so that anything is proven about it, and what it may not."""

import ast
import importlib
import re
from collections.abc import Iterator
from importlib.machinery import EXTENSION_SUFFIXES
from pathlib import Path
from typing import Any

import pytest
import random_programs

from turns.exploring.survey.known import KNOWN, UNCHANGEABLE
from turns.exploring.survey.siblings import sources
from turns.exploring.survey.vocabulary import Unknown, survey

HERE = Path(__file__).parent / "programs"


def _programs(file: str) -> list[Any]:
    """Read the programs of a file: a heading each, and what is unknown marked in its line."""
    text = (HERE / file).read_text(encoding="utf-8")
    parts = re.split(r"^## (.*)\n", text, flags=re.MULTILINE)[1:]
    return [pytest.param(code, id=name) for name, code in _by_two(parts)]


def _by_two(parts: list[str]) -> Iterator[tuple[str, str]]:
    """Go through them two by two."""
    return zip(parts[::2], parts[1::2], strict=True)


def _marked(code: str) -> set[tuple[int, str]]:
    lines = enumerate(code.splitlines(), 1)
    return {(i, line.partition("#! ")[2]) for i, line in lines if "#! " in line}


def _survey(source: str) -> list[Unknown]:
    return survey({"program.py": source.encode()})


@pytest.mark.parametrize("code", _programs("evasions.txt"))
def test_evasions(code: str) -> None:
    """What may keep state that nobody sees is reported, where it stands, for what it is."""
    assert _marked(code)
    assert _marked(code) <= {(unknown.line, unknown.kind) for unknown in _survey(code)}


@pytest.mark.parametrize("code", _programs("orders.txt"))
def test_orders(code: str) -> None:
    """Whatever may show the order of a set is reported, where it stands."""
    assert _marked(code)
    found = [unknown for unknown in _survey(code) if unknown.what == "the order of a set"]
    assert _marked(code) <= {(unknown.line, unknown.kind) for unknown in found}


@pytest.mark.parametrize("code", _programs("addresses.txt"))
def test_addresses(code: str) -> None:
    """Whatever may look into a text that has an address in it is reported."""
    ast.parse(code)
    assert "a text that may have an address in it" in {unknown.what for unknown in _survey(code)}


@pytest.mark.parametrize("code", _programs("ordinary.txt"))
def test_ordinary_programs(code: str) -> None:
    """What ordinary programs are made of is known."""
    ast.parse(code)
    assert [str(unknown) for unknown in _survey(code)] == []


def _folder(path: Path, **files: str) -> Path:
    for name, text in files.items():
        file = path / (name.replace("__in__", "/") + ".py")
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return path / "program.py"


def _found(program: Path) -> list[str]:
    return [str(unknown) for unknown in survey(sources(program))]


def test_siblings_are_followed(tmp_path: Path) -> None:
    """A program's own modules are read as the program is, however they are imported."""
    program = _folder(
        tmp_path,
        program="import helper, pack.one\nfrom pack import two\nfrom helper import log as l\n"
        "helper.record(1)\nhelper.count = 1\nprint(pack.one.x, two.y, l, helper.log)",
        helper="log = []\ncount = 0\ndef record(name): log.append(name)",
        pack__in____init__="",
        pack__in__one="from .two import y as x",
        pack__in__two="from . import one\ny = 1",
    )
    assert list(sources(program)) == [
        "program.py",
        "helper.py",
        "pack/__init__.py",
        "pack/one.py",
        "pack/two.py",
    ]
    assert _found(program) == []


def test_a_sibling_in_c_is_not_followed(tmp_path: Path) -> None:
    """It would be imported before the one in Python, and nobody can read it."""
    program = _folder(tmp_path, program="import helper", helper="")
    (tmp_path / f"helper{EXTENSION_SUFFIXES[-1]}").touch()
    assert _found(program) == ["line 1: module helper"]


def test_what_is_found_in_siblings_names_them(tmp_path: Path) -> None:
    """So a reader finds the word."""
    program = _folder(
        tmp_path,
        program="import helper\nprint(helper.f())",
        helper="import os\ndef f(): return os.environ",
    )
    assert _found(program) == ["helper.py, line 2: os.environ"]


SIBLINGS = {
    "a module of a helper": ("import helper\nhelper.os.environ", "import os", 2),
    "a module from a helper": ("from helper import os\nos.environ", "import os", 2),
    "a module of a helper, renamed": ("import helper as h\nx = h.o\nx.a", "import os\no = os", 3),
    "a function of a helper": (
        "import helper\nhelper.f.x = 1",
        "from asyncio import sleep as f",
        2,
    ),
    "a helper as a value": ("import helper\nx = [helper]", "", 2),
    "a helper's builtin": ("import helper\nhelper.sorted = print", "", 2),
    "a helper's import": ("import helper\nhelper.json = print", "import json", 2),
    "a helper's set": ("import helper\nprint(helper.s)", "s = {'a', 'b'}", 2),
    "a helper's set, imported": ("from helper import s as t\nprint(*t)", "s = {'a', 'b'}", 2),
    "a helper's set, replaced": ("import helper\nhelper.s = []", "s = {'a', 'b'}", 2),
    "a helper imported late": ("def f():\n    import helper", "print('x')", 2),
    "all of a helper": ("from helper import *", "x = 1", 1),
    "what no helper has": ("import helper\nhelper.environ", "", 2),
    "setattr on a helper": ("import helper\nsetattr(helper, 'x', 1)", "x = 0", 2),
}


@pytest.mark.parametrize("name", SIBLINGS)
def test_evasions_by_siblings(name: str, tmp_path: Path) -> None:
    """What is unknown stays so when it comes by way of a module of the program's own."""
    program, helper, line = SIBLINGS[name]
    unknown = survey(sources(_folder(tmp_path, program=program, helper=helper)))
    assert ("program.py", line) in {(each.file, each.line) for each in unknown}


def test_a_sibling_that_hides_one_of_pythons(tmp_path: Path) -> None:
    """Which of them a watched program gets is another matter than which Python gives it."""
    program = _folder(tmp_path, program="import heapq", heapq="")
    assert _found(program) == ["line 1: module heapq, which hides one of Python's"]


def test_files_as_they_are() -> None:
    """A file may begin with a byte order mark, or name its encoding."""
    assert survey({"a.py": b"\xef\xbb\xbfprint(1)"}) == []
    assert survey({"a.py": b"# -*- coding: latin-1 -*-\nprint('\xe9')"}) == []
    assert [each.line for each in survey({"a.py": b"print('\xe9')"})] == [1]
    assert [each.line for each in survey({"a.py": b"print(1)\0"})] == [1]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("def f(loop): loop.call_at(loop.time(), print)", [".call_at", ".time"]),
        ("import gc; gc.collect()", ["gc.collect in a module of the program's own"]),
        ("import logging; logging.info(1)", ["logging.info in a module of the program's own"]),
    ],
)
def test_what_is_known_in_the_first_file_only(text: str, found: list[str], tmp_path: Path) -> None:
    """A digest does not look for it elsewhere."""
    assert _found(_folder(tmp_path, program=text)) == []
    program = _folder(tmp_path, program="import helper", helper=text)
    assert _found(program) == [f"helper.py, line 1: {one}" for one in found]


def test_what_nests_too_deeply() -> None:
    """Nothing is claimed of a program that cannot be read to its end."""
    assert survey({"a.py": b"x = " + b"-" * 50_000 + b"1"})
    assert survey({"a.py": b"x = " + b"+".join([b"1"] * 5_000)})


_STREAMS = "asyncio.StreamReader", ".at_eof", ".feed_eof", ".feed_data", ".readexactly"
_UNSEEN = {
    *(".seen", "vars()", ".gi_frame", ".f_locals", "the order of a set"),
    *(*_STREAMS, "asyncio.IncompleteReadError", ".partial"),
    *("asyncio.set_event_loop", ".when", "asyncio.Task as a value"),
}
"""What of the random programs no survey knows; where others of them give ``seen``, it is known."""


@pytest.mark.slow
def test_random_programs_are_known() -> None:
    """The programs that the other tests are made of are such that something can be proven."""
    known = 0
    for seed in range(200):
        program = random_programs.program(seed)
        found = _survey(program.text)
        if program.chance:
            assert "chance" in {unknown.kind for unknown in found}, seed
        else:
            assert {unknown.what for unknown in found} <= _UNSEEN, seed
            known += not found
    assert known > 150


def test_what_cannot_be_changed() -> None:
    """What variables may hold freely has no attributes that could be set."""
    for module, names in UNCHANGEABLE.items():
        for name in names & set(dir(importlib.import_module(module))):
            thing = getattr(importlib.import_module(module), name)
            with pytest.raises((AttributeError, TypeError)):
                thing.some_attribute = 1
            assert not isinstance(thing, list | dict | set | bytearray)


def test_words_exist() -> None:
    """No table names what no Python has; some is of newer Pythons."""
    newer = {"EventLoop", "QueueShutDown", "eager_task_factory", "create_eager_task_factory"}
    newer |= {"batched", "sumprod", "override"}
    for module, names in KNOWN.items():
        assert names - set(dir(importlib.import_module(module))) <= newer

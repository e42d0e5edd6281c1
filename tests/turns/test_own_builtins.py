"""What a program replaces in the builtins reaches asyncio and everybody else, but not us."""

import importlib
import pkgutil
from pathlib import Path

import pytest
from explored import explored_text, in_one_process, marks_in
from watched import main_of, run

import turns
from turns.exploring.strategies import Fifo

REPLACED = (
    *("len", "sorted", "min", "max", "sum", "any", "all", "enumerate", "zip", "map"),
    *("filter", "iter", "next", "isinstance", "getattr", "hasattr", "id", "hash", "repr", "str"),
    *("int", "list", "dict", "set", "tuple", "bytes", "bool", "print", "reversed", "abs", "vars"),
)


def test_no_module_of_ours_has_the_builtins_of_programs() -> None:
    """But for what is executed before them."""
    names = [one.name for one in pkgutil.walk_packages(turns.__path__, "turns.")]
    others = [name for name in names if name.rpartition(".")[2] not in {"__main__", "own_builtins"}]
    assert len(others) > 200
    found = {id(vars(importlib.import_module(name))["__builtins__"]) for name in others}
    assert found == {id(vars(importlib.import_module("turns.own_builtins"))["_OURS"])}


@pytest.mark.parametrize("name", REPLACED)
def test_a_program_may_replace_any(name: str) -> None:
    """Its own call meets what it has put there; whoever decides who runs next does not."""
    program = main_of(f"""
        import builtins
        kept = builtins.{name}
        async def other():
            builtins.{name} = lambda *_args, **_options: 42
            await asyncio.sleep(0)
            found = {name}("")
            builtins.{name} = kept
            print(found)
        loop = asyncio.get_running_loop()
        await asyncio.gather(other(), asyncio.sleep(0.1))
        """)
    assert run(program, strategy=Fifo()).output == ["42"]


def test_such_a_program_is_searched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is proven of it, and it is said why."""
    in_one_process(monkeypatch)
    source = """
    import asyncio, builtins
    async def a(): builtins.len = lambda _: 1
    async def b(): builtins.len = lambda _: 2
    async def main():
        await asyncio.gather(a(), b())
        print(len(""))
    asyncio.run(main())
    """
    found = explored_text(source, tmp_path)
    assert found.unknown[0] == "line 3: builtins.len = ..."
    assert marks_in(found) == ["queue"]
    assert [one.texts for one in found.outcomes["queue"].listed] == [("2",), ("1",)]

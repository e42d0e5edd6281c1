"""Small programs drawn by lot, from the pieces in `fragments`.

All are valid, come to an end or to a deadlock, and print what the schedule decides and nothing
else, but for a few in which chance does, too.
"""

import random
import re
import sys
import textwrap
from collections.abc import Iterable
from dataclasses import dataclass

import fragments

_CHANCE = 0.04
"""How many of the programs let chance decide something."""


@dataclass(frozen=True)
class Program:
    """A program drawn by lot."""

    text: str
    chance: bool
    """A schedule alone does not say what it prints."""
    leaks: bool
    """A run leaves something behind for the next in the same process."""


def program(seed: int) -> Program:
    """Return the program of this number: two or three tasks with up to three steps each.

    It is the same on every Python, but for pieces that an older one does not have.
    """
    lot = random.Random(seed)  # noqa: S311
    home = lot.choice(["module", "module", "main", "arguments"])
    chance = lot.random() < _CHANCE
    theme = _theme(lot)
    names = "abc"[: lot.choice([2, 2, 2, 2, 3])]
    end = _draw(lot, fragments.ENDS)
    bodies = []
    for name in names:
        steps = [
            _step(lot, theme, name, number) for number in range(lot.choice([1, 1, 2, 2, 2, 3]))
        ]
        if chance and name == "b":
            steps.append(_filled(_draw(lot, fragments.BY_CHANCE), lot, name, 9))
        bodies.append("\n".join(steps))
    eager = _draw(lot, fragments.EAGER, "") if lot.random() < 0.08 else ""
    run = _draw(lot, fragments.RUNS, "asyncio.run(main())")
    used = _used("\n".join([*bodies, end]), fragments.HOME)
    made = (fragments.HOME[name][0] for name in used)
    used = _used("\n".join([*used, *made]), fragments.HOME)
    calls = ", ".join(f"{name}({', '.join(used) if home == 'arguments' else ''})" for name in names)
    main = [end.format(calls=calls, d=_delay(lot))]
    show = [f"print({name!r}, {shown})" for name in used if (shown := fragments.HOME[name][1])]
    if eager:
        main.insert(0, eager)
    kept = _used("\n".join(bodies), fragments.HIDDEN)
    show += [f"print({name!r}, {fragments.HIDDEN[name]})" for name in kept]
    lines = {name: f"{name} = {fragments.HOME[name][0]}" for name in used}
    functions = [
        _function(name, body, home, used) for name, body in zip(names, bodies, strict=True)
    ]
    outside: list[str] = []
    if home == "module":
        late = [name for name in used if name in fragments.LATE]
        outside = [lines.pop(name) for name in used if name not in late] + functions
        main[:0] = [*(f"global {name}" for name in late), *lines.values()]
    elif home == "main":
        main[:0] = [*lines.values(), *functions]
    else:
        outside = functions
        main[:0] = lines.values()
    if home != "module":
        main += show
    parts = [*outside, "async def main():\n" + _indented(main), run]
    if home == "module":
        parts += [line for line in show if "future" not in line]
    needed = _used("\n".join(parts), fragments.MODULE)
    parts[:0] = [fragments.MODULE[name] for name in needed]
    imports = [f"import {name}" for name in _used("\n".join(parts), fragments.IMPORTS.split())]
    parts[:0] = ["import asyncio", *imports]
    text = "\n".join(parts) + "\n"
    return Program(text, chance, leaks=any(piece in text for piece in fragments.LEAKS))


def _draw(
    lot: random.Random, table: dict[str, float], instead: str = "await asyncio.sleep(0)"
) -> str:
    """Draw a piece, and take another one ``instead`` if this Python does not have it."""
    piece = lot.choices([*table], [*table.values()])[0]
    needed = [first for part, first in fragments.NEEDS.items() if part in piece]
    return piece if sys.version_info >= max(needed, default=(3, 11)) else instead


def _delay(lot: random.Random) -> str:
    return lot.choice(["0.1", "0.1", "0.2"])


def _theme(lot: random.Random) -> dict[str, float]:
    """Return steps that have to do with one thing, so that tasks meet at it; or all steps."""
    if lot.random() < 0.3:
        return fragments.STEPS
    word = _draw(lot, fragments.THEMES)
    return {
        step: weight
        for step, weight in fragments.STEPS.items()
        if re.search(rf"(?<![\w.']){re.escape(word)}\b", step)
    } or fragments.STEPS


def _step(lot: random.Random, theme: dict[str, float], name: str, number: int) -> str:
    steps = theme if lot.random() < 0.7 else fragments.STEPS
    return _filled(_draw(lot, steps), lot, name, number)


def _filled(piece: str, lot: random.Random, name: str, number: int) -> str:
    return piece.format(
        n=name, k=number, d=_delay(lot), f=lot.choice(["0.1", "0.2", "0.7", "1e16"])
    )


def _used(text: str, names: Iterable[str]) -> list[str]:
    """Return those of the names that occur, in the order of the table: also in each other."""
    return [name for name in names if re.search(rf"(?<![\w.']){name}\b(?!')", text)]


def _function(name: str, body: str, home: str, used: list[str]) -> str:
    arguments = ", ".join(used) if home == "arguments" else ""
    lines = [body]
    rebound = [one for one in fragments.REBOUND if re.search(rf"^{one} \+?= ", body, re.MULTILINE)]
    if rebound and home != "arguments":
        lines.insert(0, f"{'global' if home == 'module' else 'nonlocal'} {', '.join(rebound)}")
    return f"async def {name}({arguments}):\n{_indented(lines)}"


def _indented(lines: Iterable[str]) -> str:
    return textwrap.indent("\n".join(lines), "    ")

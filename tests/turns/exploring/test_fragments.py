"""What random programs are made of: as much of asyncio as there is."""

import asyncio
import re

import fragments
import pytest
from random_programs import program

_TABLES = (
    *(fragments.MODULE.values(), fragments.STEPS, fragments.BY_CHANCE, fragments.ENDS),
    *(fragments.EAGER, fragments.RUNS, [made for made, _ in fragments.HOME.values()]),
)
ALL = "\n".join(piece for table in _TABLES for piece in table)


def test_all_of_asyncio_is_drawn_or_left_out_for_a_reason() -> None:
    """Nothing is forgotten, of this Python's asyncio; and what is drawn needs no reason."""
    names = {name for name in asyncio.__all__ if not re.search(rf"\basyncio\.{name}\b", ALL)}
    reasons = re.compile("|".join(fragments.LEFT_OUT))
    assert {name for name in names if not reasons.fullmatch(name)} == set()


@pytest.mark.slow
def test_all_programs_can_be_compiled() -> None:
    """Whatever comes together; those that leave something behind say so."""
    drawn = [program(number) for number in range(1500)]
    for one in drawn:
        compile(one.text, "program.py", "exec")
    assert 0 < sum(one.leaks for one in drawn) < 100
    assert 0 < sum(one.chance for one in drawn) < 200

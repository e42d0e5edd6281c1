"""What the explorer says of the programs whose marks were derived by hand: each explored once."""

from contextlib import nullcontext
from functools import lru_cache
from pathlib import Path
from textwrap import dedent

import pytest
from derived import PROGRAMS, marks_of

from turns.exploring import fresh, processes
from turns.exploring.explore import Effort, Exploration, explore
from turns.exploring.fresh import Question, Replies
from turns.runtime.target import load

UNHURRIED = Effort(seconds=300)
EFFORT = Effort(turns=10_000, seconds=300, listed=1)
SLOW = {
    *("as_completed_by_deadline", "async_generator_left_open", "done_callbacks"),
    *("equal_lines_apart", "gather_one_fails", "impatient_with_shield", "late_sleepers_meet"),
    *("one_hop_later", "registered_by_two_tasks", "semaphore_for_two", "shield", "spinning"),
    *("timeout_at_the_same_time", "two_runs", "two_tasks_held_back", "two_threads_sleep"),
    *("two_timers_held_back", "two_turns_held_back", "wait_for_in_time"),
}
"""Programs that take longer than others."""


def program(path: Path, *, long: bool) -> object:
    """Return the parameter of a test; those of one program run in one process, one exploration."""
    marks = [pytest.mark.xdist_group(path.stem), *([pytest.mark.long] if long else [])]
    return pytest.param(path, marks=marks, id=path.stem)


by_program = pytest.mark.parametrize("path", [program(p, long=p.stem in SLOW) for p in PROGRAMS])
by_program_without_threads = pytest.mark.parametrize(
    "path",
    [program(p, long=p.stem in SLOW) for p in PROGRAMS if marks_of(p)[0].because != "unknown"],
)
"""What threads do is in no schedule."""


def in_here(question: Question) -> Replies:
    """Run what a fresh process should, in this one: that takes much less time."""
    return [*fresh.replies(question.target, question.requests, question.limits)]


def in_one_process(patch: pytest.MonkeyPatch) -> None:
    """Let no other process be asked, or be started to be asked."""
    patch.setattr(processes, "run", in_here)
    patch.setattr(processes, "started", lambda *_: nullcontext())


def explored_text(source: str, folder: Path, effort: Effort = UNHURRIED) -> Exploration:
    """Explore a program that is a text, as a file of this folder."""
    path = folder / "program.py"
    path.write_text(dedent(source), encoding="utf-8")
    return explore(load(path), effort)


def marks_in(found: Exploration) -> list[str]:
    """Return what is said of each line."""
    return [mark.because for mark in found.marks]


@lru_cache(maxsize=1)  # the tests of one program follow each other
def explored(path: Path) -> Exploration:
    """Explore a program, without any other process."""
    with pytest.MonkeyPatch.context() as patch:
        in_one_process(patch)
        return explore(load(path), EFFORT)

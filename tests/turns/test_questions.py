"""Programs after public questions do on the watched loop what they do in reality."""

import re
from collections import Counter

import asked
import pytest

from turns.runtime.execute import Outcome, execute
from turns.runtime.limits import Limits
from turns.runtime.target import load

RUNS = 3
QUESTIONS = [one for one in asked.questions() if one.has_python]
HANGING = [one for one in QUESTIONS if one.hangs]
REFUSED = [one for one in QUESTIONS if one.refused]
ENDING = [one for one in QUESTIONS if not one.hangs and not one.refused]
KNOWN = {"Source", "Answer", "Reality", "Turns", "Python"}


def each(*chosen: asked.Question, often: int = 1) -> pytest.MarkDecorator:
    """Run a test for each of these; in short runs only for one in so many."""
    return pytest.mark.parametrize(
        "one",
        [
            pytest.param(one, id=one.path.stem, marks=pytest.mark.long if number % often else ())
            for number, one in enumerate(chosen)
        ],
    )


def watched(one: asked.Question) -> Outcome:
    """Run it on the watched loop."""
    return execute(load(one.path), limits=Limits(seconds=60))


@each(*asked.questions())
def test_a_file_says_what_was_asked_where_and_what_the_answer_is(one: asked.Question) -> None:
    """Check the lines above the program; one that nobody reads is a mistake."""
    assert re.search(r"[?？。]$", one.text), one.text
    assert re.fullmatch(r"https?://\S+", one.headers["Source"])
    assert one.headers["Answer"]
    assert one.headers.keys() <= KNOWN
    assert "Reality" not in one.headers or one.hangs or one.stable
    assert "Turns" not in one.headers or one.refused


@each(*ENDING, often=4)  # takes real time
def test_it_prints_what_it_prints_in_reality(one: asked.Question) -> None:
    """Compare with plain Python on the real clock, several times."""
    outcome = watched(one)
    first, *others = [asked.run(one) for _ in range(RUNS)]
    stable = one.stable or slice(None)
    for other in others:
        assert other.lines[stable] == first.lines[stable], "reality varies: the file has to say so"
        assert other.exit == first.exit
    assert outcome.output[stable] == first.lines[stable], outcome.problem or outcome.error
    assert Counter(outcome.output) == Counter(first.lines)
    assert outcome.exit == first.exit
    if one.stable:
        assert any(other.lines != first.lines for other in others), "it does not vary"


@pytest.mark.slow
@each(*HANGING)
def test_it_hangs_where_it_hangs_in_reality(one: asked.Question) -> None:
    """Watched, it is called a deadlock; under plain Python nothing is printed any more."""
    outcome = watched(one)
    real = asked.run_for_ever(one, len(outcome.output))
    assert real.exit is None, real.stderr
    assert outcome.output == real.lines
    assert outcome.problem is not None
    assert outcome.problem.kind == "deadlock"


@each(*REFUSED)
def test_it_is_refused_by_name(one: asked.Question) -> None:
    """Programs that nobody can watch end with one line that says why."""
    outcome = watched(one)
    assert outcome.problem is not None, outcome.error
    assert outcome.problem.kind == "unsupported"
    assert one.refused is not None
    assert one.refused in outcome.problem.message
    assert outcome.exit == 1

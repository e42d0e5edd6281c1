"""The order check: exact, and clear about what is broken."""

import random
import time
from pathlib import Path

import pytest

from turns.snippet import grammar, order
from turns.snippet.grammar import ExpectedLine, Output


def expecting(*lines: str) -> Output:
    """Parse a block of expected lines; the first one is in line 3."""
    comments = "".join(f"# {line}\n" for line in lines)
    return grammar.parse(f"x\n# Output:\n{comments}", Path("x.py")).outputs[0]


@pytest.mark.parametrize(
    ("expected", "printed", "fits"),
    [
        ("a", "a", True),
        ("a", "ab", False),
        ("a...", "abc", True),
        ("a...", "a", True),
        ("...a", "xa", True),
        ("a...b...c", "a b b c", True),
        ("a...b...c", "a c b", False),
        ("ab...bc", "abc", False),
        ("a...a", "a", False),
        ("...x...x...", "x", False),
        ("a.c", "abc", False),
        ("took ... s", "took 0.1\r s", True),
    ],
)
def test_matches(expected: str, printed: str, *, fits: bool) -> None:
    """`...` is any text, also none, and nothing else is special."""
    assert order.matches(expected, printed) is fits


def test_matching_is_quick() -> None:
    """Many `...` on a long line do not take exponential time."""
    started = time.process_time()
    assert not order.matches("...a" * 30 + "b", "a" * 5000 + "c")
    assert time.process_time() - started < 1


@pytest.mark.parametrize(
    ("expected", "printed", "lineno", "message"),
    [
        (["a", "b", "c"], "acb", 5, "`c` must come after `b` (line 4)"),
        (["a", "b", "c", "d"], "adbc", 6, "`d` must come after `c` (line 5)"),
        (["a", "~ b", "~ c", "d"], "abdc", 6, "`d` must come after `c` (line 5)"),
        (["a", "~ b", "~ c"], "bac", 4, "`b` must come after `a` (line 3)"),
        (["~a x", "~a y", "~b z"], "yxz", 4, "`y` must come after `x` (line 3)"),
        (["a", "b", "c"], "ac", 4, "`b` is never printed"),
        (["a", "b"], "a", 4, "`b` is never printed"),
        (["a", "b"], "", 3, "`a` is never printed"),
        (["a", "b"], "axb", 4, "`x` is printed but not expected; expected here: `b`"),
        (["a", "b"], "abx", 2, "`x` is printed but not expected"),
        ([], "x", 2, "`x` is printed but not expected"),
        (["a", "b"], "aab", 4, "`a` is printed 2 x but expected 1 x; expected here: `b`"),
        (["a", "a", "b"], "ab", 4, "`a` is expected once more than it is printed (1 x)"),
    ],
)
def test_explains(expected: list[str], printed: str, lineno: int, message: str) -> None:
    """The first broken constraint is named, with the line that demands it."""
    broken = order.explain(expecting(*expected), list(printed))
    assert broken is not None
    assert (broken.lineno, broken.message) == (lineno, message)


@pytest.mark.parametrize(
    "printed",
    [["go", "x", "y", "x", "z"], ["go", "x", "x", "y", "z"], ["go", "x", "x", "z", "y"]],
)
def test_identical_lines_in_two_lanes(printed: list[str]) -> None:
    """Which lane an `x` belongs to turns out later; a greedy choice would be wrong for one."""
    assert order.explain(expecting("go", "~a x", "~a y", "~b x", "~b z"), printed) is None


def test_overlapping_wildcards() -> None:
    """The wider of two texts must not take the line that only the narrower needs."""
    output = expecting("~a job ...", "~b job 1")
    assert order.explain(output, ["job 1", "job 2"]) is None
    assert order.explain(output, ["job 2", "job 1"]) is None
    assert order.explain(output, ["job 2", "job 3"]) is not None


def test_long_lines_are_cut_in_messages() -> None:
    """A megabyte in one line does not become a megabyte of error."""
    broken = order.explain(expecting("a"), ["x" * 1_000_000])
    assert broken is not None
    assert len(broken.message) < 200


def fits_somehow(lines: tuple[ExpectedLine, ...], printed: list[str]) -> bool:
    """Judge by brute force: try to give each printed line any expected line that may come now."""
    if not printed or not lines:
        return not printed and not lines
    return any(
        order.matches(line.text, printed[0])
        and not any(comes_before(other, line) for other in lines)
        and fits_somehow((*lines[:index], *lines[index + 1 :]), printed[1:])
        for index, line in enumerate(lines)
    )


def comes_before(first: ExpectedLine, second: ExpectedLine) -> bool:
    """Tell whether the grammar puts ``first`` before ``second``, straight from CONTRIBUTING.md."""
    if first.lineno >= second.lineno:
        return False
    return first.group is None or first.group != second.group or first.lane == second.lane


def test_agrees_with_brute_force() -> None:
    """Small random cases, full of equal texts and wildcards, are decided exactly."""
    chance = random.Random(20240501)  # noqa: S311 (the same cases every time)
    marks = ["", "", "~a ", "~a ", "~b ", "~b ", "~c ", "~ "]
    texts = ["x", "y", "xy", "x...", "...y"]
    verdicts = {True: 0, False: 0}
    for _ in range(4000):
        lines = [chance.choice(marks) + chance.choice(texts) for _ in range(chance.randint(1, 7))]
        output = expecting(*lines)
        printed = [line.text.replace("...", chance.choice(["", "y", "x"])) for line in output.lines]
        for _ in range(chance.randint(0, 3)):
            one, two = chance.randrange(len(printed)), chance.randrange(len(printed))
            printed[one], printed[two] = printed[two], printed[one]
        if chance.random() < 0.1:
            printed.pop()
        if chance.random() < 0.1:
            printed.append("x")
        expected = fits_somehow(output.lines, printed)
        broken = order.explain(output, printed)
        assert (broken is None) is expected, (lines, printed)
        verdicts[expected] += 1
        if broken is not None and " must come after " in broken.message:
            check_claim(output, broken, printed)
    assert min(verdicts.values()) > 500


def check_claim(output: Output, broken: order.Broken, printed: list[str]) -> None:
    """Check that a named constraint is one of the grammar's and that its lines are printed."""
    line = next(line for line in output.lines if line.lineno == broken.lineno)
    other_lineno = int(broken.message.rpartition("(line ")[2].removesuffix(")"))
    other = next(line for line in output.lines if line.lineno == other_lineno)
    assert comes_before(other, line)
    assert order.matches(line.text, printed[broken.printed])
    assert any(order.matches(other.text, text) for text in printed[broken.printed + 1 :])


def test_symmetric_lanes_do_not_explode() -> None:
    """A thousand alike lanes are as easy as one: what is left of them counts, not their names."""
    lines = [line for n in range(500) for line in (f"~w{n} start", f"~w{n} end")]
    started = time.process_time()
    assert order.explain(expecting(*lines), ["start"] * 500 + ["end"] * 500) is None
    assert order.explain(expecting(*lines), ["start", "end"] * 500) is None
    assert order.explain(expecting(*lines), ["end", "start"] * 500) is not None
    assert time.process_time() - started < 5


def test_what_is_left_counts_not_how_it_came() -> None:
    """Ways that leave the same lines to be printed are followed once."""
    lines, printed = [], []
    for n in range(16):
        # Two lanes for the first `u`; one `x` later, the same is left of the two, either way.
        lines += [f"~a{n} u{n}", f"~a{n} x{n}", f"~a{n} x{n}"]
        lines += [f"~b{n} u{n}...", f"~b{n} x{n}", f"~b{n} x{n}"]
        printed += [f"u{n}", f"x{n}", f"u{n}"]
    printed += [f"x{n}" for n in range(16) for _ in range(3)]
    assert order.explain(expecting(*lines), printed) is None


def test_too_ambiguous_is_said() -> None:
    """Lanes that could be assigned in too many ways are an error, soon, and not a hang."""
    lines = [f"~ ...{n}..." for n in range(30)]
    text = " ".join(map(str, range(30)))
    started = time.process_time()
    with pytest.raises(order.AmbiguousError, match="too ambiguous") as caught:
        order.explain(expecting(*lines), [text] * 30)
    assert caught.value.lineno in range(3, 33)
    assert time.process_time() - started < 10

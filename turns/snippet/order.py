"""Decide whether printed lines keep the order an `Output` demands; if not, say what is broken.

The expected lines are a sequence of blocks: a run of plain lines, or a group of lanes that
interleave freely. Every expected line is printed exactly once, so a block always takes as many
printed lines as it has, and only the lanes inside a group leave a choice. Which lane a printed line
belongs to is not guessed: all states that can be reached are kept.
"""

from dataclasses import dataclass
from itertools import groupby

from turns.snippet.grammar import ExpectedLine, Output
from turns.text import clip

MAX_STATES = 20_000
"""How many states one group may take to decide (identical lanes count once): about a second."""

_State = tuple[int, ...]
"""How many lines of each lane have been printed."""


class AmbiguousError(ValueError):
    """A group that needs more than `MAX_STATES` states; ``lineno`` is its first line."""

    def __init__(self, lineno: int) -> None:
        """Name the group that begins at ``lineno``."""
        super().__init__(lineno)
        self.lineno = lineno

    def __str__(self) -> str:
        """Say what would be right."""
        return "the lanes of this group are too ambiguous to decide; make their texts differ more"


@dataclass(frozen=True)
class Broken:
    """The first constraint that the printed lines break."""

    lineno: int
    """Line in the snippet file."""
    printed: int
    """Index of the printed line at which it shows; the number of lines where one is missing."""
    message: str


def matches(expected: str, printed: str) -> bool:
    """Tell whether the printed line is the expected text, in which ``...`` is any text."""
    if "..." not in expected:
        return expected == printed
    first, *middle, last = expected.split("...")
    start, end = len(first), len(printed) - len(last)
    if start > end or not printed.startswith(first) or not printed.endswith(last):
        return False
    for piece in middle:
        # The leftmost place leaves the most room for the rest, so no other needs to be tried.
        found = printed.find(piece, start, end)
        if found < 0:
            return False
        start = found + len(piece)
    return True


def explain(output: Output, printed: list[str]) -> Broken | None:
    """Return None if ``printed`` is what ``output`` demands, else the first broken constraint."""
    blocks = _blocks(output)
    position = 0
    for number, block in enumerate(blocks):
        states: list[_State] = [block.start]
        seen = 0
        for _ in range(block.size):
            line = printed[position] if position < len(printed) else None
            following = [] if line is None else block.step(states, line)
            if not following:
                return _explain(output, printed, position, block, states, blocks[number + 1 :])
            seen += len(following)
            if seen > MAX_STATES:
                raise AmbiguousError(block.lanes[0][0].lineno)
            states, position = following, position + 1
    if position < len(printed):
        return _unexpected(output, printed, position, None)
    return None


class _Block:
    """A run of plain lines (one lane) or one group (its lanes)."""

    def __init__(self, lanes: list[list[ExpectedLine]]) -> None:
        """Number what can be left of a lane by its texts: alike rests have the same number."""
        self.lanes = lanes
        self.size = sum(map(len, lanes))
        self.start: _State = (0,) * len(lanes)
        numbers: dict[tuple[str, int], int] = {}
        self.rests: list[list[int]] = []
        for lane in lanes:
            rests = [0]
            for line in reversed(lane):
                rests.append(numbers.setdefault((line.text, rests[-1]), len(numbers) + 1))
            self.rests.append(rests[::-1])

    def step(self, states: list[_State], printed: str) -> list[_State]:
        """Return the states after one more printed line; none if it is not allowed.

        Of states in which the same is left, the lanes aside, one is kept.
        """
        following: dict[tuple[int, ...], _State] = {}
        fits: dict[int, bool] = {0: False}
        for state in states:
            tried = set()
            for index, position in enumerate(state):
                rest = self.rests[index][position]
                if rest not in fits:
                    fits[rest] = matches(self.lanes[index][position].text, printed)
                if fits[rest] and rest not in tried:
                    tried.add(rest)
                    after = (*state[:index], position + 1, *state[index + 1 :])
                    following.setdefault(self._left(after), after)
        return list(following.values())

    def _left(self, state: _State) -> tuple[int, ...]:
        return tuple(sorted(map(list.__getitem__, self.rests, state)))

    def remaining(self, state: _State) -> list[list[ExpectedLine]]:
        """Return what is left of each unfinished lane in ``state``."""
        lanes = [lane[position:] for lane, position in zip(self.lanes, state, strict=True)]
        return [lane for lane in lanes if lane]


def _blocks(output: Output) -> list[_Block]:
    blocks = []
    for group, lines in groupby(output.lines, key=lambda line: line.group):
        if group is None:
            blocks.append(_Block([list(lines)]))
        else:
            lanes: dict[str | None, list[ExpectedLine]] = {}
            for line in lines:
                lanes.setdefault(line.lane, []).append(line)
            blocks.append(_Block(list(lanes.values())))
    return blocks


def _explain(  # noqa: PLR0913, PLR0917 - everything known at the point where it broke
    output: Output,
    printed: list[str],
    position: int,
    block: _Block,
    states: list[_State],
    later: list[_Block],
) -> Broken:
    """Explain why no state of ``block`` allows the printed line at ``position``, or its lack."""
    missing = min(
        (lane[0] for state in states for lane in block.remaining(state)),
        key=lambda line: line.lineno,
    )
    if position == len(printed):
        return _missing(missing, printed, position)
    for state in states:
        early = _too_early(printed, position, block.remaining(state), later)
        if early is not None:
            return early
    return _unexpected(output, printed, position, missing)


def _too_early(
    printed: list[str], position: int, lanes: list[list[ExpectedLine]], later: list[_Block]
) -> Broken | None:
    """Explain a line that is expected, but only after others that are not printed yet."""
    text = printed[position]
    waiting = [line for lane in lanes for line in lane]
    before = next(
        (
            (line, lane[:index])
            for lane in lanes
            for index, line in enumerate(lane)
            if matches(line.text, text)
        ),
        None,
    )
    for block in later:
        if before is not None:
            break
        lines = [(line, lane[:i]) for lane in block.lanes for i, line in enumerate(lane)]
        before = next(
            ((line, [*waiting, *above]) for line, above in lines if matches(line.text, text)), None
        )
        waiting += [line for line, _ in lines]
    if before is None:
        return None
    line, above = before
    above.sort(key=lambda other: other.lineno)
    to_come = printed[position + 1 :]
    for other in reversed(above):
        if any(matches(other.text, text) for text in to_come):
            message = f"{_quoted(line.text)} must come after {_quoted(other.text)}"
            return Broken(line.lineno, position, f"{message} (line {other.lineno})")
    return _missing(above[0], printed, position)


def _missing(line: ExpectedLine, printed: list[str], position: int) -> Broken:
    count = sum(matches(line.text, text) for text in printed)
    message = f"{_quoted(line.text)} is never printed"
    if count:
        message = f"{_quoted(line.text)} is expected once more than it is printed ({count} x)"
    return Broken(line.lineno, position, message)


def _unexpected(
    output: Output, printed: list[str], position: int, instead: ExpectedLine | None
) -> Broken:
    text = printed[position]
    count = sum(matches(line.text, text) for line in output.lines)
    message = f"{_quoted(text)} is printed but not expected"
    if printed.count(text) > count > 0:
        message = f"{_quoted(text)} is printed {printed.count(text)} x but expected {count} x"
    elif count:
        message = f"{_quoted(text)} is printed, but other lines used up what it could match"
    if instead is not None:
        message += f"; expected here: {_quoted(instead.text)}"
    return Broken(instead.lineno if instead else output.lineno, position, message)


def _quoted(text: str) -> str:
    return f"`{clip(text, 80)}`"

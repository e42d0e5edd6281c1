"""What all tools say about all programs, as one Markdown table and a line for each tool."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tools.benchmarks.rivals.answers import Answer, Outcome, Own, reversed_pairs

OURS = "turns"
HEAD = ("program", "tool", "outcomes", "last, s", "all, s", "runs", "reversed", "claims", "wrong")


@dataclass(frozen=True)
class Verdict:
    """What one tool says about one program, held against what there is."""

    answer: Answer
    possible: int
    """Outcomes that it found, and that the program has."""
    all: int
    """Outcomes that the program has, or that are known."""
    known: bool
    """These are all."""
    reversed: int

    @property
    def impossible(self) -> int:
        """Outcomes that it found, and that the program does not have."""
        return len(self.answer["outcomes"]) - self.possible if self.known else 0

    @property
    def false(self) -> bool:
        """It claims to have seen all, or all within a bound, and has not."""
        is_refuted = not self.answer["bounded"] or self.answer["refuted"]
        return bool(self.answer["claim"]) and is_refuted and self.misses > 0

    @property
    def misses(self) -> int:
        """Outcomes that it has not found."""
        return self.all - self.possible


def verdicts(on_paper: int | None, answers: Mapping[str, Answer], own: Own) -> dict[str, Verdict]:
    """Compare the answers about a program; ``on_paper``: so many outcomes have been counted."""
    foreign = {_outcome(one) for one in own["foreign"]}
    exact = own["claim"] == "exactly"
    found = {_outcome(one) for answer in answers.values() for one in answer["outcomes"]}
    seen = max(len(found), own["count"])
    total = on_paper or (own["count"] if exact else seen)
    known = bool(on_paper or exact)
    compared: dict[str, Verdict] = {}
    for name, answer in answers.items():
        outcomes = {_outcome(one) for one in answer["outcomes"]}
        pairs = reversed_pairs(own["normal"], outcomes - foreign)
        possible = len(outcomes - foreign)
        compared[name] = Verdict(answer, possible, total, known, len(pairs))
    claimed = own.copy()
    claimed["claim"] = "exactly" if exact else ""
    compared[OURS] = Verdict(claimed, own["count"], total, known, len(own["reversed"]))
    return compared


def _outcome(one: tuple[list[str], str]) -> Outcome:
    return tuple(one[0]), one[1]


def head() -> str:
    """Return the first two lines."""
    return f"{_line(HEAD)}\n{_line(['---'] * len(HEAD))}"


def rows(program: str, compared: Mapping[str, Verdict], own: Own) -> Iterator[str]:
    """Yield a program's lines."""
    pairs = max(0, len(own["normal"]) - 1)
    for name, verdict in compared.items():
        answer = verdict.answer
        if answer["problem"]:
            yield _line([program, name, answer["problem"], *[""] * 6])
            continue
        known = "" if verdict.known else "at least "
        yield _line(
            [
                program,
                name,
                f"{verdict.possible:,} of {known}{verdict.all:,}",
                f"{answer['last']:.2f}",
                f"{answer['seconds']:.2f}",
                f"{answer['runs']:,}" if answer["runs"] else "",
                f"{verdict.reversed}/{pairs}",
                answer["claim"] or (own["claim"] if name == OURS else "nothing"),
                _wrong(name, verdict, own),
            ]
        )


def _wrong(name: str, verdict: Verdict, own: Own) -> str:
    found = []
    if verdict.false:
        found.append(f"FALSE: misses {verdict.misses:,}")
    elif verdict.answer["claim"] and verdict.misses > 0:
        found.append(f"misses {verdict.misses:,} beyond its bound")
    if name == OURS and verdict.misses < 0:
        found.append(f"FALSE: {-verdict.misses:,} too many")
    if name != OURS and verdict.impossible:
        theirs = {_outcome(one) for one in verdict.answer["outcomes"]}
        example = next(one for one in own["foreign"] if _outcome(one) in theirs)
        found.append(f"{verdict.impossible:,} impossible: {_brief(example)}")
    return "; ".join(found)


def _brief(outcome: tuple[list[str], str]) -> str:
    texts, end = outcome
    return f"{end} after {' / '.join(texts) or 'no line'}"


def summary(name: str, all_: list[Verdict]) -> str:
    """Say in one line what became of a tool."""
    ran = [one for one in all_ if not one.answer["problem"]]
    complete = [one for one in ran if one.known and not one.misses]
    proven = [one for one in complete if one.answer["claim"] and not one.answer["bounded"]]
    false = sum(one.false for one in ran)
    bounded = sum(bool(one.answer["bounded"] and one.misses > 0 and not one.false) for one in ran)
    impossible = sum(one.impossible > 0 for one in ran)
    return (
        f"{name}: {len(ran)} of {len(all_)} programs; all outcomes of {len(complete)}, of which "
        f"{len(proven)} proven; {false} false certificates, {bounded} true within a bound and no "
        f"further; impossible outcomes of {impossible}; "
        f"{sum(one.answer['seconds'] for one in ran):.0f} s"
    )


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"

"""Why a line stands where it stands, on its card; and what is different in an outcome."""

import re

import pytest

from card.quoting import quoting
from card.saying import causes, rules
from card.saying.differing import differing, ending
from card.store import Recordings
from language.languages import CHINESE, ENGLISH, Language
from tools.project import HERE
from turns.exploring.findings import Findings
from turns.exploring.nfa import End
from turns.exploring.outcomes import Outcome, Witness
from turns.exploring.schedule import Schedule
from turns.runtime.problem import Waiting

RULE = re.compile(r":name: (rule-[a-z-]+)")
PROMISED = re.compile(RULE.pattern + r"\n:promised-by: ([a-z]+)")


@pytest.fixture(scope="module")
def all_findings() -> list[Findings]:
    """Return what is pinned of all snippets."""
    store = Recordings(HERE.snippets, HERE.docs / "_recordings", HERE.build / "recordings")
    found = [store.of(name) for name in store.sources()]
    return [one.findings for one in found if one is not None and one.findings is not None]


def test_the_site_has_every_rule_that_a_cause_leads_to() -> None:
    """In both languages."""
    for language in (ENGLISH, CHINESE):
        pages = (HERE.docs / language.folder).rglob("*.md")
        there = {name for page in pages for name in RULE.findall(page.read_text(encoding="utf-8"))}
        assert there >= rules.RULES


@pytest.mark.slow
def test_every_line_that_something_promises_has_a_cause(all_findings: list[Findings]) -> None:
    """A sentence in either language; all but those of nobody lead to a rule of the site."""
    assert len(all_findings) > 50
    for found in all_findings:
        for line, mark in enumerate(found.marks[: len(found.causes)]):
            place = found.causes[line].place
            if place.origin is None and place.beside is None:
                continue
            english, chinese = (causes.sentence(found, line, one) for one in (ENGLISH, CHINESE))
            assert english.endswith("."), found.name
            assert chinese.endswith("。"), found.name
            rule = rules.rule(found, line)
            assert rule == "" or rule in rules.RULES
            if mark.because in {"queue", "clock", "documented"} and place.origin is not None:
                assert rule


@pytest.mark.slow
def test_a_rule_promises_what_its_mark_says(all_findings: list[Findings]) -> None:
    """What only the queue orders leads to no rule of the documentation."""
    pages = (HERE.docs / "en").rglob("*.md")
    by = dict(pair for page in pages for pair in PROMISED.findall(page.read_text("utf-8")))
    assert by.keys() >= rules.RULES
    documented = {
        rules.rule(found, line)
        for found in all_findings
        for line, mark in enumerate(found.marks[: len(found.causes)])
        if mark.because == "queue" and by.get(rules.rule(found, line)) == "documentation"
    }
    assert documented == {"rule-equal-deadlines"}  # it says that there is no order


def outcome(texts: str, end: End | None = None) -> Outcome:
    """Return one that prints these letters."""
    return Outcome((*texts,), end or End("finished"), Witness(Schedule("queue", ()), 1), 0)


@pytest.mark.parametrize(
    ("texts", "end", "english", "chinese"),
    [
        ("bac", None, "“b” comes before “a”.", "“b”比“a”先打印。"),
        ("ac", None, "“b” is not printed.", "没有打印“b”。"),
        ("axc", None, "“x” is printed instead of “b”.", "打印的是“x”，不是“b”。"),
        ("abc", End("failed", "E: x"), "It fails with E: x.", "以 E: x 失败。"),
        ("abc", End("exit", "3"), "Its exit status is 3.", "退出状态为 3。"),
        (
            *("", None),
            "“a”, “b”, “c” are not printed.",
            "没有打印“a”、“b”、“c”。",
        ),
    ],
)
def test_an_outcome_says_what_is_different(
    texts: str, end: End | None, english: str, chinese: str
) -> None:
    """In lines first, then in how it ends."""
    for language, said in ((ENGLISH, english), (CHINESE, chinese)):
        assert differing(outcome(texts, end), outcome("abc"), language) == said


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            ENGLISH,
            (
                "it ends in a deadlock: A waits at line 3 for pen, which B holds, and"
                " B waits at line 5 for paper, which A holds"
            ),
        ),
        (
            CHINESE,
            "以死锁告终：A 在第 3 行等 pen（在 B 手里）；B 在第 5 行等 paper（在 A 手里）",
        ),
    ],
)
def test_a_deadlock_says_who_waits_for_whom(language: Language, said: str) -> None:
    """Those in the circle, and nobody else."""
    waiting = (
        Waiting("main", 9, "gather()"),
        Waiting("A", 3, "Lock.acquire()", "pen", "B"),
        Waiting("B", 5, "Lock.acquire()", "paper", "A"),
    )
    assert ending(End("deadlock", waiting=waiting), language) == said


def test_what_is_printed_is_no_prose() -> None:
    """Between quotation marks, whatever it is."""
    shown = [(type(node).__name__, node.astext()) for node in quoting("Not “**a**”, “b”.")]
    assert shown == [
        *(("Text", "Not “"), ("literal", "**a**"), ("Text", "”, “")),
        *(("literal", "b"), ("Text", "”.")),
    ]

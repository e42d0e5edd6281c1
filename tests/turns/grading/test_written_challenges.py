"""The grammar of challenges: what is read, and that each mistake is one line with its place."""

import json
from pathlib import Path

import pytest

from turns.grading.challenge import IMPLIED, Aim, Challenge, Goal
from turns.grading.grammar import explained, parse
from turns.grading.request import as_json
from turns.recording.codec import decode
from turns.snippet.source import SourceError

RIGHT = '''"""Have it done.

让它完成。
"""

import asyncio


async def main() -> None:
    done = 1
    await asyncio.sleep(0)
    print("done", done)


asyncio.run(main())

# Goal: never "failed"
# Goal: lines "done 1"
# Keep: await asyncio.sleep(0)
# Keep: done = 1
# Keep: async def main
# Without: Lock
# Schedules: clock
# Rule: rule-run-to-the-end
'''


def test_all_of_a_challenge_is_read() -> None:
    """Languages, code, goals, and what an answer has to keep."""
    file = parse(RIGHT, Path("named.py"))
    assert (file.english, file.chinese) == ("Have it done.", "让它完成。")
    assert file.code.startswith("import asyncio\n")
    assert file.code.endswith("asyncio.run(main())\n")
    assert RIGHT.split("\n")[file.code_lineno - 1] == "import asyncio"
    assert file.rule == "rule-run-to-the-end"
    challenge = file.challenge
    assert (challenge.name, challenge.clock) == ("named", True)
    assert challenge.goals == (Goal(Aim.NEVER, ("failed",)), Goal(Aim.LINES, ("done 1",)))
    assert challenge.all_goals == (*challenge.goals, *IMPLIED)
    rules = challenge.rules
    assert [(one.text, one.function) for one in rules.prints] == [('print("done", done)', "main")]
    kept = [(one.text.partition("\n")[0], one.function, one.runs) for one in rules.kept]
    assert kept == [
        ("await asyncio.sleep(0)", "main", True),
        ("done = 1", "main", True),
        ("async def main() -> None:", "", False),
    ]
    bound = {(one.name, one.function): one.count for one in rules.bound}
    assert bound == {("asyncio", ""): 1, ("done", "main"): 1, ("main", ""): 1, ("print", ""): 0}
    assert (rules.without, rules.imports) == (("Lock",), ("asyncio",))


def test_a_challenge_survives_the_way_to_the_browser() -> None:
    """As JSON and back."""
    challenge = parse(RIGHT, Path("named.py")).challenge
    assert decode(Challenge, json.loads(as_json(challenge))) == challenge


def test_texts_may_have_quotes_in_them() -> None:
    """They are strings of JSON."""
    text = RIGHT.replace('never "failed"', r'never "say \"no\" \\ 不"')
    assert parse(text, Path("x.py")).challenge.goals[0].texts == ('say "no" \\ 不',)


WRONG = {
    "an unknown goal": ("never", "nevr", 17, "did you mean `never`?"),
    "a strange goal": ("never", "twice", 17, "it is never, always"),
    "no text": ('never "failed"', "never", 17, "`never` takes 1 text, not 0"),
    "two texts": ('never "failed"', 'never "a" "b"', 17, "`never` takes 1 text, not 2"),
    "no lines": ('lines "done 1"', "lines", 18, "`lines` takes at least 1 text, not 0"),
    "text without quotes": ('never "failed"', "never failed", 17, "is no goal"),
    "rest without quotes": ('never "failed"', 'never "failed" x', 17, "double quotes"),
    "no JSON": ('never "failed"', r'never "\q"', 17, "JSON does not know"),
    "twice the same text": ('never "failed"', 'before "a" "a"', 17, "two different texts"),
    "twice the same goal": ('never "failed"', 'lines "done 1"', 18, "this goal is there twice"),
    "what is not there": ("Keep: done = 1", "Keep: done = 2", 20, "does not stand in the program"),
    "no such function": ("def main\n", "def mine\n", 21, "does not stand in the program"),
    "no Python": ("Keep: done = 1", "Keep: done =", 20, "neither an expression nor a statement"),
    "outside": ("Keep: done = 1", "Keep: asyncio.run(main())", 20, "outside of a function"),
    "no name": ("Without: Lock", "Without: a.b", 22, "`a.b` is not a name"),
    "a strange schedule": ("clock", "queue", 23, "it can only be `clock`"),
    "no label": ("rule-run-to-the-end", "run-to", 24, "is not the label of a rule"),
    "two rules": ("# Without: Lock", "# Rule: rule-fifo", 24, "a second `# Rule:`"),
    "no rule": ("# Rule: rule-run-to-the-end\n", "", 17, "there is no `# Rule:` line"),
    "another comment": ("# Without: Lock", "# Beware", 22, "`# Beware` is none of"),
    "code below": ("# Without: Lock", "pass", 22, "there is code below the goals"),
    "misspelled above": ("import asyncio\n", "# Gaol: x\nimport asyncio\n", 6, "`# Goal: …`"),
    "one language": ("让它完成。", "Really.", 1, "a blank line, and a Chinese one"),
    "no docstring": (RIGHT[: RIGHT.index("import")], "", 1, "the docstring is to have"),
    "syntax": ("    done = 1\n", "    done = = 1\n", 10, "syntax error"),
}


@pytest.mark.parametrize(("old", "new", "line", "message"), WRONG.values(), ids=WRONG)
def test_a_mistake_is_one_line_with_its_place(old: str, new: str, line: int, message: str) -> None:
    """The file, the line, and what is wrong there."""
    text = RIGHT.replace(old, new, 1)
    with pytest.raises(SourceError) as caught:
        parse(text, Path("wrong.py"))
    said = str(caught.value)
    assert said.startswith(f"wrong.py:{line}: ")
    assert message in said
    assert "\n" not in said


def test_without_any_goal_the_end_of_the_file_is_named() -> None:
    """Nothing else could be."""
    text = RIGHT[: RIGHT.index("# Goal")]
    with pytest.raises(SourceError, match=r"wrong\.py:16: there is no `# Goal:` line"):
        parse(text, Path("wrong.py"))


def test_only_rules_and_no_goal() -> None:
    """Then the first of these is named."""
    text = RIGHT.replace('# Goal: never "failed"\n# Goal: lines "done 1"\n', "")
    with pytest.raises(SourceError, match=r"wrong\.py:17: there is no `# Goal:` line"):
        parse(text, Path("wrong.py"))


def test_a_solution_is_explained_in_both_languages(tmp_path: Path) -> None:
    """Its code has no docstring then."""
    path = tmp_path / "solved.py"
    path.write_text('"""So.\n\n这样。\n"""\n\nprint(1)\n', encoding="utf-8")
    assert explained(path) == ("So.", "这样。", "print(1)\n")

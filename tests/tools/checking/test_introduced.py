"""Lessons introduce their words: what comes too early is found, in both languages."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tools.checking import introduced
from tools.project import HERE, LANGUAGES, Project

GLOSSARY = """\
(glossary-page)=
# Words

```{glossary}
task
任务
  A coroutine that the loop drives.

yield control
让出控制权
  To end the turn.

cancel
取消
  To ask a task to end.
```

(glossary-site)=
## Of the site

```{glossary}
outcome
结局
  What is printed.
```
"""
INDEX = """\
# First

{index}

:::{{toctree}}
:hidden:

later
:::
"""

Said = Callable[..., list[str]]


@pytest.fixture
def said(tmp_path: Path) -> Said:
    """Return a function that writes a chapter of two pages and returns what is said of them."""

    def said(index: str, later: str = "") -> list[str]:
        project = Project(tmp_path)
        for language in LANGUAGES:
            chapter = project.docs / language / "start"
            chapter.mkdir(parents=True, exist_ok=True)
            (chapter.parent / "glossary.md").write_text(GLOSSARY, encoding="utf-8")
            (chapter / "index.md").write_text(INDEX.format(index=index), encoding="utf-8")
            (chapter / "later.md").write_text(f"# Later\n\n{later}\n", encoding="utf-8")
        return list(introduced.problems(project, ("en",)))

    return said


@pytest.mark.parametrize(
    "index",
    [
        "A task runs.",
        "Tasks run.",
        "Whoever yields\ncontrol.",
        "Several\nwords, and then a task's step.",
        "| What | When |\n| --- | --- |\n| a task | now |",
        ":::{note}\nA task runs.\n:::",
        ":::{rule} Of what runs\n:name: rule-x\n\nA task runs.\n:::",
    ],
)
def test_a_word_comes_too_early(said: Said, index: str) -> None:
    """Whatever holds the word: a paragraph, a cell, a note, a rule."""
    [line] = said(index, "Later, a {term}`task` may {term}`cancel` another.")
    place, _, message = line.partition(": ")
    assert place.startswith("docs/en/start/index.md:")
    assert message.endswith(("write {term}`task`", "write {term}`yield control`"))


def test_the_line_is_named(said: Said) -> None:
    """In a directive with options as well: what an editor shows is the passage."""
    rule = ":::{rule} Of what runs\n:name: rule-x\n:promised-by: documentation\nA task.\n:::"
    [line] = said(f"Nothing.\n\n{rule}")
    assert line.startswith("docs/en/start/index.md:8: ")


@pytest.mark.parametrize(
    "first", ["A {term}`task` runs.", "{term}`Tasks <task>` run.", "[Tasks](#task-page) run."]
)
def test_a_link_introduces_a_word(said: Said, first: str) -> None:
    """By the glossary, or by what explains it; on that page and on those after it."""
    assert said(f"{first}\n\nA task ends.", "Another task ends.") == []
    assert len(said("Nothing.", "A task ends.")) == 1


@pytest.mark.parametrize(
    "index", ["Run `task` first.", "```python\ntask\n```", "## A task\n\nWho?", "The outcome is 1."]
)
def test_code_headings_and_everyday_words_are_not_asked(said: Said, index: str) -> None:
    """What names of code mean the code says; a heading is about what follows."""
    assert said(index) == []


def test_each_word_is_reported_once(said: Said) -> None:
    """The second use is no news."""
    assert len(said("A task.\n\nTasks.", "A task is cancelled.")) == 2


def test_real_lessons_have_words() -> None:
    """Or else the check could not fail."""
    for language in LANGUAGES:
        tree = HERE.docs / language
        assert len(introduced.words((tree / "glossary.md").read_text(encoding="utf-8"))) > 20
        assert len(list(introduced.lessons(tree))) > 20
        assert all(path.is_file() for path in introduced.lessons(tree))


def test_real_lessons_introduce_their_words() -> None:
    """As `nox -s lint` says, too."""
    assert list(introduced.problems(HERE)) == []

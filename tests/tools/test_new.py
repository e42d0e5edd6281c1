"""What `nox -s new` writes passes every check, and nothing that is there is written over."""

import subprocess
import sys
from pathlib import Path

import pytest
from real_project import make_real_project
from small_project import replace

from tools import new
from tools.building.static_site import build
from tools.checking import outline, pages, parity, prose
from tools.checking.unfinished import unfinished
from tools.project import LANGUAGES, Project
from turns.snippet.check import Status, check
from turns.snippet.interpreter import find_interpreter

INDEX = """\
---
myst:
  html_meta:
    description: "{description}"
---

(two-words-chapter)=
# {title}

:::{{snippet}} two_words/asked
:predict:
:::

:::{{toctree}}
:hidden:

:::
"""
WORDS = {
    "zh": {"title": "两个词", "description": "这一章的名字由两个词组成，用来试试新页面写到哪里。"},
    "en": {
        "title": "Two words",
        "description": "The name of this chapter has two words: try a page.",
    },
}
WRITTEN = [*(f"docs/{one}/two-words/naps.md" for one in LANGUAGES), "snippets/two_words/naps.py"]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """Return a project with a chapter, in which the command writes."""
    monkeypatch.delenv("SITE_URL", raising=False)
    project = make_real_project(tmp_path / "checkout")
    for language in LANGUAGES:
        replace(project.docs / language / "index.md", "second\n:", "second\ntwo-words/index\n:")
        chapter = project.docs / language / "two-words"
        chapter.mkdir()
        text = INDEX.format(**WORDS[language])
        (chapter / "index.md").write_text(text, encoding="utf-8")
    (project.snippets / "two_words").mkdir()
    program = (project.snippets / "demo/turns.py").read_text(encoding="utf-8")
    (project.snippets / "two_words/asked.py").write_text(program, encoding="utf-8")
    monkeypatch.setattr(new, "HERE", project)
    return project


def files(project: Project) -> dict[str, str]:
    """Return the text of every page and snippet, by path."""
    found = [*project.docs.glob("*/**/*.md"), *project.snippets.rglob("*.py")]
    return {
        path.relative_to(project.root).as_posix(): path.read_text("utf-8")
        for path in found
        if path.relative_to(project.docs.parent).parts[1] != "_ext"
    }


@pytest.mark.slow
def test_a_page_passes_every_check(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    """As it is: in both languages, with its program and its place in the chapter."""
    before = files(project)
    assert new.main(["page", "two-words/naps"]) == 0
    *said, last = capsys.readouterr().out.splitlines()
    assert said == [
        *(f"wrote {name}" for name in WRITTEN),
        "changed docs/zh/two-words/index.md",
        "changed docs/en/two-words/index.md",
    ]
    assert last.startswith("next: replace each TODO (`nox -s lint` lists them), then")
    assert "`nox -s snippets -- naps`" in last
    after = files(project)
    assert sorted(after.keys() - before.keys()) == sorted(WRITTEN)
    for name in WRITTEN:
        assert list(prose.problems(project.root / name, after[name])) == []
    assert parity.check(project.docs) == []
    assert [line for line in pages.problems(project) if "two-words" in line] == []
    assert (
        check(project.snippets / "two_words/naps.py", find_interpreter(sys.executable)).status
        is Status.PASSED
    )
    assert build(project, "html") == 0


def test_a_snippet_passes_its_check(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    """It is the template itself, which is a program of its own."""
    before = files(project)
    assert new.main(["snippet", "two_words/two_naps"]) == 0
    assert capsys.readouterr().out.startswith("wrote snippets/two_words/two_naps.py\nnext: ")
    (path,) = files(project).keys() - before.keys()
    assert list(prose.problems(project.root / path, files(project)[path])) == []
    assert check(project.root / path, find_interpreter(sys.executable)).status is Status.PASSED


def test_both_languages_are_asked_for_the_same(project: Project) -> None:
    """Each line of one language stands beside that of the other, and all of them are TODOs."""
    new.main(["page", "two-words/naps"])
    lines = list(unfinished(project))
    (zh, en) = ([line for line in lines if f"docs/{one}/" in line] for one in LANGUAGES)
    places = [[line.split(":")[1] for line in one] for one in (zh, en)]
    assert places[0] == places[1]
    text = (project.docs / "zh/two-words/naps.md").read_text("utf-8")
    assert len(zh) == sum("：" in line for line in text.splitlines() if "TODO" in line) > 5


@pytest.mark.slow
def test_two_pages_do_not_meet(project: Project) -> None:
    """Neither in their titles and descriptions nor in their labels."""
    for name in ("naps", "more-naps"):
        assert new.main(["page", f"two-words/{name}"]) == 0
    assert [line for line in pages.problems(project) if "two-words" in line] == []
    for language in LANGUAGES:
        index = (project.docs / language / "two-words/index.md").read_text("utf-8")
        assert index.endswith(":hidden:\n\nnaps\nmore-naps\n:::\n")
    assert build(project, "html") == 0


def test_a_page_shows_a_snippet_that_is_there(project: Project) -> None:
    """The program is left as it is."""
    path = project.snippets / "two_words/two_naps.py"
    (project.snippets / "two_words/asked.py").rename(path)
    text = path.read_text("utf-8").replace('"first"', '"one"')
    path.write_text(text, encoding="utf-8")
    assert new.main(["page", "two-words/two-naps"]) == 0
    assert path.read_text("utf-8") == text
    page = (project.docs / "en/two-words/two-naps.md").read_text("utf-8")
    assert any(one.name == "{snippet} two_words/two_naps" for one in outline.read(page).blocks)


def test_what_is_named_already_is_not_named_twice(project: Project) -> None:
    """Whoever has written the toctree first finds it as it was; editors' links are no pages."""
    index = project.docs / "zh/two-words/index.md"
    replace(index, ":hidden:\n\n", ":hidden:\n\nnaps\n")
    index.with_name(".#index.md").symlink_to("somebody@somewhere.1:1")
    before = index.read_text("utf-8")
    assert new.main(["page", "two-words/naps"]) == 0
    assert index.read_text("utf-8") == before


def test_windows_line_ends_stay(project: Project) -> None:
    """In a file that is changed, so that one line of it differs and not all of them."""
    index = project.docs / "zh/two-words/index.md"
    index.write_bytes(index.read_bytes().replace(b"\n", b"\r\n"))
    before = index.read_bytes().splitlines(keepends=True)
    assert new.main(["page", "two-words/naps"]) == 0
    after = index.read_bytes().splitlines(keepends=True)
    assert after == [*before[:-1], b"naps\r\n", before[-1]]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ("page Two-Words/Naps", "'Two-Words/Naps' does not name a page; write two-words/naps"),
        ("page two-words/1 nap", "'two-words/1 nap' does not name a page; write two-words/nap"),
        ("page two_words/naps", "'two_words/naps' does not name a page; write two-words/naps"),
        ("page two-words", "'two-words' does not name a page; write CHAPTER/NAME, such as"),
        ("page ../x", "'../x' does not name a page; write CHAPTER/NAME, such as await/naps"),
        ("page two-words/a.md", "'two-words/a.md' does not name a page; write two-words/a\n"),
        ("page two-words/a/b", "'two-words/a/b' does not name a page; write two-words/a-b"),
        ("page nowhere/naps", "there is no chapter 'nowhere'; choices: two-words\n"),
        ("page two-words/index", "docs/zh/two-words/index.md is there already; choose another"),
        ("page two-words/first", "docs/en/first.md:1 has `(first-page)=`; choose another name"),
        ("page two-words/asked", "docs/en/two-words/index.md:10 has `:::{snippet} two_words/asked"),
        ("page two-words/queue", "snippets/two_words/queue.py: Python would import it instead"),
        ("page two-words/aux", "docs/zh/two-words/aux.md: Windows has no file called 'aux'"),
        (
            "snippet two-words/naps",
            "'two-words/naps' does not name a snippet; write two_words/naps",
        ),
        ("snippet two_words/a b", "'two_words/a b' does not name a snippet; write two_words/a_b"),
        ("snippet two_words/asked", "snippets/two_words/asked.py is there already; choose another"),
        ("snippet nowhere/naps", "there is no chapter 'nowhere'; choices: demo, two_words\n"),
    ],
)
def test_what_is_refused(
    project: Project, capsys: pytest.CaptureFixture[str], arguments: str, says: str
) -> None:
    """One line, status 2, and all is as it was."""
    before = files(project)
    assert new.main(arguments.split(" ", 1)) == 2
    errors = capsys.readouterr().err
    assert errors.startswith(f"new: {says}")
    assert errors.count("\n") == 1
    assert files(project) == before


def test_a_chapter_without_a_toctree(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    """It is refused before anything is written."""
    replace(project.docs / "en/two-words/index.md", ":::{toctree}\n:hidden:\n\n:::\n", "")
    before = files(project)
    assert new.main(["page", "two-words/naps"]) == 2
    assert "en/two-words/index.md:1: has no toctree; add one" in capsys.readouterr().err
    assert files(project) == before


def test_the_command_needs_nothing_that_is_installed(project: Project) -> None:
    """The session installs nothing, so that it answers at once."""
    command = [sys.executable, "-S", "-m", "tools.new", "page", "two-words/naps"]
    done = subprocess.run(command, cwd=project.root, capture_output=True, text=True, check=True)
    assert done.stdout.startswith("wrote docs/zh/two-words/naps.md\n")

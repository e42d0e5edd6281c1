"""`--update`: only the block that applies changes, and old spellings are kept."""

import os
import sys
from pathlib import Path

import pytest

from turns.__main__ import main

CODE = '"""Doc."""\n\nimport json, sys\n'


def update(path: Path, printed: list[str], block: str, *, newline: str = "\n") -> str:
    """Write a snippet that prints ``printed`` and update its block; return the new block."""
    code = f"{CODE}for line in json.loads({ascii_json(printed)!r}):\n    print(line)\n\n"
    path.write_bytes((code + block).replace("\n", newline).encode())
    main(["check", "--update", str(path)])
    text = path.read_bytes().decode()
    head = code.replace("\n", newline)
    assert text.startswith(head)
    return text.removeprefix(head)


def ascii_json(lines: list[str]) -> str:
    """Spell ``lines`` in ASCII."""
    return "[" + ", ".join('"' + "".join(f"\\u{ord(c):04x}" for c in t) + '"' for t in lines) + "]"


@pytest.mark.parametrize(
    ("printed", "before", "after"),
    [
        (["a", "b"], "# a\n", "# a\n# b\n"),
        (["a", "b"], "", "# a\n# b\n"),
        ([], "# a\n# b\n", ""),
        (["a", "", "~c"], "# x\n", "# a\n#\n# ~~c\n"),
        (["took 2 s", "b"], "# took ... s\n", "# took ... s\n# b\n"),
        (["b", "a", "c"], "# ~x a\n# ~y b\n", "# ~y b\n# ~x a\n# c\n"),
        (["x", "x1"], "# x...\n# x\n# y\n", "# x\n# x...\n"),
        (["two  spaces ", " in"], "# x\n", "# two  spaces \n#  in\n"),
        (["水壶", "壶"], "# 水壶\n", "# 水壶\n# 壶\n"),
    ],
)
def test_rewrites(tmp_path: Path, printed: list[str], before: str, after: str) -> None:
    """The block becomes what was printed, spelled as before wherever that still fits."""
    path = tmp_path / "name.py"
    assert update(path, printed, f"# Output:\n{before}") == f"# Output:\n{after}"
    assert main(["check", str(path)]) == 0


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_nothing_else_changes(tmp_path: Path, newline: str) -> None:
    """Line endings, the other blocks, blank lines at the end and the file's mode stay."""
    path = tmp_path / "name.py"
    path.touch()
    path.chmod(0o750)
    version = f"{sys.version_info[0]}.{sys.version_info[1]}"
    block = f"# Output:\n# old\n\n# Output ({version}+):\n# new\n\n# Output (3.99+):\n# far\n\n\n"
    expected = block.replace("# new\n", "# a\n# b\n").replace("\n", newline)
    mode = path.stat().st_mode
    assert update(path, ["a", "b"], block, newline=newline) == expected
    assert path.stat().st_mode == mode
    assert list(tmp_path.iterdir()) == [tmp_path / "name.py"]


@pytest.mark.parametrize("before", ["# Output:", "# Output:\n# old"])
def test_a_file_without_a_last_newline(tmp_path: Path, before: str) -> None:
    """It ends without one afterwards, too."""
    assert update(tmp_path / "name.py", ["a", "b"], before) == "# Output:\n# a\n# b"


def test_shows_the_change(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The change is shown as a unified diff."""
    update(tmp_path / "name.py", ["a"], "# Output:\n# b\n")
    shown = capsys.readouterr().out
    assert "name.py:7: passed: updated\n---" in shown
    assert "\n-# b\n+# a\n" in shown


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    """What it points at is rewritten."""
    target = tmp_path / "target.py"
    target.touch()
    link = tmp_path / "name.py"
    try:
        link.symlink_to(target)
    except OSError:
        pytest.skip("this system does not let us make links")
    assert update(link, ["a"], "# Output:\n# b\n") == "# Output:\n# a\n"
    assert link.is_symlink()


@pytest.mark.parametrize(
    ("printed", "reason"),
    [
        (["..."], "cannot be written as a block: a line of only `...`"),
        (["Output (3.12+):"], "a printed line looks like the header of a block"),
        (["Output:"], "cannot be written as a block: a second `# Output:`"),
        (["a\rb"], "a comment cannot hold the carriage return or NUL"),
        (["a\0b"], "a comment cannot hold the carriage return or NUL"),
    ],
)
def test_what_cannot_be_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], printed: list[str], reason: str
) -> None:
    """A line that the grammar cannot express is said, and the file stays as it is."""
    assert update(tmp_path / "name.py", printed, "# Output:\n# b\n") == "# Output:\n# b\n"
    shown = capsys.readouterr().out
    assert "FAILED: not updated: " in shown
    assert reason in shown


@pytest.mark.parametrize("code", ["raise ValueError('x')", "while True: pass", "if x print(1)"])
def test_a_program_that_does_not_end_as_it_should(tmp_path: Path, code: str) -> None:
    """Its output is no truth to write down."""
    path = tmp_path / "name.py"
    text = f"print('a')\n{code}\n# Output:\n# b\n"
    path.write_text(text, encoding="utf-8")
    assert main(["check", "--update", "--limit", "0.5", str(path)]) > 0
    assert path.read_text(encoding="utf-8") == text


def test_a_file_that_changes_while_it_runs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An author's edit meanwhile is not overwritten."""
    path = tmp_path / "name.py"
    text = "open(__file__, 'a').write('# c\\n')\nprint('a')\n# Output:\n# b\n"
    path.write_text(text, encoding="utf-8")
    assert main(["check", "--update", str(path)]) == 1
    assert path.read_text(encoding="utf-8") == text + "# c\n"
    assert "not updated: was changed while it ran" in capsys.readouterr().out


def test_a_write_that_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The file is replaced in one step or not at all, and nothing lies about afterwards."""

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    assert update(tmp_path / "name.py", ["a"], "# Output:\n# b\n") == "# Output:\n# b\n"
    assert "not updated: cannot be written: No space left on device" in capsys.readouterr().out
    assert list(tmp_path.iterdir()) == [tmp_path / "name.py"]

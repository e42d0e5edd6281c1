"""What a visitor of the repository sees first, in each language."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tools.project import HERE, LANGUAGES

README = (HERE.root / "README.md").read_text(encoding="utf-8")
HEADINGS = {"en": "English", "zh": "中文"}
PROGRAM = "snippets/scheduling/create_task_schedules.py"


def beginning(language: str) -> str:
    """Return what stands in front of everything that has a heading of its own."""
    found = re.search(rf"^## {HEADINGS[language]}\n(.*?)^### ", README, re.DOTALL | re.MULTILINE)
    assert found is not None
    return found[1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_begins_with_a_picture_and_a_sentence(language: str) -> None:
    """The picture says what it shows to those who do not see it; both commands come next."""
    picture, sentence, *_ = beginning(language).strip().split("\n\n")
    assert re.fullmatch(rf"!\[.{{20,}}\]\(docs/_figures/readme\.{language}\.svg\)", picture)
    assert "\n" not in sentence
    _, _, commands = README.partition(beginning(language))
    head = commands[: commands.index("\n\n`nox -l`" if language == "en" else "\n\n其余命令")]
    assert "nox -s docs -- --open" in head
    assert "python -m nox` |" in head


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_picture_is_what_the_tool_draws(language: str, tmp_path: Path) -> None:
    """Of a program of the site; `turns draw` writes it anew."""
    drawn = tmp_path / "drawn.svg"
    command = ("-m", "turns", "draw", PROGRAM, "--lang", language, "-o")
    subprocess.run([sys.executable, *command, str(drawn)], cwd=HERE.root, check=True)
    kept = HERE.root / f"docs/_figures/readme.{language}.svg"
    anew = f"python {' '.join(command)} docs/_figures/{kept.name}"
    assert kept.read_text(encoding="utf-8") == drawn.read_text(encoding="utf-8"), anew

"""However fast a snippet is saved, restored and saved again, its card shows what it prints."""

import hashlib
import json
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from real_project import SNIPPET, make_real_project
from running_preview import LONG, Preview

from tools.project import LANGUAGES

pytestmark = pytest.mark.xdist_group("preview")

GAPS = (0.0, 0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.7, 1.0)
"""Seconds between two saves: a recording takes some of these, and a build others."""
NEVER = "while True:\n    pass\n"
"""The end of a program that is recorded for as long as that is allowed."""


@pytest.fixture(params=[LANGUAGES, LANGUAGES[:1]], ids=["two languages", "one"])
def preview(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Preview]:
    """Preview a small site in two languages or in one."""
    one = request.param if len(request.param) == 1 else ()
    running = Preview(make_real_project(tmp_path / "checkout"), *one)
    running.languages = request.param
    yield running
    running.end()


def program(word: str) -> str:
    """Return a program that prints a word of its own."""
    return SNIPPET.replace("first", f"first {word}").replace("second", f"second {word}")


def save(path: Path, text: str) -> None:
    """Save as editors do."""
    new = path.with_name(f".{path.name}.new")
    new.write_text(text, encoding="utf-8")
    new.replace(path)


def wait_for(preview: Preview, language: str, word: str) -> None:
    """Wait until a card shows a word in code, output and recording, with marks."""
    end = time.monotonic() + LONG
    while time.monotonic() < end:
        page = preview.get(f"/{language}/first.html")
        recording = preview.get(f"/{language}/_static/recordings/demo--turns.js")
        if page.count(f"second {word}") >= 2 and f"second {word}" in recording:
            assert 'class="mark mark-' in page
            return
        time.sleep(0.05)
    pytest.fail(f"{word} is not shown in {language}")


@pytest.mark.long
def test_a_card_shows_what_was_saved_last(preview: Preview) -> None:
    """At many gaps; a good text comes back, and so does the one before it."""
    path = preview.project.snippets / "demo" / "turns.py"
    texts = {"usual": SNIPPET}
    for number, gap in enumerate(GAPS):
        for word in (f"pear{number}", f"plum{number}"):
            texts[word] = program(word)
            save(path, texts[word])
            time.sleep(gap)
        for language in preview.languages:
            wait_for(preview, language, f"plum{number}")
        save(path, texts[f"pear{number}"])
        time.sleep(gap)
        save(path, program("pear0") + f"\n{NEVER}")
        time.sleep(gap)
        save(path, texts[f"pear{number}"])
        for language in preview.languages:
            wait_for(preview, language, f"pear{number}")
    kept = [json.loads(one.read_text("utf-8")) for one in preview.project.build.rglob("*.json")]
    printed = {hashlib.sha256(text.encode()).hexdigest()[:16]: word for word, text in texts.items()}
    answers = [one for one in kept if "marks" in one]
    assert len(answers) >= len(GAPS)
    for one in answers:
        word = printed[one["digest"]]
        assert word == "usual" or one["marks"][0]["text"] == f"first {word}"

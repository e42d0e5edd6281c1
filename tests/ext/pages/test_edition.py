"""Links to the sources, and the edition."""

import subprocess
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from docutils import nodes

from pages import edition


def sources(page: str = "a/b", url: str = "https://example.org/it") -> dict[str, Any]:
    """Return what a page of a small site shows."""
    env = SimpleNamespace(
        found_docs={"a/b"}, doc2path=lambda name, base: f"{name}{'.x' if base else '.md'}"
    )
    config = SimpleNamespace(source_url=url, language="en")
    return edition.sources(SimpleNamespace(config=config, env=env, confdir="docs"), page)  # type: ignore[arg-type]


@pytest.fixture
def commit(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have a history."""
    when = edition.datetime.fromisoformat("2026-02-03T04:05:06+00:00")
    made = edition.Commit("abc1234", "abc1234def", when)
    monkeypatch.setattr(edition, "last_commit", lambda _docs: made)


@pytest.mark.usefixtures("commit")
def test_everything_is_known() -> None:
    """The repository, the page in it, the edition and its commit."""
    assert sources() == {
        "repository": "https://example.org/it",
        "edit": "https://example.org/it/edit/main/docs/en/a/b.md",
        "commit": "https://example.org/it/commit/abc1234def",
        "edition": "Version 2026-02-03 (abc1234)",
    }


@pytest.mark.usefixtures("commit")
def test_what_is_not_known_is_left_out() -> None:
    """A page that Sphinx makes has no source; without an address nothing is linked."""
    assert sources("search")["edit"] == ""
    assert sources(url="") == {
        "repository": "",
        "edit": "",
        "commit": "",
        "edition": "Version 2026-02-03 (abc1234)",
    }


@pytest.mark.parametrize("url", ["https://example.org/it", ""])
def test_words_lead_to_the_repository(url: str) -> None:
    """They are a link as far as it is known where that is, and stand there in any case."""
    role = edition.Repository()
    config = SimpleNamespace(source_url=url)
    role.inliner = SimpleNamespace(  # type: ignore[assignment]
        document=SimpleNamespace(settings=SimpleNamespace(env=SimpleNamespace(config=config)))
    )
    role.text = "its sources"
    (node,), _ = role.run()
    assert node.astext() == "its sources"
    assert (node.get("refuri") if isinstance(node, nodes.reference) else "") == url


def test_without_a_history_there_is_no_edition(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a folder of its own, and where there is no Git at all; with one, there is."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert edition.last_commit(str(tmp_path)) is None
    who = ["-c", "user.name=a", "-c", "user.email=a@example.org"]
    for what in (["init", "-q"], [*who, "commit", "-q", "--allow-empty", "-m", "One"]):
        command = ["git", *what]
        subprocess.run(command, cwd=tmp_path, check=True)
    edition.last_commit.cache_clear()
    found = edition.last_commit(str(tmp_path))
    assert found is not None
    assert found.full.startswith(found.short)
    edition.last_commit.cache_clear()
    monkeypatch.setenv("PATH", str(tmp_path))
    assert edition.last_commit(str(tmp_path)) is None
    edition.last_commit.cache_clear()

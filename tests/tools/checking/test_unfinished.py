"""What is still to be written is listed, and is not published by mistake."""

import pytest
from small_project import replace

from tools.building.static_site import build
from tools.checking.unfinished import unfinished
from tools.project import Project


@pytest.fixture
def begun(project: Project) -> Project:
    """Return a project with a sentence that is still to be written."""
    replace(project.docs / "zh/first.md", "Words about", "TODO：说说")
    return project


def test_every_place_is_listed(begun: Project) -> None:
    """In pages and snippets; a longer word is another one."""
    replace(begun.docs / "en/second.md", "```{doctest}", "The TODOS.\n\n```{doctest}")
    replace(begun.snippets / "shown.py", "print(", "# TODO: more\nprint(")
    assert list(unfinished(begun)) == [
        "docs/zh/first.md:4: to be written: TODO：说说 the [](#second-page).",
        "snippets/shown.py:1: to be written: # TODO: more",
    ]


@pytest.mark.slow
def test_it_is_built_for_its_author(begun: Project) -> None:
    """Who writes wants to see the page."""
    assert build(begun, "html") == 0


def test_it_is_not_built_for_an_address(
    begun: Project, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """A site with an address is one for readers."""
    monkeypatch.setenv("SITE_URL", "https://example.org/book")
    assert build(begun, "html") == 1
    line, why, _last = capfd.readouterr().err.splitlines()
    assert line.startswith("docs/zh/first.md:4: to be written: TODO")
    assert why.startswith("SITE_URL is set, and this is not for readers yet; write it")
    assert not begun.site.exists()

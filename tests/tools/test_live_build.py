"""What live preview writes after a save: the pages that are other ones now, and no more."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from real_project import make_real_project

from tools.building.messages import Order, Result
from tools.building.record_missing import record_missing
from tools.building.worker import BuildWorker

pytestmark = pytest.mark.xdist_group("live build")

LISTS = """
(lists-page)=
# Lists

:::{rules}
:::

:::{catalogue}
:::

:::{playground} demo/turns
:::

(own-program-page)=
## Own
"""


class Live:
    """A small site with lists of its rules and programs, in English, that is built again."""

    def __init__(self, root: Path) -> None:
        """Build it for the first time."""
        self.project = make_real_project(root)
        self.pages = self.project.docs / "en"
        (self.pages / "lists.md").write_text(LISTS, encoding="utf-8")
        self.change("index.md", "second\n:::", "second\nlists\n:::")
        self.output = root / ".build" / "live"
        order = Order(
            root=root,
            language="en",
            builder="html",
            output=self.output,
            doctrees=root / ".build" / "doctrees",
            languages=("en",),
            live=True,
        )
        self.worker = BuildWorker(order)
        assert self.build().ok

    def build(self) -> Result:
        """Build what has changed."""
        record_missing(self.project)
        self.worker.ask()
        return self.worker.answer()

    def change(self, page: str, old: str, new: str) -> None:
        """Change a page's source."""
        path = self.pages / page
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")

    def lists(self) -> str:
        """Return the built page of lists."""
        return (self.output / "lists.html").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def live(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Live]:
    """Build the site."""
    site = Live(tmp_path_factory.mktemp("live") / "checkout")
    yield site
    site.worker.stop()


def test_a_paragraph_is_of_its_page_alone(live: Live) -> None:
    """Beside those that list the page; a line more above a card and a rule moves both."""
    live.change("first.md", "# First\n", "# First\n\nMore to read.\n")
    assert {*live.build().written} == {"first", "index"}


def test_a_rule_that_changed_changes_the_list(live: Live) -> None:
    """The page of the list is written anew, though its source is the same."""
    live.change("first.md", "A rule", "Another rule")
    assert "lists" in live.build().written
    assert "Another rule" in live.lists()


def test_a_program_that_changed_changes_the_lists(live: Live) -> None:
    """What it says of itself, and the menu, which has another address."""
    before = live.lists()
    menu = live.output / "_static" / "programs.js"
    program = live.project.snippets / "demo" / "turns.py"
    text = program.read_text(encoding="utf-8")
    program.write_text(text.replace("Two callbacks", "Two tasks"), encoding="utf-8")
    assert "lists" in live.build().written
    assert "Two tasks run in order" in live.lists()
    assert "Two tasks run in order" in menu.read_text(encoding="utf-8")
    address = before.partition('data-programs="')[2].partition('"')[0]
    assert address
    assert address not in live.lists()


def test_a_program_that_no_page_shows_is_said_until_it_is_mended(live: Live) -> None:
    """At the rule that names it."""
    live.change("first.md", ":promised-by:", ":snippet: demo/none\n:promised-by:")
    (problem,) = live.build().problems
    assert "docs/en/first.md:" in problem
    assert "no page shows 'demo/none'" in problem
    live.change("second.md", "One sentence.", "One more sentence.")
    assert live.build().problems == (problem,)
    live.change("first.md", ":snippet: demo/none\n", "")
    assert live.build().ok

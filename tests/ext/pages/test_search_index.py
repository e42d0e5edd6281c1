"""What the search knows of a page: its sections, their text, and the names in their code."""

import pytest
from docutils import nodes
from docutils.core import publish_doctree
from docutils.utils import new_document
from sphinx import addnodes
from sphinx.testing.util import SphinxTestApp

from pages.search_index import sections, unstable, words

pytestmark = pytest.mark.filterwarnings("ignore:'myst_parser")

SOURCE = """
Page
====

First words.

- in a list

::

    asyncio.create_task(f(run_in_executor))  # asyncio.create_task

Deeper
------

Second *words*.

.. a comment
"""


def test_sections_have_their_own_text() -> None:
    """Each text belongs to the innermost section; comments to none; of code, names, once."""
    doctree = publish_doctree(SOURCE, settings_overrides={"doctitle_xform": False})
    assert list(sections(doctree)) == [
        ("", "Page", "", "First words.\nin a list", "", "asyncio.create_task run_in_executor"),
        ("deeper", "Deeper", "", "Second words.", "", ""),
    ]
    assert list(sections(nodes.document(None, None))) == []  # type: ignore[arg-type]


def test_a_section_needs_an_anchor_that_lasts() -> None:
    """A title without a Latin letter has none, unless there is a label; the page needs none."""
    source = f"{SOURCE}\n没有\n----\n\n.. _named:\n\n有\n--\n"
    settings = {"doctitle_xform": False, "auto_id_prefix": "id"}  # as Sphinx has it
    doctree = publish_doctree(source, settings_overrides=settings)
    assert [section[0].astext() for section in unstable(doctree)] == ["没有"]
    page = publish_doctree("没有\n----\n", settings_overrides=settings)
    assert list(unstable(page)) == []


def test_the_first_text_begins_with_the_description() -> None:
    """It is made for who searches the web, and serves here, too."""
    source = f".. meta::\n   :description: What it is.\n   :keywords: none\n{SOURCE}"
    doctree = publish_doctree(source, settings_overrides={"doctitle_xform": False})
    assert [section.text for section in sections(doctree)] == [
        "What it is.\nFirst words.\nin a list",
        "Second words.",
    ]


@pytest.mark.sphinx(
    "html",
    testroot="rules",
    confoverrides={"extensions": ["myst_parser", "markup.rule", "pages.search_index"]},
)
def test_a_reference_is_found_by_the_title_that_it_shows(app: SphinxTestApp) -> None:
    """The text that readers see is what is searched; what stands in every rule is not."""
    app.build()
    texts = (app.outdir / "_static" / "search").iterdir()
    data = "".join(path.read_text(encoding="utf-8") for path in texts)
    assert "[](#" not in data
    assert "Here The first step of a task waits for its turn." in data
    assert "There The first step of a task waits for its turn," in data
    assert "What promises it" not in data


@pytest.mark.sphinx(
    "html",
    testroot="rules",
    srcdir="rules-nosearch",
    confoverrides={"extensions": ["myst_parser", "markup.rule", "pages.search_index"]},
)
def test_of_some_pages_only_the_beginning_is_searched(app: SphinxTestApp) -> None:
    """Their front matter says so; the rest is forgotten if it says so later."""
    page = next(path for path in app.srcdir.rglob("*.md") if path.stem != "index")
    data = app.outdir / "_static" / "search-index.js"
    text = page.read_text(encoding="utf-8") + "\n(far-below)=\n## Far below\n\nMore.\n"
    name = page.relative_to(app.srcdir).with_suffix(".html").as_posix()

    def is_searched(what: str) -> bool:
        app.build()
        return f'"{what}"' in data.read_text(encoding="utf-8")

    page.write_text(text, encoding="utf-8")
    assert is_searched(name)
    assert is_searched("far-below")
    page.write_text(f"---\nnosearch: true\n---\n{text}", encoding="utf-8")
    assert is_searched(name)
    assert not is_searched("far-below")


def test_words_of_both_languages_are_pairs() -> None:
    """A glossary entry has one in each; one with a single word, and other lists, give none."""

    def entries(*said: tuple[str, ...]) -> nodes.definition_list:
        items = ([nodes.term("", one) for one in words] for words in said)
        return nodes.definition_list("", *(nodes.definition_list_item("", *item) for item in items))

    doctree = new_document("glossary")
    doctree += addnodes.glossary("", entries(("task", "任务"), ("Future",)))
    doctree += entries(("a", "b"))
    assert list(words(doctree)) == [("task", "任务")]


@pytest.mark.sphinx("dummy", testroot="card")
def test_cards_are_searched_without_what_stands_on_all_of_them(app: SphinxTestApp) -> None:
    """The lead and the caption are text; the file's name and "Output" are not."""
    app.build()
    found = {one.title: one.text for one in sections(app.env.get_doctree("index"))}
    assert "Two kettles boil at once" in found["Cards"]
    assert "Both kettles boil at once" in found["Cards"]
    assert "two_kettles.py" not in found["Cards"]
    assert "Task-2" not in found["Cards"], "why each line stands there is said by its mark"


def test_drawings_in_a_line_are_no_text() -> None:
    """Such as the signs of a legend."""
    doctree = new_document("legend")
    section = nodes.section(ids=["signs"])
    drawn = nodes.raw("", '<svg viewBox="0 0 9 9"/>', format="html")
    section += [nodes.title("", "Signs"), nodes.paragraph("", "", drawn, nodes.Text("a lane"))]
    doctree += section
    assert [section.text for section in sections(doctree)] == ["a lane"]


def test_what_only_leads_elsewhere_is_no_answer() -> None:
    """A sentence that also says something stays."""
    doctree = publish_doctree(SOURCE, settings_overrides={"doctitle_xform": False})
    deeper = list(doctree.findall(nodes.section))[1]
    card = addnodes.pending_xref("", nodes.literal("", "a/b"), reftype="snippet", refexplicit=False)
    for before, after in (("See ", "."), ("A lock is fair: ", ".")):
        rule = addnodes.pending_xref("", reftarget="rule-fifo")
        deeper += nodes.paragraph(
            "",
            "",
            nodes.Text(before),
            rule,
            nodes.Text(" and "),
            card.deepcopy(),
            nodes.Text(after),
        )
    text = list(sections(doctree))[1].text
    assert text == "Second words.\nA lock is fair: [](#rule-fifo) and …."

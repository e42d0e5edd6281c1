"""The ``{rule}`` directive: how a rule looks, how links find it, and every error."""

from collections.abc import Callable

import pytest
from bs4 import BeautifulSoup
from sphinx.testing.util import SphinxTestApp

CREATE_TASK = "library/asyncio-task.html#asyncio.create_task"
Warnings = Callable[[SphinxTestApp], list[str]]

# MyST-Parser 5.2 uses a name that Sphinx deprecates; that is not for us to mend.
pytestmark = pytest.mark.filterwarnings("ignore:'myst_parser")


def page(app: SphinxTestApp, name: str) -> BeautifulSoup:
    """Return a built page."""
    return BeautifulSoup((app.outdir / f"{name}.html").read_text("utf-8"), "html.parser")


@pytest.mark.sphinx("html", testroot="rules")
def test_rules(app: SphinxTestApp, warnings_of: Warnings) -> None:
    """A rule is an admonition with its title and, in small words, what promises it."""
    app.build()
    assert warnings_of(app) == []
    rules = page(app, "index").select("div.admonition.rule")
    assert [(rule["id"], rule.select(".rule-promise")[-1].get_text()) for rule in rules] == [
        ("rule-first-step", "What promises it: Python’s documentation; since Python 3.12"),
        ("rule-fifo", "What promises it: CPython’s implementation, not the documentation"),
        ("rule-microseconds", "What promises it: nothing; it was measured"),
    ]
    assert [link["href"] for link in page(app, "index").select(".rule-promise > a.external")] == [
        f"https://docs.python.org/3/{CREATE_TASK}",
        "https://github.com/python/cpython/issues/90155",
    ]
    title = rules[0].find("p", class_="admonition-title")
    assert title.get_text() == "The first step of a task waits for its turn"
    assert title.em.get_text() == "first step"


@pytest.mark.sphinx("html", testroot="rules")
def test_links(app: SphinxTestApp) -> None:
    """Links by ``[](#…)`` and ``{ref}`` show the title, on the same page and on another."""
    app.build()
    first = "The first step of a task waits for its turn"
    links = page(app, "index").select("p > a.internal[href^='#rule']")
    assert [(link["href"], link.get_text()) for link in links] == [("#rule-first-step", first)]
    links = page(app, "other").select("p > a.internal")
    assert [(link["href"], link.get_text()) for link in links] == [
        ("index.html#rule-first-step", first),
        ("index.html#rule-fifo", "The queue is first in, first out"),
        ("index.html#rule-fifo", "in words"),
    ]


@pytest.mark.sphinx(
    "html", testroot="rules", srcdir="rules-zh", confoverrides={"language": "zh_CN"}
)
def test_rules_in_chinese(app: SphinxTestApp, warnings_of: Warnings) -> None:
    """On a Chinese page the promise is in Chinese, and so is the documentation that it links."""
    app.build()
    assert warnings_of(app) == []
    promises = page(app, "index").select(".rule-promise")
    assert promises[0].get_text() == "由什么保证：Python 文档；从 Python 3.12 起"
    assert promises[0].a["href"] == f"https://docs.python.org/zh-cn/3/{CREATE_TASK}"


@pytest.mark.sphinx("text", testroot="rules")
def test_text(app: SphinxTestApp, warnings_of: Warnings) -> None:
    """In text the paragraphs of a rule stay apart."""
    app.build()
    assert warnings_of(app) == []
    text = (app.outdir / "index.txt").read_text("utf-8")
    assert "ready queue.\n\nIt does not run it.\n\nWhat promises it: Python’s doc" in text


@pytest.mark.sphinx("html", testroot="rule-errors")
def test_errors(app: SphinxTestApp, warnings_of: Warnings) -> None:
    """Every error is one warning at the rule, which is shown all the same."""
    app.build()
    choices = "documentation, implementation, measurement"
    page_wanted = "`:source:` of `documentation` is a page of https://docs.python.org/3/"
    assert warnings_of(app) == [
        (
            "index.md:14: 'first-step' is not a rule's name; write `:name: rule-…` with lower-case"
            " letters, digits and hyphens [rule.name]"
        ),
        f"index.md:20: `:promised-by:` is one of {choices}, which is missing [rule.promised-by]",
        f"index.md:25: `:promised-by:` is one of {choices}, not 'hearsay' [rule.promised-by]",
        "index.md:9: a rule needs a name that pages can link to; add `:name: rule-…` [rule.name]",
        (
            "other.md:13: 'rule': Unknown option key: 'until' (allowed: ['name', 'promised-by',"
            " 'since', 'snippet', 'source']) [myst.directive_option]"
        ),
        (
            "other.md:4: the anchor 'rule-two' is also in index.md; give this one another `:name:`"
            " [rule.duplicate]"
        ),
        f"sources.md:10: {page_wanted}, not 'https://example.org/page' [rule.source]",
        (
            "sources.md:17: `:source: https://docs.python.org/3/`; write an address as"
            " `<https://…>` [rule.source]"
        ),
        ("sources.md:24: `:since: always`; write a version of Python, such as `3.12` [rule.since]"),
        (
            "sources.md:24: `:snippet: two kettles`; write a program, such as `await/blocking`"
            " [rule.snippet]"
        ),
        f"sources.md:4: {page_wanted}, which is missing [rule.source]",
    ]
    assert len(page(app, "index").select("div.admonition.rule")) == 5

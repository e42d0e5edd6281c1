"""What ``{rules}`` shows: all rules of the site by chapter, each with what is behind it.

Nothing of it is typed twice. A domain keeps what each ``{rule}`` says of itself, and the program
that shows it: the nearest card above it in its section, else the nearest below it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from docutils import nodes
from sphinx.domains import Domain
from sphinx.util import logging

from card.catalogue import shown
from card.tables import by_chapter, cell, linked, section, table
from language.words import word
from markup import rule, syntax
from markup.targets import targets_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Set as AbstractSet

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment
    from sphinx.util.typing import ExtensionMetadata

    from language.languages import Language
    from markup.rule import About

logger = logging.getLogger(__name__)


class Stated(NamedTuple):
    """A rule, as its page has it."""

    name: str
    lineno: int
    title: tuple[nodes.Node, ...]
    about: About
    snippet: str
    """The program that proves it; empty where there is none."""


class RulesDomain(Domain):
    """Keeps the rules of each page, in the order in which they stand there."""

    name = "rules"
    label = "Rules"
    initial_data: ClassVar[dict[str, Any]] = {"rules": {}}

    @property
    def by_page(self) -> dict[str, list[Stated]]:
        """The rules of each page that has some."""
        found: dict[str, list[Stated]] = self.data["rules"]
        return found

    def clear_doc(self, docname: str) -> None:
        """Forget the rules of a page that is read again or gone."""
        self.by_page.pop(docname, None)

    def merge_domaindata(self, docnames: AbstractSet[str], otherdata: dict[str, Any]) -> None:
        """Take over what another process read."""
        self.by_page.update({d: r for d, r in otherdata["rules"].items() if d in docnames})

    def process_doc(self, _env: BuildEnvironment, docname: str, document: nodes.document) -> None:
        """Collect the rules of a page."""
        if found := list(_stated(document)):
            self.by_page[docname] = found

    def check_consistency(self) -> None:
        """Warn of rules that name a program which no page shows."""
        targets = targets_of(self.env)
        for docname, rules in self.by_page.items():
            for one in rules:
                try:
                    if one.snippet:
                        targets.find("snippet", one.snippet)
                except LookupError as problem:
                    place = (docname, one.lineno)
                    logger.warning(str(problem), location=place, type="rule", subtype="snippet")

    def resolve_any_xref(self, *_args: object) -> list[tuple[str, nodes.reference]]:
        """Add nothing: rules are found as standard labels."""
        return []


def _stated(document: nodes.document) -> Iterator[Stated]:
    targets = [
        node
        for node in document.findall(nodes.Element)
        if "named_target" in node and ("about" in node or node["named_target"].kind == "snippet")
    ]
    for place, node in enumerate(targets):
        if "about" not in node:
            continue
        here = [
            (index - place, other["named_target"].key)
            for index, other in enumerate(targets)
            if "about" not in other and _section(other) is _section(node)
        ]
        above = [key for distance, key in here if distance < 0]
        below = [key for distance, key in here if distance > 0]
        target, about = node["named_target"], node["about"]
        snippet = about["snippet"] or next(iter([*above[::-1], *below]), "")
        yield Stated(target.anchor, target.lineno, tuple(_plain(node[0])), about, snippet)


def _section(node: nodes.Node) -> nodes.Node | None:
    while node is not None and not isinstance(node, nodes.section | nodes.document):
        node = node.parent
    return node


def _plain(title: nodes.Node) -> Iterator[nodes.Node]:
    """Yield the parts of a title, of which a link is made: without links of its own."""
    for part in title.children:
        if isinstance(part, nodes.Text | nodes.literal | nodes.emphasis | nodes.strong):
            yield part.deepcopy()
        else:
            yield nodes.Text(part.astext())


def sections(env: BuildEnvironment, language: Language) -> list[nodes.Node]:
    """Return all rules, a section with a table for each chapter."""
    domain = env.get_domain(RulesDomain.name)
    assert isinstance(domain, RulesDomain)  # noqa: S101  (for the type checker)
    return [
        section(f"rules-{chapter}", title, _table(pages, env, language))
        for chapter, title, pages in by_chapter(env, domain.by_page)
    ]


def _table(
    pages: list[tuple[str, list[Stated]]], env: BuildEnvironment, language: Language
) -> nodes.table:
    heads = [word(language, f"rules-{key}") for key in ("rule", "promise", "since", "program")]
    rows = [_row(one, env, language) for _, stated in pages for one in stated]
    return table(heads, rows, widths=(42, 20, 12, 26))


def _row(one: Stated, env: BuildEnvironment, language: Language) -> list[nodes.entry]:
    about = one.about
    always = word(language, "rules-always").format(oldest=syntax.SUBSTITUTIONS["oldest"])
    title = nodes.inline("", "", *(part.deepcopy() for part in one.title))
    return [
        cell(linked(env, "rule", one.name, title)),
        cell(*([rule.who(about, language, "rules-{by}")] if about["by"] else [])),
        cell(nodes.Text(about["since"] or always)),
        cell(*([shown(one.snippet, env)] if one.snippet else [])),
    ]


def setup(app: Sphinx) -> ExtensionMetadata:
    """Add what collects the rules."""
    app.add_domain(RulesDomain)
    return {"env_version": 1, "parallel_read_safe": True, "parallel_write_safe": True}

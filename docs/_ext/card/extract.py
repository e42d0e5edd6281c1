"""The ``{extract}`` directive: what a card shows of a program, without the program.

Its output with marks; of ``:cause: 3``, why the third line stands there, as its mark has it; with
``:outcomes:``, all that could happen; and what plays it. It links to the card, which has the rest.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives

from card import nodes as card
from card import outcomes, playing, scripts
from card.directive import Snippet, UnusableError, marked
from card.quoting import quoting
from card.saying.lines import line as said_of
from card.tables import linked
from language.languages import of
from language.words import word

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

    from language.languages import Language
    from turns.exploring.findings import Findings


class Extract(Snippet):
    """Write ``{extract} NAME`` with what it is to show."""

    has_content = False
    option_spec: ClassVar[dict[str, Callable[[str], Any]]] = {
        "cause": directives.positive_int,
        "outcomes": directives.flag,
    }

    def run(self) -> list[nodes.Node]:
        """Build it."""
        name = self.arguments[0]
        ident = f"extract-{name}".replace("/", "-").replace("_", "-")
        node = card.snippet_card("", classes=["snippet", "extract"], ids=[ident])
        node["assets"] = ("card.css", "home.css", "card.js")
        self.set_source_info(node)
        try:
            node += self.parts(node, name, of(self.config.language))
        except UnusableError as error:
            self.warn(error.subtype, error.problem, error.location)
            node += nodes.paragraph("", "", nodes.literal("", error.problem))
        return [node]

    def parts(self, node: card.snippet_card, name: str, language: Language) -> Iterator[nodes.Node]:
        """Yield what is shown, and say in ``node`` what its scripts ask for."""
        snippet, recorded = self.read(self.path_of(name), name)
        if recorded is None or recorded.findings is None:
            raise UnusableError("extract", f"nothing is known about {name}")
        found = recorded.findings
        node["recording"] = name
        node["address"] = scripts.address(name, recorded)
        if recorded.board:
            node["board"] = scripts.board_address(name, recorded)
        yield from marked(snippet, recorded, found, node["ids"][0], language)
        if "cause" in self.options:
            yield self.cause(found, self.options["cause"] - 1, language)
        if "outcomes" in self.options:
            all_ = outcomes.element(found, language)
            all_["is_open"] = True
            yield all_
        yield playing.element(found, language)
        said = nodes.Text(word(language, "extract-whole"))
        whole = linked(self.env, "snippet", name, said)
        yield nodes.paragraph("", "", whole, classes=["extract-whole"])

    def cause(self, found: Findings, index: int, language: Language) -> nodes.paragraph:
        """Return what the mark of a line says, with the line's own mark."""
        if index >= len(found.marks):
            raise UnusableError("extract", f"`:cause:` names a line from 1 to {len(found.marks)}")
        one = said_of(found, index, language)
        said = [*quoting(one.why), nodes.Text(word(language, "extract-then")), *quoting(one.cause)]
        text = nodes.inline("", "", *said)
        return nodes.paragraph("", "", text, classes=["extract-cause", f"mark-{one.because}"])


def setup(app: Sphinx) -> ExtensionMetadata:
    """Add the directive."""
    app.setup_extension("card.directive")
    app.add_directive("extract", Extract)
    return {"env_version": 1, "parallel_read_safe": True, "parallel_write_safe": True}

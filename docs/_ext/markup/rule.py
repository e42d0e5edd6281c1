"""The ``{rule}`` directive: a statement that other pages link to, with what promises it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective

from language.languages import of
from language.words import word
from markup.targets import mark

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

logger = logging.getLogger(__name__)

PROMISED_BY = ("documentation", "implementation", "measurement")


class Rule(SphinxDirective):
    """An admonition whose title is the rule and whose name other pages link to."""

    required_arguments = 1
    final_argument_whitespace = True
    has_content = True
    option_spec: ClassVar[dict[str, Callable[[str], str]]] = {
        "name": directives.unchanged,
        "promised-by": directives.unchanged,
    }

    def run(self) -> list[nodes.Node]:
        """Check the options, then build the admonition; a rule with an error is still shown."""
        language = of(self.config.language)
        text = self.arguments[0]
        inline, messages = self.parse_inline(text, lineno=self.lineno)
        title = nodes.title(text, "", *inline)
        self.set_source_info(title)
        rule = nodes.admonition("", title, *messages, classes=["rule"])
        self.set_source_info(rule)
        name = self.options.get("name", "")
        if re.fullmatch(r"rule(-[a-z0-9]+)+", name):
            mark(self, rule, name, title.astext(), name)
        else:
            self.warn(
                "name",
                f"{name!r} is not a rule's name; write `:name: rule-…`"
                " with lower-case letters, digits and hyphens"
                if name
                else "a rule needs a name that pages can link to; add `:name: rule-…`",
            )
        # In a container, since the text builder runs the paragraphs of an admonition together.
        body = nodes.container("", *self.parse_content_to_nodes(), classes=["rule-body"])
        rule += body
        by = self.options.get("promised-by", "")
        if by in PROMISED_BY:
            promise = word(language, "promised-by").format(by=word(language, by))
            body += nodes.paragraph("", promise, classes=["rule-promise"])
        else:
            found = f"not {by!r}" if by else "which is missing"
            choices = ", ".join(PROMISED_BY)
            self.warn("promised-by", f"`:promised-by:` is one of {choices}, {found}")
        return [rule]

    def warn(self, subtype: str, message: str) -> None:
        """Report an error at the directive."""
        logger.warning(message, location=self.get_location(), type="rule", subtype=subtype)


def setup(app: Sphinx) -> ExtensionMetadata:
    """Add the directive."""
    app.setup_extension("markup.targets")
    app.add_directive("rule", Rule)
    return {
        "env_version": 1,
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }

"""The ``{rule}`` directive: a statement that other pages link to, with what promises it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar, TypedDict

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

    from language.languages import Language

logger = logging.getLogger(__name__)

PROMISED_BY = ("documentation", "implementation", "measurement")
DOCUMENTATION = "https://docs.python.org/3/"
"""What the address of a page of Python's documentation begins with, whatever the language."""
_ADDRESS = re.compile(r"<https://[^\s/<>]+/[^\s<>]*>")
_SINCE = re.compile(r"3\.\d+")
_SNIPPET = re.compile(r"[a-z0-9_]+(/[a-z0-9_]+)+")


class About(TypedDict):
    """What a rule says of itself; empty where it says nothing."""

    by: str
    since: str
    source: str
    snippet: str


class Rule(SphinxDirective):
    """An admonition whose title is the rule and whose name other pages link to."""

    required_arguments = 1
    final_argument_whitespace = True
    has_content = True
    option_spec: ClassVar[dict[str, Callable[[str], str]]] = {
        "name": directives.unchanged,
        "promised-by": directives.unchanged,
        "since": directives.unchanged,
        "snippet": directives.unchanged,
        "source": directives.unchanged,
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
        about = self.about()
        rule["about"] = about
        if about["by"]:
            body += promise(about, language)
        return [rule]

    def about(self) -> About:
        """Check what the rule says of itself; what is wrong is reported, and left out."""
        by = self.options.get("promised-by", "")
        if by not in PROMISED_BY:
            found = f"not {by!r}" if by else "which is missing"
            choices = ", ".join(PROMISED_BY)
            self.warn("promised-by", f"`:promised-by:` is one of {choices}, {found}")
            by = ""
        since = self.checked("since", _SINCE, "write a version of Python, such as `3.12`")
        snippet = self.checked("snippet", _SNIPPET, "write a program, such as `await/blocking`")
        source = self.checked("source", _ADDRESS, "write an address as `<https://…>`")[1:-1]
        if by == "documentation" and not source.startswith(DOCUMENTATION):
            if source or "source" not in self.options:
                found = f"not {source!r}" if source else "which is missing"
                problem = f"`:source:` of `documentation` is a page of {DOCUMENTATION}, {found}"
                self.warn("source", problem)
            source = ""
        return {"by": by, "since": since, "source": source, "snippet": snippet}

    def checked(self, option: str, pattern: re.Pattern[str], instead: str) -> str:
        """Return an option that is as it should be; else report it, and return nothing."""
        value = self.options.get(option)
        if value is None or pattern.fullmatch(value):
            return value or ""
        self.warn(option, f"`:{option}: {value}`; {instead}")
        return ""

    def warn(self, subtype: str, message: str) -> None:
        """Report an error at the directive."""
        logger.warning(message, location=self.get_location(), type="rule", subtype=subtype)


def who(about: About, language: Language, key: str) -> nodes.Node:
    """Name what promises a rule, as a link to where that is to be read, if the rule says so."""
    text = word(language, key.format(by=about["by"]))
    if not about["source"]:
        return nodes.Text(text)
    # The same page in the reader's language has the same anchors.
    address = about["source"]
    if address.startswith(DOCUMENTATION):
        address = language.python_docs + address.removeprefix(DOCUMENTATION)
    return nodes.reference("", text, refuri=address, internal=False)


def promise(about: About, language: Language) -> nodes.paragraph:
    """Say what promises a rule, and since when."""
    said = word(language, "promised-since" if about["since"] else "promised-by")
    before, _, after = said.format(by="{by}", since=about["since"]).partition("{by}")
    by = who(about, language, "{by}")
    shown = nodes.paragraph("", "", nodes.Text(before), by, classes=["rule-promise"])
    if after:
        shown += nodes.Text(after)
    return shown


def setup(app: Sphinx) -> ExtensionMetadata:
    """Add the directive."""
    app.setup_extension("markup.targets")
    app.add_directive("rule", Rule)
    return {
        "env_version": 2,
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }

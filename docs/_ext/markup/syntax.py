"""The Markdown that the pages are written in: one list for the build and for the parity check."""

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from myst_parser.config.main import MdParserConfig
from myst_parser.parsers.mdit import create_md_parser

EXTENSIONS = (
    *("attrs_inline", "colon_fence", "deflist"),
    *("strikethrough", "substitution", "tasklist"),
)
SUBSTITUTIONS = {"oldest": "3.11", "newest": "3.15", "recorded": "3.14"}
"""What `{{ name }}` stands for: the oldest and the newest Python, and the one of the recordings."""


def parser() -> MarkdownIt:
    """Return MyST's own parser with the syntax that the pages may use."""
    return create_md_parser(MdParserConfig(enable_extensions=set(EXTENSIONS)), RendererHTML)

"""Code with fewer elements: what has the colour of the text is text, and nothing around it.

Pygments puts a ``<span>`` around each comma and each name. On a page they are a tenth of what is
loaded; in the PDF each becomes an element of the book's structure, and there were 90,000.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from pygments.formatters import HtmlFormatter
from pygments.styles import get_style_by_name
from pygments.token import Text, _TokenType

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TextIO

    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata


def formatter(styles: tuple[str, ...]) -> type[HtmlFormatter[str]]:
    """Return Pygments' formatter, but for tokens that all of these styles write like text."""

    class PlainTokens(HtmlFormatter[str]):  # type: ignore[misc]  # Pygments has no annotations
        def format_unencoded(
            self, tokensource: Iterable[tuple[_TokenType, str]], outfile: TextIO
        ) -> None:
            plain = ((Text if is_plain(kind, styles) else kind, text) for kind, text in tokensource)
            super().format_unencoded(plain, outfile)

    return PlainTokens


@lru_cache(maxsize=1024)
def is_plain(kind: _TokenType, styles: tuple[str, ...]) -> bool:
    """Say whether all styles write this kind of token like text."""
    for name in styles:
        style: Any = get_style_by_name(name)
        while not style.styles_token(kind):  # what a lexer has made up is written like its kind
            kind = kind.parent
        if style.style_for_token(kind) != style.style_for_token(Text):
            return False
    return True


def choose(app: Sphinx) -> None:
    """Give a builder of HTML the formatter: pages have a light style and a dark one, books one."""
    highlighter = getattr(app.builder, "highlighter", None)
    if highlighter is not None:
        dark = getattr(app.config, "pygments_dark_style", None)  # furo's setting
        on_paper = app.builder.name == "pdf" or dark is None
        light = app.config.pygments_style or "sphinx"
        highlighter.formatter = formatter((light,) if on_paper else (light, str(dark)))


def setup(app: Sphinx) -> ExtensionMetadata:
    """Choose when the builder and the theme's settings are there."""
    app.connect("builder-inited", choose)
    return {"parallel_read_safe": True, "parallel_write_safe": True}

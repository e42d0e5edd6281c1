"""Furo's hard-coded words become translatable; what has no name gets one, the header our switch.

Furo offers neither a block nor a catalog for them. Its templates are changed as Jinja reads them,
by exact pieces of text; their translations stand with all others in
``docs/_locale/zh_CN/LC_MESSAGES/sphinx.po``. A piece that furo no longer has is a warning.
"""

import re
from html import escape
from pathlib import Path

import furo  # type: ignore[import-untyped]
from jinja2.ext import Extension
from sphinx.application import Sphinx
from sphinx.locale import _
from sphinx.util import logging
from sphinx.util.typing import ExtensionMetadata

logger = logging.getLogger(__name__)

# Template of furo -> the texts to translate, each with what stands around it there.
WORDS = {
    "page.html": (
        ('aria-label="', "Toggle site navigation sidebar", '"'),
        ('aria-label="', "Toggle table of contents sidebar", '"'),
        ('aria-label="', "Toggle Light / Dark / Auto color theme", '"'),
        ("@pradyunsg</a>", "'s", "\n"),
    ),
    "partials/icons.html": (
        ("<title>", "Contents", "</title>"),
        ("<title>", "Menu", "</title>"),
        ("<title>", "Expand", "</title>"),
        ("<title>", "Light mode", "</title>"),
        ("<title>", "Dark mode", "</title>"),
        ("<title>", "Auto light/dark, in light mode", "</title>"),
        ("<title>", "Auto light/dark, in dark mode", "</title>"),
    ),
    "sidebar/brand.html": (
        ('alt="', "Logo", '"'),
        ('alt="', "Light Logo", '"'),
        ('alt="', "Dark Logo", '"'),
    ),
}
# What page.html has -> what it gets. Who reads the page by its landmarks can tell the two sidebars
# apart by their names, and finds the link to the top, too.
ADDITIONS = {
    '<div class="header-right">': '<div class="header-right">{% include "language.html" %}',
    '<aside class="sidebar-drawer"': (
        '<aside class="sidebar-drawer" aria-label="{{ _("Site navigation") }}"'
    ),
    '<a href="#" class="back-to-top': (
        '<nav aria-label="{{ _("Back to top") }}"><a href="#" class="back-to-top'
    ),
    "Back to top{% endtrans %}</span>\n        </a>": (
        "Back to top{% endtrans %}</span>\n        </a></nav>"
    ),
    '<aside class="toc-drawer{%': '<aside aria-label="{{ _("On this page") }}" class="toc-drawer{%',
}
NAVIGATION = re.compile(r'(?<=aria-label=")Toggle navigation of ([^"]*)(?=")')


class FuroTemplates(Extension):
    """Changes the source of furo's templates before Jinja compiles it."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        """Return the source with its words in ``_()``; other templates come back as they are."""
        if filename is None or not Path(filename).resolve().is_relative_to(furo.THEME_PATH):
            return source
        for before, text, after in WORDS.get(name or "", ()):
            translated = f'{before}{{{{ _("{text}") }}}}{after}'
            source = _replace(source, f"{before}{text}{after}", translated, filename)
        if name == "page.html":
            for old, new in ADDITIONS.items():
                source = _replace(source, old, new, filename)
        return source


def _replace(source: str, old: str, new: str, filename: str) -> str:
    if old not in source:
        logger.warning(
            "%s: furo no longer has %r; correct docs/_ext/language/furo.py",
            filename,
            old,
            type="language.furo",
        )
    return source.replace(old, new)


def _add_to_jinja(app: Sphinx) -> None:
    if app.builder.format == "html":
        app.builder.templates.environment.add_extension(FuroTemplates)


def with_words(tree: str) -> str:
    """Return the navigation tree with the names of its switches in the page's language.

    Furo builds it in Python, as HTML: there is no template to change and no step to take part in.
    """

    def translated(match: re.Match[str]) -> str:
        return escape(_("Toggle navigation of %s"), quote=True) % match[1]

    named, count = NAVIGATION.subn(translated, tree)
    if 'class="toctree-checkbox"' in tree and not count:
        logger.warning(
            "furo no longer says “Toggle navigation of”; correct docs/_ext/language/furo.py",
            type="language.furo",
        )
    return named


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the extension."""
    app.connect("builder-inited", _add_to_jinja)
    return {"parallel_read_safe": True, "parallel_write_safe": True}

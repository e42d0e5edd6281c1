"""One site in two languages: the switch between them, ``hreflang``, and ``lang`` where it changes.

The languages are built side by side, each into a folder of its own (``_site/zh``, ``_site/en``),
and every page has the same path in both. All addresses of the switch are relative, so that it works
below any path and from a disk.
"""

from __future__ import annotations

import re
from html import escape
from pathlib import Path
from posixpath import normpath
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urljoin

from docutils import nodes
from sphinx import addnodes
from sphinx.errors import ConfigError

from language.languages import CHINESE, ENGLISH, LANGUAGES, Language, of, other

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.util.typing import ExtensionMetadata

_CHINESE_CHARACTER = re.compile(r"[\u3400-\u9fff]")


class Switch(NamedTuple):
    """The link to the other language, as `language.html` shows it."""

    href: str
    language: Language
    same_page: bool
    """Whether the other language has the page; its home page has none of the page's sections."""


def switch(app: Sphinx, page: str, root: str) -> Switch | None:
    """Return a page's switch; None if there is one language. ``root`` leads to its folder."""
    there = other(of(app.config.language))
    if there.folder not in app.config.site_languages:
        return None
    paired = _has_counterpart(app, page)
    href = _address(app, there, page if paired else app.config.root_doc, root)
    return Switch(href, there, paired)


def alternates(app: Sphinx, page: str, root: str) -> Iterator[str]:
    """Yield the tags that name a page in each language, and for readers of neither."""
    found = switch(app, page, root)
    if found is None or not found.same_page or page not in app.env.all_docs:
        return
    addresses = {language.tag: _address(app, language, page, root) for language in LANGUAGES}
    addresses["x-default"] = addresses[ENGLISH.tag]
    base = app.config.html_baseurl
    if page == app.config.root_doc:
        # A reader of neither language is best off where readers choose.
        addresses["x-default"] = "../" if base else "../index.html"
    page_url = urljoin(base, app.builder.get_target_uri(page))
    for tag, href in addresses.items():
        address = escape(urljoin(page_url, href) if base else href)
        yield f'<link rel="alternate" hreflang="{tag}" href="{address}">'


def _address(app: Sphinx, language: Language, page: str, root: str) -> str:
    path = f"{root}../{language.folder}/{app.builder.get_target_uri(page)}"
    return normpath(path) + "/" * path.endswith("/")


def _has_counterpart(app: Sphinx, page: str) -> bool:
    """Say whether the other language has the page too."""
    if page not in app.env.all_docs:
        return True  # A page that Sphinx makes, such as the search page: both languages have it.
    suffix = Path(app.env.doc2path(page)).suffix
    there = other(of(app.config.language)).folder
    return Path(app.srcdir).parent.joinpath(there, f"{page}{suffix}").exists()


def _check_config(_app: Sphinx, config: Config) -> None:
    """Refuse settings with which every page would get a wrong address."""
    try:
        folder = of(config.language).folder
    except LookupError as error:
        raise ConfigError(f"conf.py: {error}") from None
    if config.html_baseurl and not config.html_baseurl.endswith(f"/{folder}/"):
        raise ConfigError(
            f"conf.py: html_baseurl is {config.html_baseurl!r}; must end in /{folder}/"
        )


def _mark_terms(app: Sphinx, doctree: nodes.document) -> None:
    """Say of a glossary's terms which are in the other language, for whoever has them read out."""
    chinese = of(app.config.language) is CHINESE
    for term in doctree.findall(nodes.term):
        if isinstance(term.parent.parent.parent, addnodes.glossary):
            in_chinese = bool(_CHINESE_CHARACTER.search(term.astext()))
            if in_chinese != chinese:
                # docutils turns this class into a `lang` attribute.
                term["classes"].append(f"language-{(CHINESE if in_chinese else ENGLISH).tag}")


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register what does not belong to a page's template; `pages.assembly` asks for the rest."""
    app.setup_extension("language.surroundings")
    app.connect("config-inited", _check_config)
    app.connect("doctree-read", _mark_terms)
    return {"parallel_read_safe": True, "parallel_write_safe": True}

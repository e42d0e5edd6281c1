"""One site in two languages: the switch between them, ``hreflang``, and ``lang`` where it changes.

The languages are built side by side, each into a folder of its own (``_site/zh``, ``_site/en``),
and every page has the same path in both. All addresses of the switch are relative, so that it works
below any path and from a disk.
"""

import re
from html import escape
from pathlib import Path
from posixpath import normpath
from typing import Any
from urllib.parse import urljoin

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.errors import ConfigError
from sphinx.util.typing import ExtensionMetadata

from language.languages import CHINESE, ENGLISH, LANGUAGES, Language, of, other

_CHINESE_CHARACTER = re.compile(r"[\u3400-\u9fff]")


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


def _has_counterpart(app: Sphinx, pagename: str) -> bool:
    """Say whether the other language has the page too."""
    if other(of(app.config.language)).folder not in app.config.site_languages:
        return False
    if pagename not in app.env.all_docs:
        return True  # A page that Sphinx makes, such as the search page: both languages have it.
    suffix = Path(app.env.doc2path(pagename)).suffix
    return (
        Path(app.srcdir).parent / other(of(app.config.language)).folder / f"{pagename}{suffix}"
    ).exists()


def _add_languages(
    app: Sphinx,
    pagename: str,
    _template: str,
    context: dict[str, Any],
    _tree: nodes.document | None,
) -> None:
    """Give the templates the page's language tag, its switch and its alternates."""
    here = of(app.config.language)
    there = other(here)
    context["language"] = here.tag
    context["switch"] = None
    if there.folder not in app.config.site_languages or app.builder.embedded:  # type: ignore[attr-defined]
        return  # `embedded` is Sphinx's word for a book, which has one language.

    def address(language: Language, page: str) -> str:
        path = f"{context['content_root']}../{language.folder}/{app.builder.get_target_uri(page)}"
        return normpath(path) + "/" * path.endswith("/")

    paired = _has_counterpart(app, pagename)
    context["switch"] = {
        "href": address(there, pagename if paired else app.config.root_doc),
        "language": there,
        # The home page has none of the sections of a page without a counterpart.
        "same_page": paired,
    }
    if not paired or pagename not in app.env.all_docs:
        return
    alternates = {language.tag: address(language, pagename) for language in LANGUAGES}
    alternates["x-default"] = alternates[ENGLISH.tag]
    if pagename == app.config.root_doc:
        # A reader of neither language is best off where readers choose.
        alternates["x-default"] = "../" if app.config.html_baseurl else "../index.html"
    page_url = urljoin(app.config.html_baseurl, app.builder.get_target_uri(pagename))
    context["metatags"] += "".join(
        f'\n<link rel="alternate" hreflang="{tag}" href="'
        f'{escape(urljoin(page_url, href) if app.config.html_baseurl else href)}">'
        for tag, href in alternates.items()
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
    """Register the extension."""
    folders = [language.folder for language in LANGUAGES]
    # What is built side by side: a preview of one language must not link into the other.
    app.add_config_value("site_languages", folders, "html", list)
    app.connect("config-inited", _check_config)
    app.connect("doctree-read", _mark_terms)
    app.connect("html-page-context", _add_languages)
    return {"version": "1.0", "parallel_read_safe": True, "parallel_write_safe": True}

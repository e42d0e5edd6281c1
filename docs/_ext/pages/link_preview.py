"""What other software reads in a page's head: link previews, feed readers, home screens.

Addresses are absolute where the site's address is known (``html_baseurl``), as the OpenGraph
protocol asks for; relative ones are the best there is without.
"""

from __future__ import annotations

import json
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from markupsafe import Markup

from language.languages import of, other
from markup import shown_order
from markup.description import description
from pages import colours
from pages.opening import asked
from pages.share import image as share_image

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

_MANIFEST = "site.webmanifest"
_APPLE_ICON = 180
"""The size, in pixels, that Apple's devices ask for."""
_MANIFEST_ICONS = (192, 512)
"""The sizes that a web manifest should have."""
_GROUND = colours.named()["color-background-primary"]
"""Of the header of a page on a phone."""
_LONGEST = 160
"""Characters of a question for which a picture has room."""


def tags(
    app: Sphinx, page: str, context: dict[str, Any], doctree: nodes.document | None
) -> Iterator[str]:
    """Yield the tags of a page; `draw` makes the picture that they name."""
    root = context["content_root"]
    if page == app.config.root_doc:  # elsewhere it would be one file more before the page is there
        yield f'<link rel="manifest" href="{_MANIFEST}">'
    yield from _links(root)
    if doctree is None:
        return
    title, text = _plain(context["title"]), description(doctree)
    yield from _preview(app, page, title, text, f"{root}{_image(page)}")
    if "markdown" in app.config.beside:
        yield f'<link rel="alternate" type="text/markdown" href="{root}{page}.md">'


def draw(app: Sphinx, page: str, context: dict[str, Any], doctree: nodes.document | None) -> None:
    """Draw the picture that other sites show beside a link to the page."""
    if doctree is None:
        return
    title, site = _plain(context["title"]), app.config.html_title
    chapter = _plain(context["parents"][0]["title"]) if context["parents"] else ""
    path = Path(app.outdir, _image(page))
    path.parent.mkdir(parents=True, exist_ok=True)
    right = "" if title == site else site
    order = shown_order.first(doctree)
    text = (order and asked(doctree, _LONGEST)) or description(doctree)
    share_image.draw(title, text, order, chapter, right).save(path)


def _image(page: str) -> str:
    """Return the path of a page's picture in the language's folder."""
    return f"{page}.png"


def _plain(title: str) -> str:
    """Return the text of a title that Sphinx has rendered."""
    return Markup(title).striptags()  # noqa: S704 (it becomes text, not markup)


def _links(root: str) -> Iterator[str]:
    """Yield what is the same on every page; ``root`` leads to the language's folder."""
    yield f'<link rel="apple-touch-icon" href="{root}{_icon(_APPLE_ICON)}">'
    for scheme, colour in _GROUND._asdict().items():
        media = f"(prefers-color-scheme: {scheme})"
        yield f'<meta name="theme-color" media="{media}" content="{colour}">'


def _icon(size: int) -> str:
    """Return the address of the icon in the size; `favicon.svg` is what it was drawn from."""
    return f"_static/icon-{size}.png"


def _preview(app: Sphinx, page: str, title: str, text: str, image: str) -> Iterator[str]:
    """Yield the tags of the OpenGraph protocol; ``image`` is the picture's relative address."""
    base = app.config.html_baseurl
    here = of(app.config.language)
    address = urljoin(base, app.builder.get_target_uri(page))
    width, height = share_image.SIZE
    properties = {
        "og:type": "website" if page == app.config.root_doc else "article",
        "og:site_name": app.config.html_title,
        "og:title": title,
        "og:description": text,
        "og:url": address if base else "",
        "og:locale": here.opengraph,
        "og:locale:alternate": other(here).opengraph,
        "og:image": urljoin(address, image) if base else image,
        "og:image:width": str(width),
        "og:image:height": str(height),
        "og:image:alt": title,
    }
    for name, value in properties.items():
        if value:
            yield f'<meta property="{name}" content="{escape(value)}">'
    yield '<meta name="twitter:card" content="summary_large_image">'


def _write(app: Sphinx, error: Exception | None) -> None:
    """Write the manifest, which names the icon in all its sizes."""
    if error is not None or app.builder.name != "html":
        return
    icons = [
        {"src": _icon(size), "sizes": f"{size}x{size}", "type": "image/png"}
        for size in _MANIFEST_ICONS
    ]
    vector = {"src": app.config.html_favicon, "sizes": "any", "type": "image/svg+xml"}
    manifest = {
        "name": app.config.html_title,
        "short_name": app.config.html_title,
        "lang": of(app.config.language).tag,
        "start_url": app.builder.get_target_uri(app.config.root_doc),
        "scope": "./",
        "display": "minimal-ui",
        "background_color": _GROUND.light,
        "theme_color": _GROUND.light,
        "icons": [vector, *icons],
    }
    text = json.dumps(manifest, ensure_ascii=False, indent=1)
    Path(app.outdir, _MANIFEST).write_text(f"{text}\n", encoding="utf-8", newline="\n")


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the extension."""
    app.connect("build-finished", _write)
    return {"parallel_read_safe": True, "parallel_write_safe": True}

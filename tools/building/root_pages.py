"""The files above both languages: landing page, 404 page, robots.txt, sitemap.xml.

The two pages are complete in themselves, so that the 404 page works at any depth. Placeholders in
their sources, ``root/``, are HTML comments: ``<!--style-->`` is the style, ``<!--script-->`` the
shared script, ``<!--missing-->`` the 404 page's own, ``<!--pages-->`` the titles of all pages;
``%root%`` is the path of the site on its host, ``%site%`` its whole address and ``%home%`` that of
the landing page, as far as they are known.
"""

import html
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import quote, urlsplit

from language.languages import BY_FOLDER, ENGLISH
from pages import colours
from pages.policy import with_policy

_SOURCES = Path(__file__).resolve().parent / "root"

# Sitemaps must name absolute addresses. Where the site is not published (SITE_URL is unset), they
# are those of `python -m http.server --directory _site`, and robots.txt does not mention them.
UNPUBLISHED = "http://localhost:8000"


Titles = Mapping[str, Mapping[str, str]]
"""Of each language, the titles of pages by their names, as Sphinx has them."""


def root_files(pages: Titles, site_url: str) -> dict[str, str]:
    """Return the text of each file by name; `site_url`: public address, "" if there is none."""
    site_url = site_url.rstrip("/")
    return {
        "index.html": landing(site_url),
        "404.html": not_found(urlsplit(site_url).path + "/", pages),
        "robots.txt": robots(site_url),
        "sitemap.xml": sitemap(pages, site_url or UNPUBLISHED),
        ".nojekyll": "",  # GitHub Pages would leave out folders that begin with an underscore
    }


def landing(site_url: str = "") -> str:
    """Return the page that sends a reader to their language; `site_url` has no slash at its end."""
    site = html.escape(f"{site_url}/") if site_url else ""
    text = _page("index.html", "", "root.css").replace("%site%", site)
    return with_policy(text.replace("%home%", site or "index.html"))


def not_found(root: str, pages: Titles) -> str:
    """Return the page for an address that does not exist; `root` begins and ends with a slash."""
    text = _page("404.html", root, "root.css", "404.css")
    text = text.replace("<!--missing-->", f"<script>\n{_source('404.js')}</script>")
    titles = json.dumps(
        {language: dict(some) for language, some in pages.items()}, ensure_ascii=False
    )
    return with_policy(text.replace("<!--pages-->", titles.replace("<", "\\u003c")))


def robots(site_url: str) -> str:
    """Return the rules for crawlers: everything may be read."""
    rules = "User-agent: *\nAllow: /\n"
    return f"{rules}\nSitemap: {site_url}/sitemap.xml\n" if site_url else rules


def sitemap(pages: Titles, site_url: str) -> str:
    """Return the map of all pages, each with its alternates in the other languages."""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"',
        '        xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ]
    for name in sorted(set().union(*pages.values())):
        languages = [language for language in pages if name in pages[language]]
        paired = len(languages) == len(pages)
        alternates = list(_alternates(name, languages, site_url)) if paired else []
        for language in languages:
            address = _address(site_url, language, name)
            lines += ["  <url>", f"    <loc>{address}</loc>", *alternates, "  </url>"]
    return "\n".join([*lines, "</urlset>", ""])


def _alternates(name: str, languages: list[str], site_url: str) -> Iterator[str]:
    for language in languages:
        address = _address(site_url, language, name)
        yield _alternate(BY_FOLDER[language].tag, address)
    # As in the pages themselves: who reads neither language is best off where readers choose.
    default = _address(site_url, ENGLISH.folder, name)
    yield _alternate("x-default", f"{html.escape(site_url)}/" if name == "index" else default)


def _alternate(hreflang: str, address: str) -> str:
    return f'    <xhtml:link rel="alternate" hreflang="{hreflang}" href="{address}"/>'


def _address(site_url: str, language: str, name: str) -> str:
    """Return a page's address as its canonical link has it."""
    return html.escape(f"{site_url}/{language}/{quote(name)}.html")


def _page(name: str, root: str, *styles: str) -> str:
    text, style = _source(name), "".join(map(_source, styles))
    style = colours.themed(colours.asked_for(style, ":root") + style)
    text = text.replace("<!--style-->", f"<style>\n{style}</style>")
    text = text.replace("<!--script-->", f"<script>\n{_source('root.js')}</script>")
    return text.replace("%root%", html.escape(quote(root)))


def _source(name: str) -> str:
    return (_SOURCES / name).read_text(encoding="utf-8")

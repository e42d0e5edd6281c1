"""The files above both languages."""

import json
from html.parser import HTMLParser
from typing import ClassVar
from xml.etree import ElementTree as ET

import pytest

from tools.building.root_pages import landing, not_found, robots, root_files, sitemap

PAGES = {
    "zh": {"index": "首页", "a/b": "甲"},
    "en": {"index": "Home", "a/b": "A </script>", "only-here": "Here"},
}
XHTML = "{http://www.w3.org/1999/xhtml}"


class Elements(HTMLParser):
    """Collects elements and checks that each is closed."""

    VOID: ClassVar = {"input", "link", "meta"}

    def __init__(self, text: str) -> None:
        """Read a page."""
        super().__init__()
        self.open: list[str] = []
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        self.found.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close an element."""
        assert self.open.pop() == tag


@pytest.mark.parametrize("text", [landing(), not_found("/book/", PAGES)])
def test_both_pages_speak_both_languages(text: str) -> None:
    """Both have a card in each language, marked as such, and load nothing."""
    found = Elements(text).found
    links = {attrs["hreflang"]: attrs["href"] for tag, attrs in found if tag == "a"}
    assert set(links) == {"zh-Hans", "en"}
    cards = [attrs["lang"] for _, attrs in found if attrs.get("class") == "card"]
    assert sorted(map(str, cards)) == ["en", "zh-Hans"]
    assert not [attrs for _, attrs in found if "src" in attrs or attrs.get("rel") == "stylesheet"]
    assert "轮到谁了？" in text
    assert "Whose turn is it?" in text
    assert "<!--" not in text.replace("<!DOCTYPE", "")
    assert "%root%" not in text


def test_links_of_the_landing_page_are_relative() -> None:
    """They work below any path and from a disk."""
    found = Elements(landing()).found
    assert [attrs["href"] for tag, attrs in found if tag == "a"] == [
        "zh/index.html",
        "en/index.html",
    ]


def test_a_strange_root_stays_inside_its_attribute() -> None:
    """The path comes from the environment."""
    text = not_found('/a"b/', {})
    assert 'href="/a%22b/zh/index.html"' in text
    Elements(text)


def test_titles_stay_inside_their_script() -> None:
    """They come from pages, and are as they were when they are read."""
    text = not_found("/", PAGES)
    data = text.partition('id="pages">')[2].partition("</script>")[0]
    assert json.loads(data) == PAGES


def test_robots_names_the_sitemap_where_the_site_is_published() -> None:
    """An address on somebody's own machine is of no use to a crawler."""
    assert robots("https://example.org").endswith("\nSitemap: https://example.org/sitemap.xml\n")
    assert "Sitemap" not in robots("")


def test_the_sitemap_pairs_the_languages() -> None:
    """Each page names its alternates and itself; the home page's default is the landing page."""
    tree = ET.fromstring(sitemap(PAGES, "https://example.org"))  # noqa: S314 (our own)
    alternates = {
        url[0].text: {link.get("hreflang"): link.get("href") for link in url.iter(f"{XHTML}link")}
        for url in tree
    }
    home = {
        "zh-Hans": "https://example.org/zh/index.html",
        "en": "https://example.org/en/index.html",
        "x-default": "https://example.org/",
    }
    page = {
        "zh-Hans": "https://example.org/zh/a/b.html",
        "en": "https://example.org/en/a/b.html",
        "x-default": "https://example.org/en/a/b.html",
    }
    assert alternates == {
        home["zh-Hans"]: home,
        home["en"]: home,
        page["zh-Hans"]: page,
        page["en"]: page,
        "https://example.org/en/only-here.html": {},
    }


def test_an_unpublished_site_has_local_addresses() -> None:
    """The sitemap can be looked at without SITE_URL; the 404 page expects to be at the root."""
    files = root_files(PAGES, "")
    assert "<loc>http://localhost:8000/zh/index.html</loc>" in files["sitemap.xml"]
    assert 'href="/zh/index.html"' in files["404.html"]

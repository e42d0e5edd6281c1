"""Every link inside the site leads somewhere: to a file that is there, and to an id on its page."""

from collections import defaultdict
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from bs4 import BeautifulSoup

from tools.project import HERE, LANGUAGES

ATTRIBUTES = ("href", "src", "popovertarget", "aria-describedby", "aria-labelledby", "for")

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("links")]  # one worker reads for all


@pytest.fixture(scope="module")
def pages(site: str) -> dict[Path, BeautifulSoup]:
    """Read all pages of the built site."""
    assert site
    found = sorted(HERE.site.rglob("*.html"))
    return {path: BeautifulSoup(path.read_text("utf-8"), "html.parser") for path in found}


def links(page: BeautifulSoup) -> set[str]:
    """Return what the page refers to, by address; an id on itself begins with #."""
    found = set()
    for name in ATTRIBUTES:
        for element in page.select(f"[{name}]"):
            value = str(element[name])
            found |= {value} if name in {"href", "src"} else {f"#{one}" for one in value.split()}
    return found


def test_no_link_is_broken(pages: dict[Path, BeautifulSoup]) -> None:
    """Files and fragments; what begins with a slash or a scheme is not inside."""
    ids = {path: {str(one["id"]) for one in page.select("[id]")} for path, page in pages.items()}
    broken = defaultdict(list)
    for path, page in pages.items():
        for link in links(page):
            parts = urlsplit(link)
            if parts.scheme or parts.netloc or parts.path.startswith("/"):
                continue
            target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            fragment = unquote(parts.fragment)
            if not target.is_file() or (fragment and fragment not in ids.get(target, set())):
                broken[path.relative_to(HERE.site).as_posix()].append(link)
    assert dict(broken) == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_is_an_orphan(pages: dict[Path, BeautifulSoup], language: str) -> None:
    """From the home page, links lead to every page of the language."""
    root = HERE.site / language
    seen, todo = set(), [(root / "index.html").resolve()]
    while todo:
        path = todo.pop()
        if path in seen or path not in pages:
            continue
        seen.add(path)
        for link in pages[path].select("a[href]"):
            address = urlsplit(str(link["href"]))
            if not address.scheme and address.path:
                todo.append((path.parent / unquote(address.path)).resolve())
    reachable = {path.relative_to(root) for path in seen if path.is_relative_to(root)}
    there = {path.relative_to(root) for path in pages if path.is_relative_to(root)}
    assert there - reachable == {Path("search.html")}  # the box leads there


def test_no_id_occurs_twice(pages: dict[Path, BeautifulSoup]) -> None:
    """A link to one of two would lead to the first."""
    for path, page in pages.items():
        ids = [str(one["id"]) for one in page.select("[id]")]
        assert len(ids) == len(set(ids)), path

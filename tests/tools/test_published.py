"""The pages as they are published: their address is known, and so is where their source is."""

import io
import json
import re
import subprocess
from pathlib import Path
from posixpath import join, normpath
from xml.etree import ElementTree as ET

import pytest
from bs4 import BeautifulSoup
from PIL import Image
from published import SITE, SOURCE, built
from sphinx.util.inventory import InventoryFile

from tools.checking.pages import understood
from tools.project import HERE, LANGUAGES

Files = dict[str, bytes]

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("published")]  # one worker builds for all


Pages = list[tuple[str, str, BeautifulSoup]]


@pytest.fixture(scope="module")
def pages(site: Files) -> Pages:
    """Return the language, the name and the content of every page that has a source."""
    found = []
    for language in LANGUAGES:
        for path in HERE.pages(language):
            name = path.relative_to(HERE.docs / language).with_suffix("").as_posix()
            found.append(
                (language, name, BeautifulSoup(site[f"{language}/{name}.html"], "html.parser"))
            )
    return found


def content(page: BeautifulSoup, name: str) -> str:
    """Return the content of the one meta element of that name or property."""
    (found,) = page.select(f'meta[name="{name}"], meta[property="{name}"]')
    return str(found["content"])


@pytest.mark.long  # books have small tests of this
def test_two_builds_are_the_same(site: Files, tmp_path: Path) -> None:
    """In folders with other names, with other hash seeds, in another time zone."""
    other = built(tmp_path / "an other folder", PYTHONHASHSEED="2", TZ="America/New_York")
    assert site.keys() == other.keys()
    assert [name for name in site if site[name] != other[name]] == []


def test_every_page_says_what_it_is(pages: Pages) -> None:
    """As its source does; `tools.checking.pages` sees to it that it says it well."""
    for language, name, page in pages:
        text = (HERE.docs / language / f"{name}.md").read_text(encoding="utf-8")
        assert content(page, "description") == understood(text).description


def test_addresses_are_those_of_the_published_site(pages: Pages) -> None:
    """Canonical, alternates and preview name the page itself and its translation, absolutely."""
    for language, name, page in pages:
        address = f"{SITE}/{language}/{name}.html"
        (canonical,) = page.select('link[rel="canonical"]')
        assert canonical["href"] == content(page, "og:url") == address
        found = {str(one["hreflang"]): one["href"] for one in page.select("link[hreflang]")}
        english = f"{SITE}/en/{name}.html"
        assert found == {
            "zh-Hans": f"{SITE}/zh/{name}.html",
            "en": english,
            "x-default": f"{SITE}/" if name == "index" else english,
        }


def test_a_link_to_a_page_has_a_picture(site: Files, pages: Pages) -> None:
    """In the page's language, of the size that it says, drawn for this page alone."""
    pictures = {}
    for language, name, page in pages:
        assert page.title is not None
        assert page.title.get_text().split(" - ")[0] == content(page, "og:title")
        assert content(page, "og:description") == content(page, "description")
        assert content(page, "og:locale") == {"zh": "zh_CN", "en": "en_US"}[language]
        address = content(page, "og:image")
        assert address == f"{SITE}/{language}/{name}.png"
        data = site[address.removeprefix(f"{SITE}/")]
        with Image.open(io.BytesIO(data)) as image:
            said = (content(page, "og:image:width"), content(page, "og:image:height"))
            assert said == tuple(map(str, image.size)) == ("1200", "630")
        assert len(data) < 60_000
        pictures[data] = address
    assert len(pictures) == len(pages)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_manifest_names_icons_that_are_there(site: Files, pages: Pages, language: str) -> None:
    """Each of the size that it says; home pages name it, and all pages Apple's icon."""
    manifest = json.loads(site[f"{language}/site.webmanifest"])
    assert manifest["lang"] == {"zh": "zh-Hans", "en": "en"}[language]
    assert f"{language}/{manifest['start_url']}" in site
    for icon in manifest["icons"]:
        data = site[f"{language}/{icon['src']}"]
        if icon["type"] == "image/png":
            with Image.open(io.BytesIO(data)) as image:
                assert icon["sizes"] == f"{image.width}x{image.height}"
    for where, name, page in pages:
        links = page.select('link[rel="manifest"], link[rel="apple-touch-icon"]')
        for one in links:
            assert normpath(join(where, name, "..", str(one["href"]))) in site
        assert len(links) == 1 + (name == "index")


@pytest.mark.skipif(not (HERE.root / ".git").is_dir(), reason="NO DATES: this is not a clone")
def test_every_page_has_its_date(pages: Pages) -> None:
    """The day of its last commit; one that is not committed yet has none."""
    dates = {"zh": r"最后更新于 \d{4}-\d\d-\d\d", "en": r"Last updated on \w+ \d{1,2}, \d{4}"}
    command = ["git", "ls-tree", "-r", "--name-only", "HEAD", "docs"]
    listed = subprocess.run(command, cwd=HERE.root, capture_output=True, text=True, check=True)
    committed = set(listed.stdout.splitlines())
    assert committed
    for language, name, page in pages:
        found = [" ".join(one.get_text().split()) for one in page.select(".last-updated")]
        assert len(found) == (f"docs/{language}/{name}.md" in committed)
        assert all(re.fullmatch(dates[language], date) for date in found)


def test_every_page_leads_to_its_source(pages: Pages) -> None:
    """To the repository, to the file in it, and to the last commit, in the list and at the end."""
    for language, name, page in pages:
        file = f"main/docs/{language}/{name}.md"
        for sources in page.select(".sources"):
            repository, edit, *commit = (str(link["href"]) for link in sources.select("a"))
            assert (repository, edit) == (SOURCE, f"{SOURCE}/edit/{file}")
            # An archive has no history, and its pages no edition.
            assert all(re.fullmatch(rf"{SOURCE}/commit/[0-9a-f]{{40}}", one) for one in commit)
        assert len(page.select(".sources")) == 2


def test_other_sites_can_link_to_the_rules(site: Files, pages: Pages) -> None:
    """The inventory of each language has every rule of its pages, with its place."""
    for language in LANGUAGES:
        inventory = InventoryFile.loads(site[f"{language}/objects.inv"], uri="")
        labels = {name: item.uri for name, item in inventory.data["std:label"].items()}
        rules = {
            str(one["id"]): f"{name}.html#{one['id']}"
            for where, name, page in pages
            for one in page.select(".rule[id]")
            if where == language
        }
        assert len(rules) > 20
        assert rules.items() <= labels.items()


def test_the_feed_has_every_change(site: Files, pages: Pages) -> None:
    """The sections of the page of changes, newest first, each with its date and a text."""
    for language in LANGUAGES:
        feed = ET.fromstring(site[f"{language}/changes.atom"])  # noqa: S314 (our own)
        entries = feed.findall("{*}entry")
        found = [entry.find("{*}link") for entry in entries]
        page = BeautifulSoup(site[f"{language}/changes.html"], "html.parser")
        anchors = [str(one["id"]) for one in page.select("article section section")]
        assert len(anchors) >= 4
        assert anchors == sorted(anchors, reverse=True)
        address = f"{SITE}/{language}/changes.html"
        assert [one.get("href") for one in found if one is not None] == [
            f"{address}#{anchor}" for anchor in anchors
        ]
        for entry, anchor in zip(entries, anchors, strict=True):
            assert str(entry.findtext("{*}updated"))[:10] == anchor.removeprefix("changes-")
            assert len(str(entry.findtext("{*}summary"))) > 20
        ids = [entry.findtext("{*}id") for entry in (feed, *entries)]
        assert len(set(ids)) == len(anchors) + 1
    for where, name, page in pages:
        (link,) = page.select('link[type="application/atom+xml"]')
        assert normpath(join(where, name, "..", str(link["href"]))) == f"{where}/changes.atom"


def test_the_address_of_the_site_itself_has_a_preview(site: Files) -> None:
    """It is what people send each other."""
    page = BeautifulSoup(site["index.html"], "html.parser")
    assert content(page, "og:title") == "Whose turn is it? 轮到谁了？"
    assert content(page, "og:image").removeprefix(f"{SITE}/") in site
    assert [one["href"] for one in page.select("link[hreflang]")] == [
        f"{SITE}/zh/index.html",
        f"{SITE}/en/index.html",
        f"{SITE}/",
    ]


def test_the_map_of_the_site_names_what_is_there(site: Files, pages: Pages) -> None:
    """Every page with its alternates; robots.txt names the map."""
    places = ET.fromstring(site["sitemap.xml"]).iterfind(".//{*}loc")  # noqa: S314 (our own)
    found = [str(place.text) for place in places]
    assert sorted(found) == sorted(f"{SITE}/{where}/{name}.html" for where, name, _ in pages)
    assert f"Sitemap: {SITE}/sitemap.xml".encode() in site["robots.txt"]

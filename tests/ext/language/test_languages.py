"""The language switch, ``hreflang``, and the words around a page, on a small site in two languages.

Each language is built by a process of its own, as the real site is: Sphinx keeps translations in a
table of the process, where the first language would stay.
"""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from posixpath import dirname, join, normpath

import pytest
from bs4 import BeautifulSoup

from language import languages
from language.languages import LANGUAGES

ROOT = Path(__file__).parents[1] / "roots_languages"
LOCALE = Path(languages.__file__).parents[2] / "_locale"
COMPILED = shutil.ignore_patterns("*.mo")

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("languages")]  # one worker builds for all


def build(output: Path, folder: str, *options: str) -> str:
    """Build one language below `output` and return what Sphinx printed to stderr."""
    doctrees = str(output / f".{folder}")
    # A catalog of its own: Sphinx compiles it in place, and tests run side by side.
    catalogs = shutil.copytree(LOCALE, output / f".{folder}-locale", ignore=COMPILED)
    options = (*options, "-D", f"locale_dirs={catalogs}")
    command = [sys.executable, "-m", "sphinx", "-q", "-n", "-b", "html", "-t", folder]
    places = ["-c", str(ROOT), "-d", doctrees, str(ROOT / folder), str(output / folder)]
    done = subprocess.run(
        [*command, *options, *places], capture_output=True, encoding="utf-8", check=False
    )
    return done.stderr


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build both languages side by side, without a warning."""
    output = tmp_path_factory.mktemp("site")
    for language in LANGUAGES:
        assert build(output, language.folder) == ""
    return output


def read(site: Path, path: str) -> BeautifulSoup:
    """Parse a page of the site."""
    return BeautifulSoup((site / path).read_text(encoding="utf-8"), "html.parser")


def pages(site: Path) -> Iterator[str]:
    """Yield the path of every page of the site."""
    return (path.relative_to(site).as_posix() for path in sorted(site.glob("??/**/*.html")))


def test_the_switch_leads_to_the_same_page(site: Path) -> None:
    """Header and sidebar of every page that both languages have link to its counterpart."""
    for path in pages(site):
        if "only-here" in path:
            continue
        here, rest = path.split("/", 1)
        there = {"zh": "en", "en": "zh"}[here]
        page = read(site, path)
        for place in (".mobile-header .header-right", ".sidebar-sticky"):
            (link,) = page.select(f"{place} a.language-switch")
            assert normpath(join(dirname(path), str(link["href"]))) == f"{there}/{rest}"
            assert link.has_attr("data-same-page")


def test_no_switch_leads_to_a_missing_page(site: Path) -> None:
    """A page in one language only links to the other language's home, and has no alternates."""
    for path in pages(site):
        for link in read(site, path).select("a.language-switch"):
            assert (site / normpath(join(dirname(path), str(link["href"])))).is_file(), path
    alone = read(site, "zh/chapter/only-here.html")
    assert alone.select("a.language-switch")[0]["href"] == "../../en/index.html"
    assert not alone.select("a[data-same-page], link[hreflang]")


@pytest.mark.parametrize(
    ("folder", "tag", "link_tag", "name"),
    [("zh", "zh-Hans", "en", "English"), ("en", "en", "zh-Hans", "中文")],
)
def test_languages_are_declared(
    site: Path, folder: str, tag: str, link_tag: str, name: str
) -> None:
    """The page says its language, and the switch the language it leads to, in that language."""
    page = read(site, f"{folder}/chapter/page.html")
    assert page.html is not None
    assert page.html["lang"] == tag
    link = page.select("a.language-switch")[0]
    assert (link["lang"], link["hreflang"], link.text) == (link_tag, link_tag, name)


def alternates(page: BeautifulSoup) -> dict[str, str]:
    """Return the page's alternates: language tag -> address."""
    return {str(link["hreflang"]): str(link["href"]) for link in page.select("link[hreflang]")}


def test_alternates_are_relative_without_an_address(site: Path) -> None:
    """Both languages of a page, itself included, and a default: the choice on the home page."""
    for folder in ("zh", "en"):
        assert alternates(read(site, f"{folder}/chapter/page.html")) == {
            "zh-Hans": "../../zh/chapter/page.html",
            "en": "../../en/chapter/page.html",
            "x-default": "../../en/chapter/page.html",
        }
        assert alternates(read(site, f"{folder}/index.html"))["x-default"] == "../index.html"


def test_alternates_are_absolute_with_an_address(tmp_path: Path) -> None:
    """A published site's alternates are full addresses, as search engines want them."""
    assert build(tmp_path, "zh", "-D", "html_baseurl=https://example.org/turns/zh/") == ""
    assert alternates(read(tmp_path, "zh/chapter/page.html")) == {
        "zh-Hans": "https://example.org/turns/zh/chapter/page.html",
        "en": "https://example.org/turns/en/chapter/page.html",
        "x-default": "https://example.org/turns/en/chapter/page.html",
    }
    assert alternates(read(tmp_path, "zh/index.html"))["x-default"] == "https://example.org/turns/"


def test_a_preview_of_one_language_has_no_switch(tmp_path: Path) -> None:
    """Where the other language is not built, nothing links to it."""
    assert build(tmp_path, "en", "-D", "site_languages=en") == ""
    assert not read(tmp_path, "en/index.html").select("[hreflang]")


@pytest.mark.parametrize(
    ("option", "says"),
    [
        ("language=zh-CN", "no language of the site has the code 'zh-CN'; write 'zh_CN' or 'en'"),
        ("html_baseurl=https://example.org/", "must end in /zh/"),
    ],
)
def test_wrong_settings_are_refused(tmp_path: Path, option: str, says: str) -> None:
    """Settings that would give every page a wrong address stop the build."""
    assert says in build(tmp_path, "zh", "-D", option)


# What may stand in Latin letters on a Chinese page's frame, and why.
NAMES = {
    "English": "the other language's name for itself",
    "Furo": "a name",
    "GitHub": "a name",
    "JavaScript": "a name",
    "Sphinx": "a name",
}
SHOWN = ("alt", "aria-description", "aria-label", "placeholder", "title")


def test_the_frame_of_a_chinese_page_is_chinese(site: Path) -> None:
    """No English word is left in text or attributes that furo, Sphinx or MyST supply."""
    commit = r"（[0-9a-f]{7,}）"
    names = re.compile("|".join([*map(re.escape, NAMES), commit]))
    left = []
    for path in pages(site):
        if not path.startswith("zh/"):
            continue
        page = read(site, path)
        for hidden in page.select("script, style, pre, code, article > section > :not(h1, div)"):
            hidden.decompose()
        for question in page.select(".next-page > b + span, .page-question"):
            question.decompose()  # what the page itself says
        for table in page.select("table"):
            table.decompose()
        texts = [*page.stripped_strings]
        texts += [str(tag[name]) for tag in page.find_all() for name in SHOWN if tag.has_attr(name)]
        left += [
            f"{path}: {text}" for text in texts if re.search("[A-Za-z]{2}", names.sub("", text))
        ]
    assert left == []


def test_the_frame_of_an_english_page_is_english(site: Path) -> None:
    """But for the way to the other language."""
    page = read(site, "en/chapter/index.html")
    assert page.select_one('button[aria-label="All pages"]')
    assert page.select_one('summary[aria-label="Pages of “How the event loop picks the next one”"]')
    assert "Made with Sphinx and Furo" in " ".join(page.text.split())
    assert not re.search("[\u4e00-\u9fff]", page.text.replace("中文", ""))

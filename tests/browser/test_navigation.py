"""What leads through the site, on the screen: where am I, what is next, what have I read."""

import json
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tools.project import LANGUAGES

OpenPage = Callable[..., Page]

PAGE = "await/blocking.html"
END = "document.querySelector('.content > footer').scrollIntoView()"


def entry(page: Page, path: str) -> Locator:
    """Return a page's link in the list of all."""
    return page.locator(f".sidebar-tree a[href$='{path}']")


@pytest.mark.parametrize("language", LANGUAGES)
def test_chapters_are_numbered_and_tools_stand_apart(
    site: str, open_page: OpenPage, language: str
) -> None:
    """The book comes first, and each of its pages has the next number; nothing else has one."""
    page = open_page()
    page.goto(f"{site}/{language}/index.html")
    captions = page.locator(".sidebar-tree > .caption")
    lists = page.locator(".sidebar-tree > ul")
    assert captions.count() == lists.count() == 4
    names = lists.nth(0).locator("> li > a").all_text_contents()
    assert [name.split()[0] for name in names] == ["1", "2", "3", "4", "5", "6"]
    below = lists.nth(0).locator("> li:nth-child(3) a").all_text_contents()
    assert [name.split()[0] for name in below] == ["3", "3.1", "3.2", "3.3", "3.4", "3.5"]
    for number in range(1, 4):
        for name in lists.nth(number).locator("a").all_text_contents():
            assert not re.match(r"\d+(\.\d+)? ", name), name


def test_a_page_says_where_it_is(site: str, open_page: OpenPage) -> None:
    """Its chapter, which leads back, and its number; of a tool, the part."""
    page = open_page()
    page.goto(f"{site}/en/{PAGE}")
    way = page.locator(".way > *")
    expect(way).to_have_text(["3 Await: where does control go back?", "3.3"])
    expect(page.locator(".sidebar-tree [aria-current=page]")).to_have_text("3.3 Blocking the loop")
    expect(entry(page, "sleep-zero.html")).to_be_visible()  # its chapter is open
    expect(entry(page, "timers.html")).to_be_hidden()
    way.first.click()
    page.wait_for_url("**/en/await/index.html")
    expect(page.locator(".way > *")).to_have_text(["The book", "3"])
    page.goto(f"{site}/en/glossary.html")
    expect(page.locator(".way > *")).to_have_text("Reference")
    expect(page.locator(".sidebar-tree .current-page")).to_be_in_viewport()
    page.goto(f"{site}/en/index.html")
    expect(page.locator(".way")).to_have_count(0)


def test_what_is_next_says_its_question(site: str, open_page: OpenPage) -> None:
    """With its number, and the page before it without."""
    page = open_page(java_script_enabled=False)
    page.goto(f"{site}/en/{PAGE}")
    after = page.locator(".next-page")
    expect(after).to_contain_text("3.4 sleep(0): giving up one turn")
    expect(after).to_contain_text("Is await asyncio.sleep(0) the answer?")
    expect(page.locator(".prev-page")).to_contain_text("3.2 ")
    after.click()
    page.wait_for_url("**/en/await/sleep-zero.html")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_chapter_lists_its_pages(site: str, open_page: OpenPage, language: str) -> None:
    """Each with its number and its question."""
    page = open_page(java_script_enabled=False)
    page.goto(f"{site}/{language}/await/index.html")
    items = page.locator(".page-list li")
    assert items.count() == 5
    for number, item in enumerate(items.all(), start=1):
        expect(item.locator("a")).to_contain_text(re.compile(rf"^3\.{number} "))
        expect(item.locator(".page-question")).to_contain_text(re.compile(r"[?？]$"))
    expect(page.locator(".page-progress")).to_contain_text("5")


def test_what_has_been_read_is_kept(site: str, open_page: OpenPage) -> None:
    """A page has, when its end was in sight; both languages know; it can be forgotten."""
    page = open_page()
    page.goto(f"{site}/en/{PAGE}")
    expect(entry(page, "sleep-zero.html")).not_to_have_class(re.compile("read"))
    read = page.locator(".sidebar-tree .read")
    assert read.count() == 0
    page.evaluate(END)
    expect(read).to_have_text(["3.3 Blocking the loop"])
    assert read.evaluate("one => one.ariaDescription") == "read"
    page.goto(f"{site}/zh/await/index.html")
    expect(page.locator(".page-list .read")).to_have_text(re.compile(r"^3\.3 "))
    progress = page.locator(".page-progress")
    expect(progress).to_contain_text("已读 1 页")
    progress.get_by_role("button").click()
    expect(page.locator(".read")).to_have_count(0)
    expect(progress).to_have_text("共 5 页")
    page.reload()
    expect(page.locator(".read")).to_have_count(0)


def test_what_has_been_read_moves_nothing(site: str, open_page: OpenPage) -> None:
    """A sign has its place before it comes."""
    page = open_page()
    page.goto(f"{site}/en/await/index.html")
    places = """() => [...document.querySelectorAll(".sidebar-tree a, .page-list :is(a, p), h2")]
      .map((one) => Object.values(one.getBoundingClientRect().toJSON()).join(" "))"""
    before = page.evaluate(places)
    names = ["await/blocking.html", "await/index.html", "glossary.html"]
    kept = json.dumps(dict.fromkeys(names, True))
    page.evaluate("kept => localStorage.setItem('read', kept)", kept)
    page.reload()
    expect(page.locator(".read")).to_have_count(4)  # one of them in the chapter's list
    assert page.evaluate(places) == before


@pytest.mark.slow
def test_who_forbids_to_keep_anything_reads_all_the_same(site: str, open_page: OpenPage) -> None:
    """So does who has something else there under that name."""
    page = open_page()
    for kept in ("[1", "7", '"text"', "null", "[]"):
        page.goto(f"{site}/en/{PAGE}")
        page.evaluate("kept => localStorage.setItem('read', kept)", kept)
        page.reload()
        page.evaluate(END)
        expect(page.locator(".sidebar-tree .read")).to_have_count(1)


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("en", ["as in the system, now light", "dark", "light"]),
        ("zh", ["跟随系统（当前浅色）", "深色", "浅色"]),
    ],
)
@pytest.mark.parametrize("width", [1280, 390])
def test_the_button_for_the_theme_says_its_state(
    site: str, open_page: OpenPage, width: int, language: str, names: list[str]
) -> None:
    """In its name and beside the pointer, before and after each press; one drawing at a time."""
    page = open_page(width, color_scheme="light")
    page.goto(f"{site}/{language}/{PAGE}")
    button = page.locator(".theme-toggle:visible")
    for name in [*names, names[0]]:
        expect(button).to_have_attribute("aria-label", re.compile(re.escape(name)))
        expect(button).to_have_attribute("title", re.compile(re.escape(name)))
        expect(button.locator("svg:visible")).to_have_count(1)
        button.click()


def test_drawers_work_without_scripts(site: str, open_page: OpenPage) -> None:
    """Both open, are out of reach while closed, and close."""
    page = open_page(390, java_script_enabled=False)
    page.goto(f"{site}/en/{PAGE}")
    for opener in page.locator(".mobile-header button[popovertarget]").all():
        drawer = page.locator(f"#{opener.get_attribute('popovertarget')}")
        expect(drawer).to_be_hidden()
        opener.click()
        expect(drawer).to_be_visible()
        drawer.locator(".drawer-close").click()
        expect(drawer).to_be_hidden()
    page.locator(".nav-overlay-icon").click()
    page.locator("summary[aria-label*=Limits]").click()
    entry(page, "checklist.html").click()
    page.wait_for_url("**/limits/checklist.html")


def test_a_link_to_a_section_closes_the_drawer(site: str, open_page: OpenPage) -> None:
    """So does a screen that becomes wide enough."""
    page = open_page(390)
    page.goto(f"{site}/en/{PAGE}")
    page.locator(".toc-header-icon").click()
    page.locator(".toc-tree a:visible").first.click()
    expect(page.locator(".toc-drawer")).to_be_hidden()
    page.locator(".nav-overlay-icon").click()
    page.set_viewport_size({"width": 1400, "height": 800})
    expect(page.locator(":popover-open")).to_have_count(0)
    expect(page.locator(".sidebar-drawer")).to_be_visible()
    expect(page.locator(".toc-drawer")).to_be_visible()


@pytest.mark.parametrize("path", ["en/rules.html", "zh/catalogue.html", "en/index.html"])
def test_tables_are_read_without_scrolling_on_a_phone(
    site: str, open_page: OpenPage, path: str
) -> None:
    """At 320 pixels, all of each is inside the screen, and a cell says which column it is of."""
    page = open_page(320, 640)
    page.goto(f"{site}/{path}")
    wide = page.locator(".table-wrapper").evaluate_all(
        "all => all.filter((one) => one.scrollWidth > one.clientWidth + 1).length"
    )
    assert wide == 0
    for table in page.locator("[data-labelled]").all()[:3]:
        heads = [name.strip() for name in table.locator("th").all_text_contents()]
        said = (
            table.locator("tbody tr")
            .first.locator("td")
            .evaluate_all(
                "all => all.map((one) => getComputedStyle(one, '::before').content.slice(1, -1))"
            )
        )
        assert said == heads

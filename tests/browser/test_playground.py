"""The page of the playground: programs are chosen, run, stopped and kept; no Python runs here.

What stands for Python answers at once; that it runs programs is tested elsewhere.
"""

import re
from collections.abc import Callable

import pytest
from playground_page import (
    KEPT,
    LANGUAGES,
    SAID,
    WIDTHS,
    OpenPlayground,
    button,
    drawn,
    editor,
    note,
    paste,
    press,
    says,
    visit,
    write,
)
from playwright.sync_api import Page, expect
from test_access import found

from language.languages import CHINESE, ENGLISH, Language
from language.words import word
from tools.project import HERE

pytestmark = pytest.mark.slow

OpenPage = Callable[..., Page]

FORBID = """for (const name of ["getItem", "setItem"]) {
  const own = Storage.prototype[name];
  Storage.prototype[name] = function (key, ...more) {
    if (key.startsWith("whose-turn")) throw new Error("forbidden");
    return own.call(this, key, ...more);
  };
}"""


def test_what_is_pasted_beside_the_field_is_shown(playground: OpenPlayground) -> None:
    """Whoever comes with a program pastes it at once; nothing runs, and nothing he had is lost."""
    page = playground(ENGLISH)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    write(page, "print(1)")
    page.evaluate("navigator.clipboard.writeText('print(2)\\n')")
    page.locator("h1").click()
    page.keyboard.press("ControlOrMeta+v")
    expect(editor(page)).to_have_value("print(2)\n")
    expect(editor(page)).to_be_focused()
    assert page.evaluate("asked") == []
    press(page, "own")
    expect(editor(page)).to_have_value("print(1)")
    page.reload()
    expect(editor(page)).to_have_value("print(1)")


@pytest.mark.parametrize("sign", ["write", "focus", "hover"])
def test_python_comes_when_somebody_is_about_to_run_something(
    playground: OpenPlayground, sign: str
) -> None:
    """He goes into the editor, or to the button; not before."""
    page = playground(ENGLISH)
    assert page.evaluate("prepared") == 0
    node = page.locator("textarea" if sign == "write" else ".bench-run")
    {"write": node.click, "focus": node.focus, "hover": node.hover}[sign]()
    assert page.evaluate("prepared") == 1


@LANGUAGES
@WIDTHS
def test_ctrl_enter_runs(playground: OpenPlayground, language: Language, width: int) -> None:
    """What stands in the editor, in the page's language; and so does the button."""
    page = playground(language, width=width)
    write(page, "print(1)")
    page.keyboard.press("ControlOrMeta+Enter")
    expect(page.locator(".bench-status")).to_have_text(says(page, "complete"))
    assert page.evaluate("shown") == ["run", "found"]
    press(page, "run")
    request = {
        "kind": "explore",
        "source": "print(1)",
        "language": language.folder,
        "schedule": None,
    }
    assert page.evaluate("asked") == [request, request]
    assert editor(page).input_value() == "print(1)"


@LANGUAGES
def test_it_is_said_how_far_python_is(playground: OpenPlayground, language: Language) -> None:
    """How much of it has come, then that it starts; that a program runs is said when it does."""
    page = playground(language)
    page.evaluate(
        """() => Object.assign(Turns.python, {
          load: (progress) => new Promise((go) => Object.assign(globalThis, { progress, go })),
          ask: (request, part, begun) => new Promise(() => (globalThis.begin = begun)),
        })"""
    )
    press(page, "run")
    status = page.locator(".bench-status")
    page.evaluate("progress({ loaded: 4_100_000, total: 5_300_000 })")
    amount = says(page, "amount").format(loaded="4.1", total="5.3")
    expect(status).to_have_text(says(page, "loading") + amount)
    assert page.locator(".bench-status progress").evaluate("one => one.position") > 0.7
    page.evaluate("progress({ loaded: 5_300_000, total: 5_300_000 })")
    expect(status).to_have_text(says(page, "starting"))
    page.evaluate("go()")
    expect(status).to_have_text(says(page, "starting"))
    page.evaluate("begin()")
    expect(status).to_have_text(says(page, "running"))


@WIDTHS
def test_the_editor_is_as_tall_as_its_text(playground: OpenPlayground, width: int) -> None:
    """Between eight lines and what the page has room for."""
    page = playground(width=width)
    frame = page.locator(".editor-frame")
    heights = []
    for lines in (2, 12, 99):
        paste(page, "x = 1\n" * lines)
        heights.append(frame.bounding_box()["height"])  # type: ignore[index]
    few, some, many = heights
    line = frame.evaluate("one => parseFloat(getComputedStyle(one).lineHeight)")
    assert 8 * line <= few < 11 * line
    assert few < some < many <= 460


@LANGUAGES
def test_what_is_wrong_is_shown_at_its_line(playground: OpenPlayground, language: Language) -> None:
    """In Python's own words, until something is typed; the result of an old text says so."""
    page = playground(language)
    write(page, "a = 1\nwrong")
    page.keyboard.press("ControlOrMeta+Enter")
    message = says(page, "at-line").format(line=2, message="NameError: name 'wrong' is not defined")
    expect(page.locator(".editor-message")).to_have_text(message)
    expect(page.locator(".editor-marked")).to_have_text("wrong")
    expect(editor(page)).to_have_attribute("aria-invalid", "true")
    page.keyboard.type("!")
    expect(page.locator(".editor-message")).to_be_hidden()
    expect(page.locator(".editor-marked")).to_have_count(0)
    expect(page.locator(".bench-status")).to_have_text(says(page, "changed"))


@LANGUAGES
def test_stop_stops(playground: OpenPlayground, language: Language) -> None:
    """And the next run works, with the focus where it can begin."""
    page = playground(language)
    expect(button(page, "stop")).to_be_disabled()
    write(page, "for ever")
    press(page, "run")
    expect(page.locator(".bench-status")).to_have_text(says(page, "running"))
    press(page, "stop")
    expect(page.locator(".bench-status")).to_have_text(says(page, "failed-stopped"))
    expect(button(page, "run")).to_be_focused()
    write(page, "print(1)")
    press(page, "run")
    expect(page.locator(".bench-status")).to_have_text(says(page, "complete"))


def test_every_failure_is_said(playground: OpenPlayground) -> None:
    """A reason for which there is no word would be seen as a key."""
    scripts = "".join(path.read_text("utf-8") for path in HERE.docs.glob("_assets/playground/*.js"))
    reasons = re.findall(r'(?:Failure\(|because\(|reason: )"([\w-]+)"', scripts)
    page = playground()
    for reason in [*reasons, "time", "memory", "crashed", "stopped"]:
        assert page.evaluate(SAID, reason), reason


@LANGUAGES
@WIDTHS
def test_the_menu_has_all_programs(
    playground: OpenPlayground, language: Language, width: int
) -> None:
    """By chapter, with titles in the page's language; it comes when it is first opened."""
    page = playground(language, width=width)
    files: list[str] = []
    page.on("request", lambda request: files.append(request.url))
    press(page, "programs")
    menu = page.get_by_role("dialog")
    expect(menu).to_be_visible()
    assert len(files) == 3  # what it has, how it looks, what it does
    assert menu.locator("li").count() == len(HERE.programs())
    page.keyboard.type("two_kettles")
    expect(menu.locator("li:visible")).to_have_count(1)
    title = {
        ENGLISH: "Two kettles heat up at the same time; the smaller one whistles first.",
        CHINESE: "两只水壶同时烧水，小的先响。",
    }
    row = menu.locator("li:visible button")
    expect(row).to_contain_text(title[language])
    assert menu.bounding_box()["width"] <= width  # type: ignore[index]
    row.click()
    expect(menu).to_be_hidden()
    expect(editor(page)).to_be_focused()
    assert 'print(f"{name}: whistles")' in editor(page).input_value()
    assert "# Output" not in editor(page).input_value()
    assert page.url.endswith("#program=event_loop/two_kettles")
    press(page, "programs")
    menu.locator("input").fill("qqqq")
    none = word(language, "menu-programs-none")
    expect(menu.locator("[role=status]")).to_have_text(none)
    page.keyboard.press("Escape")  # empties the field
    page.keyboard.press("Escape")
    expect(menu).to_be_hidden()


@LANGUAGES
def test_who_comes_to_paste_can(
    open_page: OpenPage, playground: OpenPlayground, site: str, language: Language
) -> None:
    """The home page leads to an editor that makes room; nothing that was written there is lost."""
    home = open_page()
    home.goto(f"{site}/{language.folder}/index.html")
    address = home.locator(".living-text a").last.get_attribute("href")
    assert address is not None
    page = playground(language, address=f"#{address.partition('#')[2]}")
    expect(editor(page)).to_be_focused()
    expect(note(page)).to_have_text(says(page, "paste"))
    page.keyboard.type("mine = 1")
    assert editor(page).input_value() == "mine = 1"
    expect(note(page)).to_have_text("")
    visit(page, page.url + "#paste")
    expect(editor(page)).to_be_focused()
    page.keyboard.type("mine = 2")
    press(page, "own")
    assert editor(page).input_value() == "mine = 1"
    visit(page, page.url)
    expect(editor(page)).not_to_be_focused()


def test_an_address_names_a_program(playground: OpenPlayground) -> None:
    """Of this site; it does not run."""
    page = playground(address="#program=event_loop/two_kettles")
    expect(page.locator(".playground-name")).to_have_text("two_kettles.py")
    assert "whistles" in editor(page).input_value()
    assert page.evaluate("asked") == []
    page.evaluate("location.hash = '#program=await/nothing_like_that'")
    expect(note(page)).to_have_text(says(page, "no-program"))
    assert "whistles" in editor(page).input_value()


def test_work_is_kept_and_can_be_cleared(playground: OpenPlayground) -> None:
    """Over reloads and in both languages; nothing takes its place for good."""
    page = playground()
    first = editor(page).input_value()
    address = page.url
    expect(page.locator(".playground-name")).to_have_text("lost_update.py")
    expect(button(page, "discard")).to_be_hidden()
    write(page, "mine = 1")
    expect(page.locator(".playground-name")).to_have_text("program.py")
    visit(page, address.replace("/en/", "/zh/"))
    assert editor(page).input_value() == "mine = 1"
    visit(page, f"{address}#program=event_loop/two_kettles")
    expect(page.locator(".playground-name")).to_have_text("two_kettles.py")
    visit(page, address)
    assert editor(page).input_value() == "mine = 1"
    # A program that is changed is the reader's; the other one is still there.
    visit(page, f"{address}#program=event_loop/two_kettles")
    expect(page.locator(".playground-name")).to_have_text("two_kettles.py")
    editor(page).press("ControlOrMeta+End")
    page.keyboard.type("# changed")
    assert "#program" not in page.url
    visit(page, address)
    assert editor(page).input_value().endswith("# changed")
    press(page, "own")
    assert editor(page).input_value() == "mine = 1"
    press(page, "own")
    assert editor(page).input_value().endswith("# changed")
    press(page, "discard")
    expect(note(page)).to_have_text(says(page, "cleared"))
    expect(button(page, "discard")).to_be_hidden()
    expect(editor(page)).to_be_focused()
    assert editor(page).input_value() == first
    assert page.evaluate(KEPT) == "{}"
    press(page, "own")
    assert editor(page).input_value().endswith("# changed")
    press(page, "discard")
    visit(page, address)
    assert editor(page).input_value() == first
    expect(button(page, "own")).to_be_hidden()


def test_without_storage_it_works(playground: OpenPlayground, site: str) -> None:
    """A browser may forbid to keep anything."""
    page = playground()
    page.add_init_script(FORBID)
    visit(page, f"{site}/en/playground.html")
    write(page, "print(1)")
    press(page, "run")
    expect(page.locator(".bench-status")).to_have_text(says(page, "complete"))


@LANGUAGES
@WIDTHS
def test_no_violation(playground: OpenPlayground, language: Language, width: int) -> None:
    """With all open, a line marked, and in the menu; of colours, in both themes."""
    page = playground(language, width=width, answer={"markdown": "x", "drawing": drawn()})
    write(page, "a = 1\nwrong")
    press(page, "share")
    press(page, "run")
    expect(page.locator(".editor-message")).to_be_visible()
    wrong = found(page)
    page.emulate_media(color_scheme="dark")
    wrong += found(page, rules=["color-contrast"])
    press(page, "programs")
    expect(page.get_by_role("dialog")).to_be_visible()
    wrong += found(page, context=".programs")
    page.emulate_media(color_scheme="light")
    wrong += found(page, context=".programs", rules=["color-contrast"])
    assert wrong == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@LANGUAGES
def test_without_scripts_it_is_a_program(
    open_page: OpenPage, site: str, language: Language
) -> None:
    """With what it could do, and the way to run it elsewhere."""
    page = open_page(java_script_enabled=False)
    page.goto(f"{site}/{language.folder}/playground.html")
    expect(page.locator(".playground pre")).to_contain_text("import asyncio")
    link = page.locator(".playground noscript a")
    expect(link).to_have_attribute("href", re.compile("own-program"))

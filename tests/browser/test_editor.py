"""The editor: programs are typed, indented, undone and read."""

import pytest
from playground_page import LANGUAGES, WIDTHS, OpenPlayground, button, editor, press, write
from playwright.sync_api import expect

from language.languages import ENGLISH, Language
from language.words import word

pytestmark = pytest.mark.slow

LETTERS = """one => {
  const style = getComputedStyle(one);
  return ["font", "letterSpacing", "tabSize", "padding"].map((name) => style[name]);
}"""


@LANGUAGES
@WIDTHS
def test_enter_and_tab_indent(playground: OpenPlayground, language: Language, width: int) -> None:
    """After a colon by four, after a return back; Tab, Shift+Tab and Backspace in steps of four."""
    page = playground(language, width=width)
    write(page, "async def main():\nif True:\nreturn 1\nprint(\n")
    assert editor(page).input_value() == (
        "async def main():\n    if True:\n        return 1\n    print(\n        "
    )
    page.keyboard.press("Backspace")
    assert editor(page).input_value().endswith("print(\n    ")
    page.keyboard.type(")")
    page.keyboard.press("Tab")
    page.keyboard.type("# 注释")
    assert editor(page).input_value().endswith("\n    )   # 注释")
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.press("Tab")
    assert editor(page).input_value().startswith("    async def main():\n        if True:")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Shift+Tab")
    assert editor(page).input_value().startswith("async def main():\nif True:\n    return 1")


def test_all_of_it_can_be_undone(playground: OpenPlayground) -> None:
    """What the editor has typed by itself, too."""
    page = playground()
    write(page, "a = 1")
    page.keyboard.type("\nfor x in y:\nz")
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.press("Tab")
    assert editor(page).input_value() == "    a = 1\n    for x in y:\n        z"
    page.keyboard.press("ControlOrMeta+z")
    assert editor(page).input_value() == "a = 1\nfor x in y:\n    z"
    for _ in range(20):
        page.keyboard.press("ControlOrMeta+z")
    assert editor(page).input_value().startswith("import asyncio")
    assert page.locator(".editor-shown").text_content() == editor(page).input_value().replace(
        "\n", ""
    )


def test_what_is_shown_is_what_is_written(playground: OpenPlayground) -> None:
    """Letter for letter in the same place, whatever is typed where; with a number for each line."""
    page = playground()
    write(page, 'x = """one\ntwo')
    page.keyboard.press("ControlOrMeta+Home")
    page.keyboard.type("import this\n\n")
    editor(page).evaluate("one => one.setSelectionRange(14, 16)")
    page.keyboard.press("Delete")
    lines = editor(page).input_value().split("\n")
    assert page.locator(".editor-shown > div").all_text_contents() == lines
    assert page.locator(".editor-numbers").inner_text().split("\n") == [
        str(number + 1) for number in range(len(lines))
    ]
    boxes = [page.locator(f".editor-text > {one}").bounding_box() for one in ("div", "textarea")]
    assert boxes[0] == boxes[1]
    shown = page.locator(".editor-shown")
    assert shown.evaluate(LETTERS) == editor(page).evaluate(LETTERS)


def test_an_input_method_is_left_alone(playground: OpenPlayground) -> None:
    """Enter ends a composition, and what is composed is seen."""
    page = playground()
    write(page, "if x:")
    devtools = page.context.new_cdp_session(page)
    compose = {"selectionStart": 2, "selectionEnd": 2}
    devtools.send("Input.imeSetComposition", {"text": "lun", **compose})
    assert page.locator(".editor-shown").text_content() == "if x:lun"
    page.keyboard.press("Escape")
    devtools.send("Input.insertText", {"text": "轮到"})
    assert editor(page).input_value().startswith("if x:")
    assert "轮到" in editor(page).input_value()
    assert page.locator(".editor-shown").text_content() == editor(page).input_value()


def test_the_caret_stays_in_sight(playground: OpenPlayground) -> None:
    """In long programs and long lines; the numbers cover no letter at it."""
    page = playground(width=390)
    write(page, "\n".join(f"line_{number} = 1" for number in range(60)))
    page.keyboard.type("  # " + "long " * 30)
    frame = page.locator(".editor-frame")
    at_end = frame.evaluate("one => [one.scrollTop, one.scrollLeft]")
    assert min(at_end) > 100
    page.keyboard.press("Home")
    page.keyboard.press("ControlOrMeta+Home")
    assert frame.evaluate("one => [one.scrollTop, one.scrollLeft]") == [0, 0]


def test_who_comes_by_is_not_held(playground: OpenPlayground) -> None:
    """Tab leads through the page; who has written leaves by Escape and Tab, as is said."""
    page = playground()
    button(page, "programs").focus()
    page.keyboard.press("Tab")
    expect(editor(page)).to_be_focused()
    described = editor(page).get_attribute("aria-describedby") or ""
    said = " ".join(page.locator(f"#{one}").text_content() or "" for one in described.split())
    assert word(ENGLISH, "playground-editor-keys") in said
    page.keyboard.press("Tab")
    expect(button(page, "run")).to_be_focused()
    page.keyboard.press("Shift+Tab")
    page.keyboard.type("#")
    page.keyboard.press("Tab")
    expect(editor(page)).to_be_focused()
    page.keyboard.press("Escape")
    page.keyboard.press("Tab")
    expect(button(page, "run")).to_be_focused()


def test_letters_are_large_enough_on_a_phone(playground: OpenPlayground) -> None:
    """Browsers enlarge the page for a field in letters of less than 16 pixels."""
    page = playground(width=390, has_touch=True)
    press(page, "share")
    press(page, "programs")
    expect(page.locator(".programs input")).to_be_visible()
    sizes = page.locator("textarea, .share-link input, .programs input").evaluate_all(
        "all => all.map(one => parseFloat(getComputedStyle(one).fontSize))"
    )
    assert len(sizes) == 3
    assert min(sizes) >= 16

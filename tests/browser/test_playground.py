"""The page of the playground: programs are written, shared, saved and kept; no Python runs here.

What stands for Python answers at once; that it runs programs is tested elsewhere.
"""

import json
import re
import zlib
from base64 import urlsafe_b64encode
from collections.abc import Callable
from pathlib import Path
from xml.etree.ElementTree import canonicalize

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from test_access import found

from language.languages import BY_FOLDER, CHINESE, ENGLISH, Language
from language.words import word
from tools.project import HERE
from turns.drawing.standalone import svg
from turns.recording import codec
from turns.recording.recording import Recording

pytestmark = pytest.mark.slow

OpenPage = Callable[..., Page]
OpenPlayground = Callable[..., Page]
LANGUAGES = pytest.mark.parametrize(
    "language", [ENGLISH, CHINESE], ids=lambda language: str(language.tag)
)
WIDTHS = pytest.mark.parametrize("width", [1280, 390])
KEPT = "localStorage.getItem('whose-turn-playground')"
FIRST = "await/lost_update"

# What stands for Python, and for what shows its answers. `asked` are the requests.
FAKE = """(found) => {
  globalThis.asked = [];
  let end = () => {};
  Turns.python = {
    prepare() {},
    load: async (progress) => progress({ loaded: 4_100_000, total: 5_300_000 }),
    stop: () => end(Object.assign(new Error(), { reason: "stopped" })),
    ask: (request, part) => new Promise((resolve, reject) => {
      asked.push(request);
      end = reject;
      if (request.source.includes("for ever")) return;
      if (request.source.includes("wrong")) {
        const error = "Traceback\\nNameError: name 'wrong' is not defined\\n";
        part({ kind: "run", error, line: 2, problem: null });
      } else part({ kind: "run", error: null, line: null, problem: null });
      part({ kind: "found", ...found });
      resolve();
    }),
  };
  globalThis.shown = [];
  Object.defineProperties(Turns.Results.prototype, {
    begin: { value: () => (shown.length = 0) },
    show: { value: ({ kind }) => shown.push(kind) },
    end: { value() {} },
    clear: { value: () => (shown.length = 0) },
    isEmpty: { get: () => !shown.length },
  });
}"""


LETTERS = """one => {
  const style = getComputedStyle(one);
  return ["font", "letterSpacing", "tabSize", "padding"].map((name) => style[name]);
}"""
FORBID = """for (const name of ["getItem", "setItem"]) {
  const own = Storage.prototype[name];
  Storage.prototype[name] = function (key, ...more) {
    if (key.startsWith("whose-turn")) throw new Error("forbidden");
    return own.call(this, key, ...more);
  };
}"""
# The words for a reason why nothing runs, or what is wrong with a link.
SAID = (
    "key => [`failed-${key}`, key].map((one) => Turns.say(one)).find((one) => !one.endsWith(key))"
)


def drawn() -> str:
    """Return the picture of a program, as `turns draw` writes it."""
    pinned = json.loads((HERE.docs / "_recordings" / f"{FIRST}.json").read_text("utf-8"))
    recording = codec.decode(Recording, pinned["recording"])
    return svg(recording, "lost_update.py", "en", "light", style="")


@pytest.fixture
def playground(site: str, open_page: OpenPage) -> OpenPlayground:
    """Return a function that opens the page."""

    def open_it(
        language: Language = ENGLISH,
        address: str = "",
        answer: dict[str, str] | None = None,
        **options: object,
    ) -> Page:
        page = open_page(**options)
        visit(page, f"{site}/{language.folder}/playground.html{address}", answer)
        return page

    return open_it


def visit(page: Page, address: str, answer: dict[str, str] | None = None) -> None:
    """Open an address of the playground, with what stands for Python."""
    page.goto("about:blank")  # another fragment alone would not load it anew
    page.goto(address)
    expect(editor(page)).to_be_visible()
    page.evaluate(FAKE, answer or {})


def editor(page: Page) -> Locator:
    """Return the field in which programs are written."""
    return page.locator(".editor textarea")


def press(page: Page, key: str) -> None:
    """Press the button with a word of the playground."""
    button(page, key).click()


def button(page: Page, key: str) -> Locator:
    """Return the button with a word of the playground."""
    language = BY_FOLDER["zh" if "/zh/" in page.url else "en"]
    return page.get_by_role("button", name=word(language, f"playground-{key}"), exact=True)


def note(page: Page) -> Locator:
    """Return what is said of the program that is shown."""
    return page.locator(".playground-note")


def says(page: Page, key: str) -> str:
    """Return a text of the playground in the page's language."""
    return word(BY_FOLDER["zh" if "/zh/" in page.url else "en"], f"playground-{key}")


def write(page: Page, text: str) -> None:
    """Have the editor empty, and type."""
    editor(page).click()
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.press("Delete")
    page.keyboard.type(text)


def paste(page: Page, text: str) -> None:
    """Have another text in the editor, as long as it may be: a browser types 500 lines a second."""
    change = "(one, text) => (one.value = text) && one.dispatchEvent(new Event('input', BUBBLES))"
    editor(page).evaluate(change.replace("BUBBLES", "{ bubbles: true }"), text)


def packed(text: bytes) -> str:
    """Return a text as links carry it."""
    deflate = zlib.compressobj(9, wbits=-15)
    return urlsafe_b64encode(deflate.compress(text) + deflate.flush()).decode().rstrip("=")


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
    reasons = re.findall(r'(?:PythonError\(|failed\(|reason: )"([\w-]+)"', scripts)
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
    assert len(files) == 1
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
    expect(menu.locator("[role=status]")).to_have_text(says(page, "programs-none"))
    page.keyboard.press("Escape")  # empties the field
    page.keyboard.press("Escape")
    expect(menu).to_be_hidden()


def test_an_address_names_a_program(playground: OpenPlayground) -> None:
    """Of this site; it does not run."""
    page = playground(address="#program=event_loop/two_kettles")
    expect(page.locator(".playground-name")).to_have_text("two_kettles.py")
    assert "whistles" in editor(page).input_value()
    assert page.evaluate("asked") == []
    page.evaluate("location.hash = '#program=await/nothing_like_that'")
    expect(note(page)).to_have_text(says(page, "no-program"))
    assert "whistles" in editor(page).input_value()


@LANGUAGES
@WIDTHS
def test_a_link_carries_a_program(
    playground: OpenPlayground, language: Language, width: int
) -> None:
    """Letter for letter; opening it runs nothing, and leaves what the reader wrote."""
    text = 'print("轮到谁了？🫖")\n\tx = "<b>&amp;"\n' + "# long\n" * 2000
    page = playground(language, width=width)
    paste(page, text)
    press(page, "share")
    expect(page.locator(".share-link input")).to_have_value(re.compile("#code=1"))
    link = page.locator(".share-link input").input_value()
    assert len(link) < 300
    write(page, "mine = 1")
    visit(page, link)
    expect(note(page)).to_have_text(says(page, "came-by-link"))
    assert editor(page).input_value() == text
    assert page.evaluate("asked") == []
    press(page, "own")
    assert editor(page).input_value() == "mine = 1"
    assert "#" not in page.url


def test_a_link_may_lead_to_a_run(playground: OpenPlayground) -> None:
    """Of a schedule, which is asked for when the reader presses Run; no longer for another text."""
    page = playground(address=f"#code=1.{packed(b'print(1)')}&schedule=q7.1a3f0-9h2b10")
    expect(note(page)).to_have_text(says(page, "came-by-link"))
    press(page, "share")
    page.locator(".share input[type=checkbox]").check()
    expect(page.locator(".share-link input")).to_have_value(
        re.compile("&schedule=q7.1a3f0-9h2b10$")
    )
    press(page, "run")
    write(page, "print(2)")
    press(page, "run")
    assert [one["schedule"] for one in page.evaluate("asked")] == ["q7.1a3f0-9h2b10", None]


LINES, BRACKETS = b"\n" * 65_000, b"(" * 65_000
BOMB = packed(b"#" * 50_000_000)
HOSTILE = {
    "not base64": ("#code=1.%F0%9F%92%A9<img src=x onerror=alert(1)>", "link-broken"),
    "not deflated": (f"#code=1.{urlsafe_b64encode(b'print(1)').decode()}", "link-broken"),
    "cut off": (f"#code=1.{packed(b'print(1)' * 99)[:-8]}", "link-broken"),
    "more behind it": (f"#code=1.{packed(b'print(1)')}AAAA", "link-broken"),
    "a bomb": (f"#code=1.{BOMB}", "link-large"),
    "very long": (f"#code=1.{'A' * 300_000}", "link-large"),
    "not UTF-8": (f"#code=1.{packed(bytes([0xFF, 0xFE, 0xC0]))}", "link-broken"),
    "empty": ("#code=", "link-broken"),
    "no version": (f"#code={packed(b'print(1)')}", "link-broken"),
    "of the future": (f"#code=2.{packed(b'print(1)')}", "link-newer"),
    "no escape": ("#code=%", "link-broken"),
    "nothing but lines": (f"#code=1.{packed(LINES)}", "link-large"),
    "nothing but brackets": (f"#code=1.{packed(BRACKETS)}", "came-by-link"),
    "a huge schedule": (
        f"#code=1.{packed(b'print(1)')}&schedule=q{'0.0abcd-' * 20_000}",
        "link-large",
    ),
    "no schedule": (f"#code=1.{packed(b'print(1)')}&schedule=<script>", "link-broken"),
    "a program elsewhere": ("#program=../../etc/passwd", ""),
    "markup in a name": ("#program=await/<img src=x onerror=alert(1)>", ""),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_link_is_one_sentence(playground: OpenPlayground, kind: str) -> None:
    """Nothing runs, nothing is lost, and the page goes on working."""
    page = playground()
    write(page, "mine = 1")
    hash_, said = HOSTILE[kind]
    for language in (ENGLISH, CHINESE):
        address = page.url.partition("#")[0].replace("/en/", f"/{language.folder}/")
        visit(page, address + hash_)
        if said:
            expect(note(page)).to_have_text(says(page, said))
        if said == "came-by-link":
            press(page, "own")
        assert editor(page).input_value() == "mine = 1"
        assert page.evaluate("asked") == []
        page.mouse.wheel(0, 300)
        press(page, "run")
        expect(page.locator(".bench-status")).to_have_text(says(page, "complete"))


def test_markup_in_a_program_is_text(playground: OpenPlayground) -> None:
    """Wherever it is shown."""
    text = (
        '</textarea><img src=x onerror="globalThis.hurt = 1"><script>globalThis.hurt = 1</script>'
    )
    page = playground(address=f"#code=1.{packed(text.encode())}")
    expect(note(page)).to_have_text(says(page, "came-by-link"))
    assert editor(page).input_value() == text
    assert page.locator(".playground :is(img, script)").count() == 0
    assert page.evaluate("globalThis.hurt") is None


def test_work_is_kept_and_can_be_cleared(playground: OpenPlayground) -> None:
    """Over reloads and in both languages; nothing takes its place for good."""
    page = playground()
    first = editor(page).input_value()
    address = page.url
    write(page, "mine = 1")
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
    press(page, "clear")
    expect(note(page)).to_have_text(says(page, "cleared"))
    assert editor(page).input_value() == first
    assert page.evaluate(KEPT) == "{}"
    press(page, "own")
    assert editor(page).input_value().endswith("# changed")
    press(page, "clear")
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
def test_files_are_saved(playground: OpenPlayground, language: Language, tmp_path: Path) -> None:
    """The program as it stands; the picture, as soon as there is one."""
    page = playground(language, "#program=event_loop/two_kettles", answer={"drawing": drawn()})
    expect(page.locator(".playground-name")).to_have_text("two_kettles.py")
    press(page, "share")
    with page.expect_download() as program:
        press(page, "share-file")
    assert program.value.suggested_filename == "two_kettles.py"
    program.value.save_as(tmp_path / "program")
    assert (tmp_path / "program").read_text("utf-8") == editor(page).input_value()
    expect(button(page, "share-picture")).to_be_disabled()
    press(page, "run")
    with page.expect_download() as picture:
        press(page, "share-picture")
    assert picture.value.suggested_filename == "two_kettles.svg"
    picture.value.save_as(tmp_path / "picture")
    text = (tmp_path / "picture").read_text("utf-8")
    before, style, after = re.split(
        r"(?<=\n)(\.picture-drawing .*)(?=</style>)", text, flags=re.DOTALL
    )
    assert ".picture-drawing .lane" in style
    assert canonicalize(before + after) == canonicalize(drawn())
    write(page, "print(2)")
    press(page, "programs")
    page.keyboard.press("Escape")


HURTFUL = """<svg xmlns="http://www.w3.org/2000/svg" data-x="hurt()" width="10"
 xmlns:xlink="http://www.w3.org/1999/xlink"><script>hurt()</script><style>@import url(//x)</style>
<a href="javascript:hurt()"><text>link</text></a><image href="http://192.0.2.1/x.png"/>
<foreignObject><body xmlns="http://www.w3.org/1999/xhtml"><img src="x" data-x="hurt()"/></body>
</foreignObject><rect fill="url(http://192.0.2.1/#x)" width="5"/><use xlink:href="http://192.0.2.1/#x"/>
<text class="name">kept</text></svg>"""


def test_a_picture_reaches_nothing(playground: OpenPlayground) -> None:
    """What a program may have put into it is not in the file; what is none is no file."""
    page = playground()
    made = page.evaluate("text => Turns.standalone(text)", HURTFUL)
    assert re.findall(r"<(\w+)", made) == ["svg", "style", "rect", "text"]
    assert "hurt" not in made
    assert "192.0.2.1" not in made
    assert "//x" not in made
    assert '<text class="name">kept</text>' in made
    for text in ("<html><body/></html>", "<svg", "", "<svg xmlns='http://www.w3.org/2000/svg'>&x;"):
        assert page.evaluate("text => Turns.standalone(text) ?? null", text) is None


@LANGUAGES
def test_all_of_it_can_be_pasted(
    browser: Browser, playground: OpenPlayground, language: Language
) -> None:
    """A link, and a text in Markdown with the program, what was found, and the link."""
    assert browser
    page = playground(language, answer={"markdown": "`program.py`\n\n1. `1`: **program**"})
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    write(page, "print('```')\n")
    press(page, "share")
    expect(button(page, "share-markdown")).to_be_disabled()
    press(page, "run")
    press(page, "share-copy")
    expect(page.locator(".share [role=status]")).to_have_text(says(page, "share-copied"))
    link = page.evaluate("navigator.clipboard.readText()")
    assert link == page.locator(".share-link input").input_value()
    press(page, "share-markdown")
    expect(page.locator(".share [role=status]")).to_have_text(says(page, "share-copied"))
    assert page.evaluate("navigator.clipboard.readText()") == (
        "````python\nprint('```')\n````\n\n`program.py`\n\n1. `1`: **program**\n\n"
        f"[{says(page, 'share-here')}]({link})\n"
    )
    write(page, "print(2)")
    expect(button(page, "share-markdown")).to_be_disabled()


def test_a_program_that_is_too_long_has_no_link(playground: OpenPlayground) -> None:
    """And the page says so."""
    page = playground()
    paste(page, ("# " + "轮" * 30 + "\n") * 1000)
    press(page, "share")
    expect(page.locator(".share [role=status]")).to_have_text(says(page, "link-large"))
    assert page.locator(".share-link input").input_value() == ""


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


def test_letters_are_large_enough_on_a_phone(playground: OpenPlayground) -> None:
    """Browsers enlarge the page for a field in letters of less than 16 pixels."""
    page = playground(width=390, has_touch=True)
    press(page, "share")
    press(page, "programs")
    sizes = page.locator("textarea, .share-link input, .programs input").evaluate_all(
        "all => all.map(one => parseFloat(getComputedStyle(one).fontSize))"
    )
    assert len(sizes) == 3
    assert min(sizes) >= 16

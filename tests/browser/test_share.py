"""Links that carry a program, hostile ones too, and what can be saved or pasted elsewhere."""

import re
from base64 import urlsafe_b64encode
from pathlib import Path
from xml.etree.ElementTree import canonicalize

import pytest
from playground_page import (
    LANGUAGES,
    WIDTHS,
    OpenPlayground,
    button,
    drawn,
    editor,
    note,
    packed,
    paste,
    press,
    says,
    visit,
    write,
)
from playwright.sync_api import Browser, expect

from language.languages import CHINESE, ENGLISH, Language

pytestmark = pytest.mark.slow


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
    made = page.evaluate("text => Turns.known().then(() => Turns.standalone(text))", HURTFUL)
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

"""Pictures are made again of what `turns` draws with; what else a program writes is left out."""

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tools.project import HERE
from turns.drawing.picture import draw
from turns.exploring.findings import Findings, read

pytestmark = pytest.mark.xdist_group("python")

SAFE = (HERE.docs / "_assets" / "answer" / "safe.js").read_text("utf-8")

SVG = "<svg class='picture-drawing'>{}</svg>"
HOSTILE = {
    "script": "<script>harm()</script>",
    "script in a drawing": SVG.format("<script>harm()</script>"),
    "script by address": SVG.format("<script href='data:text/javascript,harm()'></script>"),
    "image": "<img src=x onerror='harm()'>",
    "image in a drawing": SVG.format("<image href='x' onerror='harm()'/>"),
    "handler of a drawing": "<svg onload='harm()'></svg>",
    "handler of a line": SVG.format("<line x1='1' onmouseover='harm()' onfocus='harm()'/>"),
    "link": SVG.format("<a href='javascript:harm()'><path d='M0 0'/></a>"),
    "old link": SVG.format("<a xlink:href='javascript:harm()'><circle r='1'/></a>"),
    "use": SVG.format("<use href='data:image/svg+xml,<svg onload=harm()>#x'/>"),
    "animation": SVG.format("<circle r='1'><animate attributeName='href' to='javascript:harm()'/>"),
    "set": SVG.format("<set attributeName='onload' to='harm()'/>"),
    "foreign": SVG.format("<foreignObject><iframe srcdoc='<script>top.harm()'></iframe>"),
    "style": "<style>body { display: none; background: url(/asked) }</style>",
    "style in a drawing": SVG.format("<style>@import '/asked';</style>"),
    "style of an element": "<p style='background: url(/asked); position: fixed'>x</p>",
    "variable": "<ol style='--graph: url(/asked); min-height: 9999999vh'></ol>",
    "paint": SVG.format("<rect fill='url(/asked)' filter='url(/asked#x)' width='url(/asked)'/>"),
    "frame": "<iframe src='javascript:top.harm()'></iframe><object data='/asked'></object>",
    "form": "<form action='/asked'><input autofocus onfocus='harm()'><button>x</button></form>",
    "name": "<p id='own' name='Turns'>x</p>",
    "mutation": "<math><mtext><table><mglyph><style><!--</style>"
    "<img title='--><img src onerror=harm()>'>",
    "template": "<template><img src=x onerror=harm()></template>"
    "<noscript><p title='</noscript><img src onerror=harm()>'>",
    "base": "<base href='https://python.invalid/'><meta http-equiv=refresh content='0;/asked'>",
    "path": SVG.format("<path d='M0 0\"/><img src=x onerror=harm()>'/>"),
    "depth": "<div>" * 5000 + "x",
    "number": "<li data-turn='1\"]'>x</li>",
}
BAD = """() => {
  const known = /^(ol|li|p|div|i|b|strong|span|code|svg|line|circle|path|rect)$/;
  const isBad = ({ name, value }) =>
    /^(on|href|xlink|src|id|name|fill)/.test(name) || /url|javascript|fixed|vh/.test(value);
  return [...document.querySelectorAll("#place *")].flatMap((one) => [
    ...(known.test(one.localName) ? [] : [one.localName]),
    ...[...one.attributes].filter(isBad).map(({ name, value }) => `${name}=${value}`),
  ]);
}"""
EMPTY = "<!doctype html><div id=place></div>"


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """Open a page with the function alone, in which harm would be seen."""
    context = browser.new_context()
    page = context.new_page()
    page.route("**/*", lambda route: route.fulfill(body=EMPTY, content_type="text/html"))
    page.goto("http://127.0.0.1/page")
    page.evaluate("() => { globalThis.harm = () => { globalThis.harmed = true; }; }")
    page.evaluate(f"() => {{{SAFE}}}")
    yield page
    context.close()


def _placed(page: Page, text: str) -> str:
    placed: str = page.evaluate(
        """(text) => {
          document.getElementById("place").replaceChildren(Turns.safe(text));
          return document.getElementById("place").innerHTML;
        }""",
        text,
    )
    return placed


@pytest.mark.parametrize("name", HOSTILE)
def test_nothing_of_it_is_left(name: str, page: Page) -> None:
    """Nothing runs, nothing is asked for, and no element is there that no picture has."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    _placed(page, HOSTILE[name])
    page.wait_for_timeout(50)
    assert page.evaluate("globalThis.harmed") is None
    assert page.evaluate(BAD) == []
    assert page.url == "http://127.0.0.1/page"
    assert asked == []


def _findings() -> Iterator[tuple[str, Findings]]:
    for path in sorted((HERE.docs / "_recordings").rglob("*.json")):
        found = read(json.loads(path.read_text("utf-8")))
        if isinstance(found, Findings):
            yield path.stem, found


def test_every_picture_of_the_site_stays_as_it_is(page: Page) -> None:
    """In both languages."""
    drawn = [draw(one.recording, lang) for _, one in _findings() for lang in ("en", "zh")]
    assert len(drawn) > 100
    changed = page.evaluate(
        """(drawn) => drawn.filter((text) => {
          const [made, told] = [document.createElement("div"), document.createElement("div")];
          made.append(Turns.safe(text));
          told.innerHTML = text;
          for (const one of told.querySelectorAll("[style]")) one.style.cssText += "";
          return !made.isEqualNode(told);
        }).map((text) => text.slice(0, 300))""",
        drawn,
    )
    assert changed == []


def test_a_picture_is_not_endless(page: Page) -> None:
    """A page does not choke on more elements than it can show."""
    assert len(_placed(page, "<p>" * 200_000)) < 10**6

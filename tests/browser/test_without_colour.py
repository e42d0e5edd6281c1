"""Forced colours, and paper: what a colour says is said by something else, too."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

OpenPage = Callable[..., Page]
OpenCard = Callable[..., Locator]

# Text in the colour of the ground, which the system paints below letters; where it does not, text
# that can hardly be told from what its element is painted with.
UNSEEN = """() => {
  const probe = document.createElement("p");
  probe.style.cssText = "color: Canvas; forced-color-adjust: none";
  document.body.append(probe);
  const ground = getComputedStyle(probe).color;
  probe.remove();
  const painted = (one) => {
    for (; one; one = one.parentElement) {
      const { backgroundColor } = getComputedStyle(one);
      if (backgroundColor !== "rgba(0, 0, 0, 0)") return backgroundColor;
    }
    return ground;
  };
  const bright = (colour) => {
    const parts = colour.match(/[\\d.]+/g).slice(0, 3).map((part) => part / 255)
      .map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
  };
  const written = [...document.querySelectorAll("body *")].filter((one) =>
    one.checkVisibility({ visibilityProperty: true }) && !one.closest("svg, .editor-frame") &&
    [...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim()));
  return written.filter((one) => {
    const { color, forcedColorAdjust } = getComputedStyle(one);
    if (forcedColorAdjust === "auto") return color === ground;
    const [low, high] = [bright(color), bright(painted(one))].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05) < 4.5;
  }).map((one) => one.outerHTML.slice(0, 120));
}"""
# Of each element of a card its colours, and what it has besides.
LOOK = """(card) => {
  globalThis.seen ??= [...card.querySelectorAll("*")].filter((one) => !one.closest("svg"));
  const pseudo = (one) =>
    ["::before", "::after"].map((name) => getComputedStyle(one, name).content);
  return seen.map((one) => {
    const style = getComputedStyle(one);
    const sides = ["Top", "Right", "Bottom", "Left"];
    const colours = [style.color, style.backgroundColor, style.boxShadow,
      ...sides.map((side) => style[`border${side}Color`])];
    const rest = [style.outlineStyle, style.fontWeight, style.textDecorationLine,
      style.opacity, style.visibility, style.display, one.textContent, ...pseudo(one),
      ...sides.map((side) => style[`border${side}Style`] + style[`border${side}Width`])];
    return [colours.join(), rest.join()];
  });
}"""
# Which of them have changed in colour, and neither they nor what they stand in otherwise.
ONLY = """(changed) => changed.flatMap(([colour, rest], index) => {
  for (let one = seen[index]; one; one = one.parentElement) {
    const at = seen.indexOf(one);
    if (at >= 0 && changed[at][1]) return [];
  }
  return colour ? [seen[index].outerHTML.slice(0, 120)] : [];
})"""
KINDS = (
    *("index.html", "cards.html", "practice.html", "challenges.html", "playground.html"),
    *("scheduling/index.html", "errors.html", "style.html", "search.html?q=await"),
)


@pytest.mark.slow
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", KINDS)
def test_all_text_is_seen_in_forced_colours(
    site: str, open_page: OpenPage, path: str, scheme: str
) -> None:
    """On each kind of page; who is painted otherwise writes in a colour that goes with it."""
    page = open_page(forced_colors="active", color_scheme=scheme, reduced_motion="reduce")
    page.goto(f"{site}/en/{path}")
    expect(page.locator("article h1")).to_be_visible()
    assert page.evaluate(UNSEEN) == []


def look(card: Locator) -> list[tuple[str, str]]:
    """Return the colours of a card's elements, and what these have where colours are forced."""
    page = card.page
    page.emulate_media(forced_colors="none")
    colours = [colour for colour, _ in card.evaluate(LOOK)]
    page.emulate_media(forced_colors="active")
    return [*zip(colours, [rest for _, rest in card.evaluate(LOOK)], strict=True)]


@pytest.mark.slow
def test_no_step_is_said_by_colours_alone(open_card: OpenCard) -> None:
    """In code, picture and panels: where a colour changes, a line, a weight or a word does."""
    card = open_card(reduced_motion="reduce")
    card.locator(".snippet-step").click()
    expect(card.locator(".player-told")).to_be_visible()
    card.page.mouse.move(0, 0)
    for _ in range(3):
        before = look(card)
        card.page.keyboard.press("ArrowRight")
        changed = [
            (one[0] != other[0], one[1] != other[1])
            for one, other in zip(before, look(card), strict=True)
        ]
        assert any(colour for colour, _ in changed)
        assert card.page.evaluate(ONLY, changed) == []


def test_a_wrong_line_has_an_edge(open_card: OpenCard) -> None:
    """Where colours are forced, an edge that is transparent elsewhere would be seen on all."""
    card = open_card(
        path="index.html", card="snippet-event-loop-whose-turn", forced_colors="active"
    )
    card.locator(".predict-check").click()
    lines = card.locator(".predict-both li")
    expect(lines.first).to_be_visible()
    edges = lines.evaluate_all(
        """all => all.map((one) => [one.classList.contains("wrong"),
            getComputedStyle(one).borderInlineStartStyle])"""
    )
    assert [True, "solid"] in edges
    assert {style for wrong, style in edges if not wrong} == {"none"}


@pytest.mark.slow
@pytest.mark.parametrize("path", KINDS)
def test_nothing_to_press_is_printed(site: str, open_page: OpenPage, path: str) -> None:
    """But marks, which say what promises a line; and in light colours, whatever the theme is."""
    page = open_page(color_scheme="dark", reduced_motion="reduce")
    page.goto(f"{site}/en/{path}")
    page.emulate_media(media="print")
    pressed = page.locator("button:not(.mark):visible, input[type=checkbox]:visible")
    assert pressed.evaluate_all("all => all.map((one) => one.outerHTML.slice(0, 80))") == []
    ground, text = page.evaluate(
        """() => [document.body, document.querySelector("article h1")]
            .map((one, index) => getComputedStyle(one)[index ? "color" : "backgroundColor"])"""
    )
    assert (ground, text) == ("rgb(255, 255, 255)", "rgb(20, 26, 26)")

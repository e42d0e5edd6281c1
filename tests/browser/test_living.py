"""The program of the home page that runs by itself: it moves, and it stops when it should."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

OpenPage = Callable[..., Page]

FRAME = 2_200  # milliseconds that one is shown
LONG = 60_000  # more than all frames take
SIZES = [(1280, 800), (390, 844)]
# Who begins to move, and after how long; they stand still from here on.
MOVES = """() => document.getAnimations().map((one) => {
  const found = [one.effect.target.dataset.task, one.effect.getTiming().delay];
  one.finish();
  return found;
})"""


def home(site: str, open_page: OpenPage, language: str = "en", **options: object) -> Page:
    """Return the home page, whose clock goes on only when a test says so."""
    page = open_page(**options)
    page.clock.install(time=0)
    page.goto(f"{site}/{language}/index.html")
    expect(page.locator(".living-toggle")).to_be_visible()
    page.clock.pause_at(600)
    return page


def said(page: Page) -> str:
    """Return what the frame says that is shown."""
    return page.locator(".living-said > span").inner_text()


def tasks(page: Page, place: str) -> list[str]:
    """Return who is in a place, in order."""
    found: list[str] = page.locator(f".living-{place} li").evaluate_all(
        "all => all.map(one => one.dataset.task)"
    )
    return found


def printed(page: Page) -> list[bool]:
    """Say of each line of the output whether it is seen."""
    lines = page.locator(".living-program [data-line]")
    return [line.is_visible() for line in lines.all()]


def wait_until_seen(page: Page) -> None:
    """Let the browser notice what is in sight."""
    page.evaluate("new Promise((done) => new IntersectionObserver(done).observe(document.body))")


def test_the_queue_moves_by_itself(site: str, open_page: OpenPage) -> None:
    """Who stood first has the turn next; lines come as they are printed; it begins again."""
    page = home(site, open_page)
    wait_until_seen(page)
    begin = said(page)
    heads, seen = [], []
    for _ in range(9):
        queue = tasks(page, "ready")
        page.clock.run_for(FRAME)
        if queue:
            heads.append((queue[0], tasks(page, "running")))
        seen.append(printed(page))
    assert len(heads) >= 3
    assert all(running == [head] for head, running in heads)
    assert [True] * 4 in seen
    assert any(not all(lines) for lines in seen)
    page.clock.run_for(3 * FRAME)
    texts = set()
    for _ in range(9):
        page.clock.run_for(FRAME)
        texts.add(said(page))
    assert begin in texts


def test_it_can_be_paused(site: str, open_page: OpenPage) -> None:
    """By mouse and by keyboard; a step by hand pauses it, too."""
    page = home(site, open_page)
    toggle = page.locator(".living-toggle")
    expect(toggle).to_have_text("Pause")
    toggle.focus()
    page.keyboard.press("Enter")
    expect(toggle).to_have_text("Play")
    before = said(page)
    page.clock.run_for(LONG)
    assert said(page) == before
    page.locator(".living-next").click()
    after = said(page)
    assert after != before
    page.clock.run_for(LONG)
    assert said(page) == after
    toggle.click()
    assert said(page) != after
    again = said(page)
    page.clock.run_for(FRAME)
    assert said(page) != again


def test_the_arrow_key_steps(site: str, open_page: OpenPage) -> None:
    """As in the player; not for who is writing something, or reads far below."""
    page = home(site, open_page, reduced_motion="reduce")
    wait_until_seen(page)
    seen = [said(page)]
    page.keyboard.press("ArrowRight")
    seen.append(said(page))
    page.locator(".living-next").focus()
    page.keyboard.press("ArrowRight")
    seen.append(said(page))
    assert len({*seen}) == 3
    page.keyboard.press("Alt+ArrowRight")
    page.locator("input[type=search]").first.focus()
    page.keyboard.press("ArrowRight")
    page.locator("input[type=search]").first.blur()
    page.locator("#home-book").scroll_into_view_if_needed()
    wait_until_seen(page)
    page.keyboard.press("ArrowRight")
    assert said(page) == seen[-1]


def test_it_stands_still_for_who_asked_for_that(site: str, open_page: OpenPage) -> None:
    """One frame and the whole output; it moves when a reader presses a button, and never glides."""
    page = home(site, open_page, reduced_motion="reduce")
    before = said(page)
    page.clock.run_for(LONG)
    assert said(page) == before
    assert all(printed(page))
    page.locator(".living-next").click()
    assert said(page) != before
    assert page.evaluate("document.getAnimations().length") == 0
    page.locator(".living-toggle").click()
    after = said(page)
    page.clock.run_for(FRAME)
    assert said(page) != after


@pytest.mark.parametrize("language", ["en", "zh"])
def test_it_is_drawn_without_scripts(site: str, open_page: OpenPage, language: str) -> None:
    """Somebody has the turn, somebody is ready, somebody waits; all lines with their marks."""
    page = open_page(java_script_enabled=False)
    page.goto(f"{site}/{language}/index.html")
    for place in ("running", "ready", "waiting"):
        expect(page.locator(f".living-{place} li").first).to_be_visible()
    lines = page.locator(".living-program [data-line]")
    assert [line.is_visible() for line in lines.all()] == [True] * 4
    expect(page.locator(".living-program .mark[data-mark]")).to_have_count(4)


def test_it_stops_out_of_sight(site: str, open_page: OpenPage) -> None:
    """And goes on when it is seen again."""
    page = home(site, open_page)
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    wait_until_seen(page)
    before = said(page)
    page.clock.run_for(LONG)
    assert said(page) == before
    page.evaluate("scrollTo(0, 0)")
    wait_until_seen(page)
    page.clock.run_for(FRAME)
    assert said(page) != before


def bottom(part: Locator) -> float:
    """Return where an element ends, in pixels from the top of the page."""
    box = part.bounding_box()
    assert box is not None
    return box["y"] + box["height"]


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize(("width", "height"), SIZES)
def test_the_first_screen_has_all(
    site: str, open_page: OpenPage, language: str, width: int, height: int
) -> None:
    """The title, the sentence, three ways on, the program, what its marks mean; all is still."""
    page = home(site, open_page, language, width=width, height=height)
    expect(page.locator(".living-text li a")).to_have_count(3)
    for part in ("h1", ".living-text", ".living-stage", ".living-program ul.living-marks"):
        assert bottom(page.locator(part)) <= height, part
    program = page.locator(".living-program")
    high = set()
    for _ in range(9):
        box = program.bounding_box()
        assert box is not None
        high.add(round(box["height"]))
        page.locator(".living-next").click()
    assert len(high) == 1
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_what_runs_is_in_sight_on_a_phone(site: str, open_page: OpenPage) -> None:
    """The lines that are highlighted in the code, which is below; not where it is beside."""
    page = home(site, open_page, width=390, height=844)
    lines = page.locator(".living-lines")
    seen = set()
    for _ in range(9):
        page.locator(".living-next").click()
        ran = page.locator(".living-program .ran").all_inner_texts()
        shown = (lines.text_content() or "").split("\n")
        assert [one.split() for one in shown if one] == [one.split() for one in ran]
        if ran:
            expect(lines).to_be_in_viewport(ratio=1)
        seen.add(len(ran))
    assert seen == {0, 1, 2}
    page.set_viewport_size({"width": 1280, "height": 800})
    expect(lines).to_be_hidden()


def test_nobody_moves_onto_anybody(site: str, open_page: OpenPage) -> None:
    """One task takes the place of another only after that has left it, and nothing is cut off."""
    page = home(site, open_page, width=390, height=844)
    wait_until_seen(page)
    orders = set()
    for _ in range(9):
        before = tasks(page, "running")
        page.locator(".living-next").click()
        moves = page.evaluate(MOVES)
        first = {name for name, delay in moves if not delay}
        after = tasks(page, "running")
        if before and before != after and len(moves) > 1:
            assert first == (set(before) if after else first - set(before))
            orders.add(before[0] in first)
    assert orders == {True, False}
    for place in ("running", "ready", "waiting"):
        expect(page.locator(f".living-{place} ol")).to_have_css("overflow", "visible")


def test_the_buttons_lead_on(site: str, open_page: OpenPage) -> None:
    """The first opens the player of the same program, the second the first chapter.

    What stands beside them leads to where a program can be pasted.
    """
    page = home(site, open_page)
    page.locator(".living-text li a").first.click()
    page.clock.resume()
    expect(page.locator("#snippet-event-loop-two-kettles .player-told")).to_contain_text("Turn 1 ")
    page.go_back()
    page.locator(".living-text li a").nth(1).click()
    page.wait_for_url(f"{site}/en/start/index.html*")
    page.go_back()
    page.locator(".living-text li a").last.click()
    page.wait_for_url(f"{site}/en/playground.html*")


def test_an_extract_can_be_played(site: str, open_page: OpenPage) -> None:
    """Another outcome is played where it is listed, though the code is not there."""
    page = open_page()
    page.goto(f"{site}/en/index.html")
    extract = page.locator("#extract-cards-two-locks")
    extract.locator(".snippet-outcomes .snippet-whatif").first.click()
    expect(extract.locator(".player-if")).to_be_visible()
    expect(extract.locator(".player-if")).to_contain_text("“writer: has both” is not printed")


def test_no_prose_gives_the_puzzle_away(site: str, open_page: OpenPage) -> None:
    """What explains the program that is to be predicted is seen with the answer."""
    page = open_page()
    page.goto(f"{site}/en/index.html")
    card = page.locator("#snippet-event-loop-whose-turn")
    told = page.get_by_text("so awaited: hello is printed first")
    expect(told).to_be_hidden()
    card.get_by_role("button", name="Show me").click()
    expect(told).to_be_visible()

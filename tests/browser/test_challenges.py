"""The page of challenges: opened, answered, judged and kept, by mouse and keys, in both languages.

What grades is faked here: `turns.grading` has tests of its own, and Python in the page, too.
"""

import json
from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from language.languages import CHINESE, ENGLISH, Language
from language.words import word
from turns.drawing.words import say

OpenPage = Callable[..., Page]
LANGUAGES = pytest.mark.parametrize(
    "language", [ENGLISH, CHINESE], ids=lambda language: str(language.tag)
)
# Stand for what asks an interpreter, and for what shows a run; nothing that comes later replaces
# them.
FAKES = """
globalThis.asked = [];
globalThis.shown = [];
globalThis.answers = [];
const fake = (name, value) =>
  Object.defineProperty((globalThis.Turns ??= {}), name, { get: () => value, set() {} });
fake("python", {
  features: { threads: false },
  load: async () => {},
  prepare() {},
  stop() {},
  async ask(request, part) {
    asked.push(request);
    for (const one of answers.shift() ?? []) part(one);
  },
});
fake("Results", class {
  isEmpty = true;
  begin() {}
  end() {}
  clear() {}
  async show(part) { shown.push(part.kind); }
});
"""
FOUND = {"kind": "found", "findings": {"departures": []}, "pictures": {}, "proofs": {}}
KEPT = "localStorage.getItem('whose-turn-challenges')"
NAME = "sleep-as-order"


def verdict(kind: str, **more: Any) -> dict[str, Any]:  # noqa: ANN401 - as JSON has it
    """Return a part as `turns.grading.saying` makes it."""
    data: dict[str, Any] = {
        "kind": "verdict",
        "verdict": kind,
        "sentence": "Say “<b>it</b>”.",
        "goals": [{"said": "Always print “<i>a</i>”.", "state": kind}],
        "line": None,
        "run": None,
    }
    return data | more


BROKEN = verdict(
    "broken",
    run={
        "schedule": "q1.0abc",
        "departures": 1,
        "lines": ["cooking", "<script>"],
        "ends": ["It ends in a deadlock."],
    },
)
REACHED = verdict("reached")


@pytest.fixture
def challenges(site: str, open_page: OpenPage) -> Callable[..., Page]:
    """Return a function that opens the page, with what the next answers are."""

    def open_it(
        language: Language = ENGLISH,
        *answers: list[dict[str, Any]],
        address: str = "",
        **options: Any,  # noqa: ANN401 - those of a browser's context
    ) -> Page:
        page = open_page(**options)
        page.add_init_script(FAKES + f"answers.push(...{json.dumps(answers)});")
        page.goto(f"{site}/{language.folder}/challenges.html{address}")
        return page

    return open_it


def challenge(page: Page, name: str = NAME) -> Locator:
    """Return a challenge."""
    return page.locator(f"#challenge-{name}")


def edit(page: Page, name: str = NAME) -> Locator:
    """Open a challenge and press its button; return it."""
    one = challenge(page, name)
    one.locator("summary").first.click()
    one.locator(".challenge-edit").click()
    expect(one.locator("textarea")).to_be_focused()
    return one


def count(page: Page, language: Language, solved: int) -> str:
    """Say how many are solved."""
    number = page.locator("details.challenge").count()
    return word(language, "challenges-count-solved").format(solved=solved, count=number)


@pytest.mark.slow
@LANGUAGES
@pytest.mark.parametrize("width", [1280, 390])
def test_an_answer_is_graded_and_the_run_that_breaks_it_shown(
    challenges: Callable[..., Page], language: Language, width: int
) -> None:
    """Typed, run by keys, judged; then changed and solved, which is kept."""
    page = challenges(language, [FOUND, BROKEN], [FOUND, REACHED], width=width)
    one = edit(page)
    field = one.locator("textarea")
    field.press("Control+End")
    field.type("# mine")
    field.press("Control+Enter")
    told = one.locator(".challenge-verdict")
    expect(told.locator("[role=status]")).to_have_text("Say “<b>it</b>”.")
    expect(told.locator("li.challenge-broken code")).to_have_text("<i>a</i>")
    expect(told.locator("pre")).to_have_text("cooking\n<script>")
    expect(told).to_contain_text("It ends in a deadlock.")
    asked = page.evaluate("asked[0]")
    assert asked["kind"] == "grade"
    assert asked["language"] == language.folder
    assert asked["source"].endswith("asyncio.run(main())\n# mine")
    assert json.loads(asked["challenge"])["name"] == "sleep_as_order"
    assert page.evaluate(KEPT) is None
    wide = "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
    assert page.evaluate(wide)
    progress = page.locator(".challenges-progress [role=status]")
    expect(progress).to_have_text(count(page, language, 0))
    one.locator(".bench-run").click()
    expect(told.locator("li.challenge-reached")).to_have_count(1)
    expect(told.locator("pre")).to_have_count(0)
    expect(one.locator(".challenge-done")).to_contain_text(word(language, "challenges-is-solved"))
    expect(progress).to_have_text(count(page, language, 1))
    assert json.loads(page.evaluate(KEPT)) == {"sleep_as_order": True}
    wrong = Axe().run(page).response["violations"]
    assert [(rule["id"], rule["nodes"][0]["html"][:200]) for rule in wrong] == []


@pytest.mark.slow
def test_the_run_that_breaks_a_goal_can_be_played(challenges: Callable[..., Page]) -> None:
    """It is one of those that were found; a button leads to it."""
    page = challenges(ENGLISH, [FOUND, BROKEN])
    one = edit(page)
    one.locator(".bench-run").click()
    expect(one.locator(".challenge-verdict button")).to_have_attribute("data-schedule", "q1.0abc")
    assert page.evaluate("shown") == ["found", "verdict"]


@pytest.mark.slow
def test_what_is_not_kept_is_said_at_its_line(challenges: Callable[..., Page]) -> None:
    """And nothing is solved by it; a run that begins anew forgets it."""
    page = challenges(ENGLISH, [FOUND, verdict("constraint", line=4)], [])
    one = edit(page)
    one.locator(".bench-run").click()
    expect(one.locator(".editor-message")).to_have_text("Say “<b>it</b>”.")
    expect(one.locator(".challenge-done")).to_have_count(0)
    one.locator(".bench-run").click()
    expect(one.locator(".challenge-verdict")).to_be_hidden()


@pytest.mark.slow
def test_the_program_comes_back_and_its_solution_can_be_seen(
    challenges: Callable[..., Page],
) -> None:
    """On request: nothing of it is seen before."""
    page = challenges(ENGLISH)
    one = edit(page)
    before = one.locator("textarea").input_value()
    assert before.startswith("import asyncio\n")
    one.locator("textarea").fill("print()")
    one.get_by_role("button", name=word(ENGLISH, "grading-challenge-reset")).click()
    expect(one.locator("textarea")).to_have_value(before)
    solution = one.locator(".challenge-solution")
    expect(solution.locator("pre")).to_be_hidden()
    solution.locator("summary").click()
    expect(solution.locator("pre")).to_contain_text("asyncio.Event()")


@pytest.mark.slow
def test_what_is_solved_stays_and_can_be_forgotten(challenges: Callable[..., Page]) -> None:
    """Over a reload; and the page leads on to what is still to be solved."""
    page = challenges(ENGLISH, address=f"#challenge-{NAME}")
    expect(challenge(page)).to_have_attribute("open", "")
    page.evaluate("localStorage.setItem('whose-turn-challenges', '{\"report_not_awaited\": true}')")
    page.reload()
    first = challenge(page, "report-not-awaited")
    expect(first.locator(".challenge-done")).to_be_visible()
    link = page.locator(".challenges-progress a")
    expect(link).to_have_attribute("href", "#challenge-user-set-too-late")
    link.click()
    expect(challenge(page, "user-set-too-late").locator("pre").first).to_be_visible()
    page.get_by_role("button", name=word(ENGLISH, "challenges-forget-solved")).click()
    expect(first.locator(".challenge-done")).to_have_count(0)
    assert json.loads(page.evaluate(KEPT)) == {}


@pytest.mark.slow
def test_an_editor_that_does_not_come_can_be_asked_for_again(
    challenges: Callable[..., Page],
) -> None:
    """A connection breaks and comes back."""
    page = challenges(ENGLISH)
    page.route("**/playground.js*", lambda route: route.abort())
    one = challenge(page)
    one.locator("summary").first.click()
    one.locator(".challenge-edit").click()
    expect(one.locator(".challenge-bar [role=status]")).to_have_text(
        word(ENGLISH, "challenges-no-grading")
    )
    page.unroute("**/playground.js*")
    one.locator(".challenge-edit").click()
    expect(one.locator("textarea")).to_be_visible()


@pytest.mark.slow
@LANGUAGES
def test_without_scripts_all_is_there_but_the_editor(
    challenges: Callable[..., Page], language: Language
) -> None:
    """Code, goals, the rule, and how it is graded on one's own machine."""
    page = challenges(language, java_script_enabled=False)
    one = challenge(page)
    one.locator("summary").first.click()
    expect(one.locator("pre").first).to_be_visible()
    expect(one.locator(".challenge-goals li")).to_have_count(1)
    local = one.locator("noscript").text_content()  # Chromium does not show it to tests
    assert "python -m turns grade sleep_as_order.py answer.py" in (local or "")
    expect(one).to_contain_text(say(language.folder, "rule-clock"))
    expect(one.locator("textarea")).to_have_count(0)

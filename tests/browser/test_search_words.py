"""What the search makes of words: the same in Python and in the browser, and what counts."""

import json
import random
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from test_search import ENGINE

from pages.search_terms import Stop, fronts, gaps, parts
from tools.project import HERE

OpenPage = Callable[..., Page]

CUT = """(text) => [...engine.terms.cut(text)].map(([word]) => word)"""
LANGUAGES = pytest.mark.parametrize("language", ["zh", "en"])


def texts(language: str) -> list[str]:
    """Return the texts of all sections of a built language."""
    found = []
    for path in sorted((HERE.site / language / "_static" / "search").glob("*.js")):
        data = path.read_text(encoding="utf-8").partition("]=")[2].rstrip(";\n")
        found += json.loads(data).values()
    return found


@pytest.fixture
def engine(site: str, open_page: OpenPage, language: str) -> Page:
    """Open a page with the engine."""
    page = open_page()
    page.goto(f"{site}/{language}/index.html")
    page.evaluate(ENGINE)
    return page


@LANGUAGES
def test_both_cut_words_in_the_same_places(engine: Page, language: str) -> None:
    """The index is made in Python, the query is taken apart in the browser."""
    words, between = engine.evaluate("[searchIndex.stop, searchIndex.between]")
    left_out = Stop(frozenset(words.split()), between)
    everything = "\n".join(texts(language))
    assert len(everything) > 100_000
    in_browser = engine.evaluate(CUT, everything)
    assert [word.lower() for word in in_browser] == [
        word.lower() for word in parts(everything, left_out)
    ]


@pytest.mark.parametrize("language", ["en"])
def test_the_browser_reads_what_was_packed(engine: Page) -> None:
    """Words on no page but one, on all of them, and any others."""
    chosen = random.Random(7)  # noqa: S311 - no secret
    sections = {f"page-{number}": chosen.choice([1, 2, 9, 22]) for number in range(60)}
    last = sum(sections.values()) + len(sections) - 1
    words = {
        f"word{number:03}": sorted(chosen.sample(range(last + 1), chosen.choice([1, 2, 3, 40])))
        for number in range(500)
    } | {"x": [0], "y": [*range(last + 1)], "z": [last]}
    read = engine.evaluate(
        "([index, words]) => {"
        " const { known } = new SiteSearch.Index(index);"
        " return words.map((word) => [...known.get(word).keys()]); }",
        [index_of(sections, words), [*words]],
    )
    assert read == [*words.values()]


@LANGUAGES
def test_no_markup_is_shown(site: str, language: str) -> None:
    """Neither of drawings nor of anything else."""
    assert site
    assert not [text for text in texts(language) if "</" in text or "<svg" in text]


@pytest.mark.parametrize("language", ["en"])
def test_words_of_grammar_neither_count_nor_are_marked(engine: Page) -> None:
    """They change no result, and no mark."""
    engine.evaluate("() => (window.asked = (q) => JSON.stringify(engine.find(q, 5)))")
    bare = engine.evaluate("engine.find('gather order', 5).map((one) => one.address)")
    full = engine.evaluate("engine.find('what is the order of a gather', 5).map((o) => o.address)")
    assert bare == full
    terms = engine.evaluate("[...engine.find('the order of a gather', 1)[0].sections[0].terms]")
    assert terms
    assert not {"the", "of", "a"} & set(terms)


@pytest.mark.parametrize(
    ("language", "query"),
    [
        *(
            ("en", query)
            for query in ("django orm migration", "css flexbox", "gevent monkey patch")
        ),
        *(("zh", query) for query in ("红烧肉的做法", "天气预报")),
    ],
)
def test_what_no_page_answers_finds_nothing(engine: Page, query: str) -> None:
    """A list of pages that have one of its words would only be in the way."""
    assert engine.evaluate("(query) => engine.find(query)", query) == []


@pytest.mark.parametrize(
    ("language", "query", "page"),
    [
        ("en", "Bought: bread", ""),
        ("en", "coroutine 'main' was never awaited", "errors.html"),
        ("zh", "coroutine 'main' was never awaited", "errors.html"),
        ("en", "fire and forget", "limits/checklist.html"),
        ("en", "抢占式", "start/words.html"),
        ("zh", "preemptive", "start/words.html"),
        ("zh", "epoll", "event-loop/io.html"),
    ],
)
def test_other_words_for_it_find_it(engine: Page, query: str, page: str) -> None:
    """What programs print, and what is called otherwise here, in both languages."""
    found = engine.evaluate("(query) => engine.find(query, 5).map((one) => one.address)", query)
    assert not page or page in found


@pytest.mark.parametrize("language", ["en"])
@pytest.mark.parametrize(
    ("pasted", "message"),
    [
        ("how does a task wait", "how does a task wait"),
        ("a < b and b > c", "a < b and b > c"),
        (
            'Traceback (most recent call last):\n  File "/b.py", line 3\n go()\nRuntimeError: no',
            "RuntimeError: no",
        ),
        ('  File "t.py", line 1 await x ^^^ SyntaxError: bad', "SyntaxError: bad"),
        ('  File "q.py", line 9, in get\n    raise TimeoutError\nTimeoutError', "TimeoutError"),
        (
            "Executing <Task name='T' coro=<f() done at /a.py:3>> took 1.2 seconds",
            "Executing took seconds",
        ),
        (
            "/a:3: RuntimeWarning: coroutine 'f' was lost\n  f()\nRuntimeWarning: Enable",
            "RuntimeWarning: coroutine was lost",
        ),
        (
            "Boom <object at 0x7f> Traceback (most recent call last): ValueError: 7",
            "Boom ValueError:",
        ),
    ],
)
def test_of_a_pasted_error_the_message_counts(engine: Page, pasted: str, message: str) -> None:
    """Neither where it was, nor the names in other people's code; with and without line breaks."""
    said = engine.evaluate("text => globalThis.SiteSearch.message(text)", pasted)
    assert " ".join(said.split()) == message


@pytest.mark.parametrize(
    ("language", "typed", "meant"),
    [
        ("en", "differemce corutine and task", "difference coroutine and task"),
        ("en", "write your own evnt loop", "write your own event loop"),
        ("en", "semaphpre", "semaphore"),
        ("en", "run_in_executer", "run_in_executor"),
        ("en", "order of as_complted", "order of as_completed"),
        ("zh", "携程", "协程"),
        ("zh", "事件寻环", "事件循环"),
        ("zh", "阻赛", "阻塞"),
        ("zh", "信号亮限制并发", "信号量限制并发"),
        ("zh", "asnyc生成器", "async生成器"),
        ("zh", "就绪队烈", "就绪队列"),
        ("zh", "协成 调度", "协程 调度"),
        ("zh", "人务取消", "任务取消"),
    ],
)
def test_a_slip_is_no_matter(engine: Page, typed: str, meant: str) -> None:
    """One letter in short words, two in long ones; a character of the same sound."""
    assert engine.evaluate("typed => engine.read(typed).query", typed) == meant
    found = "query => engine.find(query, 5).map((one) => one.address)"
    assert engine.evaluate(found, typed) == engine.evaluate(found, meant) != []


@pytest.mark.parametrize(
    ("language", "query"),
    [
        ("en", "gath"),  # the beginning of a word
        ("en", "mutex promises"),  # the one is what readers type, the other a word's other form
        ("en", "gevent datagram tsk p3nding"),  # of something else; too short; with a number
        ("zh", "多核 杀掉"),
        ("zh", "生成引擎"),  # 生成 is a word, so that 成引 is no slip for 成因
        ("zh", "线路"),  # sounds like no word here
        ("zh", "红烧肉的做法"),
    ],
)
def test_what_is_no_slip_stays(engine: Page, query: str) -> None:
    """Nobody is told that he meant something else."""
    assert engine.evaluate("query => engine.read(query)", query) == {"query": query, "instead": []}


@pytest.mark.parametrize(
    ("language", "query", "page"),
    [
        ("en", "as_completed quux frobnicates zyzzyva", "scheduling/as-completed.html"),
        ("zh", "as_completed 红烧肉 量子力学 天体物理 西红柿炒蛋", "scheduling/as-completed.html"),
    ],
)
def test_a_name_that_pages_have_is_enough(engine: Page, query: str, page: str) -> None:
    """Whatever else is said of it."""
    assert engine.evaluate("query => engine.find(query, 3)[0]?.address", query) == page


@pytest.mark.parametrize(
    ("language", "query", "page"),
    [
        ("en", "write your own evnt loop", "event-loop/own-loop.html"),
        ("en", "limit the number of concurrent requests", "workshop/polite.html"),
    ],
)
def test_a_phrase_says_more_than_its_words(engine: Page, query: str, page: str) -> None:
    """In the words of readers, and where one of its words is on no page."""
    found = engine.evaluate("(query) => engine.find(query, 3).map((one) => one.address)", query)
    assert page in found


def index_of(sections: dict[str, int], places: dict[str, list[int]]) -> dict[str, object]:
    """Return the index of pages with so many sections, of which these have these words."""
    pages = [
        [name, *([f"a{one}" if one else "", f"Part {one}"] for one in range(count))]
        for name, count in sections.items()
    ]
    packed = {"words": fronts(places), "gaps": gaps(places.values())}
    return {"stop": "one", "between": "$^", "pages": pages, **packed}


def small(
    engine: Page, sections: dict[str, int], places: dict[str, list[int]], *pairs: list[str]
) -> Callable[[str], list[str]]:
    """Make a search of pages with so many sections; return what finds their names.

    Behind the beginning of each there is one more: what readers type.
    """
    engine.evaluate(
        "index => (window.small = new SiteSearch.Search(index))",
        {**index_of(sections, places), "pairs": pairs, "alike": ""},
    )
    find = "query => small.find(query).map((one) => one.address)"
    return lambda query: list(engine.evaluate(find, query))


@pytest.mark.parametrize("language", ["en"])
def test_all_of_the_query_in_one_section_comes_first(engine: Page) -> None:
    """Rather than in several sections of a page that says each more often."""
    places = {"apple": [0, 2, 3, 7], "pear": [4, 5, 6, 7]}
    assert small(engine, {"far": 6, "near": 1}, places)("apple pear") == ["near", "far"]
    assert small(engine, {"far": 6, "near": 1}, places)("") == []


@pytest.mark.parametrize("language", ["en"])
def test_a_phrase_with_a_word_that_does_not_count_is_found_as_it_stands(engine: Page) -> None:
    """Not without the word that does not count."""
    places = {"solo": [0], "thread": [2]}
    find = small(engine, {"alone": 1, "other": 1}, places, ["one thread", "solo"])
    assert {"alone", "other"} == {*find("one thread")}
    assert find("thread") == ["other"]


@pytest.mark.parametrize("language", ["en"])
def test_what_readers_type_finds_the_page(engine: Page) -> None:
    """With the others, once, and as the page itself."""
    find = small(engine, {"told": 2, "asked": 2}, {"apple": [1, 2], "pear": [4], "story": [4]})
    assert find("apple") == ["told"]
    assert find("pear") == ["asked"]
    found = engine.evaluate("small.find('story')[0].sections.map(({ url }) => url)")
    assert found == ["asked"]


@pytest.mark.parametrize("language", ["en"])
def test_what_means_the_same_is_found_and_not_marked(engine: Page) -> None:
    """Who reads a mark takes it for what was typed."""
    marks = """(query) => {
      const sections = engine.find(query, 5).flatMap((page) => page.sections);
      return sections.flatMap((one) => [...one.marks]);
    }"""
    assert {*engine.evaluate(marks, "mutex")} <= {"mutex"}
    assert engine.evaluate("engine.find('mutex', 5).length")


@LANGUAGES
def test_no_program_is_named_by_its_path(site: str, language: str) -> None:
    """The page has a link there; in an excerpt it would be a strange word."""
    assert site
    paths = [
        path.relative_to(HERE.snippets).with_suffix("").as_posix()
        for path in HERE.snippets.rglob("*_*.py")
    ]
    prose = [line for text in texts(language) for line in text.split("\n")]
    assert paths
    shown = [line for line in prose if any(f" {path}" in line for path in paths)]
    assert not shown


@LANGUAGES
def test_an_excerpt_is_short_and_cuts_no_word(engine: Page, language: str) -> None:
    """It is part of one paragraph; a title is whole."""
    words = {"zh": "协程 CancelledError", "en": "coroutine cancelled"}[language]
    cut = """([text, query]) => {
      const { excerpt } = globalThis.SiteSearch;
      const wanted = new Set(engine.terms.of(query));
      const found = { terms: wanted, marks: wanted };
      return excerpt(text, found, engine.terms, 90).map(([part]) => part).join("");
    }"""
    for text in texts(language)[::7]:
        shown = engine.evaluate(cut, [text, words])
        assert len(shown) <= 92
        body = shown.strip("…")
        line = next((one for one in text.split("\n") if body in one), None)
        assert line is not None, shown
        at = line.index(body)
        before, after = line[:at][-1:], line[at + len(body) :][:1]
        for one, other in ((before, body[:1]), (body[-1:], after)):
            assert not (one + other).isascii() or not (one.isalnum() and other.isalnum()), shown


@LANGUAGES
def test_the_slash_can_be_switched_off(site: str, open_page: OpenPage, language: str) -> None:
    """On the page of results, for all pages and from now on; the other key stays."""
    page = open_page()
    page.goto(f"{site}/{language}/search.html")
    page.locator("#search-page .search-slash input").uncheck()
    page.goto(f"{site}/{language}/await/index.html")
    box = page.locator(".sidebar-search")
    page.keyboard.press("/")
    expect(box).not_to_be_focused()
    expect(box).to_have_attribute(
        "placeholder", "搜索（Ctrl+K）" if language == "zh" else "Search (Ctrl+K)"
    )
    page.keyboard.press("Control+k")
    expect(box).to_be_focused()


def test_the_texts_that_are_shown_come_and_no_others(site: str, open_page: OpenPage) -> None:
    """A page of the site loads nothing of the search before it is used."""
    page = open_page()
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(Path(request.url.partition("?")[0]).name))
    page.goto(f"{site}/en/await/index.html")
    assert not [name for name in loaded if name.startswith("search")]
    page.keyboard.press("Control+k")
    page.keyboard.insert_text("sleep(0)")
    options = page.locator(".search-panel [role=option] .search-excerpt")
    expect(options.first).not_to_be_empty()
    expect(page.locator(".search-panel [role=group]").first).to_be_visible()
    shown = page.locator(".search-panel [role=group]").count()
    texts = [name for name in loaded if "--" in name and name.endswith("--html.js")]
    assert len(texts) == len(set(texts)) <= shown

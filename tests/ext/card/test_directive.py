"""The snippet card in HTML, EPUB and text, links to it, and every error an author can make."""

import json
import re
import shutil
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from xml.dom import minidom

import pytest
from bs4 import BeautifulSoup, Tag
from sphinx.testing.util import SphinxTestApp

from card import nodes
from language import words
from language.languages import CHINESE, ENGLISH
from pages import focusable_code
from turns.snippet import grammar
from turns.snippet.source import digest

Warnings = Callable[[SphinxTestApp], list[str]]
MakeApp = Callable[..., SphinxTestApp]
IN_CHINESE = {"language": "zh_CN"}

# MyST-Parser 5.2 uses a name that Sphinx deprecates; that is not for us to mend.
pytestmark = pytest.mark.filterwarnings("ignore:'myst_parser")


def figure(app: SphinxTestApp, page: str, anchor: str) -> Tag:
    """Return a card of a built page."""
    html = BeautifulSoup((app.outdir / f"{page}.html").read_text("utf-8"), "html.parser")
    found = html.find("figure", id=anchor)
    assert isinstance(found, Tag)
    return found


def text(found: Tag | None) -> str:
    """Return the text of an element that must be there."""
    assert found is not None
    return found.get_text()


def copy_root(rootdir: Path, name: str, to: Path) -> Path:
    """Return a copy of a test root that a test may change."""
    return Path(shutil.copytree(rootdir / f"test-{name}", to / name))


@pytest.mark.sphinx("html", testroot="card")
def test_card(app: SphinxTestApp, warnings_of: Warnings) -> None:
    """The card has lead, file, numbered code, output line by line, and caption, in this order."""
    app.build()
    assert warnings_of(app) == []
    card = figure(app, "index", "snippet-event-loop-two-kettles")
    parts = [" ".join(part["class"]) or part.name for part in card.find_all(recursive=False)[:4]]
    assert parts == [
        "snippet-lead",
        "snippet-file",
        "highlight-python notranslate",
        "snippet-output",
    ]
    lead = card.find("p", class_="snippet-lead")
    assert text(lead) == "Two kettles boil at once; the smaller one whistles first."
    code = card.find("pre")
    assert isinstance(code, Tag)
    assert code["tabindex"] == "0"
    numbers = [int(number.get_text()) for number in code.find_all(class_="linenos")]
    assert numbers == list(range(7, 21))
    emphasized = [text(line.find(class_="linenos")) for line in code.find_all(class_="hll")]
    assert emphasized == ["11", "13", "14"]
    assert "Output" not in text(code)
    lines = card.select(".snippet-output pre[tabindex='0'] > samp > .snippet-line")
    expected = ["small: on\n", "large: on\n", "small: whistles\n", "large: whistles\n"]
    assert [str(list(line.strings)[-1]) for line in lines] == expected
    marks = [mark["data-mark"] for mark in card.select("button.mark")]
    assert marks == ["queue", "clock", "clock"]
    for mark in card.select("button.mark"):
        why = card.find(id=mark["popovertarget"])
        assert isinstance(why, Tag)
        assert text(why).startswith(
            {"queue": "Queue: ", "clock": "Clock: "}[str(mark["data-mark"])]
        )
        assert why.select_one("a[href$='#cards-marks']")
        assert why.select_one("button.snippet-whatif[hidden][data-line]")
    assert card["data-recording"] == "event_loop/two_kettles"
    played = app.outdir / "_static" / "recordings" / "event_loop--two_kettles.js"
    assert played.read_text("utf-8").startswith('turnsRecording("event_loop/two_kettles",{')
    assert text(card.select_one(".snippet-output-title")) == "Output"
    caption = card.find_all(recursive=False)[-1]
    assert caption.name == "figcaption"
    assert caption.em.get_text() == "at once"


@pytest.mark.sphinx("html", testroot="card")
def test_download_is_the_whole_file(app: SphinxTestApp) -> None:
    """The link in the card's header leads to an exact copy of the file."""
    app.build()
    link = figure(app, "index", "snippet-event-loop-two-kettles").select_one("a[download]")
    assert text(link) == "event_loop/two_kettles.py Download"
    assert link is not None
    copy = app.outdir / str(link["href"])
    original = app.srcdir / "snippets" / "event_loop" / "two_kettles.py"
    assert copy.read_bytes() == original.read_bytes()


@pytest.mark.sphinx("html", testroot="card")
def test_everything_a_block_can_say(app: SphinxTestApp) -> None:
    """Versions, requirement, exit, error, any order, lanes and wildcards are shown in words."""
    app.build()
    card = figure(app, "index", "snippet-await-threads")
    assert text(card.find(class_="snippet-requires")) == "Requires Python 3.11 or newer"
    assert [title.get_text() for title in card.select(".snippet-output-title")] == [
        "Output (before Python 3.12)",
        "Output (Python 3.12)",
        "Output (Python 3.13 to 3.14)",
        "Output (Python 3.15+)",
    ]
    plain, lanes, one_lane, nothing = card.find_all(class_="snippet-output")
    assert [line.get_text() for line in plain.find_all(class_="snippet-line")] == [
        "start & <go>\n",
        "\n",
        "a ran\n",
        "b ran\n",
        "c ran\n",
        "took … seconds\n",
        "2 **3** 4\n",
    ]
    group = plain.find(class_="snippet-group")
    assert (group["role"], group["aria-label"]) == ("group", "in any order")
    assert text(group.find(class_="snippet-group-label")) == "in any order\n"
    assert len(group.find_all(class_="snippet-line")) == 3
    assert "differ from run to run" in text(plain.find(class_="snippet-note"))
    label = lanes.find(class_="snippet-group-label")
    assert text(label) == "in any order; lines with the same label keep theirs\n"
    assert [lane.get_text() for lane in lanes.find_all(class_="snippet-lane")] == ["a ", "  "] * 2
    assert lanes.find(class_="snippet-note") is None
    assert one_lane.find(class_="snippet-group") is None
    assert text(nothing.find(class_="snippet-note")) == "The program prints nothing."
    assert text(card.find(class_="snippet-exit")) == (
        "Ends with exit status 1; the last line of the traceback: SystemExit: bo…"
    )


@pytest.mark.sphinx("html", testroot="card", srcdir="card-zh", confoverrides=IN_CHINESE)
def test_card_in_chinese(app: SphinxTestApp, warnings_of: Warnings) -> None:
    """A Chinese page has Chinese words and the Chinese paragraph; an English lead says so."""
    app.build()
    assert warnings_of(app) == []
    kettles = figure(app, "index", "snippet-event-loop-two-kettles")
    lead = kettles.find("p", class_="snippet-lead")
    assert isinstance(lead, Tag)
    assert lead.get_text() == "两只水壶同时烧水，小的先响：asyncio.sleep 让出控制权。"
    assert "lang" not in lead.attrs
    assert text(lead.code) == "asyncio.sleep"
    threads = figure(app, "index", "snippet-await-threads")
    lead = threads.find("p", class_="snippet-lead")
    assert isinstance(lead, Tag)
    assert lead["lang"] == "en"
    assert text(threads.find(class_="snippet-download")) == "下载"
    assert text(threads.find(class_="snippet-group-label")) == "顺序任意\n"
    assert [title.get_text() for title in threads.select(".snippet-output-title")][:2] == [
        "输出（Python 3.12 之前）",
        "输出（Python 3.12）",
    ]
    assert threads.select_one(".snippet-lines[lang='en']")


@pytest.mark.sphinx("html", testroot="card")
def test_links(app: SphinxTestApp) -> None:
    """Links by anchor, ``{ref}`` and the role find the cards; a named card is not the role's."""
    app.build()
    page = BeautifulSoup((app.outdir / "index.html").read_text("utf-8"), "html.parser")
    links = page.select("p > a.reference.internal:not([download])")
    assert [(link["href"], link.get_text()) for link in links] == [
        ("#snippet-event-loop-two-kettles", "event_loop/two_kettles.py"),
        ("#snippet-await-threads", "await/threads.py"),
        ("again.html#kettles-again", "the second"),
        ("#snippet-event-loop-two-kettles", "event_loop/two_kettles"),
        ("#snippet-await-threads", "the threads"),
    ]
    assert [link.code is not None for link in links] == [False, False, False, True, False]
    again = (app.outdir / "again.html").read_text("utf-8")
    assert 'href="index.html#snippet-event-loop-two-kettles"' in again


@pytest.mark.sphinx("text", testroot="card")
def test_text(app: SphinxTestApp, warnings_of: Warnings) -> None:
    """The text builder gets code and output, with the group drawn in characters."""
    app.build()
    assert warnings_of(app) == []
    page = (app.outdir / "index.txt").read_text("utf-8")
    assert "   asyncio.run(main())\n\nOutput\n\n   small: on\n   large: on\n" in page
    assert "   ┌ in any order\n   │ a ran\n   │ b ran\n   │ c ran\n   └\n   took … sec" in page
    assert "   │ a first\n   │   one\n   │ a second\n   │   alone\n   └\n   end\n" in page
    assert "Download" not in page


@pytest.mark.sphinx("epub", testroot="card")
def test_epub(app: SphinxTestApp, warnings_of: Warnings) -> None:
    """Every file of the EPUB is well-formed; the card is there without a dead download link."""
    app.build()
    assert warnings_of(app) == []
    (book,) = app.outdir.glob("*.epub")
    with zipfile.ZipFile(book) as archive:
        for name in archive.namelist():
            if name.endswith((".xhtml", ".opf", ".ncx")):
                minidom.parseString(archive.read(name))  # noqa: S318  (we have just built it)
        page = archive.read("index.xhtml").decode()
    assert '<figure class="snippet" id="snippet-await-threads">' in page
    assert "Download" not in page


@pytest.mark.sphinx("latex", testroot="card")
def test_latex(app: SphinxTestApp, warnings_of: Warnings) -> None:
    """A builder that knows nothing of cards still shows code and output."""
    app.build()
    assert warnings_of(app) == []
    (document,) = app.outdir.glob("*.tex")
    source = document.read_text("utf-8")
    assert "small: whistles" in source
    assert "in any order" in source


@pytest.mark.sphinx("html", testroot="card")
def test_predict_asks_for_the_lines(app: SphinxTestApp) -> None:
    """The lines come mixed, each once, with buttons that name them; the lead follows them."""
    app.build()
    card = figure(app, "again", "kettles-again")
    question = card.select_one(".snippet-predict")
    assert question is not None
    rows = question.select("ol[lang=en] > li[data-line]")
    printed = ["small: on", "large: on", "small: whistles", "large: whistles"]
    shown = [text(row.code) for row in rows]
    assert shown != printed
    assert [printed[int(str(row["data-line"]))] for row in rows] == shown
    assert rows[0].button["aria-label"] == f"Up: {shown[0]}"
    following = question.find_next_sibling()
    assert following is not None
    assert "snippet-lead" in following["class"]
    other = figure(app, "index", "snippet-event-loop-two-kettles")
    assert not other.select(".snippet-predict")


ERRORS = [
    (
        "ambiguous.md:12: several cards show 'event_loop/pot', none under its own name;"
        " link to [](#card-pot), [](#card-pot-again) [snippet.ref]"
    ),
    (
        "beyond.md:4: `:emphasize-lines: 20-21`; write lines of the file between 7 and 20,"
        " which the card shows, such as `3,5-7` [snippet.emphasize-lines]"
    ),
    (
        "docstring.md:4: `:emphasize-lines: 1,10`; write lines of the file between 7 and 20,"
        " which the card shows, such as `3,5-7` [snippet.emphasize-lines]"
    ),
    (
        "escape.md:4: '../conf' is not a snippet; write its folder and name below the snippets"
        " folder, without `.py`: lower-case letters, digits and underscores, separated by `/`"
        " [snippet.path]"
    ),
    (
        "label.md:7: the anchor 'card-label' is on this page already;"
        " give this one another `:name:` [snippet.duplicate]"
    ),
    (
        "missing.md:4: there is no file snippets/event_loop/two_kettle.py;"
        " did you mean 'event_loop/two_kettles'? [snippet.missing]"
    ),
    (
        "moved.md:4: there is no file snippets/await/two_kettles.py;"
        " did you mean 'event_loop/two_kettles'? [snippet.missing]"
    ),
    (
        "name.md:4: `:name: Not an anchor`; write lower-case letters, digits and hyphens"
        " [snippet.name]"
    ),
    (
        "option.md:5: 'snippet': Unknown option key: 'linenos'"
        " (allowed: ['emphasize-lines', 'name', 'predict']) [myst.directive_option]"
    ),
    (
        "predict.md:4: `:predict:` needs a program that can be recorded"
        " and that prints 2 to 12 lines [snippet.predict]"
    ),
    (
        "role.md:4: no page shows 'event_loop/three_kettles';"
        " did you mean 'event_loop/two_kettles' or 'event_loop/two_kettle'? [snippet.ref]"
    ),
    (
        "second.md:4: the anchor 'snippet-event-loop-two-kettles' is also in first.md;"
        " give this one another `:name:` [snippet.duplicate]"
    ),
    (
        "snippets/event_loop/malformed.py:10: `# ~a` is not a line in a lane; write `# ~a text` for"
        " lane a, `# ~ text` for a lane of its own, `# ~~` for a text that begins with `~`"
        " [snippet.file]"
    ),
    (
        "suffix.md:4: 'event_loop/two_kettles.py' is not a snippet; write its folder and name below"
        " the snippets folder, without `.py`: lower-case letters, digits and underscores,"
        " separated by `/` [snippet.path]"
    ),
    (
        "twice.md:8: the anchor 'card-twice' is on this page already;"
        " give this one another `:name:` [snippet.duplicate]"
    ),
    (
        "words.md:4: `:emphasize-lines: first`; write lines of the file between 7 and 20,"
        " which the card shows, such as `3,5-7` [snippet.emphasize-lines]"
    ),
]


# Sphinx forks; pytest-xdist has a thread beside the tests, of which Python warns from 3.12 on.
@pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")
@pytest.mark.parametrize("processes", [1, 2])
def test_errors(
    rootdir: Path, tmp_path: Path, make_app: MakeApp, warnings_of: Warnings, processes: int
) -> None:
    """Every error is one located warning, also where two processes read the pages."""
    source = copy_root(rootdir, "snippet-errors", tmp_path)
    app = make_app("html", srcdir=source, parallel=processes)
    app.build()
    assert [line.replace("\\", "/") for line in warnings_of(app)] == ERRORS
    missing = figure(app, "missing", "snippet-event-loop-two-kettle")
    assert "did you mean" in text(missing)
    option = figure(app, "option", "card-option")
    assert len(option.find_all(class_="snippet-line")) == 4


def test_page_follows_its_snippet(
    rootdir: Path, tmp_path: Path, make_app: MakeApp, warnings_of: Warnings
) -> None:
    """A page is read again when its snippet changes, goes away or comes back."""
    source = copy_root(rootdir, "card", tmp_path)
    file = source / "snippets" / "await" / "threads.py"
    program = file.read_text("utf-8")
    pin = source / "_recordings" / "await" / "threads.json"

    def build() -> tuple[list[str], list[str]]:
        """Build on top of what is there, and return what was read and what was warned of."""
        if file.exists():  # whatever its text: its outputs are not to be compared
            refusal = json.loads(pin.read_text("utf-8"))
            wanted = {**refusal, "digest": digest(file.read_bytes())}
            if refusal != wanted:
                pin.write_text(json.dumps(wanted), "utf-8")
        app = make_app("html", srcdir=source)
        read: list[str] = []
        app.connect("source-read", lambda _app, docname, _source: read.append(docname))
        app.build()
        app.cleanup()
        return read, warnings_of(app)

    assert build() == (["again", "index"], [])
    assert build() == ([], [])
    file.write_text(program.replace("# end\n", "# the end\n"), "utf-8")
    assert build() == (["index"], [])
    assert "the end" in (source / "_build" / "html" / "index.html").read_text("utf-8")
    file.unlink()
    read, warned = build()
    assert read == ["index"]
    assert [line.partition(";")[0] for line in warned] == [
        "index.md:16: there is no file snippets/await/threads.py [snippet.missing]"
    ]
    file.write_text(program, "utf-8")
    assert build() == (["index"], [])


def test_what_is_not_pinned_says_so(
    rootdir: Path, tmp_path: Path, make_app: MakeApp, warnings_of: Warnings
) -> None:
    """With the Python that recorded it; and what was not recorded at all is a located warning."""
    source = copy_root(rootdir, "card", tmp_path)
    first = make_app("html", srcdir=source)
    first.build()
    first.cleanup()
    (source / "_recordings" / "event_loop" / "two_kettles.json").unlink()
    extensions = ["myst_parser", "card.directive", "card.scripts", "pages.assembly"]
    app = make_app("html", srcdir=source, confoverrides={"extensions": extensions})
    app.build()
    app.cleanup()
    assert warnings_of(app) == []
    python = ".".join(map(str, sys.version_info[:2]))
    note = f"Recorded on Python {python}; not pinned yet."
    assert note in text(figure(app, "index", "snippet-event-loop-two-kettles"))
    assert "not pinned" not in text(figure(app, "index", "snippet-await-threads"))
    file = source / "snippets" / "event_loop" / "two_kettles.py"
    file.write_text(file.read_text("utf-8") + "\n", "utf-8")
    again = make_app("html", srcdir=source, confoverrides={"extensions": extensions})
    again.build()
    (warning,) = set(warnings_of(again))
    assert warning == (
        "snippets/event_loop/two_kettles.py:1: event_loop/two_kettles.py is not recorded;"
        " `nox -s build` records what is new [snippet.recording]"
    )


def test_a_recording_that_contradicts_the_output_is_located(
    rootdir: Path, tmp_path: Path, make_app: MakeApp, warnings_of: Warnings
) -> None:
    """The line of the block, and what was printed; the card would else lose its marks silently."""
    source = copy_root(rootdir, "card", tmp_path)
    file = source / "snippets" / "event_loop" / "two_kettles.py"
    program = file.read_text("utf-8")
    lineno = program[: program.index("# large: on")].count("\n") + 1
    file.write_text(program.replace("# large: on", "# huge: on"), "utf-8")
    app = make_app("html", srcdir=source)
    app.build()
    app.cleanup()
    (warning,) = set(warnings_of(app))
    assert warning.startswith(f"snippets/event_loop/two_kettles.py:{lineno}: the recording on")
    assert "contradicts this Output: `large: on` is printed but not expected" in warning
    swapped = program.replace("# small: on\n# large: on", "# ~ large: on\n# ~ small: on")
    file.write_text(swapped, "utf-8")
    app = make_app("html", srcdir=source)
    app.build()
    (warning,) = set(warnings_of(app))
    assert "prints 'small: on' here; write the lines of this group in that order" in warning


def test_card_of_removed_page_is_forgotten(
    rootdir: Path, tmp_path: Path, make_app: MakeApp, warnings_of: Warnings
) -> None:
    """The role finds no card on a page that is gone, and another page may take its anchor."""
    source = copy_root(rootdir, "snippet-pages", tmp_path)

    def build() -> tuple[str, list[str]]:
        """Build on top of what is there, and return the home page and what was warned of."""
        app = make_app("html", srcdir=source)
        app.build(force_all=True)
        app.cleanup()
        return (app.outdir / "index.html").read_text("utf-8"), warnings_of(app)

    page, warned = build()
    assert ('href="shown.html#snippet-a-one"' in page, warned) == (True, [])
    (source / "shown.md").rename(source / "moved.md")
    page, warned = build()
    assert ('href="moved.html#snippet-a-one"' in page, warned) == (True, [])
    (source / "moved.md").unlink()
    page, warned = build()
    assert ("#snippet-a-one" in page, warned) == (
        False,
        ["index.md:10: no page shows 'a/one' [snippet.ref]"],
    )


def test_same_words_in_both_languages() -> None:
    """Each row has the same blanks to fill in."""
    for key, row in words.WORDS.items():
        english, chinese = (sorted(re.findall(r"\{(\w+)\}", text)) for text in row)
        assert english == chinese, key


def test_lead_takes_the_first_paragraph_without_choice() -> None:
    """A docstring in the other language alone is shown, and marked with its language."""
    (lead,) = nodes.lead("只有中文。\n\n还是中文。", ENGLISH)
    assert lead is not None
    assert lead.astext() == "只有中文。"
    assert "language-zh-Hans" in lead["classes"]
    assert nodes.lead("", ENGLISH) == []


def test_one_line_group_needs_no_bracket(tmp_path: Path) -> None:
    """A single ``~`` line can come in one order only, so nothing is said about order."""
    source = '"""x"""\nprint("a")\n\n# Output:\n# ~ a\n'
    (output,) = nodes.outputs(grammar.parse(source, tmp_path / "x.py"), ENGLISH, {})
    assert output.astext() == "Output\n\na\n"


def test_exit_status_without_error(tmp_path: Path) -> None:
    """A program that ends itself is said to do so, in the page's language."""
    source = '"""x"""\nraise SystemExit(3)\n\n# Exit: 3\n# Output:\n'
    *_output, end = nodes.outputs(grammar.parse(source, tmp_path / "x.py"), CHINESE, {})
    assert end.astext() == "程序结束时的退出状态为 3。"


def test_every_pre_can_be_focused() -> None:
    """All code blocks get a place in the tab order; text and other elements stay as they are."""
    html = (
        '<pre>a</pre><pre class="x"><b></b></pre><pre tabindex="0">b</pre><prefix>&lt;pre></prefix>'
    )
    assert focusable_code.make_focusable(html) == (
        '<pre tabindex="0">a</pre><pre tabindex="0" class="x"><b></b></pre>'
        '<pre tabindex="0">b</pre><prefix>&lt;pre></prefix>'
    )

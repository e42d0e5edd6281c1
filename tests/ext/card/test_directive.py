"""The snippet card in HTML, EPUB, text and LaTeX, and links to it."""

import zipfile
from xml.dom import minidom

import pytest
from bs4 import BeautifulSoup, Tag
from built_cards import IN_CHINESE, Warnings, figure, text
from sphinx.testing.util import SphinxTestApp

# MyST-Parser 5.2 uses a name that Sphinx deprecates; that is not for us to mend.
pytestmark = pytest.mark.filterwarnings("ignore:'myst_parser")


@pytest.mark.slow
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
    assert emphasized == ["11", "12", "13"]
    assert "Output" not in text(code)
    lines = card.select(".snippet-output pre[tabindex='0'] > samp > .snippet-line")
    expected = ["small: on\n", "large: on\n", "small: whistles\n", "large: whistles\n"]
    assert [str(list(line.strings)[-1]) for line in lines] == expected
    marks = [mark["data-mark"] for mark in card.select("button.mark")]
    assert marks == ["program", "queue", "clock", "clock"]
    counted = card.select_one("details.snippet-outcomes > summary")
    assert text(counted) == (
        "As long as its timers keep their times, this program has exactly 2 outcomes;"
        " if one could fire early, as when a real server answers sooner, exactly 6."
    )
    listed = [text(item).strip() for item in card.select(".snippet-outcomes > ol > li")]
    assert listed[0] == "“large: on” comes before “small: on”.Play"
    assert len(listed) == 5
    for mark in card.select("button.mark")[1:]:
        why = card.find(id=mark["popovertarget"])
        assert isinstance(why, Tag)
        assert text(why).startswith(
            {"queue": "Queue: ", "clock": "Clock: "}[str(mark["data-mark"])]
        )
        assert why.select_one("a[href$='#cards-marks']")
        assert why.select_one("button.snippet-whatif[hidden][data-schedule]")
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


@pytest.mark.slow
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
    rows = question.select("ol > li[data-line]")
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

"""Every error that an author of a card can make, and what it says."""

import sys
from pathlib import Path

import pytest
from built_cards import MakeApp, Warnings, copy_root, figure, text

# MyST-Parser 5.2 uses a name that Sphinx deprecates; that is not for us to mend.
pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("ignore:'myst_parser")]


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
        "blank.md:4: `:emphasize-lines: 7,10-14`; line 14 is blank; write lines of code"
        " [snippet.emphasize-lines]"
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
        "predict.md:15: 'snippet': Invalid option value for 'predict': meaning:"
        ' "meaning" unknown;'
        ' choose from "order", "values", or "promise" [myst.directive_option]'
    ),
    (
        "predict.md:4: `:predict: order` needs a program that can be recorded"
        " and that prints 2 to 12 lines [snippet.predict]"
    ),
    (
        "predict.md:8: `:predict: promise` needs a program that can be recorded and that has a line"
        " whose place depends on another turn than the line above [snippet.predict]"
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

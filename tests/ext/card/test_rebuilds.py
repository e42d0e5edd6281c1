"""A build on top of another: pages follow their snippets, and cards their pages."""

import json
from pathlib import Path

import pytest
from built_cards import MakeApp, Warnings, copy_root

from turns.snippet.source import digest

# MyST-Parser 5.2 uses a name that Sphinx deprecates; that is not for us to mend.
pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("ignore:'myst_parser")]


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

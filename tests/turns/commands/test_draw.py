"""The command ``draw``: one SVG file that needs nothing else."""

import re
from pathlib import Path
from xml.dom import minidom

import pytest
from called import turns

ROOT = Path(__file__).resolve().parents[3]
KETTLES = ROOT / "snippets/event_loop/two_kettles.py"


def drawn(*arguments: object) -> minidom.Document:
    """Return the picture as a document."""
    done = turns("draw", *arguments)
    assert done.returncode in {0, 1}, done.stderr
    return minidom.parseString(done.stdout)  # noqa: S318 - our own


def texts(document: minidom.Document) -> list[str]:
    """Return all that is written in it."""
    found = [*document.getElementsByTagName("text"), *document.getElementsByTagName("tspan")]
    return [node.firstChild.data for node in found if isinstance(node.firstChild, minidom.Text)]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("lang", "word"), [("en", "0.1 s"), ("zh", "0.1 秒")])
def test_it_needs_nothing_else(theme: str, lang: str, word: str) -> None:
    """Style and colours are in it, and no address but those that name what SVG is."""
    document = drawn(KETTLES, "--theme", theme, "--lang", lang)
    assert {word, "small: whistles", str(KETTLES)} <= {*texts(document)}
    source = document.toxml()
    assert {*re.findall(r"https?://[^\"' ]+", source)} == {"http://www.w3.org/2000/svg"}
    assert "url(http" not in source
    dark = "#101516" in source
    assert dark == (theme == "dark")


def test_a_long_line_goes_on_below(tmp_path: Path) -> None:
    """Letters stay as large as they are, and nothing is cut off."""
    path = tmp_path / "program.py"
    line = "".join(f"{n:04}" for n in range(30))
    path.write_text(f"import asyncio\nasyncio.run(asyncio.sleep(0))\nprint({line!r})\n")
    document = drawn(path)
    assert float(document.documentElement.getAttribute("width")) < 1100
    pieces = [text for text in texts(document) if text.isdecimal() and len(text) > 4]
    assert len(pieces) == 2
    assert "".join(pieces) == line


def test_how_it_ended_stands_below(tmp_path: Path) -> None:
    """A deadlock, or an error."""
    path = tmp_path / "program.py"
    path.write_text("import asyncio\nasyncio.run(asyncio.Event().wait())\n", encoding="utf-8")
    assert any(text.startswith("deadlock: all wait") for text in texts(drawn(path)))


@pytest.mark.slow
def test_it_is_saved(tmp_path: Path) -> None:
    """Or one line says why not."""
    file = tmp_path / "picture.svg"
    assert turns("draw", KETTLES, "-o", file).returncode == 0
    assert file.read_text(encoding="utf-8").startswith("<svg ")
    done = turns("draw", KETTLES, "-o", tmp_path / "none" / "picture.svg")
    assert done.returncode == 2
    assert done.stderr.strip().endswith("picture.svg: cannot be written: No such file or directory")

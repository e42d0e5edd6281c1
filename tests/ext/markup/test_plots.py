"""The ``{plot}`` directive: drawings of measured figures, in the words of the language."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from sphinx.testing.util import SphinxTestApp

from language.languages import BY_FOLDER
from language.words import word
from markup.plots import PLOTS, bars_of, drawn, sentence
from tools.project import HERE

Warnings = Callable[[SphinxTestApp], list[str]]
MakeApp = Callable[..., SphinxTestApp]
MEASURED = HERE.docs / "_figures" / "measured.json"

# MyST-Parser 5.2 uses a name that Sphinx deprecates; that is not for us to mend.
pytestmark = pytest.mark.filterwarnings("ignore:'myst_parser")


def build(folder: Path, make_app: MakeApp, name: str) -> SphinxTestApp:
    """Build a page with one plot, beside the figures that are pinned."""
    (folder / "_figures").mkdir(exist_ok=True)
    shutil.copy(MEASURED, folder / "_figures")
    (folder / "_figures" / "agreement.json").write_text("{}", "utf-8")
    (folder / "conf.py").write_text('extensions = ["myst_parser", "markup.plots"]\n', "utf-8")
    (folder / "index.md").write_text(f"# Figures\n\n```{{plot}} {name}\n```\n", "utf-8")
    app = make_app("html", srcdir=folder)
    app.build()
    return app


@pytest.mark.parametrize("folder", ["en", "zh"])
@pytest.mark.parametrize("name", PLOTS)
def test_each_plot_can_be_drawn(name: str, folder: str) -> None:
    """A bar for each figure, as long as it is great; names and values as text."""
    language = BY_FOLDER[folder]
    plot = PLOTS[name]
    bars = bars_of(plot, json.loads(MEASURED.read_text("utf-8")), language)
    alt = sentence(name, plot, bars, language)
    svg = drawn(bars, alt, word(language, f"plot-{plot.unit}"))
    root = ET.fromstring(svg)  # noqa: S314 (ours)
    assert root.get("aria-label") == alt
    texts = [one.text for one in root.iter("text")]
    assert all(bar.name in texts and bar.name in alt and bar.said in alt for bar in bars)
    lengths = [float(one.get("width", 0)) for one in root.iter("rect")][::-1]
    greatest = max(bar.value for bar in bars)
    assert [one / max(lengths) for one in lengths] == pytest.approx(
        [bar.value / greatest for bar in bars], abs=0.01
    )
    assert svg == drawn(bars, alt, word(language, f"plot-{plot.unit}"))


def test_a_page_has_the_drawing(tmp_path: Path, make_app: MakeApp, warnings_of: Warnings) -> None:
    """In the page itself, with its title below; the page is read again when figures change."""
    app = build(tmp_path, make_app, "connections")
    assert warnings_of(app) == []
    html = (app.outdir / "index.html").read_text("utf-8")
    assert '<svg role="img" aria-label="Megabytes' in html
    assert "figcaption" in html
    assert str(tmp_path / "_figures" / "measured.json") in {
        str(Path(app.srcdir, one)) for one in app.env.dependencies["index"]
    }


def test_what_is_wrong_is_said(tmp_path: Path, make_app: MakeApp, warnings_of: Warnings) -> None:
    """A plot that nobody drew."""
    app = build(tmp_path, make_app, "weather")
    assert "there is no plot 'weather'; write one of computing, " in "".join(warnings_of(app))

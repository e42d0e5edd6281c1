"""The ``{plot}`` directive: measured figures, drawn while pages are built.

The drawing is SVG in the page itself. It takes its colour from the text around it, so that one is
right in light and dark and in both books; its words are in the page's language. Markdown, and
whoever cannot see it, has the same figures as a sentence.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pygal
from docutils import nodes
from pygal.etree import etree
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective

from language.languages import Language, of
from language.words import word
from markup.measured import Figure, read, shown

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

    from markup.markdown import MarkdownWriter

logger = logging.getLogger(__name__)

# pygal looks for plugins by a finder as Python had them before 3.4; we have none, and Python 3.11
# warns of it at each import.
sys.meta_path[:] = [finder for finder in sys.meta_path if hasattr(finder, "find_spec")]

_PLACES = ("loop", "thread", "interpreter", "process")
_CHUNKS = ("all", "tenth", "hundredth", "mil")
_COUNTS = ("100", "1000", "8000")


@dataclass(frozen=True)
class Plot:
    """What is drawn: a bar for each key."""

    unit: str
    keys: tuple[str, ...]
    names: tuple[str, ...]
    """The word of each bar; with a key behind it, that figure is put into the word."""


PLOTS = {
    "computing": Plot(
        "s",
        tuple(f"computing-{one}-seconds" for one in _PLACES),
        tuple(f"plot-{one}" for one in _PLACES),
    ),
    "computing-late": Plot(
        "ms",
        tuple(f"computing-{one}-late" for one in _PLACES),
        tuple(f"plot-{one}" for one in _PLACES),
    ),
    "latency": Plot(
        "ms",
        tuple(f"latency-{one}-late" for one in _CHUNKS),
        tuple(f"plot-chunk latency-{one}-chunk" for one in _CHUNKS),
    ),
    "connections": Plot(
        "mb",
        tuple(f"connections-{one}-memory" for one in _COUNTS),
        tuple(f"plot-count {one}" for one in _COUNTS),
    ),
}
"""By the name that pages write."""


@dataclass(frozen=True)
class Bar:
    """A bar with its words."""

    name: str
    value: float
    said: str


class plot_drawing(nodes.raw):  # noqa: N801  (nodes are lower-case by convention)
    """The drawing as HTML, and what it shows as the sentence ``alt``."""


class PlotDirective(SphinxDirective):
    """Write ``{plot} name``."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return the drawing, or nothing but a warning."""
        name = self.arguments[0]
        language = of(self.config.language)
        try:
            plot = PLOTS[name]
        except KeyError:
            return self.warned(f"there is no plot {name!r}; write one of {', '.join(PLOTS)}")
        try:
            bars = bars_of(plot, read(self.env), language)
        except KeyError as missing:
            return self.warned(f"plot {name!r} needs {missing}, which is not measured")
        except (OSError, TypeError, ValueError) as error:
            return self.warned(f"figures cannot be read: {error}")
        alt = sentence(name, plot, bars, language)
        drawing = plot_drawing(
            "", drawn(bars, alt, word(language, f"plot-{plot.unit}")), format="html", alt=alt
        )
        figure = nodes.figure("", drawing, classes=["plot"])
        self.set_source_info(figure)
        title = word(language, f"plot-{name}")
        figure += nodes.caption(title, title)
        return [figure]

    def warned(self, message: str) -> list[nodes.Node]:
        """Report an error at the directive."""
        logger.warning(message, location=self.get_location(), type="markup", subtype="plot")
        return []


def bars_of(plot: Plot, figures: Mapping[str, Figure], language: Language) -> list[Bar]:
    """Return the bars with their words; `KeyError` for a figure that is not there."""
    bars = []
    for key, name in zip(plot.keys, plot.names, strict=True):
        text, _, about = name.partition(" ")
        if about:
            figure = int(about) if about.isdecimal() else figures[about]
            label = word(language, text).format(figure=shown(figure, language))
        else:
            label = word(language, text)
        value = figures[key]
        if isinstance(value, list):
            raise TypeError(f"{key} is a list")
        bars.append(Bar(label, float(value), shown(value, language)))
    return bars


def sentence(name: str, plot: Plot, bars: Sequence[Bar], language: Language) -> str:
    """Return what the drawing shows, in words."""
    unit = word(language, f"plot-{plot.unit}")
    listed = word(language, "plot-bars").join(
        word(language, "plot-bar").format(name=bar.name, value=bar.said, unit=unit) for bar in bars
    )
    title = word(language, f"plot-{name}")
    return word(language, "plot-alt").format(title=title, bars=listed + word(language, "plot-end"))


def drawn(bars: Sequence[Bar], alt: str, unit: str) -> str:
    """Return the drawing as SVG: where all stands is `pygal`'s, how it looks is ours."""
    etree.to_etree()  # else what it draws with depends on whether lxml is there
    chart = pygal.HorizontalBar(
        js=(),
        css=(),
        show_legend=False,
        print_values=True,
        print_values_position="top",
        show_x_labels=False,
        width=_WIDTH,
        height=_ROW * len(bars),
        margin=0,
        margin_left=_NAMES,
        margin_right=_VALUES,
    )
    chart.x_labels = [bar.name for bar in reversed(bars)]  # it draws from below
    said = [f"{bar.said} {unit}" for bar in reversed(bars)]
    values = zip(reversed(bars), said, strict=True)
    chart.add(
        "", [{"value": bar.value, "formatter": lambda _, one=one: one} for bar, one in values]
    )
    svg = ET.Element(
        "svg",
        {
            "role": "img",
            "aria-label": alt,
            "viewBox": f"0 0 {_WIDTH} {_ROW * len(bars)}",
            "width": str(_WIDTH),
            "fill": "currentColor",
            "font-size": "15",
            "style": "max-width: 100%; height: auto",
        },
    )
    _take(chart.render_tree(), svg, 0.0)
    return ET.tostring(svg, "unicode")


_WIDTH = 380
"""In pixels: a phone shows it whole, with letters as large as those around it."""
_ROW = 44
_NAMES = 140
"""Room for the name of a bar."""
_VALUES = 80
"""Room for its value."""


def _take(tree: ET.Element, svg: ET.Element, right: float) -> None:
    """Copy the bars, their names and their values, moved to the right."""
    for one in tree:
        kind = one.get("class", "")
        moved = one.get("transform", "").removeprefix("translate(").partition(",")[0]
        inner = right + float(moved) if moved and one.tag == "g" else right
        if one.tag == "rect" and kind.startswith("rect"):
            place = {name: f"{float(one.get(name, 0)):.1f}" for name in ("y", "width", "height")}
            x = f"{right + float(one.get('x', 0)):.1f}"
            ET.SubElement(svg, "rect", {"x": x, **place, "opacity": "0.55"})
        elif one.tag == "text" and one.text:
            is_value = kind == "value"
            at = right + float(one.get("x", 0)) + (-1 if is_value else -4)
            anchor = "start" if is_value else "end"
            y = f"{float(one.get('y', 0)):.1f}"
            text = ET.SubElement(svg, "text", {"x": f"{at:.1f}", "y": y, "text-anchor": anchor})
            text.text = one.text
        elif "tooltip" not in kind and "background" not in kind:
            _take(one, svg, inner)


def _tell(self: MarkdownWriter, node: plot_drawing) -> None:
    self.add(self.escaped(node["alt"]), prefix_eol=2, suffix_eol=2)
    raise nodes.SkipNode


def setup(app: Sphinx) -> ExtensionMetadata:
    """Add the directive, and the node: Markdown has its sentence."""
    app.setup_extension("markup.measured")
    app.add_node(plot_drawing, markdown=(_tell, None))
    app.add_directive("plot", PlotDirective)
    return {"parallel_read_safe": True, "parallel_write_safe": True}

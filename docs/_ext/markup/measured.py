"""The ``{measured}`` role: a figure that a measurement came to, as a page cites it.

``{measured}`programs``` is what stands under this key in one of the files that `MEASURED` names,
which the measurements write: nobody copies figures into pages by hand.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util.docutils import SphinxRole

from language.languages import Language, of
from language.words import word

if TYPE_CHECKING:
    from docutils.nodes import Node, system_message
    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment
    from sphinx.util.typing import ExtensionMetadata

Figure = float | str | list[object]

MEASURED = ("_figures/agreement.json", "_figures/measured.json")
"""Of the long test run, and of `tools.figures`; no key is in both."""


class Measured(SphinxRole):
    """Write ``{measured}`key```."""

    def run(self) -> tuple[list[Node], list[system_message]]:
        """Return the figure, or an error that names those there are."""
        try:
            figures = read(self.env)
            return [nodes.Text(shown(figures[self.text], of(self.config.language)))], []
        except KeyError:
            problem = f"{self.text!r} is not measured; write one of {', '.join(figures)}"
        except (OSError, ValueError) as error:
            problem = f"figures cannot be read: {error}"
        message = self.inliner.reporter.error(problem, line=self.lineno)
        return [self.inliner.problematic(self.rawtext, self.rawtext, message)], [message]


def read(env: BuildEnvironment) -> dict[str, Figure]:
    """Return all figures; the page that is being read is read again when they change."""
    figures: dict[str, Figure] = {}
    for name in env.config.measured:
        env.note_dependency(name)
        figures |= json.loads(Path(name).read_text(encoding="utf-8"))
    return figures


def shown(figure: Figure, language: Language) -> str:
    """Return a figure as it is written in a sentence: with its thousands, or as a list."""
    if isinstance(figure, list):
        return word(language, "and-so-on").join(map(str, figure))
    return figure if isinstance(figure, str) else f"{figure:,}"


def _resolve_files(app: Sphinx, config: Config) -> None:
    """Take relative paths as relative to ``conf.py``."""
    config["measured"] = [str(Path(app.confdir, name)) for name in config["measured"]]


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the role."""
    # Each an object of numbers, of texts and of lists.
    app.add_config_value("measured", MEASURED, "env", (list, tuple))
    app.connect("config-inited", _resolve_files)
    app.add_role("measured", Measured())
    return {"parallel_read_safe": True, "parallel_write_safe": True}

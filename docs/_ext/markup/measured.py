"""The ``{measured}`` role: a figure that a long test run came to, as a page cites it.

``{measured}`programs``` is what stands under this key in ``_figures/agreement.json``, which the run
writes: nobody copies figures into pages by hand.
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
    from sphinx.util.typing import ExtensionMetadata


class Measured(SphinxRole):
    """Write ``{measured}`key```."""

    def run(self) -> tuple[list[Node], list[system_message]]:
        """Return the figure, or an error that names those there are."""
        path = Path(self.config.measured)
        self.env.note_dependency(path)
        try:
            figures = json.loads(path.read_text(encoding="utf-8"))
            return [nodes.Text(shown(figures[self.text], of(self.config.language)))], []
        except KeyError:
            problem = f"{self.text!r} is not measured; write one of {', '.join(figures)}"
        except (OSError, ValueError) as error:
            problem = f"{path.name} cannot be read: {error}"
        message = self.inliner.reporter.error(problem, line=self.lineno)
        return [self.inliner.problematic(self.rawtext, self.rawtext, message)], [message]


def shown(figure: float | list[object], language: Language) -> str:
    """Return a figure as it is written in a sentence: with its thousands, or as a list."""
    if isinstance(figure, list):
        return word(language, "and-so-on").join(map(str, figure))
    return f"{figure:,}"


def _resolve_file(app: Sphinx, config: Config) -> None:
    """Take a relative path as relative to ``conf.py``."""
    config["measured"] = str(Path(app.confdir, config["measured"]))


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the role."""
    # An object of numbers and of lists.
    app.add_config_value("measured", "_figures/agreement.json", "env", str)
    app.connect("config-inited", _resolve_file)
    app.add_role("measured", Measured())
    return {"parallel_read_safe": True, "parallel_write_safe": True}

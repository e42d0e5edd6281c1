"""What a card that is made in the browser takes of the site, as the script ``_static/known.js``.

Such a card shows a run of a reader's own program, which is found out there; what every card says is
in the page's language: its words, the shapes of marks, and the titles and addresses of rules.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from card.marks import EXPLANATIONS, EXPLANATIONS_ANCHOR, SHAPES
from card.saying.rules import RULES
from language.languages import of
from language.words import word
from markup.targets import targets_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

FILE = "known.js"
WORDS = (
    *("output", "nothing", "exit", "exit-error", "mark-more", "together"),
    *("outcome-play", "open-player", "open-game"),
)


def known(app: Sphinx) -> dict[str, Any]:
    """Return it, as JSON has it; addresses are below the folder of the language."""
    uri = app.builder.get_target_uri
    language = of(app.config.language)
    return {
        "words": {key: word(language, key) for key in WORDS},
        "shapes": SHAPES,
        "marks": f"{uri(EXPLANATIONS)}#{EXPLANATIONS_ANCHOR}",
        "rules": {
            one.key: [one.title, f"{uri(one.docname)}#{one.anchor}"]
            for one in targets_of(app.env).all()
            if one.kind == "rule" and one.key in RULES
        },
    }


def _write(app: Sphinx, error: Exception | None) -> None:
    if error is not None or app.builder.format != "html" or app.builder.embedded:  # type: ignore[attr-defined]
        return
    path = Path(app.outdir, "_static", FILE)
    data = json.dumps(known(app), ensure_ascii=False, separators=(",", ":"))
    text = f"turnsKnown({data});\n"
    if not path.is_file() or path.read_text(encoding="utf-8") != text:
        path.write_text(text, encoding="utf-8", newline="\n")


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the extension."""
    app.setup_extension("markup.targets")
    app.connect("build-finished", _write)
    return {"parallel_read_safe": True, "parallel_write_safe": True}

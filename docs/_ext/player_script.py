"""The player as one script, ``_static/player.js``, and its style, without comments and indents.

The sources are small files with one job each; readers get them in one request, a fifth smaller.
Every line of the sources is either a comment or code: none has both, and no text spans lines.
"""

import re
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.util.typing import ExtensionMetadata

STATIC = Path(__file__).resolve().parent.parent / "_static"
MODULES = (
    *("words", "film", "run", "tell"),  # what the others need
    *("code", "picture", "stage", "controls", "player"),
    "start",  # runs when all is there
)
_COMMENT = re.compile(r"^\s*//.*\n|/\*[\s\S]*?\*/\s*|^\s+", re.MULTILINE)


def compact(text: str) -> str:
    """Return a script or a style without lines that are comments, and without indents."""
    return _COMMENT.sub("", text)


def script(folder: Path = STATIC / "player") -> str:
    """Return the script; a module that is not listed above is an error."""
    known = [folder / f"{name}.js" for name in MODULES]
    if strange := set(folder.glob("*.js")) - set(known):
        raise ValueError(f"{min(strange)}: not listed in MODULES of {Path(__file__).name}")
    return "".join(compact(path.read_text(encoding="utf-8")) for path in known)


def _write(app: Sphinx) -> None:
    """Put both where Sphinx copies static files from, before it looks."""
    folder = Path(app.doctreedir) / "player"
    folder.mkdir(parents=True, exist_ok=True)
    style = compact((STATIC / "player.css").read_text(encoding="utf-8"))
    for name, text in (("player.js", script()), ("player.css", style)):
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    # The last folder wins, so readers get this player.css.
    app.config.html_static_path.append(str(folder))


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the extension."""
    app.connect("builder-inited", _write)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}

"""What makes cards work and look so: ``card.js`` and ``card.css``, and ``paper.css`` for paper.

The sources, in `_card/`, are small files with one job each; readers get them in one request,
without comments and indents, a fifth smaller. Every line of the sources is either a comment or
code: none has both, and no text spans lines.
"""

import re
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.util.typing import ExtensionMetadata

SOURCES = Path(__file__).resolve().parent.parent / "_card"
SCRIPTS = (
    *("words", "film", "run", "tell"),  # what the others need
    *("gutter", "code", "picture", "stage", "controls", "player"),
    *("order", "score", "predict"),
    "start",  # runs when all is there
)
STYLES = ("snippet", "gutter", "picture", "predict", "player")
PAPER = ("paper",)  # on paper and in EPUB, a file of its own
_COMMENT = re.compile(r"^\s*//.*\n|/\*[\s\S]*?\*/\s*|^\s+", re.MULTILINE)


def compact(text: str) -> str:
    """Return a script or a style without lines that are comments, and without indents."""
    return _COMMENT.sub("", text)


def script(folder: Path = SOURCES) -> str:
    """Return the script."""
    return _joined(folder, SCRIPTS, "js")


def style(names: tuple[str, ...] = STYLES) -> str:
    """Return the style that is made of these files."""
    return _joined(SOURCES, names, "css")


def _joined(folder: Path, names: tuple[str, ...], kind: str) -> str:
    """Join the files that are named; one that is not is an error."""
    listed = {*SCRIPTS, *STYLES, *PAPER}
    if strange := [path for path in folder.glob(f"*.{kind}") if path.stem not in listed]:
        raise ValueError(f"{min(strange)}: not listed in {Path(__file__).name}")
    paths = (folder / f"{name}.{kind}" for name in names)
    return "".join(compact(path.read_text(encoding="utf-8")) for path in paths)


def _write(app: Sphinx) -> None:
    """Put both where Sphinx copies static files from, before it looks."""
    folder = Path(app.doctreedir) / "card"
    folder.mkdir(parents=True, exist_ok=True)
    files = {"card.js": script(), "card.css": style(STYLES), "paper.css": style(PAPER)}
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    app.config.html_static_path.append(str(folder))


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the extension."""
    app.connect("builder-inited", _write)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}

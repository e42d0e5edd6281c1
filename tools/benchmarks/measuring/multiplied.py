"""A checkout several times as large: its chapters and snippets again, under other names.

Copy 2 of a page is in the folder ``x2``, with ``x2-`` before its labels; copy 2 of a snippet
is in ``snippets/x2``. Each copy refers to its own labels and snippets only. Home page, glossary and
the page with each element stay as they are: words may be explained once, and the home page names
the copies.
"""

import json
import re
from pathlib import Path

from tools.building.record_missing import recordings_of
from tools.project import LANGUAGES, Project
from turns.snippet.source import digest

_ONCE = ("index", "glossary", "style")
_LABEL = re.compile(r"^\((?=[a-z0-9-]+\)=$)|^:name: (?:rule-)?|(?<=\]\(#)(?:rule-)?", re.MULTILINE)
_SNIPPET = re.compile(r"(?<=\{snippet\} )")
_ABOVE = re.compile(r"(?<![\w./])(?=\.\./)")
_PAGE = re.compile(r'(?<=^page = ")', re.MULTILINE)
_IMPORT = re.compile(r"^(?:import|from) .*$", re.MULTILINE)


def multiply(project: Project, times: int) -> None:
    """Add `times` - 1 copies of all pages and snippets."""
    pages = {project.docs / language: project.pages(language) for language in LANGUAGES}
    snippets = project.programs()
    # Behind all others in the alphabet: gzip, which looks back 32 KB, must not find the originals.
    copies = [f"x{number}" for number in range(2, times + 1)]
    for tree, originals in pages.items():
        for copy in copies:
            for page in originals:
                if page.relative_to(tree).with_suffix("").as_posix() not in _ONCE:
                    text = _renamed(page.read_text(encoding="utf-8"), copy)
                    _write(tree / copy / page.relative_to(tree), text)
        _name(tree / "index.md", copies)
    parity = project.docs / "parity.toml"
    differ = parity.read_text(encoding="utf-8").partition("\n[[")
    text = "".join(differ) + "".join(
        _PAGE.sub(f"{copy}/", "\n[[" + differ[2]) for copy in copies if differ[2]
    )
    parity.write_text(text, encoding="utf-8")
    for copy in copies:
        for snippet in snippets:
            # In the line of an import, so that every line keeps its number.
            text = _IMPORT.sub(rf"\g<0>  # {copy}", snippet.read_text(encoding="utf-8"), count=1)
            _write(project.snippets / copy / snippet.relative_to(project.snippets), text)
    _pin(project, copies)


def _renamed(text: str, copy: str) -> str:
    """Rename a page's labels, what it refers to, and its snippets; files are one folder higher."""
    elsewhere = re.compile(rf"(?<=\]\(#){copy}-(?=(?:home|glossary|style)-)")
    text = _LABEL.sub(rf"\g<0>{copy}-", text)
    return _ABOVE.sub("../", _SNIPPET.sub(f"{copy}/", elsewhere.sub("", text)))


def _name(home: Path, copies: list[str]) -> None:
    """Add the copies of what the home page names to its last toctree."""
    text = home.read_text(encoding="utf-8")
    toctrees = re.findall(r":hidden:\n\n(.*?)^:::$", text, re.DOTALL | re.MULTILINE)
    names = [name for toctree in toctrees for name in toctree.split() if name not in _ONCE]
    lines = "".join(f"{copy}/{name}\n" for copy in copies for name in names)
    home.write_text(f"{text.rstrip().removesuffix(':::')}{lines}:::\n", encoding="utf-8")


def _pin(project: Project, copies: list[str]) -> None:
    """Give each copy of a snippet the recording of the original, if that is pinned."""
    store = recordings_of(project)
    for path in list(store.pins()):
        pin = json.loads(path.read_text(encoding="utf-8"))
        for copy in copies:
            name = f"{copy}/{pin['name']}"
            content = (project.snippets / f"{name}.py").read_bytes()
            text = json.dumps({**pin, "name": name, "digest": digest(content)})
            _write(store.pin(name), text)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")

"""Scripts and styles as readers get them: few files, without comments and spaces.

The sources in `_assets/` are small files with one job each. ``site`` is for all pages, ``card`` for
those with cards, ``practice`` for the one with levels, ``challenges`` for the one with those;
``search``, ``player`` and ``game`` come when a reader first asks for them, ``playground`` when one
is about to write a program of his own, ``answer`` when he is about to run it, ``menu`` when he
chooses another one there, ``grading`` when it is an answer to a challenge. What of a card's style
is for paper is also a file of its own, for books. A script begins with the words that it says, in
the language of the pages; the site's style with those of furo and of code, as one file is here
sooner.
"""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

import furo  # type: ignore[import-untyped]
from rcssmin import cssmin  # type: ignore[import-untyped]
from rjsmin import jsmin  # type: ignore[import-untyped]
from sphinx.application import Sphinx
from sphinx.util.typing import ExtensionMetadata

from language.languages import Language, of
from language.words import words_of
from markup.sources import below
from pages import colours
from pages.theme_style import without

SOURCES = Path(__file__).resolve().parents[2] / "_assets"
DRAWING = SOURCES.parents[1] / "turns" / "drawing" / "picture.css"
"""How what `turns` draws looks, in every place."""
_QUESTION = ("predict", "ordering", "choice")
SCRIPTS = {
    "site": (
        *("say", "late", "kept"),
        *("language", "theme", "drawers", "read", "copy", "below", "search"),
    ),
    "search": (
        *("terms", "index", "message", "spelling", "asked", "rank"),
        *("excerpt", "results", "box", "page"),
    ),
    # What the others need comes first, and last what runs when all is there.
    "card": (
        *("recordings", "marks", "order", "score"),
        *(*_QUESTION, "references", "start", "edit"),
    ),
    "practice": ("practice",),
    "challenges": ("challenges",),
    "home": ("living",),
    "player": ("run", "tell", "code", "output", "picture", "stage", "controls", "player"),
    "game": ("departures", "goal", "position", "choices", "reached", "game"),
    "playground": (
        *("shapes", "fetched", "python", "tokens", "editor", "known", "bench"),
        *("link", "in-place", "share", "programs", "playground"),
    ),
    "answer": ("safe", "marked", "printed", "board", "results", "standalone"),
    "menu": ("menu",),
    "grading": ("grading",),
}
STYLES = {
    "site": (
        *("ground", "colours", "type", "site", "frame", "navigation"),
        *("elements", "tables", "copy", "edges", "rule", "below"),
    ),
    "search": ("search",),
    "card": ("snippet", "marks", "outcomes", "picture", "predict", "references"),
    "practice": ("practice",),
    "challenges": ("challenges",),
    "home": ("home", "living"),
    "player": ("player", "stage", "code", "output"),
    "game": ("game",),
    "playground": ("editor", "bench", "playground"),
    "answer": ("results",),
    "menu": ("menu",),
    "grading": ("grading",),
}
LATE = {
    "site": ("search",),
    "card": ("player", "game", "playground", "grading"),
    "playground": ("menu", "card", "answer"),
}
"""Bundles that come when they are needed, by the one that asks for them."""
PAPER = "paper"
WORDS = {
    "site": "site-",
    "search": "search-",
    "card": "card-",
    "practice": "levels-",
    "challenges": "challenges-",
    "home": "home-",
    "player": "player-",
    "game": "game-",
    "playground": "playground-",
    "answer": "answer-",
    "menu": "menu-",
    "grading": "grading-",
}
"""How the keys of a script's words begin, in `words`."""


def script(bundle: str, language: Language, sources: Path = SOURCES) -> str:
    """Return a bundle's script, after its words in a language."""
    words = words_of(language, WORDS[bundle])
    table = json.dumps(words, ensure_ascii=False, separators=(",", ":"))
    code = jsmin(_joined(sources / bundle, SCRIPTS[bundle], "js"))
    return f"Object.assign(((globalThis.Turns??={{}}).words??={{}}),{table});\n{code}"


def style(bundle: str, sources: Path = SOURCES) -> str:
    """Return a bundle's style."""
    drawing = DRAWING.read_text(encoding="utf-8") if bundle == "card" else ""
    text = cssmin(colours.themed(_joined(sources / bundle, STYLES[bundle], "css") + drawing))
    return f"{text}@media print{{{paper('card', sources)}}}" if bundle == "card" else text


def paper(bundle: str, sources: Path = SOURCES) -> str:
    """Return what a bundle's style has for paper."""
    text: str = cssmin((sources / bundle / f"{PAPER}.css").read_text(encoding="utf-8"))
    return text


def _joined(folder: Path, names: tuple[str, ...], kind: str) -> str:
    """Join the files that are named; one that is not is an error."""
    strange = {path.stem for path in below(folder, f".{kind}")} - {*names, PAPER}
    if strange:
        file = folder / f"{min(strange)}.{kind}"
        raise ValueError(f"{file}: not listed in {Path(__file__).name}")
    paths = (folder / f"{name}.{kind}" for name in names)
    return "".join(path.read_text(encoding="utf-8") for path in paths)


def _whole(bundle: str, language: Language) -> str:
    """Return a bundle's script, after where those are that it asks for."""
    late = ((one, json.dumps(_addresses(one, language))) for one in LATE.get(bundle, ()))
    where = "".join(f"globalThis.{one}Files={addresses};\n" for one, addresses in late)
    return where + script(bundle, language)


def _addresses(bundle: str, language: Language) -> list[str]:
    """Return where a bundle's style and script are, below `_static`.

    The address is another one when any bundle has changed that may be asked for from there.
    """
    reached = {bundle: None}
    for one in (todo := [bundle]):
        new = [late for late in LATE.get(one, ()) if late not in reached]
        reached |= dict.fromkeys(new)
        todo += new
    texts = "".join(script(one, language) + style(one) for one in reached)
    version = hashlib.sha256(texts.encode()).hexdigest()[:8]
    return [f"{bundle}.{kind}?v={version}" for kind in ("css", "js")]


def files(language: Language) -> Iterator[tuple[str, str]]:
    """Yield names and texts of all that readers may get."""
    for bundle in SCRIPTS:
        yield f"{bundle}.js", _whole(bundle, language)
        yield f"{bundle}.css", style(bundle)
    meanings = cssmin(colours.light(colours.MEANINGS) + colours.dark())
    yield f"{PAPER}.css", meanings + paper("site") + paper("card")


def _below_ours(app: Sphinx) -> str:
    """Return the styles that the site's own one comes after; none where the theme is not furo."""
    theme = getattr(app.builder, "theme", None)
    if theme is None or theme.name != "furo":
        return ""
    own = Path(furo.THEME_PATH, "static/styles/furo.css").read_text(encoding="utf-8")
    text: str = cssmin(furo.get_pygments_stylesheet() + own)
    return without(text)


def _write(app: Sphinx) -> None:
    """Put them where Sphinx copies static files from, before it looks."""
    folder = Path(app.doctreedir) / "bundles"
    folder.mkdir(parents=True, exist_ok=True)
    before = {"site.css": _below_ours(app)}
    for name, text in files(of(app.config.language)):
        (folder / name).write_text(before.get(name, "") + text, encoding="utf-8", newline="\n")
    app.config.html_static_path.append(str(folder))


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the extension."""
    app.add_js_file("site.js")
    app.connect("builder-inited", _write, priority=900)  # furo knows the styles of code by then
    return {"parallel_read_safe": True, "parallel_write_safe": True}

"""The roles that speak of lines and turns of a card: links, their texts, and what is wrong."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from built_cards import MakeApp, Warnings, copy_root

# MyST-Parser 5.2 uses a name that Sphinx deprecates; that is not for us to mend.
pytestmark = pytest.mark.filterwarnings("ignore:'myst_parser")

NAME = "event_loop/two_kettles"
TEXTS = {
    "en": ["line 10", "lines 10–11", "turn 2", "it"],
    "zh_CN": ["第 10 行", "第 10–11 行", "第 2 个轮次", "it"],
}


def written(rootdir: Path, tmp_path: Path, text: str) -> Path:
    """Return a copy of the root whose page also says this."""
    root = copy_root(rootdir, "card", tmp_path)
    config = root / "conf.py"
    text_of = config.read_text("utf-8").replace('"card.scripts",', '"card.reference",')
    config.write_text(text_of, encoding="utf-8")
    with (root / "index.md").open("a", encoding="utf-8") as page:
        page.write(f"\n\n{text}\n")
    return root


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_links(
    rootdir: Path, tmp_path: Path, make_app: MakeApp, warnings_of: Warnings, language: str
) -> None:
    """Each leads to the card and says what it is about, in words and for the script."""
    text = (
        f"{{lines}}`{NAME}:10` {{lines}}`{NAME}:10-11` {{turn}}`{NAME}:2` {{turn}}`it <{NAME}:3>`"
    )
    root = written(rootdir, tmp_path, text)
    app = make_app("html", srcdir=root, confoverrides={"language": language})
    app.build()
    assert warnings_of(app) == []
    page = BeautifulSoup((app.outdir / "index.html").read_text("utf-8"), "html.parser")
    found = page.select("a[href='#snippet-event-loop-two-kettles'] > .snippet-reference")
    assert [one.get_text() for one in found] == TEXTS[language]
    about = [one.get("data-lines") or one.get("data-turn") for one in found]
    assert about == ["10-10", "10-11", "2", "3"]


@pytest.mark.parametrize(
    ("role", "said"),
    [
        ("{lines}`event_loop/two_kettles:3`", "the card shows the lines 7 to 20"),
        ("{lines}`event_loop/two_kettles:11-99`", "the card shows the lines 7 to 20"),
        ("{lines}`event_loop/two_kettles:12-11`", "the card shows the lines 7 to 20"),
        ("{lines}`event_loop/two_kettles`", "write a snippet and its lines"),
        ("{lines}`event_loop/no_kettles:11`", "no_kettles"),
        ("{turn}`event_loop/two_kettles:99`", "has turns 1 to"),
        ("{turn}`event_loop/two_kettles:0`", "has turns 1 to"),
        ("{turn}`event_loop/two_kettles:2-3`", "write a snippet and a turn of it"),
        ("{turn}`event_loop/no_kettles:1`", "is not there"),
    ],
)
def test_what_is_not_there(  # noqa: PLR0917 - fixtures
    rootdir: Path,
    tmp_path: Path,
    make_app: MakeApp,
    warnings_of: Warnings,
    role: str,
    said: str,
) -> None:
    """One warning, with the page and its line."""
    root = written(rootdir, tmp_path, role)
    app = make_app("html", srcdir=root)
    app.build()
    (warning,) = warnings_of(app)
    assert warning.startswith("index.md:")
    assert said in warning

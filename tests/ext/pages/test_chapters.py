"""The list of chapters: titles and questions of their first pages."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from sphinx.testing.util import SphinxTestApp

# MyST-Parser 5.2 uses a name that Sphinx deprecates; that is not for us to mend.
pytestmark = pytest.mark.filterwarnings("ignore:'myst_parser")

HOME = """# Home

:::{chapters}
first/index
second/index
:::

:::{toctree}
first/index
second/index
:::
"""


def site(folder: Path, second: str = "Which `await` switches?") -> Path:
    """Write a small site, and return where it is."""
    pages = {
        "conf.py": 'extensions = ["myst_parser", "pages.chapters"]\n'
        'myst_enable_extensions = ["colon_fence"]\nhtml_theme = "basic"\n',
        "index.md": HOME,
        "first/index.md": "# The *first* one\n\nMany wait.\nWho is next?\n\nNobody.\n",
        "second/index.md": f"# The second\n\n{second}\n",
    }
    for name, text in pages.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def listed(app: SphinxTestApp) -> list[list[str]]:
    """Return the paragraphs of each item, and where it leads."""
    html = BeautifulSoup((app.outdir / "index.html").read_text("utf-8"), "html.parser")
    return [
        [
            *(p.get_text().replace("\n", " ") for p in item.select("p")),
            str(item.a and item.a["href"]),
        ]
        for item in html.select("ol.chapters > li")
    ]


def test_titles_and_questions_are_those_of_the_chapters(
    tmp_path: Path, make_app: type[SphinxTestApp]
) -> None:
    """In the order that is written; code stays code."""
    app = make_app("html", srcdir=site(tmp_path))
    app.build()
    assert app.warning.getvalue() == ""
    assert listed(app) == [
        ["The first one", "Many wait. Who is next?", "first/index.html"],
        ["The second", "Which await switches?", "second/index.html"],
    ]
    page = BeautifulSoup((app.outdir / "index.html").read_text("utf-8"), "html.parser")
    assert page.select_one("ol.chapters code") is not None


def test_another_question_is_shown(tmp_path: Path, make_app: type[SphinxTestApp]) -> None:
    """The page with the list is written again when only a chapter has changed."""
    app = make_app("html", srcdir=site(tmp_path))
    app.build()
    site(tmp_path, "Who decides?")
    make_app("html", srcdir=tmp_path).build()
    assert listed(app)[1][1] == "Who decides?"


@pytest.mark.parametrize(
    ("second", "said"),
    [
        ("It says something.", "second/index does not end in a question"),
        (None, "there is no page 'second/index'"),
    ],
)
def test_a_chapter_that_does_not_ask(
    tmp_path: Path, make_app: type[SphinxTestApp], second: str | None, said: str
) -> None:
    """It is reported at the list, as is one that is not there."""
    source = site(tmp_path, second or "")
    if second is None:
        (source / "second/index.md").unlink()
    app = make_app("html", srcdir=source)
    app.build()
    warned = [line for line in app.warning.getvalue().splitlines() if said in line]
    assert len(warned) == 1
    assert "index.md:3" in warned[0]

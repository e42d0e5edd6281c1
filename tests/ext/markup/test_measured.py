"""The ``{measured}`` role: figures cited from the files that measurements write."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from sphinx.testing.util import SphinxTestApp

Warnings = Callable[[SphinxTestApp], list[str]]
MakeApp = Callable[..., SphinxTestApp]
FIGURES = {"programs": 20_000, "different": 0, "pythons": ["3.11", "3.15"]}
SPEED = {"late": 0.25, "system": "Linux"}

# MyST-Parser 5.2 uses a name that Sphinx deprecates; that is not for us to mend.
pytestmark = pytest.mark.filterwarnings("ignore:'myst_parser")


def build(folder: Path, make_app: MakeApp, page: str, language: str = "en") -> SphinxTestApp:
    """Build a page beside which figures lie."""
    (folder / "conf.py").write_text('extensions = ["myst_parser", "markup.measured"]\n', "utf-8")
    (folder / "index.md").write_text(f"# Figures\n\n{page}\n", "utf-8")
    app = make_app("text", srcdir=folder, confoverrides={"language": language})
    app.build()
    return app


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "20,000, 0, 3.11, 3.15, 0.25, Linux"), ("zh_CN", "20,000, 0, 3.11、3.15, 0.25, Linux")],
)
def test_figures(
    tmp_path: Path, make_app: MakeApp, warnings_of: Warnings, language: str, text: str
) -> None:
    """Numbers have their thousands, lists the commas of the language; a new file is read."""
    (tmp_path / "_figures").mkdir()
    file = tmp_path / "_figures" / "agreement.json"
    file.write_text(json.dumps(FIGURES), "utf-8")
    (tmp_path / "_figures" / "measured.json").write_text(json.dumps(SPEED), "utf-8")
    page = ", ".join(f"{{measured}}`{name}`" for name in FIGURES | SPEED)
    app = build(tmp_path, make_app, page, language)
    assert warnings_of(app) == []
    assert text in (app.outdir / "index.txt").read_text("utf-8")
    assert str(file) in {str(Path(app.srcdir, one)) for one in app.env.dependencies["index"]}


def test_what_is_wrong_is_said(tmp_path: Path, make_app: MakeApp, warnings_of: Warnings) -> None:
    """A figure that nobody measured, and a file that is not there."""
    app = build(tmp_path, make_app, "{measured}`programs`")
    assert "figures cannot be read: " in "".join(warnings_of(app))
    (tmp_path / "_figures").mkdir()
    (tmp_path / "_figures" / "agreement.json").write_text(json.dumps(FIGURES), "utf-8")
    (tmp_path / "_figures" / "measured.json").write_text("{}", "utf-8")
    app = build(tmp_path, make_app, "{measured}`tests`")
    wrong = "'tests' is not measured; write one of programs, different, pythons"
    assert wrong in "".join(warnings_of(app))

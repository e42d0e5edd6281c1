"""A page's Content-Security-Policy allows what is in the page, and no more."""

import base64
import hashlib
import re
from pathlib import Path

import pytest
from sphinx.testing.util import SphinxTestApp

from pages.policy import RULES, with_policy

CONF = """\
extensions = ["myst_parser", "sphinx_reredirects", "pages.guarded"]
redirects = {"old/place": "../index.html"}
redirect_html_template_file = "moved.html"
html_theme = "basic"
"""
MOVED = '<head>\n<meta charset="utf-8">\n<script>location = "${to_uri}";</script></head>'
SCRIPT = re.compile(r"<script(?![^>]*\ssrc=)[^>]*>(.*?)</script>", re.DOTALL)


def policy(page: str) -> dict[str, list[str]]:
    """Return what a page's one policy says; it stands before all that it is about."""
    (found,) = re.finditer(r'<meta http-equiv="Content-Security-Policy" content="([^"]+)">', page)
    assert "<script" not in page[: found.start()]
    assert "<link" not in page[: found.start()]
    return {name: values for name, *values in (rule.split() for rule in found[1].split("; "))}


def digest(script: str) -> str:
    """Return the source that allows a script."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


def test_scripts_are_allowed_by_their_digests() -> None:
    """Each once; what comes from a file needs none."""
    page = with_policy(
        '<head><meta charset="utf-8"><script src="a.js"></script><script>one(1)</script></head>'
        "<body><SCRIPT type=module>\n  two('é')\n</SCRIPT><script>one(1)</script></body>"
    )
    allowed = policy(page)["script-src"]
    assert allowed == ["'self'", digest("one(1)"), digest("\n  two('é')\n")]


def test_nothing_is_allowed_that_need_not_be() -> None:
    """No script of another's, no text as a script, no other host."""
    rules = policy(with_policy('<meta charset="utf-8">'))
    assert rules["worker-src"] == rules["object-src"] == rules["base-uri"] == ["'none'"]
    assert rules["default-src"] == rules["script-src"] == ["'self'"]
    values = {value for rule in RULES.values() for value in rule.split()}
    assert values == {"'none'", "'self'", "'unsafe-inline'", "data:", "file:"}
    assert [name for name, rule in RULES.items() if "'unsafe-inline'" in rule] == ["style-src"]


def test_a_page_without_a_place_for_it_is_an_error() -> None:
    """None is published without."""
    with pytest.raises(ValueError, match="encoding"):
        with_policy("<head><title>T</title></head>")


@pytest.fixture
def built(tmp_path: Path) -> dict[str, str]:
    """Build a page, and one that has moved; return all that were written."""
    source = tmp_path / "source"
    source.mkdir()
    (source / "conf.py").write_text(CONF, encoding="utf-8")
    (source / "moved.html").write_text(MOVED, encoding="utf-8")
    (source / "index.md").write_text("# Home\n", encoding="utf-8")
    app = SphinxTestApp("html", source)
    app.build()
    app.build(force_all=True)  # one policy stays one
    found = {
        path.relative_to(app.outdir).as_posix(): path.read_text(encoding="utf-8")
        for path in Path(app.outdir).rglob("*.html")
    }
    app.cleanup()
    return found


def test_every_page_that_is_written_has_one(built: dict[str, str]) -> None:
    """The search, the index and what leads elsewhere, too."""
    assert {"index.html", "search.html", "genindex.html", "old/place.html"} <= built.keys()
    for page in built.values():
        allowed = policy(page)["script-src"]
        assert allowed == ["'self'", *dict.fromkeys(map(digest, SCRIPT.findall(page)))]
    assert "../index.html" in built["old/place.html"]

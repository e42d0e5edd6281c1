"""A small site in two languages with everything of furo that shows words."""

import sys
from pathlib import Path

DOCS = Path(__file__).resolve().parents[3] / "docs"
sys.path.insert(0, str(DOCS / "_ext"))

from markup import syntax  # noqa: E402 (found on the path above)

english = tags.has("en")  # noqa: F821 (Sphinx puts `tags` here)
project = "Turns" if english else "轮次"
author = "Authors" if english else "作者"
copyright = author  # noqa: A001 (Sphinx's name)
language = "en" if english else "zh_CN"
extensions = [
    "myst_parser",
    "sphinx.ext.doctest",
    "language.switch",
    "pages.assembly",
]
myst_enable_extensions = syntax.EXTENSIONS
html_theme = "furo"
html_use_index = False  # as the site: it is no page of its own
html_title = project
templates_path = [str(DOCS / "_templates")]
locale_dirs = [str(DOCS / "_locale")]
html_static_path = [str(DOCS / "_static")]
html_css_files = ["site.css"]
html_sidebars = {
    "**": [
        "sidebar/brand.html",
        "language.html",
        "sidebar/search.html",
        "sidebar/scroll-start.html",
        "sidebar/navigation.html",
        "sidebar/scroll-end.html",
    ]
}
pygments_style = "a11y-high-contrast-light"
pygments_dark_style = "github-dark-high-contrast"
html_last_updated_fmt = "%Y"
source_url = "https://example.org/it"

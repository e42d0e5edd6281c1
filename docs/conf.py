"""Sphinx configuration of both languages: ``-t zh`` (default) or ``-t en`` chooses one."""

import os
import sys
from pathlib import Path

DOCS = Path(__file__).resolve().parent
sys.path[:0] = [str(DOCS / "_ext"), str(DOCS.parent)]  # extensions, and `turns`

from language.languages import BY_FOLDER  # noqa: E402 (found by the line above)
from markup import sources, syntax  # noqa: E402 (the same)

# -- What depends on the language ------------------------------------------------------------------

HERE = BY_FOLDER["en" if tags.has("en") else "zh"]  # noqa: F821 (Sphinx puts `tags` here)

# The public address of the site, with both languages below it; empty where it is not published.
SITE_URL = os.environ.get("SITE_URL", "").rstrip("/")
# The address of the repository on GitHub, for links to it and to a page's source; empty: none.
source_url = os.environ.get("SOURCE_URL", "").rstrip("/")

# A folder without a history of its own has no dates, not those of a repository that it lies in.
os.environ["GIT_CEILING_DIRECTORIES"] = str(DOCS.parents[1])
# A hook names its repository by paths that are true in its own folder alone.
for _name in ("GIT_DIR", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_WORK_TREE"):
    os.environ.pop(_name, None)
# Signatures that an author's settings show with each commit are no dates.
_settings = int(os.environ.get("GIT_CONFIG_COUNT", "0"))
os.environ[f"GIT_CONFIG_KEY_{_settings}"] = "log.showSignature"
os.environ[f"GIT_CONFIG_VALUE_{_settings}"] = "false"
os.environ["GIT_CONFIG_COUNT"] = str(_settings + 1)

# -- Project ---------------------------------------------------------------------------------------

project = HERE.title
author = HERE.author
copyright = author  # noqa: A001 (Sphinx's name)
version = "1.0"  # EPUB wants one
language = HERE.sphinx

# -- Sources ---------------------------------------------------------------------------------------

extensions = [
    "myst_parser",
    "sphinx.ext.doctest",
    "sphinx.ext.intersphinx",
    "sphinx_last_updated_by_git",
    "sphinx_reredirects",
    "language",
    "markup",
    "card",
    "pages",
    "books",
    "plain",
]
myst_enable_extensions = list(syntax.EXTENSIONS)
myst_substitutions = syntax.SUBSTITUTIONS
exclude_patterns = sources.excluded()
snippets_root = str(DOCS.parent / "snippets")
challenges_root = str(DOCS / "_challenges")

# Vendored, so that a build needs no network; the keys are the same in every language.
intersphinx_mapping = {"python": (HERE.python_docs, str(DOCS / "_inventories" / "python.txt"))}

nitpicky = True

# -- HTML ------------------------------------------------------------------------------------------

html_theme = "furo"
html_title = HERE.title
html_baseurl = f"{SITE_URL}/{HERE.folder}/" if SITE_URL else ""
html_static_path = ["_static"]
templates_path = ["_templates"]
locale_dirs = [str(DOCS / "_locale")]
html_favicon = "_static/favicon.svg"
html_css_files = ["site.css"]
# furo's own order, with the switch to the other language on top of the search box.
html_sidebars = {
    "**": [
        *("sidebar/brand.html", "language.html", "sidebar/search.html"),
        *("sidebar/scroll-start.html", "sidebar/navigation.html", "sidebar/scroll-end.html"),
    ]
}
# Both have a contrast of at least 4.5 : 1 on furo's backgrounds.
pygments_style = "a11y-high-contrast-light"
pygments_dark_style = "github-dark-high-contrast"
html_math_renderer = "mathml"  # `markup.mathematics`: nothing comes from another host
html_secnumber_suffix = " "
html_copy_source = False
html_show_sourcelink = False
html_use_index = False
html_last_updated_fmt = HERE.date
git_last_updated_timezone = "UTC"  # wherever it is built
git_untracked_show_sourcelink = True  # a page that is not committed yet has an edit link, too
suppress_warnings = [
    "myst.strikethrough",  # `markup.parts` carries it into every form
    # The site builds without its history: from an archive, in a container, where git is missing.
    *("git.command_not_found", "git.subprocess_error", "git.too_shallow"),
    "i18n.not_readable",  # macOS's `._sphinx.po`; what ours says is tested
    "git.dependency_not_found",  # who includes a file that is missing says so, with the line
]
# Pages that have moved: the old name and the new one, relative to it, as in "a/old": "new.html".
redirects: dict[str, str] = {}
redirect_html_template_file = str(DOCS / "_templates" / "moved.html")

# -- Links to other sites --------------------------------------------------------------------------

linkcheck_timeout = 20  # seconds
linkcheck_workers = 4
# GitHub makes the anchors of its pages with a script.
linkcheck_anchors_ignore_for_url = [r"https://github\.com/.*"]

# -- The books: EPUB and PDF -----------------------------------------------------------------------

epub_basename = f"whose-turn-is-it.{HERE.folder}"
epub_language = HERE.tag
epub_description = HERE.description
epub_contributor = author
epub_identifier = HERE.book
epub_uid = "book"
epub_theme = "ebook"
epub_show_urls = "no"  # the links themselves are there
# The icons for home screens are of no use in a book.
epub_exclude_files = [str(Path("_static", icon.name)) for icon in DOCS.glob("_static/icon-*.png")]
epub_tocscope = "includehidden"  # all chapters: no page shows its toctree

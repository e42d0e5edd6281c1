"""Sphinx configuration of both languages: ``-t zh`` (default) or ``-t en`` chooses one."""

import os
import sys
from pathlib import Path

DOCS = Path(__file__).resolve().parent
sys.path.insert(0, str(DOCS / "_ext"))

import myst_syntax  # noqa: E402 (found by the line above)

# -- What depends on the language ------------------------------------------------------------------

LANGUAGE = "en" if tags.has("en") else "zh"  # noqa: F821 (Sphinx puts `tags` here)
TITLE = {"zh": "轮到谁了？", "en": "Whose turn is it?"}[LANGUAGE]
PYTHON_DOCS = {"zh": "https://docs.python.org/zh-cn/3/", "en": "https://docs.python.org/3/"}[
    LANGUAGE
]

# The public address of the site, with both languages below it; empty where it is not published.
SITE_URL = os.environ.get("SITE_URL", "").rstrip("/")
# The address of the repository on GitHub, for links to a page's source; empty: no such links.
SOURCE_URL = os.environ.get("SOURCE_URL", "").rstrip("/")

# -- Project ---------------------------------------------------------------------------------------

project = TITLE
author = {"zh": "《轮到谁了？》作者", "en": "The authors of Whose turn is it?"}[LANGUAGE]
copyright = author  # noqa: A001 (Sphinx's name)
version = "1.0"  # EPUB wants one
language = {"zh": "zh_CN", "en": "en"}[LANGUAGE]  # "zh-CN" would silently mean English

# -- Sources ---------------------------------------------------------------------------------------

extensions = [
    "myst_parser",
    "sphinx.ext.doctest",
    "sphinx.ext.intersphinx",
    "sphinx_last_updated_by_git",
    "sphinx_reredirects",
    "snippets",
    "legend",
    "rules",
    "typography",
    "languages",
    "page_head",
    "changes_feed",
    "made_files",
    "furo_words",
    "focus",
    "navigation",
    "search_index",
    "epub_book",
    "markdown_pages",
    "loading",
    "pdf_book",
    "prune",
]
myst_enable_extensions = list(myst_syntax.EXTENSIONS)
snippets_root = str(DOCS.parent / "snippets")

# Vendored, so that a build needs no network; the keys are the same in every language.
intersphinx_mapping = {"python": (PYTHON_DOCS, str(DOCS / "_inventories" / "python.txt"))}

nitpicky = True

# -- HTML ------------------------------------------------------------------------------------------

html_theme = "furo"
html_title = TITLE
html_baseurl = f"{SITE_URL}/{LANGUAGE}/" if SITE_URL else ""
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
html_copy_source = False
html_show_sourcelink = False
html_use_index = False
html_last_updated_fmt = {"zh": "%Y-%m-%d", "en": "%B %-d, %Y"}[LANGUAGE]
git_last_updated_timezone = "UTC"  # wherever it is built
git_untracked_show_sourcelink = True  # a page that is not committed yet has an edit link, too
suppress_warnings = [
    # The site builds without its history: from an archive, in a container, where git is missing.
    *("git.command_not_found", "git.subprocess_error", "git.too_shallow"),
    "git.dependency_not_found",  # who includes a file that is missing says so, with the line
]
if SOURCE_URL:
    html_theme_options = {
        f"source_{verb}_link": f"{SOURCE_URL}/{place}/main/docs/{LANGUAGE}/{{filename}}"
        for verb, place in {"edit": "edit", "view": "blob"}.items()
    }
# Pages that have moved: the old name and the new one, relative to it, as in "a/old": "new.html".
redirects: dict[str, str] = {}
redirect_html_template_file = str(DOCS / "_templates" / "moved.html")

# -- Links to other sites --------------------------------------------------------------------------

linkcheck_timeout = 20  # seconds
linkcheck_workers = 4
# GitHub makes the anchors of its pages with a script.
linkcheck_anchors_ignore_for_url = [r"https://github\.com/.*"]

# -- The books: EPUB and PDF -----------------------------------------------------------------------

epub_basename = f"whose-turn-is-it.{LANGUAGE}"
epub_language = {"zh": "zh-CN", "en": "en"}[LANGUAGE]
epub_description = {
    "zh": "Python 怎样调度协程：每个程序都跑过，每个顺序都核对过",
    "en": "How Python schedules coroutines: every program run, every order checked",
}[LANGUAGE]
epub_contributor = author
# Drawn once: by it, readers' shelves know a new edition from another book.
epub_identifier = {
    "zh": "urn:uuid:32af282a-28cd-5396-9072-efbbcb6292d6",
    "en": "urn:uuid:36c3a115-931e-55bc-b23b-ec90ccfe050c",
}[LANGUAGE]
epub_uid = "book"
epub_theme = "ebook"
epub_show_urls = "no"  # the links themselves are there
epub_tocscope = "includehidden"  # all chapters: no page shows its toctree

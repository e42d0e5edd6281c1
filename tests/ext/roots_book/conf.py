"""A small book."""

import sys
from pathlib import Path

EXTENSIONS = Path(__file__).resolve().parents[3] / "docs" / "_ext"
sys.path.insert(0, str(EXTENSIONS))

project = "小书"
author = copyright = "作者"  # noqa: A001 (Sphinx's name)
version = "1.0"
language = "zh_CN"
extensions = ["myst_parser", "books", "pages.bundles", "pages.assembly"]
myst_enable_extensions = ["colon_fence"]
html_title = project
html_css_files = ["site.css"]
html_baseurl = "https://example.org/zh/"
html_secnumber_suffix = " "
epub_basename = "small"
epub_theme = "ebook"
epub_uid = "book"
epub_identifier = "urn:uuid:00000000-0000-0000-0000-000000000000"
epub_description = "一本小书，用来测试"
epub_contributor = author
epub_tocscope = "includehidden"
epub_use_index = False
nitpicky = True

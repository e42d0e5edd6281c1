"""Configuration of a test root."""

extensions = [
    "myst_parser",
    "card.directive",
    "card.first_order",
    "card.scripts",
    "records_first",
    "language.typography",
    "pages.assembly",
]
myst_enable_extensions = ["colon_fence"]
html_theme = "basic"
epub_copyright = "nobody"
version = "1"
exclude_patterns = ["snippets"]
nitpicky = True

"""Configuration of a test root."""

extensions = [
    "myst_parser",
    "card.directive",
    "card.scripts",
    "records_first",
    "language.typography",
]
myst_enable_extensions = ["colon_fence"]
html_theme = "basic"
language = "zh_CN"
exclude_patterns = ["snippets"]
nitpicky = True

"""Configuration of a test root."""

extensions = ["myst_parser", "card.directive", "card.scripts", "records_first"]
myst_enable_extensions = ["colon_fence"]
html_theme = "basic"
exclude_patterns = ["snippets"]
nitpicky = True

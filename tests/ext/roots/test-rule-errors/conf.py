"""Configuration of a test root."""

extensions = ["myst_parser", "markup.rule"]
myst_enable_extensions = ["colon_fence"]
html_theme = "basic"
nitpicky = True

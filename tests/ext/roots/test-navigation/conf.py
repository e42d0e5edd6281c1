"""Configuration of a test root."""

extensions = ["myst_parser", "pages.navigation"]
html_theme = "furo"

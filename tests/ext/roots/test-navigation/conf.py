"""Configuration of a test root."""

extensions = ["myst_parser", "navigation"]
html_theme = "furo"

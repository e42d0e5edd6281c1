"""Configuration of a test root."""

extensions = [
    *(
        "myst_parser",
        "sphinx.ext.doctest",
        "card.directive",
        "card.scripts",
        "records_first",
        "card.legend",
        "markup.rule",
        "language.typography",
    ),
    "plain.markdown",
]
myst_enable_extensions = ["colon_fence", "deflist"]
html_theme = "basic"
project = "Kettles"
exclude_patterns = ["snippets", "_build"]  # what is built is Markdown, too

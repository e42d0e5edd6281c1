"""What all tests share: the fixtures of Sphinx's own tests. Paths stand in pyproject.toml."""

pytest_plugins = ["sphinx.testing.fixtures"]

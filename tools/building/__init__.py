"""Make the site: Sphinx in a process per language, and what is put together around it."""

import project  # noqa: F401 (lets this package import what extensions are made of)

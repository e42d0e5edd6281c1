"""Make the site: Sphinx in a process per language, and what is put together around it."""

"""A front end for web pages: `turns` in a worker of the browser, on CPython for WebAssembly."""

from turns.browser import pristine  # noqa: F401 - before all else of ours

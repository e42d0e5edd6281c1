"""A front end for web pages: `turns` in a worker of the browser, on CPython for WebAssembly."""

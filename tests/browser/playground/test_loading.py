"""What is loaded, when, from where; and why there is nothing to load, if so."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from client import Open, Python, opened
from playwright.sync_api import Browser, Route

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("python")]

Manifest = dict[str, Any]
ENDS = """import asyncio
def other():
    print("c")
async def main():
    print("a")
    await asyncio.to_thread(other)
    print("b")
asyncio.run(main())"""


def _paths(manifest: Manifest) -> list[str]:
    return [file["path"] for file in manifest["files"].values()]


def test_nothing_comes_before_it_is_wanted(open_python: Open) -> None:
    """The page asks for its script alone."""
    python = open_python()
    asked: list[str] = []
    python.page.on("request", lambda request: asked.append(request.url))
    python.page.reload()
    assert [url.rpartition("/")[2] for url in asked] == ["page.html", "client.js"]


def test_bytes_are_counted_as_they_come(open_python: Open, manifest: Manifest) -> None:
    """From the first to the last of the sum that the manifest has."""
    python = open_python()
    # As over a line of 4 MB a second: else a busy machine has it all before it looks.
    slowly = {"offline": False, "latency": 0, "downloadThroughput": 4e6, "uploadThroughput": 4e6}
    python.page.context.new_cdp_session(python.page).send(
        "Network.emulateNetworkConditions", slowly
    )
    seen = python.load()["seen"]
    total = sum(file["bytes"] for file in manifest["files"].values())
    assert {one["total"] for one in seen} == {total}
    loaded = [one["loaded"] for one in seen]
    assert loaded == sorted(loaded)
    assert loaded[-1] == total
    assert len({*loaded}) > 10


ALL_KEPT = """async () => {
  const [name] = await caches.keys();
  const cache = await caches.open(name);
  const isThere = (addresses) => addresses.filter(({ url }) => url.endsWith(".gz")).length === 5;
  while (!isThere(await cache.keys())) await new Promise((resolve) => setTimeout(resolve, 50));
}"""


def test_it_comes_once_and_works_without_a_network(open_python: Open) -> None:
    """The second time nothing but the manifest is asked for; without a network not even that."""
    python = open_python()
    python.load()
    python.page.evaluate(ALL_KEPT)
    asked: list[str] = []
    python.page.on("request", lambda request: asked.append(request.url))
    python.page.reload()
    assert python.load()["features"]
    wanted = [url for url in asked if "/playground/" in url]
    assert not [url for url in wanted if url.endswith(".gz")]
    assert any(url.endswith("manifest.json") for url in wanted)
    python.page.reload()
    python.page.route("**/*.json", lambda route: route.abort("internetdisconnected"))
    assert python.load()["features"]
    assert python.run("import csv\nprint(csv.__name__)")[0] == ["csv"]


MEMORY = """async (write) => {
  const [name] = await caches.keys();
  const cache = await caches.open(name);
  const address = (await cache.keys()).map(({ url }) => url).find((url) => url.includes("memory"));
  if (!address) return 0;
  if (write) await cache.put(address, new Response(write));
  return (await (await cache.match(address)).arrayBuffer()).byteLength;
}"""
KEPT = f"""async () => {{
  const length = {MEMORY};
  while ((await length()) < 10 ** 6) await new Promise((resolve) => setTimeout(resolve, 50));
}}"""
DRAWN = "import random\nprint(random.random())"


def test_an_interpreter_comes_up_from_the_memory_of_another_one(open_python: Open) -> None:
    """Which is kept in the browser; nothing that is drawn by lot is as it was there."""
    python = open_python()
    python.load()
    first, _ = python.run(DRAWN)
    python.page.evaluate(KEPT)
    second, _ = python.run(DRAWN)
    python.page.reload()
    python.load()
    third, _ = python.run(DRAWN)
    assert len({*first, *second, *third}) == 3
    assert python.run(ENDS)[0] == ["a", "c", "b"]


PACKED = """import asyncio, dataclasses, importlib.util, sitecustomize
missing, digest = [], sitecustomize.digest
def looked_up(source):
    found = digest(source)
    if found not in sitecustomize.compiled:
        missing.append(source)
    return found
sitecustomize.digest = looked_up
spec = importlib.util.find_spec("turns.runtime.limits")
spec.loader.exec_module(importlib.util.module_from_spec(spec))
print(len(missing), type(spec.loader._real).__name__)  # within the one of `own_builtins`
@dataclasses.dataclass(frozen=True)
class Point:
    x: int
print(len(missing), Point(1), Point(1) == Point(x=1), Point.__doc__)
print(asyncio.__file__, asyncio.__path__, asyncio.tasks.__spec__.parent)
"""
PRINTED = [
    "0 Importer",
    "1 Point(x=1) True Point(x: int)",
    "__init__.pyc ['/lib/python314.zip/asyncio'] asyncio",
]


def test_what_is_packed_is_neither_read_twice_nor_compiled(python: Python) -> None:
    """The methods of our own dataclasses are there; those of a program's are made as ever."""
    assert python.run(PACKED)[0] == PRINTED


def test_a_spare_interpreter_takes_over(open_python: Open) -> None:
    """It waits for its memory beside the one for the next program, and the two for fresh runs."""
    python = open_python()
    python.load()
    python.run("print(1)")
    python.page.evaluate(KEPT)
    for _ in range(600):
        if len(python.page.workers) == 4:
            break
        python.page.wait_for_timeout(100)
    assert len(python.page.workers) == 4
    python.ask("print(1)\nwhile True: pass")
    python.until("lines")
    python.stop()
    assert python.run(ENDS)[0] == ["a", "c", "b"]
    assert len({*python.run(DRAWN)[0], *python.run(DRAWN)[0]}) == 2


def test_a_memory_of_no_use_is_replaced(open_python: Open) -> None:
    """All is as before: the interpreter comes up as the first one did."""
    python = open_python()
    python.load()
    python.run("print(1)")
    python.page.evaluate(KEPT)
    assert python.page.evaluate(MEMORY, "no memory") == len("no memory")
    python.page.reload()
    assert python.load()["features"] == {"threads": True}
    python.page.evaluate(KEPT)
    assert python.run(ENDS)[0] == ["a", "c", "b"]


def test_other_versions_are_deleted(open_python: Open) -> None:
    """And nothing of others that have the same origin."""
    python = open_python()
    python.page.evaluate(
        """async () => {
          const root = location.href.replace(/en\\/.*/, "playground/");
          for (const name of [`${root} 00000000`, "somebody else's"]) await caches.open(name);
        }"""
    )
    python.load()
    python.page.wait_for_function("async () => (await caches.keys()).length === 2")
    names = python.page.evaluate("caches.keys()")
    assert "somebody else's" in names
    assert not [name for name in names if "00000000" in name]


def _without(name: str) -> Callable[[Python], None]:
    return lambda python: python.page.evaluate(f"delete globalThis.{name}")


def _route(pattern: str, answer: Callable[[Route], None]) -> Callable[[Python], None]:
    return lambda python: python.page.route(pattern, answer)


def _broken(python: Python) -> None:
    """Bring a script that is as long as it should be, and no script."""
    manifest = python.page.evaluate("fetch('../playground/manifest.json').then((it) => it.json())")
    script = "(" * manifest["files"]["script"]["size"]
    python.page.route("**/python.js.gz", lambda route: route.fulfill(body=script))


HINDERED = {
    "no-wasm": _without("WebAssembly"),
    "old": _without("DecompressionStream"),
    "not-built": _route("**/manifest.json", lambda route: route.fulfill(status=404, body="no")),
    "not-built, says a page": _route(
        "**/manifest.json", lambda route: route.fulfill(status=200, body="<html>no")
    ),
    "offline": _route("**/manifest.json", lambda route: route.abort()),
    "offline, later": _route("**/*.gz", lambda route: route.abort()),
    "changed": _route("**/python.wasm.gz", lambda route: route.fulfill(status=404, body="no")),
    "changed, in part": _route("**/library.zip.gz", lambda route: route.fulfill(body="no")),
    "blocked": _route("**/frame.html", lambda route: route.fulfill(status=200, body="no")),
    "broken": _broken,
}


@pytest.mark.parametrize("why", HINDERED)
def test_it_says_why_there_is_none(why: str, open_python: Open) -> None:
    """And the next try is another one."""
    python = open_python()
    HINDERED[why](python)
    assert python.load()["reason"] == why.partition(",")[0]
    if why in {"offline", "blocked", "broken", "changed"}:
        python.page.unroute_all()
        assert python.load()["features"]


def test_a_page_on_a_disk_has_none(interpreter: Path, browser: Browser) -> None:
    """It may not fetch."""
    context = browser.new_context()
    python = opened(context, (interpreter / "en/page.html").as_uri())
    assert python.load()["reason"] == "file"
    context.close()


def test_a_host_may_say_that_files_are_packed(interpreter: Path, open_python: Open) -> None:
    """The browser then unpacks them before the page sees them."""
    python = open_python()

    def answer(route: Route) -> None:
        path = interpreter / "playground" / route.request.url.partition("/playground/")[2]
        route.fulfill(body=path.read_bytes(), headers={"Content-Encoding": "gzip"})

    python.page.route("**/*.gz", answer)
    assert python.load()["features"]


def test_without_stack_switching_all_but_threads_is_there(open_python: Open) -> None:
    """As in Safari 26; questions for fresh interpreters are asked all the same."""
    python = open_python()
    python.page.add_init_script("delete WebAssembly.Suspending")
    python.page.reload()
    assert python.load()["features"] == {"threads": False}
    python.ask("import asyncio\nasync def f(): print(1)\nasyncio.run(f())")
    parts = python.until("found", "refused")
    assert python.end() == "done"
    assert [part["kind"] for part in parts] == ["lines", "run", "marked", "found"]
    assert parts[-1]["findings"]["unknown"] == []
    lines, end = python.run("import threading\nthreading.Thread(target=print).start()")
    assert lines == []
    assert "thread" in str(end), end


def test_somebody_else_can_tell_the_page_nothing(open_python: Open) -> None:
    """Only its own frame is heard."""
    python = open_python()
    python.load()
    python.ask("while True: pass")
    python.page.evaluate(
        """() => {
          for (let id = 0; id < 9; id++) postMessage({ id, done: true }, "*");
        }"""
    )
    python.page.wait_for_timeout(500)
    assert python.page.evaluate("Promise.race([ended, 'running'])") == "running"

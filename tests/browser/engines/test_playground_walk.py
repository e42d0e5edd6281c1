"""The playground in Firefox and in WebKit: run, stop, share, threads, sockets.

Where a browser cannot switch the stacks of WebAssembly, all is there but threads, and a line in the
page's language says which browsers have them.
"""

import pytest
from conftest import FIREFOX, OLDER, WEBKIT, engines
from reader import Reader

from language.languages import BY_FOLDER
from language.words import word
from tools.project import LANGUAGES

LONG = 300.0
"""Seconds until Python has come and answered: WebKit takes long for it, and machines are busy."""
CONTROL, ENTER, BACKSPACE = "\ue009", "\ue007", "\ue003"
# As they are typed: the editor indents behind a colon, and Backspace (\b) ends a block.
ORDER = """import asyncio
async def tea(name): print(name, 1); await asyncio.sleep(0); print(name, 2)
async def main(): await asyncio.gather(tea("green"), tea("black"))
asyncio.run(main())"""
THREADS = """import asyncio
def job(): print("in a thread"); return 7
async def main(): print(await asyncio.to_thread(job))
asyncio.run(main())"""
SOCKETS = """import asyncio
async def serve(r, w): w.write(await r.readline()); w.close()
async def ask():
r, w = await asyncio.open_connection("localhost", 8000)
w.write(b"tea\\n")
print(await r.read())
w.close()
\basync def main():
async with await asyncio.start_server(serve, "localhost", 8000): await ask()
\basyncio.run(main())"""
ENDLESS = """print("begun")
sum(iter(int, 1))"""
NO_THREADS = {
    "en": "this browser cannot switch between stacks; Chrome and Edge can from version 137 on",
    "zh": "这个浏览器不能切换栈；从 Chrome 和 Edge 137、Firefox 153、Safari 27 起可以",
}
# That the page has limits is tested elsewhere; a busy machine reaches them before it has begun.
PATIENT = """
const own = setTimeout;
const longer = (time) => (time < 5000 ? time : 50 * time);
globalThis.setTimeout = (function_, time, ...all) => own(function_, longer(time), ...all);"""
SHOWN = ".bench-results"
CAN_SWITCH = "return 'Suspending' in WebAssembly;"
SOURCE = "return document.querySelector('.editor textarea').value;"
LINK = "return document.querySelector('.share-link input').value;"
RESULTS = "return document.querySelector('.bench-results').childElementCount;"
FETCHED = """
const all = performance.getEntriesByType("resource");
return all.filter(({ name }) => name.includes("/playground/")).length;"""


@pytest.mark.slow
@pytest.mark.parametrize("reader", engines(FIREFOX, OLDER, WEBKIT), indirect=True)
@pytest.mark.parametrize("language", LANGUAGES)
def test_run_stop_share_threads_sockets(
    reader: Reader, language: str, request: pytest.FixtureRequest
) -> None:
    """One walk, by clicks and keys; no error comes of it."""
    can_switch = reader.engine.run(CAN_SWITCH)
    assert not (can_switch and request.node.callspec.params["reader"] is OLDER)
    reader.open(f"{language}/playground.html")
    assert reader.engine.run(FETCHED) == 0
    reader.engine.run(PATIENT)

    _run(reader, ORDER)
    for line in ("green 1", "black 1", "green 2", "black 2"):
        _prints(reader, line)
    _says(reader, language, "complete")
    reader.press(f"{SHOWN} button.mark")
    reader.sees(f"{SHOWN} .mark-why:popover-open")
    reader.press(f"{SHOWN} .snippet-step")
    reader.sees(f"{SHOWN} .player-told")
    _share(reader, language)

    _run(reader, ENDLESS)
    _prints(reader, "begun")
    reader.press(".bench-bar .bench-run + button")
    _says(reader, language, "failed-stopped")

    _run(reader, SOCKETS)
    _prints(reader, "b'tea\\n'")
    _says(reader, language, "complete")

    _run(reader, THREADS)
    if can_switch:
        _prints(reader, "in a thread")
        _prints(reader, "7")
    else:
        reader.sees(f"{SHOWN} .snippet-exit", NO_THREADS[language], LONG)
    _says(reader, language, "complete")
    assert reader.engine.run("return walk.wrong;") == []


def _run(reader: Reader, source: str) -> None:
    """Type a program in place of what is there, and run it by its button."""
    reader.press(".editor textarea")
    reader.chord(CONTROL, "a")
    reader.type(source.replace("\n", ENTER).replace("\b", BACKSPACE))
    reader.sees(".editor-shown", source.splitlines()[-1].strip("\b"))
    reader.press(".bench-run")


def _prints(reader: Reader, line: str) -> None:
    """Wait for a line, while it comes or where it stays."""
    reader.sees(f"{SHOWN} .snippet-line, {SHOWN} pre", line, LONG)


def _says(reader: Reader, language: str, key: str) -> None:
    """Wait until it says how far it is."""
    said = word(BY_FOLDER[language], f"playground-{key}")
    reader.sees(".bench-status [role=status]", said, LONG)


def _share(reader: Reader, language: str) -> None:
    """Open a link to the program: it is there, and nothing runs."""
    reader.press(".bench-bar button[aria-expanded]")
    reader.sees(".share-link input", "#code=")
    link = reader.engine.run(LINK)
    assert "#code=" in link
    reader.engine.go("about:blank")
    reader.engine.go(link)
    reader.sees(".playground-note", word(BY_FOLDER[language], "playground-came-by-link"))
    assert reader.engine.run(SOURCE) == ORDER
    assert reader.engine.run(RESULTS) == 0
    reader.engine.run(PATIENT)

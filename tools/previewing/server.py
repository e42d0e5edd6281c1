"""Serve the languages at one address and reload a browser when its language is built.

Server and watcher are sphinx-autobuild's, and so is what puts a script into pages. Its change
callback starts Sphinx anew for every change; ours tells processes that have Sphinx at hand.
"""

import asyncio
import socket
import webbrowser
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import uvicorn
import watchfiles
from sphinx_autobuild.filter import IgnoreFilter  # type: ignore[import-untyped]
from sphinx_autobuild.middleware import (  # type: ignore[import-untyped]
    JavascriptInjectorMiddleware,
)
from sphinx_autobuild.server import RebuildServer  # type: ignore[import-untyped]
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Mount, Route, WebSocketRoute
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Receive, Scope, Send
from starlette.websockets import WebSocket

from tools.building.browser.playground import FOLDER
from tools.building.root_pages import landing, not_found
from tools.previewing.banner import banner, first
from tools.previewing.changes import changes, folders
from tools.previewing.listening import address
from tools.previewing.live_language import LiveLanguage
from tools.previewing.live_playground import LivePlayground
from tools.project import Project

# How long a page waits for the build that will change it, in seconds.
_PATIENCE = 15

# Whatever address the browser has found the page at, through a tunnel or a proxy, serves here, too;
# sphinx-autobuild's own script has to be told one. It is a file, since a page's policy knows the
# scripts that were in it when it was written.
_RELOAD = """\
const { place } = document.currentScript.dataset;
new WebSocket(location.origin.replace("http", "ws") + place).onmessage = () => location.reload();
"""

# Headers of what no browser may show again without asking.
_UNKEPT = {"Cache-Control": "no-store"}


class LiveServer(RebuildServer):  # type: ignore[misc]  # it comes without types
    """Tell the languages what changed, and browsers which language is ready."""

    def __init__(self, project: Project, languages: Mapping[str, LiveLanguage]) -> None:
        """Prepare to watch the project's sources."""
        nothing = IgnoreFilter([], [])  # what counts is decided by `changes`
        super().__init__(folders(project), nothing, change_callback=lambda _: None)
        self.project = project
        self.languages = languages
        self.failed: BaseException | None = None
        """Set where a part of the preview has failed, which would otherwise go on without it."""
        self.stop: Callable[[], None] = lambda: None

    async def main(self) -> None:
        """Watch and build until the server ends."""
        try:
            async with asyncio.TaskGroup() as tasks:
                running = [tasks.create_task(self.watch())]
                running += [tasks.create_task(one.run()) for one in self.languages.values()]
                await self.should_exit.wait()
                for task in running:
                    task.cancel()
        except* Exception as failed:  # noqa: BLE001 (whatever it is, preview cannot go on)
            self.failed = failed.exceptions[0]
            self.stop()

    async def watch(self) -> None:
        """Pass on every change; ends by being cancelled."""
        async for found in watchfiles.awatch(*self.paths, watch_filter=None):
            for _, path in found:
                for language, change in changes(self.project, Path(path)).items():
                    if language in self.languages:
                        self.languages[language].change(change)

    async def watch_reloads(self, ws: WebSocket) -> None:
        """Send a message for each build of the language that the page belongs to."""
        language = self.languages[ws.path_params["language"]]
        generation = ws.path_params["generation"]
        while True:
            generation = await language.newer_than(generation)
            await ws.send_text("refresh")


class LivePages:
    """The pages of one language, each with the reload script and, if need be, the banner."""

    def __init__(self, language: LiveLanguage) -> None:
        """Serve the output folder, which need not exist yet."""
        self.language = language
        self.files = _Files(directory=language.output, html=True, check_dir=False)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve a file."""
        language = self.language
        served: ASGIApp = self.files
        if language.generation and language.output.exists():
            # Half-written pages are seen by nobody, and nobody gets one that is about to change.
            await language.settled(_PATIENCE)
        else:
            served = HTMLResponse(first(language.language), status_code=503, headers=_UNKEPT)
        # The script names the build that the page is from: a build that ends before the browser
        # has connected is not missed.
        place = f"/live/{language.language}/{language.generation}"
        page = JavascriptInjectorMiddleware(served, ws_url=place)
        shown = banner(language.language, language.result)
        page.script = f'{shown}<script src="/live.js" data-place="{place}"></script>'.encode()
        await page(scope, receive, send)


class _Files(StaticFiles):
    """Static files, of which no browser keeps an old page."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        try:
            response = await super().get_response(path, scope)
        except HTTPException as error:
            if error.status_code != 404:
                raise
            response = HTMLResponse(not_found("/", {}), status_code=404)
        response.headers.update(_UNKEPT)
        return response

    def is_not_modified(self, *_: object) -> bool:
        """Say no: the same file may now come with another script and another banner."""
        return False


def serve(
    project: Project,
    languages: Mapping[str, LiveLanguage],
    listeners: Sequence[socket.socket],
    *,
    browser: bool,
) -> None:
    """Serve until Ctrl-C; `browser`: open one as soon as there is something to see.

    Raises what the watcher or a build raises where that is not a page's fault.
    """
    live = LiveServer(project, languages)

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        place = address(listeners[0])
        announcement = asyncio.create_task(_announce(languages, place, browser=browser))
        async with live.lifespan(app):
            yield
        announcement.cancel()

    # Browsers keep their sockets open; they need not be waited for.
    app = _application(live, lifespan)
    server = uvicorn.Server(uvicorn.Config(app, log_level="warning", timeout_graceful_shutdown=1))
    live.stop = lambda: setattr(server, "should_exit", True)
    server.run(sockets=list(listeners))
    if live.failed:
        raise live.failed


def _application(
    live: LiveServer, lifespan: Callable[[Starlette], AbstractAsyncContextManager[None]]
) -> Starlette:
    """Lay out the addresses."""

    async def root(_request: Request) -> Response:
        if len(live.languages) == 1:
            return RedirectResponse(f"/{next(iter(live.languages))}/")
        return HTMLResponse(landing(), headers=_UNKEPT)

    async def reload(_request: Request) -> Response:
        return Response(_RELOAD, media_type="text/javascript", headers=_UNKEPT)

    async def missing(_request: Request, _error: Exception) -> Response:
        return HTMLResponse(not_found("/", {}), status_code=404, headers=_UNKEPT)

    return Starlette(
        routes=[
            Route("/", root),
            Route("/index.html", root),
            Route("/live.js", reload),
            Route(f"/{FOLDER}/{{path:path}}", LivePlayground(live.project).serve),
            WebSocketRoute("/live/{language}/{generation:int}", live),
            *(
                Mount(f"/{name}", app=LivePages(language))
                for name, language in live.languages.items()
            ),
        ],
        exception_handlers={404: missing},
        lifespan=lifespan,
    )


async def _announce(languages: Mapping[str, LiveLanguage], place: str, *, browser: bool) -> None:
    """Say where to look once every language has been built for the first time."""
    await asyncio.gather(*(language.newer_than(0) for language in languages.values()))
    print(f"{place} shows {' and '.join(languages)}; Ctrl-C ends", flush=True)
    if browser:
        await asyncio.to_thread(webbrowser.open, place)

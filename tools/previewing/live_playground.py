"""The playground in live preview: made when first asked for, and again if its sources changed."""

import asyncio
import mimetypes
import sys

from starlette.requests import Request
from starlette.responses import Response

from tools.building.browser import node, package
from tools.building.browser.errors import BrokenError, MissingError
from tools.building.browser.playground import FOLDER, MANIFEST, playground
from tools.project import Project


def missing(project: Project) -> str:
    """Return why there will be no playground, in one line; "" if there will be one."""
    try:
        node.found()
        package.kept(project.build / FOLDER)
    except MissingError as error:
        return str(error)
    return ""


class LivePlayground:
    """Its files, in memory; nothing waits for them but who runs a program."""

    def __init__(self, project: Project) -> None:
        """Make nothing yet."""
        self._project = project
        self._files: dict[str, bytes] = {}
        self._one_at_a_time = asyncio.Lock()

    async def serve(self, request: Request) -> Response:
        """Answer with a file; each reader begins with the manifest, which is of now."""
        path = request.path_params["path"]
        async with self._one_at_a_time:
            if path == MANIFEST or not self._files:
                await self._make()
        data = self._files.get(path)
        if data is None:
            return Response(status_code=404)
        kind, packing = mimetypes.guess_type(path)
        # As static hosts do: they say of what is packed that it is, and leave it so.
        media_type = f"application/{packing}" if packing else kind
        return Response(data, headers={"Cache-Control": "no-store"}, media_type=media_type)

    async def _make(self) -> None:
        try:
            self._files = await asyncio.to_thread(playground, self._project, fetch=False)
        except MissingError:
            self._files = {}  # the terminal says so already
        except BrokenError as error:
            self._files = {}
            print(error, file=sys.stderr, flush=True)

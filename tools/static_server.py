"""Serve a folder over loopback as GitHub Pages does: texts with gzip, and for ten minutes."""

import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from email.utils import formatdate
from functools import cache, partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from os import PathLike
from pathlib import Path

TEXTS = {".css", ".html", ".js", ".json", ".svg", ".txt", ".xml"}


class Handler(SimpleHTTPRequestHandler):
    """Serves what is below a path, without a line in the terminal for each request."""

    protocol_version = "HTTP/1.1"  # connections stay open, as on any real host
    disable_nagle_algorithm = True  # what follows a head does not wait until that is acknowledged

    def __init__(self, *args: object, below: str, directory: str) -> None:
        """Remember the path, which has no slash at its end."""
        self.below = below
        super().__init__(*args, directory=directory)  # type: ignore[arg-type]

    def translate_path(self, path: str) -> str:
        """Take the path away; an address without it leads nowhere."""
        inside = path.startswith(f"{self.below}/")
        return super().translate_path(path.removeprefix(self.below) if inside else "/nowhere")

    def send_head(self) -> BytesIO | None:
        """Answer with a text packed; leave folders, other files and what is missing as they are."""
        path = Path(self.translate_path(self.path))
        accepted = "gzip" in self.headers.get("Accept-Encoding", "")
        if not (accepted and path.suffix in TEXTS and path.is_file()):
            return super().send_head()  # type: ignore[return-value]
        changed = path.stat().st_mtime_ns
        body = _packed(path, changed)
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Last-Modified", formatdate(changed / 1e9, usegmt=True))
        self.end_headers()
        return BytesIO(body)

    def guess_type(self, path: str | PathLike[str]) -> str:
        """Say also how texts are encoded."""
        found = super().guess_type(path)
        return f"{found}; charset=utf-8" if Path(path).suffix in TEXTS else found

    def end_headers(self) -> None:
        """Say how long to keep it."""
        self.send_header("Cache-Control", "max-age=600")
        self.send_header("Vary", "Accept-Encoding")
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Keep quiet."""


@cache
def _packed(path: Path, _changed: int) -> bytes:
    """Return a file packed as web servers do by default."""
    return gzip.compress(path.read_bytes(), compresslevel=6, mtime=0)


@contextmanager
def served(folder: Path, below: str = "") -> Iterator[str]:
    """Serve a folder below a path and yield its address, which has no slash at its end.

    The folder need not be there yet.
    """
    handler = partial(Handler, below=below, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}{below}"
        finally:
            server.shutdown()
            thread.join()

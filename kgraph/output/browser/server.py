"""Serves the kit to Neo4j Browser on this machine: only its own files, only for reading, with the headers that a page
of another origin needs.
"""

from __future__ import annotations

import errno
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from types import TracebackType
from urllib.parse import unquote, urlsplit

from kgraph.errors import StoreError
from kgraph.output.browser.kit import GUIDE

HOST = "localhost"  # Browser loads guides from "localhost" by default, and not from 127.0.0.1
_TYPES = {".html": "text/html", ".grass": "text/plain", ".cypher": "text/plain"}


class KitServer:
    """Serves files until it is closed. ``files`` may be filled after the start, when the address is known. ``host``:
    the interface it listens on, where that is not loopback.

    Raises: StoreError when the port is taken.
    """

    def __init__(self, port: int = 0, *, host: str = "127.0.0.1") -> None:
        self.files: dict[str, str] = {}
        try:
            self._server = ThreadingHTTPServer((host, port), partial(_Handler, self.files))
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise StoreError(f"cannot listen on {host} ({error.strerror})", hint="see --kit-host") from error
            raise StoreError(f"port {port} is taken", hint="choose another with --kit-port, or 0 for any") from error
        self._thread = Thread(target=self._server.serve_forever, name="browser kit", daemon=True)

    @property
    def address(self) -> str:
        return f"http://{HOST}:{self._server.server_address[1]}"

    def __enter__(self) -> KitServer:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.server_close()


class _Handler(BaseHTTPRequestHandler):
    server_version = "kgraph"
    sys_version = ""
    timeout = 10

    def __init__(self, files: dict[str, str], *args: object) -> None:
        self.files = files
        super().__init__(*args)  # type: ignore[arg-type]  # what the server passes

    def do_GET(self) -> None:
        self._answer(with_body=True)

    def do_HEAD(self) -> None:
        self._answer(with_body=False)

    def do_OPTIONS(self) -> None:
        self.send_response(HTTPStatus.NO_CONTENT)
        self._allow()
        self.end_headers()

    def _answer(self, *, with_body: bool) -> None:
        name = unquote(urlsplit(self.path).path).lstrip("/") or GUIDE
        text = self.files.get(name)
        if text is None:
            self.send_error(HTTPStatus.NOT_FOUND)
            return
        body = text.encode()
        self.send_response(HTTPStatus.OK)
        self._allow()
        self.send_header("Content-Type", f"{_TYPES[name[name.rindex('.') :]]}; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.end_headers()
        if with_body:
            self.wfile.write(body)

    def _allow(self) -> None:
        self.send_header("Access-Control-Allow-Origin", "*")
        self.send_header("Access-Control-Allow-Headers", "*")
        self.send_header("Access-Control-Allow-Methods", "GET, HEAD, OPTIONS")
        self.send_header("Access-Control-Allow-Private-Network", "true")

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing: the terminal is the user's."""

"""A local server that stands in for the web."""

from __future__ import annotations

import contextlib
import http.server
import threading
from collections.abc import Iterator


@contextlib.contextmanager
def served(site: type[http.server.BaseHTTPRequestHandler]) -> Iterator[str]:
    """Give the address of a server that answers as `site` does."""
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), site) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()

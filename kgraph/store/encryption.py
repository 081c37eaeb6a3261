"""Why a server that is there does not talk to us: its certificate is not trusted, or only one of us encrypts."""

from __future__ import annotations

import socket
import ssl
from urllib.parse import urlsplit

from kgraph.errors import StoreError

_PATIENCE = 5.0  # seconds
_PORT = 7687


def misfit(uri: str) -> StoreError | None:
    """What is wrong between the address and what its server does, or None where that is not it."""
    parts = urlsplit(uri)
    name, _, security = parts.scheme.partition("+")
    where = f"//{parts.netloc}"
    try:
        _shake_hands(parts.hostname or "localhost", parts.port or _PORT, checked=security == "s")
    except ssl.SSLCertVerificationError as error:
        hint = f"name its authority's file in SSL_CERT_FILE, or write {name}+ssc:{where} to trust any certificate"
        return StoreError(f"its certificate is not trusted ({error.verify_message})", place=uri, hint=hint)
    except (ssl.SSLError, ConnectionError):
        if security:
            return StoreError("the server does not encrypt", place=uri, hint=f"write {name}:{where}")
        return None
    except OSError:
        return None
    if security:
        return None
    return StoreError("the server wants an encrypted connection", place=uri, hint=f"write {name}+s:{where}")


def _shake_hands(host: str, port: int, *, checked: bool) -> None:
    context = ssl.create_default_context()
    if not checked:
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    with (
        socket.create_connection((host, port), timeout=_PATIENCE) as plain,
        context.wrap_socket(plain, server_hostname=host),
    ):
        pass

"""Addresses that the user named, fetched politely: we say who we are, heed robots.txt, wait between two requests to one
host, and take no more than the limits allow.

An address of this machine or of the local network is refused, whatever name leads to it and whatever redirect: the name
is looked up once, every address that it has is checked, and the connection goes to the address that was checked.
"""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import SplitResult, quote, urljoin, urlsplit, urlunsplit
from urllib.robotparser import RobotFileParser

from kgraph._version import __version__
from kgraph.errors import InputError
from kgraph.reading.limits import Limits, too_long, too_much

AGENT = f"kgraph/{__version__} (reads news into a graph; https://pypi.org/project/kgraph/)"
PAUSE = 1.0  # seconds between two requests to one host
_LONGEST_PAUSE = 30.0  # of what a robots.txt may ask
_MOST_ROBOTS = 500_000  # bytes, as search engines take
_NAT64 = ipaddress.ip_network("64:ff9b::/96")  # IPv6 addresses that mean an IPv4 one
_REDIRECTS = frozenset({301, 302, 303, 307, 308})


@dataclass(frozen=True, slots=True)
class Answer:
    """``address``: where it came from in the end; ``unchanged``: the server says that we have it already."""

    address: str
    body: bytes
    kind: str = ""
    charset: str | None = None
    unchanged: bool = False
    stamps: Mapping[str, str] = field(default_factory=dict)


class Fetcher:
    """Fetches for one run: it remembers what each host allows and when it was asked last."""

    def __init__(self, limits: Limits, *, allow_private: bool = False, pause: float = PAUSE) -> None:
        self.limits, self.allow_private, self.pause = limits, allow_private, pause
        self._robots: dict[str, RobotFileParser | None] = {}
        self._last: dict[str, float] = {}

    def get(self, url: str, *, known: Mapping[str, str] | None = None) -> Answer:
        """What is at the address. ``known``: the ``stamps`` of the last answer, so that a server can say "unchanged".

        Raises: InputError with the reason.
        """
        if _split(url) is not None and not self._allowed(url):
            raise InputError("its robots.txt asks not to read it", place=url, hint="save the page and give the file")
        return self._follow(url, dict(known or {}), most=self.limits.bytes)

    def _follow(self, url: str, headers: dict[str, str], *, most: int) -> Answer:
        at = url
        for _ in range(self.limits.redirects + 1):
            answer = self._ask(at, url, headers, most)
            if isinstance(answer, Answer):
                return answer
            try:
                at = urljoin(at, answer)
            except ValueError:
                at = answer
        limit = self.limits.redirects
        raise too_much(f"leads on more than {limit} times", "redirects", limit, place=url, hint="give where it ends")

    def _ask(self, url: str, named: str, headers: dict[str, str], most: int) -> Answer | str:
        """The answer, or where it leads on to."""
        parts = _split(url)
        if parts is None:
            where = "" if url == named else f" (it leads on to {url[:80]})"
            hint = "give an address that begins with http:// or https://"
            raise InputError(f"is no address that can be read{where}", place=named, hint=hint)
        self._wait(parts.netloc)
        deadline = time.monotonic() + self.limits.seconds
        connection = self._connection(parts, named)
        try:
            connection.request(
                "GET", _path(parts), headers={"User-Agent": AGENT, "Accept-Encoding": "identity", **headers}
            )
            response = connection.getresponse()
            if response.status in _REDIRECTS and (to := response.headers.get("Location")):
                return to
            if response.status == 304:
                return Answer(url, b"", unchanged=True)
            if response.status != 200:
                reason = f"{response.status} {response.reason}".strip()
                raise InputError(f"the server answers {reason}", place=named, hint="check the address, or try later")
            return self._answer(url, named, response, deadline, most)
        except (OSError, http.client.HTTPException, ValueError) as error:
            why = " ".join(str(error).split())[:80] or type(error).__name__
            raise InputError(
                f"cannot be fetched ({why})", place=named, hint="check the address, or try later"
            ) from error
        finally:
            connection.close()

    def _answer(self, url: str, named: str, response: http.client.HTTPResponse, deadline: float, most: int) -> Answer:
        parts: list[bytes] = []
        size = 0
        while data := response.read1(1 << 16):
            parts.append(data)
            size += len(data)
            if size > most:
                raise too_long(named, most)
            if time.monotonic() > deadline:
                seconds = self.limits.seconds
                raise too_much(f"took more than {seconds} seconds", "seconds", seconds, place=named, hint="try later")
        stamps = {
            ours: value
            for ours, theirs in (("If-None-Match", "ETag"), ("If-Modified-Since", "Last-Modified"))
            if (value := response.headers.get(theirs)) and len(value) < 500
        }
        charset = response.headers.get_content_charset()
        kind = response.headers.get_content_type() if response.headers.get("Content-Type") else ""
        return Answer(url, b"".join(parts), kind, charset, stamps=stamps)

    def _connection(self, parts: Any, named: str) -> http.client.HTTPConnection:
        host = parts.hostname.encode("idna").decode() if not parts.hostname.isascii() else parts.hostname
        try:
            port = parts.port or (443 if parts.scheme == "https" else 80)
        except ValueError as error:
            raise InputError("has no port that can be", place=named, hint="check the address") from error
        address = self._checked_address(host, port, named)
        timeout = min(20.0, float(self.limits.seconds))
        if parts.scheme == "https":
            return _HttpsTo(address, host, port, timeout)
        return _HttpTo(address, host, port, timeout)

    def _checked_address(self, host: str, port: int, named: str) -> str:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            raise InputError(f"there is no host {host[:80]!r}", place=named, hint="check the address") from error
        addresses = [str(info[4][0]).partition("%")[0] for info in found]
        if not self.allow_private and not all(map(is_public, addresses)):
            what = f"{host} is an address of this machine or of the local network"
            raise InputError(what, place=named, hint="allow that with --allow-private")
        return addresses[0]

    def _wait(self, host: str) -> None:
        pause = self.pause
        rules = next((rules for place, rules in self._robots.items() if place.endswith(f"//{host}")), None)
        if rules is not None and (asked := rules.crawl_delay(AGENT)):
            pause = min(float(asked), _LONGEST_PAUSE)
        if (rest := self._last.get(host, float("-inf")) + pause - time.monotonic()) > 0:
            time.sleep(rest)
        self._last[host] = time.monotonic()

    def _allowed(self, url: str) -> bool:
        parts = urlsplit(url)
        site = f"{parts.scheme}://{parts.netloc}"
        if site not in self._robots:
            self._robots[site] = self._rules(site)
        rules = self._robots[site]
        return rules is None or rules.can_fetch(AGENT, url)

    def _rules(self, site: str) -> RobotFileParser | None:
        """What the site asks; nothing where it has no such file. A private address says so at once."""
        try:
            answer = self._follow(f"{site}/robots.txt", {}, most=_MOST_ROBOTS)
        except InputError as error:
            if "local network" in error.message:
                raise InputError(error.message, place=error.place, hint=error.hint) from error
            return None
        rules = RobotFileParser()
        rules.parse(answer.body.decode("utf-8", "replace").splitlines())
        rules.modified()
        return rules


def is_public(address: str) -> bool:
    """Whether an address lies in the open internet.

    >>> is_public("93.184.216.34"), is_public("127.0.0.1"), is_public("::ffff:10.0.0.1"), is_public("169.254.169.254")
    (True, False, False, False)
    """
    found = ipaddress.ip_address(address)
    inner = getattr(found, "ipv4_mapped", None) or getattr(found, "sixtofour", None)
    if inner is None and found in _NAT64:
        inner = ipaddress.ip_address(int(found) & 0xFFFFFFFF)
    if inner is not None:
        found = inner
    return found.is_global and not found.is_multicast


def _split(url: str) -> SplitResult | None:
    """The parts of an address that can be fetched; None for others."""
    try:
        parts = urlsplit(url)
        return parts if parts.scheme in ("http", "https") and parts.hostname else None
    except ValueError:
        return None


def _path(parts: Any) -> str:
    path = urlunsplit(("", "", parts.path or "/", parts.query, ""))
    return quote(path, safe="/:?#[]@!$&'()*+,;=%~-._")


class _HttpTo(http.client.HTTPConnection):
    """A connection to the address that was checked, whatever the name leads to by now."""

    def __init__(self, address: str, host: str, port: int, timeout: float) -> None:
        super().__init__(host, port, timeout=timeout)
        self.address = address

    def connect(self) -> None:
        self.sock = socket.create_connection((self.address, self.port), self.timeout)


class _HttpsTo(http.client.HTTPSConnection):
    """As ``_HttpTo``; the certificate must be that of the name."""

    def __init__(self, address: str, host: str, port: int, timeout: float) -> None:
        context = ssl.create_default_context()
        super().__init__(host, port, timeout=timeout, context=context)
        self.address, self.context = address, context

    def connect(self) -> None:
        plain = socket.create_connection((self.address, self.port), self.timeout)
        self.sock = self.context.wrap_socket(plain, server_hostname=self.host)

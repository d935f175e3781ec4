"""Pages from the web, stored in a folder as they were fetched.

Only http and https; a limit of time and of size; every hop of a redirect is checked again. A host name is resolved once,
its addresses are checked, and the connection goes to a checked address, so that the name cannot lead elsewhere in
between. Proxies are not used, because they would resolve the name themselves.
"""

from __future__ import annotations

import http.client
import ipaddress
import os
import queue
import socket
import ssl
import tempfile
import threading
import time
import zlib
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import Message
from pathlib import Path, PurePosixPath
from urllib.parse import SplitResult, quote, unquote, urljoin, urlsplit

from tui import __version__
from tui.plain import one_line, slug

from . import formats
from .origin import LONGEST_ADDRESS, shortcut, shortcut_of, url_of

SECONDS = 30.0
LARGEST = 32 << 20
"""Bytes of a page after unpacking."""
MOST_REDIRECTS = 8
_REDIRECTS = frozenset((301, 302, 303, 307, 308))
_CHUNK = 1 << 16
_SUFFIXES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "application/pdf": ".pdf",
    "application/rss+xml": ".rss",
    "application/atom+xml": ".atom",
    "application/xml": ".xml",
    "text/xml": ".xml",
    "application/epub+zip": ".epub",
    "message/rfc822": ".eml",
    "application/mbox": ".mbox",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
}
_UNTOLD = frozenset(("", "application/octet-stream", "binary/octet-stream", "application/force-download"))
_ACCEPT = "text/html,application/xhtml+xml,application/pdf;q=0.9,text/plain;q=0.8,*/*;q=0.5"
_NAT64 = ipaddress.ip_network("64:ff9b::/96")

Address = ipaddress.IPv4Address | ipaddress.IPv6Address


class FetchError(Exception):
    """A page cannot be fetched or stored; the message is a sentence: what, which address, what to do."""


@dataclass(frozen=True)
class Fetched:
    """A page as it came. `url` is where the redirects ended; `suffix` tells its format."""

    url: str
    data: bytes
    suffix: str


@dataclass(frozen=True)
class Stored:
    """A page in its folder. `new` is false when the same page from the same address was there already."""

    path: Path
    url: str
    new: bool


def is_public(address: str) -> bool:
    """Whether an IP address is one of the public internet, whichever way it is written or wrapped."""
    try:
        found: Address = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(found, ipaddress.IPv6Address):
        inner = found.ipv4_mapped or found.sixtofour or (found.teredo[1] if found.teredo else None)
        if inner is None and found in _NAT64:
            inner = ipaddress.IPv4Address(int(found) & 0xFFFFFFFF)
        if inner is not None and not is_public(str(inner)):
            return False
        if found.ipv4_mapped:
            return True
        if found.is_site_local:
            return False
    return found.is_global and not (found.is_multicast or found.is_reserved or found.is_unspecified)


def fetch(url: str, *, private: bool = False, seconds: float = SECONDS, largest: int = LARGEST) -> Fetched:
    """The page at `url`, redirects followed, within `seconds` in all and `largest` bytes.

    With `private` addresses inside the own network are allowed. Raises `FetchError`.
    """
    answers: queue.SimpleQueue[Fetched | BaseException] = queue.SimpleQueue()
    end = time.monotonic() + seconds

    def work() -> None:
        try:
            answers.put(_follow(url, private, end, largest))
        except BaseException as error:
            answers.put(error)

    threading.Thread(target=work, name="fetch", daemon=True).start()
    try:
        answer = answers.get(timeout=seconds)
    except queue.Empty:
        raise FetchError(
            f"{_shown(url)} did not answer within {seconds:g} seconds: try again later."
        ) from None
    match answer:
        case Fetched():
            return answer
        case FetchError():
            raise answer
        case TimeoutError():
            raise FetchError(f"{_shown(url)} did not answer within {seconds:g} seconds: try again later.")
        case ssl.SSLCertVerificationError():
            reason = answer.verify_message or "unknown reason"
            raise FetchError(
                f"The certificate of {_shown(url)} cannot be trusted ({reason}): it was not fetched."
            )
        case OSError() | http.client.HTTPException():
            reason = (getattr(answer, "strerror", None) or str(answer) or type(answer).__name__).lower()
            raise FetchError(f"{_shown(url)} cannot be fetched: {one_line(reason)}.")
    raise answer


def _shown(url: str) -> str:
    line = one_line(url)
    return line if len(line) <= 200 else f"{line[:199]}…"


def _follow(url: str, private: bool, end: float, largest: int) -> Fetched:
    start = url
    for _ in range(MOST_REDIRECTS + 1):
        parts = _checked(url)
        with closing(_connect(parts, url, private, end)) as connection:
            path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
            query = f"?{quote(parts.query, safe='/%:@!$&()*+,;=~-._?[]')}" if parts.query else ""
            headers = {
                "User-Agent": f"reex-tui/{__version__}",
                "Accept": _ACCEPT,
                "Accept-Encoding": "identity",
                "Accept-Language": "en,*;q=0.5",
                "Connection": "close",
            }
            connection.request("GET", path + query, headers=headers)
            answer = connection.getresponse()
            target = answer.getheader("Location")
            if answer.status in _REDIRECTS and target:
                url = urljoin(url, one_line(target))
                continue
            if answer.status != 200:
                reason = one_line(answer.reason or "")[:100]
                raise FetchError(f"{_shown(url)} answers {answer.status} {reason}: look at the address.")
            data = _body(answer, url, end, largest)
            if not data.strip():
                raise FetchError(f"{_shown(url)} is empty: there is nothing to store.")
            return Fetched(url, data, _suffix(answer.headers, data, url))
    raise FetchError(f"{_shown(start)} leads on more than {MOST_REDIRECTS} times: it was not fetched.")


def _checked(url: str) -> SplitResult:
    """The parts of an address that may be asked for."""
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError:
        raise FetchError(f"{_shown(url)} is no address: look at the spelling.") from None
    if parts.scheme not in ("http", "https"):
        raise FetchError(f"{_shown(url)} is no http or https address: only such pages can be added.")
    if not host or len(url) > LONGEST_ADDRESS or any(c.isspace() or not c.isprintable() for c in url):
        raise FetchError(f"{_shown(url)} is no address: look at the spelling.")
    if parts.username is not None or parts.password is not None:
        raise FetchError(
            f"{parts.scheme}://…@{_shown(host)} carries a name or password: such pages are not added."
        )
    return parts


def _connect(parts: SplitResult, url: str, private: bool, end: float) -> http.client.HTTPConnection:
    """A connection to one of the host's checked addresses."""
    host = parts.hostname or ""
    with suppress(UnicodeError):
        host = host if ":" in host else host.encode("idna").decode("ascii")
    port = parts.port or (443 if parts.scheme == "https" else 80)
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (socket.gaierror, UnicodeError):
        raise FetchError(
            f"There is no host {_shown(host)}, or no network: look at the address {_shown(url)}."
        ) from None
    allowed = [entry for entry in found if private or is_public(str(entry[4][0]))]
    if not allowed:
        raise FetchError(
            f"{_shown(url)} leads to an address inside the own network: it was not fetched "
            "(--allow-private permits it)."
        )
    failure: OSError = TimeoutError()
    for family, kind, protocol, _, address in allowed:
        plain = socket.socket(family, kind, protocol)
        try:
            plain.settimeout(max(0.1, end - time.monotonic()))
            plain.connect(address)
            plain.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            wrapped = (
                ssl.create_default_context().wrap_socket(plain, server_hostname=host)
                if parts.scheme == "https"
                else plain
            )
        except OSError as error:
            plain.close()
            failure = error
            if isinstance(error, ssl.SSLError):
                break
            continue
        kind_of = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
        connection = kind_of(host, port)
        connection.sock = wrapped
        return connection
    raise failure


def _body(answer: http.client.HTTPResponse, url: str, end: float, largest: int) -> bytes:
    """The body, unpacked if the server packed it all the same."""
    packing = (answer.getheader("Content-Encoding") or "identity").strip().lower()
    if packing not in ("identity", "gzip", "x-gzip", "deflate", ""):
        raise FetchError(f"{_shown(url)} comes packed as {one_line(packing)[:40]}, which cannot be unpacked.")
    unpack = zlib.decompressobj(47) if packing not in ("identity", "") else None
    parts: list[bytes] = []
    size = 0
    while chunk := answer.read1(_CHUNK):
        if time.monotonic() > end:
            raise TimeoutError
        if unpack:
            try:
                chunk = unpack.decompress(chunk, largest + 1 - size)
            except zlib.error:
                raise FetchError(f"{_shown(url)} comes damaged: try again later.") from None
        size += len(chunk)
        if size > largest:
            raise FetchError(f"{_shown(url)} is larger than {largest / (1 << 20):g} MB: it was not fetched.")
        parts.append(chunk)
    return b"".join(parts)


def _suffix(headers: Message, data: bytes, url: str) -> str:
    """The suffix for what came, by its type; by its first bytes and its address when no type is told."""
    kind = headers.get_content_type() if headers.get("Content-Type") else ""
    if kind in _SUFFIXES:
        return _SUFFIXES[kind]
    if kind in _UNTOLD:
        start = data[:512].lstrip().lower()
        if data.startswith(b"%PDF-"):
            return ".pdf"
        if start.startswith((b"<!doctype html", b"<html")):
            return ".html"
        suffix = PurePosixPath(unquote(urlsplit(url).path)).suffix.lower()
        if suffix in formats.SUFFIXES | {".txt", ".md"}:
            return suffix
    shown = one_line(kind)[:80] or "of no told type"
    raise FetchError(
        f"{_shown(url)} is {shown}, which is no article: pages, texts, PDF, Word, feeds and mail can be added."
    )


def store(page: Fetched, folder: Path) -> Stored:
    """Write a page to `folder` under a name of its own, nothing overwritten, with a shortcut to its address beside it.

    Raises `FetchError` when the folder cannot be written to.
    """
    base = _name(page)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for number in range(1, 10_000):
            path = folder / f"{base if number == 1 else f'{base}-{number}'}{page.suffix}"
            if path.exists() and url_of(path) == page.url and path.read_bytes() == page.data:
                return Stored(path, page.url, new=False)
            if path.exists() or shortcut_of(path).exists():
                continue
            if _create(path, page.data):
                now = datetime.now(UTC).isoformat(timespec="seconds")
                _create(shortcut_of(path), shortcut(page.url, now).encode())
                return Stored(path, page.url, new=True)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise FetchError(f"{_shown(page.url)} cannot be stored in {folder}: {reason}.") from None
    raise FetchError(f"{_shown(page.url)} cannot be stored in {folder}: all names like {base} are taken.")


def _name(page: Fetched) -> str:
    """A file name without suffix: the title's words, else the address's."""
    title = None
    if page.suffix == ".html":
        from .errors import UnreadableError

        with suppress(UnreadableError):
            title = formats.read(page.suffix, page.data, page.url, page.url)[0].stated.title
    parts = urlsplit(page.url)
    last = next(
        (part for part in reversed(unquote(parts.path).split("/")) if slug(PurePosixPath(part).stem)), ""
    )
    made = slug(title or "") or slug(PurePosixPath(last).stem) or slug(parts.hostname or "")
    return made or "page"


def _create(path: Path, data: bytes) -> bool:
    """Write a new file whole or not at all; false when the name is taken."""
    descriptor, name = tempfile.mkstemp(prefix=f".{path.name[:40]}.", suffix=".tmp", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        umask = os.umask(0)
        os.umask(umask)
        temporary.chmod(0o666 & ~umask)
        try:
            os.link(temporary, path)
        except FileExistsError:
            return False
        except OSError:  # a file system without hard links
            if path.exists():
                return False
            temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
    return True

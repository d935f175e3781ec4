"""`reex-tui add`: what is fetched, what is refused, and how it is stored. All servers are on this machine."""

from __future__ import annotations

import gzip
import socket
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tui.articles import fetch as fetching
from tui.articles.fetch import Fetched, FetchError, fetch, is_public, store
from tui.articles.origin import shortcut_of, url_of
from tui.cli import main

PAGE = (
    b"<html><head><title>Ferry runs again</title></head><body><h1>Ferry runs again</h1>"
    b"<p>The ferry to the outer islands runs again since Monday, the harbour office said.</p></body></html>"
)


class Handler(BaseHTTPRequestHandler):
    """One answer for each path."""

    def do_GET(self) -> None:
        path = self.path.partition("?")[0]
        if path == "/slow":
            self.send_response(200)
            self.end_headers()
            for _ in range(100):
                time.sleep(0.1)
                try:
                    self.wfile.write(b"x")
                except OSError:
                    return
            return
        status, headers, body = ANSWERS.get(path, (404, {}, b"no"))
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        pass


HTML = {"Content-Type": "text/html; charset=utf-8"}
ANSWERS: dict[str, tuple[int, dict[str, str], bytes]] = {
    "/page": (200, HTML, PAGE),
    "/packed": (200, {**HTML, "Content-Encoding": "gzip"}, gzip.compress(PAGE)),
    "/bomb": (200, {**HTML, "Content-Encoding": "gzip"}, gzip.compress(b"0" * 5_000_000)),
    "/large": (200, HTML, b"x" * 200_000),
    "/empty": (200, HTML, b""),
    "/text": (200, {"Content-Type": "text/plain"}, b"Plain words."),
    "/paper.pdf": (200, {"Content-Type": "application/octet-stream"}, b"%PDF-1.7 ..."),
    "/picture": (200, {"Content-Type": "image/png"}, b"\x89PNG"),
    "/untold": (200, {}, b"<!DOCTYPE html><p>x"),
    "/moved": (302, {"Location": "/page?a=1"}, b""),
    "/loop": (301, {"Location": "/loop"}, b""),
    "/to-file": (302, {"Location": "file:///etc/passwd"}, b""),
    "/to-name": (302, {"Location": "http://inside.example/"}, b""),
    "/gone": (410, {}, b""),
}


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    made = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=made.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{made.server_address[1]}"
    made.shutdown()
    made.server_close()


def test_a_page_comes_as_it_is(server: str) -> None:
    assert fetch(f"{server}/page", private=True) == Fetched(f"{server}/page", PAGE, ".html")


@pytest.mark.parametrize(
    ("path", "suffix"),
    [("/packed", ".html"), ("/text", ".txt"), ("/paper.pdf", ".pdf"), ("/untold", ".html")],
)
def test_kinds_of_page(server: str, path: str, suffix: str) -> None:
    assert fetch(f"{server}{path}", private=True).suffix == suffix


def test_a_redirect_is_followed_to_its_end(server: str) -> None:
    assert fetch(f"{server}/moved", private=True).url == f"{server}/page?a=1"


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("/gone", "410"),
        ("/nothing", "404"),
        ("/empty", "empty"),
        ("/picture", "image/png"),
        ("/loop", "more than 8 times"),
        ("/to-file", "no http or https"),
    ],
)
def test_what_is_no_article_is_a_sentence(server: str, path: str, says: str) -> None:
    with pytest.raises(FetchError, match=says):
        fetch(f"{server}{path}", private=True)


def test_size_limit_holds_for_packed_pages_too(server: str) -> None:
    for path in ("/large", "/bomb"):
        with pytest.raises(FetchError, match="larger than"):
            fetch(f"{server}{path}", private=True, largest=100_000)


def test_time_limit_holds_for_a_page_that_trickles(server: str) -> None:
    start = time.monotonic()
    with pytest.raises(FetchError, match="did not answer within"):
        fetch(f"{server}/slow", private=True, seconds=0.5)
    assert time.monotonic() - start < 9, "the whole page takes ten seconds"


@pytest.mark.parametrize(
    "url",
    [
        "ftp://example.org/a",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "example.org",
        "",
        "http://",
        "http://user:s3cret@example.org/",
        "http://example.org:99999/",
        "http://[::1",
        "http://example.org/\r\nX: y",
        "http://exa mple.org/",
        "https://" + "a" * 5000,
        "http://" + "a" * 300 + "/",
    ],
)
def test_what_is_no_web_address_is_refused(url: str) -> None:
    with pytest.raises(FetchError) as caught:
        fetch(url)
    assert "\n" not in str(caught.value)
    assert "s3cret" not in str(caught.value)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "127.9.9.9", "0.0.0.0", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1",
        "224.0.0.1", "255.255.255.255", "240.0.0.1", "::", "::1", "fe80::1%eth0", "fc00::1", "fd12::1", "fec0::1",
        "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "2002:7f00:1::", "64:ff9b::7f00:1", "64:ff9b::a00:1",
        "fd00:ec2::254", "not an address",
    ],
)  # fmt: skip
def test_addresses_inside_the_own_network(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize(
    "address", ["93.184.216.34", "1.1.1.1", "2606:2800:220:1:248:1893:25c8:1946", "::ffff:8.8.8.8"]
)
def test_addresses_of_the_public_internet(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:{}/page",
        "http://localhost:{}/page",
        "http://2130706433:{}/page",
        "http://[::ffff:127.0.0.1]:{}/",
    ],
)
def test_the_own_network_is_refused_unless_allowed(server: str, url: str) -> None:
    with pytest.raises(FetchError, match=r"own network|no host"):
        fetch(url.format(server.rpartition(":")[2]))


Resolver = Callable[..., list[tuple[object, ...]]]


def resolving(port: int, answers: dict[str, list[str]], asked: list[str]) -> Resolver:
    """A resolver that gives each host name its next address in turn."""

    def resolve(host: str, _port: int, **_: object) -> list[tuple[object, ...]]:
        asked.append(host)
        turn = answers[host]
        address = turn.pop(0) if len(turn) > 1 else turn[0]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port))]

    return resolve


def test_each_hop_of_a_redirect_is_checked(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    port = int(server.rpartition(":")[2])
    asked: list[str] = []
    names = {"outside.example": ["127.0.0.1"], "inside.example": ["10.0.0.1"]}
    monkeypatch.setattr(socket, "getaddrinfo", resolving(port, names, asked))
    monkeypatch.setattr(fetching, "is_public", lambda address: address == "127.0.0.1")
    with pytest.raises(FetchError, match="own network"):
        fetch("http://outside.example/to-name")
    assert asked == ["outside.example", "inside.example"]


def test_a_name_is_resolved_once_so_that_it_cannot_change_in_between(
    server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    port = int(server.rpartition(":")[2])
    asked: list[str] = []
    names = {"turning.example": ["127.0.0.1", "10.0.0.1"]}
    monkeypatch.setattr(socket, "getaddrinfo", resolving(port, names, asked))
    monkeypatch.setattr(fetching, "is_public", lambda address: address == "127.0.0.1")
    assert fetch("http://turning.example/page").data == PAGE
    assert asked == ["turning.example"]


def test_a_page_is_stored_as_it_came_with_its_address_beside_it(tmp_path: Path) -> None:
    page = Fetched("https://example.org/2025/ferry?id=100%25", PAGE, ".html")
    stored = store(page, tmp_path / "new")
    assert stored.path == tmp_path / "new" / "ferry-runs-again.html"
    assert stored.path.read_bytes() == PAGE
    assert url_of(stored.path) == page.url
    assert {path.name for path in (tmp_path / "new").iterdir()} == {
        "ferry-runs-again.html",
        "ferry-runs-again.url",
    }


def test_nothing_is_overwritten_and_the_same_page_is_stored_once(tmp_path: Path) -> None:
    mine = tmp_path / "ferry-runs-again.html"
    mine.write_text("my own")
    page = Fetched("https://example.org/a", PAGE, ".html")
    first, again = store(page, tmp_path), store(page, tmp_path)
    assert mine.read_text() == "my own"
    assert (first.path.name, first.new) == ("ferry-runs-again-2.html", True)
    assert (again.path, again.new) == (first.path, False)
    other = store(Fetched("https://example.org/b", PAGE, ".html"), tmp_path)
    assert other.path.name == "ferry-runs-again-3.html"


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/../../etc/passwd",
        "https://example.org/%2e%2e%2fx%00.txt",
        "https://example.org/",
        "https://例え.jp/",
    ],
)
def test_no_name_leaves_the_folder(tmp_path: Path, url: str) -> None:
    stored = store(Fetched(url, b"words", ".txt"), tmp_path / "in")
    assert stored.path.parent == tmp_path / "in"
    assert stored.path.name.isascii()
    assert not stored.path.name.startswith(".")


def test_a_folder_that_cannot_be_written_to_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(FetchError, match="cannot be stored in"):
        store(Fetched("https://example.org/a", PAGE, ".html"), tmp_path / "file")


@pytest.mark.parametrize(
    "text",
    ["", "[InternetShortcut]\nURL=file:///etc/passwd", "no ini at all", "[a\n\x00", "[InternetShortcut]"],
)
def test_a_shortcut_that_tells_no_web_address_is_none(tmp_path: Path, text: str) -> None:
    page = tmp_path / "a.html"
    shortcut_of(page).write_text(text)
    assert url_of(page) is None


def test_the_command_goes_on_after_a_failure(
    server: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = main(["add", f"{server}/gone", f"{server}/page", "-d", str(tmp_path), "--allow-private"])
    out, err = capsys.readouterr()
    assert code == 1
    assert out == f"{tmp_path / 'ferry-runs-again.html'}\n"
    assert "410" in err


def test_the_command_refuses_the_own_network(
    server: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["add", f"{server}/page", "-d", str(tmp_path)]) == 1
    assert "own network" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())

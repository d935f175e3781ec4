"""HTML pages: body, kinds, furniture, places in the source, metadata."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.articles.errors import UnreadableError
from tui.articles.extracted import Extracted
from tui.articles.formats.html import decode_page, read_page

PAGE = """<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8">
<title>Miners reopen the northern pit | Harbour Gazette</title>
<meta property="og:site_name" content="Harbour Gazette">
<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [
 {"@type": "NewsArticle", "headline": "Miners reopen the northern pit",
  "datePublished": "2025-03-04T06:10:00+01:00", "dateModified": "2025-03-09", "author": {"@id": "#p"}},
 {"@type": "Person", "@id": "#p", "name": "Ada Quist"}]}</script>
<style>p { color: red }</style></head>
<body>
<nav class="main-menu"><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<article class="story">
<h1>Miners reopen the northern pit</h1>
<p class="byline">By Ada Quist</p>
<figure><img src="a.jpg" alt="pit"><figcaption>The pit at dawn. Photo: H. Berg</figcaption></figure>
<p>The northern pit took back 120 miners on Tuesday, nine months after a <a href="/flood">flood</a> had closed it &amp; the
railway beside it.</p>
<p>Company engineers said that the pumps now lift 40 tonnes of water an hour, which is twice what they managed last autumn,
and that the lowest gallery would be dry before the summer.</p>
<h2>What the town expects</h2>
<p>Shops along the harbour have stayed open on half days since June, and the mayor told the council that she counts on the
wages of the first shift to bring people back.</p>
<ul><li>The first shift starts at six.</li><li>The second shift follows in April, if the pumps hold.</li></ul>
<p>Neither the company nor the union would say how many of the 300 former miners will be asked to return this year.</p>
</article>
<div class="related-stories"><h3>More stories</h3><ul><li><a href="/1">Ferry fares rise</a></li>
<li><a href="/2">Harbour wall to be mended</a></li></ul></div>
<footer>Copyright 2025 Harbour Gazette</footer>
</body></html>
"""


def body(page: Extracted) -> str:
    return "\n".join(piece.text for piece in page.pieces or ())


def check_places(page: Extracted) -> None:
    """Every stretch stands in the source letter for letter, and all offsets are inside."""
    for piece in page.pieces or ():
        assert piece.text
        for part in piece.stretches:
            assert 0 <= part.start < part.end <= len(piece.text)
            there = page.text[part.source_start : part.source_start + part.end - part.start]
            assert len(there) == part.end - part.start
            assert there.split() == piece.text[part.start : part.end].split()
    for aside in page.furniture:
        assert 0 <= aside.source_start < aside.source_end <= len(page.text)


def test_the_body_is_kept_with_its_kinds_and_the_furniture_set_aside() -> None:
    page = read_page(PAGE)
    kinds = {piece.text: piece.kind for piece in page.pieces or ()}
    assert kinds["What the town expects"] == "heading"
    assert kinds["The first shift starts at six."] == "list"
    assert "Sport" not in body(page)
    assert "Ferry fares rise" not in body(page)
    assert "Copyright" not in body(page)
    aside = {PAGE[part.source_start : part.source_end]: part.kind for part in page.furniture}
    assert aside["Sport"] == "navigation"
    assert aside["Ferry fares rise"] == "related"


def test_link_words_and_entities_are_kept() -> None:
    assert "after a flood had closed it & the railway beside it." in body(read_page(PAGE))


def test_metadata_come_from_the_markup() -> None:
    stated = read_page(PAGE).stated
    assert stated.title == "Miners reopen the northern pit"
    assert (stated.published, stated.published_basis) == ("2025-03-04", "stated")
    assert stated.author == "Ada Quist"
    assert stated.publisher == "Harbour Gazette"
    assert stated.language == "en"


def test_places_lead_to_the_same_words() -> None:
    page = read_page(PAGE)
    check_places(page)
    told = sum(part.end - part.start for piece in page.pieces or () for part in piece.stretches)
    assert told > 0.95 * len(body(page))


def test_the_title_is_not_repeated_in_the_body() -> None:
    page = read_page(PAGE)
    assert "Miners reopen the northern pit" not in [piece.text for piece in page.pieces or ()]
    assert page.title_stretches


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252", "iso-8859-2"])
def test_encodings(encoding: str) -> None:
    words = "Die Grube öffnet wieder, sagte der Bürgermeister am Dienstag"
    source = f'<html><head><meta charset="{encoding}"></head><body><p>{words}.</p></body></html>'
    assert words in decode_page(source.encode(encoding), "a.html")


def test_terminal_escapes_never_get_through() -> None:
    page = read_page(PAGE.replace("miners on Tuesday", "miners &#27;[31mon\x1b]0;x\x07 Tuesday\u202e"))
    assert not any(c in body(page) for c in "\x1b\x07\u202e")
    check_places(page)


@pytest.mark.parametrize(
    "source",
    [
        "",
        " ",
        "<",
        "<html>",
        "<html><body></body></html>",
        "<!-- never closed",
        "<script>",
        "<p",
        "&#x110000; &#0;",
        "no markup at all",
        "<frameset><frame src=x></frameset>",
        "<p>" * 3000 + "deep",
        "<div>" * 3000 + "deep" + "</div>" * 3000,
        "<a<a<a<a" * 2000,
        '<a href="' * 2000,
        "<table><tr><td>" * 500 + "x",
        "\x00\x01<p>\x02</p>",
        "<?xml version='1.0' encoding='utf-16'?><html><body><p>text</p></body></html>",
    ],
)
def test_broken_pages_are_read_without_a_crash(source: str) -> None:
    check_places(read_page(source))


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_mutated_pages_crash_nothing_and_places_hold(data: st.DataObject) -> None:
    source = PAGE
    for _ in range(data.draw(st.integers(1, 6))):
        start = data.draw(st.integers(0, len(source)))
        end = min(len(source), start + data.draw(st.integers(0, 400)))
        junk = data.draw(
            st.one_of(
                st.text(max_size=20),
                st.sampled_from(
                    ["<", ">", '"', "</article>", "<script>", "<!--", "&", "<p hidden>", "<table><tr>"]
                ),
            )
        )
        source = source[:start] + junk + source[end:]
    page = read_page(source)
    check_places(page)
    assert page == read_page(source)


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=2000))
def test_any_bytes_give_a_page_or_a_sentence(data: bytes) -> None:
    try:
        source = decode_page(b"<html><body>" + data, "page.html")
    except UnreadableError:
        return
    check_places(read_page(source))

"""PDF, Word, e-mail, e-books and feeds become articles; damaged and hostile ones become sentences."""

from __future__ import annotations

import mailbox
from collections.abc import Sequence
from email.message import EmailMessage
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from benchmarks.cleaning.samples import archive
from tui.articles import formats
from tui.articles.errors import UnreadableError
from tui.articles.extracted import Extracted
from tui.articles.reading import find_sources, read_source

FIRST = "The ferry to the outer islands runs again since Monday, the harbour office said."
SECOND = "Two hundred passengers were counted on the first morning, twice as many as a year before."


def one(suffix: str, data: bytes) -> Extracted:
    (article,) = formats.read(suffix, data, f"file{suffix}")
    return article


def kinds(article: Extracted) -> dict[str, str | None]:
    told = article.kinds or (None,) * article.text.count("\n") + (None,)
    return dict(zip(article.text.split("\n"), told, strict=False))


def pdf(pages: Sequence[Sequence[tuple[float, float, float, str]]], *, password: str = "") -> bytes:
    """A PDF that draws (x, y, size, text) on each page."""
    writer = PdfWriter()
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
        }
    )
    for runs in pages:
        page = writer.add_blank_page(595, 842)
        page[NameObject("/Resources")] = DictionaryObject(
            {NameObject("/Font"): DictionaryObject({NameObject("/F1"): font})}
        )
        drawn = "".join(f"BT /F1 {size} Tf 1 0 0 1 {x} {y} Tm ({text}) Tj ET\n" for x, y, size, text in runs)
        stream = DecodedStreamObject()
        stream.set_data(drawn.encode("latin-1"))
        page[NameObject("/Contents")] = writer._add_object(stream)
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def set_lines(lines: Sequence[str], top: float = 700) -> list[tuple[float, float, float, str]]:
    return [(72, top - 14 * i, 11, line) for i, line in enumerate(lines)]


def test_pdf_lines_become_paragraphs_without_running_heads() -> None:
    texts = [
        [
            "The ferry to the outer islands runs again since Monday, which the har-",
            "bour office calls a relief.",
        ],
        [
            "Two hundred passengers were counted on the first morning, which is",
            "twice as many as a year before.",
        ],
        ["The northern line stays closed until the long-", "term repairs of the quay are done in May."],
    ]
    pages = [
        [(72, 800, 9, "Island News"), *set_lines(lines), (290, 40, 9, str(number))]
        for number, lines in enumerate(texts, 1)
    ]
    pages[0].insert(1, (72, 760, 20, "Ferry runs again"))
    article = one(".pdf", pdf(pages))
    told = kinds(article)
    assert article.stated.title == "Ferry runs again"
    assert told["Ferry runs again"] == "title"
    assert (
        "The ferry to the outer islands runs again since Monday, which the harbour office calls a relief."
        in told
    )
    assert (
        "Two hundred passengers were counted on the first morning, which is twice as many as a year before."
        in told
    )
    assert told["Island News"] == "footer"
    assert told["2"] == "footer"


def test_pdf_keeps_a_hyphen_that_the_text_has_elsewhere() -> None:
    lines = [
        "A long-term lease was signed on Monday for the eastern quay and its long-",
        "term repairs were begun.",
    ]
    assert "its long-term repairs" in one(".pdf", pdf([set_lines(lines)])).text


def test_pdf_repeated_body_text_is_no_running_head() -> None:
    lines = [f"{FIRST[:70]}" for _ in range(20)]
    article = one(".pdf", pdf([set_lines(lines), set_lines(lines), set_lines(lines)]))
    assert article.kinds is None or "footer" not in article.kinds


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (pdf([[]]), "no text layer"),
        (pdf([set_lines([FIRST])], password="secret"), "password"),
        (b"%PDF-1.7\n garbage", "PDF"),
        (b"nothing like it", "PDF"),
    ],
)
def test_pdf_that_cannot_be_read_is_a_sentence(data: bytes, says: str) -> None:
    with pytest.raises(UnreadableError, match=says):
        one(".pdf", data)


TYPES = """<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/word/document.xml"
 ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"""
RELATIONS = """<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="r1" Target="word/document.xml"
 Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>"""
CORE = """<?xml version="1.0"?><cp:coreProperties xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties">
<dc:title>Ferry runs again</dc:title><dc:creator>Ada Quist</dc:creator></cp:coreProperties>"""


def docx(body: str, head: str = "") -> bytes:
    document = f"""<?xml version="1.0"?>{head}<w:document
 xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{body}</w:body></w:document>"""
    return archive(
        {
            "[Content_Types].xml": TYPES,
            "_rels/.rels": RELATIONS,
            "docProps/core.xml": CORE,
            "word/document.xml": document,
        }
    )


def test_word_document() -> None:
    heading = '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>What follows</w:t></w:r></w:p>'
    body = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in ("Ferry runs again", FIRST, SECOND))
    article = one(".docx", docx(body + heading))
    assert (article.stated.title, article.stated.author) == ("Ferry runs again", "Ada Quist")
    told = kinds(article)
    assert told["Ferry runs again"] == "title"
    assert told[SECOND] == "body"


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"PK\x03\x04 broken", "damaged"),
        (archive({"a.txt": "x"}), "no Word"),
        (docx("<w:p/>", '<!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'), "entities"),
    ],
)
def test_word_document_that_cannot_be_read_is_a_sentence(data: bytes, says: str) -> None:
    with pytest.raises(UnreadableError, match=says):
        one(".docx", data)


def test_an_archive_that_unpacks_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.articles.formats.flat.LARGEST_UNPACKED", 1 << 20)
    with pytest.raises(UnreadableError, match="unpacks to more than"):
        one(".epub", archive({"bomb": "0" * (2 << 20)}))


CONTAINER = """<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
<rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>"""
PACKAGE = """<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>
<dc:title>Islands and Ferries</dc:title><dc:creator>Ada Quist</dc:creator><dc:date>2024-05-06</dc:date>
<dc:publisher>Harbour Press</dc:publisher><dc:language>en-GB</dc:language></metadata><manifest>
<item id="b" href="two.xhtml" media-type="application/xhtml+xml"/>
<item id="a" href="one%20.xhtml" media-type="application/xhtml+xml"/>
<item id="n" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/></manifest>
<spine><itemref idref="a"/><itemref idref="b"/><itemref idref="n"/></spine></package>"""


def epub(**parts: str) -> bytes:
    page = "<html xmlns='http://www.w3.org/1999/xhtml'><body>{}</body></html>"
    return archive(
        {
            "META-INF/container.xml": CONTAINER,
            "OEBPS/book.opf": PACKAGE,
            "OEBPS/one .xhtml": page.format(f"<h1>First</h1><p>{FIRST}</p>"),
            "OEBPS/two.xhtml": page.format(f"<h1>Second</h1><p>{SECOND}</p>"),
            "OEBPS/nav.xhtml": page.format("<p>Contents</p>"),
            **parts,
        }
    )


def test_e_book_in_the_order_of_its_spine() -> None:
    article = one(".epub", epub())
    assert article.text == f"First\n\n{FIRST}\n\nSecond\n\n{SECOND}"
    assert kinds(article)["First"] == "heading"
    stated = article.stated
    assert (stated.title, stated.author, stated.published) == (
        "Islands and Ferries",
        "Ada Quist",
        "2024-05-06",
    )
    assert (stated.publisher, stated.language) == ("Harbour Press", "en")


def test_e_book_entities_are_not_resolved() -> None:
    bomb = '<!DOCTYPE p [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]>'
    package = bomb + PACKAGE.replace("Islands and Ferries", "Islands &b; &x;")
    assert "root:" not in one(".epub", epub(**{"OEBPS/book.opf": package})).stated.__repr__()


def message(subject: str = "Ferry news", **headers: str) -> EmailMessage:
    made = EmailMessage()
    made["From"] = "Harbour Gazette <news@example.org>"
    made["Subject"] = subject
    made["Date"] = "Tue, 04 Mar 2025 23:30:00 -0500"
    for name, value in headers.items():
        made[name.replace("_", "-")] = value
    made.set_content(f"{FIRST}\n\n{SECOND}\n")
    return made


def test_newsletter() -> None:
    made = message(List_Id="<news.example.org>")
    made.add_alternative(
        f"<html><body><p>{FIRST}</p><p>{SECOND} <a href='x'>Öffnen</a></p></body></html>", subtype="html"
    )
    made.add_attachment("not an article", filename="a.txt")
    article = one(".eml", made.as_bytes())
    assert FIRST in article.text
    assert "Öffnen" in article.text
    assert "not an article" not in article.text
    stated = article.stated
    assert (stated.title, stated.published) == ("Ferry news", "2025-03-04")
    assert (stated.publisher, stated.author) == ("Harbour Gazette", None)


def test_a_letter_has_its_sender_as_author() -> None:
    stated = one(".eml", message().as_bytes()).stated
    assert (stated.publisher, stated.author) == (None, "Harbour Gazette")


def test_mailbox_gives_one_article_a_message(tmp_path: Path) -> None:
    box = mailbox.mbox(tmp_path / "news.mbox")
    for subject in ("One", "Two", "Three"):
        made = message(subject)
        made.set_content(f"{FIRST}\n\nFrom the quay {SECOND}\n\nFrom 2024 on.\n")
        box.add(made)
    box.flush()
    articles = formats.read(".mbox", (tmp_path / "news.mbox").read_bytes(), "news.mbox")
    assert [article.stated.title for article in articles] == ["One", "Two", "Three"]
    assert len({article.name for article in articles}) == 3
    assert all("\n\nFrom the quay" in article.text for article in articles)


RSS = f"""<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Harbour Gazette</title><language>en-gb</language>
<item><title>Ferry &amp;amp; quay</title><link>https://example.org/1</link><dc:creator>Ada Quist</dc:creator>
<pubDate>Tue, 04 Mar 2025 23:30:00 -0500</pubDate><description>Short.</description>
<content:encoded><![CDATA[<p>{FIRST}</p><ul><li>{SECOND}</li></ul><script>alert(1)</script>]]></content:encoded></item>
<item><title>Second</title><description>&lt;p&gt;{SECOND}&lt;/p&gt;</description></item>
<item></item></channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour Gazette</title>
<entry><title>Ferry</title><published>2025-03-04T23:30:00-05:00</published><updated>2025-03-09T00:00:00Z</updated>
<author><name>Ada Quist</name></author><content type="html">&lt;p&gt;{FIRST}&lt;/p&gt;</content></entry></feed>"""


def test_rss_gives_one_article_an_entry() -> None:
    first, second = formats.read(".rss", RSS.encode(), "feed.rss")
    assert first.text == f"{FIRST}\n\n{SECOND}"
    assert first.kinds == ("body", None, "list")
    stated = first.stated
    assert (stated.title, stated.published, stated.author) == ("Ferry & quay", "2025-03-04", "Ada Quist")
    assert (stated.publisher, stated.language, stated.url) == (
        "Harbour Gazette",
        "en",
        "https://example.org/1",
    )
    assert second.text == SECOND
    assert second.stated.published is None
    assert first.name != second.name


def test_atom() -> None:
    article = one(".atom", ATOM.encode())
    assert (article.text, article.stated.published) == (FIRST, "2025-03-04")


@pytest.mark.parametrize(
    "data", [b"<sitemap/>", b"", b"{}", b"<rss><!DOCTYPE a [<!ENTITY a 'b'>]></rss>", b"<rss/>"]
)
def test_what_is_no_feed_is_a_sentence(data: bytes) -> None:
    with pytest.raises(UnreadableError, match=r"file\.xml"):
        one(".xml", data)


WHOLE = {
    ".pdf": pdf([set_lines([FIRST, SECOND])]),
    ".docx": docx(f"<w:p><w:r><w:t>{FIRST}</w:t></w:r></w:p>"),
    ".epub": epub(),
    ".eml": message().as_bytes(),
    ".mbox": b"From a@b Tue Mar 04 23:30:00 2025\n" + message().as_bytes(),
    ".rss": RSS.encode(),
    ".html": f"<html><body><p>{FIRST}</p></body></html>".encode(),
}


@pytest.mark.parametrize("suffix", sorted(WHOLE))
@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_damaged_files_give_articles_or_a_sentence(suffix: str, data: st.DataObject) -> None:
    whole = WHOLE[suffix]
    start = data.draw(st.integers(0, len(whole)))
    end = min(len(whole), start + data.draw(st.integers(0, 50)))
    damaged = whole[:start] + data.draw(st.binary(max_size=30)) + whole[end:]
    try:
        articles = formats.read(suffix, damaged, f"file{suffix}")
    except UnreadableError as error:
        sentence = str(error)
    else:
        sentence = f"file{suffix}."
        assert len({article.name for article in articles}) == len(articles)
    assert f"file{suffix}" in sentence
    assert sentence.endswith((".", "first.", "that."))


def test_articles_of_one_file_can_be_told_apart(tmp_path: Path) -> None:
    path = tmp_path / "news.mbox"
    mail = "From a@example.org Mon Jan  6 10:00:00 2025\nSubject: {0}\nFrom: A <a@example.org>\n\nThe {0} came on time.\n\n"
    path.write_text(mail.format("ferry") + mail.format("train"), encoding="utf-8")
    (source,) = find_sources([path])[0]
    first, second = read_source(source)
    assert first.sha256 != second.sha256
    path.write_text(mail.format("ferry") + mail.format("train") + mail.format("tram"), encoding="utf-8")
    assert [a.sha256 for a in read_source(source)][:2] == [first.sha256, second.sha256]

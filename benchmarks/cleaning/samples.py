"""One small article in each format that is read, made in code: seeds for inputs that are random or broken."""

from __future__ import annotations

import mailbox
import tempfile
import zipfile
from email.message import EmailMessage
from io import BytesIO
from pathlib import Path

TITLE = "Ferry returns to the northern islands after a year"
PARAGRAPHS = (
    "The ferry to the northern islands sailed again on Monday, a year after a storm broke its ramp and left four hundred "
    "people dependent on a single fishing boat for their post, their medicine and their milk.",
    "“We had almost stopped believing in it,” said the harbour master, who watched the first crossing from the quay with "
    "half of the town around her.",
    "The county paid 3.2 million crowns for the ramp, about twice what it had planned, because divers found that the "
    "foundations had cracked as well. It expects the insurers to cover most of the sum.",
)
ABOVE = (
    "Harbour Gazette",
    "Home / Local",
    TITLE,
    "By Marta Lindqvist, Staff Reporter",
    "Published March 4, 2024 9:15 am",
    "Share",
)
BELOW = (
    "Related articles",
    "Council votes on new bus lanes",
    "0 Comments",
    "© 2024 Harbour Gazette. All rights reserved.",
)
HTML = (
    f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{TITLE} | Harbour Gazette</title>'
    '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "'
    + TITLE
    + '", "datePublished": "2024-03-04T09:15:00Z", "author": [{"name": "Marta Lindqvist"}]}</script>'
    '<meta property="og:site_name" content="Harbour Gazette"></head><body><nav><ul><li><a href="/">Home</a></li></ul></nav>'
    f'<article><h1>{TITLE}</h1><p class="byline">By Marta Lindqvist</p>'
    + "".join(f"<p>{part} <a href='/more'>more</a></p>" for part in PARAGRAPHS)
    + "<table><tr><td>Days</td><td>7</td></tr></table><figure><img alt='The quay'><figcaption>The quay</figcaption></figure>"
    "</article><footer>© 2024 Harbour Gazette</footer></body></html>"
)


def text() -> str:
    """A page as a scraper leaves it."""
    return "\n".join(ABOVE) + "\n\n" + "\n\n".join(PARAGRAPHS) + "\n\n" + "\n".join(BELOW) + "\n"


def archive(parts: dict[str, str]) -> bytes:
    """A zip archive of texts."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return out.getvalue()


def docx_parts() -> dict[str, str]:
    """The parts of a Word document."""
    names = "http://schemas.openxmlformats.org"
    paragraphs = "".join(f"<w:p><w:r><w:t>{part}</w:t></w:r></w:p>" for part in (TITLE, *PARAGRAPHS))
    return {
        "[Content_Types].xml": f'<Types xmlns="{names}/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Override PartName="/word/document.xml" ContentType='
        '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{names}/package/2006/relationships"><Relationship Id="r1" '
        f'Type="{names}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f'<w:document xmlns:w="{names}/wordprocessingml/2006/main"><w:body>{paragraphs}</w:body>'
        "</w:document>",
    }


def epub_parts() -> dict[str, str]:
    """The parts of an e-book of two chapters."""
    chapter = f'<html xmlns="http://www.w3.org/1999/xhtml"><body><h1>{TITLE}</h1><p>{PARAGRAPHS[0]}</p></body></html>'
    return {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
        '<rootfile full-path="o.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
        "o.opf": '<package xmlns="http://www.idpf.org/2007/opf"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{TITLE}</dc:title><dc:creator>Marta Lindqvist</dc:creator></metadata><manifest>"
        '<item id="a" href="a.xhtml" media-type="application/xhtml+xml"/>'
        '<item id="b" href="b.xhtml" media-type="application/xhtml+xml"/></manifest>'
        '<spine><itemref idref="a"/><itemref idref="b"/></spine></package>',
        "a.xhtml": chapter,
        "b.xhtml": chapter.replace("ferry", "boat"),
    }


def mail() -> EmailMessage:
    """A newsletter with a text part, an HTML part and an attachment."""
    message = EmailMessage()
    message["From"] = "Harbour Gazette <post@gazette.example>"
    message["Subject"] = TITLE
    message["Date"] = "Mon, 04 Mar 2024 09:15:00 +0000"
    message.set_content(text())
    message.add_alternative(HTML, subtype="html")
    message.add_attachment(b"\x00\x01", maintype="application", subtype="octet-stream", filename="../x.bin")
    return message


def mbox() -> bytes:
    """A mailbox of two newsletters."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "box"
        box = mailbox.mbox(path)
        for _ in range(2):
            box.add(mail())
        box.close()
        return path.read_bytes()


def pdf() -> bytes:
    """A PDF of two pages."""
    from pypdf import PdfWriter
    from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

    writer = PdfWriter()
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
        }
    )
    for _ in range(2):
        page = writer.add_blank_page(595, 842)
        page[NameObject("/Resources")] = DictionaryObject(
            {NameObject("/Font"): DictionaryObject({NameObject("/F1"): font})}
        )
        said = [TITLE, *(part[at : at + 80] for part in PARAGRAPHS[2:] for at in range(0, len(part), 80))]
        drawn = "".join(
            f"BT /F1 11 Tf 1 0 0 1 72 {700 - 14 * i} Tm ({line}) Tj ET\n" for i, line in enumerate(said)
        )
        stream = DecodedStreamObject()
        stream.set_data(drawn.encode("latin-1"))
        page[NameObject("/Contents")] = writer._add_object(stream)
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def feed() -> str:
    """An RSS feed of two entries."""
    entries = "".join(
        f"<item><title>{TITLE}</title><pubDate>Mon, 04 Mar 2024 09:15:00 GMT</pubDate><link>https://g.example/{i}</link>"
        f"<description><![CDATA[<p>{part}</p>]]></description></item>"
        for i, part in enumerate(PARAGRAPHS[:2])
    )
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>Harbour Gazette</title>{entries}</channel></rss>'


def samples() -> dict[str, list[bytes]]:
    """For each suffix the files that are broken in all ways."""
    page = text()
    return {
        ".txt": [
            page.encode(),
            " ".join(page.split()).encode(),
            page.encode("utf-16"),
            page.encode("cp1252"),
        ],
        ".html": [HTML.encode()],
        ".docx": [archive(docx_parts())],
        ".epub": [archive(epub_parts())],
        ".eml": [mail().as_bytes()],
        ".mbox": [mbox()],
        ".pdf": [pdf()],
        ".rss": [feed().encode()],
    }

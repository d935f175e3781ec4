"""E-mail: one message (.eml), or a mailbox of them (.mbox), as newsletters are kept."""

from __future__ import annotations

import email
import re
from email.message import EmailMessage
from email.policy import default
from email.utils import parseaddr, parsedate_to_datetime

from tui.plain import one_line

from ..decode import decode
from ..errors import UnreadableError
from ..extracted import Extracted, Stated
from . import dom
from .dom import neat
from .flat import MOST_ARTICLES, Line, flat
from .judging import THRESHOLD, body_chances
from .kinds import block_kind, furniture_kind

_FROM_LINE = re.compile(rb"(?:\A|(?<=\n\n)|(?<=\n\r\n))From [^\n]*\d{4}[^\n]*\n")
_QUOTED_FROM = re.compile(rb"(?m)^>(>*From )")
_ADDRESS = re.compile(r"[^\s@]+@\S+")
_LEAST_KEPT = 0.2
"""Below this share of its letters the judgement of a mail's body is not to be trusted, and all of it is kept."""


def read_eml(data: bytes, name: str) -> Extracted:
    """The article in one message. Raises `UnreadableError`."""
    return _article(data, name, "")


def read_mbox(data: bytes, name: str) -> tuple[Extracted, ...]:
    """One article a message; messages without text are passed over. Raises `UnreadableError` when none has any."""
    starts = list(_FROM_LINE.finditer(data))
    if not starts:
        raise UnreadableError(f"{name} is no mailbox: no message in it begins with a “From ” line.")
    found = []
    for number, match in enumerate(starts[:MOST_ARTICLES], 1):
        end = starts[number].start() if number < len(starts) else len(data)
        try:
            found.append(_article(_QUOTED_FROM.sub(rb"\1", data[match.end() : end]), name, str(number)))
        except UnreadableError:
            continue
    if not found:
        raise UnreadableError(f"{name} holds no message with text.")
    return tuple(found)


def _article(data: bytes, name: str, number: str) -> Extracted:
    try:
        message = email.message_from_bytes(data, policy=default)
        if not message.keys():
            raise UnreadableError(f"{name} is no e-mail: it has no header lines.")
        markup, text = _bodies(message)
    except (LookupError, ValueError, TypeError, AttributeError, RecursionError) as error:
        raise UnreadableError(f"{name} cannot be read as an e-mail: {type(error).__name__}.") from None
    lines = _html_lines(markup) if markup else []
    if not lines:
        lines = [(None, line) for line in re.split(r"\n\s*\n", text)]
    if not any(line.strip() for _, line in lines):
        raise UnreadableError(f"{name} is an e-mail without text.")
    return flat(lines, _stated(message), number)


def _bodies(message: EmailMessage) -> tuple[str, str]:
    """The HTML and the plain text of the message, attachments left out."""
    markup = text = ""
    for part in message.walk():
        kind = part.get_content_type()
        if (
            part.is_multipart()
            or part.get_content_disposition() == "attachment"
            or not kind.startswith("text/")
        ):
            continue
        payload = part.get_payload(decode=True)
        if not isinstance(payload, bytes):
            continue
        try:
            content = (
                decode(payload, "The message", hint=part.get_content_charset()) if payload.strip() else ""
            )
        except UnreadableError:
            continue
        if kind == "text/html":
            markup = markup or content
        elif kind == "text/plain":
            text = f"{text}\n\n{content}" if text else content
    return markup, text


def _html_lines(markup: str) -> list[Line]:
    page = dom.read(markup)
    if page.root is None:
        return []
    chances = body_chances(page)
    shown = [(block, chance) for block, chance in zip(page.blocks, chances, strict=True) if not block.hidden]
    kept = sum(len(block.text) for block, chance in shown if chance >= THRESHOLD)
    everything = kept < _LEAST_KEPT * sum(len(block.text) for block, _ in shown)
    return [
        (block_kind(block) if everything or chance >= THRESHOLD else furniture_kind(block), block.text)
        for block, chance in shown
    ]


def _header(message: EmailMessage, name: str) -> str:
    try:
        return neat(one_line(str(message.get(name) or "")))
    except (ValueError, TypeError, AttributeError, IndexError, LookupError, RecursionError):
        return ""


def _stated(message: EmailMessage) -> Stated:
    """Subject, day and sender. The sender of a list is its publisher, any other the author."""
    sender, address = parseaddr(_header(message, "From"))
    sender = sender if sender and not _ADDRESS.fullmatch(sender) else ""
    try:
        day = parsedate_to_datetime(_header(message, "Date")).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        day = None
    a_list = any(
        _header(message, name) for name in ("List-Id", "List-Unsubscribe", "List-Post", "Precedence")
    )
    host = address.rpartition("@")[2] or None
    return Stated(
        title=_header(message, "Subject") or None,
        published=day,
        publisher=(sender or host) if a_list else None,
        author=None if a_list else sender or None,
    )

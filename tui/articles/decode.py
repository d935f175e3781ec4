"""Bytes → text."""

from __future__ import annotations

import codecs
import re
from contextlib import suppress

from .errors import UnreadableError

_SAMPLE = 1 << 18
"""Bytes that an encoding is guessed from."""

_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_COMMON = [
    *("cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "koi8_r", "mac_roman"),
    *("shift_jis", "euc_jp", "iso2022_jp", "gb18030", "big5", "euc_kr"),
]
"""The encodings that web pages still use besides UTF-8 and UTF-16 (WHATWG Encoding Standard)."""

_MAGIC = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip archive"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "a database"),
)
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def decode(data: bytes, name: str = "The file", hint: str | None = None) -> str:
    """`data` as text, newlines and control characters as they are.

    UTF-8 first, then by byte order mark, by the zeros of UTF-16, by `hint` (the encoding that the file itself names, if
    it fits), and at last by charset-normalizer's guess among the encodings of web pages. Bytes that the encoding does
    not know become U+FFFD. Raises `UnreadableError` for what is no text; `name` stands in its sentence.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    zeros = data[:_SAMPLE].count(0)
    if not zeros:
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError:
            pass
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise UnreadableError(f"{name} is {what}, not text: save its text as .txt and open that.")
    sample = data[:_SAMPLE]
    if zeros > len(sample) // 4:
        even, odd = sample[::2].count(0), sample[1::2].count(0)
        if min(even, odd) * 20 < max(even, odd):
            return data.decode("utf-16-le" if odd > even else "utf-16-be", "replace")
    if len(_CONTROLS.findall(sample)) * 50 > len(sample):
        raise UnreadableError(
            f"{name} is no text (it holds binary data): save its text as .txt and open that."
        )
    text = data.decode("utf-8", "replace")
    multibyte = sum(c > "\x7f" for c in text[:_SAMPLE])
    if zeros or text.count("\ufffd") * 4 <= multibyte:
        return text
    if hint:
        with suppress(LookupError, UnicodeDecodeError):
            return data.decode(hint)
    return data.decode(_guess(sample), "replace")


def _guess(sample: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(sample, cp_isolation=_COMMON).best()
    return best.encoding if best else "cp1252"

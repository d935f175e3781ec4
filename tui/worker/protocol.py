"""What goes through the pipes between the app and the worker process.

A frame is eight bytes with the length of what follows, big-endian, then that many bytes of JSON.
"""

from __future__ import annotations

import struct

import msgspec
from msgspec import Struct

from tui.analysis.model import Analysis
from tui.articles.model import Article

HEADER = struct.Struct(">Q")


class Order(Struct, frozen=True, tag=True):
    """Analyse this article; the answer carries the same key."""

    key: str
    article: Article


class Ready(Struct, frozen=True, tag=True):
    """The language engine is loaded; `version` names the analyser and its model."""

    version: str


class Answer(Struct, frozen=True, tag=True):
    """The analysis that was ordered under `key`."""

    key: str
    analysis: Analysis


class Refusal(Struct, frozen=True, tag=True):
    """The article ordered under `key` has no analysis; `message` is a sentence that says why."""

    key: str
    message: str


class Unable(Struct, frozen=True, tag=True):
    """The language engine cannot be loaded; the process ends."""

    message: str


Reply = Ready | Answer | Refusal | Unable

_encoder = msgspec.json.Encoder()
_orders = msgspec.json.Decoder(Order)
_replies: msgspec.json.Decoder[Reply] = msgspec.json.Decoder(Reply)


def frame(message: Order | Reply) -> bytes:
    """A message as it goes through the pipe."""
    body = _encoder.encode(message)
    return HEADER.pack(len(body)) + body


def order(body: bytes) -> Order:
    """The order in a frame's body. Raises `msgspec.DecodeError`."""
    return _orders.decode(body)


def reply(body: bytes) -> Reply:
    """The reply in a frame's body. Raises `msgspec.DecodeError`."""
    return _replies.decode(body)

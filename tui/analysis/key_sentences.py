"""Which sentences may be key points: running text that can be read without what stands around it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from .model import Signal
from .parsed import Parsed
from .wordset import word_set

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_FEW = 3
"""Sentences of the body below which lists count as well, and a first line is no title."""
_TITLE_WORDS = 18
_UNRESOLVED = word_set(
    "he she it they his her their its him them this that these those such i we you my our here there"
)
_SOMEBODY = word_set("he she they")
_NAMED = word_set("PERSON ORG NORP")
_QUOTES = "\"“”‘’'`"


def running_sentences(parsed: Parsed, signals: Sequence[Signal]) -> list[int]:
    """The sentences of running text that may be key points, as far as their kind and the signals say."""
    marred = {signal.sentence for signal in signals if signal.kind in ("machine-text", "missing-words")}
    kinds = [parsed.article.blocks[sentence.block].kind for sentence in parsed.sentences]
    wanted = ("body",) if kinds.count("body") >= _FEW else ("body", "list")
    first = 1 if _opens_with_a_title(parsed) else 0
    return [
        i
        for i, sentence in enumerate(parsed.sentences)
        if i >= first and kinds[i] in wanted and sentence.id not in marred
    ]


def _opens_with_a_title(parsed: Parsed) -> bool:
    """Whether a text without a title begins with one: a short line of one sentence above the others."""
    blocks, sentences = parsed.article.blocks, parsed.sentences
    if any(block.kind == "title" for block in blocks) or len(sentences) <= _FEW:
        return False
    words = parsed.text[sentences[0].start : sentences[0].end].split()
    return sentences[1].block != sentences[0].block and len(words) <= _TITLE_WORDS


def stands_alone(parsed: Parsed, index: int) -> bool:
    """Whether the sentence can be read without those around it."""
    sentence = parsed.sentences[index]
    text = parsed.text[sentence.start : sentence.end]
    bare = text.strip(_QUOTES + " ")
    if bare.endswith("?") or text.rstrip()[-1] not in ".!" + _QUOTES + ")":
        return False
    opening = next((token for token in parsed.spans[index] if token.is_alpha), None)
    if opening is not None and opening.lower_ in _UNRESOLVED and not _names_its_thing(opening):
        return False
    if _of_somebody_before(parsed.spans[index]):
        return False
    return not (
        text[0] in _QUOTES and text.rstrip()[-1] in _QUOTES and bare.count("”") + bare.count('"') == 0
    )


def _of_somebody_before(sentence: Span) -> bool:
    """Whether its subject is a "he", "she" or "they" that no name or noun of a person before it explains."""
    subject = next((t for t in sentence.root.lefts if t.dep_ in ("nsubj", "nsubjpass")), None)
    if subject is None or subject.lower_ not in _SOMEBODY:
        return False
    before = sentence.doc[sentence.start : subject.i]
    return not any(
        token.ent_type_ in _NAMED or (token.pos_ == "PROPN" and not token.ent_type_) for token in before
    )


def _names_its_thing(token: Token) -> bool:
    """Whether a "this" or "that" stands with a noun, as in "that ruling", which says what is meant."""
    return token.tag_ == "DT" and token.dep_ == "det" and token.head.i > token.i


def title_words(parsed: Parsed) -> frozenset[str]:
    """The words of the title, by their lemmas; of a text without one, those of a first line that is as good as one."""
    for sentence, span in zip(parsed.sentences, parsed.spans, strict=True):
        if parsed.article.blocks[sentence.block].kind == "title":
            return frozenset(token.lemma_.lower() for token in span)
    if _opens_with_a_title(parsed):
        return frozenset(token.lemma_.lower() for token in parsed.spans[0])
    return frozenset((parsed.article.title or "").lower().split())

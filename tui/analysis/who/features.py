"""What the tagger sees of each token: numbers (dense) and the rows of a table that its properties select (hashed)."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from .folding import fold
from .gazetteer import country, demonym, seat
from .lexicon import BODIES, FAMILY_FIRST, ORGANISED, PEOPLE, PLACED, POSTS
from .spans import LABELS
from .titles import ADDRESS, OFFICES, RANKS

if TYPE_CHECKING:
    from spacy.tokens import Doc

Floats = NDArray[np.float32]
Rows = NDArray[np.int64]

VECTOR, TENSOR, WORD, ARTICLE = 300, 96, 26, 16
DENSE = VECTOR + TENSOR + WORD + ARTICLE
"""Width of the dense part: the word's vector, its vector in context, flags of the word, and evidence of the article."""

SCALE = 5.0
"""What the words' vectors are divided by, so that all of the dense part is of one size."""

FIELDS = (("SHAPE", 256), ("PREFIX", 128), ("SUFFIX", 1024), ("POS", 32), ("TAG", 64), ("DEP", 64))
OF_WORD = 3
"""The first of them are of the word itself, the others of the token."""
ENTITY = 80
TABLE = sum(size for _, size in FIELDS) + ENTITY
"""Rows of the table: a stretch for each property, a property's value is put into it by the remainder of its id."""

_TITLES = frozenset(f"{ADDRESS}|{RANKS}|{OFFICES}".lower().split("|")) | POSTS
_ENTITIES = (
    "PERSON",
    "ORG",
    "GPE",
    "LOC",
    "FAC",
    "NORP",
    "EVENT",
    "LAW",
    "PRODUCT",
    "WORK_OF_ART",
    "LANGUAGE",
)
_NUMBERS = ("DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL")
_GROUPED: dict[str, int] = {"PERSON": 0, "ORG": 1, "PLACE": 2, "GROUP": 3}


@lru_cache(maxsize=20_000)
def _word(text: str) -> bytes:
    """Flags of a word by its letters and by the gazetteers and word lists, as the bytes of 32-bit numbers."""
    lower = text.lower()
    folded = fold(text)
    capital = text[:1].isupper()
    flags = (
        float(capital),
        float(text.isupper() and len(text) > 1),
        float(text.islower()),
        float(capital and text[1:].islower()),
        float(any(letter.isdigit() for letter in text)),
        float(not text.isalnum() and not text[:1].isalnum()),
        float("-" in text),
        float("." in text and len(text) > 1),
        float(any(letter.isupper() for letter in text[1:]) and any(letter.islower() for letter in text)),
        float(not text.isascii()),
        float(text.isspace()),
        float(text in ('"', "“", "”", "'", "‘", "’")),
        float(lower in ("'s", "’s")),
        float(text in (",", ";", ":")),
        float(text in ("(", ")", "[", "]")),
        float(len(text) == 1),
        min(len(text), 12) / 12,
        float(capital and country(text) is not None),
        float(capital and seat(text) is not None),
        float(demonym(text) is not None),
        float(lower.strip(".") in _TITLES),
        float(lower in ORGANISED),
        float(lower in PLACED),
        float(capital and folded in FAMILY_FIRST),
        float(lower in PEOPLE),
        float(lower in BODIES),
    )
    return np.array(flags, np.float32).tobytes()


def _article(doc: Doc, raw: NDArray[np.uint64], first: Rows, form: Rows, capital: Floats) -> Floats:
    """What the article as a whole says about each token's form: how often, how written, and as what the model sees it.

    `form` numbers the forms, `first` is where each stands first.
    """
    orth, lower, entity, iob = raw[:, 0], raw[:, 1], raw[:, 2], raw[:, 3]
    n = len(orth)
    counts = np.bincount(form)
    word = np.unique(lower[first], return_inverse=True)[1][form]
    words = np.bincount(word)
    strings = doc.vocab.strings
    group = np.full(n, 4)
    for value in np.unique(entity):
        if value:
            group[entity == value] = _GROUPED.get(str(LABELS.get(strings[int(value)])), 5)
    votes = np.bincount(6 * form + group, minlength=6 * counts.size).reshape(-1, 6).astype(np.float32)
    share = votes / counts[:, None]
    goes_on = np.append(iob[1:] == 1, False)
    long_person = (group == 0) & ((iob == 1) | goes_on)
    last = long_person & ~goes_on
    full = np.empty((counts.size, 2), np.float32)
    full[:, 0] = np.bincount(form[last], minlength=counts.size)
    full[:, 1] = np.bincount(form[long_person & (iob == 3)], minlength=counts.size)
    lowered = np.bincount(word[orth == lower], minlength=words.size)
    starts = raw[:, 4] == 1
    sentence = np.cumsum(starts.astype(np.int64))
    length = np.bincount(sentence)
    titled = np.bincount(sentence, capital) / np.maximum(length, 1)
    features = np.empty((n, ARTICLE), np.float32)
    features[:, :6] = share[form]
    features[:, 6:8] = np.minimum(full[form], 3) / 3
    features[:, 8] = np.log1p(counts[form]) / 4
    features[:, 9] = lowered[word] / words[word]
    features[:, 10] = starts
    features[:, 11] = titled[sentence]
    features[:, 12] = np.minimum(length[sentence], 50) / 50
    features[:, 13] = np.arange(n) < 60
    features[:, 14] = counts[form] == 1
    features[:, 15] = np.log1p(votes[form][:, :4].sum(1)) / 4
    return features


_CAPITALS = [0, 1, 8]
"""The flags of a word that tell of a capital letter in it."""
_OUT = 2
"""spaCy's ENT_IOB of a token that is in no entity of the model."""
_BESIDE = 1
"""A token this near to one with a capital, or to one in an entity of the model, may be part of a name."""


class View:
    """What the tagger sees of a document, in parts, so that a long one takes no more memory than a short one."""

    def __init__(self, doc: Doc) -> None:
        names = [name for name, _ in FIELDS]
        attributes = doc.to_array(["ORTH", "LOWER", "ENT_TYPE", "ENT_IOB", "SENT_START", *names])
        self.doc = doc
        self.raw = np.asarray(attributes, np.uint64).reshape(len(doc), -1)
        unique, self.first, self.inverse = np.unique(self.raw[:, 0], return_index=True, return_inverse=True)
        strings = doc.vocab.strings
        flags = b"".join([_word(strings[key]) for key in unique.tolist()])
        self.words = np.frombuffer(flags, np.float32).reshape(-1, WORD)
        self.article = _article(doc, self.raw, self.first, self.inverse, self.words[self.inverse, 0])
        capital = self.words[:, _CAPITALS].max(1) > 0
        named = capital[self.inverse] | (self.raw[:, 3] != _OUT)
        near = np.convolve(named, np.ones(2 * _BESIDE + 1), "same") > 0 if len(named) else named
        self.may_be_name: NDArray[np.bool_] = near[: len(named)]

    def part(self, at: Rows) -> tuple[Floats, Rows]:
        """The dense part (tokens × `DENSE`) and the rows of the table (tokens × properties) for the tokens `at`."""
        forms, rows = self.forms(self.inverse[at])
        here, more = self.here(at)
        dense = np.concatenate(
            [forms[:, :VECTOR], here[:, :TENSOR], forms[:, VECTOR:], here[:, TENSOR:]], axis=1
        )
        return dense, np.concatenate([rows, more], axis=1)

    def forms(self, which: Rows) -> tuple[Floats, Rows]:
        """Of that what a word has wherever it stands, its vector and flags, for words by their number in `words`."""
        raw = self.raw[self.first[which]]
        vectors = _vectors(self.doc, raw[:, 0], raw[:, 1])
        return np.concatenate([vectors, self.words[which]], axis=1), _rows(raw, 0, OF_WORD)

    def here(self, at: Rows) -> tuple[Floats, Rows]:
        """The other part, its vector in context and what the article says, for the tokens `at`."""
        raw = self.raw[at]
        tensor: Any = self.doc.tensor
        if getattr(tensor, "shape", (0, 0)) == (len(self.doc), TENSOR):
            context = tensor[at]
        else:
            context = np.zeros((len(at), TENSOR), np.float32)
        strings = self.doc.vocab.strings
        kinds = {0: 0} | {int(strings[label]): 1 + i for i, label in enumerate((*_ENTITIES, *_NUMBERS))}
        values, which = np.unique(raw[:, 2], return_inverse=True)
        kind = np.array([kinds.get(int(value), 0) for value in values], np.int64)[which]
        entity = TABLE - ENTITY + kind * 4 + raw[:, 3].astype(np.int64)
        rows = np.column_stack([_rows(raw, OF_WORD, len(FIELDS)), entity])
        return np.concatenate([context, self.article[at]], axis=1), rows


def _rows(raw: NDArray[np.uint64], first: int, last: int) -> Rows:
    """The rows of the table for the properties `first` to `last` of `FIELDS`."""
    rows = np.empty((len(raw), last - first), np.int64)
    offset = sum(size for _, size in FIELDS[:first])
    for column, (_, size) in enumerate(FIELDS[first:last]):
        rows[:, column] = (raw[:, 5 + first + column] % np.uint64(size)).astype(np.int64) + offset
        offset += size
    return rows


def _vectors(doc: Doc, orth: NDArray[np.uint64], lower: NDArray[np.uint64]) -> Floats:
    """The static vectors of the words, of their lower-case form where they have none; zeros without vectors."""
    vectors = doc.vocab.vectors
    if vectors.shape[1:] != (VECTOR,):
        return np.zeros((len(orth), VECTOR), np.float32)
    rows = vectors.find(keys=orth)
    missing = np.flatnonzero(rows < 0)
    rows[missing] = vectors.find(keys=lower[missing])
    found = np.asarray(vectors.data[rows], np.float32) / np.float32(SCALE)
    found[rows < 0] = 0
    return found

"""What looks like a quantity and is none: dates, times, names, labels, list marks, page furniture."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ..model import DateMention, Mention
from ..openings import openings, small
from ..wordset import word_set
from .quantity import Quantity
from .tokens import NOUN_TAGS, Tokens

if TYPE_CHECKING:
    from spacy.tokens import Token

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_BLOCKED = re.compile(
    rf"""
    (?:https?://|www\.)\S+|(?<![\w.+-])[\w.+-]{{1,64}}@[\w-]{{1,64}}(?:\.[\w-]{{1,64}})+  # addresses
    |\b{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?(?:\s?(?:[-–—]|to|and|&)\s?\d{{1,2}}(?![\d%.,]*\d))?
        (?:,?\s+(?:at\s+)?\d{{4}}\b)?(?!,?\d*\s?(?:%|percent))                                       # days
    |\b\d{{1,2}}(?:st|nd|rd|th)?(?:\s?[-–]\s?\d{{1,2}})?(?:\s+of)?\s+{_MONTH}(?:,?\s+\d{{4}}\b)?
    |\b{_MONTH}\s+[12]\d{{3}}\b|\b(?:19|20)\d\d[-–/]\d{{2}}\b
    |\b\d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}}\b|\b\d{{1,2}}[-/.]\d{{1,2}}[-/.](?:\d{{4}}|\d{{2}})\b
    |(?<![\d.])\d{{1,2}}[:.]\d{{2}}(?::\d{{2}})?\s?(?:[ap]\.?m\b\.?|hrs\b|(?:GMT|UTC|[ECMP][SD]?T)\b)  # times
    |(?<![\d.])\d{{1,2}}\s?[ap]\.?m\b\.?|\b\d{{1,2}}:\d{{2}}(?::\d{{2}})?\b|\b\d{{1,2}}\s+o['’]clock
    |\b\d{{3,4}}\s?(?:GMT|UTC|hrs\b)|(?:UTC|GMT)[+-]\d+
    |\b(?:A\.?D\.?|B\.?C\.?(?:E\.?)?)\s?\d+|\b\d+\s?(?-i:A\.D\.|AD\b|B\.?C\.?(?:E\.?)?(?!\w)|CE\b)
    |\b(?:1[0-9]|20)\d0['’]?s\b|['’]\d0s\b|\b\d0s\b                                                   # decades
    |(?:\+\d{{1,3}}[ -]?)?\(?\d{{3}}\)?[ -.]\d{{3,4}}[-.]\d{{4}}\b|\+\d{{1,3}}(?:[ -]\d{{2,5}}){{2,}}    # telephones
    |\b1-\d{{3}}-[\dA-Z-]+
    |©\s*\d{{4}}(?:\s?[-–]\s?\d{{4}})?|\bcopyright\s+(?:\(c\)\s*)?\d{{4}}
    |\b\d+(?:\.\d+){{2,}}\b|(?-i:\b[A-Z]{{1,5}}-\d+\w*)                                                # versions, names
    |(?m:^[ \t]*(?:\(?\d{{1,3}}(?:[.)]|[-–](?=\s))|[•*-]\s*\d{{1,3}}[.)]))(?=\s)|(?<=[\s(])\d{{1,2}}\)(?=\s)  # list marks
    |\b\d+-(?:on|to|and|for|v|vs)-\d+\b|\b911(?=\s(?:calls?|operators?|dispatch\w*))|\b\d{{10,}}\b
    |(?<!\w)['‘’]\d{{2}}s?\b|\#\d+|\bNos?\.?\s?\d+(?:\.\d+)?\b(?!\s+of)|\bpp?\.\s?\d+(?:\s?[-–]\s?\d+)?
    |\b\d+\s+(?:hours?|mins?|minutes?)\s+(?:to\s+)?read\b|\b\d+[- ]min(?:ute)?[- ]read\b
    |\b(?:9/11|24/7|7/7|20/20|50/50|50-50)\b|\b\d+(?:st|nd|rd|th)\b
    """,
    re.I | re.X,
)
_LINE = re.compile(r"[^\n]+")
_TELLING = re.compile(r"[\d@]|www\.|://")
"""What every stretch that is blocked holds."""
_ANYWHERE = re.compile(
    r"[@:wugA-Z](?:(?<=@)|(?<=:)//|(?<=[wW])[wW]{2}\.|(?<=[uU])[tT][cC][+-]|(?<=[gG])[mM][tT][+-]|(?<=[A-Z])-\d)"
)
"""What a line holds in which such a stretch may start anywhere: an address, a name with a number."""
_OPENING = openings(
    *word_set("jan feb mar apr may jun jul aug sep oct nov dec copyright"),
    *(r"nos?\.?\s?\d", r"pp?\.", r"a\.?d\.?\s?\d", r"b\.?c"),
    signs=r"\d'‘’+(©#",
)
"""Where one can start in the other lines, and at their start."""
_LABELS = word_set("""
    chapter section article page paragraph clause title part volume vol issue episode season series version verse room
    gate row lane line table figure fig step question item exhibit route highway interstate flight channel number rule
    amendment schedule annex appendix resolution proposition game round week day stage phase level tier type grade class
    category group division district ward apartment suite block unit zone area floor platform track terminal pier model
    mark generation formula windows core size magnitude act scene apollo pope bus engine dock lot box psalm studio radio
    top age aged jersey shirt code sector form
""")
_YEAR_PREPOSITIONS = word_set(
    "in by since until till before after from during of through around circa mid early late"
)
_PARTS = word_set("first second third last final latter other")
_APART = word_set("ago later earlier before after longer more")
_DETERMINERS = word_set("no the this that each every any which another some")
_FURNITURE = re.compile(
    r"\s*\d[\d,.]*[kKmM]?\s*(?:comments?|replies|shares?|likes?|views?|retweets?|reactions?|followers?"
    r"|min(?:ute)?s?(?: read)?|of \d+)?\s*",
    re.I,
)
_IDIOM = re.compile(
    r"one (?:another|day|of|time|more|last|thing)\b|one['’]s\b|one by one"
    r"|one-(?:off|sided|time|on-one|way|stop|man|woman|to-one|size|upmanship|party|child)|zero[- ]sum|two-way",
    re.I,
)
_ONE_HAND = re.compile(r"(?:(?<=\bon )|(?<=\bon the ))one hand\b", re.IGNORECASE)
"""Neither a hand nor the height of a horse."""
_SCORE_BEFORE, _SCORE_AFTER = re.compile(r"\d[-–]$"), re.compile(r"[-–]\d")
_NAME_ENTITIES = frozenset({"PRODUCT", "LAW", "ORG", "EVENT", "WORK_OF_ART", "FAC", "PERSON"})
_NUMBER_ENTITIES = frozenset({"CARDINAL", "QUANTITY", "MONEY", "PERCENT"})
_PROPER = frozenset({"NNP", "NNPS"})


def _blocked(text: str) -> Iterator[tuple[int, int]]:
    """Where no figure is looked for. Only lines that can hold such a stretch are searched."""
    low = small(text)
    for line in _LINE.finditer(text):
        start, end = line.span()
        if not _TELLING.search(text, start, end):
            continue
        if _ANYWHERE.search(text, start, end):
            for match in _BLOCKED.finditer(text, start, end):
                yield match.span()
        else:
            yield from _blocked_in_line(text, low, start, end)


def _blocked_in_line(text: str, low: str, at: int, end: int) -> Iterator[tuple[int, int]]:
    while True:
        match = _BLOCKED.match(text, at, end)
        if match:
            yield match.span()
        opening = _OPENING.search(low, match.end() if match else at + 1, end)
        if opening is None:
            return
        at = opening.start()


class Filter:
    """Decides for each quantity of a text whether it is a figure. Made once for a text."""

    def __init__(
        self, text: str, tokens: Tokens, mentions: Sequence[Mention], dates: Sequence[DateMention]
    ) -> None:
        self._text = text
        self._tokens = tokens
        self._blocked = list(_blocked(text))
        self._names = [(mention.start, mention.end) for mention in mentions if mention.label != "GROUP"]
        self._dates = [(date.start, date.end) for date in dates]

    def keeps(self, quantity: Quantity) -> bool:
        """Whether the quantity is a figure, by what stands in and around it."""
        number = quantity.number
        if quantity.kind == "money" or (quantity.kind == "percent" and not number.plain):
            return True
        if _inside(self._blocked, number.start) or self._is_furniture(quantity):
            return False
        if quantity.unit is not None:
            return not (self._is_once(quantity) or _ONE_HAND.match(self._text, number.start))
        if number.form == "fraction" and (self._is_label(quantity) or self._is_part(quantity)):
            return False  # "a Level 3 out of 5 risk", "the first half of 2020"
        if number.form == "words":
            return self._keeps_word(quantity) and not self._is_age(quantity)
        if not number.plain:
            return number.form != "digits" or not self._is_label(quantity)  # "version 3.2"
        return not (
            self._is_year(quantity)
            or self._is_label(quantity)
            or _inside(self._dates, number.start)
            or self._is_name(quantity)
            or self._is_score(quantity)
            or self._is_age(quantity)
        )

    def _keeps_word(self, quantity: Quantity) -> bool:
        number = quantity.number
        token = self._tokens.at(number.start)
        if token is None or (quantity.hyphen and not self._shares_noun(quantity)):
            return False
        if number.value == 1 and not self._counts_one(token):
            return False
        if token.head.i < token.i and self._is_label(quantity):
            return False  # "day two of the storms"
        capital = token.text[:1].isupper() and not token.is_sent_start
        beside = (self._tokens.before(number.start), self._tokens.after(quantity.end))
        if capital and any(other is not None and other.tag_ in _PROPER for other in beside):
            return False
        return not self._is_name(quantity)

    def _is_once(self, quantity: Quantity) -> bool:
        """ "One day it closed", which tells of no length of time."""
        if quantity.value != 1 or quantity.kind != "duration" or quantity.number.form != "words":
            return False
        noun, after = self._tokens.at(quantity.end - 1), self._tokens.after(quantity.end)
        aside = after is not None and after.lower_ in _APART
        return noun is not None and noun.lower_ == "day" and noun.dep_ == "npadvmod" and not aside

    def _shares_noun(self, quantity: Quantity) -> bool:
        """A number that is tied to a noun is part of a name for a kind ("four-cylinder"), unless it counts out a list."""
        return not self._text[quantity.number.end + 1 : quantity.number.end + 2].isalpha()

    def _counts_one(self, token: Token) -> bool:
        """Whether "one" counts a noun; the pronoun, "one of the" and idioms do not."""
        if _IDIOM.match(self._text, token.idx):
            return False
        before = self._tokens.before(token.idx)
        if before is not None and before.lower_ in _DETERMINERS:
            return False
        counts = token.dep_ in ("nummod", "amod", "compound") and token.head.i > token.i
        return token.tag_ == "CD" and counts and token.head.tag_ in NOUN_TAGS

    def _is_year(self, quantity: Quantity) -> bool:
        value, number = quantity.value or 0.0, quantity.number
        if not 1100 <= value <= 2199 or number.end - number.start != 4:
            return False
        token, before = self._tokens.at(number.start), self._tokens.before(number.start)
        following = self._tokens.after(quantity.end)
        counted = following is not None and following.tag_ == "NNS" and following.idx - quantity.end <= 1
        if token is None or (not counted and before is not None and before.lower_ in _YEAR_PREPOSITIONS):
            return True
        if token.ent_type_ in _NUMBER_ENTITIES:
            return not counted and not quantity.qualifier and 1900 <= value <= 2100
        return not counted or 1900 <= value <= 2100

    def _is_label(self, quantity: Quantity) -> bool:
        """ "Page 5", "Game 6"."""
        before = self._tokens.before(quantity.number.start)
        if before is None or quantity.number.start - before.idx - len(before) > 1:
            return False
        return (before.tag_ in ("NN", "NNP") and before.lower_ in _LABELS) or before.lower_ in (
            "aged",
            "ages",
        )

    def _is_part(self, quantity: Quantity) -> bool:
        before = self._tokens.before(quantity.number.start)
        return before is not None and before.lower_ in _PARTS

    def _is_name(self, quantity: Quantity) -> bool:
        """A number in or right behind a name ("iPhone 14 Pro", "Boeing 737"), or that opens one ("787 Dreamliner")."""
        start = quantity.number.start
        if _inside(self._names, start):
            return True
        token = self._tokens.at(start)
        if token is None or (token.ent_type_ in _NAME_ENTITIES and token.ent_iob_ == "I"):
            return True
        if quantity.number.form != "digits":
            return False
        following = self._tokens.after(quantity.end)
        counted = (
            following is not None and following.tag_ in ("NNS", "JJ") and following.idx - quantity.end <= 1
        )
        before = self._tokens.before(start)
        if before is not None and _is_proper(before) and (not counted or _modifies_beyond(before, start)):
            return self._text[before.idx + len(before) : start] in ("", " ", "\u00a0", "-")
        return self._opens_name(following, quantity)

    def _opens_name(self, token: Token | None, quantity: Quantity) -> bool:
        """Whether a run of proper nouns follows right behind and no common noun after it."""
        if (
            token is None
            or token.idx - quantity.end != 1
            or not _is_proper(token)
            or token.tag_ in ("NNS", "JJ")
        ):
            return False
        while _is_proper(token) and token.i + 1 < len(token.doc):
            token = token.nbor()
        return token.tag_ not in ("NN", "NNS") and token.nbor(-1).tag_ not in ("NNS", "NNPS")

    def _is_score(self, quantity: Quantity) -> bool:
        start, end = quantity.number.start, quantity.number.end
        if quantity.last is not None:
            return False
        return bool(
            _SCORE_AFTER.match(self._text, end) or _SCORE_BEFORE.search(self._text[max(0, start - 2) : start])
        )

    def _is_age(self, quantity: Quantity) -> bool:
        """The age behind a person ("Senard, 65, said")."""
        start, end = quantity.number.start, quantity.number.end
        if self._text[start - 2 : start] != ", " or self._text[end : end + 1] not in (",", "."):
            return False
        before = self._tokens.before(start - 2)
        return before is not None and before.tag_ in ("NNP", "NN") and 0 < (quantity.value or 0) < 120

    def _is_furniture(self, quantity: Quantity) -> bool:
        """A line that is nothing but a number and a word of the page's own ("0 Comments")."""
        begin = self._text.rfind("\n", max(0, quantity.start - 5), quantity.start) + 1
        end = self._text.find("\n", quantity.end, quantity.end + 18)
        if (begin == 0 and quantity.start > 3) or (end < 0 and len(self._text) - quantity.end > 16):
            return False
        end = len(self._text) if end < 0 else end
        alone = begin == 0 and end == len(self._text)
        return not alone and _FURNITURE.fullmatch(self._text, begin, end) is not None


def _is_proper(token: Token) -> bool:
    """A proper noun, or a word with capitals that the tagger took for another ("iOS")."""
    if token.tag_ in _PROPER:
        return True
    capital = token.text[0].isupper() and not token.is_sent_start
    return token.is_alpha and (capital or (len(token) > 1 and not token.text[1:].islower()))


def _modifies_beyond(token: Token, offset: int) -> bool:
    """Whether a word before a number belongs to the noun behind it ("Boeing 737 jets")."""
    return token.dep_ in ("compound", "nmod", "amod") and token.head.idx > offset


def _inside(spans: list[tuple[int, int]], offset: int) -> bool:
    index = bisect_right(spans, (offset, 1 << 60)) - 1
    return index >= 0 and spans[index][0] <= offset < spans[index][1]

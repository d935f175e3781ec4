"""Which actor a speaker is: by name, by a pronoun, or by a common noun that stands for a name before it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from tui.analysis.model import Actor, Mention
from tui.analysis.who.gazetteer import country, demonym

from ..wordset import word_set
from .cues import DOCUMENTS
from .parts import Found, Page

_HE = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
_THEY = frozenset({"they", "them", "their"})
_IT = frozenset({"it", "its"})
_TITLES = {"mr": "m", "sir": "m", "lord": "m", "mrs": "f", "ms": "f", "miss": "f", "lady": "f", "dame": "f"}
_DEFINITE = frozenset({"the", "that", "this", "these", "those", "both"})
_COLLECTIVE = frozenset({"organisation", "government", "media"})
_PLURAL = frozenset({"unnamed", "organisation", "government", "media"})
_WINDOW = 1500
_REMEMBERED = 30
_APPOSITION = re.compile(
    r"(?:[Tt]he|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Aa]n?|(?:[A-Z][\w.-]* ){0,2}[A-Z][\w.-]*(?:['’]s|['’]))"
    r"(?: (?!(?:at|by|for|from|in|of|to|with)\b)[\w-]+)+,? (?:the )?"
)
"""What stands before a name that says what it is the name of: "the company, "."""
_WORD = re.compile(r"[^\W\d_][\w’'-]*")


@dataclass(frozen=True)
class _Spoken:
    """A speaker that was found before: where, in which block, and who."""

    at: int
    block: int
    actor: str


class Speakers:
    """Finds the actor behind a speaker's words. Ask in reading order: what was found before is remembered."""

    def __init__(self, page: Page, mentions: Sequence[Mention], actors: Sequence[Actor]) -> None:
        self._page = page
        self._actors = {actor.id: actor for actor in actors}
        self._mentions = [mention for mention in mentions if mention.actor in self._actors]
        self._starts = [mention.start for mention in self._mentions]
        self._spoken: list[_Spoken] = []
        self._places: dict[str, list[int]] = {}
        for mention in self._mentions:
            self._places.setdefault(mention.actor or "", []).append(mention.start)
        self._descriptions = {
            actor.id: [
                _content_words(name)
                for name in (actor.name, *actor.aliases, *(role.text for role in actor.roles))
            ]
            for actor in actors
        }
        self._by_word: dict[str, list[str]] = {}
        for actor in actors:
            for word in sorted(frozenset().union(*self._descriptions[actor.id])):
                self._by_word.setdefault(word, []).append(actor.id)

    def actor_of(self, found: Found) -> str | None:
        """The id of the actor that makes the statement, or None where the text does not tell."""
        if found.speaker is None or not self._actors:
            return None
        actor = self._who(*found.speaker, found.head)
        if actor is not None:
            self._spoken.append(_Spoken(found.speaker[0], self._page.block_at(found.start), actor))
        return actor

    def is_actor(self, start: int, end: int) -> bool:
        """Whether a stretch ends with a name of a person, a body or a paper."""
        last = bisect_left(self._starts, end)
        return any(
            mention.end >= end > mention.start >= start for mention in self._mentions[max(0, last - 3) : last]
        )

    def _who(self, start: int, end: int, head: int | None) -> str | None:
        words = [word.lower() for word in _WORD.findall(self._page.text[start:end])]
        if not words:
            return None
        if len(words) == 1:
            if words[0] in _HE:
                return self._person(start, _HE[words[0]])
            if words[0] in _IT:
                return self._latest(start, _COLLECTIVE)
            if words[0] in _THEY:
                return self._latest(start, _PLURAL)
        noun = self._head_word(head, words)
        return self._named(start, end, head, noun) or self._described(start, words, noun)

    def _head_word(self, head: int | None, words: Sequence[str]) -> str:
        if head is None:
            return words[-1]
        found = _WORD.match(self._page.text, head)
        return found[0].lower() if found else words[-1]

    def _named(self, start: int, end: int, head: int | None, noun: str) -> str | None:
        """The actor that the words themselves name."""
        last = bisect_left(self._starts, end)
        first = bisect_left(self._starts, start - 60)
        inside = [mention for mention in self._mentions[first:last] if mention.end > start]
        for mention in inside:
            if head is not None and mention.start <= head < mention.end:
                return mention.actor
        for mention in reversed(inside):
            if mention.end >= end and (
                noun in DOCUMENTS
                or self._actors[mention.actor or ""].kind == "person"
                or _APPOSITION.fullmatch(self._page.text, start, mention.start)
            ):
                return mention.actor
        if noun in DOCUMENTS and inside:
            return inside[0].actor
        told = self._page.text[start:end]
        return self._unnamed(told, noun) or (self._government(told) if noun in _OF_STATE else None)

    def _government(self, words: str) -> str | None:
        """The government of the country that the words name: "the Chinese side", "the U.S. administration"."""
        for word in re.findall(r"(?:[A-Z]\.)+|[A-Z]\w+", words):
            name = country(word) or demonym(word)
            found = (one.id for one in self._actors.values() if one.kind == "government" and one.name == name)
            if name is not None and (actor := next(found, None)) is not None:
                return actor
        return None

    def _unnamed(self, words: str, noun: str) -> str | None:
        """The unnamed group or person of that description."""
        wanted = _content_words(words)
        shorter: list[tuple[int, str]] = []
        longer: list[str] = []
        for actor in self._by_word.get(noun, ()):
            if self._actors[actor].kind != "unnamed":
                continue
            for description in self._descriptions[actor]:
                if description == wanted:
                    return actor
                if description < wanted:
                    shorter.append((-len(description), actor))
                elif wanted < description and actor not in longer:
                    longer.append(actor)
        if shorter:
            return min(shorter)[1]
        return longer[0] if len(longer) == 1 else None

    def _described(self, at: int, words: Sequence[str], noun: str) -> str | None:
        """ "The ministry", "the official", "the editorial": whoever was named with that word last."""
        if words[0] not in _DEFINITE:
            return None
        if noun in DOCUMENTS and (author := self._author(at, noun)) is not None:
            return author
        wanted = {word for word in words[1:] if word not in _DEFINITE}
        best = (0, -1)
        chosen = None
        for actor in self._by_word.get(noun, ()):
            shared = max(
                (len(wanted & told) for told in self._descriptions[actor] if _may_mean(wanted, told)),
                default=0,
            )
            if not shared:
                continue
            place = self._last_mention(actor, at)
            if place is None and self._actors[actor].kind != "unnamed":
                continue
            rank = (shared, place if place is not None else -1)
            if chosen is None or rank > best:
                best, chosen = rank, actor
        if chosen is None and noun in _MEDIA:
            return self._latest(at, frozenset({"media"}))
        return self._latest(at, frozenset({"organisation"})) if chosen is None and noun in _FIRMS else chosen

    def _author(self, at: int, noun: str) -> str | None:
        """Who spoke in the last sentence that has the document's name."""
        text = self._page.text
        for spoken in reversed(self._spoken[-_REMEMBERED:]):
            sentence = self._page.parsed.sentence_at(spoken.at)
            if spoken.at < at and noun in text[sentence.start : sentence.end].lower():
                return spoken.actor
        place = text.rfind(f" {noun}", max(0, at - _WINDOW), at)
        if place >= 0:
            sentence = self._page.parsed.sentence_at(place + 1)
            inside = self._mentions[
                bisect_left(self._starts, sentence.start) : bisect_left(self._starts, sentence.end)
            ]
            subject = next((mention.actor for mention in inside if self._is_subject(mention)), None)
            if subject is not None:
                return subject
        if noun not in _ISSUED or not self._spoken:
            return None
        last = self._spoken[-1]
        return last.actor if self._page.block_at(at) - last.block <= 1 else None

    def _last_mention(self, actor: str, before: int) -> int | None:
        places = self._places.get(actor, [])
        index = bisect_right(places, before) - 1
        return places[index] if index >= 0 else None

    def _recent(self, before: int) -> Iterator[tuple[Mention, Actor, bool]]:
        """Mentions before a place, the nearest first, outside quotations, and whether each is a subject."""
        for index in range(bisect_left(self._starts, before) - 1, -1, -1):
            mention = self._mentions[index]
            if before - mention.start > _WINDOW:
                return
            if mention.end <= before and self._page.quote_at(mention.start) is None:
                yield mention, self._actors[mention.actor or ""], self._is_subject(mention)

    def _is_subject(self, mention: Mention) -> bool:
        index = self._page.token_from(mention.end) - 1
        if index < 0:
            return False
        token = self._page.tokens[index]
        while token.dep_ in {"compound", "appos", "flat", "nmod"} and token.head != token:
            token = token.head
        return token.dep_ in {"nsubj", "nsubjpass"}

    def _person(self, at: int, gender: str) -> str | None:
        """The person a "he" or "she" means: the subject named last, else the last speaker, else the last name."""
        block = self._page.block_at(at)
        last = self._spoken[-1] if self._spoken else None
        fallback = None
        for mention, actor, subject in self._recent(at):
            if actor.kind != "person" or self._genders.get(actor.id, gender) != gender:
                continue
            if (
                last is not None
                and last.at > mention.start
                and self._fits(last, gender)
                and block - last.block <= 1
            ):
                return last.actor
            if subject:
                return actor.id
            fallback = fallback or actor.id
        if last is not None and self._fits(last, gender) and block - last.block <= 2:
            return last.actor
        return fallback

    def _fits(self, spoken: _Spoken, gender: str) -> bool:
        actor = self._actors[spoken.actor]
        return actor.kind == "person" and self._genders.get(actor.id, gender) == gender

    def _latest(self, at: int, kinds: frozenset[str]) -> str | None:
        """The body that an "it" or a "they" means: the last speaker of such a kind, else the subject named last."""
        block = self._page.block_at(at)
        last = self._spoken[-1] if self._spoken else None
        if last is not None and self._actors[last.actor].kind in kinds and block - last.block <= 2:
            return last.actor
        for _mention, actor, subject in self._recent(at):
            if subject and actor.kind in kinds:
                return actor.id
        return None

    @cached_property
    def _genders(self) -> dict[str, str]:
        """What the text shows of who is "he" and who is "she": titles, and pronouns in sentences with one person."""
        votes: dict[str, Counter[str]] = {}
        text = self._page.text
        people = [m for m in self._mentions if self._actors[m.actor or ""].kind == "person"]
        for mention in people:
            title = text[max(0, mention.start - 6) : mention.start].rstrip(". ").rsplit(None, 1)[-1:]
            first = _WORD.match(text, mention.start)
            for word in (*title, first[0] if first else ""):
                if sign := _TITLES.get(word.strip(".").lower()):
                    votes.setdefault(mention.actor or "", Counter())[sign] += 5
        starts = [mention.start for mention in people]
        for sentence, span in zip(self._page.parsed.sentences, self._page.parsed.spans, strict=True):
            first_index, last_index = bisect_left(starts, sentence.start), bisect_left(starts, sentence.end)
            named = {mention.actor for mention in people[first_index:last_index]}
            if len(named) != 1:
                continue
            start = people[first_index].start
            for token in span:
                if (
                    token.idx > start
                    and (sign := _HE.get(token.lower_))
                    and self._page.quote_at(token.idx) is None
                ):
                    votes.setdefault(named.copy().pop() or "", Counter())[sign] += 1
        return {
            actor: max("mf", key=lambda sign: count[sign])
            for actor, count in votes.items()
            if count["m"] != count["f"]
        }


def _may_mean(wanted: set[str], told: frozenset[str]) -> bool:
    """Whether "the … minister" may be one who is told to be something: one of the two says no more than the other, but
    for whose he or she is."""
    more, less = wanted - told - _GENERAL, told - wanted
    return more.isdisjoint(_RANKS) and (not more or not less or all(demonym(word) for word in more))


def _content_words(text: str) -> frozenset[str]:
    return frozenset(word.lower() for word in _WORD.findall(text)) - _SMALL


_ISSUED = word_set("statement editorial release")
"""What somebody issues who has just been quoted."""
_SMALL = word_set(
    "a an the of for in at and some several many one two three four five six seven eight nine ten"
)
_RANKS = word_set("prime vice deputy under assistant associate")
"""Words before a post that make another of it."""
_MEDIA = word_set("newspaper paper daily weekly magazine broadcaster outlet tabloid")
_FIRMS = word_set(
    "company firm group bank carmaker automaker maker manufacturer miner producer supplier airline start-up"
)
"""What a medium and a company is called when it has been named before."""
_OF_STATE = word_set(
    "government administration authorities side delegation entourage team camp regime leadership"
)
"""Whom a country has to speak for it."""
_GENERAL = word_set(
    "former new old young top senior junior veteran outgoing incoming acting current late own other"
)
"""Words before a post that do not tell it from another."""

"""Questions that stand on more than a hedge: deadlines, talks, one party's word, missing words, contested posts."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ..model import Actor, Role, Signal
from ..parsed import Parsed
from ..wordset import word_set
from .candidates import Candidate
from .forms import subject_of
from .phrasing import clause_words, lowered, phrase, subject_words, words, yes_no

if TYPE_CHECKING:
    from spacy.tokens import Token

_NUMBER = r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|thirty|sixty|ninety)"
_RUNS = (
    r"(?:truce|deadline|pause|cease-?fire|reprieve|extension|suspension|window|ultimatum|grace period|"
    r"moratorium|deferral|waiver|exemption|freeze|halt|countdown)"
)
_CLOCK = re.compile(
    rf"\b{_NUMBER}[- ](?:hour|day|week|month|year)s?[- ](?:[a-z]+ )?{_RUNS}\b"
    r"|\b(?:deadline|ultimatum|cut-?off|clock is ticking|time is running out|expires?|runs out|lapses?)\b",
    re.IGNORECASE,
)
_ROUNDS = word_set("talk negotiation meeting summit discussion dialogue session consultation hearing")
_UNFINISHED = re.compile(
    r"\b(?:set to (?:continue|resume|go on)|(?:will|to|are to|is to) (?:continue|resume|go on)|"
    r"(?:are|is) (?:continuing|ongoing|under ?way|in progress|foreseen|planned|due)|"
    r"remains? (?:ongoing|under ?way)|follow-up)\b",
    re.IGNORECASE,
)
"""Words that tell that something goes on, with no word of what has come of it."""
_FROM_TODAY = re.compile(
    r"\b(?:today|yesterday|tomorrow|tonight|recent(?:ly)?|(?:this|last|next) (?:morning|week|weekend|month|year)|"
    r"(?:on |last |next )?(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b",
    re.IGNORECASE,
)
_POST = re.compile(r"^(?:the |its |u\.?s\.? |american |chinese |british )+", re.IGNORECASE)
_UNNAMED = word_set("it they this that these those he she which who")
_TOLD = word_set("say declare claim announce insist tell state maintain assert boast add write")
_CONSENT = word_set("agree promise accept commit concede pledge consent undertake vow assure")


def clocks(parsed: Parsed) -> Iterator[Candidate]:
    """Running deadlines: "a 90-day truce"."""
    for match in _CLOCK.finditer(parsed.text):
        index = _index(parsed, match.start())
        sentence = parsed.sentences[index]
        if match.end() > sentence.end:
            continue
        span = parsed.doc.char_span(match.start(), match.end(), alignment_mode="expand")
        if span is None:
            continue
        root = span.root
        if root.pos_ == "VERB":
            what = subject_words(root)
            if what is not None and what.lower() in _UNNAMED:
                what = None
            question = f"When does {what} {root.lemma_}?" if what else None
        elif match.group()[0].isdigit() or "-" in match.group() or " " in match.group():
            question = f"When does the {match.group()} end?"
        else:
            question = f"What happens when the {match.group().lower()} passes?"
        if question:
            yield Candidate(match.start(), match.end(), index, question, "clock", 0.85)


def rounds(parsed: Parsed) -> Iterator[Candidate]:
    """Talks that go on where the text leaves them; only the place that names them best."""
    best: tuple[int, Candidate] | None = None
    for index, tokens in enumerate(parsed.spans):
        sentence = parsed.sentences[index]
        match = _UNFINISHED.search(parsed.text, sentence.start, sentence.end)
        if match is None:
            continue
        for token in tokens:
            if token.lemma_ not in _ROUNDS or token.pos_ != "NOUN" or token.dep_ == "compound":
                continue
            what = _the(lowered([t for t in phrase(token) if t.i <= token.i]))
            candidate = Candidate(
                sentence.start,
                sentence.end,
                index,
                f"What came of {what}? Open: “{match.group()}”, no result.",
                "undecided",
                0.75,
            )
            if best is None or len(what) > best[0]:
                best = len(what), candidate
            break
    if best is not None:
        yield best[1]


def one_sided(parsed: Parsed) -> Iterator[Candidate]:
    """What one party says that the other has agreed to, or has done wrong."""
    telling = [place for place, lemma in enumerate(parsed.lemmas) if lemma in _CONSENT or lemma == "accuse"]
    for index, span in enumerate(parsed.spans):
        sentence = parsed.sentences[index]
        for place in telling[bisect_left(telling, span.start) : bisect_left(telling, span.end)]:
            token = parsed.tokens[place]
            if token.lemma_ in _CONSENT and token.dep_ == "ccomp" and token.head.lemma_ in _TOLD:
                speaker, other = subject_of(token.head), subject_of(token)
                deed: Token | None = token
                question = yes_no(token)
            elif token.lemma_ == "accuse" and token.pos_ == "VERB":
                speaker, other, deed = _accusation(token)
                question = _did(other, deed)
            else:
                continue
            if question is None or deed is None or not _parties(speaker, other):
                continue
            assert speaker is not None  # _parties has seen to it
            start = max(deed.left_edge.idx, sentence.start)
            end = min(deed.right_edge.idx + len(deed.right_edge), sentence.end)
            if start < end:
                says = f"only {lowered(phrase(speaker))} {'say' if _many(speaker) else 'says'} so"
                yield Candidate(start, end, index, f"{question} Open: {says}.", "one-side", 0.85)


def _accusation(accuse: Token) -> tuple[Token | None, Token | None, Token | None]:
    """Who accuses, who is accused, and the verb of what."""
    accused = next((child for child in accuse.children if child.dep_ == "dobj"), None)
    deeds = (
        deed for of in accuse.children if of.dep_ == "prep" for deed in of.children if deed.dep_ == "pcomp"
    )
    return subject_of(accuse), accused, next(deeds, None)


def _did(who: Token | None, deed: Token | None) -> str | None:
    if who is None or deed is None:
        return None
    others = frozenset(child.i for child in deed.rights if child.dep_ in ("conj", "cc"))
    rest = clause_words(deed, drop=others).partition(" ")[2]
    if deed.lemma_ == "be" or any(child.dep_ == "auxpass" for child in deed.lefts):
        return f"{'Were' if _many(who) else 'Was'} {words(phrase(who))} {rest}".rstrip() + "?"
    return f"Did {words(phrase(who))} {deed.lemma_} {rest}".rstrip() + "?"


def _parties(speaker: Token | None, other: Token | None) -> bool:
    """Whether the two are there, named, and not the same."""
    named = ("PROPN", "NOUN")
    return (
        speaker is not None
        and other is not None
        and speaker.pos_ in named
        and other.pos_ in named
        and speaker.lower_ != other.lower_
    )


def _many(head: Token) -> bool:
    return (
        head.tag_ in ("NNS", "NNPS")
        or head.lower_ == "they"
        or any(child.dep_ == "conj" for child in head.children)
    )


def _the(what: str) -> str:
    first, _, rest = what.partition(" ")
    if first.lower() in ("a", "an"):
        return f"the {rest}"
    if first.lower() in ("the", "this", "these", "those", "their", "its", "his", "her") or first.endswith(
        ("’s", "'s")
    ):
        return what[0].lower() + what[1:]
    return f"the {what}"


def lost(parsed: Parsed, signals: Sequence[Signal]) -> Iterator[Candidate]:
    """Places where words are missing."""
    for signal in signals:
        if signal.kind == "missing-words" and signal.grade != "weak":
            index = _index(parsed, signal.start)
            question = f"Which words are missing in “{_around(parsed, index, signal)}”?"
            strength = 0.9 if signal.grade == "strong" else 0.75
            yield Candidate(signal.start, signal.end, index, question, "missing-words", strength)


def _around(parsed: Parsed, index: int, signal: Signal) -> str:
    """The words of the signal with three before and three after, as far as the sentence goes."""
    span = parsed.doc.char_span(signal.start, signal.end, alignment_mode="expand")
    if span is None:
        return " ".join(parsed.text[signal.start : signal.end].split())
    sentence = parsed.spans[index]
    return words(parsed.doc[max(sentence.start, span.start - 3) : min(sentence.end, span.end + 3)])


def undated(parsed: Parsed, signals: Sequence[Signal]) -> Iterator[Candidate]:
    """The first time told from the day of writing, where that is not known."""
    if not any(signal.kind == "undated" for signal in signals):
        return
    for match in _FROM_TODAY.finditer(parsed.text):
        sentence = parsed.sentence_at(match.start())
        if parsed.article.blocks[sentence.block].kind == "body" and match.end() <= sentence.end:
            question = f"When was this written? Open: “{match.group()}”, no date."
            yield Candidate(
                match.start(), match.end(), _index(parsed, match.start()), question, "undated", 0.7
            )
            return


def contested_posts(parsed: Parsed, actors: Sequence[Actor]) -> Iterator[Candidate]:
    """Posts that the text gives to two persons."""
    holders: dict[str, dict[str, tuple[Actor, Role]]] = {}
    for actor in actors:
        if actor.kind == "person":
            for role in actor.roles:
                key = _POST.sub("", role.text.lower()).strip()
                if " " in key:
                    holders.setdefault(key, {}).setdefault(actor.id, (actor, role))
    for found in holders.values():
        if len(found) < 2 or any(_former(parsed, role) for _, role in found.values()):
            continue
        pairs = sorted(found.values(), key=lambda pair: pair[1].start)
        role = next((r for _, r in pairs if parsed.block_at(r.start).kind == "body"), pairs[-1][1])
        names = [actor.name for actor, _ in pairs]
        post = _POST.sub("", role.text).strip()
        question = (
            f"Who is {post}, {', '.join(names[:-1])} or {names[-1]}? Open: the text gives the post to each."
        )
        yield Candidate(role.start, role.end, _index(parsed, role.start), question, "conflict", 0.95)


def _former(parsed: Parsed, role: Role) -> bool:
    before = parsed.text[max(0, role.start - 20) : role.start].lower()
    return any(
        word in before
        for word in ("former", "ex-", "then-", "late ", "outgoing", "incoming", "deputy", "vice")
    )


def _index(parsed: Parsed, offset: int) -> int:
    return int(parsed.sentence_at(offset).id[1:]) - 1

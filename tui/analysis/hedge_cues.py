"""The words that hedge, with how much each alone leaves its sentence open.

Drawn up after the classes of Hyland, *Metadiscourse* (2005), the cue types of the CoNLL-2010 shared task on hedges
(Farkas et al. 2010) and the event-selecting predicates of FactBank (Saurí and Pustejovsky 2009): a word that tells how
sure its writer is, or that makes of an event something believed, wanted, planned, feared or depended upon.
"""

from __future__ import annotations

import re
from typing import Literal

from .openings import openings, small
from .wordset import word_set

HedgeKind = Literal[
    "epistemic",
    "doxastic",
    "prospective",
    "investigative",
    "conditional",
    "reportative",
    "approximator",
    "no-number",
]
"""How a hedge works.

epistemic: the writer is not sure (may, likely, appears); doxastic: somebody believes, hopes or fears; prospective:
somebody wants, plans or tries, or a thing is due; investigative: it is asked or not known; conditional: it depends;
reportative: it is hearsay; approximator: about so many; no-number: a quantity without its number.
"""

Cues = dict[str, tuple[HedgeKind, float]]


def _table(*rows: tuple[HedgeKind, float, str]) -> Cues:
    return {word: (kind, strength) for kind, strength, words in rows for word in words.split()}


MODALS: Cues = _table(
    ("epistemic", 0.9, "may might"),
    ("epistemic", 0.75, "could"),
    ("prospective", 0.45, "would"),
    ("prospective", 0.3, "should"),
)

VERBS: Cues = _table(
    ("epistemic", 0.6, "appear seem suggest imply"),
    ("epistemic", 0.3, "indicate signal hint point"),
    ("doxastic", 0.85, "expect hope fear anticipate speculate doubt wonder"),
    (
        "doxastic",
        0.7,
        "believe think suspect predict forecast worry assume presume foresee envisage envision guess reckon",
    ),
    ("doxastic", 0.4, "feel imagine estimate project"),
    (
        "prospective",
        0.6,
        "want wish seek aim try attempt threaten await consider mull negotiate contemplate strive",
    ),
    (
        "prospective",
        0.45,
        "propose offer urge intend hesitate delay postpone demand warn explore weigh request",
    ),
    (
        "prospective",
        0.3,
        "plan prepare ask recommend pledge vow promise agree choose decide arrange require encourage",
    ),
    ("investigative", 0.4, "investigate examine assess determine ascertain"),
    ("reportative", 0.5, "allege rumor rumour purport"),
)

NOUNS: Cues = _table(
    ("epistemic", 0.7, "possibility likelihood probability chance odds prospect uncertainty"),
    ("epistemic", 0.5, "risk potential danger threat indication suggestion hint"),
    ("doxastic", 0.75, "fear hope worry expectation speculation doubt suspicion"),
    (
        "doxastic",
        0.5,
        "belief concern anticipation prediction forecast outlook optimism pessimism assumption",
    ),
    (
        "prospective",
        0.45,
        "effort attempt bid proposal aim goal ambition desire negotiation intention willingness",
    ),
    ("prospective", 0.25, "plan offer promise pledge"),
    ("investigative", 0.4, "question"),
    ("reportative", 0.6, "allegation rumor rumour"),
)

ADJECTIVES: Cues = _table(
    ("epistemic", 0.85, "likely unlikely possible probable doubtful questionable debatable conceivable"),
    ("epistemic", 0.6, "potential uncertain unsure apparent"),
    ("investigative", 0.85, "unclear unknown undecided unresolved undetermined unsettled"),
    ("investigative", 0.35, "preliminary"),
    ("investigative", 0.5, "pending unconfirmed unverified inconclusive tentative"),
    ("doxastic", 0.7, "afraid hopeful fearful worried optimistic pessimistic sceptical skeptical"),
    ("prospective", 0.75, "due slated poised"),
    ("prospective", 0.3, "ready willing eager keen reluctant able hesitant"),
    ("reportative", 0.75, "alleged suspected rumored rumoured supposed purported"),
)

ADVERBS: Cues = _table(
    ("epistemic", 0.85, "perhaps maybe possibly probably likely presumably"),
    ("epistemic", 0.6, "potentially apparently seemingly arguably conceivably hopefully tentatively"),
    ("reportative", 0.85, "reportedly allegedly supposedly purportedly"),
)

SET_TO = word_set("set schedule slate expect bind destine tip poise")
"""Verbs that, passive and before an infinitive, tell that something is due ("is set to land")."""

NAMING = word_set(
    """aim goal purpose objective idea plan job fix point task role way solution intention hope thing key strategy mission
    priority answer step challenge problem approach choice alternative option move trick function effect decision request
    what all that this"""
)
"""Subjects that an infinitive names ("the aim is to win"): nothing is due."""

NOT_BARE_VERBS = word_set(
    """appear ask agree arrange assess assume choose consider decide delay demand determine encourage estimate examine
    explore feel hint imagine indicate investigate offer plan pledge point postpone prepare project promise propose
    recommend request require signal suggest threaten try vow warn weigh"""
)
"""Verbs that hedge only with a clause after them ("suggests that", "plans to"), not with a plain object."""

NOT_BARE_NOUNS = word_set(
    """aim ambition anticipation attempt belief bid chance concern danger desire effort forecast goal hint indication
    intention odds offer outlook plan pledge potential prediction promise proposal question risk suggestion threat"""
)
"""Nouns that hedge only with what they are of ("the risk of delays", "plans to merge")."""

STRONG_NOUNS = word_set(
    "possibility likelihood probability uncertainty prospect speculation suspicion expectation rumor rumour"
)
"""Nouns that hedge alone; others count for less in the singular and with nothing after them ("a sign of hope")."""

OF = frozenset({"of", "that", "about", "over", "for", "on"})
"""Prepositions between such a noun and what it is of."""

_SPELLED: tuple[tuple[HedgeKind, float, tuple[str, ...]], ...] = (
    (
        "investigative",
        0.95,
        (
            r"remains? to be seen",
            r"(?:is|are|was|were|remains?) (?:still )?(?:not|n['’]t) (?:yet |immediately |entirely |fully )?"
            r"(?:clear|known|certain|decided|settled|determined)",
            r"(?:has|have|had) (?:yet|still) to",
            r"yet to be",
            r"up in the air",
            r"in (?:doubt|limbo)",
            r"(?:is|are|was|were|be|remains?|c[ao]mes?|call(?:s|ed)?|threw|thrown|puts?)(?: \w+){0,3} in(?:to)? question",
            r"under (?:discussion|review|consideration|investigation)",
            r"no (?:decision|agreement|deal|date|timetable|timeline|word|details?) "
            r"(?:has|have|had|was|were) (?:yet )?been",
            r"no (?:final|formal|concrete) (?:decision|agreement|deal)",
            r"open question",
            r"anyone['’]s guess",
            r"jury is (?:still )?out",
        ),
    ),
    (
        "reportative",
        0.8,
        (
            r"privately (?:admit|concede|acknowledge|say|said|fear|worry)\w*",
            r"sources? (?:say|said|told|close to|familiar)",
            r"it (?:is|was) (?:understood|believed|thought|rumou?red|claimed|alleged|reported)",
            r"(?:is|are|was|were) (?:widely )?(?:said|reported|believed|thought|understood|rumou?red|alleged) to",
            r"there (?:is|are|was|were) (?:an? )?(?:arguments?|reports?|rumou?rs?|claims?|talk|speculation|suggestions?)",
            r"according to (?:reports?|rumou?rs?|media reports|unconfirmed)",
        ),
    ),
    (
        "no-number",
        0.65,
        (
            r"(?:only )?an? (?:mere |small |tiny )?(?:handful|fraction|smattering|trickle) of",
            r"an? (?:certain|undisclosed|unspecified|unknown|limited) (?:number|amount|sum|quantity|share) of",
            r"for an (?:undisclosed|unspecified) (?:sum|amount|price|fee)",
        ),
    ),
    (
        "approximator",
        0.1,
        (
            r"(?:about|around|approximately|roughly|nearly|almost|some|an estimated|at least|at most|up to|more than"
            r"|less than|fewer than|over|under|as (?:many|much) as)(?= [$€£]?\d)",
        ),
    ),
)
_PHRASES: tuple[tuple[HedgeKind, float, re.Pattern[str]], ...] = tuple(
    (kind, strength, re.compile(rf"\b(?:{'|'.join(patterns)})\b", re.IGNORECASE))
    for kind, strength, patterns in _SPELLED
)
_OPENING = openings(
    *(f"{word} " for word in word_set("remains? is are was were has have had up under no it there at some")),
    *word_set(
        "yet open anyone jury privately sources? according only about around approximately roughly nearly almost"
    ),
    *word_set("more less fewer over"),
    *("in (?:doubt|limbo|question)", "for an ", "an estimated", "as (?:many|much)"),
    "an? (?:mere|small|tiny|handful|fraction|smattering|trickle|certain|undisclosed|unspecified|unknown|limited) ",
)
"""Where one of the phrases can start."""


def phrases(text: str) -> list[tuple[HedgeKind, float, int, int]]:
    """The hedges of several words in `text`: kind, strength, start and end; kind by kind, each in reading order."""
    starts = [opening.start() for opening in _OPENING.finditer(small(text))]
    found: list[tuple[HedgeKind, float, int, int]] = []
    for kind, strength, pattern in _PHRASES:
        end = 0
        for start in starts:
            if start >= end and (match := pattern.match(text, start)):
                end = match.end()
                found.append((kind, strength, start, end))
    return found

"""Words that report speech, what each does with its clause, and the stance it stands for.

The verbs are those of saying, asking, promising, judging and believing that English reference grammars list with
these complements (Quirk et al., A Comprehensive Grammar of the English Language, 16.31 and 16.35–63; Levin, English
Verb Classes and Alternations, 37 and 33), and further reporting verbs of news style.
"""

from __future__ import annotations

from typing import Final, Literal

from ..wordset import word_set

Stance = Literal[
    "said",
    "announced",
    "argued",
    "suggested",
    "asked",
    "urged",
    "hoped",
    "believed",
    "predicted",
    "warned",
    "denied",
    "admitted",
    "promised",
    "accused",
    "criticised",
    "praised",
    "found",
    "reportedly",
    "according to",
]


def _table(*rows: tuple[Stance, str]) -> dict[str, Stance]:
    return {word: stance for stance, line in rows for word in line.split()}


CLAUSE: Final[dict[str, Stance]] = _table(
    (
        "said",
        "say tell add note state write remark comment explain mention reply respond answer recall repeat "
        "reiterate observe stress emphasize emphasise underline underscore point quip joke tweet post blog text email "
        "message clarify testify relate recount narrate describe conclude interject "
        "inform notify brief remind reassure assure convince signal specify elaborate counter retort rejoin "
        "shout yell scream whisper mutter murmur cry exclaim muse opine reason lament "
        "confide gush recollect reflect summarise summarize agree concur confirm affirm reaffirm "
        "report deadpan thunder tout boast brag chant rejoice marvel",
    ),
    ("announced", "announce declare proclaim reveal disclose pronounce unveil decree rule determine trumpet"),
    (
        "argued",
        "argue claim insist maintain contend assert allege posit reckon hold counter object protest complain "
        "grumble gripe rail charge decry bemoan retort aver submit plead postulate theorize theorise",
    ),
    (
        "suggested",
        "suggest hint imply indicate propose recommend intimate insinuate advise speculate wonder",
    ),
    ("asked", "ask question inquire enquire query press wonder demand request quiz"),
    (
        "urged",
        "urge implore exhort beg beseech plead advise recommend demand order instruct direct encourage",
    ),
    ("hoped", "hope wish"),
    (
        "believed",
        "believe think feel fear worry suspect consider doubt  figure deem regard view",
    ),
    ("predicted", "predict forecast expect anticipate estimate project foresee guess"),
    ("warned", "warn caution threaten alert"),
    ("denied", "deny dispute reject refute rebut disavow dismiss repudiate"),
    ("admitted", "admit concede acknowledge confess grant allow recognise recognize"),
    ("promised", "promise vow pledge swear guarantee undertake commit"),
    ("accused", "accuse charge blame fault"),
    ("found", "find show conclude discover"),
)
"""Verbs that take a clause, by lemma."""

MANNER: Final[frozenset[str]] = word_set(
    "put continue begin start end close go read recite quote relay cite echo sum chime intone narrate laugh sigh fire shoot",
    "snap sing sneer scoff sniff snarl holler roar offer venture drawl crow bellow sign caption growl grin smile nod",
    "shrug interrupt persist press grumble hiss spit bark croak blurt stammer plead",
)
"""Verbs that attribute quoted words but take no clause of their own."""

NOUN_PHRASE: Final[dict[str, Stance]] = _table(
    (
        "criticised",
        "criticize criticise slam blast denounce condemn decry deride lambaste bash mock ridicule",
    ),
    (
        "criticised",
        "bemoan lament rap rebuke castigate chide scold attack assail knock disparage skewer hammer rip",
    ),
    ("praised", "praise hail applaud laud tout commend celebrate welcome salute extol"),
    ("denied", "deny dismiss reject dispute refute rebut repudiate disavow"),
    ("accused", "accuse blame fault"),
    ("promised", "promise pledge vow"),
    ("suggested", "propose suggest recommend advocate"),
    ("announced", "announce declare proclaim unveil reveal"),
    ("urged", "urge demand exhort"),
    (
        "said",
        "call describe label brand dub term characterize characterise portray deem cite reiterate mention recall",
    ),
    (
        "said",
        "note stress emphasize emphasise acknowledge address repeat claim compare paint cast express voice",
    ),
    ("admitted", "concede admit"),
    ("asked", "question"),
    ("predicted", "predict forecast expect anticipate"),
    ("warned", "caution threaten"),
)
"""Verbs whose object is what is said."""

INFINITIVE: Final[dict[str, Stance]] = _table(
    ("promised", "promise vow pledge swear agree offer"),
    ("warned", "threaten"),
    ("asked", "ask"),
    ("urged", "urge call demand tell order implore exhort beg advise encourage warn press"),
    ("said", "claim propose"),
    ("hoped", "hope"),
)
"""Verbs whose infinitive, with or without an object before it, is what is said."""

PREPOSITION: Final[dict[str, dict[str, Stance]]] = {
    "call": {"for": "urged", "on": "urged", "upon": "urged"},
    "warn": {"of": "warned", "against": "warned", "about": "warned"},
    "caution": {"against": "warned", "about": "warned"},
    "complain": {"about": "criticised", "of": "criticised"},
    "accuse": {"of": "accused"},
    "boast": {"of": "said", "about": "said"},
    "brag": {"about": "said"},
    "joke": {"about": "said"},
    "talk": {"about": "said", "of": "said"},
    "speak": {"of": "said", "about": "said"},
    "write": {"about": "said", "of": "said"},
    "comment": {"on": "said"},
    "elaborate": {"on": "said"},
    "remark": {"on": "said", "upon": "said"},
    "insist": {"on": "argued"},
    "argue": {"for": "argued", "against": "argued"},
    "ask": {"about": "asked", "for": "asked"},
    "inquire": {"about": "asked"},
    "push": {"for": "urged"},
    "plead": {"for": "urged"},
    "press": {"for": "urged"},
    "vouch": {"for": "praised"},
    "apologize": {"for": "admitted"},
    "apologise": {"for": "admitted"},
    "refer": {"to": "said"},
    "point": {"to": "said"},
    "allude": {"to": "said"},
    "hint": {"at": "suggested"},
    "rail": {"against": "criticised"},
    "lash": {"at": "criticised"},
}
"""Verbs and the prepositions after which stands what is said."""

NOUNS: Final[dict[str, Stance]] = _table(
    (
        "said",
        "statement comment remark message answer response reply suggestion observation point notion word",
    ),
    ("announced", "announcement declaration proclamation news"),
    ("argued", "claim assertion contention argument allegation insistence complaint"),
    ("suggested", "hint indication suggestion proposal recommendation speculation"),
    ("asked", "question request"),
    ("urged", "call demand plea appeal"),
    ("hoped", "hope"),
    ("believed", "belief view opinion fear concern worry suspicion"),
    ("predicted", "prediction forecast expectation estimate"),
    ("warned", "warning threat"),
    ("denied", "denial"),
    ("admitted", "admission acknowledgment acknowledgement confession"),
    ("promised", "promise pledge vow"),
    ("accused", "accusation charge"),
    ("found", "finding conclusion"),
    ("reportedly", "report rumor rumour"),
)
"""Nouns that stand for a statement, with a clause or an infinitive after them."""

HEARSAY: Final = frozenset({"reportedly", "allegedly", "supposedly", "purportedly"})
"""Adverbs that pass a statement on without saying whose it is."""

MODALS: Final = word_set("would could can may might should must will")

DOCUMENTS: Final = word_set(
    "statement editorial letter report article post tweet memo email e-mail note column essay study survey poll paper ",
    "release filing document speech interview op-ed story review brief complaint lawsuit ruling opinion",
)
"""Things that say something for those who wrote them."""


def stance_of(lemma: str) -> Stance:
    """The stance of a verb that introduces quoted words; an unknown verb only says."""
    return CLAUSE.get(lemma) or NOUN_PHRASE.get(lemma) or "said"


def quotes(lemma: str) -> bool:
    """Whether a verb may introduce quoted words."""
    return lemma in CLAUSE or lemma in NOUN_PHRASE or lemma in MANNER

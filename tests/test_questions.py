"""Open questions: how they are asked, which are asked, and what is left alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tui.analysis.hedges import find_hedges
from tui.analysis.model import Actor, Claim, Mention, Question, Role, Signal
from tui.analysis.parsed import Parsed
from tui.analysis.questions import find_questions

pytestmark = pytest.mark.engine
Parse = Callable[..., Parsed]
WORDS = [
    "if",
    "whether",
    "may",
    "could",
    "\n\n",
    "to",
    "be",
    "seen",
    "said",
    "“",
    "”",
    "?",
    ".",
    "Oslo",
    "reportedly",
    "of",
    "it",
]
WORDS += ["90-day", "truce", "that", "has", "talks", "unclear", "handful", "a", "accused", "agreed"]


def ask(parsed: Parsed, **known: tuple[object, ...]) -> tuple[Question, ...]:
    """The questions of a parse, with nothing known but its hedges and `known`."""
    empty: dict[str, tuple[object, ...]] = {
        "actors": (),
        "claims": (),
        "figures": (),
        "dates": (),
        "signals": (),
    }
    return find_questions(parsed, hedges=find_hedges(parsed), **{**empty, **known})  # type: ignore[arg-type]


def asked(parse: Parse, text: str) -> list[tuple[str, str]]:
    """Reason and wording (without what stands after "Open:") of the questions of `text`."""
    return [(q.reason, q.question.partition(" Open: ")[0]) for q in ask(parse(text))]


@pytest.mark.parametrize(
    ("text", "reason", "question"),
    [
        ("The port may close next week.", "hope", "Will the port close next week?"),
        ("Analysts expect the lake to freeze.", "hope", "Will the lake freeze?"),
        ("Whether the dam holds remains to be seen.", "undecided", "Will the dam hold?"),
        ("The club is reportedly selling its ground.", "unsourced", "Is the club selling its ground?"),
        (
            "The house is said to be worth two million euros.",
            "unsourced",
            "Is the house worth two million euros?",
        ),
        ("The guard may have slept through the alarm.", "hope", "Did the guard sleep through the alarm?"),
        ("Markets fell over worries that the bank will fail.", "hope", "Will the bank fail?"),
        ("It is unclear how the council will pay for it.", "undecided", "How will the council pay for it?"),
        (
            "The government has yet to publish the report.",
            "undecided",
            "When will the government publish the report?",
        ),
        ("The ministry is unlikely to lift the ban.", "hope", "Will the ministry lift the ban?"),
        (
            "The dispute over the border remains unresolved.",
            "undecided",
            "How will the dispute over the border be resolved?",
        ),
        ("A handful of Danish firms have applied.", "no-number", "How many Danish firms have applied?"),
        ("There is an argument that the fish are gone.", "unsourced", "Who says that the fish are gone?"),
        ("The two armies agreed on a 60-day truce.", "clock", "When does the 60-day truce end?"),
        ("The talks in Oslo are set to continue.", "undecided", "What came of the talks?"),
        (
            "Canada said that Peru had agreed to open its ports.",
            "one-side",
            "Did Peru agree to open its ports?",
        ),
        ("But who pays for the repair of the dike?", "asked", "Who pays for the repair of the dike?"),
    ],
)
def test_a_question_is_made_from_its_clause(parse: Parse, text: str, reason: str, question: str) -> None:
    assert asked(parse, text) == [(reason, question)]


def test_a_clause_that_cannot_stand_alone_is_asked_in_its_sentence(parse: Parse) -> None:
    text = "That is the fight that Peru hopes to avoid this year."
    assert asked(parse, text) == [("hope", text)]


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("Police warned of delays that could bring trade to a halt.", "Will delays bring trade to a halt?"),
        ("The minister, who leads the talks, may resign.", "Will the minister resign?"),
        ("The law may help farmers and protect rivers.", "Will the law help farmers and protect rivers?"),
        ("The club seems to have sold its ground.", "Did the club sell its ground?"),
        ("The court must find out whether the firm paid the mayor.", "Did the firm pay the mayor?"),
        ("Peru and Chile are said to be among the buyers.", "Are Peru and Chile among the buyers?"),
        ("Ana Ruiz reportedly left the port and sold two boats.", "Did Ana Ruiz leave the port?"),
        ("Ana Ruiz wants him to study the law.", "Will he study the law?"),
        ("Chile may sell the copper mine.", "Will Chile sell the copper mine?"),
        ("2.The Harbour Council may ask for money.", "Will The Harbour Council ask for money?"),
        ("He’s probably got too much to do for an election.", "Has he got too much to do for an election?"),
        ("The crew hopes there’s a vote next week.", "Will there be a vote next week?"),
    ],
)
def test_what_stands_inside_a_clause_keeps_its_place(parse: Parse, text: str, question: str) -> None:
    assert [wording for _, wording in asked(parse, text)] == [question]


def test_a_clause_whose_object_stands_before_it_is_not_asked_alone(parse: Parse) -> None:
    found = [wording for _, wording in asked(parse, "The state owns a port that the firm may want to buy.")]
    assert found != ["Will the firm want to buy?"]
    for whole in (
        "Consider what the world of shipping would look like without the port.",
        "Reports of her potential trip worried the north.",
    ):
        assert [wording for _, wording in asked(parse, whole)] == [whole]


@pytest.mark.parametrize(
    "text",
    [
        "If the dam breaks, the town has a plan.",
        "Women are more likely to own a bicycle than a car.",
        "The mayor is perhaps best known for his hats.",
        "The plant ran at perhaps only 10 percent.",
        "The trains will run again as soon as possible.",
        "Nothing could be further from the truth.",
        "The mayor tried to sell the old harbour in spring.",
        "Avoid the firm in question.",
    ],
)
def test_a_condition_a_finding_and_an_idiom_are_not_asked(parse: Parse, text: str) -> None:
    plain = "The town lies on a river. Its people fish. They sell the fish in the market on Monday."
    assert not [q for q in ask(parse(f"{text} {plain}")) if q.reason == "hope"]


def test_what_the_speaker_wants_for_himself_is_not_asked_of_us(parse: Parse) -> None:
    found = asked(
        parse, "“We want a new harbour,” she said. The town lies on a river. Its people fish there."
    )
    assert not any(" we " in f" {wording} ".lower() for _, wording in found)


def test_an_accusation_in_the_passive_keeps_its_form(parse: Parse) -> None:
    (found,) = asked(parse, "Chile accused Peru of being misled by the banks.")
    assert found == ("one-side", "Was Peru misled by the banks?")


def test_a_pronoun_is_explained_where_one_person_is_named(parse: Parse) -> None:
    text = "Lise Holm runs the port. Nobody knows whether she will sell it to the state."
    parsed = parse(text)
    actor = Actor("A1", "Lise Holm", "person")
    mention = Mention(0, 9, "Lise Holm", "PERSON", "A1")
    (alone,) = ask(parsed)
    assert alone.question.startswith("Will she sell it")
    (named,) = ask(parsed, actors=(actor,), mentions=(mention,))
    assert named.question.startswith("Will she [Lise Holm] sell it to the state?")
    assert named.salience > alone.salience


def test_a_pronoun_with_two_persons_before_it_is_left_alone(parse: Parse) -> None:
    text = "Lise Holm met Eva Lund. Nobody knows whether she will sell the port to the state."
    people = (Actor("A1", "Lise Holm", "person"), Actor("A2", "Eva Lund", "person"))
    mentions = (Mention(0, 9, "Lise Holm", "PERSON", "A1"), Mention(14, 22, "Eva Lund", "PERSON", "A2"))
    assert "[" not in ask(parse(text), actors=people, mentions=mentions)[0].question


def test_what_somebody_says_of_his_own_is_asked_in_his_words(parse: Parse) -> None:
    text = "“It might disrupt our plans for the new port, and I am sorry,” Lise Holm said."
    actor = Actor("A1", "Lise Holm", "person")
    claim = Claim(1, 60, text[1:60], "direct", "Lise Holm", "A1", "said", "S1")
    (found,) = ask(parse(text), actors=(actor,), claims=(claim,))
    assert found.question.startswith("Is Lise Holm right that “It might disrupt our plans for the new port”?")


def test_what_is_open_is_quoted(parse: Parse) -> None:
    (question,) = ask(parse("The club is reportedly selling its ground."))
    assert question.question.endswith("Open: “reportedly”, no source.")


def test_nothing_is_asked_of_what_is_told_flatly(parse: Parse) -> None:
    assert (
        asked(parse, "The factory closed in 2010. It was sold to a rival, which moved the machines to Turin.")
        == []
    )


def test_a_rhetorical_question_with_its_answer_is_not_open(parse: Parse) -> None:
    assert asked(parse, "Did the dike hold through the night? No, it broke at dawn.") == []


def test_a_question_of_the_text_is_kept_word_for_word(parse: Parse) -> None:
    found = asked(parse, "The port needs a dock. But who will pay for the dock or its road?")
    assert found == [("asked", "Who will pay for the dock or its road?")]


def test_a_question_to_the_reader_is_not_open(parse: Parse) -> None:
    assert asked(parse, "Do you want more stories like this one?") == []


def test_a_long_text_is_asked_about_what_it_leaves_most_open(parse: Parse) -> None:
    text = " ".join(["The mill would need a new roof.", "The road could be closed in winter."] * 20)
    text += " It remains to be seen whether the valley keeps its school."
    questions = ask(parse(text))
    assert len(questions) <= 9
    best = max(questions, key=lambda q: q.salience)
    assert best.question.startswith("Will the valley keep its school?")


def test_evidence_stands_in_its_sentence_in_reading_order(parse: Parse) -> None:
    parsed = parse(
        "Prices may rise. Oslo hopes that the strike ends. Nobody knows whether it will.\n\nTalks are set to resume."
    )
    sentences = {sentence.id: sentence for sentence in parsed.sentences}
    questions = ask(parsed)
    assert len(questions) >= 2
    assert [q.start for q in questions] == sorted(q.start for q in questions)
    assert len({q.sentence for q in questions}) == len(questions)
    for question in questions:
        sentence = sentences[question.sentence]
        assert sentence.start <= question.start < question.end <= sentence.end
        assert 0 < question.salience <= 1


def test_one_post_with_two_holders_is_a_conflict(parse: Parse) -> None:
    text = "Finance Minister Ana Ruiz opened the fair. Later Finance Minister Tom Beck left."
    roles = [Role("Finance Minister", at, at + 16, sentence) for at, sentence in ((0, "S1"), (49, "S2"))]
    actors = (
        Actor("A1", "Ana Ruiz", "person", roles=(roles[0],)),
        Actor("A2", "Tom Beck", "person", roles=(roles[1],)),
    )
    questions = ask(parse(text), actors=actors)
    assert [(q.reason, q.question.partition(" Open")[0]) for q in questions] == [
        ("conflict", "Who is Finance Minister, Ana Ruiz or Tom Beck?")
    ]


def test_a_hole_is_asked_about_instead_of_what_its_clause_may_say(parse: Parse) -> None:
    text = "The minister threatened to close on Sunday."
    start = text.index("close on")
    hole = Signal("missing-words", "strong", "S1", start, start + 8)
    (question,) = ask(parse(text), signals=(hole,))
    assert question.reason == "missing-words"
    assert "close on" in question.question


def test_an_undated_article_is_asked_when_it_was_written(parse: Parse) -> None:
    parsed = parse("The fair opened today.")
    undated = Signal("undated", "strong", "S1", 0, 22)
    (question,) = ask(parsed, signals=(undated,))
    assert (question.reason, question.question) == (
        "undated",
        "When was this written? Open: “today”, no date.",
    )
    assert ask(parsed) == ()


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(WORDS), max_size=30))
def test_no_run_of_words_breaks_it(parse: Parse, words: list[str]) -> None:
    text = " ".join(words)
    questions = ask(parse(text))
    assert questions == ask(parse(text))
    for question in questions:
        assert text[question.start : question.end].strip()
        assert question.question.strip()

"""Who says what: statements with their speakers, on sentences written for the purpose."""

from __future__ import annotations

from collections.abc import Callable
from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tui.analysis.claims import find_claims
from tui.analysis.claims.cues import Stance
from tui.analysis.model import Claim
from tui.analysis.parsed import Parsed

pytestmark = pytest.mark.engine
Finder = Callable[[str], tuple[Claim, ...]]


@pytest.fixture
def claims(parse: Callable[..., Parsed]) -> Finder:
    """The claims of a text in which nobody is known by name."""

    def run(text: str) -> tuple[Claim, ...]:
        return find_claims(parse(text), (), ())

    return run


def only(found: tuple[Claim, ...]) -> Claim:
    assert len(found) == 1, [claim.text for claim in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "speaker", "cue"),
    [
        ("“The harbour will reopen in spring,” Anna Moser said on Monday.", "Anna Moser", "said"),
        ("“The harbour will reopen in spring,” said Anna Moser, who runs the port.", "Anna Moser", "said"),
        ('Anna Moser told reporters: "The harbour will reopen in spring."', "Anna Moser", "told"),
        (
            "In a statement on Monday, Anna Moser said, “The harbour will reopen in spring.”",
            "Anna Moser",
            "said",
        ),
        ("“Will the harbour reopen in spring?” asked the mayor.", "the mayor", "asked"),
        (
            "According to the ministry, “the harbour will reopen in the spring of next year.”",
            "the ministry",
            "According",
        ),
    ],
)
def test_a_direct_quotation_has_the_speaker_beside_it(
    claims: Finder, text: str, speaker: str, cue: str
) -> None:
    claim = only(claims(text))
    assert (claim.form, claim.speaker, claim.cue) == ("direct", speaker, cue)
    assert "harbour will" in claim.text or "harbour reopen" in claim.text


def test_a_quotation_goes_on_after_its_tag(claims: Finder) -> None:
    first, second = claims(
        "“The harbour is closed,” Moser said. “It will reopen in the spring of next year.”"
    )
    assert (first.speaker, second.speaker) == ("Moser", "Moser")
    assert second.cue is None
    assert second.form == "direct"


def test_a_quotation_over_paragraphs_is_one_claim(claims: Finder) -> None:
    text = "“The harbour is closed,” Moser said.\n\n“It will reopen in spring.\n\n“Until then ships go to Genoa.”"
    first, second = claims(text)
    assert first.speaker == second.speaker == "Moser"
    assert second.text.endswith("Genoa.”")


def test_a_paragraph_of_quotation_has_the_speaker_before_it(claims: Finder) -> None:
    found = claims("Anna Moser said the harbour was closed.\n\n“It will reopen in the spring of next year.”")
    assert [claim.speaker for claim in found] == ["Anna Moser", "Anna Moser"]


@pytest.mark.parametrize(
    ("text", "speaker", "content", "stance"),
    [
        (
            "The ministry said the harbour would reopen in May.",
            "The ministry",
            "the harbour would reopen in May",
            "said",
        ),
        ("The mayor denied that the harbour was closed.", "The mayor", "the harbour was closed", "denied"),
        ("Analysts warn that prices could double.", "Analysts", "prices could double", "warned"),
        ("Officials admitted that the plan had failed.", "Officials", "the plan had failed", "admitted"),
        (
            "The harbour is closed, according to the ministry.",
            "the ministry",
            "The harbour is closed",
            "according to",
        ),
        (
            "The minister accused Denmark of breaking its promises.",
            "The minister",
            "Denmark of breaking its promises",
            "accused",
        ),
        (
            "Anna Moser criticised the harbour plan for its costs.",
            "Anna Moser",
            "the harbour plan for its costs",
            "criticised",
        ),
        (
            "Anna Moser promised to reopen the harbour by May.",
            "Anna Moser",
            "to reopen the harbour by May",
            "promised",
        ),
    ],
)
def test_an_indirect_statement_is_the_clause_of_its_cue(
    claims: Finder, text: str, speaker: str, content: str, stance: str
) -> None:
    claim = only(claims(text))
    assert claim.form == "indirect"
    assert claim.text.rstrip(".") == content
    assert (claim.speaker, claim.stance) == (speaker, stance)


def test_a_participle_has_the_subject_of_its_sentence(claims: Finder) -> None:
    found = claims("Anna Moser defended the plan in a letter, saying that the harbour needs a new wall.")
    assert ("Anna Moser", "the harbour needs a new wall") in [(c.speaker, c.text.rstrip(".")) for c in found]


def test_a_statement_that_was_issued_has_the_speaker_who_issued_it(claims: Finder) -> None:
    found = claims("The embassy issued a statement saying that Denmark had no position on the matter.")
    assert ("The embassy", "said") in [(claim.speaker, claim.stance) for claim in found]


def test_a_relative_clause_has_the_speaker_it_describes(claims: Finder) -> None:
    found = claims("The lawyer, who said that the case was closed, left for Genoa.")
    assert any(claim.speaker == "The lawyer" and "the case was closed" in claim.text for claim in found)


def test_what_is_reported_without_a_source_has_no_speaker(claims: Finder) -> None:
    claim = only(claims("Denmark is reportedly seeking relief on fishing quotas."))
    assert (claim.speaker, claim.stance) == (None, "reportedly")


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("The minister, declaring the talks “fruitful” and open, left for Genoa.", "“fruitful”"),
        ("Moser called the plan a “gift to the smugglers” on Monday.", "“gift to the smugglers”"),
        ("The ministry said it was open and “fully considers the needs of others.”", "“fully considers"),
    ],
)
def test_a_few_quoted_words_with_a_cue_are_a_mixed_claim(claims: Finder, text: str, quoted: str) -> None:
    claim = only(claims(text))
    assert claim.form == "mixed"
    assert quoted in claim.text
    assert claim.speaker is not None


@pytest.mark.parametrize(
    "text",
    [
        "The so-called “smart” harbour opened in May.",
        "Passengers boarded the “Queen of Genoa” in the morning.",
        "While a “win” narrative helps at home, the road is long.",
        "The harbour opened in May, and ships arrived at once.",
    ],
)
def test_scare_quotes_and_plain_sentences_are_no_claims(claims: Finder, text: str) -> None:
    assert claims(text) == ()


def test_the_reporters_addition_is_not_part_of_the_statement(claims: Finder) -> None:
    claim = only(claims("Moser said the harbour would reopen in May, although the wall is not finished."))
    assert claim.text == "the harbour would reopen in May"


def test_one_speaker_of_two_verbs_makes_two_claims(claims: Finder) -> None:
    found = claims("Moser said the harbour was closed and warned that prices would rise.")
    assert [claim.stance for claim in found] == ["said", "warned"]
    assert found[1].speaker == "Moser"


def test_the_speaker_stands_where_the_claim_says(claims: Finder) -> None:
    text = "“The harbour will reopen,” said Commerce Secretary Anna Moser. The port declined to answer."
    claim = only(claims(text))
    assert claim.speaker is not None
    assert claim.speaker_start is not None
    assert text[claim.speaker_start : claim.speaker_end] == claim.speaker
    assert "Moser" in claim.speaker


PIECES = st.lists(
    st.sampled_from(
        [
            "“We wait,”",
            '"',
            "“",
            "”",
            "'",
            "he said",
            "Moser told the paper that",
            ".",
            ",",
            "\n\n",
            ":",
            "the wall",
            "is",
            "according to",
            "to",
            "reportedly",
            "closed",
            "who",
            "warned",
            "saying",
            "\u2028",
            "—",
            ";",
            "‘no’",
        ]
    ),
    max_size=25,
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(PIECES)
def test_any_text_gives_spans_inside_it_twice_the_same(
    parse: Callable[..., Parsed], pieces: list[str]
) -> None:
    parsed = parse(" ".join(pieces))
    found = find_claims(parsed, (), ())
    for claim in found:
        assert 0 <= claim.start < claim.end <= len(parsed.text)
        assert parsed.text[claim.start : claim.end] == claim.text
        assert claim.stance in get_args(Stance)
        if claim.speaker is not None:
            assert parsed.text[claim.speaker_start : claim.speaker_end] == claim.speaker
    assert list(found) == sorted(found, key=lambda claim: claim.start)
    assert find_claims(parsed, (), ()) == found


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("The minister made it clear that Norland wants a deal.", "made it clear"),
        ("The minister made plain that Norland wants a deal.", "made plain"),
    ],
)
def test_what_is_made_clear_is_said(claims: Finder, text: str, cue: str) -> None:
    claim = only(claims(text))
    assert (claim.cue, claim.text) == (cue, "Norland wants a deal")

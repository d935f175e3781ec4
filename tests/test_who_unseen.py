"""Names, posts and speakers in texts of the kinds that news is full of, from the text to the actor."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from tests.conftest import plain_article
from tui.analysis.engine import Engine
from tui.analysis.model import Analysis
from tui.analysis.who.credits import find_credits
from tui.articles.build import build_plain
from tui.articles.extracted import Extracted

pytestmark = pytest.mark.engine

Read = Callable[[str], Analysis]


@pytest.fixture(scope="module")
def read(engine: Engine) -> Read:
    return lambda text: engine.analyse(build_plain(Extracted(text), id="t", file="t.txt", sha256=""))


def forms(analysis: Analysis) -> dict[str, str]:
    """The label of each form that is named."""
    return {mention.text: mention.label for mention in analysis.mentions}


def actors(analysis: Analysis) -> dict[str, set[str]]:
    """The aliases of each actor."""
    return {actor.name: set(actor.aliases) for actor in analysis.actors}


def posts(analysis: Analysis) -> dict[str, list[str]]:
    return {actor.name: [role.text for role in actor.roles] for actor in analysis.actors if actor.roles}


def said(analysis: Analysis) -> list[tuple[str | None, str]]:
    """Who says what."""
    names = {actor.id: actor.name for actor in analysis.actors}
    return [(names.get(claim.actor or ""), claim.text) for claim in analysis.claims]


def test_pairs_are_two_names_also_where_neither_stands_alone(read: Read) -> None:
    found = forms(read("The U.K.-Japan pact and an India-France working group were praised."))
    assert found == {"U.K.": "PLACE", "Japan": "PLACE", "India": "PLACE", "France": "PLACE"}


@pytest.mark.parametrize(
    ("text", "long", "short"),
    [
        ("The Baltic Minerals Association (BMA) met. The BMA said stocks were low.", "Baltic Minerals Association", "BMA"),
        ("The Nordic Ore Council, or NOC, met. The NOC denied it.", "Nordic Ore Council", "NOC"),
        (
            "The Organisation for Economic Co-operation and Development (OECD) met.",
            "Organisation for Economic Co-operation and Development",
            "OECD",
        ),
        (
            "The Indonesian Nickel Miners Association (APNI) met. APNI urged calm.",
            "Indonesian Nickel Miners Association",
            "APNI",
        ),
        ("The People's Bank of China cut rates. The PBOC hinted at more.", "People's Bank of China", "PBOC"),
    ],
)  # fmt: skip
def test_an_abbreviation_is_another_name_of_the_body(read: Read, text: str, long: str, short: str) -> None:
    analysis = read(text)
    assert short in actors(analysis)[long]
    assert forms(analysis)[short] == "ORG"
    assert sum(mention.text == short for mention in analysis.mentions) == text.count(short)


def test_an_agency_in_brackets_is_no_abbreviation_of_the_place_or_body_before_it(read: Read) -> None:
    found = actors(
        read(
            "Ministry officials met. KYIV (Reuters) - The Mining Council (Reuters) agreed, the council said."
        )
    )
    assert not any("Reuters" in aliases for aliases in found.values())


@pytest.mark.parametrize(
    ("text", "company", "short"),
    [
        ("Vale SA objected. Vale's partner agreed.", "Vale SA", "Vale"),
        ("Shares of Lithos Mining plc fell. Lithos said output was flat.", "Lithos Mining plc", "Lithos"),
    ],
)
def test_a_company_has_its_short_name(read: Read, text: str, company: str, short: str) -> None:
    analysis = read(text)
    assert forms(analysis)[short] == "ORG"
    assert short in actors(analysis)[company]


def test_a_name_ends_with_its_sentence(read: Read) -> None:
    analysis = read("The regulator fined ZTE Corp. Commerce said the fine was final.")
    sentences = [(s.start, s.end) for s in analysis.sentences]
    assert all(any(s <= m.start and m.end <= e for s, e in sentences) for m in analysis.mentions)
    assert "ZTE Corp." in forms(analysis)


def test_a_seat_of_government_is_no_person(read: Read) -> None:
    analysis = read("Moscow's troops are near. The Kremlin denied the report.")
    assert forms(analysis)["Kremlin"] == "PLACE"
    assert actors(analysis)["Russia"] == {"Moscow", "Kremlin"}


def test_father_and_son_and_two_initials_are_different_people(read: Read) -> None:
    found = actors(
        read(
            "Robert Falk Jr. sued his father, Robert Falk, on Monday. George A. Stone and George B. Stone run the firm. "
            "Falk Jr. said the will was forged."
        )
    )
    assert found["Robert Falk Jr."] == {"Falk Jr."}
    assert {"Robert Falk", "George A. Stone", "George B. Stone"} <= set(found)


@pytest.mark.parametrize(
    ("caption", "credit"),
    [
        (
            "Cranes load ore in Bergen (Tom Hale / Corbis via Getty Images)",
            "(Tom Hale / Corbis via Getty Images)",
        ),
        ("Ore in Bergen (Reuters file) Ore in Bergen (Reuters file)", "(Reuters file)"),
        ("Cranes load ore in Bergen. Photo: Tom Hale", "Photo: Tom Hale"),
        ("Cranes load ore in Bergen. Tom Hale/AFP", "Tom Hale/AFP"),
        ("The mayor of Bergen (centre) and Tom Hale of the Ore Council", None),
    ],
)
def test_picture_credits_name_nobody(engine: Engine, caption: str, credit: str | None) -> None:
    first = "Mayor Olga Prym opened the quay in Bergen on Monday."
    article = plain_article(f"{first}\n\n{caption}")
    article = replace(article, blocks=(article.blocks[0], replace(article.blocks[1], kind="caption")))
    credits = [article.text[start:end] for start, end in find_credits(article.text, article.blocks)]
    assert set(credits) == ({credit} if credit else set())
    named = {mention.text for mention in engine.analyse(article).mentions}
    assert "Bergen" in named
    assert ("Tom Hale" in named) == (credit is None)
    assert not {"Corbis", "Getty Images", "Reuters", "AFP"} & named


def test_posts_before_the_name(read: Read) -> None:
    found = posts(
        read(
            "Under Secretary Paul Dietz met Defence Minister-designate Arne Vik. Governor-General Dame Ruth Pell and "
            "Attorney General Rosa Fenn spoke. Henrik Lund serves as chairman of the Nordic Copper Board. "
            "Zoe Klein, a former adviser to the chancellor, disagrees."
        )
    )
    assert found == {
        "Paul Dietz": ["Under Secretary"],
        "Arne Vik": ["Defence Minister-designate"],
        "Ruth Pell": ["Governor-General"],
        "Rosa Fenn": ["Attorney General"],
        "Henrik Lund": ["chairman of the Nordic Copper Board"],
        "Zoe Klein": ["former adviser to the chancellor"],
    }


def test_a_post_between_two_names_belongs_to_the_first(read: Read) -> None:
    found = posts(
        read(
            "Opposite them sat Wang Tao, China's vice commerce minister, Zhou Min of the planning agency and the "
            "economist Chen Bo."
        )
    )
    assert found == {"Wang Tao": ["vice commerce minister"], "Chen Bo": ["economist"]}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("A spokeswoman for Norsk Kobber said the mine was safe.", "spokeswoman for Norsk Kobber"),
        ("Two senior aides to the governor said the bill was dead.", "senior aides to the governor"),
        (
            "According to three people briefed on the talks, the price has doubled.",
            "people briefed on the talks",
        ),
        (
            "A person familiar with the matter told reporters that a sale was near.",
            "person familiar with the matter",
        ),
        ("Dan Mills left early. Mills' spokesman said he would reply to the letter.", "Mills' spokesman"),
    ],
)
def test_unnamed_speakers_are_told_apart_by_whom_they_speak_for(read: Read, text: str, speaker: str) -> None:
    analysis = read(text)
    assert [name for name, _ in said(analysis)] == [speaker]
    assert {actor.name: actor.kind for actor in analysis.actors}[speaker] == "unnamed"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The company, Borealis Ore, said in a statement that it respected the law.", "Borealis Ore"),
        ("Lee Min-jae's client, Sunho Steel, insists it is innocent.", "Sunho Steel"),
        ("The Daily Record called for a pause. The newspaper said readers agreed.", "Daily Record"),
        (
            'In an editorial, the Lisbon Gazette called for a pause. "It must come," the editorial said.',
            "Lisbon Gazette",
        ),
        ("China exports magnets. The Chinese side said that talks would continue.", "China"),
        ('"It will cost 40 million, said the engineer Tom Bakker. Nobody was surprised.', "Tom Bakker"),
        ("Gita Rao, for her part: “I have no comment at all.”", "Gita Rao"),
    ],
)
def test_who_is_behind_the_words(read: Read, text: str, speaker: str) -> None:
    assert said(read(text))[-1][0] == speaker


@pytest.mark.parametrize(
    "text",
    [
        "Deputy Prime Minister Tomas Ruud flew to Oslo. The Foreign Minister said the visit was routine.",
        "Mining Minister Lars Toft came. The prime minister said the visit was routine.",
    ],
)
def test_one_minister_is_not_taken_for_another(read: Read, text: str) -> None:
    assert said(read(text)) == [(None, "the visit was routine")]


@pytest.mark.parametrize(
    "text",
    [
        "The Kremlin built a wall; Downing Street did not comment.",
        "Nobody asked him why.",
        "The prime minister did not say whether she would resign.",
        'Farmers here have a name for the dust: "red snow".',
    ],
)
def test_silence_and_names_of_things_are_no_statements(read: Read, text: str) -> None:
    assert said(read(text)) == []


@pytest.mark.parametrize(
    ("text", "words", "cue"),
    [
        ("She left no doubt that the strike was illegal.", "the strike was illegal", "left no doubt"),
        ("The union let it be known that it would appeal.", "it would appeal", "let it be known"),
        ("Ola Brandt took the view that the court was biased.", "the court was biased", "took the view"),
        ("She hopes that the talks succeed.", "the talks succeed", "hopes"),
        ("Prices fell; the Mines Ministry said it would take a year.", "it would take a year", "said"),
        ("The union accused the company of lying to workers.", "the company of lying to workers", "accused"),
    ],
)
def test_ways_of_saying(read: Read, text: str, words: str, cue: str) -> None:
    claims = read(text).claims
    assert [(claim.text, claim.cue) for claim in claims] == [(words, cue)]


def test_a_clause_that_manufacturers_say_has_them_as_speaker(read: Read) -> None:
    analysis = read("It has a vetting process that manufacturers say is painstakingly slow and costly.")
    assert [name for name, _ in said(analysis)] == ["manufacturers"]

"""Mentions, actors and roles: what a reader may rely on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tui.analysis.engine import Engine
from tui.analysis.model import Actor, Mention
from tui.analysis.parsed import Parsed
from tui.analysis.who.actors import find_actors
from tui.analysis.who.mentions import find_mentions
from tui.articles.reading import find_sources, read_source

pytestmark = pytest.mark.engine

Parse = Callable[..., Parsed]
Who = Callable[[str], tuple[dict[str, Actor], tuple[Mention, ...]]]


@pytest.fixture(scope="module")
def who(parse: Parse) -> Who:
    """The actors by name and the mentions of a text."""

    def run(text: str) -> tuple[dict[str, Actor], tuple[Mention, ...]]:
        parsed = parse(text)
        actors, mentions = find_actors(parsed, find_mentions(parsed))
        return {actor.name: actor for actor in actors}, mentions

    return run


def roles(actor: Actor) -> list[str]:
    return [role.text for role in actor.roles]


def labels(mentions: tuple[Mention, ...], text: str) -> set[str]:
    return {mention.label for mention in mentions if mention.text == text}


def test_spans_are_without_the_article_and_the_possessive(who: Who) -> None:
    _, mentions = who(
        "The United Nations’ envoy met the Swedish Institute’s staff in the Netherlands. It was France's idea."
    )
    texts = {mention.text for mention in mentions}
    assert {"United Nations", "Netherlands", "France"} <= texts
    assert not any(text.lower().startswith("the ") or text.endswith(("'s", "’s", "’")) for text in texts)


def test_a_name_in_full_decides_what_the_surname_is(who: Who) -> None:
    actors, mentions = who(
        "Marguerite Oduya won the vote on Monday. Oduya thanked her staff. Critics of Oduya said little, "
        "and Oduya’s party was silent."
    )
    assert labels(mentions, "Oduya") == {"PERSON"}
    assert actors["Marguerite Oduya"].mentions == 4
    assert actors["Marguerite Oduya"].aliases == ("Oduya",)


def test_hyphenated_pairs_are_two_names(who: Who) -> None:
    _, mentions = who(
        "Donald Trump and Xi Jinping will meet. The Trump-Xi meeting follows U.S.-China trade talks and a US–Japan deal."
    )
    texts = [mention.text for mention in mentions]
    assert texts.count("Trump") == 1
    assert texts.count("Xi") == 1
    assert {"U.S.", "China", "US", "Japan"} <= set(texts)


def test_a_country_has_one_government_under_all_its_names(who: Who) -> None:
    actors, _ = who(
        "The United States imposed new tariffs. U.S. officials declined to comment, and America will negotiate. "
        "Washington rejected the plan. Beijing announced curbs, and China's decision surprised traders."
    )
    assert actors["United States"].kind == "government"
    assert set(actors["United States"].aliases) == {"U.S.", "America", "Washington"}
    assert actors["China"].aliases == ("Beijing",)


def test_a_capital_is_a_place_where_it_does_nothing(who: Who) -> None:
    actors, mentions = who("Heavy rain fell in Beijing on Sunday. The museum in Brussels stayed open.")
    assert "China" not in actors
    assert "European Union" not in actors
    assert {mention.label for mention in mentions if mention.text in ("Beijing", "Brussels")} == {"PLACE"}
    assert all(mention.actor is None for mention in mentions)


def test_a_long_name_and_its_abbreviation_are_one(who: Who) -> None:
    actors, _ = who(
        "The Northern Fisheries Council (NFC) published a report. The NFC said stocks had recovered, "
        "and the Northern Fisheries Council will meet in May."
    )
    assert actors["Northern Fisheries Council"].aliases == ("NFC",)
    assert actors["Northern Fisheries Council"].mentions == 4


def test_two_people_with_one_surname_stay_apart_and_the_bare_name_too(who: Who) -> None:
    actors, _ = who(
        "Anna Lindqvist said the budget was ready. Erik Lindqvist said it was not. Lindqvist left the room."
    )
    assert {"Anna Lindqvist", "Erik Lindqvist", "Lindqvist"} <= set(actors)


def test_two_holders_of_one_post_are_two_actors(who: Who) -> None:
    actors, _ = who(
        "Treasury Secretary Steven Mnuchin spoke in March. Treasury Secretary Scott Bessent spoke in June."
    )
    assert roles(actors["Steven Mnuchin"]) == ["Treasury Secretary"]
    assert roles(actors["Scott Bessent"]) == ["Treasury Secretary"]


@pytest.mark.parametrize("name", ["He Lifeng", "Liu He"])
def test_the_name_he_is_not_the_pronoun(who: Who, name: str) -> None:
    actors, _ = who(f"Vice Premier {name} led the talks in Geneva. The delegation arrived on Friday.")
    assert roles(actors[name]) == ["Vice Premier"]


def test_family_names_first_are_known_by_the_family_name(who: Who) -> None:
    actors, _ = who(
        "Chinese President Xi Jinping met Kim Min-jae, a trade lawyer. Xi praised the talks. Kim said nothing."
    )
    assert actors["Xi Jinping"].aliases == ("Xi",)
    assert actors["Kim Min-jae"].aliases == ("Kim",)


def test_a_name_is_never_completed_by_guess(who: Who) -> None:
    actors, _ = who("President Trump said on Tuesday that Trump Tower was not for sale. Trump laughed.")
    assert "Donald Trump" not in actors
    assert roles(actors["Trump"]) == ["President"]


def test_in_a_list_each_person_has_only_the_own_post(who: Who) -> None:
    actors, _ = who(
        "Commerce Secretary Howard Lutnick arrived on Sunday. The delegation is headed by Treasury Secretary Scott Bessent, "
        "Lutnick and Trade Representative Maria Okoye."
    )
    assert roles(actors["Howard Lutnick"]) == ["Commerce Secretary"]
    assert roles(actors["Scott Bessent"]) == ["Treasury Secretary"]
    assert roles(actors["Maria Okoye"]) == ["Trade Representative"]
    assert not {"Treasury", "Commerce", "Trade"} & set(actors)


def test_posts_after_the_name_keep_their_organisation_apart(who: Who) -> None:
    actors, _ = who(
        "Ingrid Solberg, a senior analyst at the Bergen Shipping Institute, said demand would fall. "
        "Tomás Herrera, director of the National Water Agency, disagreed. "
        "Paul Whitfield, who heads the harbour union, told reporters he would strike."
    )
    (role,) = actors["Ingrid Solberg"].roles
    assert (role.text, role.organisation) == ("senior analyst", "Bergen Shipping Institute")
    (role,) = actors["Tomás Herrera"].roles
    assert (role.text, role.organisation) == (
        "director of the National Water Agency",
        "National Water Agency",
    )
    assert roles(actors["Paul Whitfield"]) == ["heads the harbour union"]


def test_an_organisation_may_have_a_role(who: Who) -> None:
    actors, _ = who(
        "The Chinese state-run news agency Xinhua said the curbs would stay. Xinhua gave no date."
    )
    assert actors["Xinhua"].kind == "media"
    assert roles(actors["Xinhua"]) == ["Chinese state-run news agency"]


def test_a_role_points_to_its_words_and_its_sentence(parse: Parse) -> None:
    parsed = parse("Rain fell. Foreign Minister Annalena Brandt spoke. She left.")
    actors, _ = find_actors(parsed, find_mentions(parsed))
    (role,) = next(actor for actor in actors if actor.name == "Annalena Brandt").roles
    assert parsed.text[role.start : role.end] == role.text == "Foreign Minister"
    assert role.sentence == "S2"


def test_people_without_a_name_are_actors(who: Who) -> None:
    actors, _ = who(
        "Experts say prices will rise. An automotive industry official told reporters that plants may close. "
        "Trump administration officials admit the goal is supply. People familiar with the matter said a deal was near. "
        "The automotive industry official asked not to be named. Prices rose."
    )
    unnamed = {actor.name for actor in actors.values() if actor.kind == "unnamed"}
    assert unnamed == {
        "experts",
        "automotive industry official",
        "Trump administration officials",
        "people familiar with the matter",
    }
    assert actors["automotive industry official"].mentions == 2


def test_kinds_tell_ministries_and_media_from_other_organisations(who: Who) -> None:
    actors, _ = who(
        "The Commerce Ministry said exports fell. Reuters reported the figure first. "
        "Volkswagen AG said it had stopped two lines. Carla Jensen said so too."
    )
    kinds = {name: actor.kind for name, actor in actors.items()}
    assert kinds["Commerce Ministry"] == "government"
    assert kinds["Reuters"] == "media"
    assert kinds["Carla Jensen"] == "person"
    assert "organisation" in {kinds.get("Volkswagen AG"), kinds.get("Volkswagen")}


def test_ids_follow_the_first_mention_and_mentions_point_to_them(parse: Parse) -> None:
    parsed = parse("Mary Stone met John Field in Oslo. Field said Norway agreed. Stone said nothing.")
    actors, mentions = find_actors(parsed, find_mentions(parsed))
    assert [actor.id for actor in actors] == [f"A{n}" for n in range(1, len(actors) + 1)]
    firsts = [min(m.start for m in mentions if m.actor == actor.id) for actor in actors]
    assert firsts == sorted(firsts)
    assert {m.actor for m in mentions} - {None} == {actor.id for actor in actors}


def check(parsed: Parsed) -> None:
    """What holds for every text."""
    found = find_mentions(parsed)
    actors, mentions = find_actors(parsed, found)
    ends = 0
    for mention in mentions:
        assert ends <= mention.start < mention.end
        assert parsed.text[mention.start : mention.end] == mention.text
        ends = mention.end
    ids = {actor.id for actor in actors}
    assert {mention.actor for mention in mentions} - {None} <= ids
    for actor in actors:
        assert actor.name
        assert actor.mentions > 0
        assert 0 <= actor.salience <= 1
        for role in actor.roles:
            assert parsed.text[role.start : role.end] == role.text != ""
            assert role.sentence in {sentence.id for sentence in parsed.sentences}
    assert (actors, mentions) == find_actors(parsed, find_mentions(parsed))


PIECES = st.sampled_from(
    [
        "He",
        "Xi Jinping",
        "Trump-Xi",
        "U.S.-China",
        "anti-China",
        "the ",
        "’s",
        "'s ",
        "Dr. ",
        "President ",
        "(NATO)",
        "https://a.example/b",
        "\n\n",
        " said ",
        ", ",
        ".",
        "“",
        "officials ",
        "Liu He",
        "-",
        "–",
        "\u00a0",
        "É",
        "ANNA BERG",
        "Ministry of Trade",
        "\u202e",
        "\x1b[31m",
        "12",
    ]
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.one_of(st.lists(PIECES, max_size=25).map("".join), st.text(max_size=80)))
def test_any_text_gives_spans_inside_it_and_the_same_twice(parse: Parse, text: str) -> None:
    check(parse(text))


def test_a_model_that_the_tagger_does_not_know_still_gives_names(parse: Parse) -> None:
    parsed = parse(
        "President Donald Trump met Xi Jinping in London. The Trump-Xi talks went on. U.S.-China trade fell."
    )
    parsed.doc.tensor = parsed.doc.tensor[:0]
    check(parsed)
    actors, mentions = find_actors(parsed, find_mentions(parsed))
    assert {"Donald Trump", "Xi Jinping"} <= {actor.name for actor in actors}
    assert {"London", "U.S.", "China"} <= {mention.text for mention in mentions}


def test_a_list_of_thousands_of_names_is_no_trouble(parse: Parse) -> None:
    check(parse("Norway and Sweden and " * 2000 + "Finland signed."))


REAL: dict[str, dict[str, str]] = {
    "000": {
        "Donald Trump": "President",
        "Jamieson Greer": "U.S. Trade Representative",
        "Scott Bessent": "Treasury Secretary",
        "Steven Lewis": "founder of the China Studies Program",
    },
    "001": {
        "Donald Trump": "President",
        "Kevin Hassett": "director of the National Economic Council",
        "Xi Jinping": "Chinese President",
        "Xinhua": "Chinese state-run news agency",
        "Jens Eskelund": "president of the European Union Chamber of Commerce",
        "Patrik Andersson": "analyst",
        "John Seaman": "research fellow",
    },
    "002": {"Donald Trump": "President", "Xi Jinping": "Chinese leader"},
    "003": {
        "Bessent": "Treasury Secretary",
        "Lutnick": "Commerce Secretary",
        "Trump": "President",
        "Larry Kudlow": "director of the National Economic Council",
        "Steven Mnuchin": "Treasury Secretary",
        "Robert Lighthizer": "Trade Representative",
        "Wilbur Ross": "Commerce Secretary",
        "Liu He": "Vice Premier",
    },
    "004": {
        "Howard Lutnick": "Commerce Secretary",
        "Scott Bessent": "Treasury Secretary",
        "Jamieson Greer": "Trade Representative",
        "He Lifeng": "Chinese Vice Premier",
        "Xi Jinping": "President",
    },
}


@pytest.fixture(scope="module")
def real(engine: Engine, real_accounts: Path) -> dict[str, Parsed]:
    """The five real accounts, parsed."""
    made = {}
    for source in find_sources([real_accounts])[0]:
        for article in read_source(source):
            made[article.id] = engine.parse(article)
    return made


@pytest.mark.parametrize("account", sorted(REAL))
def test_the_real_accounts_name_all_with_their_posts(real: dict[str, Parsed], account: str) -> None:
    parsed = real[account]
    check(parsed)
    actors = {actor.name: actor for actor in find_actors(parsed, find_mentions(parsed))[0]}
    for name, post in REAL[account].items():
        if name in parsed.text:
            assert any(post in role.text for role in actors[name].roles), (name, actors.get(name))

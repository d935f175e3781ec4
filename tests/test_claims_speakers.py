"""Who a speaker is: pronouns, common nouns and papers led back to the actor, on texts written for the purpose."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tui.analysis.claims import find_claims
from tui.analysis.model import Actor, ActorKind, Claim, Mention, Role
from tui.analysis.parsed import Parsed

pytestmark = pytest.mark.engine
Named = dict[str, tuple[ActorKind, tuple[str, ...]]]


def find(
    parsed: Parsed, named: Named, roles: dict[str, str] | None = None
) -> list[tuple[str | None, str | None]]:
    """Speaker and actor of each claim, with the actors given by hand: name → kind and the forms in the text."""
    actors: list[Actor] = []
    mentions: list[Mention] = []
    for number, (name, (kind, forms)) in enumerate(named.items(), 1):
        identity = f"A{number}"
        post = (roles or {}).get(name)
        held = (Role(post, 0, len(post), "S1"),) if post else ()
        actors.append(Actor(identity, name, kind, tuple(form for form in forms if form != name), held))
        taken: set[int] = set()
        for form in sorted(forms, key=len, reverse=True):
            at = parsed.text.find(form)
            while at >= 0:
                if at not in taken and not any(m.start <= at < m.end for m in mentions):
                    label = "PERSON" if kind == "person" else "ORG"
                    mentions.append(Mention(at, at + len(form), form, label, identity))  # type: ignore[arg-type]
                at = parsed.text.find(form, at + 1)
    names = {actor.id: actor.name for actor in actors}
    mentions.sort(key=lambda mention: mention.start)
    found: tuple[Claim, ...] = find_claims(parsed, mentions, actors)
    return [(claim.speaker, names.get(claim.actor or "")) for claim in found]


MOSER: Named = {"Anna Moser": ("person", ("Anna Moser", "Moser"))}


def test_a_surname_is_the_person(parse: Callable[..., Parsed]) -> None:
    text = "Anna Moser opened the wall in May. “It will hold for a hundred years,” Moser said."
    assert find(parse(text), MOSER) == [("Moser", "Anna Moser")]


def test_a_pulled_quotation_has_the_speaker_of_its_second_printing(parse: Callable[..., Parsed]) -> None:
    text = (
        "Omar Reyes said the port was safe.\n\n“The wall will hold for a hundred years and a day.”\n\n"
        "The port was built in May. “The wall will hold for a hundred years and a day,” Moser said."
    )
    named: Named = {**MOSER, "Omar Reyes": ("person", ("Omar Reyes",))}
    actors = [actor for _, actor in find(parse(text), named)]
    assert actors == ["Omar Reyes", "Anna Moser", "Anna Moser"]


def test_a_pronoun_is_whoever_spoke_last(parse: Callable[..., Parsed]) -> None:
    text = (
        "The wall is too low, said Anna Moser, head of the Port Council.\n\n"
        "“It will not hold for a year,” she said in an email."
    )
    named: Named = {**MOSER, "Port Council": ("organisation", ("Port Council",))}
    assert find(parse(text), named)[-1] == ("she", "Anna Moser")


def test_he_and_she_are_told_apart_by_titles(parse: Callable[..., Parsed]) -> None:
    text = (
        "Mr. Peter Lang met Ms. Anna Moser in Genoa. Mr. Peter Lang brought a plan. "
        "“The plan is too late for this year,” she said."
    )
    named: Named = {**MOSER, "Peter Lang": ("person", ("Peter Lang", "Lang"))}
    assert find(parse(text), named)[-1] == ("she", "Anna Moser")


def test_it_is_the_body_that_spoke_last(parse: Callable[..., Parsed]) -> None:
    text = (
        "On Saturday, the Port Council said it was open to talks on the wall.\n\n"
        "“We have approved a number of plans and will approve more,” it said in a statement."
    )
    named: Named = {"Port Council": ("organisation", ("Port Council",))}
    assert find(parse(text), named) == [("the Port Council", "Port Council"), ("it", "Port Council")]


def test_the_editorial_is_the_paper_that_ran_it(parse: Callable[..., Parsed]) -> None:
    text = (
        "In an editorial on Monday, the Genoa Herald said the wall was a waste of money.\n\n"
        "“Nobody has asked the people of the port what they want,” the editorial said."
    )
    named: Named = {"Genoa Herald": ("media", ("Genoa Herald",))}
    assert find(parse(text), named)[-1] == ("the editorial", "Genoa Herald")


def test_the_council_is_the_body_of_that_name(parse: Callable[..., Parsed]) -> None:
    text = "The Port Council met Anna Moser in May. The council said that the wall would be built."
    named: Named = {"Port Council": ("organisation", ("Port Council",)), **MOSER}
    assert find(parse(text), named) == [("The council", "Port Council")]


def test_a_post_is_the_person_who_holds_it(parse: Callable[..., Parsed]) -> None:
    text = "Mayor Anna Moser met the Port Council in May. The mayor said that the wall would be built."
    named: Named = {"Port Council": ("organisation", ("Port Council",)), **MOSER}
    assert find(parse(text), named, {"Anna Moser": "Mayor"}) == [("The mayor", "Anna Moser")]


def test_an_unnamed_official_stays_the_same_official(parse: Callable[..., Parsed]) -> None:
    text = (
        "“We are at risk of losing the harbour,” a shipping industry official told the paper.\n\n"
        "“The plan we are working on is a new wall,” said the shipping industry official, who asked for no name."
    )
    named: Named = {
        "shipping industry official": ("unnamed", ("shipping industry official",)),
    }
    found = find(parse(text), named)
    assert [actor for _, actor in found[:2]] == ["shipping industry official"] * 2


def test_a_spokesman_is_not_the_person_he_speaks_for(parse: Callable[..., Parsed]) -> None:
    text = "Anna Moser left early. “The mayor was tired after the long debate,” Moser's spokesman said."
    assert find(parse(text), MOSER) == [("Moser's spokesman", None)]


def test_nobody_is_guessed_where_the_text_names_nobody(parse: Callable[..., Parsed]) -> None:
    assert find(parse("“The harbour will reopen in spring,” he said."), {}) == [("he", None)]


def test_a_headline_with_a_name_and_a_colon_is_a_claim(parse: Callable[..., Parsed]) -> None:
    text = "Anna Moser: Harbour will reopen in spring\n\nThe port closed in May after the storm."
    assert find(parse(text), MOSER) == [("Anna Moser", "Anna Moser")]
    assert find(parse("Overview: Harbour will reopen in spring\n\nThe port closed in May."), MOSER) == []


def test_the_turns_of_a_transcript_are_claims(parse: Callable[..., Parsed]) -> None:
    text = "LANG: When does it open?\n\nMOSER: In spring, I hope.\n\nLANG: And the wall?\n\nMOSER: It holds."
    assert [speaker for speaker, _ in find(parse(text), {})] == ["LANG", "MOSER", "LANG", "MOSER"]

"""What the articles of a folder decide together: labels of names with little evidence, and who a bare surname is."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.made import made_analysis
from tui.analysis.corrections import Correction, Corrections, apply_corrections
from tui.analysis.model import Actor, ActorKind, Analysis, Claim, Label, Mention, Role, Sentence, Statistics
from tui.analysis.who.folder import Folder
from tui.app.desk import Change, Desk
from tui.app.intake import Found, Read
from tui.app.shelf import State
from tui.articles.build import build_plain
from tui.articles.extracted import Extracted
from tui.settings import Settings
from tui.worker.client import Done

KINDS: Mapping[Label, ActorKind] = {"PERSON": "person", "ORG": "organisation"}


def account(
    text: str, *names: tuple[Label, Sequence[str]], kind: ActorKind | None = None, roles: Sequence[str] = ()
) -> Analysis:
    """An analysis in which each of `names` (a label and forms, the first one the actor's name) is found wherever it stands.

    `kind` is another kind for organisations, `roles` are those of the first name; "X said so" is a claim of X.
    """
    article = build_plain(Extracted(text), id=text[:40], file="a.txt", sha256="")
    found: list[Mention] = []
    actors: list[Actor] = []
    for label, forms in names:
        number = f"A{len(actors) + 1}" if label in KINDS else None
        pattern = "|".join(re.escape(form) for form in sorted(forms, key=lambda form: (-len(form), form)))
        places = [Mention(m.start(), m.end(), m[0], label, number) for m in re.finditer(pattern, text)]
        found += places
        if number is not None:
            given_roles = () if actors else tuple(Role(role, 0, len(role), "S1") for role in roles)
            own = kind if kind and label == "ORG" else KINDS[label]
            actors.append(Actor(number, forms[0], own, tuple(forms[1:]), given_roles, len(places)))
    found.sort(key=lambda mention: mention.start)
    claims = []
    for mention in found:
        if text.startswith(" said so", mention.end):
            end = mention.end + len(" said so")
            claims.append(
                Claim(
                    mention.end + 1, end, text[mention.end + 1 : end], "indirect", mention.text, mention.actor, "said",
                    "S1", "said", mention.start, mention.end,
                )
            )  # fmt: skip
    made = made_analysis()
    labels = {label: sum(m.label == label for m in found) for label in sorted({m.label for m in found})}
    return replace(
        made,
        id=article.id,
        text=text,
        blocks=article.blocks,
        sentences=(Sentence("S1", 0, len(text), 0),),
        mentions=tuple(found),
        actors=tuple(actors),
        claims=tuple(claims),
        figures=(), dates=(), questions=(), key_points=(), signals=(),
        statistics=replace(made.statistics, mentions=labels),
    )  # fmt: skip


def decided(*analyses: Analysis) -> list[Analysis]:
    folder = Folder()
    for number, analysis in enumerate(analyses):
        folder.put(str(number), analysis)
    return [folder.apply(str(number), analysis) for number, analysis in enumerate(analyses)]


def named(analysis: Analysis) -> list[tuple[str, ActorKind]]:
    return [(actor.name, actor.kind) for actor in analysis.actors]


def test_a_name_that_six_accounts_call_a_person_is_no_organisation_in_the_seventh() -> None:
    six = [account(f"{n} Keller came.", ("PERSON", ["Keller"])) for n in range(6)]
    seventh = account("The port is shut. Keller said so.", ("ORG", ["Keller"]))
    *_, last = decided(*six, seventh)
    assert named(last) == [("Keller", "person")]
    assert [(m.text, m.label, m.actor) for m in last.mentions] == [("Keller", "PERSON", "A1")]
    assert last.claims == seventh.claims
    assert last.statistics.mentions == {"PERSON": 1}


def test_a_place_that_is_a_person_elsewhere_becomes_an_actor_and_the_speaker_of_its_claims() -> None:
    others = [account(f"{n} Keller came.", ("PERSON", ["Keller"])) for n in range(2)]
    odd = account(
        "Ruiz came. Keller said so. Vogt left.",
        ("PERSON", ["Ruiz"]),
        ("PLACE", ["Keller"]),
        ("PERSON", ["Vogt"]),
    )
    *_, last = decided(*others, odd)
    assert named(last) == [("Ruiz", "person"), ("Keller", "person"), ("Vogt", "person")]
    new = last.actors[1]
    assert new.id not in {actor.id for actor in odd.actors}
    assert new.mentions == 1
    assert [claim.actor for claim in last.claims] == [new.id]


def test_a_person_that_is_a_place_elsewhere_is_an_actor_only_where_it_says_something() -> None:
    others = [account(f"{n} Port Ada is far.", ("PLACE", ["Port Ada"])) for n in range(3)]
    silent = account("They left Port Ada.", ("PERSON", ["Port Ada"]))
    speaking = account("Port Ada said so.", ("PERSON", ["Port Ada"]))
    *_, one, other = decided(*others, silent, speaking)
    assert named(one) == []
    assert one.mentions[0].actor is None
    assert named(other) == [("Port Ada", "government")]


@pytest.mark.parametrize(
    "strong",
    [
        account("Keller, Keller and Keller.", ("ORG", ["Keller"])),
        account("Keller Works grew. Keller Works sells.", ("ORG", ["Keller Works", "Keller"])),
        account("The bank Keller grew.", ("ORG", ["Keller"]), roles=["bank"]),
    ],
)
def test_an_article_with_evidence_of_its_own_decides_for_itself(strong: Analysis) -> None:
    others = [account(f"{n} Keller came.", ("PERSON", ["Keller"])) for n in range(6)]
    assert decided(*others, strong)[-1] is strong


def test_a_tie_decides_nothing() -> None:
    one, other = account("Keller came.", ("PERSON", ["Keller"])), account("Keller grew.", ("ORG", ["Keller"]))
    assert decided(one, other) == [one, other]


def test_a_surname_gets_the_full_name_of_the_folder_and_stays_in_the_text() -> None:
    full = account("Ada Berg came. Berg left.", ("PERSON", ["Ada Berg", "Berg"]))
    bare = account("Minister Berg said so.", ("PERSON", ["Berg"]), roles=["Minister"])
    one, other = decided(full, bare)
    assert one is full
    assert [(a.name, a.aliases, a.kind) for a in other.actors] == [("Ada Berg", ("Berg",), "person")]
    assert [m.text for m in other.mentions] == ["Berg"]
    assert other.actors[0].roles == bare.actors[0].roles


@pytest.mark.parametrize(
    ("full", "bare", "becomes"),
    [
        ("Xi Jinping", "Xi", "Xi Jinping"),
        ("Xi Jinping", "Jinping", "Jinping"),
        ("Ada Berg", "Ada", "Ada"),
        ("Andrés Manuel López Obrador", "López Obrador", "Andrés Manuel López Obrador"),
        ("Andrés Manuel López Obrador", "Obrador", "Andrés Manuel López Obrador"),
        ("Ada Berg", "BERG", "Ada Berg"),
    ],
)
def test_which_short_names_mean_the_person(full: str, bare: str, becomes: str) -> None:
    first, second = account(f"{full} came.", ("PERSON", [full])), account(f"{bare} left.", ("PERSON", [bare]))
    assert named(decided(first, second)[1]) == [(becomes, "person")]


def test_the_full_name_is_the_one_that_most_articles_have() -> None:
    plain = [account(f"{n} Ada Berg came.", ("PERSON", ["Ada Berg"])) for n in range(2)]
    initial = account("Ada M. Berg came.", ("PERSON", ["Ada M. Berg"]))
    bare = account("Berg came.", ("PERSON", ["Berg"]))
    assert named(decided(initial, *plain, bare)[-1]) == [("Ada Berg", "person")]


def test_two_people_of_one_surname_stay_apart() -> None:
    ada, tom = (
        account("Ada Berg came.", ("PERSON", ["Ada Berg"])),
        account("Tom Berg came.", ("PERSON", ["Tom Berg"])),
    )
    bare = account("Berg left.", ("PERSON", ["Berg"]))
    both = account("Tom Berg came. Berg left.", ("PERSON", ["Tom Berg"]), ("PERSON", ["Berg"]))
    assert decided(ada, tom, bare)[-1] is bare
    assert decided(ada, both)[-1] is both


def test_an_organisation_is_of_the_kind_that_others_know() -> None:
    known = account("The agency Norpress wrote.", ("ORG", ["Norpress"]), kind="media")
    plain = account("Norpress said so. Norpress, Norpress.", ("ORG", ["Norpress"]))
    assert named(decided(known, plain)[1]) == [("Norpress", "media")]


def test_what_a_person_corrects_comes_after_the_folder() -> None:
    full, bare = (
        account("Ada Berg came.", ("PERSON", ["Ada Berg"])),
        account("Berg left.", ("PERSON", ["Berg"])),
    )
    other = decided(full, bare)[1]
    by_hand = Corrections((Correction("rename", ("Ada Berg",), "Berg of Norland"),))
    assert named(apply_corrections(other, by_hand)) == [("Berg of Norland", "person")]


FORMS = ["Berg", "Ada Berg", "Tom Berg", "Ada M. Berg", "Keller", "Xi", "Xi Berg"]
accounts = st.lists(
    st.lists(
        st.tuples(st.sampled_from(["PERSON", "ORG", "PLACE"]), st.sampled_from(FORMS)),
        max_size=4,
        unique_by=lambda one: one[1],
    ),
    min_size=1,
    max_size=6,
)  # fmt: skip


def made_up(names: Sequence[tuple[Label, str]]) -> Analysis:
    """An account in which each name stands once, each in a sentence of its own."""
    whole = account(" ".join(f"{form}_{n} said so." for n, (_, form) in enumerate(names)))
    found = []
    for n, (label, form) in enumerate(names):
        start = whole.text.index(f"{form}_{n}")
        found.append(Mention(start, start + len(form), form, label, f"A{n}" if label in KINDS else None))
    actors = [
        Actor(f"A{n}", form, KINDS[label], mentions=1)
        for n, (label, form) in enumerate(names)
        if label in KINDS
    ]
    labels = {label: sum(m.label == label for m in found) for label in sorted({m.label for m in found})}
    statistics: Statistics = replace(whole.statistics, mentions=labels)
    return replace(whole, mentions=tuple(found), actors=tuple(actors), statistics=statistics)


@settings(deadline=None, max_examples=60)
@given(accounts, st.randoms(use_true_random=False), st.booleans())
def test_the_order_does_not_matter_and_put_tells_exactly_what_changes(
    names: list[list[tuple[Label, str]]], random: object, again: bool
) -> None:
    analyses = {str(n): made_up(each) for n, each in enumerate(names)}
    order = list(analyses)
    random.shuffle(order)  # type: ignore[attr-defined]
    folder, before = Folder(), dict[str, Analysis]()
    for key in [*order, *order[: 1 if again else 0]]:
        told = folder.put(key, analyses[key])
        after = {one: folder.apply(one, analyses[one]) for one in [*before, key]}
        really = {one for one in before if one != key and before[one] != after[one]}
        assert really <= told
        before = after
    straight = Folder()
    for key, analysis in analyses.items():
        straight.put(key, analysis)
    assert before == {key: straight.apply(key, analysis) for key, analysis in analyses.items()}
    for analysis in before.values():
        ids = [actor.id for actor in analysis.actors]
        assert len(ids) == len(set(ids))
        assert {m.actor for m in analysis.mentions} <= {*ids, None}
        assert {c.actor for c in analysis.claims} <= {*ids, None}


def test_an_article_that_changes_takes_its_old_evidence_with_it() -> None:
    folder = Folder()
    full, bare = (
        account("Ada Berg came.", ("PERSON", ["Ada Berg"])),
        account("Berg left.", ("PERSON", ["Berg"])),
    )
    assert folder.put("b", bare) == set()
    assert folder.put("f", full) == {"b"}
    assert folder.put("f", full) == set()
    assert folder.put("f", account("Nobody came.")) == {"b"}
    assert folder.apply("b", bare) is bare


async def test_the_desk_tells_of_the_current_article_alone_when_another_names_its_people(
    tmp_path: Path,
) -> None:
    told: list[Change | int] = []
    desk = Desk(told.append, Settings(briefs=tmp_path / "briefs"))
    texts = {"k0": "Berg said so.", "k1": "Vogt left.", "k2": "Ada Berg came."}
    desk.deliver(Found(tuple((key, f"{key}.txt") for key in texts), (), dict.fromkeys(texts, tmp_path)))
    for key, text in texts.items():
        article = build_plain(Extracted(text), id=key, file=f"{key}.txt", sha256=key)
        desk.deliver(Read(key, ((key, article),)))
    desk.deliver(Done("k0", account(texts["k0"], ("PERSON", ["Berg"]))))
    desk.deliver(Done("k1", account(texts["k1"], ("PERSON", ["Vogt"]))))
    before, other = await desk.brief("k0"), await desk.brief("k1")
    desk.shelf.entries[0].state = State.SAVED
    told.clear()
    desk.deliver(Done("k2", account(texts["k2"], ("PERSON", ["Ada Berg"]))))
    assert told.count(Change.NAMES) == 1
    assert desk.brief_made("k0") is None
    assert desk.brief_made("k1") is other
    after = await desk.brief("k0")
    assert before is not None
    assert after is not None
    assert "Ada Berg" in {line.cells[0] for line in after.lines if line.section == "actors"}
    assert desk.shelf.entries[0].state is State.READY
    assert desk.names == {"Ada Berg": "person", "Vogt": "person"}


@pytest.mark.engine
def test_the_commands_join_the_actors_of_a_folder(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    from tui.cli import main

    story, other = tmp_path / "story", tmp_path / "other"
    for folder in (story, other):
        folder.mkdir()
        (folder / "2.txt").write_text(
            "Lindqvist said on Friday that the quay would stay shut.", encoding="utf-8"
        )
    (story / "1.txt").write_text(
        "Ada Lindqvist, the trade minister, came to Oslo by train.", encoding="utf-8"
    )
    assert main(["actors", "--csv", "--plain", str(story), str(other)]) == 0
    rows = list(csv.DictReader(capfd.readouterr().out.splitlines()))
    found = [(row["name"], row["aliases"]) for row in rows if "Lindqvist" in row["name"]]
    assert sorted(found) == [("Ada Lindqvist", ""), ("Ada Lindqvist", "Lindqvist"), ("Lindqvist", "")]

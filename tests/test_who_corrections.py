"""Corrections of actors by hand: what each does to an analysis, and the file that holds them."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.analysis.corrections import Correction, Corrections, apply_corrections
from tui.analysis.corrections_file import (
    CorrectionsError,
    format_corrections,
    parse_corrections,
    read_corrections,
    write_corrections,
)
from tui.analysis.model import SCHEMA, Actor, Analysis, Claim, Mention, Role, Statistics
from tui.analysis.who.folder import Folder

TEXT = "Mr Ng met Ann Ng. Ng said no. Bern was cold, the Daily Leaf said."


def mention(form: str, label: str, actor: str | None, nth: int = 0) -> Mention:
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(form, start + 1)
    return Mention(start, start + len(form), form, label, actor)  # type: ignore[arg-type]


@pytest.fixture
def analysis() -> Analysis:
    claim = Claim(21, 28, TEXT[21:28], "indirect", "Ng", "A2", "said", "S2")
    return Analysis(
        schema=SCHEMA,
        id="001",
        file="001.txt",
        sha256="",
        title=None,
        published=None,
        published_basis="none",
        publisher=None,
        author=None,
        language="en",
        text=TEXT,
        blocks=(),
        source_map=(),
        furniture=(),
        sentences=(),
        mentions=(
            mention("Ng", "PERSON", "A2"),
            mention("Ann Ng", "PERSON", "A1"),
            mention("Ng", "PERSON", "A2", 2),
            mention("Bern", "PLACE", None),
            mention("Daily Leaf", "ORG", "A3"),
        ),
        actors=(
            Actor("A1", "Ann Ng", "person", (), (Role("envoy", 0, 5, "S1"),), 1, 0.4),
            Actor("A2", "Ng", "person", ("Mr Ng",), (), 2, 0.6),
            Actor("A3", "Daily Leaf", "organisation", (), (), 1, 0.2),
        ),
        figures=(),
        claims=(claim,),
        dates=(),
        questions=(),
        key_points=(),
        signals=(),
        statistics=Statistics(
            words=14,
            sentences=3,
            reading_minutes=1,
            furniture_share=0.0,
            readability=None,
            mentions={"PERSON": 3, "PLACE": 1, "ORG": 1},
            quoted_share=0.0,
            hedged_sentences=0,
        ),
    )


def correct(analysis: Analysis, *items: Correction) -> Analysis:
    return apply_corrections(analysis, Corrections(items))


def test_merge_gives_one_actor_with_all_names_roles_and_claims(analysis: Analysis) -> None:
    made = correct(analysis, Correction("merge", ("ng",), "Ann Ng"))
    assert [actor.name for actor in made.actors] == ["Ann Ng", "Daily Leaf"]
    whole = made.actors[0]
    assert whole.mentions == 3
    assert set(whole.aliases) == {"Ng", "Mr Ng"}
    assert [role.text for role in whole.roles] == ["envoy"]
    assert {m.actor for m in made.mentions if "Ng" in m.text} == {whole.id}
    assert made.claims[0].actor == whole.id


def test_merge_into_a_name_that_the_article_lacks_renames(analysis: Analysis) -> None:
    made = correct(analysis, Correction("merge", ("Daily Leaf",), "The Daily Leaf of Bern"))
    assert made.actors[2].name == "The Daily Leaf of Bern"
    assert made.actors[2].aliases == ("Daily Leaf",)


def test_split_takes_one_form_out_of_an_actor(analysis: Analysis) -> None:
    merged = correct(analysis, Correction("merge", ("Ng",), "Ann Ng"))
    made = correct(merged, Correction("split", ("Ng",), "Ann Ng"))
    names = {actor.name: actor for actor in made.actors}
    assert names["Ann Ng"].mentions == 1
    assert names["Ng"].mentions == 2
    assert names["Ng"].id not in {actor.id for actor in merged.actors}
    assert made.claims[0].actor == names["Ng"].id


def test_a_role_goes_with_the_form_that_stands_nearest(analysis: Analysis) -> None:
    merged = correct(analysis, Correction("merge", ("Ng",), "Ann Ng"))
    made = correct(merged, Correction("split", ("Ng",), "Ann Ng"))
    assert {actor.name: [role.text for role in actor.roles] for actor in made.actors} == {
        "Ann Ng": [],
        "Daily Leaf": [],
        "Ng": ["envoy"],
    }


def test_split_of_all_that_an_actor_has_changes_nothing(analysis: Analysis) -> None:
    assert correct(analysis, Correction("split", ("Ann Ng",), "Ann Ng")) == analysis


def test_rename_keeps_the_old_name_as_alias(analysis: Analysis) -> None:
    made = correct(analysis, Correction("rename", ("Daily Leaf",), "Bern Daily Leaf"))
    assert (made.actors[2].name, made.actors[2].aliases) == ("Bern Daily Leaf", ("Daily Leaf",))


def test_kind_changes_the_kind_and_the_labels_that_do_not_fit_it(analysis: Analysis) -> None:
    made = correct(analysis, Correction("kind", ("Daily Leaf",), "media"))
    assert made.actors[2].kind == "media"
    assert made.actors[:2] == analysis.actors[:2]
    assert made.mentions == analysis.mentions
    made = correct(analysis, Correction("kind", ("Ng",), "organisation"))
    assert {(m.text, m.label) for m in made.mentions if m.actor == "A2"} == {("Ng", "ORG")}
    assert made.mentions[1].label == "PERSON"
    assert made.statistics.mentions == {"PERSON": 1, "PLACE": 1, "ORG": 3}


def test_drop_removes_a_false_mention_its_actor_and_its_count(analysis: Analysis) -> None:
    made = correct(analysis, Correction("drop", ("Ng", "Bern")))
    assert [m.text for m in made.mentions] == ["Ann Ng", "Daily Leaf"]
    assert [actor.name for actor in made.actors] == ["Ann Ng", "Daily Leaf"]
    assert made.claims[0].actor is None
    assert made.statistics.mentions == {"PERSON": 1, "PLACE": 0, "ORG": 1}


def test_names_that_an_article_lacks_change_nothing(analysis: Analysis) -> None:
    items = [
        Correction("merge", ("Bo",), "Bo Li"),
        Correction("split", ("Bo",), "Bo Li"),
        Correction("rename", ("Bo",), "Bo Li"),
        Correction("kind", ("Bo",), "media"),
        Correction("drop", ("Bo",)),
    ]
    assert correct(analysis, *items) == analysis


def test_a_full_name_covers_the_articles_of_the_folder_that_have_only_the_surname(analysis: Analysis) -> None:
    (whole,) = (actor for actor in analysis.actors if actor.id == "A1")
    full = msgspec.structs.replace(
        analysis,
        text="Ann Ng left.",
        mentions=(Mention(0, 6, "Ann Ng", "PERSON", "A1"),),
        actors=(whole,),
        claims=(),
    )
    short = msgspec.structs.replace(
        analysis,
        text="Ng said no.",
        mentions=(Mention(0, 2, "Ng", "PERSON", "A1"),),
        actors=(Actor("A1", "Ng", "person", (), (), 1, 0.6),),
        claims=(),
    )
    folder = Folder()
    folder.put("full", full)
    folder.put("short", short)
    (actor,) = correct(folder.apply("short", short), Correction("merge", ("Ann Ng",), "The envoy")).actors
    assert (actor.name, actor.mentions) == ("The envoy", 1)
    other = msgspec.structs.replace(
        full,
        text="Bo Ng left.",
        mentions=(Mention(0, 5, "Bo Ng", "PERSON", "A1"),),
        actors=(Actor("A1", "Bo Ng", "person", (), (), 1, 0.4),),
    )
    folder.put("other", other)
    (actor,) = correct(folder.apply("short", short), Correction("merge", ("Ann Ng",), "The envoy")).actors
    assert actor.name == "Ng", "of two people of this name neither is meant"


def test_a_correction_can_be_taken_out_and_put_back_where_it_was() -> None:
    three = Corrections(tuple(Correction("drop", (name,)) for name in ("Ng", "Bern", "Leaf")))
    for at, one in enumerate(three.items):
        assert one not in three.without(at).items
        assert three.without(at).with_(one, at) == three
    assert three.with_(Correction("drop", ("Ox",)), 99).items[-1].names == ("Ox",)


def test_the_file_keeps_what_the_tool_does_not_know(tmp_path: Path) -> None:
    text = "desk: rare earths\ncorrections:\n  - rename: Ng\n    to: Ann Ng\n    why: seen in the caption\n"
    read = parse_corrections(text)
    path = tmp_path / "actors.yaml"
    write_corrections(path, read)
    assert read_corrections(path) == read
    assert "seen in the caption" in path.read_text("utf-8")
    assert "rare earths" in path.read_text("utf-8")


COMMENTED = """# Names, agreed on Monday.
desk: harbour   # ours
corrections:
  # He signs in full.
  - rename: Ng
    to: Ann Ng   # seen in the caption
  - merge:
      - Leaf
      - The Leaf
    into: Daily Leaf

# The end.
later: 1
"""


def test_comments_of_a_person_stay_when_a_correction_comes_or_goes(tmp_path: Path) -> None:
    path = tmp_path / "actors.yaml"
    path.write_text(COMMENTED, encoding="utf-8")
    more = read_corrections(path).with_(Correction("drop", ("yes: no",)))
    write_corrections(path, more)
    assert read_corrections(path) == more
    added = "  - drop: 'yes: no'\n"
    head, tail = COMMENTED.split("\n# The end.")
    assert path.read_text("utf-8") == f"{head}{added}\n# The end.{tail}"
    write_corrections(path, more.without(2))
    assert path.read_text("utf-8") == COMMENTED
    first = more.items[0]
    write_corrections(path, more.without(2).without(0))
    assert path.read_text("utf-8") == COMMENTED.replace(
        "  - rename: Ng\n    to: Ann Ng   # seen in the caption\n", ""
    )
    write_corrections(path, more.without(2).without(0).with_(first, 0))
    assert read_corrections(path).items == more.items[:2]
    assert comments(path) == {"# Names, agreed on Monday.", "# ours", "# He signs in full.", "# The end."}


def comments(path: Path) -> set[str]:
    return {"#" + line.partition("#")[2] for line in path.read_text("utf-8").splitlines() if "#" in line}


def test_comments_stay_when_the_list_becomes_empty_and_grows_again(tmp_path: Path) -> None:
    path = tmp_path / "actors.yaml"
    text = "# Ours.\ncorrections:\n# He signs in full.\n- drop: Ng\n# More to come.\ndesk: harbour\n"
    path.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    before = read_corrections(path)
    write_corrections(path, before.without(0))
    assert read_corrections(path) == Corrections((), {"desk": "harbour"})
    assert comments(path) == {"# Ours.", "# He signs in full.", "# More to come."}
    write_corrections(path, before)
    assert read_corrections(path) == before
    assert comments(path) == {"# Ours.", "# He signs in full.", "# More to come."}
    raw = path.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    assert raw.count(b"\n") == raw.count(b"\r\n"), "the ends of its lines are as they were"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "corrections: []  # none yet\n",
        "corrections: [{drop: A}]",
        "corrections:\n  [{drop: A}, # no name\n  {drop: C}]\n# end\n",
        "desk: x\n",
        "desk: x",
        "# only\n",
        "# a\ncorrections: # b\n# c\nlater: 1\n",
        "corrections: null # b\nlater: 1",
        "corrections:\n-\n  drop: A\n  # a\n  why: |\n    many\n    words\n# end\nlater: 1\n",
        "corrections:\n    - {drop: A} # a\n    # b\n    - drop: [C,\n       D]\nlater: [1]\n",
        '{"corrections": [{"drop": "A"}], "desk": "x"}\n',
    ],
)
def test_any_file_can_be_added_to_and_emptied(tmp_path: Path, text: str) -> None:
    path = tmp_path / "actors.yaml"
    path.write_text(text, encoding="utf-8")
    whole, said = read_corrections(path), comments(path)
    more = whole.with_(Correction("kind", ("B",), "media"), 0)
    write_corrections(path, more)
    assert read_corrections(path) == more
    while more.items:
        more = more.without(len(more.items) - 1)
        write_corrections(path, more)
        assert read_corrections(path) == more
    lost = said - comments(path)
    assert lost <= {"# a", "# no name"}, "only what stands inside a correction goes with it"


def test_what_cannot_be_changed_without_loss_is_left_and_told(tmp_path: Path) -> None:
    path = tmp_path / "actors.yaml"
    text = "corrections: &ours\n- drop: A\nsame: *ours\n"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(CorrectionsError, match=r"actors\.yaml is written in a way"):
        write_corrections(path, read_corrections(path).with_(Correction("drop", ("B",))))
    assert path.read_text("utf-8") == text


def test_no_file_is_no_corrections(tmp_path: Path) -> None:
    assert read_corrections(tmp_path / "actors.yaml") == Corrections()


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("corrections: [", "not YAML"),
        ("- a\n- b\n", 'under "corrections:"'),
        ("corrections: yes\n", "must be a list"),
        ("corrections: [12]\n", "correction 1"),
        ("corrections: [{to: X}]\n", "merge, split, rename, kind or drop"),
        ("corrections: [{rename: X}]\n", '"to: …"'),
        ("corrections: [{merge: [], into: X}]\n", "must give a name"),
        ("corrections: [{kind: planet, of: X}]\n", "unknown kind"),
        ("corrections: [{drop: 12}]\n", "must give a name"),
    ],
)
def test_errors_are_sentences_that_name_the_file(text: str, part: str) -> None:
    with pytest.raises(CorrectionsError) as caught:
        parse_corrections(text, "actors.yaml")
    assert part in str(caught.value)
    assert "actors.yaml" in str(caught.value)


def test_bytes_that_are_no_text_and_huge_files_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "actors.yaml"
    path.write_bytes(b"corrections: \xff\xfe")
    with pytest.raises(CorrectionsError, match="UTF-8"):
        read_corrections(path)
    path.write_bytes(b"#" * 1_000_001)
    with pytest.raises(CorrectionsError, match="larger"):
        read_corrections(path)


def test_terminal_escapes_in_names_and_messages_are_gone() -> None:
    read = parse_corrections('corrections:\n  - rename: "Ng\\e[31m"\n    to: "Ann\\u202e Ng"\n')
    assert read.items[0].names == ("Ng",)
    assert read.items[0].value == "Ann Ng"
    with pytest.raises(CorrectionsError) as caught:
        parse_corrections("[", "a\x1b[2Jb.yaml")
    assert "\x1b" not in str(caught.value)


NAME = st.text(st.characters(categories=("L", "N", "P", "Zs")), min_size=1, max_size=12).filter(
    lambda name: name.strip() != "" and " ".join(name.split()) == name
)
CORRECTION = st.one_of(
    st.builds(
        lambda names, value: Correction("merge", tuple(names), value), st.lists(NAME, min_size=1), NAME
    ),
    st.builds(lambda name, value: Correction("split", (name,), value), NAME, NAME),
    st.builds(lambda name, value: Correction("rename", (name,), value), NAME, NAME),
    st.builds(lambda name: Correction("kind", (name,), "media"), NAME),
    st.builds(lambda name: Correction("drop", (name,)), NAME),
)


@given(st.lists(CORRECTION, max_size=5))
def test_what_is_written_is_read_back(items: list[Correction]) -> None:
    corrections = Corrections(tuple(items))
    assert parse_corrections(format_corrections(corrections)) == corrections

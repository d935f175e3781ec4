"""The brief: every line cited, never firmer than its sentence, safe as Markdown, and nothing of the reader's lost."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from tests.made import made_analysis
from tui.brief.build import build_brief
from tui.brief.kept import merge, seal
from tui.brief.markdown import body
from tui.brief.save import BriefFileError, as_document, save_brief, split_document
from tui.plain import markdown, one_line, without_controls


def test_every_line_rests_on_words_of_the_text() -> None:
    analysis = made_analysis()
    brief = build_brief(analysis)
    sentences = {s.id: s for s in analysis.sentences}
    assert {line.section for line in brief.lines} == {
        "bottom_line", "care", "figures", "actors", "claims", "timeline", "questions"
    }  # fmt: skip
    for line in brief.lines:
        assert line.evidence
        for evidence in line.evidence:
            sentence = sentences[evidence.sentence]
            assert sentence.start <= evidence.start < evidence.end <= sentence.end


def test_repeats_of_a_figure_are_one_row_that_keeps_the_hedge() -> None:
    (row,) = build_brief(made_analysis()).section("figures")
    assert row.cells == (
        "~60%",
        "Norland: share of global magnet supply",
        "“controls about 60% of global magnet supply”",
        "the outlet",
        "hedged in body, flat in list",
    )
    assert [e.sentence for e in row.evidence] == ["S4", "S2"]


def test_a_flat_list_item_is_told_with_the_hedged_sentence() -> None:
    care = build_brief(made_analysis()).section("care")
    texts = [line.text for line in care]
    assert "A list item says “60%” where the body says “about 60%”." in texts
    assert "“reportedly” stands without a named source." in texts


def test_claims_and_actors_name_the_speaker_and_the_role() -> None:
    brief = build_brief(made_analysis())
    assert brief.section("actors")[0].cells == ("Ada Berg", "Trade minister", "said: “the door is open”")
    assert brief.section("claims")[0].text == "Ada Berg, said (partly quoted): “the door is open”"


def test_keys_are_stable_and_distinct() -> None:
    first, second = build_brief(made_analysis()), build_brief(made_analysis())
    keys = [line.key for line in first.lines]
    assert keys == [line.key for line in second.lines]
    assert len(set(keys)) == len(keys)


def test_the_markdown_links_every_citation_and_shows_markup_as_words() -> None:
    analysis = made_analysis()
    brief = build_brief(analysis)
    text = "\n".join(body(brief, analysis))
    html = MarkdownIt("commonmark").enable("table").render(text)
    cited = {e.citation for line in brief.lines for e in line.evidence}
    for citation in cited:
        assert f">{citation}</a>" in html
        assert f'id="{citation.replace(":", "-")}"' in html
    assert "<b>" not in html
    assert "*Geneva*" in html
    assert "[draft]" in html
    rows = [line for line in text.split("\n") if line.startswith("| ~60%")]
    assert len(re.findall(r"(?<!\\)\|", rows[0])) == 7


def test_front_matter_is_flat_and_typed() -> None:
    analysis = made_analysis()
    front, _ = split_document(as_document(build_brief(analysis), analysis))
    assert front["source_id"] == "007"
    assert str(front["published"]) == "2025-03-06"
    assert front["author"] is None
    assert front["review_state"] == "unreviewed"
    assert front["signals"] == ["hedge-dropped", "unsourced"]
    assert not any(isinstance(value, dict) for value in front.values())


def test_saving_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    analysis = made_analysis()
    path = save_brief(build_brief(analysis), analysis, tmp_path / "briefs")
    first = path.read_bytes()
    assert path.name == "007-magnet-talks-draft-end-in-geneva.md"
    assert save_brief(build_brief(analysis), analysis, tmp_path / "briefs") == path
    assert path.read_bytes() == first
    assert [p.name for p in path.parent.iterdir()] == [path.name]


def test_what_a_person_wrote_is_kept_where_it_stood(tmp_path: Path) -> None:
    analysis = made_analysis()
    path = save_brief(build_brief(analysis), analysis, tmp_path)
    text = path.read_text(encoding="utf-8")
    text = text.replace("review_state: unreviewed", "review_state: checked\nmine: [1, 2]")
    text = text.replace("tags:\n- brief\n", "tags:\n- brief\n- geneva\n")
    text = text.replace("## Key figures\n", "My own view: *wait*.\n\n## Key figures\n")
    text = text.replace("| ~60% |", "| 60 percent, I think |")
    text += "\nA last word.\n"
    path.write_text(text, encoding="utf-8")
    renamed = path.rename(tmp_path / "007-other-name.md")
    assert save_brief(build_brief(analysis), analysis, tmp_path) == renamed
    again = renamed.read_text(encoding="utf-8")
    front, rest = split_document(again)
    assert front["review_state"] == "checked"
    assert front["mine"] == [1, 2]
    assert front["tags"] == ["brief", "geneva"]
    assert "My own view: *wait*.\n\n## Key figures" in rest
    assert "| 60 percent, I think |" in rest
    assert "| ~60% |" in rest
    assert "A last word." in rest
    assert rest.count("A last word.") == 1
    save_brief(build_brief(analysis), analysis, tmp_path)
    assert renamed.read_text(encoding="utf-8") == again


def test_a_file_that_is_no_brief_is_left_alone(tmp_path: Path) -> None:
    analysis = made_analysis()
    brief = build_brief(analysis)
    own = tmp_path / "007-magnet-talks-draft-end-in-geneva.md"
    own.write_text("Shopping list\n")
    path = save_brief(brief, analysis, tmp_path)
    assert path.name == "007-magnet-talks-draft-end-in-geneva-2.md"
    assert own.read_text() == "Shopping list\n"


def test_broken_front_matter_is_not_written_over(tmp_path: Path) -> None:
    analysis = made_analysis()
    brief = build_brief(analysis)
    path = save_brief(brief, analysis, tmp_path)
    broken = path.read_text(encoding="utf-8").replace("type: brief", "type: [brief")
    path.write_text(broken, encoding="utf-8")
    with pytest.raises(BriefFileError, match=re.escape(str(path))):
        save_brief(brief, analysis, tmp_path)
    assert path.read_text(encoding="utf-8") == broken


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    analysis = made_analysis()
    (tmp_path / "file").write_text("")
    with pytest.raises(BriefFileError, match="could not be written"):
        save_brief(build_brief(analysis), analysis, tmp_path / "file" / "briefs")


line = st.text(st.characters(codec="utf-8", exclude_characters="\n\r"), max_size=12)


@given(
    st.lists(line, max_size=12),
    st.lists(st.tuples(st.integers(0, 12), line), max_size=6),
    st.lists(line, max_size=12),
)
def test_no_line_of_a_person_is_ever_lost(
    first: list[str], added: list[tuple[int, str]], second: list[str]
) -> None:
    edited = [*first, seal(first)]
    for at, text in added:
        edited.insert(at, text)
    merged = merge(second, edited)
    own = {text.strip() for text in first}
    for _, text in added:
        assert not text.strip() or text.strip() in own or text in merged
    for text in second:
        assert text in merged


@given(st.text(max_size=80))
def test_escaped_text_is_read_back_as_itself(text: str) -> None:
    (inline,) = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parseInline(markdown(text))
    tokens = inline.children or []
    assert {token.type for token in tokens} <= {"text", "text_special"}
    assert "".join(token.content for token in tokens) == one_line(text)


@given(st.text())
def test_no_control_character_survives(text: str) -> None:
    clean = without_controls(text)
    assert not any((ord(c) < 32 and c not in "\n\t") or 0x7F <= ord(c) < 0xA0 for c in clean)

"""Blocks of a page put back and taken out by choice: what becomes of the text, its places in the source, and the rest."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import plain_article
from tui.articles.build import build
from tui.articles.choices import Choice, with_choices
from tui.articles.extracted import Extracted
from tui.articles.formats.html import read_page
from tui.articles.model import Article
from tui.articles.page import PageBlock, page_blocks, source_span, stretches_in
from tui.articles.reading import find_sources, read_source
from tui.library.model import Anchor, Decision
from tui.review.anchors import anchor
from tui.review.blocks import chosen, with_blocks

BODY = (
    "The harbour of Port Clement stood still for a third day while the crews waited for word from the ministry of trade.",
    "A second ship with magnets lay at anchor outside the bay, and the pilots said that it would not move before Friday.",
    "The minister said that talks would go on, that nobody had left the table, and that both sides wanted an agreement.",
)
PAGE = (
    "Home > Trade > Harbour\n\nHarbour stands still for a third day\n\nMay 6, 2031\n\n"
    + "\n\n".join(BODY)
    + "\n\nShare this\n\nRelated articles\n\nMagnet prices rise again in the north\n"
)
HTML = (
    "<html><head><title>Harbour stands still</title></head><body><nav><ul><li><a href='/'>Home</a></li><li>Trade</li></ul>"
    "</nav><article><h1>Harbour stands still</h1>"
    + "".join(f"<p>{text.replace('magnets', '<b>magnets</b> &amp; ore')}</p>" for text in BODY)
    + "</article><footer><p>Port <i>Clement</i> Press &copy; 2031</p></footer><script>var a = 'no text';</script>"
    "</body></html>"
)


def text_article(source: str = PAGE) -> Article:
    return build(Extracted(source), id="001", file="001.txt", sha256="s")


def html_article(source: str = HTML) -> Article:
    return build(read_page(source), id="001", file="001.html", sha256="s")


def block(article: Article, words: str) -> PageBlock:
    return next(one for one in page_blocks(article) if words in one.text)


def choice(one: PageBlock, *, keep: bool) -> Choice:
    return Choice(one.start, one.end, keep)


def sound(article: Article) -> None:
    """What holds of every article that was cleaned."""
    assert article.text == "\n\n".join(article.text[b.start : b.end] for b in article.blocks)
    for part in article.blocks:
        words = article.text[part.start : part.end]
        assert words == words.strip() != ""
    for stretch in article.source_map:
        there = article.source[stretch.source_start : stretch.source_start + stretch.end - stretch.start]
        assert article.text[stretch.start : stretch.end].split() == there.split()
    ends = [piece.source_end for piece in article.furniture]
    starts = [piece.source_start for piece in article.furniture]
    assert all(a < b for a, b in zip(starts, ends, strict=True))
    assert all(a <= b for a, b in zip(ends, starts[1:], strict=False)), "furniture does not overlap"


@pytest.mark.parametrize("article", [text_article(), html_article()], ids=["text", "html"])
def test_a_block_that_is_taken_out_becomes_furniture_and_comes_back_as_it_was(article: Article) -> None:
    ship = block(article, "A second ship")
    out = with_choices(article, [choice(ship, keep=False)])
    sound(out)
    assert "A second ship" not in out.text
    assert len(out.blocks) == len(article.blocks) - 1
    (piece,) = (p for p in out.furniture if p.source_start == ship.start)
    assert out.source[piece.source_start : piece.source_end] == out.source[ship.start : ship.end]
    assert block(out, "A second ship").block is None
    back = with_choices(out, [choice(ship, keep=True)])
    assert back.text == article.text
    assert [b.kind for b in back.blocks] == [b.kind for b in article.blocks]
    assert (back.title, back.published, back.author) == (article.title, article.published, article.author)


def test_a_line_that_is_put_back_stands_where_the_page_has_it() -> None:
    article = text_article()
    back = with_choices(article, [choice(block(article, "Magnet prices"), keep=True)])
    sound(back)
    assert back.text == f"{article.text}\n\nMagnet prices rise again in the north"
    home = with_choices(article, [choice(block(article, "Home >"), keep=True)])
    assert home.blocks[0].kind == "title"
    assert home.text.startswith(f"{article.title}\n\nHome > Trade > Harbour\n\n")
    assert not any(p.kind == "navigation" for p in home.furniture if p.source_start == 0)


def test_of_a_page_with_markup_only_what_was_seen_comes_back() -> None:
    article = html_article()
    press = block(article, "Port Clement Press")
    assert press.text == "Port Clement Press © 2031"
    back = with_choices(article, [choice(press, keep=True)])
    sound(back)
    assert back.text == f"{article.text}\n\nPort Clement Press © 2031"
    assert "no text" not in "".join(one.text for one in page_blocks(article))
    assert not any("<" in one.text for one in page_blocks(article))


def test_a_part_of_a_block_can_be_taken_out() -> None:
    one_line = (
        "Harbour stands still\n\n" + " ".join((BODY[0], "Sign up for our newsletter now.", *BODY[1:])) + "\n"
    )
    article = text_article(one_line)
    start = one_line.index("Sign up")
    out = with_choices(article, [Choice(start, start + len("Sign up for our newsletter now."), False)])
    sound(out)
    assert "newsletter" not in out.text
    assert all(words in out.text for words in BODY)
    assert with_choices(out, [Choice(start, start + 5, False)]) is out


def test_the_title_and_files_taken_as_they_are_stay() -> None:
    article = text_article()
    title = next(one for one in page_blocks(article) if one.kind == "title")
    assert with_choices(article, [choice(title, keep=False)]) is article
    plain = plain_article(PAGE)
    assert with_choices(plain, [Choice(0, 40, False)]) is plain


def test_a_choice_that_changes_nothing_is_passed_over() -> None:
    article = text_article()
    body, share = block(article, BODY[0]), block(article, "Share this")
    for one in (choice(body, keep=True), choice(share, keep=False), Choice(3, 3, True)):
        assert with_choices(article, [one]) is article


def decided(number: int, action: str, words: Anchor | None, undoes: int | None = None) -> Decision:
    return Decision(number, "", None, "s", "001", "page", "k", action, None, words, undoes)  # type: ignore[arg-type]


def test_decisions_are_found_again_when_the_source_is_cleaned_otherwise() -> None:
    article = text_article()
    ship = block(article, "A second ship")
    words = anchor(article.source, ship.start, ship.end)
    log = [decided(1, "drop-block", words)]
    moved = text_article("A new line above all of it\n\n" + PAGE)
    assert "A second ship" not in with_blocks(moved, log).text
    glued = text_article(PAGE.replace("\n\nA second ship", " A second ship"))
    assert "A second ship" in glued.text
    left = with_blocks(glued, log)
    assert "A second ship" not in left.text
    assert BODY[0] in left.text
    sound(left)


def test_a_decision_whose_block_is_gone_is_told_and_changes_nothing() -> None:
    article = text_article()
    log = [decided(1, "drop-block", Anchor("Not on this page.", "", "", 5, 22))]
    assert chosen(article, log) == ((), (log[0],))
    assert with_blocks(article, log) is article


def test_the_last_decision_about_a_block_counts_and_one_taken_back_does_not() -> None:
    article = text_article()
    ship = block(article, "A second ship")
    words = anchor(article.source, ship.start, ship.end)
    drop, keep = decided(1, "drop-block", words), decided(2, "keep-block", words)
    assert with_blocks(article, [drop, keep]) is article
    assert with_blocks(article, [drop, decided(3, "undo", None, undoes=1)]) is article
    again = [drop, keep, decided(3, "undo", None, undoes=2)]
    assert "A second ship" not in with_blocks(article, again).text


def test_the_pages_of_the_real_accounts_survive_every_choice(real_accounts: Path) -> None:
    for source in find_sources([real_accounts])[0]:
        for article in read_source(source):
            blocks = page_blocks(article)
            assert {one.block for one in blocks if one.block is not None} == set(range(len(article.blocks)))
            for one in blocks:
                if one.kind == "title":
                    continue
                changed = with_choices(article, [choice(one, keep=one.block is None)])
                sound(changed)
                assert changed.text != article.text
                back = with_choices(changed, [choice(one, keep=one.block is not None)])
                assert back.text == article.text


LINES = st.lists(
    st.one_of(
        st.sampled_from(
            [*BODY, "Share this", "• Trade", "Home > News", "", "  ", "©", "Caf\u0065\u0301 &amp; Bar"]
        ),
        st.text(max_size=30),
    ),
    max_size=12,
)
CHOICES = st.lists(st.tuples(st.integers(0, 600), st.integers(0, 600), st.booleans()), max_size=4)


@settings(max_examples=60, deadline=None)
@given(LINES, CHOICES, st.booleans())
def test_no_choice_of_any_stretch_breaks_an_article(
    lines: list[str], spans: list[tuple[int, int, bool]], markup: bool
) -> None:
    source = "\n".join(f"<p>{line}</p>" if markup else line for line in lines)
    article = html_article(source) if markup else text_article(source)
    choices = [Choice(min(a, b), min(max(a, b), len(source)), keep) for a, b, keep in spans]
    made = with_choices(article, choices)
    assert made == with_choices(article, choices)
    sound(made)
    for part in made.blocks:
        assert made.text[part.start : part.end]
        span = source_span(stretches_in(made.source_map, part.start, part.end))
        assert span is None or 0 <= span[0] < span[1] <= len(source)
    for piece in made.furniture:
        assert 0 <= piece.source_start < piece.source_end <= len(source)
    assert all(one.text for one in page_blocks(made))

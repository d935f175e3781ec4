"""Colours that can be read, marks that can be told apart without them, and pages made from the registry."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest
from textual.color import Color
from textual.theme import Theme

from tests.app_made import MadeApp
from tui.app.actions import ACTIONS, Place, keys_page
from tui.app.key_names import key_name, key_of
from tui.app.kinds import KINDS
from tui.app.looks import LOOKS
from tui.app.screens.chooser import Chooser, Hints
from tui.app.themes import THEMES

GROUNDS = ("background", "current", "evidence")
DOCS = Path(__file__).resolve().parents[1] / "docs"


def contrast_of(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2.2."""

    def luminance(name: str) -> float:
        parts = (part / 255 for part in Color.parse(name).rgb)
        red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_text_has_a_contrast_of_at_least_four_and_a_half(theme: Theme) -> None:
    marks = theme.variables
    plain = {"background": str(theme.background), "foreground": str(theme.foreground)}
    named = {**marks, **plain, "primary": theme.primary, "error": str(theme.error)}
    on_page = ["foreground", "muted", "cite", "care", "primary", *(k for k in marks if k.startswith("kind-"))]
    pairs = [(text, ground) for ground in GROUNDS for text in on_page]
    pairs += [
        ("foreground", "bar"),
        ("muted", "bar"),
        ("primary", "bar"),
        ("foreground", "bar-active"),
        ("error", "current"),
    ]
    pairs += [("foreground", "found"), ("error", "background"), ("background", "primary")]
    pairs += [(k, "bar") for k in marks if k.startswith("kind-")]
    low = {}
    for text, ground in pairs:
        contrast = contrast_of(named[text], named[ground])
        if contrast < 4.5:
            low[f"{text} on {ground}"] = round(contrast, 2)
    assert low == {}


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
async def test_kinds_differ_in_colour_and_without_it(theme: Theme) -> None:
    app = MadeApp(1)
    app.theme = theme.name
    async with app.run_test() as pilot:
        await pilot.pause()
        looks = {k.label: app.desk_screen.get_component_rich_style(k.style, partial=True) for k in KINDS}
    for one, other in combinations(looks.values(), 2):
        assert one.color != other.color
        assert (one.bold, one.italic, one.underline) != (other.bold, other.italic, other.underline)


async def test_every_style_that_is_drawn_with_is_defined_for_every_theme() -> None:
    app = MadeApp(1)
    async with app.run_test() as pilot:
        for name in app.available_themes:
            app.theme = name
            await pilot.pause()
            for look in LOOKS:
                app.desk_screen.get_component_rich_style(look)


@pytest.mark.parametrize("size", [(80, 24), (60, 16), (30, 8)])
async def test_the_current_choice_and_the_hint_are_seen_in_every_size(size: tuple[int, int]) -> None:
    app = MadeApp()
    async with app.run_test(size=size) as pilot:
        await pilot.press("ctrl+p")
        await pilot.pause()
        chooser = app.screen
        assert isinstance(chooser, Chooser)
        await pilot.press("pagedown", "pagedown", "down")
        await pilot.pause()
        shown = chooser.list
        assert shown.current > shown.height
        assert shown.top <= shown.current < shown.top + shown.height
        hint = chooser.query_one(Hints)
        assert hint.region.bottom < size[1]
        assert "Esc back" in hint.render_line(0).text


def test_the_page_of_keys_is_made_from_the_registry() -> None:
    assert (DOCS / "keys.md").read_text(encoding="utf-8") == keys_page(), (
        "python -m tui.app.actions > docs/keys.md"
    )


def test_every_action_has_a_sentence_and_a_key() -> None:
    for action in ACTIONS:
        assert action.keys
        assert action.sentence.endswith(".")
        assert action.sentence[0].isupper()
    assert len({a.identity for a in ACTIONS}) == len(ACTIONS)
    assert {a.place for a in ACTIONS} == set(Place)


def test_keys_are_read_as_people_write_them() -> None:
    for action in ACTIONS:
        for key in action.keys:
            assert key_of(key_name(key)) == key

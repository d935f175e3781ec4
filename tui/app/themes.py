"""The themes of the tool's own, and the colours of its marks for every other Textual theme.

Text has a contrast of at least 4.5:1 on every background that it stands on (WCAG 2.2, 1.4.3); a test measures it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from textual.theme import Theme

DARK_MARKS = {
    "muted": "#9aa5b8",
    "line": "#2c3442",
    "bar": "#1d232e",
    "bar-active": "#2b3a55",
    "current": "#26334a",
    "evidence": "#2b3327",
    "found": "#5a4a12",
    "care": "#f0b56b",
    "cite": "#8fa3c8",
    "kind-person": "#f4b878",
    "kind-organisation": "#7fc7f5",
    "kind-place": "#93d69a",
    "kind-group": "#cfb0f7",
    "kind-event": "#f79bb0",
    "kind-law": "#e4d277",
    "kind-product": "#74d9c6",
    "kind-figure": "#f2f4f8",
}
LIGHT_MARKS = {
    "muted": "#56606f",
    "line": "#cfd5de",
    "bar": "#e6eaf0",
    "bar-active": "#cfdcf2",
    "current": "#dbe6f8",
    "evidence": "#e3efd9",
    "found": "#ffe7a0",
    "care": "#8a4b00",
    "cite": "#42567c",
    "kind-person": "#8f4a00",
    "kind-organisation": "#0b5a94",
    "kind-place": "#1d6327",
    "kind-group": "#6a3fa6",
    "kind-event": "#a3274a",
    "kind-law": "#6b5400",
    "kind-product": "#006157",
    "kind-figure": "#11151c",
}

DARK = Theme(
    name="reex-dark",
    primary="#7fb2f5",
    secondary="#8fa3c8",
    accent="#7fb2f5",
    warning="#f0b56b",
    error="#f58c8c",
    success="#93d69a",
    foreground="#d9dfe9",
    background="#14181f",
    surface="#1a1f28",
    panel="#1d232e",
    dark=True,
    variables=DARK_MARKS,
)
LIGHT = Theme(
    name="reex-light",
    primary="#1f5fae",
    secondary="#42567c",
    accent="#1f5fae",
    warning="#8a4b00",
    error="#a61b1b",
    success="#1d6327",
    foreground="#1d2430",
    background="#fbfbf9",
    surface="#f2f4f7",
    panel="#e6eaf0",
    dark=False,
    variables=LIGHT_MARKS,
)
CONTRAST = Theme(
    name="reex-contrast",
    primary="#ffff00",
    secondary="#ffffff",
    accent="#ffff00",
    warning="#ffd000",
    error="#ff9a9a",
    success="#7dff7d",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#101010",
    dark=True,
    variables={
        **DARK_MARKS,
        "muted": "#e0e0e0",
        "line": "#8a8a8a",
        "bar": "#1a1a1a",
        "bar-active": "#003a8c",
        "current": "#00306e",
        "evidence": "#123d00",
        "found": "#6b5500",
        "cite": "#d0dcff",
        "kind-person": "#ffc58a",
        "kind-organisation": "#8fd8ff",
        "kind-place": "#a0ffa8",
        "kind-group": "#e2c8ff",
        "kind-event": "#ffb3c6",
        "kind-law": "#fff08a",
        "kind-product": "#8affea",
    },
)
COLOUR_SAFE = Theme(
    name="reex-colour-safe",
    primary="#8cc8ff",
    secondary="#b8c4d6",
    accent="#f0b400",
    warning="#f0b400",
    error="#ff9d5c",
    success="#56b4e9",
    foreground="#e6e9ef",
    background="#14181f",
    surface="#1a1f28",
    panel="#1d232e",
    dark=True,
    variables={
        **DARK_MARKS,
        "evidence": "#33301c",
        "kind-person": "#f0a83c",
        "kind-organisation": "#56b4e9",
        "kind-place": "#f0e442",
        "kind-group": "#e3a7cb",
        "kind-event": "#f08a4a",
        "kind-law": "#d9d9d9",
        "kind-product": "#35c9a0",
    },
)
"""The colours of Okabe and Ito (Color Universal Design, 2008), lightened where they would be too dark for text."""

THEMES = (DARK, LIGHT, CONTRAST, COLOUR_SAFE)


def _with(theme: Theme, marks: Mapping[str, str], **colours: str) -> Theme:
    return replace(theme, **colours, variables={**theme.variables, **marks})  # type: ignore[arg-type]


_TINTS_256 = {
    "bar": "#262626",
    "bar-active": "#00005f",
    "current": "#00005f",
    "evidence": "#303030",
    "line": "#444444",
}
_BRIGHT_16 = {
    **_TINTS_256,
    "muted": "#aaaaaa",
    "line": "#555555",
    "bar": "#000000",
    "bar-active": "#000000",
    "current": "#000000",
    "evidence": "#000000",
    "found": "#555555",
    "care": "#ffff55",
    "cite": "#55ffff",
    "kind-person": "#ffff55",
    "kind-organisation": "#55ffff",
    "kind-place": "#55ff55",
    "kind-group": "#ff55ff",
    "kind-event": "#ff5555",
    "kind-law": "#ffffff",
    "kind-product": "#55ffff",
    "kind-figure": "#ffffff",
}
_DARK_16 = {
    "muted": "#555555",
    "line": "#aaaaaa",
    "bar": "#ffffff",
    "bar-active": "#ffffff",
    "current": "#ffffff",
    "evidence": "#ffffff",
    "found": "#aaaaaa",
    "care": "#aa0000",
    "cite": "#0000aa",
    "kind-person": "#aa00aa",
    "kind-organisation": "#0000aa",
    "kind-place": "#000000",
    "kind-group": "#aa00aa",
    "kind-event": "#aa0000",
    "kind-law": "#555555",
    "kind-product": "#0000aa",
    "kind-figure": "#000000",
}
_SHADES_16 = {
    "primary": "#55ffff",
    "secondary": "#aaaaaa",
    "accent": "#55ffff",
    "warning": "#ffff55",
    "error": "#ff5555",
    "success": "#55ff55",
    "foreground": "#ffffff",
    "background": "#000000",
    "surface": "#000000",
    "panel": "#000000",
}
_INKS_16 = {
    "primary": "#0000aa",
    "secondary": "#555555",
    "accent": "#0000aa",
    "warning": "#aa0000",
    "error": "#aa0000",
    "success": "#aa00aa",
    "foreground": "#000000",
    "background": "#ffffff",
    "surface": "#ffffff",
    "panel": "#ffffff",
}


def themes_for(colours: str | None) -> tuple[Theme, ...]:
    """The tool's themes for a terminal with so many colours, as Rich names them: "standard" is 16, "256", or more.

    With few colours a terminal shows the nearest that it has, and tints run into each other or into the text; so the colours
    are chosen here from those that it has. What 16 colours look like is the terminal's choice, so nothing is tinted there:
    the bars in the margin tell what is marked; yellow and green, which are pale in many terminals, never stand on white.
    """
    if colours == "standard":
        return tuple(
            _with(theme, _BRIGHT_16, **_SHADES_16) if theme.dark else _with(theme, _DARK_16, **_INKS_16)
            for theme in THEMES
        )
    if colours == "256":
        return tuple(
            _with(theme, _TINTS_256, background="#121212", surface="#1c1c1c", panel="#262626")
            if theme.dark
            else theme
            for theme in THEMES
        )
    return THEMES

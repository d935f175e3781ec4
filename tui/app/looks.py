"""The names of the styles that panes and bars draw with."""

from __future__ import annotations

from tui.app.kinds import KINDS

LOOKS = {
    *(f"list--{name}" for name in ("title", "dim", "current", "problem", "sign", "ready")),
    *(
        f"page--{name}"
        for name in ("title", "heading", "caption", "dim", "strong", "cite", "current", "evidence")
    ),
    *(f"page--{name}" for name in ("found", "spot", "gutter", "gutter-evidence", "figure", "label")),
    *(kind.style for kind in KINDS),
    *(f"review--{name}" for name in ("accepted", "rejected", "disputed", "told")),
    *("status--bar", "status--rest", "footer--key"),
}
"""Component classes of every screen; what they look like is in styles/desk.tcss."""

OF_BLOCKS = {"title": "page--title", "heading": "page--heading", "caption": "page--caption"}
"""The styles of blocks, by their kind; other blocks have none."""

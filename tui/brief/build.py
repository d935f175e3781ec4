"""Analysis → brief."""

from __future__ import annotations

from tui.analysis.model import Analysis

from .model import Brief


def build_brief(analysis: Analysis) -> Brief:
    """The brief of one article."""
    return Brief(
        analysis.id,
        analysis.file,
        analysis.sha256,
        analysis.title or analysis.file,
        analysis.publisher,
        analysis.author,
        analysis.published,
        analysis.published_basis,
        analysis.language,
        (),
        "",
        (),
        (),
    )

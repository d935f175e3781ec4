"""The order in which the findings are made. Each step sees the parse and what the steps before it found."""

from __future__ import annotations

from .claims import find_claims
from .dates import find_dates
from .figures import find_figures
from .hedges import find_hedges
from .key_points import find_key_points
from .model import SCHEMA, Analysis
from .parsed import Parsed
from .positions import with_positions
from .questions import find_questions
from .signals import find_signals
from .statistics import make_statistics
from .who.actors import find_actors
from .who.mentions import find_mentions


def analyse(parsed: Parsed) -> Analysis:
    """All findings of one article. The same article and model give the same analysis."""
    mentions = find_mentions(parsed)
    actors, mentions = find_actors(parsed, mentions)
    claims = find_claims(parsed, mentions, actors)
    dates = find_dates(parsed)
    figures = find_figures(parsed, mentions, actors, dates)
    hedges = find_hedges(parsed)
    signals = find_signals(parsed, figures, claims, hedges)
    questions = find_questions(parsed, actors, claims, figures, dates, hedges, signals, mentions)
    key_points = find_key_points(parsed, mentions, actors, figures, claims, questions, signals)
    article = parsed.article
    return Analysis(
        schema=SCHEMA,
        id=article.id,
        file=article.file,
        sha256=article.sha256,
        title=article.title,
        published=article.published,
        published_basis=article.published_basis,
        publisher=article.publisher,
        author=article.author,
        language=article.language,
        text=article.text,
        blocks=article.blocks,
        source_map=article.source_map,
        furniture=article.furniture,
        sentences=parsed.sentences,
        mentions=mentions,
        actors=with_positions(parsed, actors, mentions),
        figures=figures,
        claims=claims,
        dates=dates,
        questions=questions,
        key_points=key_points,
        signals=signals,
        statistics=make_statistics(parsed, mentions, claims, hedges),
    )

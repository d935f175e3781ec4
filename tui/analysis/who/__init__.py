"""Who is named: mentions, actors and their roles."""

from .actors import find_actors
from .mentions import find_mentions

__all__ = ["find_actors", "find_mentions"]

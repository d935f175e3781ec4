"""A terminal briefing reader for many accounts of one story."""

__version__ = "0.1.0"

"""Figures of this project beside those of other tools."""

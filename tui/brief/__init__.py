"""Analyses → brief, and its Markdown out and in."""

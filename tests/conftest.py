"""What the tests share."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tui.analysis.model import Analysis
from tui.articles.build import build_plain
from tui.articles.extracted import Extracted, Stated
from tui.articles.model import Article
from tui.articles.reading import find_sources, read_source

if TYPE_CHECKING:
    from tui.analysis.engine import Engine
    from tui.analysis.parsed import Parsed

REAL_ACCOUNTS = Path(__file__).resolve().parents[2] / "shared" / "seeds"


@pytest.fixture(autouse=True)
def _own_places(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads or writes the settings and the library of whoever runs it, or draws with a terminal's colours."""
    folder = tmp_path_factory.mktemp("user")
    monkeypatch.setenv("REEX_CONFIG", str(folder / "config.yaml"))
    monkeypatch.setenv("REEX_LIBRARY", str(folder / "library.sqlite"))
    monkeypatch.setenv("COLORTERM", "truecolor")


@pytest.fixture
def made_briefs(monkeypatch: pytest.MonkeyPatch) -> None:
    """The app has briefs with a line or more in every section, whatever the analyses."""
    from tests.app_made import made_brief

    monkeypatch.setattr("tui.app.desk._build", made_brief)


@pytest.fixture(scope="session")
def engine() -> Engine:
    """The language engine, loaded once; tests that do not ask for it never import it."""
    from tui.analysis.engine import load

    return load()


@pytest.fixture(scope="session")
def real_accounts() -> Path:
    """The folder of the five real accounts; skips where it is not there."""
    if not REAL_ACCOUNTS.is_dir():
        pytest.skip("the real accounts are not beside this checkout (../shared/seeds)")
    return REAL_ACCOUNTS


@pytest.fixture(scope="session")
def real_analyses(engine: Engine, real_accounts: Path) -> dict[str, Analysis]:
    """The analyses of the five real accounts by their ids."""
    sources, _ = find_sources([real_accounts])
    return {a.id: a for a in engine.analyse_all(article for s in sources for article in read_source(s))}


def plain_article(text: str, published: str | None = None, title: str | None = None) -> Article:
    """An article whose body is all of `text`."""
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    extracted = Extracted(text, stated=Stated(title=title, language="en"))
    return build_plain(extracted, id="001", file="001.txt", sha256=digest, published=published)


@pytest.fixture(scope="session")
def parse(engine: Engine) -> Callable[..., Parsed]:
    """`parse(text, published=None)`: the parse of a plain article."""

    def run(text: str, published: str | None = None) -> Parsed:
        return engine.parse(plain_article(text, published))

    return run


@pytest.fixture(scope="session")
def analyse(engine: Engine) -> Callable[..., Analysis]:
    """`analyse(text, published=None)`: the whole analysis of a plain article."""

    def run(text: str, published: str | None = None) -> Analysis:
        return engine.analyse(plain_article(text, published))

    return run

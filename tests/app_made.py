"""A made-up article with its analysis and brief, and the app opened on it: what the tests of the app share."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from itertools import count
from pathlib import Path

from tui.analysis.corrections_file import corrections_in
from tui.analysis.model import (
    SCHEMA,
    Actor,
    Analysis,
    Claim,
    Figure,
    KeyPoint,
    Label,
    Mention,
    Question,
    Role,
    Sentence,
    Statistics,
)
from tui.app.app import ReexApp
from tui.app.intake import AllRead, Found, Read
from tui.articles.model import Article, Block, Furniture, Stretch
from tui.brief.model import Brief, Evidence, Line, Section
from tui.settings import Settings
from tui.worker.client import Done, Loaded

TITLE = "Harbour talks end with a promise on magnets"
BLOCKS = (
    ("title", TITLE),
    (
        "body",
        "Ada Lindqvist, the trade minister of Norland, said on Tuesday that two shipments of magnets would sail within a "
        "week. “We have a handshake, not a contract,” she told reporters in Port Clement.",
    ),
    ("heading", "What the ministry says"),
    (
        "body",
        "The Harbour Commission counted about 40% fewer crates than a year ago. Omar Reyes, who leads the commission, "
        "called the fall temporary. Whether the second ship will sail is not decided.",
    ),
    ("list", "Port Clement handles 12,000 crates a month."),
    ("list", "The Clement Act limits exports of magnets."),
    ("caption", "A crane at the quay. Photo: archive."),
    (
        "body",
        "Analysts of the Norland Institute expect prices to rise. Lindqvist reportedly offered Vesterland a delay of six "
        "months, and Vesterland has not answered.",
    ),
)
SENTENCES = (
    TITLE,
    "Ada Lindqvist, the trade minister of Norland, said on Tuesday that two shipments of magnets would sail within a week.",
    "“We have a handshake, not a contract,” she told reporters in Port Clement.",
    "What the ministry says",
    "The Harbour Commission counted about 40% fewer crates than a year ago.",
    "Omar Reyes, who leads the commission, called the fall temporary.",
    "Whether the second ship will sail is not decided.",
    "Port Clement handles 12,000 crates a month.",
    "The Clement Act limits exports of magnets.",
    "A crane at the quay.",
    "Photo: archive.",
    "Analysts of the Norland Institute expect prices to rise.",
    "Lindqvist reportedly offered Vesterland a delay of six months, and Vesterland has not answered.",
)
NAMES: tuple[tuple[str, Label, str | None], ...] = (
    ("Ada Lindqvist", "PERSON", "A1"),
    ("Norland", "PLACE", None),
    ("Port Clement", "PLACE", None),
    ("Harbour Commission", "ORG", "A2"),
    ("Omar Reyes", "PERSON", "A3"),
    ("Port Clement", "PLACE", None),
    ("Clement Act", "LAW", None),
    ("Norland Institute", "ORG", None),
    ("Lindqvist", "PERSON", "A1"),
    ("Vesterland", "PLACE", "A4"),
    ("Vesterland", "PLACE", "A4"),
)


def made_article(number: int = 0, title: str = TITLE) -> Article:
    """The article, with another id, and title if one is given."""
    text, blocks, numbers = "", [], count()
    for kind, words in ((k, title if n == 0 else w) for n, (k, w) in zip(numbers, BLOCKS, strict=False)):
        text += "\n\n" if text else ""
        blocks.append(Block(kind, len(text), len(text) + len(words)))  # type: ignore[arg-type]
        text += words
    source = f"Home > Trade\n\n{text}\n\nShare this\n"
    return Article(
        id=f"{number:03}",
        file=f"{number:03}_harbour.txt",
        sha256=hashlib.sha256(f"{number}{title}".encode()).hexdigest(),
        title=title,
        published="2031-05-06",
        published_basis="stated",
        publisher="Clement Courier",
        author=None,
        language="en",
        text=text,
        blocks=tuple(blocks),
        source_map=(Stretch(0, len(text), 14),),
        furniture=(
            Furniture(0, 12, "navigation"),
            Furniture(len(source) - 11, len(source) - 1, "share"),
        ),
        source=source,
    )


def made_analysis(article: Article) -> Analysis:
    """Findings of the kinds that the app shows, with true offsets."""
    text = article.text

    def walk(words: Sequence[str]) -> Iterator[tuple[int, int]]:
        at = 0
        for word in words:
            at = text.index(word, at)
            yield at, at + len(word)
            at += len(word)

    first = article.title or TITLE
    sentences = tuple(
        Sentence(
            f"S{n}", a, b, next(i for i, block in enumerate(article.blocks) if block.start <= a < block.end)
        )
        for n, (a, b) in enumerate(walk((first, *SENTENCES[1:])), 1)
    )
    mentions = tuple(
        Mention(a, b, name, label, actor)
        for (name, label, actor), (a, b) in zip(NAMES, walk([n for n, _, _ in NAMES]), strict=True)
    )
    forty, crates, six = walk(["about 40%", "12,000 crates", "six months"])
    figures = (
        Figure(*forty, "about 40%", 40, None, "percent", "percent", "about", "fewer crates", None, "S5", 0.9),
        Figure(
            *crates, "12,000 crates", 12000, None, "crates", "count", None, "a month", "Port Clement", "S8"
        ),
        Figure(*six, "six months", 6, None, "month", "duration", None, "delay", None, "S13"),
    )
    role = text.index("trade minister")
    quote = text.index("“We have")
    answer = text.index("Whether")
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
        text=text,
        blocks=article.blocks,
        source_map=article.source_map,
        furniture=article.furniture,
        sentences=sentences,
        mentions=mentions,
        actors=(
            Actor(
                "A1",
                "Ada Lindqvist",
                "person",
                ("Lindqvist",),
                (Role("trade minister", role, role + 14, "S2"),),
                2,
                0.9,
            ),
            Actor("A2", "Harbour Commission", "organisation", mentions=1, salience=0.5),
            Actor("A3", "Omar Reyes", "person", mentions=1, salience=0.4),
            Actor("A4", "Vesterland", "government", mentions=2, salience=0.3),
        ),
        figures=figures,
        claims=(
            Claim(quote, quote + 39, text[quote : quote + 39], "direct", "she", "A1", "told", "S3", "said"),
        ),
        dates=(),
        questions=(Question(answer, answer + 49, "S7", "Will the second ship sail?", "undecided", 0.7),),
        key_points=(KeyPoint("S2", 0.9),),
        signals=(),
        statistics=Statistics(
            118, 10, 1, 0.08, 52.0, {"PERSON": 3, "ORG": 2, "PLACE": 5, "LAW": 1}, 0.12, 1, ("S13",)
        ),
    )


def made_brief(analysis: Analysis) -> Brief:
    """A brief of the analysis with a line or more in every section."""
    where = {s.id: s for s in analysis.sentences}

    def line(
        section: Section, text: str, *ids: str, cells: tuple[str, ...] = (), actor: str | None = None
    ) -> Line:
        evidence = tuple(Evidence(analysis.id, i, where[i].start, where[i].end) for i in ids)
        figure = analysis.figures[0].start if section == "figures" else None
        return Line(section, f"{section}-{ids[0]}", text, evidence, cells, actor, figure)

    lines = (
        line("bottom_line", "Lindqvist: two shipments of magnets would sail within a week.", "S2"),
        line("bottom_line", "“We have a handshake, not a contract.”", "S3"),
        line("care", "“reportedly” stands without a source.", "S13"),
        line(
            "figures",
            "about 40% fewer crates",
            "S5",
            cells=(
                "~40%",
                "fewer crates than a year ago",
                "“about 40% fewer crates”",
                "Harbour Commission",
                "hedged",
            ),
        ),
        line(
            "actors",
            "Ada Lindqvist",
            "S2",
            "S3",
            cells=("Ada Lindqvist", "trade minister of Norland", "promises ships"),
            actor="A1",
        ),
        line(
            "actors",
            "Omar Reyes",
            "S6",
            cells=("Omar Reyes", "leads the commission", "calls the fall temporary"),
            actor="A3",
        ),
        line("claims", "Lindqvist, said: “We have a handshake, not a contract.”", "S3", actor="A1"),
        line(
            "timeline",
            "the talks end",
            "S2",
            cells=("2031-05-06", "stated", "Lindqvist promises two shipments"),
        ),
        line("questions", "Will the second ship sail?", "S7"),
    )
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
        "Clement Courier, 2031-05-06",
        (),
        lines,
    )


class MadeApp(ReexApp):
    """The app on made-up articles that are there at once; no file is read and no process is started."""

    def __init__(
        self,
        articles: int = 3,
        *,
        analysed: int = 2,
        settings: Settings | None = None,
        review: bool = False,
        query: str = "",
        folder: Path | None = None,
    ) -> None:
        """`folder` is where the articles are said to lie; corrections are kept in it."""
        super().__init__([Path("harbour")], settings, review=review, query=query)
        titles = (TITLE, "Second ship waits for a signature", "Magnet prices: what three traders expect next")
        self.made = [made_article(n, titles[n % 3]) for n in range(articles)]
        self.analysed = analysed
        self.folder = folder

    def start(self) -> None:
        """Deliver everything."""
        desk = self.desk
        desk.paths = self.paths
        folders = {f"k{n}": self.folder for n in range(len(self.made))} if self.folder is not None else {}
        corrections, faults = corrections_in(folders.values())
        sources = tuple((f"k{n}", a.file) for n, a in enumerate(self.made))
        desk.deliver(Found(sources, (), folders, corrections, tuple(faults)))
        for n, article in enumerate(self.made):
            desk.deliver(Read(f"k{n}", ((f"k{n}", article),)))
        desk.deliver(AllRead())
        desk.deliver(Loaded("made"))
        for n, article in enumerate(self.made[: self.analysed]):
            desk.deliver(Done(f"k{n}", made_analysis(article)))

"""Random and broken inputs through the whole reading: nothing may crash, and none may take long.

    python -m benchmarks.cleaning.fuzz [--number 10000] [--seed 7] [--seeds ../shared/seeds] [--keep FOLDER]

Each input is a sample (text, HTML, Word, e-book, mail, mailbox, PDF, feed), an account of `--seeds`, or random bytes, broken
several times. What is no article must end in an `UnreadableError`; an article must keep its promises. Prints the failures
and the slowest inputs, and ends with exit code 1 after a failure. The same seed gives the same inputs.
"""

from __future__ import annotations

import argparse
import random
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from types import FrameType

import msgspec

from benchmarks.cleaning import samples
from tui.articles.errors import UnreadableError
from tui.articles.model import Article
from tui.articles.reading import Source, read_source

LIMIT = 20.0
"""CPU seconds for one input."""

CONTROLS = (
    b"\x1b[31m", b"\x1b]0;x\x07", b"\x9b2J", b"\x00", b"\x07", b"\x08", b"\r", b"\x0c", b"\xe2\x80\xae", b"\xe2\x80\xa8",
    b"\xef\xbb\xbf", b"\xff\xfe", b"\xed\xa0\x80", b"\xc3\xa2\xe2\x82\xac\xe2\x84\xa2", b"\xcc\x81" * 9, b"&#x1b;", b"&#0;",
)  # fmt: skip
MARKUP = (
    b"<table>", b"</div></div>", b"<script>", b"<!--", b"-->", b"<![CDATA[", b"]]>", b"<p hidden>", b"<svg><p>", b"<br/>",
    b"<template>", b"<base href='//x'>", b'<meta charset="utf-7">', b"<!DOCTYPE a [<!ENTITY b 'c'>]>&b;", b'"', b"'", b"<",
    b"Content-Type: multipart/mixed; boundary=x\n", b"\nFrom - x\n", b"Subject: =?utf-9?q?=\n", b"endobj", b"stream\n",
)  # fmt: skip

Mutation = Callable[[random.Random, bytes], bytes]


def _place(chance: random.Random, data: bytes) -> int:
    return chance.randrange(len(data) + 1)


def cut(chance: random.Random, data: bytes) -> bytes:
    """The beginning or the end alone."""
    at = _place(chance, data)
    return data[:at] if chance.random() < 0.7 else data[at:]


def flip(chance: random.Random, data: bytes) -> bytes:
    """Some bytes changed."""
    changed = bytearray(data)
    for _ in range(min(len(changed), chance.randint(1, 30))):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def splice(chance: random.Random, data: bytes) -> bytes:
    """A part taken out, and put in elsewhere."""
    low = _place(chance, data)
    part = data[low : low + chance.randint(1, 400)]
    rest = data[:low] + data[low + len(part) :]
    at = _place(chance, rest)
    return rest[:at] + part + rest[at:]


def double(chance: random.Random, data: bytes) -> bytes:
    """A part several times."""
    low = _place(chance, data)
    part = data[low : low + chance.randint(1, 2000)]
    return data[:low] + part * chance.randint(2, 12) + data[low:]


def insert(chance: random.Random, data: bytes) -> bytes:
    """Control sequences and markup put in."""
    for _ in range(chance.randint(1, 20)):
        at = _place(chance, data)
        data = data[:at] + chance.choice(CONTROLS + MARKUP) + data[at:]
    return data


def stretch(chance: random.Random, data: bytes) -> bytes:
    """A very long line, of one character, one word, or all lines joined."""
    match chance.randrange(3):
        case 0:
            at = _place(chance, data)
            return data[:at] + bytes([chance.randrange(256)]) * chance.randint(1000, 60_000) + data[at:]
        case 1:
            at = _place(chance, data)
            return data[:at] + b"islands " * chance.randint(200, 8000) + data[at:]
    return data.replace(b"\n", chance.choice((b"", b" ")))


def nest(chance: random.Random, data: bytes) -> bytes:
    """Brackets or elements in one another."""
    opened, closed = chance.choice(
        ((b"<div>", b"</div>"), (b"<ul><li>", b"</li></ul>"), (b"(", b")"), (b"> ", b"\n"))
    )
    depth, at = chance.randint(50, 3000), _place(chance, data)
    return (
        data[:at]
        + opened * depth
        + data[at : at + 100]
        + closed * chance.randint(0, depth)
        + data[at + 100 :]
    )


MUTATIONS: tuple[Mutation, ...] = (cut, flip, splice, double, insert, stretch, nest)


def make(chance: random.Random, seeds: dict[str, list[bytes]]) -> tuple[str, str, bytes]:
    """Suffix, how it was made, and bytes of one input."""
    suffix = chance.choice(sorted(seeds))
    if chance.random() < 0.08:
        alphabet = chance.choice(
            (bytes(range(256)), b" \n.,a<>&;\"'/=-", "aé“”…\n\u202e\u0301 日本".encode())
        )
        return suffix, "random", bytes(chance.choices(alphabet, k=chance.randint(1, 3000)))
    if suffix in (".docx", ".epub") and chance.random() < 0.7:
        parts = samples.docx_parts() if suffix == ".docx" else samples.epub_parts()
        name = chance.choice(sorted(parts))
        mutation = chance.choice(MUTATIONS)
        parts[name] = mutation(chance, parts[name].encode()).decode("utf-8", "replace")
        return suffix, f"{name} {mutation.__name__}", samples.archive(parts)
    data = chance.choice(seeds[suffix])
    names = []
    for _ in range(chance.choice((1, 1, 1, 2, 2, 3, 5))):
        mutation = chance.choice(MUTATIONS)
        names.append(mutation.__name__)
        data = mutation(chance, data)[:400_000]
    return suffix, " ".join(names), data


def check(article: Article) -> None:
    """What every article promises; `AssertionError` where one does not."""
    last = 0
    for block in article.blocks:
        assert last <= block.start < block.end <= len(article.text), "blocks are in order"
        last = block.end
    for part in article.source_map:
        assert 0 <= part.start < part.end <= len(article.text), "stretches are in the text"
        assert part.source_start + part.end - part.start <= len(article.source), "stretches are in the source"
    for aside in article.furniture:
        assert 0 <= aside.source_start < aside.source_end <= len(article.source), "furniture is in the source"
    for said in (article.text, article.title, article.author, article.publisher) if not article.plain else ():
        assert not any(sign in (said or "") for sign in "\x00\x07\x1b\x9b\u202e"), "no control characters"
    msgspec.json.encode((article.text, article.title, article.author, article.publisher, article.published))


def _too_long(number: int, frame: FrameType | None) -> None:
    raise TimeoutError(f"more than {LIMIT:.0f} s")


def run(number: int, seed: int, seeds: dict[str, list[bytes]], keep: Path | None = None) -> list[str]:
    """Read `number` inputs; the failures, each in a line, and (printed) what was read and the slowest."""
    chance = random.Random(seed)
    failures: list[str] = []
    slowest: list[tuple[float, str]] = []
    outcomes: Counter[str] = Counter()
    signal.signal(signal.SIGPROF, _too_long)
    with tempfile.TemporaryDirectory() as folder:
        for index in range(number):
            suffix, made, data = make(chance, seeds)
            path = Path(folder) / f"input{suffix}"
            path.write_bytes(data)
            begun = time.process_time()
            signal.setitimer(signal.ITIMER_PROF, LIMIT)
            outcome = "read"
            try:
                for article in read_source(Source(path, path.name, "1"), plain=chance.random() < 0.1):
                    check(article)
            except UnreadableError as error:
                outcome = "refused"
                if "\n" in str(error) or "\x1b" in str(error):
                    failures.append(
                        f"{index} {suffix} ({made}): the sentence is not plain: {str(error)!r}"[:300]
                    )
            except Exception as error:
                outcome = "failed"
                where = traceback.extract_tb(error.__traceback__)[-1]
                failures.append(
                    f"{index} {suffix} ({made}): {error!r:.150} in {Path(where.filename).name}:{where.lineno}"
                )
                if keep:
                    keep.mkdir(parents=True, exist_ok=True)
                    (keep / f"{index}{suffix}").write_bytes(data)
            finally:
                signal.setitimer(signal.ITIMER_PROF, 0)
            outcomes[f"{suffix} {outcome}"] += 1
            slowest.append((time.process_time() - begun, f"{index} {suffix} ({made}, {len(data):,} bytes)"))
            slowest = sorted(slowest, reverse=True)[:5]
    print(", ".join(f"{what} {count}" for what, count in sorted(outcomes.items())))
    for seconds, what in slowest:
        print(f"{seconds:6.2f} s  {what}")
    return failures


def main() -> int:
    """Run and report."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    arguments.add_argument("--number", type=int, default=10_000)
    arguments.add_argument("--seed", type=int, default=7)
    arguments.add_argument("--seeds", type=Path, default=Path(__file__).parents[3] / "shared" / "seeds")
    arguments.add_argument("--keep", type=Path, help="a folder for the inputs that failed")
    args = arguments.parse_args()
    seeds = samples.samples()
    seeds[".txt"] += [path.read_bytes() for path in sorted(args.seeds.glob("*.txt"))]
    failures = run(args.number, args.seed, seeds, args.keep)
    for failure in failures:
        print(failure)
    print(f"{args.number} inputs, {len(failures)} failures")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())

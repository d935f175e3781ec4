"""The worker process: reads orders from stdin, writes replies to stdout, ends when stdin closes.

Started as `python -m tui.worker.main [MODEL]`. What a library prints goes to stderr, so that it cannot break a frame.
"""

from __future__ import annotations

import os
import signal
import sys
from typing import IO

from tui.worker.protocol import HEADER, Answer, Order, Ready, Refusal, Reply, Unable, frame, order

NICENESS = 10
"""The process that draws goes first where both want the same core."""


def read_order(stdin: IO[bytes]) -> Order | None:
    """The next order, or None when stdin is closed."""
    header = stdin.read(HEADER.size)
    if len(header) < HEADER.size:
        return None
    size: int = HEADER.unpack(header)[0]
    body = stdin.read(size)
    return order(body) if len(body) == size else None


def serve(stdin: IO[bytes], stdout: IO[bytes], model: str | None) -> int:
    """Answer orders until stdin closes; returns the exit code."""
    from tui.analysis.engine import EngineError, TooLongError, load
    from tui.analysis.version import DEFAULT_MODEL

    def send(reply: Reply) -> None:
        stdout.write(frame(reply))
        stdout.flush()

    try:
        engine = load(model or DEFAULT_MODEL)
    except EngineError as error:
        send(Unable(str(error)))
        return 1
    send(Ready(engine.version))
    while (request := read_order(stdin)) is not None:
        try:
            analysis = engine.analyse(request.article)
        except TooLongError as error:
            send(Refusal(request.key, str(error)))
        except Exception as error:  # one article that breaks a finding must not cost the others theirs
            reason = f"{type(error).__name__}: {error}"
            send(
                Refusal(
                    request.key,
                    f"{request.article.file} could not be analysed ({reason}). Its text can still be read.",
                )
            )
        else:
            send(Answer(request.key, analysis))
    return 0


def main() -> int:
    """Serve on this process's own pipes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in the terminal is the app's to answer
    os.nice(NICENESS)
    stdin = os.fdopen(os.dup(0), "rb")
    stdout = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    try:
        return serve(stdin, stdout, sys.argv[1] if len(sys.argv) > 1 else None)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stdout.fileno())
        return 0


if __name__ == "__main__":
    sys.exit(main())

"""The weights that the line classifier and the title finder were trained to; see `benchmarks/cleaning/README.md`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from .net import Nets
from .trees import Trees

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

FILE = "weights.npz"
DAYS_FILE = "day_weights.npz"
RUN_ON_FILE = "run_on_weights.npz"


@dataclass(frozen=True)
class Weights:
    """`words` are the log odds of each hash bucket of words (the last one is the bias); `nets` judge the lines of a page;
    `title` tells the title from other lines."""

    words: NDArray[np.float32]
    nets: Nets
    title: Trees


@cache
def load() -> Weights:
    """The shipped weights, read once."""
    import numpy as np

    with (files(__package__) / FILE).open("rb") as file, np.load(file, allow_pickle=False) as arrays:
        return Weights(
            arrays["words"].astype(np.float32),
            Nets.read(arrays),
            Trees.read(arrays, "title"),
        )


@cache
def load_days() -> Trees:
    """The trees that tell the day of publication from other days, read once."""
    import numpy as np

    with (files(__package__) / DAYS_FILE).open("rb") as file, np.load(file, allow_pickle=False) as arrays:
        return Trees.read(arrays, "day")


@cache
def load_run_on() -> NDArray[np.float32]:
    """The weights of `run_on.token_features`, and the bias, read once."""
    import numpy as np

    with (files(__package__) / RUN_ON_FILE).open("rb") as file, np.load(file, allow_pickle=False) as arrays:
        return np.asarray(arrays["run_on"], np.float32)

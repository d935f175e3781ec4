"""A small convolutional network over the lines of a page, read from arrays: what is needed to use it, without the library
that trained it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import count, pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float32]

REACHES = (1, 2, 4, 8)
"""How far each layer looks to both sides, in lines."""
POOLED = 1
"""The layer after which each line learns what the page is like as a whole."""
CLIPPED = 4.0
"""Standard deviations beyond which a feature is cut off."""


@dataclass(frozen=True)
class Net:
    """One network. `enter` maps a line's features to channels, each of `layers` mixes those of a line and of the two lines
    at its reach, `page` adds the mean and the maximum over the page, `leave` gives the log odds. Biases are the last rows.
    """

    enter: Matrix
    layers: tuple[Matrix, ...]
    page: Matrix
    leave: Matrix

    @classmethod
    def read(cls, arrays: Mapping[str, NDArray[np.generic]], name: str) -> Net:
        """The network that `arrays` hold under `name`."""
        import numpy as np

        def part(field: str) -> Matrix:
            return arrays[f"{name}.{field}"].astype(np.float32)

        layers = tuple(part(f"layer{index}") for index in range(len(REACHES)))
        return cls(part("enter"), layers, part("page"), part("leave"))

    def odds(self, rows: Matrix) -> Matrix:
        """The log odds that each line is body, from the standardised features of all lines of one page."""
        import numpy as np

        first = state = np.maximum(rows @ self.enter[:-1] + self.enter[-1], 0)
        width = state.shape[1]
        for index, (reach, layer) in enumerate(zip(REACHES, self.layers, strict=True)):
            before, here, after, bias = (
                layer[low:high] for low, high in pairwise([0, width, 2 * width, 3 * width, None])
            )
            mixed = state @ here + bias
            if reach < len(state):
                mixed[reach:] += state[:-reach] @ before
                mixed[:-reach] += state[reach:] @ after
            state = state + np.maximum(mixed, 0)
            if index == POOLED:
                state = state + np.concatenate((state.mean(axis=0), state.max(axis=0))) @ self.page
        both = np.concatenate((state, first), axis=1)
        found: Matrix = (both @ self.leave[:-1] + self.leave[-1])[:, 0]
        return found


@dataclass(frozen=True)
class Nets:
    """Networks that judge together: the mean of their log odds counts. `mean` and `scale` standardise the features."""

    mean: Matrix
    scale: Matrix
    members: tuple[Net, ...]

    @classmethod
    def read(cls, arrays: Mapping[str, NDArray[np.generic]]) -> Nets:
        """The networks that `arrays` hold."""
        members = []
        for number in count():
            if f"net{number}.enter" not in arrays:
                break
            members.append(Net.read(arrays, f"net{number}"))
        return cls(arrays["mean"], arrays["scale"], tuple(members))  # type: ignore[arg-type]

    def predict(self, rows: Matrix) -> Matrix:
        """The probability that each line of a page is body."""
        import numpy as np

        standard = np.clip((rows - self.mean) / self.scale, -CLIPPED, CLIPPED)
        odds = np.sum([net.odds(standard) for net in self.members], axis=0) / len(self.members)
        found: Matrix = (1 / (1 + np.exp(-odds))).astype(np.float32)
        return found

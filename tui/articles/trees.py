"""Boosted trees, read from arrays: what is needed to use them, without the library that grew them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

FIELDS = ("feature", "threshold", "left", "right", "value", "roots")
_CHUNK = 4096
"""Rows at a time: bounds the memory."""


@dataclass(frozen=True)
class Trees:
    """An ensemble of binary trees over rows of numbers.

    Node `i` sends a row with `row[feature[i]] <= threshold[i]` to `left[i]`, any other to `right[i]`. A leaf points to
    itself and adds `value[i]` to the log odds. `roots` are the trees' first nodes; `depth` is that of the deepest leaf.
    """

    feature: NDArray[np.int16]
    threshold: NDArray[np.float32]
    left: NDArray[np.int32]
    right: NDArray[np.int32]
    value: NDArray[np.float32]
    roots: NDArray[np.int32]
    depth: int

    @classmethod
    def read(cls, arrays: Mapping[str, NDArray[np.generic]], name: str) -> Trees:
        """The ensemble that `arrays` hold under `name`."""
        fields = {field: arrays[f"{name}.{field}"] for field in FIELDS}
        return cls(**fields, depth=int(arrays[f"{name}.depth"]))  # type: ignore[arg-type]

    def predict(self, rows: NDArray[np.float32]) -> NDArray[np.float32]:
        """The probability that each row's label is 1."""
        import numpy as np

        odds = np.empty(len(rows), np.float32)
        below = np.stack((self.right, self.left), axis=1).ravel()
        is_leaf = self.left == np.arange(len(self.left))
        for low in range(0, len(rows), _CHUNK):
            part = np.ascontiguousarray(rows[low : low + _CHUNK])
            size, width = part.shape
            leaf = np.tile(self.roots, size)
            first = np.repeat(np.arange(size, dtype=np.int64) * width, len(self.roots))
            alive, at = np.arange(len(leaf)), leaf
            for _ in range(self.depth):
                goes_left = part.ravel().take(first + self.feature.take(at)) <= self.threshold.take(at)
                at = below.take(2 * at + goes_left)
                done = is_leaf.take(at)
                leaf[alive[done]] = at[done]
                alive, at, first = alive[~done], at[~done], first[~done]
            odds[low : low + _CHUNK] = self.value.take(leaf).reshape(size, -1).sum(axis=1)
        return (1 / (1 + np.exp(-odds))).astype(np.float32)

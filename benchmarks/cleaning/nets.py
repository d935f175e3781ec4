"""Train the networks of `tui/articles/net.py` with JAX."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

os.environ["XLA_FLAGS"] = "--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1"

import jax
import jax.numpy as jnp
import numpy as np
import optax
from jax import Array
from numpy.typing import NDArray

from tui.articles.net import POOLED, REACHES

jax.config.update("jax_default_prng_impl", "unsafe_rbg")

Floats = NDArray[np.float32]
Weights = dict[str, Any]

CHANNELS = 48
EPOCHS = 14
BATCH = 2048
"""Lines that are learnt from at a time, of several pages; a longer page is cut."""
APART = max(REACHES) + 1
"""Empty lines between two pages, so that no layer sees from one into the other."""
MOST = 256
"""Pages in a batch, at most."""
DROPPED = (0.2, 0.3)
"""The share of values that are left out at random while training: before each layer, and before the last."""
RATE, DECAY, CLIP = 3e-3, 0.1, 1.0


@dataclass(frozen=True)
class Lines:
    """The standardised features of the lines of some pages, their labels and weights, and how many lines each page has."""

    rows: Floats
    labels: Floats
    weights: Floats
    sizes: Sequence[int]


_METHOD = optax.chain(
    optax.clip_by_global_norm(CLIP), optax.scale_by_adam(), optax.add_decayed_weights(DECAY)
)


def train(lines: Lines, seed: int) -> dict[str, NDArray[np.float16]]:
    """The arrays of a network: see `tui.articles.net.Net`."""
    key = jax.random.key(seed)
    rng = np.random.default_rng(seed)
    weights = _fresh(key, lines.rows.shape[1])
    starts = np.concatenate(([0], np.cumsum(lines.sizes)))
    rounds = len(list(_packed(lines.sizes, rng)))
    mass = float(lines.weights.sum()) / rounds
    length = (rounds + 2) * EPOCHS
    rates = iter(
        np.asarray(jax.vmap(optax.cosine_onecycle_schedule(length, RATE, 0.2))(jnp.arange(2 * length)))
    )
    state = _METHOD.init(weights)
    for _ in range(EPOCHS):
        for pages in _packed(lines.sizes, rng):
            key, part = jax.random.split(key)
            rows, labels, counts, page = _batch(lines, starts, pages)
            weights, state = _step(weights, state, part, (rows, labels, counts / mass, page), next(rates))
    return {name: np.asarray(value, np.float16) for name, value in weights.items()}


def _stepped(weights: Weights, state: Any, key: Array, batch: Any, rate: Array) -> tuple[Weights, Any]:
    slope = jax.grad(_loss)(weights, key, batch)
    change, state = _METHOD.update(slope, state, weights)
    return {name: weights[name] - rate * change[name] for name in weights}, state


_step = jax.jit(_stepped)


def _fresh(key: Array, features: int) -> Weights:
    def drawn(key: Array, inputs: int, outputs: int, size: float, *, bias: bool = True) -> Array:
        values = jax.random.normal(key, (inputs, outputs)) * size * np.sqrt(1.5 / inputs)
        return jnp.concatenate((values, jnp.zeros((1, outputs)))) if bias else values

    keys = jax.random.split(key, len(REACHES) + 3)
    return {
        "enter": drawn(keys[0], features, CHANNELS, 1),
        "leave": drawn(keys[1], 2 * CHANNELS, 1, 0.1),
        "page": drawn(keys[2], 2 * CHANNELS, CHANNELS, 0.5, bias=False),
        **{
            f"layer{index}": drawn(keys[3 + index], 3 * CHANNELS, CHANNELS, 0.7)
            for index in range(len(REACHES))
        },
    }


def _packed(sizes: Sequence[int], rng: np.random.Generator) -> Iterator[list[int]]:
    """The pages in random order, in groups that fit in a batch."""
    group: list[int] = []
    filled = 0
    for page in rng.permutation(len(sizes)).tolist():
        size = min(sizes[page], BATCH - APART) + APART
        if filled + size > BATCH or len(group) == MOST - 1:
            yield group
            group, filled = [], 0
        group.append(page)
        filled += size
    if group:
        yield group


def _batch(
    lines: Lines, starts: NDArray[np.int64], pages: Sequence[int]
) -> tuple[Floats, Floats, Floats, NDArray[np.int32]]:
    """Rows, labels and weights of the pages, and which of them each line belongs to (the last number: to none)."""
    rows = np.zeros((BATCH, lines.rows.shape[1]), np.float32)
    labels, weights = np.zeros(BATCH, np.float32), np.zeros(BATCH, np.float32)
    page_of = np.full(BATCH, MOST - 1, np.int32)
    at = 0
    for number, page in enumerate(pages):
        low = int(starts[page])
        size = min(lines.sizes[page], BATCH - APART)
        rows[at : at + size] = lines.rows[low : low + size]
        labels[at : at + size] = lines.labels[low : low + size]
        weights[at : at + size] = lines.weights[low : low + size]
        page_of[at : at + size] = number
        at += size + APART
    return rows, labels, weights, page_of


def _loss(weights: Weights, key: Array, batch: tuple[Array, Array, Array, Array]) -> Array:
    rows, labels, counts, page = batch
    found = _forward(weights, rows, page, key)
    return jnp.sum(counts * optax.sigmoid_binary_cross_entropy(found, labels))


def _forward(weights: Weights, rows: Array, page: Array, key: Array) -> Array:
    """What `Net.odds` does, for several pages at once and with some values left out."""
    keys = jax.random.split(key, len(REACHES) + 2)
    real = (page < MOST - 1).astype(jnp.float32)[:, None]
    first = state = jax.nn.relu(_dense(weights["enter"], _thinned(rows, keys[0], DROPPED[0]))) * real
    for index, reach in enumerate(REACHES):
        kept = _thinned(state, keys[1 + index], DROPPED[0])
        seen = jnp.concatenate((_shifted(kept, reach), kept, _shifted(kept, -reach)), axis=1)
        state = (state + jax.nn.relu(_dense(weights[f"layer{index}"], seen))) * real
        if index == POOLED:
            count = jax.ops.segment_sum(real[:, 0], page, MOST) + 1e-6
            mean = jax.ops.segment_sum(state, page, MOST) / count[:, None]
            most = jnp.maximum(jax.ops.segment_max(state, page, MOST), 0)
            state = (state + (jnp.concatenate((mean, most), axis=1) @ weights["page"])[page]) * real
    both = jnp.concatenate((state, first), axis=1)
    return _dense(weights["leave"], _thinned(both, keys[-1], DROPPED[1]))[:, 0]


def _dense(weights: Array, rows: Array) -> Array:
    return rows @ weights[:-1] + weights[-1]


def _thinned(values: Array, key: Array, share: float) -> Array:
    return values * (jax.random.bernoulli(key, 1 - share, values.shape) / (1 - share))


def _shifted(values: Array, by: int) -> Array:
    empty = jnp.zeros((abs(by), values.shape[1]), values.dtype)
    return jnp.concatenate((empty, values[:-by]) if by > 0 else (values[-by:], empty))

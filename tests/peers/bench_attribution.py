"""Attribution beside ChannelAttribution (which simulates) and code by hand in NumPy and Polars; ours checks every row, too.

ChannelAttribution's credits differ by its noise; the others must agree. It takes paths as text, so that row of ours does
too; the code by hand starts from codes, and so does that row of ours. All credit conversions and value.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator
from typing import Any

import ChannelAttribution
import numpy as np
import pandas as pd
import polars as pl
import ukur
from bench import Work

PEERS = ("numpy", "polars", "ChannelAttribution")
CHANNELS = 12


def works(scale: float) -> Iterator[Work]:
    rng = np.random.default_rng(1)
    count = int(1_000_000 * scale)
    lengths = 1 + rng.exponential(2.5, count).astype(np.int64)
    ends = np.cumsum(lengths)
    steps = (rng.random(ends[-1]) ** 2 * CHANNELS).astype(np.uint32)
    converted = (rng.random(count) < 0.05).astype(np.float64)
    values = np.where(converted > 0, np.round(rng.random(count) * 100, 2), 0.0)
    names = tuple(f"channel_{at:02d}" for at in range(CHANNELS))
    offsets = np.concatenate([[0], ends]).astype(np.uint32)
    journeys = ukur.attribution.Journeys(names, offsets, steps, converted, values, 1 - converted)
    words = [names[step] for step in steps.tolist()]
    paths = [" > ".join(words[start:end]) for start, end in itertools.pairwise(offsets.tolist())]
    table = pd.DataFrame({"path": paths, "conversions": converted, "nulls": 1 - converted, "values": values})

    def specialist() -> np.ndarray:
        return markov_by_numpy(offsets, steps, converted, values)

    def channel_attribution() -> Any:
        return ChannelAttribution.markov_model(
            table, "path", "conversions", var_value="values", var_null="nulls", verbose=False, flg_pro=False
        )

    yield Work(
        f"Markov attribution of {count:,} journeys, from codes",
        lambda: both(ukur.attribution.markov(journeys).credits),
        {"NumPy": specialist},
        target=0.25,
        same=lambda ours, theirs: np.allclose(ours, theirs, rtol=1e-9),
    )
    yield Work(
        f"Markov attribution of {count:,} journeys, from text",
        lambda: ukur.attribution.markov(paths, converted, 1 - converted, values),
        {"ChannelAttribution": channel_attribution},
    )
    yield Work(
        f"Shapley attribution of {count:,} journeys, from codes",
        lambda: both(ukur.attribution.shapley(journeys).credits),
        {"NumPy": lambda: shapley_by_numpy(offsets, steps, converted, values)},
        target=0.30,
        same=lambda ours, theirs: np.allclose(ours, theirs, rtol=1e-9),
    )
    who = np.repeat(np.arange(count), lengths)
    when = np.arange(len(steps)) - np.repeat(offsets[:-1], lengths).astype(np.int64)
    last = np.zeros(len(steps))
    last[ends - 1] = converted
    order = rng.permutation(len(steps))
    events = pl.DataFrame(
        {"who": who[order], "when": when[order].astype(float), "channel": np.array(words)[order], "orders": last[order]}
    )
    columns = {"customer": "who", "time": "when", "channel": "channel", "conversions": "orders"}

    def by_polars() -> pl.DataFrame:
        return events.sort("who", "when").group_by("who", maintain_order=True).agg(pl.col("channel"), pl.col("orders").sum())

    yield Work(
        f"journeys from {len(steps):,} events in any order",
        lambda: ukur.attribution.journeys(events, **columns),
        {"Polars (sort and group only)": by_polars},
    )


def both(credits: Any) -> np.ndarray:
    return np.array([credits.conversions, credits.values])


def markov_by_numpy(offsets: np.ndarray, steps: np.ndarray, converted: np.ndarray, values: np.ndarray) -> np.ndarray:
    """First order: count the moves, solve the chain once for each channel."""
    n = CHANNELS + 1
    starts, ends = offsets[:-1].astype(np.int64), offsets[1:].astype(np.int64)
    inside = np.ones(len(steps), dtype=bool)
    inside[starts] = False
    at = np.flatnonzero(inside)
    moves = np.bincount(steps[at - 1].astype(np.int64) * CHANNELS + steps[at], minlength=CHANNELS**2)
    chain = np.zeros((n, n))
    chain[1:, 1:] = moves.reshape(CHANNELS, CHANNELS)
    chain[0, 1:] = np.bincount(steps[starts], minlength=CHANNELS)
    last = steps[ends - 1]
    counts = [np.concatenate([[0], np.bincount(last, weights, CHANNELS)]) for weights in (converted, values, 1 - converted)]
    total = chain.sum(axis=1) + counts[0] + counts[2]
    chain, wins = chain / total[:, None], np.stack(counts[:2], axis=1) / total[:, None]

    def outcome(without: int | None) -> np.ndarray:
        keep = [state for state in range(n) if state != without]
        return np.linalg.solve((np.eye(n) - chain)[np.ix_(keep, keep)], wins[keep])[0]

    base = outcome(None)
    effects = np.array([1 - outcome(channel + 1) / base for channel in range(CHANNELS)]).T
    return effects / effects.sum(axis=1)[:, None] * np.array([[converted.sum()], [values.sum()]])


def shapley_by_numpy(offsets: np.ndarray, steps: np.ndarray, converted: np.ndarray, values: np.ndarray) -> np.ndarray:
    """Conversions and value by set of channels, the worth of every set, and the formula over all sets."""
    masks = np.bitwise_or.reduceat(np.left_shift(np.uint32(1), steps), offsets[:-1])
    every = np.arange(1 << CHANNELS)
    size = np.array([bin(mask).count("1") for mask in range(1 << CHANNELS)])
    weights = np.array([1 / (CHANNELS * math.comb(CHANNELS - 1, s)) for s in range(CHANNELS)])
    credits = np.zeros((2, CHANNELS))
    for row, column in enumerate((converted, values)):
        worth = np.bincount(masks, column, 1 << CHANNELS)
        for player in range(CHANNELS):
            has = every >> player & 1 == 1
            worth[has] += worth[every[has] ^ (1 << player)]
        for player in range(CHANNELS):
            without = every[every >> player & 1 == 0]
            credits[row, player] = ((worth[without | 1 << player] - worth[without]) * weights[size[without]]).sum()
    return credits

"""Metrics over whole columns and tables beside NumPy, pandas, Polars and DuckDB, checks of every value included in ours."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import duckdb
import numpy as np
import pandas as pd
import polars as pl
import ukur
from bench import Work

PEERS = ("numpy", "pandas", "polars", "duckdb")


def works(scale: float) -> Iterator[Work]:
    rows = int(10_000_000 * scale)
    yield from elementwise(rows)
    yield from totals(rows)


def columns(rows: int) -> dict[str, Any]:
    """Counts of posts as float64, the form in which every library computes."""
    rng = np.random.default_rng(1)
    followers = np.floor(np.exp(rng.normal(9.0, 1.5, rows))) + 1
    return {
        "likes": np.floor(followers * rng.random(rows) * 0.1),
        "comments": np.floor(followers * rng.random(rows) * 0.01),
        "followers": followers,
        "cost": np.round(rng.gamma(2.0, 100.0, rows), 2),
        "impressions": np.floor(followers * 3),
    }


def checked(*counts: Any) -> bool:
    """What ukur looks at in every value: finite, and not below zero. (By hand NaN would need a mask more.)"""
    return all(bool((column >= 0).all()) and bool(np.isfinite(column).all()) for column in counts)


def close(ours: Any, theirs: Any) -> bool:
    return bool(np.allclose(np.asarray(ours), np.asarray(theirs), rtol=1e-12))


def elementwise(rows: int) -> Iterator[Work]:
    data = columns(rows)
    likes, comments, followers = data["likes"], data["comments"], data["followers"]
    cost, impressions = data["cost"], data["impressions"]
    polars, pandas = pl.DataFrame(data), pd.DataFrame(data)
    connection = duckdb.connect(config={"threads": 1})
    connection.register("posts", polars.to_arrow())
    millions = f"{rows / 1e6:g} M rows"

    def rate() -> Any:
        return np.where(followers > 0, (likes + comments) / followers, np.nan)

    def rate_checked() -> Any:
        if not checked(likes, comments, followers):
            raise ValueError
        return rate()

    def mille() -> Any:
        return np.where(impressions > 0, 1000.0 * cost / impressions, np.nan)

    def mille_checked() -> Any:
        if not checked(cost, impressions):
            raise ValueError
        return mille()

    engagement = pl.when(pl.col("followers") > 0).then((pl.col("likes") + pl.col("comments")) / pl.col("followers"))
    per_mille = pl.when(pl.col("impressions") > 0).then(1000.0 * pl.col("cost") / pl.col("impressions"))
    yield Work(
        f"engagement rate of {millions}",
        lambda: ukur.metrics.engagement_rate_followers(likes, comments, followers),
        {
            "NumPy, unchecked": rate,
            "NumPy with the same checks": rate_checked,
            "Polars, unchecked": lambda: polars.select(engagement.alias("rate"))["rate"],
            "pandas, unchecked": lambda: (pandas["likes"] + pandas["comments"]) / pandas["followers"],
            "DuckDB, unchecked": lambda: connection.execute(
                "select (likes + comments) / nullif(followers, 0) as rate from posts"
            ).fetchnumpy()["rate"],
        },
        target=0.030,
        same=close,
        repeat=7,
    )
    yield Work(
        f"CPM of {millions}",
        lambda: ukur.metrics.cpm(cost, impressions),
        {
            "NumPy, unchecked": mille,
            "NumPy with the same checks": mille_checked,
            "Polars, unchecked": lambda: polars.select(per_mille.alias("cpm"))["cpm"],
            "pandas, unchecked": lambda: 1000.0 * pandas["cost"] / pandas["impressions"],
            "DuckDB, unchecked": lambda: connection.execute(
                "select 1000 * cost / nullif(impressions, 0) as cpm from posts"
            ).fetchnumpy()["cpm"],
        },
        target=0.025,
        same=close,
        repeat=7,
    )


def totals(rows: int) -> Iterator[Work]:
    rng = np.random.default_rng(2)
    data = columns(rows)
    account = rng.integers(0, max(rows // 100, 1), rows)
    tier = np.array(["macro", "mega", "micro", "nano"])[rng.integers(0, 4, rows)]
    small = {"cost": data["cost"], "impressions": data["impressions"]}
    for what, by in ((f"{rows // 100:,} accounts (whole numbers)", account), ("4 tiers (text)", tier)):
        pandas = pd.DataFrame({"by": by, **small})
        polars = pl.DataFrame({"by": by, **small})
        sums = [pl.col("cost").sum(), pl.col("impressions").sum()]

        def by_polars(polars: Any = polars, sums: Any = sums) -> Any:
            grouped = polars.group_by("by").agg(sums).sort("by")
            return grouped["cost"] * 1000.0 / grouped["impressions"]

        def by_pandas(pandas: Any = pandas) -> Any:
            grouped = pandas.groupby("by")[["cost", "impressions"]].sum()
            return 1000.0 * grouped["cost"] / grouped["impressions"]

        def same(ours: Any, theirs: Any) -> bool:
            return close(ours["cpm"], theirs)

        yield Work(
            f"rollup of CPM, {rows / 1e6:g} M rows, by {what} (Polars)",
            lambda polars=polars: ukur.metrics.rollup("cpm", polars, by="by"),
            {"Polars": by_polars},
            same=same,
        )
        yield Work(
            f"rollup of CPM, {rows / 1e6:g} M rows, by {what} (pandas)",
            lambda pandas=pandas: ukur.metrics.rollup("cpm", pandas, by="by"),
            {"pandas": by_pandas},
            same=same,
        )

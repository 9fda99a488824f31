"""Summaries, cohorts, survival and RFM scores beside lifetimes, pandas, Polars, DuckDB, lifelines and statsmodels."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import duckdb
import lifelines
import lifetimes.utils
import numpy as np
import pandas as pd
import polars as pl
import statsmodels.api as sm
import ukur
from bench import Work

PEERS = ("numpy", "pandas", "polars", "duckdb", "lifetimes", "lifelines", "statsmodels")
FIRST = 9862  # 1 January 1997
DAYS = 546
END = "1998-06-30"


def purchases(customers: int, rows: int) -> dict[str, Any]:
    """At least one purchase of each customer, the rest anyone's, in random order."""
    rng = np.random.default_rng(1)
    who = np.concatenate([np.arange(customers), rng.integers(0, customers, rows - customers)])
    rng.shuffle(who)
    day = (FIRST + rng.integers(0, DAYS, rows)).astype("datetime64[D]")
    return {"customer": who, "date": day, "value": np.round(rng.gamma(2.0, 20.0, rows), 2)}


def works(scale: float) -> Iterator[Work]:
    yield from summaries(int(1_000_000 * scale), int(2_000_000 * scale))
    yield from cohorts(int(1_000_000 * scale), int(10_000_000 * scale))
    yield from survival(int(1_000_000 * scale))


def summaries(customers: int, rows: int) -> Iterator[Work]:
    columns = purchases(customers, rows)
    pandas = pd.DataFrame({**columns, "date": columns["date"].astype("datetime64[ns]")})
    polars = pl.DataFrame(columns)
    names = {"customer": "customer", "date": "date", "value": "value", "end": END}
    connection = duckdb.connect(config={"threads": 1})
    connection.register("purchases", polars.to_arrow())

    def by_polars() -> pl.DataFrame:
        days = polars.group_by("customer", "date").agg(pl.col("value").sum()).sort("date")
        one = days.group_by("customer").agg(
            frequency=pl.len() - 1,
            first=pl.col("date").min(),
            last=pl.col("date").max(),
            monetary_value=pl.col("value").slice(1).mean(),
        )
        return one.with_columns(
            recency=(pl.col("last") - pl.col("first")).dt.total_days() / 7,
            T=(pl.date(1998, 6, 30) - pl.col("first")).dt.total_days() / 7,
        ).sort("customer")

    def by_pandas() -> pd.DataFrame:
        days = pandas.groupby(["customer", "date"], as_index=False)["value"].sum()
        grouped = days.groupby("customer")
        one = grouped["date"].agg(["min", "max", "size"])
        total, first = grouped["value"].sum(), grouped["value"].first()
        repeats = one["size"] - 1
        return pd.DataFrame(
            {
                "frequency": repeats,
                "recency": (one["max"] - one["min"]).dt.days / 7,
                "T": (pd.Timestamp(END) - one["min"]).dt.days / 7,
                "monetary_value": ((total - first) / repeats.where(repeats > 0)),
            }
        )

    query = """
        with days as (select customer, date, sum(value) as value from purchases group by all),
             firsts as (select customer, min(date) as first, max(date) as last, count(*) - 1 as frequency,
                               sum(value) as total, arg_min(value, date) as first_value from days group by customer)
        select customer, frequency, (last - first) / 7 as recency, (date '1998-06-30' - first) / 7 as "T",
               (total - first_value) / nullif(frequency, 0) as monetary_value
        from firsts order by customer
    """

    def by_lifetimes() -> pd.DataFrame:
        return lifetimes.utils.summary_data_from_transaction_data(
            pandas, "customer", "date", "value", observation_period_end=END, freq="D", freq_multiplier=7
        )

    def same(ours: Any, theirs: Any) -> bool:
        totals = [
            (float(np.nansum(frame["frequency"])), float(np.nansum(frame["recency"])), float(np.nansum(frame["T"])))
            for frame in (ours, theirs)
        ]
        return bool(np.allclose(*totals, rtol=1e-9))

    peers = {
        "DuckDB": lambda: connection.execute(query).df(),
        "Polars": by_polars,
        "pandas": by_pandas,
        "lifetimes": by_lifetimes,
    }
    millions = f"{rows / 1e6:g} M purchases of {customers / 1e6:g} M customers"
    yield Work(
        f"summarise {millions} (pandas)",
        lambda: ukur.customers.summarise(pandas, **names),
        peers,
        target=0.16,
        same=same,
    )
    yield Work(f"summarise {millions} (Polars)", lambda: ukur.customers.summarise(polars, **names), target=0.16)
    summary = ukur.customers.summarise(pandas, **names)

    def ranks() -> pd.DataFrame:
        since = summary["recency"] - summary["T"]
        return pd.DataFrame(
            {
                name: 5 * (column.rank(method="min") - 1) // len(column) + 1
                for name, column in {"r": since, "f": summary["frequency"], "m": summary["monetary_value"]}.items()
            }
        )

    yield Work(f"RFM segments of {customers / 1e6:g} M customers", lambda: ukur.customers.rfm_segments(summary), {"pandas (ranks only)": ranks})


def cohorts(customers: int, rows: int) -> Iterator[Work]:
    columns = purchases(customers, rows)
    del columns["value"]
    pandas = pd.DataFrame({**columns, "date": columns["date"].astype("datetime64[ns]")})
    polars = pl.DataFrame(columns)
    who, day = columns["customer"], columns["date"].astype(np.int64)
    month_of_day = (
        np.arange(FIRST, FIRST + DAYS).astype("datetime64[D]").astype("datetime64[M]").astype(np.int64) - 27 * 12
    )
    months = int(month_of_day.max()) + 1
    connection = duckdb.connect(config={"threads": 1})
    connection.register("events", polars.to_arrow())

    def by_numpy() -> np.ndarray[Any, Any]:
        month = month_of_day[day - FIRST]
        bought = np.zeros(customers * months, dtype=bool)
        bought[who * months + month] = True
        bought = bought.reshape(customers, months)
        first = bought.argmax(axis=1)
        seen = bought.any(axis=1)
        table = np.zeros((months, months), dtype=np.int64)
        for cohort in range(months):
            table[cohort, : months - cohort] = bought[seen & (first == cohort)].sum(axis=0)[cohort:]
        return table

    def by_polars() -> pl.DataFrame:
        pairs = polars.select("customer", month=pl.col("date").dt.month_start()).unique()
        return (
            pairs.with_columns(cohort=pl.col("month").min().over("customer"))
            .group_by("cohort", "month")
            .agg(active=pl.len())
            .sort("cohort", "month")
        )

    def by_pandas() -> pd.DataFrame:
        month = pandas["date"].dt.year * 12 + pandas["date"].dt.month
        cohort = month.groupby(pandas["customer"]).transform("min")
        return pd.DataFrame({"cohort": cohort, "month": month, "active": pandas["customer"]}).groupby(["cohort", "month"])["active"].nunique().reset_index()

    query = """
        with pairs as (select distinct customer, date_trunc('month', date) as month from events),
             firsts as (select customer, min(month) as cohort from pairs group by customer)
        select cohort, month, count(*) as active from pairs join firsts using (customer) group by all order by all
    """

    def same(ours: Any, theirs: Any) -> bool:
        active = theirs if isinstance(theirs, np.ndarray) else theirs["active"]
        return int(np.sum(ours["active"])) == int(np.sum(np.asarray(active)))

    yield Work(
        f"retention by monthly cohort from {rows / 1e6:g} M events (pandas)",
        lambda: ukur.customers.cohorts(pandas, customer="customer", date="date"),
        {
            "NumPy, by hand": by_numpy,
            "DuckDB": lambda: connection.execute(query).df(),
            "Polars": by_polars,
            "pandas": by_pandas,
        },
        target=0.08,
        same=same,
        repeat=2,
    )


def survival(customers: int) -> Iterator[Work]:
    rng = np.random.default_rng(2)
    for kind, durations in (
        ("any durations", rng.exponential(100.0, customers)),
        ("whole days", np.ceil(rng.exponential(100.0, customers))),
    ):
        left = rng.random(customers) < 0.7

        def by_numpy(durations: Any = durations, left: Any = left) -> Any:
            order = np.argsort(durations, kind="stable")
            times, starts = np.unique(durations[order], return_index=True)
            gone = np.add.reduceat(left[order].astype(np.int64), starts)
            return times, np.cumprod(1.0 - gone / (len(durations) - starts))

        def same(ours: Any, theirs: Any) -> bool:
            if isinstance(theirs, tuple):
                curve = theirs[1]
            elif isinstance(theirs, lifelines.KaplanMeierFitter):
                curve = theirs.survival_function_.to_numpy()[1:, 0]
            else:
                return bool(np.isclose(ours.survival[-1], theirs.surv_prob[-1], atol=1e-9))
            return bool(np.allclose(ours.survival, curve, atol=1e-9))

        yield Work(
            f"Kaplan-Meier of {customers / 1e6:g} M customers, {kind}",
            lambda durations=durations, left=left: ukur.customers.kaplan_meier(durations, left),
            {
                "NumPy, curve only": by_numpy,
                "statsmodels": lambda durations=durations, left=left: sm.SurvfuncRight(durations, left.astype(int)),
                "lifelines": lambda durations=durations, left=left: lifelines.KaplanMeierFitter().fit(durations, left),
            },
            target=0.05,
            same=same,
        )

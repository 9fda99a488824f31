"""The customers' part: purchases, a fit, a check on the holdout, and what each customer is worth."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import ukur

DATA = Path(__file__).resolve().parents[1] / "tests" / "data" / "cdnow_sample.csv"
CALIBRATION_END = "1997-09-30"
HOLDOUT_END = "1998-06-30"
MOST = 7  # customers with this many repeat purchases or more are shown together


@dataclass
class Customers:
    """What the report shows of the customers."""

    totals: dict[str, float]
    summary: pd.DataFrame
    purchases: ukur.models.BgNbd
    spend: ukur.models.GammaGamma
    histogram: pd.DataFrame
    holdout: pd.DataFrame
    tracking: pd.DataFrame
    check: dict[str, float]
    valued: pd.DataFrame
    deciles: pd.DataFrame


def read() -> pd.DataFrame:
    """The purchases, one row each, in days."""
    frame = pd.read_csv(DATA, dtype={"master_id": str, "sample_id": str, "date": str})
    frame["date"] = pd.to_datetime(frame["date"], format="%Y%m%d")
    return frame


def run() -> Customers:
    """The whole job."""
    purchases = read()
    summary = ukur.customers.summarise(
        purchases,
        customer="sample_id",
        date="date",
        value="dollar_value",
        unit="week",
        end=CALIBRATION_END,
        holdout_end=HOLDOUT_END,
    )
    model = ukur.models.BgNbd().fit(summary, unit="week")
    spend = ukur.models.GammaGamma().fit(summary)
    holdout_weeks = float(summary["holdout_T"].iloc[0])
    scored = summary.assign(
        probability_alive=model.probability_alive(summary),
        expected_purchases=model.expected_purchases(holdout_weeks, summary),
        expected_spend=spend.expected_spend(summary),
        lifetime_value=ukur.models.lifetime_value(
            model, spend, summary, horizon=12, horizon_unit="month", discount_rate=0.10, discount_period="year"
        ),
    )
    return Customers(
        totals=totals(purchases, summary),
        summary=summary,
        purchases=model,
        spend=spend,
        histogram=histogram(model, summary),
        holdout=by_frequency(scored),
        tracking=tracking(purchases, model, summary),
        check=check(scored, holdout_weeks, summary),
        valued=scored,
        deciles=deciles(scored),
    )


def totals(purchases: pd.DataFrame, summary: pd.DataFrame) -> dict[str, float]:
    """The sums that any tool can be checked on."""
    inside = purchases[purchases["date"] <= CALIBRATION_END]
    return {
        "Purchases read": float(len(purchases)),
        "Customers": float(len(summary)),
        "Repeat purchases to 30 September 1997": float(summary["frequency"].sum()),
        "Customers without a repeat purchase": float((summary["frequency"] == 0).sum()),
        "Spend to 30 September 1997": float(inside["dollar_value"].sum()),
        "Purchases in the nine months after": float(summary["holdout_frequency"].sum()),
    }


def histogram(model: ukur.models.BgNbd, summary: pd.DataFrame) -> pd.DataFrame:
    """Customers by number of repeat purchases: counted, and as the model expects of customers of these ages."""
    ages, customers = np.unique(summary["T"].to_numpy(), return_counts=True)
    rows = []
    rest = float(len(summary))
    for count in range(MOST + 1):
        if count < MOST:
            expected = float((np.asarray(model.purchase_probability(count, ages)) * customers).sum())
            counted = int((summary["frequency"] == count).sum())
            rest -= expected
        else:
            expected, counted = rest, int((summary["frequency"] >= count).sum())
        rows.append({"repeat purchases": f"{count}{'+' if count == MOST else ''}", "counted": counted, "model": expected})
    return pd.DataFrame(rows)


def by_frequency(scored: pd.DataFrame) -> pd.DataFrame:
    """The holdout by what was known before it: mean purchases counted and expected."""
    group = scored["frequency"].clip(upper=MOST)
    table = scored.groupby(group).agg(
        customers=("frequency", "size"), counted=("holdout_frequency", "mean"), model=("expected_purchases", "mean")
    )
    table.index = [f"{int(count)}{'+' if count == MOST else ''}" for count in table.index]
    return table.rename_axis("repeat purchases before").reset_index()


def tracking(purchases: pd.DataFrame, model: ukur.models.BgNbd, summary: pd.DataFrame) -> pd.DataFrame:
    """Cumulative repeat purchases by week, counted and as expected of customers of these first days."""
    start = purchases["date"].min()
    days = purchases.drop_duplicates(["sample_id", "date"]).sort_values("date")
    repeats = days[days.duplicated("sample_id")]
    weeks = np.arange(1, int((pd.Timestamp(HOLDOUT_END) - start).days / 7) + 1)
    counted = np.searchsorted(((repeats["date"] - start).dt.days / 7).to_numpy(), weeks, side="left")
    # A customer of age T at the end of calibration came (calibration length - T) weeks after the start.
    length = (pd.Timestamp(CALIBRATION_END) - start).days / 7
    born, customers = np.unique(length - summary["T"].to_numpy(), return_counts=True)
    ages = np.clip(weeks[:, None] - born[None, :], 0.0, None)
    expected = np.asarray(model.expected_purchases_new(ages.ravel())).reshape(ages.shape) @ customers
    return pd.DataFrame({"week": weeks, "counted": counted, "model": expected, "calibration": weeks <= length})


def check(scored: pd.DataFrame, weeks: float, summary: pd.DataFrame) -> dict[str, float]:
    """How the forecast did, beside the rule of thumb that every customer goes on as before."""
    actual = scored["holdout_frequency"].to_numpy(dtype=float)
    naive = (summary["frequency"] / summary["T"] * weeks).to_numpy(dtype=float)
    expected = scored["expected_purchases"].to_numpy(dtype=float)
    return {
        "actual": float(actual.sum()),
        "model": float(expected.sum()),
        "naive": float(naive.sum()),
        "model_error": float(np.abs(expected - actual).mean()),
        "naive_error": float(np.abs(naive - actual).mean()),
        "model_correlation": float(np.corrcoef(expected, actual)[0, 1]),
        "naive_correlation": float(np.corrcoef(naive, actual)[0, 1]),
    }


def deciles(scored: pd.DataFrame) -> pd.DataFrame:
    """Customers in ten groups by value: what each group is worth, and what share of all that is."""
    ranked = scored.sort_values(["lifetime_value", "customer"], ascending=[False, True]).reset_index(drop=True)
    ranked["group"] = (np.arange(len(ranked)) * 10) // len(ranked) + 1
    table = ranked.groupby("group").agg(
        customers=("lifetime_value", "size"), mean_value=("lifetime_value", "mean"), total=("lifetime_value", "sum")
    )
    table["share"] = table["total"] / table["total"].sum()
    return table.reset_index()


def estimates(model: Any) -> list[dict[str, Any]]:
    """Parameters with standard errors and intervals, as rows."""
    intervals = model.confidence_intervals(0.95)
    errors = model.standard_errors_
    return [
        {"name": name, "estimate": value, "error": errors[name], "low": intervals[name][0], "high": intervals[name][1]}
        for name, value in model.params_.items()
    ]

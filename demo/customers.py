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
    judged: ukur.models.Validation
    by_frequency: pd.DataFrame
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
    split = {
        "customer": "sample_id",
        "date": "date",
        "unit": "week",
        "end": CALIBRATION_END,
        "holdout_end": HOLDOUT_END,
    }
    summary = ukur.customers.summarise(purchases, value="dollar_value", **split)
    model = ukur.models.BgNbd().fit(summary, unit="week")
    judged = ukur.models.validate(model, summary, ukur.customers.tracking(purchases, **split), most=MOST)
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
        judged=judged,
        by_frequency=by_frequency(judged),
        check=check(judged),
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


def by_frequency(judged: ukur.models.Validation) -> pd.DataFrame:
    """Repeat purchases before the test: customers counted and expected, and what they bought in the test."""
    table = judged.by_frequency
    labels = [f"{int(count)}{'+' if count == MOST else ''}" for count in table["frequency"]]
    return table.assign(label=labels)


def check(judged: ukur.models.Validation) -> dict[str, float]:
    """How the forecast did, beside the rule of thumb that every customer goes on as before."""
    rows = judged.errors.set_index("method")
    names = {"model": "model", "naive": "same_rate"}
    found = {"actual": float(rows.loc["model", "actual"])}
    for name, row in names.items():
        found[name] = float(rows.loc[row, "expected"])
        found[f"{name}_error"] = float(rows.loc[row, "mean_absolute_error"])
        found[f"{name}_share"] = float(rows.loc[row, "top_group_share"])
    return found


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
        {"name": name, "estimate": value, "error": errors[name], "low": intervals[name].lower, "high": intervals[name].upper}
        for name, value in model.params_.items()
    ]

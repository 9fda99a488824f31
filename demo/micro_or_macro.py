"""Many small influencers or few large ones."""

from __future__ import annotations

from typing import Any

import charts
import numpy as np
import pandas as pd
from parts import Section
from ukur import influencers

HOURLY_RATE = 25.0


def posts() -> pd.DataFrame:
    """Five posts each of 24 accounts; accounts differ among themselves as much as tiers do. Made up."""
    rng = np.random.default_rng(11)
    size = np.r_[rng.uniform(12_000, 95_000, 16), rng.uniform(130_000, 900_000, 8)].round(-3)
    own = 0.028 * np.exp(rng.normal(0, 0.25, 24))  # an account's own engagement rate
    rows = []
    for account in range(24):
        reach = (size[account] * rng.uniform(0.25, 0.5, 5)).round()
        likes = rng.poisson(reach * own[account])
        fee = float((0.06 * size[account] ** 0.85 * np.exp(rng.normal(0, 0.2))).round(-1))
        rows += [(f"account {account + 1:02}", size[account], r, like, like // 18, fee) for r, like in zip(reach, likes)]
    frame = pd.DataFrame(rows, columns=["account", "followers", "reach", "likes", "comments", "fee"])
    frame["base"] = frame["impressions"] = frame["reach"]
    frame["tier"] = influencers.classify("Instagram", frame["followers"])
    return frame


NAMES = {
    "engagement_rate": ("engagement rate, %", 100.0),
    "likes_per_post": ("likes a post", 1.0),
    "reach_per_post": ("reach a post", 1.0),
    "cpm": ("CPM", 1.0),
    "all_in_cpm": ("CPM with coordination", 1.0),
}


def section() -> Section:
    """Every figure with its error between accounts, and what may be said."""
    table = posts()
    found = influencers.compare(table, hours_each=(3, 6), hourly_rate=HOURLY_RATE)
    made = Section("Micro or macro: what 24 accounts can show")
    made.text(
        f"{found.accounts[0]:.0f} micro and {found.accounts[1]:.0f} macro accounts on Instagram (macro above 100,000 followers), "
        f"{len(table)} posts. Posts of one account are alike, so errors are between accounts."
    )
    rows, dots = [], []
    for name, (words, scale) in NAMES.items():
        row = found[name]
        if row.first is None or row.second is None or row.verdict is None or row.permutation is None:
            continue
        rows.append([words, f"{scale * row.first:,.2f}", f"{scale * row.second:,.2f}", chance(row.permutation.p_value),
                     row.verdict.finding.replace("_", " ")])
        lift = row.comparison.relative_lift if row.comparison else None
        if lift is not None:
            dots.append((words.removesuffix(", %"), lift.estimate, lift.interval.lower, lift.interval.upper))
    made.table(["", "micro", "macro", "p (accounts regrouped)", "finding"], rows)
    made.chart(lifts(dots), "Micro against macro, with 95 % intervals; the grey band is a difference of a tenth, which would not matter.")
    for name in ("engagement_rate", "all_in_cpm"):
        verdict = found[name].verdict
        if verdict is not None:
            made.text(verdict.sentence)
    line = influencers.size_elasticity(table)
    even = influencers.coordination_breakeven(
        influencers.Side(fee=420, reach=18_000, hours_each=3, duplication=0.15),
        influencers.Side(fee=9_000, reach=250_000, hours_each=6),
        target_reach=250_000,
        hourly_rate=HOURLY_RATE,
    )
    made.text(
        f"One percent more followers cost {line.elasticity:.2f} % more ({line.interval.lower:.2f} to {line.interval.upper:.2f}), so "
        f"prices by the head fall with size. {even.small_accounts:.0f} small accounts for a reach of 250,000 cost "
        f"{even.small_cost:,.0f}, {even.large_accounts:.0f} large one {even.large_cost:,.0f}; at {even.breakeven_hours_each:.1f} "
        "hours of coordination for each small account both cost the same."
    )
    made.note("Accounts, posts and prices are made up for illustration.")
    return made


def chance(p: float) -> str:
    """A p value as one writes it."""
    return f"{p:.3f}" if p >= 0.001 else "< 0.001"


def lifts(rows: list[tuple[str, float, float, float]]) -> dict[str, str]:
    """Relative differences with their intervals."""

    def draw(axes: Any, palette: charts.Palette) -> None:
        places = range(len(rows))
        axes.axvspan(-10, 10, color=palette.faint, alpha=0.7, linewidth=0)
        axes.axvline(0, color=palette.text, linewidth=0.8)
        for place, (_, estimate, lower, upper) in zip(places, rows):
            axes.plot([100 * lower, 100 * upper], [place, place], color=palette.model, linewidth=2)
            axes.plot(100 * estimate, place, "o", color=palette.model)
        axes.set_yticks(list(places), [row[0] for row in rows])
        axes.invert_yaxis()
        axes.set_xlabel("micro against macro, %")
        axes.grid(axis="y", visible=False)

    return charts.both(draw, height=2.4)

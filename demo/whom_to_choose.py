"""Whom to work with: overlapping audiences, a budget, and what more money buys."""

from __future__ import annotations

from typing import Any

import charts
import numpy as np
import pandas as pd
from parts import Section
from ukur import influencers

BUDGET = 12_000.0


def market() -> tuple[pd.DataFrame, pd.DataFrame]:
    """Twelve creators of one city and who follows them; interests are shared, so followers overlap. Made up."""
    rng = np.random.default_rng(7)
    taste = rng.uniform(0, 1, 60_000)  # where each person stands between two styles
    # The large ones please the middle and share it; the small ones stand for something.
    sizes = np.array([26, 25, 23, 22, 20, 12, 11, 10, 9, 8, 7, 6]) * 1_000
    centres = np.r_[rng.normal(0.5, 0.04, 5), np.linspace(0.03, 0.97, 7)]
    widths = np.r_[np.full(5, 0.16), np.full(7, 0.12)]
    rows, cards = [], []
    for at, (centre, width, size) in enumerate(zip(centres, widths, sizes)):
        weight = np.exp(-(((taste - centre) / width) ** 2))
        people = rng.choice(60_000, size, replace=False, p=weight / weight.sum())
        rows.append(pd.DataFrame({"influencer": f"creator {at + 1:02}", "person": people}))
        cards.append((f"creator {at + 1:02}", round(float(180 + 0.9 * size**0.83 * np.exp(rng.normal(0, 0.1))), -1)))
    return pd.DataFrame(cards, columns=["influencer", "cost"]), pd.concat(rows, ignore_index=True)


def section() -> Section:
    """The best set beside the obvious one."""
    candidates, audience = market()
    best = influencers.select(candidates, audience, budget=BUDGET)
    sizes = audience.groupby("influencer").size()
    left, largest = BUDGET, []
    for name in sizes.sort_values(ascending=False).index:
        price = float(candidates.set_index("influencer").loc[name, "cost"])
        if price <= left:
            largest.append(name)
            left -= price
    obvious = influencers.reach(audience, of=largest)
    made = Section("Whom to work with: followers overlap")
    made.text(
        f"Twelve creators of one city, {len(audience):,} followers in all, {BUDGET:,.0f} to spend. Taking the largest as "
        f"long as the money lasts buys {obvious.gross:,.0f} followers, who are {obvious.unique:,.0f} people. The best set "
        f"reaches {best.reach:,.0f} for {best.cost:,.0f}: {100 * (best.reach / obvious.unique - 1):.0f} % more people."
    )
    made.table(
        ["chosen", "cost", "reaches alone", "adds to the others", "cost per 1,000 added"],
        [
            [str(m.influencer), f"{m.cost:,.0f}", f"{m.alone:,.0f}", f"{m.adds:,.0f}", f"{1000 * (m.cost_per_added or 0):.0f}"]
            for m in best.members
        ],
    )
    largest_share, loss = best.concentration.largest_share or 0, best.concentration.largest_loss or 0
    made.text(
        f"{'Proven best.' if best.optimal else f'At most {100 * best.optimality_gap:.1f} % below the best.'} The dearest takes "
        f"{100 * largest_share:.0f} % of the money; whoever drops out, at most {100 * loss:.0f} % of the reach goes."
    )
    points = influencers.frontier(candidates, audience, budgets=np.linspace(1_000, float(candidates["cost"].sum()), 14))
    made.chart(frontier([(p.budget, p.objective) for p in points], BUDGET), "People reached by the best set of each budget.")
    made.note("Creators, followers and prices are made up for illustration.")
    return made


def frontier(points: list[tuple[float, float]], budget: float) -> dict[str, str]:
    """Reach over money."""

    def draw(axes: Any, palette: charts.Palette) -> None:
        axes.plot(*zip(*points), color=palette.model, marker="o", markersize=4)
        axes.axvline(budget, color=palette.text, linewidth=0.8, linestyle=(0, (4, 3)))
        axes.set_xlabel("budget")
        axes.set_ylabel("people reached")
        axes.set_ylim(bottom=0)
        axes.xaxis.set_major_formatter("{x:,.0f}")
        axes.yaxis.set_major_formatter("{x:,.0f}")

    return charts.both(draw)

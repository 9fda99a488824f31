"""A loyalty programme: what points owe, where members go, what it added."""

from __future__ import annotations

from typing import Any

import charts
import numpy as np
import pandas as pd
from parts import Section
from ukur import metrics, programmes

ISSUED = [600, 620, 640, 660, 700, 720]
REDEEMED = [[190, 300, 340, 355, 360, 361], [200, 310, 352, 366, 371], [201, 318, 360, 375], [212, 330, 374], [220, 348], [230]]
TIERS = ["basic", "silver", "gold", "left"]
MOVES = [[5_200, 700, 60, 1_040], [300, 1_250, 220, 130], [20, 160, 590, 30], [0, 0, 0, 500]]


def spending() -> pd.DataFrame:
    """A year before and a year after, of 300 members and 300 like them. Made up: the programme adds 9, time adds 6."""
    rng = np.random.default_rng(5)
    member = np.repeat([True, False], 300)
    before = rng.gamma(4.0, 30.0, 600) + 12 * member
    after = before + 6 + 9 * member + rng.normal(0, 35, 600)
    both = {"customer": np.tile(np.arange(600), 2), "member": np.tile(member, 2), "after": np.repeat([False, True], 600)}
    return pd.DataFrame({**both, "spend": np.r_[before, np.maximum(after, 0)]})


def section() -> Section:
    """Liability, migration, lift, and the break-even."""
    parts = programmes.allocate_points(price=100_000, points_issued=10_000, expected_redemption=0.95, point_value=1)
    curve = programmes.redemption_curve(ISSUED, REDEEMED, cost_per_point=10)
    migration = programmes.tier_migration_from_matrix(MOVES, tiers=TIERS)
    members = np.array(programmes.project_tiers(migration, [7_000, 1_900, 800, 500], periods=5))
    lift = programmes.incremental_lift(spending())
    need = metrics.breakeven_spend_uplift(margin=0.4, reward_cost_rate=0.02)
    made = Section("A loyalty programme: what it owes, and what it adds")
    made.text(
        f"Of a sale of 100,000 that earns 10,000 points (95 % expected to be redeemed), {parts.goods:,.0f} is revenue now and "
        f"{parts.points:,.0f} waits for the points: the standard's own example. Six quarters of points, aged, say that "
        f"{100 * curve.ultimate_redemption_rate:.1f} % of all points will be redeemed and {100 * curve.breakage_rate:.1f} % never; "
        f"{curve.expected_redemptions:,.0f} thousand are still to come (standard error {curve.standard_error or 0:.0f}), "
        f"{curve.liability:,.0f} at a cent each."
    )
    made.pair(
        (redemptions(REDEEMED, ISSUED), "Points redeemed by age, as a share of those issued: a line a quarter of issue."),
        (tiers(members, TIERS), "Members in each tier over five years, if they move as last year and nobody joins."),
    )
    share = lift.relative_lift or 0
    per = 100 * share / lift.lift  # percent for each unit of money
    low, high = per * lift.interval.lower, per * lift.interval.upper
    answer = "it pays" if low > 100 * need else "it does not pay" if high < 100 * need else "the data leave open whether it pays"
    made.text(
        f"Members spend {lift.before_after:.2f} more than a year ago, but so do others, in part: the programme added "
        f"{lift.lift:.2f} (95 % interval {lift.interval.lower:.2f} to {lift.interval.upper:.2f}), {100 * share:.1f} % ({low:.1f} to "
        f"{high:.1f}). A reward of 2 % at a margin of 40 % needs {100 * need:.1f} %: {answer}."
    )
    made.note("Issues, moves and spending are made up for illustration; the first example is 52 of IFRS 15.")
    return made


def redemptions(cumulative: list[list[int]], issued: list[int]) -> dict[str, str]:
    """Cumulative redemption by age."""

    def draw(axes: Any, palette: charts.Palette) -> None:
        for row, total in zip(cumulative, issued):
            axes.plot(range(1, len(row) + 1), [100 * one / total for one in row], color=palette.model, marker="o", markersize=3, alpha=0.8)
        axes.set_xlabel("age, quarters")
        axes.set_ylabel("redeemed, % of issued")
        axes.set_ylim(bottom=0)

    return charts.both(draw)


def tiers(members: np.ndarray, names: list[str]) -> dict[str, str]:
    """Members by tier over time."""

    def draw(axes: Any, palette: charts.Palette) -> None:
        styles = [(palette.counted, "-"), (palette.model, "--"), (palette.model, "-"), (palette.text, ":")]
        for tier, (name, (colour, dash)) in enumerate(zip(names, styles)):
            axes.plot(range(len(members)), members[:, tier], color=colour, linestyle=dash, label=name)
        axes.set_xlabel("years from now")
        axes.set_ylabel("members")
        axes.yaxis.set_major_formatter("{x:,.0f}")
        axes.legend()

    return charts.both(draw)

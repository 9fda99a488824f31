"""Refer a friend: whom to ask, what the rewards may cost, and whether it feeds itself."""

from __future__ import annotations

from typing import Any

import charts
import numpy as np
import pandas as pd
from parts import Section
from ukur import programmes, response


def crm() -> pd.DataFrame:
    """2,000 customers: orders, years, an answer, posts shared, and who brought a friend. Made up."""
    rng = np.random.default_rng(3)
    engaged, willing = rng.normal(size=2_000), rng.normal(size=2_000)
    chance = 1 / (1 + np.exp(2.6 - 0.9 * engaged - 0.9 * willing))
    answer = np.clip(np.round(7 + 1.8 * willing + rng.normal(0, 1, 2_000)), 0, 10)
    return pd.DataFrame(
        {
            "orders": rng.poisson(np.exp(1.2 + 0.6 * engaged)),
            "years": rng.poisson(np.exp(0.8 + 0.3 * engaged)),
            "recommend": np.where(rng.random(2_000) < 0.3, np.nan, answer),
            "shared": rng.poisson(np.exp(-0.6 + 0.7 * willing)),
            "brought": (rng.random(2_000) < chance).astype(float),
        }
    )


def section() -> Section:
    """The ranking judged, the rewards, and the spread."""
    ranked = programmes.rank_advocates(crm(), engagement={"orders": 2, "years": 1}, willingness={"recommend": 1, "shared": 1})
    quality = programmes.judge_ranking(ranked["score"], ranked["brought"])
    money = programmes.referral_economics(
        advocate_reward=10, friend_reward=10, reward_redemption=0.8, programme_cost=1_200, referred_customers=300,
        margin_clv_referred=60, incrementality=0.5,
    )
    brought = np.random.default_rng(8).negative_binomial(0.35, 0.4, 400)
    k = programmes.k_factor(brought)
    spread = response.simulate_branching(k.k, 100, dispersion=k.k / ((k.dispersion or 2) - 1), seed=1)
    made = Section("Refer a friend: whom to ask, and what it may cost")
    first, fifth = quality.gain[0], quality.gain[1]
    made.text(
        f"2,000 customers ranked by engagement (orders, years) and willingness to share (an answer, posts shared), not by "
        f"followers. The first tenth brings friends {first.lift:.1f} times as often as all; the first fifth holds "
        f"{100 * fifth.share_captured:.0f} % of the {quality.advocates:.0f} who brought one. Area under the curve {quality.auc:.3f} "
        f"(standard error {quality.auc_standard_error or 0:.3f})."
    )
    made.chart(gain([(row.share_targeted, row.share_captured) for row in quality.gain]),
               "Of those who brought a friend, how many are among the first so many percent of the list.")
    made.text(
        f"With 10 for each side, a referred customer costs {money.cac:.0f}, one who would not have come anyway "
        f"{money.incremental_cac or 0:.0f}. Both rewards together may cost {money.breakeven_rewards or 0:.2f}; the programme pays "
        f"as long as {100 * (money.breakeven_incrementality or 0):.0f} % are really new."
    )
    made.text(
        f"400 customers brought {brought.sum()} friends: K = {k.k:.2f} ({k.interval.lower:.2f} to {k.interval.upper:.2f}), so it "
        f"{'dies out without new customers' if k.growth == 'dies_out' else 'may or may not feed itself'}. 100 inviters end as "
        f"{spread.mean:,.0f} on average; nine in ten of 10,000 simulated programmes end between {spread.lower_5:,.0f} and "
        f"{spread.upper_95:,.0f}."
    )
    made.note("Customers and referrals are made up for illustration.")
    return made


def gain(points: list[tuple[float, float]]) -> dict[str, str]:
    """Cumulative gain."""

    def draw(axes: Any, palette: charts.Palette) -> None:
        shares = [(0.0, 0.0), *points]
        axes.plot([100 * x for x, _ in shares], [100 * y for _, y in shares], color=palette.model, marker="o", markersize=4)
        axes.plot([0, 100], [0, 100], color=palette.counted, linestyle=(0, (4, 3)), label="in random order")
        axes.set_xlabel("first ... % of the list")
        axes.set_ylabel("% of those who brought a friend")
        axes.legend(loc="lower right")

    return charts.both(draw)

"""The influencers' part: the three candidates of the article, and what the ranking hides."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd
import ukur

GOAL = 1000.0  # new customers, as the article sets it
CONVERSION = 0.02  # followers who become customers, as the article assumes; far above what is usual


@dataclass
class Influencers:
    """What the report shows of the influencers."""

    table: pd.DataFrame
    pooled_rate: float
    mean_of_rates: float
    portfolio: float


def run() -> Influencers:
    """Value proportions 2, 1 and 4, with cost, engaged audience and reach beside them."""
    metrics = ukur.metrics
    # Followers and engagement rates are the article's. It names no costs: these are ours, for illustration, and
    # so are the reached shares.
    table = pd.DataFrame(
        {
            "influencer": ["A", "B", "C"],
            "followers": [100_000.0, 50_000.0, 200_000.0],
            "engagement_rate": [0.05, 0.08, 0.03],
            "cost": [4_000.0, 1_500.0, 9_000.0],
            "reach": [32_000.0, 21_000.0, 48_000.0],
        }
    )
    followers, rate = table["followers"], table["engagement_rate"]
    table["expected_customers"] = metrics.expected_customers_from_followers(followers, CONVERSION)
    table["value_proportion"] = metrics.customer_value_proportion(table["expected_customers"], GOAL)
    table["engaged_audience"] = metrics.engaged_audience(followers, rate)
    table["reach_rate"] = metrics.reach_rate_followers(table["reach"], followers)
    table["cost_per_customer"] = metrics.cost_per_expected_customer(table["cost"], followers, CONVERSION)
    table["cost_per_reach"] = metrics.cost_per_reach(table["cost"], table["reach"])
    engagements = table["engaged_audience"]
    return Influencers(
        table=table,
        pooled_rate=metrics.engagement_rate_pooled(engagements, followers),
        mean_of_rates=metrics.engagement_rate_mean_of_posts(rate),
        portfolio=metrics.customer_value_proportion_portfolio(table["expected_customers"], GOAL),
    )

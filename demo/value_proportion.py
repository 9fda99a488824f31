"""The first article: customers against the goal, value against investment, and why they rank differently."""

from __future__ import annotations

import charts
import pandas as pd
from parts import Section
from ukur import influencers, metrics

GOAL = 1000  # new customers, as the article sets it
CONVERSION = 0.02  # followers who become customers, as the article assumes; far above what is usual
VALUE = 15.0  # what a customer is worth; ours
WORDS = {
    "customers_to_goal": "customers / goal",
    "value_to_investment": "value / investment",
    "engaged_audience": "engaged audience",
    "cost_per_customer": "cost of a customer",
}


def section() -> Section:
    """Both readings of the proportion, and the ranking under each."""
    # Followers and engagement rates are the article's. It names no costs and no value: these are ours, for illustration.
    table = pd.DataFrame(
        {
            "influencer": ["A", "B", "C"],
            "followers": [100_000, 50_000, 200_000],
            "engagement_rate": [0.05, 0.08, 0.03],
            "cost": [4_000.0, 1_500.0, 9_000.0],
        }
    )
    marks = {
        "followers": "measured",
        "engagement_rate": "estimated",
        "conversion_rate": "modelled",
        "cost": "measured",
        "value_per_customer": "estimated",
        "goal": "measured",
    }
    found = influencers.value_proportion(
        table,
        goal=GOAL,
        conversion_rate=CONVERSION,
        value_per_customer=VALUE,
        units={"cost": "currency:USD", "value_per_customer": "currency:USD"},
        provenance=marks,
    )
    made = Section("Influencers: two readings of one proportion")
    made.text(
        f"Three candidates, a goal of {GOAL:,} new customers, {100 * CONVERSION:g} % of followers expected to buy: so the article. It "
        "defines its proportion as customer value against investment, and computes customers against the goal."
    )
    shown = pd.DataFrame(
        {
            "influencer": [one.name for one in found.candidates],
            "value_proportion": [one.customers_to_goal for one in found.candidates],
            "cost_per_customer": [one.cost_per_customer for one in found.candidates],
        }
    )
    made.chart(charts.proportions(shown), "Customers against the goal, and what one expected customer costs.")
    made.table(
        ["influencer", "followers", "customers", "customers / goal", "value / investment", "engaged audience", "cost of a customer"],
        [
            [
                one.name,
                f"{followers:,}",
                f"{one.customers:,.0f}",
                f"{one.customers_to_goal:g}",
                f"{one.value_to_investment or 0:.2f}",
                f"{one.engaged_audience or 0:,.0f}",
                f"{one.cost_per_customer or 0:.2f}",
            ]
            for one, followers in zip(found.candidates, table["followers"], strict=True)
        ],
    )
    made.heading("The ranking under each")
    made.table(
        ["by", "in", "first to last", "lead of the first", "numbers are"],
        [
            [
                WORDS[ranking.reading],
                ranking.unit.replace("_", " "),
                ", ".join(ranking.order),
                f"{ranking.lead:.2f} times" if ranking.lead else "",
                ranking.provenance or "not marked",
            ]
            for ranking in found.rankings
            if ranking.reading in WORDS
        ],
    )
    for swap in found["value_to_investment"].swaps:
        made.text(f"{swap.ahead} before {swap.behind} by value against investment: {swap.reason}.")
    together = found.together
    mean_of_rates = metrics.engagement_rate_mean_of_posts(table["engagement_rate"])
    made.text(
        f"All three together reach {together.customers_to_goal:g} times the goal if their audiences are apart. Their engagement "
        f"rate is {100 * (together.engagement_rate or 0):.2f} % of all followers; the mean of the three rates, {100 * mean_of_rates:.2f} %, would be a "
        "rate that no audience has."
    )
    made.note(
        "Costs and the value of a customer are made up for illustration: the article gives none. A conversion of 2 % is far "
        "above what is usual. " + ". ".join(note[0].upper() + note[1:] for note in found.notes[:1]) + "."
    )
    return made

"""The levers of customer value."""

from __future__ import annotations

from parts import Section
from ukur import programmes

NAMES = {
    "simple": "basket x frequency x years (revenue)",
    "simple_margin": "the same in margin",
    "churn": "margin / churn",
    "retention": "m r / (1 + d - r)",
    "retention_immediate": "m (1 + d) / (1 + d - r)",
    "finite": "five years",
}


def section() -> Section:
    """What one point of retention is worth, formula by formula."""
    rows = programmes.lever_worth(basket=50, frequency=4, margin=0.5, retention=0.8, discount=0.12, horizon=5)
    made = Section("What raises customer value most")
    made.text("A shop with a basket of 50, four orders a year, half of it margin, 80 % of customers kept each year, discount 12 %.")
    made.table(
        ["formula", "value", "+1 point of retention", "+1 % basket", "elasticity to retention"],
        [
            [
                NAMES[row.formula],
                f"{row.value or 0:.2f}",
                f"{row.retention.gain:.2f}" if row.retention else "",
                f"{row.basket.gain:.2f}" if row.basket else "",
                f"{row.retention.elasticity or 0:.2f}" if row.retention else "",
            ]
            for row in rows
        ],
    )
    exchange = next(row for row in rows if row.formula == "retention").basket_percent_for_one_point_of_retention or 0
    made.text(
        "The article's formula multiplies basket, frequency and years: the years are an input, so one more point of retention is "
        f"worth nothing in it. In m r / (1 + d - r) that point is worth as much as {exchange:.1f} % more basket."
    )
    return made

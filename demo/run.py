"""The main job on real purchases: tables here, and a report to open.

    python demo/run.py [FOLDER]     the report goes to FOLDER/report.html, by default build/demo
"""

from __future__ import annotations

import sys
from pathlib import Path

import attribution
import charts
import customers
import jinja2
import levers
import loyalty
import micro_or_macro
import referral
import response
import scorecards
import ukur
import value_proportion
import whom_to_choose
from parts import Section
from rich.console import Console

ROOT = Path(__file__).resolve().parents[1]


def customer_section(found: customers.Customers) -> Section:
    """What customers did, what the model says of them, and whether it was right."""
    section = Section("Customers: what they will be worth")
    section.text(
        "One tenth of the customers who first bought at the music shop CDNOW in the first quarter of 1997, and all "
        "they bought until June 1998. The model saw the purchases to 30 September 1997 only; the nine months after "
        "are the test."
    )
    section.cards([(f"{number:,.0f}", words) for words, number in found.totals.items()])
    check = found.check
    section.text(
        f"In the test, these customers bought {check['actual']:,.0f} times. The model expected {check['model']:,.0f}; "
        f"the rule of thumb that everyone goes on as before expected {check['naive']:,.0f}. Per customer the model is "
        f"off by {check['model_error']:.2f} purchases on average, the rule of thumb by {check['naive_error']:.2f}; the "
        f"tenth of the customers that it ranks first made {100 * check['model_share']:.0f} % of the purchases."
    )
    section.pair(
        (
            charts.tracking(found.judged.tracking, "actual_cumulative", "expected_cumulative", "repeat purchases so far"),
            "Repeat purchases of all customers, week by week. Right of the line is forecast.",
        ),
        (
            charts.tracking(found.judged.tracking, "actual", "expected", "repeat purchases in the week"),
            "The same, each week by itself.",
        ),
    )
    section.pair(
        (
            charts.bars(found.judged.calibration.astype({"group": int}), "group", "actual", "expected",
                        "tenths of the customers, most expected first", "purchases in the test, mean"),
            "Calibration: what each tenth was expected to buy, and bought.",
        ),
        (
            charts.bars(found.by_frequency, "label", "actual", "expected", "repeat purchases before", "purchases in the test, mean"),
            "The test by what was known before it: who bought more goes on buying more.",
        ),
    )
    section.chart(
        charts.bars(found.by_frequency, "label", "customers", "expected_customers",
                    "repeat purchases to 30 September 1997", "customers"),
        "How many customers came back how often: counted, and as the model has it.",
    )
    section.heading("The fit")
    section.table(
        ["", "estimate", "standard error", "95 % interval"],
        [
            [row["name"], f"{row['estimate']:.4f}", f"{row['error']:.4f}", f"{row['low']:.3f} to {row['high']:.3f}"]
            for model in (found.purchases, found.spend)
            for row in customers.estimates(model)
        ],
    )
    section.note(
        f"r, alpha, a, b: BG/NBD, time in weeks, log-likelihood {found.purchases.log_likelihood_:.4f}; "
        f"{found.purchases.diagnosis_.message}. p, q, gamma: Gamma-Gamma on the spend of "
        f"{found.spend.customers_:,.0f} repeat buyers, log-likelihood {found.spend.log_likelihood_:.4f}; "
        f"{found.spend.diagnosis_.message}."
    )
    section.heading("Value of the next 12 months")
    total = float(found.valued["lifetime_value"].sum())
    first = float(found.deciles["share"].iloc[0])
    section.text(
        f"All customers together are worth {total:,.0f} dollars over the next twelve months, discounted at 10 % a "
        f"year: {total / len(found.valued):.2f} each on average. The most valuable tenth holds {100 * first:.0f} % of it."
    )
    section.chart(charts.shares(found.deciles), "Share of the value in each tenth of the customers.")
    best = found.valued.nlargest(10, "lifetime_value")
    section.table(
        ["customer", "repeat purchases", "weeks since last", "probability alive", "purchases expected", "spend each", "value"],
        [
            [
                str(row.customer),
                f"{row.frequency:.0f}",
                f"{row.T - row.recency:.1f}",
                f"{row.probability_alive:.3f}",
                f"{row.expected_purchases:.1f}",
                f"{row.expected_spend:.2f}",
                f"{row.lifetime_value:.2f}",
            ]
            for row in best.itertuples()
        ],
    )
    section.note(
        f"The ten most valuable of {len(found.valued):,}. Purchases are expected over the nine months of the test; "
        "value counts twelve. A customer with a single purchase has a probability alive of 1 under this model, since "
        "it lets customers leave after a repeat purchase only."
    )
    return section


def main() -> None:
    """Run everything, print it, write it."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "build" / "demo"
    folder.mkdir(parents=True, exist_ok=True)
    sections = [
        customer_section(customers.run()),
        value_proportion.section(),
        whom_to_choose.section(),
        micro_or_macro.section(),
        loyalty.section(),
        referral.section(),
        levers.section(),
        scorecards.section(),
        scorecards.social_section(),
        attribution.section(),
        response.section(),
    ]
    console = Console(width=min(Console().width, 110) if sys.stdout.isatty() else 110)
    for section in sections:
        section.show(console)
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(Path(__file__).parent), autoescape=True, trim_blocks=True, lstrip_blocks=True
    )
    page = environment.get_template("report.html.j2").render(
        about="Purchases of a music shop, the questions of five articles, and a made-up market, measured with ukur.",
        sections=sections,
        version=ukur.__version__,
    )
    path = folder / "report.html"
    unfinished = path.with_suffix(".part")  # so that nobody finds half a report
    unfinished.write_text(page, encoding="utf-8")
    unfinished.replace(path)
    console.print(f"\nThe report: [bold]{path}[/] ({len(page) // 1024} KB, one file)", highlight=False)


if __name__ == "__main__":
    main()

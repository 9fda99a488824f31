"""The scorecards of the loyalty article and of the social media article."""

from __future__ import annotations

import pandas as pd
from customers import read
from parts import Section
from ukur import programmes

SHOWN = {
    "engagement_rate": ("engagement rate", ".4f"),
    "reach": ("reach", ",.0f"),
    "brand_mentions": ("mentions", ",.0f"),
    "content_quality": ("content quality", ".2f"),
    "purchase_frequency": ("orders a customer", ".2f"),
    "average_order_value": ("order value", ".2f"),
    "revenue_per_customer": ("revenue a customer", ".2f"),
}


def posts() -> pd.DataFrame:
    """Posts of four creators in six quarters. Made up: no source gives a programme's posts."""
    quarters = [f"{year} Q{quarter}" for year, quarter in ((1997, 1), (1997, 2), (1997, 3), (1997, 4), (1998, 1), (1998, 2))]
    size = {"ana": 8_000, "budi": 15_000, "citra": 40_000, "dewi": 120_000}
    liked = {"ana": 0.062, "budi": 0.048, "citra": 0.035, "dewi": 0.021}
    likes_a_share = {"ana": 6, "budi": 20, "citra": 25, "dewi": 60}  # some share much and move nobody
    buys = {"ana": 0.3, "budi": 1.5, "citra": 1.0, "dewi": 1.2}
    rows = []
    for at, quarter in enumerate(quarters):
        for place, (who, base) in enumerate(size.items()):
            base = round(base * (1 + 0.04 * at))
            likes = round(base * liked[who] * (1 - 0.03 * ((at + place) % 3)))
            rows.append(
                {
                    "influencer": who,
                    "period": quarter,
                    "base": base,
                    "likes": likes,
                    "comments": round(likes / 12),
                    "reach": round(base * (0.36 - 0.04 * place)),
                    "brand_mentions": 2 + (at * 3 + place) % 5,
                    "rating": 3 + (2 * place + at // 2) % 3,
                    "shares": round(likes / likes_a_share[who] * (1 + 0.05 * at)),
                    "value": round(likes * 0.02 * buys[who] * (1 - 0.04 * at), 2),
                }
            )
    return pd.DataFrame(rows)


def section() -> Section:
    """The two metric sets side by side and over time."""
    purchases = read()
    quarter = purchases["date"].dt.year.astype(str) + " Q" + purchases["date"].dt.quarter.astype(str)
    orders = pd.DataFrame({"customer": purchases["sample_id"], "period": quarter, "revenue": purchases["dollar_value"]})
    marks = {"base": "measured", "likes": "measured", "comments": "measured", "reach": "estimated", "revenue": "measured"}
    ours = {name: mark for name, mark in marks.items() if name != "revenue"}
    cards = pd.concat(
        [
            programmes.influencer_scorecard(posts(), provenance=ours),
            programmes.customer_scorecard(
                orders, units={"revenue": "currency:USD"}, provenance={"revenue": "measured", "customer": "measured"}
            ),
        ]
    )
    whole = cards[(cards["level"] == "programme") & cards["measure"].isin(list(SHOWN))]
    over_time = whole[whole["period"].notna()].pivot(index="period", columns="measure", values="value")
    made = Section("Influencer programme and customer programme, side by side")
    made.text(
        "The measures that the loyalty article names for each, quarter by quarter: four made-up creators, and the real "
        "purchases of the music shop. A programme's rate is that of all its posts or orders together, no mean of rates."
    )
    made.table(
        ["quarter", *(words for words, _ in SHOWN.values())],
        [
            [str(period), *(format(row[name], form) for name, (_, form) in SHOWN.items())]
            for period, row in over_time.iterrows()
        ],
    )
    people = cards[(cards["programme"] == "influencer") & (cards["level"] == "person") & cards["period"].isna()]
    by_person = people.pivot(index="person", columns="measure", values="value")
    made.heading("The creators, all quarters together")
    names = [name for name in SHOWN if name in by_person.columns]
    made.table(
        ["creator", *(SHOWN[name][0] for name in names)],
        [[str(who), *(format(row[name], SHOWN[name][1]) for name in names)] for who, row in by_person.iterrows()],
    )
    stated = whole[whole["period"].isna()].set_index("measure")
    known, units = stated["provenance"], stated["unit"]
    made.note(
        "Reach is a sum over posts: people reached twice count twice. Customers count in each quarter in which they bought. "
        f"Marks: reach is {known['reach']}, the engagement rate {known['engagement_rate']}, order values "
        f"{known['average_order_value']}, in {units['average_order_value'].partition(':')[2]}."
    )
    return made


def social_section() -> Section:
    """Reach, sharing and monetisation against the programme before."""
    rows = posts().rename(columns={"influencer": "person"})
    before, now = rows[rows["period"] < "1998"], rows[rows["period"] >= "1998"]
    made = Section("Reach, sharing and monetisation in one score")
    made.text(
        "People, shares and money cannot be added. Each is first set against the programme before (1997), per post, which makes "
        "it an index; the weights depend on what the campaign is for."
    )
    cards = {
        name: programmes.social_scorecard(now, benchmark=before, campaign=campaign)
        for name, campaign in (("awareness", "awareness"), ("direct response", "direct_response"))
    }
    first = cards["awareness"]
    made.table(
        ["", "reach", "sharing", "monetisation", *(f"score for {name}" for name in cards)],
        [
            [
                who,
                *(f"{index or 0:.0f}" for index in (score.indices.reach, score.indices.sharing, score.indices.monetisation)),
                *(f"{scores[place].score or 0:.1f}" for scores in columns),
            ]
            for columns in [[[card.programme, *card.people] for card in cards.values()]]
            for place, (who, score) in enumerate(
                zip(["programme", *(str(score.person) for score in first.people)], columns[0], strict=True)
            )
        ],
    )
    weights = [
        f"{name} {card.weights.reach:g} / {card.weights.sharing:g} / {card.weights.monetisation:g}" for name, card in cards.items()
    ]
    made.note(
        f"100 is the programme before. Weights of reach, sharing and monetisation: {', '.join(weights)}; placeholders that no "
        "source fixes. The posts are made up."
    )
    return made

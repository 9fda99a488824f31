"""A loyalty programme for creators: who stays, is keeping them cheaper, what rewards and free products cost.

Run: python py-bindings/examples/creator_programme.py
"""

import pandas as pd
from ukur import influencers

print("1. Six creators over six months: who stays, who fades?")
# Engagements by month; no entry, no post. Every post was seen by 10,000 people.
ENGAGEMENTS = {
    "ani": [520, 540, 560, 590, 600, 640],
    "budi": [610, 560, 500, 470, 400, 360],
    "citra": [480, None, 500, 470, None, 490],
    "dewi": [450, 430, None, None, None, None],
    "eka": [None, None, 390, 420, 440, 430],
    "fajar": [None, 510, 520, None, 530, 540],
}
rows = [
    (creator, month, 1, made, 10_000)
    for creator, months in ENGAGEMENTS.items()
    for month, made in enumerate(months)
    if made is not None
]
panel = influencers.creators(
    pd.DataFrame(rows, columns=["creator", "period", "posts", "engagements", "base"]), lapse_after=1
)
for row in panel.creators:
    trend = "too short to tell" if row.engagement_trend is None else f"{100 * row.engagement_trend:+.1f} % a month"
    state = "active" if row.active_at_end else "lapsed"
    print(f"   {row.creator}: {row.posts:.0f} posts in {row.tenure} months, rate {100 * row.engagement_rate:.2f} %, {trend}, {state}")
print("   active again the next month: " + ", ".join("-" if share is None else f"{100 * share:.0f} %" for share in panel.retention))
print("   -> Keep ani, talk to budi, ask why dewi left.\n")

print("2. Is keeping a creator cheaper than recruiting a new one for each campaign?")
kept = influencers.keep_or_recruit(fee=500, recruiting_cost=120, programme_cost=30, retention=0.75, campaigns=5)
print(f"   kept {kept.cost_kept:.2f} a campaign, anew {kept.cost_anew:.2f}: the programme saves {kept.saving:.2f}.")
print(
    f"   It pays up to {kept.breakeven_programme_cost:.2f} a creator and campaign, "
    f"or as long as {100 * kept.breakeven_retention:.2f} % stay."
)
print("   -> The programme pays.\n")

print("3. What do reward tiers cost?")
tiers = [("bronze", 3, 20.0), ("silver", 5, 60.0), ("gold", 12, 150.0)]
report = influencers.reward_tiers(tiers, [row.posts for row in panel.creators])
for row, tier, missing in zip(panel.creators, report.tier, report.to_next, strict=True):
    print(f"   {row.creator}: {tier or 'no tier'}" + ("" if missing is None else f", {missing:.0f} short of the next"))
print(f"   {report.cost:.2f} in all, {report.cost_per_point:.2f} a post")
print("   -> Gold is out of reach for everyone: lower it to 8 posts or drop it.\n")

print("4. Free watches to 200 small accounts: what did a post cost?")
sent = influencers.seeding(
    creators_seeded=200, creators_who_posted=84, unit_cost=12, unit_shipping=9, other_cost=600, posts=96,
    usable_assets=40, cost_per_produced_asset=150,
)
print(f"   {100 * sent.post_rate:.0f} % posted; {sent.cost_per_post:.2f} a post, {sent.cost_per_asset:.2f} a usable picture")
print(
    f"   The pictures would have cost {sent.replacement_value:,.0f} to produce: {sent.saving:,.0f} saved; it pays as long "
    f"as {100 * sent.breakeven_post_rate:.0f} % post."
)
earned = influencers.earned_media({"likes": 41_000, "comments": 1_900}, {"likes": 0.05, "comments": 0.4}, cost=sent.cost)
print(
    f"   Buying the same likes and comments at your own prices: {earned.cost_equivalent:,.0f} "
    f"({earned.label.replace('_', ' ')}, not a return)."
)
print("   -> Send again; count pictures and sales, not the cost equivalent.")

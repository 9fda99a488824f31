"""Did the campaign do better than the one before, who moved others to act, and how does it stand beside the customers' programme?

Run: python py-bindings/examples/social_performance.py
"""

import pandas as pd
from ukur import metrics, programmes

print("1. What is each call to action worth? No bought likes: what you can defend")
trial = metrics.action_value_from_funnel(action_to_purchase_rate=0.04, margin_per_purchase=25)
print(f"   A trial download leads to a purchase in 4 of 100 cases, at 25 margin: {trial:.2f} each.")
WORTH = {"sign_ups": 1.5, "purchases": 25.0, "downloads": float(trial)}  # a sign-up: ours, from last year's newsletter
# Each creator's posts of two campaigns: reach, shares, friends who saw a share, what the friends and followers then did.
COLUMNS = ["campaign", "person", "posts", "reach", "shares", "exposed", "sign_ups", "purchases", "downloads"]
POSTS = pd.DataFrame(
    [
        ("spring", "ani", 4, 32_000, 120, 9_600, 60, 9, 30),
        ("spring", "budi", 4, 61_000, 640, 41_000, 22, 2, 16),
        ("spring", "citra", 4, 18_000, 45, 3_300, 38, 11, 24),
        ("autumn", "ani", 5, 46_000, 210, 16_400, 115, 16, 52),
        ("autumn", "budi", 5, 70_000, 900, 58_000, 20, 2, 15),
        ("autumn", "citra", 4, 19_500, 60, 4_500, 62, 19, 35),
    ],
    columns=COLUMNS,
)
POSTS["value"] = sum(POSTS[action] * worth for action, worth in WORTH.items())
autumn, spring = (POSTS[POSTS["campaign"] == name] for name in ("autumn", "spring"))
print(f"   All calls of autumn: {autumn['value'].sum():,.2f}, of spring {spring['value'].sum():,.2f}.\n")

print("2. Better than the campaign before? Each figure per post, with spring as 100")
cards = {
    aim: programmes.social_scorecard(autumn, benchmark=spring, campaign=aim, period=None)
    for aim in ("awareness", "direct_response")
}
indices = cards["awareness"].programme.indices
print(f"   reach {indices.reach:.1f}, sharing {indices.sharing:.1f}, monetisation {indices.monetisation:.1f}")
for aim, card in cards.items():
    weights = card.weights
    print(
        f"   {aim.replace('_', ' ')} (weights {weights.reach:g}, {weights.sharing:g}, {weights.monetisation:g}): "
        f"{card.programme.score:.1f}"
    )
print("   -> Better on each count, most of all in money. The weights are placeholders: set your own.\n")

print("3. Who shares much and moves nobody?")
for row, score in zip(autumn.itertuples(), cards["direct_response"].people, strict=True):
    acted = row.sign_ups + row.purchases + row.downloads
    rate = metrics.follow_through_rate(actions_by_peers=acted, peers_exposed=row.exposed)
    print(
        f"   {row.person}: {row.shares / row.posts:.0f} shares a post (index {score.indices.sharing:.0f}), "
        f"{100 * rate:.2f} % of those who saw a share acted; score for direct response {score.score:.0f}"
    )
print("   -> Keep budi for awareness; give citra and ani the offers.\n")

print("4. Did it reach people beyond the brand's own audience?")
more = metrics.extended_reach_multiplier(seeded_impressions=135_500, shared_impressions=78_900)
new = metrics.new_audience_share(reach_new=52_000, reach=108_000)
print(f"   Shares made {more:.2f} impressions of each; {100 * new:.0f} % of the people reached were new to the brand.\n")

print("5. The creators' programme beside the customers' programme")
creators = pd.DataFrame(
    {"influencer": ["ani", "budi", "ani", "budi"], "period": [1, 1, 2, 2], "likes": [900, 1_100, 1_050, 1_000], "base": [20_000, 50_000, 21_000, 52_000]}
)
orders = pd.DataFrame({"customer": [1, 1, 2, 3, 1, 2, 2, 3, 3], "period": [1] * 4 + [2] * 5, "revenue": [40, 35, 60, 45, 42, 55, 48, 50, 41]})
card = pd.concat([programmes.influencer_scorecard(creators), programmes.customer_scorecard(orders)])
whole = card[(card["level"] == "programme") & (card["period"] == 2)]
for row in whole.itertuples():
    print(f"   {row.measure.replace('_', ' ')}: {row.value:.3f}, {100 * row.change:+.1f} % against the quarter before")
print("   -> The orders moved, engagement hardly did: ask what brought the orders before paying for more posts.")

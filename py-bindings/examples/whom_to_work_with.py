"""Whom to work with: the article's three candidates, then audiences that overlap, then overlaps that are only partly known.

Run: python py-bindings/examples/whom_to_work_with.py
"""

import pandas as pd
from ukur import influencers, metrics

print("1. Three candidates, a goal of 1,000 new customers, 2 % of followers expected to buy")
cards = pd.DataFrame({"influencer": ["A", "B", "C"], "followers": [100_000, 50_000, 200_000], "rate": [0.05, 0.08, 0.03]})
cards["cost"] = [4_000, 1_500, 9_000]  # ours: the article names none
cards["customers"] = metrics.expected_customers_from_followers(cards["followers"], 0.02)
cards["engaged"] = metrics.engaged_audience(cards["followers"], cards["rate"])
for card in cards.itertuples():
    proportion = metrics.customer_value_proportion(card.customers, 1_000)
    print(
        f"   {card.influencer}: {card.customers:,.0f} customers, {proportion:.0f} x the goal; "
        f"{card.engaged:,.0f} engaged followers; {card.cost / card.customers:.2f} a customer"
    )
best = influencers.select(cards, value="customers", budget=10_500)
print(f"   With 10,500 to spend: {' and '.join(best.chosen)}, {best.objective:,.0f} customers for {best.cost:,.0f}.")
cheapest = influencers.select(cards, value="customers", goal=1_000)
print(f"   The goal alone takes only {' and '.join(cheapest.chosen)}: {cheapest.cost:,.0f}.")
print("   -> C leads by followers; B reaches the goal for a sixth of C's price.\n")

print("2. The same question where followers overlap: five creators of one city")
spans = {"ani": (0, 42_000), "budi": (2_000, 40_000), "citra": (38_000, 60_000), "dewi": (55_000, 78_000), "eka": (30_000, 62_000)}
people = [(name, person) for name, (first, last) in spans.items() for person in range(first, last)]
audience = pd.DataFrame(people, columns=["influencer", "person"])
creators = pd.DataFrame({"influencer": list(spans), "cost": [2_400, 2_000, 1_300, 1_500, 1_900]})
alone = {name: last - first for name, (first, last) in spans.items()}
by_size = sorted(alone, key=lambda name: -alone[name])[:2]
taken = influencers.reach(audience, of=by_size)
print(f"   The two largest, {' and '.join(by_size)}: {taken.gross:,.0f} followers, but only {taken.unique:,.0f} people.")
chosen = influencers.select(creators, audience, budget=5_500)
print(f"   The best for 5,500: {', '.join(chosen.chosen)}: {chosen.reach:,.0f} people for {chosen.cost:,.0f}.")
for member in chosen.members:
    print(f"     {member.influencer} adds {member.adds:,.0f} people, {1_000 * (member.cost_per_added or 0):.0f} per 1,000 added")
loss = chosen.concentration.largest_loss or 0
print(f"   {chosen.concentration.largest_share:.0%} of the money is on one; if one drops out, at most {loss:.0%} of the reach goes.")
print("   What more money buys:")
for point in influencers.frontier(creators, audience, budgets=[1_500, 3_000, 4_500, 6_000, 9_100]):
    more = "" if point.marginal_return is None else f", {point.marginal_return:5.1f} more people per unit"
    print(f"     {point.budget:>6,.0f}: {point.objective:>7,.0f} people{more}")
print("   -> Take ani, citra and dewi; budi mostly reaches ani's people again.\n")

print("3. An agency tells audience sizes and pairwise overlaps only")
bounds = influencers.reach_bounds([100_000, 80_000, 50_000], [20_000, 10_000, 5_000])
print(f"   Together they reach between {bounds.lower:,.0f} and {bounds.upper:,.0f} people; no one number follows from pairs.")
print("   -> Promise the client the lower end, or ask for the ids (a sketch of them will do).")

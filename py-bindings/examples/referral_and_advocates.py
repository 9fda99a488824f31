"""Refer a friend: whom to ask, whether the list is any good, what the rewards may cost, and how far it spreads.

Run: python py-bindings/examples/referral_and_advocates.py
"""

import pandas as pd
from ukur import programmes, response

print("1. Whom to ask? Engagement and willingness to share, from the CRM; followers are not asked for")
crm = pd.DataFrame(
    {
        "customer": ["ani", "budi", "citra", "dewi", "eka", "fajar", "gita", "hadi"],
        "orders": [14, 3, 9, 22, 1, 6, 11, 2],
        "years": [4, 1, 3, 6, 1, 2, 5, 1],
        "recommend": [9, 10, 6, 10, 8, None, 3, 9],
        "shared": [2, 1, 0, 4, 0, 1, 0, 0],
    }
)
ranked = programmes.rank_advocates(crm, engagement={"orders": 2, "years": 1}, willingness={"recommend": 1, "shared": 1})
best = ranked.sort_values("rank").head(4)
print("   " + ", ".join(f"{row.rank:.0f}. {row.customer} {row.score:.2f}" for row in best.itertuples()))
print("   -> Invite these four first.\n")

print("2. Was last year's list any good? 20 customers asked, best first; 1 brought a friend")
SCORE = [0.95, 0.91, 0.88, 0.84, 0.80, 0.77, 0.71, 0.68, 0.63, 0.60, 0.55, 0.51, 0.47, 0.42, 0.38, 0.33, 0.27, 0.22, 0.15, 0.08]
BROUGHT = [1, 1, 0, 1, 1, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0]
quality = programmes.judge_ranking(SCORE, BROUGHT, groups=4)
for row in quality.gain:
    print(f"   first {100 * row.share_targeted:.0f} %: {100 * row.share_captured:.0f} % of the advocates, lift of the group {row.lift:.2f}")
print(f"   area {quality.auc:.2f} +- {1.96 * quality.auc_standard_error:.2f}; scores are off by {quality.calibration.calibration_error:.2f} on average")
made = programmes.calibrate(SCORE, BROUGHT, apply_to=[0.9, 0.6, 0.2])
print("   as probabilities: " + ", ".join(f"{score} -> {p:.2f}" for score, p in zip((0.9, 0.6, 0.2), made.calibrated, strict=True)))
print("   -> Ask the upper half: it holds nearly all of them. Read the scores as ranks, not as probabilities.\n")

print("3. What may both rewards cost?")
money = programmes.referral_economics(
    advocate_reward=10, friend_reward=10, reward_redemption=0.8, programme_cost=1_200,
    referred_customers=300, margin_clv_referred=60, incrementality=0.5,
)
print(f"   {money.cac:.0f} a referred customer, {money.incremental_cac:.0f} one who would not have come anyway; profit {money.profit:,.0f}")
print(
    f"   Both rewards together may cost {money.breakeven_rewards:.2f}; with 10 for the inviter the friend may get "
    f"{money.breakeven_friend_reward:.2f}."
)
print(f"   It pays as long as {100 * money.breakeven_incrementality:.0f} % are really new.")
print("   -> There is room for a larger friend's reward; measure how many are really new first, everything hangs on it.\n")

print("4. Does it feed itself? What 200 customers brought")
brought = [0] * 140 + [1] * 35 + [2] * 15 + [4] * 7 + [9] * 3
k = programmes.k_factor(brought)
print(f"   K = {k.k:.2f} ({k.interval.lower:.2f} to {k.interval.upper:.2f}), few bring many (dispersion {k.dispersion:.1f}): {k.growth.replace('_', ' ')}")
print(f"   1,000 won otherwise become {1_000 * k.amplification:,.0f} ({1_000 * k.amplification_lower:,.0f} to {1_000 * k.amplification_upper:,.0f})")
spread = response.simulate_branching(k.k, 100, dispersion=k.k / (k.dispersion - 1), runs=10_000, seed=1)
print(
    f"   100 inviters end as {spread.mean:,.0f} on average; of 10,000 simulated programmes the middle one ends as "
    f"{spread.median:,.0f}, nine in ten between {spread.lower_5:,.0f} and {spread.upper_95:,.0f}"
)
print("   -> Count on the programme for a factor, not for growth by itself.")

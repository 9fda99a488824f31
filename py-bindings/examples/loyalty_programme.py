"""A loyalty programme: what points owe, who climbs, what it added, and how much more members must spend.

Run: python py-bindings/examples/loyalty_programme.py
"""

import pandas as pd
from ukur import metrics, programmes

print("1. A sale of 100,000 earns 10,000 points worth 1 each; 95 % are expected to be redeemed (IFRS 15)")
parts = programmes.allocate_points(price=100_000, points_issued=10_000, expected_redemption=0.95, point_value=1)
print(f"   {parts.goods:,.0f} is revenue now, {parts.points:,.0f} is owed to the points.")
years = programmes.recognise_points(parts.points, [4_500, 8_500], [9_500, 9_700])
for year, period in enumerate(years, start=1):
    print(f"   end of year {year}: {period.revenue:,.0f} more revenue, {period.liability:,.0f} still owed")

print("2. How many points will be redeemed? Six quarters of issue, as they age (thousands)")
ISSUED = [600, 620, 640, 660, 700, 720]
REDEEMED = [[190, 300, 340, 355, 360, 361], [200, 310, 352, 366, 371], [201, 318, 360, 375], [212, 330, 374], [220, 348], [230]]
curve = programmes.redemption_curve(ISSUED, REDEEMED, cost_per_point=0.01)
print(f"   share of all redemptions by age: {', '.join(f'{100 * share:.0f} %' for share in curve.curve)}")
print(
    f"   {100 * curve.ultimate_redemption_rate:.1f} % will ever be redeemed, {100 * curve.breakage_rate:.1f} % never; "
    f"{curve.expected_redemptions:,.0f} +- {1.96 * curve.standard_error:,.0f} are still to come."
)
print(f"   -> Put aside {1_000 * curve.liability:,.0f} at a cent a point.")

print("3. Who climbs, who leaves? A year of 1,000 members")
migration = programmes.tier_migration_from_matrix(
    [[620, 90, 90], [40, 120, 15], [0, 0, 25]], tiers=["basic", "gold", "left"]
)
print(f"   a basic member becomes gold with {100 * migration.probabilities[0][1]:.0f} %, leaves with {100 * migration.probabilities[0][2]:.0f} %")
print(f"   expected stay: {migration.periods_to_absorption[0]:.1f} years from basic, {migration.periods_to_absorption[1]:.1f} from gold")
ahead = programmes.project_tiers(migration, [800, 175, 25], periods=3)[3]
print(f"   in three years of today's 1,000: {ahead[0]:.0f} basic, {ahead[1]:.0f} gold, {ahead[2]:.0f} left")
print("   -> In the long run everybody leaves: the question is how long they stay, and gold stays longer.")

print("4. What did the programme add? Members against others, before and after")
MEMBERS = {"ani": (52, 61), "budi": (75, 90), "citra": (40, 52), "dewi": (66, 70), "eka": (58, 71), "fajar": (80, 88)}
OTHERS = {"gita": (48, 53), "hadi": (60, 61), "indah": (35, 41), "joko": (70, 76), "kiki": (44, 46), "lia": (55, 62)}
rows = [
    (name, member, after, spend)
    for member, group in ((True, MEMBERS), (False, OTHERS))
    for name, both in group.items()
    for after, spend in enumerate(both)
]
lift = programmes.incremental_lift(pd.DataFrame(rows, columns=["customer", "member", "after", "spend"]))
print(f"   members spend {lift.before_after:.2f} more than before, but others also changed: the lift is {lift.lift:.2f}")
print(f"   95 % interval {lift.interval.lower:.2f} to {lift.interval.upper:.2f}, p = {lift.p_value:.3f}")
need = metrics.breakeven_spend_uplift(margin=0.4, reward_cost_rate=0.05)
print(f"   A 5 % reward at 40 % margin needs {100 * need:.1f} % more spending; members show {100 * lift.relative_lift:.1f} %.")
half = metrics.breakeven_spend_uplift(margin=0.4, reward_cost_rate=0.025)
print(f"   -> The programme works and does not pay. A reward of 2.5 % would need {100 * half:.1f} % more: try that.")

"""Many small influencers or few large ones? Tiers, a fair comparison, and what coordination may cost.

Run: python py-bindings/examples/micro_or_macro.py
"""

import pandas as pd
from ukur import influencers

# Three posts each of nine accounts: likes, comments, reach, fee. Made up, of the size that brands pay.
POSTS = {
    ("ani", 18_000): [(610, 41, 7_400, 160), (540, 37, 6_900, 160), (720, 52, 8_100, 160)],
    ("budi", 26_000): [(700, 44, 9_900, 210), (810, 61, 11_200, 210), (590, 33, 8_700, 210)],
    ("citra", 35_000): [(1_310, 80, 15_800, 280), (980, 66, 12_900, 280), (1_150, 71, 14_100, 280)],
    ("dewi", 48_000): [(1_240, 70, 17_500, 350), (1_480, 92, 19_900, 350), (1_020, 58, 15_100, 350)],
    ("eka", 71_000): [(1_900, 101, 27_300, 480), (2_240, 133, 30_800, 480), (1_610, 88, 23_900, 480)],
    ("fajar", 96_000): [(2_310, 120, 34_100, 600), (2_050, 104, 31_000, 600), (2_700, 151, 38_800, 600)],
    ("gita", 240_000): [(6_900, 260, 92_000, 1_250), (5_800, 214, 81_000, 1_250), (7_700, 305, 99_000, 1_250)],
    ("hadi", 410_000): [(9_800, 330, 139_000, 1_900), (11_900, 421, 160_000, 1_900), (8_600, 287, 124_000, 1_900)],
    ("indah", 780_000): [(19_800, 610, 262_000, 3_100), (16_900, 512, 231_000, 3_100), (22_400, 704, 288_000, 3_100)],
}
rows = [(account, size, *post) for (account, size), posts in POSTS.items() for post in posts]
posts = pd.DataFrame(rows, columns=["account", "followers", "likes", "comments", "reach", "fee"])
posts["base"] = posts["impressions"] = posts["reach"]
posts["tier"] = influencers.classify("Instagram", posts["followers"])

print("1. Who is micro, who is macro? (Mediakix: on Instagram macro begins above 100,000)")
counts = posts.groupby("tier")["account"].nunique()
print(f"   {counts['micro']} micro accounts, {counts['macro']} macro; exactly 100,000 is {influencers.classify('Instagram', [100_000])[0]}")

print("2. Do they differ? Posts of one account are alike, so accounts are what counts")
found = influencers.compare(posts, hours_each=(3, 5), hourly_rate=25)
for figure, scale in [("engagement_rate", 100), ("cpm", 1), ("all_in_cpm", 1)]:
    row = found[figure]
    print(f"   {figure}: micro {scale * row.first:.2f}, macro {scale * row.second:.2f}")
    print(f"     {row.verdict.sentence}")
    print(f"     regrouping the accounts: p = {row.permutation.p_value:.3f}")
rate = found["engagement_rate"].comparison.treatment
print(f"   (Counting posts as independent would claim an error {rate.standard_error / rate.naive_standard_error:.1f} times too small.)")
print("   -> Engagement does not speak for either side; views of micro accounts are dearer here. Three macro accounts are few:")
print("      look at some more before the year's contracts.")

print("3. How does the fee grow with size?")
line = influencers.size_elasticity(posts)
print(
    f"   1 % more followers cost {line.elasticity:.2f} % more ({line.interval.lower:.2f} to {line.interval.upper:.2f}): "
    f"the price per follower falls by {-line.cpm_elasticity:.2f} %."
)

print("4. What may coordination cost? 300,000 people through accounts of 20,000 reach, or one of 300,000")
small = influencers.Side(fee=380, reach=20_000, hours_each=3, duplication=0.2)
large = influencers.Side(fee=9_000, reach=300_000, hours_each=5)
even = influencers.coordination_breakeven(small, large, target_reach=300_000, hourly_rate=25)
print(
    f"   {even.small_accounts:.0f} small accounts cost {even.small_cost:,.0f}, {even.large_accounts:.0f} large one "
    f"{even.large_cost:,.0f}; they cost the same at {even.breakeven_hours_each:.1f} hours for each small account."
)
answer = "the small ones" if even.small_is_cheaper else "the large one"
print(f"   -> At 3 hours each take {answer}; above {even.breakeven_hours_each:.1f} hours the answer turns.")

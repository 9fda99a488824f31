"""Did it work, and is micro really better than macro? Four questions a marketer asks, answered from the numbers at hand.

Run: python py-bindings/examples/experiments.py
"""

import math

from ukur import experiments as ex

print("1. Do micro influencers engage better than macro ones? (posts of few accounts)")
micro = ex.AccountTotals(
    numerator=[20, 30, 40, 60, 30],  # engagements, a row a post
    denominator=[400, 600, 500, 2000, 800],  # followers reached
    account=["ani", "ani", "budi", "citra", "dewi"],
)
macro = ex.AccountTotals([900, 1500, 700], [40_000, 50_000, 30_000], ["eka", "fajar", "gita"])
compared = ex.compare_ratios(micro, macro)
print(f"   micro {100 * compared.treatment.estimate:.2f} %, macro {100 * compared.control.estimate:.2f} % of those reached")
naive = math.hypot(compared.treatment.naive_standard_error, compared.control.naive_standard_error)
print(f"   counting posts as independent would give an error of {100 * naive:.2f} points;")
print(f"   between accounts it is {100 * compared.difference.standard_error:.2f} points")
shuffled = ex.permutation_test(micro, macro)
print(f"   of {shuffled.permutations} ways to regroup the accounts, {shuffled.extreme} differ as much: p = {shuffled.p_value:.3f}")
verdict = ex.verdict(compared.difference, treatment="micro", control="macro", outcome="the engagement rate", unit="share", margin=0.005)
print(f"   {verdict.sentence}")
print("   -> Pay for more accounts before moving the budget: seven accounts cannot settle it.\n")

print("2. Does the new landing page sell better? (A/B test)")
split = ex.sample_ratio_mismatch([10_021, 9_979], [0.5, 0.5])
print(f"   the split is sound: p = {split.p_value:.2f}")
page = ex.compare_proportions(600, 10_021, 500, 9_979)
print(f"   {ex.verdict(page, treatment='the new page', control='the old page', outcome='the order rate', unit='share').sentence}")
chance = ex.compare_beta_binomial(500, 9_979, 600, 10_021)
print(
    f"   the new page is better with probability {chance.probability_b_beats_a:.4f}; choosing it wrongly would cost "
    f"{100 * chance.expected_loss_choosing_b:.4f} points on average"
)
print("   -> Switch to the new page.\n")

print("3. May we look every day and stop early?")
looks = ex.confidence_sequence(
    estimates=[0.9, 0.7, 0.8, 0.75],
    standard_errors=[0.60, 0.42, 0.24, 0.17],
    n=[500, 1_000, 3_000, 6_000],
    tuning_n=5_000,
)
for n, lower, upper, stop in zip(looks.n, looks.lower, looks.upper, looks.may_stop, strict=True):
    print(f"   after {n:,.0f} people: {lower:.2f} to {upper:.2f} EUR an order{'  <- may stop' if stop else ''}")
print("   -> These intervals hold at every look; an ordinary one would have cried wolf in a third of all such tests.\n")

print("4. How many people does the next test need?")
people = ex.sample_size_proportions(0.05, 0.055)
print(f"   to see 5 % become 5.5 %: {math.ceil(people):,} in each group")
seen = ex.detectable_proportion(0.05, 5_000, 5_000)
print(f"   with 5,000 in each group only {100 * seen.above:.2f} % or {100 * seen.below:.2f} % would be seen")
print("   -> Run it for longer, or test a bolder change.")

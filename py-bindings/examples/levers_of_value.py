"""What raises customer value most? One point of retention, frequency or basket, formula by formula.

Run: python py-bindings/examples/levers_of_value.py
"""

from ukur import metrics, programmes

print("A shop: basket 50, 4 orders a year, 50 % margin, 80 % of customers kept each year, discount 12 %")
rows = programmes.lever_worth(basket=50, frequency=4, margin=0.5, retention=0.8, discount=0.12, horizon=5)
NAMES = {
    "simple": "basket x frequency x years (the article's: revenue)",
    "simple_margin": "the same in margin",
    "churn": "margin / churn",
    "retention": "m r / (1 + d - r)",
    "retention_immediate": "m (1 + d) / (1 + d - r)",
    "finite": "five years",
}
print(f"{'':52}{'value':>8}{'+1 point':>10}{'+1 %':>8}{'elasticity':>12}")
print(f"{'':52}{'':>8}{'retention':>10}{'basket':>8}{'retention':>12}")
for row in rows:
    kept, basket = row.retention, row.basket
    print(f"{NAMES[row.formula]:52}{row.value:8.2f}{kept.gain:10.2f}{basket.gain:8.2f}{kept.elasticity:12.2f}")
by_name = {row.formula: row for row in rows}
exchange = by_name["retention"].basket_percent_for_one_point_of_retention
print(f"\nOne point of retention is worth as much as {exchange:.1f} % more basket.")
print("The simple formula gives retention nothing: the years are an input there. That is what it hides.")

print("\nIs the point worth its price? 10,000 customers, a programme that costs 30,000 a year")
gain = 10_000 * by_name["finite"].retention.gain
print(f"   One point more retention: {gain:,.0f} of margin over five years, against five years of cost, 150,000.")
points = 150_000 / gain
print(f"   -> It must keep {points:.1f} points more customers, 80 % to {80 + points:.1f} %, to pay.")

print("\nAn outside check: Rp35.000 x 8 x 12 =", f"Rp{metrics.clv_simple(35_000, 8, 12):,.0f}".replace(",", "."))

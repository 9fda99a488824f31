// What raises customer value most? One point of retention, frequency or basket, formula by formula.
//
// Run, where the package is installed: node levers_of_value.mjs

import { metrics, programmes } from "ukur";

const whole = (number) => Math.round(number).toLocaleString("en-US");

console.log("A shop: basket 50, 4 orders a year, 50 % margin, 80 % of customers kept each year, discount 12 %");
const rows = programmes.leverWorth({ basket: 50, frequency: 4, margin: 0.5, retention: 0.8, discount: 0.12, horizon: 5 });
const NAMES = {
  simple: "basket x frequency x years (the article's: revenue)",
  simple_margin: "the same in margin",
  churn: "margin / churn",
  retention: "m r / (1 + d - r)",
  retention_immediate: "m (1 + d) / (1 + d - r)",
  finite: "five years",
};
const line = (name, value, kept, basket, elasticity) =>
  console.log(name.padEnd(52) + value.padStart(8) + kept.padStart(10) + basket.padStart(8) + elasticity.padStart(12));
line("", "value", "+1 point", "+1 %", "elasticity");
line("", "", "retention", "basket", "retention");
for (const { formula, value, retention, basket } of rows) {
  line(NAMES[formula], ...[value, retention.gain, basket.gain, retention.elasticity].map((number) => number.toFixed(2)));
}
const byName = Object.fromEntries(rows.map((row) => [row.formula, row]));
const exchange = byName.retention.basketPercentForOnePointOfRetention;
console.log(`\nOne point of retention is worth as much as ${exchange.toFixed(1)} % more basket.`);
console.log("The simple formula gives retention nothing: the years are an input there. That is what it hides.");

console.log("\nIs the point worth its price? 10,000 customers, a programme that costs 30,000 a year");
const gain = 10_000 * byName.finite.retention.gain;
console.log(`   One point more retention: ${whole(gain)} of margin over five years, against five years of cost, 150,000.`);
const points = 150_000 / gain;
console.log(`   -> It must keep ${points.toFixed(1)} points more customers, 80 % to ${(80 + points).toFixed(1)} %, to pay.`);

console.log("\nAn outside check: Rp35.000 x 8 x 12 =", `Rp${whole(metrics.clvSimple(35_000, 8, 12))}`.replaceAll(",", "."));

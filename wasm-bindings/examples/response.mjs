// How to split a budget over creator tiers whose responses saturate, one of them S-shaped.
//
//   node wasm-bindings/examples/response.mjs     (in a project that has the package `ukur`)

import { response } from "ukur";

const tiers = [
  { name: "nano", curve: { form: "michaelis_menten", maximum: 220, halfSaturation: 3_000 }, current: 4_000 },
  { name: "micro", curve: { form: "michaelis_menten", maximum: 420, halfSaturation: 9_000 }, current: 4_000 },
  // One macro creator costs 12,000: below that nothing much happens.
  { name: "macro", curve: { form: "hill", maximum: 500, alpha: 5, inflexion: 14_000 }, current: 12_000 },
];
for (const budget of [10_000, 20_000, 40_000]) {
  const split = response.splitBudget(tiers, budget);
  const parts = split.allocations.map((one) => `${one.name} ${Math.round(one.spend).toLocaleString("en")}`).join(", ");
  console.log(`${budget.toLocaleString("en")}: ${parts} -> ${split.response.toFixed(0)} customers (proven within ${(100 * split.optimalityGap).toFixed(4)} %)`);
}
const now = response.splitBudget(tiers, 20_000);
console.log(`Today's split of 20,000 brings ${now.currentResponse.toFixed(0)}; the best brings ${now.response.toFixed(0)}.`);

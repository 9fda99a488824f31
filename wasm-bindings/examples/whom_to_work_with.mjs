// Whom to work with: the article's three candidates, then audiences that overlap, then overlaps that are only partly known.
//
// Run, where the package is installed: node whom_to_work_with.mjs

import { influencers, metrics } from "ukur";

const whole = (number) => Math.round(number).toLocaleString("en-US");

console.log("1. Three candidates, a goal of 1,000 new customers, 2 % of followers expected to buy");
const names = ["A", "B", "C"];
const followers = [100_000, 50_000, 200_000];
const cost = [4_000, 1_500, 9_000]; // ours: the article names none
const customers = metrics.expectedCustomersFromFollowers(followers, 0.02);
const engaged = metrics.engagedAudience(followers, [0.05, 0.08, 0.03]);
const proportion = metrics.customerValueProportion(customers, 1_000);
names.forEach((name, i) =>
  console.log(
    `   ${name}: ${whole(customers[i])} customers, ${whole(proportion[i])} x the goal; ` +
      `${whole(engaged[i])} engaged followers; ${(cost[i] / customers[i]).toFixed(2)} a customer`,
  ),
);
const cards = { influencer: names, cost, value: customers };
const best = influencers.select({ candidates: cards, budget: 10_500 });
console.log(`   With 10,500 to spend: ${best.chosen.join(" and ")}, ${whole(best.objective)} customers for ${whole(best.cost)}.`);
const cheapest = influencers.select({ candidates: cards, goal: 1_000 });
console.log(`   The goal alone takes only ${cheapest.chosen.join(" and ")}: ${whole(cheapest.cost)}.`);
console.log("   -> C leads by followers; B reaches the goal for a sixth of C's price.\n");

console.log("2. The same question where followers overlap: five creators of one city");
const spans = { ani: [0, 42_000], budi: [2_000, 40_000], citra: [38_000, 60_000], dewi: [55_000, 78_000], eka: [30_000, 62_000] };
const audience = { influencer: [], person: [] };
for (const [name, [first, last]] of Object.entries(spans)) {
  for (let person = first; person < last; person++) {
    audience.influencer.push(name);
    audience.person.push(person);
  }
}
const creators = { influencer: Object.keys(spans), cost: [2_400, 2_000, 1_300, 1_500, 1_900] };
const size = ([, [first, last]]) => last - first;
const bySize = Object.entries(spans).sort((a, b) => size(b) - size(a)).slice(0, 2).map(([name]) => name);
const taken = influencers.reach({ ...audience, of: bySize });
console.log(`   The two largest, ${bySize.join(" and ")}: ${whole(taken.gross)} followers, but only ${whole(taken.unique)} people.`);
const chosen = influencers.select({ candidates: creators, audience, budget: 5_500 });
console.log(`   The best for 5,500: ${chosen.chosen.join(", ")}: ${whole(chosen.reach)} people for ${whole(chosen.cost)}.`);
for (const member of chosen.members) {
  console.log(`     ${member.influencer} adds ${whole(member.adds)} people, ${whole(1_000 * member.costPerAdded)} per 1,000 added`);
}
const percent = (share) => `${whole(100 * share)}%`;
const { largestShare, largestLoss } = chosen.concentration;
console.log(`   ${percent(largestShare)} of the money is on one; if one drops out, at most ${percent(largestLoss)} of the reach goes.`);
console.log("   What more money buys:");
for (const point of influencers.frontier({ candidates: creators, audience, budgets: [1_500, 3_000, 4_500, 6_000, 9_100] })) {
  const more = point.marginalReturn === null ? "" : `, ${point.marginalReturn.toFixed(1).padStart(5)} more people per unit`;
  console.log(`     ${whole(point.budget).padStart(6)}: ${whole(point.objective).padStart(7)} people${more}`);
}
console.log("   -> Take ani, citra and dewi; budi mostly reaches ani's people again.\n");

console.log("3. An agency tells audience sizes and pairwise overlaps only");
const bounds = influencers.reachBounds([100_000, 80_000, 50_000], [20_000, 10_000, 5_000]);
console.log(`   Together they reach between ${whole(bounds.lower)} and ${whole(bounds.upper)} people; no one number follows from pairs.`);
console.log("   -> Promise the client the lower end, or ask for the ids (a sketch of them will do).");

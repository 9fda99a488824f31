// Did it work, and is micro really better than macro? Four questions a marketer asks, answered from the numbers at hand.
//
// Run, where the package is installed: node experiments.mjs

import { experiments as ex } from "ukur";

const percent = (share, digits = 2) => `${(100 * share).toFixed(digits)} %`;

console.log("1. Do micro influencers engage better than macro ones? (posts of few accounts)");
const micro = {
  numerator: [20, 30, 40, 60, 30], // engagements, a row a post
  denominator: [400, 600, 500, 2000, 800], // followers reached
  account: ["ani", "ani", "budi", "citra", "dewi"],
};
const macro = { numerator: [900, 1500, 700], denominator: [40_000, 50_000, 30_000], account: ["eka", "fajar", "gita"] };
const compared = ex.compareRatios(micro, macro);
console.log(`   micro ${percent(compared.treatment.estimate)}, macro ${percent(compared.control.estimate)} of those reached`);
const naive = Math.hypot(compared.treatment.naiveStandardError, compared.control.naiveStandardError);
console.log(`   counting posts as independent would give an error of ${(100 * naive).toFixed(2)} points;`);
console.log(`   between accounts it is ${(100 * compared.difference.standardError).toFixed(2)} points`);
const shuffled = ex.permutationTest({ treatment: micro, control: macro });
console.log(`   of ${shuffled.permutations} ways to regroup the accounts, ${shuffled.extreme} differ as much: p = ${shuffled.pValue.toFixed(3)}`);
const verdict = ex.verdict({
  comparison: compared.difference,
  treatment: "micro",
  control: "macro",
  outcome: "the engagement rate",
  unit: "share",
  margin: 0.005,
});
console.log(`   ${verdict.sentence}`);
console.log("   -> Pay for more accounts before moving the budget: seven accounts cannot settle it.\n");

console.log("2. Does the new landing page sell better? (A/B test)");
const split = ex.sampleRatioMismatch([10_021, 9_979], [0.5, 0.5]);
console.log(`   the split is sound: p = ${split.pValue.toFixed(2)}`);
const page = ex.compareProportions({ x1: 600, n1: 10_021, x2: 500, n2: 9_979 });
const words = { treatment: "the new page", control: "the old page", outcome: "the order rate", unit: "share" };
console.log(`   ${ex.verdict({ comparison: page, ...words }).sentence}`);
const chance = ex.compareBetaBinomial({ successesA: 500, trialsA: 9_979, successesB: 600, trialsB: 10_021 });
console.log(
  `   the new page is better with probability ${chance.probabilityBBeatsA.toFixed(4)}; choosing it wrongly would cost ` +
    `${(100 * chance.expectedLossChoosingB).toFixed(4)} points on average`,
);
console.log("   -> Switch to the new page.\n");

console.log("3. May we look every day and stop early?");
const looks = ex.confidenceSequence({
  estimates: [0.9, 0.7, 0.8, 0.75],
  standardErrors: [0.6, 0.42, 0.24, 0.17],
  n: [500, 1_000, 3_000, 6_000],
  tuningN: 5_000,
});
looks.n.forEach((n, i) => {
  const range = `${looks.lower[i].toFixed(2)} to ${looks.upper[i].toFixed(2)}`;
  console.log(`   after ${n.toLocaleString("en-US")} people: ${range} EUR an order${looks.mayStop[i] ? "  <- may stop" : ""}`);
});
console.log("   -> These intervals hold at every look; an ordinary one would have cried wolf in a third of all such tests.\n");

console.log("4. How many people does the next test need?");
const people = ex.sampleSizeProportions({ p1: 0.05, p2: 0.055 });
console.log(`   to see 5 % become 5.5 %: ${Math.ceil(people).toLocaleString("en-US")} in each group`);
const seen = ex.detectableProportion({ baseline: 0.05, n1: 5_000, n2: 5_000 });
console.log(`   with 5,000 in each group only ${percent(seen.above)} or ${percent(seen.below)} would be seen`);
console.log("   -> Run it for longer, or test a bolder change.");

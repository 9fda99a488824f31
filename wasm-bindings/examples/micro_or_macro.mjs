// Many small influencers or few large ones? Tiers, a fair comparison, and what coordination may cost.
//
// Run, where the package is installed: node micro_or_macro.mjs

import { influencers } from "ukur";

// Three posts each of nine accounts: likes, comments, reach, fee. Made up, of the size that brands pay.
const POSTS = [
  ["ani", 18_000, [[610, 41, 7_400, 160], [540, 37, 6_900, 160], [720, 52, 8_100, 160]]],
  ["budi", 26_000, [[700, 44, 9_900, 210], [810, 61, 11_200, 210], [590, 33, 8_700, 210]]],
  ["citra", 35_000, [[1_310, 80, 15_800, 280], [980, 66, 12_900, 280], [1_150, 71, 14_100, 280]]],
  ["dewi", 48_000, [[1_240, 70, 17_500, 350], [1_480, 92, 19_900, 350], [1_020, 58, 15_100, 350]]],
  ["eka", 71_000, [[1_900, 101, 27_300, 480], [2_240, 133, 30_800, 480], [1_610, 88, 23_900, 480]]],
  ["fajar", 96_000, [[2_310, 120, 34_100, 600], [2_050, 104, 31_000, 600], [2_700, 151, 38_800, 600]]],
  ["gita", 240_000, [[6_900, 260, 92_000, 1_250], [5_800, 214, 81_000, 1_250], [7_700, 305, 99_000, 1_250]]],
  ["hadi", 410_000, [[9_800, 330, 139_000, 1_900], [11_900, 421, 160_000, 1_900], [8_600, 287, 124_000, 1_900]]],
  ["indah", 780_000, [[19_800, 610, 262_000, 3_100], [16_900, 512, 231_000, 3_100], [22_400, 704, 288_000, 3_100]]],
];
const rows = POSTS.flatMap(([account, size, posts]) => posts.map((post) => [account, size, ...post]));
const [account, followers, likes, comments, reach, fee] = [0, 1, 2, 3, 4, 5].map((at) => rows.map((row) => row[at]));
const group = influencers.classify("Instagram", followers);
const posts = { account, group, likes, comments, reach, fee, base: reach, impressions: reach };
const whole = (number) => Math.round(number).toLocaleString("en-US");

console.log("1. Who is micro, who is macro? (Mediakix: on Instagram macro begins above 100,000)");
const count = (tier) => new Set(account.filter((_, row) => group[row] === tier)).size;
const border = influencers.classify("Instagram", [100_000])[0];
console.log(`   ${count("micro")} micro accounts, ${count("macro")} macro; exactly 100,000 is ${border}`);

console.log("2. Do they differ? Posts of one account are alike, so accounts are what counts");
const found = influencers.compare({ ...posts, hoursEach: [3, 5], hourlyRate: 25 });
const named = (figure) => found.figures.find((row) => row.figure === figure);
for (const [figure, scale] of [["engagement_rate", 100], ["cpm", 1], ["all_in_cpm", 1]]) {
  const row = named(figure);
  console.log(`   ${figure}: micro ${(scale * row.first).toFixed(2)}, macro ${(scale * row.second).toFixed(2)}`);
  console.log(`     ${row.verdict.sentence}`);
  console.log(`     regrouping the accounts: p = ${row.permutation.pValue.toFixed(3)}`);
}
const rate = named("engagement_rate").comparison.treatment;
const times = (rate.standardError / rate.naiveStandardError).toFixed(1);
console.log(`   (Counting posts as independent would claim an error ${times} times too small.)`);
console.log("   -> Engagement does not speak for either side; views of micro accounts are dearer here. Three macro accounts are few:");
console.log("      look at some more before the year's contracts.");

console.log("3. How does the fee grow with size?");
const line = influencers.sizeElasticity({ account, followers, fee });
console.log(
  `   1 % more followers cost ${line.elasticity.toFixed(2)} % more (${line.interval.lower.toFixed(2)} to ${line.interval.upper.toFixed(2)}): ` +
    `the price per follower falls by ${(-line.cpmElasticity).toFixed(2)} %.`,
);

console.log("4. What may coordination cost? 300,000 people through accounts of 20,000 reach, or one of 300,000");
const even = influencers.coordinationBreakeven({
  small: { fee: 380, reach: 20_000, hoursEach: 3, duplication: 0.2 },
  large: { fee: 9_000, reach: 300_000, hoursEach: 5 },
  targetReach: 300_000,
  hourlyRate: 25,
});
const hours = even.breakevenHoursEach.toFixed(1);
console.log(
  `   ${even.smallAccounts} small accounts cost ${whole(even.smallCost)}, ${even.largeAccounts} large one ` +
    `${whole(even.largeCost)}; they cost the same at ${hours} hours for each small account.`,
);
const answer = even.smallIsCheaper ? "the small ones" : "the large one";
console.log(`   -> At 3 hours each take ${answer}; above ${hours} hours the answer turns.`);

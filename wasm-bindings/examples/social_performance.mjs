// Did the campaign do better than the one before, who moved others to act, and how does it stand beside the customers' programme?
//
// Run, where the package is installed: node social_performance.mjs

import { metrics, programmes } from "ukur";

const signed = (number) => (number < 0 ? "" : "+") + number.toFixed(1);
const column = (rows, name) => rows.map((row) => row[name]);
const sum = (values) => values.reduce((all, value) => all + value, 0);
const money = (value) => value.toLocaleString("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 2 });

console.log("1. What is each call to action worth? No bought likes: what you can defend");
const trial = metrics.actionValueFromFunnel(0.04, 25);
console.log(`   A trial download leads to a purchase in 4 of 100 cases, at 25 margin: ${trial.toFixed(2)} each.`);
const WORTH = { signUps: 1.5, purchases: 25, downloads: trial }; // a sign-up: ours, from last year's newsletter
// Each creator's posts of two campaigns: reach, shares, friends who saw a share, what the friends and followers then did.
const COLUMNS = ["campaign", "person", "posts", "reach", "shares", "exposed", "signUps", "purchases", "downloads"];
const POSTS = [
  ["spring", "ani", 4, 32_000, 120, 9_600, 60, 9, 30],
  ["spring", "budi", 4, 61_000, 640, 41_000, 22, 2, 16],
  ["spring", "citra", 4, 18_000, 45, 3_300, 38, 11, 24],
  ["autumn", "ani", 5, 46_000, 210, 16_400, 115, 16, 52],
  ["autumn", "budi", 5, 70_000, 900, 58_000, 20, 2, 15],
  ["autumn", "citra", 4, 19_500, 60, 4_500, 62, 19, 35],
].map((values) => Object.fromEntries(values.map((value, at) => [COLUMNS[at], value])));
for (const row of POSTS) row.value = sum(Object.entries(WORTH).map(([action, worth]) => row[action] * worth));
const [autumn, spring] = ["autumn", "spring"].map((name) => POSTS.filter((row) => row.campaign === name));
const total = (rows) => money(sum(column(rows, "value")));
console.log(`   All calls of autumn: ${total(autumn)}, of spring ${total(spring)}.\n`);

console.log("2. Better than the campaign before? Each figure per post, with spring as 100");
const posts = (rows) =>
  Object.fromEntries(["person", "posts", "reach", "shares", "value"].map((name) => [name, column(rows, name)]));
const cards = ["awareness", "direct_response"].map((campaign) =>
  programmes.socialScorecard({ ...posts(autumn), benchmark: posts(spring), campaign }),
);
const { indices } = cards[0].programme;
console.log(
  `   reach ${indices.reach.toFixed(1)}, sharing ${indices.sharing.toFixed(1)}, monetisation ${indices.monetisation.toFixed(1)}`,
);
for (const { campaign, weights, programme } of cards) {
  console.log(
    `   ${campaign.replace("_", " ")} (weights ${weights.reach}, ${weights.sharing}, ${weights.monetisation}): ` +
      programme.score.toFixed(1),
  );
}
console.log("   -> Better on each count, most of all in money. The weights are placeholders: set your own.\n");

console.log("3. Who shares much and moves nobody?");
autumn.forEach((row, at) => {
  const score = cards[1].people[at];
  const rate = metrics.followThroughRate(row.signUps + row.purchases + row.downloads, row.exposed);
  console.log(
    `   ${row.person}: ${(row.shares / row.posts).toFixed(0)} shares a post (index ${score.indices.sharing.toFixed(0)}), ` +
      `${(100 * rate).toFixed(2)} % of those who saw a share acted; score for direct response ${score.score.toFixed(0)}`,
  );
});
console.log("   -> Keep budi for awareness; give citra and ani the offers.\n");

console.log("4. Did it reach people beyond the brand's own audience?");
const more = metrics.extendedReachMultiplier(135_500, 78_900);
const fresh = metrics.newAudienceShare(52_000, 108_000);
console.log(
  `   Shares made ${more.toFixed(2)} impressions of each; ${(100 * fresh).toFixed(0)} % of the people reached were new to the brand.\n`,
);

console.log("5. The creators' programme beside the customers' programme");
const both = [
  programmes.influencerScorecard({
    influencer: ["ani", "budi", "ani", "budi"],
    period: [1, 1, 2, 2],
    likes: [900, 1_100, 1_050, 1_000],
    base: [20_000, 50_000, 21_000, 52_000],
  }),
  programmes.customerScorecard({
    customer: [1, 1, 2, 3, 1, 2, 2, 3, 3],
    period: [1, 1, 1, 1, 2, 2, 2, 2, 2],
    revenue: [40, 35, 60, 45, 42, 55, 48, 50, 41],
  }),
];
for (const card of both) {
  card.measure.forEach((measure, at) => {
    if (card.level[at] !== "programme" || card.period[at] !== 2) return;
    const change = `${signed(100 * card.change[at])} % against the quarter before`;
    console.log(`   ${measure.replaceAll("_", " ")}: ${card.value[at].toFixed(3)}, ${change}`);
  });
}
console.log("   -> The orders moved, engagement hardly did: ask what brought the orders before paying for more posts.");

// A loyalty programme for creators: who stays, is keeping them cheaper, what rewards and free products cost.
//
// Run, where the package is installed: node creator_programme.mjs

import { influencers } from "ukur";

const whole = (number) => Math.round(number).toLocaleString("en-US");
const signed = (number) => (number < 0 ? "" : "+") + number.toFixed(1);

console.log("1. Six creators over six months: who stays, who fades?");
// Engagements by month; no entry, no post. Every post was seen by 10,000 people.
const ENGAGEMENTS = {
  ani: [520, 540, 560, 590, 600, 640],
  budi: [610, 560, 500, 470, 400, 360],
  citra: [480, null, 500, 470, null, 490],
  dewi: [450, 430, null, null, null, null],
  eka: [null, null, 390, 420, 440, 430],
  fajar: [null, 510, 520, null, 530, 540],
};
const rows = Object.entries(ENGAGEMENTS).flatMap(([creator, months]) =>
  months.flatMap((engagements, period) => (engagements === null ? [] : [{ creator, period, engagements }])),
);
const panel = influencers.creators({
  creator: rows.map((row) => row.creator),
  period: rows.map((row) => row.period),
  posts: rows.map(() => 1),
  engagements: rows.map((row) => row.engagements),
  base: rows.map(() => 10_000),
  lapseAfter: 1,
});
for (const row of panel.creators) {
  const trend = row.engagementTrend === null ? "too short to tell" : `${signed(100 * row.engagementTrend)} % a month`;
  const rate = (100 * row.engagementRate).toFixed(2);
  const state = row.activeAtEnd ? "active" : "lapsed";
  console.log(`   ${row.creator}: ${row.posts} posts in ${row.tenure} months, rate ${rate} %, ${trend}, ${state}`);
}
const again = panel.retention.map((share) => (share === null ? "-" : `${whole(100 * share)} %`));
console.log(`   active again the next month: ${again.join(", ")}`);
console.log("   -> Keep ani, talk to budi, ask why dewi left.\n");

console.log("2. Is keeping a creator cheaper than recruiting a new one for each campaign?");
const kept = influencers.keepOrRecruit({ fee: 500, recruitingCost: 120, programmeCost: 30, retention: 0.75, campaigns: 5 });
console.log(
  `   kept ${kept.costKept.toFixed(2)} a campaign, anew ${kept.costAnew.toFixed(2)}: the programme saves ${kept.saving.toFixed(2)}.`,
);
console.log(
  `   It pays up to ${kept.breakevenProgrammeCost.toFixed(2)} a creator and campaign, ` +
    `or as long as ${(100 * kept.breakevenRetention).toFixed(2)} % stay.`,
);
console.log("   -> The programme pays.\n");

console.log("3. What do reward tiers cost?");
const tiers = [
  { name: "bronze", from: 3, reward: 20 },
  { name: "silver", from: 5, reward: 60 },
  { name: "gold", from: 12, reward: 150 },
];
const report = influencers.rewardTiers(tiers, panel.creators.map((row) => row.posts));
panel.creators.forEach((row, i) => {
  const missing = report.toNext[i] === null ? "" : `, ${report.toNext[i]} short of the next`;
  console.log(`   ${row.creator}: ${report.tier[i] ?? "no tier"}${missing}`);
});
console.log(`   ${report.cost.toFixed(2)} in all, ${report.costPerPoint.toFixed(2)} a post`);
console.log("   -> Gold is out of reach for everyone: lower it to 8 posts or drop it.\n");

console.log("4. Free watches to 200 small accounts: what did a post cost?");
const sent = influencers.seeding({
  creatorsSeeded: 200,
  creatorsWhoPosted: 84,
  unitCost: 12,
  unitShipping: 9,
  otherCost: 600,
  posts: 96,
  usableAssets: 40,
  costPerProducedAsset: 150,
});
const each = `${sent.costPerPost.toFixed(2)} a post, ${sent.costPerAsset.toFixed(2)} a usable picture`;
console.log(`   ${whole(100 * sent.postRate)} % posted; ${each}`);
console.log(
  `   The pictures would have cost ${whole(sent.replacementValue)} to produce: ${whole(sent.saving)} saved; it pays as long ` +
    `as ${whole(100 * sent.breakevenPostRate)} % post.`,
);
const earned = influencers.earnedMedia({ likes: 41_000, comments: 1_900 }, { likes: 0.05, comments: 0.4 }, { cost: sent.cost });
console.log(
  `   Buying the same likes and comments at your own prices: ${whole(earned.costEquivalent)} ` +
    `(${earned.label.replace("_", " ")}, not a return).`,
);
console.log("   -> Send again; count pictures and sales, not the cost equivalent.");

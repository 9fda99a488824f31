// Refer a friend: whom to ask, whether the list is any good, what the rewards may cost, and how far it spreads.
//
// Run, where the package is installed: node referral_and_advocates.mjs

import { programmes, response } from "ukur";

const whole = (number) => Math.round(number).toLocaleString("en-US");

console.log("1. Whom to ask? Engagement and willingness to share, from the CRM; followers are not asked for");
const customer = ["ani", "budi", "citra", "dewi", "eka", "fajar", "gita", "hadi"];
const ranked = programmes.rankAdvocates({
  engagement: [
    { values: [14, 3, 9, 22, 1, 6, 11, 2], weight: 2 }, // orders
    { values: [4, 1, 3, 6, 1, 2, 5, 1], weight: 1 }, // years
  ],
  willingness: [
    { values: [9, 10, 6, 10, 8, null, 3, 9], weight: 1 }, // "would you recommend us?"
    { values: [2, 1, 0, 4, 0, 1, 0, 0], weight: 1 }, // posts shared
  ],
});
const best = customer.map((name, i) => ({ name, rank: ranked.rank[i], score: ranked.score[i] })).sort((a, b) => a.rank - b.rank);
console.log("   " + best.slice(0, 4).map(({ name, rank, score }) => `${rank}. ${name} ${score.toFixed(2)}`).join(", "));
console.log("   -> Invite these four first.\n");

console.log("2. Was last year's list any good? 20 customers asked, best first; 1 brought a friend");
const SCORE = [0.95, 0.91, 0.88, 0.84, 0.8, 0.77, 0.71, 0.68, 0.63, 0.6, 0.55, 0.51, 0.47, 0.42, 0.38, 0.33, 0.27, 0.22, 0.15, 0.08];
const BROUGHT = [1, 1, 0, 1, 1, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0];
const quality = programmes.judgeRanking(SCORE, BROUGHT, { groups: 4 });
for (const row of quality.gain) {
  const captured = `${whole(100 * row.shareCaptured)} % of the advocates`;
  console.log(`   first ${whole(100 * row.shareTargeted)} %: ${captured}, lift of the group ${row.lift.toFixed(2)}`);
}
const off = quality.calibration.calibrationError.toFixed(2);
console.log(`   area ${quality.auc.toFixed(2)} +- ${(1.96 * quality.aucStandardError).toFixed(2)}; scores are off by ${off} on average`);
const asked = [0.9, 0.6, 0.2];
const made = programmes.calibrate(SCORE, BROUGHT, { applyTo: asked });
console.log("   as probabilities: " + asked.map((score, i) => `${score} -> ${made.calibrated[i].toFixed(2)}`).join(", "));
console.log("   -> Ask the upper half: it holds nearly all of them. Read the scores as ranks, not as probabilities.\n");

console.log("3. What may both rewards cost?");
const money = programmes.referralEconomics({
  advocateReward: 10,
  friendReward: 10,
  rewardRedemption: 0.8,
  programmeCost: 1_200,
  referredCustomers: 300,
  marginClvReferred: 60,
  incrementality: 0.5,
});
const [cac, really] = [whole(money.cac), whole(money.incrementalCac)];
console.log(`   ${cac} a referred customer, ${really} one who would not have come anyway; profit ${whole(money.profit)}`);
console.log(
  `   Both rewards together may cost ${money.breakevenRewards.toFixed(2)}; with 10 for the inviter the friend may get ` +
    `${money.breakevenFriendReward.toFixed(2)}.`,
);
console.log(`   It pays as long as ${whole(100 * money.breakevenIncrementality)} % are really new.`);
console.log("   -> There is room for a larger friend's reward; measure how many are really new first, everything hangs on it.\n");

console.log("4. Does it feed itself? What 200 customers brought");
const times = (count, number) => Array(count).fill(number);
const k = programmes.kFactor([...times(140, 0), ...times(35, 1), ...times(15, 2), ...times(7, 4), ...times(3, 9)]);
const interval = `${k.interval.lower.toFixed(2)} to ${k.interval.upper.toFixed(2)}`;
const growth = k.growth.replaceAll("_", " ");
console.log(`   K = ${k.k.toFixed(2)} (${interval}), few bring many (dispersion ${k.dispersion.toFixed(1)}): ${growth}`);
const [become, least, most] = [k.amplification, k.amplificationLower, k.amplificationUpper].map((times) => whole(1_000 * times));
console.log(`   1,000 won otherwise become ${become} (${least} to ${most})`);
const spread = response.simulateBranching({ k: k.k, seeds: 100, dispersion: k.k / (k.dispersion - 1), runs: 10_000, seed: 1 });
console.log(
  `   100 inviters end as ${whole(spread.mean)} on average; of 10,000 simulated programmes the middle one ends as ` +
    `${whole(spread.median)}, nine in ten between ${whole(spread.lower5)} and ${whole(spread.upper95)}`,
);
console.log("   -> Count on the programme for a factor, not for growth by itself.");

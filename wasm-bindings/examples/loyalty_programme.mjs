// A loyalty programme: what points owe, who climbs, what it added, and how much more members must spend.
//
// Run, where the package is installed: node loyalty_programme.mjs

import { metrics, programmes } from "ukur";

const whole = (number) => Math.round(number).toLocaleString("en-US");
const percent = (share, digits = 0) => `${(100 * share).toFixed(digits)} %`;

console.log("1. A sale of 100,000 earns 10,000 points worth 1 each; 95 % are expected to be redeemed (IFRS 15)");
const parts = programmes.allocatePoints({ price: 100_000, pointsIssued: 10_000, expectedRedemption: 0.95, pointValue: 1 });
console.log(`   ${whole(parts.goods)} is revenue now, ${whole(parts.points)} is owed to the points.`);
programmes.recognisePoints(parts.points, [4_500, 8_500], [9_500, 9_700]).forEach((period, year) =>
  console.log(`   end of year ${year + 1}: ${whole(period.revenue)} more revenue, ${whole(period.liability)} still owed`),
);

console.log("2. How many points will be redeemed? Six quarters of issue, as they age (thousands)");
const ISSUED = [600, 620, 640, 660, 700, 720];
const REDEEMED = [[190, 300, 340, 355, 360, 361], [200, 310, 352, 366, 371], [201, 318, 360, 375], [212, 330, 374], [220, 348], [230]];
const curve = programmes.redemptionCurve(ISSUED, REDEEMED, { costPerPoint: 0.01 });
console.log(`   share of all redemptions by age: ${curve.curve.map((share) => percent(share)).join(", ")}`);
console.log(
  `   ${percent(curve.ultimateRedemptionRate, 1)} will ever be redeemed, ${percent(curve.breakageRate, 1)} never; ` +
    `${whole(curve.expectedRedemptions)} +- ${whole(1.96 * curve.standardError)} are still to come.`,
);
console.log(`   -> Put aside ${whole(1_000 * curve.liability)} at a cent a point.`);

console.log("3. Who climbs, who leaves? A year of 1,000 members");
const migration = programmes.tierMigrationFromMatrix([[620, 90, 90], [40, 120, 15], [0, 0, 25]], { tiers: ["basic", "gold", "left"] });
const [basic] = migration.probabilities;
console.log(`   a basic member becomes gold with ${percent(basic[1])}, leaves with ${percent(basic[2])}`);
const [stayBasic, stayGold] = migration.periodsToAbsorption.map((years) => years.toFixed(1));
console.log(`   expected stay: ${stayBasic} years from basic, ${stayGold} from gold`);
const ahead = programmes.projectTiers(migration, [800, 175, 25], { periods: 3 })[3];
console.log(`   in three years of today's 1,000: ${whole(ahead[0])} basic, ${whole(ahead[1])} gold, ${whole(ahead[2])} left`);
console.log("   -> In the long run everybody leaves: the question is how long they stay, and gold stays longer.");

console.log("4. What did the programme add? Members against others, before and after");
const MEMBERS = { ani: [52, 61], budi: [75, 90], citra: [40, 52], dewi: [66, 70], eka: [58, 71], fajar: [80, 88] };
const OTHERS = { gita: [48, 53], hadi: [60, 61], indah: [35, 41], joko: [70, 76], kiki: [44, 46], lia: [55, 62] };
const rows = [[true, MEMBERS], [false, OTHERS]].flatMap(([member, group]) =>
  Object.entries(group).flatMap(([customer, both]) => both.map((spend, after) => ({ customer, member, after, spend }))),
);
const column = (name) => rows.map((row) => row[name]);
const lift = programmes.incrementalLift({
  customer: column("customer"),
  member: column("member"),
  after: column("after"),
  spend: column("spend"),
});
const [before, added] = [lift.beforeAfter.toFixed(2), lift.lift.toFixed(2)];
console.log(`   members spend ${before} more than before, but others also changed: the lift is ${added}`);
console.log(`   95 % interval ${lift.interval.lower.toFixed(2)} to ${lift.interval.upper.toFixed(2)}, p = ${lift.pValue.toFixed(3)}`);
const need = metrics.breakevenSpendUplift(0.4, 0.05);
console.log(`   A 5 % reward at 40 % margin needs ${percent(need, 1)} more spending; members show ${percent(lift.relativeLift, 1)}.`);
const half = metrics.breakevenSpendUplift(0.4, 0.025);
console.log(`   -> The programme works and does not pay. A reward of 2.5 % would need ${percent(half, 1)} more: try that.`);

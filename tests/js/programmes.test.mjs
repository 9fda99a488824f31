// Decisions about programmes: what the shared vectors do not reach, because names or objects go in.

import assert from "node:assert/strict";
import { test } from "node:test";
import { influencers, isUkurError, programmes } from "ukur";

const near = (got, want, within = 1e-12) => assert.ok(Math.abs(got - want) <= within, `${got} is not ${want}`);
const code = (wanted, work, pattern = /./) =>
  assert.throws(work, (error) => isUkurError(error) && error.code === wanted && pattern.test(error.message));

test("tiers by name", () => {
  const before = [...Array(10).fill("basic"), ...Array(10).fill("gold"), "left"];
  const after = [...Array(8).fill("basic"), "gold", "left", ...Array(3).fill("basic"), ...Array(7).fill("gold"), "left"];
  const migration = programmes.tierMigration({ before, after });
  assert.deepEqual([migration.longRun, migration.shares, migration.transient], ["absorbing", [0, 0, 1], ["basic", "gold"]]);
  assert.deepEqual(migration.closed[0].tiers, ["left"]);
  near(migration.standardErrors[0][1], Math.sqrt(0.09 / 10));
  const path = programmes.projectTiers(migration, [100, 0, 0], { periods: 2 });
  [67, 15, 18].forEach((want, tier) => near(path[2][tier], want, 1e-9));
  code("unknown_tier", () => programmes.tierMigration({ before, after, tiers: ["basic", "gold"] }), /"left"/);
  code("length_mismatch", () => programmes.tierMigration({ before, after: ["basic"] }));
});

test("lift is not before and after", () => {
  const rows = {
    customer: ["a", "a", "b", "b", "c", "c", "d", "d"],
    member: [1, 1, 1, 1, 0, 0, 0, 0],
    after: [false, true, false, true, false, true, false, true],
    spend: [90, 115, 110, 135, 85, 95, 95, 103],
  };
  const result = programmes.incrementalLift(rows);
  assert.deepEqual([result.lift, result.beforeAfter, result.clusters], [16, 25, 4]);
  code("invalid_type", () => programmes.incrementalLift({ ...rows, member: rows.member.map(() => 2) }), /true and false/);
  code("insufficient_data", () => programmes.incrementalLift({ ...rows, member: rows.member.map(() => 1) }), /no row of others before/);
});

test("advocates are ranked by what the CRM knows", () => {
  const ranked = programmes.rankAdvocates({
    engagement: [{ values: [6, 1, 3, 2], weight: 2 }],
    willingness: [{ values: [9, 10, 2, null] }],
  });
  assert.deepEqual(Array.from(ranked.rank), [1, 2, 3, NaN]);
  code("unknown_option", () => programmes.rankAdvocates({ engagement: [{ values: [1] }], willingness: [{ values: [1] }], combine: "x" }));
  code("insufficient_data", () => programmes.rankAdvocates({ engagement: [], willingness: [] }));
});

test("scores become probabilities", () => {
  const made = programmes.calibrate([1, 2, 3, 4], [0, 1, 0, 1], { applyTo: [2.7, NaN] });
  assert.deepEqual([made.from, made.probability, Array.from(made.calibrated)], [[1, 2, 4], [0, 0.5, 1], [0.5, NaN]]);
});

test("what is refused, by its code", () => {
  const steady = programmes.tierMigrationFromMatrix([[0.9, 0.1], [0.3, 0.7]], { counts: false });
  const rows = { customer: [1, 1, 2, 2, 3, 3], member: [1, 1, 0, 0, 0, 0], after: [0, 1, 0, 1, 0, 1], spend: [1, 2, 1, 2, 1, 2] };
  const signals = { engagement: [{ values: [1] }], willingness: [{ values: [1] }] };
  for (const [wanted, work, pattern] of [
    ["zero_variance", () => programmes.incrementalLift(rows)],
    ["length_mismatch", () => programmes.incrementalLift({ ...rows, member: [1] })],
    ["invalid_type", () => programmes.incrementalLift({ ...rows, member: undefined }), /`member`/],
    ["insufficient_data", () => programmes.tierMigration({ before: [], after: [] })],
    ["invalid_type", () => programmes.tierMigrationFromMatrix("x"), /`matrix` must be a list of columns/],
    ["rows_must_add_to_one", () => programmes.tierMigrationFromMatrix([[0.5, 0.4], [0, 1]], { counts: false })],
    ["out_of_domain", () => programmes.projectTiers(steady, [-1, 0], { periods: 2 }), /`members`/],
    ["length_mismatch", () => programmes.projectTiers(steady, [1], { periods: 2 })],
    ["out_of_domain", () => programmes.projectTiers(steady, [1, 0], { periods: -2 }), /`periods`/],
    ["invalid_type", () => programmes.projectTiers(steady, [1, 0], {}), /`periods`/],
    ["too_large", () => programmes.projectTiers(steady, [1, 0], { periods: 1e9 })],
    ["infeasible", () => programmes.kFactor([1, 2], { invitations: [1, 1] })],
    ["out_of_domain", () => programmes.rankAdvocates({ ...signals, engagement: [{ values: [1], weight: -1 }] }), /`weight`/],
    ["out_of_domain", () => programmes.judgeRanking([0.1, 0.2], [1, 0], { groups: 0 }), /`groups`/],
    ["invalid_type", () => programmes.redemptionCurve([1], 5), /`cumulative`/],
    ["invalid_type", () => programmes.allocatePoints({ price: "10", pointsIssued: 1, expectedRedemption: 1, pointValue: 1 }), /`price`/],
    ["invalid_type", () => programmes.leverWorth(), /`options`/],
  ]) {
    code(wanted, work, pattern);
  }
});

test("units are checked, and the currency follows", () => {
  const orders = { customer: ["a", "b"], revenue: [10, 20] };
  const card = programmes.customerScorecard({ ...orders, units: { revenue: "currency:IDR" } });
  assert.equal(card.unit[card.measure.indexOf("average_order_value")], "currency_each:IDR");
  assert.equal(card.unit[card.measure.indexOf("purchase_frequency")], "ratio");
  const shares = { person: ["a"], reach: [9], shares: [1], value: [5], benchmark: { reach: 9, sharing: 1, monetisation: 5 } };
  const social = programmes.socialScorecard({ ...shares, units: { value: "currency:IDR", shares: "count" } });
  assert.deepEqual(social.units, { reach: "people_each", sharing: "count_each", monetisation: "currency_each:IDR" });
  const named = { influencer: ["a", "b"], followers: [10, 20], cost: [5, 6], goal: 5, conversionRate: 0.1 };
  const { rankings } = influencers.valueProportion({ ...named, units: { cost: "currency:IDR" } });
  assert.equal(rankings.find((one) => one.reading === "cost_per_customer").unit, "currency_each:IDR");
  for (const [wanted, work] of [
    ["wrong_unit", () => programmes.socialScorecard({ ...shares, units: { shares: "currency:IDR" } })],
    ["wrong_unit", () => programmes.influencerScorecard({ influencer: ["a"], likes: [3], base: [9], units: { likes: "people" } })],
    ["unknown_unit", () => programmes.customerScorecard({ ...orders, units: { revenue: "rupiah" } })],
    ["unknown_column", () => programmes.customerScorecard({ ...orders, units: { orders: "count" } })],
    ["two_currencies", () => influencers.valueProportion({ ...named, valuePerCustomer: 2, units: { cost: "currency:IDR", valuePerCustomer: "currency:USD" } })],
  ]) {
    assert.throws(work, (error) => isUkurError(error) && error.code === wanted, wanted);
  }
});

// Decisions about influencers: columns in, names out, and one clear sentence for bad input.

import assert from "node:assert/strict";
import { test } from "node:test";
import { influencers, isUkurError } from "ukur";
import { csv } from "./files.mjs";
import { random } from "./random.mjs";

const audience = {
  influencer: ["ana", "ana", "ana", "ana", "budi", "budi", "budi", "citra", "citra", "citra"],
  person: ["p1", "p2", "p3", "p4", "p1", "p2", "p5", "p3", "p4", "p6"],
};
const candidates = { influencer: ["citra", "ana", "budi"], cost: [3, 4, 2] };
const conversion = [0.1, 0.2, 0.5];
const near = (got, want, within = 1e-12) => assert.ok(Math.abs(got - want) <= within, `${got} is not ${want}`);
const code = (wanted, work, pattern = /./) =>
  assert.throws(work, (error) => isUkurError(error) && error.code === wanted && pattern.test(error.message));

test("the best pair is not the greedy one", () => {
  const best = influencers.select({ candidates, audience, maxCount: 2 });
  assert.deepEqual([best.chosen, best.objective, best.optimal, best.method], [["budi", "citra"], 6, true, "exact"]);
  assert.deepEqual(best.members.map((member) => member.influencer), ["budi", "citra"]);
  assert.equal(best.concentration.largestMember, "citra");
  assert.equal(best.goalReached, null);
});

test("customers and value", () => {
  const both = influencers.select({ candidates: { ...candidates, conversion }, audience, budget: 6 });
  assert.deepEqual(both.chosen, ["ana", "budi"]);
  near(both.objective, 2 * (1 - 0.8 * 0.5) + 2 * 0.2 + 0.5);
  const personValue = audience.person.map((name) => 10 * Number(name.slice(1)));
  const value = { candidates: { ...candidates, conversion }, audience: { ...audience, personValue }, maxCount: 1 };
  near(influencers.select(value).objective, 40);
  personValue[0] = 11;
  code("contradiction", () => influencers.select(value), /same in all rows/);
});

test("people by whole numbers, negative ones too", () => {
  const best = influencers.select({
    candidates: { influencer: [1, 2], cost: [1, 1], conversion: [1, 1] },
    audience: { influencer: [1, 1, 2], person: [-5, 7, 7], personValue: [100, 1, 1] },
    maxCount: 1,
  });
  assert.deepEqual([best.chosen, best.objective], [[1], 101]);
});

test("a goal, rules by name, a frontier", () => {
  const found = influencers.select({ candidates, audience, goal: 5 });
  assert.deepEqual([found.goalReached, found.cost, found.objective], [true, 5, 6]);
  assert.deepEqual(influencers.select({ candidates, audience, maxCount: 1, mustInclude: ["citra"] }).chosen, ["citra"]);
  assert.deepEqual(influencers.select({ candidates, audience, maxCount: 1, exclude: ["ana"] }).chosen, ["budi"]);
  code("unknown_candidate", () => influencers.select({ candidates, audience, exclude: ["dodi"] }), /"dodi"/);
  const points = influencers.frontier({ candidates, audience, budgets: [2, 5, 9] });
  assert.deepEqual(points.map((point) => point.objective), [3, 6, 6]);
  assert.deepEqual([points[0].marginalReturn, points[1].marginalReturn], [null, 1]);
});

test("the article's three candidates", () => {
  const best = influencers.select({
    candidates: { influencer: ["A", "B", "C"], cost: [4000, 1500, 9000], value: [2000, 1000, 4000] },
    budget: 10_500,
  });
  assert.deepEqual([best.chosen, best.objective, best.reach], [["B", "C"], 5000, null]);
});

test("sketches travel and stand in for audiences", () => {
  const next = random(3);
  const people = (count) => Float64Array.from({ length: count }, () => Math.floor(next() * 40_000));
  const audiences = { a: people(30_000), b: people(20_000), c: people(9_000) };
  const frame = { influencer: Object.keys(audiences), cost: [3, 2, 1] };
  const pairs = {
    influencer: Object.entries(audiences).flatMap(([name, ids]) => Array(ids.length).fill(name)),
    person: Object.values(audiences).flatMap((ids) => Array.from(ids)),
  };
  const exact = influencers.select({ candidates: frame, audience: pairs, budget: 3 });
  const sketches = new Map(Object.entries(audiences).map(([name, ids]) => [name, new influencers.Sketch(ids, { k: 2048 })]));
  const estimated = influencers.select({ candidates: frame, sketches, budget: 3 });
  assert.deepEqual(estimated.chosen, exact.chosen);
  near(estimated.objective / exact.objective, 1, 0.1);
  const sketch = new influencers.Sketch(["budi", "siti", "budi"]);
  assert.deepEqual(sketch.reach(), { estimate: 2, standardError: 0, exact: true });
  const again = influencers.Sketch.fromBytes(sketch.toBytes());
  assert.equal(again.union(new influencers.Sketch(["ana"])).reach().estimate, 3);
  assert.equal(again.overlap(new influencers.Sketch(["siti"])).estimate, 1);
  code("not_a_sketch", () => influencers.Sketch.fromBytes(new Uint8Array(9)));
});

test("long work can be stopped", () => {
  const next = random(1);
  const frame = { influencer: Array.from({ length: 40 }, (_, at) => at), cost: Array.from({ length: 40 }, () => 1 + next()) };
  const pairs = {
    influencer: Array.from({ length: 3000 }, () => Math.floor(40 * next())),
    person: Array.from({ length: 3000 }, () => Math.floor(900 * next())),
  };
  code("cancelled", () => influencers.select({ candidates: frame, audience: pairs, budget: 20, method: "exact", progress: () => false }));
});

test("reach of all and of some", () => {
  const all = influencers.reach(audience);
  assert.deepEqual([all.unique, all.gross, all.influencers, all.exclusive], [6, 10, ["ana", "budi", "citra"], [0, 1, 1]]);
  const two = influencers.reach({ ...audience, of: ["citra", "ana"] });
  assert.deepEqual([two.unique, two.sizes], [5, [3, 4]]);
});

const posts = {
  account: ["a", "a", "b", "c", "d", "x", "y", "z"],
  group: [...Array(5).fill("micro"), ...Array(3).fill("macro")],
  likes: [25, 25, 40, 60, 30, 900, 1500, 700],
  base: [500, 500, 500, 2000, 800, 40_000, 50_000, 30_000],
  fee: [5, 5, 6, 15, 8, 250, 300, 200],
  impressions: [400, 400, 500, 1500, 700, 30_000, 40_000, 20_000],
};

test("micro against macro", () => {
  const result = influencers.compare({ ...posts, hoursEach: [1, 2], hourlyRate: 5 });
  const find = (name) => result.figures.find((row) => row.figure === name);
  const rate = find("engagement_rate");
  near(rate.first, 0.0418605, 5e-8);
  near(rate.comparison.treatment.standardError, 0.00851201, 5e-9);
  near(rate.comparison.control.standardError, 0.00263797, 5e-9);
  near(rate.permutation.pValue, 3 / 35);
  assert.equal(rate.equivalence.equivalent, false);
  assert.ok(!rate.verdict.sentence.includes("no difference"));
  assert.deepEqual(result.coordination, [20, 30]);
  near(find("all_in_cpm").first, (1000 * 59) / 3500);
  code("account_in_both_groups", () => influencers.compare({ ...posts, group: ["macro", ...posts.group.slice(1)] }));
  code("insufficient_data", () => influencers.compare({ ...posts, first: "nano" }), /`nano` has no row/);
});

test("elasticity and break-even", () => {
  const result = influencers.sizeElasticity({
    account: [1, 2, 3, 3, 4, 5, 6, 6],
    followers: [12e3, 15e3, 22e3, 22e3, 80e3, 150e3, 400e3, 400e3],
    fee: [150, 140, 260, 300, 520, 900, 1500, 1900],
  });
  near(result.elasticity, 0.6853460000586986);
  near(result.standardError, 0.04061342734303621);
  const side = { fee: 150, reach: 10_000 };
  const even = influencers.coordinationBreakeven({
    small: side,
    large: { fee: 10_000, reach: 500_000 },
    targetReach: 500_000,
    hourlyRate: 0,
  });
  assert.deepEqual([even.breakevenCostEach, even.breakevenHoursEach], [50, null]);
});

test("creators over time, rewards, earned media", () => {
  const history = {
    creator: ["b", "a", "b"],
    period: [0, 0, 1],
    posts: [1, 1, 1],
    engagements: [5, 5, 5],
    base: [100, 100, 100],
  };
  const panel = influencers.creators(history);
  assert.deepEqual(panel.creators.map((row) => row.creator), ["a", "b"]);
  assert.deepEqual(panel.retention, [0.5]);
  code("invalid_type", () => influencers.creators({ ...history, period: [0.5, 0, 1] }), /row 0/);
  const report = influencers.rewardTiers([{ name: "bronze", from: 10, reward: 5 }, { name: "silver", from: 50, reward: 20 }], [5, 10, 80]);
  assert.deepEqual([report.tier, report.cost], [[null, "bronze", "silver"], 25]);
  assert.equal(influencers.earnedMedia({ likes: 10 }, { likes: 2 }, { cost: 5 }).multiple, 4);
  code("missing_name", () => influencers.earnedMedia({ likes: 1 }, {}), /no default price list/);
});

test("bad columns are named", () => {
  code("duplicate_candidate", () => influencers.select({ candidates: { influencer: ["a", "a"], cost: [1, 1], value: [1, 1] } }), /"a"/);
  code("nothing_to_choose_by", () => influencers.select({ candidates }));
  code("missing_name", () => influencers.reach({ influencer: ["a", null], person: [1, 2] }), /row 1/);
  code("length_mismatch", () => influencers.select({ candidates: { ...candidates, cost: [1] }, audience }));
  code("invalid_type", () => influencers.classify([1], [2]));
  assert.deepEqual(influencers.tierTable([{ platform: "TikTok", tier: "x", from: 10 }]), [
    { platform: "tiktok", tier: "x", from: 10, strictlyAbove: false },
  ]);
});

test("what is refused, by its code", () => {
  const one = { influencer: ["a"], cost: [1], value: [1] };
  const two = { account: ["a", "b", "x", "y"], group: ["micro", "micro", "macro", "macro"], likes: [1, 1, 1, 1], base: [10, 10, 10, 10] };
  const side = { fee: 1, reach: 1 };
  const history = { creator: ["a"], period: [0], posts: [1], engagements: [1], base: [1] };
  for (const [wanted, work, pattern] of [
    ["out_of_domain", () => influencers.select({ candidates: one, budget: -1 }), /`budget`/],
    ["nan_input", () => influencers.select({ candidates: one, budget: NaN }), /`budget`/],
    ["infinite_input", () => influencers.select({ candidates: one, budget: Infinity }), /`budget`/],
    ["invalid_type", () => influencers.select({ candidates: one, budget: "5" }), /`budget`/],
    ["out_of_domain", () => influencers.select({ candidates: one, maxCount: 1.5 }), /`maxCount`/],
    ["out_of_domain", () => influencers.select({ candidates: one, nodeLimit: -1 }), /`nodeLimit`/],
    ["unknown_option", () => influencers.select({ candidates: one, method: "best" }), /`method`/],
    ["invalid_type", () => influencers.select({ candidates: one, progress: 5 }), /`progress` must be a function/],
    ["invalid_type", () => influencers.select({}), /`candidates` must be an object/],
    ["invalid_type", () => influencers.select(), /`options` must be an object/],
    ["insufficient_data", () => influencers.select({ candidates: { influencer: [], cost: [], value: [] } })],
    ["out_of_domain", () => influencers.frontier({ candidates: one, budgets: [-1] }), /`budgets`/],
    ["insufficient_data", () => influencers.reach({ influencer: [], person: [] })],
    ["unknown_candidate", () => influencers.reach({ influencer: ["a"], person: [1], of: ["z"] })],
    ["infeasible", () => influencers.reachBounds([10, 20], [1], { population: 15 })],
    ["out_of_domain", () => new influencers.Sketch([1], { k: 1 })],
    ["insufficient_data", () => influencers.compare({ account: [], group: [] })],
    ["invalid_type", () => influencers.compare({ ...two, group: undefined }), /`group`/],
    ["out_of_domain", () => influencers.compare({ ...two, seed: -1 }), /`seed`/],
    ["out_of_domain", () => influencers.compare({ ...two, hoursEach: [-1, 0] }), /`hoursEach`/],
    ["length_mismatch", () => influencers.compare({ ...two, hoursEach: [1] }), /`hoursEach`/],
    ["insufficient_data", () => influencers.sizeElasticity({ account: [1], followers: [1], fee: [1] })],
    ["invalid_type", () => influencers.coordinationBreakeven({ small: side, targetReach: 1, hourlyRate: 1 }), /`large`/],
    ["zero_denominator", () => influencers.coordinationBreakeven({ small: { fee: 1, reach: 0 }, large: side, targetReach: 1, hourlyRate: 1 })],
    ["empty_table", () => influencers.tierTable([])],
    ["duplicate_border", () => influencers.tierTable([{ platform: "a", tier: "x", from: 1 }, { platform: "a", tier: "y", from: 1 }])],
    ["out_of_domain", () => influencers.creators({ ...history, lapseAfter: -1 }), /`lapseAfter`/],
    ["empty_table", () => influencers.rewardTiers([], [1])],
    ["out_of_domain", () => influencers.earnedMedia({ likes: -1 }, { likes: 1 })],
  ]) {
    code(wanted, work, pattern);
  }
  assert.equal(influencers.compare(two).figures[0].status, "zero_variance");
  const alone = Object.fromEntries(Object.entries(two).map(([name, values]) => [name, values.slice(0, 3)]));
  const oneAccount = influencers.compare(alone).figures[0];
  assert.deepEqual([oneAccount.second, oneAccount.status, oneAccount.comparison], [0.1, "insufficient_data", null]);
});

test("the best hams", () => {
  const hams = ["N1", "N2", "N3", "N4", "S1", "S2", "S3", "S4"];
  const likes = hams.flatMap((ham) => Array.from(csv("hams.csv", ham), (liked, person) => [ham, person, liked]).filter(([, , liked]) => liked));
  const audience = { influencer: likes.map(([ham]) => ham), person: likes.map(([, person]) => person) };
  const best = [1, 2, 3, 4, 5, 6].map((maxCount) =>
    influencers.select({ candidates: { influencer: hams, cost: Array(8).fill(0) }, audience, maxCount }),
  );
  assert.deepEqual(best.map((one) => one.objective), [60, 98, 111, 119, 122, 123]);
  assert.deepEqual(best[2].chosen, ["N2", "N3", "S1"]);
});

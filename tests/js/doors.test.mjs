// The door of every public function: whatever an argument is, the answer is a result or an error of ukur. The calls are
// those of the shared vectors, one a function, and those below.

import assert from "node:assert/strict";
import { test } from "node:test";
import { inspect } from "node:util";
import * as ukur from "ukur";
import { cases, csv } from "./files.mjs";
import { call, NO_OPTIONS } from "./vectors.mjs";

const PROBES = [
  undefined, null, NaN, Infinity, -Infinity, -1, 0, 0.5, 1e308, 5e-324, true, "zzz", "5", "", "\ud800", "a\0b",
  5n, [], [NaN], ["a"], [1, 2, 3, 4, 5, 6, 7], [[1, 2], [3]], [1, , 3], [-1, -2, -3], [1e308, 1e308, 1e308], {}, { a: 1 },
  new Date(0), new Date(NaN), () => 1, Symbol("x"), new Map([["a", 1]]), new Set([1]), Float64Array.of(1, 2, 3),
  Float32Array.of(1, NaN), Int8Array.of(-1, 2), BigInt64Array.of(1n), new DataView(new ArrayBuffer(8)), new Number(5), new String("week"),
]; // prettier-ignore
const show = (probe) => inspect(probe, { breakLength: Infinity }).slice(0, 40);

/** What is wrong with the answer to one probe, or undefined. */
function complaint(ask) {
  try {
    const got = ask();
    return typeof got === "number" && !Number.isFinite(got) ? `gave ${got}` : undefined;
  } catch (error) {
    return ukur.isUkurError(error) ? undefined : `threw ${error?.constructor?.name}: ${error?.message}`;
  }
}

const dated = { customer: [1, 1, 2], date: ["2024-01-01", "2024-02-01", "2024-01-05"], unit: "week", end: "2024-06-01", merge: "day", periods: "exact", dateFormat: undefined, timeZone: undefined };
const summary = { frequency: [2, 0, 1], recency: [30, 0, 3], T: [38, 38, 10], monetaryValue: [20, 0, 30] };
const bg = ukur.models.BgNbd.fromParams({ r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 });
const gg = ukur.models.GammaGamma.fromParams({ p: 6.25, q: 3.74, gamma: 15.44 });
const histories = { frequency: [2, 0, 1, 4, 3, 1], recency: [30, 0, 3, 20, 31, 12], T: [38, 38, 10, 39, 35, 36] };
const fitted = ukur.models.Nbd.fit(histories);
const contract = ukur.models.ShiftedBetaGeometric.fromParams({ alpha: 3.8, beta: 15.2 });
const migration = ukur.programmes.tierMigrationFromMatrix([[0.9, 0.1], [0.3, 0.7]], { counts: false });
const shared = { person: ["a", "b"], posts: [1, 1], reach: [100, 50], shares: [1, 2], value: [3, 4] };
const audience = { influencer: ["a", "a", "b", "c"], person: [1, 2, 2, 3] };
const candidates = { influencer: ["a", "b", "c"], cost: [10, 20, 5] };
const posts = { account: ["a", "b", "c", "d", "e", "f"], group: ["micro", "micro", "micro", "macro", "macro", "macro"], likes: [10, 20, 30, 5, 9, 11], reach: [100, 200, 300, 900, 800, 700] };

/** Functions that take one object; those of models are given one row of arguments. */
const OBJECTS = {
  "customers.summarise": { ...dated, value: [1, 2, 3], holdoutEnd: undefined, includeFirstTransaction: false, extra: [] },
  "customers.tracking": { ...dated, holdoutEnd: undefined, step: 1 },
  "influencers.reach": { ...audience, of: undefined },
  "influencers.compare": { ...posts, first: "micro", second: "macro", hoursEach: [1, 2], fixedHours: [0, 0], hourlyRate: 20, margin: 0.1, level: 0.95, resamples: 99, seed: 0, progress: undefined },
  "influencers.creators": { creator: ["a", "a", "b"], period: [1, 2, 1], posts: [3, 2, 1], engagements: [30, 20, 10], base: [100, 100, 100], lapseAfter: 0 },
  "influencers.sizeElasticity": { account: ["a", "b", "c", "d"], followers: [1e4, 3e4, 9e4, 2e5], fee: [100, 250, 500, 900], level: 0.95 },
  "models.lifetimeValue": { model: bg, spend: gg, summary, horizon: 12, horizonUnit: "month", discountRate: 0.1, discountPeriod: "year", margin: 1, unit: "week" },
  "models.regularity": { ...histories, sumLogIntervals: [5, 0, 1, 6, 6.5, 2], weights: undefined, method: "mle" },
  "models.samplePosterior": { model: bg, summary: histories, chains: 1, draws: 8, warmup: 8, seed: 0, priors: undefined },
  "programmes.incrementalLift": { spend: [1, 2, 3, 4, 2, 3, 4, 6], member: [0, 0, 0, 0, 1, 1, 1, 1], after: [0, 1, 0, 1, 0, 1, 0, 1], customer: [1, 1, 2, 2, 3, 3, 4, 4], level: 0.95 },
}; // prettier-ignore

const OTHERS = {
  "influencers.select": (probe, name) => ukur.influencers.select({ ...candidates, value: [5, 9, 2], budget: 30, maxCount: 2, method: "auto", [name]: probe }),
  "influencers.tierTable": (probe) => ukur.influencers.tierTable(probe),
  "customers.rfmSegments": (probe) => ukur.customers.rfmSegments(summary, probe),
  "metrics.family": (probe) => ukur.metrics.family(probe),
  "metrics.evaluate": (probe) => ukur.metrics.evaluate(probe, { cost: 1, impressions: 2 }),
  "metrics.evaluate of inputs": (probe) => ukur.metrics.evaluate("cpm", probe),
  "metrics.rollup": (probe) => ukur.metrics.rollup("cpm", { cost: probe, impressions: [1, 2] }, { by: ["a", "b"] }),
  "models.compare": (probe) => ukur.models.compare(probe),
  "models.fromJson": (probe) => ukur.models.BgNbd.fromJson(probe),
  "response.budgetFrontier": (probe) => ukur.response.budgetFrontier({ channels: [{ name: "a", curve: { form: "square_root", scale: 3 } }], budgets: probe }),
};

/** Calls with an object of options after other arguments, or inside another. */
const POSITIONAL = {
  "customers.rfmSegments": (options) => ukur.customers.rfmSegments(summary, options),
  "customers.rfmSegments, segments": (rule) => ukur.customers.rfmSegments(summary, { segments: { best: rule } }),
  "customers.kaplanMeier": (options) => ukur.customers.kaplanMeier([1, 2, 3], options),
  "influencers.Sketch": (options) => new ukur.influencers.Sketch([1, 2], options),
  "influencers.classify": (options) => ukur.influencers.classify("instagram", [5000], options),
  "influencers.tierTable": (row) => ukur.influencers.tierTable([{ platform: "x", tier: "micro", from: 1, ...row }]),
  "influencers.earnedMedia": (options) => ukur.influencers.earnedMedia({ likes: 1 }, { likes: 1 }, options),
  "influencers.reachBounds": (options) => ukur.influencers.reachBounds([10, 10], [2], options),
  "influencers.coordinationBreakeven": (side) =>
    ukur.influencers.coordinationBreakeven({ small: { fee: 1, reach: 9, ...side }, large: { fee: 9, reach: 99 }, targetReach: 99, hourlyRate: 1 }),
  "metrics.cpm": (options) => ukur.metrics.cpm(1, 2, options),
  "metrics.evaluate": (options) => ukur.metrics.evaluate("cpm", { cost: 1, impressions: 2 }, options),
  "metrics.rollup": (options) => ukur.metrics.rollup("cpm", { cost: [1, 2], impressions: [1, 2] }, ["a", "b"], options),
  "metrics.catalogue": (options) => ukur.metrics.catalogue(options),
  "models.fromParams": (options) => ukur.models.Nbd.fromParams({ r: 1, alpha: 1, ...options }),
  "models.fit": (options) => ukur.models.BgNbd.fit({ ...histories, ...options }),
  "models.withInterval": (options) => fitted.withInterval("expectedPurchasesNew", { horizon: 5, ...options }),
  "models.validate": (options) => ukur.models.validate({ model: bg, summary: { ...histories, holdoutFrequency: [1, 0, 1, 1, 0, 0], holdoutT: 9 }, ...options }),
  "models.contractLifetimeValue": (options) => ukur.models.contractLifetimeValue({ model: contract, payment: 10, unit: "month", ...options }),
  "programmes.calibrate": (options) => ukur.programmes.calibrate([0.1, 0.9], [0, 1], options),
  "programmes.judgeRanking": (options) => ukur.programmes.judgeRanking([0.1, 0.9], [0, 1], options),
  "programmes.kFactor": (options) => ukur.programmes.kFactor([1, 0, 2], options),
  "programmes.projectTiers": (options) => ukur.programmes.projectTiers(migration, [10, 10], { periods: 2, ...options }),
  "programmes.rankAdvocates": (signal) => ukur.programmes.rankAdvocates({ engagement: [{ values: [1, 2], ...signal }], willingness: [{ values: [1, 2] }] }),
  "programmes.redemptionCurve": (options) => ukur.programmes.redemptionCurve([10, 10], [[1, 2], [1]], options),
  "programmes.socialScorecard, benchmark": (benchmark) => ukur.programmes.socialScorecard({ ...shared, benchmark: { reach: 100, sharing: 1, monetisation: 1, ...benchmark } }),
  "programmes.socialScorecard, weights": (weights) => ukur.programmes.socialScorecard({ ...shared, benchmark: { reach: 100, sharing: 1, monetisation: 1 }, weights: { reach: 1, ...weights } }),
  "programmes.tierMigrationFromMatrix": (options) => ukur.programmes.tierMigrationFromMatrix([[1, 0], [0, 1]], options),
  "experiments.compareRatios": (group) =>
    ukur.experiments.compareRatios({ numerator: [1, 2], denominator: [3, 4], ...group }, { numerator: [1, 2], denominator: [3, 4] }),
}; // prettier-ignore

/** The start of a column: a fit of some customers asks the same of a door as one of all. */
const few = (file, name) => csv(file, name).slice(0, 40);

const first = new Map();
for (const { block, testCase } of cases()) {
  if (!("error" in testCase) && !testCase.probe && !testCase.bits_only && !first.has(block.function)) first.set(block.function, { block, testCase });
}

test("arguments of the vectors' functions", () => {
  assert.ok(first.size > 300, `${first.size} functions`);
  const wrong = [];
  for (const [name, { block, testCase }] of first) {
    for (const argument of Object.keys(testCase.args)) {
      for (const value of PROBES) {
        const found = complaint(() => call(ukur, block, testCase, few, { probe: { name: argument, value } }));
        if (found) wrong.push(`${name}, ${argument} ${show(value)}: ${found}`);
      }
    }
  }
  assert.deepEqual(wrong, []);
});

/** Arguments that may be a date, as text, a `Date` or a number; and objects whose names are the caller's own. */
const DATES = new Set(["end", "holdout_end"]);
const OPEN = new Set(["attribution.shapley_values", "influencers.earned_media"]);

test("a number is a number", () => {
  const wrong = [];
  for (const [name, { block, testCase }] of first) {
    for (const [argument, given] of Object.entries(testCase.args)) {
      if (typeof given !== "number" || DATES.has(argument)) continue;
      for (const value of [true, "5", 5n, new Date(5), new Number(5), { value: 5 }, () => 5]) {
        const ask = () => call(ukur, block, testCase, few, { probe: { name: argument, value } });
        assert.throws(ask, ukur.isUkurError, `${name}, ${argument} ${show(value)}`);
      }
      let absent;
      try {
        absent = inspect(call(ukur, block, testCase, few, { probe: { name: argument, value: undefined } }), { depth: 9 });
        const got = inspect(call(ukur, block, testCase, few, { probe: { name: argument, value: null } }), { depth: 9 });
        if (got !== absent) wrong.push(`${name}, ${argument}: null is taken for ${got.slice(0, 40)}`);
      } catch (error) {
        if (!ukur.isUkurError(error)) wrong.push(`${name}, ${argument}: ${error}`);
      }
    }
  }
  assert.deepEqual(wrong, []);
});

const refuses = (name) => (error) => {
  assert.ok(ukur.isUkurError(error), `${name}: ${error}`);
  assert.match(error.code, /^unknown_(argument|input)$/, `${name}: ${error.message}`);
  assert.match(error.message, /alfa/, name);
  return true;
};

test("an unknown option is refused by its name", () => {
  let asked = 0;
  for (const [name, { block, testCase }] of first) {
    if (OPEN.has(name)) continue;
    try {
      if (call(ukur, block, testCase, few, { extra: { alfa: 0.1 } }) === NO_OPTIONS) continue;
      assert.fail(`${name} takes \`alfa\``);
    } catch (error) {
      refuses(name)(error);
      asked += 1;
    }
  }
  assert.ok(asked > 100, `${asked} functions`);
  for (const [name, base] of Object.entries(OBJECTS)) {
    const [room, inside] = name.split(".");
    assert.throws(() => ukur[room][inside]({ ...base, alfa: 0.1 }), refuses(name), name);
  }
  for (const [name, ask] of Object.entries(POSITIONAL)) assert.throws(() => ask({ alfa: 0.1 }), refuses(name), name);
});

test("the message says what may have been meant", () => {
  assert.throws(() => ukur.experiments.equivalence({ estimate: 1, standardError: 1, lowerMargin: -1, upperMargin: 1, alfa: 0.1 }), {
    name: "RangeError",
    code: "unknown_argument",
    message: "`options` has no `alfa` (did you mean `alpha`?); there are `estimate`, `standardError`, `degreesOfFreedom`, `lowerMargin`, `upperMargin`, `alpha`",
  }); // prettier-ignore
  assert.throws(() => ukur.programmes.kFactor([1, 0], { confidence: 0.9 }), { message: "`options` has no `confidence`; there are `invitations`, `level`" });
  assert.throws(() => ukur.models.BgNbd.fit({ ...histories, max_iterations: 5 }), { message: /did you mean `maxIterations`/ });
  assert.doesNotThrow(() => bg.probabilityAlive({ ...summary, customer: ["a", "b", "c"], report: {} }), "a summary may be given whole");
});

test("an error of ukur is known from any other", () => {
  for (const other of [Object.assign(new Error("no such file"), { code: "ENOENT" }), new RangeError("x"), { code: "nan_input" }, null, "x"]) {
    assert.equal(ukur.isUkurError(other), false);
  }
  const thrown = [() => ukur.metrics.cpm(1, 0), () => ukur.metrics.cpm("1", 2), () => ukur.models.BgNbd.fromJson(5), () => ukur.models.compare(5)];
  for (const ask of thrown) assert.throws(ask, (error) => ukur.isUkurError(error) && error instanceof Error && typeof error.code === "string");
  const own = Object.assign(new Error("stop"), { code: "mine" });
  const stop = () => {
    throw own;
  };
  assert.throws(() => ukur.models.samplePosterior({ ...OBJECTS["models.samplePosterior"], progress: stop }), (error) => error === own && !ukur.isUkurError(error));
});

test("arguments of the other functions", () => {
  const wrong = [];
  for (const [name, base] of Object.entries(OBJECTS)) {
    const [room, inside] = name.split(".");
    const ask = ukur[room][inside];
    assert.doesNotThrow(() => ask(base), name);
    for (const value of PROBES) {
      const whole = complaint(() => ask(value));
      if (whole) wrong.push(`${name} ${show(value)}: ${whole}`);
      for (const argument of Object.keys(base)) {
        const found = complaint(() => ask({ ...base, [argument]: value }));
        if (found) wrong.push(`${name}, ${argument} ${show(value)}: ${found}`);
      }
    }
  }
  for (const [name, ask] of Object.entries(OTHERS)) {
    for (const value of PROBES) {
      for (const argument of ["budget", "value", "method", "mustInclude", "nodeLimit"]) {
        const found = complaint(() => ask(value, argument));
        if (found) wrong.push(`${name} ${show(value)}: ${found}`);
      }
    }
  }
  assert.deepEqual(wrong, []);
});

// The door of every public function: whatever an argument is, the answer is a result or an error of ukur. The calls are
// those of the shared vectors, one a function, and those below.

import assert from "node:assert/strict";
import { test } from "node:test";
import { inspect } from "node:util";
import * as ukur from "ukur";
import { cases, csv } from "./files.mjs";
import { call } from "./vectors.mjs";

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
  "models.regularity": { ...histories, sumLogIntervals: [3, 4, 1, 6, 4, 2], weights: undefined, method: "mle" },
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
        const found = complaint(() => call(ukur, block, testCase, csv, { name: argument, value }));
        if (found) wrong.push(`${name}, ${argument} ${show(value)}: ${found}`);
      }
    }
  }
  assert.deepEqual(wrong, []);
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

// Attribution and response: what the shared vectors cannot say (times as dates, order of rows, progress, refusals).

import assert from "node:assert/strict";
import { test } from "node:test";
import { attribution, isUkurError, response } from "ukur";
import { random } from "./random.mjs";

const events = {
  customer: ["ann", "ann", "ann", "ben", "ben", "cid"],
  channel: ["search", "email", null, "video", "email", null],
  conversions: [0, 0, 1, 0, 0, 1],
  values: [0, 0, 25.5, 0, 0, 4],
};
const times = ["2026-03-01", "2026-03-04T12:00", "2026-03-05", "2026-03-02", "2026-03-02", "2026-03-09"];
const refused = (work, code) =>
  assert.throws(work, (error) => isUkurError(error) && error.code === code && !error.message.includes("\n"), `wanted ${code}`);

test("times as text, as dates and as days are the same", () => {
  const dates = times.map((time) => new Date(time.length > 10 ? `${time}Z` : time));
  const days = dates.map((date) => date.getTime() / 86_400_000);
  for (const time of [times, dates, days, Float64Array.from(days)]) {
    const found = attribution.journeys({ ...events, time });
    assert.deepEqual(Array.from(found.ages), [4, 0.5, 0, 0]);
    assert.deepEqual(found.channels, ["email", "search", "video"]);
    assert.deepEqual(Array.from(found.nulls), [0, 1, 0]);
    const credits = attribution.attributeTimeDecay(found, 3.5);
    assert.ok(Math.abs(credits.conversions[0] - 2 / 3) < 1e-12);
    assert.equal(credits.unattributedValue, 4);
    assert.equal(credits.isIncremental, false);
  }
});

test("the order of rows changes no bit", () => {
  const draw = random(4);
  const rows = Array.from({ length: 2000 }, () => ({
    customer: Math.floor(draw() * 400),
    time: Math.floor(draw() * 120) / 4,
    channel: "abcd"[Math.floor(draw() * 4)],
    conversions: draw() < 0.1 ? 1 : 0,
    value: Math.round(draw() * 9000) / 100,
  }));
  const of = (list) =>
    attribution.journeys({
      customer: list.map((row) => row.customer),
      time: list.map((row) => row.time),
      channel: list.map((row) => row.channel),
      conversions: list.map((row) => row.conversions),
      values: list.map((row) => (row.conversions ? row.value : 0)),
    });
  const one = of(rows);
  const other = of([...rows].reverse());
  for (const order of [1, 2]) assert.deepEqual(attribution.markov({ paths: one, order }), attribution.markov({ paths: other, order }));
  const drawn = { worth: "conversion_rate", exactUpTo: 0, permutations: 50 };
  assert.deepEqual(attribution.shapley({ paths: one, ...drawn }), attribution.shapley({ paths: other, ...drawn }));
  assert.deepEqual(attribution.attributeTimeDecay(one), attribution.attributeTimeDecay(other));
  const counted = attribution.countPaths({ paths: one });
  const [once, all] = [counted, one].map((paths) => attribution.markov({ paths }));
  assert.deepEqual(once.credits.conversions, all.credits.conversions);
});

test("progress is told and can stop the work", () => {
  const seen = [];
  const paths = { paths: ["A > B", "B > C", "C"], conversions: [1, 2, 1], nulls: [3, 2, 2] };
  attribution.markov({ ...paths, progress: (done, total) => void seen.push([done, total]) });
  assert.deepEqual(seen.at(-1), [4, 4]);
  refused(() => attribution.shapley({ ...paths, worth: "conversion_rate", exactUpTo: 0, progress: () => false }), "cancelled");
  refused(() => response.simulateBranching({ k: 0.9, progress: () => false }), "cancelled");
  assert.throws(() => response.simulateBranching({ k: 0.9, progress: () => { throw new Error("mine"); } }), /mine/);
  const curve = { input: [1, 4, 9, 16], response: [3.1, 5.9, 9.2, 11.9], form: "square_root" };
  seen.length = 0;
  const fit = response.fitCurve({ ...curve, progress: (done, total) => void seen.push([done, total]) });
  assert.deepEqual(fit, response.fitCurve(curve));
  assert.equal(...seen.at(-1));
  refused(() => response.fitCurve({ ...curve, progress: () => false }), "cancelled");
  refused(() => response.fitBass([1, 3, 8, 12, 9, 4], 0.95, () => false), "cancelled");
  refused(() => response.fitBass([1, 3, 8, 12, 9, 4], 0.95, 5), "invalid_type");
});

test("a fit goes back in", () => {
  const input = [10, 20, 40, 80, 160, 320];
  const fit = response.fitCurve({ input, response: [165, 287, 442, 617, 760, 867], form: "michaelis_menten" });
  assert.equal(fit.diagnosis, "converged");
  const [inside, outside] = response.responseAt(fit, [100, 1000]);
  assert.ok(inside.lower < inside.response && inside.response < inside.upper);
  assert.deepEqual([inside.isExtrapolated, outside.isExtrapolated], [false, true]);
  const curve = { form: "michaelis_menten", maximum: 1000, halfSaturation: 50 };
  assert.equal(response.curveResponse(curve, 50), 500);
  const split = response.splitBudget([{ name: "a", curve, current: 30 }, { name: "b", curve, maximum: 20, current: 20 }], 100);
  assert.deepEqual(split.allocations.map((one) => one.isAtMaximum), [false, true]);
  assert.ok(split.response > split.currentResponse);
  assert.equal(response.budgetFrontier([{ name: "a", curve }], [50, 150])[1].response, 750);
});

test("bad input is one clear sentence", () => {
  refused(() => attribution.markov({ paths: "A > B", conversions: [1] }), "invalid_type");
  refused(() => attribution.markov({ paths: [3], conversions: [1] }), "invalid_type");
  refused(() => attribution.markov({ paths: ["A"] }), "missing_argument");
  refused(() => attribution.markov({ paths: ["A"], conversions: ["many"] }), "invalid_type");
  refused(() => attribution.markov({ paths: ["A"], conversions: [1], order: -1 }), "out_of_domain");
  refused(() => attribution.journeys({ ...events, time: times.map(() => "soon") }), "unparseable_date");
  refused(() => attribution.journeys({ ...events, time: times, customer: "ann" }), "invalid_type");
  refused(() => attribution.journeys({ ...events, time: times, customer: events.customer.with(2, null) }), "missing_name");
  refused(() => attribution.attributeTimeDecay(attribution.countPaths({ paths: ["A"], conversions: [1] })), "invalid_type");
  refused(() => response.splitBudget([{ name: "a", curve: { form: "square_root", scale: 1 }, maximum: NaN }], 1), "invalid_type");
  refused(() => response.splitBudget([{ name: "a" }], 1), "invalid_type");
  refused(() => response.curveResponse(null, 1), "invalid_type");
  refused(() => response.curveResponse({ form: "square_root", scale: 1 }, "x"), "invalid_type");
  refused(() => response.adstock({ media: [1], theta: 0.5, window: -1 }), "out_of_domain");
  refused(() => response.bassForecast({ m: 1, p: 0.1, q: 0.1, periods: 1e9 }), "out_of_domain");
});

test("paths of names are read as text is", () => {
  const listed = attribution.attribute({ paths: [["a", "", " b "], ["a"]], conversions: [1, 1] });
  assert.deepEqual(listed, attribution.attribute({ paths: ["a > > b", "a"], conversions: [1, 1] }));
  assert.deepEqual(listed.channels, ["a", "b"]);
  assert.throws(() => attribution.attribute({ paths: [["a", null]], conversions: [1] }), (error) => isUkurError(error) && error.code === "missing_name");
});

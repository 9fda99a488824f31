// The models' JavaScript face: options or positions in, plain values out, refusals in one sentence.

import assert from "node:assert/strict";
import { test } from "node:test";
import { customers, isUkurError, models } from "ukur";
import { csv } from "./files.mjs";

const weeks = (column) => csv("cdnow_cbs.csv", column).map((days) => days / 7);
const data = { frequency: csv("cdnow_cbs.csv", "frequency"), recency: weeks("recency_days"), T: weeks("T_days") };
const model = models.BgNbd.fit({ ...data, unit: "week" });

test("the report", () => {
  const report = model.report;
  assert.ok(Math.abs(report.logLikelihood + 9582.42920667) < 1e-7);
  assert.equal(report.diagnosis.code, "converged");
  assert.equal(report.distinctRows, 1016);
  assert.equal(model.unit, "week");
  assert.ok(model.standardErrors.r > 0.0125 && model.standardErrors.r < 0.0126);
  assert.match(model.summary(), /converged/);
  const { lower, upper, method } = model.confidenceIntervals().alpha;
  assert.ok(lower < model.params.alpha && model.params.alpha < upper && method === "profile");
  assert.deepEqual(models.BgNbd.fit(data.frequency, data.recency, data.T).params, model.params);
});

test("numbers give a number, columns a column, positions and options the same", () => {
  const one = model.probabilityAlive(2, 30.43, 38.86);
  assert.equal(typeof one, "number");
  assert.deepEqual([...model.probabilityAlive([2], [30.43], [38.86])], [one]);
  assert.equal(model.probabilityAlive({ frequency: 2, recency: 30.43, T: 38.86 }), one);
  assert.equal(model.probabilityAlive({ frequency: [2, 0], recency: [30.43, 0], T: 38.86 }).length, 2);
  assert.equal(model.purchaseProbability([0, 1, 2], 39).length, 3);
  assert.ok(model.posteriorMeans(2, 30.43, 38.86).purchaseRate > 0);
});

test("intervals, JSON, simulation, lifetime value", () => {
  const found = model.withInterval("expectedPurchases", { horizon: 39, frequency: 2, recency: 30.43, T: 38.86 });
  assert.ok(Math.abs(found.value - 1.22590683544345) < 1e-9); // mpmath: tests/references/models.py
  assert.ok(Math.abs(found.standardError - 0.0451894464750522) < 1e-9);
  const back = models.BgNbd.fromJson(model.toJson());
  assert.deepEqual([back.params, back.report], [model.params, model.report]);
  const made = model.simulate(100, 39, 3);
  assert.deepEqual(made, model.simulate(100, 39, 3));
  assert.equal(made.alive.length, 100);
  const spend = models.GammaGamma.fromParams({ p: 6.25, q: 3.74, gamma: 15.44 });
  const summary = { frequency: [2, 0], recency: [30.43, 0], T: 38.86, monetaryValue: [22.35, null] };
  const values = models.lifetimeValue({ model, spend, summary });
  assert.ok(values[0] > values[1] && values[1] > 0);
});

for (const [words, code, call] of [
  ["`recency` must be at most T", "out_of_domain", () => model.probabilityAlive([1], [5], [2])],
  ["`horizon` is needed", "missing_argument", () => model.expectedPurchases({ frequency: 1, recency: 1, T: 2 })],
  ["`frequency` is needed", "missing_column", () => model.expectedPurchases({ horizon: 1 })],
  ["the text", "invalid_type", () => model.probabilityAlive("a", 1, 1)],
  ["`alpha` must be a number", "invalid_type", () => models.BgNbd.fromParams({ r: 1 })],
  ["`n` must be a whole number", "out_of_domain", () => model.simulate(-1, 3, 1)],
  ["no customers", "empty_input", () => models.BgNbd.fit([], [], [])],
  ["`summary` must hold columns", "invalid_type", () => models.lifetimeValue({ model, spend: model, summary: null })],
  ["made from parameters", "not_fitted", () => models.GammaGamma.fromParams({ p: 1, q: 2, gamma: 1 }).report],
  ["not a ukur model", "invalid_model_json", () => models.BgNbd.fromJson("{}")],
]) {
  test(`refused: ${words}`, () => {
    assert.throws(call, (error) => isUkurError(error) && error.code === code && error.message.includes(words));
  });
}

test("a summary of customers goes whole into every fit and question", () => {
  const summary = customers.summarise({
    customer: ["ana", "ana", "ana", "budi", "budi", "citra", "dewi", "dewi"],
    date: ["2026-01-05", "2026-01-12", "2026-02-26", "2026-01-19", "2026-01-25", "2026-01-20", "2026-01-07", "2026-01-28"],
    value: [10, 8, 12, 8, 9, 20, 7, 5],
    end: "2026-03-02",
    extra: ["sumLogIntervals", "totalValue"],
  });
  const spend = models.GammaGamma.fit(summary);
  assert.deepEqual(spend.params, models.GammaGamma.fit(summary.frequency, summary.monetaryValue).params);
  assert.deepEqual(spend.expectedSpend(summary), spend.expectedSpend(summary.frequency, summary.monetaryValue));
  for (const kind of [models.BgNbd, models.ParetoNbd, models.MbgCnbd]) {
    const fitted = kind.fit({ ...summary, unit: "week" });
    assert.equal(fitted.probabilityAlive(summary).length, 4);
    assert.equal(fitted.expectedPurchases({ ...summary, horizon: 4 }).length, 4);
  }
});

test("validation on a holdout", () => {
  const summary = { ...data, holdoutFrequency: csv("cdnow_cbs.csv", "holdout_purchases"), holdoutT: 39 };
  const found = models.validate(model, summary);
  assert.deepEqual(found.errors.method, ["model", "same_rate", "average_rate"]);
  assert.equal(found.errors.actual[0], 1882);
  assert.ok(Number.isNaN(found.errors.correlation[2]));
  assert.equal(found.calibration.group.length, 10);
  assert.equal(models.validate({ model, summary, groups: 4 }).calibration.group.length, 4);
  const tracking = { time: [39, 78], holdout: [0, 7], repeatPurchases: [10, 9] };
  assert.throws(() => models.validate(model, summary, tracking), (error) => isUkurError(error) && error.code === "out_of_domain");
  assert.ok(Number.isNaN(found.tracking.actual[0]));
  assert.throws(() => models.validate(model, data), (error) => isUkurError(error) && error.code === "missing_column");
  assert.throws(() => models.validate({}, summary), TypeError);
});

test("models beside each other", () => {
  const other = models.ParetoNbd.fit({ ...data, unit: "week" });
  const rows = models.compare([other, model]);
  assert.deepEqual(rows.map((row) => row.model), ["BgNbd", "ParetoNbd"]);
  assert.equal(rows[0].index, 1);
  assert.ok(Math.abs(rows[1].aicDifference - 2 * (model.report.logLikelihood - other.report.logLikelihood)) < 1e-9);
  assert.throws(() => models.compare([]), (error) => isUkurError(error) && error.code === "empty_input");
  assert.throws(() => models.likelihoodRatioTest(model, other), (error) => isUkurError(error) && error.code === "not_nested");
  assert.throws(() => models.compare([{}]), TypeError);
});

test("covariates", () => {
  const first = csv("cdnow_cbs.csv", "first_cents").map((cents) => cents / 1000);
  const found = models.BgNbd.fit({ ...data, purchaseCovariates: { first }, dropoutCovariates: { first } });
  assert.ok(Math.abs(found.report.logLikelihood + 9561.955603611925) < 1e-6);
  const [buy] = found.report.covariates;
  assert.ok(Math.abs(buy.coefficient / 0.08867563250649663 - 1) < 1e-6);
  assert.equal(buy.reading, "one more of first: +9.3 % purchase rate");
  const expected = found.expectedPurchases({ ...data, horizon: 39, covariates: { first } });
  const one = { frequency: data.frequency[5], recency: data.recency[5], T: data.T[5], horizon: 39 };
  assert.equal(found.at({ first: first[5] }).expectedPurchases(one), expected[5]);
  assert.equal(found.expectedPurchases({ ...one, covariates: { first: first[5] } }), expected[5]);
  const alike = found.at({ first: first[5] });
  assert.deepEqual(found.alivePath([5, 30.43], [10, 31], undefined, { first: first[5] }), alike.alivePath([5, 30.43], [10, 31]));
  assert.throws(() => found.expectedPurchasesNew(39), (error) => isUkurError(error) && error.code === "covariates_needed");
});

test("covariates in every answer", () => {
  const group = csv("cdnow_cbs.csv", "first_cents").map((cents) => Math.min(Math.floor(cents / 2000), 3));
  const found = models.ParetoNbd.fit({ ...data, unit: "week", purchaseCovariates: { group }, dropoutCovariates: { group } });
  const alike = found.at({ group: group[5] });
  const summary = { ...data, monetaryValue: 30, covariates: { group } };
  const one = { frequency: data.frequency[5], recency: data.recency[5], T: data.T[5], monetaryValue: 30 };
  assert.equal(found.posteriorMeans(summary).purchaseRate[5], alike.posteriorMeans(one).purchaseRate);
  const spend = models.GammaGamma.fromParams({ p: 6.25, q: 3.74, gamma: 15.44 });
  const [value, own] = [found, alike].map((model, at) => models.lifetimeValue({ model, spend, summary: [summary, one][at] }));
  assert.equal(value[5], own[0]);
  const judged = models.validate(found, { ...data, covariates: { group }, holdoutFrequency: data.frequency, holdoutT: 39 });
  assert.ok(judged.errors.expected[0] > 0);
  assert.deepEqual(found.simulate({ n: 9, T: 30, seed: 3, covariates: { group: 1 } }), found.at({ group: 1 }).simulate(9, 30, 3));
  const curve = found.withInterval("expectedPurchasesNew", { horizon: [13, 52], covariates: { group: 2 } });
  assert.deepEqual(curve.value, found.at({ group: 2 }).expectedPurchasesNew([13, 52]));
  assert.throws(() => found.simulate(5, 30, 1), (error) => isUkurError(error) && error.code === "covariates_needed");
});

test("covariates that change over time", () => {
  // Known answers of tests/references/covariates_over_time.py.
  const coefficients = { purchase: [["offer", 0.6], ["season", -0.2]], dropout: [["offer", -0.5], ["season", 0.3]] };
  const parameters = { r: 0.8, alpha: 6, s: 0.7, beta: 9 };
  const text = JSON.stringify({ format: "ukur-model", version: 1, model: "pareto_nbd", unit: "week", parameters, coefficients });
  const found = models.ParetoNbd.fromJson(text);
  const customer = {
    frequency: [2], recency: [4.25], T: [7.5],
    covariates: {
      offer: [0, 1, 1, 0, 0, 1, 0, 0, 1, 1, 0, 1],
      season: [0.5, 0.5, 0.25, 0, -0.25, -0.5, -0.5, -0.25, 0, 0.25, 0.5, 0.5],
    },
    periods: {
      customer: new Float64Array(12),
      start: Array.from({ length: 12 }, (_, week) => week - 8),
      purchases: [0, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0],
    },
  };
  const near = (got, want) => assert.ok(Math.abs(got / want - 1) < 1e-10, `${got} ${want}`);
  near(found.logLikelihood(customer)[0], -5.6044898789243085);
  near(found.probabilityAlive(customer)[0], 0.8300377446036521);
  near(found.expectedPurchases({ ...customer, horizon: 3 })[0], 0.6217070710507896);
  near(found.conditionalPurchaseProbability({ ...customer, n: 1, horizon: 3 })[0], 0.2487628806278461);
  near(found.discountedExpectedPurchases({ ...customer, discountRate: 0.01, horizon: 3 })[0], 0.6138602062069185);
  near(found.posteriorMeans(customer).dropoutRate[0], 0.05521914745634712);
  assert.equal(found.simulate({ n: 1, T: 7.5, seed: 4, covariates: customer.covariates, periods: customer.periods }).T[0], 7.5);
  assert.throws(() => found.expectedPurchases({ ...customer, horizon: 5 }), (error) => isUkurError(error) && error.code === "missing_period");
});

test("covariates of contracts", () => {
  const survivors = [[1000, 631, 468, 382, 326, 289, 262, 241], [1000, 869, 743, 653, 593, 551, 517, 491]];
  const found = models.ShiftedBetaGeometric.fit({ survivors, dropoutCovariates: { highEnd: [0, 1] } });
  assert.equal(found.report.covariates[0].reading, "one more of highEnd: -60.9 % odds to leave");
  const kept = found.retentionRate({ tenure: [3, 3], covariates: { highEnd: [1, 0] } });
  assert.equal(kept[0], found.at({ highEnd: 1 }).retentionRate(3));
  const plain = found.at({ highEnd: 1 });
  const value = (options) => models.contractLifetimeValue({ payment: 100, unit: "year", ...options });
  assert.equal(value({ model: found, covariates: { highEnd: [0, 1] } })[1], value({ model: plain }));
  assert.equal(value({ model: found, covariates: { highEnd: 1 } }), value({ model: plain }));
  const worth = value({ model: found, tenure: [0, 3], covariates: { highEnd: 1 }, level: 0.95 });
  assert.deepEqual(worth.value, value({ model: plain, tenure: [0, 3] }));
  assert.ok(worth.lower[1] < worth.value[1] && worth.value[1] < worth.upper[1]);
  assert.throws(() => value({ model: found }), (error) => isUkurError(error) && error.code === "covariates_needed");
  const { churned } = found.simulate({ n: 4000, T: 7, seed: 1, covariates: { highEnd: 1 } });
  assert.ok(Math.abs(churned.filter(Boolean).length / 4000 - 0.509) < 0.03);
});

test("posterior draws and predictions", () => {
  const summary = Object.fromEntries(Object.entries(data).map(([name, column]) => [name, column.slice(0, 400)]));
  const found = models.samplePosterior({ model, summary, chains: 2, draws: 60, warmup: 40, seed: 3 });
  assert.equal(found.draws.r.length, 120);
  assert.deepEqual(found.parameters.map((one) => one.name), ["r", "alpha", "a", "b"]);
  const expected = found.predict("expectedPurchases", { ...summary, horizon: 39, draws: 20 });
  assert.ok(expected.lower[3] < expected.mean[3] && expected.mean[3] < expected.upper[3]);
  assert.throws(() => models.samplePosterior(model, summary), /^TypeError: `options` must be an object such as \{ model: ... \}/);
  assert.throws(() => models.samplePosterior({ model, summary, draws: 2 }), (error) => isUkurError(error) && error.code === "out_of_domain");
});

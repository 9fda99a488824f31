// The small entry for the main job: the same bits and the same errors as the whole package.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { ROOT } from "./files.mjs";

const require = createRequire(import.meta.url);
const HERE = fileURLToPath(new URL(".", import.meta.url));

/** Runs a body with the names of an entry, in a process of its own, where the other entry is not loaded. */
function alone(entry, body, input = {}) {
  const program = `import * as entry from ${JSON.stringify(entry)};
    import { readFileSync } from "node:fs";
    const { customers, models } = entry;
    const input = JSON.parse(readFileSync(0));
    const hex = (value) => JSON.stringify(value, (_, one) =>
      typeof one === "number" ? Buffer.from(Float64Array.of(one).buffer).toString("hex")
        : ArrayBuffer.isView(one) ? Buffer.from(one.buffer, one.byteOffset, one.byteLength).toString("hex") : one);
    const said = (ask) => { try { return ask(); } catch (error) { return [error.constructor.name, error.code, error.message]; } };
    console.log(hex(await (async () => { ${body} })()));`;
  const options = { encoding: "utf8", cwd: HERE, maxBuffer: 1 << 28, input: JSON.stringify(input) };
  return execFileSync(process.execPath, ["--input-type=module", "--eval", program], options).trim();
}

const both = (body, input) => ["ukur/lifetime", "ukur"].map((entry) => alone(entry, body, input));

const [head, ...rows] = readFileSync(join(ROOT, "tests/data/cdnow_sample.csv"), "utf8").trim().split(/\r?\n/).map((line) => line.split(","));
const column = (name) => rows.map((row) => row[head.indexOf(name)]);
const purchases = { customer: column("sample_id"), date: column("date"), dateFormat: "%Y%m%d", value: column("dollar_value").map(Number) };
const FITTED = `
  const summary = customers.summarise({ ...input, unit: "week", end: "1997-09-30", holdoutEnd: "1998-06-30",
    extra: ["purchases", "daysSinceLast", "firstPurchase", "lastPurchase", "firstValue", "totalValue", "sumLogIntervals"] });
  const model = models.BgNbd.fit({ ...summary, unit: "week" });
  const spend = models.GammaGamma.fit(summary.frequency, summary.monetaryValue);`;

test("the main job on CDNOW: the same bits", () => {
  const [small, whole] = both(
    `${FITTED}
    const back = models.BgNbd.fromJson(model.toJson());
    const beliefs = models.BgNbd.fit({ ...summary, maxIterations: 50, weights: 2, priors: { r: [1, 1.5] } });
    return [
      summary, model.params, model.report, model.unit, model.diagnosis, model.standardErrors, spend.params, spend.report, beliefs.report,
      model.toJson(), spend.toJson(), back.toJson(), back.report, models.GammaGamma.fromParams({ p: 1e-7, q: 3e21, gamma: 1e16 }).toJson(),
      model.probabilityAlive(summary), model.probabilityAlive({ ...summary, horizon: 39 }), model.probabilityAlive(2, 30.43, 38.86),
      ...[0, 1, 39, 1e4].map((horizon) => model.expectedPurchases({ ...summary, horizon })),
      spend.expectedSpend(summary.frequency, summary.monetaryValue), spend.expectedSpend(1, 35), spend.expectedSpend(0, NaN),
      ...[{}, { horizon: null }, { horizon: 3, horizonUnit: "year", discountRate: 0, margin: 0.3 }, { discountRate: 0.02, discountPeriod: "month", unit: "week" }]
        .map((terms) => models.lifetimeValue({ model, spend, summary, ...terms })),
    ];`,
    purchases,
  );
  assert.equal(small, whole);
  assert.ok(small.length > 100_000);
});

test("the same refusals", () => {
  const [small, whole] = both(`
    const model = models.BgNbd.fromParams({ r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 });
    const weekly = models.BgNbd.fromParams({ r: 0.243, alpha: 4.414, a: 0.793, b: 2.426, unit: "week" });
    const spend = models.GammaGamma.fromParams({ p: 6.25, q: 0.74, gamma: 15.44 });
    const summary = { frequency: [2, 0], recency: [30.43, 0], T: 38.86, monetaryValue: [22.35, null] };
    const asks = [
      () => customers.summarise({ customer: [], date: [] }),
      () => customers.summarise({ customer: [1], date: ["yesterday"] }),
      () => customers.summarise({ customer: [1, 2], date: ["2026-01-01"] }),
      () => customers.summarise({ customer: [1], date: ["2026-01-01"], value: [Infinity] }),
      () => customers.summarise({ customer: [1], date: ["2026-01-01"], ende: "2026-01-01" }),
      () => customers.summarise({ customer: [1], date: ["2026-01-01"], end: "2025-01-01" }),
      () => customers.summarise({ customer: [1.5], date: ["2026-01-01"] }),
      () => models.BgNbd.fit([], [], []),
      () => models.BgNbd.fit([1], [2], [1]),
      () => models.BgNbd.fit([-1], [0], [1]),
      () => models.BgNbd.fit([1, 2], [1], [2, 3]),
      () => models.BgNbd.fit(["a"], [1], [2]),
      () => models.BgNbd.fit({ frequency: [1], T: [2] }),
      () => models.BgNbd.fit({ frequency: [1], recency: [1], T: [2], unit: "fortnight" }),
      () => models.BgNbd.fit({ frequency: [1], recency: [1], T: [2], unit: 7 }),
      () => models.BgNbd.fit({ frequency: [1], recency: [1], T: [2], weights: [-1] }),
      () => models.BgNbd.fit({ frequency: [1], recency: [1], T: [2], priors: { rho: [1, 1] } }),
      () => models.BgNbd.fit({ frequency: [1], recency: [1], T: [2], priors: { r: [-1, 1] } }),
      () => models.BgNbd.fit({ frequency: [0, 0], recency: [0, 0], T: [2, 3] }).diagnosis,
      () => models.BgNbd.fit({ frequency: [1], recency: [1], T: [2] }).diagnosis,
      () => models.GammaGamma.fit([1], [Infinity]),
      () => models.GammaGamma.fit([], []),
      () => models.GammaGamma.fit([1, 1], [2]),
      () => models.GammaGamma.fit({ frequency: [1] }),
      () => models.GammaGamma.fit([0, 0], [1, 2]).diagnosis,
      () => models.BgNbd.fromParams({ r: 1 }),
      () => models.BgNbd.fromParams({ r: 0, alpha: 1, a: 1, b: 1 }),
      () => models.BgNbd.fromParams({ r: 1, alpha: 1, a: 1, b: 1, unit: "fortnight" }),
      () => models.GammaGamma.fromParams({ p: 1, q: NaN, gamma: 1 }),
      () => models.GammaGamma.fromParams({ p: 1, q: 1, gamma: 1, unit: "week", c: 1 }),
      () => model.report,
      () => model.standardErrors,
      () => model.probabilityAlive([1], [5], [2]),
      () => model.probabilityAlive({ ...summary, horizon: -1 }),
      () => model.probabilityAlive({ ...summary, horizon: [1, 2] }),
      () => model.probabilityAlive({ ...summary, horizont: 1 }),
      () => model.expectedPurchases({ horizon: 1 }),
      () => model.expectedPurchases(summary),
      () => model.expectedPurchases({ ...summary, horizon: Infinity }),
      () => spend.expectedSpend([1], [-1]),
      () => spend.expectedSpend([1, 0], [5, 0]),
      () => spend.expectedSpend([1.5], [5]),
      () => spend.expectedSpend(1),
      () => models.lifetimeValue({ model, spend, summary }),
      () => models.lifetimeValue({ model: weekly, spend, summary, unit: "day" }),
      () => models.lifetimeValue({ model: weekly, spend, summary, unit: "fortnight" }),
      () => models.lifetimeValue({ model: weekly, spend, summary, horizonUnit: "fortnight" }),
      () => models.lifetimeValue({ model: weekly, spend, summary, horizon: -1 }),
      () => models.lifetimeValue({ model: weekly, spend, summary, discountRate: -1 }),
      () => models.lifetimeValue({ model: weekly, spend, summary, margin: NaN }),
      () => models.lifetimeValue({ model: weekly, spend, summary, horizon: null, discountRate: 0 }),
      () => models.lifetimeValue({ model: weekly, spend, summary }),
      () => models.lifetimeValue({ model: weekly, spend, summary: null }),
      () => models.lifetimeValue({ model: weekly, spend, summary: { ...summary, monetaryValue: undefined } }),
      () => models.lifetimeValue({ model: spend, spend, summary, unit: "week" }),
      () => models.lifetimeValue({ model: weekly, spend: weekly, summary }),
    ];
    const fit = { ...JSON.parse(models.BgNbd.fit([0, 1, 2, 0, 5], [0, 4, 9, 0, 8], [9, 9, 10, 8, 10]).toJson()) };
    const texts = [5, "", "{", "[]", "null", "{}", '{"format":"other"}', ...[
      { format: "other" }, { version: 2 }, { version: "1" }, { version: 1.5 }, { model: null }, { model: "gamma_gamma" },
      { parameters: null }, { parameters: {} }, { parameters: { r: 1, alpha: 1, a: 1, b: "1" } }, { parameters: { r: 1, alpha: 1, a: 1, b: -1 } },
      { unit: 5 }, { unit: "fortnight" }, { fit: {} }, ...["estimates", "aic", "iterations", "diagnosis", "notes"].map((name) => ({ fit: { ...fit.fit, [name]: undefined } })),
      { fit: { ...fit.fit, aic: "1" } }, { fit: { ...fit.fit, iterations: -1 } }, { fit: { ...fit.fit, notes: [1] } }, { fit: { ...fit.fit, covariance: 1 } },
      { fit: { ...fit.fit, diagnosis: { code: "good", message: "", parameters: [] } } },
      { fit: { ...fit.fit, covariates: undefined, covariance: undefined } },
    ].map((change) => JSON.stringify({ ...fit, ...change })), JSON.stringify(fit).replace('"version":1', '"version":1e400')];
    const read = (text) => () => { const model = models.BgNbd.fromJson(text); return [model.params, model.unit, model.toJson(), said(() => model.report)]; };
    return [...asks, ...texts.map(read)].map((ask) => [ask.toString(), said(ask)]);`);
  const [one, other] = [JSON.parse(small), JSON.parse(whole)];
  for (const [at, [ask, said]] of one.entries()) assert.deepEqual(said, other[at][1], ask);
  assert.ok(one.length > 80);
});

test("what only the whole package has is refused by name, and the types of both are one", () => {
  const said = JSON.parse(alone("ukur/lifetime", `
    const model = models.BgNbd.fromParams({ r: 0.243, alpha: 4.414, a: 0.793, b: 2.426, unit: "week" });
    const spend = models.GammaGamma.fromParams({ p: 6.25, q: 3.74, gamma: 15.44 });
    const summary = { frequency: [2], recency: [30.43], T: 38.86, monetaryValue: [22.35] };
    return [
      () => model.simulate(3, 39, 1), () => spend.simulate([1], 1), () => model.summary(), () => model.confidenceIntervals(), () => model.at(),
      () => model.posteriorMeans(2, 30, 38), () => model.alivePath([5], [10]), () => model.withInterval("expectedPurchases", { horizon: 1, frequency: 1, recency: 1, T: 1 }),
      () => model.purchaseProbability(1, 39), () => model.logLikelihood(1, 1, 1), () => spend.meanSpend(),
      () => models.lifetimeValue({ model, spend, summary, level: 0.9 }),
      () => models.BgNbd.fit({ frequency: [1], recency: [1], T: [2], purchaseCovariates: { member: [1] } }),
      () => models.BgNbd.fromJson('{"format":"ukur-model","version":1,"model":"pareto_nbd","parameters":{}}'),
    ].map(said);`));
  for (const [kind, code, message] of said) {
    assert.deepEqual([kind, code], ["Error", "not_in_lifetime"]);
    assert.match(message, /^.+ is not in "ukur\/lifetime", which holds the main job alone; import it from "ukur"$/);
  }
});

test("models of both entries go together", async () => {
  const small = await import("ukur/lifetime");
  const spend = small.models.GammaGamma.fromParams({ p: 6.25, q: 3.74, gamma: 15.44 });
  const model = small.models.BgNbd.fromParams({ r: 0.243, alpha: 4.414, a: 0.793, b: 2.426, unit: "week" });
  const summary = { frequency: [2], recency: [30.43], T: 38.86, monetaryValue: [22.35] };
  const alone = small.models.lifetimeValue({ model, spend, summary });
  const whole = await import("ukur");
  assert.equal(whole.models.BgNbd, small.models.BgNbd);
  const again = whole.models.BgNbd.fromJson(model.toJson());
  assert.ok(again.purchaseProbability(1, 39) > 0); // in Node the whole package can be asked, so it answers
  for (const [one, other] of [[model, whole.models.GammaGamma.fromJson(spend.toJson())], [again, spend]]) {
    assert.deepEqual(whole.models.lifetimeValue({ model: one, spend: other, summary }), alone);
  }
});

test("its names are names of the whole package", async () => {
  const [small, whole] = [await import("ukur/lifetime"), await import("ukur")];
  for (const name of Object.keys(small)) assert.ok(name in whole, name);
  for (const room of ["customers", "models"]) {
    for (const [name, one] of Object.entries(small[room])) assert.equal(one, whole[room][name], `${room}.${name}`);
  }
  assert.deepEqual([Object.keys(small.customers), Object.keys(small.models).sort()], [["summarise"], ["BgNbd", "GammaGamma", "lifetimeValue"]]);
  assert.equal(small.version(), whole.version());
  assert.equal(require("ukur/lifetime").isReady(), true);
});

test("in Node only its own module is loaded", () => {
  const said = alone("ukur/lifetime", `
    const loaded = [];
    const { Module } = WebAssembly;
    WebAssembly.Module = function (bytes) { loaded.push(bytes.length); return new Module(bytes); };
    models.BgNbd.fromParams({ r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 }).probabilityAlive(2, 30.43, 38.86);
    customers.summarise({ customer: [1], date: ["2026-01-01"] });
    await entry.init();
    return loaded.map((bytes) => bytes < 150_000);`);
  assert.equal(said, "[true]");
});

test("models in JSON are written as Rust writes them", async () => {
  // The numbers and texts of core/tests/models/main.rs.
  const texts = [
    [1, "1.0"], [0.1, "0.1"], [123.456, "123.456"], [1e15, "1000000000000000.0"], [1e16, "1e+16"],
    [1234567890123456, "1234567890123456.0"], [12345678901234568, "1.2345678901234568e+16"], [3e21, "3e+21"], [1e-4, "0.0001"],
    [1e-5, "0.00001"], [1.5e-6, "1.5e-6"], [5e-324, "5e-324"], [1.7976931348623157e308, "1.7976931348623157e+308"],
  ];
  for (const entry of ["ukur/lifetime", "ukur"]) {
    const { models } = await import(entry);
    for (const [p, text] of texts) {
      const parameters = `{"gamma":3.0,"p":${text},"q":2.0}`;
      const written = `{"format":"ukur-model","version":1,"model":"gamma_gamma","parameters":${parameters},"settings":{},"unit":null,"fit":null}`;
      assert.equal(models.GammaGamma.fromParams({ p, q: 2, gamma: 3 }).toJson(), written);
      assert.equal(models.GammaGamma.fromJson(written).params.p, p);
    }
  }
});

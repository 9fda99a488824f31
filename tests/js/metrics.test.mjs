// What is stated of inputs: units and marks, in either spelling of a name.

import assert from "node:assert/strict";
import { test } from "node:test";
import { isUkurError, metrics } from "ukur";

const code = (wanted, run, message) =>
  assert.throws(run, (error) => isUkurError(error) && error.code === wanted && (message === undefined || message.test(error.message)));

test("totals carry unit and mark", () => {
  const inputs = { cost: [100, 300, 5000], impressions: [10000, 90000, 1000000] };
  const total = (options, metric = "cpm") => metrics.rollup(metric, inputs, ["micro", "micro", "macro"], options);
  assert.deepEqual([total().unit, total().provenance], ["currency_each", null]);
  const found = total({ units: { cost: "currency:IDR" }, provenance: { cost: "measured", impressions: "estimated" } });
  assert.deepEqual([found.unit, found.provenance], ["currency_each:IDR", "estimated"]);
  code("wrong_unit", () => total({ units: { cost: "count" } }), /`cost` of `cpm` must be in currency, got count; give a column in currency/);
  code("wrong_unit", () => total({ units: { impressions: "people" } }));
  code("unknown_column", () => total({ units: { fee: "currency:IDR" } }), /`units` names `fee`, which is none of `cost`, `impressions`/);
  code("unknown_column", () => total({ provenance: { fee: "measured" } }));
  code("unknown_provenance", () => total({ provenance: { cost: "guessed" } }));
});

test("names in either spelling", () => {
  const inputs = { followers: 1000, conversionRate: 0.02 };
  for (const name of ["conversionRate", "conversion_rate"]) {
    const found = metrics.evaluate("expectedCustomersFromFollowers", inputs, { units: { [name]: "ratio" } });
    assert.deepEqual([found.unit, found.provenance], ["people", "modelled"]);
    code("wrong_unit", () => metrics.evaluate("expectedCustomersFromFollowers", inputs, { units: { [name]: "people" } }));
  }
});

test("what stands beside the inputs is named as it is called", () => {
  const inputs = { cost: [1, 2, 3], impressions: [1000, 2000, 500] };
  code("invalid_type", () => metrics.rollup("cpm", inputs, { by: ["a", "a", "b"] }), /^`by` must hold the group of each row, got an object/);
  code("length_mismatch", () => metrics.rollup("cpm", inputs, ["a", "b"]), /^`by` has 2 values but `cost` has 3/);
  code("length_mismatch", () => metrics.compare("cpm", inputs, { by: ["a", "a"] }), /^`by` has 2 values but `cost` has 3/);
  code("length_mismatch", () => metrics.compare("cpm", inputs, { by: ["a", "a", "b"], cluster: [1] }), /^`cluster` has 1 values/);
});

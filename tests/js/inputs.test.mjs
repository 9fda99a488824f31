// The door for numbers, which every function goes through: what is a column goes in, the rest is refused by name.

import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import vm from "node:vm";
import { examples, random } from "./random.mjs";

const here = pathToFileURL(createRequire(import.meta.url).resolve("ukur"));
const { column, array, number } = await import(new URL("./inputs.js", here).href);
const { record, camelCase } = await import(new URL("./records.js", here).href);

test("columns of every kind", () => {
  const want = Float64Array.of(1, 2, 3);
  for (const given of [[1, 2, 3], want, Float32Array.of(1, 2, 3), Int32Array.of(1, 2, 3), Uint8Array.of(1, 2, 3), vm.runInNewContext("[1, 2, 3]")]) {
    assert.deepEqual(column("cost", given), want);
  }
  assert.equal(column("cost", want), want);
  assert.equal(column("cost", 3), 3);
  assert.deepEqual(column("cost", []), new Float64Array(0));
  assert.deepEqual(column("cost", vm.runInNewContext("Float64Array.of(1, 2, 3)")), want);
});

test("null, undefined and holes are missing", () => {
  assert.deepEqual(column("cost", [1, null, undefined, , 2]), Float64Array.of(1, NaN, NaN, NaN, 2));
});

const STRANGERS = [
  [null, "null"],
  [undefined, "undefined"],
  ["12", 'the text "12"'],
  [true, "the boolean true"],
  [12n, "the bigint 12"],
  [{}, "an object"],
  [new Date(0), "a date"],
  [() => 1, "a function"],
  [Symbol("x"), "a symbol"],
  [[1, "2"], 'the text "2" in row 1'],
  [[1, [2]], "an array in row 1"],
  [[1, 2n], "the bigint 2 in row 1"],
  [new DataView(new ArrayBuffer(8)), "a DataView"],
  [new BigInt64Array(2), "a BigInt64Array"],
  [new ArrayBuffer(8), "an object"],
];

test("strangers are refused by name", () => {
  for (const [stranger, named] of STRANGERS) {
    assert.throws(
      () => column("cost", stranger),
      (error) => error instanceof TypeError && error.code === "invalid_type" && error.message.startsWith("`cost` must ") && error.message.includes(named),
      named,
    );
  }
  assert.throws(() => array("cost", 3), { code: "invalid_type", message: /single number 3/ });
  assert.throws(() => number("cost", [3]), { code: "invalid_type", message: "`cost` must be a number, got an array" });
});

test("any mixture of numbers and gaps is read row by row", () => {
  const next = random(20260101);
  const kinds = [() => next() * 10 ** (next() * 600 - 300), () => -next(), () => NaN, () => Infinity, () => null, () => undefined, () => -0];
  for (let round = 0; round < examples; round++) {
    const rows = Array.from({ length: Math.floor(next() * 20) }, () => kinds[Math.floor(next() * kinds.length)]());
    const read = array("cost", rows);
    assert.equal(read.length, rows.length);
    rows.forEach((row, at) => assert.ok(Object.is(read[at], row ?? NaN)));
  }
});

test("records get camelCase keys at every depth", () => {
  assert.deepEqual(record('{"log_likelihood": -1.5, "params": [{"t_x": 1, "T": 2, "max_18_days": null}]}'), {
    logLikelihood: -1.5,
    params: [{ tX: 1, T: 2, max18Days: null }],
  });
  assert.equal(camelCase("cost_per_mille_all_in"), "costPerMilleAllIn");
});

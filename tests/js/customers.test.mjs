// Purchases to customers: known totals, refusals, rows left out, any order of rows.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { customers } from "ukur";
import { ROOT } from "./files.mjs";
import { random } from "./random.mjs";

const rows = readFileSync(join(ROOT, "tests/data/cdnow_sample.csv"), "utf8")
  .trim()
  .split(/\r?\n/)
  .slice(1)
  .map((line) => line.split(","));
const customer = rows.map((row) => row[1]);
const iso = rows.map((row) => `${row[2].slice(0, 4)}-${row[2].slice(4, 6)}-${row[2].slice(6)}`);
const value = Float64Array.from(rows, (row) => Number(row[4]));
const split = { unit: "week", end: "1997-09-30", holdoutEnd: "1998-06-30", extra: ["totalValue"] };

const sum = (column) => column.reduce((total, number) => total + number, 0);
const spend = (counts, means) => sum(counts.map((count, row) => (count > 0 ? count * means[row] : 0)));
const near = (got, want, within) => assert.ok(Math.abs(got - want) <= within, `${got} is not ${want}`);

/** Totals of the sample from independent programs (BTYD, CLVTools, pandas). */
function checkTotals(summary) {
  assert.equal(summary.customer.length, 2357);
  assert.equal(sum(summary.frequency), 2457);
  near(sum(summary.recency), 16135.571428571, 1e-8);
  near(sum(summary.T), 77111.285714286, 1e-8);
  assert.equal(sum(summary.holdoutFrequency), 1882);
  assert.ok(summary.holdoutT.every((weeks) => weeks === 39));
  near(sum(summary.totalValue), 173115.55, 1e-6);
  near(spend(summary.frequency, summary.monetaryValue), 95355.6, 1e-6);
  near(spend(summary.holdoutFrequency, summary.holdoutMonetaryValue), 70976.39, 1e-6);
  const { report } = summary;
  assert.deepEqual([report.rows, report.purchases, report.rowsMerged, report.customersWithoutRepeat], [6919, 6696, 223, 1411]);
  assert.deepEqual([report.unit, report.merge, report.start, report.end, report.holdoutEnd], ["week", "day", "1997-01-01", "1997-09-30", "1998-06-30"]);
}

const forms = {
  "ISO text": { date: iso },
  "text with a format": { date: iso.map((day) => day.split("-").reverse().join("/")), dateFormat: "%d/%m/%Y" },
  "whole numbers with a format": { date: rows.map((row) => Number(row[2])), dateFormat: "%Y%m%d" },
  "Date objects": { date: iso.map((day) => new Date(day)) },
  milliseconds: { date: Float64Array.from(iso, (day) => Date.parse(day)) },
  "times in the afternoon": { date: iso.map((day) => `${day}T17:30:00`) },
  "Date objects in Jakarta": { date: iso.map((day) => new Date(`${day}T01:00:00+07:00`)), timeZone: "Asia/Jakarta" },
  "text with an offset": { date: iso.map((day) => `${day}T01:00:00+07:00`), timeZone: "Asia/Jakarta" },
  "New York in summer and winter": {
    date: iso.map((day) => new Date(Date.parse(`${day}T23:30:00Z`) + (day >= "1997-04-06" && day < "1997-10-26" ? 4 : day >= "1998-04-05" ? 4 : 5) * 3_600_000)),
    timeZone: "America/New_York",
  },
  "numbers as names": { date: iso, customer: Float64Array.from(customer, Number) },
  "numbers far apart as names": { date: iso, customer: customer.map((name) => Number(name) * 2 ** 40) },
};
for (const [form, given] of Object.entries(forms)) {
  test(`CDNOW totals from ${form}`, () => {
    const summary = customers.summarise({ customer, value, ...split, ...given });
    checkTotals(summary);
    const first = summary.customer[0];
    assert.ok(["0001", 1, 2 ** 40].includes(first), String(first));
    assert.equal(sum(customers.cohorts({ customer, ...given }).active), 5460);
  });
}

test("the order of the rows does not matter", () => {
  const expected = customers.summarise({ customer, date: iso, value, ...split });
  const next = random(7);
  const order = rows.map((_, row) => [next(), row]).sort((a, b) => a[0] - b[0]).map(([, row]) => row);
  const pick = (column) => order.map((row) => column[row]);
  assert.deepEqual(customers.summarise({ customer: pick(customer), date: pick(iso), value: pick(value), ...split }), expected);
  const table = customers.cohorts({ customer, date: iso, value, unit: "week" });
  assert.deepEqual(customers.cohorts({ customer: pick(customer), date: pick(iso), value: pick(value), unit: "week" }), table);
});

test("the end in every form", () => {
  const expected = customers.summarise({ customer, date: iso, value, ...split });
  for (const end of ["19970930", "1997-09-30T12:00", new Date("1997-09-30"), Date.parse("1997-09-30T23:00Z")]) {
    assert.deepEqual(customers.summarise({ customer, date: iso, value, ...split, end }), expected);
  }
});

test("rows left out are counted", () => {
  const { report, ...summary } = customers.summarise({
    customer: ["a", null, "b", "b", "c", "a"],
    date: ["2026-01-01", "2026-01-02", null, "2026-01-08", "2026-02-01", "2026-01-15"],
    value: [1, null, null, 2, 3, 4],
    end: "2026-01-05",
    holdoutEnd: "2026-01-20",
  });
  assert.deepEqual(summary.customer, ["a"]);
  assert.deepEqual([report.rowsMissingCustomer, report.rowsMissingDate, report.rowsAfterEnd], [1, 1, 1]);
  assert.deepEqual([report.rowsOfLaterCustomers, report.laterCustomers], [1, 1]);
});

test("names come in the order of their code points", () => {
  const names = ["b", "\u{1F600}", "\uFFFD", "a", "ab"];
  const { customer: found } = customers.summarise({ customer: names, date: names.map(() => "2026-01-01") });
  assert.deepEqual(found, ["a", "ab", "b", "\uFFFD", "\u{1F600}"]);
});

test("hours and zones lose no hour", () => {
  // Clocks in Berlin went forward on 29 March 2026 between these two purchases: 23 hours.
  const two = { customer: [1, 1], date: ["2026-03-28T12:00+01:00", "2026-03-29T12:00+02:00"], timeZone: "Europe/Berlin" };
  const hours = customers.summarise({ ...two, unit: "hour", merge: "none", end: "2026-03-29" });
  assert.equal(hours.recency[0], 23);
  near(hours.T[0], 35, 1e-9);
  assert.equal(customers.summarise({ ...two, unit: "day" }).recency[0], 1);
  const midnights = { ...two, date: ["2026-03-27T23:00Z", "2026-03-28T23:00Z"].map((text) => new Date(text)) };
  assert.equal(customers.summarise({ ...midnights, unit: "day", merge: "none" }).recency[0], 1);
});

test("further columns", () => {
  const { report, ...summary } = customers.summarise({
    customer: [7, 7, 7],
    date: ["2026-01-01", "2026-01-08", "2026-01-29"],
    value: [1, 2, 3],
    end: "2026-02-01",
    includeFirstTransaction: true,
    extra: ["purchases", "daysSinceLast", "firstPurchase", "lastPurchase", "firstValue", "totalValue", "sumLogIntervals"],
  });
  assert.equal(report.stepsPerDay, 1);
  assert.deepEqual(summary.firstPurchase, ["2026-01-01"]);
  assert.deepEqual(summary.lastPurchase, ["2026-01-29"]);
  assert.deepEqual([summary.purchases[0], summary.daysSinceLast[0], summary.monetaryValue[0], summary.firstValue[0], summary.totalValue[0]], [3, 3, 2, 1, 6]);
  near(summary.sumLogIntervals[0], Math.log(3), 1e-15);
});

const good = { customer: [1, 2, 1], date: ["2026-01-01", "2026-01-02", "2026-01-09"], value: [1, 2, 3] };
const REFUSALS = [
  [{ date: ["2026-01-01", "soon", "x"] }, RangeError, "unparseable_date", "`date` holds \"soon\" in row 1"],
  [{ date: ["2026-01-01", "2026-02-30", "x"] }, RangeError, "unparseable_date", "2026-02-30"],
  [{ dateFormat: "%Q" }, RangeError, "invalid_format", "%Q"],
  [{ date: ["2026-01-01", 5, "x"] }, TypeError, "invalid_type", "row 1"],
  [{ date: [new Date(), "x", 3] }, TypeError, "invalid_type", "row 1"],
  [{ date: [{}, "x", 3] }, TypeError, "invalid_type", "row 0"],
  [{ date: "2026-01-01" }, TypeError, "invalid_type", "`date`"],
  [{ date: undefined }, TypeError, "invalid_type", "`date`"],
  [{ date: ["2026-01-01T10:00Z", "2026-01-01", "2026-01-01"] }, RangeError, "mixed_offsets", "row 1"],
  [{ customer: [1.5, 2, 3] }, RangeError, "out_of_domain", "`customer`"],
  [{ customer: ["a", 2, "b"] }, TypeError, "invalid_type", "row 1"],
  [{ customer: undefined }, TypeError, "invalid_type", "`customer`"],
  [{ customer: [1, 2] }, RangeError, "length_mismatch", "`customer` has 2 values but `date` has 3"],
  [{ value: [1, 2] }, RangeError, "length_mismatch", "`value` has 2"],
  [{ value: [1, Infinity, 2] }, RangeError, "infinite_input", "row 1"],
  [{ value: [1, NaN, 2] }, RangeError, "nan_input", "row 1"],
  [{ value: [1, "2", 2] }, TypeError, "invalid_type", "row 1"],
  [{ customer: [], date: [], value: [] }, RangeError, "empty_input", "no rows"],
  [{ customer: [null, null, null] }, RangeError, "empty_input", "every row"],
  [{ end: "2025-12-31" }, RangeError, "end_before_first_purchase", "2025-12-31"],
  [{ end: "2026-01-09", holdoutEnd: "2026-01-08" }, RangeError, "empty_holdout", "2026-01-08"],
  [{ end: "31.12.2026" }, RangeError, "unparseable_date", "`end`"],
  [{ end: new Date(NaN) }, TypeError, "invalid_type", "`end`"],
  [{ end: {} }, TypeError, "invalid_type", "`end`"],
  [{ unit: "fortnight" }, RangeError, "unknown_unit", "fortnight"],
  [{ merge: "hour" }, RangeError, "unknown_choice", "hour"],
  [{ extra: ["litt"] }, RangeError, "unknown_choice", "litt"],
  [{ date: good.date.map((day) => `${day}T10:00`), timeZone: "Asia/Jakarta" }, RangeError, "no_time_zone", "timeZone"],
  [{ date: [1, 2, 3], timeZone: "Mars/Base" }, RangeError, "unknown_time_zone", "Mars/Base"],
];
for (const [wrong, type, code, words] of REFUSALS) {
  test(`refused: ${code}, ${words}`, () => {
    assert.throws(
      () => customers.summarise({ ...good, ...wrong }),
      (error) => error instanceof type && error.code === code && error.message.includes(words) && !error.message.includes("\n"),
    );
  });
}

test("cohorts", () => {
  const table = customers.cohorts({ customer, date: iso, value });
  assert.equal(table.cohort.length, 51);
  assert.deepEqual([...new Set(table.cohort)], ["1997-01-01", "1997-02-01", "1997-03-01"]);
  assert.deepEqual([...table.active.slice(0, 3)], [781, 124, 95]);
  near(table.value[0], 28592.7, 1e-8);
  assert.ok(table.complete.every((complete) => complete === true));
  const later = customers.cohorts({ customer, date: iso, returned: "on_or_after", maxAge: 1 });
  assert.deepEqual([...later.active.slice(0, 2)], [781, 355]);
  for (const wrong of [{ unit: "hour" }, { maxAge: -1 }, { returned: "ever" }]) {
    assert.throws(() => customers.cohorts({ customer, date: iso, ...wrong }), RangeError);
  }
});

test("RFM segments", () => {
  const summary = customers.summarise({ customer, date: iso, value, ...split, extra: ["daysSinceLast", "totalValue"] });
  const table = customers.rfmSegments(summary, { monetaryValue: summary.totalValue });
  const score = (values) => Array.from(values, (own) => Math.floor((5 * values.filter((other) => other < own).length) / values.length) + 1);
  assert.deepEqual([...table.frequencyScore], score(summary.frequency));
  assert.deepEqual([...table.recencyScore], score(summary.daysSinceLast.map((days) => -days)));
  assert.deepEqual([...table.monetaryScore], score(summary.totalValue));
  const { daysSinceLast, ...plain } = summary;
  assert.deepEqual(customers.rfmSegments(plain).recencyScore, table.recencyScore);
  assert.ok(table.segment.includes("champions") && table.segment.includes("hibernating"));
  const own = customers.rfmSegments(
    { frequency: [3, 2, 1], daysSinceLast: [1, 2, 3] },
    { scores: 3, weights: [2, 1, 0], segments: { best: { recency: [3, 3] }, worst: { frequency: [1, 1] } } },
  );
  assert.deepEqual(own.segment, ["best", "other", "worst"]);
  assert.deepEqual([...own.rfmCell], [33, 22, 11]);
  for (const wrong of [{ scores: 1 }, { scores: 4 }, { weights: [1, 1] }, { segments: { a: { recency: [3, 2] } } }]) {
    assert.throws(() => customers.rfmSegments({ frequency: [1], daysSinceLast: [1] }, wrong), RangeError);
  }
  assert.throws(() => customers.rfmSegments({ frequency: [1] }), TypeError);
});

test("Kaplan-Meier", () => {
  const curve = customers.kaplanMeier([1, 2, 2, 3, 4, 5, 5, 6], { observed: [1, 1, 0, 1, 0, true, true, false] });
  assert.deepEqual([...curve.time], [1, 2, 3, 4, 5, 6]);
  curve.survival.forEach((share, row) => near(share, [0.875, 0.75, 0.6, 0.6, 0.2, 0.2][row], 1e-15));
  // lifelines 0.30.3.
  near(curve.lower[5], 0.00958379384876394, 1e-12);
  near(curve.upper[5], 0.5727364855515479, 1e-12);
  assert.equal(curve.timeTo(0.5), 5);
  assert.equal(curve.at(0.5), 1);
  assert.throws(() => curve.at(7), (error) => error.code === "extrapolation");
  assert.throws(() => customers.kaplanMeier([1], { observed: [2] }), (error) => error.message.includes("row 0"));
  assert.throws(() => customers.kaplanMeier([1, -1]), (error) => error.code === "out_of_domain" && error.message.includes("row 1"));
  assert.throws(() => customers.kaplanMeier([]), (error) => error.code === "insufficient_data");
});

test("repeat purchases by week", () => {
  const weeks = customers.tracking({
    customer: [4, 4, 4, 9],
    date: ["2026-01-05", "2026-01-12", "2026-01-26", "2026-01-19"],
    end: "2026-01-19",
    holdoutEnd: "2026-02-02",
  });
  assert.deepEqual([...weeks.time], [1, 2, 3, 4]);
  assert.deepEqual([...weeks.repeatPurchases], [1, 0, 1, 0]);
  assert.deepEqual([...weeks.cumulative], [1, 1, 2, 2]);
  assert.deepEqual(weeks.holdout, [false, false, true, true]);
});

test("an infinite customer is refused", () => {
  const date = ["2024-01-01", "2024-02-01", "2024-03-01"];
  for (const bad of [Infinity, 1.5]) assert.throws(() => customers.summarise({ customer: [1, 2, bad], date }), /`customer`/);
});

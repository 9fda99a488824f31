// The ways to load the package in Node.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import * as ukur from "ukur";

const require = createRequire(import.meta.url);
const described = JSON.parse(readFileSync(require.resolve("ukur/package.json"), "utf8"));

test("the version is the package's, and no call is needed first", async () => {
  assert.equal(ukur.version(), described.version);
  assert.equal(ukur.isReady(), true);
  await ukur.init(); // allowed, so that the same code runs in a browser
});

test("require", () => {
  assert.equal(require("ukur").version(), described.version);
});

test("the entry with the module inside", async () => {
  const inline = await import("ukur/inline");
  assert.equal(inline.version(), described.version);
  assert.deepEqual(Object.keys(inline).sort(), Object.keys(ukur).sort());
});

test("each room's file can be addressed", () => {
  const rooms = readdirSync(dirname(require.resolve("ukur/metrics_bg.wasm"))).filter((file) => file.endsWith("_bg.wasm"));
  assert.ok(rooms.length > 1);
  for (const file of rooms) assert.ok(WebAssembly.validate(readFileSync(require.resolve(`ukur/${file}`))), file);
});

/** Runs a program in a process of its own, where nothing is loaded yet. */
const alone = (program) => execFileSync(process.execPath, ["--input-type=module", "--eval", program], { encoding: "utf8" }).trim();
const plain = new URL("./index.js", pathToFileURL(require.resolve("ukur"))).href;
const bytes = JSON.stringify(require.resolve("ukur/metrics_bg.wasm"));

test("before init there is one clear sentence", () => {
  const said = alone(`import * as ukur from "${plain}";
    try { ukur.version(); } catch (error) { console.log(error.code, error.message); }`);
  assert.equal(said, "not_initialised ukur is not loaded yet; call `await init()` once before");
});

test("init takes bytes, twice, and a failure can be tried again", () => {
  const said = alone(`import * as ukur from "${plain}"; import { readFileSync } from "node:fs";
    const rooms = ["metrics"];
    await ukur.init({ rooms, from: () => new Uint8Array([1, 2, 3]) }).catch((error) => console.log(error.name));
    const from = (file) => { console.log(file); return readFileSync(${bytes}); };
    await Promise.all([ukur.init({ rooms, from }), ukur.init({ rooms })]);
    console.log(ukur.version(), ukur.isReady("metrics"), ukur.isReady("models"), ukur.isReady());`);
  assert.equal(said, `CompileError\nmetrics_bg.wasm\n${described.version} true false false`);
});

test("initSync takes the bytes of the rooms that are asked", () => {
  const said = alone(`import * as ukur from "${plain}"; import { readFileSync } from "node:fs";
    ukur.initSync({ metrics: readFileSync(${bytes}) });
    console.log(ukur.metrics.cpm(250, 50000));
    try { ukur.response.bassForecast({ m: 1, p: 0.03, q: 0.38, periods: 3 }); } catch (error) { console.log(error.code, error.message); }
    try { ukur.initSync({ metric: 1 }); } catch (error) { console.log(error.code); }`);
  const missing = "not_initialised ukur.response is not loaded yet; call `await init()` once before";
  assert.equal(said, `5\n${missing}\nunknown_room`);
});

test("in Node a room is loaded when it is first asked", () => {
  const node = JSON.stringify(pathToFileURL(require.resolve("ukur")).href);
  const said = alone(`const loaded = [];
    const { Module } = WebAssembly;
    WebAssembly.Module = function (bytes) { loaded.push(bytes.length); return new Module(bytes); };
    const ukur = await import(${node});
    console.log(loaded.length);
    ukur.metrics.cpm(250, 50000); ukur.metrics.cpc(1, 2);
    console.log(loaded.length);
    ukur.experiments.holm([0.01, 0.04]);
    console.log(loaded.length);`);
  assert.equal(said, "0\n1\n2");
});

test("memory is given back: hundreds of columns of all sizes need no more than a few at once", async () => {
  const glue = await import(pathToFileURL(require.resolve("ukur/metrics_bg.wasm").replace(/_bg\.wasm$/, ".js")).href);
  const column = (rows) => new Float64Array(rows).fill(7);
  const most = 100_000;
  ukur.metrics.cpm(column(most), 5);
  const { memory } = glue.initSync(); // the one that is loaded
  const before = memory.buffer.byteLength;
  for (let round = 1; round <= 500; round++) {
    const rows = (round * 7919) % most;
    assert.equal(ukur.metrics.cpm(column(rows), 5)[0], 1400);
    // Texts of any length, and lists that grow while they are read.
    ukur.metrics.attributionMarkov([["a", "b".repeat(round)], ["c"]], [3, 1], [1, 0]);
    ukur.metrics.gini(Array.from({ length: ((round * 31) % 997) + 2 }, (_, at) => at + 1));
  }
  assert.ok(memory.buffer.byteLength <= before + 5 * 8 * most, `${before} bytes became ${memory.buffer.byteLength}`);
});

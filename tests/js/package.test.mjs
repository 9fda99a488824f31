// The ways to load the package in Node.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
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

test("the module's file can be addressed", () => {
  assert.ok(WebAssembly.validate(readFileSync(require.resolve("ukur/ukur_bg.wasm"))));
});

/** Runs a program in a process of its own, where nothing is loaded yet. */
const alone = (program) => execFileSync(process.execPath, ["--input-type=module", "--eval", program], { encoding: "utf8" }).trim();
const plain = new URL("./index.js", pathToFileURL(require.resolve("ukur"))).href;
const bytes = JSON.stringify(require.resolve("ukur/ukur_bg.wasm"));

test("before init there is one clear sentence", () => {
  const said = alone(`import * as ukur from "${plain}";
    try { ukur.version(); } catch (error) { console.log(error.code, error.message); }`);
  assert.equal(said, "not_initialised ukur is not loaded yet; call `await init()` once before");
});

test("init takes bytes, twice, and a failure can be tried again", () => {
  const said = alone(`import * as ukur from "${plain}"; import { readFileSync } from "node:fs";
    await ukur.init(new Uint8Array([1, 2, 3])).catch((error) => console.log(error.name));
    await Promise.all([ukur.init(readFileSync(${bytes})), ukur.init()]);
    console.log(ukur.version());`);
  assert.equal(said, `CompileError\n${described.version}`);
});

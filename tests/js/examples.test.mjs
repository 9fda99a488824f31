// The examples run, and print what their counterparts in Python print.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { ROOT } from "./files.mjs";

const from = join(ROOT, "wasm-bindings/examples");
const beside = join(process.cwd(), "examples"); // beside the installed package
mkdirSync(beside, { recursive: true });

for (const file of readdirSync(from).filter((name) => name.endsWith(".mjs"))) {
  test(`example ${file}`, () => {
    copyFileSync(join(from, file), join(beside, file));
    const said = execFileSync(process.execPath, [join(beside, file)], { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
    const printed = join(ROOT, "tests/examples", file.replace(".mjs", ".txt"));
    if (existsSync(printed)) assert.equal(said, readFileSync(printed, "utf8"));
    assert.ok(said.length > 0);
  });
}

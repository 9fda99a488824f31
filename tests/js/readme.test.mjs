// The README's JavaScript, run as it stands; where a block of text follows, that is what it prints.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { test } from "node:test";
import { ROOT } from "./files.mjs";

const readme = readFileSync(`${ROOT}/README.md`, "utf8");
const BLOCK = /^```(?:js|javascript)\n(.*?)^```\n(?:\n?```text\n(.*?)^```)?/gms;

for (const [index, [, code, printed]] of [...readme.matchAll(BLOCK)].entries()) {
  test(`README, JavaScript block ${index + 1}`, () => {
    const program = resolve(`readme-block-${index + 1}.mjs`);
    writeFileSync(program, code);
    try {
      const said = execFileSync(process.execPath, [program], { cwd: ROOT, encoding: "utf8" });
      if (printed !== undefined) assert.equal(said, printed);
    } finally {
      rmSync(program);
    }
  });
}

// The shared vectors, through the npm package in Node.

import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import * as ukur from "ukur";
import { cases, csv } from "./files.mjs";
import { run } from "./vectors.mjs";

const results = {};
const all = cases();

test("there are vectors", () => assert.ok(all.length > 0));

for (const file of new Set(all.map((one) => one.file))) {
  test(`vectors of ${file}`, () => {
    const wrong = [];
    for (const { name, block, testCase } of all.filter((one) => one.file === file)) {
      assert.ok(!(name in results), `two cases have the name ${name}`);
      const outcome = run(ukur, block, testCase, csv);
      results[name] = outcome.result;
      if (outcome.wrong) wrong.push(`${name}: ${outcome.wrong}`);
    }
    assert.deepEqual(wrong, []);
  });
}

after(() => {
  const folder = process.env.UKUR_BITS_DIR;
  if (folder) writeFileSync(join(folder, "node.json"), JSON.stringify(results));
});

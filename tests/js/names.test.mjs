// Leaves the public names for the comparison between the languages.

import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import * as ukur from "ukur";

const isClass = (one) => typeof one === "function" && /^class\b/.test(Function.prototype.toString.call(one));
const isNamespace = (one) => Object.prototype.toString.call(one) === "[object Module]";

/** The functions that an object and those it inherits from hold themselves. */
function functionsOf(start, stop) {
  const found = new Set();
  for (let owner = start; owner && owner !== stop; owner = Object.getPrototypeOf(owner)) {
    for (const [name, how] of Object.entries(Object.getOwnPropertyDescriptors(owner))) {
      if (typeof how.value === "function" && name !== "constructor") found.add(name);
    }
  }
  return [...found];
}

/** Functions, classes and their methods by dotted name. */
function walk(owner, prefix = "") {
  return Object.entries(owner).flatMap(([name, one]) => {
    const path = `${prefix}${name}`;
    if (isNamespace(one)) return walk(one, `${path}.`);
    if (!isClass(one)) return typeof one === "function" ? [path] : [];
    const methods = new Set([...functionsOf(one.prototype, Object.prototype), ...functionsOf(one, Function.prototype)]);
    return [path, ...[...methods].map((method) => `${path}.${method}`)];
  });
}

test("names", () => {
  const names = walk(ukur).sort();
  assert.ok(names.length > 0);
  const folder = process.env.UKUR_NAMES_DIR;
  if (folder) writeFileSync(join(folder, "javascript.json"), JSON.stringify(names));
});

test("nothing internal gets out", () => {
  for (const name of ["core", "column", "array", "record", "coded", "typeError", "rangeError"]) assert.ok(!(name in ukur), name);
});

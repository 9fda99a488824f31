// The examples in the TSDoc run; where a last line ends in `// value`, that is what it gives.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { inspect } from "node:util";
import * as ukur from "ukur";
import { ROOT } from "./files.mjs";

const AsyncFunction = (async () => {}).constructor;
const folder = join(ROOT, "wasm-bindings/js");

/** The examples of a file: lines without the comment's stars. */
function examples(file) {
  const blocks = readFileSync(join(folder, file), "utf8").matchAll(/@example\s*\n\s*\* ```js\n([\s\S]*?)\n\s*\* ```/g);
  return [...blocks].map(([, block]) => block.split("\n").map((line) => line.replace(/^\s*\* ?/, "")));
}

/** What a comment promises, if it is a value: a number, a list of numbers, text, true, false or null. */
function promised(comment) {
  const value = /^(?:Float64Array )?(-?\d[\d_]*(?:\.\d+)?(?:e-?\d+)?|true|false|null|"[^"]*"|\[[^\]]*\])(?!\.\.)(?=$|[;:. ]|, [a-z])/.exec(comment)?.[1];
  return value === undefined || value.startsWith('"') ? value : value.replaceAll("_", "");
}

/** As far as the digits written say. */
function near(got, text) {
  const digits = (text.split("e")[0].split(".")[1] ?? "").length;
  assert.equal(typeof got, "number", inspect(got));
  assert.ok(Math.abs(got - Number(text)) <= 2 * 10 ** -digits + 1e-12 * Math.abs(Number(text)), `${got} is not ${text}`);
}

function holds(got, text) {
  if (text.startsWith("[")) {
    const cells = text.slice(1, -1).split(",").map((cell) => cell.trim());
    if (cells.includes("...")) return;
    assert.equal(got.length, text === "[]" ? 0 : cells.length);
    cells.forEach((cell, at) => holds(got[at], cell));
  } else if (/^-?\d/.test(text)) near(got, text);
  else if (text === "NaN") assert.ok(Number.isNaN(got));
  else assert.equal(got, JSON.parse(text), inspect(got));
}

/** The code with a `return` before its last statement: the last line where that makes sense to the parser. */
function giving(lines, names) {
  for (let at = lines.length - 1; at > 0; at--) {
    const body = lines.map((line, row) => (row === at ? `return ${line}` : line)).join("\n");
    try {
      new AsyncFunction(...names, body);
      if (!/^[\s})\].]/.test(lines[at]) && !/^\w+: /.test(lines[at])) return body;
    } catch {
      // a line that continues the one before
    }
  }
  return `return ${lines.join("\n")}`;
}

let values = 0;
for (const file of readdirSync(folder, { recursive: true }).filter((name) => name.endsWith(".ts")).sort()) {
  const found = examples(file);
  if (found.length === 0) continue;
  test(`TSDoc of ${file}`, async () => {
    for (const lines of found) {
      const code = lines.join("\n");
      if (/\bimport\b|\bawait init\b|\bdocument\b|\bfetch\(/.test(code)) continue; // how to load the package
      const [, comment] = /;\s*\/\/ (.*)$/.exec(lines.at(-1)) ?? [];
      const text = comment === undefined ? undefined : promised(comment);
      const body = text === undefined ? code : giving(lines, Object.keys(ukur));
      try {
        const got = await new AsyncFunction(...Object.keys(ukur), body)(...Object.values(ukur));
        if (text !== undefined) {
          holds(got, text);
          values++;
        }
      } catch (error) {
        throw new Error(`${file}:\n${code}\n${error.message}`, { cause: error });
      }
    }
  });
}

test("some examples promise a value", () => assert.ok(values > 100, `${values}`));

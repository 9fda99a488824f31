// The project's files that the tests read: the vectors and the columns they name.

import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join, sep } from "node:path";

export const ROOT = process.env.UKUR_ROOT;
if (!ROOT) throw new Error("run these tests by `make test-js`");

const tables = new Map();

/** A column of numbers of a file in tests/data. */
export function csv(file, column) {
  if (!tables.has(file)) {
    const [head, ...rows] = readFileSync(join(ROOT, "tests/data", file), "utf8")
      .trim()
      .split(/\r?\n/)
      .map((line) => line.split(","));
    tables.set(file, { head, rows });
  }
  const { head, rows } = tables.get(file);
  const at = head.indexOf(column);
  if (at < 0) throw new Error(`${file} has no column ${column}`);
  return Float64Array.from(rows, (row) => Number(row[at]));
}

/** Every case, of the vectors committed and of the probes: its file, its name, what its file says about all cases, and itself. */
export function cases() {
  return ["tests/vectors", "build/vectors"].map((folder) => join(ROOT, folder)).filter(existsSync).flatMap(casesIn);
}

/** Rooms that JavaScript does not have yet. */
const ROOMS_TO_COME = JSON.parse(readFileSync(join(ROOT, "tests/names.json"), "utf8")).rooms_without_javascript;

function casesIn(folder) {
  const paths = readdirSync(folder, { recursive: true }).filter((path) => path.endsWith(".json"));
  return paths.sort().flatMap((path) => {
    const file = path.split(sep).join("/");
    const content = JSON.parse(readFileSync(join(folder, path), "utf8"));
    // Numbered by file and function, since several blocks of a file may speak of one function.
    const numbers = new Map();
    const next = (name) => {
      const number = numbers.get(name) ?? 0;
      numbers.set(name, number + 1);
      return `${file}:${name}:${number}`;
    };
    return [content]
      .flat()
      .filter((block) => !ROOMS_TO_COME.includes(block.function.split(".")[0]))
      .flatMap((block) => block.cases.map((testCase) => ({ file, name: next(block.function), block, testCase })));
  });
}

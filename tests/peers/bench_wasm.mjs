// The WebAssembly side of bench_wasm.py: reads columns of numbers from files, does what each line of the input asks, and
// answers with the processor seconds it took.
//   node bench_wasm.mjs MODULE FOLDER
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const [module, folder] = process.argv.slice(2);
const { models } = await import(pathToFileURL(module).href);
const bg = models.BgNbd.fromParams({ r: 0.243, alpha: 4.414, a: 0.793, b: 2.426, unit: "week" });
const spend = models.GammaGamma.fromParams({ p: 6.25, q: 3.74, gamma: 15.44 });

const known = new Map();
function columns(table) {
  if (!known.has(table)) {
    const read = (column) => {
      const bytes = readFileSync(join(folder, `${table}.${column}`));
      return new Float64Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
    };
    known.set(table, Object.fromEntries(["frequency", "recency", "T", "monetaryValue"].map((name) => [name, read(name)])));
  }
  return known.get(table);
}

// A loop: `reduce` with its million calls would be measured too.
function sum(column) {
  let total = 0;
  for (let row = 0; row < column.length; row++) total += column[row];
  return total;
}
const params = (fitted) => Object.values(fitted.params);
const works = {
  BgNbd: ({ frequency, recency, T }) => params(models.BgNbd.fit({ frequency, recency, T })),
  ParetoNbd: ({ frequency, recency, T }) => params(models.ParetoNbd.fit({ frequency, recency, T })),
  GammaGamma: ({ frequency, monetaryValue }) => params(models.GammaGamma.fit({ frequency, monetaryValue })),
  alive: ({ frequency, recency, T }) => sum(bg.probabilityAlive({ frequency, recency, T })),
  purchases: ({ frequency, recency, T }) => sum(bg.expectedPurchases({ horizon: 39, frequency, recency, T })),
  posterior: ({ frequency, recency, T }) =>
    models.samplePosterior({ model: bg, summary: { frequency, recency, T }, seed: 1 }).parameters.map((one) => one.mean),
  value: (summary) => sum(models.lifetimeValue({ model: bg, spend, summary, horizon: 12, discountRate: 0.1 })),
};

// A page's first fits run code that the engine compiled in a hurry; measured is what it has compiled well, after half a second.
const warm = new Set();
function warmUp(what, data) {
  const until = performance.now() + 500;
  do works[what](data);
  while (performance.now() < until);
}

for await (const line of createInterface({ input: process.stdin })) {
  const [what, table] = JSON.parse(line);
  const data = columns(table);
  if (!warm.has(line)) warmUp(what, data);
  warm.add(line);
  const before = process.cpuUsage();
  const result = works[what](data);
  const { user, system } = process.cpuUsage(before);
  process.stdout.write(`${JSON.stringify({ seconds: (user + system) / 1e6, result })}\n`);
}

// Long work in a worker: the page stays free, hears how far the work is, and can stop it.
//
//   node wasm-bindings/examples/long_work_in_a_worker.mjs     (in a project that has the package `ukur`)
//
// In a browser the worker is `new Worker(new URL("./worker.js", import.meta.url), { type: "module" })`, which calls
// `await init()` first; a shared flag needs a page that is cross-origin isolated. Everything else is the same.

import { Worker, isMainThread, parentPort, workerData } from "node:worker_threads";
import { attribution, isUkurError } from "ukur";

// A market of 20 channels, so that Shapley values of the conversion rate are drawn and not counted out.
const channels = Array.from({ length: 20 }, (_, at) => `channel ${String(at + 1).padStart(2, "0")}`);
const journeys = {
  paths: Array.from({ length: 400 }, (_, row) => [channels[row % 20], channels[(row * 7 + 3) % 20], channels[(row * 13 + 5) % 20]]),
  conversions: Array.from({ length: 400 }, (_, row) => row % 5),
  nulls: Array.from({ length: 400 }, (_, row) => 20 + (row % 7)),
};

if (isMainThread) {
  const ask = (permutations, heard) =>
    new Promise((resolve, reject) => {
      const stop = new Int32Array(new SharedArrayBuffer(4));
      const worker = new Worker(new URL(import.meta.url), { workerData: { permutations, stop } });
      worker.on("message", (message) => (message.share === undefined ? resolve(message) : heard(message.share, stop)));
      worker.on("error", reject);
    });

  const shares = [];
  const found = await ask(2_000, (share) => shares.push(share));
  console.log(`The worker told ${shares.length > 0 ? "how far it was, up to" : "nothing before"} ${Math.round(100 * Math.max(...shares, 0))} %.`);
  console.log(`${found.best} gets most: ${found.conversions.toFixed(1)} conversions, give or take ${found.error.toFixed(1)}.`);

  const stopped = await ask(5_000_000, (_, stop) => Atomics.store(stop, 0, 1));
  console.log(`Stopped on the way, the work ends with the code "${stopped.code}".`);
} else {
  const { permutations, stop } = workerData;
  try {
    const { credits, standardErrors } = attribution.shapley({
      ...journeys,
      worth: "conversion_rate",
      exactUpTo: 12,
      permutations,
      progress: (done, total) => {
        parentPort.postMessage({ share: done / total });
        return Atomics.load(stop, 0) === 0; // an answer of false stops the work
      },
    });
    const most = credits.conversions.indexOf(Math.max(...credits.conversions));
    parentPort.postMessage({ best: credits.channels[most], conversions: credits.conversions[most], error: standardErrors[most] });
  } catch (error) {
    if (!isUkurError(error)) throw error;
    parentPort.postMessage({ code: error.code });
  }
}

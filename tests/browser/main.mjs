// What the page does: load ukur as the README says, run every shared vector, leave the results on `window`.

import * as ukur from "ukur";
import * as small from "ukur/lifetime";
import { run } from "../js/vectors.mjs";

async function all() {
  let early;
  try {
    ukur.version();
  } catch (error) {
    early = error.code;
  }
  const ask = ({ models }) => [
    models.BgNbd.fit([0, 1, 2, 0, 5], [0, 4, 9, 0, 8], [9, 9, 10, 8, 10]).toJson(),
    models.BgNbd.fromParams({ r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 }).expectedPurchases(39, 2, 30.43, 38.86),
  ];
  await small.init();
  const alone = ask(small);
  await ukur.init();
  const agree = JSON.stringify(alone) === JSON.stringify(ask(ukur));
  const { cases, columns } = await (await fetch("./vectors.json")).json();
  const csv = (file, column) => Float64Array.from(columns[`${file}:${column}`]);
  const results = {};
  const wrong = [];
  for (const { name, block, testCase } of cases) {
    const outcome = run(ukur, block, testCase, csv);
    results[name] = outcome.result;
    if (outcome.wrong) wrong.push(`${name}: ${outcome.wrong}`);
  }
  return { early, agree, version: ukur.version(), results, wrong };
}

all()
  .catch((error) => ({ failed: `${error?.name}: ${error?.message}` }))
  .then((outcome) => {
    window.outcome = outcome;
    document.querySelector("#said").textContent = outcome.failed ?? `ukur ${outcome.version}: ${Object.keys(outcome.results).length} vectors`;
  });

window.fromWorker = new Promise((resolve, reject) => {
  const worker = new Worker(new URL("./worker.mjs", import.meta.url), { type: "module" });
  worker.onmessage = (message) => resolve(message.data);
  worker.onerror = (error) => reject(new Error(error.message));
});

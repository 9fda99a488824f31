// Which channel deserves the credit? The same question as py-bindings/examples/attribution.py, from a few paths.
//
//   node wasm-bindings/examples/attribution.mjs     (in a project that has the package `ukur`)

import { attribution } from "ukur";

const paths = {
  paths: ["creators > retargeting", "creators > search > retargeting", "search", "search > retargeting", "newsletter > search", "retargeting"],
  conversions: [60, 35, 20, 25, 15, 5],
  nulls: [600, 300, 900, 500, 250, 400],
};
const methods = {
  "last touch": attribution.attribute({ ...paths, rule: "last" }),
  Markov: attribution.markov(paths).credits,
  Shapley: attribution.shapley(paths).credits,
};
const { channels, note } = methods.Markov;
console.table(
  Object.fromEntries(
    channels.map((channel, at) => [
      channel,
      Object.fromEntries(Object.entries(methods).map(([name, credits]) => [name, Math.round(credits.conversions[at])])),
    ]),
  ),
);
const difference = channels.map((_, at) => methods.Markov.conversions[at] - methods["last touch"].conversions[at]);
const most = difference.indexOf(Math.max(...difference));
console.log(`Last touch hides ${Math.round(difference[most])} orders that ${channels[most]} helped to bring.`);
console.log(note);

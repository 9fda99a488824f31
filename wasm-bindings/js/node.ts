/** The entry for Node: reads the module of a room from the file beside it when it is first asked. */

import { readFileSync } from "node:fs";
import { provide, type Room } from "./runtime.js";

// Written out, for tools that look for the files that a program needs.
const files = {
  attribution: new URL("./wasm/attribution_bg.wasm", import.meta.url),
  customers: new URL("./wasm/customers_bg.wasm", import.meta.url),
  experiments: new URL("./wasm/experiments_bg.wasm", import.meta.url),
  influencers: new URL("./wasm/influencers_bg.wasm", import.meta.url),
  metrics: new URL("./wasm/metrics_bg.wasm", import.meta.url),
  models: new URL("./wasm/models_bg.wasm", import.meta.url),
  programmes: new URL("./wasm/programmes_bg.wasm", import.meta.url),
  response: new URL("./wasm/response_bg.wasm", import.meta.url),
};
provide(Object.keys(files) as Room[], (room) => readFileSync(files[room]));

export * from "./index.js";

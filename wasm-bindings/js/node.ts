/** The entry for Node: loads the module from the file beside it, so that nothing needs to be called. */

import { readFileSync } from "node:fs";
import { initSync } from "./runtime.js";

initSync(readFileSync(new URL("./wasm/ukur_bg.wasm", import.meta.url)));

export * from "./index.js";

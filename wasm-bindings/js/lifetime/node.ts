/** The entry of the main job for Node: reads its module from the file beside it when it is first asked. */

import { readFileSync } from "node:fs";
import { provide } from "../runtime.js";

provide(["lifetime"], () => readFileSync(new URL("../wasm/lifetime_bg.wasm", import.meta.url)));

export * from "../lifetime.js";

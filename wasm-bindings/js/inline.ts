/** The entry with the module inside: for single-file pages and for bundlers that copy no `.wasm` file. */

import { initSync } from "./runtime.js";
import { base64 } from "./wasm/base64.js";

initSync(Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)));

export * from "./index.js";

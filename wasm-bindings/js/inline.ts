/** The entry with the modules inside: for single-file pages and for bundlers that copy no `.wasm` files. */

import { provide, type Room } from "./runtime.js";
import * as base64 from "./wasm/base64.js";

provide(Object.keys(base64) as Room[], (room) => Uint8Array.from(atob(base64[room]), (letter) => letter.charCodeAt(0)));

export * from "./index.js";

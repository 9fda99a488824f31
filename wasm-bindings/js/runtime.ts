/** The WebAssembly module: loaded once, asked for by every face file through {@link core}. */

import * as glue from "./wasm/ukur.js";
import { coded } from "./errors.js";

/** Where the module may come from: nothing (beside this file), an address, a response, bytes or a module. */
export type InitInput = glue.InitInput | Promise<glue.InitInput>;

let ready = false;
let loading: Promise<void> | undefined;

/**
 * Loads the module; once is enough, more does no harm. Nothing to do in Node and with `ukur/inline`.
 *
 * @param from - another place for `ukur_bg.wasm` than beside this file
 */
export async function init(from?: InitInput): Promise<void> {
  if (ready) return;
  loading ??= glue.default(from === undefined ? undefined : { module_or_path: from }).then(
    () => {
      ready = true;
    },
    (error: unknown) => {
      loading = undefined; // so that a second try may succeed
      throw error;
    },
  );
  await loading;
}

/**
 * Loads the module from bytes at hand, at once.
 *
 * @param bytes - the content of `ukur_bg.wasm`, or a compiled module
 */
export function initSync(bytes: BufferSource | WebAssembly.Module): void {
  if (ready) return;
  glue.initSync({ module: bytes });
  ready = true;
}

/** Whether the module is loaded. */
export function isReady(): boolean {
  return ready;
}

/** The native functions. @internal */
export function core(): typeof glue {
  if (!ready) throw coded(new Error("ukur is not loaded yet; call `await init()` once before"), "not_initialised");
  return glue;
}

/** The version of the package. */
export function version(): string {
  return core().version();
}

/**
 * The main job alone, in a sixth of the download: purchases to customers, BG/NBD and Gamma-Gamma, what customers will be
 * worth. The same names, numbers and errors as in `ukur`; what only `ukur` has is refused with the code `not_in_lifetime`.
 *
 * In a browser, `await init()` once before the first call. In Node nothing needs to be called.
 *
 * @example
 * ```ts
 * import { init, customers, models } from "ukur/lifetime";
 * await init();
 * const model = models.BgNbd.fromParams({ r: 0.243, alpha: 4.414, a: 0.793, b: 2.426, unit: "week" });
 * model.expectedPurchases({ horizon: 39, frequency: 2, recency: 30.43, T: 38.86 }); // 1.226
 * ```
 *
 * @packageDocumentation
 */

import "./lifetime/door.js";
import { optionsOf } from "./options.js";
import { canAsk, core, load, loadNow, type InitInput } from "./runtime.js";

export * as customers from "./lifetime/customers.js";
export * as models from "./lifetime/models.js";
export { isUkurError } from "./errors.js";
export type { UkurError } from "./errors.js";
export type { Column } from "./inputs.js";
export type { InitInput } from "./runtime.js";

/** From where {@link init} loads. */
export interface LifetimeInitOptions {
  /** Where the file `lifetime_bg.wasm` is; beside this package's own files unless given. */
  readonly from?: (file: string) => InitInput;
}

/**
 * Loads the module; once is enough, more does no harm.
 *
 * @param options - from where
 */
export async function init(options: LifetimeInitOptions = {}): Promise<void> {
  await load("lifetime", optionsOf(options, ["from"]).from);
}

/**
 * Loads the module from bytes at hand, at once.
 *
 * @param module - the content of `lifetime_bg.wasm`, or a compiled module
 */
export function initSync(module: BufferSource | WebAssembly.Module): void {
  loadNow("lifetime", module);
}

/** Whether the module can be asked now. */
export function isReady(): boolean {
  return canAsk("lifetime");
}

/** The version of the package. */
export function version(): string {
  return core("lifetime").version();
}

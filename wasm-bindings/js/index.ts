/**
 * Measure what influencers, loyalty and customers are worth: a value or a status, never a made-up number.
 *
 * In a browser, `await init()` once before the first call, or `await init({ rooms: ["metrics"] })` to load less. In Node
 * nothing needs to be called.
 *
 * @packageDocumentation
 */

import "./rooms.js";

// One line an area: `export * as customers from "./customers.js";`
export * as attribution from "./attribution.js";
export * as metrics from "./metrics.js";
export * as customers from "./customers.js";
export * as experiments from "./experiments.js";
export * as models from "./models.js";
export * as influencers from "./influencers.js";
export * as programmes from "./programmes.js";
export * as response from "./response.js";
export { init, initSync, isReady, version } from "./runtime.js";
export type { InitInput, InitOptions, Room } from "./runtime.js";
export { isUkurError } from "./errors.js";
export type { UkurError } from "./errors.js";
export type { Column } from "./inputs.js";

/**
 * Response: how an input turns into results over time and with saturation, and how to split a budget when it does.
 *
 * @packageDocumentation
 */

export * from "./response/adstock.js";
export * from "./response/branching.js";
export * from "./response/budget.js";
export * from "./response/curve.js";
export * from "./response/diffusion.js";
export * from "./response/saturation.js";
export type { Progress } from "./attribution.js";

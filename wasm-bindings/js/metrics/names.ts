// generated from the catalogue by scripts/faces; do not edit, run `make faces`

/** Every metric, group by group. */

export * from "./influencer_value.js";
export * from "./reach.js";
export * from "./engagement.js";
export * from "./cost.js";
export * from "./returns.js";
export * from "./clv.js";
export * from "./order.js";
export * from "./retention.js";

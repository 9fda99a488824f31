// generated from the catalogue by scripts/faces; do not edit, run `make faces`

/** Every metric, group by group. */

export * from "./influencer_value.js";
export * from "./reach.js";
export * from "./audience_quality.js";
export * from "./engagement.js";
export * from "./cost.js";
export * from "./earned_media.js";
export * from "./voice_sentiment.js";
export * from "./conversion.js";
export * from "./lift.js";
export * from "./returns.js";
export * from "./order.js";
export * from "./retention.js";
export * from "./revenue_retention.js";
export * from "./clv.js";
export * from "./segmentation.js";
export * from "./loyalty.js";
export * from "./points_accounting.js";
export * from "./referral.js";
export * from "./virality.js";
export * from "./advocacy.js";
export * from "./diffusion.js";
export * from "./response.js";
export * from "./attribution.js";
export * from "./selection.js";
export * from "./experiment.js";
export * from "./benchmark.js";
export * from "./composite.js";

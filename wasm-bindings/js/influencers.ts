/**
 * Decisions about influencers: which tier, micro or macro, how many people in all, whom to work with.
 *
 * @packageDocumentation
 */

export * from "./influencers/compare.js";
export * from "./influencers/content.js";
export * from "./influencers/coordination.js";
export * from "./influencers/elasticity.js";
export * from "./influencers/loyalty.js";
export * from "./influencers/reach.js";
export * from "./influencers/select.js";
export * from "./influencers/tiers.js";
export * from "./influencers/value_proportion.js";

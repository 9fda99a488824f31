/**
 * Decisions about loyalty, referral and advocate programmes, and what the levers of customer value are worth.
 *
 * @packageDocumentation
 */

export * from "./programmes/advocates.js";
export * from "./programmes/incremental.js";
export * from "./programmes/levers.js";
export * from "./programmes/points.js";
export * from "./programmes/ranking.js";
export * from "./programmes/redemption.js";
export * from "./programmes/referral.js";
export {
  customerScorecard,
  influencerScorecard,
  type CustomerScorecardOptions,
  type InfluencerScorecardOptions,
  type Scorecard,
  type ScorecardOptions,
} from "./programmes/scorecards.js";
export * from "./programmes/social_scorecard.js";
export * from "./programmes/tiers.js";

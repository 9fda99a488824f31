// generated from the catalogue by scripts/faces; do not edit, run `make faces`

/** Metrics of the group `audience_quality`. */

import type { Column } from "../inputs.js";
import { Metric } from "../metric.js";
import type { Options } from "../metric.js";

const $fakeFollowerShare = new Metric("fake_follower_share");

/**
 * Share of an account's followers who are not credible.
 *
 * Fake-follower share. Formula: `(followers - credible) / followers`. Unit: ratio. Roll-up: ratio_of_sums.
 *
 * @param credible - followers judged real by the tool in use (people; a whole number >= 0)
 * @param followers - all followers of the account (people; a whole number >= 0)
 * @returns fraction of followers
 * @throws RangeError with a `code`: an input outside its domain; `followers == 0`: `zero_denominator`;
 * `credible > followers`: `infeasible`
 * @example
 * ```js
 * metrics.fakeFollowerShare(175500, 450000); // 0.61
 * ```
 * @see common definition; no single authority (vendors differ in whom they call credible)
 */
export function fakeFollowerShare(credible: number, followers: number, options?: Options): number;
export function fakeFollowerShare(credible: Column, followers: Column, options?: Options): Float64Array;
export function fakeFollowerShare(credible: Column, followers: Column, options?: Options): number | Float64Array {
  return $fakeFollowerShare.compute([credible, followers], options) as number | Float64Array;
}

const $effectiveFollowers = new Metric("effective_followers");

/**
 * Followers left when the fake ones are taken out.
 *
 * Effective followers after removing fakes. Formula: `followers * (1.0 - fake_share)`. Unit: people. Roll-up:
 * sum.
 *
 * @param followers - all followers of the account (people; a whole number >= 0)
 * @param fakeShare - share of followers who are fake, as a fraction (ratio; a fraction from 0 to 1)
 * @returns number of followers
 * @throws RangeError with a `code`: an input outside its domain
 * @example
 * ```js
 * metrics.effectiveFollowers(450000, 0.61); // 175500
 * ```
 * @see common definition; no single authority (vendors differ in whom they call fake)
 */
export function effectiveFollowers(followers: number, fakeShare: number, options?: Options): number;
export function effectiveFollowers(followers: Column, fakeShare: Column, options?: Options): Float64Array;
export function effectiveFollowers(followers: Column, fakeShare: Column, options?: Options): number | Float64Array {
  return $effectiveFollowers.compute([followers, fakeShare], options) as number | Float64Array;
}

const $targetAudienceReach = new Metric("target_audience_reach");

/**
 * Followers who belong to the target market.
 *
 * Followers inside the target market. Formula: `followers * target_share`. Unit: people. Roll-up: sum.
 *
 * @param followers - followers of the account (people; a whole number >= 0)
 * @param targetShare - share of followers inside the target market, as a fraction (ratio; a fraction from 0 to
 * 1)
 * @returns number of followers
 * @throws RangeError with a `code`: an input outside its domain
 * @example
 * ```js
 * metrics.targetAudienceReach(100000, 0.35); // 35000
 * ```
 * @see common definition; no single authority
 */
export function targetAudienceReach(followers: number, targetShare: number, options?: Options): number;
export function targetAudienceReach(followers: Column, targetShare: Column, options?: Options): Float64Array;
export function targetAudienceReach(followers: Column, targetShare: Column, options?: Options): number | Float64Array {
  return $targetAudienceReach.compute([followers, targetShare], options) as number | Float64Array;
}

const $audienceAffinityIndex = new Metric("audience_affinity_index");

/**
 * How much more common a trait is in an audience than in the population, as an index around 100.
 *
 * Audience affinity index (audience share over population share, x100). Formula: `(100.0 * share_in_audience)
 * / share_in_population`. Unit: index. Roll-up: recompute.
 *
 * @param shareInAudience - share of the audience with the trait, as a fraction (ratio; a fraction from 0 to 1)
 * @param shareInPopulation - share of the population with the trait, as a fraction (ratio; a fraction from 0
 * to 1)
 * @returns index; 100 means as common as in the population
 * @throws RangeError with a `code`: an input outside its domain; `share_in_population == 0`:
 * `zero_denominator`
 * @example
 * ```js
 * metrics.audienceAffinityIndex(0.3, 0.2); // 150
 * ```
 * @see common definition; no single authority
 */
export function audienceAffinityIndex(shareInAudience: number, shareInPopulation: number, options?: Options): number;
export function audienceAffinityIndex(shareInAudience: Column, shareInPopulation: Column, options?: Options): Float64Array;
export function audienceAffinityIndex(shareInAudience: Column, shareInPopulation: Column, options?: Options): number | Float64Array {
  return $audienceAffinityIndex.compute([shareInAudience, shareInPopulation], options) as number | Float64Array;
}

const $crmMatchRate = new Metric("crm_match_rate");

/**
 * Share of the customer records uploaded to a platform that it could match to accounts.
 *
 * CRM match rate of an audience. Formula: `matched / uploaded`. Unit: ratio. Roll-up: ratio_of_sums.
 *
 * @param matched - customers the platform recognised (people; a whole number >= 0)
 * @param uploaded - customers uploaded from the CRM (people; a whole number >= 0)
 * @returns fraction of uploaded customers
 * @throws RangeError with a `code`: an input outside its domain; `uploaded == 0`: `zero_denominator`; `matched
 * > uploaded`: `infeasible`
 * @example
 * ```js
 * metrics.crmMatchRate(6200, 10000); // 0.62
 * ```
 * @see article on measuring social media marketing (Indonesian), after socialmediaexaminer.com
 */
export function crmMatchRate(matched: number, uploaded: number, options?: Options): number;
export function crmMatchRate(matched: Column, uploaded: Column, options?: Options): Float64Array;
export function crmMatchRate(matched: Column, uploaded: Column, options?: Options): number | Float64Array {
  return $crmMatchRate.compute([matched, uploaded], options) as number | Float64Array;
}

const $advocatePrecisionLift = new Metric("advocate_precision_lift");

/**
 * How many times more often selected customers advocate the brand than customers at large.
 *
 * Targeting lift of an advocate list. Formula: `advocacy_rate_selected / advocacy_rate_all`. Unit: ratio.
 * Roll-up: recompute.
 *
 * @param advocacyRateSelected - share of the selected customers who advocate, as a fraction (ratio; a fraction
 * from 0 to 1)
 * @param advocacyRateAll - share of all customers who advocate, as a fraction (ratio; a fraction from 0 to 1)
 * @returns multiple; 1 means the selection is no better than chance
 * @throws RangeError with a `code`: an input outside its domain; `advocacy_rate_all == 0`: `zero_denominator`
 * @example
 * ```js
 * metrics.advocatePrecisionLift(0.18, 0.06); // 3
 * ```
 * @see article on measuring social media marketing (Indonesian), after socialmediaexaminer.com
 */
export function advocatePrecisionLift(advocacyRateSelected: number, advocacyRateAll: number, options?: Options): number;
export function advocatePrecisionLift(advocacyRateSelected: Column, advocacyRateAll: Column, options?: Options): Float64Array;
export function advocatePrecisionLift(advocacyRateSelected: Column, advocacyRateAll: Column, options?: Options): number | Float64Array {
  return $advocatePrecisionLift.compute([advocacyRateSelected, advocacyRateAll], options) as number | Float64Array;
}

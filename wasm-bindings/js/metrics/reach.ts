// generated from the catalogue by scripts/faces; do not edit, run `make faces`

/** Metrics of the group `reach`. */

import type { Column } from "../inputs.js";
import { Metric } from "../metric.js";
import type { List, Options } from "../metric.js";

const $potentialReachSum = new Metric("potential_reach_sum");

/**
 * Followers of all influencers added up, with people who follow several counted several times.
 *
 * Potential reach (sum of followers, duplicated). Formula: `sum(followers_each)`. Unit: people. Roll-up: sum.
 * Variant of the family reach: Choose it when overlaps are unknown and an upper limit is enough; it counts
 * people twice who follow two accounts.
 *
 * @param followersEach - followers of each influencer (people; a finite number >= 0)
 * @returns number of followers, duplicates included
 * @throws RangeError with a `code`: an input outside its domain
 * @example
 * ```js
 * metrics.potentialReachSum([100000, 50000, 200000]); // 350000
 * ```
 * @see Traackr help articles 2959000 (potential reach) and 2883170 (minimum sample)
 */
export function potentialReachSum(followersEach: List, options?: Options): number {
  return $potentialReachSum.compute([followersEach], options) as number;
}

const $averageFrequency = new Metric("average_frequency");

/**
 * How often a reached person saw the content on average.
 *
 * Average frequency. Formula: `impressions / reach`. Unit: ratio. Roll-up: ratio_of_sums.
 * Totals add the people of the rows, so they are right where rows share nobody; where audiences overlap,
 * compute from the unduplicated reach.
 *
 * @param impressions - times the content was shown (count; a whole number >= 0)
 * @param reach - different people who saw it at least once (people; a whole number >= 0)
 * @returns impressions per person reached, at least 1
 * @throws RangeError with a `code`: an input outside its domain; `reach == 0`: `zero_denominator`;
 * `impressions < reach`: `infeasible`
 * @example
 * ```js
 * metrics.averageFrequency(400, 200); // 2
 * ```
 * @see Farris, Bendle, Pfeifer & Reibstein, Marketing Metrics (3rd ed., Pearson 2016); definition mirrored in
 * the MASB Universal Marketing Dictionary, marketing-dictionary.org; example from ainas.co (200 people, each
 * sees it twice, 400 impressions)
 */
export function averageFrequency(impressions: number, reach: number, options?: Options): number;
export function averageFrequency(impressions: Column, reach: Column, options?: Options): Float64Array;
export function averageFrequency(impressions: Column, reach: Column, options?: Options): number | Float64Array {
  return $averageFrequency.compute([impressions, reach], options) as number | Float64Array;
}

const $grossRatingPoints = new Metric("gross_rating_points");

/**
 * Exposures of a schedule per hundred people of the target population, repeats included.
 *
 * Gross rating points. Formula: `reach_share * 100.0 * frequency`. Unit: rating_points. Roll-up: sum.
 *
 * @param reachShare - share of the target population reached, as a fraction (ratio; a fraction from 0 to 1)
 * @param frequency - average exposures per person reached (ratio; a finite number >= 0)
 * @returns gross rating points; 100 equals one exposure per head of the population
 * @throws RangeError with a `code`: an input outside its domain
 * @example
 * ```js
 * metrics.grossRatingPoints(0.6, 4); // 240
 * ```
 * @see Farris, Bendle, Pfeifer & Reibstein, Marketing Metrics (3rd ed., Pearson 2016); definition mirrored in
 * the MASB Universal Marketing Dictionary, marketing-dictionary.org
 */
export function grossRatingPoints(reachShare: number, frequency: number, options?: Options): number;
export function grossRatingPoints(reachShare: Column, frequency: Column, options?: Options): Float64Array;
export function grossRatingPoints(reachShare: Column, frequency: Column, options?: Options): number | Float64Array {
  return $grossRatingPoints.compute([reachShare, frequency], options) as number | Float64Array;
}

const $reachRateFollowers = new Metric("reach_rate_followers");

/**
 * People reached by a post relative to the followers of the account.
 *
 * Reach rate by followers. Formula: `reach / followers`. Unit: ratio. Roll-up: ratio_of_sums.
 * May exceed 1 (recommendation feeds): do not clamp.
 *
 * @param reach - different people who saw the post (people; a whole number >= 0)
 * @param followers - followers of the account (people; a whole number >= 0)
 * @returns fraction of the follower count; may exceed 1 when feeds recommend the post to others
 * @throws RangeError with a `code`: an input outside its domain; `followers == 0`: `zero_denominator`
 * @example
 * ```js
 * metrics.reachRateFollowers(30000, 100000); // 0.3
 * ```
 * @see common definition; no single authority
 */
export function reachRateFollowers(reach: number, followers: number, options?: Options): number;
export function reachRateFollowers(reach: Column, followers: Column, options?: Options): Float64Array;
export function reachRateFollowers(reach: Column, followers: Column, options?: Options): number | Float64Array {
  return $reachRateFollowers.compute([reach, followers], options) as number | Float64Array;
}

const $incrementalReach = new Metric("incremental_reach");

/**
 * People a second audience adds that the first one did not already reach.
 *
 * Incremental (extended) reach of a second audience. Formula: `reach_b - overlap`. Unit: people. Roll-up:
 * recompute.
 *
 * @param reachA - people reached by the first audience (people; a whole number >= 0)
 * @param reachB - people reached by the second audience (people; a whole number >= 0)
 * @param overlap - people in both audiences (people; a whole number >= 0)
 * @returns number of people reached only through the second audience
 * @throws RangeError with a `code`: an input outside its domain; `overlap > reach_a.min(reach_b)`:
 * `infeasible`
 * @example
 * ```js
 * metrics.incrementalReach(100000, 50000, 20000); // 30000
 * ```
 * @see article on measuring social media marketing (Indonesian), after socialmediaexaminer.com
 */
export function incrementalReach(reachA: number, reachB: number, overlap: number, options?: Options): number;
export function incrementalReach(reachA: Column, reachB: Column, overlap: Column, options?: Options): Float64Array;
export function incrementalReach(reachA: Column, reachB: Column, overlap: Column, options?: Options): number | Float64Array {
  return $incrementalReach.compute([reachA, reachB, overlap], options) as number | Float64Array;
}

const $newAudienceShare = new Metric("new_audience_share");

/**
 * Share of the people reached who were not in the brand's audience before.
 *
 * Share of reach that is a new audience. Formula: `reach_new / reach`. Unit: ratio. Roll-up: ratio_of_sums.
 * Totals add the people of the rows, so they are right where rows share nobody; where audiences overlap,
 * compute from the unduplicated reach.
 *
 * @param reachNew - people reached who could not be reached before (people; a whole number >= 0)
 * @param reach - all people reached (people; a whole number >= 0)
 * @returns fraction of reach
 * @throws RangeError with a `code`: an input outside its domain; `reach == 0`: `zero_denominator`; `reach_new
 * > reach`: `infeasible`
 * @example
 * ```js
 * metrics.newAudienceShare(24000, 80000); // 0.3
 * ```
 * @see article on measuring social media marketing (Indonesian), after socialmediaexaminer.com
 */
export function newAudienceShare(reachNew: number, reach: number, options?: Options): number;
export function newAudienceShare(reachNew: Column, reach: Column, options?: Options): Float64Array;
export function newAudienceShare(reachNew: Column, reach: Column, options?: Options): number | Float64Array {
  return $newAudienceShare.compute([reachNew, reach], options) as number | Float64Array;
}

const $extendedReachMultiplier = new Metric("extended_reach_multiplier");

/**
 * Total impressions, shares included, as a multiple of those from the programme's own posts.
 *
 * Extended-reach multiplier (total over seeded impressions). Formula: `(seeded_impressions +
 * shared_impressions) / seeded_impressions`. Unit: ratio. Roll-up: ratio_of_sums.
 *
 * @param seededImpressions - impressions from the programme's own posts (count; a whole number >= 0)
 * @param sharedImpressions - further impressions caused by people passing the content on (count; a whole
 * number >= 0)
 * @returns multiple of the programme's own impressions, at least 1
 * @throws RangeError with a `code`: an input outside its domain; `seeded_impressions == 0`: `zero_denominator`
 * @example
 * ```js
 * metrics.extendedReachMultiplier(20000, 30000); // 2.5
 * ```
 * @see article on measuring social media marketing (Indonesian), after socialmediaexaminer.com
 */
export function extendedReachMultiplier(seededImpressions: number, sharedImpressions: number, options?: Options): number;
export function extendedReachMultiplier(seededImpressions: Column, sharedImpressions: Column, options?: Options): Float64Array;
export function extendedReachMultiplier(seededImpressions: Column, sharedImpressions: Column, options?: Options): number | Float64Array {
  return $extendedReachMultiplier.compute([seededImpressions, sharedImpressions], options) as number | Float64Array;
}

const $uniqueReachTwo = new Metric("unique_reach_two");

/**
 * Different people reached by two audiences, each person counted once.
 *
 * Unduplicated reach of two audiences. Formula: `a + b - overlap`. Unit: people. Roll-up: recompute.
 * Variant (default) of the family reach: Choose it for two audiences when their overlap is known; for more
 * audiences use ids, or the bounds.
 * The cited tutorial subtracts the overlap twice and prints 120K.
 *
 * @param a - people in the first audience (people; a whole number >= 0)
 * @param b - people in the second audience (people; a whole number >= 0)
 * @param overlap - people in both audiences (people; a whole number >= 0)
 * @returns number of different people
 * @throws RangeError with a `code`: an input outside its domain; `overlap > a.min(b)`: `infeasible`
 * @example
 * ```js
 * metrics.uniqueReachTwo(100000, 100000, 40000); // 160000
 * ```
 * @see inclusion-exclusion; counter-example: a dev.to tutorial by olams prints 120K for two 100K audiences
 * sharing 40K (right: 160K)
 */
export function uniqueReachTwo(a: number, b: number, overlap: number, options?: Options): number;
export function uniqueReachTwo(a: Column, b: Column, overlap: Column, options?: Options): Float64Array;
export function uniqueReachTwo(a: Column, b: Column, overlap: Column, options?: Options): number | Float64Array {
  return $uniqueReachTwo.compute([a, b, overlap], options) as number | Float64Array;
}

const $uniqueReachThree = new Metric("unique_reach_three");

/**
 * Different people reached by three audiences, each person counted once.
 *
 * Unduplicated reach of three audiences. Formula: `a + b + c - ab - ac - bc + abc`. Unit: people. Roll-up:
 * recompute.
 *
 * @param inputs.a - people in the first audience (people; a whole number >= 0)
 * @param inputs.b - people in the second audience (people; a whole number >= 0)
 * @param inputs.c - people in the third audience (people; a whole number >= 0)
 * @param inputs.ab - people in both the first and the second audience (people; a whole number >= 0)
 * @param inputs.ac - people in both the first and the third audience (people; a whole number >= 0)
 * @param inputs.bc - people in both the second and the third audience (people; a whole number >= 0)
 * @param inputs.abc - people in all three audiences (people; a whole number >= 0)
 * @returns number of different people
 * @throws RangeError with a `code`: an input outside its domain; `abc > ab.min(ac).min(bc) || ab > a.min(b) ||
 * ac > a.min(c) || bc > b.min(c)`: `infeasible`
 * @example
 * ```js
 * metrics.uniqueReachThree({ a: 1000, b: 800, c: 500, ab: 200, ac: 100, bc: 50, abc: 20 }); // 1970
 * ```
 * @see common definition; no single authority
 */
export function uniqueReachThree(inputs: { readonly a: number; readonly b: number; readonly c: number; readonly ab: number; readonly ac: number; readonly bc: number; readonly abc: number }, options?: Options): number;
export function uniqueReachThree(inputs: { readonly a: Column; readonly b: Column; readonly c: Column; readonly ab: Column; readonly ac: Column; readonly bc: Column; readonly abc: Column }, options?: Options): Float64Array;
export function uniqueReachThree(inputs: { readonly a: Column; readonly b: Column; readonly c: Column; readonly ab: Column; readonly ac: Column; readonly bc: Column; readonly abc: Column }, options?: Options): number | Float64Array {
  return $uniqueReachThree.compute(inputs, options) as number | Float64Array;
}

const $uniqueReachLowerBound = new Metric("unique_reach_lower_bound");

/**
 * Fewest different people that several audiences can reach, given only their pairwise overlaps.
 *
 * Lower bound of unduplicated reach from pairwise overlaps (Bonferroni). Formula: `reach::bounds(sizes,
 * pair_overlaps, None).map(|bounds| bounds.bonferroni)`. Unit: people. Roll-up: recompute.
 * Tools report pairwise overlap only; the union of three or more audiences is then not identified. Pairs in
 * order 12, 13, 23. An overlap larger than one of its audiences, or three that contradict each other, are
 * infeasible. At most 1,000 audiences.
 *
 * @param sizes - people in each audience (people; a finite number >= 0)
 * @param pairOverlaps - people shared by each pair; for three audiences in the order 1-2, 1-3, 2-3 (people; a
 * finite number >= 0)
 * @returns number of people; the true unduplicated reach is not below it
 * @throws RangeError with a `code`: an input outside its domain; `sizes.is_empty()`: `insufficient_data`;
 * `pair_overlaps.len() != sizes.len() * (sizes.len() - 1) / 2`: `infeasible`
 * @example
 * ```js
 * metrics.uniqueReachLowerBound([1000, 800, 500], [200, 100, 50]); // 1950
 * ```
 * @see common definition; no single authority
 */
export function uniqueReachLowerBound(sizes: List, pairOverlaps: List, options?: Options): number {
  return $uniqueReachLowerBound.compute([sizes, pairOverlaps], options) as number;
}

const $uniqueReachUpperBound = new Metric("unique_reach_upper_bound");

/**
 * Most different people that several audiences can reach, given only their pairwise overlaps.
 *
 * Upper bound of unduplicated reach from pairwise overlaps (Hunter-Worsley). Formula: `reach::bounds(sizes,
 * pair_overlaps, None).map(|bounds| bounds.hunter_worsley)`. Unit: people. Roll-up: recompute.
 * Sum of sizes minus the maximum spanning tree of overlaps (Hunter 1976; Worsley 1982). With a triple overlap
 * of 20 the truth is 1,970, inside [1,950, 2,000].
 *
 * @param sizes - people in each audience (people; a finite number >= 0)
 * @param pairOverlaps - people shared by each pair; for three audiences in the order 1-2, 1-3, 2-3 (people; a
 * finite number >= 0)
 * @returns number of people; the true unduplicated reach is not above it
 * @throws RangeError with a `code`: an input outside its domain; `sizes.is_empty()`: `insufficient_data`;
 * `pair_overlaps.len() != sizes.len() * (sizes.len() - 1) / 2`: `infeasible`
 * @example
 * ```js
 * metrics.uniqueReachUpperBound([1000, 800, 500], [200, 100, 50]); // 2000
 * ```
 * @see common definition; no single authority
 */
export function uniqueReachUpperBound(sizes: List, pairOverlaps: List, options?: Options): number {
  return $uniqueReachUpperBound.compute([sizes, pairOverlaps], options) as number;
}

const $duplicationRate = new Metric("duplication_rate");

/**
 * Share of summed reach that counts people who were already counted elsewhere.
 *
 * Audience duplication rate. Formula: `(summed_reach - unique_reach) / summed_reach`. Unit: ratio. Roll-up:
 * ratio_of_sums.
 * Totals add the people of the rows, so they are right where rows share nobody; where audiences overlap,
 * compute from the unduplicated reach.
 *
 * @param uniqueReach - different people reached, each counted once (people; a whole number >= 0)
 * @param summedReach - reach of the single audiences added up (people; a whole number >= 0)
 * @returns fraction of the summed reach
 * @throws RangeError with a `code`: an input outside its domain; `summed_reach == 0`: `zero_denominator`;
 * `unique_reach > summed_reach`: `infeasible`
 * @example
 * ```js
 * metrics.duplicationRate(160000, 200000); // 0.2
 * ```
 * @see common definition; no single authority
 */
export function duplicationRate(uniqueReach: number, summedReach: number, options?: Options): number;
export function duplicationRate(uniqueReach: Column, summedReach: Column, options?: Options): Float64Array;
export function duplicationRate(uniqueReach: Column, summedReach: Column, options?: Options): number | Float64Array {
  return $duplicationRate.compute([uniqueReach, summedReach], options) as number | Float64Array;
}

const $audienceOverlapCoefficient = new Metric("audience_overlap_coefficient");

/**
 * Share of the smaller audience that also belongs to the larger one.
 *
 * Audience overlap (smaller audience as base). Formula: `overlap / (a.min(b))`. Unit: ratio. Roll-up:
 * recompute.
 * Variant (default) of the family audience_overlap: The default: choose it to see how much of the smaller
 * audience is already paid for; state the counts beside it.
 *
 * @param a - people in the first audience (people; a whole number >= 0)
 * @param b - people in the second audience (people; a whole number >= 0)
 * @param overlap - people in both audiences (people; a whole number >= 0)
 * @returns fraction of the smaller audience
 * @throws RangeError with a `code`: an input outside its domain; `a.min(b) == 0`: `zero_denominator`; `overlap
 * > a.min(b)`: `infeasible`
 * @example
 * ```js
 * metrics.audienceOverlapCoefficient(100000, 50000, 20000); // 0.4
 * ```
 * @see infludata FAQ 80000601866 (engagement rate) and 80000990632 (overlap over the smaller audience)
 */
export function audienceOverlapCoefficient(a: number, b: number, overlap: number, options?: Options): number;
export function audienceOverlapCoefficient(a: Column, b: Column, overlap: Column, options?: Options): Float64Array;
export function audienceOverlapCoefficient(a: Column, b: Column, overlap: Column, options?: Options): number | Float64Array {
  return $audienceOverlapCoefficient.compute([a, b, overlap], options) as number | Float64Array;
}

const $audienceOverlapJaccard = new Metric("audience_overlap_jaccard");

/**
 * Share of all people in either audience who are in both.
 *
 * Audience overlap (Jaccard). Formula: `overlap / (a + b - overlap)`. Unit: ratio. Roll-up: recompute.
 * Variant of the family audience_overlap: Choose it for a symmetric similarity of two audiences of about the
 * same size; unequal sizes keep it low.
 *
 * @param a - people in the first audience (people; a whole number >= 0)
 * @param b - people in the second audience (people; a whole number >= 0)
 * @param overlap - people in both audiences (people; a whole number >= 0)
 * @returns fraction of the union of both audiences
 * @throws RangeError with a `code`: an input outside its domain; `a + b - overlap == 0`: `zero_denominator`;
 * `overlap > a.min(b)`: `infeasible`
 * @example
 * ```js
 * metrics.audienceOverlapJaccard(100000, 50000, 20000); // 0.15384615384615385
 * ```
 * @see common definition; no single authority
 */
export function audienceOverlapJaccard(a: number, b: number, overlap: number, options?: Options): number;
export function audienceOverlapJaccard(a: Column, b: Column, overlap: Column, options?: Options): Float64Array;
export function audienceOverlapJaccard(a: Column, b: Column, overlap: Column, options?: Options): number | Float64Array {
  return $audienceOverlapJaccard.compute([a, b, overlap], options) as number | Float64Array;
}

const $audienceOverlapContainment = new Metric("audience_overlap_containment");

/**
 * Share of one audience that is also in another.
 *
 * Share of audience A also in B. Formula: `overlap / a`. Unit: ratio. Roll-up: recompute.
 * Variant of the family audience_overlap: Choose it when one audience is the natural base, for instance the
 * influencer already under contract.
 *
 * @param a - people in the audience taken as the base (people; a whole number >= 0)
 * @param overlap - people in both audiences (people; a whole number >= 0)
 * @returns fraction of the first audience
 * @throws RangeError with a `code`: an input outside its domain; `a == 0`: `zero_denominator`; `overlap > a`:
 * `infeasible`
 * @example
 * ```js
 * metrics.audienceOverlapContainment(100000, 20000); // 0.2
 * ```
 * @see common definition; no single authority
 */
export function audienceOverlapContainment(a: number, overlap: number, options?: Options): number;
export function audienceOverlapContainment(a: Column, overlap: Column, options?: Options): Float64Array;
export function audienceOverlapContainment(a: Column, overlap: Column, options?: Options): number | Float64Array {
  return $audienceOverlapContainment.compute([a, overlap], options) as number | Float64Array;
}

const $reachSainsbury = new Metric("reach_sainsbury");

/**
 * Share of a population reached by several vehicles if exposures to them were independent.
 *
 * Net reach under independence (Sainsbury). Formula: `union_of_independent(reach_shares)`. Unit: ratio. Roll-
 * up: recompute.
 * Variant (default) of the family net_reach_model: Choose it when only the single reaches are known, and label
 * it a model: real audiences are rarely independent.
 * Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
 * measured.
 * AMIC: some planners multiply by 0.95. On the ham data independence gives 90.6 of 127 for N4+S1; the truth is
 * 98.
 *
 * @param reachShares - share of the population each vehicle reaches, as fractions (ratio; a fraction from 0 to
 * 1)
 * @returns fraction of the population; a model value, not a measurement
 * @throws RangeError with a `code`: an input outside its domain
 * @example
 * ```js
 * metrics.reachSainsbury(Array(400).fill(0.001)); // 0.32981409399326
 * ```
 * @see Sainsbury's random-duplication formula, as used by Mediatool and BunkerDB; example from
 * latinbusinesstoday.com (400 vehicles of 0.1 % reach 33 %)
 */
export function reachSainsbury(reachShares: List, options?: Options): number {
  return $reachSainsbury.compute([reachShares], options) as number;
}

const $reachAgostini = new Metric("reach_agostini");

/**
 * Estimated net audience from gross audience and summed pairwise duplications, after Agostini.
 *
 * Net reach (Agostini). Formula: `(gross_audience * gross_audience) / (k * pairwise_duplication +
 * gross_audience)`. Unit: people. Roll-up: recompute.
 * Variant of the family net_reach_model: Choose it when the pairwise overlaps are known and one estimate is
 * wanted, with k fitted to your own media.
 * Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
 * measured.
 * K = 1.125 was estimated on French magazines; a parameter, not a constant of nature. People, not a share,
 * unlike the other variants; a model and not a bound: two identical audiences of 100 give 128.
 *
 * @param grossAudience - audiences of all vehicles added up, in people (people; a finite number >= 0)
 * @param pairwiseDuplication - overlaps of all pairs of vehicles added up, in people (people; a finite number
 * >= 0)
 * @param k - fitted constant of the formula; 1.125 was found for French magazines (ratio; a finite number > 0)
 * @returns number of people; a model value, not a measurement
 * @throws RangeError with a `code`: an input outside its domain; `k * pairwise_duplication + gross_audience ==
 * 0`: `zero_denominator`
 * @example
 * ```js
 * metrics.reachAgostini(100, 20, 1.125); // 81.63265306122449
 * ```
 * @see Agostini (1961), Journal of Advertising Research 1
 */
export function reachAgostini(grossAudience: number, pairwiseDuplication: number, k: number, options?: Options): number;
export function reachAgostini(grossAudience: Column, pairwiseDuplication: Column, k: Column, options?: Options): Float64Array;
export function reachAgostini(grossAudience: Column, pairwiseDuplication: Column, k: Column, options?: Options): number | Float64Array {
  return $reachAgostini.compute([grossAudience, pairwiseDuplication, k], options) as number | Float64Array;
}

const $exposureBinomialReach = new Metric("exposure_binomial_reach");

/**
 * Share of a population that sees at least one of several equal, independent insertions.
 *
 * Reach of n equal insertions, independent. Formula: `complement_of_power(rating, insertions)`. Unit: ratio.
 * Roll-up: recompute.
 * Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
 * measured.
 *
 * @param rating - share of the population one insertion reaches, as a fraction (ratio; a fraction from 0 to 1)
 * @param insertions - number of insertions (count; a whole number >= 0)
 * @returns fraction of the population
 * @throws RangeError with a `code`: an input outside its domain
 * @example
 * ```js
 * metrics.exposureBinomialReach(0.15, 4); // 0.47799375
 * ```
 * @see Media Flight Plan, chapter 9 (magazine with rating 15: 52.20 % see none of 4 issues)
 */
export function exposureBinomialReach(rating: number, insertions: number, options?: Options): number;
export function exposureBinomialReach(rating: Column, insertions: Column, options?: Options): Float64Array;
export function exposureBinomialReach(rating: Column, insertions: Column, options?: Options): number | Float64Array {
  return $exposureBinomialReach.compute([rating, insertions], options) as number | Float64Array;
}

const $exposureBinomialKPlus = new Metric("exposure_binomial_k_plus");

/**
 * Share of a population that sees at least k of several equal, independent insertions.
 *
 * Effective reach (k or more of n), independent. Formula: `binomial_sf(k - 1.0, insertions, rating)`. Unit:
 * ratio. Roll-up: recompute.
 * Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
 * measured.
 *
 * @param rating - share of the population one insertion reaches, as a fraction (ratio; a fraction from 0 to 1)
 * @param insertions - number of insertions (count; a whole number >= 0)
 * @param k - fewest exposures that count as effective (count_each; a whole number >= 1)
 * @returns fraction of the population
 * @throws RangeError with a `code`: an input outside its domain
 * @example
 * ```js
 * metrics.exposureBinomialKPlus(0.15, 4, 2); // 0.10951875
 * ```
 * @see Media Flight Plan, chapter 9 (magazine with rating 15: 52.20 % see none of 4 issues)
 */
export function exposureBinomialKPlus(rating: number, insertions: number, k: number, options?: Options): number;
export function exposureBinomialKPlus(rating: Column, insertions: Column, k: Column, options?: Options): Float64Array;
export function exposureBinomialKPlus(rating: Column, insertions: Column, k: Column, options?: Options): number | Float64Array {
  return $exposureBinomialKPlus.compute([rating, insertions, k], options) as number | Float64Array;
}

const $reachBetaBinomial = new Metric("reach_beta_binomial");

/**
 * Share of a population reached by n insertions when people differ in how often they see the vehicle.
 *
 * Net reach, beta-binomial (Metheringham). Formula: `beta_binomial_reach(one_reach, two_reach, insertions)`.
 * Unit: ratio. Roll-up: recompute.
 * Variant of the family net_reach_model: Choose it for repeated insertions in one vehicle when the reach of
 * one and of two insertions is known.
 * Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
 * measured.
 *
 * @param oneReach - share of the population reached by one insertion, as a fraction (ratio; a fraction from 0
 * to 1)
 * @param twoReach - share of the population reached by two insertions, as a fraction (ratio; a fraction from 0
 * to 1)
 * @param insertions - number of insertions (count; a whole number >= 0)
 * @returns fraction of the population; a model value, not a measurement
 * @throws RangeError with a `code`: an input outside its domain; `two_reach <= one_reach || two_reach >= 2.0 *
 * one_reach - (one_reach * one_reach)`: `not_identified`
 * @example
 * ```js
 * metrics.reachBetaBinomial(0.15, 0.2, 4); // 0.24973019641700778
 * ```
 * @see Metheringham (1964), beta-binomial exposure; Rust (1986), Advertising Media Models
 */
export function reachBetaBinomial(oneReach: number, twoReach: number, insertions: number, options?: Options): number;
export function reachBetaBinomial(oneReach: Column, twoReach: Column, insertions: Column, options?: Options): Float64Array;
export function reachBetaBinomial(oneReach: Column, twoReach: Column, insertions: Column, options?: Options): number | Float64Array {
  return $reachBetaBinomial.compute([oneReach, twoReach, insertions], options) as number | Float64Array;
}

const $exposureNbdReach = new Metric("exposure_nbd_reach");

/**
 * Share of a population exposed at least once when exposure rates follow a gamma distribution (NBD).
 *
 * Reach under gamma-Poisson exposure (NBD). Formula: `-libm::expm1(-r * libm::log1p(1.0 / alpha))`. Unit:
 * ratio. Roll-up: recompute.
 * Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
 * measured.
 * Fader & Hardie billboard-exposure teaching example; parameters from memory.
 *
 * @param r - shape of the gamma distribution of exposure rates (ratio; a finite number > 0)
 * @param alpha - rate parameter of the gamma distribution, per unit of time (ratio; a finite number > 0)
 * @returns fraction of the population exposed within one unit of time
 * @throws RangeError with a `code`: an input outside its domain
 * @example
 * ```js
 * metrics.exposureNbdReach(0.969, 0.218); // 0.8112129848889652
 * ```
 * @see common definition; no single authority
 */
export function exposureNbdReach(r: number, alpha: number, options?: Options): number;
export function exposureNbdReach(r: Column, alpha: Column, options?: Options): Float64Array;
export function exposureNbdReach(r: Column, alpha: Column, options?: Options): number | Float64Array {
  return $exposureNbdReach.compute([r, alpha], options) as number | Float64Array;
}

const $viewableRate = new Metric("viewable_rate");

/**
 * Share of the measured impressions that could actually be seen.
 *
 * Viewable rate. Formula: `viewable / measured`. Unit: ratio. Roll-up: ratio_of_sums.
 * Denominator is MEASURED impressions, not served ones.
 *
 * @param viewable - impressions that met the viewability standard (count; a whole number >= 0)
 * @param measured - impressions whose viewability was measured, not all that were served (count; a whole
 * number >= 0)
 * @returns fraction of the measured impressions
 * @throws RangeError with a `code`: an input outside its domain; `measured == 0`: `zero_denominator`;
 * `viewable > measured`: `infeasible`
 * @example
 * ```js
 * metrics.viewableRate(54000, 90000); // 0.6
 * ```
 * @see MRC Digital Audience-Based Measurement Standards v1.0 (December 2017)
 */
export function viewableRate(viewable: number, measured: number, options?: Options): number;
export function viewableRate(viewable: Column, measured: Column, options?: Options): Float64Array;
export function viewableRate(viewable: Column, measured: Column, options?: Options): number | Float64Array {
  return $viewableRate.compute([viewable, measured], options) as number | Float64Array;
}

const $durationWeightedImpressions = new Metric("duration_weighted_impressions");

/**
 * Viewable impressions, each weighted by the part of the advertisement that was viewed.
 *
 * Duration-weighted viewable impressions. Formula: `viewable * (seconds_viewed / ad_seconds).min(1.0)`. Unit:
 * count. Roll-up: sum.
 *
 * @param viewable - viewable impressions (count; a whole number >= 0)
 * @param secondsViewed - average seconds viewed per impression (seconds; a finite number >= 0)
 * @param adSeconds - length of the advertisement in seconds (seconds; a finite number > 0)
 * @returns number of full-length viewable impressions
 * @throws RangeError with a `code`: an input outside its domain
 * @example
 * ```js
 * metrics.durationWeightedImpressions(1000, 6, 15); // 400
 * ```
 * @see MRC Digital Audience-Based Measurement Standards v1.0 (December 2017)
 */
export function durationWeightedImpressions(viewable: number, secondsViewed: number, adSeconds: number, options?: Options): number;
export function durationWeightedImpressions(viewable: Column, secondsViewed: Column, adSeconds: Column, options?: Options): Float64Array;
export function durationWeightedImpressions(viewable: Column, secondsViewed: Column, adSeconds: Column, options?: Options): number | Float64Array {
  return $durationWeightedImpressions.compute([viewable, secondsViewed, adSeconds], options) as number | Float64Array;
}

const $viewThroughRate = new Metric("view_through_rate");

/**
 * Video views per impression of the video.
 *
 * Video view rate. Formula: `views / impressions`. Unit: ratio. Roll-up: ratio_of_sums.
 *
 * @param views - video views, by the platform's definition of a view (count; a whole number >= 0)
 * @param impressions - times the video was shown (count; a whole number >= 0)
 * @returns views per impression, as a fraction
 * @throws RangeError with a `code`: an input outside its domain; `impressions == 0`: `zero_denominator`
 * @example
 * ```js
 * metrics.viewThroughRate(2500, 10000); // 0.25
 * ```
 * @see common definition; no single authority
 */
export function viewThroughRate(views: number, impressions: number, options?: Options): number;
export function viewThroughRate(views: Column, impressions: Column, options?: Options): Float64Array;
export function viewThroughRate(views: Column, impressions: Column, options?: Options): number | Float64Array {
  return $viewThroughRate.compute([views, impressions], options) as number | Float64Array;
}

const $videoCompletionRate = new Metric("video_completion_rate");

/**
 * Plays that ran to the end relative to plays that were started.
 *
 * Video completion rate. Formula: `completions / starts`. Unit: ratio. Roll-up: ratio_of_sums.
 *
 * @param completions - plays that ran to the end (count; a whole number >= 0)
 * @param starts - plays that were started (count; a whole number >= 0)
 * @returns completed plays per start, as a fraction
 * @throws RangeError with a `code`: an input outside its domain; `starts == 0`: `zero_denominator`;
 * `completions > starts`: `infeasible`
 * @example
 * ```js
 * metrics.videoCompletionRate(450, 1500); // 0.3
 * ```
 * @see common definition; no single authority
 */
export function videoCompletionRate(completions: number, starts: number, options?: Options): number;
export function videoCompletionRate(completions: Column, starts: Column, options?: Options): Float64Array;
export function videoCompletionRate(completions: Column, starts: Column, options?: Options): number | Float64Array {
  return $videoCompletionRate.compute([completions, starts], options) as number | Float64Array;
}

const $followerGrowthRate = new Metric("follower_growth_rate");

/**
 * Change of the follower count over a period relative to its start.
 *
 * Follower growth rate. Formula: `(end - start) / start`. Unit: ratio. Roll-up: recompute.
 *
 * @param start - followers at the start of the period (people; a whole number >= 0)
 * @param end - followers at the end of the period (people; a whole number >= 0)
 * @returns fraction of the starting count; negative when followers were lost
 * @throws RangeError with a `code`: an input outside its domain; `start == 0`: `zero_denominator`
 * @example
 * ```js
 * metrics.followerGrowthRate(8000, 9200); // 0.15
 * ```
 * @see common definition; no single authority
 */
export function followerGrowthRate(start: number, end: number, options?: Options): number;
export function followerGrowthRate(start: Column, end: Column, options?: Options): Float64Array;
export function followerGrowthRate(start: Column, end: Column, options?: Options): number | Float64Array {
  return $followerGrowthRate.compute([start, end], options) as number | Float64Array;
}

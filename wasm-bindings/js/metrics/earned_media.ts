// generated from the catalogue by scripts/faces; do not edit, run `make faces`

/** Metrics of the group `earned_media`. */

import type { Column } from "../inputs.js";
import { Metric } from "../metric.js";
import type { List, Options } from "../metric.js";

const $emvWeighted = new Metric("emv_weighted");

/**
 * Cost-equivalent of earned likes, comments and impressions at the caller's price for each.
 *
 * Earned media value, price list per action. Formula: `likes * like_value + comments * comment_value +
 * impressions / 1000.0 * cpm`. Unit: currency. Roll-up: sum.
 * Variant of the family emv: Choose it when a price for every action has been agreed; report the price list
 * with the result.
 * Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
 * measured.
 * No default EMV: every vendor has its own price list and AMEC rejects cost-equivalence. Require the caller to
 * pass the prices.
 *
 * @param inputs.likes - likes earned (count; a whole number >= 0)
 * @param inputs.comments - comments earned (count; a whole number >= 0)
 * @param inputs.impressions - impressions earned (count; a whole number >= 0)
 * @param inputs.likeValue - price set for one like, in one currency (currency_each; a finite number >= 0)
 * @param inputs.commentValue - price set for one comment, in the same currency (currency_each; a finite number
 * >= 0)
 * @param inputs.cpm - price set for a thousand impressions, in the same currency (currency_each; a finite
 * number >= 0)
 * @returns currency; what it might have cost to buy, not value earned
 * @throws RangeError with a `code`: an input outside its domain
 * @example
 * ```js
 * metrics.emvWeighted({ likes: 5000, comments: 500, impressions: 50000, likeValue: 0.3, commentValue: 0.5,
 * cpm: 0.05 });
 * // 1752.5
 * ```
 * @see Later Influence help article 21083269843607 (EMV with the Ayzenberg index)
 */
export function emvWeighted(inputs: { readonly likes: number; readonly comments: number; readonly impressions: number; readonly likeValue: number; readonly commentValue: number; readonly cpm: number }, options?: Options): number;
export function emvWeighted(inputs: { readonly likes: Column; readonly comments: Column; readonly impressions: Column; readonly likeValue: Column; readonly commentValue: Column; readonly cpm: Column }, options?: Options): Float64Array;
export function emvWeighted(inputs: { readonly likes: Column; readonly comments: Column; readonly impressions: Column; readonly likeValue: Column; readonly commentValue: Column; readonly cpm: Column }, options?: Options): number | Float64Array {
  return $emvWeighted.compute(inputs, options) as number | Float64Array;
}

const $emvCpm = new Metric("emv_cpm");

/**
 * Cost-equivalent of earned impressions at the price of paid ones.
 *
 * Earned media value, paid-CPM equivalent. Formula: `impressions / 1000.0 * cpm`. Unit: currency. Roll-up:
 * sum.
 * Variant of the family emv: Choose it when only impressions are known and a comparable paid CPM is at hand.
 * Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
 * measured.
 *
 * @param impressions - impressions earned (count; a whole number >= 0)
 * @param cpm - price of a thousand paid impressions, in one currency (currency_each; a finite number >= 0)
 * @returns currency; what it might have cost to buy, not value earned
 * @throws RangeError with a `code`: an input outside its domain
 * @example
 * ```js
 * metrics.emvCpm(50000, 10.8); // 540
 * ```
 * @see Duel help pages on EMV (views priced at CPM, reactions and comments at CPC)
 */
export function emvCpm(impressions: number, cpm: number, options?: Options): number;
export function emvCpm(impressions: Column, cpm: Column, options?: Options): Float64Array;
export function emvCpm(impressions: Column, cpm: Column, options?: Options): number | Float64Array {
  return $emvCpm.compute([impressions, cpm], options) as number | Float64Array;
}

const $emvCpmCpc = new Metric("emv_cpm_cpc");

/**
 * Cost-equivalent of earned views at a CPM and of earned reactions and comments at a CPC.
 *
 * Earned media value, CPM plus CPC. Formula: `views / 1000.0 * cpm + (reactions + comments) * cpc`. Unit:
 * currency. Roll-up: sum.
 * Variant of the family emv: Choose it when exposure and interaction should be priced apart, as Duel does.
 * Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
 * measured.
 *
 * @param inputs.views - views earned (count; a whole number >= 0)
 * @param inputs.cpm - price of a thousand paid impressions, in one currency (currency_each; a finite number >=
 * 0)
 * @param inputs.reactions - reactions earned (count; a whole number >= 0)
 * @param inputs.comments - comments earned (count; a whole number >= 0)
 * @param inputs.cpc - price of one paid click, in the same currency (currency_each; a finite number >= 0)
 * @returns currency; what it might have cost to buy, not value earned
 * @throws RangeError with a `code`: an input outside its domain
 * @example
 * ```js
 * metrics.emvCpmCpc({ views: 50000, cpm: 10.8, reactions: 500, comments: 50, cpc: 1 }); // 1090
 * ```
 * @see Duel help pages on EMV (views priced at CPM, reactions and comments at CPC)
 */
export function emvCpmCpc(inputs: { readonly views: number; readonly cpm: number; readonly reactions: number; readonly comments: number; readonly cpc: number }, options?: Options): number;
export function emvCpmCpc(inputs: { readonly views: Column; readonly cpm: Column; readonly reactions: Column; readonly comments: Column; readonly cpc: Column }, options?: Options): Float64Array;
export function emvCpmCpc(inputs: { readonly views: Column; readonly cpm: Column; readonly reactions: Column; readonly comments: Column; readonly cpc: Column }, options?: Options): number | Float64Array {
  return $emvCpmCpc.compute(inputs, options) as number | Float64Array;
}

const $emvMultiple = new Metric("emv_multiple");

/**
 * Earned media value as a multiple of what the campaign cost; not a return on investment.
 *
 * EMV over cost (some vendors call it ROI). Formula: `emv / cost`. Unit: ratio. Roll-up: ratio_of_sums.
 * Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
 * measured.
 * Never label this ROI: the same help page has carried two different ROI formulas, EMV/cost and (EMV + sales -
 * cost)/cost.
 *
 * @param emv - earned media value, in one currency (currency; a finite number >= 0)
 * @param cost - cost of the campaign, in the same currency (currency; a finite number >= 0)
 * @returns cost-equivalent per unit of cost
 * @throws RangeError with a `code`: an input outside its domain; `cost == 0`: `zero_denominator`
 * @example
 * ```js
 * metrics.emvMultiple(1752.5, 500); // 3.505
 * ```
 * @see Later Influence help article 21083269843607 (EMV with the Ayzenberg index)
 */
export function emvMultiple(emv: number, cost: number, options?: Options): number;
export function emvMultiple(emv: Column, cost: Column, options?: Options): Float64Array;
export function emvMultiple(emv: Column, cost: Column, options?: Options): number | Float64Array {
  return $emvMultiple.compute([emv, cost], options) as number | Float64Array;
}

const $emvDoubleCountFactor = new Metric("emv_double_count_factor");

/**
 * Factor by which earned media value is inflated when every brand in a post is given all of it.
 *
 * EMV double counting when each brand mention gets the full post EMV. Formula: `sum(brands_per_post *
 * emv_per_post) / sum(emv_per_post)`. Unit: ratio. Roll-up: ratio_of_sums.
 * CreatorIQ credits the whole post to every mentioned brand (500k to each of three brands).
 *
 * @param brandsPerPost - brands mentioned in each post (count; a finite number >= 0)
 * @param emvPerPost - earned media value of each post, in one currency (currency; a finite number >= 0)
 * @returns multiple of the value counted once; 1 means no double counting
 * @throws RangeError with a `code`: an input outside its domain; `brands_per_post.len() !=
 * emv_per_post.len()`: `infeasible`; `sum(emv_per_post) == 0.0`: `zero_denominator`
 * @example
 * ```js
 * metrics.emvDoubleCountFactor([3, 1], [500000, 500000]); // 2
 * ```
 * @see common definition; no single authority
 */
export function emvDoubleCountFactor(brandsPerPost: List, emvPerPost: List, options?: Options): number {
  return $emvDoubleCountFactor.compute([brandsPerPost, emvPerPost], options) as number;
}

const $earnedImpressionsGrowth = new Metric("earned_impressions_growth");

/**
 * Earned impressions at a later time as a multiple of those at an earlier one.
 *
 * Growth multiple of earned impressions. Formula: `later / first`. Unit: ratio. Roll-up: recompute.
 *
 * @param later - cumulative earned impressions at the later time (count; a whole number >= 0)
 * @param first - cumulative earned impressions at the earlier time (count; a whole number >= 0)
 * @returns multiple; gross impressions, not people
 * @throws RangeError with a `code`: an input outside its domain; `first == 0`: `zero_denominator`
 * @example
 * ```js
 * metrics.earnedImpressionsGrowth(5000000000, 2300000000); // 2.1739130434782608
 * ```
 * @see article on influencer loyalty programmes (Malay)
 */
export function earnedImpressionsGrowth(later: number, first: number, options?: Options): number;
export function earnedImpressionsGrowth(later: Column, first: Column, options?: Options): Float64Array;
export function earnedImpressionsGrowth(later: Column, first: Column, options?: Options): number | Float64Array {
  return $earnedImpressionsGrowth.compute([later, first], options) as number | Float64Array;
}

const $ugcReplacementValue = new Metric("ugc_replacement_value");

/**
 * What producing usable customer content in-house would have cost, less the cost of the programme.
 *
 * Value of user-generated content (replacement cost). Formula: `usable_assets * cost_per_produced_asset -
 * programme_cost`. Unit: currency. Roll-up: sum.
 * Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
 * measured.
 *
 * @param usableAssets - pieces of customer content good enough to use (count; a whole number >= 0)
 * @param costPerProducedAsset - cost of producing one such piece, in one currency (currency_each; a finite
 * number >= 0)
 * @param programmeCost - cost of the programme that brought them in, in the same currency (currency; a finite
 * number >= 0)
 * @returns currency; negative when producing them would have been cheaper
 * @throws RangeError with a `code`: an input outside its domain
 * @example
 * ```js
 * metrics.ugcReplacementValue(120, 150, 6000); // 12000
 * ```
 * @see common definition; no single authority
 */
export function ugcReplacementValue(usableAssets: number, costPerProducedAsset: number, programmeCost: number, options?: Options): number;
export function ugcReplacementValue(usableAssets: Column, costPerProducedAsset: Column, programmeCost: Column, options?: Options): Float64Array;
export function ugcReplacementValue(usableAssets: Column, costPerProducedAsset: Column, programmeCost: Column, options?: Options): number | Float64Array {
  return $ugcReplacementValue.compute([usableAssets, costPerProducedAsset, programmeCost], options) as number | Float64Array;
}

const $seedingPostRate = new Metric("seeding_post_rate");

/**
 * Share of the creators given free product who posted about it.
 *
 * Product-seeding post rate. Formula: `creators_who_posted / creators_seeded`. Unit: ratio. Roll-up:
 * ratio_of_sums.
 *
 * @param creatorsWhoPosted - creators who posted at least once (count_or_people; a whole number >= 0)
 * @param creatorsSeeded - creators who were sent product (count_or_people; a whole number >= 0)
 * @returns fraction of creators sent product
 * @throws RangeError with a `code`: an input outside its domain; `creators_seeded == 0`: `zero_denominator`;
 * `creators_who_posted > creators_seeded`: `infeasible`
 * @example
 * ```js
 * metrics.seedingPostRate(84, 200); // 0.42
 * ```
 * @see common definition; no single authority
 */
export function seedingPostRate(creatorsWhoPosted: number, creatorsSeeded: number, options?: Options): number;
export function seedingPostRate(creatorsWhoPosted: Column, creatorsSeeded: Column, options?: Options): Float64Array;
export function seedingPostRate(creatorsWhoPosted: Column, creatorsSeeded: Column, options?: Options): number | Float64Array {
  return $seedingPostRate.compute([creatorsWhoPosted, creatorsSeeded], options) as number | Float64Array;
}

const $seedingCostPerPost = new Metric("seeding_cost_per_post");

/**
 * Product and shipping cost for each post obtained by giving product away.
 *
 * Seeding cost per post obtained. Formula: `(units_sent * (unit_cogs + unit_shipping)) / posts`. Unit:
 * currency_each. Roll-up: ratio_of_sums.
 *
 * @param inputs.unitsSent - units sent out (count; a whole number >= 0)
 * @param inputs.unitCogs - cost of goods per unit, in one currency (currency_each; a finite number >= 0)
 * @param inputs.unitShipping - shipping per unit, in the same currency (currency_each; a finite number >= 0)
 * @param inputs.posts - posts obtained (count; a whole number >= 0)
 * @returns currency per post
 * @throws RangeError with a `code`: an input outside its domain; `posts == 0`: `zero_denominator`
 * @example
 * ```js
 * metrics.seedingCostPerPost({ unitsSent: 200, unitCogs: 12, unitShipping: 9, posts: 84 }); // 50
 * ```
 * @see common definition; no single authority
 */
export function seedingCostPerPost(inputs: { readonly unitsSent: number; readonly unitCogs: number; readonly unitShipping: number; readonly posts: number }, options?: Options): number;
export function seedingCostPerPost(inputs: { readonly unitsSent: Column; readonly unitCogs: Column; readonly unitShipping: Column; readonly posts: Column }, options?: Options): Float64Array;
export function seedingCostPerPost(inputs: { readonly unitsSent: Column; readonly unitCogs: Column; readonly unitShipping: Column; readonly posts: Column }, options?: Options): number | Float64Array {
  return $seedingCostPerPost.compute(inputs, options) as number | Float64Array;
}

const $contestEntriesPer1000 = new Metric("contest_entries_per_1000");

/**
 * Contest entries for every thousand followers.
 *
 * Contest entries per 1,000 followers. Formula: `(1000.0 * entries) / followers`. Unit: per_thousand. Roll-up:
 * ratio_of_sums.
 *
 * @param entries - entries to the contest (count; a whole number >= 0)
 * @param followers - followers of the account that ran it (people; a whole number >= 0)
 * @returns entries per 1,000 followers
 * @throws RangeError with a `code`: an input outside its domain; `followers == 0`: `zero_denominator`
 * @example
 * ```js
 * metrics.contestEntriesPer1000(450, 90000); // 5
 * ```
 * @see common definition; no single authority
 */
export function contestEntriesPer1000(entries: number, followers: number, options?: Options): number;
export function contestEntriesPer1000(entries: Column, followers: Column, options?: Options): Float64Array;
export function contestEntriesPer1000(entries: Column, followers: Column, options?: Options): number | Float64Array {
  return $contestEntriesPer1000.compute([entries, followers], options) as number | Float64Array;
}

const $sellThroughRate = new Metric("sell_through_rate");

/**
 * Share of the stock received that was sold.
 *
 * Sell-through rate. Formula: `units_sold / units_received`. Unit: ratio. Roll-up: ratio_of_sums.
 *
 * @param unitsSold - units sold in the period (count; a whole number >= 0)
 * @param unitsReceived - units received for sale (count; a whole number >= 0)
 * @returns fraction of units received
 * @throws RangeError with a `code`: an input outside its domain; `units_received == 0`: `zero_denominator`;
 * `units_sold > units_received`: `infeasible`
 * @example
 * ```js
 * metrics.sellThroughRate(850, 1000); // 0.85
 * ```
 * @see common definition; no single authority
 */
export function sellThroughRate(unitsSold: number, unitsReceived: number, options?: Options): number;
export function sellThroughRate(unitsSold: Column, unitsReceived: Column, options?: Options): Float64Array;
export function sellThroughRate(unitsSold: Column, unitsReceived: Column, options?: Options): number | Float64Array {
  return $sellThroughRate.compute([unitsSold, unitsReceived], options) as number | Float64Array;
}

const $sellOutVelocity = new Metric("sell_out_velocity");

/**
 * Units sold per minute from launch on.
 *
 * Sell-out velocity. Formula: `units_sold / minutes`. Unit: per_minute. Roll-up: recompute.
 * Article: first item gone within 10 minutes; unit count not given.
 *
 * @param unitsSold - units sold (count; a whole number >= 0)
 * @param minutes - minutes the sale took (minutes; a finite number > 0)
 * @returns units per minute
 * @throws RangeError with a `code`: an input outside its domain
 * @example
 * ```js
 * metrics.sellOutVelocity(500, 10); // 50
 * ```
 * @see article on influencer loyalty programmes (Malay)
 */
export function sellOutVelocity(unitsSold: number, minutes: number, options?: Options): number;
export function sellOutVelocity(unitsSold: Column, minutes: Column, options?: Options): Float64Array;
export function sellOutVelocity(unitsSold: Column, minutes: Column, options?: Options): number | Float64Array {
  return $sellOutVelocity.compute([unitsSold, minutes], options) as number | Float64Array;
}

const $positiveContentShare = new Metric("positive_content_share");

/**
 * Share of the posts about a brand that are positive.
 *
 * Share of positive posts. Formula: `positive / total`. Unit: ratio. Roll-up: ratio_of_sums.
 *
 * @param positive - posts rated positive (count; a whole number >= 0)
 * @param total - all posts, neutral and negative ones included (count; a whole number >= 0)
 * @returns fraction of posts
 * @throws RangeError with a `code`: an input outside its domain; `total == 0`: `zero_denominator`; `positive >
 * total`: `infeasible`
 * @example
 * ```js
 * metrics.positiveContentShare(180, 200); // 0.9
 * ```
 * @see common definition; no single authority
 */
export function positiveContentShare(positive: number, total: number, options?: Options): number;
export function positiveContentShare(positive: Column, total: Column, options?: Options): Float64Array;
export function positiveContentShare(positive: Column, total: Column, options?: Options): number | Float64Array {
  return $positiveContentShare.compute([positive, total], options) as number | Float64Array;
}

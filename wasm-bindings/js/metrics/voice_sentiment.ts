// generated from the catalogue by scripts/faces; do not edit, run `make faces`

/** Metrics of the group `voice_sentiment`. */

import type { Column } from "../inputs.js";
import { Metric } from "../metric.js";
import type { List, Options } from "../metric.js";

const $shareOfVoiceMentions = new Metric("share_of_voice_mentions");

/**
 * Share of all mentions in a set of competitors that name the brand.
 *
 * Share of voice by mentions. Formula: `brand_mentions / market_mentions`. Unit: ratio. Roll-up:
 * ratio_of_sums.
 * Variant (default) of the family share_of_voice: The default for social media; always state which competitors
 * are in the set.
 *
 * @param brandMentions - mentions of the brand (count; a whole number >= 0)
 * @param marketMentions - mentions of all brands in the named competitor set, the brand included (count; a
 * whole number >= 0)
 * @returns fraction of mentions
 * @throws RangeError with a `code`: an input outside its domain; `market_mentions == 0`: `zero_denominator`;
 * `brand_mentions > market_mentions`: `infeasible`
 * @example
 * ```js
 * metrics.shareOfVoiceMentions(50, 500); // 0.1
 * ```
 * @see kpiexamples.operately.com, share of voice (50 of 500 mentions, 10 %)
 */
export function shareOfVoiceMentions(brandMentions: number, marketMentions: number, options?: Options): number;
export function shareOfVoiceMentions(brandMentions: Column, marketMentions: Column, options?: Options): Float64Array;
export function shareOfVoiceMentions(brandMentions: Column, marketMentions: Column, options?: Options): number | Float64Array {
  return $shareOfVoiceMentions.compute([brandMentions, marketMentions], options) as number | Float64Array;
}

const $shareOfVoiceSpend = new Metric("share_of_voice_spend");

/**
 * Share of a category's media spend that comes from the brand.
 *
 * Share of voice by media spend. Formula: `brand_spend / category_spend`. Unit: ratio. Roll-up: ratio_of_sums.
 * Variant of the family share_of_voice: Choose it for paid media, for instance to set share of voice against
 * market share.
 *
 * @param brandSpend - media spend of the brand, in one currency (currency; a finite number >= 0)
 * @param categorySpend - media spend of the whole category, the brand included, in the same currency
 * (currency; a finite number >= 0)
 * @returns fraction of category spend
 * @throws RangeError with a `code`: an input outside its domain; `category_spend == 0`: `zero_denominator`;
 * `brand_spend > category_spend`: `infeasible`
 * @example
 * ```js
 * metrics.shareOfVoiceSpend(2, 16); // 0.125
 * ```
 * @see Farris, Bendle, Pfeifer & Reibstein, Marketing Metrics (3rd ed., Pearson 2016); definition mirrored in
 * the MASB Universal Marketing Dictionary, marketing-dictionary.org
 */
export function shareOfVoiceSpend(brandSpend: number, categorySpend: number, options?: Options): number;
export function shareOfVoiceSpend(brandSpend: Column, categorySpend: Column, options?: Options): Float64Array;
export function shareOfVoiceSpend(brandSpend: Column, categorySpend: Column, options?: Options): number | Float64Array {
  return $shareOfVoiceSpend.compute([brandSpend, categorySpend], options) as number | Float64Array;
}

const $shareOfEngagement = new Metric("share_of_engagement");

/**
 * Share of all engagement in a set of competitors that the brand receives.
 *
 * Share of engagement. Formula: `brand_engagements / market_engagements`. Unit: ratio. Roll-up: ratio_of_sums.
 * Variant of the family share_of_voice: Choose it when reactions count more than the mere number of mentions.
 *
 * @param brandEngagements - engagements with the brand's posts or mentions (count; a whole number >= 0)
 * @param marketEngagements - engagements of the whole competitor set, the brand included (count; a whole
 * number >= 0)
 * @returns fraction of engagement
 * @throws RangeError with a `code`: an input outside its domain; `market_engagements == 0`:
 * `zero_denominator`; `brand_engagements > market_engagements`: `infeasible`
 * @example
 * ```js
 * metrics.shareOfEngagement(3000, 12000); // 0.25
 * ```
 * @see common definition; no single authority
 */
export function shareOfEngagement(brandEngagements: number, marketEngagements: number, options?: Options): number;
export function shareOfEngagement(brandEngagements: Column, marketEngagements: Column, options?: Options): Float64Array;
export function shareOfEngagement(brandEngagements: Column, marketEngagements: Column, options?: Options): number | Float64Array {
  return $shareOfEngagement.compute([brandEngagements, marketEngagements], options) as number | Float64Array;
}

const $shareOfVoiceWeighted = new Metric("share_of_voice_weighted");

/**
 * Share of mentions that name the brand, each mention weighted by the tier of its source.
 *
 * Share of voice weighted by source tier. Formula: `sum(brand_mentions * tier_weights) / sum(market_mentions *
 * tier_weights)`. Unit: ratio. Roll-up: ratio_of_sums.
 * Variant of the family share_of_voice: Choose it when sources differ much in weight, for instance national
 * press and small accounts.
 *
 * @param brandMentions - mentions of the brand in each tier (count; a finite number >= 0)
 * @param marketMentions - mentions of the whole competitor set in each tier (count; a finite number >= 0)
 * @param tierWeights - weight of each tier, in the same order (ratio; a finite number >= 0)
 * @returns fraction of weighted mentions
 * @throws RangeError with a `code`: an input outside its domain; `brand_mentions.len() !=
 * market_mentions.len() || market_mentions.len() != tier_weights.len()`: `infeasible`;
 * `brand_mentions.iter().zip(market_mentions).any(|(brand, market)| brand > market)`: `infeasible`;
 * `dot(market_mentions, tier_weights) == 0.0`: `zero_denominator`
 * @example
 * ```js
 * metrics.shareOfVoiceWeighted([10, 20, 30, 400], [40, 50, 100, 1000], [1, 0.6, 0.3, 0.1]); // 0.355
 * ```
 * @see marcomindex.com, share-of-voice methodology (tier weights 1.0, 0.6, 0.3, 0.1)
 */
export function shareOfVoiceWeighted(brandMentions: List, marketMentions: List, tierWeights: List, options?: Options): number {
  return $shareOfVoiceWeighted.compute([brandMentions, marketMentions, tierWeights], options) as number;
}

const $excessShareOfVoice = new Metric("excess_share_of_voice");

/**
 * How far share of voice lies above market share.
 *
 * Excess share of voice. Formula: `share_of_voice - market_share`. Unit: ratio. Roll-up: recompute.
 *
 * @param shareOfVoice - share of voice, as a fraction (ratio; a fraction from 0 to 1)
 * @param marketShare - market share, as a fraction (ratio; a fraction from 0 to 1)
 * @returns difference as a fraction; negative when the voice is smaller than the market share
 * @throws RangeError with a `code`: an input outside its domain
 * @example
 * ```js
 * metrics.excessShareOfVoice(0.22, 0.15); // 0.07
 * ```
 * @see common definition; no single authority
 */
export function excessShareOfVoice(shareOfVoice: number, marketShare: number, options?: Options): number;
export function excessShareOfVoice(shareOfVoice: Column, marketShare: Column, options?: Options): Float64Array;
export function excessShareOfVoice(shareOfVoice: Column, marketShare: Column, options?: Options): number | Float64Array {
  return $excessShareOfVoice.compute([shareOfVoice, marketShare], options) as number | Float64Array;
}

const $netSentiment = new Metric("net_sentiment");

/**
 * Positive less negative mentions as a share of all mentions, neutral ones included.
 *
 * Net sentiment (neutral in the base). Formula: `(positive - negative) / (positive + negative + neutral)`.
 * Unit: ratio. Roll-up: ratio_of_sums.
 * Variant (default) of the family net_sentiment: The default: neutral mentions stay in the base, so that a few
 * opinions cannot look like many.
 *
 * @param positive - positive mentions (count; a whole number >= 0)
 * @param negative - negative mentions (count; a whole number >= 0)
 * @param neutral - neutral mentions (count; a whole number >= 0)
 * @returns fraction between -1 and 1
 * @throws RangeError with a `code`: an input outside its domain; `positive + negative + neutral == 0`:
 * `zero_denominator`
 * @example
 * ```js
 * metrics.netSentiment(80, 20, 100); // 0.3
 * ```
 * @see Black Box Intelligence help article 360003715274 (80 positive, 20 negative, 100 neutral)
 */
export function netSentiment(positive: number, negative: number, neutral: number, options?: Options): number;
export function netSentiment(positive: Column, negative: Column, neutral: Column, options?: Options): Float64Array;
export function netSentiment(positive: Column, negative: Column, neutral: Column, options?: Options): number | Float64Array {
  return $netSentiment.compute([positive, negative, neutral], options) as number | Float64Array;
}

const $netSentimentPolar = new Metric("net_sentiment_polar");

/**
 * Positive less negative mentions as a share of those that take a side.
 *
 * Net sentiment (neutral excluded). Formula: `(positive - negative) / (positive + negative)`. Unit: ratio.
 * Roll-up: ratio_of_sums.
 * Variant of the family net_sentiment: Choose it when only the opinionated mentions matter; values lie further
 * out than with neutral ones counted.
 *
 * @param positive - positive mentions (count; a whole number >= 0)
 * @param negative - negative mentions (count; a whole number >= 0)
 * @returns fraction between -1 and 1
 * @throws RangeError with a `code`: an input outside its domain; `positive + negative == 0`:
 * `zero_denominator`
 * @example
 * ```js
 * metrics.netSentimentPolar(80, 20); // 0.6
 * ```
 * @see codingace.net, brand sentiment calculator (neutral mentions left out)
 */
export function netSentimentPolar(positive: number, negative: number, options?: Options): number;
export function netSentimentPolar(positive: Column, negative: Column, options?: Options): Float64Array;
export function netSentimentPolar(positive: Column, negative: Column, options?: Options): number | Float64Array {
  return $netSentimentPolar.compute([positive, negative], options) as number | Float64Array;
}

const $positiveSharePolar = new Metric("positive_share_polar");

/**
 * Share of the mentions that take a side which are positive.
 *
 * Positive share excluding neutral. Formula: `positive / (positive + negative)`. Unit: ratio. Roll-up:
 * ratio_of_sums.
 *
 * @param positive - positive mentions (count; a whole number >= 0)
 * @param negative - negative mentions (count; a whole number >= 0)
 * @returns fraction of non-neutral mentions
 * @throws RangeError with a `code`: an input outside its domain; `positive + negative == 0`:
 * `zero_denominator`
 * @example
 * ```js
 * metrics.positiveSharePolar(80, 20); // 0.8
 * ```
 * @see Black Box Intelligence help article 360003715274 (80 positive, 20 negative, 100 neutral)
 */
export function positiveSharePolar(positive: number, negative: number, options?: Options): number;
export function positiveSharePolar(positive: Column, negative: Column, options?: Options): Float64Array;
export function positiveSharePolar(positive: Column, negative: Column, options?: Options): number | Float64Array {
  return $positiveSharePolar.compute([positive, negative], options) as number | Float64Array;
}

const $netSentimentTotal = new Metric("net_sentiment_total");

/**
 * Positive less negative mentions as a share of a total given separately.
 *
 * Net sentiment over a given total. Formula: `(positive - negative) / total`. Unit: ratio. Roll-up:
 * ratio_of_sums.
 * Variant of the family net_sentiment: Choose it when the total is known but not how many mentions are
 * neutral.
 *
 * @param positive - positive mentions (count; a whole number >= 0)
 * @param negative - negative mentions (count; a whole number >= 0)
 * @param total - all mentions, unrated and neutral ones included (count; a whole number >= 0)
 * @returns fraction between -1 and 1
 * @throws RangeError with a `code`: an input outside its domain; `total == 0`: `zero_denominator`; `positive +
 * negative > total`: `infeasible`
 * @example
 * ```js
 * metrics.netSentimentTotal(800, 150, 1500); // 0.43333333333333335
 * ```
 * @see japio.com, social media sentiment score (800 positive and 150 negative of 1,500: 43.3)
 */
export function netSentimentTotal(positive: number, negative: number, total: number, options?: Options): number;
export function netSentimentTotal(positive: Column, negative: Column, total: Column, options?: Options): Float64Array;
export function netSentimentTotal(positive: Column, negative: Column, total: Column, options?: Options): number | Float64Array {
  return $netSentimentTotal.compute([positive, negative, total], options) as number | Float64Array;
}

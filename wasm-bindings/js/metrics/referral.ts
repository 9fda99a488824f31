// generated from the catalogue by scripts/faces; do not edit, run `make faces`

/** Metrics of the group `referral`. */

import type { Column } from "../inputs.js";
import { Metric } from "../metric.js";
import type { Options } from "../metric.js";

const $shareRate = new Metric("share_rate");

/**
 * Share of customers who passed a referral on.
 *
 * Referral share rate. Formula: `sharers / customers`. Unit: ratio. Roll-up: ratio_of_sums.
 *
 * @param sharers - customers who shared at least once (people; a whole number >= 0)
 * @param customers - customers who could have shared (people; a whole number >= 0)
 * @returns fraction of customers
 * @throws RangeError with a `code`: an input outside its domain; `customers == 0`: `zero_denominator`;
 * `sharers > customers`: `infeasible`
 * @example
 * ```js
 * metrics.shareRate(75, 1000); // 0.075
 * ```
 * @see allconsultingfirms.com (75 of 1,000, 7.5 %); Friendbuy, referral program metrics (5-9 %)
 */
export function shareRate(sharers: number, customers: number, options?: Options): number;
export function shareRate(sharers: Column, customers: Column, options?: Options): Float64Array;
export function shareRate(sharers: Column, customers: Column, options?: Options): number | Float64Array {
  return $shareRate.compute([sharers, customers], options) as number | Float64Array;
}

const $clicksPerShare = new Metric("clicks_per_share");

/**
 * Clicks that one shared referral brings.
 *
 * Clicks per share. Formula: `clicks / shares`. Unit: ratio. Roll-up: ratio_of_sums.
 *
 * @param clicks - clicks on shared referrals (count; a whole number >= 0)
 * @param shares - referrals shared (count; a whole number >= 0)
 * @returns clicks per share
 * @throws RangeError with a `code`: an input outside its domain; `shares == 0`: `zero_denominator`
 * @example
 * ```js
 * metrics.clicksPerShare(450, 200); // 2.25
 * ```
 * @see Friendbuy, referral program metrics (1.8-2.8 clicks per share)
 */
export function clicksPerShare(clicks: number, shares: number, options?: Options): number;
export function clicksPerShare(clicks: Column, shares: Column, options?: Options): Float64Array;
export function clicksPerShare(clicks: Column, shares: Column, options?: Options): number | Float64Array {
  return $clicksPerShare.compute([clicks, shares], options) as number | Float64Array;
}

const $referralConversionRate = new Metric("referral_conversion_rate");

/**
 * Share of referred leads who became customers.
 *
 * Referral conversion rate. Formula: `referred_customers / referred_leads`. Unit: ratio. Roll-up:
 * ratio_of_sums.
 *
 * @param referredCustomers - referred leads who became customers (people; a whole number >= 0)
 * @param referredLeads - leads who came through a referral (people; a whole number >= 0)
 * @returns fraction of referred leads
 * @throws RangeError with a `code`: an input outside its domain; `referred_leads == 0`: `zero_denominator`;
 * `referred_customers > referred_leads`: `infeasible`
 * @example
 * ```js
 * metrics.referralConversionRate(60, 300); // 0.2
 * ```
 * @see keevee.com, referral metrics (60 of 300, 20 %; 40 of 500, 8 %)
 */
export function referralConversionRate(referredCustomers: number, referredLeads: number, options?: Options): number;
export function referralConversionRate(referredCustomers: Column, referredLeads: Column, options?: Options): Float64Array;
export function referralConversionRate(referredCustomers: Column, referredLeads: Column, options?: Options): number | Float64Array {
  return $referralConversionRate.compute([referredCustomers, referredLeads], options) as number | Float64Array;
}

const $referralRate = new Metric("referral_rate");

/**
 * Share of purchases that came through a referral.
 *
 * Referral rate (share of purchases). Formula: `referred_purchases / purchases`. Unit: ratio. Roll-up:
 * ratio_of_sums.
 *
 * @param referredPurchases - purchases that came through a referral (count; a whole number >= 0)
 * @param purchases - all purchases (count; a whole number >= 0)
 * @returns fraction of purchases
 * @throws RangeError with a `code`: an input outside its domain; `purchases == 0`: `zero_denominator`;
 * `referred_purchases > purchases`: `infeasible`
 * @example
 * ```js
 * metrics.referralRate(40, 500); // 0.08
 * ```
 * @see keevee.com, referral metrics (60 of 300, 20 %; 40 of 500, 8 %)
 */
export function referralRate(referredPurchases: number, purchases: number, options?: Options): number;
export function referralRate(referredPurchases: Column, purchases: Column, options?: Options): Float64Array;
export function referralRate(referredPurchases: Column, purchases: Column, options?: Options): number | Float64Array {
  return $referralRate.compute([referredPurchases, purchases], options) as number | Float64Array;
}

const $referralCac = new Metric("referral_cac");

/**
 * What a customer won by referral costs when both the advocate and the friend are rewarded.
 *
 * Referral acquisition cost, two-way incentive. Formula: `((advocate_reward + friend_reward) *
 * reward_redemption * referred_customers + programme_cost) / referred_customers`. Unit: currency_each. Roll-
 * up: ratio_of_sums.
 *
 * @param inputs.advocateReward - reward of the customer who refers, in one currency (currency_each; a finite
 * number >= 0)
 * @param inputs.friendReward - reward of the friend who joins, in the same currency (currency_each; a finite
 * number >= 0)
 * @param inputs.rewardRedemption - share of rewards that are redeemed, as a fraction (ratio; a fraction from 0
 * to 1)
 * @param inputs.programmeCost - running cost of the programme, in the same currency (currency; a finite number
 * >= 0)
 * @param inputs.referredCustomers - customers won by referral (people; a whole number >= 0)
 * @returns currency per referred customer
 * @throws RangeError with a `code`: an input outside its domain; `referred_customers == 0`: `zero_denominator`
 * @example
 * ```js
 * metrics.referralCac({ advocateReward: 10, friendReward: 10, rewardRedemption: 0.8, programmeCost: 1200,
 * referredCustomers: 300 });
 * // 20
 * ```
 * @see article on measuring social media marketing (Indonesian), after socialmediaexaminer.com
 */
export function referralCac(inputs: { readonly advocateReward: number; readonly friendReward: number; readonly rewardRedemption: number; readonly programmeCost: number; readonly referredCustomers: number }, options?: Options): number;
export function referralCac(inputs: { readonly advocateReward: Column; readonly friendReward: Column; readonly rewardRedemption: Column; readonly programmeCost: Column; readonly referredCustomers: Column }, options?: Options): Float64Array;
export function referralCac(inputs: { readonly advocateReward: Column; readonly friendReward: Column; readonly rewardRedemption: Column; readonly programmeCost: Column; readonly referredCustomers: Column }, options?: Options): number | Float64Array {
  return $referralCac.compute(inputs, options) as number | Float64Array;
}

const $referralBreakevenReward = new Metric("referral_breakeven_reward");

/**
 * Largest sum of advocate and friend reward at which a referral still breaks even.
 *
 * Largest total two-way reward that breaks even. Formula: `margin_clv_referred * incrementality -
 * overhead_per_referral`. Unit: currency_each. Roll-up: recompute.
 * Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
 * measured.
 *
 * @param marginClvReferred - lifetime value after margin of a referred customer, in one currency
 * (currency_each; a finite number >= 0)
 * @param incrementality - share of referred customers who would not have come anyway, as a fraction (ratio; a
 * fraction from 0 to 1)
 * @param overheadPerReferral - running cost per referred customer, in the same currency (currency_each; a
 * finite number >= 0)
 * @returns currency per referral; negative when no reward can break even
 * @throws RangeError with a `code`: an input outside its domain
 * @example
 * ```js
 * metrics.referralBreakevenReward(60, 0.7, 4); // 38
 * ```
 * @see article on measuring social media marketing (Indonesian), after socialmediaexaminer.com
 */
export function referralBreakevenReward(marginClvReferred: number, incrementality: number, overheadPerReferral: number, options?: Options): number;
export function referralBreakevenReward(marginClvReferred: Column, incrementality: Column, overheadPerReferral: Column, options?: Options): Float64Array;
export function referralBreakevenReward(marginClvReferred: Column, incrementality: Column, overheadPerReferral: Column, options?: Options): number | Float64Array {
  return $referralBreakevenReward.compute([marginClvReferred, incrementality, overheadPerReferral], options) as number | Float64Array;
}

const $referralBreakevenFriendReward = new Metric("referral_breakeven_friend_reward");

/**
 * Largest friend reward at which a referral still breaks even once the advocate is rewarded.
 *
 * Largest friend reward given the advocate reward. Formula: `margin_clv_referred * incrementality -
 * overhead_per_referral - advocate_reward`. Unit: currency_each. Roll-up: recompute.
 * Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
 * measured.
 *
 * @param inputs.marginClvReferred - lifetime value after margin of a referred customer, in one currency
 * (currency_each; a finite number >= 0)
 * @param inputs.incrementality - share of referred customers who would not have come anyway, as a fraction
 * (ratio; a fraction from 0 to 1)
 * @param inputs.overheadPerReferral - running cost per referred customer, in the same currency (currency_each;
 * a finite number >= 0)
 * @param inputs.advocateReward - reward of the customer who refers, in the same currency (currency_each; a
 * finite number >= 0)
 * @returns currency per referral; negative when the advocate reward alone is too high
 * @throws RangeError with a `code`: an input outside its domain
 * @example
 * ```js
 * metrics.referralBreakevenFriendReward({ marginClvReferred: 60, incrementality: 0.7, overheadPerReferral: 4,
 * advocateReward: 20 });
 * // 18
 * ```
 * @see article on measuring social media marketing (Indonesian), after socialmediaexaminer.com
 */
export function referralBreakevenFriendReward(inputs: { readonly marginClvReferred: number; readonly incrementality: number; readonly overheadPerReferral: number; readonly advocateReward: number }, options?: Options): number;
export function referralBreakevenFriendReward(inputs: { readonly marginClvReferred: Column; readonly incrementality: Column; readonly overheadPerReferral: Column; readonly advocateReward: Column }, options?: Options): Float64Array;
export function referralBreakevenFriendReward(inputs: { readonly marginClvReferred: Column; readonly incrementality: Column; readonly overheadPerReferral: Column; readonly advocateReward: Column }, options?: Options): number | Float64Array {
  return $referralBreakevenFriendReward.compute(inputs, options) as number | Float64Array;
}

const $referralRewardRoi = new Metric("referral_reward_roi");

/**
 * Net gain from the higher value of referred customers relative to the reward paid.
 *
 * ROI of a referral reward. Formula: `(clv_difference - reward) / reward`. Unit: ratio. Roll-up:
 * ratio_of_sums.
 * Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
 * measured.
 *
 * @param clvDifference - lifetime value of a referred customer above that of others, in one currency
 * (currency_each; a finite number)
 * @param reward - reward paid per referred customer, in the same currency (currency_each; a finite number >=
 * 0)
 * @returns fraction of the reward; 0 breaks even
 * @throws RangeError with a `code`: an input outside its domain; `reward == 0`: `zero_denominator`
 * @example
 * ```js
 * metrics.referralRewardRoi(40, 25); // 0.6
 * ```
 * @see Schmitt, Skiera & Van den Bulte (2011), Journal of Marketing 75(1); GfK Marketing Intelligence Review
 * 5(1), 2013 (reward of EUR 25, CLV difference of EUR 40, ROI about 60 %)
 */
export function referralRewardRoi(clvDifference: number, reward: number, options?: Options): number;
export function referralRewardRoi(clvDifference: Column, reward: Column, options?: Options): Float64Array;
export function referralRewardRoi(clvDifference: Column, reward: Column, options?: Options): number | Float64Array {
  return $referralRewardRoi.compute([clvDifference, reward], options) as number | Float64Array;
}

const $twoWayUplift = new Metric("two_way_uplift");

/**
 * How much more customers refer when both sides are rewarded than when only one is.
 *
 * Two-way over one-way incentive uplift in referrals per customer. Formula: `(k_two_way - k_one_way) /
 * k_one_way`. Unit: ratio. Roll-up: recompute.
 * The article claims two-way programmes "double"; testable with an experiment.
 *
 * @param kTwoWay - referrals per customer with a reward for both sides (ratio; a finite number >= 0)
 * @param kOneWay - referrals per customer with a reward for one side (ratio; a finite number >= 0)
 * @returns fraction; 1 means twice as many referrals
 * @throws RangeError with a `code`: an input outside its domain; `k_one_way == 0`: `zero_denominator`
 * @example
 * ```js
 * metrics.twoWayUplift(0.24, 0.12); // 1
 * ```
 * @see article on measuring social media marketing (Indonesian), after socialmediaexaminer.com
 */
export function twoWayUplift(kTwoWay: number, kOneWay: number, options?: Options): number;
export function twoWayUplift(kTwoWay: Column, kOneWay: Column, options?: Options): Float64Array;
export function twoWayUplift(kTwoWay: Column, kOneWay: Column, options?: Options): number | Float64Array {
  return $twoWayUplift.compute([kTwoWay, kOneWay], options) as number | Float64Array;
}

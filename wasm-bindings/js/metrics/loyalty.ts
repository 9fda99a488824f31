// generated from the catalogue by scripts/faces; do not edit, run `make faces`

/** Metrics of the group `loyalty`. */

import type { Column } from "../inputs.js";
import { Metric } from "../metric.js";
import type { List, Options } from "../metric.js";

const $redemptionRatePeriod = new Metric("redemption_rate_period");

/**
 * Points redeemed in a period relative to points earned in it.
 *
 * Redemption rate of a period (points redeemed over points earned). Formula: `points_redeemed /
 * points_earned`. Unit: ratio. Roll-up: ratio_of_sums.
 * Variant (default) of the family redemption_rate: The default: choose it for regular reports; it is not
 * capped, because old points may be redeemed.
 * May exceed 1 when old points are burned: do not clamp.
 *
 * @param pointsRedeemed - points redeemed in the period, whenever they were earned (points; a finite number >=
 * 0)
 * @param pointsEarned - points earned in the period (points; a finite number >= 0)
 * @returns fraction of points earned; may exceed 1 when old points are redeemed
 * @throws RangeError with a `code`: an input outside its domain; `points_earned == 0`: `zero_denominator`
 * @example
 * ```js
 * metrics.redemptionRatePeriod(24000, 80000); // 0.3
 * ```
 * @see Smile.io help articles 12109028 (rates of the last 30 days) and 4036306 (rate since launch)
 */
export function redemptionRatePeriod(pointsRedeemed: number, pointsEarned: number, options?: Options): number;
export function redemptionRatePeriod(pointsRedeemed: Column, pointsEarned: Column, options?: Options): Float64Array;
export function redemptionRatePeriod(pointsRedeemed: Column, pointsEarned: Column, options?: Options): number | Float64Array {
  return $redemptionRatePeriod.compute([pointsRedeemed, pointsEarned], options) as number | Float64Array;
}

const $redemptionRateLifetime = new Metric("redemption_rate_lifetime");

/**
 * Share of all points issued since launch that have been redeemed.
 *
 * Redemption rate since launch. Formula: `points_redeemed_total / points_issued_total`. Unit: ratio. Roll-up:
 * ratio_of_sums.
 * Variant of the family redemption_rate: Choose it to see the programme as a whole; recent points have had
 * little time to be redeemed.
 *
 * @param pointsRedeemedTotal - points redeemed since launch (points; a finite number >= 0)
 * @param pointsIssuedTotal - points issued since launch (points; a finite number >= 0)
 * @returns fraction of points issued
 * @throws RangeError with a `code`: an input outside its domain; `points_issued_total == 0`:
 * `zero_denominator`; `points_redeemed_total > points_issued_total`: `infeasible`
 * @example
 * ```js
 * metrics.redemptionRateLifetime(450000, 1000000); // 0.45
 * ```
 * @see Smile.io help articles 12109028 (rates of the last 30 days) and 4036306 (rate since launch)
 */
export function redemptionRateLifetime(pointsRedeemedTotal: number, pointsIssuedTotal: number, options?: Options): number;
export function redemptionRateLifetime(pointsRedeemedTotal: Column, pointsIssuedTotal: Column, options?: Options): Float64Array;
export function redemptionRateLifetime(pointsRedeemedTotal: Column, pointsIssuedTotal: Column, options?: Options): number | Float64Array {
  return $redemptionRateLifetime.compute([pointsRedeemedTotal, pointsIssuedTotal], options) as number | Float64Array;
}

const $redemptionRateMemberMean = new Metric("redemption_rate_member_mean");

/**
 * Average over members of their own redemption rates, each capped at one.
 *
 * Mean of member redemption rates, capped. Formula: `sum(if earned > 0.0 { (redeemed / earned).min(1.0) } else
 * { 0.0 }) / sum(if earned > 0.0 { 1.0 } else { 0.0 })`. Unit: ratio. Roll-up: mean_of_ratios.
 * Variant of the family redemption_rate: Choose it to match SAP Emarsys; every member counts the same, however
 * many points they hold.
 *
 * @param redeemed - points redeemed by each member (points; a finite number >= 0)
 * @param earned - points earned by each member, in the same order; a member who earned none has no rate and is
 * left out (points; a finite number >= 0)
 * @returns mean fraction, at most 1
 * @throws RangeError with a `code`: an input outside its domain; `redeemed.len() != earned.len()`:
 * `infeasible`; `!earned.iter().any(|earned| *earned > 0.0)`: `insufficient_data`
 * @example
 * ```js
 * metrics.redemptionRateMemberMean([50, 300, 0], [100, 200, 100]); // 0.5
 * ```
 * @see SAP Emarsys help article 4608224925969
 */
export function redemptionRateMemberMean(redeemed: List, earned: List, options?: Options): number {
  return $redemptionRateMemberMean.compute([redeemed, earned], options) as number;
}

const $breakageRate = new Metric("breakage_rate");

/**
 * Share of issued points that will never be redeemed.
 *
 * Breakage rate. Formula: `1.0 - ultimate_redemption_rate`. Unit: ratio. Roll-up: recompute.
 * Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
 * measured.
 *
 * @param ultimateRedemptionRate - share of issued points that will be redeemed in the end, as a fraction
 * (ratio; a fraction from 0 to 1)
 * @returns fraction of issued points
 * @throws RangeError with a `code`: an input outside its domain
 * @example
 * ```js
 * metrics.breakageRate(0.86); // 0.14
 * ```
 * @see Gault, Llaguno & Menard, Loyalty Rewards and Gift Card Programs: Basic Actuarial Estimation Techniques,
 * Casualty Actuarial Society
 */
export function breakageRate(ultimateRedemptionRate: number, options?: Options): number;
export function breakageRate(ultimateRedemptionRate: Column, options?: Options): Float64Array;
export function breakageRate(ultimateRedemptionRate: Column, options?: Options): number | Float64Array {
  return $breakageRate.compute([ultimateRedemptionRate], options) as number | Float64Array;
}

const $ultimateRedemptionRate = new Metric("ultimate_redemption_rate");

/**
 * Share of issued points expected to be redeemed in the end, projected from redemptions so far.
 *
 * Ultimate redemption rate by development factor. Formula: `(redeemed_to_date * development_factor) / issued`.
 * Unit: ratio. Roll-up: recompute.
 * Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
 * measured.
 *
 * @param redeemedToDate - points redeemed so far (points; a finite number >= 0)
 * @param developmentFactor - points redeemed in the end per point redeemed so far, from older issues (ratio; a
 * finite number >= 1)
 * @param issued - points issued (points; a finite number >= 0)
 * @returns fraction of issued points
 * @throws RangeError with a `code`: an input outside its domain; `issued == 0`: `zero_denominator`;
 * `redeemed_to_date * development_factor > issued`: `infeasible`
 * @example
 * ```js
 * metrics.ultimateRedemptionRate(520000, 1.5, 1000000); // 0.78
 * ```
 * @see Gault, Llaguno & Menard, Loyalty Rewards and Gift Card Programs: Basic Actuarial Estimation Techniques,
 * Casualty Actuarial Society
 */
export function ultimateRedemptionRate(redeemedToDate: number, developmentFactor: number, issued: number, options?: Options): number;
export function ultimateRedemptionRate(redeemedToDate: Column, developmentFactor: Column, issued: Column, options?: Options): Float64Array;
export function ultimateRedemptionRate(redeemedToDate: Column, developmentFactor: Column, issued: Column, options?: Options): number | Float64Array {
  return $ultimateRedemptionRate.compute([redeemedToDate, developmentFactor, issued], options) as number | Float64Array;
}

const $pointsLiability = new Metric("points_liability");

/**
 * Cost to set aside for the points that members still hold.
 *
 * Points liability (cost accrual). Formula: `points_outstanding * expected_redemption_of_outstanding *
 * cost_per_point`. Unit: currency. Roll-up: sum.
 * Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
 * measured.
 * The redemption rate of OUTSTANDING points is not the URR of issued points.
 *
 * @param pointsOutstanding - points issued and neither redeemed nor expired (points; a finite number >= 0)
 * @param expectedRedemptionOfOutstanding - share of these points that will be redeemed, as a fraction; not
 * that of issued points (ratio; a fraction from 0 to 1)
 * @param costPerPoint - cost of redeeming one point, in one currency (currency_each; a finite number >= 0)
 * @returns currency
 * @throws RangeError with a `code`: an input outside its domain
 * @example
 * ```js
 * metrics.pointsLiability(4000000, 0.7, 0.01); // 28000
 * ```
 * @see Gault, Llaguno & Menard, Loyalty Rewards and Gift Card Programs: Basic Actuarial Estimation Techniques,
 * Casualty Actuarial Society
 */
export function pointsLiability(pointsOutstanding: number, expectedRedemptionOfOutstanding: number, costPerPoint: number, options?: Options): number;
export function pointsLiability(pointsOutstanding: Column, expectedRedemptionOfOutstanding: Column, costPerPoint: Column, options?: Options): Float64Array;
export function pointsLiability(pointsOutstanding: Column, expectedRedemptionOfOutstanding: Column, costPerPoint: Column, options?: Options): number | Float64Array {
  return $pointsLiability.compute([pointsOutstanding, expectedRedemptionOfOutstanding, costPerPoint], options) as number | Float64Array;
}

const $earnRateValue = new Metric("earn_rate_value");

/**
 * Value of the points earned for each unit of money spent.
 *
 * Reward rate (value of points per unit spent). Formula: `points_per_currency * value_per_point`. Unit: ratio.
 * Roll-up: recompute.
 *
 * @param pointsPerCurrency - points earned per unit of currency spent (points_each; a finite number >= 0)
 * @param valuePerPoint - value of one point, in that currency (currency_each; a finite number >= 0)
 * @returns fraction of spend given back
 * @throws RangeError with a `code`: an input outside its domain
 * @example
 * ```js
 * metrics.earnRateValue(2, 0.01); // 0.02
 * ```
 * @see common definition; no single authority
 */
export function earnRateValue(pointsPerCurrency: number, valuePerPoint: number, options?: Options): number;
export function earnRateValue(pointsPerCurrency: Column, valuePerPoint: Column, options?: Options): Float64Array;
export function earnRateValue(pointsPerCurrency: Column, valuePerPoint: Column, options?: Options): number | Float64Array {
  return $earnRateValue.compute([pointsPerCurrency, valuePerPoint], options) as number | Float64Array;
}

const $effectiveDiscount = new Metric("effective_discount");

/**
 * Reward rate that remains after the points that are never redeemed.
 *
 * Effective discount after breakage. Formula: `reward_rate * ultimate_redemption_rate`. Unit: ratio. Roll-up:
 * recompute.
 * Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
 * measured.
 *
 * @param rewardRate - value of points earned per unit spent, as a fraction (ratio; a finite number >= 0)
 * @param ultimateRedemptionRate - share of issued points that will be redeemed in the end, as a fraction
 * (ratio; a fraction from 0 to 1)
 * @returns fraction of spend
 * @throws RangeError with a `code`: an input outside its domain
 * @example
 * ```js
 * metrics.effectiveDiscount(0.05, 0.8); // 0.04
 * ```
 * @see common definition; no single authority
 */
export function effectiveDiscount(rewardRate: number, ultimateRedemptionRate: number, options?: Options): number;
export function effectiveDiscount(rewardRate: Column, ultimateRedemptionRate: Column, options?: Options): Float64Array;
export function effectiveDiscount(rewardRate: Column, ultimateRedemptionRate: Column, options?: Options): number | Float64Array {
  return $effectiveDiscount.compute([rewardRate, ultimateRedemptionRate], options) as number | Float64Array;
}

const $burnToEarnRatio = new Metric("burn_to_earn_ratio");

/**
 * Points burned for each point earned in the same period.
 *
 * Burn-to-earn ratio (points). Formula: `burned / earned`. Unit: ratio. Roll-up: ratio_of_sums.
 *
 * @param burned - points redeemed in the period (points; a finite number >= 0)
 * @param earned - points earned in the period (points; a finite number >= 0)
 * @returns points burned per point earned; may exceed 1
 * @throws RangeError with a `code`: an input outside its domain; `earned == 0`: `zero_denominator`
 * @example
 * ```js
 * metrics.burnToEarnRatio(60, 80); // 0.75
 * ```
 * @see common definition; no single authority
 */
export function burnToEarnRatio(burned: number, earned: number, options?: Options): number;
export function burnToEarnRatio(burned: Column, earned: Column, options?: Options): Float64Array;
export function burnToEarnRatio(burned: Column, earned: Column, options?: Options): number | Float64Array {
  return $burnToEarnRatio.compute([burned, earned], options) as number | Float64Array;
}

const $membershipRate = new Metric("membership_rate");

/**
 * Share of the customers who ordered that are members of the programme.
 *
 * Membership rate among ordering customers. Formula: `members_ordering / customers_ordering`. Unit: ratio.
 * Roll-up: ratio_of_sums.
 *
 * @param membersOrdering - members with at least one order in the period (people; a whole number >= 0)
 * @param customersOrdering - all customers with at least one order in the period (people; a whole number >= 0)
 * @returns fraction of ordering customers
 * @throws RangeError with a `code`: an input outside its domain; `customers_ordering == 0`:
 * `zero_denominator`; `members_ordering > customers_ordering`: `infeasible`
 * @example
 * ```js
 * metrics.membershipRate(360, 900); // 0.4
 * ```
 * @see Smile.io help articles 12109028 (rates of the last 30 days) and 4036306 (rate since launch)
 */
export function membershipRate(membersOrdering: number, customersOrdering: number, options?: Options): number;
export function membershipRate(membersOrdering: Column, customersOrdering: Column, options?: Options): Float64Array;
export function membershipRate(membersOrdering: Column, customersOrdering: Column, options?: Options): number | Float64Array {
  return $membershipRate.compute([membersOrdering, customersOrdering], options) as number | Float64Array;
}

const $activeMemberRate = new Metric("active_member_rate");

/**
 * Share of the members who were active in the period.
 *
 * Active member rate. Formula: `active_members / members`. Unit: ratio. Roll-up: ratio_of_sums.
 *
 * @param activeMembers - members with activity in the period (people; a whole number >= 0)
 * @param members - all members (people; a whole number >= 0)
 * @returns fraction of members
 * @throws RangeError with a `code`: an input outside its domain; `members == 0`: `zero_denominator`;
 * `active_members > members`: `infeasible`
 * @example
 * ```js
 * metrics.activeMemberRate(420, 1000); // 0.42
 * ```
 * @see common definition; no single authority
 */
export function activeMemberRate(activeMembers: number, members: number, options?: Options): number;
export function activeMemberRate(activeMembers: Column, members: Column, options?: Options): Float64Array;
export function activeMemberRate(activeMembers: Column, members: Column, options?: Options): number | Float64Array {
  return $activeMemberRate.compute([activeMembers, members], options) as number | Float64Array;
}

const $orderEarningRate = new Metric("order_earning_rate");

/**
 * Share of orders on which points were earned.
 *
 * Order earning rate. Formula: `orders_earning / orders`. Unit: ratio. Roll-up: ratio_of_sums.
 *
 * @param ordersEarning - orders on which points were earned (count; a whole number >= 0)
 * @param orders - all orders (count; a whole number >= 0)
 * @returns fraction of orders
 * @throws RangeError with a `code`: an input outside its domain; `orders == 0`: `zero_denominator`;
 * `orders_earning > orders`: `infeasible`
 * @example
 * ```js
 * metrics.orderEarningRate(650, 1000); // 0.65
 * ```
 * @see Smile.io help articles 12109028 (rates of the last 30 days) and 4036306 (rate since launch)
 */
export function orderEarningRate(ordersEarning: number, orders: number, options?: Options): number;
export function orderEarningRate(ordersEarning: Column, orders: Column, options?: Options): Float64Array;
export function orderEarningRate(ordersEarning: Column, orders: Column, options?: Options): number | Float64Array {
  return $orderEarningRate.compute([ordersEarning, orders], options) as number | Float64Array;
}

const $rewardUsageRate = new Metric("reward_usage_rate");

/**
 * Share of the rewards members took out that they went on to use.
 *
 * Reward usage rate. Formula: `rewards_used / rewards_redeemed`. Unit: ratio. Roll-up: ratio_of_sums.
 *
 * @param rewardsUsed - rewards used on an order (count; a whole number >= 0)
 * @param rewardsRedeemed - rewards for which points were exchanged (count; a whole number >= 0)
 * @returns fraction of rewards redeemed
 * @throws RangeError with a `code`: an input outside its domain; `rewards_redeemed == 0`: `zero_denominator`;
 * `rewards_used > rewards_redeemed`: `infeasible`
 * @example
 * ```js
 * metrics.rewardUsageRate(180, 240); // 0.75
 * ```
 * @see Smile.io help articles 12109028 (rates of the last 30 days) and 4036306 (rate since launch)
 */
export function rewardUsageRate(rewardsUsed: number, rewardsRedeemed: number, options?: Options): number;
export function rewardUsageRate(rewardsUsed: Column, rewardsRedeemed: Column, options?: Options): Float64Array;
export function rewardUsageRate(rewardsUsed: Column, rewardsRedeemed: Column, options?: Options): number | Float64Array {
  return $rewardUsageRate.compute([rewardsUsed, rewardsRedeemed], options) as number | Float64Array;
}

const $tierMigrationProbability = new Metric("tier_migration_probability");

/**
 * Share of the members of one tier who are in a given tier a period later.
 *
 * Tier migration probability. Formula: `row_counts.get(to as usize).copied().unwrap_or(f64::NAN) /
 * sum(row_counts)`. Unit: ratio. Roll-up: ratio_of_sums.
 *
 * @param rowCounts - members of the starting tier counted by the tier they are in a period later
 * (count_or_people; a finite number >= 0)
 * @param to - tier to move to, as a position in `row_counts` counted from 0 (index; a whole number >= 0)
 * @returns probability
 * @throws RangeError with a `code`: an input outside its domain; `to >= row_counts.len() as f64`:
 * `infeasible`; `sum(row_counts) == 0.0`: `zero_denominator`
 * @example
 * ```js
 * metrics.tierMigrationProbability([70, 25, 5], 1); // 0.25
 * ```
 * @see common definition; no single authority
 */
export function tierMigrationProbability(rowCounts: List, to: number, options?: Options): number {
  return $tierMigrationProbability.compute([rowCounts, to], options) as number;
}

const $tierSteadyStateShare = new Metric("tier_steady_state_share");

/**
 * Share of members in the upper of two tiers once upgrades and downgrades balance.
 *
 * Steady-state share of the upper tier (two tiers). Formula: `upgrade / (upgrade + downgrade)`. Unit: ratio.
 * Roll-up: recompute.
 * Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
 * measured.
 *
 * @param upgrade - share of the lower tier that moves up per period, as a fraction (ratio; a fraction from 0
 * to 1)
 * @param downgrade - share of the upper tier that moves down per period, as a fraction (ratio; a fraction from
 * 0 to 1)
 * @returns fraction of members
 * @throws RangeError with a `code`: an input outside its domain; `upgrade + downgrade == 0.0`:
 * `not_identified`
 * @example
 * ```js
 * metrics.tierSteadyStateShare(0.1, 0.3); // 0.25
 * ```
 * @see common definition; no single authority
 */
export function tierSteadyStateShare(upgrade: number, downgrade: number, options?: Options): number;
export function tierSteadyStateShare(upgrade: Column, downgrade: Column, options?: Options): Float64Array;
export function tierSteadyStateShare(upgrade: Column, downgrade: Column, options?: Options): number | Float64Array {
  return $tierSteadyStateShare.compute([upgrade, downgrade], options) as number | Float64Array;
}

const $loyaltyIncrementalSpend = new Metric("loyalty_incremental_spend");

/**
 * Extra spend per member beyond the change seen in comparable non-members.
 *
 * Incremental spend per member (difference in differences). Formula: `member_post - member_pre - (control_post
 * - control_pre)`. Unit: currency_each. Roll-up: mean.
 * Its results are marked estimated: they infer from a sample or assume what cannot be observed.
 * Before/after of members alone (25 here) overstates; members select themselves. Totals are means over rows:
 * right where a row is a member.
 *
 * @param inputs.memberPre - spend per member before joining, in one currency (currency_each; a finite number
 * >= 0)
 * @param inputs.memberPost - spend per member after joining, in the same currency (currency_each; a finite
 * number >= 0)
 * @param inputs.controlPre - spend per comparable non-member before, in the same currency (currency_each; a
 * finite number >= 0)
 * @param inputs.controlPost - spend per comparable non-member after, in the same currency (currency_each; a
 * finite number >= 0)
 * @returns currency per member
 * @throws RangeError with a `code`: an input outside its domain
 * @example
 * ```js
 * metrics.loyaltyIncrementalSpend({ memberPre: 100, memberPost: 125, controlPre: 90, controlPost: 99 }); // 16
 * ```
 * @see common definition; no single authority
 */
export function loyaltyIncrementalSpend(inputs: { readonly memberPre: number; readonly memberPost: number; readonly controlPre: number; readonly controlPost: number }, options?: Options): number;
export function loyaltyIncrementalSpend(inputs: { readonly memberPre: Column; readonly memberPost: Column; readonly controlPre: Column; readonly controlPost: Column }, options?: Options): Float64Array;
export function loyaltyIncrementalSpend(inputs: { readonly memberPre: Column; readonly memberPost: Column; readonly controlPre: Column; readonly controlPost: Column }, options?: Options): number | Float64Array {
  return $loyaltyIncrementalSpend.compute(inputs, options) as number | Float64Array;
}

const $loyaltyProgrammeRoi = new Metric("loyalty_programme_roi");

/**
 * Net margin a loyalty programme adds relative to what it costs.
 *
 * Loyalty programme ROI. Formula: `(incremental_margin - programme_cost) / programme_cost`. Unit: ratio. Roll-
 * up: ratio_of_sums.
 *
 * @param incrementalMargin - margin that would not exist without the programme, in one currency (currency; a
 * finite number)
 * @param programmeCost - rewards and running cost, in the same currency (currency; a finite number >= 0)
 * @returns fraction of the cost; 0 breaks even
 * @throws RangeError with a `code`: an input outside its domain; `programme_cost == 0`: `zero_denominator`
 * @example
 * ```js
 * metrics.loyaltyProgrammeRoi(180000, 120000); // 0.5
 * ```
 * @see common definition; no single authority
 */
export function loyaltyProgrammeRoi(incrementalMargin: number, programmeCost: number, options?: Options): number;
export function loyaltyProgrammeRoi(incrementalMargin: Column, programmeCost: Column, options?: Options): Float64Array;
export function loyaltyProgrammeRoi(incrementalMargin: Column, programmeCost: Column, options?: Options): number | Float64Array {
  return $loyaltyProgrammeRoi.compute([incrementalMargin, programmeCost], options) as number | Float64Array;
}

const $breakevenSpendUplift = new Metric("breakeven_spend_uplift");

/**
 * Extra spend, relative to before, at which a reward scheme just pays for itself.
 *
 * Spend uplift needed to pay for a reward rate. Formula: `reward_cost_rate / (margin - reward_cost_rate)`.
 * Unit: ratio. Roll-up: recompute.
 *
 * @param margin - share of spend kept as margin before rewards, as a fraction (ratio; a fraction from 0 to 1)
 * @param rewardCostRate - cost of rewards per unit spent, as a fraction (ratio; a fraction from 0 to 1)
 * @returns fraction of the earlier spend
 * @throws RangeError with a `code`: an input outside its domain; `margin <= reward_cost_rate`: `never`
 * @example
 * ```js
 * metrics.breakevenSpendUplift(0.4, 0.05); // 0.14285714285714285
 * ```
 * @see common definition; no single authority
 */
export function breakevenSpendUplift(margin: number, rewardCostRate: number, options?: Options): number;
export function breakevenSpendUplift(margin: Column, rewardCostRate: Column, options?: Options): Float64Array;
export function breakevenSpendUplift(margin: Column, rewardCostRate: Column, options?: Options): number | Float64Array {
  return $breakevenSpendUplift.compute([margin, rewardCostRate], options) as number | Float64Array;
}

/** Two-sided referral programmes: what rewards may cost, and whether the programme grows by itself. */

import { array, number, type Column } from "../inputs.js";
import { optionsOf } from "../options.js";
import { record } from "../records.js";
import { core } from "../runtime.js";
import type { Interval } from "../experiments/results.js";

/** What a referral programme is worth. */
export interface ReferralEconomics {
  /** All rewards redeemed, handling and running costs. */
  cost: number;
  /** Cost per referred customer. */
  cac: number;
  /** Customers who would not have come otherwise. */
  incrementalCustomers: number;
  /** Cost per such customer. */
  incrementalCac: number | null;
  /** Their margin. */
  incrementalValue: number;
  /** `incrementalValue - cost`. */
  profit: number;
  /** `profit / cost`. */
  roi: number | null;
  /** The largest sum of both rewards at which a referral pays for itself. */
  breakevenRewards: number | null;
  /** The largest friend's reward, given the advocate's; negative: the advocate's alone is too dear. */
  breakevenFriendReward: number | null;
  /** The largest advocate's reward, given the friend's. */
  breakevenAdvocateReward: number | null;
  /** The smallest share of really new customers at which the programme pays for itself. */
  breakevenIncrementality: number | null;
}

/** How many new customers one customer brings. */
export interface KFactor {
  /** New customers brought for each customer. */
  k: number;
  /** Its standard error. */
  standardError: number;
  /** Its interval. */
  interval: Interval;
  /** Invitations for each customer. */
  invitationsEach: number | null;
  /** The share of invitations that succeed. */
  invitationConversion: number | null;
  /** Variance over mean of the number brought: 1 for Poisson; above, few bring many. */
  dispersion: number | null;
  /** `1 / (1 - k)`; `null` for 1 and more. */
  amplification: number | null;
  /** At the lower end of the interval. */
  amplificationLower: number | null;
  /** At the upper end of the interval. */
  amplificationUpper: number | null;
  /** Whether the interval lies below 1, above, or holds it. */
  growth: "dies_out" | "feeds_itself" | "not_shown";
  /** Customers looked at. */
  customers: number;
}

/**
 * What a two-sided referral programme earns, and the rewards at which it breaks even.
 *
 * @example
 * ```js
 * programmes.referralEconomics({
 *   advocateReward: 10,
 *   friendReward: 10,
 *   rewardRedemption: 0.8,
 *   programmeCost: 1200,
 *   referredCustomers: 300,
 *   marginClvReferred: 60,
 *   incrementality: 0.5,
 * }).profit; // 3000
 * ```
 */
export function referralEconomics(options: {
  advocateReward: number;
  friendReward: number;
  referredCustomers: number;
  marginClvReferred: number;
  incrementality: number;
  rewardRedemption?: number | undefined;
  overheadPerReferral?: number | undefined;
  programmeCost?: number | undefined;
}): ReferralEconomics {
  optionsOf(options, ["advocateReward", "friendReward", "referredCustomers", "marginClvReferred", "incrementality", "rewardRedemption", "overheadPerReferral", "programmeCost"]);
  return record(
    core("programmes").programmes_referral(
      number("advocateReward", options.advocateReward),
      number("friendReward", options.friendReward),
      number("rewardRedemption", options.rewardRedemption ?? 1),
      number("overheadPerReferral", options.overheadPerReferral ?? 0),
      number("programmeCost", options.programmeCost ?? 0),
      number("referredCustomers", options.referredCustomers),
      number("marginClvReferred", options.marginClvReferred),
      number("incrementality", options.incrementality),
    ),
  );
}

/**
 * K from the number of new customers that each customer brought.
 *
 * @param brought - new customers brought, a row a customer, 0 included
 * @param options - `invitations`: invitations sent; `level`: of the interval
 * @throws RangeError where all brought the same number (code `zero_variance`)
 *
 * @example
 * ```js
 * programmes.kFactor([0, 0, 1, 0, 2, 0, 0, 1, 0, 0]).k; // 0.4
 * ```
 */
export function kFactor(
  brought: Exclude<Column, number>,
  options: { invitations?: Exclude<Column, number> | undefined; level?: number | undefined } = {},
): KFactor {
  const { invitations, level = 0.95 } = optionsOf(options, ["invitations", "level"]);
  return record(
    core("programmes").programmes_k_factor(
      array("brought", brought),
      invitations === undefined ? undefined : array("invitations", invitations),
      number("level", level),
    ),
  );
}

/**
 * K from totals; the number brought counts as Poisson.
 *
 * @example
 * ```js
 * programmes.kFactorFromTotals({ brought: 30, customers: 100, invitations: 240 }).growth; // "dies_out"
 * ```
 */
export function kFactorFromTotals(options: {
  brought: number;
  customers: number;
  invitations?: number | undefined;
  level?: number | undefined;
}): KFactor {
  optionsOf(options, ["brought", "customers", "invitations", "level"]);
  const { invitations } = options;
  return record(
    core("programmes").programmes_k_factor_from_totals(
      number("brought", options.brought),
      number("customers", options.customers),
      invitations === undefined ? undefined : number("invitations", invitations),
      number("level", options.level ?? 0.95),
    ),
  );
}

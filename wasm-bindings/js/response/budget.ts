/** A budget, split so that the responses add up to the most. */

import type { Progress } from "../attribution.js";
import { array, number, watcher } from "../inputs.js";
import { record } from "../records.js";
import { core } from "../runtime.js";
import type { adstockMultiplier } from "./adstock.js";
import { type Numbers, json } from "./door.js";
import { type Curve } from "./saturation.js";

/** One channel (or tier, or creator) that may get a part of the budget. */
export interface Channel {
  /** Its name. */
  name: string;
  /** What an input brings per period. */
  curve: Curve;
  /** Unit of the curve's input; `"currency"` by default. */
  inputUnit?: string | undefined;
  /** What one unit of input costs; needed where the input is no money. */
  costPerUnit?: number | undefined;
  /** Unit of the response, which all channels must share. */
  responseUnit?: string | undefined;
  /** {@link adstockMultiplier}, where the curve was fitted on adstock; 1 by default. */
  carryOver?: number | undefined;
  /** The least to spend. */
  minimum?: number | undefined;
  /** The most to spend. */
  maximum?: number | undefined;
  /** What is spent now, to compare with. */
  current?: number | undefined;
}

/** What one channel gets and brings. */
export interface Allocation {
  /** The channel. */
  name: string;
  /** Money. */
  spend: number;
  /** The same in the channel's own unit. */
  input: number;
  /** That unit. */
  inputUnit: string;
  /** What it brings. */
  response: number;
  /** What one more unit of money would bring. */
  marginalReturn: number | null;
  /** Response per unit of money. */
  averageReturn: number | null;
  /** Whether the lower bound holds it. */
  isAtMinimum: boolean;
  /** Whether the upper bound holds it. */
  isAtMaximum: boolean;
  /** Response to the current spend. */
  currentResponse: number | null;
}

/** A split of a budget. */
export interface BudgetSplit {
  /** One a channel, in the order given. */
  allocations: Allocation[];
  /** The budget. */
  budget: number;
  /** What the upper bounds leave over. */
  unspent: number;
  /** All responses together. */
  response: number;
  /** What one more unit of budget would bring. */
  marginalReturn: number | null;
  /** No split can bring more than this. */
  upperBound: number;
  /** At most this share of the bound is missed. */
  optimalityGap: number;
  /** True when every curve is concave within its bounds; else the search was global. */
  isConcave: boolean;
  /** Boxes looked at in the search. */
  boxes: number;
  /** Response to the current spend of all channels. */
  currentResponse: number | null;
}

/**
 * Splits a budget so that the responses add up to the most. Concave curves end with equal marginal returns; with
 * S-shaped curves the search is global, and the gap that is left is stated.
 *
 * @example
 * ```js
 * response.splitBudget(
 *   [
 *     { name: "search", curve: { form: "square_root", scale: 3 } },
 *     { name: "creators", curve: { form: "square_root", scale: 4 } },
 *   ],
 *   100,
 * ).response; // 50
 * ```
 */
export function splitBudget(channels: readonly Channel[], budget: number, progress?: Progress): BudgetSplit {
  return record(core("response").response_split_budget(json("channels", channels), number("budget", budget), watcher(progress)));
}

/** Splits several budgets: what more money would bring. */
export function budgetFrontier(channels: readonly Channel[], budgets: Numbers, progress?: Progress): BudgetSplit[] {
  return record(core("response").response_budget_frontier(json("channels", channels), array("budgets", budgets), watcher(progress)));
}

/** The customer-value proportion of candidates, in both readings of the term, and the ranking under each. */

import { array, column, number, type Column } from "../inputs.js";
import { optionsOf } from "../options.js";
import { labelsOf, type NameColumn } from "../labels.js";
import { unitsOf, worst, type Marks, type Provenance, type Units } from "../provenance.js";
import { camelCase, record } from "../records.js";
import { core } from "../runtime.js";

/** A figure that candidates are ranked by. */
export type Reading =
  | "customers_to_goal"
  | "value_to_investment"
  | "engaged_audience"
  | "engaged_to_goal"
  | "engaged_value_to_investment"
  | "cost_per_customer";

/** One candidate. */
export interface CandidateValue {
  /** What it is called. */
  name: string;
  /** Customers expected of all followers. */
  customers: number;
  /** The same against the goal: what the article computes. */
  customersToGoal: number;
  /** Their value against the cost: what the article defines; `null` without value or cost, or at no cost. */
  valueToInvestment: number | null;
  /** Followers who engage. */
  engagedAudience: number | null;
  /** Customers expected of engaged followers. */
  customersOfEngaged: number | null;
  /** The same against the goal. */
  engagedToGoal: number | null;
  /** The value of the same against the cost. */
  engagedValueToInvestment: number | null;
  /** What an expected customer costs; `null` where none is expected. */
  costPerCustomer: number | null;
}

/** The ranking under one reading. */
export interface Ranking {
  /** By what. */
  reading: Reading;
  /** Best first; candidates without a figure are left out. */
  order: string[];
  /** The place of each candidate in the order given; equal figures share the better place. */
  ranks: (number | null)[];
  /** How many times as good the best is as the next. */
  lead: number | null;
  /** Whether it ranks as customers against the goal do. */
  sameAsCustomers: boolean;
  /** Neighbours in the ranking by customers that change places, and why. */
  swaps: { ahead: string; behind: string; reason: string }[];
  /** The columns and arguments that it stands on. */
  inputs: string[];
  /** The unit of the figure, money with its currency where it is stated. */
  unit: string;
  /** The worst mark of these. */
  provenance: Provenance | null;
}

/** The candidates under every reading that the columns allow. */
export interface ValueProportion {
  /** The goal. */
  goal: number;
  /** In the order given. */
  candidates: CandidateValue[];
  /** Customers against the goal first. */
  rankings: Ranking[];
  /** All candidates, as if they shared no follower. */
  together: {
    customers: number;
    /** An upper bound where audiences overlap. */
    customersToGoal: number;
    /** Customers still missing. */
    goalGap: number;
    /** Followers needed for the goal; `null` where conversion rates differ. */
    requiredFollowers: number | null;
    engagementRate: number | null;
    valueToInvestment: number | null;
  };
  /** What to know before use. */
  notes: string[];
}

/** What {@link valueProportion} takes: columns with one row a candidate, and what they are measured against. */
export interface ValueProportionOptions {
  /** What each candidate is called. */
  influencer: NameColumn;
  /** Followers. */
  followers: Exclude<Column, number>;
  /** Engagement rates by followers, as fractions. */
  engagementRate?: Exclude<Column, number> | undefined;
  /** What each costs. */
  cost?: Exclude<Column, number> | undefined;
  /** New customers that the campaign is to win. */
  goal: number;
  /** The share of followers who become customers: one for all, or one each. */
  conversionRate: Column;
  /** What a customer is worth, in the currency of the costs. */
  valuePerCustomer?: number | undefined;
  /** The share of engaged followers who become customers. */
  conversionOfEngaged?: number | undefined;
  /** Units by column, money with its currency: `{ cost: "currency:IDR" }`. They are checked, and the currency follows. */
  units?: Units | undefined;
  /** Marks of columns and arguments. */
  provenance?: Marks | undefined;
}

/**
 * Ranks candidates by both readings of the customer-value proportion, and by their engaged audience.
 *
 * The term is defined as customer value against investment, and computed as customers against a goal: two quantities, under
 * two names. With one conversion rate for all, the second ranks candidates as their follower counts do.
 *
 * @param options - columns, goal and rates
 * @throws RangeError for an invalid number, or a number whose column is missing (code `missing_input`)
 *
 * @example
 * ```js
 * const found = influencers.valueProportion({
 *   influencer: ["A", "B", "C"],
 *   followers: [100000, 50000, 200000],
 *   engagementRate: [0.05, 0.08, 0.03],
 *   cost: [4000, 1500, 9000],
 *   goal: 1000,
 *   conversionRate: 0.02,
 * });
 * found.candidates.map((one) => one.customersToGoal); // [2, 1, 4]
 * found.rankings.at(-1).order; // ["B", "A", "C"], by the cost of a customer
 * found.rankings.at(-1).swaps[0].reason; // "C brings 2 times the customers of A, but costs 2.25 times as much"
 * ```
 */
export function valueProportion(options: ValueProportionOptions): ValueProportion {
  optionsOf(options, ["influencer", "followers", "engagementRate", "cost", "goal", "conversionRate", "valuePerCustomer", "conversionOfEngaged", "units", "provenance"]);
  labelsOf("influencer", options.influencer); // nobody without a name
  const names = Array.from(options.influencer, String);
  const optional = (name: "engagementRate" | "cost") => (options[name] === undefined ? undefined : array(name, options[name]));
  const one = (name: "valuePerCustomer" | "conversionOfEngaged") =>
    options[name] === undefined ? undefined : number(name, options[name]);
  const rate = column("conversionRate", options.conversionRate);
  const found = record<ValueProportion>(
    core("influencers").influencers_value_proportion(
      names,
      array("followers", options.followers),
      typeof rate === "number" ? new Float64Array(names.length).fill(rate) : rate,
      optional("engagementRate"),
      optional("cost"),
      number("goal", options.goal),
      one("valuePerCustomer"),
      one("conversionOfEngaged"),
    ),
  );
  const columns = ["followers", "engagementRate", "cost", "goal", "conversionRate", "valuePerCustomer", "conversionOfEngaged"];
  const units = unitsOf("influencers", "value_proportion", options, columns, found.rankings.map((ranking) => ranking.unit));
  found.rankings.forEach((ranking, at) => (ranking.unit = units[at]!));
  const every = [...new Set(found.rankings.flatMap((ranking) => ranking.inputs))];
  for (const ranking of found.rankings) {
    ranking.inputs = ranking.inputs.map(camelCase);
    ranking.provenance = worst("influencers", options.provenance, ranking.inputs, Object.fromEntries(every.map((name) => [camelCase(name), name])));
  }
  return found;
}

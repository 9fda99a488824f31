/** Judging a model on purchases that it has not seen. */

import type { Tracking } from "../customers.js";
import { typeError } from "../errors.js";
import { array, column, describe, number, object, type Column } from "../inputs.js";
import { optionsOf } from "../options.js";
import { camelCase } from "../records.js";
import { Model, split } from "./base.js";
import type { Histories, PurchaseModel } from "./purchase.js";

/** A summary with a holdout, as `customers.summarise` with `holdoutEnd` makes it. */
export interface HoldoutSummary extends Histories {
  /** Purchases of each customer in the holdout. */
  holdoutFrequency?: Column | undefined;
  /** The length of the holdout, one for all. */
  holdoutT?: Column | undefined;
}

/** What {@link validate} takes. */
export interface ValidateOptions {
  /** A model, fitted to the calibration. */
  model: PurchaseModel;
  /** One row a customer, with the holdout. */
  summary: HoldoutSummary;
  /** Repeat purchases by period, as `customers.tracking` makes them. */
  tracking?: Pick<Tracking, "time" | "holdout" | "repeatPurchases"> | undefined;
  /** How many customers each row stands for. */
  weights?: Column | undefined;
  /** Groups of equally many customers in the calibration table; 10 by default. */
  groups?: number | undefined;
  /** Customers with this many repeat purchases or more are shown together; 7 by default. */
  most?: number | undefined;
}

/** How a model did on purchases that it has not seen: tables, each of columns of one length. */
export interface Validation {
  /** Customers: the sum of the weights. */
  readonly customers: number;
  /** The length of the holdout. */
  readonly horizon: number;
  /**
   * A row each for the model and for two naive rules: `"same_rate"` (every customer goes on at his or her own rate, `x / T`)
   * and `"average_rate"` (every customer buys at the rate of all). What has no value is NaN.
   */
  readonly errors: {
    readonly method: readonly string[];
    /** Purchases expected of all, and made. */
    readonly expected: Float64Array;
    readonly actual: Float64Array;
    /** Expected less actual, and that over actual. */
    readonly error: Float64Array;
    readonly relativeError: Float64Array;
    /** By customer. */
    readonly meanAbsoluteError: Float64Array;
    readonly rootMeanSquaredError: Float64Array;
    readonly correlation: Float64Array;
    /** The share of all holdout purchases made by the customers whom the method ranks in its first group. */
    readonly topGroupShare: Float64Array;
  };
  /** Customers in groups of equal size by expected purchases, the most first; mean purchases. */
  readonly calibration: {
    readonly group: Float64Array;
    readonly customers: Float64Array;
    readonly expected: Float64Array;
    readonly actual: Float64Array;
  };
  /** Customers by repeat purchases in calibration (the last row: so many or more), and mean purchases in the holdout. */
  readonly byFrequency: {
    readonly frequency: Float64Array;
    readonly customers: Float64Array;
    readonly expectedCustomers: Float64Array;
    readonly expected: Float64Array;
    readonly actual: Float64Array;
    readonly sameRate: Float64Array;
  };
  /** Repeat purchases of all by period; the actual ones are NaN without counts. */
  readonly tracking: {
    readonly time: Float64Array;
    readonly holdout: readonly boolean[];
    readonly expected: Float64Array;
    readonly actual: Float64Array;
    readonly expectedCumulative: Float64Array;
    readonly actualCumulative: Float64Array;
  };
}

/**
 * Judges a model on what customers did after the end of calibration, beside naive rules.
 *
 * @param model - a model, fitted to the calibration
 * @param summary - one row a customer, as `customers.summarise` with `holdoutEnd` makes it
 * @param tracking - repeat purchases by period, as `customers.tracking` makes them
 *
 * @example
 * ```js
 * const model = models.BgNbd.fromParams({ r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 });
 * const found = models.validate(model, {
 *   frequency: [2, 0, 5], recency: [30.4, 0, 35], T: 38.9, holdoutFrequency: [1, 0, 6], holdoutT: 39,
 * });
 * found.errors.actual; // Float64Array [ 7, 7, 7 ]
 * ```
 */
export function validate(model: PurchaseModel, summary: HoldoutSummary, tracking?: ValidateOptions["tracking"]): Validation;
export function validate(options: ValidateOptions): Validation;
export function validate(first: PurchaseModel | ValidateOptions, ...rest: [HoldoutSummary?, ValidateOptions["tracking"]?]): Validation {
  const { model, summary, tracking, weights, groups = 10, most = 7 } =
    first instanceof Model || first === null || typeof first !== "object"
      ? ({ model: first, summary: rest[0], tracking: rest[1] } as ValidateOptions)
      : optionsOf(first, ["model", "summary", "tracking", "weights", "groups", "most"]);
  if (!(model instanceof Model)) throw typeError(`\`model\` must be a model, got ${describe(model)}`);
  if (typeof summary !== "object" || summary === null) throw typeError(`\`summary\` must hold columns, got ${describe(summary)}`);
  const { frequency, recency, T, covariates, periods, holdoutFrequency, holdoutT } = summary;
  const [columns] = split({ frequency, recency, T, covariates, periods, weights });
  const rows = columns["frequency"]?.length ?? 0;
  for (const [name, given] of Object.entries({ holdoutFrequency, holdoutT })) {
    if (given === undefined) continue;
    const read = column(name, given);
    columns[name] = typeof read === "number" ? new Float64Array(rows).fill(read) : read;
  }
  const counts = tracking === undefined ? undefined : {
    time: array("time", object("tracking", tracking).time),
    holdout: Float64Array.from(tracking.holdout, Number),
    repeatPurchases: array("repeatPurchases", tracking.repeatPurchases),
  };
  const found = model.native.validate(columns, counts, number("groups", groups), number("most", most)) as Record<string, unknown>;
  return Object.fromEntries(Object.entries(found).map(([name, one]) => [camelCase(name), table(one)])) as unknown as Validation;
}

/** The columns of a table, numbers as `Float64Array`s; other values as they are. */
function table(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  const columns = Object.entries(value as Record<string, unknown[]>).map(([name, values]) => {
    const plain = values.some((one) => typeof one === "string" || typeof one === "boolean");
    return [camelCase(name), plain ? values : Float64Array.from(values, (one) => (one === null ? NaN : (one as number)))];
  });
  return Object.fromEntries(columns) as unknown;
}

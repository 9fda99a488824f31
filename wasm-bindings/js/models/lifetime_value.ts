/** What a customer will be worth. */

import type { Column } from "../inputs.js";
import { describe } from "../inputs.js";
import { typeError } from "../errors.js";
import { Model, split, type TimeUnit } from "./base.js";
import type { Histories, PurchaseModel } from "./purchase.js";
import type { GammaGamma } from "./gamma_gamma.js";

/** Models, customers and terms of a lifetime value. */
export interface LifetimeOptions {
  /** How often customers will buy. */
  model: PurchaseModel;
  /** What they will spend a purchase. */
  spend: GammaGamma;
  /** One row a customer. */
  summary: Histories & { monetaryValue: Column };
  /** How far to look, in `horizonUnit`; `null` looks for ever. 12 by default. */
  horizon?: number | null;
  /** The unit of the horizon; months by default. */
  horizonUnit?: TimeUnit;
  /** The effective rate per `discountPeriod`; 0.10 by default. */
  discountRate?: number;
  /** The period of the rate; a year by default. */
  discountPeriod?: TimeUnit;
  /** The share of spend that is kept; 1 by default. */
  margin?: number;
  /** The unit of time of the data, where the model was not told. */
  unit?: TimeUnit;
}

/**
 * Expected spend times discounted expected purchases times margin, for each customer.
 *
 * Money is discounted continuously, at the moment of each expected purchase. A month is a twelfth of a year, a year
 * 365.25 days, and the horizon and the discount rate are converted exactly to the unit of the model.
 *
 * @param options - models, customers and terms
 */
export function lifetimeValue(options: LifetimeOptions): Float64Array {
  const { model, spend, summary, horizon = 12, horizonUnit = "month", discountRate = 0.1, discountPeriod = "year" } = options;
  for (const [name, one] of Object.entries({ model, spend })) {
    if (!(one instanceof Model)) throw typeError(`\`${name}\` must be a model, got ${describe(one)}`);
  }
  if (typeof summary !== "object" || summary === null) throw typeError(`\`summary\` must hold columns, got ${describe(summary)}`);
  const { frequency, recency, T, monetaryValue, covariates } = summary;
  const [columns] = split({ frequency, recency, T, monetaryValue, covariates });
  const { unit, margin = 1 } = options;
  return model.native.lifetime_value(
    spend.native,
    columns,
    unit,
    horizon ?? undefined,
    horizonUnit,
    discountRate,
    discountPeriod,
    margin,
  );
}

/** What a customer will be worth. */

import type { Column } from "../inputs.js";
import { optionsOf } from "../options.js";
import { column, describe, number } from "../inputs.js";
import { typeError } from "../errors.js";
import { interval, Model, split, type Interval, type TimeUnit } from "./base.js";
import type { ContractModel } from "./contract.js";
import type { Histories, PurchaseModel } from "./purchase.js";
import type { GammaGamma } from "./gamma_gamma.js";
import type { CustomerModel } from "../wasm/models.js";

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
 * @param options - models, customers and terms; with `level` the answer has standard errors and intervals (delta method;
 *   the uncertainty of the two fits adds up)
 */
export function lifetimeValue(options: LifetimeOptions & { level: number }): Interval<Float64Array>;
export function lifetimeValue(options: LifetimeOptions): Float64Array;
export function lifetimeValue(options: LifetimeOptions & { level?: number }): Float64Array | Interval<Float64Array> {
  const { model, spend, summary, horizon = 12, level } = optionsOf(options, ["model", "spend", "summary", "horizon", "horizonUnit", "discountRate", "discountPeriod", "margin", "unit", "level"]);
  const { horizonUnit = "month", discountRate = 0.1, discountPeriod = "year", margin = 1 } = options;
  for (const [name, one] of Object.entries({ model, spend })) {
    if (!(one instanceof Model)) throw typeError(`\`${name}\` must be a model, got ${describe(one)}`);
  }
  if (typeof summary !== "object" || summary === null) throw typeError(`\`summary\` must hold columns, got ${describe(summary)}`);
  const { frequency, recency, T, monetaryValue, covariates, periods } = summary;
  const [columns] = split({ frequency, recency, T, monetaryValue, covariates, periods });
  const room = model.native.constructor as typeof CustomerModel;
  const found = model.native.lifetime_value(
    inRoom(spend.native, room),
    columns,
    options.unit,
    horizon === null ? undefined : number("horizon", horizon),
    horizonUnit,
    number("discountRate", discountRate),
    discountPeriod,
    number("margin", margin),
    level === undefined ? undefined : number("level", level),
  ) as [Float64Array];
  return level === undefined ? found[0] : interval(found, level);
}

/** The model in the module of another: they may have been made while different ones were loaded. */
function inRoom(model: CustomerModel, room: typeof CustomerModel): CustomerModel {
  return model.constructor === room ? model : room.from_document(model.document());
}

/** Model, customers and terms of a lifetime value under a contract. */
export interface ContractLifetimeOptions {
  /** Who will renew. */
  model: ContractModel;
  /** What is paid each period. */
  payment: Column;
  /** Renewals made so far; without it customers are new. */
  tenure?: Column | undefined;
  /** 1 or true for customers who left. */
  churned?: Column | readonly boolean[] | undefined;
  /** The covariates of the customers, where the fit has some. */
  covariates?: Readonly<Record<string, Column>> | undefined;
  /** How far to look, in `horizonUnit`; for ever by default. */
  horizon?: number | null;
  /** The unit of the horizon; months by default. */
  horizonUnit?: TimeUnit;
  /** The effective rate per `discountPeriod`; 0.10 by default. It is converted exactly to the time between renewals. */
  discountRate?: number;
  /** The period of the rate; a year by default. */
  discountPeriod?: TimeUnit;
  /** The share of each payment that is kept; 1 by default. */
  margin?: number;
  /** The time between two renewals, where the model was not told. */
  unit?: TimeUnit;
}

/**
 * The value of customers who pay under a contract: payment times margin times the discounted expected number of payments
 * (Fader and Hardie 2010, Marketing Science 29:85).
 *
 * Customers stand just before their next renewal, which counts in full if it is made; those who left are worth nothing.
 * Without `tenure` the value is that of a new customer, whose first payment is now and certain. A horizon of three years
 * holds three yearly payments in both cases: now, in a year, and in two years.
 *
 * @param options - model, customers and terms; with `level` the answer has standard errors and intervals (delta method)
 * @throws without a rate and a horizon, where the expected lifetime is infinite
 * @example
 * ```ts
 * import { models } from "ukur";
 * const model = models.ShiftedBetaGeometric.fromParams({ alpha: 3.8, beta: 15.2, unit: "year" });
 * models.contractLifetimeValue({ model, payment: 100 }); // 400.9 of a new customer
 * models.contractLifetimeValue({ model, payment: 100, tenure: [0, 4] }); // 331.0 and 384.2
 * ```
 */
export function contractLifetimeValue(options: ContractLifetimeOptions & { level: number }): Interval;
export function contractLifetimeValue(options: ContractLifetimeOptions): number | Float64Array;
export function contractLifetimeValue(options: ContractLifetimeOptions & { level?: number }): number | Float64Array | Interval {
  const { model, payment, tenure, churned, covariates, horizon, level } = optionsOf(options, [
    "model",
    "payment",
    "tenure",
    "churned",
    "covariates",
    "horizon",
    "horizonUnit",
    "discountRate",
    "discountPeriod",
    "margin",
    "unit",
    "level",
  ]);
  const { horizonUnit = "month", discountRate = 0.1, discountPeriod = "year", margin = 1 } = options;
  if (!(model instanceof Model)) throw typeError(`\`model\` must be a model, got ${describe(model)}`);
  const amounts = column("payment", payment);
  const left = Array.isArray(churned) ? churned.map(Number) : churned;
  const each = typeof tenure === "number" && typeof amounts !== "number" ? new Float64Array(amounts.length).fill(tenure) : tenure;
  const [columns, , scalar] = tenure === undefined && covariates === undefined ? [{}, {}, true] : split({ tenure: each, churned: left, covariates });
  const found = model.native.contract_lifetime_value(
    typeof amounts === "number" ? Float64Array.of(amounts) : amounts,
    columns,
    options.unit,
    horizon === null || horizon === undefined ? undefined : number("horizon", horizon),
    horizonUnit,
    number("discountRate", discountRate),
    discountPeriod,
    number("margin", margin),
    level === undefined ? undefined : number("level", level),
  ) as Float64Array[];
  const answers = found.map((one) => (scalar && typeof amounts === "number" ? (one[0] as number) : one));
  return level === undefined ? (answers[0] as number | Float64Array) : (interval(answers, level) as Interval);
}

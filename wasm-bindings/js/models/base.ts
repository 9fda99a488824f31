/** What all models share: the report, JSON, and the way a question crosses to the core. */

import type { CustomerModel } from "../wasm/models.js";
import { rangeError, typeError } from "../errors.js";
import { array, column, describe, number, object, pair, type Column } from "../inputs.js";
import { onlyThese } from "../options.js";
import { camelCase, record } from "../records.js";
import { modelClass } from "../runtime.js";
import { documentOf, textOf } from "./document.js";

/** A unit of time; a week is 7 days, a year 365.25 days, a month a twelfth and a quarter a fourth of a year. */
export type TimeUnit = "second" | "minute" | "hour" | "day" | "week" | "month" | "quarter" | "year";

/** What a fit found. */
export interface Diagnosis {
  /** A stable name to branch on. */
  readonly code: "converged" | "boundary" | "ridge" | "not_identified" | "too_little_data" | "not_converged";
  /** What it means, and what to do. */
  readonly message: string;
  /** The parameters that the data do not determine. */
  readonly parameters: readonly string[];
}

/** The report of a fit. */
export interface Fit {
  /** The model's stable name. */
  readonly model: string;
  /** The parameters with their standard errors; `null` where the diagnosis says that they mean nothing. */
  readonly estimates: readonly {
    readonly name: string;
    readonly value: number;
    readonly standardError: number | null;
    readonly logStandardError: number | null;
  }[];
  /** The log-likelihood of all customers, in the unit of the data: comparable between models. */
  readonly logLikelihood: number;
  /** The log-likelihood with the density of the priors, where there were priors. */
  readonly penalisedLogLikelihood: number | null;
  /** Covariance of the parameters. */
  readonly covariance: readonly (readonly number[])[] | null;
  /** Covariance of the logarithms of the parameters. */
  readonly logCovariance: readonly (readonly number[])[] | null;
  /** Akaike's criterion. */
  readonly aic: number;
  /** The Bayesian criterion, with the number of customers. */
  readonly bic: number;
  /** Customers in the fit: the sum of the weights. */
  readonly customers: number;
  /** Those of them that inform the model. */
  readonly informativeCustomers: number;
  /** Customers left out because they say nothing about the model. */
  readonly leftOut: number;
  /** Different histories after counting. */
  readonly distinctRows: number;
  /** Iterations of the search. */
  readonly iterations: number;
  /** The largest slope that is left, relative to the log-likelihood. */
  readonly relativeGradient: number;
  /** What was found. */
  readonly diagnosis: Diagnosis;
  /** What else a reader should know. */
  readonly notes: readonly string[];
  /** What covariates do, where the fit has some; the covariances hold them after the parameters. */
  readonly covariates: readonly Effect[];
}

/** What a covariate does. */
export interface Effect {
  /** Which process it shifts. */
  readonly process: "purchase" | "dropout";
  /** The covariate. */
  readonly name: string;
  /** The logarithm of the factor. */
  readonly coefficient: number;
  /** Its standard error, where one means something. */
  readonly standardError: number | null;
  /** The lower end of its 95 % interval. */
  readonly lower: number | null;
  /** The upper end of its 95 % interval. */
  readonly upper: number | null;
  /** By what one more of the covariate multiplies the purchase rate, the rate to leave, or the odds to leave. */
  readonly factor: number;
  /** The same in words. */
  readonly reading: string;
}

/** Answers with their uncertainty from the estimated parameters (delta method). */
export interface Interval<T = number | Float64Array> {
  /** The answer. */
  readonly value: T;
  /** Its standard error. */
  readonly standardError: T;
  /** The lower end. */
  readonly lower: T;
  /** The upper end. */
  readonly upper: T;
  /** The confidence level. */
  readonly level: number;
}

/** An interval of confidence of one parameter. */
export interface ParameterInterval {
  /** The estimate. */
  readonly value: number;
  /** The lower end; `null` where all smaller values explain the data about as well. */
  readonly lower: number | null;
  /** The upper end; `null` where all larger values explain the data about as well. */
  readonly upper: number | null;
  /** How it was made. */
  readonly method: "profile" | "wald";
  /** Why an end is missing. */
  readonly message: string | null;
}

/** Options of a fit. */
export interface FitOptions {
  /** How many customers each row stands for. */
  weights?: Column | undefined;
  /** The unit of time of the data; `lifetimeValue` converts with it. */
  unit?: TimeUnit | undefined;
  /** The most iterations of the search. */
  maxIterations?: number | undefined;
  /** Weak beliefs by parameter: median, and standard deviation of the logarithm. */
  priors?: Readonly<Record<string, readonly [number, number]>> | undefined;
}

/** Options of a fit with covariates. */
export interface CovariateFitOptions extends FitOptions {
  /** What shifts the chance, or rate, to leave: columns of numbers by name; write a group as 0 and 1. */
  dropoutCovariates?: Readonly<Record<string, Exclude<Column, number>>> | undefined;
}

/** Options of a fit with covariates of purchases. */
export interface PurchaseFitOptions extends CovariateFitOptions {
  /** What shifts the purchase rate. */
  purchaseCovariates?: Readonly<Record<string, Exclude<Column, number>>> | undefined;
  /** Covariates that change over time (of `ParetoNbd`): the periods that their columns are about. */
  periods?: Periods | undefined;
}

/**
 * Covariates that change over time: the customers and periods that the columns of the covariates are about, which are as
 * long as these. Periods are regular, such as weeks; every customer needs those from the first purchase to the end of the
 * observation and, for questions, to the horizon.
 */
export interface Periods {
  /** The row of the customer, counted from 0. */
  customer: Exclude<Column, number>;
  /** When the period begins, in units of time from the end of the observation: negative before it. */
  start: Exclude<Column, number>;
  /** The repeat purchases of the customer in the period; a fit and a log-likelihood need them. */
  purchases?: Exclude<Column, number> | undefined;
}

/** The columns of a table of periods, as the core takes them. */
function periodColumns(periods: unknown): Record<string, Float64Array> {
  if (!isOptions(periods)) throw typeError(`\`periods\` must hold columns, got ${describe(periods)}`);
  const given = Object.entries(periods).filter(([, values]) => values !== undefined);
  return Object.fromEntries(given.map(([name, values]) => [`period:${name}`, array(name, values)]));
}

const ROWS = ["frequency", "recency", "T", "monetaryValue", "sumLogIntervals", "tenure", "churned", "survivors", "cohort", "weights"];
const NUMBERS = ["n", "horizon", "start", "end", "discountRate"];

/** Whether the arguments came as one object. @internal */
export function isOptions(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !ArrayBuffer.isView(value);
}

/** What else a summary of customers holds: it may be given whole, and what a question does not need is not read. */
const SUMMARY = [
  "customer",
  "frequency",
  "recency",
  "T",
  "monetaryValue",
  "sumLogIntervals",
  "holdoutFrequency",
  "holdoutMonetaryValue",
  "holdoutT",
  "purchases",
  "daysSinceLast",
  "firstPurchase",
  "lastPurchase",
  "firstValue",
  "totalValue",
  "report",
  "alive",
];

/** What a question about customers with covariates takes beside its columns. @internal */
export const COVARIATES = ["covariates", "periods"];

/** What every fit takes beside its columns. @internal */
export const FIT = ["weights", "unit", "maxIterations", "priors"];

/** Arguments by name, from positions or from one object; what only the object may hold is `more`. @internal */
export function byName(names: readonly string[], given: readonly unknown[], more: readonly string[] = []): Record<string, unknown> {
  if (given.length === 1 && isOptions(given[0])) {
    const known = [...names, ...more];
    onlyThese("options", given[0], known, SUMMARY);
    return Object.fromEntries(Object.entries(given[0]).filter(([name]) => known.includes(name)));
  }
  return Object.fromEntries(names.map((name, at) => [name, given[at]]));
}

/** Columns and numbers as `Float64Array`s, and whether one number comes out. @internal */
export function split(given: Record<string, unknown>): [Record<string, Float64Array>, Record<string, Float64Array>, boolean] {
  const read: Record<string, number | Float64Array> = {};
  // A table of periods has a length of its own, and so have the covariates beside it.
  const apart = given["periods"] === undefined ? {} : periodColumns(given["periods"]);
  onlyThese("options", given, [...ROWS, ...NUMBERS, ...COVARIATES], SUMMARY);
  for (const [name, value] of Object.entries(given)) {
    if (value === undefined || value === null || name === "periods" || (SUMMARY.includes(name) && !ROWS.includes(name))) continue;
    if (name === "covariates" && isOptions(value) && given["periods"] !== undefined) {
      for (const [covariate, one] of Object.entries(value)) apart[`covariate:${covariate}`] = array(covariate, one);
      continue;
    }
    if (name === "covariates" && isOptions(value)) {
      for (const [covariate, one] of Object.entries(value)) read[`covariate:${covariate}`] = column(covariate, one);
      continue;
    }
    read[name] = column(name, value);
  }
  const rows = Object.entries(read).filter(([name]) => ROWS.includes(name) || name.startsWith("covariate:"));
  const numbers = Object.entries(read).filter(([name]) => NUMBERS.includes(name));
  const length = Math.max(1, ...rows.map(([, one]) => (typeof one === "number" ? 1 : one.length)));
  const empty = rows.some(([, one]) => typeof one !== "number" && one.length === 0);
  const repeated = (one: number | Float64Array, rows: number) => (typeof one === "number" ? new Float64Array(rows).fill(one) : one);
  return [
    { ...Object.fromEntries(rows.map(([name, one]) => [name, repeated(one, empty ? 0 : length)])), ...apart },
    Object.fromEntries(numbers.map(([name, one]) => [name, repeated(one, 1)])),
    (rows.length > 0 ? rows : numbers).every(([, one]) => typeof one === "number"),
  ];
}

/** `expectedPurchases` as `expected_purchases`. @internal */
export const snakeCase = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** An interval from its four columns. @internal */
export function interval<T>(found: readonly T[], level: number): Interval<T> {
  const [value, standardError, lower, upper] = found as readonly [T, T, T, T];
  return { value, standardError, lower, upper, level };
}

const out = (values: Float64Array, scalar: boolean) => (scalar && values.length === 1 ? (values[0] as number) : values);

/** The native model of the name, fitted. @internal */
export function fitted(name: string, settings: readonly number[], options: Record<string, unknown>): CustomerModel {
  const { unit, maxIterations, priors, purchaseCovariates, dropoutCovariates, ...columns } = options as PurchaseFitOptions & Record<string, unknown>;
  const read = split(columns)[0];
  for (const [process, known] of Object.entries({ purchase: purchaseCovariates, dropout: dropoutCovariates })) {
    for (const [covariate, values] of Object.entries(known ?? {})) read[`${process}:${covariate}`] = array(covariate, values);
  }
  const beliefs = Object.entries(object("priors", priors ?? {}));
  return modelClass().fit(
    name,
    read,
    Float64Array.from(settings),
    unit,
    maxIterations === undefined ? undefined : number("maxIterations", maxIterations),
    beliefs.map(([parameter]) => parameter),
    Float64Array.from(beliefs.flatMap(([name, belief]) => pair(`priors.${name}`, belief))),
  );
}

/** The native model of the name, from parameters. @internal */
export function fromNumbers(
  name: string,
  parameters: readonly string[],
  given: Readonly<Record<string, unknown>>,
  settings: readonly number[] = [],
): CustomerModel {
  onlyThese("params", object("params", given), [...(settings.length > 0 ? ["k"] : []), ...parameters, "unit"]);
  const numbers = parameters.map((parameter) => {
    const value = given[parameter];
    if (typeof value !== "number") throw typeError(`\`${parameter}\` must be a number, got ${describe(value)}`);
    return value;
  });
  return modelClass().from_parameters(name, Float64Array.from(numbers), Float64Array.from(settings), given["unit"] as string | undefined);
}

/** Base of the models. */
export abstract class Model {
  /** @internal */
  readonly native: CustomerModel;

  /** Models are made by `fit`, `fromParams` and `fromJson`. @internal */
  constructor(native: CustomerModel) {
    this.native = native;
  }

  /** The names of the parameters, in order. @internal */
  protected abstract readonly names: readonly string[];

  /** The parameters by name. */
  get params(): Record<string, number> {
    const values = this.native.parameters();
    return Object.fromEntries(this.names.map((name, at) => [name, values[at] as number]));
  }

  /** The unit of time that was declared. */
  get unit(): TimeUnit | undefined {
    return this.native.unit() as TimeUnit | undefined;
  }

  /**
   * The report of the fit.
   *
   * @throws when the model was made from parameters; code `not_fitted`
   */
  get report(): Fit {
    return record<Fit>(this.native.report());
  }

  /** Standard errors by parameter; `null` where they mean nothing. */
  get standardErrors(): Record<string, number | null> {
    return Object.fromEntries(this.report.estimates.map((one) => [one.name, one.standardError]));
  }

  /** What the fit found. */
  get diagnosis(): Diagnosis {
    return this.report.diagnosis;
  }

  /**
   * Confidence intervals of the parameters, then of the coefficients of covariates (`"purchase:NAME"`, `"dropout:NAME"`).
   *
   * `"profile"` intervals (Venzon and Moolgavkar 1988) end where the likelihood, at the best values of all other
   * parameters, has fallen far enough. They follow a lopsided likelihood, and hold the truth as often as they say where
   * the quick ones are too short (`docs/study-models.md`); they need the data, which a fitted model keeps, and cost a few
   * fits. Where the likelihood is flat on one side, that end is `null` and a message says so. `"wald"` intervals come from
   * the standard errors of the logarithms.
   *
   * @param level - between 0 and 1
   * @param method - by default `"profile"`, but `"wald"` for models read from JSON and for fits with covariates that change
   *   over time, or with covariates and priors, which cannot be profiled; each interval says what it is
   * @throws when profile intervals are asked for where the data are not at hand; code `no_profile`
   * @example
   * ```ts
   * import { models } from "ukur";
   * const model = models.ShiftedBetaGeometric.fit({ survivors: [1000, 869, 743, 653, 593, 551, 517, 491] });
   * const { lower, upper } = model.confidenceIntervals().beta;
   * ```
   */
  confidenceIntervals(level = 0.95, method?: "profile" | "wald"): Record<string, ParameterInterval> {
    const found = record<(ParameterInterval & { name: string })[]>(this.native.confidence_intervals(number("level", level), method));
    return Object.fromEntries(found.map(({ name, ...interval }) => [name, interval]));
  }

  /** The report of the fit as a table to print. */
  summary(): string {
    return [this.native.summary(), ...this.report.notes].join("\n");
  }

  /** The model as JSON text; the same in Rust, Python and JavaScript. */
  toJson(): string {
    return textOf(this.native.document() as object);
  }

  /**
   * Asks a question and says how uncertain the answer is because the parameters are estimated.
   *
   * @param question - the name of a method that answers, such as `"expectedPurchases"`
   * @param options - the arguments of that method by name, and `level`, the confidence level (0.95)
   */
  withInterval(question: string, options: Record<string, unknown> = {}): Interval {
    const { level: asked = 0.95, ...given } = object("options", options);
    const level = number("level", asked);
    const [columns, numbers, scalar] = split(given);
    const found = this.native.ask_with_interval(snakeCase(question), columns, numbers, level) as Float64Array[];
    return interval(found.map((one) => out(one, scalar)), level);
  }

  /** Posterior means by name; with a level as intervals. @internal */
  protected readonly means = (given: Record<string, unknown>, asked: unknown): Record<string, unknown> => {
    const level = asked === undefined ? undefined : number("level", asked);
    const [columns, , scalar] = split(given);
    const means = this.native.posterior_means(columns, level) as Float64Array[] | Float64Array[][];
    const named = this.native.latent().map((name, at) => {
      const found = level === undefined ? [means[at] as Float64Array] : (means[at] as Float64Array[]);
      const ends = found.map((one) => out(one, scalar));
      return [camelCase(name), level === undefined ? ends[0] : interval(ends, level)];
    });
    return Object.fromEntries(named) as Record<string, unknown>;
  };

  /** @internal */
  // A property and no method: what users see of a model are its questions.
  protected readonly ask = (question: string, given: Record<string, unknown>): number & Float64Array => {
    const [columns, numbers, scalar] = split(given);
    return out(this.native.ask(question, columns, numbers), scalar) as number & Float64Array;
  };
}

/** Base of the models that covariates may shift. */
export abstract class CovariateModel extends Model {
  /**
   * The model of customers with these covariates: a plain one, which answers every question.
   *
   * @param covariates - the covariates of the fit by name
   */
  at(covariates: Readonly<Record<string, number>> = {}): this {
    const names = Object.keys(object("covariates", covariates));
    const values = Float64Array.from(names, (name) => number(name, covariates[name]));
    return new (this.constructor as new (native: CustomerModel) => this)(this.native.at(names, values));
  }

  /** The arguments of a simulation, as the core takes them. @internal */
  protected readonly simulated = (given: readonly unknown[]): [number, Float64Array, number, Record<string, Float64Array>] => {
    const { n, T, seed, covariates, periods } = byName(["n", "T", "seed"], given, COVARIATES);
    const ages = column("T", T);
    const [known] = split({ covariates, periods });
    return [number("n", n), typeof ages === "number" ? Float64Array.of(ages) : array("T", ages), number("seed", seed), known];
  };
}

/** What a simulation takes. */
export interface SimulateOptions {
  /** How many customers. */
  n: number;
  /** Their ages (or numbers of renewals), or one for all. */
  T: Column;
  /** A whole number from 0 to 2^53. */
  seed: number;
  /** The covariates of each customer, or of all, where the fit has some. */
  covariates?: Readonly<Record<string, Column>> | undefined;
  /** The periods of covariates that change over time; `customer` counts the simulated ones. */
  periods?: Periods | undefined;
}

/** The native model of a JSON text, if it is of this name. @internal */
export function fromText(name: string, text: string): CustomerModel {
  const native = modelClass().from_document(documentOf(text));
  if (native.name() !== name) {
    throw rangeError(`the text holds the model '${native.name()}', not '${name}'`, "wrong_model");
  }
  return native;
}

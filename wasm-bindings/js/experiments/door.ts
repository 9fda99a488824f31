/** How the experiments cross to the native part: numbers, columns and texts by the function's name. */

import { rangeError, typeError } from "../errors.js";
import { array, column, describe, number, object, pair, watcher, whole, type Column } from "../inputs.js";
import { onlyThese } from "../options.js";
import { record } from "../records.js";
import { core } from "../runtime.js";
import type { Comparison } from "./results.js";

/** Size, mean and sample variance (divisor n - 1) of one group. */
export interface SampleSummary {
  n: number;
  mean: number;
  variance: number;
}

/** Size, means, sample variances and covariance of two columns: numerator and denominator, or outcome and covariate. */
export interface PairSummary {
  n: number;
  meanY: number;
  meanX: number;
  varianceY: number;
  varianceX: number;
  covariance: number;
}

/** A group of accounts: numerator and denominator of a rate, row by row. */
export interface AccountTotals {
  numerator: Exclude<Column, number>;
  denominator: Exclude<Column, number>;
  /** Whose row it is, by name or number; without it every row is an account of its own. */
  account?: readonly (string | number)[] | Float64Array | undefined;
}

/** A summary, or the values themselves. */
export type Sample = SampleSummary | Exclude<Column, number>;

type Fields = Readonly<Record<string, unknown>>;

/** The result of a native function. @internal */
export function call<T>(name: string, numbers: readonly number[], columns: Float64Array[] = [], texts: string[] = []): T {
  return record<T>(core("experiments").experiments_call(name, Float64Array.from(numbers), columns, texts));
}

/** The native functions that give columns. @internal */
export function columnsOf(name: string, numbers: readonly number[], columns: Float64Array[]): unknown[] {
  return core("experiments").experiments_columns(name, Float64Array.from(numbers), columns) as unknown[];
}

function isFields(given: unknown): given is Fields {
  return typeof given === "object" && given !== null && !Array.isArray(given) && !ArrayBuffer.isView(given);
}

/** What an object holds under a name, in either spelling. */
function held(given: Fields, name: string): unknown {
  return given[name] ?? given[name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)];
}

function fields(role: string, given: Fields, names: readonly string[]): number[] {
  return names.map((name) => {
    const value = held(given, name);
    if (value === undefined) {
      throw rangeError(`\`${role}\` must have ${names.join(", ")}; ${name} is missing`, "missing_field");
    }
    return number(`${role}.${name}`, value);
  });
}

/** n, mean and variance of a summary or of a column. @internal */
export function sampleNumbers(role: string, given: unknown): number[] {
  if (isFields(given)) return fields(role, given, ["n", "mean", "variance"]);
  const made = call<SampleSummary>("sample_summary", [], [array(role, given)]);
  return [made.n, made.mean, made.variance];
}

/** The fields of a pair summary. @internal */
export function pairNumbers(role: string, given: unknown): number[] {
  if (isFields(given)) return fields(role, given, ["n", "meanY", "meanX", "varianceY", "varianceX", "covariance"]);
  throw typeError(`\`${role}\` must be a pair summary (make one with pairSummary(y, x)), got ${describe(given)}`);
}

/** Numerator, denominator and account codes of a group of accounts. @internal */
export function groupColumns(role: string, given: unknown): Float64Array[] {
  if (!isFields(given) || given["numerator"] === undefined || given["denominator"] === undefined) {
    throw typeError(`\`${role}\` must have \`numerator\` and \`denominator\`, and may have \`account\`, got ${describe(given)}`);
  }
  onlyThese(role, given, ["numerator", "denominator", "account"]);
  const account = given["account"];
  return [
    array("numerator", given["numerator"]),
    array("denominator", given["denominator"]),
    account === undefined || account === null ? new Float64Array(0) : codes(account),
  ];
}

/** Whatever names the accounts, numbered. No result depends on the numbers, only on which are equal. */
function codes(account: unknown): Float64Array {
  if (!Array.isArray(account) && !ArrayBuffer.isView(account)) {
    throw typeError(`\`account\` must be a column of names or numbers, got ${describe(account)}`);
  }
  const places = new Map<unknown, number>();
  return Float64Array.from(account as ArrayLike<unknown>, (name, row) => {
    if (name === null || name === undefined || Number.isNaN(name)) {
      throw rangeError(`\`account\` is missing in row ${row}, counted from 0`, "missing_name");
    }
    const place = places.get(name) ?? places.size;
    places.set(name, place);
    return place;
  });
}

/** The fields of a comparison, as the native part reads them. @internal */
export function comparisonNumbers(given: Comparison): number[] {
  const all: unknown = given;
  if (!isFields(all) || !isFields(all["interval"])) {
    throw typeError(`\`comparison\` must be a comparison, as compareMeans gives it, got ${describe(given)}`);
  }
  const df = held(all, "degreesOfFreedom");
  return [
    all["measure"] === "relative_lift" ? 1 : 0,
    ...fields("comparison", all, ["treatment", "control", "estimate", "standardError"]),
    ...fields("comparison.interval", all["interval"], ["lower", "upper", "level"]),
    ...fields("comparison", all, ["statistic"]),
    df === null || df === undefined ? NaN : number("comparison.degreesOfFreedom", df),
    ...fields("comparison", all, ["pValue"]),
  ];
}

/** A number, or NaN for null and undefined; NaN itself is refused. @internal */
export function optional(name: string, value: number | null | undefined): number {
  if (value === null || value === undefined) return NaN;
  if (Number.isNaN(number(name, value))) {
    throw rangeError(`\`${name}\` must be a number or null, got NaN (a missing value)`, "nan_input");
  }
  return value;
}

/** A prior's two shapes. @internal */
export function shapes(prior: readonly [number, number]): number[] {
  return pair("prior", prior);
}

export { array, column, number, object, watcher, whole };

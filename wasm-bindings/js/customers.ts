/**
 * From purchases to customers: one row a customer, retention by cohort, RFM segments, survival.
 *
 * Columns go in and columns come out. No result depends on the order of the rows, to the last bit; rows that are
 * left out are counted in `report`.
 *
 * @packageDocumentation
 */

import { array, describe, flag, number, object, type Column } from "./inputs.js";
import { optionsOf } from "./options.js";
import { rangeError, typeError } from "./errors.js";
import { textsOf } from "./labels.js";
import { camelCase, record } from "./records.js";
import { core } from "./runtime.js";
import { customersOf, isoDate, momentOf, timesOf, type CustomerColumn, type Customers, type DateColumn, type Moment, type Times } from "./purchases.js";

export type { CustomerColumn, DateColumn, Moment } from "./purchases.js";

/** A unit of time. A month is a twelfth, a quarter a fourth of a year of 365.25 days. */
export type TimeUnit = "second" | "minute" | "hour" | "day" | "week" | "month" | "quarter" | "year";

/** A further column of a summary, in either spelling: `days_since_last` or `daysSinceLast`. */
export type ExtraColumn =
  | "purchases"
  | "daysSinceLast"
  | "firstPurchase"
  | "lastPurchase"
  | "firstValue"
  | "totalValue"
  | "sumLogIntervals";

/** A table of purchases: one row each. */
export interface PurchaseOptions {
  /** Who bought. */
  customer: CustomerColumn;
  /** When. */
  date: DateColumn;
  /** How much: money in one currency; negative for a return. */
  value?: Exclude<Column, number> | undefined;
  /** The end of observation, inclusive; by default the last purchase. */
  end?: Moment | undefined;
  /** The format of dates in text or whole numbers, as in `"%Y%m%d"`; ISO 8601 without it. */
  dateFormat?: string | undefined;
  /** The zone whose days count, for `Date` objects, milliseconds and text with an offset; UTC by default. */
  timeZone?: string | undefined;
}

/** What {@link summarise} takes. */
export interface SummariseOptions extends PurchaseOptions {
  /** The unit of `recency` and `T`; `"week"` by default. */
  unit?: TimeUnit | undefined;
  /** The end of the holdout, inclusive; `end` then is the end of calibration. */
  holdoutEnd?: Moment | undefined;
  /**
   * Which purchases of a customer count as one, their values added: those of a day (the default), those of a calendar
   * period of the unit (weeks from Monday; the default where periods are whole), or none.
   */
  merge?: "day" | "period" | "none" | undefined;
  /** Ages in exact fractions of the unit (10 days are 10/7 weeks; the default), or in whole calendar periods. */
  periods?: "exact" | "whole" | undefined;
  /** Whether the first purchase counts in `monetaryValue`; not by default. `frequency` never counts it. */
  includeFirstTransaction?: boolean | undefined;
  /** Further columns. */
  extra?: readonly ExtraColumn[] | undefined;
}

/** One row a customer, in ascending order of the customers: columns of one length. */
export interface Summary {
  /** The customer, as given. */
  customer: string[] | Float64Array;
  /** Purchases after the first. */
  frequency: Float64Array;
  /**
   * **Age at the last purchase**: from the first purchase to the last, in the unit. Not the time since the last purchase:
   * that is `T - recency`, or the further column `daysSinceLast` in days.
   */
  recency: Float64Array;
  /** Age at the end: from the first purchase to the end, in the unit. */
  T: Float64Array;
  /** Mean value of the purchases after the first; NaN where there are none. */
  monetaryValue?: Float64Array;
  /** Purchases in the holdout. */
  holdoutFrequency?: Float64Array;
  /** Mean value of a purchase in the holdout; NaN where there are none. */
  holdoutMonetaryValue?: Float64Array;
  /** The length of the holdout, in the unit. */
  holdoutT?: Float64Array;
  /** All purchases, the first included. */
  purchases?: Float64Array;
  /** Days from the last purchase to the end. */
  daysSinceLast?: Float64Array;
  /** The first purchase, as ISO text. */
  firstPurchase?: string[];
  /** The last purchase, as ISO text. */
  lastPurchase?: string[];
  /** The value of the first purchase. */
  firstValue?: Float64Array;
  /** The value of all purchases. */
  totalValue?: Float64Array;
  /** The sum of the logarithms of the times between purchases. */
  sumLogIntervals?: Float64Array;
  /** What was read, merged and left out. */
  report: SummaryReport;
}

/** What {@link summarise} read, merged and left out. */
export interface SummaryReport {
  /** Rows given. */
  rows: number;
  /** Rows left out because the customer is missing. */
  rowsMissingCustomer: number;
  /** Rows left out because the date is missing. */
  rowsMissingDate: number;
  /** Rows left out because they lie after the end (of the holdout, where there is one). */
  rowsAfterEnd: number;
  /** Rows left out because their customer first bought after the end of calibration. */
  rowsOfLaterCustomers: number;
  /** Rows added to another purchase of the same customer on the same day or in the same period. */
  rowsMerged: number;
  /** Purchases counted, after merging: first, repeat and holdout. */
  purchases: number;
  /** Customers in the summary. */
  customers: number;
  /** Customers left out because they first bought after the end of calibration. */
  laterCustomers: number;
  /** Customers with a frequency of 0. */
  customersWithoutRepeat: number;
  /** How time was counted. */
  unit: TimeUnit;
  /** How purchases were merged. */
  merge: "day" | "period" | "none";
  /** How ages were counted. */
  periods: "exact" | "whole";
  /** The first purchase. */
  start: string;
  /** The end of observation. */
  end: string;
  /** The end of the holdout. */
  holdoutEnd: string | null;
  /** The grain of time: 1 for days. */
  stepsPerDay: number;
}

/**
 * Turns purchases into one row a customer, the input of every customer-base model.
 *
 * @param options - the columns of the purchases, and how to count
 * @returns columns in ascending order of the customers, and a report on the rows
 * @throws RangeError for a text that is no date, a value that is missing or infinite, columns of different length, an end
 *   before the first purchase; TypeError for columns of other types
 *
 * @example
 * ```js
 * const summary = customers.summarise({
 *   customer: ["ana", "ana", "ana", "budi"],
 *   date: ["2026-01-05", "2026-01-12", "2026-01-26", "2026-01-19"],
 *   value: [10, 8, 12, 8],
 *   unit: "week",
 *   end: "2026-02-02",
 * });
 * summary.frequency; // Float64Array [ 2, 0 ]
 * summary.recency; // Float64Array [ 3, 0 ]
 * ```
 */
export function summarise(options: SummariseOptions): Summary {
  optionsOf(options, SUMMARY_OPTIONS);
  const { unit = "week", merge, periods = "exact", extra = [] } = options;
  const withinADay = merge === "period" && (unit === "second" || unit === "minute" || unit === "hour");
  const { table, who, times } = read(options, (merge === "none" || withinADay) && periods === "exact");
  try {
    const end = momentOf("end", options.end, times, options.dateFormat, options.timeZone);
    const holdoutEnd = momentOf("holdoutEnd", options.holdoutEnd, times, options.dateFormat, options.timeZone);
    const columns = core("customers", "lifetime").customers_summarise(
      table,
      unit,
      ...end,
      ...holdoutEnd,
      merge,
      periods,
      flag("includeFirstTransaction", options.includeFirstTransaction ?? false),
      textsOf("extra", extra).map(snakeCase),
    ) as Columns;
    const report = record<SummaryReport>(columns["report"] as string);
    const summary = renamed(columns);
    summary["customer"] = who.labels(columns["customer"] as Float64Array);
    for (const name of ["firstPurchase", "lastPurchase"]) {
      const steps = summary[name] as Float64Array | undefined;
      if (steps) summary[name] = Array.from(steps, (step) => isoDate(step, report.stepsPerDay));
    }
    return { ...summary, report } as unknown as Summary;
  } finally {
    table.free();
  }
}

const SUMMARY_OPTIONS = [
  "customer",
  "date",
  "value",
  "end",
  "dateFormat",
  "timeZone",
  "unit",
  "holdoutEnd",
  "merge",
  "periods",
  "includeFirstTransaction",
  "extra",
] as const;

/** What {@link tracking} takes: what {@link summarise} was given, and the length of a period. */
export interface TrackingOptions extends SummariseOptions {
  /** The length of a period in the unit; 1 by default, which counts by week in weekly data. */
  step?: number | undefined;
}

/** Repeat purchases of all customers by period, the earliest first: columns of one length. */
export interface Tracking {
  /** The end of the period, in units since the first purchase of all. */
  time: Float64Array;
  /** True after the end of calibration. */
  holdout: boolean[];
  /** Repeat purchases in the period. */
  repeatPurchases: Float64Array;
  /** Repeat purchases so far; at the end of calibration the sum of the summary's frequencies. */
  cumulative: Float64Array;
}

/**
 * Counts the repeat purchases of all customers, period by period: what a forecast is tracked against.
 *
 * The same customers and the same merging as {@link summarise} with these options. Periods are counted from the end of
 * calibration in both directions, so that none lies on both sides of it; the first may be shorter.
 *
 * @param options - the columns of the purchases, and how to count
 *
 * @example
 * ```js
 * const weeks = customers.tracking({
 *   customer: [4, 4, 4, 9],
 *   date: ["2026-01-05", "2026-01-12", "2026-01-26", "2026-01-19"],
 *   end: "2026-01-19",
 *   holdoutEnd: "2026-02-02",
 * });
 * weeks.repeatPurchases; // Float64Array [ 1, 0, 1, 0 ]
 * ```
 */
export function tracking(options: TrackingOptions): Tracking {
  optionsOf(options, [...SUMMARY_OPTIONS, "step"]);
  const { unit = "week", merge, periods = "exact", step = 1 } = options;
  const withinADay = merge === "period" && (unit === "second" || unit === "minute" || unit === "hour");
  const { table, times } = read(options, (merge === "none" || withinADay) && periods === "exact");
  try {
    const end = momentOf("end", options.end, times, options.dateFormat, options.timeZone);
    const holdoutEnd = momentOf("holdoutEnd", options.holdoutEnd, times, options.dateFormat, options.timeZone);
    const found = renamed(
      core("customers").customers_tracking(table, unit, ...end, ...holdoutEnd, merge, periods, number("step", step)) as Columns,
    );
    return { ...found, holdout: Array.from(found["holdout"] as Uint8Array, Boolean) } as unknown as Tracking;
  } finally {
    table.free();
  }
}

type Columns = Record<string, unknown>;

function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function renamed(columns: Columns): Columns {
  return Object.fromEntries(Object.entries(columns).map(([name, column]) => [camelCase(name), column]));
}

interface Read {
  table: InstanceType<ReturnType<typeof core<"customers">>["PurchaseTable"]>;
  who: Customers;
  times: Times;
}

/** The columns as numbers; the lengths are compared here, before anything is copied. */
function read(options: PurchaseOptions, instants: boolean): Read {
  const who = customersOf(options.customer);
  const times = timesOf(options.date, options.dateFormat, options.timeZone, instants);
  const value = options.value === undefined ? undefined : array("value", options.value);
  const rows = (who.ids ?? who.codes)!.length;
  for (const [name, column] of [["date", times.ticks], ["value", value]] as const) {
    if (column && column.length !== rows) {
      throw rangeError(`\`customer\` has ${rows} values but \`${name}\` has ${column.length}; give columns of one length`, "length_mismatch");
    }
  }
  const Table = core("customers", "lifetime").PurchaseTable;
  return { table: new Table(who.ids, who.codes, who.count, times.ticks, times.ticksPerDay, value), who, times };
}

/** What {@link cohorts} takes. */
export interface CohortOptions extends PurchaseOptions {
  /** The period, by the calendar; weeks start on Monday. `"month"` by default. */
  unit?: "day" | "week" | "month" | "quarter" | "year" | undefined;
  /** Whether a customer counts at an age for a purchase in that very period (the default), or in that one or any later. */
  returned?: "on" | "on_or_after" | undefined;
  /** The largest age to report. */
  maxAge?: number | undefined;
}

/** One row for each cohort and age, by cohort, then age: columns of one length. */
export interface Cohorts {
  /** First day of the period in which the customers first bought, as ISO text. */
  cohort: string[];
  /** Periods since then, 0 for that period. */
  age: Float64Array;
  /** Customers in the cohort. */
  customers: Float64Array;
  /** Those of them who count at that age. */
  active: Float64Array;
  /** Their share. */
  retention: Float64Array;
  /** Whether the period had ended at the end of observation. */
  complete: boolean[];
  /** The sum of the values in that period. */
  value?: Float64Array;
  /** What was read and left out. */
  report: CohortReport;
}

/** What {@link cohorts} read and left out. */
export interface CohortReport {
  /** Rows given. */
  rows: number;
  /** Rows left out because the customer is missing. */
  rowsMissingCustomer: number;
  /** Rows left out because the date is missing. */
  rowsMissingDate: number;
  /** Rows left out because they lie after the end. */
  rowsAfterEnd: number;
  /** Customers in all cohorts. */
  customers: number;
  /** The unit of the periods. */
  unit: TimeUnit;
  /** The first purchase. */
  start: string;
  /** The end of observation. */
  end: string;
}

/**
 * Counts how many of the customers won in each period buy again in each period since.
 *
 * @param options - the columns of the purchases, and the period
 * @returns columns by cohort, then age, and a report on the rows
 */
export function cohorts(options: CohortOptions): Cohorts {
  optionsOf(options, ["customer", "date", "value", "end", "dateFormat", "timeZone", "unit", "returned", "maxAge"]);
  const maxAge = options.maxAge;
  if (maxAge !== undefined && !(Number.isInteger(maxAge) && maxAge >= 0 && maxAge < 2 ** 32)) {
    throw rangeError(`\`maxAge\` must be a whole number >= 0, got ${String(maxAge)}`, "out_of_domain");
  }
  const { table, times } = read(options, false);
  try {
    const end = momentOf("end", options.end, times, options.dateFormat, options.timeZone);
    const columns = core("customers").customers_cohorts(table, options.unit ?? "month", ...end, options.returned ?? "on", maxAge) as Columns;
    return {
      ...columns,
      cohort: Array.from(columns["cohort"] as Float64Array, (day) => isoDate(day, 1)),
      complete: Array.from(columns["complete"] as Uint8Array, Boolean),
      report: record<CohortReport>(columns["report"] as string),
    } as unknown as Cohorts;
  } finally {
    table.free();
  }
}

/** The scores a segment takes, lowest and highest included; any where nothing is said. */
export interface SegmentRule {
  recency?: readonly [number, number];
  frequency?: readonly [number, number];
  monetary?: readonly [number, number];
}

/** What {@link rfmSegments} takes beside the summary. */
export interface RfmOptions {
  /** The time since the last purchase; by default `daysSinceLast` of the summary if it is there, else `T - recency`. */
  timeSinceLast?: Exclude<Column, number> | undefined;
  /** The money; by default `monetaryValue` of the summary if it is there. NaN ranks below every amount. */
  monetaryValue?: Exclude<Column, number> | undefined;
  /** How many scores there are, 2 to 9; 5 by default. */
  scores?: number | undefined;
  /** Weights of recency, frequency and money in `rfmScore`; all 1 by default. */
  weights?: readonly [number, number, number] | undefined;
  /**
   * Segments by name; the first that takes a customer names the segment, `"other"` is left. By default the ten segments
   * of common use: champions (recency 5, frequency 4-5), loyal (3-4, 4-5), potential_loyalists (4-5, 2-3), new_customers
   * (5, 1), promising (4, 1), need_attention (3, 3), about_to_sleep (3, 1-2), cannot_lose (1-2, 5), at_risk (1-2, 3-4),
   * hibernating (1-2, 1-2).
   */
  segments?: Readonly<Record<string, SegmentRule>> | undefined;
}

/** Scores and segments, one row a customer in the order given. */
export interface RfmSegments {
  /** 1 (longest ago) to `scores` (most recent). */
  recencyScore: Float64Array;
  /** 1 (rarest) to `scores` (most frequent). */
  frequencyScore: Float64Array;
  /** 1 (least) to `scores` (most). */
  monetaryScore?: Float64Array;
  /** The scores side by side, as 543; two digits without money. */
  rfmCell: Float64Array;
  /** The weighted mean of the scores. */
  rfmScore: Float64Array;
  /** The segment's name. */
  segment: string[];
}

/** What {@link rfmSegments} needs of a {@link Summary}. */
export interface RfmInput {
  frequency: Exclude<Column, number>;
  recency?: Exclude<Column, number> | undefined;
  T?: Exclude<Column, number> | undefined;
  daysSinceLast?: Exclude<Column, number> | undefined;
  monetaryValue?: Exclude<Column, number> | undefined;
}

/**
 * Scores customers by rank on recency, frequency and money, and names their segment.
 *
 * The score of a value is `floor(scores * worse / n) + 1`, where `worse` of the n customers are strictly worse: 5 is best,
 * and equal values share one score, whatever the order of the rows.
 *
 * @param summary - one row a customer, as {@link summarise} makes it
 * @param options - other columns, the number of scores, weights, segments
 */
export function rfmSegments(summary: RfmInput, options: RfmOptions = {}): RfmSegments {
  const { scores = 5, weights = [1, 1, 1], segments } = optionsOf(options, ["timeSinceLast", "monetaryValue", "scores", "weights", "segments"]);
  if (!(Number.isInteger(scores) && scores >= 2 && scores <= 9)) {
    throw rangeError(`\`scores\` must be a whole number from 2 to 9, got ${String(scores)}`, "out_of_domain");
  }
  object("summary", summary);
  const sinceLast = options.timeSinceLast ?? summary.daysSinceLast;
  const since =
    sinceLast === undefined
      ? core("customers").customers_time_since_last(array("recency", summary.recency), array("T", summary.T))
      : array("timeSinceLast", sinceLast);
  const money = options.monetaryValue ?? summary.monetaryValue;
  const columns = core("customers").customers_rfm_segments(
    since,
    array("frequency", summary.frequency),
    money === undefined ? undefined : array("monetaryValue", money),
    scores,
    Float64Array.from(weights, (weight) => number("weights", weight)),
    segments && Object.keys(segments),
    Uint8Array.from(segments ? Object.entries(segments).flatMap(([name, rule]) => bounds(name, rule, scores)) : []),
  ) as Columns;
  const { segments: names, segment, ...found } = columns as { segments: string[]; segment: Uint32Array };
  return { ...renamed(found), segment: Array.from(segment, (code) => names[code]!) } as unknown as RfmSegments;
}

function bounds(name: string, rule: SegmentRule, scores: number): number[] {
  optionsOf(rule, ["recency", "frequency", "monetary"], `segments.${name}`);
  return (["recency", "frequency", "monetary"] as const).flatMap((score) => {
    const [low, high] = rule[score] ?? [1, scores];
    if (!(low >= 1 && low <= high && high <= 9)) {
      throw rangeError(
        `\`segments\` gives ${JSON.stringify(name)} the ${score} scores [${low}, ${high}]; write [lowest, highest] within 1 to ${scores}`,
        "out_of_domain",
      );
    }
    return [low, high];
  });
}

/** What {@link kaplanMeier} takes beside the durations. */
export interface KaplanMeierOptions {
  /** True where the customer has left, false where he or she was still there at the last look; by default all have left. */
  observed?: readonly (boolean | number)[] | Exclude<Column, number> | undefined;
  /** How many customers a row stands for. */
  weights?: Exclude<Column, number> | undefined;
  /** The level of the pointwise interval; 0.95 by default. */
  confidence?: number | undefined;
  /** The scale on which the interval is symmetric; `"log_log"` by default. */
  scale?: "log_log" | "log" | "plain" | undefined;
}

/** A Kaplan-Meier curve: one row for each different duration, ascending. */
export interface SurvivalCurve {
  /** The duration. */
  readonly time: Float64Array;
  /** Customers who stayed at least so long. */
  readonly atRisk: Float64Array;
  /** Those of them who left then. */
  readonly events: Float64Array;
  /** Those of them who were last seen then, still there. */
  readonly censored: Float64Array;
  /** The share that stays longer. */
  readonly survival: Float64Array;
  /** Its standard error (Greenwood); NaN once the curve has reached 0. */
  readonly standardError: Float64Array;
  /** The lower end of the pointwise interval; NaN once the curve has reached 0. */
  readonly lower: Float64Array;
  /** The upper end of the pointwise interval; NaN once the curve has reached 0. */
  readonly upper: Float64Array;
  /** The level of the interval. */
  readonly confidence: number;
  /** The share that stays longer than a time; refuses one beyond the longest duration. */
  at(time: number): number;
  /** The shortest time at which the curve has fallen to a share: the median for 0.5. */
  timeTo(share: number): number;
}

/**
 * Estimates how long customers stay (Kaplan and Meier 1958).
 *
 * @param durations - how long each customer stayed, or has stayed so far
 * @param options - who has left, weights, the interval
 */
export function kaplanMeier(durations: Exclude<Column, number>, options: KaplanMeierOptions = {}): SurvivalCurve {
  const { observed, weights, confidence = 0.95, scale = "log_log" } = optionsOf(options, ["observed", "weights", "confidence", "scale"]);
  const columns = renamed(
    core("customers").customers_kaplan_meier(
      array("durations", durations),
      observed === undefined ? undefined : flags(observed),
      weights === undefined ? undefined : array("weights", weights),
      number("confidence", confidence),
      scale,
    ) as Columns,
  ) as unknown as Omit<SurvivalCurve, "confidence" | "at" | "timeTo">;
  return {
    ...columns,
    confidence,
    at: (time) => core("customers").customers_survival_at(columns.time, columns.survival, number("t", time)),
    timeTo: (share) => core("customers").customers_survival_time(columns.time, columns.survival, number("share", share)),
  };
}

function flags(observed: NonNullable<KaplanMeierOptions["observed"]>): Uint8Array {
  if (!Array.isArray(observed) && !ArrayBuffer.isView(observed)) throw typeError(`\`observed\` must be a column, got ${describe(observed)}`);
  return Uint8Array.from(observed as ArrayLike<unknown>, (flag, row) => {
    if (flag === true || flag === 1) return 1;
    if (flag === false || flag === 0) return 0;
    throw rangeError(`\`observed\` must hold true and false (or 1 and 0), got ${String(flag)} in row ${row}`, "out_of_domain");
  });
}

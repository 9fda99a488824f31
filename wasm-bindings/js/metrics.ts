/**
 * Metrics: one function each, the same names (in camelCase) and numbers as in Rust and Python.
 *
 * Numbers give a number, columns give a `Float64Array`. What has no value throws with a `code` (numbers) or is `NaN`
 * (columns); {@link evaluate} gives values and statuses side by side, {@link rollup} totals,
 * and {@link compare} groups with intervals and p values.
 *
 * @packageDocumentation
 */

import type { MetricRecord } from "./catalogue.js";
import { rangeError, typeError } from "./errors.js";
import type { Comparison, RatioEstimate } from "./experiments/results.js";
import { describe, number, object, type Column } from "./inputs.js";
import { optionsOf } from "./options.js";
import { labelsOf, type Name, type NameColumn } from "./labels.js";
import { Metric, type Label } from "./metric.js";
import { records } from "./metrics/records.js";
import { texts } from "./metrics/texts.js";
import { record } from "./records.js";
import type { Marks, Units } from "./provenance.js";
import { core } from "./runtime.js";

export * from "./metrics/names.js";
export type { InputRecord, MetricRecord } from "./catalogue.js";
export type { Label, List, Options } from "./metric.js";
export type { Marks, Provenance, Units } from "./provenance.js";

/** What a metric gave. */
export interface Outcome extends Label {
  /** The value, or `null` where there is none; a column for columns, with `NaN` where there is none. */
  readonly value: number | Float64Array | Readonly<Record<string, number>> | null;
  /** Why there is no value, or `null` where there is one; a column for columns. */
  readonly status: string | null | readonly (string | null)[];
  /** The metric, which is also the variant of its family. */
  readonly metric: string;
}

/** Totals of groups, as columns. */
export interface Totals<Group> extends Label {
  /** The groups, in the order of their first rows. */
  readonly by: readonly Group[];
  /** The metric of each group; `NaN` where there is no value. */
  readonly value: Float64Array;
  /** Why there is no value; `null` where there is one. */
  readonly status: readonly (string | null)[];
  /** Rows of each group. */
  readonly rows: readonly number[];
  /** Rows left out because an input is missing. */
  readonly rowsMissing: readonly number[];
}

/** A metric of one group. */
export interface GroupValue<Group> {
  /** What the group is called. */
  readonly group: Group;
  /** The metric of the group, as {@link rollup} gives it. */
  readonly value: number | null;
  /** The value with its error and interval; `null` where chance cannot be judged. */
  readonly estimate: RatioEstimate | null;
  /** Rows of the group. */
  readonly rows: number;
  /** Rows left out because an input is missing. */
  readonly rowsMissing: number;
  /** Accounts (rows, where none were named). */
  readonly clusters: number;
  /** Why there is no value or no estimate. */
  readonly status: string | null;
  /** The same in words. */
  readonly reason: string | null;
}

/** Two groups. */
export interface GroupDifference<Group> {
  /** The group that is looked at. */
  readonly first: Group;
  /** The group that it is compared with. */
  readonly second: Group;
  /** `first - second` with interval and p value; `null` where it cannot be judged. */
  readonly difference: Comparison | null;
  /** `first / second - 1`; `null` also where the second is not above 0. */
  readonly relativeLift: Comparison | null;
  /** The p value of the difference, adjusted for the number of differences (Holm). */
  readonly adjustedPValue: number | null;
  /** Accounts with rows in both groups; the error of the difference knows them. */
  readonly sharedClusters: number;
  /** Why there is no difference. */
  readonly status: string | null;
  /** The same in words. */
  readonly reason: string | null;
}

/** Groups compared by a metric. */
export interface MetricComparison<Group> extends Label {
  /** The metric. */
  readonly metric: string;
  /** The level of the intervals. */
  readonly level: number;
  /** Whether accounts were named; without them each row counts as one. */
  readonly clustered: boolean;
  /** The groups in sorted order. */
  readonly groups: readonly GroupValue<Group>[];
  /** Every pair, or every group against the one named. */
  readonly differences: readonly GroupDifference<Group>[];
}

/** How {@link compare} compares. */
export interface CompareOptions<Group extends Name> {
  /** The group of each row: text, or whole numbers. */
  readonly by: readonly Group[];
  /** The account (creator, customer, member) of each row; without it every row counts as one. */
  readonly cluster?: NameColumn | undefined;
  /** The group that the others are compared with; every pair without it. */
  readonly against?: Group | undefined;
  /** The level of the intervals, 0.95 by default. */
  readonly level?: number | undefined;
  /** Units of inputs, money with its currency: `{ cost: "currency:IDR" }`. */
  readonly units?: Units | undefined;
  /** Marks of inputs. */
  readonly provenance?: Marks | undefined;
}

/** What may be stated of inputs. */
export interface StatedOptions {
  /** Units, by their names in the catalogue, money with its currency: `{ cost: "currency:IDR", impressions: "count" }`. */
  readonly units?: Units | undefined;
  /** Marks; the worst becomes the mark of the result. */
  readonly provenance?: Marks | undefined;
}

/** A family of variants. */
export interface Family {
  /** The family. */
  readonly name: string;
  /** The variant to take when nothing speaks for another; some families have none on purpose. */
  readonly default: string | null;
  /** Each variant with when to take it, default first. */
  readonly variants: Readonly<Record<string, string>>;
  /** What the family is called. */
  readonly title: string;
  /** What it answers. */
  readonly question: string;
  /** How to choose. */
  readonly advice: string;
}

const STATED = ["units", "provenance"] as const;

const found = new Map<string, Metric>();

/** A metric by its catalogue name or its camelCase name. */
function find(name: string): Metric {
  if (typeof name !== "string") throw typeError(`\`metric\` must be the name of a metric, got ${describe(name)}`);
  const id = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  let metric = found.get(id);
  if (!metric) {
    metric = new Metric(id);
    found.set(id, metric);
  }
  return metric;
}

let names: readonly (string | null)[] | undefined;

/** The name of a status; code 0 stands for a value. */
function statusOf(code: number): string | null {
  names ??= [null, ...core("metrics").status_names().split(",")];
  return names[code] ?? null;
}

/**
 * A metric by name; a status is a result here, never an exception.
 *
 * @param metric - its name, `"cpm"`, `"engagement_rate_pooled"`
 * @param inputs - its inputs by name: numbers, columns, lists
 * @param options - `units` of inputs, which are checked; `provenance`, marks of inputs, the worst of which becomes the mark
 * of the result; what a model or an assumption gives is never measured
 * @returns value and status, one of each or a column of each, with unit and mark
 * @throws RangeError for an unknown metric or input, for an input stated in another unit than the metric takes
 * (`wrong_unit`), for `two_currencies`, for inputs that must have one unit (`mixed_units`); TypeError for an input of the
 * wrong type
 * @example
 * ```js
 * metrics.evaluate("cpm", { cost: 250, impressions: 0 }).status; // "zero_denominator"
 * metrics.evaluate("cpm", { cost: 250000, impressions: 50000 }, { units: { cost: "currency:IDR" } }).unit; // "currency_each:IDR"
 * ```
 */
export function evaluate(
  metric: string,
  inputs: Readonly<Record<string, unknown>>,
  options: StatedOptions = {},
): Outcome {
  const handle = find(metric);
  optionsOf(options, STATED);
  const [value, status] = handle.evaluate(inputs);
  return {
    value: value as Outcome["value"],
    status: status instanceof Uint8Array ? Array.from(status, statusOf) : (status as string | null),
    metric: handle.id,
    ...handle.label(options),
  };
}

/**
 * The metric of each group of rows, as its roll-up rule says: the total of a rate is no mean of rates.
 *
 * @param metric - its name
 * @param inputs - its inputs by name: columns of one length, or one number for all rows
 * @param by - the group of each row
 * @param options - `units` and `provenance`: units and marks of inputs, as {@link evaluate} takes them
 * @returns the totals as columns
 * @throws RangeError for an invalid value (with its row), `not_constant`, `not_rollable`, columns of different length
 * @example
 * ```js
 * const total = metrics.rollup("cpm", { cost: [100, 300], impressions: [10000, 90000] }, ["micro", "micro"]);
 * total.value[0]; // 4
 * ```
 */
export function rollup<Group>(
  metric: string,
  inputs: Readonly<Record<string, Column>>,
  by: readonly Group[],
  options: StatedOptions = {},
): Totals<Group> {
  const handle = find(metric);
  optionsOf(options, STATED);
  const { codes, names } = groupsOf(by);
  checkBeside(inputs, "by", codes.length);
  const label = handle.label(options);
  const [value, status, rows, missing] = handle.totals(inputs, codes, names.length);
  return {
    by: names,
    value: value ?? new Float64Array(0),
    status: Array.from(status ?? [], statusOf),
    rows: Array.from(rows ?? []),
    rowsMissing: Array.from(missing ?? []),
    ...label,
  };
}

/** Refuses a column beside the inputs that is longer or shorter than they are. */
function checkBeside(inputs: Readonly<Record<string, Column>>, name: string, rows: number): void {
  for (const [input, column] of Object.entries(object("inputs", inputs))) {
    const given: unknown = column;
    const length = Array.isArray(given) || ArrayBuffer.isView(given) ? (given as unknown as ArrayLike<unknown>).length : rows;
    if (length !== rows) {
      throw rangeError(
        `\`${name}\` has ${rows} values but \`${input}\` has ${length}; give columns of one length`,
        "length_mismatch",
      );
    }
  }
}

/** The groups of rows, numbered in the order of their first rows. */
function groupsOf<Group>(by: readonly Group[]): { codes: Uint32Array; names: Group[] } {
  if (!Array.isArray(by) && !ArrayBuffer.isView(by)) {
    throw typeError(`\`by\` must hold the group of each row, got ${describe(by)}`);
  }
  const places = new Map<Group, number>();
  const codes = Uint32Array.from(by, (group) => {
    let code = places.get(group);
    if (code === undefined) {
      code = places.size;
      places.set(group, code);
    }
    return code;
  });
  return { codes, names: [...places.keys()] };
}

/**
 * Compares groups of rows by a metric: each value with an interval, each difference with a p value.
 *
 * Rows that repeat an account are not independent: give the account of each row in `cluster`, and errors come from leaving
 * out one account at a time. Without it errors may be several times too small. An account with rows in both groups is
 * compared with itself. For metrics that look at how all rows are spread (a median, `gini`, `top_share`, `percentileRank`,
 * `retentionKaplanMeier`) accounts are drawn anew instead, with replacement; the draws are seeded, so that the same columns
 * give the same numbers.
 *
 * @param metric - its name
 * @param inputs - its inputs by name: columns of one length, or one number for all rows
 * @param options - `by`: the group of each row; `cluster`: its account; `against`: the group to compare with; `level`;
 *   `units` and `provenance`
 * @returns groups in sorted order, and differences
 * @throws RangeError as {@link rollup}; `no_interval` for a metric for which none can be had, with what to do instead
 * @example
 * ```js
 * const found = metrics.compare(
 *   "engagement_rate_pooled",
 *   { engagements: [50, 40, 60, 30, 900, 1500, 700], bases: [1000, 500, 2000, 800, 40000, 50000, 30000] },
 *   { by: ["micro", "micro", "micro", "micro", "macro", "macro", "macro"], cluster: [1, 2, 3, 4, 11, 12, 13] },
 * );
 * found.groups[1].estimate.standardError; // 0.00851... of "micro"
 * found.differences[0].difference.pValue; // 0.27...
 * ```
 */
export function compare<Group extends Name>(
  metric: string,
  inputs: Readonly<Record<string, Column>>,
  options: CompareOptions<Group>,
): MetricComparison<Group> {
  const handle = find(metric);
  optionsOf(options, ["by", "cluster", "against", "level", "units", "provenance"]);
  const { codes, names } = labelsOf("by", options.by);
  const against = options.against === undefined ? undefined : names.indexOf(options.against);
  if (against === -1) {
    throw rangeError(`\`against\` names the group ${JSON.stringify(options.against)}, which no row has`, "unknown_group");
  }
  const cluster = options.cluster === undefined ? undefined : labelsOf("cluster", options.cluster).codes;
  checkBeside(inputs, "by", codes.length);
  if (cluster !== undefined) checkBeside(inputs, "cluster", cluster.length);
  const label = handle.label(options);
  const level = number("level", options.level ?? 0.95);
  const found = record<MetricComparison<number>>(handle.compare(inputs, codes, names.length, cluster, against, level));
  const name = (code: number) => names[code] as Group;
  return {
    ...found,
    groups: found.groups.map((one) => ({ ...one, group: name(one.group) })),
    differences: found.differences.map((one) => ({ ...one, first: name(one.first), second: name(one.second) })),
    ...label,
  };
}

/**
 * Every metric's record.
 *
 * @param options - `language`: `"en"` (the default), `"id"` or `"ms"` for titles and definitions
 * @returns the records in the order of the documentation
 * @throws RangeError with the code `unknown_language`
 */
export function catalogue(options: { readonly language?: "en" | "id" | "ms" } = {}): readonly MetricRecord[] {
  const { language = "en" } = optionsOf(options, ["language"]);
  if (language === "en") return records;
  if (language !== "id" && language !== "ms") {
    throw rangeError(`there is no language "${String(language)}"; there are "en", "id", "ms"`, "unknown_language");
  }
  return records.map((entry) => ({ ...entry, ...texts[language].metrics[entry.id] }));
}

/**
 * The variants of a family, the default, and when to use which.
 *
 * @param name - the family, such as `"engagement_rate"`
 * @throws RangeError with the code `unknown_family`
 */
export function family(name: string): Family {
  if (typeof name !== "string") throw typeError(`\`name\` must be the name of a family, got ${describe(name)}`);
  const members = records.filter((entry) => entry.family?.name === name);
  if (members.length === 0) {
    const all = [...new Set(records.flatMap((entry) => entry.family?.name ?? []))].sort();
    throw rangeError(`there is no family "${name}"; there are ${all.join(", ")}`, "unknown_family");
  }
  members.sort((left, right) => Number(right.family?.default) - Number(left.family?.default));
  const first = members[0];
  const { title = "", question = "", advice = "" } = texts.families[name] ?? {};
  return {
    name,
    title,
    question,
    advice,
    default: first?.family?.default ? first.id : null,
    variants: Object.fromEntries(members.map((entry) => [entry.id, entry.family?.useWhen ?? ""])),
  };
}

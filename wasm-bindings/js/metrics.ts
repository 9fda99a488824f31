/**
 * Metrics: one function each, the same names (in camelCase) and numbers as in Rust and Python.
 *
 * Numbers give a number, columns give a `Float64Array`. What has no value throws with a `code` (numbers) or is `NaN`
 * (columns); {@link evaluate} gives values and statuses side by side.
 *
 * @packageDocumentation
 */

import type { MetricRecord } from "./catalogue.js";
import { rangeError } from "./errors.js";
import type { Column } from "./inputs.js";
import { Metric } from "./metric.js";
import { records } from "./metrics/records.js";
import { texts } from "./metrics/texts.js";
import { core } from "./runtime.js";

export * from "./metrics/names.js";
export type { InputRecord, MetricRecord } from "./catalogue.js";
export type { List, Options } from "./metric.js";

/** What a metric gave. */
export interface Outcome {
  /** The value, or `null` where there is none; a column for columns, with `NaN` where there is none. */
  readonly value: number | Float64Array | Readonly<Record<string, number>> | null;
  /** Why there is no value, or `null` where there is one; a column for columns. */
  readonly status: string | null | readonly (string | null)[];
  /** The metric, which is also the variant of its family. */
  readonly metric: string;
}

/** Totals of groups, as columns. */
export interface Totals<Group> {
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

const found = new Map<string, Metric>();

/** A metric by its catalogue name or its camelCase name. */
function find(name: string): Metric {
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
  names ??= [null, ...core().status_names()];
  return names[code] ?? null;
}

/**
 * A metric by name; a status is a result here, never an exception.
 *
 * @param metric - its name, `"cpm"`, `"engagement_rate_pooled"`
 * @param inputs - its inputs by name: numbers, columns, lists
 * @returns value and status, one of each or a column of each
 * @throws RangeError for an unknown metric or input, TypeError for an input of the wrong type
 * @example
 * ```js
 * metrics.evaluate("cpm", { cost: 250, impressions: 0 }); // { value: null, status: "zero_denominator", metric: "cpm" }
 * ```
 */
export function evaluate(metric: string, inputs: Readonly<Record<string, unknown>>): Outcome {
  const handle = find(metric);
  const [value, status] = handle.evaluate(inputs);
  return {
    value: value as Outcome["value"],
    status: status instanceof Uint8Array ? Array.from(status, statusOf) : (status as string | null),
    metric: handle.id,
  };
}

/**
 * The metric of each group of rows, as its roll-up rule says: the total of a rate is no mean of rates.
 *
 * @param metric - its name
 * @param inputs - its inputs by name: columns of one length, or one number for all rows
 * @param by - the group of each row
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
): Totals<Group> {
  const codes = new Map<Group, number>();
  const groups = Uint32Array.from(by, (group) => {
    let code = codes.get(group);
    if (code === undefined) {
      code = codes.size;
      codes.set(group, code);
    }
    return code;
  });
  const [value, status, rows, missing] = find(metric).totals(inputs, groups, codes.size);
  return {
    by: [...codes.keys()],
    value: value ?? new Float64Array(0),
    status: Array.from(status ?? [], statusOf),
    rows: Array.from(rows ?? []),
    rowsMissing: Array.from(missing ?? []),
  };
}

/**
 * Every metric's record.
 *
 * @param options - `language`: `"en"` (the default), `"id"` or `"ms"` for titles and definitions
 * @returns the records in the order of the documentation
 * @throws RangeError with the code `unknown_language`
 */
export function catalogue(options?: { readonly language?: "en" | "id" | "ms" }): readonly MetricRecord[] {
  const language = options?.language ?? "en";
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
    variants: Object.fromEntries(members.map((entry) => [entry.id, entry.family?.use_when ?? ""])),
  };
}

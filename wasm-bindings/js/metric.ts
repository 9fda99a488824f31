/** The door through which every metric goes. */

import { rangeError, typeError } from "./errors.js";
import { array, column, describe, number, object } from "./inputs.js";
import type { ArrayLikeOfNumbers } from "./inputs.js";
import { optionsOf } from "./options.js";
import { camelCase } from "./records.js";
import type { Marks, Provenance, Units } from "./provenance.js";
import { core } from "./runtime.js";

/** A list of numbers; `null`, `undefined` and `NaN` are missing values. */
export type List = readonly (number | null | undefined)[] | ArrayLikeOfNumbers;

/** Options of every metric. */
export interface Options {
  /** Whether an invalid value in a column throws (the default) or gives `NaN` for its row. */
  readonly onInvalid?: "raise" | "nan";
}

/** What is known of a result beside its value. */
export interface Label {
  /** The unit of the value, with the currency where it is money and was stated: `"currency_each:IDR"`. */
  readonly unit: string;
  /** The worst mark of the inputs and of the metric itself, whose result may be a model's; `null` where nothing is known. */
  readonly provenance: Provenance | null;
}

/** A metric of the catalogue, found at its first use. @internal */
export class Metric {
  private index = -1;
  private inputs: { readonly name: string; readonly key: string; readonly shape: string }[] = [];

  constructor(readonly id: string) {}

  private find(): number {
    if (this.index < 0) {
      this.index = core("metrics").metric_index(this.id);
      this.inputs = core("metrics")
        .metric_inputs(this.index)
        .split(",")
        .map((input) => {
          const [name = "", shape = ""] = input.split(":");
          return { name, key: camelCase(name), shape };
        });
    }
    return this.index;
  }

  /** The value; what there is none of throws (numbers) or is NaN (columns). */
  compute(values: readonly unknown[] | Readonly<Record<string, unknown>>, options: Options = {}): unknown {
    const index = this.find();
    const inOrder = Array.isArray(values) ? values : this.arrange(values as Readonly<Record<string, unknown>>);
    const { onInvalid: mode = "raise" } = optionsOf(options, ["onInvalid"]);
    if (mode !== "raise" && mode !== "nan") {
      throw rangeError(`\`onInvalid\` must be "raise" or "nan", got ${describe(mode)}`, "unknown_option");
    }
    return fromNative(core("metrics").metric_compute(index, this.read(inOrder), mode === "nan"));
  }

  /** Value and status side by side. */
  evaluate(inputs: Readonly<Record<string, unknown>>): [unknown, unknown] {
    const index = this.find();
    const [value, status] = core("metrics").metric_evaluate(index, this.read(this.arrange(inputs))) as [unknown, unknown];
    return [fromNative(value), status];
  }

  /** The metric of each group: values, statuses as codes, rows, rows that are missing. */
  totals(inputs: Readonly<Record<string, unknown>>, groups: Uint32Array, count: number): Float64Array[] {
    const index = this.find();
    const values = this.arrange(inputs).map((value, at) => column(this.inputs[at]?.key ?? "", value));
    return core("metrics").metric_totals(index, values, groups, count) as Float64Array[];
  }

  /** The groups with intervals, and their differences, as a JSON record. */
  compare(
    inputs: Readonly<Record<string, unknown>>,
    groups: Uint32Array,
    count: number,
    clusters: Uint32Array | undefined,
    against: number | undefined,
    level: number,
  ): string {
    const index = this.find();
    const values = this.arrange(inputs).map((value, at) => column(this.inputs[at]?.key ?? "", value));
    return core("metrics").metric_compare(index, values, groups, count, clusters, against, level);
  }

  /** Unit and mark of a result; what is stated may use either spelling of an input's name. */
  label(stated: { readonly units?: Units | undefined; readonly provenance?: Marks | undefined } | undefined): Label {
    const index = this.find();
    const [units, marks] = [this.stated("units", stated?.units), this.stated("provenance", stated?.provenance)];
    const [unit = "", mark] = core("metrics").metric_label(index, units, marks).split(",");
    return { unit, provenance: (mark || null) as Provenance | null };
  }

  /** What is said of each input, joined by commas; empty where nothing is. */
  private stated(argument: string, given: Readonly<Record<string, string>> = {}): string {
    this.known(Object.keys(given), (name, names) => `\`${argument}\` names \`${name}\`, which is none of ${names}`, "unknown_column");
    return this.inputs.map(({ key, name }) => String(given[key] ?? given[name] ?? "").replaceAll(",", ";")).join(",");
  }

  /** Refuses a name that no input has. */
  private known(given: readonly string[], sentence: (name: string, names: string) => string, code: string): void {
    const wrong = given.find((one) => !this.inputs.some((input) => input.key === one || input.name === one));
    if (wrong !== undefined) {
      throw rangeError(sentence(wrong, this.inputs.map((input) => `\`${input.key}\``).join(", ")), code);
    }
  }

  /** Named inputs in order; both `conversionRate` and `conversion_rate` are understood. */
  private arrange(inputs: Readonly<Record<string, unknown>>): unknown[] {
    const sentence = (name: string, names: string) => `\`${camelCase(this.id)}\` has no input \`${name}\`; it takes ${names}`;
    this.known(Object.keys(object("inputs", inputs)), sentence, "unknown_input");
    return this.inputs.map((input) => {
      const value = inputs[input.key] ?? inputs[input.name];
      if (value === undefined) {
        throw rangeError(`\`${camelCase(this.id)}\` needs the input \`${input.key}\``, "missing_input");
      }
      return value;
    });
  }

  private read(values: readonly unknown[]): unknown[] {
    return this.inputs.map(({ key, shape }, at) => readShape(key, shape, values[at]));
  }
}

/** What the native part takes for an input of a shape: numbers, or the columns of {@link Parts}. */
function readShape(name: string, shape: string, value: unknown): unknown {
  switch (shape) {
    case "number":
      return column(name, value);
    case "list":
      return array(name, value);
    case "lists": {
      const rows = items(name, value).map((row) => array(name, row));
      const ends = endsOf(rows);
      const numbers = new Float64Array(ends.at(-1) ?? 0);
      rows.forEach((row, at) => {
        numbers.set(row, ends[at - 1] ?? 0);
      });
      return parts([], numbers, ends);
    }
    case "label":
      return parts([label(name, value)]);
    case "labels":
      return parts(items(name, value).map((item) => label(name, item)));
    case "label_lists": {
      const lists = items(name, value).map((list) => items(name, list).map((item) => label(name, item)));
      return parts(lists.flat(), [], endsOf(lists));
    }
    case "coalitions":
      if (value === null || typeof value !== "object" || Array.isArray(value)) {
        throw typeError(`\`${name}\` must be an object of names, joined by \`+\`, and numbers, got ${describe(value)}`);
      }
      return parts(
        Object.keys(value),
        Object.values(value).map((worth) => number(name, worth)),
      );
    default: {
      const names: string[] = [];
      const weights = items(name, value).map((edge) => {
        const [from, to, weight] = items(name, edge);
        names.push(label(name, from), label(name, to));
        return number(name, weight);
      });
      return parts(names, weights);
    }
  }
}

/** All names, all numbers, and where each list of either ends. */
type Parts = readonly [names: readonly string[], numbers: Float64Array, ends: Float64Array];

function parts(names: readonly string[], numbers: ArrayLike<number> = [], ends: readonly number[] = []): Parts {
  return [names, Float64Array.from(numbers), Float64Array.from(ends)];
}

function endsOf(lists: readonly { readonly length: number }[]): number[] {
  let end = 0;
  return lists.map((list) => (end += list.length));
}

function items(name: string, value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw typeError(`\`${name}\` must be an array, got ${describe(value)}`);
}

function label(name: string, value: unknown): string {
  if (typeof value === "string") return value;
  throw typeError(`\`${name}\` must hold names (strings), got ${describe(value)}`);
}

/** A map comes as an array of pairs. */
function fromNative(value: unknown): unknown {
  return Array.isArray(value) ? Object.fromEntries(value as [string, number][]) : value;
}

/** What the catalogue says of a metric. */

/** An input of a metric. */
export interface InputRecord {
  /** Its name in the catalogue (`conversion_rate`); functions take it in camelCase. */
  readonly name: string;
  /** One number, a list, names ... */
  readonly shape: string;
  /** What it counts or measures. */
  readonly unit: string;
  /** The name of the rule that its values keep. */
  readonly domain: string;
  /** The rule in words. */
  readonly expected: string;
  /** What it is. */
  readonly description: string;
}

/** The record of a metric. */
export interface MetricRecord {
  /** Its name in the catalogue, `engagement_rate_pooled`; the function is `engagementRatePooled`. */
  readonly id: string;
  /** The field's name for it. */
  readonly title: string;
  /** One sentence. */
  readonly definition: string;
  /** The group. */
  readonly group: string;
  /** True when columns go through row by row. */
  readonly elementwise: boolean;
  /** The inputs, in order. */
  readonly inputs: readonly InputRecord[];
  /** The unit of the value. */
  readonly unit: string;
  /** What is returned, in words. */
  readonly returns: string;
  /** The formula as the code has it. */
  readonly formula: string;
  /** The formula as LaTeX where the code's text would not read well. */
  readonly mathematics: string;
  /** When there is no value. */
  readonly conditions: readonly { readonly when: string; readonly status: string }[];
  /** How parts combine. */
  readonly rollup: string;
  /** The best mark that a result can have: what a model or an assumption gives is never `"measured"`. */
  readonly bestMark: "measured" | "estimated" | "modelled";
  /** The family of variants, if any. */
  readonly family: { readonly name: string; readonly default: boolean; readonly useWhen: string } | null;
  /** A worked example. */
  readonly example: { readonly inputs: Readonly<Record<string, unknown>>; readonly expected: unknown; readonly tolerance: number };
  /** Where the definition comes from. */
  readonly source: string;
  /** What to know before use. */
  readonly notes: string;
}

/** Texts beside the records. @internal */
export interface Texts {
  readonly id: Translation;
  readonly ms: Translation;
  readonly families: Readonly<Record<string, { readonly title: string; readonly question: string; readonly advice: string }>>;
}

/** Titles and definitions in another language. @internal */
export interface Translation {
  readonly groups: Readonly<Record<string, string>>;
  readonly metrics: Readonly<Record<string, { readonly title: string; readonly definition: string }>>;
}

/** The scorecards of influencer and customer programmes: the measures of each, by programme and by person, over time. */

import { array, number, type Column } from "../inputs.js";
import { optionsOf } from "../options.js";
import { labelsOf, type Labels, type Name, type NameColumn } from "../labels.js";
import { unitsOf, worst, type Marks, type Provenance, type Units } from "../provenance.js";
import { camelCase, record } from "../records.js";
import { core } from "../runtime.js";

/** A scorecard as columns, a row a figure: the programme first, then the persons; all periods together, then each. */
export interface Scorecard {
  /** `"influencer"` or `"customer"`. */
  programme: string[];
  level: ("programme" | "person")[];
  /** `null` for the programme. */
  person: (Name | null)[];
  /** `null` for all together. */
  period: (Name | null)[];
  measure: string[];
  unit: string[];
  /** `NaN` where there is none. */
  value: Float64Array;
  /** Why there is no value; `null` where there is one. */
  status: (string | null)[];
  /** Against the period before, as a fraction. */
  change: Float64Array;
  /** Against the benchmark, which is 100. */
  benchmarkIndex: Float64Array;
  /** The worst mark of the columns of the measure. */
  provenance: (Provenance | null)[];
}

/** What both scorecards take. */
export interface ScorecardOptions {
  /** The period of each row (text, or whole numbers); all rows are of one without it. */
  period?: NameColumn | undefined;
  /** For measures, what they were in a previous programme or are in the industry. */
  benchmark?: Readonly<Record<string, number>> | undefined;
  /** Units by column, money with its currency: `{ revenue: "currency:IDR" }`. They are checked, and the currency follows. */
  units?: Units | undefined;
  /** Marks of columns. */
  provenance?: Marks | undefined;
}

type Numbers = Exclude<Column, number>;

/** What {@link influencerScorecard} takes: posts, or sums over posts; columns that are not known are left out. */
export interface InfluencerScorecardOptions extends ScorecardOptions {
  /** The influencer of each row. */
  influencer: NameColumn;
  likes?: Numbers | undefined;
  comments?: Numbers | undefined;
  /** Other engagements that count. */
  otherEngagements?: Numbers | undefined;
  /** Followers, views or reach: what engagement is measured against. */
  base?: Numbers | undefined;
  /** People reached. */
  reach?: Numbers | undefined;
  /** Mentions of the brand. */
  brandMentions?: Numbers | undefined;
  /** Mentions of the brand and its competitors. */
  marketMentions?: Numbers | undefined;
  /** Ratings of the content. */
  rating?: Numbers | undefined;
  /** The best rating possible, 5 by default. */
  maxRating?: number | undefined;
}

/** What {@link customerScorecard} takes: orders, or sums over orders. */
export interface CustomerScorecardOptions extends ScorecardOptions {
  /** The customer of each row. */
  customer: NameColumn;
  /** What each order brought. */
  revenue: Numbers;
  /** Orders in each row, 1 by default. */
  orders?: Numbers | undefined;
  /** How many periods make a year; for the lifetime value. */
  periodsPerYear?: number | undefined;
  /** How many years a customer stays; for the lifetime value. */
  lifetimeYears?: number | undefined;
  /** The share of revenue that is margin, 1 by default. */
  margin?: number | undefined;
}

const COLUMNS = ["likes", "comments", "otherEngagements", "base", "reach", "brandMentions", "marketMentions", "rating"] as const;

/**
 * Measures an influencer programme: engagement rate, reach, brand mentions, share of voice, content quality, for the
 * programme and for each influencer, in all periods and in each. Rates are sums over sums; reach is a sum over posts, in
 * which people reached by several posts are counted several times.
 *
 * @param options - posts, a column each
 * @throws RangeError for an invalid number (with its row), a benchmark of an unknown measure, and where no measure can be
 *   formed (code `insufficient_data`)
 *
 * @example
 * ```js
 * const card = programmes.influencerScorecard({
 *   influencer: ["ana", "ana", "budi"],
 *   likes: [40, 50, 900],
 *   comments: [5, 5, 90],
 *   base: [1000, 1000, 30000],
 * });
 * card.value; // Float64Array [ 0.0340625, 0.05, 0.033 ]: the programme, ana, budi
 * ```
 */
export function influencerScorecard(options: InfluencerScorecardOptions): Scorecard {
  optionsOf(options, ["period", "benchmark", "units", "provenance", "influencer", "likes", "comments", "otherEngagements", "base", "reach", "brandMentions", "marketMentions", "rating", "maxRating"]);
  const [who, when] = rowsOf("influencer", options.influencer, options.period);
  const text = core("programmes").programmes_influencer_scorecard(
    who.codes,
    who.names.length,
    when?.codes,
    when?.names.length ?? 1,
    COLUMNS.map((name) => (options[name] === undefined ? undefined : array(name, options[name]))),
    number("maxRating", options.maxRating ?? 5),
    ...benchmarkOf(options),
  );
  return scorecard("influencer", text, who, when, options, ["maxRating", ...COLUMNS]);
}

/**
 * Measures a customer programme: purchase frequency, average order value, revenue of a customer and, where a lifetime is
 * given, lifetime value (order value x orders a year x years x margin), for the programme and for each customer.
 *
 * @param options - orders, a column each
 * @throws RangeError for an invalid number (with its row), and a benchmark of an unknown measure
 *
 * @example
 * ```js
 * const card = programmes.customerScorecard({
 *   customer: ["a", "a", "b"],
 *   revenue: [35000, 45000, 40000],
 *   periodsPerYear: 4,
 *   lifetimeYears: 5,
 * });
 * card.value.slice(0, 4); // Float64Array [ 1.5, 40000, 60000, 1200000 ]
 * ```
 */
export function customerScorecard(options: CustomerScorecardOptions): Scorecard {
  optionsOf(options, ["period", "benchmark", "units", "provenance", "customer", "revenue", "orders", "periodsPerYear", "lifetimeYears", "margin"]);
  const one = (name: "periodsPerYear" | "lifetimeYears") =>
    options[name] === undefined ? undefined : number(name, options[name]);
  const [who, when] = rowsOf("customer", options.customer, options.period);
  const text = core("programmes").programmes_customer_scorecard(
    who.codes,
    who.names.length,
    when?.codes,
    when?.names.length ?? 1,
    array("revenue", options.revenue),
    options.orders === undefined ? undefined : array("orders", options.orders),
    one("periodsPerYear"),
    one("lifetimeYears"),
    number("margin", options.margin ?? 1),
    ...benchmarkOf(options),
  );
  return scorecard("customer", text, who, when, options, ["revenue", "orders", "periodsPerYear", "lifetimeYears", "margin"]);
}

/** Who and when. @internal */
export function rowsOf(argument: string, person: NameColumn, period: NameColumn | undefined): [Labels, Labels | undefined] {
  return [labelsOf(argument, person), period === undefined ? undefined : labelsOf("period", period)];
}

function benchmarkOf(options: ScorecardOptions): [string[], Float64Array] {
  const marks = Object.entries(options.benchmark ?? {});
  return [marks.map(([name]) => name), Float64Array.from(marks, ([name, mark]) => number(`benchmark.${name}`, mark))];
}

interface Card {
  measures: { name: string; unit: string; inputs: string[] }[];
  rows: {
    measure: number;
    person: number | null;
    period: number | null;
    value: number | null;
    status: string | null;
    change: number | null;
    benchmarkIndex: number | null;
  }[];
}

function scorecard(
  programme: "influencer" | "customer",
  text: string,
  who: Labels,
  when: Labels | undefined,
  options: ScorecardOptions,
  columns: readonly string[],
): Scorecard {
  const { measures, rows } = record<Card>(text);
  const units = unitsOf("programmes", `${programme}_scorecard`, options, columns, measures.map((one) => one.unit));
  const every = Object.fromEntries(Object.keys(options).map((name) => [name, name]));
  const marks = measures.map(({ inputs }) => worst("programmes", options.provenance, inputs.map(camelCase), every));
  const numbers = (key: "value" | "change" | "benchmarkIndex") => Float64Array.from(rows, (row) => row[key] ?? NaN);
  return {
    programme: rows.map(() => programme),
    level: rows.map((row) => (row.person === null ? "programme" : "person")),
    person: rows.map((row) => (row.person === null ? null : (who.names[row.person] ?? null))),
    period: rows.map((row) => (row.period === null ? null : (when?.names[row.period] ?? null))),
    measure: rows.map((row) => measures[row.measure]?.name ?? ""),
    unit: rows.map((row) => units[row.measure] ?? ""),
    value: numbers("value"),
    status: rows.map((row) => row.status),
    change: numbers("change"),
    benchmarkIndex: numbers("benchmarkIndex"),
    provenance: rows.map((row) => marks[row.measure] ?? null),
  };
}

/** Micro against macro: every figure as a ratio of sums, with errors between accounts, and what may be concluded. */

import { rangeError } from "../errors.js";
import { array, number, watcher, whole, type Column } from "../inputs.js";
import { optionsOf } from "../options.js";
import { labelsOf, type Name, type NameColumn } from "../labels.js";
import { record } from "../records.js";
import { core } from "../runtime.js";
import type { BootstrapComparison, Equivalence, PermutationTest, RatioComparison, Verdict } from "../experiments/results.js";

/** A figure that the groups are compared by. */
export type FigureName =
  | "engagement_rate"
  | "likes_per_post"
  | "comments_per_post"
  | "reach_per_post"
  | "cpm"
  | "all_in_cpm"
  | "cost_per_customer"
  | "roi";

/** One figure of both groups. */
export interface Figure {
  /** Which figure. */
  figure: FigureName;
  /** The first group's value; `null` where its denominator is 0. */
  first: number | null;
  /** The second group's. */
  second: number | null;
  /** Both with clustered errors, their difference and relative lift. */
  comparison: RatioComparison | null;
  /** Accounts regrouped. */
  permutation: PermutationTest | null;
  /** Accounts resampled. */
  bootstrap: BootstrapComparison | null;
  /** Whether the figures are shown to be the same, within the margin. */
  equivalence: Equivalence | null;
  /** What may be said. */
  verdict: Verdict | null;
  /** Why parts are missing. */
  status: string | null;
  /** The same in words. */
  reason: string | null;
}

/** Both groups, figure by figure. */
export interface GroupComparison {
  /** What the groups are called, first and second. */
  groups: [string, string];
  /** Accounts in each. */
  accounts: [number, number];
  /** Rows in each. */
  rows: [number, number];
  /** Coordination cost in each. */
  coordination: [number, number];
  /** The share of the group's fees that goes to its dearest account; `null` without fees. */
  largestFeeShare: [number | null, number | null];
  /** The margin of equivalence, as a share of the second group's figure. */
  margin: number;
  /** One a figure that the columns allow. */
  figures: Figure[];
}

/** What {@link compare} takes: posts, or sums over posts, a row each; columns that are not known are left out. */
export interface CompareOptions {
  /** The account of each row. */
  account: NameColumn;
  /** The group of each row; rows of other groups than `first` and `second` are left out. */
  group: readonly string[];
  /** The first group's name, `"micro"` by default. */
  first?: string | undefined;
  /** The second group's name, `"macro"` by default. */
  second?: string | undefined;
  /** Posts in each row, 1 by default. */
  posts?: Exclude<Column, number> | undefined;
  /** Likes. */
  likes?: Exclude<Column, number> | undefined;
  /** Comments. */
  comments?: Exclude<Column, number> | undefined;
  /** Other engagements that count. */
  otherEngagements?: Exclude<Column, number> | undefined;
  /** Followers, views or reach: what engagement is measured against. */
  base?: Exclude<Column, number> | undefined;
  /** People reached. */
  reach?: Exclude<Column, number> | undefined;
  /** Impressions. */
  impressions?: Exclude<Column, number> | undefined;
  /** Fees. */
  fee?: Exclude<Column, number> | undefined;
  /** Customers won. */
  customers?: Exclude<Column, number> | undefined;
  /** What these customers are worth. */
  value?: Exclude<Column, number> | undefined;
  /** Hours of coordination for each account, of both groups. */
  hoursEach?: readonly [number, number] | undefined;
  /** Hours that do not depend on the number of accounts, of both groups. */
  fixedHours?: readonly [number, number] | undefined;
  /** What an hour costs. */
  hourlyRate?: number | undefined;
  /** The largest difference that would not matter, as a share of the second group's figure; 0.1 by default. */
  margin?: number | undefined;
  /** The level of the intervals, 0.95 by default. */
  level?: number | undefined;
  /** Draws of the permutation test and the bootstrap where not every case can be gone through; 9,999 by default. */
  resamples?: number | undefined;
  /** Their seed. */
  seed?: number | undefined;
  /** Called with steps done and in all; `false` stops the work. */
  progress?: ((done: number, total: number) => unknown) | undefined;
}

const COLUMNS = [
  "posts",
  "likes",
  "comments",
  "otherEngagements",
  "base",
  "reach",
  "impressions",
  "fee",
  "customers",
  "value",
] as const;

/**
 * Compares two groups of accounts, usually micro and macro, on every figure that the columns allow.
 *
 * All figures are ratios of sums; posts of one account are not independent, so errors are between accounts. "Not shown to
 * differ" is not "the same": only the equivalence test can show that.
 *
 * @param options - posts and how to judge
 * @throws RangeError for an invalid number, an account in both groups (code `account_in_both_groups`), and where a group
 *   has no row or no figure can be formed (code `insufficient_data`)
 *
 * @example
 * ```js
 * const { figures } = influencers.compare({
 *   account: [1, 2, 3, 4, 11, 12, 13],
 *   group: ["micro", "micro", "micro", "micro", "macro", "macro", "macro"],
 *   likes: [50, 40, 60, 30, 900, 1500, 700],
 *   base: [1000, 500, 2000, 800, 40000, 50000, 30000],
 * });
 * figures[0].permutation.pValue; // 3 / 35
 * figures[0].verdict.finding; // "not_shown"
 * ```
 */
export function compare(options: CompareOptions): GroupComparison {
  optionsOf(options, ["account", "group", "first", "second", "posts", "likes", "comments", "otherEngagements", "base", "reach", "impressions", "fee", "customers", "value", "hoursEach", "fixedHours", "hourlyRate", "margin", "level", "resamples", "seed", "progress"]);
  const { first = "micro", second = "macro", hoursEach = [0, 0], fixedHours = [0, 0], resamples = 9999, seed = 0 } = options;
  const account = labelsOf("account", options.account);
  const group = labelsOf("group", options.group);
  const place = group.names.map((name: Name) => (name === first ? 0 : name === second ? 1 : 2));
  const columns = COLUMNS.map((name) => (options[name] === undefined ? undefined : array(name, options[name])));
  return record(
    core("influencers").influencers_compare(
      account.codes,
      Uint32Array.from(group.codes, (code) => place[code]!),
      columns,
      first,
      second,
      Float64Array.of(...two("hoursEach", hoursEach), ...two("fixedHours", fixedHours)),
      number("hourlyRate", options.hourlyRate ?? 0),
      number("margin", options.margin ?? 0.1),
      number("level", options.level ?? 0.95),
      whole("resamples", resamples, 10_000_000),
      whole("seed", seed, Number.MAX_SAFE_INTEGER),
      watcher(options.progress),
    ),
  );
}

/** Hours of the first and of the second group. */
function two(name: string, hours: readonly [number, number]): [number, number] {
  const given = array(name, hours);
  if (given.length === 2) return [given[0]!, given[1]!];
  throw rangeError(`\`${name}\` must hold two numbers, one for each group, got ${given.length}`, "length_mismatch");
}

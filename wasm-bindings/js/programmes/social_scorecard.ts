/** Reach, sharing and monetisation of a social programme in one score, for the programme and for each person. */

import { array, number, object, type Column } from "../inputs.js";
import { optionsOf } from "../options.js";
import type { Name, NameColumn } from "../labels.js";
import { unitsOf, worst, type Marks, type Provenance, type Units } from "../provenance.js";
import { record } from "../records.js";
import { core } from "../runtime.js";
import { rowsOf } from "./scorecards.js";

/** A number for each component, where there is one. */
export interface SocialFigures {
  /** People reached per post. */
  reach: number | null;
  /** Shares per post. */
  sharing: number | null;
  /** Value of the calls to action per post. */
  monetisation: number | null;
}

/** The score of the programme or of a person. */
export interface SocialScore {
  /** `null` for the programme. */
  person: Name | null;
  /** `null` for all together. */
  period: Name | null;
  posts: number;
  /** Per post. */
  figures: SocialFigures;
  /** Against the benchmark, which is 100. */
  indices: SocialFigures;
  /** The weighted mean of the indices. */
  score: number | null;
  /** The geometric mean of the three, in which one weak component is not bought off by another. */
  scoreGeometric: number | null;
  /** Why there is no score. */
  status: string | null;
}

/** Programme and people. */
export interface SocialScorecard {
  campaign: "awareness" | "direct_response" | "balanced";
  /** The weights that were used, as shares of one. */
  weights: { reach: number; sharing: number; monetisation: number };
  /** The benchmark, per post. */
  benchmark: SocialFigures;
  programme: SocialScore;
  /** The programme in each period. */
  periods: SocialScore[];
  people: SocialScore[];
  /** The units of the figures per post, money with its currency where it is stated. */
  units: { reach: string; sharing: string; monetisation: string };
  /** The worst mark of the columns. */
  provenance: Provenance | null;
}

type Numbers = Exclude<Column, number>;

/** Posts, or sums over posts, a column each. */
export interface SocialPosts {
  person: NameColumn;
  period?: NameColumn | undefined;
  /** Posts in each row, 1 by default. */
  posts?: Numbers | undefined;
  /** People reached. */
  reach: Numbers;
  shares: Numbers;
  /** What the calls to action brought. */
  value: Numbers;
}

/** What {@link socialScorecard} takes. */
export interface SocialScorecardOptions extends SocialPosts {
  /** Figures per post, as the industry has them; or the posts of a previous programme. */
  benchmark: Readonly<Partial<Record<"reach" | "sharing" | "monetisation", number>>> | SocialPosts;
  /** What the campaign is for, `"balanced"` by default. */
  campaign?: "awareness" | "direct_response" | "balanced" | undefined;
  /** Your own weights; they are divided by their sum. */
  weights?: Readonly<Partial<Record<"reach" | "sharing" | "monetisation", number>>> | undefined;
  /** Units by column, money with its currency: `{ value: "currency:IDR" }`. They are checked, and the currency follows. */
  units?: Units | undefined;
  /** Marks of columns. */
  provenance?: Marks | undefined;
}

const COMPONENTS = ["reach", "sharing", "monetisation"] as const;

/**
 * Scores reach, sharing and monetisation against a benchmark, weighted by what the campaign is for.
 *
 * People, shares and money cannot be added: each is first set against the benchmark, and only the indices are added. All
 * figures are per post, so that one benchmark holds for a person as for the programme. The weights of campaigns are
 * placeholders: no source fixes them.
 *
 * @param options - posts, benchmark, campaign or weights
 * @throws RangeError with the code `mixed_units` for a component with weight but without benchmark; for an invalid number
 *
 * @example
 * ```js
 * const card = programmes.socialScorecard({
 *   person: ["ana", "budi"],
 *   reach: [1800, 600],
 *   shares: [12, 6],
 *   value: [10, 50],
 *   benchmark: { reach: 1000, sharing: 10, monetisation: 50 },
 *   campaign: "awareness",
 * });
 * card.programme.score; // 96: 0.4 x 120 + 0.4 x 90 + 0.2 x 60
 * ```
 */
export function socialScorecard(options: SocialScorecardOptions): SocialScorecard {
  const { benchmark, weights } = optionsOf(options, ["person", "period", "posts", "reach", "shares", "value", "benchmark", "campaign", "weights", "units", "provenance"]);
  object("benchmark", benchmark);
  const [who, when] = rowsOf("person", options.person, options.period);
  const given = "person" in benchmark ? record<SocialFigures>(native(benchmark)) : optionsOf(benchmark, COMPONENTS, "benchmark");
  if (weights !== undefined) optionsOf(weights, COMPONENTS, "weights");
  const found = record<SocialScorecard>(
    native(
      options,
      Float64Array.from(COMPONENTS, (name) => number(`benchmark.${name}`, given[name] ?? NaN)),
      options.campaign ?? "balanced",
      weights && Float64Array.from(COMPONENTS, (name) => number(`weights.${name}`, weights[name] ?? 0)),
    ),
  );
  for (const score of found.people) score.person = who.names[score.person as number] ?? null;
  for (const score of found.periods) score.period = when?.names[score.period as number] ?? null;
  const used = ["reach", "shares", "value", ...(options.posts === undefined ? [] : ["posts"])];
  const [reach, sharing, monetisation] = unitsOf(
    "programmes",
    "social_scorecard",
    options,
    ["posts", "reach", "shares", "value"],
    ["people_each", "count_each", "currency_each"],
  ) as [string, string, string];
  found.units = { reach, sharing, monetisation };
  found.provenance = worst("programmes", options.provenance, used, { person: "person", period: "period" });
  return found;
}

function native(posts: SocialPosts, benchmark?: Float64Array, campaign?: string, weights?: Float64Array): string {
  const [who, when] = rowsOf("person", posts.person, posts.period);
  return core("programmes").programmes_social_scorecard(
    who.codes,
    who.names.length,
    when?.codes,
    when?.names.length ?? 1,
    posts.posts === undefined ? undefined : array("posts", posts.posts),
    array("reach", posts.reach),
    array("shares", posts.shares),
    array("value", posts.value),
    benchmark ?? new Float64Array(0),
    campaign,
    weights,
  );
}

/** Creators over time: who stays, who fades, what keeping costs against recruiting anew, and reward tiers. */

import { typeError } from "../errors.js";
import { array, number, whole, type Column } from "../inputs.js";
import { optionsOf } from "../options.js";
import { labelsOf, textsOf, type Name, type NameColumn } from "../labels.js";
import { record } from "../records.js";
import { core } from "../runtime.js";

/** One creator's history. */
export interface CreatorHistory {
  /** Who. */
  creator: Name;
  /** The first period with a post. */
  firstPeriod: number;
  /** The last period with a post. */
  lastPeriod: number;
  /** Periods from the first to the last. */
  tenure: number;
  /** Periods with a post. */
  activePeriods: number;
  /** `activePeriods / tenure`. */
  activity: number;
  /** Posts in all. */
  posts: number;
  /** Engagements divided by their base, pooled. */
  engagementRate: number | null;
  /** The slope of the rate per period as a share of the pooled rate; `null` below three active periods. */
  engagementTrend: number | null;
  /** Its standard error. */
  engagementTrendStandardError: number | null;
  /** Whether the last post lies at most `lapseAfter` periods before the end. */
  activeAtEnd: boolean;
}

/** All creators together, period by period. */
export interface CreatorPanel {
  /** One a creator with a post. */
  creators: CreatorHistory[];
  /** For each period: creators with a post. */
  active: number[];
  /** For each period: creators whose first post it is. */
  recruited: number[];
  /** For each period but the first: the share of those active before who are active again. */
  retention: (number | null)[];
  /** The pooled engagement rate by periods since the first post. */
  rateByTenure: (number | null)[];
}

/** What keeping a creator costs against recruiting a new one for each campaign. */
export interface KeepOrRecruit {
  /** The expected campaigns of one recruited creator who is kept. */
  campaignsPerRecruit: number;
  /** Cost a campaign with a programme. */
  costKept: number;
  /** Cost a campaign with recruiting anew. */
  costAnew: number;
  /** `costAnew - costKept`. */
  saving: number;
  /** The programme cost a campaign at which both cost the same. */
  breakevenProgrammeCost: number;
  /** The retention at which both cost the same; `null` where none does. */
  breakevenRetention: number | null;
}

/** A tier of the creators' programme. */
export interface RewardTier {
  /** The tier's name. */
  name: string;
  /** From how many points the tier is held. */
  from: number;
  /** The reward a period. */
  reward: number;
}

/** What a table of tiers gives to a set of creators. */
export interface RewardReport {
  /** The tier of each creator; `null` below the first. */
  tier: (string | null)[];
  /** What is missing to the next tier; `null` at the top. */
  toNext: (number | null)[];
  /** Creators in each tier. */
  creators: number[];
  /** All rewards of the period. */
  cost: number;
  /** The reward for each point counted. */
  costPerPoint: number | null;
}

/**
 * Follows creators over time: activity, tenure, retention and the trend of engagement.
 *
 * @param options - one row a creator and period; periods are whole numbers from 0, as months since the start
 *
 * @example
 * ```js
 * influencers.creators({
 *   creator: ["ana", "ana", "ana", "budi"],
 *   period: [0, 1, 3, 0],
 *   posts: [1, 1, 1, 1],
 *   engagements: [50, 60, 70, 20],
 *   base: [1000, 1000, 1000, 1000],
 * }).retention; // [0.5, 0, null]
 * ```
 */
export function creators(options: {
  creator: NameColumn;
  period: Exclude<Column, number>;
  posts: Exclude<Column, number>;
  engagements: Exclude<Column, number>;
  base: Exclude<Column, number>;
  lapseAfter?: number | undefined;
}): CreatorPanel {
  optionsOf(options, ["creator", "period", "posts", "engagements", "base", "lapseAfter"]);
  const who = labelsOf("creator", options.creator);
  const period = Uint32Array.from(array("period", options.period), (value, row) => {
    if (Number.isInteger(value) && value >= 0 && value < 2 ** 32) return value;
    throw typeError(`\`period\` must hold whole numbers >= 0 (periods since the start), got ${value} in row ${row}`);
  });
  const found = record<CreatorPanel>(
    core("influencers").influencers_creators(
      who.codes,
      period,
      array("posts", options.posts),
      array("engagements", options.engagements),
      array("base", options.base),
      whole("lapseAfter", options.lapseAfter ?? 0),
    ),
  );
  return { ...found, creators: found.creators.map((row) => ({ ...row, creator: who.names[row.creator as number]! })) };
}

/**
 * Keeping creators against recruiting anew, for one place over several campaigns.
 *
 * @param options - costs a campaign, retention from campaign to campaign, and how many campaigns
 *
 * @example
 * ```js
 * influencers.keepOrRecruit({ fee: 500, recruitingCost: 120, programmeCost: 30, retention: 0.75, campaigns: 5 }).saving; // 42
 * ```
 */
export function keepOrRecruit(options: {
  fee: number;
  recruitingCost: number;
  programmeCost: number;
  retention: number;
  campaigns: number;
}): KeepOrRecruit {
  optionsOf(options, ["fee", "recruitingCost", "programmeCost", "retention", "campaigns"]);
  return record(
    core("influencers").influencers_keep_or_recruit(
      number("fee", options.fee),
      number("recruitingCost", options.recruitingCost),
      number("programmeCost", options.programmeCost),
      number("retention", options.retention),
      number("campaigns", options.campaigns),
    ),
  );
}

/**
 * Sorts creators into reward tiers and adds up what the rewards cost.
 *
 * @param tiers - the tiers from the lowest
 * @param points - the points of each creator
 *
 * @example
 * ```js
 * influencers.rewardTiers([{ name: "bronze", from: 10, reward: 5 }], [5, 10]).tier; // [null, "bronze"]
 * ```
 */
export function rewardTiers(tiers: readonly RewardTier[], points: Exclude<Column, number>): RewardReport {
  const names = textsOf("name", tiers.map((tier) => tier.name));
  const found = record<Omit<RewardReport, "tier"> & { tier: (number | null)[] }>(
    core("influencers").influencers_reward(
      names,
      Float64Array.from(tiers, (tier) => number("from", tier.from)),
      Float64Array.from(tiers, (tier) => number("reward", tier.reward)),
      array("points", points),
    ),
  );
  return { ...found, tier: found.tier.map((place) => (place === null ? null : names[place]!)) };
}

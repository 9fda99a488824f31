/** Whom to work with: the best set of influencers under a budget, a count limit, a goal and overlapping audiences. */

import { rangeError } from "../errors.js";
import { array, number, object, watcher, whole, type Column } from "../inputs.js";
import { optionsOf } from "../options.js";
import { labelsOf, peopleOf, placesOf, type Name, type NameColumn } from "../labels.js";
import { record } from "../records.js";
import { core } from "../runtime.js";
import { Sketch, type AudiencePairs } from "./reach.js";

/** One row an influencer. */
export interface Candidates {
  /** The influencer. */
  influencer: NameColumn;
  /** The cost. */
  cost: Exclude<Column, number>;
  /** The value, where there is no audience. */
  value?: Exclude<Column, number> | undefined;
  /** The share of reached people who become customers. */
  conversion?: Exclude<Column, number> | undefined;
}

/** What {@link select} and {@link frontier} take. */
export interface ChoiceOptions {
  /** The candidates. */
  candidates: Candidates;
  /** Who follows whom; rows of influencers who are no candidates are left out. */
  audience?: (AudiencePairs & { personValue?: Exclude<Column, number> | undefined }) | undefined;
  /** Sketches in place of `audience`; the objective is then an estimate. */
  sketches?: ReadonlyMap<Name, Sketch> | undefined;
  /** The most influencers. */
  maxCount?: number | undefined;
  /** Influencers that are in the set. */
  mustInclude?: Iterable<Name> | undefined;
  /** Influencers that are not. */
  exclude?: Iterable<Name> | undefined;
  /** Exact up to 30 candidates and greedy above (the default), or one of the two. */
  method?: "auto" | "exact" | "greedy" | undefined;
  /** The most nodes of the exact search; what it leaves open shows in `upperBound`. */
  nodeLimit?: number | undefined;
  /** Called with steps done and in all; `false` stops the work. */
  progress?: ((done: number, total: number) => unknown) | undefined;
}

/** What {@link select} takes. */
export interface SelectOptions extends ChoiceOptions {
  /** The most that the set may cost. */
  budget?: number | undefined;
  /** Choose the cheapest set whose objective reaches it; the best set where none does. */
  goal?: number | undefined;
}

/** One chosen influencer. */
export interface Member {
  /** Who. */
  influencer: Name;
  /** The cost. */
  cost: number;
  /** What the influencer is worth alone. */
  alone: number;
  /** What the set would lose without the influencer. */
  adds: number;
  /** Cost per unit of what is added; `null` where nothing is. */
  costPerAdded: number | null;
  /** The share of the set's cost; `null` where nothing costs. */
  costShare: number | null;
}

/** How much hangs on few. */
export interface Concentration {
  /** The sum of squared cost shares: 1 for one member, 1/n for n equal ones. */
  herfindahl: number | null;
  /** The largest cost share. */
  largestShare: number | null;
  /** Who has it. */
  largestMember: Name | null;
  /** So many equal members would be as concentrated. */
  effectiveMembers: number | null;
  /** The sum of squared shares of what the members are worth alone. */
  herfindahlOfValue: number | null;
  /** The largest share of the objective that leaving one member out would lose. */
  largestLoss: number | null;
}

/** A chosen set with everything a decision needs. */
export interface Selection {
  /** The influencers. */
  chosen: Name[];
  /** What the set is worth: people, customers or value. */
  objective: number;
  /** No set that obeys the limits is worth more. */
  upperBound: number;
  /** At most this share is missed. */
  optimalityGap: number;
  /** Whether the set is proven best (with a reached goal: the cheapest that reaches it). */
  optimal: boolean;
  /** How it was searched for. */
  method: "exact" | "greedy";
  /** The share of the best possible that the method cannot fall below; `null` where unknown. */
  guarantee: number | null;
  /** What the set costs. */
  cost: number;
  /** What is left of the budget. */
  budgetLeft: number | null;
  /** Different people; `null` without audiences. */
  reach: number | null;
  /** Audience sizes added up; `null` without audiences. */
  grossReach: number | null;
  /** With a goal: whether it is reached. */
  goalReached: boolean | null;
  /** With a reached goal: no set that reaches it costs less. */
  costLowerBound: number | null;
  /** What each adds. */
  members: Member[];
  /** How much hangs on few. */
  concentration: Concentration;
  /** Nodes of the exact search. */
  nodes: number;
  /** How many people one sampled person stands for: 1 unless the audiences were sketches. */
  samplingScale: number;
}

/** The best set for one budget. */
export interface FrontierPoint {
  /** The budget. */
  budget: number;
  /** What the set costs. */
  cost: number;
  /** What the set is worth. */
  objective: number;
  /** No set within the budget is worth more. */
  upperBound: number;
  /** The influencers. */
  chosen: Name[];
  /** The objective gained over the previous point per unit of budget; `null` for the first. */
  marginalReturn: number | null;
}

type Native = ReturnType<typeof core<"influencers">>;
type Table = InstanceType<Native["AudienceTable"]>;
type Rules = InstanceType<Native["SelectRules"]>;

interface Known {
  names: Name[];
  costs: Float64Array;
  values: Float64Array;
  table: Table | undefined;
  conversion: Float64Array | undefined;
  personValue: Float64Array | undefined;
  scale: number;
}

/**
 * Chooses whom to work with.
 *
 * With `audience` alone, different people reached are made large; with `conversion` too, expected customers, a person
 * reached twice having two chances; with `personValue` too, expected value. Without an audience it is the sum of `value`,
 * as if nobody followed two of them. Up to 30 candidates the answer is exact; above, it is lazy greedy with a stated
 * guarantee, and `upperBound` says how much better any set could be.
 *
 * @param options - candidates, audiences and limits
 * @throws RangeError for costs below 0, rates above 1, unknown names, and where `mustInclude` breaks the budget
 *
 * @example
 * ```js
 * const best = influencers.select({
 *   candidates: { influencer: ["A", "B", "C"], cost: [4000, 1500, 9000], value: [2000, 1000, 4000] },
 *   budget: 10_500,
 * });
 * best.chosen; // ["B", "C"]
 * ```
 */
export function select(options: SelectOptions): Selection {
  optionsOf(options, ["candidates", "audience", "sketches", "maxCount", "mustInclude", "exclude", "method", "nodeLimit", "progress", "budget", "goal"]);
  const known = read(options);
  const { scale } = known;
  const goal = options.goal === undefined ? undefined : number("goal", options.goal) / scale;
  const rules = rulesOf(options, known.names, options.budget, goal);
  try {
    const text = core("influencers").influencers_select(
      known.costs,
      known.table,
      known.values,
      known.conversion,
      known.personValue,
      rules,
      watcher(options.progress),
    );
    const found = record<Omit<Selection, "chosen"> & { chosen: number[] }>(text);
    const members = (found.members as unknown as (Member & { candidate: number })[]).map(({ candidate, ...member }) => ({
      ...member,
      influencer: known.names[candidate]!,
      alone: member.alone * scale,
      adds: member.adds * scale,
      costPerAdded: member.costPerAdded === null ? null : member.costPerAdded / scale,
    }));
    const largest = found.concentration.largestMember as number | null;
    const people = (count: number | null) => (count === null ? null : count * scale);
    return {
      ...found,
      chosen: found.chosen.map((place) => known.names[place]!),
      objective: found.objective * scale,
      upperBound: found.upperBound * scale,
      reach: people(found.reach),
      grossReach: people(found.grossReach),
      members,
      concentration: { ...found.concentration, largestMember: largest === null ? null : known.names[largest]! },
      samplingScale: scale,
    };
  } finally {
    rules.free();
  }
}

/**
 * The best set for each of several budgets: what more money would buy.
 *
 * @param options - as for {@link select}, with `budgets` in place of `budget` and `goal`
 * @returns one point a budget, sorted, never falling
 *
 * @example
 * ```js
 * influencers
 *   .frontier({
 *     candidates: { influencer: ["A", "B", "C"], cost: [4000, 1500, 9000], value: [2000, 1000, 4000] },
 *     budgets: [1500, 5500, 10500],
 *   })
 *   .map((point) => point.objective); // [1000, 3000, 5000]
 * ```
 */
export function frontier(options: ChoiceOptions & { budgets: Exclude<Column, number> }): FrontierPoint[] {
  optionsOf(options, ["candidates", "audience", "sketches", "maxCount", "mustInclude", "exclude", "method", "nodeLimit", "progress", "budgets"]);
  const known = read(options);
  const rules = rulesOf(options, known.names, undefined, undefined);
  try {
    const text = core("influencers").influencers_frontier(
      known.costs,
      known.table,
      known.values,
      known.conversion,
      known.personValue,
      array("budgets", options.budgets),
      rules,
      watcher(options.progress),
    );
    return record<(Omit<FrontierPoint, "chosen"> & { chosen: number[] })[]>(text).map((point) => ({
      ...point,
      objective: point.objective * known.scale,
      upperBound: point.upperBound * known.scale,
      marginalReturn: point.marginalReturn === null ? null : point.marginalReturn * known.scale,
      chosen: point.chosen.map((place) => known.names[place]!),
    }));
  } finally {
    rules.free();
  }
}

function rulesOf(options: ChoiceOptions, names: Name[], budget: number | undefined, goal: number | undefined): Rules {
  const { maxCount } = options;
  return new (core("influencers").SelectRules)(
    budget === undefined ? undefined : number("budget", budget),
    maxCount === undefined ? undefined : whole("maxCount", maxCount),
    goal,
    placesOf("mustInclude", options.mustInclude ?? [], names),
    placesOf("exclude", options.exclude ?? [], names),
    options.method ?? "auto",
    whole("nodeLimit", options.nodeLimit ?? 2_000_000, Number.MAX_SAFE_INTEGER),
  );
}

function read(options: ChoiceOptions): Known {
  const { candidates, audience, sketches } = options;
  object("candidates", candidates);
  if (audience !== undefined) object("audience", audience);
  const who = labelsOf("influencer", candidates.influencer);
  const order = new Uint32Array(who.names.length).fill(0xffff_ffff);
  who.codes.forEach((code, row) => {
    if (order[code] !== 0xffff_ffff) {
      throw rangeError(
        `\`candidates\` has ${JSON.stringify(who.names[code])} in more than one row; give one row an influencer`,
        "duplicate_candidate",
      );
    }
    order[code] = row;
  });
  const sorted = (name: string, values: unknown): Float64Array => {
    const column = array(name, values);
    if (column.length !== who.codes.length) {
      throw rangeError(
        `\`influencer\` has ${who.codes.length} values but \`${name}\` has ${column.length}; give columns of one length`,
        "length_mismatch",
      );
    }
    return Float64Array.from(order, (row) => column[row]!);
  };
  if (audience !== undefined && sketches !== undefined) {
    throw rangeError("give `audience` or `sketches`, not both", "contradiction");
  }
  if (audience === undefined && sketches === undefined && candidates.value === undefined) {
    throw rangeError(
      "nothing says what a candidate is worth: give `audience`, `sketches`, or the column `value`",
      "nothing_to_choose_by",
    );
  }
  if (audience?.personValue !== undefined && candidates.conversion === undefined) {
    throw rangeError("`personValue` needs `conversion`", "contradiction");
  }
  const known: Known = {
    names: who.names,
    costs: sorted("cost", candidates.cost),
    values: candidates.value === undefined ? new Float64Array(0) : sorted("value", candidates.value),
    table: undefined,
    conversion: candidates.conversion === undefined ? undefined : sorted("conversion", candidates.conversion),
    personValue: undefined,
    scale: 1,
  };
  if (sketches !== undefined) sample(known, sketches);
  if (audience !== undefined) pairs(known, audience);
  return known;
}

/** The sketches' common sample of people as the audiences. */
function sample(known: Known, sketches: ReadonlyMap<Name, Sketch>): void {
  placesOf("sketches", sketches.keys(), known.names);
  const together = new (core("influencers").SketchSample)();
  const nobody = new Sketch();
  try {
    for (const name of known.names) together.push((sketches.get(name) ?? nobody).native);
    known.table = together.table();
    known.scale = together.scale();
  } finally {
    together.free();
  }
}

/** The audiences of the candidates; rows of other influencers are left out. */
function pairs(known: Known, audience: NonNullable<ChoiceOptions["audience"]>): void {
  const who = labelsOf("influencer", audience.influencer);
  const index = new Map(known.names.map((name, place) => [name, place]));
  const places = who.names.map((name) => index.get(name));
  const kept: number[] = [];
  who.codes.forEach((code, row) => {
    if (places[code] !== undefined) kept.push(row);
  });
  if (kept.length === 0) {
    throw rangeError("`audience` names none of the candidates; both must hold the same names", "unknown_candidate");
  }
  const everybody = peopleOf("person", audience.person);
  if (everybody.length !== who.codes.length) {
    throw rangeError(
      `\`influencer\` has ${who.codes.length} values but \`person\` has ${everybody.length}; give columns of one length`,
      "length_mismatch",
    );
  }
  const person = Float64Array.from(kept, (row) => everybody[row]!);
  const codes = Uint32Array.from(kept, (row) => places[who.codes[row]!]!);
  known.table = new (core("influencers").AudienceTable)(known.names.length, codes, person);
  if (audience.personValue === undefined) return;
  const values = array("personValue", audience.personValue);
  const worth = new Map<number, number>();
  kept.forEach((row, at) => {
    const value = values[row] ?? NaN;
    const before = worth.get(person[at]!);
    if (Number.isNaN(value) || (before !== undefined && before !== value)) {
      throw rangeError(
        `\`personValue\` must be the same in all rows of a person; row ${row} differs from an earlier one, or is missing`,
        "contradiction",
      );
    }
    worth.set(person[at]!, value);
  });
  // The kernel numbers people in the order of their ids as unsigned numbers: the negative ones come last.
  const ids = [...worth.keys()].sort((a, b) => Number(a < 0) - Number(b < 0) || a - b);
  known.personValue = Float64Array.from(ids, (id) => worth.get(id)!);
}

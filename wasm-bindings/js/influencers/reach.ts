/** Unduplicated reach: the number from audience ids, an estimate from sketches, bounds from pairwise overlaps. */

import { typeError } from "../errors.js";
import { array, number, type Column } from "../inputs.js";
import { optionsOf } from "../options.js";
import { labelsOf, peopleOf, placesOf, textsOf, type Name, type NameColumn } from "../labels.js";
import { record } from "../records.js";
import { core } from "../runtime.js";
import type { AudienceSketch } from "../wasm/influencers.js";

/** Unduplicated reach from audience ids. */
export interface Reach {
  /** Different people reached by at least one influencer. */
  unique: number;
  /** The audience sizes added up. */
  gross: number;
  /** `1 - unique / gross`; `null` where the audiences are empty. */
  duplicationRate: number | null;
  /** By how many of the influencers a reached person is reached. */
  averageFrequency: number | null;
  /** The influencers, in the order of `sizes` and `exclusive`. */
  influencers: Name[];
  /** The size of each audience. */
  sizes: number[];
  /** For each influencer, people whom no other of them reaches. */
  exclusive: number[];
  /** People reached by exactly one, two, ... influencers. */
  reachedBy: number[];
}

/** What pairwise overlaps say about unduplicated reach. */
export interface ReachBounds {
  /** At least so many people. */
  lower: number;
  /** At most so many people. */
  upper: number;
  /** The sizes less all overlaps. */
  bonferroni: number;
  /** The best lower bound from the sum of sizes and the sum of overlaps alone. */
  dawsonSankoff: number;
  /** The lower bound of de Caen. */
  deCaen: number;
  /** The sizes less the largest spanning tree of overlaps: an upper bound. */
  hunterWorsley: number;
  /** The sizes added up. */
  gross: number;
}

/** An estimated number of people. */
export interface ReachEstimate {
  /** People. */
  estimate: number;
  /** Its standard error; 0 where the sketch still holds everybody. */
  standardError: number;
  /** Whether the sketch still holds everybody. */
  exact: boolean;
}

/** One row a pair of influencer and person; repeated pairs count once. */
export interface AudiencePairs {
  /** The influencer of each row. */
  influencer: NameColumn;
  /** The person of each row, by a whole number or text. */
  person: NameColumn;
}

/**
 * How many different people several influencers reach.
 *
 * @param options - the pairs; `of`: only these influencers
 * @throws RangeError for an unknown influencer or a missing name, and without an influencer
 *
 * @example
 * ```js
 * influencers.reach({ influencer: ["A", "A", "B", "B"], person: [1, 2, 2, 3] }).unique; // 3
 * ```
 */
export function reach(options: AudiencePairs & { of?: Iterable<Name> | undefined }): Reach {
  optionsOf(options, ["influencer", "person", "of"]);
  const who = labelsOf("influencer", options.influencer);
  const of = options.of === undefined ? undefined : placesOf("of", options.of, who.names);
  const table = new (core("influencers").AudienceTable)(who.names.length, who.codes, peopleOf("person", options.person));
  try {
    const names = of === undefined ? who.names : Array.from(of, (place) => who.names[place]!);
    return { ...record<Reach>(table.reach(of)), influencers: names };
  } finally {
    table.free();
  }
}

/**
 * Bounds of the unduplicated reach when only pairwise overlaps are known. The union of three or more audiences is not
 * determined by them, so there is no one number.
 *
 * @param sizes - the audience sizes
 * @param pairOverlaps - the overlaps in the order 12, 13, ..., 1n, 23, ...
 * @param options - `population`: how many people there are at most
 * @throws RangeError where the overlaps contradict the sizes or each other (code `infeasible`)
 *
 * @example
 * ```js
 * influencers.reachBounds([1000, 800, 500], [200, 100, 50]).upper; // 2000
 * ```
 */
export function reachBounds(
  sizes: Exclude<Column, number>,
  pairOverlaps: Exclude<Column, number>,
  options: { population?: number | undefined } = {},
): ReachBounds {
  const { population } = optionsOf(options, ["population"]);
  return record(
    core("influencers").influencers_reach_bounds(
      array("sizes", sizes),
      array("pairOverlaps", pairOverlaps),
      population === undefined ? undefined : number("population", population),
    ),
  );
}

/**
 * A mergeable sketch of an audience: reach and overlaps without handing over who follows whom.
 *
 * Up to `k` people it is exact; above, the relative standard error is about `1 / sqrt(k - 2)`. Sketches made in Python,
 * Rust and JavaScript merge to the same bits.
 *
 * @example
 * ```js
 * const a = new influencers.Sketch([1, 2, 3]);
 * a.union(new influencers.Sketch([3, 4])).reach().estimate; // 4
 * ```
 */
export class Sketch {
  /** @internal */
  readonly native: AudienceSketch;

  /**
   * @param people - whole numbers or text; repeats count once
   * @param options - `k`: how many hashes to keep, 4,096 by default
   */
  constructor(people: NameColumn | Iterable<Name> = [], options: { k?: number | undefined } = {}) {
    const { k = 4096 } = optionsOf(options, ["k"]);
    const rows = Array.isArray(people) || ArrayBuffer.isView(people) ? people : Array.from(people as Iterable<Name>);
    if (!Number.isSafeInteger(k) || k < 0) throw typeError(`\`k\` must be a whole number, got ${k}`);
    const kind = core("influencers").AudienceSketch;
    this.native =
      typeof (rows as ArrayLike<unknown>)[0] === "string"
        ? kind.of_names(k, textsOf("people", rows as Iterable<unknown>))
        : kind.of_ids(k, peopleOf("people", rows));
  }

  /** Reads what {@link Sketch.toBytes} wrote, in any language. */
  static fromBytes(bytes: Uint8Array): Sketch {
    return wrap(core("influencers").AudienceSketch.from_bytes(bytes));
  }

  /** The same bytes in every language. */
  toBytes(): Uint8Array {
    return this.native.to_bytes();
  }

  /** The people of either. */
  union(other: Sketch): Sketch {
    return wrap(this.native.union(other.native));
  }

  /** How many people. */
  reach(): ReachEstimate {
    return record(this.native.reach());
  }

  /** How many people both hold. */
  overlap(other: Sketch): ReachEstimate {
    return record(this.native.overlap(other.native));
  }
}

/** A sketch around one that the native part made. */
function wrap(native: AudienceSketch): Sketch {
  return Object.assign(Object.create(Sketch.prototype) as Sketch, { native });
}

/** Members moving among tiers: migration, where it ends, and where "where it ends" is not one answer. */

import { rangeError } from "../errors.js";
import { array, flag, rowsOf, whole, type Column } from "../inputs.js";
import { optionsOf } from "../options.js";
import { labelsOf, type Name, type NameColumn } from "../labels.js";
import { record } from "../records.js";
import { core } from "../runtime.js";

/** Tiers among which members circulate, and which they never leave. */
export interface ClosedClass {
  /** The tiers. */
  tiers: Name[];
  /** After how many periods a member can be back; 1 where the shares settle. */
  period: number;
  /** The share of the class's members in each of `tiers` in the long run. */
  shares: number[];
}

/** Migration among tiers and its long run. */
export interface TierMigration {
  /** The tiers, in the order of rows and columns. */
  tiers: Name[];
  /** Row from, column to. */
  probabilities: number[][];
  /** Their standard errors; `null` where probabilities were given. */
  standardErrors: number[][] | null;
  /** Whether the shares settle, end in one tier, swing, or depend on the start. */
  longRun: "steady" | "absorbing" | "periodic" | "depends_on_start";
  /** The share of members in each tier in the long run; `null` where it depends on the start. */
  shares: number[] | null;
  /** The groups of tiers that nobody leaves. */
  closed: ClosedClass[];
  /** Tiers that empty in the end. */
  transient: Name[];
  /** Row from, column closed class: the probability of ending there. */
  absorption: number[][];
  /** The expected periods until a closed class is reached. */
  periodsToAbsorption: number[];
}

/**
 * The migration among tiers from members before and after a period. Leaving the programme is a tier too.
 *
 * @param options - one row a member and period; `tiers`: the tiers in their order, sorted by default
 *
 * @example
 * ```js
 * programmes.tierMigration({ before: ["basic", "basic", "gold"], after: ["basic", "gold", "basic"] }).shares;
 * ```
 */
export function tierMigration(options: {
  before: NameColumn;
  after: NameColumn;
  tiers?: readonly Name[] | undefined;
}): TierMigration {
  optionsOf(options, ["before", "after", "tiers"]);
  const { before, after } = options;
  if (before.length !== after.length) {
    throw rangeError(
      `\`before\` has ${before.length} values but \`after\` has ${after.length}; give columns of one length`,
      "length_mismatch",
    );
  }
  const both = labelsOf("before and after", [...before, ...after]);
  const names = options.tiers ?? both.names;
  const index = new Map(names.map((name, place) => [name, place]));
  const places = both.names.map((name) => {
    const place = index.get(name);
    if (place === undefined) throw rangeError(`\`tiers\` does not name ${JSON.stringify(name)}, which the table holds`, "unknown_tier");
    return place;
  });
  const codes = Uint32Array.from(both.codes, (code) => places[code]!);
  const rows = before.length;
  return named(core("programmes").programmes_tier_moves(names.length, codes.slice(0, rows), codes.slice(rows)), names);
}

/**
 * A migration matrix of counts of members, or of probabilities.
 *
 * @param matrix - row from, column to
 * @param options - `tiers`: their names, 0, 1, ... by default; `counts`: whether the numbers are members (the default)
 *
 * @example
 * ```js
 * programmes.tierMigrationFromMatrix([[0, 1], [1, 0]], { counts: false }).longRun; // "periodic"
 * ```
 */
export function tierMigrationFromMatrix(
  matrix: readonly Exclude<Column, number>[],
  options: { tiers?: readonly Name[] | undefined; counts?: boolean | undefined } = {},
): TierMigration {
  const { tiers, counts = true } = optionsOf(options, ["tiers", "counts"]);
  const rows = rowsOf("matrix", matrix);
  const names = tiers ?? rows.map((_, place) => place);
  if (names.length !== rows.length) {
    throw rangeError(
      `\`tiers\` has ${names.length} names but \`matrix\` has ${rows.length} rows; give one name a row`,
      "length_mismatch",
    );
  }
  return named(core("programmes").programmes_tier_matrix(rows, flag("counts", counts)), names);
}

/**
 * Members in each tier, period after period, today first.
 *
 * @param migration - the migration
 * @param members - members in each tier today
 * @param options - `periods`: how many periods
 *
 * @example
 * ```js
 * const migration = programmes.tierMigrationFromMatrix([[0.9, 0.1], [0.3, 0.7]], { counts: false });
 * programmes.projectTiers(migration, [100, 0], { periods: 1 })[1]; // Float64Array [ 90, 10 ]
 * ```
 */
export function projectTiers(
  migration: TierMigration,
  members: Exclude<Column, number>,
  options: { periods: number },
): Float64Array[] {
  const { periods } = optionsOf(options, ["periods"]);
  const rows = migration.probabilities.map((row) => Float64Array.from(row));
  return core("programmes").programmes_project_tiers(rows, array("members", members), whole("periods", periods)) as Float64Array[];
}

function named(text: string, names: readonly Name[]): TierMigration {
  const { end, ...matrix } = record<TierMigration & { end: Omit<TierMigration, "tiers"> }>(text);
  const name = (places: Name[]): Name[] => places.map((place) => names[place as number]!);
  return {
    ...matrix,
    ...end,
    tiers: [...names],
    transient: name(end.transient),
    closed: end.closed.map((group) => ({ ...group, tiers: name(group.tiers) })),
  };
}

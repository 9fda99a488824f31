/** Creator tiers by platform: a table that is passed in, never code. */

import { rangeError, typeError } from "../errors.js";
import { array, describe, number, type Column } from "../inputs.js";
import { optionsOf } from "../options.js";
import { textsOf } from "../labels.js";
import { record } from "../records.js";
import { core } from "../runtime.js";

/** One border: from here on an account of the platform is in the tier, until a higher border takes over. */
export interface TierBorder {
  /** The platform, compared without regard to case. */
  platform: string;
  /** The tier's name. */
  tier: string;
  /** The border, in followers, subscribers or likes. */
  from: number;
  /** True where the border itself still belongs to the tier below ("more than 100,000"); false by default. */
  strictlyAbove?: boolean;
}

type Columns = [string[], string[], Float64Array, Uint8Array];

function columns(borders: readonly TierBorder[] | undefined): Columns {
  const rows = borders ?? [];
  if (!Array.isArray(rows)) throw typeError(`the tier table must be a list of borders, got ${describe(rows)}`);
  for (const row of rows as readonly TierBorder[]) optionsOf(row, ["platform", "tier", "from", "strictlyAbove"], "tier table");
  if (borders?.length === 0) throw rangeError("the tier table has no border; give at least one row", "empty_table");
  return [
    textsOf("platform", rows.map((row) => row.platform)),
    textsOf("tier", rows.map((row) => row.tier)),
    Float64Array.from(rows, (row) => number("from", row.from)),
    Uint8Array.from(rows, (row) => Number(row.strictlyAbove ?? false)),
  ];
}

/**
 * Checks and sorts a table of tiers; without one, gives the borders of Mediakix: micro from 10,000; macro strictly above
 * 100,000 on Instagram, and from 250,000 on YouTube and Facebook. Below 10,000 an account is neither.
 *
 * @param borders - another table
 * @returns the table, sorted by platform and border
 * @throws RangeError for an invalid border, a row without a name, or a border given twice
 *
 * @example
 * ```js
 * influencers.tierTable().map((border) => border.tier); // ["micro", "macro", "micro", "macro", "micro", "macro"]
 * ```
 */
export function tierTable(borders?: readonly TierBorder[]): Required<TierBorder>[] {
  return record(core("influencers").influencers_tier_table(...columns(borders)));
}

/**
 * Which tier each account is in.
 *
 * @param platform - the platform of all accounts, or one a row
 * @param followers - followers, subscribers or likes, a row an account
 * @param options - `table`: another table than that of Mediakix
 * @returns the tier; `null` below the lowest border, and where the count is missing
 * @throws RangeError for a platform that the table does not hold (code `unknown_platform`)
 *
 * @example
 * ```js
 * influencers.classify("instagram", [9_999, 100_000, 100_001]); // [null, "micro", "macro"]
 * ```
 */
export function classify(
  platform: string | readonly string[],
  followers: Exclude<Column, number>,
  options: { table?: readonly TierBorder[] } = {},
): (string | null)[] {
  const counts = array("followers", followers);
  const platforms = typeof platform === "string" ? Array<string>(counts.length).fill(platform) : textsOf("platform", platform);
  return record(core("influencers").influencers_classify(platforms, counts, ...columns(optionsOf(options, ["table"]).table)));
}

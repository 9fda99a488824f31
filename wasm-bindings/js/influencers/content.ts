/** What creators' content costs and replaces: product seeding, user content, earned media. */

import { rangeError } from "../errors.js";
import { number, object } from "../inputs.js";
import { optionsOf } from "../options.js";
import { record } from "../records.js";
import { core } from "../runtime.js";

/** Product seeding and user content in money. */
export interface Seeding {
  /** The share of the seeded creators who posted. */
  postRate: number;
  /** Everything sent, goods and shipping, and other cost. */
  cost: number;
  /** Cost per post. */
  costPerPost: number | null;
  /** Cost per usable asset. */
  costPerAsset: number | null;
  /** What producing the usable assets would have cost. */
  replacementValue: number;
  /** `replacementValue - cost`. */
  saving: number;
  /** The share who must post for the assets to be worth their cost; above 1 it cannot be. */
  breakevenPostRate: number | null;
}

/** Earned media as the cost of buying the same: no price list of our own, and no return. */
export interface EarnedMedia {
  /** The sum of quantity times price. */
  costEquivalent: number;
  /** Each line's part. */
  parts: number[];
  /** `costEquivalent / cost`; not a return, since nothing was sold. */
  multiple: number | null;
  /** What the number is. */
  label: "cost_equivalent";
}

/**
 * What product seeding costs and what its content replaces.
 *
 * @example
 * ```js
 * influencers.seeding({ creatorsSeeded: 200, creatorsWhoPosted: 84, unitCost: 12, unitShipping: 9, posts: 84 }).costPerPost; // 50
 * ```
 */
export function seeding(options: {
  creatorsSeeded: number;
  creatorsWhoPosted: number;
  unitCost: number;
  unitShipping?: number | undefined;
  otherCost?: number | undefined;
  posts: number;
  usableAssets?: number | undefined;
  costPerProducedAsset?: number | undefined;
}): Seeding {
  optionsOf(options, ["creatorsSeeded", "creatorsWhoPosted", "unitCost", "unitShipping", "otherCost", "posts", "usableAssets", "costPerProducedAsset"]);
  return record(
    core("influencers").influencers_seeding(
      number("creatorsSeeded", options.creatorsSeeded),
      number("creatorsWhoPosted", options.creatorsWhoPosted),
      number("unitCost", options.unitCost),
      number("unitShipping", options.unitShipping ?? 0),
      number("otherCost", options.otherCost ?? 0),
      number("posts", options.posts),
      number("usableAssets", options.usableAssets ?? 0),
      number("costPerProducedAsset", options.costPerProducedAsset ?? 0),
    ),
  );
}

/**
 * The cost of buying what was earned, at prices that you name. There is no default price list: every vendor has its own,
 * and AMEC rejects cost equivalents as a measure of value.
 *
 * @param quantities - what was earned, as `{ likes: 5000 }`
 * @param prices - the price of one of each; every quantity needs one
 * @param options - `cost`: what the campaign cost
 * @throws RangeError for a quantity without a price
 *
 * @example
 * ```js
 * influencers.earnedMedia({ likes: 5000, comments: 500 }, { likes: 0.3, comments: 0.5 }).costEquivalent; // 1750
 * ```
 */
export function earnedMedia(
  quantities: Readonly<Record<string, number>>,
  prices: Readonly<Record<string, number>>,
  options: { cost?: number | undefined } = {},
): EarnedMedia {
  const { cost } = optionsOf(options, ["cost"]);
  const names = Object.keys(object("quantities", quantities));
  object("prices", prices);
  const price = (name: string): number => {
    const found = Object.hasOwn(prices, name) ? prices[name] : undefined;
    if (found !== undefined) return number(name, found);
    throw rangeError(
      `\`prices\` has no price for ${JSON.stringify(name)}, and there is no default price list: pass what you would pay`,
      "missing_name",
    );
  };
  return record(
    core("influencers").influencers_earned_media(
      Float64Array.from(names, (name) => number(name, quantities[name])),
      Float64Array.from(names, price),
      cost === undefined ? undefined : number("cost", cost),
    ),
  );
}

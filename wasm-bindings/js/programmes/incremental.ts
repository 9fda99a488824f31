/** What a programme added: difference in differences with errors clustered by customer. */

import { typeError } from "../errors.js";
import { array, describe, number, type Column } from "../inputs.js";
import { optionsOf } from "../options.js";
import { labelsOf, type NameColumn } from "../labels.js";
import { record } from "../records.js";
import { core } from "../runtime.js";
import type { Interval } from "../experiments/results.js";

/** The lift of a programme. */
export interface Lift {
  /** `(memberAfter - memberBefore) - (otherAfter - otherBefore)`. */
  lift: number;
  /** Its standard error, clustered by customer. */
  standardError: number;
  /** Its interval. */
  interval: Interval;
  /** The p value of "no lift". */
  pValue: number;
  /** Customers less one. */
  degreesOfFreedom: number;
  /** As a share of what members would have had without the programme. */
  relativeLift: number | null;
  /** The mean of the members before. */
  memberBefore: number;
  /** The mean of the members after. */
  memberAfter: number;
  /** The mean of the others before. */
  otherBefore: number;
  /** The mean of the others after. */
  otherAfter: number;
  /** The members' change: often printed as lift, but it is not. */
  beforeAfter: number;
  /** Members against others, after: not lift either, members select themselves. */
  memberVsOther: number;
  /** Rows. */
  rows: number;
  /** Customers. */
  clusters: number;
}

/** True and false, or 1 and 0. */
export type FlagColumn = readonly (boolean | number)[] | Uint8Array;

/**
 * What a programme added, as a difference in differences. It assumes that without the programme members and others would
 * have changed alike; call it on a later and an earlier part of the time before to look for signs against that.
 *
 * @param options - one row a customer and period
 *
 * @example
 * ```js
 * programmes.incrementalLift({
 *   customer: [1, 1, 2, 2, 3, 3, 4, 4],
 *   member: [true, true, true, true, false, false, false, false],
 *   after: [false, true, false, true, false, true, false, true],
 *   spend: [90, 115, 110, 135, 85, 95, 95, 103],
 * }).lift; // 16
 * ```
 */
export function incrementalLift(options: {
  customer: NameColumn;
  member: FlagColumn;
  after: FlagColumn;
  spend: Exclude<Column, number>;
  level?: number | undefined;
}): Lift {
  optionsOf(options, ["customer", "member", "after", "spend", "level"]);
  return record(
    core("programmes").programmes_lift(
      array("spend", options.spend),
      flags("member", options.member),
      flags("after", options.after),
      labelsOf("customer", options.customer).codes,
      number("level", options.level ?? 0.95),
    ),
  );
}

function flags(name: string, values: FlagColumn): Uint8Array {
  if (!Array.isArray(values) && !ArrayBuffer.isView(values)) {
    throw typeError(`\`${name}\` must be a column of true and false, got ${describe(values)}`);
  }
  return Uint8Array.from(values as ArrayLike<unknown>, (value, row) => {
    if (value === true || value === 1) return 1;
    if (value === false || value === 0) return 0;
    throw typeError(`\`${name}\` must hold true and false, got ${describe(value)} in row ${row}`);
  });
}

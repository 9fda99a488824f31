/** Many small or few large: what coordination may cost before the large ones are cheaper. */

import { number } from "../inputs.js";
import { optionsOf } from "../options.js";
import { record } from "../records.js";
import { core } from "../runtime.js";

/** A way of working with accounts of one size. */
export interface Side {
  /** The fee of one account. */
  fee: number;
  /** The people that one account reaches. */
  reach: number;
  /** The hours of coordination for each account; 0 by default. */
  hoursEach?: number | undefined;
  /** Hours that do not depend on the number of accounts; 0 by default. */
  fixedHours?: number | undefined;
  /** The share of the summed reach that is counted more than once among the accounts needed; 0 by default. */
  duplication?: number | undefined;
}

/** Small accounts against large ones, for one target reach. */
export interface CoordinationBreakeven {
  /** The small accounts needed for the target. */
  smallAccounts: number;
  /** The large accounts needed. */
  largeAccounts: number;
  /** All costs with the small accounts. */
  smallCost: number;
  /** All costs with the large ones. */
  largeCost: number;
  /** Cost for each person of the target, with the small accounts. */
  smallCostPerPerson: number;
  /** Cost for each person of the target, with the large ones. */
  largeCostPerPerson: number;
  /** The coordination cost of one small account at which both cost the same; negative: never cheaper. */
  breakevenCostEach: number;
  /** The same in hours; `null` where an hour costs nothing. */
  breakevenHoursEach: number | null;
  /** Whether the small ones are cheaper at today's hours. */
  smallIsCheaper: boolean;
}

/**
 * The coordination cost at which many small accounts stop being cheaper than few large ones.
 *
 * @param options - both ways of working, the people to be reached, and what an hour costs
 * @throws RangeError for a side that adds nobody (code `zero_denominator`)
 *
 * @example
 * ```js
 * influencers.coordinationBreakeven({
 *   small: { fee: 150, reach: 10_000, hoursEach: 1 },
 *   large: { fee: 10_000, reach: 500_000 },
 *   targetReach: 500_000,
 *   hourlyRate: 30,
 * }).breakevenCostEach; // 50
 * ```
 */
export function coordinationBreakeven(options: {
  small: Side;
  large: Side;
  targetReach: number;
  hourlyRate: number;
}): CoordinationBreakeven {
  optionsOf(options, ["small", "large", "targetReach", "hourlyRate"]);
  const numbers = (name: string, side: Side): Float64Array => {
    optionsOf(side, ["fee", "reach", "hoursEach", "fixedHours", "duplication"], name);
    return Float64Array.of(
      number("fee", side.fee),
      number("reach", side.reach),
      number("hoursEach", side.hoursEach ?? 0),
      number("fixedHours", side.fixedHours ?? 0),
      number("duplication", side.duplication ?? 0),
    );
  };
  return record(
    core("influencers").influencers_breakeven(
      numbers("small", options.small),
      numbers("large", options.large),
      number("targetReach", options.targetReach),
      number("hourlyRate", options.hourlyRate),
    ),
  );
}

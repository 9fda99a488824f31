// generated from the catalogue by scripts/faces; do not edit, run `make faces`

/** Metrics of the group `virality`. */

import type { Column } from "../inputs.js";
import { Metric } from "../metric.js";
import type { Options } from "../metric.js";

const $kFactor = new Metric("k_factor");

/**
 * New users each user brings by inviting others.
 *
 * K-factor. Formula: `invites_per_user * invite_conversion`. Unit: ratio. Roll-up: recompute.
 *
 * @param invitesPerUser - invitations one user sends (ratio; a finite number >= 0)
 * @param inviteConversion - share of invitations that bring a user, as a fraction (ratio; a fraction from 0 to
 * 1)
 * @returns new users per user; above 1 growth sustains itself
 * @throws RangeError with a `code`: an input outside its domain
 * @example
 * ```js
 * metrics.kFactor(5, 0.25); // 1.25
 * ```
 * @see D. Skok, Lessons Learned: Viral Marketing, forentrepreneurs.com; A Virality Formula (2011); example
 * from the viral coefficient calculator of geratools.com (100 first users, 5 invitations, 25 %)
 */
export function kFactor(invitesPerUser: number, inviteConversion: number, options?: Options): number;
export function kFactor(invitesPerUser: Column, inviteConversion: Column, options?: Options): Float64Array;
export function kFactor(invitesPerUser: Column, inviteConversion: Column, options?: Options): number | Float64Array {
  return $kFactor.compute([invitesPerUser, inviteConversion], options) as number | Float64Array;
}

const $viralUsers = new Metric("viral_users");

/**
 * Users after several viral cycles when every user invites others once, right after joining.
 *
 * Users after n viral cycles (each user invites once). Formula: `grown(seed_users, power_sum(k, cycles))`.
 * Unit: people. Roll-up: recompute.
 * Variant (default) of the family viral_growth: The default: every user invites once; below K = 1 growth dies
 * out, as it does in practice.
 * Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
 * measured.
 *
 * @param seedUsers - users at the start (people; a finite number >= 0)
 * @param k - new users each user brings (ratio; a finite number >= 0)
 * @param cycles - number of invitation cycles (cycles; a finite number >= 0)
 * @returns number of users, the first ones included
 * @throws RangeError with a `code`: an input outside its domain
 * @example
 * ```js
 * metrics.viralUsers(100, 1.25, 10); // 4256.612873077393
 * ```
 * @see D. Skok, Lessons Learned: Viral Marketing, forentrepreneurs.com; A Virality Formula (2011); example
 * from the viral coefficient calculator of geratools.com (100 first users, 5 invitations, 25 %)
 */
export function viralUsers(seedUsers: number, k: number, cycles: number, options?: Options): number;
export function viralUsers(seedUsers: Column, k: Column, cycles: Column, options?: Options): Float64Array;
export function viralUsers(seedUsers: Column, k: Column, cycles: Column, options?: Options): number | Float64Array {
  return $viralUsers.compute([seedUsers, k, cycles], options) as number | Float64Array;
}

const $viralUsersCompound = new Metric("viral_users_compound");

/**
 * Users after several viral cycles when all users invite again in every cycle.
 *
 * Users if everyone re-invites every cycle. Formula: `grown(seed_users, libm::exp(cycles * libm::log1p(k)))`.
 * Unit: people. Roll-up: recompute.
 * Variant of the family viral_growth: Choose it only when users really invite anew in every cycle; it makes
 * any K above 0 look viral.
 * Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
 * measured.
 * With K = 0.8 the default model gives 336.16 after 4 cycles and never passes 500; this variant makes every K
 * > 0 look viral.
 *
 * @param seedUsers - users at the start (people; a finite number >= 0)
 * @param k - new users each user brings per cycle (ratio; a finite number >= 0)
 * @param cycles - number of invitation cycles (cycles; a finite number >= 0)
 * @returns number of users, the first ones included
 * @throws RangeError with a `code`: an input outside its domain
 * @example
 * ```js
 * metrics.viralUsersCompound(100, 0.8, 4); // 1049.76
 * ```
 * @see apparate.com.au, K-factor calculator
 */
export function viralUsersCompound(seedUsers: number, k: number, cycles: number, options?: Options): number;
export function viralUsersCompound(seedUsers: Column, k: Column, cycles: Column, options?: Options): Float64Array;
export function viralUsersCompound(seedUsers: Column, k: Column, cycles: Column, options?: Options): number | Float64Array {
  return $viralUsersCompound.compute([seedUsers, k, cycles], options) as number | Float64Array;
}

const $viralUsersLimit = new Metric("viral_users_limit");

/**
 * Users a cascade reaches in the end when each user brings less than one other.
 *
 * Final users of a sub-critical cascade. Formula: `seed_users / (1.0 - k)`. Unit: people. Roll-up: recompute.
 * Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
 * measured.
 *
 * @param seedUsers - users at the start (people; a finite number >= 0)
 * @param k - new users each user brings, below 1 (ratio; a finite number >= 0)
 * @returns number of users, the first ones included
 * @throws RangeError with a `code`: an input outside its domain; `k >= 1.0`: `divergent`
 * @example
 * ```js
 * metrics.viralUsersLimit(100, 0.8); // 500
 * ```
 * @see D. Skok, Lessons Learned: Viral Marketing, forentrepreneurs.com; A Virality Formula (2011)
 */
export function viralUsersLimit(seedUsers: number, k: number, options?: Options): number;
export function viralUsersLimit(seedUsers: Column, k: Column, options?: Options): Float64Array;
export function viralUsersLimit(seedUsers: Column, k: Column, options?: Options): number | Float64Array {
  return $viralUsersLimit.compute([seedUsers, k], options) as number | Float64Array;
}

const $viralAmplification = new Metric("viral_amplification");

/**
 * Users in the end for each user at the start when each user brings less than one other.
 *
 * Viral amplification factor. Formula: `1.0 / (1.0 - k)`. Unit: ratio. Roll-up: recompute.
 * Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
 * measured.
 *
 * @param k - new users each user brings, below 1 (ratio; a finite number >= 0)
 * @returns multiple of the users at the start
 * @throws RangeError with a `code`: an input outside its domain; `k >= 1.0`: `divergent`
 * @example
 * ```js
 * metrics.viralAmplification(0.5); // 2
 * ```
 * @see D. Skok, Lessons Learned: Viral Marketing, forentrepreneurs.com; A Virality Formula (2011)
 */
export function viralAmplification(k: number, options?: Options): number;
export function viralAmplification(k: Column, options?: Options): Float64Array;
export function viralAmplification(k: Column, options?: Options): number | Float64Array {
  return $viralAmplification.compute([k], options) as number | Float64Array;
}

const $viralCyclesToTarget = new Metric("viral_cycles_to_target");

/**
 * Invitation cycles until a number of users is reached.
 *
 * Cycles to reach a user target. Formula: `cycles_to_reach(target / seed_users, k)`. Unit: cycles. Roll-up:
 * recompute.
 * Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
 * measured.
 * A target at or below the start is reached after 0 cycles. With k = 1 growth is linear; with k below 1 it
 * ends at seed_users/(1 - k), and a target there or beyond is never reached.
 *
 * @param seedUsers - users at the start (people; a finite number > 0)
 * @param k - new users each user brings (ratio; a finite number >= 0)
 * @param target - number of users to reach (people; a finite number > 0)
 * @returns cycles, not rounded up
 * @throws RangeError with a `code`: an input outside its domain; `target > seed_users && target * (1.0 - k) >=
 * seed_users`: `not_reached`
 * @example
 * ```js
 * metrics.viralCyclesToTarget(100, 1.25, 10000); // 13.600899370978178
 * ```
 * @see geratools.com, viral coefficient calculator (100 first users, 5 invitations, 25 %)
 */
export function viralCyclesToTarget(seedUsers: number, k: number, target: number, options?: Options): number;
export function viralCyclesToTarget(seedUsers: Column, k: Column, target: Column, options?: Options): Float64Array;
export function viralCyclesToTarget(seedUsers: Column, k: Column, target: Column, options?: Options): number | Float64Array {
  return $viralCyclesToTarget.compute([seedUsers, k, target], options) as number | Float64Array;
}

const $viralUsersAtTime = new Metric("viral_users_at_time");

/**
 * Users after a given time when every user invites others once, one cycle after joining.
 *
 * Users after time t with cycle time. Formula: `grown(seed_users, power_sum(k, t / cycle_time))`. Unit:
 * people. Roll-up: recompute.
 * Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
 * measured.
 *
 * @param inputs.seedUsers - users at the start (people; a finite number >= 0)
 * @param inputs.k - new users each user brings (ratio; a finite number >= 0)
 * @param inputs.t - days since the start (days; a finite number >= 0)
 * @param inputs.cycleTime - days one invitation cycle takes (days; a finite number > 0)
 * @returns number of users, the first ones included
 * @throws RangeError with a `code`: an input outside its domain
 * @example
 * ```js
 * metrics.viralUsersAtTime({ seedUsers: 10, k: 2, t: 20, cycleTime: 10 }); // 70
 * ```
 * @see D. Skok, Lessons Learned: Viral Marketing, forentrepreneurs.com; A Virality Formula (2011)
 */
export function viralUsersAtTime(inputs: { readonly seedUsers: number; readonly k: number; readonly t: number; readonly cycleTime: number }, options?: Options): number;
export function viralUsersAtTime(inputs: { readonly seedUsers: Column; readonly k: Column; readonly t: Column; readonly cycleTime: Column }, options?: Options): Float64Array;
export function viralUsersAtTime(inputs: { readonly seedUsers: Column; readonly k: Column; readonly t: Column; readonly cycleTime: Column }, options?: Options): number | Float64Array {
  return $viralUsersAtTime.compute(inputs, options) as number | Float64Array;
}

/**
 * Attribution: how the credit for conversions is shared among the channels that a customer met on the way.
 *
 * Attribution is not incrementality: it shares out conversions that happened, and says nothing of how many would not
 * have happened without a channel. Every result carries that note.
 *
 * @packageDocumentation
 */

export * from "./attribution/credits.js";
export * from "./attribution/journeys.js";
export * from "./attribution/markov.js";
export * from "./attribution/paths.js";
export * from "./attribution/rules.js";
export * from "./attribution/shapley.js";

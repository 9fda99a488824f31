/** Curves of saturation, their responses and slopes. */

import { type Column, column, number } from "../inputs.js";
import { core } from "../runtime.js";
import { type Numbers, json } from "./door.js";

/** A response curve: its form and parameters. */
export type Curve =
  /** `maximum x^alpha / (x^alpha + inflexion^alpha)` */
  | { form: "hill"; maximum: number; alpha: number; inflexion: number }
  /** `maximum x / (halfSaturation + x)` */
  | { form: "michaelis_menten"; maximum: number; halfSaturation: number }
  /** `maximum (1 - exp(-x / scale))` */
  | { form: "exponential"; maximum: number; scale: number }
  /** `scale x^exponent` */
  | { form: "power"; scale: number; exponent: number }
  /** `scale sqrt(x)` */
  | { form: "square_root"; scale: number }
  /** `scale ln(1 + x / offset)` */
  | { form: "logarithm"; scale: number; offset: number };

/**
 * Gives the response of a curve.
 *
 * @example
 * ```js
 * response.curveResponse({ form: "square_root", scale: 3 }, 4); // 6
 * ```
 */
export function curveResponse(curve: Curve, x: number): number;
export function curveResponse(curve: Curve, x: Numbers): Float64Array;
export function curveResponse(curve: Curve, x: Column): number | Float64Array {
  return core("response").response_curve_response(json("curve", curve), column("x", x)) as number | Float64Array;
}

/** Gives what one more unit of input brings; in a column NaN where a curve starts upright. */
export function marginalReturn(curve: Curve, x: number): number;
export function marginalReturn(curve: Curve, x: Numbers): Float64Array;
export function marginalReturn(curve: Curve, x: Column): number | Float64Array {
  return core("response").response_marginal_return(json("curve", curve), column("x", x)) as number | Float64Array;
}

/** Finds the input beyond which one more unit brings less than a rate. */
export function inputForMarginalReturn(curve: Curve, rate: number): number {
  return core("response").response_input_for_marginal_return(json("curve", curve), number("rate", rate));
}

//! Special functions, distributions, the optimiser, quadrature and small linear algebra: what the formulas
//! stand on. Built on `libm` alone, so the same input gives the same bits on every machine and in wasm.

// Compiled, never run: what the types let through, and what they refuse.
import * as ukur from "ukur";
import { init, isUkurError, type Column } from "ukur";

const columns: Column[] = [1, [1, null, undefined], Float64Array.of(1), new Int32Array(2)];
const loaded: Promise<void> = init();
const some: Promise<void> = init({ rooms: ["metrics", "models"], from: (file) => new URL(file, "https://example.org/") });
void some;
const version: string = ukur.version();
try {
  void [columns, loaded, version];
} catch (error) {
  if (isUkurError(error)) {
    const code: string = error.code;
    void code;
  }
}
// @ts-expect-error text is no column
const text: Column = "12";
void text;

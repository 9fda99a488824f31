// The vectors and the columns they name as one file that the page can fetch: public/vectors.json.

import { mkdirSync, writeFileSync } from "node:fs";
import { cases, csv } from "../js/files.mjs";
import { value } from "../js/vectors.mjs";

const columns = {};
const collected = cases();
for (const { testCase } of collected) {
  value([testCase.args, testCase.want ?? testCase.sums ?? null], (file, column) => {
    const numbers = csv(file, column);
    columns[`${file}:${column}`] = Array.from(numbers);
    return numbers;
  });
}
mkdirSync("public", { recursive: true });
writeFileSync("public/vectors.json", JSON.stringify({ cases: collected, columns }));

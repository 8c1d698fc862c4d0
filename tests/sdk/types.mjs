// Writes a program of TypeScript that assigns the first event of each type to the type of OpenAI's SDK, and nothing that the
// type does not have is an error: `node types.mjs events.jsonl > events.ts && npx tsc --noEmit --strict events.ts`.

import { readFileSync } from "node:fs";

const seen = new Map();
for (const line of readFileSync(process.argv[2], "utf8").trimEnd().split("\n")) {
    const { type, item, response } = JSON.parse(line);
    // Items of each type, and a response with and without an outcome.
    const key = [type, item?.type, response?.status].join(" ");
    if (!seen.has(key)) seen.set(key, line);
}
console.log(`import type { ResponseStreamEvent } from "openai/resources/responses/responses";

type Json = string | number | boolean | null | Json[] | { [name: string]: Json };

/** Returns the value with the types of its texts. Fields that the SDK does not know are then no error. */
function literal<T extends Json>(value: T): T {
    return value;
}
`);
let number = 0;
for (const [key, line] of seen) {
    console.log(`// ${key}\nconst event${number} = literal(${line});`);
    console.log(`export const checked${number}: ResponseStreamEvent = event${number};\n`);
    number += 1;
}

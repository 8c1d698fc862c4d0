// Writes a program of TypeScript that assigns the first event of each kind to the type of OpenAI's SDK, and nothing that the
// type does not have is an error: `node types.mjs events.jsonl > events.ts && npx tsc --noEmit --strict events.ts`.

import { readFileSync } from "node:fs";

const seen = new Map();
for (const line of readFileSync(process.argv[2], "utf8").trimEnd().split("\n")) {
    const event = JSON.parse(line);
    const { type, item, response } = event;
    // One kind is a type of event with a type of item, or a status of the response.
    const key = [type, item?.type, response?.status].join(" ");
    // No server sends it: the SDK sets it.
    if (response) response.output_text = "";
    if (!seen.has(key)) seen.set(key, JSON.stringify(event));
}
console.log(`import type { ResponseStreamEvent } from "openai/resources/responses/responses";

/** The type of a value as JSON has it: each text a type of its own, and lists that can change. */
type Literal<T> = T extends object ? { -readonly [Name in keyof T]: Literal<T[Name]> } : T;

/** Returns the value with the types of its texts. Fields that the SDK does not know are then no error. */
function literal<const T>(value: T): Literal<T> {
    return value as Literal<T>;
}
`);
let number = 0;
for (const [key, line] of seen) {
    console.log(`// ${key}\nconst event${number} = literal(${line});`);
    console.log(`export const checked${number}: ResponseStreamEvent = event${number};\n`);
    number += 1;
}

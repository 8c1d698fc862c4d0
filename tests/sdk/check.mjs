// Validates events with the zod schema of @openrouter/sdk: `node check.mjs events.jsonl`.
//
// The schema refuses nothing: what it does not understand it keeps as unknown, here and there in an event.

import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { StreamEvents$inboundSchema } from "@openrouter/sdk/models/streamevents.js";

/** Calls `found` with the place of each object that is kept as unknown. */
function unknowns(value, place, found) {
    if (typeof value !== "object" || value === null) return;
    if (value.isUnknown === true) return found(place, value.raw);
    for (const [name, inner] of Object.entries(value)) {
        unknowns(inner, Array.isArray(value) ? `${place}/*` : `${place}/${name}`, found);
    }
}

let accepted = 0;
const refused = new Map();
for await (const line of createInterface({ input: createReadStream(process.argv[2]) })) {
    const event = JSON.parse(line);
    const result = StreamEvents$inboundSchema.safeParse(event);
    const faults = new Set();
    if (!result.success) {
        faults.add(`refused: ${result.error.message}`);
    } else {
        unknowns(result.data, "", (place, raw) => faults.add(`unknown at "${place}": ${raw?.type}`));
    }
    if (faults.size === 0) accepted += 1;
    for (const fault of faults) {
        const key = `${event.type}: ${fault}`;
        refused.set(key, (refused.get(key) ?? 0) + 1);
    }
}
console.log(`${accepted} events accepted`);
for (const [key, count] of [...refused].sort()) console.log(`${count} x ${key}`);
process.exitCode = refused.size === 0 ? 0 : 1;

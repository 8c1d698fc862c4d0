// The events of recordings: files of server-sent events or JSON lines.

import { readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

/** Returns the recordings that the paths name, and those in folders. */
export function recordings(paths) {
    return paths.flatMap((path) => {
        if (!statSync(path).isDirectory()) return [path];
        const names = readdirSync(path, { recursive: true }).sort();
        return names.filter((name) => /\.(sse|jsonl)$/.test(name)).map((name) => join(path, name));
    });
}

/** Returns the events of a recording, each as one line of text and the place where it is. */
export function events(path) {
    const text = readFileSync(path, "utf8").replace(/^\uFEFF/, "");
    const lines = text.split(/\r\n|\r|\n/);
    const found = [];
    const add = (data, line) => {
        if (data.trim() !== "" && data.trim() !== "[DONE]") found.push({ text: data, place: `${path}:${line}` });
    };
    if (text.trimStart().startsWith("{")) {
        lines.forEach((line, index) => add(line, index + 1));
        return found;
    }
    let data = [];
    let start = 1;
    // The last frame may lack its blank line.
    [...lines, ""].forEach((line, index) => {
        if (line === "") {
            // A line break in JSON is white space.
            add(data.join(" "), start);
            data = [];
            start = index + 2;
        } else if (line.startsWith("data:")) {
            data.push(line.slice("data:".length));
        }
    });
    return found;
}

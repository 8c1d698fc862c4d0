"""Validates events with the models of openai-python: `python check.py events.jsonl`."""

import collections
import json
import sys

from openai.types.responses import ResponseStreamEvent
from pydantic import TypeAdapter, ValidationError


def main(path):
    events = TypeAdapter(ResponseStreamEvent)
    accepted, refused = 0, collections.Counter()
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            try:
                events.validate_json(line)
                accepted += 1
            except ValidationError as error:
                event_type = json.loads(line)["type"]
                for fault in error.errors():
                    place = ".".join("*" if isinstance(step, int) else step for step in fault["loc"])
                    refused[event_type, place, fault["msg"]] += 1
    print(f"{accepted} events accepted")
    for (event_type, place, message), count in sorted(refused.items()):
        print(f"{count} x {event_type}: {place}: {message}")
    return 1 if refused else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))

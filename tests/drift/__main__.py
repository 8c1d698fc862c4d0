"""Finds the drift between the catalogue and what others publish.

    python3 tests/drift python=openai-3.57.0-py3-none-any.whl node=openai-7.57.0.tgz
        prints what the catalogue lacks or has in excess by these sources, per tag and field
    python3 tests/drift --update python=openai-3.57.0-py3-none-any.whl
        brings the columns of the source in tests/tests/catalogue/facts.tsv to what it says
    python3 tests/drift openai-3.54.0-py3-none-any.whl openai-3.57.0-py3-none-any.whl
        prints what changed between two releases

A source is a wheel (`openai`), an npm tarball (`openai`, `@openrouter/sdk`) or an OpenAPI document in JSON. Nothing of it is
run. Download one with `pip download --no-deps openai==VERSION` or `npm pack openai@VERSION`.
"""

import sys
import tarfile

import declarations
import openapi
import table
import wheel
import zod
from schema import Facts, Source


def read(path: str, name: str = "") -> Source:
    if path.endswith(".whl"):
        return wheel.read(path)
    if path.endswith(".json"):
        return openapi.read(path, is_websocket=name == "websocket")
    if path.endswith((".tgz", ".tar.gz")):
        with tarfile.open(path) as tarball:
            members = [member for member in tarball.getmembers() if member.isfile()]
            scripts = {member.name: member for member in members if member.name.startswith("package/esm/models/")}
            wanted = scripts or {member.name: member for member in members}
            end = ".js" if scripts else ".d.ts"
            files = {
                name: tarball.extractfile(member).read().decode() for name, member in wanted.items() if name.endswith(end)
            }
        return zod.read(files) if scripts else declarations.read(files)
    sys.exit(f"{path}: no wheel (.whl), npm tarball (.tgz) or OpenAPI document (.json)")


def facts_of(path: str, name: str) -> Facts:
    facts = read(path, name).facts()
    if not any(kind == "event" for kind, _ in facts):
        sys.exit(f"{path}: no events were found; correct `PATHS` in the reader of this kind of source")
    return facts


def main(arguments: list[str]) -> int:
    is_update = "--update" in arguments
    arguments = [argument for argument in arguments if argument != "--update"]
    named = [argument.split("=", 1) for argument in arguments if "=" in argument]
    if len(arguments) == 2 and not named:
        old, new = map(read, arguments)
        found = table.changes({**old.facts(), **old.nested()}, {**new.facts(), **new.nested()})
        print("\n".join(found) or "nothing changed")
        return 0
    if not named or len(named) != len(arguments):
        print(__doc__)
        return 2
    comment, rows = table.read()
    drifted = False
    for name, path in named:
        if name not in table.SOURCES:
            sys.exit(f"`{name}` is none of {', '.join(table.SOURCES)}")
        facts = facts_of(path, name)
        found = table.differences(rows, name, facts)
        drifted = drifted or bool(found)
        print(f"{name}: {len(facts)} objects in {path}, {len(found)} differences")
        print("".join(f"  {difference}\n" for difference in found), end="")
        if is_update:
            rows = table.update(rows, name, facts)
    if is_update:
        table.write(comment, rows)
    return int(drifted and not is_update)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

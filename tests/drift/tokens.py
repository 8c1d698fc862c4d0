"""Tokens of TypeScript and JavaScript, as far as declarations and schemas have them."""

from __future__ import annotations

import json
import re

TOKEN = re.compile(
    r"""(?P<space>\s+|//[^\n]*|/\*.*?\*/)
    |(?P<string>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\.)*`)
    |(?P<number>-?\d+(?:\.\d+)?)
    |(?P<name>[A-Za-z_$][\w$]*)
    |(?P<mark>=>|\.\.\.|\?\.|.)""",
    re.S | re.X,
)


class Tokens:
    """A list of tokens and the place in it."""

    def __init__(self, text: str):
        self.tokens = [
            (match.lastgroup, match.group()) for match in TOKEN.finditer(text) if match.lastgroup != "space"
        ]
        self.at = 0

    def peek(self, ahead: int = 0) -> str:
        place = self.at + ahead
        return self.tokens[place][1] if place < len(self.tokens) else ""

    def kind(self) -> str:
        return self.tokens[self.at][0] if self.at < len(self.tokens) else ""

    def next(self) -> str:
        token = self.peek()
        self.at += 1
        return token

    def take(self, token: str) -> bool:
        if self.peek() == token:
            self.at += 1
            return True
        return False

    def expect(self, token: str) -> None:
        if not self.take(token):
            near = " ".join(self.peek(ahead) for ahead in range(-6, 6))
            raise ValueError(f"expected `{token}`, found `{self.peek()}` in `{near}`")

    def skip_block(self, start: str = "{", end: str = "}") -> None:
        """Passes over everything from `start` to the `end` that closes it."""
        self.expect(start)
        depth = 1
        while depth and self.at < len(self.tokens):
            token = self.next()
            depth += (token == start) - (token == end)

    def skip_statement(self) -> None:
        """Passes over everything up to the `;` that ends a statement, or over its block."""
        while self.at < len(self.tokens):
            if self.peek() == "{":
                self.skip_block()
                self.take(";")
                return
            if self.next() == ";":
                return


def unquote(token: str) -> str:
    if token.startswith('"'):
        return json.loads(token)
    return re.sub(r"\\(.)", r"\1", token[1:-1])

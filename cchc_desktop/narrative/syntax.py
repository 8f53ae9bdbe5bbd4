"""Our subset of Markdown as rules of markdown-it-py (docs/prose-format.md).

The library scans lines, tables and emphasis; the rules here keep the subset small, so that whatever a clerk
types by the way prints as typed. One line is one block: emphasis never runs over a line's end.
"""

import re
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, table
from markdown_it.rules_block.table import escapedSplit
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.state_inline import Delimiter

PARAGRAPH, ITEM, HEADING, NOTE = "paragraph", "item", "heading", "note"
"""What the token of a line says of it, in `info`."""
FIGURE, MARK = "figure", "mark"
"""Types of our own inline tokens."""

ITEM_SIGN, HEADING_SIGN = "- ", "### "
ESCAPED = "*[|-#"
"""What a backslash takes its meaning from; before anything else it is a backslash.

Two before one of these are one, as in the arguments of a Windows program.
"""
KEY = r"[\w./-]{1,64}"
_SIGNS = {ITEM_SIGN: ITEM, HEADING_SIGN: HEADING}
_NOTE = re.compile(rf"\[\^({KEY})\]:[ \t]+(\S.*)")
_MARK = re.compile(rf"\[\^({KEY}(?:;{KEY})*)\]")
_BACKSLASHES = re.compile(rf"(\\+)([{re.escape(ESCAPED)}])")
_BRACES = re.compile(r"\{([^{}]*)\}")


@cache
def reader() -> MarkdownIt:
    """Return the reader of the subset."""
    reader = MarkdownIt("zero")
    reader.block.ruler.at("table", _even_table)
    reader.block.ruler.before("paragraph", "line", _line)
    reader.enable(["table", "emphasis"])
    reader.inline.ruler.at("emphasis", _stars)
    for name, rule in (("figures", _figure), ("marks", _mark), ("backslashes", _backslash)):
        reader.inline.ruler.before("emphasis", name, rule)
    return reader


def _line(state: StateBlock, start: int, _end: int, silent: bool) -> bool:
    """Whatever is no table: one line, told by the sign it begins with."""
    if silent:
        return True
    text = _text(state, start)
    sign = next((sign for sign in _SIGNS if text.startswith(sign)), "")
    token = state.push("inline", "", 0)
    token.map = [start, start + 1]
    token.children = []
    token.info = _SIGNS.get(sign, PARAGRAPH)
    token.content = text[len(sign) :].strip()
    if note := _NOTE.fullmatch(text):
        token.info, token.meta["key"], token.content = NOTE, note[1], note[2]
    state.line = start + 1
    return True


def _even_table(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A table of which every row begins with `|` and has as many cells as the header: nothing is cut off."""
    after = start
    while after < end and _text(state, after).startswith("|"):
        after += 1
    counts = {len(_cells(_text(state, line))) for line in range(start, after)}
    return len(counts) == 1 and table(state, start, after, silent)


def _cells(row: str) -> list[str]:
    cells = escapedSplit(row.removeprefix("|"))
    return cells[:-1] if cells[-1] == "" else cells


def _text(state: StateBlock, line: int) -> str:
    return state.src[state.bMarks[line] : state.eMarks[line]].strip()


def _stars(state: StateInline, silent: bool) -> bool:
    """The library's emphasis for `*` alone, and never within a word: `2*3*4`, `a_b` and `(*)` stay."""
    if silent or state.src[state.pos] != "*":
        return False
    scanned = state.scanDelims(state.pos, canSplitWord=False)
    around = state.src[max(state.pos - 1, 0) : state.pos + scanned.length + 1]
    is_sign = around.startswith("(") and around.endswith(")")
    for _ in range(scanned.length):
        state.push("text", "", 0).content = "*"
        if not is_sign:
            delimiter = Delimiter(
                marker=ord("*"),
                length=scanned.length,
                token=len(state.tokens) - 1,
                end=-1,
                open=scanned.can_open,
                close=scanned.can_close,
            )
            state.delimiters.append(delimiter)
    state.pos += scanned.length
    return True


def _figure(state: StateInline, silent: bool) -> bool:
    """`{PL2.1}`, or `{{` for a brace; a brace that nothing closes is a figure of which nothing is said."""
    if state.src[state.pos] != "{":
        return False
    if state.src.startswith("{{", state.pos):
        return _taken(state, silent, "text_special", "{", 2)
    found = _BRACES.match(state.src, state.pos)
    source = found[0] if found else "{"
    return _taken(state, silent, FIGURE, source, len(source))


def _mark(state: StateInline, silent: bool) -> bool:
    found = _MARK.match(state.src, state.pos)
    return found is not None and _taken(state, silent, MARK, found[1], len(found[0]))


def _backslash(state: StateInline, silent: bool) -> bool:
    found = _BACKSLASHES.match(state.src, state.pos)
    if found is None:
        return False
    pairs, is_escape = divmod(len(found[1]), 2)
    content = "\\" * pairs + (found[2] if is_escape else "")
    return _taken(state, silent, "text_special", content, len(found[1]) + is_escape)


def _taken(state: StateInline, silent: bool, kind: str, content: str, length: int) -> bool:
    if not silent:
        state.push(kind, "", 0).content = content
    state.pos += length
    return True

// Finds lists and quotes that are nested deeper than anybody writes.

/** Parsing takes quadratic time in the number of levels. */
const MAX_LEVELS = 30;
/** A line that opens so many quotes and lists. */
const DEEP_LINE = new RegExp(
  String.raw`^(?:[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]))){${MAX_LEVELS}}.*$`,
  'gmu',
);
/** A line of dashes or stars is a break between sections. */
const BREAK = /^[-*\s]+$/u;
const LIST_LINE = /^([ \t]*)(?:[-+*]|\d{1,9}[.)])(?=[ \t])/gmu;
const TAB_COLUMNS = 4;
/** An item is nested if it is indented at least this much more than the one above. */
const MIN_INDENT = 2;

export function isNestedTooDeeply(markdown: string): boolean {
  for (const [line] of markdown.matchAll(DEEP_LINE)) if (!BREAK.test(line)) return true;
  const levels: number[] = [];
  for (const [, indent = ''] of markdown.matchAll(LIST_LINE)) {
    const column = [...indent].reduce(
      (at, char) => at + (char === '\t' ? TAB_COLUMNS - (at % TAB_COLUMNS) : 1),
      0,
    );
    while (levels.length > 0 && (levels.at(-1) ?? 0) + MIN_INDENT > column) levels.pop();
    levels.push(column);
    if (levels.length > MAX_LEVELS) return true;
  }
  return false;
}

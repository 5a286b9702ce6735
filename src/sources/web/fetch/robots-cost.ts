// Estimates what a robots.txt costs before it is parsed. A file of 300 KB can name thousands of bots and then thousands of
// rules, and the parser keeps each rule once for each bot.

/** What parsing and matching will cost. */
export interface RobotsCost {
  /** Rules that the parser keeps: for each group, its bots times its rules. */
  readonly rules: number;
  /** Characters of all lines with a wildcard. Each is compared with every place of an address. */
  readonly wildcardChars: number;
}

/** Counts as robots-parser does. */
export function estimateRobotsCost(text: string): RobotsCost {
  let bots = 0;
  let isNaming = false;
  let rules = 0;
  let wildcardChars = 0;
  for (const line of text.split(/\r\n|\r|\n/)) {
    const [field = '', value] = (line.split('#', 1)[0] ?? '').split(':', 2);
    const name = field.trim().toLowerCase();
    if (value === undefined || name === '') continue;
    if (name === 'user-agent') bots = isNaming ? bots + 1 : 1;
    else if (name === 'allow' || name === 'disallow') {
      rules += bots;
      if (line.includes('*')) wildcardChars += line.length;
    }
    isNaming = name === 'user-agent';
  }
  return { rules, wildcardChars };
}

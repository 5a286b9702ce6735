// Reads the command line: what to run, with which flags. Mistakes are found before anything is opened.
import { parseArgs } from 'node:util';
import { checkArticlesUsage } from './articles.js';
import { ARTICLES_USAGE } from './articles-text.js';
import { checkSummaryUsage } from './summary.js';
import { USAGE, usageErrors } from './text.js';

const BOT_COMMANDS = ['start', 'bot', 'sandbox'] as const;
const COMMANDS = [
  ...BOT_COMMANDS,
  ...(['register', 'doctor', 'ask', 'search', 'summary', 'index', 'articles'] as const),
];
const MAX_LIMIT = 50;

const FLAGS = {
  article: { type: 'string' },
  json: { type: 'boolean', default: false },
  closest: { type: 'boolean', default: false },
  limit: { type: 'string', default: '5' },
  style: { type: 'string' },
  length: { type: 'string' },
  library: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
  version: { type: 'boolean', short: 'v', default: false },
} as const;

type Flags = ReturnType<typeof parse>['values'];

export type CommandLine =
  | {
      readonly kind: 'command';
      readonly word: (typeof COMMANDS)[number];
      /** Whether the command runs the bot. */
      readonly isBot: boolean;
      /** The words behind the command. */
      readonly rest: readonly string[];
      readonly flags: Flags;
      /** How many passages to find, 1 to 50. */
      readonly limit: number;
    }
  | {
      readonly kind: 'information';
      /** The help that was asked for; undefined if it was the version. */
      readonly text?: string | undefined;
    }
  | {
      readonly kind: 'usage-error';
      /** One line: what is wrong, and what to do. */
      readonly problem: string;
    };

/** @param args without the program itself. None stands for `start` */
export function readCommandLine(args: readonly string[]): CommandLine {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(args);
  } catch (error) {
    // The first sentence names the option. The rest explains how parseArgs reads positionals.
    return usageError(`${(error as Error).message.split('. ', 1)[0]}.`.replace('..', '.'));
  }
  const { values: flags, positionals } = parsed;
  const [typed = 'start', ...rest] = positionals;
  if (flags.help || typed === 'help') {
    return { kind: 'information', text: typed === 'articles' ? ARTICLES_USAGE : USAGE };
  }
  if (flags.version || typed === 'version') return { kind: 'information' };
  const word = COMMANDS.find((command) => command === typed);
  if (word === undefined) return usageError(usageErrors.unknownCommand(typed));
  const text = rest.join(' ').trim();
  if (word === 'ask' && rest.length > 0 && text === '') return usageError(usageErrors.emptyQuestion);
  if (word === 'search' && text === '') return usageError(usageErrors.emptySearch);
  const limit = Number(flags.limit);
  if (!Number.isInteger(limit) || limit < 1 || limit > MAX_LIMIT) return usageError(usageErrors.limit);
  const articlesProblem = word === 'articles' ? checkArticlesUsage(rest, flags) : undefined;
  if (articlesProblem !== undefined) return usageError(articlesProblem, usageErrors.articlesHint);
  const summaryProblem = word === 'summary' ? checkSummaryUsage(flags) : undefined;
  if (summaryProblem !== undefined) return usageError(summaryProblem);
  const isBot = BOT_COMMANDS.some((command) => command === word);
  return { kind: 'command', word, isBot, rest, flags, limit };
}

function parse(args: readonly string[]) {
  return parseArgs({ args: [...args], options: FLAGS, allowPositionals: true });
}

function usageError(problem: string, hint: string = usageErrors.hint): CommandLine {
  return { kind: 'usage-error', problem: `${problem} ${hint}` };
}

// The command line's own text. Plain strings, and functions where a value goes into a sentence.
import { AppError, type Notice, SUMMARY_LENGTHS } from '../index.js';

/** As they are typed. */
const STYLE_NAMES = ['one-line', 'brief', 'key-points', 'timeline', 'whos-who', 'quotes', 'qa', 'numbers'];

export const USAGE = `Footnote answers questions about your articles and cites a source for every sentence.

Usage:
  footnote [start]           start the bot: on Discord if DISCORD_TOKEN is set, otherwise in the sandbox
  footnote bot               start the bot on Discord
  footnote sandbox           start the bot in the sandbox, a local stand-in for Discord in your browser
  footnote register          register the commands with Discord, without starting the bot
  footnote doctor            check the setup: Discord, articles, models and stored data
  footnote ask [QUESTION]    answer a question; without one, open a prompt with history and follow-ups
      --article ID-OR-TITLE  use only this article
      --json                 print JSON (docs/json.md)
      --closest              if the article doesn't say, show the closest passages
  footnote search WORDS      find passages; "exact phrases" and -excluded words work
      --article ID-OR-TITLE  search only this article
      --limit N              how many passages, 1 to 50 (default 5)
      --json                 print JSON
  footnote summary [TITLE]   summarize an article; TITLE is words of its title, or its id
      --style STYLE          ${STYLE_NAMES.join(', ')}
      --length LENGTH        short, medium or long
      --json                 print JSON
  footnote index             update the index from the corpus folder
  footnote articles ACTION   add, list, remove, refresh, export or import articles (footnote articles --help)
  footnote help              show this help
  footnote --version         show the version

Exit codes: 0 answered or done, 1 error, 2 usage error, 3 the article doesn't say.`;

export const usageErrors = {
  hint: 'Run “footnote help” to see the commands.',
  articlesHint: 'Run “footnote articles --help” to see how.',
  unknownCommand: (word: string) => `There is no command “${word}”.`,
  emptyQuestion: 'The question is empty. Type it after the command: footnote ask "How high is it?"',
  emptySearch:
    'There is nothing to search for. Type some words after the command: footnote search ferry times.',
  style: (typed: string) => `There is no style “${typed}”. Use one of these: ${STYLE_NAMES.join(', ')}.`,
  length: (typed: string) =>
    `There is no length “${typed}”. Use one of these: ${SUMMARY_LENGTHS.join(', ')}.`,
  limit: '--limit must be a whole number from 1 to 50.',
} as const;

export const terminalText = {
  readyOnDiscord: (bot: string, servers: number) =>
    `Footnote is ready on Discord as ${bot}, in ${plural(servers, 'server')}.`,
  readyInSandbox: (address: string) => `Footnote is ready in the sandbox. Open ${address} in your browser.`,
  howToStop: 'Press Ctrl+C to stop.',
  stopped: 'Stopped.',
  warning: (text: string) => `! ${text}`,

  prompt: (titles: readonly string[]) =>
    titles.length === 0
      ? 'There are no articles yet. Put some into the corpus folder and start again.\n'
      : `Ask about:\n${titles.map((title) => `  ${title}`).join('\n')}\nType /help for help. To stop, type exit or press Ctrl+D.\n`,
  notInArticle: "The article doesn't say.",
  suggestions: 'Questions that are answered here:',
  closestHint: 'Add --closest to see the closest passages.',
  unknownPromptCommand: (typed: string) => `There is no ${typed} here.`,
  promptHelp: `Ask a question in your own words, or a follow-up such as “And why?”.
  /closest  show the closest passages, if the article doesn't say
  /summary  summarize the article. You can add a style and a title: /summary quotes old bridge
  exit      stop (also: quit, an empty line, Ctrl+D)`,
  promptClosestHint: 'Type /closest to see the closest passages.',
  noClosest: 'There are no passages to show. Ask a question first.',
  chooseHint: 'Add --article and a few words of the title.',
  promptChooseHint: 'Type a number, or a few words of the title.',
  noSuchNumber: (count: number) => `Type a number from 1 to ${count}.`,
  nothingFound: 'Nothing found. Try different words.',
  /** UTF-16 code units. */
  span: (start: number, end: number) => `characters ${start}–${end}`,
  page: (page: string) => (page.includes('–') ? `pp. ${page}` : `p. ${page}`),
  similarity: (value: number) => `similarity ${value.toFixed(2)}`,
  notices: {
    'model-unavailable': "The language model can't be reached, so the built-in engine answered.",
    'budget-reached': "Today's budget for the language model is used up, so the built-in engine answered.",
    'cut-short': 'The language model stopped early, so this answer may be incomplete.',
  } satisfies Record<Notice, string>,
  replaced: (count: number) =>
    `${plural(count, 'sentence')} quoted from the article, because the model's wording couldn't be confirmed.`,
  progress: '{step} {bar} {value}/{total}, {eta_formatted} left',

  registered: (count: number) => `Registered ${plural(count, 'command')}.`,
  unchanged: 'The commands are already registered.',
  corpusChanged: ({ added, changed, removed, skipped }: Omit<IndexCounts, 'articles' | 'passages' | 'ms'>) =>
    `The corpus folder has changed: ${added} added, ${changed} changed, ${removed} removed, ${skipped} skipped.`,
  indexed: (counts: IndexCounts) =>
    `${plural(counts.articles, 'article')}: ${counts.added} added, ${counts.changed} changed, ` +
    `${counts.unchanged} unchanged, ${counts.removed} removed, ${counts.skipped} skipped. ` +
    `Indexed ${plural(counts.passages, 'passage')} in ${counts.ms} ms.`,
} as const;

/** What `footnote index` did. */
export interface IndexCounts {
  readonly articles: number;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly removed: number;
  readonly skipped: number;
  readonly passages: number;
  readonly ms: number;
}

/** The lines of `doctor` that aren't about Discord or the models. */
export const doctorText = {
  noToken: 'DISCORD_TOKEN is not set, so npm start opens the sandbox',
  articles: (count: number, folder: string) => `${plural(count, 'file')} in ${folder}`,
  noArticles: (folder: string) => `There are no articles in ${folder}.`,
  noArticlesAdvice: 'Put your articles there, or set CORPUS_DIR to the folder that contains them.',
  unreadable: (problems: readonly string[]) => problems.join('\n  '),
  unreadableAdvice: 'Footnote skips these files until you fix them.',
  emptyStore: (folder: string) => `${folder} is empty; the first start fills it`,
  store: (articles: number, passages: number, vectors: readonly string[], folder: string) =>
    `${plural(articles, 'article')} and ${plural(passages, 'passage')} in ${folder}` +
    (vectors.length === 0 ? '' : `; embedded by ${vectors.join(' and ')}`),
  sample: {
    title: 'A lighthouse',
    text: 'The lighthouse of Brannock was built in 1871. It has been painted red twice.',
    question: 'When was the lighthouse built?',
  },
  answered: 'the built-in engine answers a question',
  notAnswered: "The built-in engine didn't find an answer that is there.",
  answerFailed: (reason: string) => `The built-in engine can't answer: ${reason}`,
  notAnsweredAdvice: 'A file of the program may be missing or damaged. Install Footnote again.',
  passed: 'Everything works.',
  failed: (failed: number, total: number) => `${failed} of ${total} checks failed.`,
} as const;

export const summaryText = {
  otherStyle: (style: string) => `The article has nothing for “${style}”, so these are its key points.`,
} as const;

export const summaryErrors = {
  whichArticle: (articles: readonly ListedTitle[]) =>
    new AppError({
      code: 'terminal/which-article',
      message: articles.length === 0 ? 'There are no articles yet.' : 'Which article?',
      advice:
        articles.length === 0
          ? 'Put some into the corpus folder.'
          : `Add words of a title, such as: ${articles.map(({ title }) => `“${title}”`).join(', ')}.`,
    }),
} as const;

interface ListedTitle {
  readonly id: string;
  readonly title: string;
}

export const terminalErrors = {
  noToken: () =>
    new AppError({
      code: 'discord/no-token',
      message: 'DISCORD_TOKEN is not set.',
      advice:
        'Put it into .env (README.md explains how), or run npm run sandbox to try Footnote without Discord.',
    }),
  portTaken: (ports: readonly number[], cause: unknown) =>
    new AppError({
      code: 'sandbox/port-taken',
      message:
        ports.length === 1
          ? `Another program uses port ${ports[0]}.`
          : `Other programs use all ports from ${ports[0]} to ${ports.at(-1)}.`,
      advice: 'Set SANDBOX_PORT to another port, or to 0 for any free port.',
      cause,
    }),
  noSuchArticle: (title: string, articles: readonly ListedTitle[]) =>
    new AppError({
      code: 'terminal/no-such-article',
      message: `There's no article called “${title}”.`,
      advice:
        articles.length === 0
          ? 'There are no articles yet. Put some into the corpus folder.'
          : `Use one of these: ${articles.map((article) => `“${article.title}” (${article.id})`).join(', ')}.`,
    }),
} as const;

function plural(count: number, noun: string): string {
  return `${count} ${count === 1 ? noun : `${noun}s`}`;
}

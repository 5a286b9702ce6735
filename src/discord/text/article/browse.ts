// What people read in `/article list` and `/article show`.

export const articleText = {
  description: 'Read the articles, or manage them',
  list: 'List all articles',
  show: 'Read an article, and get ideas for questions',
  options: { article: 'Which article' },

  empty:
    'There are no articles here yet. People who manage this server can add some with `/article add`, and in a direct message you can add your own.',
  /** With two significant digits. */
  words: (count: number) => `about ${Number(count.toPrecision(2)).toLocaleString('en')} words`,
  /** @param questions escaped */
  suggestions: (questions: readonly string[]) =>
    `Try asking: ${questions.map((question) => `*${question}*`).join(' · ')}`,
  openOriginal: 'Open original',
  which: 'Which article do you mean?',
  /** @param typed escaped */
  several: (typed: string, count: number) => `“${typed}” matches ${count} articles.`,
  /** @param typed escaped */
  unknown: (typed: string) => `There's no article called “${typed}” here.`,
  typeMore:
    '-# The menu shows the first 25. To find another one, type part of its title in the `article` option.',
} as const;

// What people read in `/summary`.

export const summaryText = {
  description: 'Summarize an article with sentences taken from it, each with a citation',
  options: {
    article: 'Which article (you can leave this out if there is only one)',
    length: 'Length of the summary (default: medium)',
  },
  lengths: { short: 'short', medium: 'medium', long: 'long' },
} as const;

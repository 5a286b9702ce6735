// What people read in `/summary`.

export const summaryText = {
  description: 'Sum up an article in its own sentences, each with a citation',
  options: {
    article: 'Which article (you can leave this out if there is only one)',
    length: 'How long the summary is (default: medium)',
  },
  lengths: { short: 'short', medium: 'medium', long: 'long' },
} as const;

// What people read in `/search`.

export const searchText = {
  description: 'Find passages in the articles',
  options: { query: 'What to look for', article: 'Search only this article' },
  nothingFound: '**Nothing found.** Try other words.',
  openArticle: 'open article',
} as const;

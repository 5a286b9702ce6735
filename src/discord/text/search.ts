// What people read in `/search`.

export const searchText = {
  description: 'Find passages in the articles',
  options: {
    query: 'Words to look for. "Exact phrases" and -excluded words work too',
    article: 'Search only this article',
  },
  nothingFound: '**Nothing found.** Try other words.',
  /** @param shown how many of them are shown */
  count: (shown: number, total: number) => {
    const found = total === 1 ? '1 passage matches' : `${total} passages match`;
    return shown < total ? `${found}. These are the best ${shown}.` : `${found}.`;
  },
  openArticle: 'open article',
} as const;

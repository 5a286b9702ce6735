// What people read behind the buttons “Sources” and “Closest passages”. Markers in an answer are called citations; the
// quoted sentence that a citation leads to is called its source.

export const sourcesText = {
  heading: (marker: number) => `### Source [${marker}]`,
  closestHeading: '### Closest passages',
  changed: '-# The article has changed or was removed. This is what it said when the answer was given.',
  empty: 'This answer has no sources.',
  openArticle: 'Open article',
  /** @param page such as `12`, or `12–13` */
  page: (page: string) => (page.includes('–') ? `pp. ${page}` : `p. ${page}`),
} as const;

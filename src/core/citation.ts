// Citations: from the markers of a writer to exact spans of stored articles.

/** A footnote: marker, article and the exact span it quotes. */
export interface Citation {
  /** From 1, in order of first use. */
  readonly marker: number;
  readonly articleId: string;
  readonly title: string;
  readonly start: number;
  readonly end: number;
  /** Always `article.text.slice(start, end)`. */
  readonly quote: string;
  readonly url?: string | undefined;
}

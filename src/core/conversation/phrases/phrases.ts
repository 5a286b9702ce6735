// Words and phrases of a language by which messages are told apart where a few fixed wordings are enough.

/**
 * The phrases of a language: words separated by spaces, or alternatives of a regular expression. They are matched against
 * messages after {@link normalizeMessage}: lower case, no accents, no punctuation or apostrophes.
 */
export interface Phrases {
  /** Words for an article: "text", "story". */
  readonly articleNouns: string;
  /** Frequent short words by which the language of a short message is told. */
  readonly functionWords: string;
  /** Words at either end that change nothing: "please", "bot", "ok so". */
  readonly filler: string;
  /** Whole message: asks for what comes next in the article. */
  readonly more: string;
  /** Whole message: asks for the reason. */
  readonly why: string;
  /** Whole message: asks who is quoted. */
  readonly whoSaid: string;
  /** Whole message, in a reply to another one: asks whether that one is true. */
  readonly check: string;
  /** Start of a message that continues the one before: "and", "what about". */
  readonly continuation: string;
  /** Words that point back: pronouns, "there", "then". */
  readonly backward: string;
  /** Openings that ask for the same thing of something else: "and on Sundays", "what about dinner". */
  readonly ellipsis: string;
}

// How people write messages that aren't questions about the text of an article: the shape of a language's phrases.
import type { MetadataField } from '../../answer.js';

/** Intents that a whole message can have. `summary` and `metadata` are about an article. */
export type PhraseIntent =
  | 'greeting'
  | 'thanks'
  | 'small-talk'
  | 'help'
  | 'articles'
  | 'summary'
  | 'new-conversation';

/**
 * The phrases of a language, as alternatives of a regular expression. They are matched against the whole message after
 * {@link normalizeMessage}: lower case, no accents, no punctuation or apostrophes. `{article}` stands for any noun that
 * means the article ("the text"), `{this}` also for "this" and the like.
 */
export interface Phrases {
  /** Nouns for an article, without determiner. */
  readonly article: string;
  /** Determiners and demonstratives. */
  readonly determiner: string;
  readonly this: string;
  /** Words at either end that change nothing: "please", "bot", "ok so". */
  readonly filler: string;
  readonly intents: Readonly<Record<PhraseIntent, readonly string[]>>;
  readonly metadata: Readonly<Record<MetadataField, readonly string[]>>;
  /**
   * Phrases that are about the article only if nothing else was talked about: "how long is it", "date".
   */
  readonly ambiguous: Readonly<Partial<Record<MetadataField | 'summary' | 'help', readonly string[]>>>;
  /** Frequent short words by which the language of a short message is told. */
  readonly functionWords: string;
  readonly followUp: FollowUpPhrases;
}

/** How a language continues a conversation. Matched like {@link Phrases}, but at the start or as the whole message. */
interface FollowUpPhrases {
  /** Whole message: asks for what comes next in the article. */
  readonly more: readonly string[];
  /** Whole message: asks for the reason. */
  readonly why: readonly string[];
  /** Whole message: asks who is quoted. */
  readonly whoSaid: readonly string[];
  /** Whole message, in a reply to another one: asks whether that one is true. */
  readonly check: readonly string[];
  /** Start of a message that continues the one before: "and", "what about". */
  readonly continuation: string;
  /** Words that point back: pronouns, "there", "then". */
  readonly backward: string;
  /** Openings that ask for the same thing of something else: "and on Sundays", "what about dinner". */
  readonly question: string;
}

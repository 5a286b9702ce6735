// Words that tell what a message wants, in any order: the shape of a language's cues.
import type { MetadataField } from '../../answer.js';
import type { PhraseIntent } from '../phrases/phrases.js';

/**
 * A message is read by a rule if it has a word of each group, and if all its other words are known to say nothing about
 * the subject of an article. Groups are words in the normalized form, separated by spaces.
 */
export interface CueRule {
  readonly intent: Exclude<PhraseIntent, 'new-conversation'> | 'metadata';
  /** Only for `metadata`. */
  readonly field?: MetadataField;
  readonly groups: readonly string[];
  /** The rule doesn't hold if one of these words occurs. */
  readonly without?: string;
  /** Whether the message could also continue a conversation about something else. */
  readonly isAmbiguous?: boolean;
}

/** The cues of a language. */
export interface Cues {
  /** Nouns for an article, and for several of them. */
  readonly article: string;
  readonly articles: string;
  /** Words that say nothing about a subject, besides the language's function words. */
  readonly neutral: string;
  /** Words of third persons, with which a message is about somebody in the article. */
  readonly others: string;
  /** Praise and other reactions. Alone, they are small talk. */
  readonly reactions: string;
  /** Question words. With one of them, a message is neither thanks nor a reaction. */
  readonly asking: string;
  /** In the order in which they are tried. `{article}` and `{articles}` stand for the nouns. */
  readonly rules: readonly CueRule[];
  /** Openings of questions to the bot itself, as alternatives of a regular expression: "do you like". */
  readonly toBot: string;
}

/** A rule about a field of the metadata. */
export function asksFor(field: MetadataField, ...groups: readonly string[]): CueRule {
  return { intent: 'metadata', field, groups };
}

/** A rule for an intent. */
export function wants(intent: Exclude<CueRule['intent'], 'metadata'>, ...groups: readonly string[]): CueRule {
  return { intent, groups };
}

// Reads a clause into its content words and the function words that decide what it says.
import type { Role, YesNoWords } from './words.js';

/** A word that must be in both the question and the sentence. */
export interface ContentWord {
  readonly word: string;
  /** Class of the preposition in front of it; undefined if there is none. */
  readonly preposition: string | undefined;
  /** Words joined by "and" have the same number: "kitchen and yard". */
  readonly list: number;
  /** "bring", "use" */
  readonly isLight: boolean;
}

/** A clause's words and what they do. */
export interface Clause {
  readonly content: readonly ContentWord[];
  /** Lists of words that describe the next word, such as "hot and cold" in "hot and cold drinks". */
  readonly describingLists: ReadonlySet<number>;
  /** How often each role occurs. */
  readonly roles: ReadonlyMap<Role, number>;
  /** Whether it opens with a negation. */
  readonly opensNegated: boolean;
}

const WORD = /[\p{L}\p{M}\p{N}]+(?:[-.,:][\p{L}\p{N}]+)*'?|[£$€%]/gu;

/** @param text a clause in lower case, with the rewrites of its language */
export function readClause(text: string, { roles, prepositions }: YesNoWords): Clause {
  const words = text.match(WORD) ?? [];
  const content: ContentWord[] = [];
  const describingLists = new Set<number>();
  const counts = new Map<Role, number>();
  let preposition: string | undefined;
  let list = 0;
  let before: 'content' | 'and' | 'other' = 'other';
  for (const word of words) {
    const role = roles.get(word);
    const found = prepositions.get(word);
    if (found !== undefined) {
      preposition = found;
      before = 'other';
    } else if (role === undefined || role === 'light') {
      if (before === 'content') describingLists.add(list);
      if (before !== 'and') list += 1;
      content.push({ word, preposition, list, isLight: role === 'light' });
      before = 'content';
    } else {
      counts.set(role, (counts.get(role) ?? 0) + 1);
      if (role === 'and') before = before === 'content' ? 'and' : 'other';
      else if (role === 'neutral') before = before === 'and' ? 'and' : 'other';
      else {
        // A verb or a negation ends what a preposition opened.
        preposition = undefined;
        before = 'other';
      }
    }
  }
  return { content, describingLists, roles: counts, opensNegated: roles.get(words[0] ?? '') === 'negation' };
}

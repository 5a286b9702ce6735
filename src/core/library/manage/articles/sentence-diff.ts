// Compares two versions of an article sentence by sentence.
import { diffArrays } from 'diff';
import { collectInTurns } from '../../../async/collect-in-turns.js';
import type { Article } from '../../../text/article.js';
import { walkArticleSentences } from '../../../text/article-sentences.js';
import type { Refreshed } from '../../manager.js';

/**
 * With more edits than this, sentences are compared as two sets, because finding the fewest edits would block for too long:
 * Myers 1986 is O(ND).
 */
const MAX_EDITS = 1_000;
/** Two sentences at the same place with this share of words in common are one that has changed (Dice coefficient). */
const MIN_SIMILARITY = 0.5;
/** Sentences compared on either side of a place, because comparing is quadratic. */
const MAX_COMPARED = 60;

type Differences = Pick<Refreshed, 'added' | 'removed' | 'changed'>;

/** Sentences that only moved, or whose white space changed, aren't reported. */
export async function compareSentences(before: Article, after: Article): Promise<Differences> {
  const old = await sentencesOf(before);
  const current = await sentencesOf(after);
  const moved = countCommon(old, current);
  const added: string[] = [];
  const removed: string[] = [];
  const changed: { before: string; after: string }[] = [];
  for (const hunk of listHunks(old, current)) {
    const pairs = pairSimilar(dropMoved(hunk.removed, moved.removed), dropMoved(hunk.added, moved.added));
    changed.push(...pairs.changed);
    removed.push(...pairs.removed);
    added.push(...pairs.added);
  }
  return { added, removed, changed };
}

async function sentencesOf(article: Article): Promise<string[]> {
  const spans = await collectInTurns(walkArticleSentences(article));
  return spans.map(({ start, end }) => article.text.slice(start, end).replace(/\s+/gu, ' ').trim());
}

interface Hunk {
  readonly removed: string[];
  readonly added: string[];
}

/** Each place where the versions differ. */
function listHunks(old: string[], current: string[]): readonly Hunk[] {
  const parts = diffArrays(old, current, { maxEditLength: MAX_EDITS });
  if (!parts) return [{ removed: old, added: current }];
  const hunks: Hunk[] = [];
  let open: Hunk | undefined;
  for (const { added, removed, value } of parts) {
    if (!added && !removed) {
      open = undefined;
      continue;
    }
    if (!open) {
      open = { removed: [], added: [] };
      hunks.push(open);
    }
    (added ? open.added : open.removed).push(...value);
  }
  return hunks;
}

/** How often each sentence is in both versions. The counts are used up by {@link dropMoved}. */
function countCommon(old: readonly string[], current: readonly string[]) {
  const count = (sentences: readonly string[]) => {
    const counts = new Map<string, number>();
    for (const sentence of sentences) counts.set(sentence, (counts.get(sentence) ?? 0) + 1);
    return counts;
  };
  const [inOld, inCurrent] = [count(old), count(current)];
  const surplus = (of: ReadonlyMap<string, number>, over: ReadonlyMap<string, number>) =>
    new Map([...of].map(([sentence, times]) => [sentence, times - (over.get(sentence) ?? 0)]));
  return { removed: surplus(inOld, inCurrent), added: surplus(inCurrent, inOld) };
}

/** Keeps a sentence only as often as this version has it more often than the other. */
function dropMoved(sentences: readonly string[], surplus: Map<string, number>): string[] {
  return sentences.filter((sentence) => {
    const left = surplus.get(sentence) ?? 0;
    surplus.set(sentence, left - 1);
    return left > 0;
  });
}

/** Pairs each removed sentence with the most similar added one, in order. */
function pairSimilar(removed: readonly string[], added: readonly string[]): Differences {
  const changed: { before: string; after: string }[] = [];
  const pairedOld = new Set<number>();
  const pairedNew = new Set<number>();
  let from = 0;
  for (const [index, before] of removed.slice(0, MAX_COMPARED).entries()) {
    let best = { at: -1, similarity: MIN_SIMILARITY };
    for (let at = from; at < Math.min(added.length, from + MAX_COMPARED); at += 1) {
      const similarity = compareWords(before, added[at] ?? '');
      if (similarity > best.similarity || (similarity === best.similarity && best.at < 0))
        best = { at, similarity };
    }
    const after = added[best.at];
    if (after === undefined) continue;
    changed.push({ before, after });
    pairedOld.add(index);
    pairedNew.add(best.at);
    from = best.at + 1;
  }
  return {
    changed,
    removed: removed.filter((_, index) => !pairedOld.has(index)),
    added: added.filter((_, index) => !pairedNew.has(index)),
  };
}

/** The Dice coefficient of two sentences' words, 0 to 1. */
function compareWords(one: string, other: string): number {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  const common = [...a].filter((word) => b.has(word)).length;
  return (2 * common) / Math.max(1, a.size + b.size);
}

/** Scripts without spaces between words are compared by letters. */
function wordsOf(sentence: string): ReadonlySet<string> {
  return new Set(
    sentence
      .toLowerCase()
      .match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{N}\p{M}]+/gu),
  );
}

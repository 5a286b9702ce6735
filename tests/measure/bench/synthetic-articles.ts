// Synthetic articles with the word frequencies of real text, so that an index behaves as it would in
// production.
import { createRandom } from '../report/statistics.js';

/**
 * Number of distinct words. A library of 100,000 real passages has about as many, including names and
 * numbers.
 */
const VOCABULARY = 200_000;
/**
 * Frequency falls as rank^-0.6 up to this rank and as rank^-1.5 from there on: the two regimes of Ferrer i Cancho &
 * Solé 2001, "Two Regimes in the Frequency of Words", fitted to the stems of 5,000 news and encyclopedia paragraphs
 * without stop words (ranks 10, 100, 1,000 and 10,000 make 0.32, 0.10, 0.022 and 0.0008 % there, and 0.36, 0.09,
 * 0.023 and 0.0007 % here).
 */
const KERNEL_WORDS = 1_000;
const STOP_SHARE = 0.4;
const STOP_WORDS =
  'the of and to in a is was for on as by with that it from at his an were are which be this'.split(' ');
/** Each article repeats words of its own topic. */
const TOPIC_WORDS = 40;
const TOPIC_SHARE = 0.25;
const SENTENCES_PER_PARAGRAPH = 8;
/** A question takes this share of a sentence's words, up to the maximum below. */
const QUESTION_WORD_SHARE = 0.5;
const MAX_QUESTION_WORDS = 8;

/** Creates deterministic articles, and questions made of words of one of their sentences. */
export function createSyntheticText(seed: number) {
  const random = createRandom(seed);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
  const syllable = () => `${pick([...'bdfgklmnprstvz'])}${pick([...'aeiou'])}`;
  const words = Array.from({ length: VOCABULARY }, () =>
    Array.from({ length: 2 + Math.floor(random() * 3) }, syllable).join(''),
  );
  const cumulative = new Float64Array(VOCABULARY);
  let total = 0;
  for (let rank = 1; rank <= VOCABULARY; rank += 1) {
    total += rank <= KERNEL_WORDS ? rank ** -0.6 : KERNEL_WORDS ** 0.9 * rank ** -1.5;
    cumulative[rank - 1] = total;
  }

  function pickWord(): string {
    const at = random() * total;
    let [low, high] = [0, VOCABULARY - 1];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((cumulative[middle] as number) < at) low = middle + 1;
      else high = middle;
    }
    return words[low] as string;
  }

  function makeSentence(topic: readonly string[]): string {
    const text = Array.from({ length: 12 + Math.floor(random() * 12) }, () =>
      random() < STOP_SHARE ? pick(STOP_WORDS) : random() < TOPIC_SHARE ? pick(topic) : pickWord(),
    ).join(' ');
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
  }

  return {
    /** Each paragraph makes one passage. */
    makeArticle(paragraphs: number): string {
      const topic = Array.from({ length: TOPIC_WORDS }, pickWord);
      return Array.from({ length: paragraphs }, () =>
        Array.from({ length: SENTENCES_PER_PARAGRAPH }, () => makeSentence(topic)).join(' '),
      ).join('\n\n');
    },
    makeQuestion(article: string): string {
      const questionWords = pick(article.split(/[.\n]+/).filter((sentence) => sentence.trim() !== ''))
        .trim()
        .split(' ')
        .filter(() => random() < QUESTION_WORD_SHARE)
        .slice(0, MAX_QUESTION_WORDS);
      return `What ${questionWords.join(' ')}?`;
    },
  };
}

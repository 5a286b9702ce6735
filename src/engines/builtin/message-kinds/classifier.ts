// Tells what kind of message it is by its meaning: multinomial logistic regression on the message's sentence embedding and
// words. Trained by `npm run train:message-kinds`; docs/conversation.md has the figures.
import { readFile } from 'node:fs/promises';
import type { Embedder, MessageClassifier, MessageKind } from '../../../core/ports.js';
import { packagePath } from '../../../package-path.js';
import { countSubjectWords, readableMessage, wordFeatures } from './features.js';

const MODEL_FILE = packagePath('src/engines/builtin/models/message-kinds.json');

/** The trained weights, as they are stored. */
export interface MessageKindModel {
  readonly kinds: readonly MessageKind[];
  /** Words, pairs of words and `?` that are features. */
  readonly terms: readonly string[];
  /** Words that messages without a subject of their own have. */
  readonly chatWords: readonly string[];
  /** For each kind: bias, embedding, `SUBJECT_FEATURES`, terms. */
  readonly weights: readonly (readonly number[])[];
}

/** Opens the classifier that was trained on vectors of the built-in sentence embedder. */
export async function openMessageClassifier(
  embedder: Pick<Embedder, 'embedQuery' | 'dimensions'>,
): Promise<MessageClassifier> {
  return createMessageClassifier(
    JSON.parse(await readFile(MODEL_FILE, 'utf8')) as MessageKindModel,
    embedder,
  );
}

/** Creates a classifier from weights. */
export function createMessageClassifier(
  model: MessageKindModel,
  { embedQuery, dimensions }: Pick<Embedder, 'embedQuery' | 'dimensions'>,
): MessageClassifier {
  const positions = new Map(model.terms.map((term, at) => [term, at]));
  const chatWords = new Set(model.chatWords);
  const offset = 1 + dimensions;
  return {
    async classify(message, { isKnownWord = () => false, signal } = {}) {
      const { text, words, terms } = readableMessage(message);
      const vector = await embedQuery(text, { language: 'en', signal });
      const subjectWords = countSubjectWords(words, (word) => chatWords.has(word), isKnownWord);
      const sparse = wordFeatures(terms, subjectWords, positions);
      const scores = model.weights.map((weights) => {
        const weigh = (at: number, value: number) => (weights[at] ?? 0) * value;
        let score = weights[0] ?? 0;
        for (const [at, value] of vector.entries()) score += weigh(1 + at, value);
        for (const [at, value] of sparse) score += weigh(offset + at, value);
        return score;
      });
      const shares = softmax(scores);
      return new Map(model.kinds.map((kind, at) => [kind, shares[at] ?? 0]));
    },
  };
}

/** Probabilities from log odds. */
export function softmax(scores: readonly number[]): readonly number[] {
  const highest = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - highest));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}

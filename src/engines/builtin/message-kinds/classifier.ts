// Tells what kind of message it is, in which language, and what it wants of the last reply: multinomial logistic regressions on the message's words and
// letter sequences; for its kind also on its sentence embedding and its situation. Trained by `npm run train:message-kinds`; docs/conversation.md has the figures.
import { isEngineFailure } from '../../../core/errors.js';
import type { Embedder, MessageClassifier } from '../../../core/ports.js';
import {
  countSubjectWords,
  readableMessage,
  SPARSE_SIZE,
  type SparseFeature,
  sparseFeatures,
} from './features.js';
import { type LinearModel, type MessageModel, readModel } from './model.js';

/** What the classifier needs of an embedder. */
type Vectors = Pick<Embedder, 'embedQuery' | 'fingerprint'>;

/**
 * Creates the classifier. Its weights are read when the first message comes.
 * @param embedder its vectors are used if the model was trained on them
 */
export function createMessageClassifier(
  embedder?: Vectors,
  load: () => Promise<MessageModel> = readModel,
): MessageClassifier {
  let loading: Promise<MessageModel> | undefined;
  return {
    async classify(message, { isKnownWord = () => false, continuesQuestion = false, signal } = {}) {
      loading ??= load();
      const { fingerprint, chatWords, kinds, languages } = await loading;
      const readable = readableMessage(message);
      const subjectWords = countSubjectWords(readable.words, (word) => chatWords.has(word), isKnownWord);
      const features = sparseFeatures(readable, { subjectWords, continuesQuestion });
      const vector =
        embedder?.fingerprint === fingerprint ? await embedIfPossible(message, embedder, signal) : [];
      return {
        kinds: probabilities(kinds, features, vector),
        languages: probabilities(languages, readable.wording, []),
      };
    },
    async classifyRequest(message) {
      loading ??= load();
      const { requests } = await loading;
      return probabilities(requests, readableMessage(message).wording, []);
    },
  };
}

function probabilities<Label extends string>(
  { labels, dense, steps, sparse }: LinearModel<Label>,
  features: readonly SparseFeature[],
  vector: ArrayLike<number>,
): ReadonlyMap<Label, number> {
  const scores = labels.map((_, label) => {
    const own = dense[label] ?? [];
    let score = own[0] ?? 0;
    for (let at = 0; at < vector.length; at += 1) score += (vector[at] ?? 0) * (own[1 + at] ?? 0);
    let weighed = 0;
    for (const [at, value] of features) weighed += value * (sparse[label * SPARSE_SIZE + at] ?? 0);
    return score + weighed * (steps[label] ?? 0);
  });
  const shares = softmax(scores);
  return new Map(labels.map((label, at) => [label, shares[at] ?? 0]));
}

/** The message's vector, or an empty one if the embedding model fails: the words are enough. */
async function embedIfPossible(
  message: string,
  embedder: Vectors,
  signal: AbortSignal | undefined,
): Promise<ArrayLike<number>> {
  try {
    // The language that the model was trained on.
    return await embedder.embedQuery(message, { language: 'en', signal });
  } catch (error) {
    signal?.throwIfAborted();
    if (!isEngineFailure(error)) throw error;
    return [];
  }
}

/** Probabilities from log odds. */
export function softmax(scores: readonly number[]): readonly number[] {
  const highest = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - highest));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}

// Lets the reader read the questions that the combination is fitted on. The ranker never saw their articles either.
import type { RankedSentence, Ranking } from '../../../src/core/ranking-ports.js';
import { sigmoid } from '../../../src/engines/builtin/ranking/answerability.js';
import { applyDoubts } from '../../../src/engines/builtin/ranking/doubts.js';
import type { Reading } from '../../../src/engines/builtin/reader/read-window.js';
import { type ReaderModel, readRanking } from '../../../src/engines/builtin/reader/reader.js';
import { sampleEvenly } from '../eval/question-set.js';
import type { Model, Prediction } from './cross-validate.js';
import type { Example, ExampleKind } from './training-example.js';

/** Most questions of a kind that are read in each set. */
const MAX_READ: Readonly<Record<ExampleKind, number>> = {
  answerable: 450,
  unanswerable: 750,
  misleading: 150,
  foreign: 120,
  removed: 100,
};

/** A question that was ranked and read. */
export interface ReadExample extends Pick<Example, 'set' | 'article' | 'kind' | 'fold' | 'question'> {
  readonly ranking: Pick<Ranking, 'sentences' | 'confidence' | 'unmatched'>;
  readonly readings: readonly Reading[];
  /** The sentences that contain the answer. */
  readonly gold: ReadonlySet<RankedSentence>;
}

/** Reads a sample of each set. The same predictions always give the same sample. */
export async function readPredictions(
  predictions: readonly Prediction[],
  relevance: Model['relevance'],
  reader: ReaderModel,
): Promise<readonly ReadExample[]> {
  const groups = new Map<string, Prediction[]>();
  for (const prediction of predictions) {
    const { set, kind } = prediction.example;
    groups.set(`${set} ${kind}`, [...(groups.get(`${set} ${kind}`) ?? []), prediction]);
  }
  const sampled = [...groups.values()].flatMap((group) => {
    const kind = group[0]?.example.kind ?? 'answerable';
    return sampleEvenly(group, MAX_READ[kind]);
  });
  const examples: ReadExample[] = [];
  for (const { example, ranked, confidence } of sampled) {
    const gold = new Set<RankedSentence>();
    const sentences = ranked.map(({ candidate, score }): RankedSentence => {
      const { match, sentence, signals, isGold } = candidate;
      const chance = sigmoid(relevance.scale * score + relevance.bias);
      const rankedSentence = { match, ...sentence, signals, relevance: chance };
      if (isGold) gold.add(rankedSentence);
      return rankedSentence;
    });
    const { set, article, kind, fold, question } = example;
    // As the ranker itself does, so that the combination is fitted to what it gets.
    const doubted = applyDoubts(confidence, ranked[0]?.candidate, example);
    const isMatched = ranked[0]?.candidate.isMatched === true;
    const readings = await readRanking(question, { sentences }, reader);
    if (readings.length > 0)
      examples.push({
        ...{ set, article, kind, fold, question, readings, gold },
        ranking: {
          sentences,
          ...(isMatched ? { confidence: doubted } : { confidence: 0, unmatched: doubted }),
        },
      });
  }
  return examples;
}

// The reader: a small cross-encoder that sees the question together with the ranker's best paragraphs. It scores answer
// spans and "no answer" (Devlin et al. 2019, "BERT", section 4.3), and a learned combination with the ranker decides.
import { AppError } from '../../../core/errors.js';
import type { Question, Ranking, Reader } from '../../../core/ranking-ports.js';
import { packagePath } from '../../../package-path.js';
import { type OnnxModel, openModel } from '../../onnx/model.js';
import { shareBuiltinTokenizer } from '../tokenizer.js';
import { isGlossable } from '../translation/gloss-text.js';
import { COMBINATION, GLOSSED_COMBINATION } from './combination-weights.js';
import { combine, rankerScore } from './combine.js';
import { createGlossTokenizer } from './gloss-tokens.js';
import { encodeWindow, type Reading, type SpecialTokens, scoreSentences } from './read-window.js';
import { createReadingLimit, type ReadingLimitOptions } from './reading-limit.js';
import { chooseWindows } from './windows.js';
import { createWordTokenizer, type WordTokenizer } from './word-tokens.js';

const MODEL = 'src/engines/builtin/models/reader.onnx';
/** More threads than this hardly help with one short window. */
const THREADS = 2;
/** Reading takes about 60 ms on two processor cores. Someone who asks doesn't notice a second. */
const LIMIT_MS = 1_000;
/** What the reader was trained on. Text too short to tell its language is treated as English. */
const OWN_LANGUAGES = new Set(['en', 'und']);
/** Letters that the reader's vocabulary has words for. */
const LATIN = /\p{sc=Latin}/u;
const OTHER_LETTERS = /(?!\p{sc=Latin})\p{L}/u;

/** A model that is ready to read. */
export interface ReaderModel {
  readonly tokenize: WordTokenizer;
  readonly special: SpecialTokens;
  readonly model: Pick<OnnxModel, 'run'>;
  /** Ends the model's thread. Safe to call twice. */
  close(): Promise<void>;
}

/** Options for {@link createReader}. */
export interface ReaderOptions {
  /** Default: the model that comes with Footnote, which all readers of a process share. */
  readonly open?: (() => Promise<ReaderModel>) | undefined;
  /** Default: one second. Infinity for measuring. */
  readonly limitMs?: number | undefined;
  readonly now?: ReadingLimitOptions['now'] | undefined;
  readonly timeout?: ReadingLimitOptions['timeout'] | undefined;
}

/** Creates a reader. The model is opened for the first question. If that fails, every ranking stays as it is. */
export function createReader({
  open = shareReaderModel,
  limitMs = LIMIT_MS,
  now = () => performance.now(),
  timeout = startTimeout,
}: ReaderOptions = {}): Reader {
  const limit = createReadingLimit({ limitMs, now, timeout });
  let opened: Promise<ReaderModel | undefined> | undefined;
  return {
    async read(question, ranking, { signal } = {}) {
      if (!isReadable(question, ranking)) return ranking;
      opened ??= open().catch(ignoreFailure);
      const reader = await opened;
      signal?.throwIfAborted();
      if (!reader) return ranking;
      const readings = await limit
        .run((limitSignal) =>
          readRanking(
            question,
            ranking,
            reader,
            signal ? AbortSignal.any([signal, limitSignal]) : limitSignal,
          ),
        )
        .catch((error: unknown) => {
          signal?.throwIfAborted();
          return ignoreFailure(error);
        });
      if (!readings) return ranking;
      const translated = { ...question, text: ranking.translation ?? question.text };
      return combine(translated, ranking, readings, isGlossed(ranking) ? GLOSSED_COMBINATION : COMBINATION);
    },
  };
}

let shared: Promise<ReaderModel> | undefined;

/** The thread and its 60 MB are there once, whatever number of engines. An idle model doesn't keep the process alive. */
export function shareReaderModel(): Promise<ReaderModel> {
  shared ??= openReaderModel();
  return shared;
}

/**
 * Opens the model that comes with Footnote, which takes about 0.2 seconds.
 * @throws AppError `engine/no-runtime` if this platform can't run it, `engine/bad-model` if a file can't be read
 */
export async function openReaderModel(): Promise<ReaderModel> {
  const [model, tokenizer] = await Promise.all([
    openModel({ file: packagePath(MODEL), threads: THREADS }),
    shareBuiltinTokenizer(),
  ]);
  return {
    model,
    close: model.close,
    tokenize: createWordTokenizer(tokenizer.encode),
    special: { start: tokenizer.idOf('[CLS]') ?? 0, separator: tokenizer.idOf('[SEP]') ?? 0 },
  };
}

/**
 * Reads the ranking's best paragraphs. Each window is a run of its own, because the model's result for a window depends
 * on what else is in the run.
 * @returns one reading for each sentence that was read, in no particular order
 */
export async function readRanking(
  question: Question,
  ranking: Pick<Ranking, 'sentences' | 'translation'>,
  { tokenize, special, model }: ReaderModel,
  signal?: AbortSignal,
): Promise<readonly Reading[]> {
  const readable = ranking.sentences.filter(({ match }) => isReadableIn(match.article.language));
  const windows = chooseWindows(readable, rankerScore);
  const readings = await Promise.all(
    windows.map(async (window) => {
      const { language } = window.sentences[0]?.match.article ?? question;
      const tokenizeArticle = isGlossable(language) ? createGlossTokenizer(tokenize, language) : tokenize;
      const isEnglish = question.language === 'en' && ranking.translation !== undefined;
      const asked = isEnglish
        ? { text: question.text, tokenize }
        : { text: ranking.translation ?? question.text, tokenize: tokenizeArticle };
      const encoded = encodeWindow(asked, window, tokenizeArticle, special);
      const outputs = await model.run([encoded.sequence], { isUrgent: true, signal });
      const [starts, ends] = [outputs['start_logits'], outputs['end_logits']];
      return starts && ends ? scoreSentences(encoded, starts.data, ends.data) : [];
    }),
  );
  return readings.flat();
}

/** Whether question and best article are in a language that the reader can be given. A short question's own language is only a guess. */
function isReadable({ text }: Question, { sentences: [best] }: Ranking): boolean {
  return (
    best !== undefined &&
    isReadableIn(best.match.article.language) &&
    LATIN.test(text) &&
    !OTHER_LETTERS.test(text)
  );
}

function isGlossed({ sentences: [best] }: Ranking): boolean {
  return best !== undefined && isGlossable(best.match.article.language);
}

/** Other languages than English are read word by word, with the lexicon. */
function isReadableIn(language: string): boolean {
  return OWN_LANGUAGES.has(language) || isGlossable(language);
}

/** The ranker's answer is good enough if the model fails. `doctor` says why it does. */
function ignoreFailure(error: unknown): undefined {
  if (error instanceof AppError && error.code.startsWith('engine/')) return undefined;
  throw error;
}

function startTimeout(ms: number): AbortSignal {
  return Number.isFinite(ms) ? AbortSignal.timeout(ms) : new AbortController().signal;
}

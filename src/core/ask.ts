// A question becomes an answer: retrieve, number the evidence, let the writer write, check every sentence.
import type { Answer, Closest } from './answer.js';
import { type CheckedSentence, checkSentences, cite } from './citation.js';
import { standAlone, type Turn } from './conversation.js';
import { gatherEvidence } from './evidence.js';
import type { Engine, PassageIndex, RankedSentence, Scope } from './ports.js';
import { retrieve } from './retrieve.js';

/** More of a question is not read; the longest thing that Discord lets people type is 6,000 characters. */
const MAX_QUESTION_CHARS = 10_000;
/** Passages shown where the article does not say. */
const CLOSEST_SHOWN = 3;

export interface AnswerOptions {
  readonly scope: Scope;
  readonly conversation?: readonly Turn[] | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Called with all checked sentences so far whenever one is added: for a face that shows answers as they grow. */
  readonly onSentence?:
    | ((sofar: Pick<Answer & { kind: 'answered' }, 'text' | 'citations'>) => void)
    | undefined;
}

/**
 * Answers from the articles of the scope, or says that they don't say. Any text is a question: one without a word to
 * look for is not in the article.
 * @throws whatever the signal's reason is, once it is aborted
 */
export async function answerQuestion(
  raw: string,
  options: AnswerOptions,
  parts: { readonly engine: Engine; readonly index: PassageIndex },
): Promise<Answer> {
  const { scope, conversation = [], signal, onSentence } = options;
  const { engine } = parts;
  const question = readQuestion(raw, conversation, engine);
  const ranking = await retrieve(question, scope, parts, signal);
  const { confidence } = ranking;
  const evidence = gatherEvidence(ranking.sentences);
  const sentences: CheckedSentence[] = [];
  if (evidence.length > 0) {
    const written = engine.writer.write(question, evidence, { confidence, signal });
    for await (const sentence of checkSentences(written, evidence, { question, analyzer: engine.analyzer })) {
      signal?.throwIfAborted();
      sentences.push(sentence);
      onSentence?.(cite(sentences));
    }
  }
  if (sentences.length === 0) {
    return { kind: 'not-in-article', closest: closestPassages(ranking.sentences), confidence };
  }
  return { kind: 'answered', ...cite(sentences), confidence, engine: engine.name };
}

/** Cleans what was typed, reads it against the conversation, and tells its language. */
export function readQuestion(raw: string, conversation: readonly Turn[], { analyzer }: Engine) {
  const typed = raw
    .slice(0, MAX_QUESTION_CHARS)
    .toWellFormed()
    .normalize('NFC')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is being removed
    .replace(/[\u0000-\u001F\u007F]+/g, ' ')
    .trim();
  const language = analyzer.detectLanguage(typed);
  return { text: standAlone(typed, conversation, { analyzer, language }), language };
}

function closestPassages(ranked: readonly RankedSentence[]): readonly Closest[] {
  const matches = [...new Set(ranked.map((sentence) => sentence.match))].slice(0, CLOSEST_SHOWN);
  return matches.map(({ article, passage: { start, end }, similarity }) => ({
    articleId: article.id,
    title: article.title,
    ...{ start, end, similarity, text: article.text.slice(start, end) },
    ...(article.url === undefined ? {} : { url: article.url }),
  }));
}

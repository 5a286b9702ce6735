// Summaries by a model: section by section, then overall. Every sentence is grounded like those of answers.
import type { Answered } from '../answer.js';
import type { GroundedSentence } from '../ask/citation/cite.js';
import { collectGrounded } from '../ask/citation/collect-grounded.js';
import { evidenceText } from '../ask/citation/evidence.js';
import { makeStandalone } from '../excerpt/make-excerpt.js';
import type { Engine } from '../ports.js';
import { countWords } from '../text/count-words.js';
import { estimateTokens } from '../text/estimate-tokens.js';
import type { Evidence, SummaryRequest, WriteOptions } from '../writing-ports.js';
import type { Candidate, ReadArticle } from './candidates.js';
import { citeLines } from './cite-lines.js';
import { LENGTH_LIMITS } from './limits.js';
import { type DraftLine, makeLine } from './line.js';
import type { SummaryForm } from './summarize.js';

/** Options for {@link writeSummary}. */
export interface WriteSummaryOptions extends SummaryForm {
  /** ISO 639-1 code of the reader's language. Default: the language of the articles. */
  readonly language?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onUsage?: WriteOptions['onUsage'];
  /** Called after each model call. */
  readonly onProgress?: ((doneCalls: number, totalCalls: number) => void) | undefined;
}

/** Sections that a model reads. Of a longer text, only the best sentences are read, so that the cost is bounded. */
const MAX_SECTIONS = 8;
const SECTION_SENTENCES = 6;
const SECTION_WORDS = 120;
/** Tokens for the number, brackets and line break of a sentence in a prompt. */
const PROMPT_TOKENS_PER_SENTENCE = 5;
/** The share of the word budget by which a model may exceed it. */
const MAX_OVERRUN = 1.25;

/**
 * Writes a summary with the engine's model.
 * @returns undefined if no sentence of the model could be used
 * @throws AppError `engine/*` if the model fails; the signal's reason once it is aborted
 */
export async function writeSummary(
  read: readonly ReadArticle[],
  options: WriteSummaryOptions,
  engine: Engine,
): Promise<Answered | undefined> {
  const { style, length, language = 'und', onProgress } = options;
  const limits = LENGTH_LIMITS[style][length];
  const maxSentences = Math.max(limits.lines, Math.min(read.length, 10));
  const request: SummaryRequest = {
    ...{ maxSentences, language, form: style === 'keyPoints' ? 'list' : 'paragraph' },
    maxWords: read.length > 1 ? maxSentences * 25 : limits.words,
  };
  const sections = splitIntoSections(
    read.flatMap(({ candidates }) => candidates),
    engine.writer.evidenceTokens ?? 0,
  );
  const calls = sections.length > 1 ? sections.length + 1 : 1;
  let evidence = numberEvidence(sections[0] ?? []);
  if (sections.length > 1) {
    const section = {
      ...request,
      maxSentences: SECTION_SENTENCES,
      maxWords: SECTION_WORDS,
      scope: 'section' as const,
    };
    const kept: Evidence[] = [];
    for (const [at, candidates] of sections.entries()) {
      const sentences = await ask(section, numberEvidence(candidates), options, engine);
      kept.push(...sentences.flatMap((sentence) => sentence.evidence));
      onProgress?.(at + 1, calls);
    }
    evidence = renumber(kept);
  }
  if (evidence.length === 0) return undefined;
  const sentences = await ask(request, evidence, options, engine);
  onProgress?.(calls, calls);
  const lines = keepWithin(sentences.flatMap(toLines), maxSentences, request.maxWords * MAX_OVERRUN);
  if (lines.length === 0) return undefined;
  const replaced = sentences.filter(({ isReplaced }) => isReplaced).length;
  return {
    ...citeLines(lines, { style, length, engine: engine.name }),
    ...(replaced > 0 ? { replaced } : {}),
  };
}

async function ask(
  summary: SummaryRequest,
  evidence: readonly Evidence[],
  { signal, onUsage }: WriteSummaryOptions,
  { writer, analyzer }: Engine,
): Promise<readonly GroundedSentence[]> {
  const checked: GroundedSentence[] = [];
  const question = { text: '', language: summary.language };
  const pieces = writer.write(question, evidence, { confidence: 1, summary, signal, onUsage });
  await collectGrounded(pieces, evidence, { analyzer, signal }, checked);
  return checked;
}

/** In document order, each within the writer's token budget. */
function splitIntoSections(
  candidates: readonly Candidate[],
  tokens: number,
): readonly (readonly Candidate[])[] {
  const budget = Math.max(200, tokens);
  const costOf = ({ article, sentence }: Candidate) =>
    estimateTokens(article.text.slice(sentence.start, sentence.end)) + PROMPT_TOKENS_PER_SENTENCE;
  const sections: Candidate[][] = [[]];
  let spent = 0;
  for (const candidate of keepBest(candidates, costOf, budget * MAX_SECTIONS * 0.9)) {
    const cost = costOf(candidate);
    if (spent + cost > budget && spent > 0) {
      sections.push([]);
      spent = 0;
    }
    sections.at(-1)?.push(candidate);
    spent += cost;
  }
  return sections;
}

function keepBest(
  candidates: readonly Candidate[],
  costOf: (candidate: Candidate) => number,
  budget: number,
): readonly Candidate[] {
  const kept = new Set<Candidate>();
  let spent = 0;
  for (const candidate of candidates.toSorted((a, b) => b.score - a.score)) {
    spent += costOf(candidate);
    if (spent > budget) break;
    kept.add(candidate);
  }
  return candidates.filter((candidate) => kept.has(candidate));
}

function numberEvidence(candidates: readonly Candidate[]): readonly Evidence[] {
  return candidates.map(({ article, sentence: { start, end }, score }, index) => ({
    ...{ number: index + 1, article, start, end, text: evidenceText(article.text.slice(start, end)) },
    relevance: Math.min(1, Math.max(0, score)),
  }));
}

function renumber(evidence: readonly Evidence[]): readonly Evidence[] {
  const bySpan = new Map(evidence.map((one) => [`${one.article.id} ${one.start}`, one]));
  return [...bySpan.values()].map((one, index) => ({ ...one, number: index + 1 }));
}

/** A sentence of the article that replaces the model's is shown as in summaries without a model, or not at all. */
function toLines({ text, evidence, isReplaced }: GroundedSentence): readonly DraftLine[] {
  const [source] = evidence;
  if (!source) return [];
  const { article, start, end } = source;
  if (!isReplaced) return [{ article, parts: [{ start, end }], text }];
  const made = makeStandalone(article, { start, end });
  return made && made.needs.length === 0 ? [makeLine(article, made.parts)] : [];
}

function keepWithin(lines: readonly DraftLine[], maxLines: number, maxWords: number): readonly DraftLine[] {
  let words = 0;
  return lines.slice(0, maxLines).filter(({ text }, index) => {
    words += countWords(text);
    return index === 0 || words <= maxWords;
  });
}

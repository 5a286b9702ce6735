// Answers with a model, for `npm run bench`: the time and tokens we add, compared with LangChain's stock
// pipeline on the same questions. The model is a local server with known delays.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RecursiveCharacterTextSplitter } from '@langchain/textsplitters';
import { openApp } from '../../../src/app.js';
import { estimateTokens } from '../../../src/core/text/estimate-tokens.js';
import { createEmbedder } from '../../../src/engines/builtin/embedder.js';
import { type OpenAiServer, startOpenAiServer } from '../../support/openai-server.js';
import { readQuestionSet, sampleEvenly } from '../eval/question-set.js';
import { mean, percentile } from '../report/statistics.js';

const ROOT = join(import.meta.dirname, '../../../..');
const QUESTIONS = 40;
/** Typical delays of a small hosted model. */
const DELAYS = { firstAfterMs: 100, everyMs: 2, pieceChars: 12 };
/**
 * The settings of LangChain's retrieval tutorials: chunks of 1,000 characters with an overlap of 200, the
 * nearest four.
 */
const STOCK = { chunkSize: 1_000, chunkOverlap: 200, chunks: 4 };
/** Tokens of a typical instruction of two sentences. */
const STOCK_INSTRUCTION_TOKENS = 60;

interface Timing {
  readonly firstMs: number;
  readonly wholeMs: number;
}

/** Returns the lines of the report. */
export async function benchModel(): Promise<readonly string[]> {
  const server = await startOpenAiServer();
  const dataDir = mkdtempSync(join(tmpdir(), 'footnote-bench-'));
  const chat = {
    ...{ model: 'bench', baseUrl: server.url, evidenceTokens: 6_000, answerTokens: 2_000 },
    ...{ firstTokenTimeoutMs: 60_000, answerTimeoutMs: 60_000 },
  };
  const { assistant, close } = await openApp({ dataDir, corpusDir: join(ROOT, 'corpus'), models: { chat } });
  const [listed] = assistant.listArticles({ library: 'bench' });
  const article = assistant.getArticle(listed?.id ?? '', { library: 'bench' });
  const { text, title } = article ?? { text: '', title: '' };
  const questions = sampleEvenly(
    readQuestionSet(join(ROOT, 'tests/measure/eval/seed.jsonl')).flatMap((article) => article.questions),
    QUESTIONS,
  ).map(({ question }) => question);
  // Cites the first sentence of the body and one after it.
  const [first = '', second = ''] = text
    .slice(title.length)
    .trim()
    .split(/(?<=\.)\s/);
  server.chat({ kind: 'text', text: `${first} [2] ${second} [3]`, ...DELAYS });

  const ours: Timing[] = [];
  const raw: Timing[] = [];
  const sent: number[] = [];
  for (const question of questions) {
    ours.push(await time((onFirst) => assistant.ask(question, { library: 'bench', onSentence: onFirst })));
    const messages = server.received.at(-1)?.body['messages'] as { content: string }[];
    sent.push(messages.reduce((sum, { content }) => sum + estimateTokens(content), 0));
    raw.push(await time((onFirst) => askRaw(server, `${first} [2]`.length, onFirst)));
  }
  const stock = await countStockTokens(text, questions);
  await close();
  await server.close();
  rmSync(dataDir, { recursive: true, force: true });
  const added = (read: (timing: Timing) => number, share: number) =>
    percentile(
      ours.map((timing, at) => read(timing) - read(raw[at] ?? timing)),
      share,
    ).toFixed(1);
  return [
    `answers by a model (${questions.length} questions, ${DELAYS.firstAfterMs} ms to its first token)`,
    `added to an answer   p50 ${added(({ wholeMs }) => wholeMs, 0.5)} ms, p95 ${added(({ wholeMs }) => wholeMs, 0.95)} ms`,
    `to first sentence    p50 ${added(({ firstMs }) => firstMs, 0.5)} ms, p95 ${added(({ firstMs }) => firstMs, 0.95)} ms`,
    `tokens sent          ${Math.round(mean(sent))} an answer (the article whole: ${estimateTokens(text)}), ${(mean(sent) / mean(stock)).toFixed(2)} × stock (${Math.round(mean(stock))})`,
  ];
}

async function time(run: (onFirst: () => void) => Promise<unknown>): Promise<Timing> {
  const began = performance.now();
  let firstMs: number | undefined;
  await run(() => {
    firstMs ??= performance.now() - began;
  });
  const wholeMs = performance.now() - began;
  return { firstMs: firstMs ?? wholeMs, wholeMs };
}

/** Reads the same answer straight from the server, which gives the model's own time. */
async function askRaw({ url }: OpenAiServer, sentenceChars: number, onFirst: () => void): Promise<void> {
  const response = await fetch(`${url}/chat/completions`, {
    method: 'POST',
    body: JSON.stringify({ model: 'bench', stream: true, messages: [] }),
  });
  let chars = 0;
  const decoder = new TextDecoder();
  for await (const bytes of response.body ?? []) {
    for (const [, content = ''] of decoder.decode(bytes).matchAll(/"content":"((?:[^"\\]|\\.)*)"/g)) {
      chars += content.length;
    }
    if (chars >= sentenceChars) onFirst();
  }
}

/** Tokens of the nearest chunks, the instruction and the question. */
async function countStockTokens(text: string, questions: readonly string[]): Promise<readonly number[]> {
  const embedder = createEmbedder();
  const chunks = await new RecursiveCharacterTextSplitter(STOCK).splitText(text);
  const vectors = await embedder.embedDocuments(chunks);
  return Promise.all(
    questions.map(async (question) => {
      const query = await embedder.embedQuery(question);
      const nearest = chunks
        .map((chunk, at) => ({ chunk, score: dot(query, vectors[at] ?? []) }))
        .sort((a, b) => b.score - a.score)
        .slice(0, STOCK.chunks);
      const tokens = nearest.reduce((sum, { chunk }) => sum + estimateTokens(chunk), 0);
      return STOCK_INSTRUCTION_TOKENS + estimateTokens(question) + tokens;
    }),
  );
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);
}

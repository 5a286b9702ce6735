// Evaluates which article questions in a conversation are answered from. Run `npm run eval -- --two-articles [--failures]`.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Answer } from '../../../src/core/answer.js';
import type { Assistant } from '../../../src/core/assistant.js';
import { createAssistant } from '../../../src/core/create-assistant.js';
import { createReader } from '../../../src/engines/builtin/reader/reader.js';
import { openEngine } from '../../../src/engines/open.js';
import { readArticleFile } from '../../../src/sources/file.js';
import { openStore } from '../../../src/store/open.js';
import { readConversationSet } from './conversation-set.js';

/** A question in a conversation about one article, with a second article in the library. */
interface Question {
  /** Names of articles of the conversation set. */
  readonly about: string;
  readonly other: string;
  /** Asked about the first article. */
  readonly first: string;
  readonly message: string;
  /** The article that is meant. */
  readonly from: string;
  /** Parts of the sentences that answer. Unset: the article doesn't answer. */
  readonly quotes?: readonly string[];
}

type Outcome = 'right' | 'other sentence' | 'refused' | 'other article';
const OUTCOMES: readonly Outcome[] = ['right', 'other sentence', 'refused', 'other article'];

/** @param sets folders of the questions, and of the conversation set whose articles they are about */
export async function evaluateTwoArticles(
  sets: { readonly questions: string; readonly articles: string },
  showsFailures: boolean,
): Promise<void> {
  const lines = readFileSync(join(sets.questions, 'conversations.jsonl'), 'utf8').split('\n');
  const questions = lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Question);
  const dataDir = mkdtempSync(join(tmpdir(), 'footnote-two-articles-'));
  const opened = await openEngine({});
  // A busy computer must not change the figures.
  const engine = { ...opened, reader: createReader({ limitMs: Number.POSITIVE_INFINITY }) };
  const store = await openStore({ dataDir, embedder: engine.embedder, analyzer: engine.analyzer });
  try {
    const assistant = createAssistant({ engine, store, index: store, clock: { now: () => new Date() } });
    const { articles } = readConversationSet(sets.articles);
    const pairs = [...new Set(questions.map(pairOf))];
    const ids = new Map<string, string>();
    const add = async (library: string, isIncluded: (name: string) => boolean) => {
      for (const { name, file, text } of articles) {
        if (!isIncluded(name)) continue;
        const draft = { ...readArticleFile(text, file), library, origin: name };
        ids.set(`${library} ${name}`, (await assistant.addArticle(draft)).article.id);
      }
    };
    for (const pair of pairs) await add(pair, (name) => pair.split(' ').includes(name));
    await add('all', () => true);
    const parts = { assistant, ids, showsFailures };
    await evaluate('two articles', questions, { ...parts, pick: pairOf });
    await evaluate(`${articles.length} articles`, questions, { ...parts, pick: () => 'all' });
  } finally {
    await store.close();
    await opened.close?.();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

const pairOf = ({ about, other }: Question): string => [about, other].sort().join(' ');

interface Parts {
  readonly assistant: Assistant;
  /** By library and name, separated by a space. */
  readonly ids: ReadonlyMap<string, string>;
  readonly showsFailures: boolean;
  /** The library in which a question is asked. */
  readonly pick: (question: Question) => string;
}

async function evaluate(
  label: string,
  questions: readonly Question[],
  { assistant, ids, pick, showsFailures }: Parts,
): Promise<void> {
  const counts = new Map<string, number>();
  const groups = new Set<string>();
  for (const question of questions) {
    const library = pick(question);
    const articleId = ids.get(`${library} ${question.about}`);
    const first = await assistant.ask(question.first, { library, articleId });
    const answer = await assistant.ask(question.message, { library, previousAnswerId: first.id });
    const wanted = ids.get(`${library} ${question.from}`) ?? '';
    const outcome = judge(answer, question, wanted);
    const isAnswerable = question.quotes !== undefined;
    const group = !isAnswerable ? 'unanswered' : question.from === question.about ? 'staying' : 'switching';
    groups.add(group);
    counts.set(`${group} ${outcome}`, (counts.get(`${group} ${outcome}`) ?? 0) + 1);
    if (showsFailures && outcome !== 'right') {
      const said = answer.kind === 'not-in-article' ? (answer.message ?? '') : answer.text;
      console.log(`${group}, ${outcome}: ${question.first} ${question.message}\n  ${said}`);
    }
  }
  console.log(`\n${label.padEnd(16)}${OUTCOMES.map((outcome) => outcome.padStart(16)).join('')}`);
  for (const group of [...groups].sort()) {
    const cells = OUTCOMES.map((outcome) => String(counts.get(`${group} ${outcome}`) ?? 0).padStart(16));
    console.log(`${group.padEnd(16)}${cells.join('')}`);
  }
}

function judge(answer: Answer, { quotes }: Question, wanted: string): Outcome {
  if (answer.kind === 'not-in-article') return quotes === undefined ? 'right' : 'refused';
  if (answer.kind !== 'answered') return 'other sentence';
  if (!answer.citations.every(({ articleId }) => articleId === wanted)) return 'other article';
  const isRight = quotes?.some((part) => answer.citations.some(({ quote }) => quote.includes(part)));
  return isRight ? 'right' : 'other sentence';
}

// Evaluates replies to messages, kind by kind. Run `npm run eval -- --conversation [DIR] [--failures] [--articles A,B]`.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Answer } from '../../../src/core/answer.js';
import type { Assistant } from '../../../src/core/assistant.js';
import { createAssistant } from '../../../src/core/create-assistant.js';
import type { Article } from '../../../src/core/text/article.js';
import { createReader } from '../../../src/engines/builtin/reader/reader.js';
import { openEngine } from '../../../src/engines/open.js';
import { readArticleFile } from '../../../src/sources/file.js';
import { openStore } from '../../../src/store/open.js';
import { type Conversation, MESSAGE_KINDS, readConversationSet } from './conversation-set.js';
import { isRight } from './score-reply.js';

const LIBRARY = 'conversation';
/** Goals of docs/conversation.md. */
const GROUPS = {
  'chat kinds': ['greeting', 'thanks', 'smalltalk', 'help', 'articles', 'nothing', 'meta', 'summary'],
  facts: ['fact', 'yes-no', 'why', 'keywords', 'list', 'two-questions', 'comparison'],
  'follow-ups': ['follow-up'],
  refusals: ['refusal'],
} as const;

export interface ConversationOptions {
  /** Names of articles, separated by commas. Default: all. */
  readonly articles?: string | undefined;
  readonly failures: boolean;
}

const WRONG_REPLIES = [
  ['not-in-article', 'refused'],
  ['answered', 'answered'],
  ['reply', 'other kind'],
] as const;

interface Outcome {
  readonly kind: string;
  readonly isRight: boolean;
  readonly reply: Answer['kind'];
  readonly citations: number;
}

/** Prints how many replies are right, by kind and in total. */
export async function evaluateConversations(folder: string, options: ConversationOptions): Promise<void> {
  const { articles, conversations } = readConversationSet(folder);
  const wanted = options.articles?.split(',');
  const dataDir = mkdtempSync(join(tmpdir(), 'footnote-conversation-'));
  const opened = await openEngine({});
  // A busy computer must not change the figures.
  const engine = { ...opened, reader: createReader({ limitMs: Number.POSITIVE_INFINITY }) };
  const store = await openStore({ dataDir, embedder: engine.embedder, analyzer: engine.analyzer });
  try {
    const assistant = createAssistant({ engine, store, index: store, clock: { now: () => new Date() } });
    const byName = new Map<string, Article>();
    for (const { name, file, text } of articles) {
      const draft = { ...readArticleFile(text, file), library: LIBRARY, origin: file };
      byName.set(name, (await assistant.addArticle(draft)).article);
    }
    const outcomes: Outcome[] = [];
    for (const conversation of conversations) {
      const article = byName.get(conversation.article);
      if (!article) throw new Error(`There is no article “${conversation.article}” in the set.`);
      if (wanted && !wanted.includes(conversation.article)) continue;
      outcomes.push(...(await converse(assistant, conversation, article, options.failures)));
    }
    printOutcomes(outcomes);
  } finally {
    await store.close();
    await opened.close?.();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function converse(
  assistant: Assistant,
  { id, turns }: Conversation,
  article: Article,
  showsFailures: boolean,
): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  let previousAnswerId: string | undefined;
  for (const { message, expect } of turns) {
    const options = { library: LIBRARY, articleId: article.id, previousAnswerId };
    const answer = await assistant.ask(message, options);
    previousAnswerId = answer.id;
    const right = isRight(expect, answer, article);
    if (!right && showsFailures) printFailure(id, message, JSON.stringify(expect), answer);
    const citations = answer.kind === 'answered' ? answer.citations.length : 0;
    outcomes.push({ kind: expect.kind, isRight: right, reply: answer.kind, citations });
  }
  return outcomes;
}

function printFailure(id: string, message: string, expected: string, answer: Answer): void {
  const said = answer.kind === 'not-in-article' ? (answer.message ?? '') : answer.text;
  const details = answer.kind === 'reply' ? answer.intent : answer.confidence.toFixed(2);
  console.log(`${id}: ${message}\n  wanted ${expected}\n  got    ${answer.kind} (${details}) ${said}`);
}

function printOutcomes(outcomes: readonly Outcome[]): void {
  const print = (label: string, kinds: readonly string[]) => {
    const own = outcomes.filter(({ kind }) => kinds.includes(kind));
    if (own.length === 0) return;
    const right = own.filter((outcome) => outcome.isRight).length;
    const answered = own.filter(({ citations }) => citations > 0);
    const sentences = answered.reduce((sum, { citations }) => sum + citations, 0) / answered.length;
    const share = `${((100 * right) / own.length).toFixed(1)} %`.padStart(8);
    const mean = answered.length > 0 ? `  ${sentences.toFixed(1)} sentences` : '';
    console.log(
      `${label.padEnd(16)}${`${right}/${own.length}`.padStart(9)}${share}${mean}${describeWrong(own)}`,
    );
  };
  for (const kind of MESSAGE_KINDS) print(kind, [kind]);
  console.log('');
  for (const [label, kinds] of Object.entries(GROUPS)) print(label, kinds);
  print('all', MESSAGE_KINDS);
}

/** What came in place of the right replies. */
function describeWrong(outcomes: readonly Outcome[]): string {
  const wrong = outcomes.filter(({ isRight }) => !isRight);
  const counts = WRONG_REPLIES.map(([kind, label]) => {
    const count = wrong.filter(({ reply }) => reply === kind).length;
    return count > 0 ? [`${count} ${label}`] : [];
  });
  return wrong.length > 0 ? `  wrong: ${counts.flat().join(', ')}` : '';
}

// `npm run train:message-decision`: fits how sure an answer has to be, given how sure the classifier is that the message is
// no question about the text. Prints the weights for understand-message.ts.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAssistant } from '../../src/core/create-assistant.js';
import type { MessageClassifier } from '../../src/core/ports.js';
import { createReader } from '../../src/engines/builtin/reader/reader.js';
import { openEngine } from '../../src/engines/open.js';
import { readArticleFile } from '../../src/sources/file.js';
import { openStore } from '../../src/store/open.js';
import { readConversationSet } from './eval/conversation-set.js';
import { sampleEvenly } from './eval/question-set.js';
import { readMessages } from './message-kinds/read-messages.js';
import { fitLogistic, type LogisticRow } from './train/fit-logistic.js';

const FOLDER = join(import.meta.dirname, '../../../tests/measure/conversation');
const LIBRARY = 'decision';
const MAX_CHAT = 600;
/** A question that is answered counts as much as this many others, because people notice most if it isn't. */
const ANSWERED_WEIGHT = 3;
const RIDGE = 1;
const QUESTION_KINDS = [
  'fact',
  'yes-no',
  'why',
  'keywords',
  'list',
  'two-questions',
  'comparison',
  'refusal',
];

const dataDir = mkdtempSync(join(tmpdir(), 'footnote-decision-'));
const opened = await openEngine({});
const engine = {
  ...opened,
  reader: createReader({ limitMs: Number.POSITIVE_INFINITY }),
  // Everything is searched for.
  messageClassifier: {
    classify: async () => ({ kinds: new Map([['question', 1]]), languages: new Map() }),
    classifyRequest: async () => new Map(),
  } satisfies MessageClassifier,
};
const store = await openStore({ dataDir, embedder: engine.embedder, analyzer: engine.analyzer });
try {
  const assistant = createAssistant({ engine, store, index: store, clock: { now: () => new Date() } });
  const { articles, conversations } = readConversationSet(FOLDER);
  const added = new Map<string, { readonly id: string; readonly language: string }>();
  for (const { name, file, text } of articles) {
    const draft = { ...readArticleFile(text, file), library: LIBRARY, origin: file };
    added.set(name, (await assistant.addArticle(draft)).article);
  }
  const questions = conversations.flatMap(({ article, turns }) =>
    turns.flatMap(({ message, expect: { kind } }) =>
      QUESTION_KINDS.includes(kind) ? [{ message, ...placeOf(added.get(article)), isQuestion: true }] : [],
    ),
  );
  const unseen = readMessages().filter(
    ({ isHeldOut, kind }) => isHeldOut && kind !== 'question' && kind !== 'follow-up',
  );
  const chat = sampleEvenly(unseen, MAX_CHAT).map(({ message, language }, at) => {
    const own = [...added.values()].filter((article) => article.language === language);
    const pool = own.length > 0 ? own : [...added.values()];
    return { message, ...placeOf(pool[at % pool.length]), isQuestion: false };
  });
  const rows: LogisticRow[] = [];
  for (const { message, articleId, language, isQuestion } of [...questions, ...chat]) {
    const answer = await assistant.ask(message, { library: LIBRARY, articleId });
    const isAnswered = answer.kind === 'answered';
    const { kinds } = await opened.messageClassifier.classify(message, {
      isKnownWord: (word) =>
        engine.analyzer.terms(word, language).some((term) => store.frequencies().count(term) > 0),
    });
    const probability = kinds.get('question') ?? 0;
    rows.push({
      values: [Math.log((1 - probability) / probability), isAnswered ? answer.confidence : 0],
      isPositive: !isQuestion,
      weight: isQuestion && isAnswered ? ANSWERED_WEIGHT : 1,
    });
  }
  const { weights, bias } = fitLogistic(rows, RIDGE);
  const [odds = 1, answerability = 0] = weights;
  console.log(`${rows.length} messages, ${chat.length} of them chat`);
  console.log(`weight of the answerability: ${(-answerability / odds).toFixed(2)}`);
  console.log(`bias: ${(-bias / odds).toFixed(2)}`);
} finally {
  await store.close();
  await opened.close();
  rmSync(dataDir, { recursive: true, force: true });
}

function placeOf(article: { readonly id: string; readonly language: string } | undefined) {
  if (!article) throw new Error('The conversation set lacks an article.');
  return { articleId: article.id, language: article.language };
}

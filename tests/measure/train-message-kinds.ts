// `npm run train:message-kinds -- FILE…`: fits the classifier of message kinds on tests/measure/message-kinds and on the
// questions of these question sets, and writes src/engines/builtin/models/message-kinds.json. With `--without AUTHOR`, it
// writes nothing, but fits it without this author's messages and prints how many of them it reads right.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import {
  createMessageClassifier,
  type MessageKindModel,
} from '../../src/engines/builtin/message-kinds/classifier.js';
import { openBuiltinEmbedder } from '../../src/engines/builtin/model-embedder.js';
import { packagePath } from '../../src/package-path.js';
import {
  type ExampleMessage,
  HELD_OUT_VOICES,
  readArticleQuestions,
  readMessages,
} from './message-kinds/read-messages.js';
import { fitMessageKinds } from './train/fit-message-kinds.js';

const TARGET = packagePath('src/engines/builtin/models/message-kinds.json');

const { values, positionals: files } = parseArgs({
  options: { without: { type: 'string' } },
  allowPositionals: true,
});
if (files.length === 0) throw new Error('Give files of questions about articles, as JSON lines.');
const all = readMessages().filter(({ voice }) => !HELD_OUT_VOICES.includes(voice));
const messages = all.filter(({ author }) => author !== values.without);
const embedder = await openBuiltinEmbedder();
try {
  const model = await fitMessageKinds(messages, files.flatMap(readArticleQuestions), embedder, (text) =>
    embedder.embedQuery(text, { language: 'en' }),
  );
  if (values.without === undefined) writeModel(model);
  else
    await measure(
      model,
      all.filter((one) => !messages.includes(one)),
    );
  console.log(`${messages.length} messages, ${model.terms.length} terms`);
} finally {
  await embedder.close();
}

function writeModel(model: MessageKindModel): void {
  const lines = Object.entries({ ...model, weights: [] }).map(
    ([name, list]) => `${JSON.stringify(name)}:${JSON.stringify(list)}`,
  );
  const rows = model.weights.map((row) => JSON.stringify(row)).join(',\n');
  writeFileSync(TARGET, `{${lines.slice(0, -1).join(',\n')},\n"weights":[\n${rows}\n]}\n`);
}

/** Prints the share of messages whose most likely kind is right. */
async function measure(model: MessageKindModel, unseen: readonly ExampleMessage[]): Promise<void> {
  const classifier = createMessageClassifier(model, embedder);
  const right = { chat: 0, questions: 0 };
  const count = { chat: 0, questions: 0 };
  for (const { kind, message } of unseen) {
    const isQuestion = kind === 'question' || kind === 'follow-up';
    const group = isQuestion ? 'questions' : 'chat';
    // The article that a question was written for would have all its words.
    const probabilities = await classifier.classify(message, { isKnownWord: () => isQuestion });
    const [[best] = ['question']] = [...probabilities].sort((a, b) => b[1] - a[1]);
    count[group] += 1;
    if (best === (isQuestion ? 'question' : kind)) right[group] += 1;
  }
  for (const group of ['chat', 'questions'] as const) {
    console.log(`${group}: ${((100 * right[group]) / count[group]).toFixed(1)} % of ${count[group]}`);
  }
}

// `npm run train:message-kinds -- FILE…`: fits the classifier of message kinds on tests/measure/message-kinds and on the
// questions of these question sets, and writes src/engines/builtin/models/message-kinds.json.
import { writeFileSync } from 'node:fs';
import { openBuiltinEmbedder } from '../../src/engines/builtin/model-embedder.js';
import { packagePath } from '../../src/package-path.js';
import { HELD_OUT_VOICES, readArticleQuestions, readMessages } from './message-kinds/read-messages.js';
import { fitMessageKinds } from './train/fit-message-kinds.js';

const TARGET = packagePath('src/engines/builtin/models/message-kinds.json');

const files = process.argv.slice(2);
if (files.length === 0) throw new Error('Give files of questions about articles, as JSON lines.');
const messages = readMessages().filter(({ voice }) => !HELD_OUT_VOICES.includes(voice));
const embedder = await openBuiltinEmbedder();
try {
  const model = await fitMessageKinds(messages, files.flatMap(readArticleQuestions), embedder, (text) =>
    embedder.embedQuery(text, { language: 'en' }),
  );
  const lines = Object.entries({ ...model, weights: [] }).map(
    ([name, list]) => `${JSON.stringify(name)}:${JSON.stringify(list)}`,
  );
  const rows = model.weights.map((row) => JSON.stringify(row)).join(',\n');
  writeFileSync(TARGET, `{${lines.slice(0, -1).join(',\n')},\n"weights":[\n${rows}\n]}\n`);
  console.log(`${messages.length} messages, ${model.terms.length} terms`);
} finally {
  await embedder.close();
}

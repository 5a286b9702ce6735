// `npm run train:message-kinds -- FILE…`: fits the classifier of message kinds on tests/measure/message-kinds and on the
// questions of these question sets, and writes it to src/engines/builtin/models. With `--without LANGUAGE-AUTHOR`, such as
// de-a, it writes nothing, but fits it without this author's messages and prints how many of them it reads right. With
// `--requests`, it fits only what tells messages about the last reply, which is quick, and keeps the rest.
import { parseArgs } from 'node:util';
import type { Embedder } from '../../src/core/ports.js';
import { createMessageClassifier } from '../../src/engines/builtin/message-kinds/classifier.js';
import { type MessageModel, readModel, writeModel } from '../../src/engines/builtin/message-kinds/model.js';
import { openBuiltinEmbedder } from '../../src/engines/builtin/model-embedder.js';
import {
  type ExampleMessage,
  REPLY_AUTHOR,
  readArticleQuestions,
  readMessages,
} from './message-kinds/read-messages.js';
import { fitMessageKinds } from './train/fit-message-kinds.js';
import { fitReplyRequests } from './train/fit-reply-requests.js';

const { values, positionals: files } = parseArgs({
  options: { without: { type: 'string' }, requests: { type: 'boolean' } },
  allowPositionals: true,
});
if (files.length === 0) throw new Error('Give files of questions about articles, as JSON lines.');
const all = readMessages().filter(({ isHeldOut }) => !isHeldOut);
const messages = all.filter(({ language, author }) => `${language}-${author}` !== values.without);
const kinds = messages.filter(({ author }) => author !== REPLY_AUTHOR);
const questions = files.flatMap(readArticleQuestions);
const requests = fitReplyRequests(messages, questions);
if (values.requests) {
  await writeModel({ ...(await readModel()), requests });
  console.log(`${messages.length} messages`);
} else await trainAll();

async function trainAll(): Promise<void> {
  const embedder = await openBuiltinEmbedder();
  try {
    const model = { ...(await fitMessageKinds(kinds, questions, embedder)), requests };
    if (values.without === undefined) await writeModel(model);
    else {
      const unseen = all.filter((one) => !messages.includes(one));
      console.log('with vectors');
      await measure(model, unseen, embedder);
      console.log('without vectors');
      await measure(model, unseen);
    }
    console.log(`${messages.length} messages`);
  } finally {
    await embedder.close();
  }
}

/** Prints the share of messages whose most likely kind is right. */
async function measure(
  model: MessageModel,
  unseen: readonly ExampleMessage[],
  vectors?: Embedder,
): Promise<void> {
  const classifier = createMessageClassifier(vectors, async () => model);
  const right: Record<string, number> = {};
  const count: Record<string, number> = {};
  let understood = 0;
  for (const { kind, message, language } of unseen) {
    const isQuestion = kind === 'question' || kind === 'follow-up';
    const group = isQuestion ? kind : 'chat';
    const { kinds, languages } = await classifier.classify(message, {
      // The article that a question was written for would have all its words.
      isKnownWord: () => isQuestion,
      continuesQuestion: kind === 'follow-up',
    });
    const [[best] = ['question']] = [...kinds].sort((a, b) => b[1] - a[1]);
    const [[spoken] = ['']] = [...languages].sort((a, b) => b[1] - a[1]);
    if (spoken === language) understood += 1;
    count[group] = (count[group] ?? 0) + 1;
    if (best === (isQuestion ? 'question' : kind)) right[group] = (right[group] ?? 0) + 1;
  }
  for (const [group, total] of Object.entries(count)) {
    console.log(`${group}: ${((100 * (right[group] ?? 0)) / total).toFixed(1)} % of ${total}`);
  }
  console.log(`language: ${((100 * understood) / unseen.length).toFixed(1)} %`);
}

// Measures what kind messages are taken for: by rules, by the classifier and by both. Run `npm run eval --
// --message-kinds [FILE…] [--failures]`. FILE is a question set: how many of its questions are taken for something else.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Intent, MessageContext } from '../../../src/core/conversation/read-message.js';
import { understandMessage } from '../../../src/core/conversation/understand-message.js';
import type { MessageClassifier } from '../../../src/core/ports.js';
import { openMessageClassifier } from '../../../src/engines/builtin/message-kinds/classifier.js';
import { openBuiltinEmbedder } from '../../../src/engines/builtin/model-embedder.js';
import { createAnalyzer } from '../../../src/engines/builtin/words/analyzer.js';
import { readArticleFile } from '../../../src/sources/file.js';
import {
  AUTHORS,
  type ExampleMessage,
  HELD_OUT_VOICES,
  readArticleQuestions,
  readMessages,
} from '../message-kinds/read-messages.js';

const ARTICLES = join(import.meta.dirname, '../../../../tests/measure/conversation/articles');
const COLUMNS = ['rules', 'classifier', 'both', 'or unanswered'] as const;
const analyzer = createAnalyzer();

type Readings = Readonly<Record<(typeof COLUMNS)[number], string>>;

/** Prints the share of held-out messages that are read right, and of questions that aren't read as questions. */
export async function measureMessageKinds(files: readonly string[], showsFailures: boolean): Promise<void> {
  const embedder = await openBuiltinEmbedder();
  try {
    const classifier = await openMessageClassifier(embedder);
    await measureVoices(classifier, showsFailures);
    for (const file of files) await measureQuestions(file, classifier, showsFailures);
  } finally {
    await embedder.close();
  }
}

async function measureVoices(classifier: MessageClassifier, showsFailures: boolean): Promise<void> {
  const messages = readMessages();
  const trained = messages.filter(({ voice }) => !HELD_OUT_VOICES.includes(voice));
  const known = new Set(trained.map(({ message }) => squash(message)));
  const fresh = messages.filter((one) => !trained.includes(one) && !known.has(squash(one.message)));
  const library = readLibrary();
  const results: (ExampleMessage & { readonly readings: Readings; readonly expected: string })[] = [];
  for (const example of fresh) {
    const { kind, message } = example;
    const continuesQuestion = kind === 'follow-up';
    const expected = continuesQuestion ? 'question' : kind;
    const isKnownWord =
      // The article that a question was written for would have all its words.
      expected === 'question'
        ? () => true
        : (word: string) => analyzer.terms(word, 'en').some((term) => library.has(term));
    const readings = await readAll(message, { ...contextOf(isKnownWord), continuesQuestion }, classifier);
    results.push({ ...example, expected, readings });
    if (showsFailures && readings.both !== expected) {
      console.log(
        `${kind}: ${message}\n  ${COLUMNS.map((column) => `${column} ${readings[column]}`).join(', ')}`,
      );
    }
  }
  const print = (label: string, of: typeof results) =>
    console.log(
      [
        label.padEnd(20) + String(of.length).padStart(5),
        ...COLUMNS.map((column) =>
          share(of.filter(({ expected, readings }) => readings[column] === expected).length, of.length),
        ),
      ].join('  '),
    );
  console.log(`${'held-out voices'.padEnd(25)}  ${COLUMNS.map((column) => column.padStart(13)).join('  ')}`);
  for (const kind of new Set(results.map((one) => one.kind)))
    print(
      kind,
      results.filter((one) => one.kind === kind),
    );
  const chat = results.filter(({ expected }) => expected !== 'question');
  for (const author of AUTHORS)
    print(
      `chat, ${author} author`,
      chat.filter((one) => one.author === author),
    );
  print('all chat', chat);
}

async function measureQuestions(
  file: string,
  classifier: MessageClassifier,
  showsFailures: boolean,
): Promise<void> {
  const wrong: Record<string, number> = {};
  const questions = readArticleQuestions(file);
  for (const { question, title, isKnownWord } of questions) {
    const readings = await readAll(question, { ...contextOf(isKnownWord), titles: [title] }, classifier);
    for (const column of COLUMNS) {
      if (readings[column] !== 'question') wrong[column] = (wrong[column] ?? 0) + 1;
    }
    if (showsFailures && readings.both !== 'question') console.log(`${readings.both}: ${question}`);
  }
  const shares = COLUMNS.map((column) => share(wrong[column] ?? 0, questions.length));
  console.log(`${basename(file).padEnd(20)}${String(questions.length).padStart(5)}  ${shares.join('  ')}`);
}

async function readAll(
  message: string,
  context: MessageContext,
  classifier: MessageClassifier,
): Promise<Readings> {
  const rules = await understandMessage(message, context);
  const both = await understandMessage(message, context, { classifier });
  const probabilities = await classifier.classify(message, {
    isKnownWord: (word) => context.isKnownWord?.(word) ?? false,
  });
  const [[best] = ['question']] = [...probabilities].sort((a, b) => b[1] - a[1]);
  return {
    ...{ rules: nameOf(rules.intent), classifier: best, both: nameOf(both.intent) },
    'or unanswered': nameOf((both.otherwise ?? both).intent),
  };
}

/** @param isKnownWord whether the articles have a word */
function contextOf(isKnownWord: (word: string) => boolean): MessageContext {
  // The words themselves stand for their terms.
  const terms = (text: string, language: string) =>
    /\s/.test(text) || analyzer.terms(text, language).length === 0 ? analyzer.terms(text, language) : [text];
  return {
    ...{ analyzer: { ...analyzer, terms }, isKnownWord },
    ...{ continuesQuestion: false, articleLanguages: ['en'] },
  };
}

/** The terms of the English articles of the conversation set. */
function readLibrary(): ReadonlySet<string> {
  const drafts = readdirSync(ARTICLES).map((file) =>
    readArticleFile(readFileSync(join(ARTICLES, file), 'utf8'), file),
  );
  return new Set(drafts.flatMap(({ text, language = 'en' }) => analyzer.terms(text, language)));
}

function nameOf(intent: Intent): string {
  return intent.kind === 'metadata' ? intent.field : intent.kind;
}

function squash(message: string): string {
  return message.toLowerCase().replace(/[\s?.!]+$/u, '');
}

function share(count: number, all: number): string {
  return `${((100 * count) / all).toFixed(2)} %`.padStart(13);
}

// Measures what kind messages are taken for, with and without sentence vectors. Run `npm run eval -- --message-kinds
// [FILE…] [--failures]`. FILE is a question set: how many of its questions are taken for something else.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Intent, MessageContext } from '../../../src/core/conversation/intent.js';
import { understandMessage } from '../../../src/core/conversation/understand-message.js';
import type { MessageClassifier } from '../../../src/core/ports.js';
import { createMessageClassifier } from '../../../src/engines/builtin/message-kinds/classifier.js';
import { openBuiltinEmbedder } from '../../../src/engines/builtin/model-embedder.js';
import { createAnalyzer } from '../../../src/engines/builtin/words/analyzer.js';
import { readArticleFile } from '../../../src/sources/file.js';
import {
  type ExampleMessage,
  isAboutReply,
  LANGUAGES,
  readArticleQuestions,
  readMessages,
} from '../message-kinds/read-messages.js';

const ARTICLES = join(import.meta.dirname, '../../../../tests/measure/conversation/articles');
const COLUMNS = ['before searching', 'if unanswered', 'without vectors'] as const;
const analyzer = createAnalyzer();

type Readings = Readonly<Record<(typeof COLUMNS)[number], string>>;
type Classifiers = Readonly<Record<'full' | 'withoutVectors', MessageClassifier>>;

/** Prints the share of held-out messages that are read right, and of questions that aren't read as questions. */
export async function measureMessageKinds(files: readonly string[], showsFailures: boolean): Promise<void> {
  const embedder = await openBuiltinEmbedder();
  try {
    const classifiers = {
      full: createMessageClassifier(embedder),
      withoutVectors: createMessageClassifier(),
    };
    await measureVoices(classifiers, showsFailures);
    for (const file of files) await measureQuestions(file, classifiers, showsFailures);
  } finally {
    await embedder.close();
  }
}

async function measureVoices(classifiers: Classifiers, showsFailures: boolean): Promise<void> {
  const messages = readMessages();
  const known = new Set(messages.filter(({ isHeldOut }) => !isHeldOut).map(({ message }) => squash(message)));
  const fresh = messages.filter(({ isHeldOut, message }) => isHeldOut && !known.has(squash(message)));
  const library = readLibrary();
  const results: (ExampleMessage & { readonly readings: Readings; readonly expected: string })[] = [];
  for (const example of fresh) {
    const { kind, message, language } = example;
    const continuesQuestion = kind === 'follow-up' || isAboutReply(kind);
    const expected = kind === 'follow-up' ? 'question' : kind;
    const isKnownWord =
      // The article that a question was written for would have all its words.
      expected === 'question'
        ? () => true
        : (word: string) => analyzer.terms(word, language).some((term) => library.has(term));
    const hasReply = continuesQuestion;
    const context = { ...contextOf(isKnownWord), continuesQuestion, hasReply, articleLanguages: [language] };
    const readings = await readAll(message, context, classifiers);
    results.push({ ...example, expected, readings });
    if (showsFailures && readings['if unanswered'] !== expected) {
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
  console.log(`${'held-out voices'.padEnd(25)}  ${COLUMNS.map((column) => column.padStart(16)).join('  ')}`);
  for (const kind of new Set(results.map((one) => one.kind)))
    print(
      kind,
      results.filter((one) => one.kind === kind),
    );
  const chat = results.filter(({ expected }) => expected !== 'question');
  for (const language of LANGUAGES)
    print(
      `chat, ${language}`,
      chat.filter((one) => one.language === language),
    );
  print('all chat', chat);
}

async function measureQuestions(
  file: string,
  classifiers: Classifiers,
  showsFailures: boolean,
): Promise<void> {
  const wrong: Record<string, number> = {};
  const questions = readArticleQuestions(file);
  for (const { question, title, isKnownWord } of questions) {
    const readings = await readAll(question, { ...contextOf(isKnownWord), titles: [title] }, classifiers);
    for (const column of COLUMNS) {
      if (readings[column] !== 'question') wrong[column] = (wrong[column] ?? 0) + 1;
    }
    if (showsFailures && readings['if unanswered'] !== 'question') {
      console.log(`${readings['if unanswered']}: ${question}`);
    }
  }
  const shares = COLUMNS.map((column) => share(wrong[column] ?? 0, questions.length));
  console.log(`${basename(file).padEnd(20)}${String(questions.length).padStart(5)}  ${shares.join('  ')}`);
}

async function readAll(
  message: string,
  context: MessageContext,
  { full, withoutVectors }: Classifiers,
): Promise<Readings> {
  const read = await understandMessage(message, context, { classifier: full });
  const plain = await understandMessage(message, context, { classifier: withoutVectors });
  return {
    'before searching': nameOf(read.intent),
    'if unanswered': nameOf((read.otherwise ?? read).intent),
    'without vectors': nameOf((plain.otherwise ?? plain).intent),
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

/** The terms of the articles of the conversation set. */
function readLibrary(): ReadonlySet<string> {
  const drafts = readdirSync(ARTICLES).map((file) =>
    readArticleFile(readFileSync(join(ARTICLES, file), 'utf8'), file),
  );
  return new Set(drafts.flatMap(({ text, language = 'en' }) => analyzer.terms(text, language)));
}

function nameOf(intent: Intent): string {
  if (intent.kind === 'metadata') return intent.field;
  return intent.kind === 'about-reply' ? intent.request : intent.kind;
}

function squash(message: string): string {
  return message.toLowerCase().replace(/[\s?.!]+$/u, '');
}

function share(count: number, all: number): string {
  return `${((100 * count) / all).toFixed(2)} %`.padStart(16);
}

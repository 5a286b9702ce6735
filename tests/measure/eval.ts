// `npm run eval -- [FILE…] [--sample N] [--report FILE] [--json FILE]`: measures retrieval, answers and
// refusals on question sets, and compares them with BM25 and LangChain's stock pipeline. Without a file, it
// uses the built-in article. XQuAD files in several languages are also evaluated across languages, and with
// `--across` only across languages. `npm run
// eval -- --grounding [DIR] [FILE…] [--show KIND] [--articles A,B]` measures the check of statements, see eval/grounding.ts. `npm run
// eval -- --sentences [--show SPLITTER]` compares sentence splitters, see sentences/measure-sentences.ts. `npm run
// eval -- --conversation [DIR] [--failures] [--articles A,B]` measures replies to messages, see eval/conversation.ts.
// `npm run eval -- --two-articles [--failures]` measures which of two articles questions are answered from, see eval/two-articles.ts.
// `npm run eval -- --message-kinds [FILE…] [--failures]` measures what messages are taken for, see eval/message-kinds.ts.
// `npm run eval -- --extraction [--show PAGE]` measures the reading of web pages, see extraction/measure-extraction.ts.
// `npm run eval -- --summary FILE [--failures]` measures summaries, see summary/measure-summaries.ts.

import { writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { evaluateConversations } from './eval/conversation.js';
import {
  askedOfNextArticle,
  LANGUAGE_PAIRS,
  withoutAnsweringParagraphs,
  withQuestionsFrom,
} from './eval/cross-language.js';
import { evalSet, type SetFigures } from './eval/eval-set.js';
import { measureGrounding } from './eval/grounding.js';
import { measureMessageKinds } from './eval/message-kinds.js';
import { readQuestionSet, type SetArticle } from './eval/question-set.js';
import { evaluateTwoArticles } from './eval/two-articles.js';
import { measureExtraction } from './extraction/measure-extraction.js';
import { type AcrossLanguages, writeReport } from './report/report.js';
import { calibrationError, reliability } from './report/statistics.js';
import {
  gainFigure,
  ICU_BM25,
  RANKER_ALONE,
  type Ranks,
  recallFigure,
  reciprocalFigure,
  showFigure,
  showNumber,
  summarizeRefusals,
} from './report/summary.js';
import { measureSentences } from './sentences/measure-sentences.js';
import { measureSummaries } from './summary/measure-summaries.js';

const SEED_SET = join(import.meta.dirname, '../../../tests/measure/eval/seed.jsonl');
const CONVERSATION_SET = join(import.meta.dirname, '../../../tests/measure/conversation');
const TWO_ARTICLES_SET = join(import.meta.dirname, '../../../tests/measure/two-articles');
const CELL = 20;

const { values: flags, positionals } = parseArgs({
  options: {
    /** Questions per set, evenly sampled. 0 means all. */
    sample: { type: 'string', default: '300' },
    report: { type: 'string' },
    json: { type: 'string' },
    grounding: { type: 'boolean', default: false },
    sentences: { type: 'boolean', default: false },
    extraction: { type: 'boolean', default: false },
    /** With `--grounding`: prints the misjudged sentences of these kinds. With `--sentences`: a splitter's mistakes. With
     * `--extraction`: what is read from the pages whose name has this in it. */
    show: { type: 'string' },
    /** Measures XQuAD files across languages only. */
    across: { type: 'boolean', default: false },
    /** Measures replies to the messages of a conversation set instead: a folder, or the one in this repository. */
    conversation: { type: 'boolean', default: false },
    /** Measures which article of several questions in a conversation are answered from instead. */
    'two-articles': { type: 'boolean', default: false },
    /** Measures what messages are taken for instead, also on these question sets. */
    'message-kinds': { type: 'boolean', default: false },
    /** Measures summaries on a file of articles with summaries written by people. */
    summary: { type: 'boolean', default: false },
    /** With `--grounding` or `--conversation`: only these articles, separated by commas. */
    articles: { type: 'string' },
    /** Prints every message that got a wrong reply, or every line of a summary with a reference without a target. */
    failures: { type: 'boolean', default: false },
  },
  allowPositionals: true,
});
const sample = Number(flags.sample) || Number.POSITIVE_INFINITY;
if (flags.conversation) await evaluateConversations(positionals[0] ?? CONVERSATION_SET, flags);
else if (flags['two-articles'])
  await evaluateTwoArticles({ questions: TWO_ARTICLES_SET, articles: CONVERSATION_SET }, flags.failures);
else if (flags['message-kinds']) await measureMessageKinds(positionals, flags.failures);
else if (flags.extraction) await measureExtraction(flags.show);
else if (flags.summary) await measureSummaries(requireFile(positionals[0]), { show: flags.failures });
else if (flags.sentences) await measureSentences(flags.show);
else if (flags.grounding) await measureGrounding(positionals, flags);
else await measure(positionals.length > 0 ? positionals : [SEED_SET]);

function requireFile(file: string | undefined): string {
  if (file === undefined) throw new Error('Give a file of articles with summaries, as JSON lines.');
  return file;
}

async function measure(files: readonly string[]): Promise<void> {
  const sets: SetFigures[] = [];
  const articles = new Map<string, readonly SetArticle[]>();
  for (const file of files)
    articles.set(basename(file).replace(/\.jsonl(\.gz)?$/, ''), readQuestionSet(file));
  const evaluate = async (name: string, of: readonly SetArticle[]): Promise<SetFigures> => {
    const onProgress = (done: number, total: number) => {
      if (process.stderr.isTTY) process.stderr.write(`\r${name}: ${done}/${total} `);
      else if (done === 0) process.stderr.write(`${name}: ${total} questions\n`);
    };
    const figures = await evalSet(name, of, { sample, onProgress });
    if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
    return figures;
  };
  for (const [name, of] of flags.across ? [] : articles) {
    const figures = await evaluate(name, of);
    print(figures);
    sets.push(figures);
  }
  const crossLanguage: AcrossLanguages[] = [];
  for (const [from, to] of LANGUAGE_PAIRS) {
    const [questionSet, of] = [articles.get(`xquad-${from}`), articles.get(`xquad-${to}`)];
    if (!questionSet || !of || articles.size < 2) continue;
    const name = `${from} → ${to}`;
    const asked = withQuestionsFrom(of, questionSet);
    const pair = {
      answered: await evaluate(name, asked),
      ofNextArticle: await evaluate(name, askedOfNextArticle(asked)),
      withoutParagraphs: await evaluate(name, withoutAnsweringParagraphs(asked)),
    };
    if (crossLanguage.length === 0) printAcrossHead();
    printAcross(pair);
    crossLanguage.push(pair);
  }
  if (flags.report !== undefined) writeReport(flags.report, sets, sample, crossLanguage);
  if (flags.json !== undefined)
    writeFileSync(flags.json, JSON.stringify([...sets, ...crossLanguage], null, 1));
  if (sets.some(({ citations: { exact, all } }) => exact < all)) {
    console.error('A citation is not an exact span of its article.');
    process.exitCode = 1;
  }
}

function print(set: SetFigures): void {
  const { name, articles, questions, unanswerable, systems, citations } = set;
  console.log(`\n${name}: ${articles} articles, ${questions} questions (${unanswerable} unanswerable)`);
  row('', [...systems.map((system) => system.name), 'gain over ranker', 'gain over BM25, ICU']);
  const recall = (label: string, ranks: Ranks, most: number) =>
    row(label, [
      ...systems.map((system) => showFigure(recallFigure(system, ranks, most))),
      ...(most === 1
        ? [RANKER_ALONE, ICU_BM25].map((other) => showFigure(gainFigure(set, other, ranks)))
        : []),
    ]);
  for (const [label, ranks] of [
    ['paragraph', 'paragraph'],
    ['pooled paragraph', 'pooled'],
    ['sentence', 'sentence'],
  ] as const) {
    if (systems[0]?.[ranks].length === 0) continue;
    for (const most of ranks === 'sentence' ? [1, 3] : [1, 3, 5]) recall(`${label} @${most}`, ranks, most);
    if (ranks !== 'sentence') {
      row(
        `${label} MRR`,
        systems.map((system) => showFigure(reciprocalFigure(system, ranks))),
      );
    }
  }
  const both = [set.results, set.rankerResults];
  const refusals = both.map(summarizeRefusals);
  for (const [label, key] of [
    ['AUROC of confidence', 'auroc'],
    ['unanswerable refused', 'unanswerableRefused'],
    ['answerable refused', 'answerableRefused'],
    ['answered right', 'answeredRight'],
  ] as const) {
    row(
      label,
      refusals.map((refusal) => showFigure(refusal[key])),
    );
  }
  const errors = both.map((results) =>
    calibrationError(
      reliability(results.map(({ confidence, isFound }) => ({ confidence, isTrue: isFound }))),
    ),
  );
  row('calibration error', errors.map(showNumber));
  row('exact citations', [`${showNumber(citations.exact / citations.all)} of ${citations.all}`]);
}

function printAcrossHead(): void {
  console.log('\nacross languages');
  row('', [
    ...['first sentence', 'BM25, ICU', 'first paragraph', 'refused', 'answered right'],
    ...['next article: refused', 'no paragraph: refused'],
  ]);
}

/** Prints the results for questions in one language about articles in another. */
function printAcross({ answered, ofNextArticle, withoutParagraphs }: AcrossLanguages): void {
  const [footnote, , bm25] = answered.systems;
  const { answerableRefused, answeredRight } = summarizeRefusals(answered.results);
  row(answered.name, [
    showFigure(recallFigure(footnote, 'sentence', 1)),
    showFigure(recallFigure(bm25, 'sentence', 1)),
    showFigure(recallFigure(footnote, 'paragraph', 1)),
    ...[answerableRefused, answeredRight].map(showFigure),
    ...[ofNextArticle, withoutParagraphs].map(({ results }) =>
      showFigure(summarizeRefusals(results).unanswerableRefused),
    ),
  ]);
}

function row(label: string, cells: readonly string[]): void {
  console.log([label.padEnd(22), ...cells.map((cell) => cell.padEnd(CELL))].join('  ').trimEnd());
}

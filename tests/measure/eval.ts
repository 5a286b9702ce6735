// `npm run eval -- [FILE…] [--sample N] [--report FILE] [--json FILE]`: how well retrieval, answers and refusals do on
// question sets, beside BM25 and LangChain's stock pipeline in the same run. Without a file, on the built-in article.
// `npm run eval -- --check [--show KIND] FILE…`: see check-eval.ts.

import { writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { checkTheChecker } from './check-eval.js';
import { evalSet, type SetFigures } from './eval-set.js';
import { readQuestionSet } from './question-set.js';
import { writeReport } from './report.js';
import { calibrationError, reliability } from './statistics.js';
import {
  type Figure,
  gainFigure,
  type Ranks,
  recallFigure,
  reciprocalFigure,
  showFigure,
  showNumber,
  summarizeRefusals,
} from './summary.js';

const SEED_SET = join(import.meta.dirname, '../../../tests/measure/seed.jsonl');
const CELL = 20;

const { values: flags, positionals } = parseArgs({
  options: {
    /** Questions a set (with `--check`, articles), evenly spread; 0: all. */
    sample: { type: 'string', default: '300' },
    report: { type: 'string' },
    json: { type: 'string' },
    check: { type: 'boolean', default: false },
    /** With `--check`: prints the misjudged sentences of these kinds. */
    show: { type: 'string' },
  },
  allowPositionals: true,
});
const sample = Number(flags.sample) || Number.POSITIVE_INFINITY;
if (flags.check) await checkTheChecker(positionals, { limit: sample, show: flags.show });
else await measure(positionals.length > 0 ? positionals : [SEED_SET]);

async function measure(files: readonly string[]): Promise<void> {
  const sets: SetFigures[] = [];
  for (const file of files) {
    const name = basename(file).replace(/\.jsonl(\.gz)?$/, '');
    const onProgress = (done: number, total: number) => {
      if (process.stderr.isTTY) process.stderr.write(`\r${name}: ${done}/${total} `);
      else if (done === 0) process.stderr.write(`${name}: ${total} questions\n`);
    };
    const figures = await evalSet(name, readQuestionSet(file), { sample, onProgress });
    if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
    print(figures);
    sets.push(figures);
  }
  if (flags.report !== undefined) writeReport(flags.report, sets, sample);
  if (flags.json !== undefined) writeFileSync(flags.json, JSON.stringify(sets, null, 1));
  if (sets.some(({ citations: { exact, all } }) => exact < all)) {
    console.error('A citation is not an exact span of its article.');
    process.exitCode = 1;
  }
}

function print(set: SetFigures): void {
  const { name, articles, questions, unanswerable, systems, citations } = set;
  console.log(`\n${name}: ${articles} articles, ${questions} questions (${unanswerable} unanswerable)`);
  row('', [...systems.map((system) => system.name), 'gain over BM25, ICU']);
  const recall = (label: string, ranks: Ranks, most: number) =>
    row(label, [
      ...systems.map((system) => showFigure(recallFigure(system, ranks, most))),
      ...(most === 1 ? [showFigure(gainFigure(set, 1, ranks))] : []),
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
  const refusal = summarizeRefusals(set);
  const lines: [string, Figure][] = [
    ['AUROC of confidence', refusal.auroc],
    ['unanswerable refused', refusal.unanswerableRefused],
    ['answerable refused', refusal.answerableRefused],
    ['answered right', refusal.answeredRight],
  ];
  for (const [label, figure] of lines) row(label, [showFigure(figure)]);
  const judged = set.judgements.map(({ confidence, isFound }) => ({ confidence, isTrue: isFound }));
  row('calibration error', [showNumber(calibrationError(reliability(judged)))]);
  row('exact citations', [`${showNumber(citations.exact / citations.all)} of ${citations.all}`]);
}

function row(label: string, cells: readonly string[]): void {
  console.log([label.padEnd(22), ...cells.map((cell) => cell.padEnd(CELL))].join('  ').trimEnd());
}

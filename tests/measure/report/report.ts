// Writes the Markdown report of `npm run eval` between two markers of a page and leaves the rest of the page
// unchanged.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { SetFigures } from '../eval/eval-set.js';
import { plotBars, plotReliability } from './plot.js';
import { calibrationError, reliability } from './statistics.js';
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
} from './summary.js';

const BEGIN = '<!-- figures: written by npm run eval -->';
const END = '<!-- figures: end -->';

/** What was measured for one pair of question language and article language. */
export interface AcrossLanguages {
  readonly answered: SetFigures;
  /** The same questions where no answer is, see `eval/cross-language.ts`. */
  readonly ofNextArticle: SetFigures;
  readonly withoutParagraphs: SetFigures;
}

/**
 * Writes tables and plots into `file`, and the images into `images/` next to it.
 * @param across sets whose questions and articles are in different languages
 */
export function writeReport(
  file: string,
  sets: readonly SetFigures[],
  sample: number,
  across: readonly AcrossLanguages[] = [],
): void {
  const images = join(dirname(file), 'images');
  mkdirSync(images, { recursive: true });
  for (const [name, svg] of plots(sets)) writeFileSync(join(images, `eval-${name}.svg`), svg);
  const page = existsSync(file) ? readFileSync(file, 'utf8') : '# How well it answers\n';
  const [before = '', rest = ''] = page.split(BEGIN);
  const after = rest.split(END)[1] ?? '\n';
  const figures = [BEGIN, ...sections(sets, sample), ...acrossLanguages(across), END].join('\n\n');
  writeFileSync(file, `${before.trimEnd()}\n\n${figures}${after.trimEnd()}\n`);
}

function sections(sets: readonly SetFigures[], sample: number): string[] {
  const measured = Number.isFinite(sample)
    ? `at most ${sample} questions a set, the same ones each time`
    : 'all questions';
  return [
    `Measured on ${measured}; 95 % bootstrap intervals in brackets. All systems of a row answered the same questions in the same run. “Gain” is how much more often Footnote's first is right than that of its ranker alone and of BM25 over ICU words, question by question.`,
    '### The first sentence holds the answer',
    '![First sentence](images/eval-sentence.svg)',
    comparison(sets, 'sentence'),
    '### The right paragraph comes first, in its article',
    comparison(sets, 'paragraph'),
    '### The right paragraph comes first, among all articles of the set',
    '![Right paragraph, pooled](images/eval-pooled.svg)',
    comparison(sets, 'pooled'),
    '### Further down the list',
    depth(sets),
    '### By language',
    '![By language](images/eval-languages.svg)',
    'The `xquad` rows above, which ask the same questions of the same articles in each language.',
    '### Refusals and citations',
    '![Reliability](images/eval-reliability.svg)',
    refusals(sets),
    'Confidence is the probability that the best sentences answer. ECE is how far it lies, on average, from how often one of the first three sentences does hold the answer. “Answered right”: of the answerable questions, those whose citations hold the answer.',
  ];
}

function comparison(sets: readonly SetFigures[], ranks: Ranks): string {
  const names = sets[0]?.systems.map(({ name }) => name) ?? [];
  const rows = sets
    .filter(({ systems }) => (systems[0]?.[ranks].length ?? 0) > 0)
    .map((set) => [
      set.name,
      String(set.systems[0]?.[ranks].length ?? 0),
      ...set.systems.map((system, index) => {
        const figure = recallFigure(system, ranks, 1);
        return index <= RANKER_ALONE ? showFigure(figure) : showNumber(figure.value);
      }),
      ...[RANKER_ALONE, ICU_BM25].map((other) => showFigure(gainFigure(set, other, ranks))),
    ]);
  return table(['set', 'questions', ...names, 'gain over ranker', 'gain over BM25'], rows);
}

function depth(sets: readonly SetFigures[]): string {
  const cells = (set: SetFigures, ranks: Ranks, most: number) =>
    set.systems.map((system) => showNumber(recallFigure(system, ranks, most).value)).join(' / ');
  const rows = sets.map((set) => [
    set.name,
    ...[3, 5].map((most) => cells(set, 'paragraph', most)),
    set.systems.map((system) => showNumber(reciprocalFigure(system, 'paragraph').value)).join(' / '),
    cells(set, 'pooled', 5),
    set.systems.map((system) => showNumber(reciprocalFigure(system, 'pooled').value)).join(' / '),
    cells(set, 'sentence', 3),
  ]);
  const names = sets[0]?.systems.map(({ name }) => name).join(' / ') ?? '';
  const head = [
    'set',
    'paragraph @3',
    'paragraph @5',
    'paragraph MRR',
    'pooled @5',
    'pooled MRR',
    'sentence @3',
  ];
  return `A cell is ${names}.\n\n${table(head, rows)}`;
}

function refusals(sets: readonly SetFigures[]): string {
  const rows = sets.map((set) => {
    const [reader, ranker] = [summarizeRefusals(set.results), summarizeRefusals(set.rankerResults)];
    const { exact, all } = set.citations;
    const errorOf = (results: SetFigures['results']) =>
      hasGold(set) ? showNumber(calibrationError(reliability(found({ results })))) : '–';
    return [
      ...[set.name, `${set.questions} (${set.unanswerable})`],
      ...(['auroc', 'unanswerableRefused', 'answerableRefused', 'answeredRight'] as const).flatMap((key) => [
        showFigure(ranker[key]),
        showFigure(reader[key]),
      ]),
      ...[errorOf(set.rankerResults), errorOf(set.results)],
      `${showNumber(exact / all)} of ${all}`,
    ];
  });
  return table(
    [
      'set',
      'questions (unanswerable)',
      ...[
        'AUROC of confidence',
        'unanswerable refused',
        'answerable refused',
        'answered right',
        'ECE',
      ].flatMap((name) => [`${name}: ranker alone`, 'with reader']),
      'exact citations',
    ],
    rows,
  );
}

function acrossLanguages(pairs: readonly AcrossLanguages[]): string[] {
  if (pairs.length === 0) return [];
  const rows = pairs.map(({ answered, ofNextArticle, withoutParagraphs }) => {
    const { answerableRefused, answeredRight } = summarizeRefusals(answered.results);
    return [
      ...[answered.name, String(answered.questions)],
      showFigure(recallFigure(answered.systems[0], 'sentence', 1)),
      ...answered.systems
        .slice(ICU_BM25, ICU_BM25 + 1)
        .map((system) => showNumber(recallFigure(system, 'sentence', 1).value)),
      showFigure(recallFigure(answered.systems[0], 'paragraph', 1)),
      ...[answerableRefused, answeredRight].map(showFigure),
      ...[ofNextArticle, withoutParagraphs].map(({ results }) =>
        showFigure(summarizeRefusals(results).unanswerableRefused),
      ),
    ];
  });
  const baseline = pairs[0]?.answered.systems[ICU_BM25]?.name ?? '';
  const head = [
    ...['asked in → article in', 'questions', 'first sentence', baseline, 'first paragraph', 'refused'],
    ...['answered right', 'next article: refused', 'no paragraph: refused'],
  ];
  return [
    '### Asked in another language, without a model',
    'XQuAD’s questions in one language, of its articles in another. “Refused” counts questions that the article answers, so all of these are refused wrongly. “Next article” asks each question about another article of the set, and “no paragraph” about its article without the paragraph that holds the answer. These should be refused.',
    table(head, rows),
  ];
}

function plots(sets: readonly SetFigures[]): readonly (readonly [string, string])[] {
  const names = sets[0]?.systems.map(({ name }) => name) ?? [];
  const bars = (of: readonly SetFigures[], ranks: Ranks) =>
    of
      .filter(({ systems }) => (systems[0]?.[ranks].length ?? 0) > 0)
      .map(({ name, systems }) => ({
        label: name,
        figures: systems.map((system) => recallFigure(system, ranks, 1)),
      }));
  const languages = sets.filter(({ name }) => name.startsWith('xquad-'));
  const withBoth = sets
    .filter(hasGold)
    .filter(({ unanswerable, questions }) => unanswerable > 0 && unanswerable < questions);
  const judgements = withBoth.flatMap((set) => set.results);
  return [
    ['sentence', plotBars('First sentence holds the answer', names, bars(sets, 'sentence'))],
    ['pooled', plotBars('Right paragraph first, among all articles of the set', names, bars(sets, 'pooled'))],
    [
      'languages',
      plotBars('First sentence holds the answer, by language', names, bars(languages, 'sentence')),
    ],
    [
      'reliability',
      plotReliability('Confidence, and what comes true', [
        { label: 'a first sentence holds the answer', bins: reliability(withBoth.flatMap(found)) },
        {
          label: 'answerable',
          bins: reliability(
            judgements.map(({ confidence, isAnswerable }) => ({ confidence, isTrue: isAnswerable })),
          ),
        },
      ]),
    ],
  ];
}

/** Free-text answers don't occur in any sentence, so finding one can't be measured. */
function hasGold({ systems }: SetFigures): boolean {
  return (systems[0]?.paragraph.length ?? 0) > 0;
}

function found({ results }: Pick<SetFigures, 'results'>) {
  return results.map(({ confidence, isFound }) => ({ confidence, isTrue: isFound }));
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}

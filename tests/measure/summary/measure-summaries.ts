// Measures summaries on articles with summaries written by people: ROUGE next to baselines, repetition, exact spans and
// references without a target. The weights are cross-validated: no article is summarized with weights that were fitted on it.
import type { Answered, SummaryLine } from '../../../src/core/answer.js';
import { renderExcerpt } from '../../../src/core/excerpt/excerpt.js';
import { readArticle } from '../../../src/core/summary/candidates.js';
import { LENGTH_LIMITS } from '../../../src/core/summary/limits.js';
import { readSentences } from '../../../src/core/summary/sentences/read-sentences.js';
import { extractSummary } from '../../../src/core/summary/summarize.js';
import { createAnalyzer } from '../../../src/engines/builtin/words/analyzer.js';
import { bootstrapInterval, mean } from '../report/statistics.js';
import { leadSummary, leadWords, lexRank, textRank } from './baselines.js';
import { findDangling } from './dangling.js';
import { fitSummaryWeights, readSummaryExamples } from './fit-weights.js';
import { bigrams, ROUGE_SCORES, type Rouge, rouge, rougeWords } from './rouge.js';
import { readSummarySet } from './summary-set.js';

const FOLDS = 5;
/** Articles whose summaries are searched for references without a target. */
const CHECKED_ARTICLES = 100;
const CELL = 26;

/** One system's summaries, in the order of the articles. */
interface System {
  readonly name: string;
  readonly texts: readonly string[];
}

/** @param options.show prints every line with a reference without a target */
export async function measureSummaries(
  file: string,
  { show = false }: { readonly show?: boolean } = {},
): Promise<void> {
  const set = readSummarySet(file);
  const analyzer = createAnalyzer();
  const examples = await readSummaryExamples(set);
  const weights = Array.from({ length: FOLDS }, (_, fold) =>
    fitSummaryWeights(examples.filter((__, at) => at % FOLDS !== fold)),
  );
  const briefs: Answered[] = [];
  const points: Answered[] = [];
  for (const [at, { article }] of set.entries()) {
    const read = await readArticle(article, analyzer, { weights: weights[at % FOLDS] ?? [] });
    briefs.push(extractSummary([read], { style: 'brief', length: 'medium' }));
    points.push(extractSummary([read], { style: 'keyPoints', length: 'medium' }));
  }
  const sentences: (readonly string[])[] = [];
  for (const { article } of set) {
    const own = await readSentences(article);
    sentences.push(own.map(({ start, end }) => article.text.slice(start, end).replace(/\s+/gu, ' ')));
  }
  const linesOf = (summaries: readonly Answered[]) =>
    summaries.map(({ summary }) => (summary?.lines ?? []).map(({ text }) => text).join('\n'));
  const words = LENGTH_LIMITS.brief.medium.words;
  const baseline: System = { name: 'lead-3', texts: sentences.map((own) => leadSummary(own, 3)) };
  const systems: readonly System[] = [
    { name: 'brief', texts: linesOf(briefs) },
    { name: 'key points', texts: linesOf(points) },
    baseline,
    { name: `lead, ${words} words`, texts: sentences.map((own) => leadWords(own, words)) },
    { name: 'lead-5', texts: sentences.map((own) => leadSummary(own, 5)) },
    { name: `TextRank, ${words} words`, texts: sentences.map((own) => textRank(own, words)) },
    { name: `LexRank, ${words} words`, texts: sentences.map((own) => lexRank(own, words)) },
  ];
  const references = set.map(({ reference }) => reference);
  printRouge(systems, baseline, references);
  console.log(
    `\nrepeated bigrams: ${systems.map(({ name, texts }) => `${name} ${mean(texts.map(repetition)).toFixed(3)}`).join(', ')}`,
  );
  const all = [...briefs, ...points].flatMap(({ summary }) => summary?.lines ?? []);
  const articles = new Map(set.map(({ article }) => [article.id, article]));
  const exact = all.filter((line) => isExact(line, articles.get(line.articleId)?.text ?? '')).length;
  console.log(`lines made of exact spans: ${(exact / all.length).toFixed(3)} of ${all.length}`);
  const checked = [...briefs.slice(0, CHECKED_ARTICLES), ...points.slice(0, CHECKED_ARTICLES)];
  const found = checked.flatMap(({ summary }) =>
    (summary?.lines ?? []).flatMap((line, at, lines) => {
      const problem = findDangling(line, lines.slice(0, at));
      return problem ? [`${problem}: ${line.text}`] : [];
    }),
  );
  const lines = checked.reduce((sum, { summary }) => sum + (summary?.lines.length ?? 0), 0);
  console.log(
    `references without a target: ${found.length} of ${lines} lines (${((100 * found.length) / lines).toFixed(1)} %), ${Math.min(CHECKED_ARTICLES, set.length)} articles`,
  );
  if (show) for (const line of found) console.log(`  ${line}`);
  if (show)
    for (const line of all)
      if (!isExact(line, articles.get(line.articleId)?.text ?? '')) console.log(`  not exact: ${line.text}`);
  if (exact < all.length) process.exitCode = 1;
}

function printRouge(systems: readonly System[], baseline: System, references: readonly string[]): void {
  const scoresOf = ({ texts }: System): readonly Rouge[] =>
    texts.map((text, at) => rouge(text, references[at] ?? ''));
  const base = scoresOf(baseline);
  console.log(`${references.length} articles; F1, and the difference to lead-3 with its 95 % interval`);
  console.log(
    ['', 'words', 'ROUGE-1', 'ROUGE-2', 'ROUGE-L']
      .map((cell, at) => cell.padEnd(at === 1 ? 6 : CELL))
      .join(' '),
  );
  for (const system of systems) {
    const scores = scoresOf(system);
    const cells = ROUGE_SCORES.map((name) => {
      const own = mean(scores.map((score) => score[name]));
      if (system === baseline) return own.toFixed(3);
      const gains = scores.map((score, at) => score[name] - (base[at]?.[name] ?? 0));
      const [low, high] = bootstrapInterval(gains, mean, 1_000);
      return `${own.toFixed(3)} (${signed(mean(gains))} [${signed(low)}, ${signed(high)}])`;
    });
    const length = mean(system.texts.map((text) => text.split(/\s+/u).length)).toFixed(0);
    console.log(
      [system.name.padEnd(CELL), length.padEnd(6), ...cells.map((cell) => cell.padEnd(CELL + 6))]
        .join(' ')
        .trimEnd(),
    );
  }
}

const signed = (value: number): string => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(3)}`;

/** Share of bigrams that occurred before in the same summary. */
function repetition(text: string): number {
  const pairs = text.split('\n').flatMap((line) => bigrams(rougeWords(line)));
  return pairs.length === 0 ? 0 : 1 - new Set(pairs).size / pairs.length;
}

/** Whether the line's text is what its spans say, and every span lies in the article. */
function isExact({ text, parts }: SummaryLine, article: string): boolean {
  const isInside = parts.every(({ start, end }) => start >= 0 && start < end && end <= article.length);
  return isInside && parts.length > 0 && renderExcerpt(article, parts) === text;
}

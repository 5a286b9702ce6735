// `npm run train:gloss -- FILE OUT`: gives the articles and questions of a German, Spanish or French question set word by
// word in English, as the reader sees them, so that it can be trained on them. Both are gzipped JSON lines.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { type EnglishWords, glossText } from '../../src/engines/builtin/translation/gloss-text.js';
import type { SetArticle } from './eval/question-set.js';
import { readJsonLines } from './read-json-lines.js';

interface Glossed {
  readonly text: string;
  /** Where a place of the original text is in the English one. */
  moved(offset: number): number;
}

const [file, out] = parseArgs({ allowPositionals: true }).positionals;
if (file === undefined || out === undefined) throw new Error('Give a question set and the file to write.');
const articles = readJsonLines<SetArticle & { readonly language: string }>(file).map(glossArticle);
writeFileSync(out, gzipSync(articles.map((article) => `${JSON.stringify(article)}\n`).join('')));
console.log(`${out}: ${articles.length} articles`);

function glossArticle({ language, ...article }: SetArticle & { readonly language: string }) {
  const inEnglish = (text: string) => gloss(text, language).text;
  const paragraphs = article.paragraphs.map((paragraph) => gloss(paragraph, language));
  return {
    ...article,
    language: 'en',
    title: inEnglish(article.title),
    paragraphs: paragraphs.map(({ text }) => text),
    headings: article.headings?.map(inEnglish),
    questions: article.questions.map((question) => ({
      ...question,
      question: inEnglish(question.question),
      answers: question.answers.flatMap(({ text, paragraph }) => {
        const glossed = paragraphs[paragraph ?? -1];
        const start = article.paragraphs[paragraph ?? -1]?.indexOf(text) ?? -1;
        if (!glossed || start < 0) return [];
        return [
          { text: glossed.text.slice(glossed.moved(start), glossed.moved(start + text.length)), paragraph },
        ];
      }),
    })),
  };
}

function gloss(text: string, language: string): Glossed {
  const words = glossText(text, language);
  const places: { readonly from: EnglishWords; readonly at: number }[] = [];
  let [english, done] = ['', 0];
  for (const word of words) {
    english += text.slice(done, word.start);
    places.push({ from: word, at: english.length });
    english += word.text;
    done = word.end;
  }
  return {
    text: english + text.slice(done),
    moved(offset) {
      const before = places.findLast(({ from }) => from.start <= offset);
      if (!before) return offset;
      const { from, at } = before;
      const end = at + from.text.length;
      return offset < from.end ? at : end + offset - from.end;
    },
  };
}

// Reads sentences to verify: our own set (tests/measure/grounding), and sets of claims labelled by people.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { evidenceText } from '../../../src/core/ask/citation/evidence.js';
import { splitTables } from '../../../src/core/grounding/verifier/table/rows.js';
import { type Article, canonicalText } from '../../../src/core/text/article.js';
import { listSentences } from '../../../src/core/text/article-sentences.js';
import type { Evidence } from '../../../src/core/writing-ports.js';
import { readJsonLines } from '../read-json-lines.js';

export interface Case {
  readonly id: string;
  readonly article: Article;
  readonly sentence: string;
  /** Empty for claims that name no evidence. */
  readonly evidence: readonly Evidence[];
  readonly label: 'false' | 'faithful' | 'planted';
  readonly kind: string;
  readonly question?: string | undefined;
}

interface Line {
  readonly id: string;
  readonly article: string;
  readonly sentence: string;
  readonly evidence: readonly string[];
  readonly label: Case['label'];
  readonly kind: string;
  readonly question?: string;
}

/** @param folder with `articles/*.md` and `sentences.jsonl` */
export function readGroundingSet(folder: string): readonly Case[] {
  const articles = new Map(
    readdirSync(join(folder, 'articles')).map((file) => {
      const id = file.replace(/\.md$/, '');
      return [id, readArticle(id, readFileSync(join(folder, 'articles', file), 'utf8'))];
    }),
  );
  return readJsonLines<Line>(join(folder, 'sentences.jsonl')).flatMap((line) => {
    const article = articles.get(line.article);
    if (!article) return [];
    const evidence = line.evidence.flatMap((quote, index) => {
      const start = article.text.indexOf(quote);
      if (start < 0) throw new Error(`${line.id}: the evidence isn't in the article`);
      return [toEvidence(article, start, start + quote.length, index + 1)];
    });
    return [{ ...line, article, evidence }];
  });
}

interface ClaimLine {
  readonly id: string;
  readonly paragraphs: readonly string[];
  readonly claims: readonly { readonly claim: string; readonly label: string }[];
}

/** Claims that people labelled as supported by an article, or not. */
export function readClaimSet(file: string): readonly Case[] {
  return readJsonLines<ClaimLine>(file).flatMap(({ id, paragraphs, claims }) => {
    const article = toArticle(id, '', paragraphs.map(canonicalText).join('\n\n'), 'en');
    return claims.map(({ claim, label }): Case => {
      const isSupported = label.startsWith('support');
      return {
        ...{ id, article, sentence: claim, evidence: [], kind: label },
        label: isSupported ? 'faithful' : 'false',
      };
    });
  });
}

/** All sentences and table rows of an article, as evidence. */
export function allEvidence(article: Article): readonly Evidence[] {
  return splitTables(
    listSentences(article).map(({ start, end }, index) => toEvidence(article, start, end, index + 1)),
  );
}

function readArticle(id: string, raw: string): Article {
  const [, front = '', body = ''] = /^---\n(.*?)\n---\n(.*)$/s.exec(raw) ?? [];
  const { title, language } = parse(front) as { readonly title: string; readonly language: string };
  return toArticle(id, title, canonicalText(body.trim()), language);
}

function toArticle(id: string, title: string, text: string, language: string): Article {
  return { id, library: 'l', title, text, bodyStart: 0, language, digest: id };
}

function toEvidence(article: Article, start: number, end: number, number: number): Evidence {
  const text = evidenceText(article.text.slice(start, end));
  return { number, article, start, end, text, relevance: 0 };
}

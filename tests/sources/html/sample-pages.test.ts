import { describe, expect, it } from 'vitest';
import { listSentences } from '../../../src/core/text/article-sentences.js';
import { decodeHtml } from '../../../src/sources/html/decode-html.js';
import { readPage } from '../../../src/sources/html/read-page.js';
import { headerOf } from '../../measure/extraction/extractors.js';
import { scorePage } from '../../measure/extraction/measure-extraction.js';
import { readSamplePages, type SamplePage } from '../../measure/extraction/page-set.js';

const pages = readSamplePages();
const articles = pages.filter(({ expected }) => expected.refused === undefined);
const others = pages.filter(({ expected }) => expected.refused !== undefined);
const read = ({ bytes, expected }: SamplePage) => readPage(decodeHtml(bytes, headerOf(expected)), expected);
/** A sentence as it may stand in a row, an item or a definition. */
const simplify = (text: string) => text.replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ').toLowerCase();

describe('sample pages', () => {
  it('are at least 40', () => {
    expect(articles.length).toBeGreaterThanOrEqual(40);
    expect(others.length).toBeGreaterThanOrEqual(15);
  });

  it.each(articles.map((page) => [page.name, page] as const))('reads %s', (_name, page) => {
    const { expected } = page;

    const draft = read(page);

    expect.soft(draft.title).toBe(expected.title);
    expect.soft(draft.author).toBe(expected.author);
    expect.soft(draft.published).toBe(expected.published);
    expect.soft(draft.language).toBe(expected.language ?? undefined);
    expect.soft(draft.canonicalUrl ?? expected.canonical).toBe(expected.canonical ?? draft.canonicalUrl);
    expect.soft(draft.nextUrl).toBe(expected.next);
    const body = simplify(draft.text.slice(draft.bodyStart));
    for (const kept of [expected.first, expected.last, ...(expected.keep ?? [])])
      expect.soft(body).toContain(simplify(kept ?? '').trim());
    for (const dropped of expected.drop ?? []) expect.soft(draft.text).not.toContain(dropped);
    expect.soft(scorePage(page, draft).kept).toBeGreaterThan(0.99);
  });

  it.each(articles.map((page) => [page.name, page] as const))('gives %s sentences', (_name, page) => {
    const { title: _title, language = 'en', bodyStart = 0, structure, text } = read(page);

    const sentences = listSentences({ text, language, structure, bodyStart });

    expect(sentences.length).toBeGreaterThan(3);
    for (const { start, end } of structure ?? []) expect(text.slice(start, end).trim()).not.toBe('');
  });

  it.each(others.map((page) => [page.name, page] as const))('refuses %s with the reason', (_name, page) => {
    expect(() => read(page)).toThrow(
      expect.objectContaining({ name: 'AppError', code: page.expected.refused, advice: expect.any(String) }),
    );
  });
});

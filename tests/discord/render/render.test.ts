import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Answer, type Answered, type CheckedClaim, SUMMARY_STYLES } from '../../../src/core/answer.js';
import type { Article } from '../../../src/core/text/article.js';
import { renderAnswer, renderPartialAnswer } from '../../../src/discord/render/answer.js';
import { renderArticle, renderArticleList } from '../../../src/discord/render/article/browse.js';
import { renderClaimCheck } from '../../../src/discord/render/claim-check.js';
import type { Payload } from '../../../src/discord/render/message.js';
import { renderCalmError, renderFault, renderNotice } from '../../../src/discord/render/notice.js';
import { renderResults, renderSources } from '../../../src/discord/render/sources.js';
import { renderSummary } from '../../../src/discord/render/summary.js';
import { hasOpenApi, openApiValidator } from '../../support/openapi.js';
import { expectFits, line, text, textsOf, url } from '../../support/rendering.js';

/** Shrinking a counterexample this long would take minutes. */
fc.configureGlobal({ endOnFailure: true });

const ID = '01234567-89ab-cdef-0123-456789abcdef';

/** Without markers: the core removes them from an answer's sentences. */
const sentence = text.map((value) => value.replace(/\[\d+\]/g, ''));
const citation = (marker: number) =>
  fc.record({
    ...{ marker: fc.constant(marker), articleId: fc.constantFrom('a', 'b', 'c'), title: line, url },
    ...{ start: fc.constant(0), end: fc.nat(), quote: text },
  });
const answered = fc.integer({ min: 1, max: 12 }).chain((count) =>
  fc
    .record({
      citations: fc.tuple(...Array.from({ length: count }, (_, index) => citation(index + 1))),
      sentences: fc.array(sentence, { minLength: count, maxLength: count }),
      engine: fc.constantFrom('builtin', 'openai:some_model*'),
      confidence: fc.double({ min: 0, max: 1, noNaN: true }),
    })
    .map(({ citations, sentences, engine, confidence }): Answer & { kind: 'answered' } => ({
      kind: 'answered',
      ...{ citations, engine, confidence },
      text: sentences.map((sentence, index) => `${sentence} [${index + 1}]`).join(' '),
    })),
);
const summarized = fc
  .record({
    answer: answered,
    style: fc.constantFrom(...SUMMARY_STYLES),
    label: fc.option(line, { nil: undefined }),
  })
  .map(
    ({ answer, style, label }): Answered => ({
      ...answer,
      summary: {
        ...{ style, length: 'medium' },
        lines: answer.citations.map(({ marker, articleId, title, quote }) => ({
          ...{ text: quote, label, articleId, title, markers: [marker], parts: [] },
        })),
      },
    }),
  );
const refused = fc.record({
  kind: fc.constant('not-in-article' as const),
  engine: fc.constant('builtin'),
  confidence: fc.double({ min: 0, max: 1, noNaN: true }),
  closest: fc.array(
    fc.record({
      ...{ articleId: fc.constant('a'), title: line, start: fc.nat(), end: fc.nat(), text, url },
      similarity: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
    { maxLength: 3 },
  ),
});
const article: fc.Arbitrary<Article> = fc.record({
  ...{ id: fc.constant('0123456789abcdef'), library: fc.constant('x'), title: line, text, url },
  ...{ bodyStart: fc.constant(0), language: fc.constantFrom('en', 'und'), digest: fc.constant('d') },
  ...{ author: fc.option(text, { nil: undefined }), published: fc.option(line, { nil: undefined }) },
});

describe('rendering', () => {
  it('keeps any answer within the limits, and shows all of its text', () => {
    fc.assert(
      fc.property(answered, line, fc.boolean(), (answer, question, isPrivate) => {
        const view = renderAnswer(answer, { id: ID, question, isPrivate });

        for (const payload of view) expectFits(payload);
        expectShows(view, answer.text.replaceAll(/\[\d+\]/g, ''));
      }),
      { numRuns: 150 },
    );
  });

  it('shows the answer phrase in bold inside its sentence', () => {
    const quote = 'The work costs 4.5 million crowns_ at most.';
    const cited = { marker: 1, articleId: 'a', title: 'T', quote, start: 100, end: 100 + quote.length };
    const highlight = { start: 115, end: 133 };
    const answer: Answer = {
      ...{ kind: 'answered', text: `${quote} [1]`, confidence: 1, engine: 'builtin' },
      citations: [{ ...cited, highlight }],
    };

    const [payload] = renderAnswer(answer, { id: ID, isPrivate: false });

    expect(textsOf(payload.components[0])[0]).toBe(
      'The work costs **4.5 million crowns**\\_ at most. \\[1\\]',
    );
  });

  it('keeps any summary, partial answer and refusal within the limits', () => {
    fc.assert(
      fc.property(answered, summarized, refused, line, (answer, summary, refusal, question) => {
        const views = [
          renderSummary(summary, { id: ID, isPrivate: true, canPost: true }),
          [renderPartialAnswer(answer)],
          renderAnswer(refusal, { id: ID, question, isPrivate: true }),
        ];

        for (const payload of views.flat()) expectFits(payload);
      }),
      { numRuns: 100 },
    );
  });

  it('keeps any page of sources within the limits, and shows every quote completely', () => {
    fc.assert(
      fc.property(
        fc.oneof(answered, refused),
        fc.integer({ min: -3, max: 60 }),
        article,
        (answer, page, found) => {
          const stored = { id: ID, library: 'x', question: 'q', createdAt: '', answer };

          expectFits(renderSources(stored, page, () => ({ article: found, isCurrent: true })));

          const pages = pagesOf((at) => renderSources(stored, at, () => undefined));
          const quotes = answer.kind === 'answered' ? answer.citations.map(({ quote }) => quote) : [];
          for (const quote of quotes) expectShows(pages, quote, (block) => block.startsWith('> '));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('keeps any article and any list of articles within the limits', () => {
    fc.assert(
      fc.property(
        article,
        fc.array(line, { maxLength: 5 }),
        fc.integer({ min: -1, max: 30 }),
        (one, questions, page) => {
          const pages = pagesOf((at) => renderArticle(one, at, questions));

          for (const payload of pages) expectFits(payload);
          expectShows(pages, one.text, (block) => !/^(?:###|-#|Try asking:)(?: |$)/.test(block));
          expectFits(
            renderArticleList(
              Array.from({ length: 35 }, () => one),
              page,
            ),
          );
        },
      ),
      { numRuns: 60 },
    );
  });

  it('keeps the page buttons, however long title, URL, author and quote are', () => {
    const [title, url] = ['['.repeat(200), `https://x.example/${'y'.repeat(480)}`];
    const quote = 'word_ '.repeat(1_000).trim();
    const long: Article = {
      ...{
        id: 'a',
        library: 'x',
        title,
        url,
        text: `${'before '.repeat(200)}${quote}${' after'.repeat(200)}`,
      },
      ...{
        bodyStart: 0,
        language: 'en',
        digest: 'd',
        author: 'a'.repeat(3_000),
        published: 'p'.repeat(3_000),
      },
    };
    const start = long.text.indexOf(quote);
    const citation = { marker: 1, articleId: 'a', title, url, start, end: start + quote.length, quote };
    const closest = { articleId: 'a', title, url, start: 0, end: 9, text: quote, similarity: 1 };
    const base = { confidence: 1, engine: 'builtin' };
    const answers: Answer[] = [
      { kind: 'answered', text: 'It is so. [1]', citations: [citation], ...base },
      { kind: 'not-in-article', closest: [closest], ...base },
    ];

    for (const answer of answers) {
      const stored = { id: ID, library: 'x', question: 'q', createdAt: '', answer };
      const pages = pagesOf((at) => renderSources(stored, at, () => ({ article: long, isCurrent: true })));
      for (const payload of pages) expect(JSON.stringify(payload)).toContain('"label":"Back"');
    }
  });

  it('names the page of a quote from a paged document', () => {
    const citation = {
      marker: 1,
      articleId: 'a',
      title: 'The report',
      start: 0,
      end: 10,
      quote: 'It rained.',
    };
    const show = (page: string) => {
      const answer: Answer = {
        ...{ kind: 'answered', text: 'It rained. [1]', confidence: 1, engine: 'builtin' },
        citations: [{ ...citation, page }],
      };
      const stored = { id: ID, library: 'x', question: 'q', createdAt: '', answer };
      return JSON.stringify(renderSources(stored, 0, () => undefined));
    };

    expect(show('12')).toContain('-# The report · p. 12');
    expect(show('12–13')).toContain('-# The report · pp. 12–13');
  });

  it('shows the first page if a button names no valid page', () => {
    const closest = {
      articleId: 'a',
      title: 'A',
      start: 0,
      end: 9,
      text: 'word '.repeat(2_000),
      similarity: 1,
    };
    const answer: Answer = { kind: 'not-in-article', closest: [closest], confidence: 0, engine: 'builtin' };
    const stored = { id: ID, library: 'x', question: 'q', createdAt: '', answer };

    for (const page of [Number.NaN, 0.5, -1])
      expect(renderSources(stored, page, () => undefined)).toEqual(renderSources(stored, 0, () => undefined));
  });

  it('shows a search result in its paragraph, without the heading above it', () => {
    const before = 'The bridge is old. ';
    const sentence = 'It closes in March.';
    const text = `Old Mill Bridge\n\n${before}${sentence} A ferry runs.\n\nBuses are late.`;
    const start = text.indexOf(sentence);
    const result = {
      ...{ articleId: 'a', title: 'News', start: 0, end: text.length, similarity: 1, text },
      sentence: { start, end: start + sentence.length, text: sentence },
    };

    const shown = JSON.stringify(renderResults('bridge', Object.assign([result], { total: 1 })));

    expect(shown).toContain('> The bridge is old. **It closes in March.** A ferry runs.');
    expect(shown).not.toContain('Buses');
  });

  it('keeps any search results, notices and errors within the limits', () => {
    const result = fc
      .record({ text, before: text, after: text, title: line, url })
      .map(({ text: sentence, before, after, title, url: link }) => ({
        ...{ articleId: 'a', title, start: 5, end: 5, similarity: 1, url: link },
        text: before + sentence + after,
        sentence: { start: 5 + before.length, end: 5, text: sentence },
      }));
    fc.assert(
      fc.property(line, fc.array(result, { maxLength: 10 }), text, (query, results, error) => {
        for (const payload of renderResults(query, Object.assign([...results], { total: 99 })))
          expectFits(payload);
        for (const payload of renderFault(error, 'ab12')) expectFits(payload);
        for (const payload of renderCalmError(error)) expectFits(payload);
        for (const payload of renderNotice(error || '-')) expectFits(payload);
      }),
      { numRuns: 60 },
    );
  });

  it.skipIf(!hasOpenApi)("validates against Discord's published API description", () => {
    const problemsOfNew = openApiValidator('MessageCreateRequest');
    const problemsOfEdit = openApiValidator('MessageEditRequestPartial');
    fc.assert(
      fc.property(fc.oneof(answered, refused), article, (answer, one) => {
        const stored = { id: ID, library: 'x', question: 'q', createdAt: '', answer };
        const views = [
          ...renderAnswer(answer, { id: ID, question: 'q', isPrivate: true }),
          renderSources(stored, 1, () => ({ article: one, isCurrent: false })),
          renderArticle(one, 0, ['Who?']),
        ];

        for (const { allowedMentions, ...payload } of views) {
          const sent = { ...payload, allowed_mentions: { parse: allowedMentions.parse } };
          expect(problemsOfNew(sent)).toEqual([]);
          expect(problemsOfEdit(sent)).toEqual([]);
        }
      }),
      { numRuns: 40 },
    );
  });
});

/** Within Discord's limits, valid for discord.js, and without mentions. */
/** Every page, until the last one repeats. */
function pagesOf(render: (page: number) => Payload): readonly Payload[] {
  const pages = [render(0)];
  for (let at = 1; at < 200; at += 1) {
    const page = render(at);
    if (JSON.stringify(page) === JSON.stringify(pages.at(-1))) return pages;
    pages.push(page);
  }
  throw new Error('the pages do not end');
}

/** Compares all characters except whitespace, in order, across messages and pages. `isPart` picks the blocks to read. */
function expectShows(
  payloads: readonly Payload[],
  expected: string,
  isPart = (_block: string) => true,
): void {
  const blocks = payloads.flatMap((payload) => textsOf(payload.components[0])).filter(isPart);
  const shown = blocks.map((block) => unmark(block)).join('');
  expect(shown.includes(expected.replace(/[\s*>]/gu, ''))).toBe(true);
}

/** What a reader sees, without whitespace: no markers, no markup, and escaped characters as they were written. */
function unmark(markdown: string): string {
  return markdown
    .replace(/\[\[\d+\]\]\(https?:\/\/[^\s)]*\)|\\\[\d+\\\]/gu, '')
    .replace(/\\([^\p{L}\p{N}\s])/gu, '$1')
    .replace(/[\s*>]/gu, '');
}

describe('what the check did', () => {
  const span = { articleId: 'a', title: 'Harbour', start: 0, end: 20 };
  const quote = 'The work costs 4 crowns and 14 pence.';
  const citation = { ...span, marker: 1, quote };
  const options = { id: ID, isPrivate: false };
  const claim = { claim: 'The work costs 9 crowns and 14 pence.', start: 0, end: 37 };
  const check = (of: Partial<CheckedClaim>) =>
    JSON.stringify(
      renderClaimCheck(
        {
          kind: 'checked',
          engine: 'builtin',
          claims: [{ ...claim, verdict: 'unconfirmed', citations: [], closest: [], ...of }],
        },
        options,
      ),
    );

  it('says how many sentences of a model were replaced', () => {
    const answer = { kind: 'answered', text: `${quote} [1]`, citations: [citation], confidence: 1 } as const;
    const rendered = (replaced?: number) =>
      JSON.stringify(renderAnswer({ ...answer, engine: 'openai:test', replaced }, options));

    expect(rendered(2)).toContain('2 sentences are quoted');
    expect(rendered(1)).toContain('One sentence is quoted');
    expect(rendered()).not.toContain('quoted, because');
  });

  it('puts the words that differ in bold, in the claim and in the article', () => {
    const rendered = check({
      ...{ verdict: 'says-otherwise', citations: [citation], difference: { claim: '9', quote: '4' } },
    });

    expect(rendered).toContain('costs **9** crowns');
    expect(rendered).toContain('costs **4** crowns and 14 pence');
  });

  it('quotes the closest sentence without a verdict', () => {
    const rendered = check({ closest: [{ ...span, text: quote, similarity: 0.4 }] });

    expect(rendered).toContain('Closest in the article');
    expect(rendered).not.toMatch(/doesn't say|✓|✗/);
  });

  it('shows a check that an earlier version stored', () => {
    const stored = {
      verdict: 'does-not-say' as 'unconfirmed',
      closest: [{ ...span, text: quote, similarity: 0.4 }],
    };

    expect(check(stored)).toContain('Closest in the article');
  });
});

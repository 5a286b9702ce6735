import { describe, expect, it, onTestFinished } from 'vitest';
import type { Assistant } from '../../../src/core/assistant.js';
import { createAssistant } from '../../../src/core/create-assistant.js';
import type { ClaimChecker } from '../../../src/core/writing-ports.js';
import { createBuiltinEngine } from '../../../src/engines/builtin/engine.js';
import { openStore } from '../../../src/store/open.js';
import { HARBOUR } from '../../support/small-article.js';
import { temporaryFolder } from '../../support/temporary.js';

async function harbour(claimChecker?: ClaimChecker): Promise<Assistant> {
  const engine = { ...createBuiltinEngine(), claimChecker };
  const { embedder, analyzer } = engine;
  const store = await openStore({ dataDir: temporaryFolder(), embedder, analyzer });
  onTestFinished(() => store.close());
  const clock = { now: () => new Date(0) };
  const assistant = createAssistant({ engine, store, index: store, clock });
  await assistant.addArticle({ library: 'town', ...HARBOUR });
  return assistant;
}

const checkerReturning = (...verdicts: Awaited<ReturnType<ClaimChecker['check']>>): ClaimChecker => ({
  name: 'test-model',
  check: async () => verdicts,
});

describe('check', () => {
  it.each([
    [
      'The city council said on Monday that the old harbour of Brannock will close on March 3, 2031.',
      'says-so',
      'will close on 3 March 2031',
    ],
    ['The work is expected to cost 4,500,000 crowns.', 'says-so', '4.5 million crowns'],
    ['The council chose the firm Delmar & Sons because its offer was cheapest.', 'says-so', 'Delmar'],
    [
      'The old harbour of Brannock will close on 9 May 2031 for repairs, the city council said on Monday.',
      'says-otherwise',
      '3 March 2031',
    ],
    ['The work is expected to cost 9.5 million crowns.', 'says-otherwise', '4.5 million crowns'],
    [
      'The council chose the firm Corvan & Sons because its offer was the cheapest.',
      'says-otherwise',
      'Delmar',
    ],
    [
      'The old harbour of Brannock will not close on 3 March 2031 for repairs, the city council said.',
      'says-otherwise',
      '3 March 2031',
    ],
  ])('“%s”: %s', async (message, verdict, quoted) => {
    const assistant = await harbour();

    const { claims } = await assistant.check(message, { library: 'town' });

    expect(claims).toMatchObject([{ claim: message, verdict, closest: [] }]);
    expect(claims[0]?.citations[0]?.quote).toContain(quoted);
  });

  it.each([
    'The mayor keeps three dogs and a parrot.',
    'The old harbour of Brannock will close on 3 March 2031 for repairs.',
    'The harbour festival of Querrin was a great success.',
    'Brannock won the football match against Querrin.',
  ])('“%s”: no verdict, with the closest sentences', async (message) => {
    const assistant = await harbour();

    const { claims } = await assistant.check(message, { library: 'town' });

    expect(claims).toMatchObject([{ claim: message, verdict: 'unconfirmed', citations: [] }]);
    for (const { start, end, text, articleId } of claims[0]?.closest ?? []) {
      expect(assistant.getArticle(articleId, { library: 'town' })?.text.slice(start, end)).toBe(text);
    }
  });

  it('splits a message into claims, without greetings and questions', async () => {
    const assistant = await harbour();
    const message =
      'Hi all! The work is expected to last nineteen weeks. Why so long? Tomas Reyle leads the bakers.';

    const { claims, engine } = await assistant.check(message, { library: 'town' });

    expect(engine).toBe('builtin');
    expect(claims.map(({ claim }) => claim)).toEqual([
      'The work is expected to last nineteen weeks.',
      'Tomas Reyle leads the bakers.',
    ]);
    for (const { start, end, claim } of claims) expect(message.slice(start, end)).toBe(claim);
  });

  it.each(['', '   ', 'Hello!', 'Why?', '😀', '<@123> <#456>'])('finds no claim in “%s”', async (message) => {
    const assistant = await harbour();

    expect((await assistant.check(message, { library: 'town' })).claims).toEqual([]);
  });

  it('numbers citations across all claims, and cites exact spans', async () => {
    const assistant = await harbour();
    const message =
      'The work is expected to last 19 weeks. The work is expected to cost 9.5 million crowns. The council chose the firm Delmar & Sons.';

    const { claims } = await assistant.check(message, { library: 'town' });

    const citations = claims.flatMap((claim) => claim.citations);
    expect(citations.map(({ marker }) => marker)).toEqual([1, 1, 2]);
    for (const { articleId, start, end, quote } of citations) {
      expect(assistant.getArticle(articleId, { library: 'town' })?.text.slice(start, end)).toBe(quote);
    }
  });

  it('reads a message with Markdown and markers as text', async () => {
    const assistant = await harbour();
    const message =
      '**Fishermen** will use the northern pier until the harbour opens again. [[2]](https://example.org/a)';

    const { claims } = await assistant.check(message, { library: 'town' });

    expect(claims).toMatchObject([{ verdict: 'says-so' }]);
  });

  it('stores the result for its own library only', async () => {
    const assistant = await harbour();

    const { id, ...checked } = await assistant.check('The work lasts nineteen weeks.', { library: 'town' });

    expect(assistant.findAnswer(id, { library: 'town' })?.answer).toEqual(checked);
    expect(assistant.findAnswer(id, { library: 'other' })).toBeUndefined();
  });

  it('stops when its signal is aborted', async () => {
    const assistant = await harbour();

    const checking = assistant.check('The work lasts nineteen weeks.', {
      ...{ library: 'town', signal: AbortSignal.abort(new Error('stopped')) },
    });

    await expect(checking).rejects.toThrow('stopped');
  });
});

describe('check with a claim checker', () => {
  const message = 'The mayor spoke of a painful step. The work is expected to cost 9 million crowns.';
  const painful = 'The mayor spoke of a painful step.';
  const costs = 'The work is expected to cost 9 million crowns.';

  /** Cites the sentence that contains the words. */
  const checkerFor = (claim: string, verdict: 'says-so' | 'says-otherwise', words: string): ClaimChecker => ({
    name: 'test-model',
    check: async (_message, evidence) => {
      const number = evidence.find(({ text }) => text.includes(words))?.number ?? 0;
      return [{ claim, verdict, evidence: [number] }];
    },
  });

  it('shows a verdict that the evidence confirms', async () => {
    const assistant = await harbour(checkerFor(costs, 'says-otherwise', '4.5 million'));

    const { claims, engine } = await assistant.check(message, { library: 'town' });

    expect(engine).toBe('test-model');
    expect(claims).toMatchObject([{ claim: costs, verdict: 'says-otherwise' }]);
    expect(claims[0]?.citations[0]?.quote).toContain('4.5 million');
    expect(claims[0]?.difference).toEqual({ claim: '9 million', quote: '4.5 million' });
  });

  it('confirms nothing for a model that says yes to everything', async () => {
    const assistant = await harbour(checkerFor(painful, 'says-so', 'painful'));

    const { claims } = await assistant.check(message, { library: 'town' });

    expect(claims).toMatchObject([{ claim: painful, verdict: 'unconfirmed' }]);
  });

  it.each([
    ['says-so for an unrelated sentence', checkerFor(painful, 'says-so', 'small boats')],
    ['says-otherwise without evidence', checkerFor(painful, 'says-otherwise', 'no such words')],
    ['says-otherwise for an unrelated sentence', checkerFor(painful, 'says-otherwise', 'Fishermen')],
  ])('does not show %s', async (_what, checker) => {
    const assistant = await harbour(checker);

    const { claims } = await assistant.check(message, { library: 'town' });

    expect(claims).toMatchObject([{ verdict: 'unconfirmed', citations: [] }]);
  });

  it('falls back to the rules if the claim checker invents claims', async () => {
    const assistant = await harbour(
      checkerReturning({ claim: 'The mayor is a thief.', verdict: 'says-so', evidence: [1] }),
    );

    const { claims, engine } = await assistant.check(message, { library: 'town' });

    expect(engine).toBe('builtin');
    expect(claims.map(({ claim }) => claim)).toEqual([painful, costs]);
  });

  it('falls back to the rules if the claim checker fails', async () => {
    const assistant = await harbour({
      name: 'test-model',
      check: async () => {
        throw new Error('no such model');
      },
    });

    const { claims, engine } = await assistant.check(HARBOUR.text.split('\n')[0] ?? '', { library: 'town' });

    expect(engine).toBe('builtin');
    expect(claims[0]?.verdict).toBe('says-so');
  });
});

import { describe, expect, it, onTestFinished } from 'vitest';
import {
  type ConversationOptions,
  readConversation,
} from '../../../../src/core/ask/follow-up/conversation-history.js';
import type { StoredAnswer } from '../../../../src/core/store-ports.js';
import { createBuiltinEngine } from '../../../../src/engines/builtin/engine.js';
import { openStore } from '../../../../src/store/open.js';
import { HARBOUR } from '../../../support/small-article.js';
import { openTestApp, temporaryFolder } from '../../../support/temporary.js';

const NOW = new Date('2031-03-03T10:00:00Z');
const HOUR_MS = 60 * 60 * 1_000;
const TOWN: ConversationOptions = { library: 'town' };

/** Stores a chain of answers, one per hour, the last one an hour ago. */
async function openChain(length: number, change: (answer: StoredAnswer) => StoredAnswer = (same) => same) {
  const { embedder, analyzer } = createBuiltinEngine();
  const store = await openStore({ dataDir: temporaryFolder(), embedder, analyzer });
  onTestFinished(() => store.close());
  for (let index = 0; index < length; index += 1) {
    const stored: StoredAnswer = {
      id: `answer-${index}`,
      library: 'town',
      question: `Question ${index}?`,
      answer: {
        kind: 'answered',
        text: `Answer ${index}. [1]`,
        citations: [],
        confidence: 1,
        engine: 'builtin',
      },
      createdAt: new Date(NOW.getTime() - (length - index) * HOUR_MS).toISOString(),
      ...(index > 0 && { previousId: `answer-${index - 1}` }),
    };
    store.putAnswer(change(stored));
  }
  return (options: ConversationOptions, from = length - 1) =>
    readConversation(`answer-${from}`, options, store, NOW).map(({ question }) => question);
}

describe('conversation history', () => {
  it('continues after a restart, so that a follow-up is resolved with the previous turn', async () => {
    const dataDir = temporaryFolder();
    const before = await openTestApp({ dataDir });
    await before.assistant.addArticle({ library: 'town', ...HARBOUR });
    const first = await before.assistant.ask('Who is Tomas Reyle?', { library: 'town', userId: 'ann' });
    await before.close();

    const { assistant } = await openTestApp({ dataDir });
    const second = await assistant.ask('What does he doubt?', {
      library: 'town',
      previousAnswerId: first.id,
    });

    expect(second.kind === 'answered' && second.text).toContain('Tomas Reyle');
    expect(assistant.conversation(second.id, TOWN)).toMatchObject([
      { question: 'Who is Tomas Reyle?', answer: first.kind === 'answered' ? first.text : '' },
      { question: 'What does he doubt?', answer: second.kind === 'answered' ? second.text : '' },
    ]);
    expect(assistant.findAnswer(first.id, TOWN)).toMatchObject({ userId: 'ann' });
    expect(assistant.findAnswer(second.id, TOWN)).toMatchObject({ previousId: first.id });
  });

  it('returns the requested number of turns, oldest first', async () => {
    const read = await openChain(6);

    expect(read({ ...TOWN, maxTurns: 2 })).toEqual(['Question 4?', 'Question 5?']);
    expect(read(TOWN)).toHaveLength(4);
    expect(read(TOWN, 0)).toEqual(['Question 0?']);
  });

  it('ignores answers that are too old', async () => {
    const read = await openChain(6);

    expect(read({ ...TOWN, maxAgeMs: 2 * HOUR_MS })).toEqual(['Question 4?', 'Question 5?']);
    expect(read({ ...TOWN, maxAgeMs: HOUR_MS - 1 })).toEqual([]);
  });

  it('never includes answers of another library', async () => {
    const read = await openChain(3, (answer) =>
      answer.id === 'answer-1' ? { ...answer, library: 'school' } : answer,
    );

    expect(read(TOWN)).toEqual(['Question 2?']);
    expect(read(TOWN, 1)).toEqual([]);
    expect(read({ library: 'school' }, 1)).toEqual(['Question 1?']);
  });

  it('ends at a deleted answer, and does not loop forever', async () => {
    const broken = await openChain(2, (answer) => ({ ...answer, previousId: 'deleted' }));
    const looped = await openChain(2, (answer) => ({ ...answer, previousId: 'answer-1' }));

    expect(broken(TOWN)).toEqual(['Question 1?']);
    expect(looped(TOWN)).toHaveLength(4);
    expect(broken(TOWN, 9)).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { splitIntoSentences } from '../../../src/core/text/split-sentences.js';
import type { Evidence } from '../../../src/core/writing-ports.js';
import { createWriter } from '../../../src/engines/builtin/writing/writer.js';

/**
 * Sentences of one article. Those that contain a key of `likely` get its relevance, all others almost none.
 */
function evidenceOf(text: string, likely: Readonly<Record<string, number>>): readonly Evidence[] {
  const article = { id: 'a', library: 'town', title: 'A', text, bodyStart: 0, language: 'en', digest: 'd' };
  return splitIntoSentences(text, 'en').map(({ start, end }, index) => {
    const sentence = text.slice(start, end);
    const relevance = Object.entries(likely).find(([part]) => sentence.includes(part))?.[1] ?? 0.001;
    return { number: index + 1, article, start, end, text: sentence, relevance };
  });
}

async function write(question: string, evidence: readonly Evidence[], confidence = 1): Promise<string> {
  let written = '';
  for await (const piece of createWriter().write({ text: question, language: 'en' }, evidence, {
    confidence,
  }))
    written += piece;
  return written.trim();
}

describe('built-in writer', () => {
  it('quotes only the sentence that answers', async () => {
    const evidence = evidenceOf('The pier opened in May. The mayor wept. Boats left at noon.', { pier: 0.9 });

    expect(await write('When did the pier open?', evidence)).toBe('The pier opened in May. [1]');
  });

  it('adds the previous sentence if a pronoun refers to it', async () => {
    const text = 'Ines Calloway spoke first. She opened the pier in May. Boats left at noon.';

    const answer = await write('Who opened the pier?', evidenceOf(text, { 'She opened': 0.9 }));

    expect(answer).toBe('Ines Calloway spoke first. [1]\nShe opened the pier in May. [2]');
  });

  it('leaves out what somebody says where a pronoun refers to a person', async () => {
    const text = '“A little.” She opened the pier in May. Boats left at noon.';

    expect(await write('Will she open the pier again?', evidenceOf(text, { 'She opened': 0.9 }))).toBe(
      'She opened the pier in May. [2]',
    );
  });

  it.each([
    ['leaves out a neighbour that is much less likely', 0.9, 'Boats left from the pier at noon. [1]'],
    [
      'adds a neighbour that is nearly as likely',
      0.4,
      'Boats left from the pier at noon. [1]\nThe captain wore a green coat. [2]',
    ],
  ])('%s', async (_case, best, written) => {
    const text = 'Boats left from the pier at noon. The captain wore a green coat. Nobody wept.';
    const evidence = evidenceOf(text, { Boats: best, captain: 0.2 });

    expect(await write('When did the captain leave from the pier?', evidence)).toBe(written);
  });

  it('leaves out a neighbour where the reader is certain of the answer', async () => {
    const text = 'Boats left from the pier at noon. The captain wore a green coat. Nobody wept.';
    const [boats, ...others] = evidenceOf(text, { Boats: 0.4, captain: 0.2 });
    const certain = boats ? [{ ...boats, phrase: { start: 25, end: 32 } }] : [];

    expect(await write('When did the captain leave from the pier?', [...certain, ...others])).toBe(
      'Boats left from the pier at noon. [1]',
    );
  });

  it('adds the next sentence to one of a single word', async () => {
    const text = 'Yes. Bring your own mug to the pier. Boats left at noon.';

    expect(await write('Is there tea?', evidenceOf(text, { Yes: 0.9 }))).toBe(
      'Yes. [1]\nBring your own mug to the pier. [2]',
    );
  });

  it('adds the next sentence if this one is half of a rule without it', async () => {
    const text = 'The first twenty minutes are free. After that, each hour costs £3. Boats left at noon.';

    expect(await write('What if I am late?', evidenceOf(text, { 'are free': 0.9 }))).toBe(
      'The first twenty minutes are free. [1]\nAfter that, each hour costs £3. [2]',
    );
  });

  it('adds no next sentence that starts with such a word and goes on with another paragraph', async () => {
    const text = 'The first twenty minutes are free.\n\nOtherwise little has changed.';

    expect(await write('What if I am late?', evidenceOf(text, { 'are free': 0.9 }))).toBe(
      'The first twenty minutes are free. [1]',
    );
  });

  it('adds the next sentence if it gives the cause', async () => {
    const text = 'The pier was closed in May. This was because a storm had broken it. Boats left at noon.';

    const answer = await write('Why was the pier closed?', evidenceOf(text, { 'pier was closed': 0.9 }));

    expect(answer).toContain('a storm had broken it. [2]');
    expect(answer).not.toContain('noon');
  });

  it('quotes a whole list together with its introduction', async () => {
    const text = 'The mayor named three boats:\n\n- Anna\n- Berta\n- Clara\n\nThey left at noon.';

    const answer = await write('Which boats did the mayor name?', evidenceOf(text, { mayor: 0.9 }));

    for (const boat of ['Anna', 'Berta', 'Clara']) expect(answer).toContain(boat);
    expect(answer).not.toContain('noon');
  });

  it('quotes the steps of a numbered list to someone who asks how', async () => {
    const text =
      'The lock needs care. How to open the lock:\n\n1. Turn the key.\n2. Lift the bar.\n\nBoats wait.';

    const answer = await write('How do I open the lock?', evidenceOf(text, { 'needs care': 0.5 }));

    expect(answer).toContain('Turn the key.');
    expect(answer).toContain('Lift the bar.');
    expect(answer).not.toContain('Boats');
  });

  it('quotes as many sentences as the one before them announces', async () => {
    const text = 'The mayor sees two risks. The pier may sink. Boats may drift. She left at noon.';

    const answer = await write('What risks are there?', evidenceOf(text, { 'pier may': 0.9 }));

    expect(answer).toContain('two risks. [1]\nThe pier may sink. [2]\nBoats may drift. [3]');
    expect(answer).not.toContain('noon');
  });

  it.each([
    [
      'reasons that are announced',
      'Why was the pond closed?',
      'The pond was closed in June for two reasons. First, a child fell in. Second, the liner leaked. Boats left.',
      'pond was closed',
      ['two reasons', 'a child fell in', 'the liner leaked'],
    ],
    [
      'a topic sentence with its paragraph',
      'What happens next?',
      'What happens next is less clear. Witnesses are heard in May. Then the minister decides.\n\nBoats left.',
      'less clear',
      ['less clear', 'Witnesses', 'minister'],
    ],
    [
      'prices that repeat a pattern',
      'What do people pay?',
      'The pool is old.\n\nGrown people pay £6. Young people pay £3. Old people pay £2.\n\nBoats left.',
      'Grown',
      ['£6', '£3', '£2'],
    ],
  ])('quotes %s', async (_kind, question, text, likely, parts) => {
    const answer = await write(question, evidenceOf(text, { [likely]: 0.9 }));

    for (const part of parts) expect(answer).toContain(part);
    expect(answer).not.toContain('Boats');
  });

  it('quotes one of several prices to someone who asks for it', async () => {
    const text = 'Adults pay £6. Students pay £3. Children pay £2.';

    const answer = await write('What do students pay?', evidenceOf(text, { Students: 0.9 }));

    expect(answer).toBe('Students pay £3. [2]');
  });

  it('doesn’t take the English “was” for a German question word', async () => {
    const text = 'The pool flooded. The pool flooded in May. The pool was dry in June.';

    const answer = await write('Was the pool dry?', evidenceOf(text, { 'was dry': 0.9 }));

    expect(answer).toBe('The pool was dry in June. [3]');
  });

  it('doesn’t take a duration for an announcement', async () => {
    const text = 'The trip lasted four months. Boats left at noon. The mayor wept.';

    const answer = await write('How long did the trip last?', evidenceOf(text, { trip: 0.9 }));

    expect(answer).toBe('The trip lasted four months. [1]');
  });

  it.each(['Is a boat dearer than a bike?', 'boat vs bike', 'What is cheaper, a boat or a bike?'])(
    'quotes both sides of a comparison: %s',
    async (question) => {
      const text = 'A boat costs £9. The pier is long. A bike costs £4. Boats left at noon.';

      const answer = await write(question, evidenceOf(text, { 'A boat': 0.9, 'A bike': 0.3 }));

      expect(answer).toBe('A boat costs £9. [1]\nA bike costs £4. [3]');
    },
  );

  it('quotes one sentence if it has both sides of a comparison', async () => {
    const text = 'A boat costs more than a bike. A bike costs £4.';

    const answer = await write('Is a boat dearer than a bike?', evidenceOf(text, { 'A boat': 0.9 }));

    expect(answer).toBe('A boat costs more than a bike. [1]');
  });

  it('doesn’t quote duplicates', async () => {
    const text = 'The pier opened in May. Nobody came. The pier opened in May, early.';

    const answer = await write('When did the pier open in May early?', evidenceOf(text, { 'The pier': 0.9 }));

    expect(answer.split('\n')).toHaveLength(1);
  });

  it('declines to answer at low confidence', async () => {
    const evidence = evidenceOf('The pier opened in May.', { pier: 0.9 });

    expect(await write('Who built the church?', evidence, 0)).toBe('NOT_IN_ARTICLE');
  });
});

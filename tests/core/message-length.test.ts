import { describe, expect, it } from 'vitest';
import { HARBOUR } from '../support/small-article.js';
import { openTestApp } from '../support/temporary.js';

const LIBRARY = { library: 'town' };
const LINES = 40_000;

async function open() {
  const { assistant } = await openTestApp();
  await assistant.addArticle({ ...LIBRARY, ...HARBOUR });
  return assistant;
}

describe('a message that is absurdly long', () => {
  it.each([
    ['questions', 'Who is the mayor?\n'.repeat(LINES)],
    ['greetings', 'hi\n'.repeat(LINES)],
    ['blank lines', `${'\n'.repeat(LINES)}Who is the mayor?`],
    ['spaces', `Who${' '.repeat(LINES)}is the mayor?`],
    ['one word', 'a'.repeat(LINES)],
  ])('is refused: %s', async (_, message) => {
    const assistant = await open();
    const refused = { code: 'core/message-too-long', advice: expect.stringContaining('10,000') };

    await expect(assistant.ask(message, LIBRARY)).rejects.toMatchObject(refused);
    await expect(assistant.search(message, LIBRARY)).rejects.toMatchObject(refused);
    await expect(assistant.findMatchingLibraries(message, LIBRARY)).rejects.toMatchObject(refused);
  });

  it('is checked claim by claim without trouble', async () => {
    const assistant = await open();

    expect(await assistant.check('Ines Calloway is the mayor.\n'.repeat(LINES), LIBRARY)).toMatchObject({
      kind: 'checked',
    });
    expect(assistant.asksForCheck('is this true?\n'.repeat(LINES))).toBe(false);
  });

  it('is answered up to 10,000 characters', async () => {
    const assistant = await open();
    const question = 'Who is the mayor?';
    const openings = 'hi\n'.repeat(3_300);

    for (const message of [`${openings}${question}`, `${' '.repeat(10_000 - question.length)}${question}`])
      expect(await assistant.ask(message, LIBRARY)).toMatchObject({ kind: 'answered' });
  });
});

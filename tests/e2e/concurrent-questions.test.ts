// Many people at once: every question is acknowledged before the bot works on any, and answered.
import { expect, it } from 'vitest';
import { DEFAULT_SEED } from '../../src/sandbox/world/seed.js';
import type { WorldEvent } from '../../src/sandbox/world/types.js';
import { IDS, openWholeBot, textOf } from '../support/discord.js';
import { stopTime } from '../support/stop-time.js';

const QUESTIONS = 200;
const EXPECTED_ANSWERS = [
  ['When will the harbour close?', '3 March 2031'],
  ['How much is the work expected to cost?', '4.5 million crowns'],
  ['What does the union leader Tomas Reyle doubt?', 'doubts the plan'],
  ['Why did the council choose the firm Delmar & Sons?', 'its offer was the cheapest'],
] as const;

it(`answers ${QUESTIONS} questions at once, and acknowledges them first`, async () => {
  const { sandbox } = await openWholeBot({ sandbox: { clock: stopTime() } });
  const events: WorldEvent['kind'][] = [];
  sandbox.world.on(({ kind }) => events.push(kind));
  const people = DEFAULT_SEED.guilds[0]?.memberIds ?? [];
  let settled = 0;
  // One listener for all of them: two hundred would be slower than the bot.
  const answered = sandbox.world.until(
    ({ kind }) => {
      if (kind === 'interaction-answered' || kind === 'interaction-failed') settled += 1;
      return settled === QUESTIONS;
    },
    { timeoutMs: 100_000 },
  );

  const asked = Array.from({ length: QUESTIONS }, (_, index) => {
    const [question, expected] = EXPECTED_ANSWERS[index % EXPECTED_ANSWERS.length] ?? EXPECTED_ANSWERS[0];
    const person = sandbox.as(people[index % people.length] ?? IDS.member);
    return { expected, handle: person.command('ask', { question }, { channelId: IDS.general }) };
  });
  await answered;
  const answers = await Promise.all(
    asked.map(async ({ expected, handle }) => {
      const text = textOf(await handle.reply());
      return { expected, text };
    }),
  );

  expect(answers.filter(({ expected, text }) => !text.replaceAll('**', '').includes(expected))).toEqual([]);
  expect(events.lastIndexOf('interaction-acknowledged')).toBeLessThan(events.indexOf('interaction-answered'));
  expect(sandbox.as(IDS.owner).messages(IDS.general)).toHaveLength(QUESTIONS);
});

// The whole bot in trouble of its own: writers that fail or never end, a store that breaks, replies that are deleted.
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../src/core/errors.js';
import type { Sandbox } from '../../src/sandbox/server.js';
import { DEFAULT_SEED } from '../../src/sandbox/world/seed.js';
import { buttonOf, buttonsOf, connect, forgeButton, IDS, openWholeBot, textOf } from '../support/discord.js';
import { createGate } from '../support/gate.js';
import { createMemoryLog } from '../support/memory-log.js';
import { createStreamingEngine } from '../support/streaming-engine.js';
import { temporaryFolder } from '../support/temporary.js';

const QUESTION = 'When will the harbour close?';
const ANSWER = '3 March 2031';
const here = { channelId: IDS.general };
const ERROR_LEVEL = 50;

describe('a failure ends in a sentence', () => {
  it('where a writer throws, with a reference under which the log has the rest', async () => {
    const engine = createStreamingEngine(() => {
      throw new TypeError('cannot read /srv/footnote/secret.key');
    });
    const { log, lines } = createMemoryLog();
    const { sandbox } = await openWholeBot({ app: { engine }, bot: { log } });

    const text = textOf(await ask(sandbox, { share: 'only-me' }).reply());

    const [failure] = lines.filter(({ level }) => level === ERROR_LEVEL);
    expect(text).toContain('Something went wrong on our side.');
    expect(text).not.toContain('secret');
    expect(text).toContain(`Reference: ${failure?.['reference']}`);
    expect(failure?.['err']).toMatchObject({ message: 'cannot read /srv/footnote/secret.key' });
  });

  it('where the core refuses, in its own words, and without an alarm', async () => {
    const engine = createStreamingEngine(() => {
      throw new AppError({ code: 'core/too-fast', message: 'That was quick.', advice: 'Wait a moment.' });
    });
    const { log, lines } = createMemoryLog();
    const { sandbox } = await openWholeBot({ app: { engine }, bot: { log } });

    const text = textOf(await ask(sandbox).reply());

    expect(text).toContain('That was quick. Wait a moment.');
    expect(lines.filter(({ level }) => level >= ERROR_LEVEL)).toEqual([]);
  });

  it('where an engine cannot be reached, without saying where it is', async () => {
    const engine = createStreamingEngine(() => {
      const message = 'http://10.0.0.7:11434 does not answer.';
      throw new AppError({ code: 'engine/unreachable', message, advice: 'Start it.' });
    });
    const { sandbox } = await openWholeBot({ app: { engine } });

    const text = textOf(await ask(sandbox).reply());

    expect(text).toContain('Something went wrong on our side.');
    expect(text).not.toContain('10.0.0.7');
  });

  it.each([['answers'], ['articles']])('where the store lost its %s, without its files', async (table) => {
    const dataDir = temporaryFolder();
    const { log, lines } = createMemoryLog();
    const { sandbox } = await openWholeBot({ app: { dataDir }, bot: { log } });
    const database = new Database(join(dataDir, 'footnote.db'));
    database.exec(`PRAGMA foreign_keys = OFF; DROP TABLE ${table}`);
    database.close();

    const text = textOf(await ask(sandbox).reply());

    expect(text).toContain('Something went wrong on our side.');
    expect(text).not.toMatch(new RegExp(`${dataDir}|${table}|sqlite`, 'i'));
    expect(lines.filter(({ level }) => level === ERROR_LEVEL)).toHaveLength(1);
  });

  it('where the answer takes longer than there is time', async () => {
    const engine = createStreamingEngine(() => new Promise(() => {}));
    const { sandbox } = await openWholeBot({ app: { engine }, bot: { deadlineMs: 300 } });

    const text = textOf(await ask(sandbox).reply());

    expect(text).toContain('This took too long and was given up.');
    expect(text).toMatch(/Reference: [0-9a-f]{8}/);
  });

  it('where the page of a private view cannot be turned, and the view stays', async () => {
    const { sandbox } = await openWholeBot();
    const member = sandbox.as(IDS.member);
    const summary = await member.command('summary', {}, here).reply();
    const sources = await member.click(summary.message.id, buttonOf(summary, 'sources')).reply();
    forgeButton(sandbox, sources.message.id, buttonsOf(sources).at(-1) ?? '', 'source-page:gone:1');
    const told = sandbox.world.until('message-created');

    member.click(sources.message.id, 'source-page:gone:1');
    await told;

    const [, shown, failure] = member.messages(IDS.general);
    expect(shown && textOf(shown)).toBe(textOf(sources));
    expect(failure && textOf(failure)).toContain('This answer is no longer kept.');
    expect(failure?.isEphemeral).toBe(true);
  });
});

describe('a reply that is gone', () => {
  it('while its answer runs raises no alarm, and comes no more', async () => {
    const [started, released] = [createGate(), createGate()];
    const engine = createStreamingEngine((sentence) => {
      if (sentence !== 1) return undefined;
      started.open();
      return released.opened;
    });
    const { log, lines } = createMemoryLog();
    const { bot, sandbox } = await openWholeBot({ app: { engine }, bot: { log } });
    const asked = ask(sandbox);
    await started.opened;
    const record = sandbox.world.findMessage(asked.interaction.originalId ?? '');

    if (record) sandbox.world.removeMessage(record);
    released.open();
    await bot.close();

    expect(record).toBeDefined();
    expect(sandbox.as(IDS.owner).messages(IDS.general)).toEqual([]);
    expect(lines.filter(({ level }) => level >= ERROR_LEVEL)).toEqual([]);
  });

  it('is not missed by whoever replies to it: the question is asked by itself', async () => {
    const { app, bot, sandbox } = await openWholeBot();
    const member = sandbox.as(IDS.member);
    member.say(`<@${IDS.application}> What does the union leader doubt?`, here);
    const first = await nextFromBot(sandbox, 0);
    const record = sandbox.world.findMessage(first.message.id);
    await bot.close();
    await connect(app, sandbox);

    member.say(`<@${IDS.application}> ${QUESTION}`, { ...here, replyToId: first.message.id });
    if (record) sandbox.world.removeMessage(record);
    const second = await nextFromBot(sandbox, 0);

    expect(textOf(second)).toContain(ANSWER);
  });
});

describe('whoever takes no direct messages', () => {
  it('cannot be told of a missing permission, which raises no alarm', async () => {
    const seed = { ...DEFAULT_SEED, directs: [] };
    const { log, lines, logged } = createMemoryLog();
    const { sandbox } = await openWholeBot({ sandbox: { seed }, bot: { log } });
    const given = logged('nobody to tell');

    sandbox.as(IDS.member).say(`<@${IDS.application}> ${QUESTION}`, { channelId: IDS.readOnly });
    await given;

    expect(lines.filter(({ level }) => level >= ERROR_LEVEL)).toEqual([]);
  });
});

describe('the buttons of a private answer', () => {
  it('still work after a restart', async () => {
    const { app, bot, sandbox } = await openWholeBot();
    const member = sandbox.as(IDS.member);
    const shown = await ask(sandbox, { share: 'only-me' }).reply();
    const sources = await member.click(shown.message.id, buttonOf(shown, 'sources')).reply();

    await bot.close();
    await connect(app, sandbox);
    const opener = member.click(shown.message.id, buttonOf(shown, 'follow-up'));
    await opener.modal();
    const followed = await member.submitModal(opener, { question: 'How long will the work last?' }).reply();
    const shared = await member.click(shown.message.id, buttonOf(shown, 'share')).reply();

    expect(sources.isEphemeral).toBe(true);
    expect(followed.isEphemeral).toBe(true);
    expect(textOf(followed)).toContain('nineteen weeks');
    expect(shared.isEphemeral).toBe(false);
    expect(sandbox.as(IDS.owner).messages(IDS.general).map(textOf)).toEqual([textOf(shared)]);
  });

  it('share it where the bot itself may not write', async () => {
    const { sandbox } = await openWholeBot();
    const owner = sandbox.as(IDS.owner);
    const place = { channelId: IDS.readOnly };
    const shown = await owner.command('ask', { question: QUESTION, share: 'only-me' }, place).reply();

    const shared = await owner.click(shown.message.id, buttonOf(shown, 'share')).reply();

    expect(shared.isEphemeral).toBe(false);
    expect(textOf(shared)).toContain(ANSWER);
  });
});

function ask(sandbox: Sandbox, options: Record<string, string> = {}) {
  return sandbox.as(IDS.member).command('ask', { question: QUESTION, ...options }, here);
}

/** The next message of the bot in the channel, after so many that are there. */
async function nextFromBot(sandbox: Sandbox, after: number) {
  const said = () =>
    sandbox
      .as(IDS.member)
      .messages(IDS.general)
      .filter(({ message }) => message.author.id === IDS.application);
  if (said().length <= after) await sandbox.world.until(() => said().length > after, { timeoutMs: 20_000 });
  const found = said().at(after);
  if (!found) throw new Error('nothing was said');
  return found;
}

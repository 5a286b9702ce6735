// The whole bot when its own parts fail: writers that throw or hang, a damaged store, deleted replies.
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

describe('an error message', () => {
  it('has the reference under which the log has the details, if a writer throws', async () => {
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

  it('is the mistake in the core’s own words, private and without an alarm', async () => {
    const engine = createStreamingEngine(() => {
      throw new AppError({ code: 'core/too-fast', message: 'That was quick.', advice: 'Wait a moment.' });
    });
    const { log, lines } = createMemoryLog();
    const { sandbox } = await openWholeBot({ app: { engine }, bot: { log } });

    const shown = await ask(sandbox).reply();

    expect(textOf(shown)).toBe('That was quick. Wait a moment.');
    expect(shown.isEphemeral).toBe(true);
    expect(lines.filter(({ level }) => level >= ERROR_LEVEL)).toEqual([]);
  });

  it('does not reveal the address of an engine that cannot be reached', async () => {
    const engine = createStreamingEngine(() => {
      const message = 'http://10.0.0.7:11434 does not answer.';
      throw new AppError({ code: 'engine/unreachable', message, advice: 'Start it.' });
    });
    const { sandbox } = await openWholeBot({ app: { engine } });

    const text = textOf(await ask(sandbox).reply());

    expect(text).toContain('Something went wrong on our side.');
    expect(text).not.toContain('10.0.0.7');
  });

  it('does not reveal the files of a store that lost its articles', async () => {
    const dataDir = temporaryFolder();
    const { log, lines } = createMemoryLog();
    const { sandbox } = await openWholeBot({ app: { dataDir }, bot: { log } });
    const database = new Database(join(dataDir, 'footnote.db'));
    database.exec('PRAGMA foreign_keys = OFF; DROP TABLE articles');
    database.close();

    const text = textOf(await ask(sandbox).reply());

    expect(text).toContain('Something went wrong on our side.');
    expect(text).not.toMatch(new RegExp(`${dataDir}|articles|sqlite`, 'i'));
    expect(lines.filter(({ level }) => level === ERROR_LEVEL)).toHaveLength(1);
  });

  it('shows an answer that the store cannot save, and does not reveal its files', async () => {
    const dataDir = temporaryFolder();
    const { sandbox } = await openWholeBot({ app: { dataDir } });
    const database = new Database(join(dataDir, 'footnote.db'));
    database.exec('PRAGMA foreign_keys = OFF; DROP TABLE answers');
    database.close();

    const text = textOf(await ask(sandbox).reply());

    expect(text).toContain('3 March 2031');
    expect(text).not.toContain('Something went wrong');
    expect(text).not.toMatch(new RegExp(`${dataDir}|sqlite`, 'i'));
  });

  it('says that the answer took too long', async () => {
    const engine = createStreamingEngine(() => new Promise(() => {}));
    const { sandbox } = await openWholeBot({ app: { engine }, bot: { deadlineMs: 300 } });

    const text = textOf(await ask(sandbox).reply());

    expect(text).toContain('This took too long, so I gave up.');
    expect(text).toMatch(/Reference: [0-9a-f]{8}/);
  });

  it('leaves the private reply alone if its page cannot be turned', async () => {
    const { sandbox } = await openWholeBot();
    const member = sandbox.as(IDS.member);
    const summary = await member.command('summary', {}, here).reply();
    const sources = await member.click(summary.message.id, buttonOf(summary, 'sources')).reply();
    forgeButton(sandbox, sources.message.id, buttonsOf(sources).at(-1) ?? '', 'source-page:gone:1');
    const reported = sandbox.world.until('message-created');

    member.click(sources.message.id, 'source-page:gone:1');
    await reported;

    const [, shown, failure] = member.messages(IDS.general);
    expect(shown && textOf(shown)).toBe(textOf(sources));
    expect(failure && textOf(failure)).toContain('This answer is no longer available.');
    expect(failure?.isEphemeral).toBe(true);
  });
});

describe('a deleted reply', () => {
  it('raises no alarm and is not sent again', async () => {
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

  it('can be replied to: the question is answered without a conversation', async () => {
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

describe('an author who accepts no direct messages', () => {
  it('raises no alarm if a permission is missing', async () => {
    const seed = { ...DEFAULT_SEED, directs: [] };
    const { log, lines, logged } = createMemoryLog();
    const { sandbox } = await openWholeBot({ sandbox: { seed }, bot: { log } });
    const reported = logged('author unreachable');

    sandbox.as(IDS.member).say(`<@${IDS.application}> ${QUESTION}`, { channelId: IDS.readOnly });
    await reported;

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

  it('share it in a channel where the bot may not write', async () => {
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

/** The bot's message at this position in the channel, once it is there. */
async function nextFromBot(sandbox: Sandbox, index: number) {
  const messages = () =>
    sandbox
      .as(IDS.member)
      .messages(IDS.general)
      .filter(({ message }) => message.author.id === IDS.application);
  if (messages().length <= index)
    await sandbox.world.until(() => messages().length > index, { timeoutMs: 20_000 });
  const found = messages().at(index);
  if (!found) throw new Error('there is no such message');
  return found;
}

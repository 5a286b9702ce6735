// The connection to Discord: the application's description, libraries, autocomplete, and what the info commands say.
import { describe, expect, it, onTestFinished } from 'vitest';
import { commands } from '../../commands/index.js';
import type { Command, Invocation } from '../../src/discord/command.js';
import { renderNotice } from '../../src/discord/render/notice.js';
import { startSandbox } from '../../src/sandbox/server.js';
import { buttonOf, connect, IDS, openWholeBot, textOf } from '../support/discord.js';
import { HARBOUR } from '../support/small-article.js';
import { openTestApp } from '../support/temporary.js';

const QUESTION = 'When will the harbour close?';

async function openSandbox() {
  const sandbox = await startSandbox();
  onTestFinished(() => sandbox.close());
  return sandbox;
}

describe('the application', () => {
  it('gets a description if the operator has not written one', async () => {
    const { sandbox } = await openWholeBot();

    expect(sandbox.world.application.description).toContain('cites a source for every sentence');
  });

  it('keeps the description that the operator wrote', async () => {
    const sandbox = await openSandbox();
    sandbox.world.application.description = 'Our own words';

    await connect(await openTestApp(), sandbox);

    expect(sandbox.world.application.description).toBe('Our own words');
  });

  it('starts even if the description cannot be set', async () => {
    const sandbox = await openSandbox();
    sandbox.faults.failRest({ method: 'PATCH', path: /applications\/@me/, status: 500, times: 10 });

    const bot = await connect(await openTestApp(), sandbox);

    expect(bot.guilds).toBe(2);
  });
});

describe('starting', () => {
  it('can be aborted while Discord does not respond', async () => {
    const sandbox = await openSandbox();
    sandbox.faults.failRest({ path: /gateway\/bot/, status: 'hang', times: 10 });
    const stopping = new AbortController();

    const opening = connect(await openTestApp(), sandbox, { signal: stopping.signal });
    stopping.abort(new Error('stopped'));

    await expect(opening).rejects.toThrow('stopped');
  });

  it('fails if the bot is not in the server of DISCORD_GUILD_ID', async () => {
    const sandbox = await openSandbox();

    const opening = connect(await openTestApp(), sandbox, { guildId: '999' });

    await expect(opening).rejects.toMatchObject({ code: 'discord/not-in-server' });
  });
});

describe('a channel where sending fails', () => {
  it('gets its error message as a direct message', async () => {
    const { sandbox } = await openWholeBot();
    const path = new RegExp(`channels/${IDS.general}/messages$`);
    sandbox.faults.failRest({ method: 'POST', path, status: 500, times: 50 });
    const owner = sandbox.as(IDS.owner);
    const hasMessage = () => owner.messages(IDS.direct).length > 0;

    owner.say(`<@${IDS.application}> ${QUESTION}`, { channelId: IDS.general });
    await sandbox.world.until(hasMessage, { timeoutMs: 15_000 });

    const [notice] = owner.messages(IDS.direct);
    expect(notice && textOf(notice)).toMatch(/Something went wrong.*\n-# Reference: [0-9a-f]{8}/);
  });
});

describe('the library', () => {
  it('of the asker shows its sources to everyone in a group, and nothing else', async () => {
    const { app, sandbox } = await openWholeBot();
    await app.assistant.addArticle({ library: `user:${IDS.owner}`, ...HARBOUR });
    const shown = await sandbox
      .as(IDS.owner)
      .command('ask', { question: QUESTION }, { channelId: IDS.group })
      .reply();
    const member = sandbox.as(IDS.member);

    const sources = await member.click(shown.message.id, buttonOf(shown, 'sources')).reply();
    const opener = member.click(shown.message.id, buttonOf(shown, 'follow-up'));
    await opener.modal();
    const followUp = await member.submitModal(opener, { question: 'What does Tomas Reyle fear?' }).reply();

    expect(textOf(sources)).toContain('**The old harbour of Brannock will close');
    expect(textOf(followUp)).toContain('There are no articles here yet.');
    expect(textOf(followUp)).not.toContain('boats');
  });

  it('of a person is theirs to manage, and that of a server needs Manage Server', async () => {
    const invocations: Pick<Invocation, 'library' | 'isAdmin'>[] = [];
    const probe: Command = {
      data: {
        name: 'probe',
        description: 'Records the library',
        contexts: [0, 1, 2],
        integration_types: [0, 1],
      },
      reply: 'private',
      async run({ library, isAdmin }) {
        invocations.push({ library, isAdmin });
        return renderNotice('done');
      },
    };
    const { sandbox } = await openWholeBot({ bot: { commands: [probe] } });

    await sandbox.as(IDS.owner).command('probe', {}, { channelId: IDS.general }).reply();
    await sandbox.as(IDS.member).command('probe', {}, { channelId: IDS.general }).reply();
    await sandbox.as(IDS.owner).command('probe', {}, { channelId: IDS.direct }).reply();

    expect(invocations).toEqual([
      { library: `guild:${IDS.gazette}`, isAdmin: true },
      { library: `guild:${IDS.gazette}`, isAdmin: false },
      { library: `user:${IDS.owner}`, isAdmin: true },
    ]);
  });
});

describe('autocomplete choices', () => {
  it('are at most 25, with names shortened between characters and without direction overrides', async () => {
    const { app, sandbox } = await openWholeBot();
    const titles = [
      '😀'.repeat(120),
      '\u202EReversed',
      ...Array.from({ length: 30 }, (_, index) => `Title ${index}`),
    ];
    for (const title of titles)
      await app.assistant.addArticle({ library: `guild:${IDS.gazette}`, title, text: HARBOUR.text });
    const place = { channelId: IDS.general, focused: 'article' };

    const all = await sandbox.as(IDS.member).autocomplete('search', { query: 'x', article: '' }, place);
    const reversed = await sandbox
      .as(IDS.member)
      .autocomplete('search', { query: 'x', article: 'revers' }, place);
    const long = await sandbox.as(IDS.member).autocomplete('search', { query: 'x', article: '😀' }, place);

    expect(all).toHaveLength(25);
    expect(reversed.map(({ name }) => name)).toEqual(['Reversed']);
    expect(long.map(({ name }) => name)).toEqual([`${'😀'.repeat(49)}…`]);
  });
});

describe('the info commands', () => {
  it('say how long data is stored and where it is sent', async () => {
    const retention = { answerDays: 7, cacheDays: 3, usageDays: 40 };
    const models = [{ model: 'some_model', host: 'models.example' }];
    const { sandbox } = await openWholeBot({ bot: { terms: { retention, models, isTraced: true } } });

    const shown = await sandbox.as(IDS.member).command('privacy', {}, { channelId: IDS.general }).reply();

    const text = textOf(shown);
    for (const period of ['7 days', '3 days', '40 days']) expect(text).toContain(period);
    expect(text).toContain(
      'messages to check and passages from the articles go to some\\_model at models.example',
    );
    expect(text).toContain('LangSmith');
    expect(text).toContain('Check against article');
  });

  it('list every command in the help', async () => {
    const { sandbox } = await openWholeBot();

    const shown = await sandbox.as(IDS.member).command('help', {}, { channelId: IDS.general }).reply();

    const names = commands.map(({ data }) => data.name).filter((name) => name !== 'help');
    for (const name of names) expect(textOf(shown)).toMatch(new RegExp(`(?:\`/|\\*\\*)${name}\\b`));
  });

  it('show the usage to people who manage the server, and to nobody else', async () => {
    const { sandbox } = await openWholeBot();
    const owner = sandbox.as(IDS.owner);
    const place = { channelId: IDS.general };
    await sandbox.as(IDS.member).command('ask', { question: QUESTION }, place).reply();

    const shown = await owner.command('usage', {}, place).reply();
    const elsewhere = await owner.command('usage', {}, { channelId: IDS.harborGeneral }).reply();

    expect(shown.isEphemeral).toBe(true);
    expect(textOf(shown)).toContain('**Today** 1 request');
    expect(textOf(elsewhere)).toContain('no requests');
    expect(() => sandbox.as(IDS.member).command('usage', {}, place)).toThrow('There is no command');
    expect(() => owner.command('usage', {}, { channelId: IDS.direct })).toThrow('There is no command');
  });
});

// `/recap` with the real client: a channel, a thread, and who may see and post what.
import { ChannelType } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import type { Sandbox } from '../../src/sandbox/server.js';
import type { Channel } from '../../src/sandbox/world/types.js';
import { buttonOf, buttonsOf, IDS, openWholeBot, textOf } from '../support/discord.js';
import { HARBOUR } from '../support/small-article.js';

const inGeneral = { channelId: IDS.general };
const inArticles = { channelId: IDS.articles };
const inThread = { channelId: IDS.thread };

async function askIn(sandbox: Sandbox, question: string, place: { channelId: string }, options = {}) {
  await sandbox
    .as(IDS.member)
    .command('ask', { question, ...options }, place)
    .reply();
}

describe('/recap', () => {
  it('shows what was asked, what was answered and from which articles', async () => {
    const { sandbox } = await openWholeBot({ app: { corpusDir: false } });
    await askIn(sandbox, 'When will the harbour close?', inArticles);
    await askIn(sandbox, 'How many dogs live in Brannock?', inArticles);
    await askIn(sandbox, 'Who is the mayor?', inArticles, { share: 'only-me' });
    await askIn(sandbox, 'Who is Tomas Reyle?', inGeneral);

    const recap = await sandbox.as(IDS.member).command('recap', {}, inArticles).reply();

    const text = textOf(recap);
    expect(recap.isEphemeral).toBe(true);
    expect(text).toContain('2 questions by 1 person');
    expect(text).toContain('The articles answered 1 of them');
    expect(text).toContain('- When will the harbour close?');
    expect(text).toMatch(/couldn't answer\*\*\n- How many dogs/);
    expect(text).toContain(`- ${HARBOUR.title}: 1 answer`);
    expect(text).toMatch(/-# <t:\d+:D> to <t:\d+:D>/);
    expect(text).not.toMatch(/mayor|Reyle|tomas/i);
    expect(buttonsOf(recap)).toEqual([]);
  });

  it('covers the threads of a channel, or one thread alone', async () => {
    const { sandbox } = await openWholeBot({ app: { corpusDir: false } });
    await askIn(sandbox, 'When will the harbour close?', inArticles);
    await askIn(sandbox, 'Who is the mayor?', inThread);
    const member = sandbox.as(IDS.member);

    const channel = await member.command('recap', { channel: IDS.articles }, inGeneral).reply();
    const thread = await member.command('recap', {}, inThread).reply();

    expect(textOf(channel)).toContain('2 questions');
    expect(textOf(thread)).toContain('1 question by');
    expect(textOf(thread)).toContain('mayor');
  });

  it('can be posted by managers, in the channel that it is about', async () => {
    const { sandbox } = await openWholeBot({ app: { corpusDir: false } });
    await askIn(sandbox, 'When will the harbour close?', inArticles);
    const owner = sandbox.as(IDS.owner);

    const elsewhere = await owner.command('recap', { channel: IDS.articles }, inGeneral).reply();
    const here = await owner.command('recap', { since: 'day' }, inArticles).reply();
    const posted = await owner.click(here.message.id, buttonOf(here, 'recap-post')).reply();

    expect(buttonsOf(elsewhere)).toEqual([]);
    expect(textOf(posted)).toContain('Posted');
    const messages = sandbox.as(IDS.member).messages(IDS.articles);
    expect(textOf(messages.at(-1) ?? here)).toContain('What people asked');
  });

  it('does not show a private thread to people who are not in it', async () => {
    const { sandbox } = await openWholeBot({ app: { corpusDir: false } });
    const { world } = sandbox;
    const id = world.nextId();
    const channel: Channel = {
      ...{
        id,
        type: ChannelType.PrivateThread,
        name: 'secret',
        guildId: IDS.gazette,
        parentId: IDS.articles,
      },
      ...{ ownerId: IDS.owner, overwrites: [], people: new Set([IDS.owner, world.bot.id]) },
    };
    world.channels.set(id, channel);
    world.emit({ kind: 'thread-created', channel });
    const owner = sandbox.as(IDS.owner);
    await owner.command('ask', { question: 'When will the harbour close?' }, { channelId: id }).reply();

    const forOwner = await owner.command('recap', { channel: id }, inGeneral).reply();
    const forMember = await sandbox.as(IDS.member).command('recap', { channel: id }, inGeneral).reply();
    const ofChannel = await owner.command('recap', {}, inArticles).reply();

    expect(textOf(forOwner)).toContain('1 question');
    expect(textOf(forMember)).toContain("can't find that channel");
    expect(textOf(ofChannel)).toContain('Nobody asked');
  });
});

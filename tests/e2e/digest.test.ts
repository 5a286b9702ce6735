// Digests from the command to the message in the channel. The app's clock starts on Monday 3 March 2031, 10:00 UTC.
import { describe, expect, it } from 'vitest';
import type { App } from '../../src/app.js';
import type { DigestPublisher } from '../../src/core/digest/ports.js';
import type { Bot } from '../../src/discord/connection/client.js';
import type { Sandbox } from '../../src/sandbox/server.js';
import { allowBotToSend, deleteChannel } from '../../src/sandbox/world/change-channels.js';
import { buttonOf, buttonsOf, IDS, openWholeBot, textOf } from '../support/discord.js';
import { HARBOUR } from '../support/small-article.js';

const inGeneral = { channelId: IDS.general };
const HOUR_MS = 60 * 60 * 1_000;
const DAILY = { schedule: 'daily', time: '9', 'time-zone': 'Europe/Berlin' };
const FERRY = {
  title: 'Harbour ferry runs again',
  text: 'The ferry runs again since Tuesday, the operator said. It leaves at seven every morning from the new quay. Tickets cost two crowns for everybody.',
};

interface Opened {
  readonly app: App;
  readonly bot: Bot;
  readonly sandbox: Sandbox;
  /** Moves the clock and posts what is due. */
  runAfter(ms: number, publisher?: DigestPublisher): Promise<void>;
}

async function open(): Promise<Opened> {
  let now = Date.parse('2031-03-03T10:00:00.000Z');
  const opened = await openWholeBot({ app: { clock: { now: () => new Date(now) } } });
  return {
    ...opened,
    async runAfter(ms, publisher = opened.bot.publisher) {
      now += ms;
      const runs = opened.app.startDigests(publisher);
      await runs.run();
      await runs.close();
    },
  };
}

async function addDigest({ sandbox }: Opened, options = DAILY, fields = {}) {
  const owner = sandbox.as(IDS.owner);
  const command = owner.command('digest add', options, inGeneral);
  const modal = await command.modal();
  const filled = { channel: [IDS.articles], subject: ['all'], style: ['keyPoints'], ...fields };
  return { modal, reply: await owner.submitModal(command, filled).reply() };
}

const postsIn = ({ sandbox }: Opened, channelId: string) =>
  sandbox
    .as(IDS.owner)
    .messages(channelId)
    .filter(({ message }) => message.author.id === IDS.application);

describe('/digest', () => {
  it('adds a digest with a form, says when it runs next, and posts it in time', async () => {
    const opened = await open();
    const options = { ...DAILY, schedule: 'weekly' };
    const { modal, reply } = await addDigest(opened, options, { weekday: ['2'] });

    await opened.runAfter(21 * HOUR_MS);
    const early = postsIn(opened, IDS.articles).length;
    await opened.runAfter(HOUR_MS);
    await opened.runAfter(HOUR_MS);

    expect(JSON.stringify(modal.components)).toContain('Every week at 09:00 (Europe/Berlin)');
    expect(textOf(reply)).toContain('Digest added');
    expect(textOf(reply)).toContain(`<#${IDS.articles}>`);
    expect(textOf(reply)).toContain('Every Tuesday at 09:00 (Europe/Berlin)');
    expect(textOf(reply)).toContain('Next: Tuesday 4 March, 09:00 (Europe/Berlin)');
    expect(reply.isEphemeral).toBe(true);
    expect(early).toBe(0);
    const posts = postsIn(opened, IDS.articles);
    expect(posts).toHaveLength(1);
    const [post] = posts;
    expect(post && textOf(post)).toContain(HARBOUR.title);
    expect(post && textOf(post)).toContain('Digest · 1 article');
    const sources =
      post && (await opened.sandbox.as(IDS.member).click(post.message.id, buttonOf(post, 'sources')).reply());
    expect(sources && textOf(sources)).toContain('Brannock');
  });

  it('asks for the day of the month, and understands the last one', async () => {
    const opened = await open();
    const options = { ...DAILY, schedule: 'monthly' };

    const added = await addDigest(opened, options, { day: '31' });
    const refused = await addDigest(opened, options, { day: 'x' });
    await opened.runAfter(28 * 24 * HOUR_MS);

    expect(textOf(added.reply)).toContain('Every month on the 31st (or the last day) at 09:00');
    expect(textOf(added.reply)).toContain('Next: Monday 31 March, 09:00');
    expect(textOf(refused.reply)).toContain("isn't a day of the month");
    expect(postsIn(opened, IDS.articles)).toHaveLength(1);
  });

  it('names the article of each line if several are new, and then only what is new', async () => {
    const opened = await open();
    const library = `guild:${IDS.gazette}`;
    await opened.app.assistant.addArticle({ library, origin: 'ferry', ...FERRY });
    await addDigest(opened);

    await opened.runAfter(22 * HOUR_MS);
    const text = FERRY.text.replace('two crowns', 'three crowns');
    await opened.app.assistant.addArticle({ library, origin: 'ferry', ...FERRY, text });
    await opened.runAfter(24 * HOUR_MS);

    const [first, second] = postsIn(opened, IDS.articles).map(textOf);
    expect(first).toContain('From 2 articles');
    expect(first).toContain(FERRY.title);
    expect(first).toContain(HARBOUR.title);
    expect(second).toContain('1 new or changed article since');
    expect(second).toContain('three crowns');
    expect(second).not.toContain(HARBOUR.title);
  });

  it('pauses if the bot loses its permission, and tells the person who added it', async () => {
    const opened = await open();
    const { sandbox } = opened;
    const owner = sandbox.as(IDS.owner);
    await addDigest(opened);
    allowBotToSend(sandbox.world, IDS.articles, false);

    const told = sandbox.world.until('message-created');
    await opened.runAfter(24 * HOUR_MS);
    await told;
    const [message] = owner.messages(IDS.direct);
    const list = await owner.command('digest list', {}, inGeneral).reply();
    const [id = ''] = opened.app.digests.list({ library: `guild:${IDS.gazette}` }).map((one) => one.id);
    const refused = await owner.command('digest resume', { digest: id }, inGeneral).reply();
    allowBotToSend(sandbox.world, IDS.articles, true);
    const resumed = await owner.command('digest resume', { digest: id }, inGeneral).reply();
    await opened.runAfter(24 * HOUR_MS);

    expect(message && textOf(message)).toContain('A digest in Riverside Gazette is paused');
    expect(message && textOf(message)).toContain('Send Messages');
    expect(textOf(list)).toContain('Paused: ');
    expect(textOf(list)).toContain('Send Messages');
    expect(textOf(refused)).toContain("I can't write in");
    expect(textOf(resumed)).toContain('The next digest also covers');
    expect(postsIn(opened, IDS.articles)).toHaveLength(1);
  });

  it('pauses if its channel is deleted', async () => {
    const opened = await open();
    await addDigest(opened);
    deleteChannel(opened.sandbox.world, IDS.articles);

    await opened.runAfter(24 * HOUR_MS);

    const [message] = opened.sandbox.as(IDS.owner).messages(IDS.direct);
    expect(message && textOf(message)).toContain('The channel is gone');
  });

  it('is posted once if the bot is stopped right after posting, before it could note that', async () => {
    const opened = await open();
    const { publisher } = opened.bot;
    await addDigest(opened);
    const dies: DigestPublisher = {
      ...publisher,
      async publish(...post) {
        await publisher.publish(...post);
        throw new Error('killed');
      },
    };

    await opened.runAfter(24 * HOUR_MS, dies);
    // Long after Discord has forgotten the nonce.
    opened.sandbox.world.advance(HOUR_MS);
    await opened.runAfter(HOUR_MS);

    const posts = postsIn(opened, IDS.articles);
    expect(posts).toHaveLength(1);
    const [digest] = opened.app.digests.list({ library: `guild:${IDS.gazette}` });
    expect(digest?.posted?.url).toContain(posts[0]?.message.id);
  });

  it('is posted once if the response of Discord gets lost', async () => {
    const opened = await open();
    await addDigest(opened);
    opened.sandbox.faults.failRest({
      method: 'POST',
      path: /channels\/\d+\/messages/,
      status: 'close-after',
    });

    await opened.runAfter(24 * HOUR_MS);
    await opened.runAfter(3 * 60_000);

    expect(postsIn(opened, IDS.articles)).toHaveLength(1);
  });

  it('is posted if the bot was stopped before posting', async () => {
    const opened = await open();
    const { publisher } = opened.bot;
    await addDigest(opened);
    const dies = { ...publisher, publish: () => Promise.reject(new Error('killed')) };

    await opened.runAfter(24 * HOUR_MS, dies);
    await opened.runAfter(3 * 60_000);

    expect(postsIn(opened, IDS.articles)).toHaveLength(1);
  });

  it('shows what would be posted, and posts it on a click', async () => {
    const opened = await open();
    const owner = opened.sandbox.as(IDS.owner);
    const { reply } = await addDigest(opened);

    const shown = await owner.click(reply.message.id, buttonOf(reply, 'digest-test')).reply();
    const posted = await owner.click(shown.message.id, buttonOf(shown, 'summary-channel')).reply();

    expect(textOf(shown)).toContain('This would be posted');
    expect(shown.isEphemeral).toBe(true);
    expect(textOf(posted)).toContain('Posted in');
    expect(postsIn(opened, IDS.articles)).toHaveLength(1);
  });

  it('pauses, resumes and removes a digest by buttons and by commands', async () => {
    const opened = await open();
    const owner = opened.sandbox.as(IDS.owner);
    await addDigest(opened);
    const [id = ''] = opened.app.digests.list({ library: `guild:${IDS.gazette}` }).map((one) => one.id);
    const place = { ...inGeneral, focused: 'digest' };

    const list = await owner.command('digest list', {}, inGeneral).reply();
    const page = await owner.select(list.message.id, 'digest-open', [id]).reply();
    const paused = await owner.click(page.message.id, buttonOf(page, 'digest-pause')).reply();
    const toPause = await owner.autocomplete('digest pause', { digest: '' }, place);
    const toResume = await owner.autocomplete('digest resume', { digest: '' }, place);
    const resumed = await owner.command('digest resume', { digest: id }, inGeneral).reply();
    const removed = await owner.command('digest remove', { digest: id }, inGeneral).reply();
    const empty = await owner.command('digest list', {}, inGeneral).reply();

    expect(textOf(paused)).toContain('Paused');
    expect(toPause).toEqual([]);
    expect(toResume).toEqual([{ name: '#articles · Every day at 09:00 (Europe/Berlin)', value: id }]);
    expect(buttonsOf(resumed)).toContain(`digest-pause:${id}`);
    expect(textOf(removed)).toContain('Digest removed');
    expect(textOf(empty)).toContain('There are no digests yet');
  });

  it('is only for people who manage the articles', async () => {
    const opened = await open();
    const member = opened.sandbox.as(IDS.member);

    const replies = [
      await member.command('digest add', DAILY, inGeneral).reply(),
      await member.command('digest list', {}, inGeneral).reply(),
    ];

    for (const reply of replies) expect(textOf(reply)).toContain('Only people who manage');
  });

  it('explains a time or a zone that does not exist, and completes both', async () => {
    const opened = await open();
    const owner = opened.sandbox.as(IDS.owner);
    const complete = (focused: string, text: string) =>
      owner.autocomplete('digest add', { schedule: 'daily', [focused]: text }, { ...inGeneral, focused });

    const badTime = await owner.command('digest add', { ...DAILY, time: 'noonish' }, inGeneral).reply();
    const badZone = await owner.command('digest add', { ...DAILY, 'time-zone': 'Berlin' }, inGeneral).reply();

    expect(textOf(badTime)).toContain("isn't a time of day");
    expect(textOf(badZone)).toContain("don't know the time zone");
    expect(await complete('time', '5 pm')).toEqual([{ name: '17:00', value: '17:00' }]);
    expect((await complete('time-zone', 'new york')).map(({ value }) => value)).toEqual(['America/New_York']);
    expect((await complete('time-zone', '')).length).toBeGreaterThan(5);
  });

  it('does not let the bot be used to write where the person or the bot may not', async () => {
    const opened = await open();

    const { reply } = await addDigest(opened, DAILY, { channel: [IDS.readOnly] });

    expect(textOf(reply)).toContain(`I can't write in <#${IDS.readOnly}>`);
    expect(opened.app.digests.list({ library: `guild:${IDS.gazette}` })).toEqual([]);
  });
});

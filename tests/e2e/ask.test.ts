// What a member of a server sees, through the real discord.js client and the sandbox.
import { describe, expect, it } from 'vitest';
import { buttonOf, buttonsOf, connect, IDS, openWholeBot, textOf } from '../support/discord.js';
import { HARBOUR } from '../support/small-article.js';

const QUESTION = 'When will the harbour close?';
const here = { channelId: IDS.general };

describe('/ask', () => {
  it('answers in public with the right sentence, its marker and its article', async () => {
    const { sandbox } = await openWholeBot();

    const asked = sandbox.as(IDS.member).command('ask', { question: QUESTION }, here);
    const shown = await asked.reply();

    expect(textOf(shown)).toContain('will close on **3 March 2031** for repairs');
    expect(textOf(shown)).toContain('\\[1\\]');
    expect(textOf(shown)).toContain(HARBOUR.title);
    expect(shown.isEphemeral).toBe(false);
    expect(sandbox.as(IDS.owner).messages(IDS.general)).toHaveLength(1);
  });

  it('answers privately on request, and lets the asker share the answer', async () => {
    const { sandbox } = await openWholeBot();
    const member = sandbox.as(IDS.member);
    const shown = await member.command('ask', { question: QUESTION, share: 'only-me' }, here).reply();
    expect(shown.isEphemeral).toBe(true);
    expect(sandbox.as(IDS.owner).messages(IDS.general)).toHaveLength(0);

    const shared = await member.click(shown.message.id, buttonOf(shown, 'share')).reply();

    expect(shared.isEphemeral).toBe(false);
    expect(textOf(shared)).toContain('3 March 2031');
    expect(sandbox.as(IDS.owner).messages(IDS.general)).toHaveLength(1);
  });

  it('says that the article does not say, and shows the closest passages', async () => {
    const { sandbox } = await openWholeBot();
    const member = sandbox.as(IDS.member);

    const shown = await member
      .command('ask', { question: 'How many people live in Brannock?' }, here)
      .reply();
    const passages = await member.click(shown.message.id, buttonOf(shown, 'sources')).reply();

    expect(textOf(shown)).toMatch(/The article doesn['’]t say\./);
    expect(textOf(passages)).toContain('Closest passages');
  });

  it('quotes the article in its language and speaks that of the asker', async () => {
    const { sandbox } = await openWholeBot();
    const question = 'Wie viele Einwohner hat Brannock heute? Wann schließt der Hafen von Brannock?';

    const asked = sandbox.as(IDS.member).command('ask', { question }, here);
    const shown = await asked.reply({ where: (one) => textOf(one).includes('Dazu sagt der Artikel nichts') });

    expect(textOf(shown)).toContain('will close on **3 March 2031** for repairs');
    expect(textOf(shown)).toContain('Dazu sagt der Artikel nichts: Wie viele Einwohner hat Brannock heute?');
  });

  it('says in the asker’s language what it did not find, and which language the article is in', async () => {
    const { sandbox } = await openWholeBot();
    const question = 'Wie viele Einwohner hat die Stadt Brannock heute?';

    const shown = await sandbox.as(IDS.member).command('ask', { question }, here).reply();

    expect(textOf(shown)).toContain('nicht gefunden');
    expect(textOf(shown)).toContain('Der Artikel ist auf Englisch');
  });

  it.each([['an empty question', { question: ' ' }, 'Your question is empty.']])(
    'tells the asker alone about %s, without a reference',
    async (_, options, expected) => {
      const { sandbox } = await openWholeBot();

      const shown = await sandbox
        .as(IDS.member)
        .command('ask', options as Record<string, string>, here)
        .reply();

      expect(textOf(shown)).toContain(expected);
      expect(textOf(shown)).not.toContain('Reference');
      expect(shown.isEphemeral).toBe(true);
      expect(sandbox.as(IDS.owner).messages(IDS.general)).toEqual([]);
    },
  );

  it('tells the asker alone that they are too fast', async () => {
    const { sandbox } = await openWholeBot({ app: { limits: { cooldownSeconds: 60 } } });
    const ask = () => sandbox.as(IDS.member).command('ask', { question: QUESTION }, here).reply();
    for (let count = 0; count < 3; count += 1) await ask();

    const shown = await ask();

    expect(textOf(shown)).toMatch(/in \d+ seconds/);
    expect(shown.isEphemeral).toBe(true);
    expect(sandbox.as(IDS.owner).messages(IDS.general)).toHaveLength(3);
  });

  it('completes suggested questions and article titles', async () => {
    const { sandbox } = await openWholeBot();
    const member = sandbox.as(IDS.member);

    const questions = await member.autocomplete('ask', { question: '' }, { ...here, focused: 'question' });
    const titles = await member.autocomplete(
      'ask',
      { question: QUESTION, article: 'harb' },
      { ...here, focused: 'article' },
    );

    expect(questions.length).toBeGreaterThanOrEqual(2);
    expect(titles.map(({ name }) => name)).toEqual([HARBOUR.title]);
  });

  it('uses the person’s own articles in a direct message and in a group', async () => {
    const { app, sandbox } = await openWholeBot();
    await app.assistant.addArticle({ library: `user:${IDS.owner}`, ...HARBOUR });
    const owner = sandbox.as(IDS.owner);

    const direct = await owner.command('ask', { question: QUESTION }, { channelId: IDS.direct }).reply();
    const group = await owner.command('ask', { question: QUESTION }, { channelId: IDS.group }).reply();

    expect(textOf(direct)).toContain('3 March 2031');
    expect(textOf(group)).toContain('3 March 2031');
  });
});

describe('buttons under an answer', () => {
  it('show each quote in its paragraph, privately and page by page', async () => {
    const { sandbox } = await openWholeBot();
    const owner = sandbox.as(IDS.owner);
    const shown = await owner.command('summary', {}, here).reply();

    const first = await sandbox.as(IDS.member).click(shown.message.id, buttonOf(shown, 'sources')).reply();
    const second = await sandbox
      .as(IDS.member)
      .click(first.message.id, buttonsOf(first).at(-1) ?? '')
      .reply({ where: (page) => textOf(page).includes('Source [2]') });

    expect(first.isEphemeral).toBe(true);
    expect(textOf(first)).toContain('**The old harbour of Brannock will close on 3 March 2031');
    expect(second.message.id).toBe(first.message.id);
  });

  it('open a form for a follow-up question', async () => {
    const { sandbox } = await openWholeBot();
    const member = sandbox.as(IDS.member);
    const question = 'What does the union leader Tomas Reyle doubt?';
    const shown = await member.command('ask', { question }, here).reply();

    const opener = member.click(shown.message.id, buttonOf(shown, 'follow-up'));
    const modal = await opener.modal();
    const answer = await member.submitModal(opener, { question: 'What does he fear?' }).reply();

    expect(modal.title).toBe('Follow up');
    expect(textOf(answer)).toContain('small boats');
  });

  it('still work after a restart and after the interaction token has expired', async () => {
    const { app, bot, sandbox } = await openWholeBot();
    const member = sandbox.as(IDS.member);
    const shown = await member.command('ask', { question: QUESTION }, here).reply();

    await bot.close();
    sandbox.world.advance(16 * 60_000);
    await connect(app, sandbox);
    const sources = await member.click(shown.message.id, buttonOf(shown, 'sources')).reply();

    expect(textOf(sources)).toContain('**The old harbour of Brannock');
  });

  it('use only the articles of their own server', async () => {
    const { sandbox } = await openWholeBot();
    const member = sandbox.as(IDS.member);
    const shown = await member.command('ask', { question: QUESTION }, here).reply();
    const elsewhere = await member
      .command('ask', { question: QUESTION }, { channelId: IDS.harborGeneral })
      .reply();

    expect(textOf(shown)).toContain('3 March 2031');
    expect(textOf(elsewhere)).toContain('There are no articles here yet.');
    expect(textOf(elsewhere)).not.toContain('Brannock');
  });
});

describe('messages', () => {
  it('that mention the bot are answered, and a reply to the answer is a follow-up', async () => {
    const { sandbox } = await openWholeBot();
    const member = sandbox.as(IDS.member);
    const asked = member.say(`<@${IDS.application}> What does the union leader Tomas Reyle doubt?`, here);
    const first = await nextMessage(sandbox, IDS.general, 2);

    member.say('What does he fear?', { ...here, replyToId: first.message.id, mentionReply: true });
    const second = await nextMessage(sandbox, IDS.general, 4);

    expect(first.message.message_reference?.message_id).toBe(asked.message.id);
    expect(textOf(first).replaceAll('**', '')).toContain('doubts the plan.');
    expect(textOf(second)).toContain('small boats');
  });

  it('sent directly are questions, and a mention without a question gets help', async () => {
    const { app, sandbox } = await openWholeBot();
    await app.assistant.addArticle({ library: `user:${IDS.owner}`, ...HARBOUR });

    sandbox.as(IDS.owner).say(QUESTION, { channelId: IDS.direct });
    sandbox.as(IDS.member).say(`<@${IDS.application}>`, here);
    const direct = await nextMessage(sandbox, IDS.direct, 2, IDS.owner);
    const help = await nextMessage(sandbox, IDS.general, 2);

    expect(textOf(direct)).toContain('3 March 2031');
    expect(textOf(help)).toContain('/search');
  });

  it('in a channel where the bot may not write get a direct message that names the permission', async () => {
    const { sandbox } = await openWholeBot();
    const direct = sandbox.world.until(() => sandbox.as(IDS.owner).messages(IDS.direct).length > 0, {
      timeoutMs: 10_000,
    });

    sandbox.as(IDS.owner).say(`<@${IDS.application}> ${QUESTION}`, { channelId: IDS.readOnly });
    await direct;

    const [notice] = sandbox.as(IDS.owner).messages(IDS.direct);
    expect(notice && textOf(notice)).toContain('**Send Messages**');
  });

  it('that come too fast are answered with a direct message', async () => {
    const { sandbox } = await openWholeBot({ app: { limits: { cooldownSeconds: 60 } } });
    const owner = sandbox.as(IDS.owner);
    for (let count = 0; count < 3; count += 1)
      await owner.command('ask', { question: QUESTION }, here).reply();
    const hasNotice = () => owner.messages(IDS.direct).length > 0;
    const arrived = sandbox.world.until(hasNotice, { timeoutMs: 10_000 });

    owner.say(`<@${IDS.application}> ${QUESTION}`, here);
    await arrived;

    const [notice] = owner.messages(IDS.direct);
    expect(notice && textOf(notice)).toMatch(/in \d+ seconds/);
    expect(owner.messages(IDS.general)).toHaveLength(4);
  });

  it('that do not mention the bot are ignored', async () => {
    const { sandbox } = await openWholeBot();
    const member = sandbox.as(IDS.member);

    member.say('When will the harbour close?', here);
    const shown = await member.command('help', {}, here).reply();

    expect(textOf(shown)).toContain('/search');
    expect(sandbox.as(IDS.owner).messages(IDS.general)).toHaveLength(1);
  });
});

describe('checking a message', () => {
  it('gives each claim a verdict, privately, and the result can be shared', async () => {
    const { sandbox } = await openWholeBot();
    const member = sandbox.as(IDS.member);
    const said = sandbox
      .as(IDS.owner)
      .say('The work is expected to cost 9.5 million crowns. The old harbour of Brannock will close.', here);

    const checked = await member.contextMenu('Check against article', said.message.id, here).reply();
    const shared = await member.click(checked.message.id, buttonOf(checked, 'share')).reply();
    const sources = await member.click(checked.message.id, buttonOf(checked, 'sources')).reply();

    expect(checked.isEphemeral).toBe(true);
    expect(textOf(checked)).toContain('**The article says otherwise.**');
    expect(textOf(checked)).toContain('cost **4.5 million** crowns');
    expect(textOf(shared)).toBe(`-# Shared by <@${IDS.member}>\n${textOf(checked)}`);
    expect(textOf(sources)).toContain('Source [1]');
  });

  it('reads messages built of components, and says if there is nothing to check', async () => {
    const { sandbox } = await openWholeBot();
    const member = sandbox.as(IDS.member);
    const answer = await member.command('ask', { question: QUESTION }, here).reply();
    const greeting = member.say('Hello!', here);

    const checked = await member.contextMenu('Check against article', answer.message.id, here).reply();
    const nothing = await member.contextMenu('Check against article', greeting.message.id, here).reply();

    expect(textOf(checked)).toContain('**The article says so.**');
    expect(textOf(nothing)).toContain('nothing to check');
  });
});

describe('the other commands', () => {
  it.each([
    ['search', { query: 'cheapest offer' }, 'because its offer was the cheapest'],
    ['summary', { length: 'short' }, HARBOUR.title],
    ['article list', {}, HARBOUR.title],
    ['article show', { article: HARBOUR.title }, 'Tomas Reyle'],
    ['help', {}, '/ask'],
    ['privacy', {}, 'What Footnote reads'],
  ])('/%s %o', async (name, options, expected) => {
    const { sandbox } = await openWholeBot();

    const shown = await sandbox
      .as(IDS.member)
      .command(name, options as Record<string, string>, here)
      .reply();

    expect(textOf(shown)).toContain(expected);
  });

  it('are not registered again after a restart', async () => {
    const { app, bot, sandbox } = await openWholeBot();
    const versions = () => [...sandbox.world.commands.values()].map(({ id, version }) => `${id} ${version}`);
    const before = versions();

    await bot.close();
    await connect(app, sandbox);

    expect(before.length).toBeGreaterThanOrEqual(6);
    expect(versions()).toEqual(before);
  });
});

async function nextMessage(
  sandbox: Awaited<ReturnType<typeof openWholeBot>>['sandbox'],
  channelId: string,
  count: number,
  userId = IDS.member,
) {
  const read = () => sandbox.as(userId).messages(channelId);
  const isThere = () => read().length >= count;
  if (!isThere()) await sandbox.world.until(isThere, { timeoutMs: 15_000 });
  const found = read().at(count - 1);
  if (!found) throw new Error('there is no such message');
  return found;
}

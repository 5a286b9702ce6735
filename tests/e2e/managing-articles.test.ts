// Managing articles from Discord, with the real client, the real sources and the real store.
import { describe, expect, it } from 'vitest';
import { openApp } from '../../src/app.js';
import { addBot, removeBot } from '../../src/sandbox/world/bot-membership.js';
import {
  addArticle,
  everythingAfter,
  GAZETTE,
  hasButton,
  inGeneral,
  LIBRARIANS,
  listAdded,
  openArticleBot,
  TIMETABLE,
} from '../support/article-bot.js';
import { articlePage, feedOf, WORKS } from '../support/article-site.js';
import { buttonOf, buttonsOf, IDS, textOf } from '../support/discord.js';
import { temporaryFolder } from '../support/temporary.js';

describe('managing articles', () => {
  it('refreshes an article from its link, shows what changed, and keeps what old answers cite', async () => {
    const { owner, site, app } = await openArticleBot();
    const url = site.put('/works', articlePage('Swing bridge closes', WORKS));
    await addArticle(owner, { link: url });
    const question = 'What does the repair of the swing bridge cost?';
    const answer = await owner.command('ask', { question }, inGeneral).reply();
    const changed = WORKS.map((text) => text.replace('84,000', '97,500'));
    site.put('/works', articlePage('Swing bridge closes', [...changed, 'The bridge opens again on 2 June.']));

    const article = listAdded(app)[0]?.id ?? '';
    const refreshed = await owner.command('article refresh', { article, every: 'daily' }, inGeneral).reply();
    const again = await owner.command('ask', { question }, inGeneral).reply();
    const sources = await owner.click(answer.message.id, buttonOf(answer, 'sources')).reply();

    expect(textOf(refreshed)).toContain('97,500');
    expect(textOf(refreshed)).toContain('1 sentence added, 1 sentence changed');
    expect(textOf(again)).toContain('97,500');
    expect(textOf(sources)).toContain('84,000');
    const actor = { library: GAZETTE, userId: IDS.owner };
    expect(app.library.find(article, actor)?.refreshEvery).toBe('daily');

    const scheduled = await owner
      .select(refreshed.message.id, buttonOf(refreshed, 'schedule'), ['never'])
      .reply();
    expect(textOf(scheduled)).toContain("won't be refreshed");
    expect(app.library.find(article, actor)?.refreshEvery).toBeUndefined();
  });

  it('says that an article has no link to refresh it from, and what to do', async () => {
    const { owner, site, app } = await openArticleBot({ hasCorpus: true });
    await addArticle(owner, { text: TIMETABLE });
    const page = articlePage('Ferry timetable for winter', WORKS);
    await addArticle(owner, { link: site.put('/works', page) });
    const file = listAdded(app).find(({ title }) => title === 'Ferry timetable');
    const refresh = async (article: string) =>
      textOf(await owner.command('article refresh', { article }, inGeneral).reply());

    const noLink = '“Ferry timetable” has no link to refresh it from.';
    expect(await refresh('ferry timetable')).toContain(noLink);
    expect(await refresh(file?.id ?? '')).toContain('the new version with /article add');
    expect(await refresh('Ferry')).toContain('Nothing has changed');
    expect(await refresh('tide tables')).toContain("wasn't added here");
    const removed = await owner.command('article remove', { article: 'tide tables' }, inGeneral).reply();
    expect(textOf(removed)).toContain('hide a built-in one');
  });

  it('says why there is nothing to refresh or to remove', async () => {
    const { owner } = await openArticleBot();

    const refreshed = await owner.command('article refresh', { article: 'bridge' }, inGeneral).reply();
    const inDirect = { channelId: IDS.direct };
    const removed = await owner.command('article remove', { article: 'bridge' }, inDirect).reply();

    expect(textOf(refreshed)).toContain('No article here was added from a link');
    expect(textOf(removed)).toContain('No articles were added here');
  });

  it('removes an article after asking, and brings it back', async () => {
    const { owner, app } = await openArticleBot();
    await addArticle(owner, { text: TIMETABLE });

    const asked = await owner.command('article remove', { article: 'ferry' }, inGeneral).reply();
    const removed = await owner.click(asked.message.id, buttonOf(asked, 'remove-now')).reply();
    const left = listAdded(app);
    const restored = await owner.click(removed.message.id, buttonOf(removed, 'restore')).reply();

    expect(textOf(asked)).toContain('Remove **Ferry timetable**?');
    expect(textOf(removed)).toContain('was removed');
    expect(left).toEqual([]);
    expect(textOf(restored)).toContain('is back');
    expect(listAdded(app)).toHaveLength(1);
  });

  it('shows who added an article, with buttons for managers only', async () => {
    const { owner, sandbox } = await openArticleBot();
    await addArticle(owner, { text: TIMETABLE });

    const forOwner = await owner.command('article show', { article: 'ferry' }, inGeneral).reply();
    const forMember = await sandbox
      .as(IDS.member)
      .command('article show', { article: 'ferry' }, inGeneral)
      .reply();

    expect(textOf(forOwner)).toMatch(/Added from a file <t:\d+:R> by <@/);
    expect(buttonsOf(forOwner).some((id) => id.startsWith('remove:'))).toBe(true);
    expect(buttonsOf(forMember).some((id) => id.startsWith('remove:'))).toBe(false);
  });

  it('asks the default article if a question names none, and says so', async () => {
    const { owner, app, sandbox } = await openArticleBot();
    await addArticle(owner, { text: TIMETABLE });
    await addArticle(owner, {
      text: '# Library hours\n\nThe library opens at nine on weekdays. A ticket for the cinema costs seven crowns there.',
    });
    const article = listAdded(app).find(({ title }) => title.startsWith('Ferry'))?.id ?? '';

    const saved = await owner.command('article default', { article }, inGeneral).reply();
    const member = sandbox.as(IDS.member);
    const answer = await member.command('ask', { question: 'What does a ticket cost?' }, inGeneral).reply();
    const refused = await member
      .command('ask', { question: 'When does the library open on weekdays?' }, inGeneral)
      .reply();
    const all = await member.click(refused.message.id, buttonOf(refused, 'ask-all')).reply();
    const named = await member
      .command('ask', { question: 'According to Library hours, when does it open?' }, inGeneral)
      .reply();

    expect(textOf(saved)).toContain('Ferry timetable');
    expect(textOf(answer)).toContain('About Ferry timetable');
    expect(textOf(answer)).toContain('three crowns');
    expect(textOf(refused)).toContain('About Ferry timetable');
    expect(textOf(all)).toContain('at nine on weekdays');
    expect(textOf(named)).not.toContain('About Ferry timetable');
  });

  it('has a default of its own for a channel, which can be cleared', async () => {
    const { owner, app } = await openArticleBot();
    await addArticle(owner, { text: TIMETABLE });
    const article = listAdded(app)[0]?.id ?? '';

    const saved = await owner
      .command('article default', { article, channel: IDS.general }, inGeneral)
      .reply();
    const here = app.library.defaultArticle({ library: GAZETTE, channelId: IDS.general });
    const elsewhere = app.library.defaultArticle({ library: GAZETTE, channelId: IDS.articles });
    const cleared = await owner.click(saved.message.id, buttonOf(saved, 'clear-default')).reply();

    expect(here).toBe(article);
    expect(elsewhere).toBeUndefined();
    expect(textOf(cleared)).toContain('There is no default article');
  });

  it("uses a channel's default in its threads", async () => {
    const { owner, app, member } = await openArticleBot();
    await addArticle(owner, { text: TIMETABLE });
    await addArticle(owner, { text: '# Cinema\n\nA ticket for the cinema costs seven crowns.' });
    const article = listAdded(app).find(({ title }) => title === 'Cinema')?.id ?? '';
    await owner.command('article default', { article, channel: IDS.articles }, inGeneral).reply();

    const question = { question: 'What does a ticket cost?' };
    const answer = await member.command('ask', question, { channelId: IDS.thread }).reply();

    expect(textOf(answer)).toContain('About Cinema');
    expect(textOf(answer)).toContain('seven crowns');
  });

  it('hides a built-in article from a server, and shows it again', async () => {
    const { owner, sandbox, app } = await openArticleBot({ hasCorpus: true });
    const builtIn = app.assistant.listArticles({ library: 'guild:0' })[0];
    const isShown = () =>
      app.assistant.listArticles({ library: GAZETTE }).some(({ id }) => id === builtIn?.id);

    const shown = await owner.command('article show', { article: builtIn?.id ?? '' }, inGeneral).reply();
    const hidden = await owner.click(shown.message.id, buttonOf(shown, 'hide')).reply();
    const wasShown = isShown();
    const list = await owner.command('article list', {}, inGeneral).reply();
    const listForMember = await sandbox.as(IDS.member).command('article list', {}, inGeneral).reply();
    await owner.click(hidden.message.id, buttonOf(hidden, 'unhide')).reply();

    expect(wasShown).toBe(false);
    expect(textOf(list)).toContain('hidden');
    expect(textOf(listForMember)).not.toContain('hidden');
    expect(isShown()).toBe(true);
  });

  it('follows a feed and stops following it', async () => {
    const { owner, site } = await openArticleBot();
    const feed = site.put('/feed.xml', feedOf(['Swing bridge closes']), 'application/rss+xml');

    const followed = await owner
      .command('article follow', { feed, keep: 5, every: 'daily' }, inGeneral)
      .reply();
    const list = await owner.command('article unfollow', {}, inGeneral).reply();
    const [choice] = await owner.autocomplete(
      'article unfollow',
      { feed: '' },
      { ...inGeneral, focused: 'feed' },
    );
    const stopped = await owner
      .command('article unfollow', { feed: String(choice?.value) }, inGeneral)
      .reply();

    expect(textOf(followed)).toContain('Following The Quay');
    expect(textOf(followed)).toContain('Swing bridge closes');
    expect(textOf(list)).toContain('The Quay');
    expect(textOf(stopped)).toContain('no longer followed');
  });

  it('keeps a history of changes, which can bring a removed article back', async () => {
    const { owner, app } = await openArticleBot();
    await addArticle(owner, { text: TIMETABLE });
    const actor = { library: GAZETTE, userId: IDS.owner };
    await app.library.remove(listAdded(app)[0]?.id ?? '', actor);

    const history = await owner.command('article history', {}, inGeneral).reply();
    await owner.click(history.message.id, buttonOf(history, 'restore')).reply();

    expect(textOf(history)).toMatch(/added: \*\*Ferry timetable\*\* by <@/);
    expect(textOf(history)).toMatch(/removed: \*\*Ferry timetable\*\* by <@/);
    expect(listAdded(app)).toHaveLength(1);
  });
});

describe('permissions', () => {
  const FOR_MANAGERS = [
    ['article add', { link: 'https://example.org/' }],
    ['article add', {}],
    ['article remove', { article: 'ferry' }],
    ['article refresh', { article: 'ferry' }],
    ['article follow', { feed: 'https://example.org/feed' }],
    ['article unfollow', {}],
    ['article history', {}],
    ['article access', {}],
    ['article default', { article: 'ferry' }],
  ] as const;

  it('tells others privately who may use a command', async () => {
    const { member } = await openArticleBot();

    for (const [name, options] of FOR_MANAGERS) {
      const shown = await member.command(name, options, inGeneral).reply();

      expect(shown.isEphemeral, name).toBe(true);
      expect(textOf(shown), name).toContain('Only people who manage the articles');
    }
  });

  it('lets people with the chosen role manage articles, but not choose roles', async () => {
    const { owner, sandbox } = await openArticleBot();
    const member = sandbox.as(IDS.member);

    const access = await owner.command('article access', { role: LIBRARIANS }, inGeneral).reply();
    const card = await addArticle(member, { text: TIMETABLE });
    const refused = await member.command('article access', { role: LIBRARIANS }, inGeneral).reply();
    await owner.click(access.message.id, buttonOf(access, 'clear-role')).reply();
    const again = await member.command('article history', {}, inGeneral).reply();

    expect(textOf(access)).toContain(`<@&${LIBRARIANS}>`);
    expect(textOf(card)).toContain('Added.');
    expect(textOf(refused)).toContain('Manage Server');
    expect(textOf(again)).toContain('Only people who manage the articles');
  });

  it('gives everyone a library of their own in direct messages', async () => {
    const { sandbox, app } = await openArticleBot();
    const owner = sandbox.as(IDS.owner);
    const inDirect = { channelId: IDS.direct };

    await addArticle(owner, { text: TIMETABLE }, inDirect);
    const access = await owner.command('article access', {}, inDirect).reply();

    expect(app.assistant.listArticles({ library: `user:${IDS.owner}` })).toHaveLength(1);
    expect(listAdded(app)).toEqual([]);
    expect(textOf(access)).toContain('only makes sense in a server');
  });
});

describe('deleting data', () => {
  it('deletes what is stored about a person after they confirm it', async () => {
    const { sandbox, app } = await openArticleBot();
    const member = sandbox.as(IDS.member);
    await member.command('ask', { question: 'Who is the mayor?' }, inGeneral).reply();
    const page = await member.command('privacy', {}, inGeneral).reply();
    const mine = await member.click(page.message.id, buttonOf(page, 'my-data')).reply();

    const opener = member.click(mine.message.id, buttonOf(mine, 'delete-my-data'));
    await opener.modal();
    const deleted = await member
      .submitModal(opener, { confirm: 'delete' })
      .reply({ where: (view) => textOf(view).includes('was deleted') });

    expect(textOf(mine)).toContain('1 question or checked message');
    expect(textOf(deleted)).toContain('Your data was deleted');
    expect(app.library.personalData(IDS.member).answers).toBe(0);
  });

  it("plans the deletion of a server's data, and takes it back", async () => {
    const { owner, sandbox, app } = await openArticleBot();
    await addArticle(owner, { text: TIMETABLE });
    const page = await owner.command('privacy', {}, inGeneral).reply();
    const opener = owner.click(page.message.id, buttonOf(page, 'delete-server'));
    await opener.modal();

    const planned = await owner
      .submitModal(opener, { confirm: 'Delete' })
      .reply({ where: (view) => hasButton(view, 'keep-server') });
    const gone = app.assistant.listArticles({ library: GAZETTE }).length;
    const list = await owner.command('article list', {}, inGeneral).reply();
    const kept = await owner.click(planned.message.id, buttonOf(planned, 'keep-server')).reply();

    expect(textOf(planned)).toContain('will be deleted');
    expect(gone).toBe(0);
    expect(textOf(list)).toContain('All data here will be deleted');
    expect(textOf(kept)).toContain('data stays');
    expect(app.assistant.listArticles({ library: GAZETTE }).length).toBeGreaterThan(0);
    const forMember = await sandbox.as(IDS.member).command('privacy', {}, inGeneral).reply();
    expect(hasButton(forMember, 'delete-server')).toBe(false);
  });

  it('plans it when the bot is removed, and keeps the data when it comes back', async () => {
    const { app, sandbox } = await openArticleBot();
    const plan = () => app.library.plannedDeletion(`guild:${IDS.harbor}`);

    removeBot(sandbox.world, IDS.harbor);
    await expect.poll(plan).toBeInstanceOf(Date);
    addBot(sandbox.world, IDS.harbor);
    await expect.poll(plan).toBeUndefined();
  });

  it('keeps a deletion that a person asked for, even once nobody knows who', async () => {
    const { app, sandbox } = await openArticleBot();
    const library = `guild:${IDS.harbor}`;
    const plan = () => app.library.plannedDeletion(library);
    app.library.planDeletion({ library, userId: IDS.owner });
    await app.library.deletePersonalData(IDS.owner);
    app.library.planDeletion({ library: GAZETTE });

    for (const id of [IDS.harbor, IDS.gazette]) {
      removeBot(sandbox.world, id);
      addBot(sandbox.world, id);
    }

    await expect.poll(() => app.library.plannedDeletion(GAZETTE)).toBeUndefined();
    expect(plan()).toBeInstanceOf(Date);
  });

  /** The data of earlier bots, by the ids of their servers. @returns the folder */
  async function dataOf(servers: Readonly<Record<string, string | undefined>>): Promise<string> {
    const dataDir = temporaryFolder();
    const app = await openApp({ dataDir, corpusDir: false });
    for (const [id, botId] of Object.entries(servers)) {
      const library = `guild:${id}`;
      await app.assistant.addArticle({ library, title: 'Ferry', text: TIMETABLE });
      if (botId !== undefined) app.library.addBot(library, botId);
    }
    await app.close();
    return dataDir;
  }

  it('plans it when the bot was removed while it was offline', async () => {
    const bot = IDS.application;
    const dataDir = await dataOf({ '98': undefined, '99': bot, [IDS.gazette]: bot });

    const { app } = await openArticleBot({ app: { dataDir } });

    await expect.poll(() => app.library.plannedDeletion('guild:99')).toBeInstanceOf(Date);
    expect(app.library.plannedDeletion(GAZETTE)).toBeUndefined();
    // Nobody knows which bot was there.
    expect(app.library.plannedDeletion('guild:98')).toBeUndefined();
  });

  it("plans nothing for another bot's servers, however often this one starts", async () => {
    const dataDir = await dataOf({ '99': '1', [IDS.gazette]: '1' });
    const first = await openArticleBot({ app: { dataDir } });
    await first.bot.close();
    await first.app.close();

    const { app } = await openArticleBot({ app: { dataDir } });

    expect(app.library.listLibrariesOf(IDS.application)).toContain(GAZETTE);
    expect(app.library.plannedDeletion('guild:99')).toBeUndefined();
    expect(app.library.listLibrariesOf('1')).toEqual(['guild:99']);
    expect(app.library.removeBot(GAZETTE, '1')).toBeUndefined();
    expect(app.library.plannedDeletion(GAZETTE)).toBeUndefined();
  });

  it('deletes nothing without the word', async () => {
    const opened = await openArticleBot();
    const { owner, app } = opened;
    const page = await owner.command('privacy', {}, inGeneral).reply();
    const opener = owner.click(page.message.id, buttonOf(page, 'delete-server'));
    await opener.modal();

    const shown = await everythingAfter(opened, owner, () => owner.submitModal(opener, { confirm: 'yes' }));

    expect(shown).toContain('nothing was deleted');
    expect(app.library.plannedDeletion(GAZETTE)).toBeUndefined();
  });
});

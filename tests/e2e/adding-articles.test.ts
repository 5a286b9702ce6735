// Adding articles from Discord, with the real client, the real sources and the real store.
import { describe, expect, it } from 'vitest';
import {
  addArticle,
  everythingAfter,
  fileOf,
  GAZETTE,
  hasButton,
  inGeneral,
  LIBRARIANS,
  listAdded,
  openArticleBot,
  previewArticle,
  TIMETABLE,
} from '../support/article-bot.js';
import { articlePage, WORKS } from '../support/article-site.js';
import { buttonOf, IDS, textOf } from '../support/discord.js';

describe('adding an article', () => {
  it('reads a link, shows a preview, adds it, and answers about it', async () => {
    const { owner, sandbox, site } = await openArticleBot();
    const url = site.put('/works', articlePage('Swing bridge closes', WORKS));

    const preview = await previewArticle(owner, { link: url });
    const card = await owner.click(preview.message.id, buttonOf(preview, 'add')).reply();
    const answer = await sandbox
      .as(IDS.member)
      .command('ask', { question: 'What does the repair of the swing bridge cost?' }, inGeneral)
      .reply();

    expect(preview.isEphemeral).toBe(true);
    expect(textOf(preview)).toContain('Swing bridge closes');
    expect(textOf(preview)).toContain('Ada Berg');
    expect(textOf(preview)).toContain('English');
    expect(textOf(preview)).not.toContain('All rights reserved');
    expect(textOf(card)).toContain('Added.');
    expect(textOf(answer)).toContain('84,000 crowns');
  });

  it('reads an attached file', async () => {
    const { owner } = await openArticleBot();

    const preview = await previewArticle(owner, { text: TIMETABLE });
    const card = await owner.click(preview.message.id, buttonOf(preview, 'add')).reply();

    expect(textOf(preview)).toContain('Ferry timetable');
    expect(textOf(card)).toContain('Added.');
  });

  it('opens a form without options, which takes text and the link it is from', async () => {
    const { owner, app } = await openArticleBot();

    const opener = owner.command('article add', {}, inGeneral);
    const modal = await opener.modal();
    const fields = { text: TIMETABLE, link: 'https://example.org/ferry' };
    const preview = await owner.submitModal(opener, fields).reply();
    await owner.click(preview.message.id, buttonOf(preview, 'add')).reply();

    expect(modal.components).toHaveLength(4);
    const [added] = listAdded(app);
    expect(added).toMatchObject({ title: 'Ferry timetable', url: 'https://example.org/ferry' });
  });

  it('takes a file in the form', async () => {
    const { owner } = await openArticleBot();
    const opener = owner.command('article add', {}, inGeneral);
    await opener.modal();

    const file = owner.upload(fileOf('timetable.md', TIMETABLE));
    const preview = await owner.submitModal(opener, { file: [file] }).reply();

    expect(textOf(preview)).toContain('Ferry timetable');
  });

  it('says what is missing if the form is empty', async () => {
    const { owner } = await openArticleBot();
    const opener = owner.command('article add', {}, inGeneral);
    await opener.modal();

    const shown = await owner.submitModal(opener, { text: ' ' }).reply();

    expect(textOf(shown)).toContain('link, file or text');
  });

  it('lets details be corrected before it is added', async () => {
    const { owner, app } = await openArticleBot();
    const preview = await previewArticle(owner, { text: TIMETABLE });

    const opener = owner.click(preview.message.id, buttonOf(preview, 'edit-details'));
    const modal = await opener.modal();
    const edited = await owner
      .submitModal(opener, { title: 'Ferries of Marlow', author: 'Harbour office' })
      .reply({ where: (view) => textOf(view).includes('Ferries of Marlow') });
    await owner.click(edited.message.id, buttonOf(edited, 'add')).reply();

    expect(JSON.stringify(modal)).toContain('Ferry timetable');
    expect(listAdded(app)[0]).toMatchObject({ title: 'Ferries of Marlow', author: 'Harbour office' });
  });

  it('says what is no date, and keeps what was typed', async () => {
    const { owner, app } = await openArticleBot();
    const preview = await previewArticle(owner, { text: TIMETABLE });
    const edit = async (fields: Readonly<Record<string, string>>) => {
      const opener = owner.click(preview.message.id, buttonOf(preview, 'edit-details'));
      const modal = JSON.stringify(await opener.modal());
      const date = fields['published'] ?? '';
      const view = await owner
        .submitModal(opener, fields)
        .reply({ where: (one) => textOf(one).includes(date) });
      return { modal, text: textOf(view) };
    };

    const typed = { title: 'Ferries of Marlow', language: 'English' };
    const rejected = await edit({ ...typed, published: 'next spring' });
    const corrected = await edit({ ...typed, published: '3 March 2031' });
    await owner.click(preview.message.id, buttonOf(preview, 'add')).reply();

    expect(rejected.text).toContain("I can't tell which day “next spring” is.");
    expect(rejected.text).toContain('Ferries of Marlow');
    expect(corrected.modal).toContain('next spring');
    expect(corrected.text).not.toContain("can't tell");
    expect(listAdded(app)[0]).toMatchObject({ title: 'Ferries of Marlow', published: '2031-03-03' });
  });

  it('shows text that came with a wrong link, and says so', async () => {
    const { owner } = await openArticleBot();
    const opener = owner.command('article add', {}, inGeneral);
    await opener.modal();

    const preview = await owner.submitModal(opener, { text: TIMETABLE, link: 'marlow' }).reply();

    expect(textOf(preview)).toContain('Ferry timetable');
    expect(textOf(preview)).toContain("“marlow” isn't a web address");
  });

  it('shows progress while a page takes its time', async () => {
    const { owner, site } = await openArticleBot({ bot: { editIntervalMs: 10 } });
    const url = site.put('/works', articlePage('Swing bridge closes', WORKS));
    const release = site.hold();

    const adding = owner.command('article add', { link: url }, inGeneral);
    const progress = await adding.reply();
    release();
    const preview = await adding.reply({ where: (view) => hasButton(view, 'add') });

    expect(textOf(progress)).toContain('Reading');
    expect(textOf(preview)).toContain('Swing bridge closes');
  });

  it('adds nothing if it is cancelled', async () => {
    const { owner, app } = await openArticleBot();
    const preview = await previewArticle(owner, { text: TIMETABLE });

    const cancelled = await owner.click(preview.message.id, buttonOf(preview, 'cancel-add')).reply();

    expect(textOf(cancelled)).toContain('Nothing was added.');
    expect(listAdded(app)).toEqual([]);
  });

  it('says so if the article is already there', async () => {
    const { owner } = await openArticleBot();
    await addArticle(owner, { text: TIMETABLE });

    const preview = await previewArticle(owner, { text: TIMETABLE });

    expect(textOf(preview)).toContain('already here, and nothing has changed');
    expect(hasButton(preview, 'add')).toBe(false);
  });

  it('refuses a page that cannot be read, with the reason', async () => {
    const { owner, site } = await openArticleBot();

    const shown = await previewArticle(owner, { link: `http://${site.host}/nowhere` });

    expect(textOf(shown)).not.toContain('Reference');
    expect(textOf(shown)).toMatch(/404|not found|doesn't exist|no page/i);
  });

  it('refuses an address inside the network', async () => {
    const { owner } = await openArticleBot();

    const shown = await previewArticle(owner, { link: 'http://169.254.169.254/latest/meta-data' });

    expect(textOf(shown)).not.toContain('Reference');
  });

  it('says so if the preview is gone', async () => {
    const opened = await openArticleBot();
    const { owner, app } = opened;
    const preview = await previewArticle(owner, { text: TIMETABLE });
    const [, previewId = ''] = buttonOf(preview, 'add').split(':');
    app.library.dropPreview(previewId, { library: GAZETTE, userId: IDS.owner });

    const shown = await everythingAfter(opened, owner, () =>
      owner.click(preview.message.id, buttonOf(preview, 'add')),
    );

    expect(shown).toContain('Start again');
    expect(listAdded(app)).toEqual([]);
  });

  it('makes one article of a link that two people add at once', async () => {
    const { owner, sandbox, app, site } = await openArticleBot();
    await owner.command('article access', { role: LIBRARIANS }, inGeneral).reply();
    const member = sandbox.as(IDS.member);
    const url = site.put('/works', articlePage('Swing bridge closes', WORKS));
    const previews = await Promise.all(
      [owner, member].map((person) => previewArticle(person, { link: url })),
    );

    const cards = await Promise.all(
      previews.map((preview, index) =>
        [owner, member][index]?.click(preview.message.id, buttonOf(preview, 'add')).reply(),
      ),
    );

    expect(listAdded(app)).toHaveLength(1);
    expect(cards.filter((card) => card && textOf(card).includes('Added.'))).toHaveLength(1);
  });

  it('posts the card to the channel, where everyone can try its questions', async () => {
    const { owner, sandbox } = await openArticleBot();
    const card = await addArticle(owner, { text: TIMETABLE });

    const posted = await owner.click(card.message.id, buttonOf(card, 'post-card')).reply();
    const member = sandbox.as(IDS.member);
    const answer = await member.click(posted.message.id, buttonOf(posted, 'try')).reply();

    expect(posted.isEphemeral).toBe(false);
    expect(textOf(posted)).toContain(`<@${IDS.owner}>`);
    expect(textOf(answer)).toMatch(/ferry|ticket|free of charge/i);
  });

  it('adds the link in a message, or asks which of several', async () => {
    const { owner, sandbox, site } = await openArticleBot();
    const url = site.put('/works', articlePage('Swing bridge closes', WORKS));
    const member = sandbox.as(IDS.member);
    const one = member.say(`Have you seen this? (${url})`, inGeneral);
    const file = member.upload(fileOf('timetable.md', TIMETABLE));
    const two = member.say(`Or this: ${url}, or the file`, { ...inGeneral, attachmentIds: [file] });
    const none = member.say('No link here.', inGeneral);

    const preview = await owner.contextMenu('Add linked article', one.message.id, inGeneral).reply();
    const menu = await owner.contextMenu('Add linked article', two.message.id, inGeneral).reply();
    const picked = await owner.select(menu.message.id, buttonOf(menu, 'pick-source'), ['1']).reply();
    const refused = await owner.contextMenu('Add linked article', none.message.id, inGeneral).reply();

    expect(textOf(preview)).toContain('Swing bridge closes');
    expect(textOf(picked)).toContain('Ferry timetable');
    expect(textOf(refused)).toContain("There's no link, file or text to add.");
  });
});

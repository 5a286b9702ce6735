// Two servers on one bot: no way of asking in one of them shows anything of the other.
import { describe, expect, it } from 'vitest';
import type { MessageView } from '../../src/sandbox/protocol.js';
import {
  buttonOf,
  buttonsOf,
  forgeButton,
  IDS,
  openWholeBot,
  textOf,
  type WholeBot,
} from '../support/discord.js';
import { HARBOUR } from '../support/small-article.js';

/** Words that only the first server's article contains. */
const SECRET = /Brannock|Calloway|Reyle|Delmar|nineteen|Harbour to close/i;
const QUESTION = 'When will the harbour of Brannock close?';
const inFirst = { channelId: IDS.general };
const inSecond = { channelId: IDS.harborGeneral };

const FERRY = {
  title: 'Ferry runs again',
  text: 'The ferry runs again since Tuesday, the operator said. It leaves at seven every morning from the new quay. Tickets cost two crowns for everybody. Dogs travel free of charge.',
};

describe('in the second server', () => {
  it.each([
    ['ask', { question: QUESTION }],
    ['ask', { question: QUESTION, article: 'ID' }],
    ['ask', { question: QUESTION, article: HARBOUR.title }],
    ['search', { query: 'harbour Brannock Calloway' }],
    ['search', { query: 'harbour Brannock', article: 'ID' }],
    ['summary', { article: 'ID' }],
    ['summary', {}],
    ['article list', {}],
    ['article show', { article: 'ID' }],
    ['article show', { article: HARBOUR.title }],
  ])('/%s %o shows nothing of the first', async (name, options) => {
    const { sandbox, articleId } = await openTwo();
    const filled = Object.fromEntries(
      Object.entries(options).map(([key, value]) => [key, value === 'ID' ? articleId : value]),
    );

    const shown = await sandbox.as(IDS.member).command(name, filled, inSecond).reply();

    expect(withoutEcho(shown, filled)).not.toMatch(SECRET);
  });

  it.each([
    ['ask', 'question', {}],
    ['ask', 'question', { article: 'ID' }],
    ['ask', 'article', { question: QUESTION }],
    ['search', 'article', { query: 'harbour' }],
    ['summary', 'article', {}],
    ['article show', 'article', {}],
  ])('/%s completes the option %s from its own articles', async (name, focused, options) => {
    const { sandbox, articleId } = await openTwo();
    const filled = Object.fromEntries(
      Object.entries(options).map(([key, value]) => [key, value === 'ID' ? articleId : value]),
    );

    const choices = await sandbox
      .as(IDS.member)
      .autocomplete(name, { ...filled, [focused]: '' }, { ...inSecond, focused });

    expect(JSON.stringify(choices)).not.toMatch(SECRET);
    if (focused === 'article') expect(choices.map((one) => one.name)).toEqual([FERRY.title]);
  });

  it.each([
    ['sources', 'ANSWER:0'],
    ['source-page', 'ANSWER:1'],
    ['share', 'ANSWER'],
    ['article', 'ARTICLE:0'],
    ['articles', '0'],
  ])('a forged button “%s” with ids of the first shows nothing of it', async (name, args) => {
    const { sandbox, answerId, articleId } = await openTwo();
    const member = sandbox.as(IDS.member);
    const shown = await member.command('ask', { question: 'When does the ferry leave?' }, inSecond).reply();
    const forged = `${name}:${args.replace('ANSWER', answerId).replace('ARTICLE', articleId)}`;
    const answered = sandbox.world.until('interaction-answered');

    forgeButton(sandbox, shown.message.id, buttonOf(shown, 'sources'), forged);
    member.click(shown.message.id, forged);
    await answered;

    const everything = member.messages(inSecond.channelId).map(textOf).join('\n');
    expect(everything).toContain(FERRY.title);
    expect(everything).not.toMatch(SECRET);
  });

  it('a forged follow-up does not use the conversation of the first', async () => {
    const { sandbox, answerId } = await openTwo();
    const member = sandbox.as(IDS.member);
    const shown = await member.command('ask', { question: 'When does the ferry leave?' }, inSecond).reply();

    forgeButton(sandbox, shown.message.id, buttonOf(shown, 'follow-up'), `follow-up:${answerId}`);
    const opener = member.click(shown.message.id, `follow-up:${answerId}`);
    await opener.modal();
    const followed = await member.submitModal(opener, { question: 'Who else is there, and why?' }).reply();

    expect(textOf(followed)).not.toMatch(SECRET);
  });

  it('a mention is answered from its own articles', async () => {
    const { sandbox } = await openTwo();
    const member = sandbox.as(IDS.member);
    const messages = () => member.messages(IDS.harborGeneral);
    const answered = sandbox.world.until(() => messages().length === 2, { timeoutMs: 20_000 });

    member.say(`<@${IDS.application}> ${QUESTION}`, inSecond);
    await answered;

    expect(textOf(messages()[1] as MessageView)).not.toMatch(SECRET);
    expect(textOf(messages()[1] as MessageView)).toMatch(/The article doesn['’]t say\./);
  });
});

it('each server counts only its own usage', async () => {
  const { sandbox } = await openTwo();

  const shown = await sandbox.as(IDS.owner).command('usage', {}, inSecond).reply();

  expect(textOf(shown)).toContain('no requests');
});

/** The first server has an article and an answer. */
async function openTwo(): Promise<WholeBot & { readonly answerId: string; readonly articleId: string }> {
  const opened = await openWholeBot({ app: { corpusDir: false } });
  const { app, sandbox } = opened;
  await app.assistant.addArticle({ library: `guild:${IDS.harbor}`, ...FERRY });
  const shown = await sandbox.as(IDS.member).command('ask', { question: QUESTION }, inFirst).reply();
  const [, answerId = ''] = buttonOf(shown, 'sources').split(':');
  const [article] = app.assistant.listArticles({ library: `guild:${IDS.gazette}` });
  if (!article || buttonsOf(shown).length === 0) throw new Error('the first server has no answer');
  return { ...opened, answerId, articleId: article.id };
}

/** The text of a message, without what the person typed. */
function withoutEcho(shown: MessageView, typed: Readonly<Record<string, string>>): string {
  const echoes = Object.values(typed).flatMap((value) => [value, value.replace(/[()_*]/g, '\\$&')]);
  return echoes.reduce((text, echo) => text.replaceAll(echo, ''), textOf(shown));
}

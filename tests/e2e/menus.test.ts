// Menus and buttons around answers: which article is meant, suggested questions, the list of articles.
import { expect, it } from 'vitest';
import { checkText } from '../../src/discord/text/check.js';
import { buttonOf, buttonsOf, IDS, openWholeBot, textOf } from '../support/discord.js';
import { HARBOUR } from '../support/small-article.js';

const inGeneral = { channelId: IDS.general };
const FERRY = {
  title: 'Harbour ferry runs again',
  text: 'The ferry runs again since Tuesday, the operator said. It leaves at seven every morning from the new quay. Tickets cost two crowns for everybody. Dogs travel free of charge.',
};

it.each([
  ['ask', { question: 'When does the ferry leave?', article: 'unknown' }, 'at seven every morning'],
  ['ask', { question: 'When does the ferry leave?', article: 'harbour' }, 'at seven every morning'],
  ['search', { query: 'ferry', article: 'unknown' }, 'The ferry runs again'],
  ['summary', {}, 'ferry'],
  ['article show', { article: 'unknown' }, 'Dogs travel free'],
])('/%s %o asks which article is meant, and goes on with the chosen one', async (name, options, expected) => {
  const { sandbox, ferryId } = await openTwoArticles();
  const member = sandbox.as(IDS.member);

  const asked = await member.command(name, options, inGeneral).reply();
  const chosen = await member.select(asked.message.id, buttonOf(asked, 'pick'), [ferryId]).reply();

  expect(textOf(asked)).toContain('Which article do you mean?');
  expect(textOf(chosen)).toContain(expected);
  expect(buttonsOf(chosen).some((id) => id.startsWith('pick:'))).toBe(false);
});

it('lets only the person who asked choose', async () => {
  const { sandbox, ferryId } = await openTwoArticles();
  const asked = await sandbox.as(IDS.member).command('summary', {}, inGeneral).reply();

  const answered = sandbox.world.until('interaction-answered');
  sandbox.as(IDS.owner).select(asked.message.id, buttonOf(asked, 'pick'), [ferryId]);
  await answered;

  const [shown] = sandbox.as(IDS.member).messages(IDS.general);
  expect(shown && textOf(shown)).toContain('Which article do you mean?');
  const everything = sandbox.as(IDS.owner).messages(IDS.general).map(textOf).join('\n');
  expect(everything).toContain('Only the person who asked');
});

it('opens an article from the list', async () => {
  const { sandbox, ferryId } = await openTwoArticles();
  const member = sandbox.as(IDS.member);

  const list = await member.command('article list', {}, inGeneral).reply();
  const opened = await member.select(list.message.id, buttonOf(list, 'open-article'), [ferryId]).reply();

  expect(textOf(opened)).toContain('Dogs travel free of charge.');
});

it('replies to a greeting with suggested questions that answer on a click', async () => {
  const { sandbox } = await openWholeBot({ app: { corpusDir: false } });
  const member = sandbox.as(IDS.member);

  const greeted = await member.command('ask', { question: 'hi' }, inGeneral).reply();
  const answer = await member.click(greeted.message.id, buttonOf(greeted, 'suggested')).reply();

  expect(textOf(greeted)).not.toContain("doesn't say");
  expect(buttonsOf(answer).some((id) => id.startsWith('sources:'))).toBe(true);
});

it('asks which article a question about an article means', async () => {
  const { sandbox, ferryId } = await openTwoArticles();
  const member = sandbox.as(IDS.member);

  const asked = await member.command('ask', { question: 'What is this article about?' }, inGeneral).reply();
  const summary = await member.select(asked.message.id, buttonOf(asked, 'choose'), [ferryId]).reply();

  expect(textOf(summary)).toContain(FERRY.title);
  expect(textOf(summary)).toMatch(/^- .*ferry/m);
});

it('asks about the message that a mention replies to', async () => {
  const { sandbox } = await openWholeBot({ app: { corpusDir: false } });
  const [owner, member] = [sandbox.as(IDS.owner), sandbox.as(IDS.member)];
  const question = owner.say(`<@${IDS.application}> Who is the mayor?`, inGeneral);
  await sandbox.world.until(() => member.messages(IDS.general).length === 2);
  const hidden = owner.say('I wonder how much that costs.', inGeneral);

  member.say(`<@${IDS.application}>`, { ...inGeneral, replyToId: question.message.id });
  await sandbox.world.until(() => member.messages(IDS.general).length === 5);
  member.say(`<@${IDS.application}>`, { ...inGeneral, replyToId: hidden.message.id });
  await sandbox.world.until(() => member.messages(IDS.general).length === 7);

  const texts = member.messages(IDS.general).map(textOf);
  expect(texts[4]).toContain('Calloway');
  expect(texts[6]).toContain("doesn't show me that message");
});

it('checks the message that “is this true?” replies to', async () => {
  const { sandbox } = await openWholeBot({ app: { corpusDir: false } });
  const [owner, member] = [sandbox.as(IDS.owner), sandbox.as(IDS.member)];
  const claim = owner.say(`<@${IDS.application}> The mayor is called Napoleon.`, inGeneral);
  await sandbox.world.until(() => member.messages(IDS.general).length === 2);

  member.say(`<@${IDS.application}> is this true?`, { ...inGeneral, replyToId: claim.message.id });
  await sandbox.world.until(() => member.messages(IDS.general).length === 4);

  const checked = textOf(member.messages(IDS.general)[3] as Parameters<typeof textOf>[0]);
  expect(checked).toContain('Napoleon');
  expect(checked).toContain(checkText.heading);
});

it('names who asked above a shared answer, and shares it once', async () => {
  const { sandbox } = await openWholeBot({ app: { corpusDir: false } });
  const member = sandbox.as(IDS.member);
  const options = { question: 'Who is the mayor?', share: 'only-me' };
  const answer = await member.command('ask', options, inGeneral).reply();

  const shared = await member.click(answer.message.id, buttonOf(answer, 'share')).reply();
  const answered = sandbox.world.until('interaction-answered');
  member.click(answer.message.id, buttonOf(answer, 'share'));
  await answered;

  expect(textOf(shared)).toContain(`<@${IDS.member}> asked`);
  expect(shared.message.mentions).toEqual([]);
  expect(sandbox.as(IDS.owner).messages(IDS.general)).toHaveLength(1);
});

async function openTwoArticles() {
  const opened = await openWholeBot({ app: { corpusDir: false } });
  const { assistant } = opened.app;
  await assistant.addArticle({ library: `guild:${IDS.gazette}`, ...FERRY });
  const articles = assistant.listArticles({ library: `guild:${IDS.gazette}` });
  const ferryId = articles.find(({ title }) => title === FERRY.title)?.id ?? '';
  expect(articles.map(({ title }) => title)).toContain(HARBOUR.title);
  return { ...opened, ferryId };
}

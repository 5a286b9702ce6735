// Direct messages: which servers' articles they use, and how they continue a conversation.
import { describe, expect, it } from 'vitest';
import type { MessageView } from '../../src/sandbox/protocol.js';
import { removeBot } from '../../src/sandbox/world/bot-membership.js';
import { DEFAULT_SEED } from '../../src/sandbox/world/seed.js';
import { buttonOf, buttonsOf, IDS, openWholeBot, textOf, type WholeBot } from '../support/discord.js';

/** Words that only the first server's article contains. */
const SECRET = /Brannock|Calloway|Reyle|Delmar|nineteen|Harbour to close/i;
const QUESTION = 'When will the harbour of Brannock close?';
const directOf = (userId: string) =>
  DEFAULT_SEED.directs.find((direct) => direct.userId === userId)?.id ?? '';

const FERRY = {
  title: 'Ferry runs again',
  text: 'The ferry runs again since Tuesday, the operator said. It leaves at seven every morning from the new quay. Tickets cost two crowns for everybody. Dogs travel free of charge.',
};
const BRIDGE = {
  title: 'The harbour of Brannock seen from the hill',
  text: 'The harbour of Brannock will close for swimmers on 9 May 2031, the club said. Lifeguards watch the beach until then.',
};

describe('a direct message', () => {
  it("is answered from the articles of the person's servers", async () => {
    const { sandbox } = await openServers();

    const answer = await say({ sandbox }, IDS.member, QUESTION);

    expect(textOf(answer)).toContain('3 March 2031');
    expect(buttonsOf(answer).some((id) => id.startsWith('sources:'))).toBe(true);
  });

  it('uses no article of a server that the person is not in', async () => {
    const { sandbox } = await openServers();

    const asked = await say({ sandbox }, IDS.guest, QUESTION);
    const listed = await say({ sandbox }, IDS.guest, 'Which articles do you have?');

    expect(textOf(asked)).not.toMatch(SECRET);
    expect(textOf(listed)).not.toMatch(SECRET);
    expect(textOf(listed)).toContain(FERRY.title);
  });

  it('follows up on the last answer without a reply', async () => {
    const { sandbox } = await openServers();
    await say({ sandbox }, IDS.member, 'What does Tomas Reyle doubt?');

    const answer = await say({ sandbox }, IDS.member, 'What does he fear?');

    expect(textOf(answer)).toContain('small boats');
  });

  it('starts afresh on "new question"', async () => {
    const { app, sandbox } = await openServers();
    await say({ sandbox }, IDS.member, 'What does Tomas Reyle doubt?');

    await say({ sandbox }, IDS.member, 'new question');
    const answer = await say({ sandbox }, IDS.member, 'When does the ferry leave?');

    const [, id = ''] = buttonOf(answer, 'follow-up').split(':');
    const questions = app.assistant
      .conversation(id, { library: `user:${IDS.member}` })
      .map(({ question }) => question);
    expect(questions).toEqual(['When does the ferry leave?']);
  });

  it('is read together with the ones that follow at once', async () => {
    const { sandbox } = await openServers();
    const member = sandbox.as(IDS.member);
    const channelId = directOf(IDS.member);
    const answered = sandbox.world.until(() => fromBot(member.messages(channelId)).length > 0);

    member.say('hello there', { channelId });
    member.say('When does the ferry leave?', { channelId });
    await answered;

    const answers = fromBot(member.messages(channelId));
    expect(answers).toHaveLength(1);
    expect(textOf(answers[0] as MessageView)).toContain('at seven every morning');
  });

  it('offers the other servers if several match', async () => {
    const { app, sandbox } = await openServers();
    await app.assistant.addArticle({ library: `guild:${IDS.harbor}`, ...BRIDGE });
    const member = sandbox.as(IDS.member);

    const first = await say({ sandbox }, IDS.member, QUESTION);
    const menu = buttonOf(first, 'server');
    const other = textOf(first).includes('3 March 2031') ? IDS.harbor : IDS.gazette;
    const second = await member.select(first.message.id, menu, [other]).reply();

    const dates = [first, second].map((shown) => /3 March 2031|9 May 2031/.exec(textOf(shown))?.[0]);
    expect(dates.toSorted()).toEqual(['3 March 2031', '9 May 2031']);
  });

  it('says that there are no articles to someone who shares no server with the bot', async () => {
    const { sandbox } = await openServers();
    removeBot(sandbox.world, IDS.harbor);

    const asked = await say({ sandbox }, IDS.guest, QUESTION);
    const listed = await say({ sandbox }, IDS.guest, 'Which articles do you have?');

    expect(textOf(asked)).toContain('There are no articles here yet');
    expect(textOf(listed)).toContain('There are no articles here yet');
    expect(textOf(asked)).not.toMatch(SECRET);
  });

  it('is not answered from a server that the bot has left meanwhile', async () => {
    const { app, sandbox } = await openServers();
    await app.assistant.addArticle({ library: `guild:${IDS.harbor}`, ...BRIDGE });
    const member = sandbox.as(IDS.member);
    const first = await say({ sandbox }, IDS.member, QUESTION);
    const menu = buttonOf(first, 'server');
    const other = textOf(first).includes('3 March 2031') ? IDS.harbor : IDS.gazette;
    removeBot(sandbox.world, other);

    const chosen = await member.select(first.message.id, menu, [other]).reply();
    const asked = await say({ sandbox }, IDS.member, QUESTION);

    const secret = other === IDS.harbor ? '9 May 2031' : '3 March 2031';
    expect(textOf(chosen)).not.toContain(secret);
    expect(textOf(asked)).not.toContain(secret);
    expect(buttonsOf(asked).some((id) => id.startsWith('server:'))).toBe(false);
  });

  it('that isn’t answered offers questions that are', async () => {
    const { sandbox } = await openServers();

    const refused = await say({ sandbox }, IDS.member, 'Who won the football match in Madrid?');
    const suggested = buttonOf(refused, 'suggested');
    const answer = await sandbox.as(IDS.member).click(refused.message.id, suggested).reply();

    expect(buttonsOf(answer).some((id) => id.startsWith('sources:'))).toBe(true);
  });
});

it('commands in a direct message use the same articles', async () => {
  const { sandbox, articleId } = await openServers();
  const inDirect = (userId: string) => ({ channelId: directOf(userId) });

  const own = await sandbox
    .as(IDS.member)
    .command('ask', { question: QUESTION }, inDirect(IDS.member))
    .reply();
  const list = await sandbox.as(IDS.guest).command('article list', {}, inDirect(IDS.guest)).reply();
  const shown = await sandbox
    .as(IDS.guest)
    .command('article show', { article: articleId }, inDirect(IDS.guest))
    .reply();

  expect(textOf(own)).toContain('3 March 2031');
  expect(textOf(list)).toContain(FERRY.title);
  expect(textOf(list)).not.toMatch(SECRET);
  expect(textOf(shown)).not.toMatch(SECRET);
});

it('group messages use no articles of servers', async () => {
  const { sandbox, articleId } = await openServers();
  const owner = sandbox.as(IDS.owner);
  const inGroup = { channelId: IDS.group };

  const asked = await owner.command('ask', { question: QUESTION }, inGroup).reply();
  const shown = await owner.command('article show', { article: articleId }, inGroup).reply();

  expect(textOf(asked).replace(QUESTION, '')).not.toMatch(SECRET);
  expect(textOf(shown)).not.toMatch(SECRET);
});

/** Both servers have an article. The guest is only in the second. */
async function openServers(): Promise<WholeBot & { readonly articleId: string }> {
  const opened = await openWholeBot({ app: { corpusDir: false } });
  await opened.app.assistant.addArticle({ library: `guild:${IDS.harbor}`, ...FERRY });
  const [article] = opened.app.assistant.listArticles({ library: `guild:${IDS.gazette}` });
  return { ...opened, articleId: article?.id ?? '' };
}

/** Sends a direct message and waits for the reply. */
async function say(
  { sandbox }: Pick<WholeBot, 'sandbox'>,
  userId: string,
  text: string,
): Promise<MessageView> {
  const person = sandbox.as(userId);
  const channelId = directOf(userId);
  const before = fromBot(person.messages(channelId)).length;
  const answered = sandbox.world.until(() => fromBot(person.messages(channelId)).length > before);
  person.say(text, { channelId });
  await answered;
  return fromBot(person.messages(channelId)).at(-1) as MessageView;
}

function fromBot(messages: readonly MessageView[]): readonly MessageView[] {
  return messages.filter(({ message }) => message.author.id === IDS.application);
}

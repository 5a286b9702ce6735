// The whole bot when Discord refuses what it sends, and when people send what Discord's own client wouldn't.
import { RESTJSONErrorCodes } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { createBuiltinEngine } from '../../src/engines/builtin/engine.js';
import type { Sandbox } from '../../src/sandbox/server.js';
import { createMessage } from '../../src/sandbox/world/messages.js';
import type { WorldEvent } from '../../src/sandbox/world/types.js';
import { buttonOf, forgeButton, IDS, openWholeBot, textOf } from '../support/discord.js';
import { createGate } from '../support/gate.js';
import { createMemoryLog } from '../support/memory-log.js';
import { chatConfig, openTestServer } from '../support/models.js';
import { stopTime } from '../support/stop-time.js';
import { createStreamingEngine } from '../support/streaming-engine.js';

const QUESTION = 'When will the harbour close?';
const ANSWER = '3 March 2031';
const here = { channelId: IDS.general };
const EDIT = { method: 'PATCH', path: /^\/webhooks\/.*\/messages\/(?:@|%40)original$/ };
const MESSAGE = { method: 'POST', path: /^\/channels\/\d+\/messages$/ };

function ask(sandbox: Sandbox, options: Record<string, string> = {}, userId = IDS.member) {
  return sandbox.as(userId).command('ask', { question: QUESTION, ...options }, here);
}

/** Says something in a channel, and waits until the bot's log has this line. */
async function sayAndAwait(
  sandbox: Sandbox,
  logged: Promise<unknown>,
  channelId = IDS.general,
): Promise<void> {
  sandbox.as(IDS.member).say(`<@${IDS.application}> ${QUESTION}`, { channelId });
  await logged;
}

/** Changes the data of interactions before the bot receives them, as another client could. */
function forgeData({ world }: Sandbox, change: (data: Record<string, unknown>) => void): void {
  const emit = world.emit.bind(world);
  world.emit = (event: WorldEvent) => {
    if (event.kind === 'interaction-created')
      change(event.interaction.payload['data'] as Record<string, unknown>);
    emit(event);
  };
}

describe('a mention of the role that Discord made for the bot', () => {
  const role = (id: string, botId?: string) => ({
    ...{ id, name: 'Footnote', hoist: false, icon: null, unicode_emoji: null, position: 1, permissions: '0' },
    ...{ mentionable: true, flags: 0, color: 0, managed: botId !== undefined },
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    ...(botId && { tags: { bot_id: botId } }),
  });
  const OWN = '1200000000000000999';
  const OTHER = '1200000000000000998';

  function mention({ world }: Sandbox, roleId: string, text: string): void {
    const author = world.users.get(IDS.member);
    if (!author) throw new Error('there is no member');
    createMessage(world, {
      ...{
        channelId: IDS.general,
        author,
        body: { content: `<@&${roleId}> ${text}`, allowed_mentions: { parse: ['users'] } },
      },
      extra: { mention_roles: [roleId] },
    });
  }

  async function openWithRoles() {
    const whole = await openWholeBot();
    const guild = whole.sandbox.world.guilds.get(IDS.gazette) as unknown as { roles: object[] };
    guild.roles.push(role(OWN, IDS.application), role(OTHER));
    const messages = () => whole.sandbox.as(IDS.member).messages(IDS.general);
    const answered = () => whole.sandbox.world.until(() => messages().length > 1, { timeoutMs: 8_000 });
    return { ...whole, messages, answered };
  }

  it('gets a reply that says how to ask, because Discord hides the question', async () => {
    const { sandbox, messages, answered } = await openWithRoles();

    const reply = answered();
    mention(sandbox, OWN, QUESTION);
    await reply;

    expect(messages().map(textOf)[1]).toContain('`/ask`');
  });

  it('is left out of the question if the bot is mentioned as well', async () => {
    const { sandbox, messages } = await openWithRoles();

    const hasAnswer = () => messages().some((one) => textOf(one).includes(ANSWER));
    const answered = sandbox.world.until(hasAnswer, { timeoutMs: 8_000 });
    mention(sandbox, OWN, `<@${IDS.application}> ${QUESTION}`);
    await answered;

    expect(messages()).toHaveLength(2);
  });

  it('is the only role that gets one', async () => {
    const { sandbox, messages } = await openWithRoles();

    mention(sandbox, OTHER, QUESTION);
    // Handled after the mention, so the bot has read that.
    await ask(sandbox).reply();

    expect(messages()).toHaveLength(2);
  });
});

describe('an answer that Discord refuses', () => {
  it('in its form is replaced by a plain message', async () => {
    const { sandbox } = await openWholeBot();
    const code = RESTJSONErrorCodes.InvalidFormBodyOrContentType;
    sandbox.faults.failRest({ status: 400, code, times: 100, ...EDIT });

    const shown = await ask(sandbox).reply();

    expect(shown.isThinking).toBe(false);
    expect(shown.message.content).toContain('Something went wrong');
  });

  it.each([
    ['the channel is deleted', 404, RESTJSONErrorCodes.UnknownChannel],
    ['the bot was removed', 403, RESTJSONErrorCodes.MissingAccess],
  ] as const)('because %s is dropped without a direct message', async (_name, status, code) => {
    const { log, logged, lines } = createMemoryLog();
    const { sandbox } = await openWholeBot({ bot: { log } });
    sandbox.faults.failRest({ status, code, times: 100, ...MESSAGE });

    await sayAndAwait(sandbox, logged('reply was deleted or expired'));

    expect(lines.filter(({ level }) => level >= 40)).toEqual([]);
    expect(
      [...sandbox.world.channels.values()].flatMap(({ id }) => sandbox.world.messagesOf(id)),
    ).toHaveLength(1);
  });
});

describe('a direct message', () => {
  it('is answered without its history if Discord fails to send that', async () => {
    const { sandbox, app } = await openWholeBot();
    await app.assistant.addArticle({
      library: `user:${IDS.owner}`,
      title: 'Pier',
      text: 'The pier opens on 4 May 2032.',
    });
    const person = sandbox.as(IDS.owner);
    sandbox.faults.failRest({ status: 500, times: 100, method: 'GET', path: /^\/channels\/\d+\/messages/ });

    person.say('When does the pier open?', { channelId: IDS.direct });
    const hasAnswer = () => person.messages(IDS.direct).some((one) => textOf(one).includes('4 May 2032'));
    await sandbox.world.until(hasAnswer, { timeoutMs: 20_000 });

    expect(person.messages(IDS.direct).map(textOf).join()).not.toContain('went wrong');
  });
});

describe('an interaction that another client made up', () => {
  it('with an invisible question is declined, and costs no call of the model', async () => {
    const server = await openTestServer();
    const { sandbox } = await openWholeBot({ app: { models: { chat: chatConfig(server) } } });

    const shown = await ask(sandbox, { question: '\u200B \u2800' }).reply();

    expect(textOf(shown)).toContain('Your question is empty.');
    expect(server.received).toEqual([]);
  });

  it.each([
    ['without its message', () => ({})],
    ['without anything resolved', () => undefined],
  ])('from a message’s menu %s is declined', async (_name, resolved) => {
    const { sandbox } = await openWholeBot();
    const { message } = sandbox.as(IDS.owner).say('The harbour closes on 3 March 2031.', here);
    forgeData(sandbox, (data) => Object.assign(data, { resolved: resolved() }));

    const shown = await sandbox.as(IDS.member).contextMenu('Check against article', message.id, here).reply();

    expect(textOf(shown)).toContain('which message');
  });

  it('for /usage is declined if the member may not manage the server', async () => {
    const { sandbox } = await openWholeBot();
    const ids = new Map([...sandbox.world.commands.values()].map(({ name, id }) => [name, id]));
    forgeData(sandbox, (data) => Object.assign(data, { name: 'usage', id: ids.get('usage') }));

    const shown = await sandbox.as(IDS.member).command('help', {}, here).reply();

    expect(textOf(shown)).toContain('Manage Server');
  });
});

describe('a private answer', () => {
  const privately = { share: 'only-me' };

  it('can be shared and read by the person who asked, and by nobody else', async () => {
    const { sandbox } = await openWholeBot();
    const own = await ask(sandbox, privately).reply();
    const others = await ask(sandbox, {}, IDS.owner).reply();
    const sources = buttonOf(others, 'sources');

    for (const action of ['share', 'sources']) {
      const forged = buttonOf(own, action);
      forgeButton(sandbox, others.message.id, sources, forged);
      const shown = await sandbox.as(IDS.owner).click(others.message.id, forged).reply();
      expect(textOf(shown)).toContain('This answer is private.');
      forgeButton(sandbox, others.message.id, forged, sources);
    }

    const shared = await sandbox.as(IDS.member).click(own.message.id, buttonOf(own, 'share')).reply();
    expect(textOf(shared)).toContain(ANSWER);
    expect(shared.isEphemeral).toBe(false);
  });

  it('is not in the history of a follow-up to an answer that was shared after it', async () => {
    const engine = createBuiltinEngine();
    const seen: string[][] = [];
    const rewriter = {
      async rewrite(question: string, turns: readonly { question: string }[]) {
        seen.push(turns.map((turn) => turn.question));
        return { standalone: question, language: 'en' };
      },
    };
    const { sandbox } = await openWholeBot({ app: { engine: { ...engine, rewriter, fallback: engine } } });
    const person = sandbox.as(IDS.member);
    const followUp = async (
      userId: string,
      shown: Awaited<ReturnType<typeof followUpOf>>,
      question: string,
    ) => await followUpOf(userId, shown, question);
    async function followUpOf(
      userId: string,
      shown: Awaited<ReturnType<ReturnType<typeof ask>['reply']>>,
      question: string,
    ) {
      const opener = sandbox.as(userId).click(shown.message.id, buttonOf(shown, 'follow-up'));
      await opener.modal();
      return await sandbox.as(userId).submitModal(opener, { question }).reply();
    }

    const first = await ask(sandbox, { ...privately, question: 'Who is Tomas Reyle?' }).reply();
    const second = await followUp(IDS.member, first, QUESTION);
    const shared = await person.click(second.message.id, buttonOf(second, 'share')).reply();
    await followUp(IDS.owner, shared, 'How long will it last?');

    expect(seen).toEqual([['Who is Tomas Reyle?'], [QUESTION]]);
  });
});

describe('many questions at once to a model', () => {
  it('are all acknowledged before any other work', async () => {
    const gate = createGate();
    const { ranker, ...engine } = createStreamingEngine(() => gate.opened);
    let ranked = 0;
    const countingRanker: typeof ranker = {
      ...ranker,
      rank(...args) {
        ranked += 1;
        return ranker.rank(...args);
      },
    };
    const { sandbox } = await openWholeBot({
      app: { engine: { ...engine, ranker: countingRanker, fallback: createBuiltinEngine() } },
      sandbox: { clock: stopTime() },
    });

    const asked = Array.from({ length: 300 }, (_, index) =>
      ask(sandbox, { question: `${QUESTION} Part ${index}` }),
    );
    await Promise.all(asked.map((handle) => handle.acknowledged({ timeoutMs: 60_000 })));
    const rankedMeanwhile = ranked;
    gate.open();

    expect(rankedMeanwhile).toBe(0);
  });
});

// The whole bot while Discord has problems: REST requests fail, hang or are rate limited, and the gateway disconnects.
import { describe, expect, it } from 'vitest';
import type { RestFault } from '../../src/sandbox/network-faults.js';
import type { Sandbox } from '../../src/sandbox/server.js';
import { IDS, openWholeBot, textOf } from '../support/discord.js';
import { createGate } from '../support/gate.js';
import { createMemoryLog } from '../support/memory-log.js';
import { createStreamingEngine } from '../support/streaming-engine.js';

const QUESTION = 'When will the harbour close?';
const ANSWER = '3 March 2031';
const here = { channelId: IDS.general };
const LONG_WAIT = { timeoutMs: 60_000 };

const ACKNOWLEDGEMENT = { method: 'POST', path: /^\/interactions\/.*\/callback$/ };
const EDIT = { method: 'PATCH', path: /^\/webhooks\/.*\/messages\/(?:@|%40)original$/ };
const MESSAGE = { method: 'POST', path: /^\/channels\/\d+\/messages$/ };

const failures: readonly (readonly [string, RestFault])[] = [
  ['fails with 502 once', { status: 502 }],
  ['fails with 503 six times', { status: 503, times: 6 }],
  ['is rate limited', { status: 429, retryAfterMs: 300, times: 2 }],
  ['hangs', { status: 'hang' }],
  ['closes the connection six times', { status: 'close', times: 6 }],
  ['succeeds, but closes the connection', { status: 'close-after' }],
];

describe('a question is answered exactly once if its deferral', () => {
  it.each(failures)('%s', async (_, fault) => {
    const { sandbox } = await openWholeBot();
    sandbox.faults.failRest({ ...fault, ...ACKNOWLEDGEMENT });

    const shown = await ask(sandbox).reply({ ...LONG_WAIT, where: (one) => textOf(one).includes(ANSWER) });

    expect(shown.isEphemeral).toBe(false);
    expect(sandbox.as(IDS.owner).messages(IDS.general)).toHaveLength(1);
  });
});

describe('a question is answered exactly once if the edit', () => {
  it.each(failures)('%s', async (_, fault) => {
    const { sandbox } = await openWholeBot({ bot: { requestTimeoutMs: 1_000 } });
    sandbox.faults.failRest({ ...fault, ...EDIT });

    const shown = await ask(sandbox).reply({ ...LONG_WAIT, where: (one) => textOf(one).includes(ANSWER) });

    expect(sandbox.as(IDS.owner).messages(IDS.general).map(textOf)).toEqual([textOf(shown)]);
  });
});

describe('a mention is answered exactly once if the message', () => {
  it.each(failures)('%s', async (_, fault) => {
    const { sandbox } = await openWholeBot({ bot: { requestTimeoutMs: 1_000 } });
    const member = sandbox.as(IDS.member);
    const answered = sandbox.world.until(() => member.messages(IDS.general).length > 1, LONG_WAIT);
    sandbox.faults.failRest({ ...fault, ...MESSAGE });

    member.say(`<@${IDS.application}> ${QUESTION}`, here);
    await answered;
    await member.command('help', {}, here).reply(LONG_WAIT);

    const [, ...messages] = sandbox.as(IDS.owner).messages(IDS.general);
    expect(messages.map(textOf)).toEqual([expect.stringContaining(ANSWER)]);
  });
});

describe('the gateway', () => {
  it.each([
    ['disconnects and resumes', (sandbox: Sandbox) => sandbox.faults.dropGateway()],
    ['disconnects for good', (sandbox: Sandbox) => sandbox.faults.dropGateway({ isResumable: false })],
    ['asks to reconnect', (sandbox: Sandbox) => sandbox.faults.sendReconnect()],
    ['invalidates the session', (sandbox: Sandbox) => sandbox.faults.invalidateSessions()],
  ])('%s during an answer, and this and the next question are answered', async (_, fail) => {
    const [started, released] = [createGate(), createGate()];
    const engine = createStreamingEngine((sentence) => {
      if (sentence !== 1) return undefined;
      started.open();
      return released.opened;
    });
    const { sandbox } = await openWholeBot({ app: { engine } });
    const online = until(sandbox, () => sandbox.world.isBotOnline);
    const offline = until(sandbox, () => !sandbox.world.isBotOnline);

    const first = ask(sandbox);
    await started.opened;
    fail(sandbox);
    await offline;
    released.open();
    const answer = await first.reply({ ...LONG_WAIT, where: isComplete });
    await online;
    const next = await ask(sandbox).reply({ ...LONG_WAIT, where: isComplete });

    expect(textOf(answer)).toContain(ANSWER);
    expect(textOf(next)).toContain(ANSWER);
    expect(sandbox.as(IDS.owner).messages(IDS.general)).toHaveLength(2);
  });

  it('delivers a question that was asked while it was disconnected', async () => {
    const { sandbox } = await openWholeBot();
    sandbox.faults.dropGateway();

    const shown = await ask(sandbox).reply(LONG_WAIT);

    expect(textOf(shown)).toContain(ANSWER);
  });
});

describe('a token that expires during an answer', () => {
  it('ends the answer without an error, and the next question is answered', async () => {
    const [started, released] = [createGate(), createGate()];
    let isFirst = true;
    const engine = createStreamingEngine((sentence) => {
      if (sentence !== 0 || !isFirst) return undefined;
      isFirst = false;
      started.open();
      return released.opened;
    });
    const { log, lines } = createMemoryLog();
    const { sandbox } = await openWholeBot({ app: { engine }, bot: { log } });

    const late = ask(sandbox);
    await started.opened;
    sandbox.world.advance(15 * 60_000);
    released.open();
    await expect(late.reply()).rejects.toThrow('did not respond');
    const shown = await ask(sandbox).reply({ ...LONG_WAIT, where: isComplete });

    expect(textOf(shown)).toContain(ANSWER);
    expect(lines.filter(({ level }) => level >= 50)).toEqual([]);
    expect(lines.map(({ msg }) => msg)).toContain('reply was deleted or expired');
  });
});

function ask(sandbox: Sandbox) {
  return sandbox.as(IDS.member).command('ask', { question: QUESTION }, here);
}

function isComplete(shown: Parameters<typeof textOf>[0]): boolean {
  return textOf(shown).includes('Written by stand-in');
}

async function until(sandbox: Sandbox, isTrue: () => boolean): Promise<void> {
  await sandbox.world.until((event) => event.kind === 'presence-changed' && isTrue(), LONG_WAIT);
}

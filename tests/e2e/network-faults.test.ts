// The whole bot while Discord is not well: its REST fails, hangs or limits, and the gateway goes and comes back.
import { describe, expect, it } from 'vitest';
import type { RestFault } from '../../src/sandbox/rest/network-faults.js';
import type { Sandbox } from '../../src/sandbox/server.js';
import { IDS, openWholeBot, textOf } from '../support/discord.js';
import { createGate } from '../support/gate.js';
import { createMemoryLog } from '../support/memory-log.js';
import { createStreamingEngine } from '../support/streaming-engine.js';

const QUESTION = 'When will the harbour close?';
const ANSWER = '3 March 2031';
const here = { channelId: IDS.general };
const patient = { timeoutMs: 60_000 };

const ACKNOWLEDGEMENT = { method: 'POST', path: /^\/interactions\/.*\/callback$/ };
const EDIT = { method: 'PATCH', path: /^\/webhooks\/.*\/messages\/@original$/ };
const MESSAGE = { method: 'POST', path: /^\/channels\/\d+\/messages$/ };

const failures: readonly (readonly [string, RestFault])[] = [
  ['answers 502 once', { status: 502 }],
  ['answers 503 again and again', { status: 503, times: 6 }],
  ['limits the rate', { status: 429, retryAfterMs: 300, times: 2 }],
  ['hangs', { status: 'hang' }],
  ['cuts the connection', { status: 'close', times: 6 }],
  ['does it and cuts the connection', { status: 'close-after' }],
];

describe('a question is answered, once, where the acknowledgement', () => {
  it.each(failures)('%s', async (_, fault) => {
    const { sandbox } = await openWholeBot();
    sandbox.faults.failRest({ ...fault, ...ACKNOWLEDGEMENT });

    const shown = await ask(sandbox).reply({ ...patient, where: (one) => textOf(one).includes(ANSWER) });

    expect(shown.isEphemeral).toBe(false);
    expect(sandbox.as(IDS.owner).messages(IDS.general)).toHaveLength(1);
  });
});

describe('a question is answered, once, where the edit', () => {
  it.each(failures)('%s', async (_, fault) => {
    const { sandbox } = await openWholeBot({ bot: { requestTimeoutMs: 1_000 } });
    sandbox.faults.failRest({ ...fault, ...EDIT });

    const shown = await ask(sandbox).reply({ ...patient, where: (one) => textOf(one).includes(ANSWER) });

    expect(sandbox.as(IDS.owner).messages(IDS.general).map(textOf)).toEqual([textOf(shown)]);
  });
});

describe('a mention is answered, once, where the message', () => {
  it.each(failures)('%s', async (_, fault) => {
    const { sandbox } = await openWholeBot({ bot: { requestTimeoutMs: 1_000 } });
    const member = sandbox.as(IDS.member);
    const answered = sandbox.world.until(() => member.messages(IDS.general).length > 1, patient);
    sandbox.faults.failRest({ ...fault, ...MESSAGE });

    member.say(`<@${IDS.application}> ${QUESTION}`, here);
    await answered;
    await member.command('help', {}, here).reply(patient);

    const [, ...said] = sandbox.as(IDS.owner).messages(IDS.general);
    expect(said.map(textOf)).toEqual([expect.stringContaining(ANSWER)]);
  });
});

describe('the gateway', () => {
  it.each([
    ['is dropped and resumed', (sandbox: Sandbox) => sandbox.faults.dropGateway()],
    ['is dropped for good', (sandbox: Sandbox) => sandbox.faults.dropGateway({ isResumable: false })],
    ['asks to reconnect', (sandbox: Sandbox) => sandbox.faults.sendReconnect()],
    ['declares the session invalid', (sandbox: Sandbox) => sandbox.faults.invalidateSessions()],
  ])('%s in the middle of an answer, which comes, and the next one too', async (_, fail) => {
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
    const answer = await first.reply({ ...patient, where: isWhole });
    await online;
    const next = await ask(sandbox).reply({ ...patient, where: isWhole });

    expect(textOf(answer)).toContain(ANSWER);
    expect(textOf(next)).toContain(ANSWER);
    expect(sandbox.as(IDS.owner).messages(IDS.general)).toHaveLength(2);
  });

  it('brings a question that was asked while it was away', async () => {
    const { sandbox } = await openWholeBot();
    sandbox.faults.dropGateway();

    const shown = await ask(sandbox).reply(patient);

    expect(textOf(shown)).toContain(ANSWER);
  });
});

describe('a token that dies while the answer runs', () => {
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
    const shown = await ask(sandbox).reply({ ...patient, where: isWhole });

    expect(textOf(shown)).toContain(ANSWER);
    expect(lines.filter(({ level }) => level >= 50)).toEqual([]);
    expect(lines.map(({ msg }) => msg)).toContain('nobody waits for the reply any more');
  });
});

function ask(sandbox: Sandbox) {
  return sandbox.as(IDS.member).command('ask', { question: QUESTION }, here);
}

function isWhole(shown: Parameters<typeof textOf>[0]): boolean {
  return textOf(shown).includes('Written by stand-in');
}

async function until(sandbox: Sandbox, isTrue: () => boolean): Promise<void> {
  await sandbox.world.until((event) => event.kind === 'presence-changed' && isTrue(), patient);
}

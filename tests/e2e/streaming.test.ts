// Partial answers in Discord, and answers that are running when the bot stops.
import { describe, expect, it } from 'vitest';
import type { Sandbox } from '../../src/sandbox/server.js';
import { buttonsOf, connect, IDS, openWholeBot, textOf } from '../support/discord.js';
import { createGate } from '../support/gate.js';
import { HARBOUR } from '../support/small-article.js';
import { createStreamingEngine } from '../support/streaming-engine.js';

const QUESTION = 'What will the closure of the harbour of Brannock cost, and how long does it last?';
const here = { channelId: IDS.general };
const NEVER_MS = 2 ** 30;

describe('a partial answer', () => {
  it('is shown sentence by sentence, and at the end with its buttons', async () => {
    const paced = createPacedEngine();
    const { sandbox } = await openWholeBot({ app: { engine: paced.engine }, bot: { editIntervalMs: 0 } });
    const texts = recordEdits(sandbox);

    const asked = ask(sandbox);
    const partial: string[] = [];
    for (let sentence = 0; sentence < 2; sentence += 1) {
      paced.release();
      await paced.reached(sentence + 1);
      paced.release();
      const grown = await asked.reply({ where: (one) => textOf(one).split('\\[').length - 1 > sentence });
      partial.push(textOf(grown));
    }
    paced.releaseAll();
    const last = await asked.reply({ where: (one) => buttonsOf(one).length > 0 });

    expect(texts.at(-1)).toBe(textOf(last));
    expect(partial.every((text) => text.endsWith('Writing…'))).toBe(true);
    expect(textOf(last)).not.toContain('Writing…');
  });

  it('is skipped if the answer is complete before the next edit is due', async () => {
    const engine = createStreamingEngine(() => undefined);
    const { sandbox } = await openWholeBot({ app: { engine }, bot: { editIntervalMs: NEVER_MS } });
    const texts = recordEdits(sandbox);

    const last = await ask(sandbox).reply();

    expect(textOf(last).match(/\\\[\d+\\\]/g)?.length).toBeGreaterThan(1);
    expect(texts).toEqual([textOf(last)]);
  });
});

describe('a bot that stops', () => {
  it('lets a running answer finish, and declines new questions', async () => {
    const [started, released] = [createGate(), createGate()];
    const engine = createStreamingEngine((sentence) => {
      if (sentence !== 0) return undefined;
      started.open();
      return released.opened;
    });
    const { bot, sandbox } = await openWholeBot({ app: { engine } });
    const running = ask(sandbox);
    await started.opened;

    const closed = bot.close();
    const refused = await ask(sandbox).reply();
    released.open();
    await closed;

    expect(textOf(refused)).toContain('Footnote is restarting. Please try again in a minute.');
    expect(textOf(await running.reply())).toContain('Written by stand-in');
  });

  it('says that an answer was interrupted if it does not finish', async () => {
    const started = createGate();
    const engine = createStreamingEngine((sentence) => {
      if (sentence === 1) started.open();
      return sentence === 1 ? new Promise(() => {}) : undefined;
    });
    const { bot, sandbox } = await openWholeBot({ app: { engine }, bot: { graceMs: 50 } });
    const running = ask(sandbox);
    await started.opened;

    await bot.close();

    const text = textOf(await running.reply());
    expect(text).toContain('Footnote is restarting, so your request was interrupted.');
    expect(text).not.toContain('Reference');
    expect(sandbox.world.isBotOnline).toBe(false);
  });

  it('can be closed twice, and another one can be opened', async () => {
    const { app, bot, sandbox } = await openWholeBot();

    await bot.close();
    await bot.close();
    await connect(app, sandbox);
    const shown = await ask(sandbox).reply();

    expect(textOf(shown)).toContain(HARBOUR.title);
  });
});

function ask(sandbox: Sandbox) {
  return sandbox.as(IDS.member).command('ask', { question: QUESTION }, here);
}

/** Records the text of the reply after each edit. */
function recordEdits({ world }: Sandbox): readonly string[] {
  const texts: string[] = [];
  world.on((event) => {
    if (event.kind !== 'message-edited') return;
    texts.push(textOf({ message: event.record.message, isEphemeral: false, isThinking: false }));
  });
  return texts;
}

/** A writer that takes one step for each release. */
function createPacedEngine() {
  const steps = Array.from({ length: 50 }, () => ({ reached: createGate(), released: createGate() }));
  let next = 0;
  const release = () => steps[next++]?.released.open();
  return {
    engine: createStreamingEngine((sentence) => {
      steps[sentence]?.reached.open();
      return steps[sentence]?.released.opened;
    }),
    reached: (sentence: number) => steps[sentence]?.reached.opened,
    release,
    releaseAll: () => {
      while (next < steps.length) release();
    },
  };
}

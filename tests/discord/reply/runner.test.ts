import { describe, expect, it } from 'vitest';
import type { Payload } from '../../../src/discord/render/message.js';
import { renderNotice } from '../../../src/discord/render/notice.js';
import { createReply, type Sink } from '../../../src/discord/reply/reply.js';
import { createRunner } from '../../../src/discord/reply/runner.js';
import { createLog } from '../../../src/log.js';
import { createGate } from '../../support/gate.js';

const WHAT = { name: 'ask', userId: 'ann', library: 'guild:1' };
const [first] = renderNotice('first');
const [second] = renderNotice('second');
const last = renderNotice('last');

/** Writes down what it is asked to show. */
function createSink(change: Partial<Sink> = {}) {
  const shown: string[] = [];
  const note = (how: string) => async (payload: Payload) => {
    shown.push(`${how} ${textOf(payload)}`);
  };
  return { shown, sink: { edit: note('edit'), more: note('more'), ...change } satisfies Sink, note };
}

function textOf({ components: [container] }: Payload): string {
  return container.components.flatMap((one) => ('content' in one ? [one.content] : [])).join('\n');
}

const openRunner = () => createRunner({ log: createLog('silent'), editIntervalMs: 0 });

describe('a reply', () => {
  it('ends with its last word, whatever is shown afterwards', async () => {
    const { sink, shown } = createSink();
    const reply = createReply(sink, 0, () => {});

    reply.show(first);
    await reply.finish(last);
    reply.show(second);
    await reply.finish(last);

    expect(shown).toEqual(['edit last', 'edit last']);
  });

  it('waits for the edit that is under way, so that it cannot come last', async () => {
    const editing = createGate();
    const released = createGate();
    const { shown, note } = createSink();
    const { sink } = createSink({
      async edit(payload) {
        editing.open();
        if (textOf(payload) === 'first') await released.opened;
        await note('edit')(payload);
      },
    });
    const reply = createReply(sink, 0, () => {});
    reply.show(first);
    await editing.opened;

    const finished = reply.finish(last);
    released.open();
    await finished;

    expect(shown).toEqual(['edit first', 'edit last']);
  });

  it('goes on after an edit that failed', async () => {
    const dropped = createGate<unknown>();
    const { shown, note } = createSink();
    const { sink } = createSink({
      async edit(payload) {
        if (textOf(payload) === 'first') throw new Error('no');
        await note('edit')(payload);
      },
    });
    const reply = createReply(sink, 0, dropped.open);
    reply.show(first);
    await dropped.opened;

    await reply.finish(last);

    expect(shown).toEqual(['edit last']);
  });

  it('says that it failed where the sink wants it said, and nothing after that', async () => {
    const { shown, note } = createSink();
    const { sink } = createSink({ edit: note('edit'), fail: note('fail') });
    const reply = createReply(sink, 0, () => {});

    reply.show(first);
    await reply.fail(last);
    reply.show(second);

    expect(shown).toEqual(['fail last']);
  });
});

describe('the runner', () => {
  it('does not stop before those who were just acknowledged are told so', async () => {
    const acknowledged = createGate();
    const { shown, note } = createSink();
    const { sink } = createSink({ open: () => acknowledged.opened, edit: note('edit') });
    const runner = openRunner();
    const run = runner.run(WHAT, sink, async () => last);

    const closed = runner.close(1_000);
    acknowledged.open();
    await Promise.all([closed, run]);

    expect(shown).toEqual([expect.stringContaining('Footnote is restarting. Please ask again in a minute.')]);
  });

  it('tells nobody anything where the acknowledgement failed', async () => {
    const { sink, shown } = createSink({ open: () => Promise.reject(new Error('Unknown interaction')) });

    await expect(openRunner().run(WHAT, sink, async () => last)).rejects.toThrow('Unknown interaction');

    expect(shown).toEqual([]);
  });

  it('interrupts what does not finish in time, and says so', async () => {
    const { sink, shown } = createSink();
    const runner = openRunner();
    const begun = createGate();
    const run = runner.run(WHAT, sink, () => {
      begun.open();
      return new Promise(() => {});
    });
    await begun.opened;

    await runner.close(0);
    await run;

    expect(shown).toEqual([
      expect.stringMatching(/^edit This was interrupted.*\n-# Reference: [0-9a-f]{8}$/),
    ]);
  });

  it('gives up at the deadline, and says so', async () => {
    const { sink, shown } = createSink();
    const runner = createRunner({ log: createLog('silent'), deadlineMs: 1 });

    await runner.run(WHAT, sink, () => new Promise(() => {}));

    expect(shown).toEqual([expect.stringContaining('This took too long')]);
  });

  it('tells people nothing of what is inside an unexpected error', async () => {
    const { sink, shown } = createSink();

    await openRunner().run(WHAT, sink, () => Promise.reject(new Error('/srv/secret.sqlite is locked')));

    expect(shown[0]).toContain('Something went wrong on our side');
    expect(shown[0]).not.toContain('secret');
  });
});

// The whole bot with a language model, from the model's HTTP server to what a member of a Discord server sees.
import { describe, expect, it } from 'vitest';
import { buttonOf, IDS, openWholeBot, textOf } from '../support/discord.js';
import { chatConfig, openTestServer } from '../support/models.js';

const QUESTION = 'When will the harbour close, and what will it cost?';
const PROSE =
  'The city council said on Monday that the old harbour of Brannock will close on March 3, 2031 [1]. ' +
  'The work is expected to cost 4,500,000 crowns [3]. ' +
  'The mayor resigned over it [2]. See https://evil.example for more [1]. It will last 23 weeks [3].';
const here = { channelId: IDS.general };

async function openWithModel() {
  const server = await openTestServer();
  const whole = await openWholeBot({
    app: { models: { chat: chatConfig(server) } },
    bot: { editIntervalMs: 50 },
  });
  return { ...whole, server };
}

describe('/ask with a language model', () => {
  it('shows the sentences that the article says, and quotes it in place of the rest', async () => {
    const { sandbox, server } = await openWithModel();
    server.chat({ kind: 'text', text: PROSE, pieceChars: 12 });

    const asked = sandbox.as(IDS.member).command('ask', { question: QUESTION }, here);
    const shown = await asked.reply({ where: (one) => textOf(one).includes('Written by') });

    expect(textOf(shown)).toContain('March 3, 2031');
    expect(textOf(shown)).toContain('4,500,000 crowns');
    expect(textOf(shown)).toContain(
      'The work is expected to cost 4.5 million crowns and to last nineteen weeks.',
    );
    expect(textOf(shown)).toContain("because the model's wording couldn't be confirmed");
    for (const invented of ['resigned', 'evil.example', '23 weeks'])
      expect(textOf(shown)).not.toContain(invented);
  });

  it('cites the exact sentences', async () => {
    const { sandbox, server } = await openWithModel();
    server.chat({ kind: 'text', text: PROSE });
    const member = sandbox.as(IDS.member);
    const shown = await member
      .command('ask', { question: QUESTION }, here)
      .reply({ where: (one) => textOf(one).includes('Written by') });

    const sources = await member.click(shown.message.id, buttonOf(shown, 'sources')).reply();

    expect(textOf(sources)).toContain('**The old harbour of Brannock will close on 3 March 2031 for repairs');
  });

  it('shows a partial answer while the model writes', async () => {
    const { sandbox, server } = await openWithModel();
    server.chat({ kind: 'text', text: PROSE, pieceChars: 12, everyMs: 25 });

    const asked = sandbox.as(IDS.member).command('ask', { question: QUESTION }, here);
    const growing = await asked.reply({ where: (one) => textOf(one).includes('Writing…') });
    const whole = await asked.reply({ where: (one) => textOf(one).includes('Written by') });

    expect(textOf(growing)).toContain('March 3, 2031');
    expect(textOf(whole)).toContain('4,500,000 crowns');
  });

  it.each([
    ['is down', { kind: 'error', status: 401 } as const],
    ['says nothing', { kind: 'no-choices' } as const],
  ])('answers in the article’s own words if the model %s, and says so', async (_name, reply) => {
    const { sandbox, server } = await openWithModel();
    server.chat(reply);

    const shown = await sandbox
      .as(IDS.member)
      .command('ask', { question: 'When will the harbour close?' }, here)
      .reply({ where: (one) => !textOf(one).includes('Writing…') });

    expect(textOf(shown)).toContain('3 March 2031');
    expect(textOf(shown)).toContain("In the article's own words");
    expect(textOf(shown)).toContain('the built-in engine answered');
  });

  it('answers the same question again from the cache', async () => {
    const { sandbox, server } = await openWithModel();
    server.chat({ kind: 'text', text: PROSE });
    const member = sandbox.as(IDS.member);
    const isWhole = { where: (one: Parameters<typeof textOf>[0]) => textOf(one).includes('Written by') };
    const first = await member.command('ask', { question: QUESTION }, here).reply(isWhole);
    const requests = server.received.length;

    const second = await member.command('ask', { question: QUESTION.toLowerCase() }, here).reply(isWhole);

    expect(server.received.length).toBe(requests);
    expect(textOf(second).split('\n').slice(1)).toEqual(textOf(first).split('\n').slice(1));
  });
});

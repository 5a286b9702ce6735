// `/summary` with the real client: styles, lengths, several articles, and posting in a channel.
import { describe, expect, it } from 'vitest';
import { ENGLISH_LABELS } from '../../src/discord/text/labels/en.js';
import { buttonOf, buttonsOf, IDS, openWholeBot, textOf } from '../support/discord.js';

const inGeneral = { channelId: IDS.general };
const FERRY = {
  title: 'Harbour ferry runs again',
  text: 'The ferry runs again since Tuesday, the operator said. It leaves at seven every morning from the new quay. Tickets cost two crowns for everybody. Dogs travel free of charge.',
};

async function openMember() {
  const { app, sandbox } = await openWholeBot({ app: { corpusDir: false } });
  return { app, sandbox, member: sandbox.as(IDS.member) };
}

describe('/summary', () => {
  it('is brief unless another style is asked for', async () => {
    const { member } = await openMember();

    const shown = await member.command('summary', {}, inGeneral).reply();

    const lines = textOf(shown).split('\n');
    const body = lines.find((line) => /\\\[1\\\]/.test(line)) ?? '';
    expect(lines[0]).toMatch(/^### /);
    expect(body.split(/\s+/u).length).toBeLessThanOrEqual(80);
  });

  it.each([
    ['keyPoints', /^- .*\\\[1\\\]/m],
    ['timeline', /^- \*\*3 March 2031\*\*: /m],
    ['whosWho', /^- \*\*.*Calloway.*\*\*: /m],
    ['quotes', /^\*\*.*\*\*\n> “/m],
    ['numbers', /4\.5 million/],
    ['qa', /^\*\*.*\?\*\*$/m],
  ])('shows %s', async (style, expected) => {
    const { member } = await openMember();

    const shown = await member.command('summary', { style }, inGeneral).reply();

    expect(textOf(shown)).toMatch(expected);
  });

  it('changes style and length in place', async () => {
    const { member } = await openMember();
    const shown = await member.command('summary', {}, inGeneral).reply();
    const count = member.messages(IDS.general).length;

    const quotes = await member
      .select(shown.message.id, buttonOf(shown, 'summary-style'), ['quotes'])
      .reply();
    const more = await member.click(quotes.message.id, buttonOf(quotes, 'summary-length')).reply();

    expect(quotes.message.id).toBe(shown.message.id);
    expect(textOf(quotes)).toContain('> “Nobody asked us');
    expect(textOf(more)).toContain('> “');
    expect(member.messages(IDS.general)).toHaveLength(count);
  });

  it('can be changed at once, however short the pause is', async () => {
    const { sandbox } = await openWholeBot({ app: { corpusDir: false, limits: { cooldownSeconds: 60 } } });
    const member = sandbox.as(IDS.member);
    let shown = await member.command('summary', {}, inGeneral).reply();

    for (const style of ['numbers', 'keyPoints', 'timeline', 'brief', 'oneLine'])
      shown = await member.select(shown.message.id, buttonOf(shown, 'summary-style'), [style]).reply();

    expect(textOf(shown)).toContain('Harbour to close for repairs');
    expect(textOf(shown)).not.toContain('Slow down');
  });

  it('lets only the person who asked change it', async () => {
    const { sandbox, member } = await openMember();
    const shown = await member.command('summary', {}, inGeneral).reply();

    const answered = sandbox.world.until('interaction-answered');
    sandbox.as(IDS.owner).select(shown.message.id, buttonOf(shown, 'summary-style'), ['quotes']);
    await answered;

    const everything = sandbox.as(IDS.owner).messages(IDS.general).map(textOf).join('\n');
    expect(everything).toContain('Only the person who asked for this summary');
    expect(everything).not.toContain('> “');
  });

  it('covers all articles and names each', async () => {
    const { app, member } = await openMember();
    await app.assistant.addArticle({ library: `guild:${IDS.gazette}`, ...FERRY });

    const shown = await member.command('summary', { article: 'all' }, inGeneral).reply();
    const fresh = await member.command('summary', { 'new-since': 'day' }, inGeneral).reply();

    for (const view of [shown, fresh]) {
      expect(textOf(view)).toContain(ENGLISH_LABELS.summary.heading(2));
      expect(textOf(view)).toContain('-# Harbour ferry runs again');
      expect(textOf(view)).toContain('-# Harbour to close for repairs');
      expect(textOf(view)).not.toContain('leaves out');
    }
  });

  it('says how many articles it leaves out, and shows more of them on request', async () => {
    const { app, member } = await openMember();
    for (const text of [
      'The Marlow lighthouse got a new lamp, which sailors see from thirty miles away.',
      'Eleven lifeguards watch over the swimming pool in summer, twice as many as before.',
      'A museum of clocks opened in Tern Hill with forty rooms full of machinery.',
      'Engineers dig a tunnel under the bay for the northern railway.',
      'Farmers planted two hundred apple trees after the frost killed their old orchard.',
    ])
      await app.assistant.addArticle({ library: `guild:${IDS.gazette}`, title: text.slice(0, 20), text });

    const options = { article: 'all', length: 'short', style: 'keyPoints' };
    const shown = await member.command('summary', options, inGeneral).reply();
    const more = await member.click(shown.message.id, buttonOf(shown, 'summary-length')).reply();

    expect(textOf(shown)).toContain(ENGLISH_LABELS.summary.heading(5));
    expect(textOf(shown)).toContain('This summary leaves out 1 of 6 articles. **More** shows a longer one.');
    expect(textOf(more)).toContain(ENGLISH_LABELS.summary.heading(6));
    expect(textOf(more)).not.toContain('leaves out');
  });
});

describe('posting a summary', () => {
  it('posts in a channel and says where', async () => {
    const { member } = await openMember();

    const confirmed = await member.command('summary', { channel: IDS.articles }, inGeneral).reply();

    const posted = member.messages(IDS.articles).map(textOf).join('\n');
    expect(posted).toContain(ENGLISH_LABELS.summary.postedBy(IDS.member));
    expect(posted).toContain('Harbour to close for repairs');
    expect(textOf(confirmed)).toContain(`<#${IDS.articles}>`);
  });

  it('works from the button too', async () => {
    const { member } = await openMember();
    const shown = await member.command('summary', {}, inGeneral).reply();

    const asked = await member.click(shown.message.id, buttonOf(shown, 'summary-post')).reply();
    await member.select(asked.message.id, buttonOf(asked, 'summary-channel'), [IDS.articles]).reply();

    const [posted] = member.messages(IDS.articles).slice(-1);
    expect(posted && textOf(posted)).toContain('Harbour to close for repairs');
    expect(posted && buttonsOf(posted).some((id) => id.startsWith('summary-style'))).toBe(false);
  });

  it.each([
    ['the bot may not write', IDS.readOnly, "can't write in"],
    ['the channel is another server’s', IDS.harborGeneral, "can't find that channel"],
  ])('is refused where %s', async (_, channelId, expected) => {
    const { member } = await openMember();

    const refused = await member.command('summary', { channel: channelId }, inGeneral).reply();

    expect(textOf(refused)).toContain(expected);
  });
});

// Sources of an answer whose article has changed or was removed since.
import { expect, it } from 'vitest';
import { openSources } from '../../commands/buttons/answer-buttons.js';
import { invocationWith } from '../support/invocation.js';
import { openManaged } from '../support/managed-library.js';
import { HARBOUR } from '../support/small-article.js';

const LINK = 'https://example.org/harbour';
const HOME = { library: 'guild:1', userId: 'ann' };

it('show the paragraph that was cited, and say that the article has changed', async () => {
  const { library: manager, digests, assistant, sources, advance } = await openManaged();
  sources.pages.set(LINK, { ...HARBOUR });
  const { id } = await manager.preview({ kind: 'link', url: LINK }, HOME);
  const { article } = await manager.add(id, HOME);
  advance(60_000);
  const answer = await assistant.ask('How much will the work cost?', { library: HOME.library });
  const invocation = invocationWith({ assistant, manager, digests, ...HOME });
  const open = async () =>
    JSON.stringify(await openSources.run({ ...invocation, args: [answer.id, '0'], fields: {} }));

  const before = await open();
  advance(60_000);
  sources.pages.set(LINK, { ...HARBOUR, text: HARBOUR.text.replace('4.5 million', '6 million') });
  await manager.refresh(article.id, HOME);
  const afterRefresh = await open();
  await manager.remove(article.id, HOME);
  const afterRemoval = await open();

  expect(before).not.toContain('has changed');
  for (const shown of [before, afterRefresh, afterRemoval]) {
    expect(shown).toContain('4.5 million crowns');
    expect(shown).toContain('the firm Delmar');
    expect(shown).not.toContain('6 million');
  }
  for (const shown of [afterRefresh, afterRemoval]) expect(shown).toContain('The article has changed');
});

// Arbitrary text for tests of rendering, and the limits that every message keeps to.
import { type APIContainerComponent, ContainerBuilder } from 'discord.js';
import fc from 'fast-check';
import { expect } from 'vitest';
import { CUSTOM_ID_CHARS, MESSAGE_COMPONENTS, MESSAGE_TEXT_CHARS } from '../../src/discord/limits.js';
import type { Payload } from '../../src/discord/render/message.js';

/** Text in any script, with markup that could do harm. */
export const text = fc.oneof(
  { weight: 4, arbitrary: fc.string({ unit: 'grapheme', maxLength: 400 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', minLength: 3_900, maxLength: 9_000 }) },
  fc
    .array(
      fc.constantFrom(
        ...[
          '@everyone',
          '<@123456789012345678>',
          '[click](https://evil.example)',
          'https://evil.example/x',
          '# big',
          '||hidden||',
        ],
        ...[
          '\n\n',
          '\n- item',
          '\n1. item',
          '```code```',
          '<t:0:R>',
          '</ask:1>',
          ':smile:',
          '\\',
          'word',
          ' ',
          '-# small',
          '🏳️‍🌈',
        ],
      ),
      { maxLength: 40 },
    )
    .map((parts) => parts.join(' ')),
);
/** A title, without line breaks. */
export const line = text.map((value) => value.replace(/\s+/gu, ' ').slice(0, 200).toWellFormed());
/** Good and bad addresses, or none. */
export const url = fc.option(
  fc.oneof(
    fc.webUrl({ withFragments: true, withQueryParameters: true }),
    fc.constantFrom(
      'https://en.wiki.example/A_(b)_*c*?q=[x]',
      'javascript:alert(1)',
      'not a link',
      `https://x.example/${'y'.repeat(600)}`,
    ),
  ),
  { nil: undefined },
);

/** Checks a message against Discord's limits. */
export function expectFits(payload: Payload): void {
  expect(payload.allowedMentions).toEqual({ parse: [], repliedUser: false });
  const [container] = payload.components;
  new ContainerBuilder(container).toJSON();
  const texts = textsOf(container);
  expect(texts.join('').length).toBeLessThanOrEqual(MESSAGE_TEXT_CHARS);
  for (const content of texts) expect(content.isWellFormed() && content.trim().length > 0).toBe(true);
  const nested = container.components.reduce(
    (sum, component) => sum + 1 + ('components' in component ? component.components.length : 0),
    1,
  );
  expect(nested).toBeLessThanOrEqual(MESSAGE_COMPONENTS);
  const ids = container.components.flatMap((component) =>
    'components' in component
      ? component.components.flatMap((one) => ('custom_id' in one ? [one.custom_id] : []))
      : [],
  );
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id.length).toBeLessThanOrEqual(CUSTOM_ID_CHARS);
}

/** The text displays of a message. */
export function textsOf(container: APIContainerComponent): string[] {
  return container.components.flatMap((component) => ('content' in component ? [component.content] : []));
}

// Schemas that several variables share.
import { z } from 'zod';
import { parseUrl } from '../core/text/parse-url.js';

const valueText = {
  key: 'must be a key on one line, without spaces',
  userInfo: 'must not contain a user name or a password. Put the key into its own variable',
} as const;

/** Whatever is sent in a header: printable ASCII without spaces. */
export const key = z.string().regex(/^[\x21-\x7E]+$/u, valueText.key);

export const serverUrl = z
  .url({ protocol: /^https?$/ })
  .refine((url) => !hasUserInfo(url), valueText.userInfo);

export const positive = z.coerce.number().int().min(1);

function hasUserInfo(url: string): boolean {
  if (!parseUrl(url)) return false;
  const { username, password } = new URL(url);
  return username !== '' || password !== '';
}

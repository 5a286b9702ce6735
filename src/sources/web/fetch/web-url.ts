// Reads links: only http and https, usual ports, no passwords, and no names that belong to private networks.

import { isIP } from 'node:net';
import { parseUrl } from '../../../core/text/parse-url.js';
import { LINK_PROBLEMS, webError } from '../text.js';
import { isPublicAddress } from './public-address.js';

/** Longer addresses don't work everywhere: https://www.sitemaps.org/protocol.html#locdef */
const MAX_URL_CHARS = 2_048;
const USUAL_PORTS = [80, 443];
/** Top-level names that never lead to a public site: https://www.iana.org/assignments/special-use-domain-names and names in common use on private networks. */
const PRIVATE_SUFFIXES = new Set(
  'localhost local localdomain internal intranet private corp home lan test example invalid onion alt arpa'.split(
    ' ',
  ),
);

/** Hosts that the operator allows although they aren't public, as `host:port`. */
export type AllowedHosts = ReadonlySet<string>;

/**
 * Reads entries such as `wiki.intranet`, `10.0.0.5:8080` or `[fd00::1]:8080`. Without a port, 80 and 443 are allowed.
 * @throws AppError `sources/bad-host`
 */
export function readAllowedHosts(entries: readonly string[]): AllowedHosts {
  const hosts = new Set<string>();
  for (const entry of entries) {
    const [, name = '', port] = /^(\[[^\]]+\]|[^:/?#@*\s]+)(?::(\d{1,5}))?$/.exec(entry) ?? [];
    if (!parseUrl(`http://${name}`) || Number(port ?? 80) > 65_535) throw webError('bad-host', [entry]);
    const host = hostOf(new URL(`http://${name}`));
    for (const each of port === undefined ? USUAL_PORTS : [Number(port)]) hosts.add(`${host}:${each}`);
  }
  return hosts;
}

/** Whether the operator allows this host and port, public or not. */
export function isAllowedHost(url: URL, allowed: AllowedHosts): boolean {
  return allowed.has(`${hostOf(url)}:${portOf(url)}`);
}

/**
 * Reads a link that a request may be sent to, as far as its text can tell. The host's addresses still need a check.
 * @throws AppError `sources/bad-link`, `sources/unusual-port`, `sources/not-public`
 */
export function readWebUrl(text: string, allowed: AllowedHosts, base?: string): URL {
  const trimmed = text.trim();
  if (trimmed.length > MAX_URL_CHARS) throw webError('bad-link', [LINK_PROBLEMS.tooLong(MAX_URL_CHARS)]);
  const url = parseUrl(trimmed, base);
  if (!url) throw webError('bad-link', [LINK_PROBLEMS.invalid]);
  if (!/^https?:$/.test(url.protocol)) throw webError('bad-link', [LINK_PROBLEMS.protocol]);
  if (url.username !== '' || url.password !== '') throw webError('bad-link', [LINK_PROBLEMS.credentials]);
  if (isAllowedHost(url, allowed)) return url;
  const host = hostOf(url);
  const isPublic = isIP(host) === 0 ? isPublicName(host) : isPublicAddress(host);
  if (!isPublic) throw webError('not-public', [host]);
  if (!USUAL_PORTS.includes(portOf(url))) throw webError('unusual-port', [url.port]);
  return url;
}

/** The host in lower case, without brackets and without the dot that may end it. */
export function hostOf(url: URL): string {
  return url.hostname.replace(/^\[(.*)\]$/, '$1').replace(/\.$/, '');
}

function portOf(url: URL): number {
  return url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port);
}

/** A name without a dot is looked up in the local network. One that ends in a number could be read as an address. */
function isPublicName(host: string): boolean {
  const labels = host.split('.');
  const last = labels.at(-1) ?? '';
  return (
    labels.length > 1 &&
    !labels.includes('') &&
    !PRIVATE_SUFFIXES.has(last) &&
    !/^(?:\d+|0x[\da-f]*)$/.test(last)
  );
}

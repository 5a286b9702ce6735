// Opens connections to public addresses only. The address that is checked is the one that is connected to, so a name that
// resolves differently the next time (DNS rebinding) gains nothing.
import type { LookupAddress } from 'node:dns';
import { lookup } from 'node:dns/promises';
import type { LookupFunction } from 'node:net';
import { Agent, buildConnector } from 'undici';
import { webError } from '../text.js';
import { isPublicAddress } from './public-address.js';

/** Time limits of a request, in milliseconds. */
export interface TimeLimits {
  /** To open a connection. Default 10 s. */
  readonly connectMs: number;
  /** From the request to the end of the headers, and between two parts of the body. Default 10 s. */
  readonly idleMs: number;
  /** From the first request to the last byte, with all redirects. Default 30 s. */
  readonly totalMs: number;
}

/** Resolves a name to all of its addresses. */
export type ResolveHost = (hostname: string) => Promise<readonly LookupAddress[]>;

/** Headers together. Browsers and servers allow at most this much. */
const MAX_HEADER_BYTES = 32_768;
/** Connections to one host at a time. */
const MAX_CONNECTIONS = 2;

/** Resolves as the operating system does. */
export const resolveHost: ResolveHost = (hostname) => lookup(hostname, { all: true, verbatim: true });

/**
 * Opens an agent for undici. It ignores proxies of the environment.
 * @param isChecked false for hosts that the operator allows: their addresses may be private
 */
export function openAgent(
  isChecked: boolean,
  { connectMs, idleMs }: TimeLimits,
  resolve: ResolveHost,
): Agent {
  const connect = buildConnector({
    timeout: connectMs,
    rejectUnauthorized: true,
    allowH2: false,
    lookup: createLookup(resolve, isChecked),
  });
  return new Agent({
    connect: (options, callback) =>
      connect(options, (...result) => {
        const [error, socket] = result;
        // Names were checked when they were resolved. This checks addresses in links once more. A socket without an
        // address is closed already.
        const address = error === null ? socket.remoteAddress : undefined;
        if (!isChecked || error !== null || address === undefined || isPublicAddress(address)) {
          callback(...result);
          return;
        }
        socket.destroy();
        callback(webError('not-public', [options.hostname]), null);
      }),
    headersTimeout: idleMs,
    bodyTimeout: idleMs,
    maxHeaderSize: MAX_HEADER_BYTES,
    connections: MAX_CONNECTIONS,
    pipelining: 1,
  });
}

/** For `net.connect`. If one of a name's addresses isn't public, none is used. */
function createLookup(resolve: ResolveHost, isChecked: boolean): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname).then(
      (addresses) => {
        const [first] = addresses;
        if (isChecked && !addresses.every(({ address }) => isPublicAddress(address)))
          callback(webError('not-public', [hostname]), '', 0);
        else if (!first) callback(webError('no-such-site', [hostname]), '', 0);
        else if (options.all) callback(null, [...addresses]);
        else callback(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => callback(error, '', 0),
    );
  };
}

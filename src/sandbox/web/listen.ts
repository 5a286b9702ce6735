// Binds the sandbox's server to a loopback port.
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Keeps other machines from reaching the sandbox. */
const LOOPBACK = '127.0.0.1';

/**
 * Listens on the first free port.
 * @param ports tried in order; 0 stands for any free port
 * @returns the server's URL, such as `http://127.0.0.1:3000`
 * @throws the last port's error if every port is taken; see {@link isPortTaken}
 */
export async function listenOnFirstFreePort(server: Server, ports: readonly number[]): Promise<string> {
  for (const [index, port] of ports.entries()) {
    try {
      server.listen(port, LOOPBACK);
      await once(server, 'listening');
      break;
    } catch (error) {
      if (!isPortTaken(error) || index === ports.length - 1) throw error;
    }
  }
  return `http://${LOOPBACK}:${(server.address() as AddressInfo).port}`;
}

/** Whether listening failed because another program uses the port, or because the system reserves it (EACCES). */
export function isPortTaken(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'EADDRINUSE' || code === 'EACCES';
}

import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { downloadAttachment } from '../../src/discord/download-attachment.js';

const MEGABYTE = 1024 * 1024;

async function serve(handle: RequestListener): Promise<string> {
  const server = createServer(handle);
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const fileAt = (url: string, bytes = 5) => ({ name: 'note.txt', bytes, contentType: 'text/plain', url });

it('downloads a file from the server of the API', async () => {
  const origin = await serve((_, response) => response.end('Hello'));

  const file = await downloadAttachment(fileAt(`${origin}/note.txt`), { apiUrl: `${origin}/api` });

  expect({ ...file, bytes: new TextDecoder().decode(file.bytes) }).toEqual({
    ...{ name: 'note.txt', contentType: 'text/plain', bytes: 'Hello' },
  });
});

it.each([
  'https://example.org/note.txt',
  'http://cdn.discordapp.com/note.txt',
  'https://cdn.discordapp.com.example.org/note.txt',
  'https://cdn.discordapp.com:8443/note.txt',
  'file:///etc/passwd',
  'http://127.0.0.1/note.txt',
  'not an address',
])('sends no request to %s', async (url) => {
  const download = downloadAttachment(fileAt(url), { apiUrl: undefined });

  await expect(download).rejects.toMatchObject({ code: 'discord/file-gone' });
});

it('follows no redirect', async () => {
  let visits = 0;
  const target = await serve((_, response) => {
    visits += 1;
    response.end('Hello');
  });
  const origin = await serve((_, response) => response.writeHead(302, { location: target }).end());

  const download = downloadAttachment(fileAt(`${origin}/note.txt`), { apiUrl: origin });

  await expect(download).rejects.toMatchObject({ code: 'discord/file-gone' });
  expect(visits).toBe(0);
});

it('says so if the file is gone or the server does not answer', async () => {
  const origin = await serve((_, response) => response.writeHead(404).end());
  const broken = await serve((_, response) => response.destroy());

  for (const from of [origin, broken]) {
    const download = downloadAttachment(fileAt(`${from}/note.txt`), { apiUrl: from });
    await expect(download).rejects.toMatchObject({ code: 'discord/file-gone' });
  }
});

it('refuses a file that is too large before it asks for it', async () => {
  const download = downloadAttachment(fileAt('https://cdn.discordapp.com/note.txt', 26 * MEGABYTE), {});

  await expect(download).rejects.toMatchObject({ code: 'discord/file-too-large' });
});

it('stops reading a file that is larger than declared', async () => {
  let sent = 0;
  const origin = await serve((_, response) => {
    const send = () => {
      if (response.destroyed) return;
      sent += MEGABYTE;
      response.write(new Uint8Array(MEGABYTE), send);
    };
    send();
  });

  const download = downloadAttachment(fileAt(`${origin}/note.txt`), { apiUrl: origin });

  await expect(download).rejects.toMatchObject({ code: 'discord/file-too-large' });
  expect(sent).toBeLessThan(60 * MEGABYTE);
});

it('stops when it is aborted', async () => {
  const abort = new AbortController();
  const origin = await serve((_, response) => {
    response.write('Hel');
    abort.abort(new Error('stopped'));
  });

  const download = downloadAttachment(fileAt(`${origin}/note.txt`), { apiUrl: origin, signal: abort.signal });

  await expect(download).rejects.toThrow('stopped');
});

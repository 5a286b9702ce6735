// Reads files through the real worker thread. It runs the compiled code, so build first.
import { afterAll, describe, expect, it } from 'vitest';
import { createFileReader } from '../../../src/sources/read-source-file.js';
import { countTurnsDuring } from '../../support/event-loop.js';
import { pdfPages } from './build-files.js';

const reader = createFileReader();
const textBytes = (text: string) => new TextEncoder().encode(text);

afterAll(() => reader.close());

describe('createFileReader', () => {
  it.each([
    ['rain.md', '# Rain\n\nIt rained for *three* days.'],
    ['rain.markdown', '# Rain\n\nIt rained for three days.'],
    ['rain.txt', 'Rain\n\nIt rained for three days.'],
    ['rain.html', '<!doctype html><title>Rain</title><h1>Rain</h1><p>It rained for three days.</p>'],
    ['rain', '<html><h1>Rain</h1><p>It rained for three days.</p></html>'],
  ])('reads %s', async (name, text) => {
    const draft = await reader.readSourceFile({ name, bytes: textBytes(text) });

    expect(draft).toMatchObject({ title: 'Rain', text: 'Rain\n\nIt rained for three days.', bodyStart: 6 });
  });

  it('leaves the bytes of the caller as they are', async () => {
    const bytes = textBytes('# Rain\n\nIt rained.');

    await reader.readSourceFile({ name: 'rain.md', bytes });

    expect(bytes.length).toBe(18);
  });

  it('refuses markup that is nested too deeply, and reads the next file', async () => {
    const nested = `${'<div>'.repeat(200_000)}It rained.`;

    await expect(
      reader.readSourceFile({ name: 'deep.html', bytes: textBytes(nested) }),
    ).rejects.toMatchObject({
      code: 'sources/page-too-complex',
    });

    const draft = await reader.readSourceFile({ name: 'a.txt', bytes: textBytes('It rained.') });
    expect(draft.text).toBe('It rained.');
  });

  it('refuses a file that needs more memory than allowed', async () => {
    const small = createFileReader({ maxMemoryMb: 24 });
    const list = '- item\n'.repeat(400_000);

    const reading = small.readSourceFile({ name: 'list.md', bytes: textBytes(list) });

    await expect(reading).rejects.toMatchObject({
      code: 'sources/too-complex',
      message: '“list.md” needs too much memory to read.',
    });
    await small.close();
  });

  it('refuses a file that takes longer than allowed', async () => {
    const hasty = createFileReader({ maxMs: 300 });
    const list = '- item\n'.repeat(200_000);

    const reading = hasty.readSourceFile({ name: 'list.md', bytes: textBytes(list) });

    await expect(reading).rejects.toMatchObject({ message: '“list.md” takes too long to read.' });
    await hasty.close();
  });

  it('refuses a file that is too large without starting a thread', async () => {
    const small = createFileReader({ maxBytes: 2 ** 20 });

    const reading = small.readSourceFile({ name: 'a.txt', bytes: new Uint8Array(3 * 2 ** 20) });

    await expect(reading).rejects.toMatchObject({
      code: 'sources/too-large',
      message: '“a.txt” is too large: 3 MB, and the limit is 1 MB.',
    });
  });

  it('stops when the signal aborts, also for a file that waits for its turn', async () => {
    const one = createFileReader({ concurrency: 1 });
    const list = textBytes('- item\n'.repeat(200_000));
    const controller = new AbortController();

    const first = one.readSourceFile({ name: 'a.md', bytes: list }, { signal: controller.signal });
    const second = one.readSourceFile({ name: 'b.md', bytes: list }, { signal: controller.signal });
    const third = one.readSourceFile({ name: 'c.txt', bytes: textBytes('It rained.') });
    controller.abort(new Error('cancelled'));

    await expect(first).rejects.toThrow('cancelled');
    await expect(second).rejects.toThrow('cancelled');
    await expect(third).resolves.toMatchObject({ text: 'It rained.' });
    await one.close();
  });

  it('keeps the event loop free', async () => {
    const list = textBytes('- item\n'.repeat(2_000));

    const turns = await countTurnsDuring(reader.readSourceFile({ name: 'list.md', bytes: list }));

    expect(turns).toBeGreaterThan(10);
  });

  it('reads a book of 500 pages with progress while the event loop stays free', async () => {
    const pages = Array.from({ length: 500 }, (_page, index) =>
      Array.from(
        { length: 45 },
        (_line, at) =>
          `Line ${at} of page ${index} tells how the river rose and what the village did that year.`,
      ),
    );
    const bytes = pdfPages(pages);
    const steps: number[] = [];

    const reading = reader.readSourceFile(
      { name: 'book.pdf', bytes },
      { onProgress: (_step, done, total) => steps.push(done / total) },
    );
    const turns = await countTurnsDuring(reading);
    const draft = await reading;

    expect(turns).toBeGreaterThan(10);
    expect(steps.length).toBeGreaterThan(3);
    expect(steps).toEqual([...steps].sort((a, b) => a - b));
    expect(draft.structure?.filter(({ kind }) => kind === 'page')).toHaveLength(500);
    expect(draft.text).toContain('Line 44 of page 499 tells how');
  });

  it('rejects all files after it is closed', async () => {
    const closed = createFileReader();
    await closed.close();

    await expect(
      closed.readSourceFile({ name: 'a.txt', bytes: textBytes('It rained.') }),
    ).rejects.toMatchObject({
      code: 'sources/closed',
    });
  });
});

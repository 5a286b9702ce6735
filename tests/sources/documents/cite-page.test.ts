// A question about a PDF file, from the file to the page number in the answer. Runs the compiled reader.
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openTestApp, temporaryFolder } from '../../support/temporary.js';

describe('an answer from a PDF file', () => {
  it('names the page of its quote', async () => {
    const corpusDir = temporaryFolder();
    copyFileSync(join(import.meta.dirname, 'files', 'labels.pdf'), join(corpusDir, 'report.pdf'));
    const { assistant } = await openTestApp({ corpusDir });

    const answer = await assistant.ask('On how many days was swimming allowed?', { library: 'town' });
    const results = await assistant.search('“Station 3 stands”', { library: 'town' });

    expect(answer).toMatchObject({
      kind: 'answered',
      citations: [{ quote: expect.stringContaining('301 days'), page: 'i' }],
    });
    expect(results[0]).toMatchObject({ page: '3' });
  });
});

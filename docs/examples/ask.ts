// Footnote inside a program of your own. After `npm run build`: node dist/docs/examples/ask.js
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openApp } from '../../src/index.js'; // in your own program: from 'footnote-bot'

const { assistant, close } = await openApp({ dataDir: mkdtempSync(join(tmpdir(), 'footnote-')) });
await assistant.addArticle({
  library: 'my-page',
  title: 'Harbour to close for repairs',
  text: 'The old harbour will close on 3 March for repairs. The work is expected to last nineteen weeks.',
});

const answer = await assistant.ask('How long will the work last?', { library: 'my-page' });
if (answer.kind === 'answered') {
  process.stdout.write(`${answer.text}\n`);
  for (const { marker, quote, start, end } of answer.citations) {
    process.stdout.write(`[${marker}] “${quote}” (${start}–${end})\n`);
  }
} else process.stdout.write("The article doesn't say.\n");
await close();

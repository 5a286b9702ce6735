// Reads pasted text and text files. It opens no links.
import { extname } from 'node:path';
import { AppError } from '../core/errors.js';
import type { ArticleSources } from '../core/library/ports.js';
import { decodeText } from './decode-text.js';
import { readArticleFile } from './file.js';

export function createTextSources(): ArticleSources {
  return {
    readLink: () => Promise.reject(noLinks()),
    readFeed: () => Promise.reject(noLinks()),
    async readFile({ name, bytes }) {
      if (!/^\.(?:md|txt)$/iu.test(extname(name))) {
        throw new AppError({
          code: 'sources/unsupported',
          message: `I can't read “${name}”.`,
          advice: 'Send a .md or .txt file.',
        });
      }
      return readArticleFile(decodeText(Buffer.from(bytes)), name);
    },
    readText(text, title = '') {
      const draft = readArticleFile(text, 'text.md');
      return title.trim() === '' ? draft : { ...draft, title: title.trim() };
    },
  };
}

function noLinks(): AppError {
  return new AppError({
    code: 'sources/no-links',
    message: "Links can't be opened here.",
    advice: 'Send the article as a file, or paste its text.',
  });
}

// Inserts an article, its passages and their vectors as rows that nobody sees yet.
import type { IndexedPassage } from '../../../core/store-ports.js';
import type { Article } from '../../../core/text/article.js';
import { ownProcess } from '../../process-alive.js';
import { encodeSpans, encodeVector } from '../blobs.js';
import type { Connection } from '../database.js';
import { toParameters } from './article-rows.js';
import { deleteArticleRows } from './delete-article.js';
import { writeInSteps } from './write-in-steps.js';

/** What was inserted. */
export interface InsertedArticle {
  /** Row key. */
  readonly key: number;
  /** Row key of its library. */
  readonly library: number;
  readonly passages: readonly { readonly id: number; readonly vector: Float32Array | undefined }[];
}

/** Returns a function that inserts an article. If it fails, nothing is left behind. */
export function prepareArticleInsertion(
  database: Connection,
  fingerprint: string,
): (
  article: Article,
  passages: readonly IndexedPassage[],
  signal: AbortSignal | undefined,
) => Promise<InsertedArticle> {
  const insertLibrary = database.prepare('INSERT OR IGNORE INTO libraries (name) VALUES (?)');
  const libraryKey = database.prepare('SELECT key FROM libraries WHERE name = ?').pluck();
  const insertArticle = database.prepare(
    `INSERT INTO articles (id, library, visible, writer, writer_started, title, text, body_start, structure, language, digest, url, author, published)
     VALUES (@id, @library, 0, @writer, @writerStarted, @title, @text, @bodyStart, @structure, @language, @digest, @url, @author, @published)`,
  );
  const insertPassage = database.prepare(
    'INSERT INTO passages (article, start, end, sentences) VALUES (?, ?, ?, ?)',
  );
  const insertText = database.prepare('INSERT INTO passages_text (rowid, scope, terms) VALUES (?, ?, ?)');
  const insertVector = database.prepare(
    'INSERT INTO vectors (passage, fingerprint, vector) VALUES (?, ?, ?)',
  );
  const insertKeys = database.transaction((article: Article) => {
    const { id: writer, startedAt: writerStarted } = ownProcess();
    insertLibrary.run(article.library);
    const library = libraryKey.get(article.library) as number;
    const parameters = { ...toParameters(article), library, writer, writerStarted };
    return { library, key: Number(insertArticle.run(parameters).lastInsertRowid) };
  });

  return async (article, passages, signal) => {
    const { key, library } = insertKeys.immediate(article);
    const inserted: { id: number; vector: Float32Array | undefined }[] = [];
    const write = ({ start, end, sentences, terms, vector }: IndexedPassage) => {
      const id = Number(insertPassage.run(key, start, end, encodeSpans(sentences)).lastInsertRowid);
      insertText.run(id, `l${library} a${key}`, terms.join(' '));
      if (vector) insertVector.run(id, fingerprint, encodeVector(vector));
      inserted.push({ id, vector });
    };
    try {
      await writeInSteps(database, passages, write, signal);
    } catch (error) {
      await deleteArticleRows(database, key);
      throw error;
    }
    return { key, library, passages: inserted };
  };
}

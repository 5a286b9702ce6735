// Deletes rows that are past their retention period.
import type { Pruner } from '../../core/ports.js';
import type { Connection } from './database.js';

export function createPruner(database: Connection): Pruner['prune'] {
  const deletions = {
    answers: database.prepare('DELETE FROM answers WHERE created_at < ?'),
    cache: database.prepare('DELETE FROM answer_cache WHERE created_at < ?'),
    usage: database.prepare('DELETE FROM usage WHERE created_at < ?'),
  };
  return ({ answers, cache, usage }) =>
    deletions.answers.run(answers).changes +
    deletions.cache.run(cache).changes +
    deletions.usage.run(usage).changes;
}

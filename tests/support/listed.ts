// An article as `listArticles` returns it.
import type { Article, ListedArticle } from '../../src/core/text/article.js';

export function listed({
  text: _text,
  bodyStart: _bodyStart,
  structure: _structure,
  ...rest
}: Article): ListedArticle {
  return rest;
}

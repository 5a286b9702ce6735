import { expect, it } from 'vitest';
import { findLinks } from '../../commands/article/add/find-links.js';

it.each([
  ['See https://example.org/a.', ['https://example.org/a']],
  ['(https://example.org/a)', ['https://example.org/a']],
  ['https://en.wiki.example/Quay_(harbour), or', ['https://en.wiki.example/Quay_(harbour)']],
  [
    '<https://example.org/a> and **https://example.org/b**',
    ['https://example.org/a', 'https://example.org/b'],
  ],
  ['[Story](https://example.org/a?b=c#d) https://example.org/a?b=c#d', ['https://example.org/a?b=c#d']],

  ['“https://example.org/ä”?', ['https://example.org/ä']],
  ['HTTP://EXAMPLE.ORG/', ['HTTP://EXAMPLE.ORG/']],
  ['||https://example.org/a||', ['https://example.org/a']],
  ['http:// and https://', []],
  ['ftp://example.org/a and example.org', []],
])('finds the links in %s', (text, links) => {
  expect(findLinks(text)).toEqual(links);
});

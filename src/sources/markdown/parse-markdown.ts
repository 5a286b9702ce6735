// Parses Markdown with GitHub's extensions, raw HTML included, into one HTML tree.
import type { Root as HtmlRoot } from 'hast';
import { raw } from 'hast-util-raw';
import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { toHast } from 'mdast-util-to-hast';
import { gfm } from 'micromark-extension-gfm';
import { convertObsidianSyntax, removeComments } from './obsidian.js';
import { closeRawTextTags } from './raw-text-tags.js';

/**
 * Parses Markdown. Comments in the style of Obsidian are removed, and its links and highlights become plain text.
 * https://github.github.com/gfm/, https://help.obsidian.md/obsidian-flavored-markdown
 */
export function parseMarkdown(markdown: string): HtmlRoot {
  const tree = removeComments(markdown, parse);
  convertObsidianSyntax(tree);
  const hasHtml = closeRawTextTags(tree);
  const html = toHast(tree, { allowDangerousHtml: true });
  return (hasHtml ? raw(html) : html) as HtmlRoot;
}

function parse(markdown: string): Root {
  return fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
}

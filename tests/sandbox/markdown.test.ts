// The page's Markdown parser: Discord's syntax, hostile input, and safe links.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MarkdownNode, MarkdownTree } from '../../src/sandbox/page/markdown/markdown-tree.js';
import { parseMarkdown, plainText } from '../../src/sandbox/page/markdown/parse-markdown.js';

describe('parseMarkdown', () => {
  it.each([
    ['plain', 'plain'],
    [
      '**bold** and *slanted* and _slanted_',
      '<strong>bold</> and <emphasis>slanted</> and <emphasis>slanted</>',
    ],
    ['__under__ ~~struck~~ ||hidden||', '<underline>under</> <strike>struck</> <spoiler>hidden</>'],
    ['***both***', '<strong><emphasis>both</></>'],
    ['**a *b* c**', '<strong>a <emphasis>b</> c</>'],
    ['**two\nlines**', '<strong>two\nlines</>'],
    ['2 * 3 * 4', '2 * 3 * 4'],
    ['snake_case_name', 'snake_case_name'],
    ['**open', '**open'],
    ['****', '****'],
    ['\\*not\\* \\_slanted\\_', '*not* _slanted_'],
    ['C:\\path', 'C:\\path'],
    ['`a **b** \\*`', '<code>a **b** \\*</>'],
    ['``a ` b``', '<code>a ` b</>'],
    ['`open', '`open'],
    ['**a `**` b**', '<strong>a <code>**</> b</>'],
    ['```ts\nlet a;\n# no\n```after', '<code-block ts>let a;\n# no</>after'],
    ['before ```code``` after', 'before <code-block >code</> after'],
    ['```\n> no quote\n- no list\n```', '<code-block >> no quote\n- no list</>'],
    ['```never closed\n# heading', '```never closed<heading 1>heading</>'],
    ['# One\n## Two\n### Three\n#### Four', '<heading 1>One</><heading 2>Two</><heading 3>Three</>#### Four'],
    ['#tag', '#tag'],
    ['-# small *print*', '<subtext>small <emphasis>print</></>'],
    ['> a\n> b\nc', '<quote>a\nb</>c'],
    ['>>> a\nb\n\nc', '<quote>a\nb\n\nc</>'],
    ['> > a', '<quote>> a</>'],
    ['>a', '>a'],
    ['- a\n- b\n  - c\nd', '<list><item>a</><item>b<list><item>c</></></></>d'],
    ['3. a\n4. b', '<list 3><item>a</><item>b</></>'],
    ['- ', '- '],
    ['[label](https://a.example/b_(c))', '<link https://a.example/b_(c)>label</>'],
    ['[**bold**](<https://a.example> "title")', '<link https://a.example><strong>bold</></>'],
    [
      '[https://good.example](https://bad.example)',
      '[<link https://good.example>https://good.example</>](<link https://bad.example>https://bad.example</>)',
    ],
    ['[run](javascript:alert(1))', '[run](javascript:alert(1))'],
    ['[a](data:text/html,b)', '[a](data:text/html,b)'],
    [
      'see https://a.example/x, or <https://b.example>.',
      'see <link https://a.example/x>https://a.example/x</>, or <link https://b.example>https://b.example</>.',
    ],
    ['(https://a.example/x_(y))', '(<link https://a.example/x_(y)>https://a.example/x_(y)</>)'],
    ['<@1> <@!2> <@&3> <#4> @everyone @here', '<user 1> <user 2> <role 3> <channel 4> <everyone> <here>'],
    ['</ask:12> </article list:34>', '<command ask 12> <command article list 34>'],
    ['<t:0> <t:1700000000:R> <t:1:x>', '<timestamp 0 f> <timestamp 1700000000 R> <t:1:x>'],
    ['<:smile:123456> :smile:', '<emoji smile> :smile:'],
    ['<script>alert(1)</script>', '<script>alert(1)</script>'],
    ['', ''],
  ])('parses %j', (source, expected) => {
    expect(print(parseMarkdown(source))).toBe(expected);
  });

  it('survives thousands of repeated delimiters', () => {
    for (const delimiter of ['*', '_', '**a ', '||', '[', '> ', '`', '*`', '<', '- ', '~~_', '](', '\\']) {
      const source = delimiter.repeat(2_000);

      expect(textOf(parseMarkdown(source)).length).toBeGreaterThan(0);
    }
  });

  it('keeps every letter in order and removes only delimiters', () => {
    const piece = fc.constantFrom(
      ...[
        'a',
        'b',
        'é',
        '字',
        ' ',
        '\n',
        '*',
        '**',
        '_',
        '__',
        '~~',
        '||',
        '`',
        '```',
        '\\',
        '> ',
        '>>> ',
        '# ',
        '-# ',
      ],
      ...['- ', '1. ', '  ', '[', ']', '(', ')', '<', '>', '@', 'https://c.d', '<https://e.f>'],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const source = pieces.join('');

        const text = textOf(parseMarkdown(source));

        expect(lettersOf(text)).toBe(lettersOf(source));
      }),
      { numRuns: 3_000 },
    );
  });

  it('links only to http and https', () => {
    const address = fc.constantFrom(
      'http://a.b',
      'HTTPS://a.b',
      'javascript:a',
      'data:a',
      'vbscript:a',
      '//a.b',
      ' ',
    );
    fc.assert(
      fc.property(fc.string(), address, (label, url) => {
        const links = linksOf(parseMarkdown(`[${label}](${url}) <${url}> ${url}`));

        expect(links.every((link) => /^https?:\/\//i.test(link))).toBe(true);
      }),
    );
  });

  it('extracts plain text for an excerpt', () => {
    const tree = parseMarkdown('> Why?\n### **Because**\n- of [it](https://a.b)\n- and `that`\n-# small');

    expect(plainText(tree)).toBe('Why? Because of it and that small');
  });

  it('accepts any string', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (source) => Array.isArray(parseMarkdown(source))));
  });
});

/** Prints a tree on one line, so that each case fits on a line. */
function print(tree: MarkdownTree): string {
  return tree.map(printNode).join('');
}

function printNode(node: MarkdownNode): string {
  switch (node.kind) {
    case 'text':
      return node.text;
    case 'code':
      return `<code>${node.text}</>`;
    case 'code-block':
      return `<code-block ${node.language}>${node.text}</>`;
    case 'list':
      return `<list${node.start === undefined ? '' : ` ${node.start}`}>${node.items.map((item) => `<item>${print(item)}</>`).join('')}</>`;
    case 'link':
      return `<link ${node.url}>${print(node.children)}</>`;
    case 'heading':
      return `<heading ${node.level}>${print(node.children)}</>`;
    case 'mention':
      return 'id' in node ? `<${node.of} ${node.id}>` : `<${node.of}>`;
    case 'command':
      return `<command ${node.name} ${node.id}>`;
    case 'emoji':
      return `<emoji ${node.name}>`;
    case 'timestamp':
      return `<timestamp ${node.seconds} ${node.style}>`;
    default:
      return `<${node.kind}>${print(node.children)}</>`;
  }
}

/** All text of the tree, including URLs and languages of code blocks. */
function textOf(tree: MarkdownTree): string {
  return tree
    .map((node) => {
      if (node.kind === 'list') return node.items.map(textOf).join('');
      if (node.kind === 'code-block') return node.language + node.text;
      if (node.kind === 'link' && textOf(node.children) !== node.url) return textOf(node.children) + node.url;
      if ('children' in node) return textOf(node.children);
      return 'text' in node ? node.text : '';
    })
    .join('');
}

function lettersOf(text: string): string {
  return text.replace(/\P{L}/gu, '');
}

function linksOf(tree: MarkdownTree): string[] {
  return tree.flatMap((node) => {
    if (node.kind === 'list') return node.items.flatMap(linksOf);
    if (node.kind === 'link') return [node.url, ...linksOf(node.children)];
    return 'children' in node ? linksOf(node.children) : [];
  });
}

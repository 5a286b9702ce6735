// Renders a Markdown tree as elements. It never inserts HTML.
import { useMemo, useState } from 'preact/hooks';
import { useNames } from '../state/names.js';
import { formatFullTime, formatTimestamp } from '../state/time.js';
import { pageText } from '../text.js';
import type { MarkdownNode, MarkdownToken, MarkdownTree } from './markdown-tree.js';
import { parseMarkdown } from './parse-markdown.js';

/** Renders a message's Markdown. */
export function Markdown({ text }: { readonly text: string }) {
  const tree = useMemo(() => parseMarkdown(text), [text]);
  return (
    <div class="markdown">
      <Tree tree={tree} />
    </div>
  );
}

function Tree({ tree }: { readonly tree: MarkdownTree }) {
  return (
    <>
      {tree.map((node, index) => (
        <Node key={index} node={node} />
      ))}
    </>
  );
}

function Node({ node }: { readonly node: MarkdownNode }) {
  switch (node.kind) {
    case 'text':
      return <>{node.text}</>;
    case 'strong':
      return <strong>{<Tree tree={node.children} />}</strong>;
    case 'emphasis':
      return <em>{<Tree tree={node.children} />}</em>;
    case 'underline':
      return <u>{<Tree tree={node.children} />}</u>;
    case 'strike':
      return <s>{<Tree tree={node.children} />}</s>;
    case 'spoiler':
      return <Spoiler tree={node.children} />;
    case 'quote':
      return <blockquote>{<Tree tree={node.children} />}</blockquote>;
    case 'subtext':
      return <small class="subtext">{<Tree tree={node.children} />}</small>;
    case 'heading': {
      // The page already has h1 and h2, so a message's headings start at h3.
      const Heading = `h${node.level + 2}` as 'h3' | 'h4' | 'h5';
      return <Heading>{<Tree tree={node.children} />}</Heading>;
    }
    case 'list':
      return <List node={node} />;
    case 'code':
      return <code>{node.text}</code>;
    case 'code-block':
      return (
        <pre>
          <code>{node.text}</code>
        </pre>
      );
    case 'link':
      return (
        <a href={node.url} target="_blank" rel="noopener noreferrer">
          <Tree tree={node.children} />
        </a>
      );
    default:
      return <Token token={node} />;
  }
}

function List({ node }: { readonly node: MarkdownNode & { kind: 'list' } }) {
  const items = node.items.map((item, index) => (
    <li key={index}>
      <Tree tree={item} />
    </li>
  ));
  return node.start === undefined ? <ul>{items}</ul> : <ol start={node.start}>{items}</ol>;
}

function Spoiler({ tree }: { readonly tree: MarkdownTree }) {
  const [isShown, setShown] = useState(false);
  if (isShown) {
    return (
      <span class="spoiler shown">
        <Tree tree={tree} />
      </span>
    );
  }
  return (
    <button type="button" class="spoiler" aria-label={pageText.showSpoiler} onClick={() => setShown(true)}>
      <span aria-hidden="true" inert>
        <Tree tree={tree} />
      </span>
    </button>
  );
}

function Token({ token }: { readonly token: MarkdownToken }) {
  const names = useNames();
  switch (token.kind) {
    case 'command':
      return <span class="mention">/{token.name}</span>;
    case 'emoji':
      return <>:{token.name}:</>;
    case 'timestamp':
      return (
        <time class="timestamp" title={formatFullTime(token.seconds * 1000)}>
          {formatTimestamp(token.seconds * 1000, token.style)}
        </time>
      );
    case 'mention': {
      if (!('id' in token)) return <span class="mention">@{token.of}</span>;
      if (token.of === 'channel') return <span class="mention">#{names.channel(token.id)}</span>;
      return <span class="mention">@{token.of === 'user' ? names.user(token.id) : 'role'}</span>;
    }
  }
}

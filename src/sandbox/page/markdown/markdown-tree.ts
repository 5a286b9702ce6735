// The tree that Markdown is parsed into, shared by the parsers and the view.

export type MarkdownNode =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: Span | 'quote' | 'subtext'; readonly children: MarkdownTree }
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly children: MarkdownTree }
  | { readonly kind: 'list'; readonly start?: number | undefined; readonly items: readonly MarkdownTree[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'code-block'; readonly language: string; readonly text: string }
  | { readonly kind: 'link'; readonly url: string; readonly children: MarkdownTree }
  | MarkdownToken;

/** Discord's tokens in angle brackets, plus `@everyone` and `@here`. */
export type MarkdownToken =
  | { readonly kind: 'mention'; readonly of: 'user' | 'role' | 'channel'; readonly id: string }
  | { readonly kind: 'mention'; readonly of: 'everyone' | 'here' }
  | { readonly kind: 'command'; readonly name: string; readonly id: string }
  | { readonly kind: 'emoji'; readonly name: string }
  | { readonly kind: 'timestamp'; readonly seconds: number; readonly style: string };

export type MarkdownTree = readonly MarkdownNode[];

/** Inline formatting with the same delimiter on both sides. */
export type Span = 'strong' | 'emphasis' | 'underline' | 'strike' | 'spoiler';

/** An inline node and the offset in the source where it ends. */
export interface ParsedInline {
  readonly node: MarkdownNode;
  readonly end: number;
}

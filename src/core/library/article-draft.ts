// An article as a source delivers it, before it is analyzed.
import type { StructureSpan } from '../text/article.js';

/** An article as a source delivers it. */
export interface ArticleDraft {
  readonly library: string;
  /** If empty, the first line of the text is used. */
  readonly title: string;
  readonly text: string;
  /** Offset in `text` where the body starts, after headline and dek. Default 0. */
  readonly bodyStart?: number | undefined;
  /** What the markup says about parts of `text`, as offsets into it. */
  readonly structure?: readonly StructureSpan[] | undefined;
  /** Identifies the article in its library, such as a file name or a link. The same origin replaces the article. */
  readonly origin?: string | undefined;
  readonly url?: string | undefined;
  readonly author?: string | undefined;
  readonly published?: string | undefined;
  /** A BCP 47 tag such as `de-AT`. Detected from the text if it isn't given or names no language. */
  readonly language?: string | undefined;
}

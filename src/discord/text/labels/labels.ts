// The labels around an answer: what each language has to define.
import type { Notice, SummaryStyle } from '../../../core/answer.js';

/**
 * The buttons, menus, headings and small print of a reply, in the reply's language. Strings may use Discord's Markdown.
 * Values are escaped by the caller where a comment says so.
 */
export interface Labels {
  /** ISO 639-1, for dates. */
  readonly language: string;
  /** Under an answer without a model. */
  readonly quoted: string;
  /** @param model escaped */
  readonly writtenBy: (model: string) => string;
  /** How many of a model's sentences were replaced with the article's own. */
  readonly replaced: (count: number) => string;
  readonly notices: Readonly<Record<Notice, string>>;
  /** Above a shared answer. Discord shows the person's name. @param userId who asked the question */
  readonly askedBy: (userId: string) => string;
  /** The default article was asked. @param title escaped, may be a link */
  readonly about: (title: string) => string;
  /** Names the server that answered, if several could. @param server escaped */
  readonly fromServer: (server: string) => string;
  readonly chooseServer: string;
  /** For refusals that an earlier version stored. */
  readonly notInArticle: string;
  readonly closest: string;
  readonly noClosest: string;
  readonly buttons: {
    readonly sources: string;
    readonly closest: string;
    readonly followUp: string;
    readonly share: string;
    readonly askAll: string;
    readonly openList: string;
    readonly more: string;
    readonly less: string;
    readonly post: string;
    readonly back: string;
    /** @param page from 1 */
    readonly next: (page: number, pages: number) => string;
    readonly openArticle: string;
  };
  readonly followUp: { readonly title: string; readonly label: string; readonly description: string };
  /** Above a list of articles. */
  readonly articles: (count: number) => string;
  readonly moreArticles: (count: number) => string;
  /** Placeholders of menus. */
  readonly openArticle: string;
  readonly chooseArticle: string;
  readonly chooseStyle: string;
  readonly styles: Readonly<Record<SummaryStyle, string>>;
  readonly summary: {
    /** Above a summary of several articles. */
    readonly heading: (articles: number) => string;
    /** Says why key points are shown instead of the style. Empty for styles that every article has. */
    readonly nothingOf: Readonly<Record<SummaryStyle, string>>;
    /** @param read how many of them were read at all; `hasMore`: whether a longer summary can be asked for with a button */
    readonly leftOut: (
      left: number,
      of: number,
      { read, hasMore }: { readonly read: number; readonly hasMore: boolean },
    ) => string;
    /** Above a summary that someone posted in a channel. Discord shows the person's name. */
    readonly postedBy: (userId: string) => string;
  };
  /** Behind the buttons “Sources” and “Closest passages”. */
  readonly sources: {
    readonly heading: (marker: number) => string;
    readonly closestHeading: string;
    readonly changed: string;
    readonly empty: string;
    /** @param page such as `12`, or `12–13` */
    readonly page: (page: string) => string;
  };
}

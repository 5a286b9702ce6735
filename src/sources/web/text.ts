// Everything that fetching pages and feeds says to people: what went wrong, and what to do next.
import { AppError } from '../../core/errors.js';

const ATTACH = 'Save it and attach it as a file, or paste the text.';
const TRY_LATER = 'Try again later.';

/** Codes are `sources/` and the key. */
const WEB_TEXT = {
  'bad-link': (reason: string) => ({
    message: `That isn't a link to a web page: ${reason}.`,
    advice: 'Copy the whole address from your browser. It starts with http:// or https://.',
  }),
  'not-public': (host: string) => ({
    message: `${host} isn't on the public internet.`,
    advice: `Footnote reads public pages only. ${ATTACH} Whoever runs Footnote can allow a host with FETCH_ALLOWED_HOSTS.`,
  }),
  'unusual-port': (port: string) => ({
    message: `The link uses port ${port}.`,
    advice: 'Footnote reads pages on the usual ports only, 80 and 443. Try the link without the port.',
  }),
  'no-such-site': (host: string) => ({
    message: `There's no site called ${host}.`,
    advice: 'Check the spelling of the link.',
  }),
  unreachable: (host: string) => ({
    message: `${host} can't be reached.`,
    advice: `Check that the link opens in your browser. ${TRY_LATER}`,
  }),
  'too-slow': (host: string) => ({
    message: `${host} took too long to answer.`,
    advice: `${TRY_LATER} If it stays slow, save the page and attach it as a file.`,
  }),
  'too-many-redirects': (count: number) => ({
    message: `The link was redirected more than ${count} times.`,
    advice: 'Open it in your browser and copy the address where you end up.',
  }),
  'too-large': (limit: string) => ({
    message: `The page or file behind this link is larger than ${limit}.`,
    advice: 'Attach the part that you need as a file.',
  }),
  'insecure-site': (host: string) => ({
    message: `There's no secure connection to ${host}: its certificate or encryption isn't valid.`,
    advice: ATTACH,
  }),
  'bad-response': (host: string, reason: string) => ({
    message: `${host} sent a broken answer: ${reason}.`,
    advice: `${TRY_LATER} If it stays broken, save the page and attach it as a file.`,
  }),
  'needs-login': (status: number) => ({
    message: `The page needs a login (${status}).`,
    advice: `Footnote can't sign in. ${ATTACH}`,
  }),
  refused: (host: string, status: number) => ({
    message: `${host} doesn't let Footnote read the page (${status}).`,
    advice: ATTACH,
  }),
  'page-gone': (status: number) => ({
    message: `There's no page at this link (${status}).`,
    advice: 'Check that the link opens in your browser.',
  }),
  'too-many-requests': (host: string, retryAfter: string | undefined) => ({
    message: `${host} asks Footnote to slow down (429).`,
    advice: retryAfter === undefined ? TRY_LATER : `Try again in ${retryAfter}.`,
  }),
  'site-error': (host: string, status: number) => ({
    message: `${host} answered with an error (${status}).`,
    advice: TRY_LATER,
  }),
  robots: (host: string) => ({
    message: `${host} doesn't allow bots to read this page (robots.txt).`,
    advice: ATTACH,
  }),
  'robots-unknown': (host: string) => ({
    message: `${host} doesn't say whether bots may read its pages, because its robots.txt can't be read.`,
    advice: TRY_LATER,
  }),
  'no-feed': (host: string) => ({
    message: `There's no feed at this link, and the page on ${host} names none either.`,
    advice: 'Look for a link called RSS, Atom or Feed on the site and use that.',
  }),
  'bad-feed': (reason: string) => ({
    message: `The feed can't be read: ${reason}.`,
    advice: 'Check that the link opens in a feed reader.',
  }),
  'bad-host': (entry: string) => ({
    message: `FETCH_ALLOWED_HOSTS has an entry that isn't a host: ${entry}.`,
    advice: 'Write hosts like wiki.intranet or 10.0.0.5:8080, separated by commas.',
  }),
} as const satisfies Readonly<
  Record<string, (...values: never[]) => { readonly message: string; readonly advice: string }>
>;

type WebProblem = keyof typeof WEB_TEXT;

/** Makes the error for a problem. Its code is `sources/` and the problem's name. */
export function webError<Problem extends WebProblem>(
  problem: Problem,
  values: Parameters<(typeof WEB_TEXT)[Problem]>,
  cause?: unknown,
): AppError {
  const explain = WEB_TEXT[problem] as (...values: readonly unknown[]) => { message: string; advice: string };
  return new AppError({ code: `sources/${problem}`, ...explain(...values), cause });
}

/** Such as "2.5 MB". */
export function formatBytes(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1_000)} KB` : `${Math.round(bytes / 100_000) / 10} MB`;
}

/** Warnings about an article that has several pages. */
export const PAGES_TEXT = {
  reading: (page: number) => `Reading page ${page}`,
  failed: (page: number, reason: string) => `Page ${page} of the article is missing. ${reason}`,
  slow: (pages: number) => `The site is slow. Only the article's first ${pages} pages were read.`,
  tooMany: (pages: number) => `The article goes on. Only its first ${pages} pages were read.`,
} as const;

/** Reasons that complete "That isn't a link to a web page". */
export const LINK_PROBLEMS = {
  invalid: "it isn't a complete address",
  protocol: "it doesn't start with http:// or https://",
  credentials: 'it contains a user name or password',
  tooLong: (limit: number) => `it's longer than ${limit} characters`,
} as const;

/** Reasons that complete "sent a broken answer". */
export const RESPONSE_PROBLEMS = {
  headers: 'its headers are too long',
  protocol: "it doesn't follow the HTTP protocol",
  incomplete: 'it ended too early',
  compression: 'its compression is damaged',
  encoding: (name: string) => `it's compressed with ${name}, which Footnote can't read`,
  status: (status: number) => `it has no page in it (${status})`,
  location: 'it redirects without saying where',
} as const;

/** Reasons that complete "The feed can't be read". */
export const FEED_PROBLEMS = {
  damaged: 'its markup is damaged',
  slow: 'it takes too long to read',
  memory: 'it needs too much memory',
} as const;

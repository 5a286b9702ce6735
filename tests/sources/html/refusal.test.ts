import { describe, expect, it } from 'vitest';
import { AppError } from '../../../src/core/errors.js';
import { readPage } from '../../../src/sources/html/read-page.js';

const URL = 'https://www.tide.example/news/story';
const sentences = (topic: string, count: number) =>
  `<p>${`The council of Tarnow talked about ${topic} for three hours on Monday and decided nothing. `.repeat(3)}</p>`.repeat(
    count,
  );
/** The code of the refusal, or "article". */
const judge = (html: string, url = URL) => {
  try {
    readPage(html, { url });
    return 'article';
  } catch (error) {
    return error instanceof AppError ? error.code : error;
  }
};

describe('a page that is an article', () => {
  it.each([
    [
      'about cookies',
      `<title>Why sites ask for consent to cookies</title><h1>Why sites ask for consent to cookies</h1>${sentences('cookies, consent and GDPR', 5)}`,
    ],
    [
      'about a missing page',
      `<title>What 404 means, and why a page can't be found</title><article><h1>What 404 means</h1>${sentences('pages that are not found', 4)}</article>`,
    ],
    [
      'about a paywall',
      `<title>Paywalls</title><h1>Paywalls</h1>${sentences('readers who subscribe to continue reading', 8)}`,
    ],
    [
      'about logging in',
      `<title>How to log in without a password</title><article><h1>How to log in</h1>${sentences('passwords', 4)}</article>`,
    ],
    [
      'about JavaScript',
      `<title>Enable JavaScript in your browser</title><article>${sentences('how to enable JavaScript', 4)}</article>`,
    ],
    [
      'with a login form in its header',
      `<title>Ferry</title><header><form><input type=password></form></header><article><h1>Ferry</h1>${sentences('ferries', 4)}</article>`,
    ],
    [
      'with a cookie notice',
      `<title>Ferry</title><div class="cookie-banner"><p>We use cookies. Accept all cookies? Your consent matters to us and our partners.</p></div><article><h1>Ferry</h1>${sentences('ferries', 3)}</article>`,
    ],
    [
      'with a noscript note',
      `<title>Ferry</title><noscript>Please enable JavaScript.</noscript><div id="root"><article><h1>Ferry</h1>${sentences('ferries', 3)}</article></div><script src=a.js></script>`,
    ],
    [
      'with a video',
      `<title>Ferry</title><script type="application/ld+json">{"@type":"VideoObject","name":"x"}</script><article><h1>Ferry</h1><video src=a.mp4></video>${sentences('ferries', 4)}</article>`,
    ],
    [
      'with a footer for subscribers',
      `<title>Ferry</title><article><h1>Ferry</h1>${sentences('ferries', 3)}</article><footer>Already a subscriber? Log in.</footer>`,
    ],
    [
      'with many related headlines',
      `<title>Ferry</title><article><h1>Ferry</h1>${sentences('ferries', 4)}</article>${Array.from({ length: 12 }, (_, at) => `<div><h3><a href="/${at}">Another story about the harbour</a></h3><p>With a short text.</p></div>`).join('')}`,
    ],
    [
      'that is short',
      '<title>Ferry back</title><article><h1>Ferry back</h1><p>The ferry between Tarnow and Holm sails again since this morning. The storm has damaged one of its two ramps, so that cars have to board in turn until Friday.</p></article>',
    ],
    [
      'that ends with dots',
      `<title>Ferry</title><article><h1>Ferry</h1>${sentences('ferries', 3)}<p>And so they waited…</p></article>`,
    ],
    [
      'at the root of a site',
      `<title>Manifesto</title><article><h1>Manifesto</h1>${sentences('ferries', 6)}</article>`,
      'https://manifesto.example/',
    ],
  ])('is read: %s', (_what, html, url = URL) => {
    expect(judge(html, url)).toBe('article');
  });
});

describe('a refusal', () => {
  it('says what the page is and what to do, in full sentences', () => {
    expect(() => readPage('<title>Page not found</title><h1>Page not found</h1>', { url: URL })).toThrow(
      expect.objectContaining({
        code: 'sources/error-page',
        message: "The page says that it doesn't exist.",
        advice: 'Open the link in a browser, check the address, and add the link that works.',
      }),
    );
  });

  it.each([
    ['', 'sources/no-text'],
    ['<html></html>', 'sources/no-text'],
    ['<title>x</title><p>Hi.</p>', 'sources/no-text'],
    ['<h1>502 Bad Gateway</h1><hr>nginx', 'sources/error-page'],
    ['<title>Access denied</title><p>You don’t have permission to see this page.</p>', 'sources/error-page'],
    ['<title>Instapic</title><div id="app"></div><script src=a.js></script>', 'sources/needs-javascript'],
  ])('of %j is %s', (html, code) => {
    expect(judge(html)).toBe(code);
  });
});

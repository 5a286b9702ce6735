// Explains why a server didn't send the page, by the status of its answer.
import type { AppError } from '../../../core/errors.js';
import { RESPONSE_PROBLEMS, webError } from '../text.js';
import { firstOf, type WebResponse } from './send-request.js';
import { hostOf } from './web-url.js';

/** The error for a status other than 200 and 304. */
export function refusalOf({ status, headers }: WebResponse, url: URL): AppError {
  const host = hostOf(url);
  if (status === 401 || status === 407) return webError('needs-login', [status]);
  if (status === 404 || status === 410) return webError('page-gone', [status]);
  if (status === 429)
    return webError('too-many-requests', [host, readDelay(firstOf(headers['retry-after']))]);
  if (status >= 400 && status < 500) return webError('refused', [host, status]);
  if (status < 400) return webError('bad-response', [host, RESPONSE_PROBLEMS.status(status)]);
  return webError('site-error', [host, status]);
}

/** The header is in seconds or a date. */
function readDelay(retryAfter: string | undefined): string | undefined {
  if (retryAfter === undefined || !/^\d{1,6}$/.test(retryAfter)) return undefined;
  const minutes = Math.ceil(Number(retryAfter) / 60);
  return minutes === 1 ? 'a minute' : `${minutes} minutes`;
}

// Gives each page one address, however people came by its link.
import { parseUrl } from '../../core/text/parse-url.js';

/**
 * Parameters that only say where a visitor came from. They are compared in lower case, and a `*` stands for the rest of
 * the name. The list is short on purpose: on other sites, names such as `ref` or `source` choose the page.
 */
const TRACKING = new Set(
  (
    'utm_* mtm_* pk_* fbclid gclid gclsrc gbraid wbraid dclid msclkid yclid ysclid twclid ttclid li_fat_id igshid igsh ' +
    'mc_cid mc_eid mkt_tok _hsenc _hsmi hsctatracking vero_id oly_anon_id oly_enc_id ref_src ref_url _ga _gl srsltid ' +
    'at_medium at_campaign wt_mc wickedid rb_clickid s_cid ml_subscriber ml_subscriber_hash __twitter_impression guccounter'
  ).split(' '),
);
/** Prefixes of hosts that show the same pages in another form. */
const VARIANTS = /^(?:www|m|mobile|amp)\./;

/**
 * Drops the fragment and tracking parameters. The other parameters keep their order, because some sites depend on it.
 * @param url http or https, valid
 */
export function canonicalizeUrl(url: string): string {
  const result = new URL(url);
  result.hash = '';
  const parts = result.search.slice(1).split('&');
  const kept = parts.filter((part) => !isTracking(part.split('=')[0] ?? ''));
  if (kept.length < parts.length || parts.includes(''))
    result.search = kept.filter((part) => part !== '').join('&');
  return result.href;
}

/**
 * The address under which a page is kept: the one that the page gives as its own, if that can be believed, or the one
 * that it was read from. A page can't speak for another site. Some sites give their front page as every page's address.
 */
export function chooseAddress(readFrom: string, claimed: string | undefined): string {
  if (claimed === undefined || !parseUrl(claimed)) return canonicalizeUrl(readFrom);
  const from = new URL(readFrom);
  const to = new URL(claimed);
  const isPlausible =
    /^https?:$/.test(to.protocol) &&
    isSameSite(from, to) &&
    (to.pathname + to.search !== '/' || from.pathname === '/');
  return canonicalizeUrl(isPlausible ? to.href : readFrom);
}

/** Whether two hosts are the same, apart from prefixes such as `www.` and `m.`. */
export function isSameSite(one: URL, other: URL): boolean {
  return one.host.replace(VARIANTS, '') === other.host.replace(VARIANTS, '');
}

function isTracking(name: string): boolean {
  const lower = name.toLowerCase();
  return TRACKING.has(lower) || TRACKING.has(`${lower.split('_')[0]}_*`);
}

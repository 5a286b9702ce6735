// Writes an article's date and language in words of any language.

const ISO_DATE = /^(\d{4})-(\d{2})(?:-(\d{2}))?(?=$|[T ])/;

/**
 * A date in words, such as “4 May 2031”, or “May 2031” without a day. What isn't an ISO 8601 date stays as it is. English dates
 * are British, because the day in front of the month can't be misread.
 * @param date a date or a timestamp; the time is left out
 * @param language BCP 47; English if it is unknown
 */
export function formatDate(date: string, language: string): string {
  const [, year, month, day] = ISO_DATE.exec(date) ?? [];
  const time = Date.parse(`${year}-${month}-${day ?? '01'}T00:00:00Z`);
  if (Number.isNaN(time)) return date;
  const isOther = /^[a-z]{2,3}$/.test(language) && language !== 'en' && language !== 'und';
  const parts =
    day === undefined ? ({ year: 'numeric', month: 'long' } as const) : { dateStyle: 'long' as const };
  return new Intl.DateTimeFormat(isOther ? language : 'en-GB', { ...parts, timeZone: 'UTC' }).format(time);
}

/**
 * The name of a language in another: “Brazilian Portuguese” for `pt-BR` in `en`. Undefined if the tag names none.
 * @param tag BCP 47
 */
export function formatLanguage(tag: string, inLanguage: string): string | undefined {
  if (tag === 'und' || tag === '') return undefined;
  try {
    return new Intl.DisplayNames([inLanguage], { type: 'language', fallback: 'none' }).of(tag);
  } catch {
    return undefined;
  }
}

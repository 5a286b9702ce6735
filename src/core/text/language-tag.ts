// Reads the language of a text as people write it: a BCP 47 tag, a locale, a code of three letters, or a name.

const names = new Map<string, string>();

/**
 * The primary language of a tag: `de` for `de-AT`, `DE`, `de_DE.UTF-8`, `deu` and `German`. Undefined if the tag names
 * no language. https://www.rfc-editor.org/rfc/rfc5646
 */
export function readLanguage(tag: string): string | undefined {
  const [bare = ''] = tag.trim().split(/[.@]/u);
  if (/^\p{L}{4,}(?: \p{L}+)*$/u.test(bare)) return findByName(bare);
  try {
    const { language } = new Intl.Locale(bare.replaceAll('_', '-'));
    return /^(?:und|mul|mis|zxx)$/.test(language) ? undefined : language;
  } catch {
    return undefined;
  }
}

/**
 * The first of several tags of the same text, or a later one that says the same language with its region: `en-GB` for `en`
 * and `en_GB`. Undefined if none names a language.
 */
export function chooseLocale(tags: readonly (string | undefined)[]): string | undefined {
  const named = tags.flatMap((tag) => (tag !== undefined && readLanguage(tag) ? [toTag(tag)] : []));
  const [first] = named;
  if (first === undefined) return undefined;
  const hasRegion = (tag: string) => /-(?:[a-z]{2}|\d{3})(?:-|$)/iu.test(tag);
  return named.find((tag) => readLanguage(tag) === readLanguage(first) && hasRegion(tag)) ?? first;
}

function toTag(text: string): string {
  return (text.trim().split(/[.@]/u)[0] ?? '').replaceAll('_', '-');
}

/** By the language's name in English or in itself: `German`, `Deutsch`. */
function findByName(name: string): string | undefined {
  if (names.size === 0) {
    const letters = [...'abcdefghijklmnopqrstuvwxyz'];
    const inEnglish = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
    for (const code of letters.flatMap((first) => letters.map((second) => first + second))) {
      const english = inEnglish.of(code);
      if (english === undefined || new Intl.Locale(code).language !== code) continue;
      const own = new Intl.DisplayNames(code, { type: 'language', fallback: 'none' }).of(code);
      for (const known of [english, own]) if (known) names.set(known.toLowerCase(), code);
    }
  }
  return names.get(name.toLowerCase());
}

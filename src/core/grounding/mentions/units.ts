// Names of units and currencies by language, from CLDR data through `Intl`.

/** https://tc39.es/ecma402/#table-sanctioned-single-unit-identifiers */
const UNITS =
  'percent kilometer meter centimeter millimeter mile foot inch yard kilogram gram pound ounce liter gallon hectare acre celsius fahrenheit second minute hour day week month year kilometer-per-hour mile-per-hour'.split(
    ' ',
  );
const CURRENCIES = 'USD EUR GBP JPY CNY RUB UAH INR TRY CHF PLN CZK SEK BRL KRW VND THB'.split(' ');
const SYMBOLS: Readonly<Record<string, string>> = {
  ...{ $: 'USD', '€': 'EUR', '£': 'GBP', '¥': 'JPY', '₽': 'RUB', '₴': 'UAH', '₹': 'INR', '₺': 'TRY' },
  ...{ '₩': 'KRW', '%': 'percent', '٪': 'percent', '％': 'percent', '°C': 'celsius', '°F': 'fahrenheit' },
};
/** Common short names that CLDR doesn't have. */
const COMMON_NAMES: Readonly<Record<string, string>> = {
  ...{ dollar: 'USD', dollars: 'USD', euro: 'EUR', euros: 'EUR', pence: 'GBP', yen: 'JPY', yuan: 'CNY' },
  ...{ rouble: 'RUB', roubles: 'RUB', rubles: 'RUB', rupees: 'INR', hryvnias: 'UAH', prozent: 'percent' },
  ...{ percentage: 'percent', pct: 'percent', km: 'kilometer', kms: 'kilometer', kg: 'kilogram' },
  ...{ доллар: 'USD', доллара: 'USD', долларов: 'USD', рублей: 'RUB', евро: 'EUR', dólares: 'USD' },
};
/** Numbers that give different plural forms. */
const PLURAL_SAMPLES = [1, 2, 5];

const tables = new Map<string, ReadonlyMap<string, string>>();

/** Maps lower-case names and symbols of units and currencies to a name that is the same in all languages. */
export function unitsOf(language: string): ReadonlyMap<string, string> {
  const cached = tables.get(language);
  if (cached) return cached;
  const table = new Map<string, string>();
  for (const locale of [language === 'und' ? 'en' : language, ...(language === 'en' ? ['en-GB'] : [])]) {
    for (const unit of UNITS) {
      for (const unitDisplay of ['long', 'short'] as const) {
        addNames(table, locale, { style: 'unit', unit, unitDisplay }, unit);
      }
    }
    for (const currency of CURRENCIES) {
      addNames(table, locale, { style: 'currency', currency, currencyDisplay: 'name' }, currency);
    }
  }
  for (const [name, unit] of Object.entries({ ...COMMON_NAMES, ...SYMBOLS }))
    table.set(name.toLowerCase(), unit);
  tables.set(language, table);
  return table;
}

function addNames(
  table: Map<string, string>,
  locale: string,
  options: Intl.NumberFormatOptions,
  unit: string,
): void {
  const format = new Intl.NumberFormat(locale, options);
  for (const count of PLURAL_SAMPLES) {
    const parts = format.formatToParts(count);
    const name = parts
      .filter(({ type }) => ['unit', 'currency', 'percentSign'].includes(type))
      .map(({ value }) => value)
      .join(' ')
      .toLowerCase()
      .trim();
    // A pound can be money or a weight, so it is left out.
    if (name !== '' && !/pound/.test(name) && !table.has(name)) table.set(name, unit);
  }
}

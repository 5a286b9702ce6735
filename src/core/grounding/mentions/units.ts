// Units and currencies after or before a number, by language: names come from the CLDR data in `Intl`.

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
/** Everyday names that CLDR has longer ones for. */
const EVERYDAY: Readonly<Record<string, string>> = {
  ...{ dollar: 'USD', dollars: 'USD', euro: 'EUR', euros: 'EUR', pence: 'GBP', yen: 'JPY', yuan: 'CNY' },
  ...{ rouble: 'RUB', roubles: 'RUB', rubles: 'RUB', rupees: 'INR', hryvnias: 'UAH', prozent: 'percent' },
  ...{ percentage: 'percent', pct: 'percent', km: 'kilometer', kms: 'kilometer', kg: 'kilogram' },
  ...{ доллар: 'USD', доллара: 'USD', долларов: 'USD', рублей: 'RUB', евро: 'EUR', dólares: 'USD' },
};
/** Shapes of a number that languages make different plurals for. */
const PLURALS = [1, 2, 5];

const tables = new Map<string, ReadonlyMap<string, string>>();

/** Lower-case name of a unit or currency, symbol included, to one name for all languages. */
export function unitsOf(language: string): ReadonlyMap<string, string> {
  const known = tables.get(language);
  if (known) return known;
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
  for (const [name, unit] of Object.entries({ ...EVERYDAY, ...SYMBOLS })) table.set(name.toLowerCase(), unit);
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
  for (const count of PLURALS) {
    const parts = format.formatToParts(count);
    const name = parts
      .filter(({ type }) => ['unit', 'currency', 'percentSign'].includes(type))
      .map(({ value }) => value)
      .join(' ')
      .toLowerCase()
      .trim();
    // "US dollars" is met as "dollars" too; a pound is money or a weight, and so neither for sure.
    if (name !== '' && !/pound/.test(name) && !table.has(name)) table.set(name, unit);
  }
}

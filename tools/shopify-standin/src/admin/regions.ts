const PROVINCES: Readonly<Record<string, string>> = {
  US: 'AL AK AS AZ AR CA CO CT DE DC FM FL GA GU HI ID IL IN IA KS KY LA ME MH MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND MP OH OK OR PW PA PR RI SC SD TN TX UT VT VI VA WA WV WI WY AA AE AP',
  CA: 'AB BC MB NB NL NT NS NU ON PE QC SK YT',
};

const names = new Intl.DisplayNames('en', { type: 'region' });

/** The country's English name, as Shopify prints `country`. */
export function countryName(code: string): string {
  return names.of(code) ?? code;
}

/** The code of the country that has this name or code, out of those that Shopify knows; null when there is none. */
export function countryCodeOf(country: string, known: readonly string[]): string | null {
  const wanted = country.trim().toLowerCase();
  return (
    known.find(code => code.toLowerCase() === wanted || countryName(code).toLowerCase() === wanted) ?? null
  );
}

/** Whether the country has that province. Only those of the United States and Canada are known here. */
export function hasProvince(countryCode: string, provinceCode: string): boolean {
  const provinces = PROVINCES[countryCode];
  return provinces === undefined || provinces.split(' ').includes(provinceCode.toUpperCase());
}

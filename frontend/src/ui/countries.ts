const near = ['EE', 'LV', 'LT', 'FI', 'SE', 'NO', 'DK', 'PL', 'DE'];
// ISO 3166-1 alpha-2: every pair of letters that Intl has a name for.
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const notCountries = ['EU', 'EZ', 'UN', 'QO', 'XA', 'XB', 'XK', 'ZZ', 'AC', 'CP', 'CQ', 'DG', 'EA', 'IC', 'TA'];
const superseded = [
  'AN',
  'BU',
  'CS',
  'DD',
  'FX',
  'NH',
  'NQ',
  'NT',
  'PC',
  'PU',
  'PZ',
  'RH',
  'SU',
  'TP',
  'UK',
  'VD',
  'WK',
  'YD',
  'YU',
  'ZR',
  'CT',
  'DY',
  'FQ',
  'HV',
  'JT',
  'MI',
  'VD',
  'NQ',
];

/** The countries by name, nearby ones first. */
export function countries(language: string) {
  const names = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
  const all = letters
    .flatMap((first) => letters.map((second) => first + second))
    .filter((code) => !notCountries.includes(code) && !superseded.includes(code))
    .map((code) => ({ value: code, label: names.of(code) ?? '' }))
    .filter((country) => country.label)
    .sort((one, other) => one.label.localeCompare(other.label, language));
  return [
    ...near.flatMap((code) => all.filter((country) => country.value === code)),
    ...all.filter((country) => !near.includes(country.value)),
  ];
}

// Writes src/base/country_names.tsv: the names of the countries of countries.tsv in every language that CLDR has them all in,
// one language a line. Needs the npm package cldr-localenames-full, unpacked at the path that is its argument:
//   npm pack cldr-localenames-full && tar xzf cldr-localenames-full-*.tgz && node .ci/country-names.mjs package
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';

const main = `${process.argv[2]}/main`;
const countries = readFileSync('src/base/countries.tsv', 'utf8').trimEnd().split('\n').map(line => line.split('\t')[0]);
// CLDR's "pt" is Brazil's, and this shop's Portugal's.
const locale = { 'pt': 'pt-PT', 'pt-BR': 'pt' };
const isLanguage = name => /^[a-z]{2}$/.test(name);
const lines = [...readdirSync(main).filter(isLanguage), 'pt-BR', 'zh-TW'].sort().flatMap(language => {
  const name = locale[language] ?? language.replace('zh-TW', 'zh-Hant');
  const file = `${main}/${name}/territories.json`;
  if (!existsSync(file)) return [];
  const names = JSON.parse(readFileSync(file, 'utf8')).main[name].localeDisplayNames.territories;
  const all = countries.map(code => names[code]);
  return all.every(Boolean) && all.filter((it, at) => it === countries[at]).length < 5 ? [[language, ...all].join('\t')] : [];
});
writeFileSync('src/base/country_names.tsv', `${['', ...countries].join('\t')}\n${lines.join('\n')}\n`);

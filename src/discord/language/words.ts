/** The phrases in every language, read from `data/locales/` and checked before anything is said. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInstance } from 'i18next';
import { parse } from 'yaml';
import { type Language, languages } from '../../knowledge/entry.ts';
import { type Names, type Phrase, phrases } from './phrases.ts';

export type Say = <Key extends Phrase>(phrase: Key, ...names: Names<Key>) => string;
export type Words = Readonly<Record<Language, Say>>;

/** A locale file that cannot be used; the message names every fault. */
export class WordsFault extends Error {}

/**
 * Loads all languages.
 * @throws WordsFault when a file is missing, or lacks a phrase, has an unknown one or other names in it
 */
export function loadWords(dataDir: string): Words {
  const resources = Object.fromEntries(
    languages.map((language) => [language, readLocale(dataDir, language)]),
  );
  const faults = languages.flatMap((language) => localeFaults(language, resources[language] ?? {}));
  if (faults.length > 0) throw new WordsFault(faults.join('\n'));

  const i18n = createInstance();
  void i18n.init({
    lng: 'en',
    resources: Object.fromEntries(
      Object.entries(resources).map(([language, texts]) => [language, { translation: texts }]),
    ),
    keySeparator: false,
    // Texts that are filled in go to Discord, not into HTML, and must never be read as references to phrases.
    interpolation: { escapeValue: false, skipOnVariables: true },
    initAsync: false,
  });
  const sayIn = (language: Language): Say => {
    const translate = i18n.getFixedT(language);
    return (phrase, ...names) => translate(phrase as string, { ...names[0], nest: false });
  };
  return { en: sayIn('en'), zh: sayIn('zh') };
}

/** Reads one file as flat phrases: `answer: { steps: … }` becomes `answer.steps`. */
function readLocale(dataDir: string, language: Language): Record<string, string> {
  const file = join(dataDir, 'locales', `${language}.yaml`);
  try {
    return flatten(parse(readFileSync(file, 'utf8')));
  } catch (error) {
    throw new WordsFault(`locales/${language}.yaml cannot be read: ${(error as Error).message}`);
  }
}

function flatten(value: unknown, path = ''): Record<string, string> {
  if (typeof value === 'string') return { [path]: value };
  if (typeof value !== 'object' || value === null) return { [path]: '' };
  return Object.assign(
    {},
    ...Object.entries(value).map(([key, inner]) => flatten(inner, path === '' ? key : `${path}.${key}`)),
  ) as Record<string, string>;
}

function localeFaults(language: Language, texts: Record<string, string>): string[] {
  const file = `locales/${language}.yaml`;
  const unknown = Object.keys(texts).filter((key) => !(key in phrases));
  return [
    ...unknown.map((key) => `${file}: ${key} is not a phrase errdesk knows`),
    ...Object.entries(phrases).flatMap(([key, names]) => {
      const text = texts[key] ?? '';
      if (text.trim() === '') return [`${file}: ${key} is missing or empty`];
      const found = [...text.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map((match) => match[1]).sort();
      const same = found.join() === [...names].sort().join();
      return same ? [] : [`${file}: ${key} must hold exactly these names: ${names.join(', ') || 'none'}`];
    }),
  ];
}

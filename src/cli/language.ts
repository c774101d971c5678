/** The value of `--lang`. */
import type { Language } from '../knowledge/entry.ts';
import { UserError } from './user-error.ts';

/** Throws UserError for any other language. */
export function language(value: string): Language {
  if (value !== 'en' && value !== 'zh') throw new UserError(`--lang is "${value}"`, 'use en or zh', 2);
  return value;
}

/** What every store of one database shares. */
import { randomInt } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import type { DeskRules } from '../escalation/rules.ts';
import type { Dialect } from './dialect.ts';
import type { Tables } from './schema.ts';

export interface StoreContext {
  readonly db: Kysely<Tables>;
  readonly dialect: Dialect;
  readonly now: () => number;
  readonly newId: () => string;
  readonly rules: DeskRules;
}

/** A connection inside or outside a transaction. */
export type Connection = Kysely<Tables> | Transaction<Tables>;

/** Capitals and digits that nobody mistakes for each other when reading a case out loud. */
const alphabet = 'ABCDEFGHJKMNPQRSTVWXYZ23456789';
const idLength = 10;

/** About 5.9e14 ids: random, so that a button of a lost database never names a report of the new one. */
export function newId(): string {
  return Array.from({ length: idLength }, () => alphabet[randomInt(alphabet.length)]).join('');
}

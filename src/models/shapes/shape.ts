/** What every answer shape has in common: a name for messages and a schema that finds the models in it. */
import { z } from 'zod';

/** A model as the answer names it, before junk is dropped and duplicates are merged. */
export interface FoundModel {
  readonly name: string;
  /** undefined or null: the answer does not tell. */
  readonly groups?: readonly string[] | null | undefined;
}

export interface Found {
  readonly models: readonly FoundModel[];
  readonly autoGroups?: readonly string[];
  /** Set when the answer itself says that there are more models: what to do about it. */
  readonly incomplete?: string;
}

export interface Shape {
  /** What people know it by. */
  readonly name: string;
  readonly schema: z.ZodType<Found>;
}

/** Names of groups: one fault, however many of a million items are none. */
export const groupList = z.custom<readonly string[]>(
  (value) => Array.isArray(value) && value.every((item) => typeof item === 'string'),
);

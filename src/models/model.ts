/** What a platform offers, as far as errdesk knows it. */

/** One model that a platform offers. */
export interface Model {
  /** Exactly as a request must write it: gateways tell capital letters apart. */
  readonly name: string;
  /** Groups of tokens that may call it; null: the list does not tell. */
  readonly groups: readonly string[] | null;
}

/** A list as it was read from one of the answer shapes. */
export interface ModelList {
  readonly models: readonly Model[];
  /** Groups that group "auto" tries, in order; empty when not told. */
  readonly autoGroups: readonly string[];
}

/** What is known now of what the platform offers. */
export interface Catalogue extends ModelList {
  /** shipped: names known in the world; says nothing of this platform. live: what the platform itself says. */
  readonly source: 'shipped' | 'live';
  /** Milliseconds since 1970 of the last answer that held (200 or 304); null for the shipped list. */
  readonly asOf: number | null;
}

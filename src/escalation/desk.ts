/** The staff channel as this floor sees it. */
import type { CaseFile } from './case.ts';
import type { MessageRef } from './report.ts';

/** later: may work in a while; never: repeating cannot help. */
export interface Failure {
  readonly kind: 'later' | 'never';
  readonly reason: string;
}

export type Posted = { readonly kind: 'posted'; readonly card: MessageRef } | Failure;
/** gone: staff deleted the card, which is theirs to do. */
export type Updated = { readonly kind: 'updated' } | { readonly kind: 'gone' } | Failure;

export interface Desk {
  /** Posts a new card. The same nonce within some minutes gives the earlier card back instead of a second one. */
  post(file: CaseFile, nonce: string): Promise<Posted>;
  update(file: CaseFile, card: MessageRef): Promise<Updated>;
}

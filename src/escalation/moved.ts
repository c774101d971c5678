/** What became of a move. */
import type { Incident } from './incident.ts';

/**
 * done: this call did it; `incident` is how it is now.
 * lost: somebody or something was quicker; `incident` tells who (`claimedBy`, `closedBy`) and the present state.
 * gone: there is no such incident: a button of another database, or a made-up id.
 */
export type Moved =
  | { readonly kind: 'done'; readonly incident: Incident }
  | { readonly kind: 'lost'; readonly incident: Incident }
  | { readonly kind: 'gone' };

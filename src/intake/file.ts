/** The words of this floor: a file that came with a report, and what became of it. */

export interface FileSource {
  readonly name: string;
  readonly url: string;
}

export type FileOutcome =
  | { readonly kind: 'text'; readonly name: string; readonly text: string }
  | { readonly kind: 'tooLarge'; readonly name: string }
  | { readonly kind: 'binary'; readonly name: string }
  | { readonly kind: 'unreachable'; readonly name: string }
  /** One of more files than a report may have. */
  | { readonly kind: 'skipped'; readonly name: string };

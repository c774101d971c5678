/** How a pane asks the server: by the name of a request, with a body; a refusal is an Error with a sentence for people. */
export type Ask = (name: string, body: unknown) => Promise<unknown>;

export function sentenceOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

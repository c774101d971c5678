/** Marks that a gateway of the one-api family leaves on what it relays. Pure. */

/** Its request id, its error types, the stars that it puts over addresses, its name. */
const marks =
  /\((?:request id|tid): ?20\d{12}|\b(?:new|one|rix|shell|veloera|one_hub|upstream)_(?:api_)?error\b|\*{3}\.(?:com|net|ai|cn|\*{3})|https?:\/\/\*{3}|["']local:/i;

export function cameThroughGateway(folded: string): boolean {
  return marks.test(folded);
}

/** Fills {site}, {apiBase} and {website} in a text of an entry with what is particular to the platform. Pure. */
import type { Site } from './site.ts';

export function fillSite(text: string, site: Site): string {
  const values: Record<string, string> = { site: site.name, apiBase: site.apiBase, website: site.website };
  return text.replace(/\{(site|apiBase|website)\}/g, (whole, key: string) => values[key] ?? whole);
}

/** What is particular to the platform: the names in entries, and the links. */
import type { Entry, Language } from '../../knowledge/entry.ts';
import type { Site } from '../../knowledge/site.ts';

/** Fills {site}, {website} and {apiBase} in a text of the knowledge base. */
export function fillSite(text: string, site: Site): string {
  const values: Readonly<Record<string, string>> = {
    site: site.name,
    website: site.website,
    apiBase: site.apiBase,
  };
  return text.replace(/\{(site|website|apiBase)\}/g, (whole, name: string) => values[name] ?? whole);
}

/** The pages an entry refers to, as many whole links as fit. */
export function linksOf(entry: Entry, site: Site, language: Language, most: number): string {
  let text = '';
  for (const key of entry.links) {
    const link = site.links[key];
    if (link === undefined) continue;
    const next = `[${link.label[language]}](${link.url.replaceAll(')', '%29')})`;
    const joined = text === '' ? next : `${text} · ${next}`;
    if (joined.length <= most) text = joined;
  }
  return text;
}

/** The schema of `data/site.yaml`: what is particular to one platform. */
import { z } from 'zod';

const localized = z.strictObject({
  en: z.string().trim().min(1).max(60),
  zh: z.string().trim().min(1).max(60),
});

export const siteSchema = z.strictObject({
  name: z.string().trim().min(1).max(60),
  website: z.url({ protocol: /^https?$/ }),
  apiBase: z.url({ protocol: /^https?$/ }),
  /** Pages that entries refer to by key. */
  links: z.record(
    z.string().regex(/^[a-z0-9-]+$/),
    z.strictObject({ label: localized, url: z.url({ protocol: /^https?$/ }) }),
  ),
});

export type Site = z.infer<typeof siteSchema>;

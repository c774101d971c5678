/** The schema of one knowledge entry: what a support person may write in `data/knowledge/<id>.yaml`. */
import { z } from 'zod';

export const languages = ['en', 'zh'] as const;
export type Language = (typeof languages)[number];

const sentence = (most: number) => z.string().trim().min(1).max(most);
/** YAML joins the lines of a long text with a blank, which Chinese does not have. */
const chinese = (most: number) =>
  sentence(most).transform((text) =>
    text.replace(/(?<=[\u3000-\u9fff\uff00-\uffef”]) +(?=[\u3000-\u9fff\uff00-\uffef“])/g, ''),
  );
const localized = (most: number) => z.strictObject({ en: sentence(most), zh: chinese(most) });
const slotted = z.string().trim().min(3).max(300);

export const escalations = ['auto', 'offer', 'never'] as const;

/** Lengths keep an answer far below Discord's 6,000 characters an embed set, by construction. */
export const entrySchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'use lower case words joined by hyphens'),
  /** HTTP statuses this cause usually has. A bare code leads here. */
  status: z.array(z.int().min(100).max(599)).default([]),
  /** When several entries claim a status, the higher priority is answered first and the others are shown below. */
  priority: z.int().min(0).max(9).default(0),
  title: localized(60),
  cause: localized(700),
  solution: z.strictObject({
    en: z.array(sentence(300)).min(1).max(6),
    zh: z.array(chinese(300)).min(1).max(6),
  }),
  /** Text that machines print and that names this cause. {slots} capture evidence. */
  signatures: z.array(slotted).default([]),
  /**
   * Signatures of a provider behind the gateway, and what to say when one comes through it: then the platform's own
   * key or account is meant, not the user's.
   */
  upstream: z.strictObject({ note: localized(300), signatures: z.array(slotted).min(1) }).optional(),
  /** Machine text that fits this cause but is so general that any signature beats it. */
  hints: z.array(slotted).default([]),
  /** Error codes and types, `code` or `code+status`. */
  codes: z.array(z.string().regex(/^[^\s+]+(\+\d{3})?$/, 'write code or code+status')).default([]),
  /** What people type when they look this up. */
  aliases: z.strictObject({ en: z.array(sentence(60)).default([]), zh: z.array(sentence(60)).default([]) }),
  /** auto: straight to staff; offer: by the button *Still stuck*; never: staff cannot help. */
  escalation: z.enum(escalations),
  /** A wrong model name leads here: the name is compared with the model list before anything else. */
  nameCheck: z.boolean().default(false),
  /** Facts that staff need before they can help. */
  needs: z.array(z.enum(['model', 'requestId'])).default([]),
  /** Keys of `links` in data/site.yaml. */
  links: z.array(z.string().min(1)).default([]),
  checked: z.iso.date('write a date as 2026-11-22'),
  /** Real pastes that must lead here, read as in a channel. */
  examples: z.array(z.string().min(1)).min(1),
  /** Texts that must not lead here. */
  counterexamples: z.array(z.string().min(1)).default([]),
});

export type Entry = z.infer<typeof entrySchema>;

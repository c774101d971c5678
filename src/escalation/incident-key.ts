/** When two cases are the same trouble: same server, same cause, same model. */
import type { Report } from './report.ts';

export interface IncidentKey {
  /** Id of the server; empty for direct messages. */
  readonly scope: string;
  readonly entryKey: string;
  /** Empty while nobody has named a model. */
  readonly modelKey: string;
}

export function scopeOf(guildId: string | null): string {
  return guildId ?? '';
}

/** `GPT-4o ` and `gpt-4o` are one model to the people who look into it. */
export function modelKeyOf(model: string | null): string {
  return model?.normalize('NFKC').trim().toLowerCase() ?? '';
}

/** Reports without a known cause have nothing in common: each is trouble of its own. */
export function incidentKeyOf({
  id,
  guildId,
  entryId,
  model,
}: Pick<Report, 'id' | 'guildId' | 'entryId' | 'model'>): IncidentKey {
  return {
    scope: scopeOf(guildId),
    entryKey: entryId ?? `report:${id}`,
    modelKey: modelKeyOf(model),
  };
}

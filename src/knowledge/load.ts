/** Reads `data/site.yaml` and `data/knowledge/*.yaml`. The only file of this floor that touches the disk. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Entry, entrySchema } from './entry.ts';
import { type Fault, KnowledgeFault } from './fault.ts';
import type { KnowledgeBase } from './knowledge-base.ts';
import { parseYaml } from './parse.ts';
import { type Site, siteSchema } from './site.ts';
import { crossFaults, entryFile } from './validate.ts';

/**
 * Loads and checks everything in one pass.
 * @param dataDir folder that holds site.yaml and knowledge/
 * @throws KnowledgeFault with every fault found
 */
export function loadKnowledge(dataDir: string): KnowledgeBase {
  const faults: Fault[] = [];
  const hash = createHash('sha256');
  const read = (file: string): string | undefined => {
    try {
      const text = readFileSync(join(dataDir, file), 'utf8');
      hash.update(file).update(text);
      return text;
    } catch (error) {
      faults.push({
        file,
        path: '',
        message: `cannot be read: ${(error as Error).message}`,
        hint: 'check DATA_DIR',
      });
      return undefined;
    }
  };

  const site = loadSite(read('site.yaml'), faults);
  const files = listEntries(dataDir, faults);
  const entries = files.flatMap((file) => loadEntry(file, read(`knowledge/${file}`), faults));
  if (site !== undefined) faults.push(...crossFaults(entries, site));
  if (entries.length === 0 && faults.length === 0) {
    faults.push({ file: 'knowledge/', path: '', message: 'holds no entry', hint: 'add <id>.yaml files' });
  }
  if (site === undefined || faults.length > 0) throw new KnowledgeFault(faults);
  return { version: hash.digest('hex').slice(0, 8), entries, site };
}

function listEntries(dataDir: string, faults: Fault[]): string[] {
  try {
    return readdirSync(join(dataDir, 'knowledge'))
      .filter((name) => name.endsWith('.yaml'))
      .sort();
  } catch {
    faults.push({ file: 'knowledge/', path: '', message: `not found in ${dataDir}`, hint: 'check DATA_DIR' });
    return [];
  }
}

function loadSite(text: string | undefined, faults: Fault[]): Site | undefined {
  if (text === undefined) return undefined;
  const parsed = parseYaml('site.yaml', text, siteSchema);
  if ('value' in parsed) return parsed.value;
  faults.push(...parsed.faults);
  return undefined;
}

function loadEntry(name: string, text: string | undefined, faults: Fault[]): Entry[] {
  if (text === undefined) return [];
  const parsed = parseYaml(`knowledge/${name}`, text, entrySchema);
  if (!('value' in parsed)) {
    faults.push(...parsed.faults);
    return [];
  }
  if (entryFile(parsed.value.id) !== `knowledge/${name}`) {
    faults.push({
      file: `knowledge/${name}`,
      path: 'id',
      message: `is "${parsed.value.id}"`,
      hint: 'the file must be called <id>.yaml',
    });
  }
  return [parsed.value];
}

/** The gallery of real pastes: the examples of every entry of the knowledge base. */
import type { KnowledgeBase } from '../../knowledge/knowledge-base.ts';
import type { GalleryEntry } from './protocol.ts';

/** The causes staff are called for stand first: they show the most. */
export function galleryOf({ entries }: KnowledgeBase): GalleryEntry[] {
  return entries
    .toSorted((a, b) => Number(b.escalation === 'auto') - Number(a.escalation === 'auto'))
    .toSorted((a, b) => Number(b.id === 'model-unavailable') - Number(a.id === 'model-unavailable'))
    .map(({ id, status, title, examples }) => ({ id, status, title, examples }));
}

/** What the page may ask besides acting as a person, by name: the gallery, and the two panes of the workbench. */
import { createFileReader } from '../../intake/read-files.ts';
import { createWorkbenchHandlers, type WorkbenchParts } from '../workbench/handlers.ts';
import type { World } from '../world/world.ts';
import { galleryOf } from './gallery.ts';
import type { Handlers } from './protocol.ts';
import { createReportOfMessage } from './report-of-message.ts';

export function createHandlers(world: World, parts: Omit<WorkbenchParts, 'textOfMessage'>): Handlers {
  const gallery = galleryOf(parts.knowledge);
  const textOfMessage = createReportOfMessage(world, createFileReader());
  return { gallery: () => gallery, ...createWorkbenchHandlers({ ...parts, textOfMessage }) };
}

/** The columns that lie over the page on a narrow screen: the focus goes into them, and back to what opened them. */
import type { Actions } from './actions.ts';
import type { State } from './store.ts';

export type Drawer = NonNullable<State['drawer']>;

const columns: Readonly<Record<Drawer, string>> = { channels: '.side', panel: '.panel' };

const widths: Readonly<Record<Drawer, string>> = {
  channels: '(max-width: 44rem)',
  panel: '(max-width: 70rem)',
};

/** The column that lies over the page now; null where it stands beside it, or none is open. */
export function covering({ drawer }: State): Drawer | null {
  return drawer !== null && matchMedia(widths[drawer]).matches ? drawer : null;
}

/** Calls when columns begin or cease to lie over the page. */
export function watchWidth(changed: () => void): void {
  for (const width of Object.values(widths)) matchMedia(width).addEventListener('change', changed);
}

export function openDrawer(actions: Actions, drawer: Drawer): void {
  actions.change({ drawer });
  focusSoon(`${columns[drawer]} button`);
}

export function closeDrawer(actions: Actions, { drawer }: State): void {
  actions.change({ drawer: null });
  if (drawer !== null) focusSoon(`header [data-opens=${drawer}]`);
}

/** What is to have the focus is not on show before the page is drawn anew. */
function focusSoon(selector: string): void {
  requestAnimationFrame(() => {
    document.querySelector<HTMLElement>(selector)?.focus();
  });
}

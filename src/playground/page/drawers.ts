/** The columns that lie over the page on a narrow screen: the focus goes into them, and back to what opened them. */
import type { Actions } from './actions.ts';
import type { State } from './store.ts';

export type Drawer = NonNullable<State['drawer']>;

const columns: Readonly<Record<Drawer, string>> = { channels: '.side', panel: '.panel' };

/** Whether the open drawer lies over the page now, or is a column beside it. */
export function coversPage({ drawer }: State): boolean {
  return (
    drawer !== null && matchMedia(drawer === 'panel' ? '(max-width: 70rem)' : '(max-width: 44rem)').matches
  );
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

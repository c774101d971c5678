/** What has the focus can go away; the focus then stays with what it was in, for the keyboard to go on from there. */

/** @param element about to be drawn anew; it can take the focus itself */
export function keepFocus(element: HTMLElement): void {
  if (document.activeElement === element || !element.contains(document.activeElement)) return;
  // The elements within draw themselves a moment later.
  requestAnimationFrame(() => {
    if (document.activeElement === document.body) element.focus({ preventScroll: true });
  });
}

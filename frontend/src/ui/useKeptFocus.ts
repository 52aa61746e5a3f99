import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';

/** A place that had the focus, kept in case its control goes away. */
interface Place {
  control: HTMLElement;
  /** The key that the control shares with its replacement. */
  key: string | undefined;
  /** The ancestors of the control up to its layer, innermost first. */
  ancestors: Element[];
  /** The dialog or menu that contains the control; null on the page itself. */
  layer: Element | null;
  /** Where the focus was before the layer opened. */
  opener: Place | null;
  /** Whether the user moved the focus away with a click elsewhere. */
  left: boolean;
}

const headings = 'h1, h2, h3, h4, h5, h6';
/** Gives Mantine and the page's own code time to move the focus themselves. */
const PAUSE = 30;

/**
 * Never loses the focus to the body. When the focused control goes away or is disabled, or a dialog or menu
 * closes, the focus returns to the control that it came from, or to the nearest heading. A control with
 * `data-keep-focus` is replaced by another one with the same value. A new dialog focuses its first field.
 */
export function useKeptFocus() {
  const queries = useQueryClient();
  useEffect(() => {
    let last: Place | null = null;
    let timer = 0;
    const check = () => {
      if (last && isLost(last)) restore(last, () => queries.isMutating() > 0, later);
    };
    const later = (pause = PAUSE) => {
      window.clearTimeout(timer);
      timer = window.setTimeout(check, pause);
    };
    const enter = ({ target }: Event) => {
      if (target instanceof HTMLElement && target !== document.body) last = placeOf(target, last);
    };
    // Safari does not focus a clicked button.
    const click = ({ target }: Event) => {
      const control = target instanceof Element ? target.closest<HTMLElement>('a[href], button') : null;
      const focused = document.activeElement;
      if (control && control !== focused && focused?.contains(control)) last = placeOf(control, last);
    };
    const leave = ({ target, relatedTarget }: FocusEvent) => {
      if (relatedTarget) return;
      window.setTimeout(() => {
        if (last?.control === target && hasNoFocus() && isUsable(last.control)) last.left = true;
      });
    };
    const observer = new MutationObserver((changes) => {
      for (const { addedNodes } of changes) for (const node of addedNodes) beginInField(node);
      if (last && isLost(last)) later();
    });
    observer.observe(document.body, {
      subtree: true,
      childList: true,
      attributes: true,
      attributeFilter: ['disabled', 'inert'],
    });
    document.addEventListener('focusin', enter);
    document.addEventListener('focusout', leave);
    document.addEventListener('click', click, { capture: true });
    return () => {
      window.clearTimeout(timer);
      observer.disconnect();
      document.removeEventListener('focusin', enter);
      document.removeEventListener('focusout', leave);
      document.removeEventListener('click', click, { capture: true });
    };
  }, [queries]);
}

const hasNoFocus = () => !document.activeElement || document.activeElement === document.body;

const isUsable = (element: HTMLElement) =>
  element.isConnected && !element.matches(':disabled') && !element.closest('[inert]') && isShown(element);

// jsdom cannot tell what is visible.
const isShown = (element: Element) => element.checkVisibility?.({ visibilityProperty: true }) ?? true;

function placeOf(control: HTMLElement, from: Place | null): Place {
  const layer = layerOf(control);
  const ancestors: Element[] = [];
  for (let at = control.parentElement; at && at !== document.body; at = at === layer ? null : at.parentElement)
    ancestors.push(at);
  const key = control.closest<HTMLElement>('[data-keep-focus]')?.dataset.keepFocus;
  return { control, key, ancestors, layer, opener: openerOf(layer, from), left: false };
}

/** The dialog, menu or other overlay that contains a control. */
const layerOf = (control: Element) =>
  control.closest('[role="dialog"], [role="menu"]') ?? control.closest('[data-portal] > *');

/** Where the focus was before a layer opened; for a layer that only gets the focus back, its known opener. */
function openerOf(layer: Element | null, from: Place | null): Place | null {
  if (!layer) return null;
  for (let at = from; at; at = at.opener) if (at.layer === layer) return at.opener;
  return from;
}

function isLost(last: Place) {
  const gone = hasNoFocus() || document.activeElement?.matches(':disabled');
  return gone && (!last.left || last.layer?.isConnected === false);
}

function restore(last: Place, busy: () => boolean, later: (pause?: number) => void) {
  let place: Place | null = last;
  for (; place; place = place.opener) {
    const found = [place.control, ...replacements(place)].filter((one) => one.isConnected);
    if (found.filter(isUsable).some(takesFocus)) return;
    // A control that is disabled only during a save gets the focus back afterwards.
    if (found.some((one) => one.dataset.loading || busy())) return later(250);
    if (!place.layer || place.layer.isConnected) break;
  }
  nearestHeading(place).some(takesFocus);
}

const replacements = ({ key }: Place) =>
  key
    ? [...document.querySelectorAll<HTMLElement>('[data-keep-focus]')].filter((one) => one.dataset.keepFocus === key)
    : [];

function takesFocus(element: HTMLElement) {
  element.focus({ preventScroll: true });
  if (document.activeElement !== element) return false;
  // With a pointer, the page does not scroll.
  if (element.matches(':focus-visible')) element.scrollIntoView({ block: 'nearest' });
  return true;
}

/** Targets for a lost focus: the nearest heading, then the layer or the page's heading. */
function nearestHeading(place: Place | null): HTMLElement[] {
  const ancestors = place?.ancestors.filter((one) => one.isConnected) ?? [];
  const heading = ancestors.map((one) => one.querySelector<HTMLElement>(headings)).find((one) => one && isShown(one));
  const page = place?.layer ?? document.querySelector('h1') ?? document.getElementById('main');
  const found = [heading, page].filter((one) => one instanceof HTMLElement);
  for (const one of found) if (!one.hasAttribute('tabindex')) one.tabIndex = -1;
  return found;
}

/** Makes Mantine focus a dialog's first field instead of its close button. */
function beginInField(node: Node) {
  if (!(node instanceof Element)) return;
  const dialog = node.matches('[aria-modal="true"]') ? node : node.querySelector('[aria-modal="true"]');
  if (!dialog || dialog.querySelector('[data-autofocus]')) return;
  const body = dialog.querySelector('.mantine-Modal-body, .mantine-Drawer-body');
  const usable = (selector: string) => [...(body?.querySelectorAll<HTMLElement>(selector) ?? [])].filter(isUsable);
  const [field] = usable('input:not([type="hidden"]), textarea, select');
  const chosen = usable('input:checked').find((one) => one.getAttribute('name') === field?.getAttribute('name'));
  const control = chosen ?? field ?? usable('button, a[href]')[0];
  const target = control ?? dialog.querySelector<HTMLElement>(headings);
  if (!control && target) target.tabIndex = -1;
  target?.setAttribute('data-autofocus', '');
}

import { autoUpdate, computePosition, flip, offset, type Placement, shift, size } from '@floating-ui/dom';

/** Keeps `pop` at `anchor` until the returned function is called; in the top layer where the browser has one. */
export function float(
  anchor: Element,
  pop: HTMLElement,
  placement: Placement = 'bottom-start',
  matchWidth = false,
): () => void {
  if (typeof pop.showPopover === 'function') {
    pop.popover = 'manual';
    pop.showPopover();
  }
  return autoUpdate(anchor, pop, async () => {
    const { x, y } = await computePosition(anchor, pop, {
      strategy: 'fixed',
      placement,
      middleware: [
        offset(4),
        flip({ padding: 8 }),
        shift({ padding: 8 }),
        size({
          padding: 8,
          apply: ({ rects, availableHeight, elements }) => {
            elements.floating.style.setProperty('--room', `${Math.max(160, availableHeight)}px`);
            if (matchWidth) elements.floating.style.minWidth = `${rects.reference.width}px`;
          },
        }),
      ],
    });
    pop.style.left = `${Math.round(x)}px`;
    pop.style.top = `${Math.round(y)}px`;
  });
}

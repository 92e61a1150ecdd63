// Which part of a picture is taken: arithmetic only, in pixels of the picture.

export interface Size {
  width: number;
  height: number;
}
/** The middle of what is taken, and how much closer than "fills the frame" it is; below 1 some of the frame stays empty. */
export interface View {
  x: number;
  y: number;
  zoom: number;
}
export interface Rect extends Size {
  x: number;
  y: number;
}
/** Closer than this nothing is to be seen any more. */
export const CLOSEST = 8;

/** The part of the picture that fills the frame at zoom 1. */
function filling(picture: Size, ratio: number): Size {
  const width = Math.min(picture.width, picture.height * ratio);
  return { width, height: width / ratio };
}
/** The zoom at which the whole picture is in the frame. */
export function widest(picture: Size, ratio: number): number {
  const fill = filling(picture, ratio);
  return Math.min(fill.width / picture.width, fill.height / picture.height);
}
/** What is taken; it reaches beyond the picture when that is not as wide or as high as the frame. */
export function taken(picture: Size, ratio: number, view: View): Rect {
  const fill = filling(picture, ratio);
  const width = fill.width / view.zoom;
  const height = fill.height / view.zoom;
  return { x: view.x - width / 2, y: view.y - height / 2, width, height };
}
const between = (low: number, n: number, high: number): number => Math.min(high, Math.max(low, n));

/** The nearest view that shows no more emptiness than it must. */
export function within(picture: Size, ratio: number, view: View): View {
  const zoom = between(widest(picture, ratio), view.zoom, CLOSEST);
  const { width, height } = taken(picture, ratio, { ...view, zoom });
  const middle = (n: number, size: number, all: number): number =>
    size >= all ? all / 2 : between(size / 2, n, all - size / 2);
  return { x: middle(view.x, width, picture.width), y: middle(view.y, height, picture.height), zoom };
}
export const start = (picture: Size): View => ({ x: picture.width / 2, y: picture.height / 2, zoom: 1 });

/** Closer or further, while the point at (u, v) of the frame, from 0 to 1, stays where it is. */
export function zoomed(picture: Size, ratio: number, view: View, by: number, u = 0.5, v = 0.5): View {
  const before = taken(picture, ratio, view);
  const zoom = between(widest(picture, ratio), view.zoom * by, CLOSEST);
  const after = taken(picture, ratio, { ...view, zoom });
  const x = view.x + (u - 0.5) * (before.width - after.width);
  const y = view.y + (v - 0.5) * (before.height - after.height);
  return within(picture, ratio, { x, y, zoom });
}
/** Moved by a part of the frame: the picture follows the finger. */
export function moved(picture: Size, ratio: number, view: View, right: number, down: number): View {
  const { width, height } = taken(picture, ratio, view);
  return within(picture, ratio, { ...view, x: view.x - right * width, y: view.y - down * height });
}
/** Whether the picture has the shape of the frame already, within half a per cent. */
export const hasShape = (picture: Size, frame: Size): boolean =>
  Math.abs((picture.width / picture.height) * (frame.height / frame.width) - 1) < 0.005;

// Colours as #rrggbb, and whether text can be read on them (WCAG 2).

/** White text on a colour needs this much (WCAG AA). */
export const READABLE = 4.5;

/** A colour as it is kept: #rrggbb in small letters; undefined when it is none. Three digits stand for six. */
export function parseHex(text: string): string | undefined {
  const digits = text.normalize('NFKC').trim().replace(/^#/, '').toLowerCase();
  if (/^[0-9a-f]{3}$/.test(digits)) return `#${[...digits].map((d) => d + d).join('')}`;
  return /^[0-9a-f]{6}$/.test(digits) ? `#${digits}` : undefined;
}
const channels = (hex: string): number[] => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));

/** Relative luminance, from 0 to 1. */
export function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = channels(hex).map((c) => {
    const part = c / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
/** How well two colours stand out from each other, from 1 to 21. */
export function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}
/** The same hue, as dark as white text needs. */
export function readable(hex: string): string {
  for (let keep = 100; keep > 0; keep--) {
    const darker = `#${channels(hex)
      .map((c) =>
        Math.floor((c * keep) / 100)
          .toString(16)
          .padStart(2, '0'),
      )
      .join('')}`;
    if (contrast(darker, '#ffffff') >= READABLE) return darker;
  }
  return '#000000';
}

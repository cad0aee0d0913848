/** The accent and what can be read on it, by WCAG 2's contrast. */

export const ACCENT = "#1f6f5c";
const READABLE = 4.5;

type Rgb = readonly [number, number, number];

/** The accent for `color` (null: our own) and the ink that is read on it. */
export function accentOf(color: string | null): { accent: string; onAccent: string } {
  const rgb = (color && rgbOf(color)) || rgbOf(ACCENT);
  if (!rgb) return { accent: ACCENT, onAccent: "#fff" };
  return { accent: text(rgb), onAccent: contrast(rgb, [255, 255, 255]) >= READABLE ? "#fff" : "#10201b" };
}

/** `color` moved towards black or white until it can be read as text on `paper`. */
export function readableOn(color: string, paper: string): string {
  const ground = rgbOf(paper);
  let ink = rgbOf(color);
  if (!ground || !ink) return color;
  const target = luminance(ground) > 0.18 ? 0 : 255;
  for (let step = 0; step < 20 && contrast(ink, ground) < READABLE + 0.1; step += 1) {
    ink = ink.map((part) => Math.round(part + (target - part) * 0.12)) as unknown as Rgb;
  }
  return text(ink);
}

/** Let the browser read a colour; null for one that has no fixed value, such as `currentcolor`. */
function rgbOf(color: string): Rgb | null {
  const pen = document.createElement("canvas").getContext("2d");
  if (!pen) return null;
  pen.fillStyle = color;
  const found = /^#(..)(..)(..)$/.exec(pen.fillStyle);
  return found ? ([1, 2, 3].map((at) => parseInt(found[at] as string, 16)) as unknown as Rgb) : null;
}

function text(rgb: Rgb): string {
  return `rgb(${rgb.join(" ")})`;
}

function contrast(one: Rgb, other: Rgb): number {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

/** Relative luminance as WCAG 2 defines it. */
function luminance(rgb: Rgb): number {
  const [red, green, blue] = rgb.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

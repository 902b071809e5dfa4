import { contrast } from './contrast';
import { colors, gridUnit, space, ThemeMode } from './tokens';

const modes = Object.keys(colors) as ThemeMode[];
const text = 4.5;
const mark = 3;

interface Pair {
  name: string;
  foreground: string;
  background: string;
  least: number;
}

function pairs(mode: ThemeMode): Pair[] {
  const color = colors[mode];
  const surfaces = {
    app: color.app,
    surface: color.surface,
    raised: color.raised,
    sunken: color.sunken,
  };
  const found: Pair[] = [];
  const need = (
    name: string,
    foreground: string,
    background: string,
    least: number,
  ) => found.push({ name, foreground, background, least });

  for (const [ground, background] of Object.entries(surfaces)) {
    need(`text on ${ground}`, color.text, background, text);
    need(`secondary text on ${ground}`, color.textSecondary, background, text);
    need(`link on ${ground}`, color.link, background, text);
    need(`hovered link on ${ground}`, color.linkHover, background, text);
    need(`control border on ${ground}`, color.controlBorder, background, mark);
    need(`focus ring on ${ground}`, color.focus, background, mark);
    for (const [status, hue] of Object.entries(color.status)) {
      need(`${status} text on ${ground}`, hue.text, background, text);
      need(`${status} mark on ${ground}`, hue.mark, background, mark);
    }
  }
  for (const [status, hue] of Object.entries(color.status)) {
    need(`${status} text on its ground`, hue.text, hue.background, text);
    need(`${status} mark on its ground`, hue.mark, hue.background, mark);
  }
  for (const ground of ['surface', 'raised'] as const) {
    color.series.forEach((hue, index) =>
      need(`series ${index + 1} on ${ground}`, hue, surfaces[ground], mark),
    );
  }
  for (const { ground, text: word } of color.scale) {
    need('text on a step of the scale', word, ground, text);
  }
  need('text on accent', color.onAccent, color.accent, text);
  need('text on hovered accent', color.onAccent, color.accentHover, text);
  for (const ground of [color.nav.background, color.nav.hover]) {
    need('navigation text', color.nav.text, ground, text);
    need('chosen navigation text', color.nav.selected, ground, text);
    need('navigation heading', color.nav.heading, ground, text);
    need('navigation indicator', color.nav.indicator, ground, mark);
  }
  return found;
}

describe('contrast', () => {
  it('is 21 for black on white and 1 for a colour on itself', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrast('#ffffff', '#000000')).toBeCloseTo(21, 5);
    expect(contrast('#4c5967', '#4c5967')).toBe(1);
  });

  it('agrees with a published value', () => {
    // #767676 is the lightest grey that passes AA on white.
    expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
  });
});

describe.each(modes)('the %s colours', mode => {
  it.each(pairs(mode))(
    '$name reaches $least',
    ({ foreground, background, least }) => {
      expect(contrast(foreground, background)).toBeGreaterThanOrEqual(least);
    },
  );

  it('has eight categories, no two alike and none a status colour', () => {
    const { series, status } = colors[mode];
    expect(new Set(series).size).toBe(8);
    for (const { text: word, mark: dot } of Object.values(status)) {
      expect(series).not.toContain(word);
      expect(series).not.toContain(dot);
    }
  });
});

it.each(modes)('steps away from the surface of the %s theme', mode => {
  const { scale, surface } = colors[mode];
  const distances = scale.map(({ ground }) => contrast(ground, surface));
  expect(scale).toHaveLength(5);
  distances.forEach((distance, index) =>
    expect(distance).toBeGreaterThan((distances[index - 1] ?? 1) * 1.2),
  );
});

it('keeps every distance on the grid or half of it', () => {
  for (const distance of Object.values(space)) {
    expect(distance % (gridUnit / 2)).toBe(0);
  }
});

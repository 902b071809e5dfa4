import fs from 'node:fs';
import path from 'node:path';
import { colors, frame } from '@portal/theme';

const html = fs.readFileSync(
  path.resolve(__dirname, '../../public/index.html'),
  'utf8',
);

function declared(block: string): Record<string, string> {
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+): (#\w{6});/g)].map(([, name, value]) => [
      name,
      value,
    ]),
  );
}

describe('the page before the portal has loaded', () => {
  const [light, dark] = [...html.matchAll(/#shell \{[^}]*--app[^}]*\}/g)].map(
    ([block]) => declared(block),
  );

  it.each([
    ['light', light],
    ['dark', dark],
  ] as const)('has the %s colours of the theme', (mode, shell) => {
    const color = colors[mode];
    expect(shell).toEqual({
      app: color.app,
      surface: color.surface,
      border: color.border,
      bone: color.sunken,
      text: color.text,
      quiet: color.textSecondary,
      nav: color.nav.background,
      'nav-text': color.nav.text,
    });
    expect(html).toMatch(
      new RegExp(
        `content="${color.nav.background}"\\s+media="\\(prefers-color-scheme: ${mode}\\)"`,
      ),
    );
  });

  it('leaves the navigation as much room as the portal does', () => {
    expect(html).toContain(`width: ${frame.navWidth}px`);
    expect(html).toContain(`width: ${frame.navWidthCompact}px`);
    expect(html).toContain(`height: ${frame.navBarHeight}px`);
    expect(html).toContain(`max-width: ${frame.contentWidth}px`);
  });

  it('asks no other machine for anything', () => {
    expect(html).not.toMatch(/(?:https?:)?\/\/[a-z]/i);
  });

  it('says its language and has no script of its own', () => {
    expect(html).toContain('<html lang="en">');
    expect(html).not.toContain('<script');
  });
});

import type { Widget } from '@portal/plugin-widgets-react';
import { WidgetRegistry } from './WidgetRegistry';

function widget(name: string, title: string): Widget {
  return {
    definition: {
      name,
      title,
      description: 'A widget.',
      size: { width: 3, height: 3 },
    },
    Content: () => null,
  };
}

it('finds widgets by name and lists them by title', () => {
  const registry = WidgetRegistry.create([
    widget('B', 'Tides'),
    widget('A', 'Winds'),
    widget('C', 'Ships'),
  ]);
  expect(registry.list().map(({ definition }) => definition.title)).toEqual([
    'Ships',
    'Tides',
    'Winds',
  ]);
  expect(registry.get('A')?.definition.title).toBe('Winds');
  expect(registry.get('Z')).toBeUndefined();
});

it('refuses two widgets of one name, and names it', () => {
  expect(() =>
    WidgetRegistry.create([widget('A', 'Winds'), widget('A', 'Tides')]),
  ).toThrow('Two plugins bring a widget called A');
});

import fc from 'fast-check';
import { fillDefaults } from './fillDefaults';
import type { SettingsSchema } from './SettingsSchema';

const schema: SettingsSchema = {
  type: 'object',
  properties: {
    limit: { type: 'integer', title: 'How many', default: 10 },
    kinds: {
      type: 'array',
      title: 'Kinds',
      items: { type: 'string', title: 'Kind' },
      default: ['push'],
    },
    places: {
      type: 'array',
      title: 'Places',
      items: {
        type: 'object',
        properties: {
          zone: { type: 'string', title: 'Time zone' },
          from: { type: 'string', title: 'From', default: '09:00' },
        },
      },
    },
  },
};

it('adds what is left out, down to the items of a list', () => {
  expect(fillDefaults(schema, { places: [{ zone: 'Europe/Oslo' }] })).toEqual({
    limit: 10,
    kinds: ['push'],
    places: [{ zone: 'Europe/Oslo', from: '09:00' }],
  });
});

it('keeps what is said, and gives each tile lists of its own', () => {
  const [one, two] = [fillDefaults(schema), fillDefaults(schema)];
  (one.kinds as string[]).push('issue');
  expect(two.kinds).toEqual(['push']);
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), settings => {
      const filled = fillDefaults(schema, settings);
      expect(filled).toMatchObject(
        Object.fromEntries(
          Object.entries(settings).filter(([name]) => name !== 'places'),
        ),
      );
      expect(fillDefaults(schema, filled)).toEqual(filled);
    }),
  );
});

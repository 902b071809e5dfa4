import type { Entity } from '@backstage/catalog-model';
import type { TemplateStatistics } from '@portal/plugin-scaffolder-portal-common';
import { orderTemplates, type TemplateOrder } from './orderTemplates';

function template(name: string): Entity {
  return { apiVersion: '1', kind: 'Template', metadata: { name } };
}

function statistics(
  name: string,
  runs: number,
  success?: number,
  hours?: number,
): TemplateStatistics {
  const value = (unit: string, number?: number) => ({
    state: 'ok' as const,
    unit,
    sampleSize: runs,
    value: number,
  });
  return {
    templateRef: `template:default/${name}`,
    title: name,
    runs,
    successRate: value('ratio', success),
    medianDuration: value('h', hours),
  } as TemplateStatistics;
}

describe('orderTemplates', () => {
  it.each<[TemplateOrder, string]>([
    ['popularity', 'b c a d e'],
    ['name', 'a b c d e'],
    ['success', 'a c b d e'],
    ['duration', 'c b a d e'],
  ])('by %s', (order, expected) => {
    const templates = ['e', 'd', 'c', 'b', 'a'].map(template);
    const known = [
      statistics('a', 1, 1, 3),
      statistics('b', 9, 0.5, 2),
      statistics('c', 9, 0.9, 1),
      statistics('d', 0),
    ];
    expect(
      orderTemplates(templates, known, order)
        .map(({ metadata }) => metadata.name)
        .join(' '),
    ).toBe(expected);
  });
});

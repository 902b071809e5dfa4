import type { ParsedDelivery } from '../reports/Parser';
import {
  expectGoodForm,
  expectRobust,
} from '../reports/__testUtils__/expectRobust';
import { createGenericParser } from './createGenericParser';
import { genericExample } from './genericExample';

const receivedAt = '2026-01-31T09:30:00.000Z';

function parse(body: unknown): ParsedDelivery {
  const delivery = { sender: 'generic', event: '', body, receivedAt };
  return createGenericParser()(delivery);
}

const [deployment] = genericExample.deployments;

describe('createGenericParser', () => {
  it('reads the example', () => {
    const parsed = parse(JSON.stringify(genericExample));
    expectGoodForm(parsed, Date.parse(receivedAt));
    expect(parsed.rejected).toBeUndefined();
    expect(parsed.facts).toMatchObject([
      {
        kind: 'deployment',
        id: 'generic:deployment:shop-42',
        subjects: [{ entityRef: 'component:default/shop' }],
        environment: 'production',
        result: 'success',
        finishedAt: Date.UTC(2026, 0, 30, 9, 5),
      },
      {
        kind: 'change',
        id: `generic:change:component:default/shop:${'2a'.repeat(20)}`,
        deploymentId: 'generic:deployment:shop-42',
      },
      {
        kind: 'incident',
        id: 'generic:incident:INC-7',
        status: 'resolved',
        subjects: [
          { annotation: 'github.com/project-slug', value: 'org/shop' },
        ],
      },
    ]);
  });

  it('reads a single one by its type, and leaves other JSON alone', () => {
    expect(parse({ type: 'deployment', ...deployment }).facts).toHaveLength(1);
    expect(parse({ type: 'sale' }).ignored).toMatch(/no deployments/);
    expect(parse(undefined).ignored).toMatch(/no deployments/);
  });

  it('keeps what is good, and says what is not and where', () => {
    const { facts, rejected } = parse({
      deployments: [
        deployment,
        { ...deployment, enviroment: 'x' },
        { ...deployment, entityRef: 'no ref' },
        { ...deployment, entityRef: undefined },
        { ...deployment, result: 'ok' },
        { ...deployment, finishedAt: undefined },
        { ...deployment, finishedAt: '2026-01-30T08:00:00Z' },
        { ...deployment, finishedAt: '2026-02-02T08:00:00Z' },
        { ...deployment, url: 'data:text/html,x' },
        17,
      ],
    });
    expect(facts).toHaveLength(1);
    const starts = [
      "deployments[1].enviroment: found 'x', expected no such field",
      "deployments[2].entityRef: found 'no ref', expected an entity reference",
      'deployments[3].entityRef: found nothing, expected the component',
      "deployments[4].result: found 'ok', expected one of success",
      'deployments[5].finishedAt: found nothing, expected an instant',
      "deployments[6].finishedAt: found '2026-01-30T08:00:00Z', expected",
      'deployments[7].finishedAt is 2026-02-02T08:00:00.000Z, more than a day',
      'deployments[8].url: found',
      'deployments[9]: found 17, expected an object',
    ];
    starts.forEach((start, place) => {
      expect(rejected?.[place].index).toBe(place + 1);
      expect(rejected?.[place].reason.slice(0, start.length)).toBe(start);
    });
    expect(() => parse({ incidents: [{}, {}] })).toThrow(
      /^incidents\[0\]\.openedAt.*; incidents\[1\]\.openedAt/,
    );
    expect(() => parse({ incidents: {} })).toThrow(/^incidents: .* a list/);
  });

  it('leaves a missing environment missing', () => {
    const { environment: _environment, ...rest } = deployment;
    expect(parse({ deployments: [rest] }).facts[0]).toMatchObject({
      environment: undefined,
    });
  });

  it('fails on damaged payloads only with a reason', () => {
    const parser = createGenericParser();
    const delivery = { sender: 'generic', event: '', receivedAt };
    const single = { type: 'deployment', ...deployment };
    for (const body of [genericExample, single]) {
      const robust = () =>
        expectRobust({
          parse: parser,
          delivery: { ...delivery, body },
          numRuns: 1000,
        });
      expect(robust).not.toThrow();
    }
  });
});

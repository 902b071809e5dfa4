import { mergeReports, type Report } from '@portal/plugin-dora-common';
import fc from 'fast-check';
import type { ParsedDelivery } from '../reports/Parser';
import {
  expectGoodForm,
  expectRobust,
} from '../reports/__testUtils__/expectRobust';
import { createPagerdutyParser } from './createPagerdutyParser';

const receivedAt = '2026-01-31T09:30:00.000Z';
const reference = (id: string, type: string) => ({
  html_url: `https://acme.pagerduty.com/${type}s/${id}`,
  id,
  self: `https://api.pagerduty.com/${type}s/${id}`,
  summary: id,
  type: `${type}_reference`,
});

/** https://developer.pagerduty.com/docs/webhooks-overview#incident */
const incident = {
  id: 'PGR0VU2',
  type: 'incident',
  self: 'https://api.pagerduty.com/incidents/PGR0VU2',
  html_url: 'https://acme.pagerduty.com/incidents/PGR0VU2',
  number: 2,
  status: 'triggered',
  incident_key: 'd3640fbd41094207a1c11e58e46b1662',
  created_at: '2026-01-30T09:00:00Z',
  reopened_at: null,
  title: 'Checkout answers slowly',
  incident_type: { name: 'major' },
  service: reference('PF9KMXH', 'service'),
  assignees: [reference('PTUXL6G', 'user')],
  escalation_policy: reference('PUS0KTE', 'escalation_policy'),
  teams: [reference('PFCVPS0', 'team')],
  priority: reference('PSO75BM', 'priority'),
  urgency: 'high',
  conference_bridge: null,
  resolve_reason: null,
};

function deliveryOf(type: string, occurredAt: string, data: object = {}) {
  return {
    sender: 'pagerduty',
    event: type,
    receivedAt,
    body: {
      event: {
        id: '5ac64822-4adc-4fda-ade0-410becf0de4f',
        event_type: type,
        resource_type: 'incident',
        occurred_at: occurredAt,
        agent: reference('PLH1HKV', 'user'),
        client: { name: 'PagerDuty' },
        data: { ...incident, ...data },
      },
    },
  };
}

const merged = { type: 'merge_resolve_reason', incident: { id: 'POTHER' } };
const life = [
  deliveryOf('incident.triggered', '2026-01-30T09:00:00.169Z'),
  deliveryOf('incident.acknowledged', '2026-01-30T09:02:00Z', {
    status: 'acknowledged',
  }),
  deliveryOf('incident.resolved', '2026-01-30T10:00:00Z', {
    status: 'resolved',
  }),
  deliveryOf('incident.reopened', '2026-01-30T10:05:00Z'),
  deliveryOf('incident.service_updated', '2026-01-30T10:06:00Z', {
    service: reference('PNEW', 'service'),
  }),
  deliveryOf('incident.resolved', '2026-01-30T11:00:00Z', {
    status: 'resolved',
    service: reference('PNEW', 'service'),
  }),
];
const end = life.at(-1)!;
const parse = createPagerdutyParser();

function factsOf(deliveries: readonly (typeof end)[]): Report[] {
  return deliveries.flatMap(delivery => parse(delivery).facts);
}

describe('createPagerdutyParser', () => {
  it('reads an incident', () => {
    const parsed = parse(life[0]);
    expectGoodForm(parsed, Date.parse(receivedAt));
    expect(parsed.facts).toEqual([
      {
        kind: 'incident',
        id: 'pagerduty:incident:PGR0VU2',
        source: 'pagerduty',
        subjects: [
          { annotation: 'pagerduty.com/service-id', value: 'PF9KMXH' },
        ],
        title: 'Checkout answers slowly',
        openedAt: Date.UTC(2026, 0, 30, 9),
        status: 'open',
        url: 'https://acme.pagerduty.com/incidents/PGR0VU2',
        updatedAt: Date.UTC(2026, 0, 30, 9, 0, 0, 169),
        sequence: 0,
      },
    ]);
  });

  it('gives one incident for its life, in any order and however often', () => {
    const permuted = fc
      .shuffledSubarray([...life, ...life], { minLength: 0 })
      .map(some => [...some, ...life]);
    const same = () =>
      fc.assert(
        fc.property(permuted, deliveries => {
          expect(mergeReports(factsOf(deliveries))).toEqual(
            mergeReports(factsOf(life)),
          );
        }),
      );
    expect(same).not.toThrow();
    expect(mergeReports(factsOf(life))).toMatchObject([
      {
        openedAt: Date.UTC(2026, 0, 30, 9),
        status: 'resolved',
        resolvedAt: Date.UTC(2026, 0, 30, 11),
        subjects: [{ value: 'PNEW' }],
      },
    ]);
  });

  it('withdraws an incident that lives on in another', () => {
    const into = deliveryOf('incident.resolved', '2026-01-30T09:10:00Z', {
      status: 'resolved',
      resolve_reason: merged,
    });
    const [fact] = mergeReports(factsOf([into, life[0]]));
    expect(fact).toMatchObject({ status: 'withdrawn' });
    expect(fact).not.toHaveProperty('resolvedAt');
  });

  it('ignores what does not tell how an incident stands', () => {
    const ignoredOf = (delivery: typeof end): ParsedDelivery['ignored'] => {
      const { facts, ignored } = parse(delivery);
      expect(facts).toEqual([]);
      return ignored;
    };
    const at = '2026-01-30T12:00:00Z';
    const note = { type: 'incident_note', content: 'x' };
    expect(ignoredOf(deliveryOf('incident.annotated', at, note))).toMatch(
      /does not tell how an incident stands/,
    );
    expect(
      ignoredOf(
        deliveryOf('incident.priority_updated', at, { status: 'resolved' }),
      ),
    ).toMatch(/resolved already/);
    for (const type of ['pagey.ping', 'service.updated', '']) {
      expect(ignoredOf(deliveryOf(type, at))).toMatch(/no incident/);
    }
  });

  it('names the path of what is malformed', () => {
    const at = (occurredAt: string, data: object = {}) =>
      deliveryOf('incident.triggered', occurredAt, data);
    const now = '2026-01-30T09:00:00Z';
    expect(() => parse(at('2031-01-01T00:00:00Z'))).toThrow(
      /^event\.occurred_at is 2031.*in the future/,
    );
    expect(() =>
      parse(at(now, { created_at: '1999-01-01T00:00:00Z' })),
    ).toThrow(/^event\.data\.created_at .*before the year 2000/);
    expect(() => parse(at(now, { service: null }))).toThrow(
      /^event\.data\.service\.id: found nothing/,
    );
    expect(() => parse(at(now, { id: null }))).toThrow(/^event\.data\.id/);
    expect(() => parse({ ...end, body: '{' })).toThrow(/not JSON/);
  });

  it('fails on damaged payloads only with a reason', () => {
    for (const delivery of [life[0], end]) {
      const robust = () => expectRobust({ parse, delivery, numRuns: 1000 });
      expect(robust).not.toThrow();
    }
  });
});

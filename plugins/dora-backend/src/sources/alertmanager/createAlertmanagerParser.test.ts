import { mergeReports } from '@portal/plugin-dora-common';
import type { ParsedDelivery } from '../reports/Parser';
import {
  expectGoodForm,
  expectRobust,
} from '../reports/__testUtils__/expectRobust';
import type { AlertmanagerOptions } from './AlertmanagerOptions';
import { createAlertmanagerParser } from './createAlertmanagerParser';

const receivedAt = '2026-01-31T09:30:00.000Z';

/** https://prometheus.io/docs/alerting/latest/configuration/#webhook_config */
const alert = {
  status: 'firing',
  labels: {
    alertname: 'HighErrorRate',
    severity: 'critical',
    component: 'shop',
    service: 'shop-http',
    environment: 'production',
  },
  annotations: {
    summary: 'The shop answers with errors',
    description: 'More than 5 %\nCaused by: generic:deployment:shop-42',
    runbook_url: 'https://runbooks.example.com/errors',
  },
  startsAt: '2026-01-30T09:00:00.123456789Z',
  endsAt: '0001-01-01T00:00:00Z',
  generatorURL: 'https://prometheus.example.com/graph?g0.expr=up',
  fingerprint: '5ef77f1f8a3ecfeb',
};
const resolved = {
  ...alert,
  status: 'resolved',
  endsAt: '2026-01-30T09:20:00.5+00:00',
};
const group = {
  version: '4',
  groupKey: '{}:{alertname="HighErrorRate"}',
  truncatedAlerts: 0,
  status: 'firing',
  receiver: 'portal',
  groupLabels: { alertname: 'HighErrorRate' },
  commonLabels: { severity: 'critical' },
  commonAnnotations: {},
  externalURL: 'https://alertmanager.example.com',
  alerts: [alert],
};
const labelled = (labels: object) => ({
  ...alert,
  labels: { ...alert.labels, ...labels },
});

function parse(
  alerts: unknown,
  options?: AlertmanagerOptions,
  fields: object = {},
): ParsedDelivery {
  const body = { ...group, alerts, ...fields };
  const delivery = {
    sender: 'alertmanager',
    event: 'firing',
    body,
    receivedAt,
  };
  return createAlertmanagerParser(options)(delivery);
}

describe('createAlertmanagerParser', () => {
  it('reads an alert that fires', () => {
    const parsed = parse([alert]);
    expectGoodForm(parsed, Date.parse(receivedAt));
    const openedAt = Date.UTC(2026, 0, 30, 9, 0, 0, 123);
    expect(parsed).toEqual({
      facts: [
        {
          kind: 'incident',
          id: `alertmanager:alert:5ef77f1f8a3ecfeb:${openedAt}`,
          source: 'alertmanager',
          subjects: [
            { entityRef: 'component:default/shop' },
            { entityRef: 'component:default/shop-http' },
            { annotation: 'prometheus.io/alert', value: 'HighErrorRate' },
          ],
          title: 'The shop answers with errors',
          environment: 'production',
          openedAt,
          status: 'open',
          causedBy: 'generic:deployment:shop-42',
          url: 'https://prometheus.example.com/graph?g0.expr=up',
          updatedAt: openedAt,
          sequence: 0,
        },
      ],
    });
  });

  it('gives one incident for each time that an alert fires, in any order', () => {
    const again = { ...alert, startsAt: '2026-01-30T12:00:00Z' };
    const facts = [alert, alert, resolved, again].flatMap(
      each => parse([each]).facts,
    );
    const [first, second, ...rest] = mergeReports(facts);
    expect(rest).toEqual([]);
    expect(mergeReports([...facts].reverse())).toEqual([first, second]);
    expect(first).toMatchObject({
      status: 'resolved',
      openedAt: Date.UTC(2026, 0, 30, 9, 0, 0, 123),
      resolvedAt: Date.UTC(2026, 0, 30, 9, 20, 0, 500),
    });
    expect(second).toMatchObject({ status: 'open' });
    expect(parse([alert, resolved, again]).facts).toHaveLength(3);
  });

  it('takes as incidents what the configuration says', () => {
    const warning = labelled({ severity: 'warning' });
    expect(parse([warning]).ignored).toMatch(/no alert with the labels/);
    expect(parse([]).ignored).toMatch(/no alert with the labels/);
    expect(parse([warning, alert]).facts).toHaveLength(1);
    const incidents: AlertmanagerOptions['incidents'] = [
      { severity: 'page' },
      { severity: 'w*', team: 'shop' },
    ];
    expect(parse([alert, warning], { incidents }).facts).toEqual([]);
    expect(
      parse([labelled({ severity: 'warning', team: 'Shop' })], { incidents })
        .facts,
    ).toHaveLength(1);
  });

  it('finds component and environment by the labels that are set', () => {
    const named = labelled({
      app: 'argo-shop',
      owner_ref: 'Component:Web/Shop',
      stage: 'staging',
    });
    const [fact] = parse([named], {
      entityLabels: ['owner_ref', 'missing'],
      annotationLabels: [{ annotation: 'argocd/app-name', label: 'app' }],
      environmentLabels: ['stage'],
    }).facts;
    expect(fact).toMatchObject({
      environment: 'staging',
      subjects: [
        { annotation: 'argocd/app-name', value: 'argo-shop' },
        { entityRef: 'component:web/shop' },
        { annotation: 'prometheus.io/alert' },
      ],
    });
    const strange = labelled({ component: 'The shop!', service: undefined });
    expect(parse([strange]).facts).toMatchObject([
      { subjects: [{ annotation: 'prometheus.io/alert' }] },
    ]);
  });

  it('leaves a missing environment missing', () => {
    const [fact] = parse([labelled({ environment: undefined })]).facts;
    expect(fact).toMatchObject({ environment: undefined });
    expect(
      parse([labelled({ environment: '', env: 'prod' })]).facts,
    ).toMatchObject([{ environment: 'prod' }]);
  });

  it('rejects malformed alerts alone, and says what is wrong', () => {
    const { facts, rejected } = parse(
      [
        alert,
        { ...alert, labels: [] },
        { ...alert, startsAt: '1999-01-01T00:00:00Z' },
        { ...alert, startsAt: '2031-01-01T00:00:00Z' },
        { ...alert, status: 'pending' },
        { ...alert, fingerprint: undefined },
        { ...resolved, endsAt: '0001-01-01T00:00:00Z' },
        { ...resolved, endsAt: '2026-01-30T08:00:00Z' },
      ],
      undefined,
      { truncatedAlerts: 3 },
    );
    expect(facts).toHaveLength(1);
    expect(rejected?.map(({ reason }) => reason)).toEqual([
      expect.stringMatching(/^alerts\[1\]\.labels: found a list of 0/),
      expect.stringMatching(/^alerts\[2\]\.startsAt .*before the year 2000/),
      expect.stringMatching(/^alerts\[3\]\.startsAt .*in the future/),
      expect.stringMatching(/^alerts\[4\]\.status: found 'pending'/),
      expect.stringMatching(/^alerts\[5\]\.fingerprint: found nothing/),
      expect.stringMatching(/^alerts\[6\]\.endsAt .*before the year 2000/),
      expect.stringMatching(/^alerts\[7\]\.endsAt: .*not before startsAt/),
      expect.stringMatching(/^truncatedAlerts: .* left out 3 alerts/),
    ]);
    expect(() => parse([{ ...alert, startsAt: 'x' }])).toThrow(
      /^alerts\[0\]\.startsAt: found 'x'/,
    );
    expect(() => parse({})).toThrow(
      /^alerts: found an object, expected a list/,
    );
  });

  it('fails on damaged payloads only with a reason', () => {
    const body = { ...group, alerts: [alert, resolved] };
    const delivery = {
      sender: 'alertmanager',
      event: 'firing',
      body,
      receivedAt,
    };
    const robust = () =>
      expectRobust({
        parse: createAlertmanagerParser({
          annotationLabels: [
            { annotation: 'argocd/app-name', label: 'service' },
          ],
        }),
        delivery,
        numRuns: 1500,
      });
    expect(robust).not.toThrow();
  });
});

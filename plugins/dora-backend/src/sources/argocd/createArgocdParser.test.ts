import { mergeReports, type Report } from '@portal/plugin-dora-common';
import type { ParsedDelivery } from '../reports/Parser';
import {
  expectGoodForm,
  expectRobust,
} from '../reports/__testUtils__/expectRobust';
import { expectSameInAnyOrder } from '../reports/__testUtils__/expectSameInAnyOrder';
import {
  created,
  ofSeveralSources,
  running,
  shas,
  synced,
} from './__fixtures__/argocdApplications';
import { documentedTemplate } from './__testUtils__/documentedTemplate';
import { renderTemplate } from './__testUtils__/renderTemplate';
import type { ArgocdOptions } from './ArgocdContext';
import { createArgocdParser } from './createArgocdParser';

const receivedAt = '2026-01-31T09:30:00.000Z';
const template = documentedTemplate();
const argocdUrl = 'https://argocd.example.com';

function parse(app: object, options: ArgocdOptions = {}): ParsedDelivery {
  const body = renderTemplate(template, { app, context: { argocdUrl } });
  const { event } = JSON.parse(body);
  const parser = createArgocdParser(options);
  return parser({ sender: 'argocd', event, body, receivedAt });
}

type Status = typeof synced.status;

function withStatus(
  changed: Partial<Record<keyof Status, object>>,
  operation: object = {},
) {
  const { operationState } = synced.status;
  return {
    ...synced,
    status: {
      ...synced.status,
      operationState: { ...operationState, ...operation },
      ...changed,
    },
  };
}

const id =
  'argocd@argocd.example.com:sync:argocd/shop:2026-01-20T18:04:06.000Z';
const startedAt = Date.UTC(2026, 0, 20, 18, 4, 6);
const finishedAt = Date.UTC(2026, 0, 20, 18, 6, 10);

describe('createArgocdParser', () => {
  it('reads what the documented template renders', () => {
    expect(parse(synced).facts).toEqual([
      {
        kind: 'deployment',
        id,
        source: 'argocd@argocd.example.com',
        subjects: [
          {
            annotation: 'argocd/app-name',
            value: 'shop',
            within: { annotation: 'argocd/app-namespace', value: 'argocd' },
          },
          { annotation: 'argocd/app-name', value: 'shop' },
        ],
        environment: 'production',
        url: 'https://argocd.example.com/applications/argocd/shop',
        sha: shas.second,
        version: 'v1.4.0',
        startedAt,
        finishedAt,
        result: 'success',
        updatedAt: finishedAt,
        sequence: 1,
      },
    ]);
    for (const app of [synced, running, created, ofSeveralSources]) {
      for (const context of [{ argocdUrl }, { region: 'east' }]) {
        const body = renderTemplate(template, { app, context });
        const delivery = { sender: 'argocd', event: '', body, receivedAt };
        const parsed = createArgocdParser({ degradedIsIncident: true })(
          delivery,
        );
        expectGoodForm(parsed, Date.parse(receivedAt));
      }
    }
    expect(parse(created).ignored).toMatch(/not synced yet/);
  });

  it('gives one deployment for its life in any order', () => {
    const failed = withStatus({}, { phase: 'Error', message: 'timeout' });
    const facts = [running, failed, synced].flatMap(app => parse(app).facts);
    expect(new Set(facts.map(fact => fact.id))).toEqual(new Set([id]));
    const begun = mergeReports(parse(running).facts);
    expect(begun).toMatchObject([{ startedAt }]);
    expect(begun[0]).not.toHaveProperty('finishedAt');
    const ended = facts.slice(0, 2);
    expect(expectSameInAnyOrder(ended)).toMatchObject([
      { startedAt, finishedAt, result: 'failure' },
    ]);
  });

  it('counts only syncs that deploy', () => {
    const sync = (fields: object) =>
      parse(withStatus({}, { operation: { sync: fields } }));
    expect(sync({ dryRun: true }).ignored).toMatch(/dry run/);
    const resources = [{ kind: 'Deployment', name: 'shop' }];
    expect(sync({ resources }).ignored).toMatch(/some resources/);
    const terminating = withStatus({}, { phase: 'Terminating' });
    expect(parse(terminating).ignored).toMatch(/Terminating neither/);
    const terminated = withStatus(
      {},
      { phase: 'Failed', message: 'Operation terminated' },
    );
    expect(parse(terminated).facts).toMatchObject([{ result: 'cancelled' }]);
  });

  it('takes the environment from the label, else from the rules, else from nobody', () => {
    const bare = { ...synced, metadata: created.metadata };
    const environment = (app: object, ...rules: object[]) =>
      parse(app, { environments: rules as ArgocdOptions['environments'] })
        .facts[0];
    const rule = { namespace: '*-production', environment: 'live' };
    expect(environment(synced, rule)).toMatchObject({
      environment: 'production',
    });
    const none = { cluster: '*', namespace: 'other', environment: 'x' };
    expect(environment(bare, { environment: 'x' }, none, rule)).toMatchObject({
      environment: 'live',
    });
    for (const unknown of [environment(bare), environment(bare, none)]) {
      expect(unknown).toMatchObject({ environment: undefined });
    }
  });

  it('reads the component, and versions of charts and of several sources', () => {
    expect(parse(ofSeveralSources).facts).toMatchObject([
      {
        subjects: [
          { entityRef: 'component:default/shop' },
          { value: 'shop' },
          { value: 'shop' },
        ],
        sha: shas.second,
        version: undefined,
        result: 'failure',
      },
    ]);
    const content = (syncResult: object) =>
      parse(withStatus({}, { syncResult })).facts[0];
    const two = { revisions: [shas.first, shas.second] };
    expect(content(two)).toMatchObject({ sha: undefined, version: 'v1.4.0' });
    expect(content({ revision: '1.2.3' })).toMatchObject({
      sha: undefined,
      version: '1.2.3',
    });
    const labels = { 'app.kubernetes.io/version': '2026.1' };
    const labelled = { ...synced, metadata: { ...synced.metadata, labels } };
    expect(parse(labelled).facts).toMatchObject([{ version: '2026.1' }]);
  });

  describe('with degraded health as an incident', () => {
    const options = { degradedIsIncident: true };
    const health = (status: string, lastTransitionTime?: string) => ({
      health: { status, lastTransitionTime },
    });
    const incidentsOf = (...apps: object[]): Report[] =>
      apps
        .flatMap(app => parse(app, options).facts)
        .filter(({ kind }) => kind === 'incident');
    const incident = (at: string) =>
      `argocd@argocd.example.com:degraded:argocd/shop:${at}`;
    const own = incident('2026-01-20T18:04:06.000Z');
    const ofPrevious = incident('2026-01-19T10:00:00.000Z');

    it('opens it with the sync as the cause, and ends it in any order', () => {
      const apps = [
        withStatus(health('Degraded', '2026-01-20T18:10:00Z')),
        withStatus(health('Healthy', '2026-01-20T18:30:00Z')),
      ];
      expect(parse(apps[0]).facts).toHaveLength(1);
      const open = mergeReports(incidentsOf(apps[0]));
      expect(open).toMatchObject([
        // Whatever the previous sync left is over.
        { id: ofPrevious, status: 'resolved', resolvedAt: finishedAt },
        {
          id: own,
          status: 'open',
          openedAt: Date.UTC(2026, 0, 20, 18, 10),
          causedBy: id,
          title: 'shop is degraded',
          environment: 'production',
        },
      ]);
      const relapse = [
        withStatus(health('Degraded', '2026-01-20T19:00:00Z')),
        withStatus(health('Healthy', '2026-01-20T19:30:00Z')),
      ];
      const reports = incidentsOf(...apps, ...relapse);
      const whole = expectSameInAnyOrder(reports);
      expect(whole[1]).toMatchObject({
        status: 'resolved',
        openedAt: Date.UTC(2026, 0, 20, 18, 10),
        resolvedAt: Date.UTC(2026, 0, 20, 19, 30),
      });
    });

    it('lets the next sync end it, unless its health did', () => {
      const history = synced.status.history.slice(0, 1);
      const previous = withStatus(
        { ...health('Degraded', '2026-01-19T10:05:00Z'), history },
        {
          startedAt: '2026-01-19T10:00:00Z',
          finishedAt: '2026-01-19T10:01:00Z',
        },
      );
      const next = withStatus(health('Progressing', '2026-01-20T18:05:00Z'));
      const ended = expectSameInAnyOrder(incidentsOf(next, previous));
      expect(ended).toMatchObject([
        { id: ofPrevious, status: 'resolved', resolvedAt: finishedAt },
      ]);
      const healed = {
        ...previous,
        status: {
          ...previous.status,
          ...health('Healthy', '2026-01-19T11:00:00Z'),
        },
      };
      expect(
        expectSameInAnyOrder(incidentsOf(next, healed, previous)),
      ).toMatchObject([
        { id: ofPrevious, resolvedAt: Date.UTC(2026, 0, 19, 11) },
      ]);
    });

    it('charges no sync with health of before it, nor a failed one twice', () => {
      const before = '2026-01-20T17:00:00Z';
      const [open] = incidentsOf(withStatus(health('Degraded', before)));
      expect(open).toMatchObject({ id: own, openedAt: startedAt });
      expect(open).not.toHaveProperty('causedBy');
      const healthy = incidentsOf(withStatus(health('Healthy', before)));
      expect(healthy.map(report => report.id)).toEqual([ofPrevious]);
      expect(incidentsOf(ofSeveralSources, running)).toEqual([]);
      // Self-healing later: the incident is still that of the last deployment.
      const partial = withStatus(health('Degraded', '2026-01-20T20:00:00Z'), {
        startedAt: '2026-01-20T20:01:00Z',
        operation: { sync: { resources: [{ kind: 'Service' }] } },
      });
      expect(incidentsOf(partial)).toMatchObject([{ id: own, causedBy: id }]);
    });
  });

  it('names the path of what is malformed', () => {
    const operation = (fields: object) => () => parse(withStatus({}, fields));
    expect(operation({ startedAt: '' })).toThrow(/^startedAt: found ''/);
    expect(operation({ finishedAt: '2031-01-01T00:00:00Z' })).toThrow(
      /^finishedAt is 2031.*in the future/,
    );
    expect(operation({ startedAt: '1999-01-01T00:00:00Z' })).toThrow(
      /^startedAt .*before the year 2000/,
    );
  });

  it.each([
    ['sync', synced],
    ['running sync', running],
    ['sync of several sources', ofSeveralSources],
  ])('fails on a damaged %s only with a reason', (_name, app) => {
    const text = renderTemplate(template, { app, context: { argocdUrl } });
    const body: unknown = JSON.parse(text);
    const delivery = { sender: 'argocd', event: '', body, receivedAt };
    const parser = createArgocdParser({ degradedIsIncident: true });
    expect(() =>
      expectRobust({ parse: parser, delivery, numRuns: 1000 }),
    ).not.toThrow();
  });
});

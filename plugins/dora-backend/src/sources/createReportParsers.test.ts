import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import type { Report } from '@portal/plugin-dora-common';
import {
  webhookSenderIds,
  type WebhookSenderId,
} from '@portal/plugin-webhooks-common';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { createReportParsers } from './createReportParsers';
import { genericExample } from './generic/genericExample';
import { readSourceOptions } from './readSourceOptions';

const receivedAt = '2026-01-31T09:30:00.000Z';

type Example = { status: string; type: string; event: { event_type: string } };

const pages = join(
  __dirname,
  '../../../../docs/operator-guide/delivery-sources',
);

function optionsOf(sources: JsonObject) {
  return readSourceOptions(new ConfigReader({ dora: { sources } }));
}

/** The blocks of code of a language in a page of the guide. */
function blocksOf(page: string, language: string): string[] {
  const text = readFileSync(join(pages, page), 'utf8');
  const block = new RegExp(`^( *)\`\`\`${language}\\n(.*?)^\\1\`\`\`$`, 'gms');
  return [...text.matchAll(block)].map(([, indent, code]) =>
    code.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
  );
}

const sources = {
  alertmanager: {
    incidents: [{ severity: 'page', team: 'shop*' }],
    entityLabels: ['app'],
    annotationLabels: [{ annotation: 'argocd/app-name', label: 'argo' }],
    environmentLabels: ['stage'],
  },
  argocd: {
    environments: [{ cluster: 'prod*', environment: 'production' }],
    degradedIsIncident: true,
  },
  'azure-devops': {
    deployPipelines: [
      { pipeline: 'deploy', project: 'web', environment: 'production' },
    ],
    deployStages: [{ stage: 'prod*', pipeline: 'shop' }],
    projectNames: { '6ce954b1-ce1f-45d1-b94d-e6bf2464ba2c': 'web' },
  },
  cdevents: {
    deployPipelines: [{ pipeline: 'deploy-*', environment: 'production' }],
  },
  generic: {},
  github: {
    deployWorkflows: [{ workflow: 'deploy.yml' }],
    deployReleases: { environment: 'production' },
    incidentLabels: ['outage'],
  },
  gitlab: {
    deployPipelines: [{ ref: 'main', environment: 'production' }],
    deployReleases: {},
    incidentLabels: ['outage'],
    host: 'git.example.com',
  },
  pagerduty: {},
};

describe('createReportParsers', () => {
  it('has a parser for each sender, which works without a configuration', () => {
    const parsers = createReportParsers(optionsOf({}));
    expect([...parsers.keys()].sort()).toEqual([...webhookSenderIds]);
    for (const [sender, parse] of parsers) {
      const body = sender === 'alertmanager' ? { alerts: [] } : {};
      expect(parse({ sender, event: 'other', body, receivedAt })).toEqual({
        facts: [],
        ignored: expect.any(String),
      });
    }
    const [shop] = genericExample.deployments;
    const body = JSON.stringify({ deployments: [shop] });
    const generic = parsers.get('generic')!;
    expect(
      generic({ sender: 'generic', event: '', body, receivedAt }).facts,
    ).toMatchObject([{ kind: 'deployment' }]);
  });

  it('gives each parser what the configuration says', () => {
    const { generic: _generic, pagerduty: _pagerduty, ...rest } = sources;
    expect(optionsOf(sources)).toEqual(rest);
    const parsers = createReportParsers(optionsOf(sources));
    const type = 'dev.cdevents.pipelinerun.started.0.2.0';
    const time = '2026-01-30T09:00:00Z';
    const facts: Report[] = parsers.get('cdevents')!({
      sender: 'cdevents',
      event: type,
      receivedAt,
      body: {
        time,
        data: {
          context: { id: '1', source: '/ci', type },
          subject: { id: '1', content: { pipelineName: 'deploy-shop' } },
        },
      },
    }).facts;
    expect(facts).toMatchObject([
      { kind: 'deployment', environment: 'production' },
    ]);
  });

  it.each<[JsonObject, RegExp]>([
    [{ githup: {} }, /^dora\.sources\.githup: there is no such .* github/],
    [{ pagerduty: { x: 1 } }, /^dora\.sources\.pagerduty\.x: .* expected none/],
    [
      { github: { deployWorkflow: [] } },
      /^dora\.sources\.github\.deployWorkflow: .*one of deployReleases, deployW/,
    ],
    [
      { cdevents: { deployPipelines: [{ pipeline: 'x', enviroment: 'y' }] } },
      /^dora\.sources\.cdevents\.deployPipelines\[0\]\.enviroment: /,
    ],
    [
      { cdevents: { deployPipelines: [{ environment: 'y' }] } },
      /'dora\.sources\.cdevents\.deployPipelines\[0\]\.pipeline'/,
    ],
    [
      { gitlab: { deployPipelines: [{ environment: 'y' }] } },
      /^dora\.sources\.gitlab\.deployPipelines\[0\]: .*one of name, ref/,
    ],
    [
      { argocd: { environments: [{ environment: 'y' }] } },
      /^dora\.sources\.argocd\.environments\[0\]: .* one of application, pro/,
    ],
    [
      { alertmanager: { incidents: { severity: 'x' } } },
      /^dora\.sources\.alertmanager\.incidents: expected a list/,
    ],
    [
      { alertmanager: { incidents: [{}] } },
      /^dora\.sources\.alertmanager\.incidents\[0\]: expected an object/,
    ],
    [
      { alertmanager: { incidents: [{ severity: 1 }] } },
      /^dora\.sources\.alertmanager\.incidents\[0\]\.severity: .* in quotes/,
    ],
    [
      { 'azure-devops': { projectNames: { a: '' } } },
      /^dora\.sources\.azure-devops\.projectNames\.a: expected a text/,
    ],
    [
      { github: { incidentLabels: 'outage' } },
      /dora\.sources\.github\.incidentLabels/,
    ],
    [{ github: { deployReleases: true } }, /dora\.sources\.github\.deployRel/],
  ])('refuses %j and names the key', (wrong, message) => {
    expect(() => optionsOf(wrong)).toThrow(message);
  });

  it.each<[WebhookSenderId, string, (body: Example) => string, number]>([
    ['alertmanager', 'alertmanager.md', body => body.status, 1],
    ['cdevents', 'cdevents-jenkins.md', body => body.type, 1],
    ['generic', 'generic.md', () => '', 4],
    ['pagerduty', 'pagerduty.md', body => body.event.event_type, 1],
  ])(
    'reads the examples of the guide for %s',
    (sender, page, eventOf, count) => {
      const parse = createReportParsers().get(sender)!;
      const parsed = blocksOf(page, 'json').map(text => {
        const body = JSON.parse(text);
        return parse({ sender, event: eventOf(body), body, receivedAt });
      });
      expect(parsed.flatMap(({ rejected = [] }) => rejected)).toEqual([]);
      expect(parsed.flatMap(({ facts }) => facts)).toHaveLength(count);
    },
  );

  it('reads what the script for Jenkins sends', () => {
    const variables: Record<string, string> = {
      id: 'jenkins-team-shop-42-shop-production',
      now: '2026-01-30T09:00:00Z',
      type: 'dev.cdevents.service.deployed.0.2.0',
      1: 'failure',
      SERVICE: 'shop',
      ENVIRONMENT: 'production',
      VERSION: '1.4.0',
      BUILD_URL: 'https://ci.example.com/job/team/job/shop/42/',
    };
    const [script] = blocksOf('cdevents-jenkins.md', 'sh');
    const sent = /<<EOF\n(.*)^EOF$/ms.exec(script)![1];
    const body = sent.replaceAll(
      /\$(?:(\w+)|\{(\w+):-\})/g,
      (_, name, optional) => variables[name ?? optional] ?? '',
    );
    const parse = createReportParsers().get('cdevents')!;
    const event = variables.type;
    expect(
      parse({ sender: 'cdevents', event, body, receivedAt }).facts,
    ).toMatchObject([
      {
        kind: 'deployment',
        environment: 'production',
        version: '1.4.0',
        sha: undefined,
        result: 'failure',
        url: variables.BUILD_URL,
        subjects: [
          { annotation: 'portal/cdevents-service', value: 'shop' },
          { annotation: 'jenkins.io/job-full-name', value: 'team/shop' },
          { annotation: 'jenkins.io/job-full-name', value: 'team' },
        ],
      },
    ]);
  });

  it('reads the settings that the guide shows', () => {
    const settings = readdirSync(pages)
      .flatMap(page => blocksOf(page, 'yaml'))
      .flatMap(text => parseAllDocuments(text).map(each => each.toJS()))
      .filter(each => each?.dora?.sources);
    expect(settings.length).toBeGreaterThan(1);
    for (const each of settings) {
      const options = readSourceOptions(new ConfigReader(each));
      expect(Object.values(options).some(Boolean)).toBe(true);
    }
  });
});

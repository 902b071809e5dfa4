import type { ReportDelivery } from '../../reports/Parser';

export const receivedAt = '2026-01-31T09:30:00.000Z';
export const sha = '2a'.repeat(20);

const at = '2026-01-30T09:00:00.315384Z';

/** https://github.com/cdevents/spec/tree/v0.4.1/conformance */
export function deliveryOf(
  name: string,
  subject: object,
  more: { context?: object; customData?: unknown; version?: string } = {},
): ReportDelivery {
  const type = `dev.cdevents.${name}.${more.version ?? '0.2.0'}`;
  const id = '271069a8-fc18-44f1-b38f-9d70a1695819';
  const source = '/event/source/123';
  const context = {
    version: '0.4.1',
    id,
    chainId: '4c8cb7dd-3448-41de-8768-eec704e2829b',
    source,
    type,
    timestamp: at,
    ...more.context,
  };
  const [about] = name.split('.');
  return {
    sender: 'cdevents',
    event: type,
    receivedAt,
    body: {
      specversion: '1.0',
      id,
      source,
      type,
      time: at,
      datacontenttype: 'application/json',
      data: {
        context,
        subject: { id: 'mySubject123', type: about, ...subject },
        ...('customData' in more && {
          customData: more.customData,
          customDataContentType: 'application/json',
        }),
      },
    },
  };
}

export const image =
  'pkg:oci/shop@sha256%3A0b31b1c02ff458ad9b7b81cbdf8f028bd54699fa';
export const service = {
  id: 'service/shop',
  content: { environment: { id: 'prod' }, artifactId: image },
};
export const portal = {
  entityRef: 'component:default/shop',
  annotations: { 'github.com/project-slug': 'org/shop' },
  deploymentId: 'shop-42',
  environment: 'production',
  version: '1.4.0',
  sha,
  startedAt: '2026-01-30T08:55:00Z',
  result: 'failure',
  rollbackOf: '1.5.0',
  url: 'https://ci.example.com/42',
};
export const run = {
  id: '42',
  content: {
    pipelineName: 'team » shop » main',
    uri: 'job/x',
    outcome: 'error',
  },
};
// As the CDEvents plugin of Jenkins describes a build in its custom data.
export const jenkins = {
  context: { source: 'job/team/job/shop/job/feature%252Fx/42/' },
  customData: {
    name: 'feature%2Fx',
    url: 'job/team/job/shop/job/feature%252Fx/',
    build: {
      fullUrl: 'https://ci.example.com/job/team/job/shop/job/feature%252Fx/42/',
      number: 42,
      status: 'FAILURE',
      scmState: {
        url: 'git@github.com:org/shop.git',
        branch: 'feature/x',
        commit: sha,
      },
    },
  },
};
export const incident = {
  id: 'incident-123',
  source: '/monitoring/prod1',
  content: {
    description: 'Response time above 100 ms',
    environment: { id: 'prod1', source: '/iaas/geo1' },
    service: { id: 'component:web/shop', source: '/clusterA/namespaceB' },
    artifactId: 'pkg:github/org/shop@v1.4.0',
  },
};
export const change = {
  id: 'pull/17',
  content: { repository: { id: 'org/shop', source: 'https://github.com' } },
};

import type { Role } from './portalTest';

/** A page of the portal as the journeys visit it. */
export type PortalPage = {
  /** Also the name of its screenshot. */
  name: string;
  path: string;
  /** Words that are on the page once its content is there. */
  shows: RegExp;
  /** Who made the page: ours has no serious axe violation, an upstream one none beyond the recorded baseline. */
  by: 'portal' | 'upstream';
  /** Who visits it, where a member may not. */
  as?: Role;
};

const entity = (kind: string, name: string) =>
  `/catalog/default/${kind}/${name}`;

/** Every page that a newcomer meets, each entity type among them. */
export const portalPages: PortalPage[] = [
  { name: 'home', path: '/', shows: /Deployment frequency/, by: 'portal' },
  {
    name: 'delivery',
    path: `${entity('component', 'portal')}/delivery`,
    shows: /Deployment frequency/,
    by: 'portal',
  },
  {
    name: 'delivery-demo',
    path: `${entity('component', 'tracking-service')}/delivery`,
    shows: /Demo/,
    by: 'portal',
  },
  {
    name: 'delivery-of-everything',
    path: '/dora?scope=everything',
    shows: /\d+ of \d+ services are measured/,
    by: 'portal',
  },
  {
    name: 'delivery-of-a-system',
    path: `${entity('system', 'hub-operations')}/delivery`,
    shows: /services? (is|are) measured/,
    by: 'portal',
  },
  {
    name: 'portfolio',
    path: '/executive/portfolio',
    shows: /of what is expected of \d+ services is met/,
    by: 'portal',
    as: 'Executive',
  },
  {
    name: 'portfolio-of-a-department',
    path: '/executive/portfolio?node=group:default/network-operations&pillar=delivery',
    shows: /Services: Delivery/,
    by: 'portal',
    as: 'Executive',
  },
  {
    name: 'portfolio-questions',
    path: '/executive/questions',
    shows: /What needs a decision\?/,
    by: 'portal',
    as: 'Executive',
  },
  {
    name: 'portfolio-productivity',
    path: '/executive/productivity',
    shows: /nothing here is about a person/,
    by: 'portal',
    as: 'Executive',
  },
  {
    name: 'portfolio-success',
    path: '/executive/success',
    shows: /Documentation coverage/,
    by: 'portal',
    as: 'Executive',
  },
  {
    name: 'portfolio-reports',
    path: '/executive/reports',
    shows: /Kept reports/,
    by: 'portal',
    as: 'Executive',
  },
  {
    name: 'portfolio-formula',
    path: '/executive/formula',
    shows: /What is expected of services/,
    by: 'portal',
    as: 'Executive',
  },
  {
    name: 'security',
    path: '/security/overview',
    shows: /of \d+ services have a score/,
    by: 'portal',
    as: 'Security',
  },
  {
    name: 'security-findings',
    path: '/security/findings',
    shows: /[\d,]+ found/,
    by: 'portal',
    as: 'Security',
  },
  {
    name: 'security-exceptions',
    path: '/security/exceptions',
    shows: /A risk is accepted for a time/,
    by: 'portal',
    as: 'Security',
  },
  {
    name: 'security-affected',
    path: '/security/affected?q=CVE-2021-44228',
    shows: /services? (is|are) affected/,
    by: 'portal',
    as: 'Security',
  },
  {
    name: 'security-licences',
    path: '/security/licences',
    shows: /The policy is/,
    by: 'portal',
    as: 'Security',
  },
  {
    name: 'security-reports',
    path: '/security/reports',
    shows: /What scanners and builds sent/,
    by: 'portal',
    as: 'Security',
  },
  {
    name: 'security-formula',
    path: '/security/formula',
    shows: /This is formula/,
    by: 'portal',
    as: 'Security',
  },
  {
    name: 'security-of-a-component',
    path: `${entity('component', 'claims-service')}/security`,
    shows: /Parts of the score|covered/,
    by: 'portal',
    as: 'Security',
  },
  {
    name: 'security-of-a-system',
    path: `${entity('system', 'hub-operations')}/security`,
    shows: /services have a score/,
    by: 'portal',
    as: 'Security',
  },
  {
    name: 'cost',
    path: '/finops/overview?period=3-months',
    shows: /n = [\d,]+ lines/,
    by: 'portal',
    as: 'Executive',
  },
  {
    name: 'cost-of-a-system',
    path: `${entity('system', 'hub-operations')}/cost`,
    shows: /n = [\d,]+ lines/,
    by: 'portal',
    as: 'Executive',
  },
  {
    name: 'cost-of-an-environment',
    path: `${entity('resource', 'prod1')}/cost`,
    shows: /n = [\d,]+ lines/,
    by: 'portal',
    as: 'Executive',
  },
  {
    name: 'cost-budgets',
    path: '/finops/budgets',
    shows: /How much of each budget is spent/,
    by: 'portal',
    as: 'Executive',
  },
  {
    name: 'cost-anomalies',
    path: '/finops/anomalies',
    shows: /Days on which something cost far more/,
    by: 'portal',
    as: 'Executive',
  },
  {
    name: 'cost-savings',
    path: '/finops/savings',
    shows: /What open rules find/,
    by: 'portal',
    as: 'Executive',
  },
  {
    name: 'cost-statements',
    path: '/finops/statements',
    shows: /What each team is charged/,
    by: 'portal',
    as: 'Executive',
  },
  {
    name: 'cost-data-quality',
    path: '/finops/data-quality',
    shows: /of the rules hold/,
    by: 'portal',
    as: 'Platform engineer',
  },
  {
    name: 'dashboards',
    path: '/dashboards',
    shows: /Production: what our customers use/,
    by: 'portal',
  },
  {
    name: 'dashboard-prod1',
    path: '/dashboards/default/prod1',
    shows: /Failed deployment recovery time/,
    by: 'portal',
  },
  {
    name: 'dashboard-on-a-wall',
    path: '/dashboards/default/sit1?wall=0',
    shows: /Who is at work/,
    by: 'portal',
  },
  {
    name: 'what-runs-where',
    path: '/dora/environments',
    shows: /\d+ behind since/,
    by: 'portal',
  },
  {
    name: 'what-runs-in-an-environment',
    path: `${entity('resource', 'prod1')}/running`,
    shows: /\d+ of \d+ services with deployments shown/,
    by: 'portal',
  },
  {
    name: 'libraries',
    path: '/libraries',
    shows: /Brennvik UI|brennvik-ui/i,
    by: 'portal',
  },
  {
    name: 'datasets',
    path: '/datasets',
    shows: /parcel[ -]journeys/i,
    by: 'portal',
  },
  { name: 'environments', path: '/environments', shows: /PROD1/, by: 'portal' },
  {
    name: 'library',
    path: entity('component', 'brennvik-ui'),
    shows: /Package/i,
    by: 'portal',
  },
  {
    name: 'dataset',
    path: entity('resource', 'parcel-journeys'),
    shows: /Confidential/,
    by: 'portal',
  },
  {
    name: 'environment',
    path: entity('resource', 'PROD1'),
    shows: /PCM/,
    by: 'portal',
  },
  {
    name: 'webhooks',
    path: '/webhooks',
    shows: /keeps? up/i,
    by: 'portal',
    as: 'Platform engineer',
  },
  {
    name: 'repositories',
    path: '/repositories',
    shows: /What templates published|There is no repository yet/,
    by: 'portal',
  },
  {
    name: 'approvals',
    path: '/approvals',
    shows: /Nothing to approve|Waits for a yes/,
    by: 'portal',
  },
  {
    name: 'template-form',
    path: '/create/templates/default/ba-service-template',
    shows: /It names the repository/,
    by: 'upstream',
  },
  {
    name: 'docs-coverage',
    path: '/docs-coverage',
    shows: /How much is documented/,
    by: 'portal',
  },
  {
    name: 'health',
    path: `${entity('component', 'portal')}/health`,
    shows: /Availability|Nobody watches/,
    by: 'portal',
  },
  {
    name: 'catalog',
    path: '/catalog',
    shows: /demand-forecast/,
    by: 'upstream',
  },
  {
    name: 'service',
    path: entity('component', 'tracking-service'),
    shows: /Relations/,
    by: 'upstream',
  },
  {
    name: 'website',
    path: entity('component', 'tracking-website'),
    shows: /Relations/,
    by: 'upstream',
  },
  {
    name: 'api',
    path: entity('api', 'tracking-api'),
    shows: /Relations/,
    by: 'upstream',
  },
  {
    name: 'api-definition',
    path: `${entity('api', 'tracking-api')}/definition`,
    shows: /openapi|GET|Servers|OAS/i,
    by: 'upstream',
  },
  {
    name: 'resource',
    path: entity('resource', 'tracking-db'),
    shows: /Relations/,
    by: 'upstream',
  },
  {
    name: 'system',
    path: entity('system', 'hub-operations'),
    shows: /Relations/,
    by: 'upstream',
  },
  {
    name: 'domain',
    path: entity('domain', 'commercial'),
    shows: /Relations/,
    by: 'upstream',
  },
  {
    name: 'group',
    path: entity('group', 'data-platform'),
    shows: /members/i,
    by: 'upstream',
  },
  {
    name: 'user',
    path: entity('user', 'nadia-haddad'),
    shows: /Nadia/,
    by: 'upstream',
  },
  { name: 'docs', path: '/docs', shows: /Portal/i, by: 'upstream' },
  {
    name: 'docs-page',
    path: '/docs/default/component/portal',
    shows: /Portal/i,
    by: 'upstream',
  },
  {
    name: 'search',
    path: '/search?query=tracking',
    shows: /tracking-service/i,
    by: 'upstream',
  },
  {
    name: 'create',
    path: '/create',
    shows: /Describe a component/,
    by: 'upstream',
  },
  { name: 'settings', path: '/settings', shows: /Profile/i, by: 'upstream' },
  {
    name: 'notifications',
    path: '/notifications',
    shows: /Notifications/i,
    by: 'upstream',
  },
];

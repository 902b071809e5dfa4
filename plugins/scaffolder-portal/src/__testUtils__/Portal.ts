import type { Entity } from '@backstage/catalog-model';
import type { TemplateParameterSchema } from '@backstage/plugin-scaffolder-common';
import type {
  PreviewRequest,
  PriceList,
  ScaffolderPortalApi,
  TemplatePreview,
  TemplateRun,
  TemplateRunList,
  TemplateRunsRequest,
  TemplateStatisticsList,
  TemplateUpgrade,
  UpgradeRequest,
} from '@portal/plugin-scaffolder-portal-common';

function environment(name: string, order: number): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: { name, namespace: 'default', description: `About ${name}.` },
    spec: { type: 'environment', order, production: name === 'PROD1' },
  };
}

/** What the fields ask, in memory. */
export class Portal
  implements
    Pick<
      ScaffolderPortalApi,
      'prices' | 'preview' | 'templates' | 'runs' | 'upgrade'
    >
{
  environments: Entity[] = [
    environment('PROD1', 5),
    environment('DEV1', 1),
    environment('UAT1', 3),
  ];
  components = ['taken'];
  repositories = ['stored'];
  priceList: PriceList | Error = {
    currency: 'EUR',
    date: '2026-11-01',
    source: 'example list',
    sizes: {
      small: { vcpu: '0.5', memoryGib: '1', instances: 1 },
      medium: { vcpu: '1', memoryGib: '2', instances: 2 },
      large: { vcpu: '2', memoryGib: '4', instances: 4 },
    },
    rates: [{ vcpuMonth: '20', memoryGibMonth: '2.50', fixedMonth: '0' }],
  };
  answer: TemplatePreview | Error = {
    state: 'ready',
    files: [],
    moreFiles: 0,
    log: [],
    skippedSteps: [],
    problems: [],
  };
  statistics: TemplateStatisticsList | Error = { days: 90, items: [] };
  form: TemplateParameterSchema = { title: 'Form', steps: [] };
  made: TemplateRun[] = [];
  upgraded: TemplateUpgrade | Error = new Error('Not set up');
  readonly previewed: PreviewRequest[] = [];
  readonly upgrades: UpgradeRequest[] = [];
  /** How often statistics were asked for. */
  asked = 0;

  async prices() {
    return orThrow(this.priceList);
  }

  async preview(request: PreviewRequest) {
    this.previewed.push(request);
    return orThrow(this.answer);
  }

  async templates() {
    this.asked++;
    return orThrow(this.statistics);
  }

  async runs(_request: TemplateRunsRequest): Promise<TemplateRunList> {
    return { items: this.made };
  }

  async upgrade(request: UpgradeRequest) {
    this.upgrades.push(request);
    return orThrow(this.upgraded);
  }

  readonly catalogApi = {
    queryEntities: async () => ({
      items: this.environments,
      totalItems: this.environments.length,
      pageInfo: {},
    }),
    getEntitiesByRefs: async ({ entityRefs }: { entityRefs: string[] }) => ({
      items: entityRefs.map(ref =>
        this.components.includes(ref.replace('component:default/', ''))
          ? { kind: 'Component' }
          : undefined,
      ),
    }),
  };

  readonly scaffolderApi = {
    getTemplateParameterSchema: async () => this.form,
  };

  readonly discoveryApi = {
    getBaseUrl: async (pluginId: string) => `http://portal/api/${pluginId}`,
  };

  readonly fetchApi = {
    fetch: async (url: string | URL | Request) =>
      Response.json({
        items: this.repositories
          .filter(name => String(url).endsWith(`?name=${name}`))
          .map(name => ({ name })),
      }),
  };
}

function orThrow<T>(value: T | Error): T {
  if (value instanceof Error) {
    throw value;
  }
  return value;
}

import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  stringifyEntityRef,
  type Entity,
  RELATION_OWNED_BY,
} from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { CatalogAccess, PermissionAccess } from '@portal/backend-access';
import type { MetricValue } from '@portal/plugin-metrics-common';
import {
  templateVersionOf,
  scaffolderPortalReadPermission,
  type TemplateRunList,
  type TemplateRunsRequest,
  type TemplateStatistics,
  type TemplateStatisticsList,
} from '@portal/plugin-scaffolder-portal-common';
import type {
  ReadState,
  RunStore,
  TemplateFigures,
} from '../database/RunStore';
import { medianValue, successValue } from './figures';

const days = 90;
/** Reading that has not worked for so long makes figures stale. */
const staleAfter = 15 * 60_000;

type Options = {
  access: PermissionAccess;
  catalog: Pick<CatalogService, 'getEntitiesByRefs' | 'queryEntities'>;
  catalogAccess: CatalogAccess;
  store: RunStore;
};

/** Answers how templates do, and what was made from which. */
export class TemplateReader {
  readonly #options: Options;

  private constructor(options: Options) {
    this.#options = options;
  }

  static create(options: Options): TemplateReader {
    return new TemplateReader(options);
  }

  async templates(
    credentials: BackstageCredentials,
  ): Promise<TemplateStatisticsList> {
    const { access, store } = this.#options;
    await access.require(credentials, scaffolderPortalReadPermission);
    const now = new Date();
    const [state, figures, templates] = await Promise.all([
      store.readState(),
      store.figures(new Date(now.getTime() - days * 86_400_000), now),
      this.#readTemplates(credentials),
    ]);
    const byRef = new Map(figures.map(one => [one.templateRef, one]));
    return {
      days,
      ...(state.readAt && { readAt: state.readAt.toISOString() }),
      items: templates
        .map(template =>
          toStatistics(
            template,
            byRef.get(stringifyEntityRef(template)),
            judge(state, now),
          ),
        )
        .sort((one, other) => one.title.localeCompare(other.title, 'en')),
    };
  }

  async runs(
    credentials: BackstageCredentials,
    request: TemplateRunsRequest,
  ): Promise<TemplateRunList> {
    const { access, catalogAccess, store } = this.#options;
    await access.require(credentials, scaffolderPortalReadPermission);
    const subjects = [request.entityRef, request.templateRef].filter(
      (ref): ref is string => ref !== undefined,
    );
    if (subjects.length === 0) {
      throw new InputError('Give entityRef or templateRef: whose runs?');
    }
    await catalogAccess.requireVisible(credentials, subjects);
    const lower = (ref?: string) => ref?.toLocaleLowerCase('en-US');
    const [{ readAt }, runs] = await Promise.all([
      store.readState(),
      store.list({
        entityRef: lower(request.entityRef),
        templateRef: lower(request.templateRef),
        limit: request.limit ?? 20,
      }),
    ]);
    const [versions, visible] = await Promise.all([
      this.#currentVersions(
        credentials,
        runs.map(run => run.templateRef),
      ),
      catalogAccess.visible(
        credentials,
        runs.flatMap(run => run.entityRefs),
      ),
    ]);
    return {
      ...(readAt && { readAt: readAt.toISOString() }),
      items: runs.map(({ heartbeat: _, ...run }) => ({
        ...run,
        currentVersion: versions.get(run.templateRef),
        startedAt: run.startedAt.toISOString(),
        endedAt: run.endedAt?.toISOString(),
        entityRefs: run.entityRefs.filter(ref => visible?.has(ref) ?? true),
      })),
    };
  }

  async #readTemplates(credentials: BackstageCredentials): Promise<Entity[]> {
    const { catalog, catalogAccess } = this.#options;
    const templates: Entity[] = [];
    let cursor: string | undefined;
    do {
      const fields = ['kind', 'metadata', 'relations'];
      const page = await catalog.queryEntities(
        cursor
          ? { cursor, fields, limit: 500 }
          : { filter: { kind: 'Template' }, fields, limit: 500 },
        { credentials: await catalogAccess.passOn(credentials) },
      );
      templates.push(...page.items);
      cursor = page.pageInfo.nextCursor;
    } while (cursor);
    return templates;
  }

  async #currentVersions(
    credentials: BackstageCredentials,
    refs: string[],
  ): Promise<Map<string, number | undefined>> {
    const { catalog, catalogAccess } = this.#options;
    const entityRefs = [...new Set(refs)];
    if (entityRefs.length === 0) {
      return new Map();
    }
    const { items } = await catalog.getEntitiesByRefs(
      { entityRefs, fields: ['metadata.annotations'] },
      { credentials: await catalogAccess.passOn(credentials) },
    );
    return new Map(
      items.map((entity, index) => [
        entityRefs[index],
        templateVersionOf(entity?.metadata?.annotations),
      ]),
    );
  }
}

function toStatistics(
  template: Entity,
  figures: TemplateFigures | undefined,
  judged: (value: MetricValue) => MetricValue,
): TemplateStatistics {
  const { metadata, relations } = template;
  return {
    templateRef: stringifyEntityRef(template),
    title: metadata.title ?? metadata.name,
    owner: relations?.find(({ type }) => type === RELATION_OWNED_BY)?.targetRef,
    version: templateVersionOf(metadata.annotations),
    runs: figures?.runs ?? 0,
    successRate: judged(successValue(figures)),
    medianDuration: judged(medianValue(figures)),
    ...(figures && {
      lastRun: {
        at: figures.last.at.toISOString(),
        status: figures.last.status,
      },
    }),
  };
}

/** What was never read is no figure, and what is read no more is stale. */
function judge(state: ReadState, now: Date) {
  return (value: MetricValue): MetricValue => {
    const cure = 'The scaffolder could not be asked; see the log of the portal';
    if (state.completeAt === undefined) {
      return {
        state: 'source-error',
        unit: value.unit,
        sampleSize: 0,
        cure: state.failingSince
          ? cure
          : 'Runs are being read for the first time; look again in a minute',
        since: state.failingSince?.toISOString(),
      };
    }
    const silent = now.getTime() - (state.readAt?.getTime() ?? 0);
    return silent > staleAfter
      ? { ...value, state: 'stale', since: state.readAt?.toISOString(), cure }
      : value;
  };
}

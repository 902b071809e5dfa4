import type { CostItem, CostItemColumn } from '../focus/FocusLine';
import type {
  AllocationCatalog,
  AllocationDecision,
  AllocationMatch,
  AllocationRule,
  AllocationRules,
  CatalogClaim,
} from './AllocationRules';
import {
  createTagReader,
  normaliseTagKey,
  normaliseTagValue,
} from './normaliseTags';
import { createTextTest, fold, type TextTest } from './patterns';

const columnsOfMatch: Record<
  Exclude<keyof AllocationMatch, 'tags' | 'untagged'>,
  CostItemColumn[]
> = {
  resourceId: ['ResourceId'],
  resourceName: ['ResourceName'],
  resourceType: ['ResourceType'],
  subAccount: ['SubAccountId', 'SubAccountName'],
  billingAccount: ['BillingAccountId', 'BillingAccountName'],
  provider: ['ProviderName'],
  serviceName: ['ServiceName'],
  serviceCategory: ['ServiceCategory'],
  chargeCategory: ['ChargeCategory'],
  chargeDescription: ['ChargeDescription'],
  commitmentStatus: ['CommitmentDiscountStatus'],
};
const placeholder = /\{tag:([^}]+)\}/g;
const usualNamespace = /^[^:/]+$/;

type Tags = ReadonlyMap<string, string>;
type KeyReader = (key: string) => string;
type ItemTest = (item: CostItem, tags: Tags) => boolean;

/**
 * Makes rules and what the catalog knows into a function that says whose an item is in a month. It depends on the item alone.
 *
 * @param options - `month`: first day, `YYYY-MM-01`, or `YYYY-MM`
 * @public
 */
export function createAllocation(options: {
  rules: AllocationRules;
  catalog: AllocationCatalog;
  month: string;
}): (item: CostItem) => AllocationDecision {
  const { rules, catalog } = options;
  const month = options.month.slice(0, 7);
  const readTags = createTagReader(rules.tagSynonyms);
  const keyOf: KeyReader = key =>
    [...readTags({ [key]: 'x' }).keys()][0] ?? normaliseTagKey(key);
  const environmentOf = createEnvironmentReader(rules, catalog);
  const compiled = rules.rules
    .filter(({ from, to }) => (!from || from <= month) && (!to || month < to))
    .map(rule => ({ rule, matches: createItemTest(rule.match, keyOf) }));
  const claimed = createClaims(catalog.claims, keyOf);

  function byRules(item: CostItem, tags: Tags): AllocationDecision | undefined {
    for (const { rule, matches } of compiled) {
      if (matches(item, tags)) {
        const decision = apply(rule, item, tags);
        if (decision) {
          return decision;
        }
      }
    }
    return undefined;
  }

  function apply(
    rule: AllocationRule,
    item: CostItem,
    tags: Tags,
  ): AllocationDecision | undefined {
    const named = rule.environment && fill(rule.environment, tags, keyOf);
    const common = {
      ruleId: rule.id,
      environment: named
        ? environmentOf.named(named) ?? named
        : environmentOf.item(item, tags),
    };
    if (rule.idle) {
      return { ...common, kind: 'bucket', bucket: 'idle' };
    }
    if (rule.shared) {
      return { ...common, kind: 'shared', split: rule.shared };
    }
    const entityRef = entityOf(rule, tags, keyOf);
    if (entityRef && catalog.has(entityRef)) {
      return { ...common, kind: 'entity', entityRef };
    }
    // A fixed entity that is gone is to be seen; a tag that names nothing leaves the item to the rules below.
    return entityRef && !rule.entity?.includes('{tag:')
      ? { ...common, kind: 'bucket', bucket: 'unmatched' }
      : undefined;
  }

  function byAnnotations(
    item: CostItem,
    tags: Tags,
  ): AllocationDecision | undefined {
    const claim = claimed(item, tags);
    return claim && catalog.has(claim.entityRef)
      ? {
          kind: 'entity',
          entityRef: claim.entityRef,
          ruleId: `annotation:${claim.by}`,
          environment: environmentOf.item(item, tags),
        }
      : undefined;
  }

  function byName(item: CostItem, tags: Tags): AllocationDecision | undefined {
    const value = tags.get('application');
    const entityRef = value && completeRef(normaliseTagValue(value));
    return entityRef && catalog.has(entityRef)
      ? {
          kind: 'entity',
          entityRef,
          ruleId: 'name:application',
          environment: environmentOf.item(item, tags),
        }
      : undefined;
  }

  return item => {
    const tags = readTags(item.tags);
    const found =
      rules.first === 'annotations'
        ? byAnnotations(item, tags) ?? byRules(item, tags)
        : byRules(item, tags) ?? byAnnotations(item, tags);
    return (
      found ??
      (rules.matchNames === false ? undefined : byName(item, tags)) ?? {
        kind: 'bucket',
        bucket: tags.size > 0 ? 'unmatched' : 'untagged',
        ruleId: 'none',
        environment: environmentOf.item(item, tags),
      }
    );
  };
}

function entityOf(
  rule: AllocationRule,
  tags: Tags,
  keyOf: KeyReader,
): string | undefined {
  const values = new Map(
    Object.entries(rule.values ?? {}).map(([value, name]) => [
      normaliseTagValue(value),
      fold(name),
    ]),
  );
  const text = rule.entity && fill(rule.entity, tags, keyOf, values);
  return text && completeRef(fold(text));
}

/** `shop` is a component, `team/shop` one of another namespace. */
function completeRef(text: string): string {
  if (text.includes(':')) {
    const [kind, rest] = text.split(/:(.*)/s);
    return `${kind}:${rest.includes('/') ? rest : `default/${rest}`}`;
  }
  return usualNamespace.test(text)
    ? `component:default/${text}`
    : `component:${text}`;
}

/** Undefined where a tag is not there. */
function fill(
  template: string,
  tags: Tags,
  keyOf: KeyReader,
  values?: ReadonlyMap<string, string>,
): string | undefined {
  let complete = true;
  const text = template.replace(placeholder, (_, key: string) => {
    const value = tags.get(keyOf(key));
    if (value === undefined) {
      complete = false;
      return '';
    }
    const normal = normaliseTagValue(value);
    return values?.get(normal) ?? normal;
  });
  return complete ? text : undefined;
}

function createItemTest(match: AllocationMatch, keyOf: KeyReader): ItemTest {
  const columns = Object.entries(columnsOfMatch).flatMap(([key, names]) => {
    const patterns = match[key as keyof typeof columnsOfMatch];
    return patterns === undefined
      ? []
      : [{ names, test: createTextTest(patterns) }];
  });
  const tagTests = Object.entries(match.tags ?? {}).map(([key, patterns]) => ({
    key: keyOf(key),
    test: createTextTest(patterns),
  }));
  return (item, tags) =>
    (match.untagged === undefined || match.untagged === (tags.size === 0)) &&
    columns.every(({ names, test }) =>
      names.some(name => item.columns[name] !== '' && test(item.columns[name])),
    ) &&
    tagTests.every(({ key, test }) => {
      const value = tags.get(key);
      return value !== undefined && test(value);
    });
}

/** Environments by what tags and sub-accounts call them; text that names none is no environment. */
function createEnvironmentReader(
  rules: AllocationRules,
  catalog: AllocationCatalog,
) {
  const byTag: Array<{ name: string; test: TextTest }> = [];
  const bySubAccount: Array<{ name: string; test: TextTest }> = [];
  for (const [name, { tags, subAccounts }] of Object.entries(
    rules.environments ?? {},
  )) {
    byTag.push({ name, test: createTextTest([name, ...(tags ?? [])]) });
    bySubAccount.push({ name, test: createTextTest(subAccounts ?? []) });
  }
  for (const { name, aliases } of catalog.environments) {
    byTag.push({ name, test: createTextTest([name, ...aliases]) });
  }
  const known = new Map<string, string | undefined>();
  const named = (text: string) => {
    const key = normaliseTagValue(text);
    if (!known.has(key)) {
      known.set(key, byTag.find(({ test }) => test(key))?.name);
    }
    return known.get(key);
  };
  return {
    named,
    item(item: CostItem, tags: Tags): string {
      const tag = tags.get('environment');
      const { SubAccountId, SubAccountName } = item.columns;
      return (
        (tag && named(tag)) ??
        (SubAccountId
          ? bySubAccount.find(
              ({ test }) => test(SubAccountId) || test(SubAccountName),
            )?.name
          : undefined) ??
        ''
      );
    },
  };
}

/** The more exact a claim is, the sooner it counts; of equal ones, that of the first entity by name. */
function createClaims(
  claims: readonly CatalogClaim[],
  keyOf: KeyReader,
): (item: CostItem, tags: Tags) => CatalogClaim | undefined {
  const sorted = [...claims].sort(
    (one, other) =>
      compareText(one.entityRef, other.entityRef) ||
      compareText(one.value, other.value),
  );
  const of = (by: CatalogClaim['by']) => {
    const exact = new Map<string, CatalogClaim>();
    const globs: Array<{ claim: CatalogClaim; test: TextTest }> = [];
    for (const claim of sorted.filter(each => each.by === by)) {
      const value =
        by === 'tags' ? tagClaim(claim.value, keyOf) : fold(claim.value);
      if (value.includes('*')) {
        globs.push({ claim, test: createTextTest(value) });
      } else if (!exact.has(value)) {
        exact.set(value, claim);
      }
    }
    return (texts: string[]) => {
      for (const text of texts) {
        const claim = text && exact.get(text);
        if (claim) {
          return claim;
        }
      }
      return globs.find(({ test }) =>
        texts.some(text => text !== '' && test(text)),
      )?.claim;
    };
  };
  const byResource = of('resource-ids');
  const byTag = of('tags');
  const bySubAccount = of('sub-accounts');
  const byService = of('services');
  return ({ columns }, tags) =>
    byResource([fold(columns.ResourceId)]) ??
    byTag(
      [...tags].map(([key, value]) => `${key}=${normaliseTagValue(value)}`),
    ) ??
    bySubAccount([fold(columns.SubAccountId), fold(columns.SubAccountName)]) ??
    byService([fold(columns.ServiceName)]);
}

/** `App = Shop` as tags are read: `application=shop`. */
function tagClaim(text: string, keyOf: KeyReader): string {
  const [key, value = '*'] = text.split(/=(.*)/s);
  return `${keyOf(key)}=${normaliseTagValue(value)}`;
}

function compareText(one: string, other: string): number {
  if (one === other) {
    return 0;
  }
  return one < other ? -1 : 1;
}

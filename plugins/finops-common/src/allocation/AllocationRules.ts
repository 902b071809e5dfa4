/**
 * By which rules lines of cost find their entity. The first rule that matches an item wins; then annotations of the catalog, and
 * at last the name of a component as the value of the tag `application`.
 *
 * @public
 */
export type AllocationRules = {
  /** More spellings of tag keys, by the key that rules use: `{ application: ['brennvik.service'] }`. */
  tagSynonyms?: Record<string, string[]>;
  /** By name of an environment of the catalog: what tags call it, and the sub-accounts that are all of it. */
  environments?: Record<string, EnvironmentRule>;
  /** Whether annotations of the catalog are asked after the rules or before. Default: `rules`. */
  first?: 'rules' | 'annotations';
  /** Whether a component whose name is the value of the tag `application` needs no rule. Default: true. */
  matchNames?: boolean;
  rules: AllocationRule[];
};

/** @public */
export type EnvironmentRule = {
  /** Values of the tag `environment`, as patterns. */
  tags?: string[];
  /** Ids or names of sub-accounts, as patterns. */
  subAccounts?: string[];
};

/**
 * A rule matches an item when each of its conditions holds, and gives it to an entity, to several, or to a bucket.
 *
 * @public
 */
export type AllocationRule = {
  /** Unique in the rules; each line says which rule gave it away. */
  id: string;
  title: string;
  /** First month, `YYYY-MM`, included. */
  from?: string;
  /** Last month, `YYYY-MM`, excluded. */
  to?: string;
  match: AllocationMatch;
  /** Reference of an entity, in which `{tag:application}` stands for the value of a tag. */
  entity?: string;
  /** What values of tags stand for in `entity`: `{ 'quotes-v1': 'quote-service' }`. */
  values?: Record<string, string>;
  /** Name of an environment, or `{tag:...}`. Default: by the tag `environment` and the sub-account. */
  environment?: string;
  shared?: SharedSplit;
  /** True where nobody used what was paid for. */
  idle?: boolean;
};

/**
 * Patterns: `*` stands for any text; case and spaces around do not count. Of several, one is enough.
 *
 * @public
 */
export type AllocationMatch = {
  resourceId?: string | string[];
  resourceName?: string | string[];
  resourceType?: string | string[];
  subAccount?: string | string[];
  billingAccount?: string | string[];
  provider?: string | string[];
  serviceName?: string | string[];
  serviceCategory?: string | string[];
  chargeCategory?: string | string[];
  chargeDescription?: string | string[];
  commitmentStatus?: string | string[];
  /** By key: all of them have to hold. */
  tags?: Record<string, string | string[]>;
  /** True: only what has no tags at all. */
  untagged?: boolean;
};

/**
 * How a shared cost is split: in equal parts, by the direct cost of the month, by percentages, or by a metric of the month.
 *
 * @public
 */
export type SharedSplit = {
  by: 'even' | 'proportional' | 'fixed' | 'metric';
  /** Patterns of entity references. Default: all that have a direct cost in the month. */
  among?: string[];
  /** Only what entities cost directly with these providers and in these environments counts. */
  ofProvider?: string | string[];
  ofEnvironment?: string | string[];
  /** With `fixed`: percentages by entity reference, that add to 100. */
  percentages?: Record<string, string>;
  /** With `metric`: the id of a metric that adds, such as `dora.deployments`. */
  metric?: string;
};

/**
 * A part of an item, `[from, to)` of 1. Bounds are decimals as text.
 *
 * @public
 */
export type AllocationShare = {
  /** Empty where the part belongs to no entity. */
  entityRef: string;
  /** Why it does not; empty where it does. */
  bucket: '' | 'untagged' | 'unmatched' | 'idle' | 'shared';
  from: string;
  to: string;
};

/**
 * Whose an item is: an entity's, nobody's for a reason, or to be split by a rule.
 *
 * @public
 */
export type AllocationDecision = {
  ruleId: string;
  environment: string;
} & (
  | { kind: 'entity'; entityRef: string }
  | { kind: 'bucket'; bucket: 'untagged' | 'unmatched' | 'idle' }
  | { kind: 'shared'; split: SharedSplit }
);

/**
 * What the catalog knows. References are in lower case.
 *
 * @public
 */
export type AllocationCatalog = {
  has(entityRef: string): boolean;
  /** Environments by name, and what else they are called. */
  environments: Array<{ name: string; aliases: string[] }>;
  claims: CatalogClaim[];
};

/**
 * What an entity's annotation claims to be its own: a resource, what has a tag, a sub-account or a service.
 *
 * @public
 */
export type CatalogClaim = {
  entityRef: string;
  by: 'resource-ids' | 'tags' | 'sub-accounts' | 'services';
  /** A pattern; of a tag `key=value`. */
  value: string;
};

/**
 * What a finding is about: a known vulnerability of a component, a weakness in code, a secret in the repository, or a setting that
 * is not safe.
 *
 * @public
 */
export type FindingKind =
  | 'vulnerability'
  | 'code'
  | 'secret'
  | 'misconfiguration';

/** Every {@link FindingKind}. @public */
export const findingKinds: readonly FindingKind[] = [
  'vulnerability',
  'code',
  'secret',
  'misconfiguration',
];

/**
 * From the worst to none; `unknown` where no source says, which is not the same as none.
 *
 * @public
 */
export type Severity =
  | 'critical'
  | 'high'
  | 'medium'
  | 'low'
  | 'info'
  | 'unknown';

/** Every {@link Severity}, the worst first. @public */
export const severities: readonly Severity[] = [
  'critical',
  'high',
  'medium',
  'low',
  'info',
  'unknown',
];

/**
 * Where a finding stands. Only `open` counts against a service; the others are kept and shown.
 *
 * - `fixed`: the last scan of each tool that saw it no longer sees it.
 * - `suppressed`: the tool itself says that it is to be left out.
 * - `not-affected`: VEX or triage says that it does not touch this service.
 * - `false-positive`: triage says that it is none.
 * - `accepted`: an approved exception covers it until a day.
 *
 * @public
 */
export type FindingState =
  | 'open'
  | 'fixed'
  | 'suppressed'
  | 'not-affected'
  | 'false-positive'
  | 'accepted';

/** Every {@link FindingState}. @public */
export const findingStates: readonly FindingState[] = [
  'open',
  'fixed',
  'suppressed',
  'not-affected',
  'false-positive',
  'accepted',
];

/**
 * What a person said of a finding. `new` until somebody says something; the last two take it out of the open ones.
 *
 * @public
 */
export type Triage =
  | 'new'
  | 'confirmed'
  | 'in-progress'
  | 'not-affected'
  | 'false-positive';

/** Every {@link Triage}. @public */
export const triages: readonly Triage[] = [
  'new',
  'confirmed',
  'in-progress',
  'not-affected',
  'false-positive',
];

/** The component a vulnerability is in. @public */
export type FindingPackage = {
  /** The type of the package URL: `npm`, `apk`, `maven`, ...; absent where no tool says. */
  type?: string;
  /** With its namespace: `@scope/name`, `group:artifact`, `github.com/owner/module`. */
  name: string;
  version?: string;
  purl?: string;
  /** Versions that fix it, the lowest first. */
  fixVersions: string[];
  /** The service names it itself (true), or gets it through another component (false). Absent where unknown. */
  direct?: boolean;
};

/** One tool that saw a finding. @public */
export type Sighting = {
  tool: string;
  scope: string;
  reportId: string;
  /** What the tool called it. */
  severity: Severity;
  /** ISO instants. */
  firstSeen: string;
  lastSeen: string;
  /** Whether the last report of this tool and scope still has it. */
  present: boolean;
};

/**
 * One finding of one service, however many tools report it.
 *
 * @public
 */
export type Finding = {
  id: string;
  entityRef: string;
  kind: FindingKind;
  title: string;
  /** The name of the vulnerability (CVE before GHSA before others), or the rule of the tool. */
  name: string;
  /** Other names of the same vulnerability. */
  aliases: string[];
  package?: FindingPackage;
  /** A file in the repository, with `/`, without a leading one; or the lock file a package is named in. */
  path?: string;
  /** From 1. */
  line?: number;
  severity: Severity;
  /** Who says so: the name of a tool, or `cvss` where it follows from the vector. */
  severitySource: string;
  /** 0 to 10, computed from the vector where there is one. */
  cvssScore?: number;
  cvssVector?: string;
  /** 0 to 1: the probability of exploitation in the next 30 days. */
  epss?: number;
  /** Whether it is in CISA's catalog of known exploited vulnerabilities; absent where no catalog is loaded. */
  kev?: boolean;
  /** Whether the vulnerable code is reached; absent where no tool says. */
  reachable?: boolean;
  state: FindingState;
  triage: Triage;
  /** Who looks after it: an entity reference of a user or group. */
  assignee?: string;
  /** ISO instants. */
  firstSeen: string;
  lastSeen: string;
  /** When it was last opened: the start of its SLA. */
  openSince: string;
  fixedAt?: string;
  /** How often it came back. */
  reopened: number;
  /** When its SLA ends; absent where none is set for its severity. */
  dueAt?: string;
  /** Until when an exception holds. */
  acceptedUntil?: string;
  /** What the score of the service gains when this one is fixed, in points; absent where it has no score. */
  gain?: number;
};

/** One finding with everything known of it. @public */
export type FindingDetail = Finding & {
  /** Plain text or Markdown, as the tool wrote it; shown without HTML. */
  description?: string;
  /** http(s) only. */
  links: string[];
  cwes: string[];
  sightings: Sighting[];
  history: FindingEvent[];
};

/** One change of a finding. @public */
export type FindingEvent = {
  /** ISO instant. */
  at: string;
  kind:
    | 'opened'
    | 'fixed'
    | 'reopened'
    | 'suppressed'
    | 'triaged'
    | 'assigned'
    | 'vex'
    | 'exception'
    | 'overdue';
  from?: FindingState;
  to?: FindingState;
  /** An entity reference, or the tool. */
  by: string;
  reason?: string;
};

/** How many findings of each severity. @public */
export type BySeverity = Record<Severity, number>;

/**
 * Which findings. Lists mean any of them; what is absent means all.
 *
 * @public
 */
export type FindingFilter = {
  /** An entity, a system, a domain, a group; absent: everything the reader may read. */
  scope?: string;
  state?: FindingState[];
  severity?: Severity[];
  kind?: FindingKind[];
  tool?: string[];
  triage?: Triage[];
  /** Words in the title, the name, an alias, the package or the path. */
  text?: string;
  /** Only those past their SLA (true). */
  overdue?: boolean;
  /** Only those with a version that fixes them (true), or without (false). */
  fixable?: boolean;
  /** Only those known to be exploited. */
  kev?: boolean;
  /** The name of one vulnerability or an alias. */
  vulnerability?: string;
  /** The name of one package. */
  package?: string;
  assignee?: string;
};

/** @public */
export type FindingOrder =
  | 'priority'
  | 'severity'
  | 'due'
  | 'newest'
  | 'oldest';

/**
 * One page of findings. The counts are those of the whole filter without its states and severities, so that the filters can show
 * them.
 *
 * @public
 */
export type FindingPage = {
  total: number;
  open: number;
  suppressed: number;
  /** Of the open ones. */
  bySeverity: BySeverity;
  byState: Record<FindingState, number>;
  items: Finding[];
  /** For the next page; absent on the last. */
  nextCursor?: string;
};

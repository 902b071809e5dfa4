import type {
  Proposal,
  RenderingOptions,
} from '@portal/plugin-repositories-node';

/** A proposal, and where people find it. */
export type ProposedUpgrade = Proposal & {
  /** The page of the commit's files. */
  link?: string;
  /** The page of the pull request, where there is one. */
  pullRequest?: string;
};

/** The repository that a run made, as far as upgrades need it. */
export interface UpgradeTarget {
  /** What `git clone` takes. */
  readonly cloneUrl: string;
  propose(options: RenderingOptions): Promise<ProposedUpgrade>;
}

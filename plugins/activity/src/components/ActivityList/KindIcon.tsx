import {
  RiChatCheckLine,
  RiGitCommitLine,
  RiGitPullRequestLine,
  RiPlayCircleLine,
  RiPriceTag3Line,
  RiRecordCircleLine,
} from '@remixicon/react';
import type { ActivityKind } from '@portal/plugin-activity-common';
import styles from './ActivityList.module.css';

const icons = {
  push: RiGitCommitLine,
  'pull-request': RiGitPullRequestLine,
  review: RiChatCheckLine,
  issue: RiRecordCircleLine,
  release: RiPriceTag3Line,
  'workflow-run': RiPlayCircleLine,
};

/** The kind as an icon; the row says it in words. */
export function KindIcon({ kind }: { kind: ActivityKind }) {
  const Icon = icons[kind];
  return <Icon className={styles.icon} size={18} aria-hidden="true" />;
}

import { Link } from '@backstage/ui';
import type { RepositoryLinks } from '../../repository';

/** The beginning of a commit's sha, leading to the commit where its repository is known. */
export function CommitName(props: { sha: string; links?: RepositoryLinks }) {
  const { sha, links } = props;
  const name = <code title={sha}>{sha.slice(0, 7)}</code>;
  return links ? <Link href={links.commit(sha)}>{name}</Link> : name;
}

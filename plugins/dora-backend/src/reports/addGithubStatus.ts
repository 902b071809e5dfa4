import type { Knex } from 'knex';
import type { StoredSource } from '../database/DeliveryStore';
import { DatabaseGithubRepositoryStore } from '../sources/github-rest';

/** Adds how the reading of GitHub's REST API is doing to the source `github`, where an entity's repository is read so. */
export async function addGithubStatus(
  client: Knex,
  options: { entityRef: string; sources: readonly StoredSource[] },
): Promise<StoredSource[]> {
  const { entityRef, sources } = options;
  const status = await DatabaseGithubRepositoryStore.create({
    client,
  }).statusOf(entityRef);
  if (!status) {
    return [...sources];
  }
  const { location, lastSuccessAt, failingSince, error } = status;
  const reading = {
    location,
    failingSince: failingSince?.toISOString(),
    error,
  };
  const known = sources.find(
    ({ source, demo }) => source === 'github' && !demo,
  );
  if (known) {
    return sources.map(source =>
      source === known ? { ...source, ...reading } : source,
    );
  }
  return [
    ...sources,
    {
      ...reading,
      source: 'github',
      lastSuccessAt: lastSuccessAt?.toISOString(),
      commits: 0,
      releases: 0,
      demo: false,
    },
  ];
}

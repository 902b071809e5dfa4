import type { Config } from '@backstage/config';
import {
  DefaultAzureCredentialsManager,
  ScmIntegrations,
} from '@backstage/integration';
import { DefaultAwsCredentialsManager } from '@backstage/integration-aws-node';
import { AzureObjectStore } from './AzureObjectStore';
import type { FindObjectStore } from './ObjectStore';
import { S3ObjectStore } from './S3ObjectStore';

/**
 * The buckets that the integrations of the portal open. What none of them knows is left to the URL reader.
 *
 * @internal
 */
export function createObjectStores(
  config: Config,
): (options: {
  connectionString?: string;
  region?: string;
}) => FindObjectStore {
  const integrations = ScmIntegrations.fromConfig(config);
  const awsCredentials = DefaultAwsCredentialsManager.fromConfig(config);
  const azureCredentials =
    DefaultAzureCredentialsManager.fromIntegrations(integrations);
  return ({ connectionString, region }) =>
    async target => {
      const url = new URL(target);
      if (connectionString) {
        return AzureObjectStore.fromConnectionString(url, connectionString);
      }
      for (const { config: integration } of integrations.awsS3.list()) {
        if (
          url.host === integration.host ||
          url.host.endsWith(`.${integration.host}`)
        ) {
          return S3ObjectStore.create({
            url,
            integration,
            credentials: awsCredentials,
            region,
          });
        }
      }
      for (const integration of integrations.azureBlobStorage.list()) {
        const found = await AzureObjectStore.create({
          url,
          integration: integration.config,
          credentials: azureCredentials,
        });
        if (found) {
          return found;
        }
      }
      return undefined;
    };
}

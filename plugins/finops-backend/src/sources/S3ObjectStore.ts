import {
  GetObjectCommand,
  paginateListObjectsV2,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { fromTemporaryCredentials } from '@aws-sdk/credential-providers';
import type { AwsS3IntegrationConfig } from '@backstage/integration';
import type { AwsCredentialsManager } from '@backstage/integration-aws-node';
import { plainEtag, type ObjectStore, type StoredObject } from './ObjectStore';

const usualRegion = 'us-east-1';
const amazonHost =
  /^(?:(?<bucket>[a-z0-9.-]+)\.)?s3(?:[.-](?:dualstack\.)?(?<region>[a-z0-9-]+))?\.amazonaws\.com(?:\.cn)?$/;

/**
 * A bucket of S3, or of a store that speaks like it.
 *
 * @internal
 */
export class S3ObjectStore implements ObjectStore {
  readonly bucket: string;
  readonly #client: S3Client;

  /** Undefined where the URL names no bucket. */
  static async create(options: {
    url: URL;
    integration: AwsS3IntegrationConfig;
    credentials: AwsCredentialsManager;
    /** Where the URL does not tell. */
    region?: string;
  }): Promise<{ store: S3ObjectStore; key: string } | undefined> {
    const place = placeOf(options.url, options.integration);
    if (!place) {
      return undefined;
    }
    const { bucket, key } = place;
    const region = place.region ?? options.region ?? usualRegion;
    const { endpoint, s3ForcePathStyle } = options.integration;
    const client = new S3Client({
      region,
      endpoint,
      forcePathStyle: s3ForcePathStyle,
      credentials: await credentialsOf(
        options.integration,
        options.credentials,
        region,
      ),
      // Other stores know nothing of the newer checksums.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
    });
    return { store: new S3ObjectStore(bucket, client), key };
  }

  private constructor(bucket: string, client: S3Client) {
    this.bucket = bucket;
    this.#client = client;
  }

  async *list(
    prefix: string,
    signal?: AbortSignal,
  ): AsyncGenerator<StoredObject> {
    const pages = paginateListObjectsV2(
      { client: this.#client },
      { Bucket: this.bucket, Prefix: prefix },
      { abortSignal: signal },
    );
    for await (const page of pages) {
      for (const { Key, ETag, LastModified } of page.Contents ?? []) {
        if (Key !== undefined) {
          yield {
            key: Key,
            etag: plainEtag(ETag),
            modifiedAt: LastModified ?? new Date(0),
          };
        }
      }
    }
  }

  async open(
    key: string,
    { etag, signal }: { etag?: string; signal?: AbortSignal },
  ) {
    try {
      const response = await this.#client.send(
        new GetObjectCommand({
          Bucket: this.bucket,
          Key: key,
          ...(etag && { IfNoneMatch: `"${etag}"` }),
        }),
        { abortSignal: signal },
      );
      return {
        content: response.Body as unknown as AsyncIterable<Buffer>,
        etag: plainEtag(response.ETag),
      };
    } catch (error) {
      if (
        error instanceof S3ServiceException &&
        (error.$metadata.httpStatusCode === 304 || error.name === 'NoSuchKey')
      ) {
        return undefined;
      }
      throw error;
    }
  }
}

function placeOf(
  url: URL,
  { endpoint, host, s3ForcePathStyle }: AwsS3IntegrationConfig,
): { bucket: string; key: string; region?: string } | undefined {
  const path = decodeURIComponent(url.pathname.slice(1));
  const amazon = endpoint ? undefined : amazonHost.exec(url.host)?.groups;
  if (!endpoint && !amazon) {
    return undefined;
  }
  const region = amazon?.region;
  const bucket = endpoint
    ? url.host.slice(0, -host.length - 1)
    : amazon?.bucket;
  if (bucket && !s3ForcePathStyle) {
    return { bucket, key: path, region };
  }
  const slash = path.indexOf('/');
  return slash < 1
    ? undefined
    : { bucket: path.slice(0, slash), key: path.slice(slash + 1), region };
}

/** As the integration says; else those that the machine has. */
async function credentialsOf(
  integration: AwsS3IntegrationConfig,
  manager: AwsCredentialsManager,
  region: string,
) {
  const { accessKeyId, secretAccessKey, roleArn, externalId } = integration;
  const own =
    accessKeyId && secretAccessKey
      ? { accessKeyId, secretAccessKey }
      : (await manager.getCredentialProvider()).sdkCredentialProvider;
  return roleArn
    ? fromTemporaryCredentials({
        masterCredentials: own,
        params: {
          RoleSessionName: 'portal-cost-source',
          RoleArn: roleArn,
          ExternalId: externalId,
        },
        clientConfig: { region },
      })
    : own;
}

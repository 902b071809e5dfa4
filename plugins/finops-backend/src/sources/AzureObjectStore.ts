import {
  type ContainerClient,
  BlobServiceClient,
  RestError,
  StorageSharedKeyCredential,
} from '@azure/storage-blob';
import { InputError } from '@backstage/errors';
import type {
  AzureBlobStorageIntegrationConfig,
  AzureCredentialsManager,
} from '@backstage/integration';
import { plainEtag, type ObjectStore, type StoredObject } from './ObjectStore';

/**
 * A container of Azure Blob Storage.
 *
 * @internal
 */
export class AzureObjectStore implements ObjectStore {
  readonly bucket: string;
  readonly #container: ContainerClient;

  /**
   * Opens the container of a URL with a connection string.
   *
   * @throws InputError where the string is of another account.
   */
  static fromConnectionString(
    url: URL,
    connectionString: string,
  ): { store: AzureObjectStore; key: string } {
    const found = AzureObjectStore.#find(
      url,
      BlobServiceClient.fromConnectionString(connectionString),
    );
    if (!found) {
      throw new InputError(
        `${url.href} is no file or folder of the account that connectionString is of: name a container of the same account in target`,
      );
    }
    return found;
  }

  /** Undefined where the URL is not of the integration's account. */
  static async create(options: {
    url: URL;
    integration: AzureBlobStorageIntegrationConfig;
    credentials: AzureCredentialsManager;
  }): Promise<{ store: AzureObjectStore; key: string } | undefined> {
    const { url, integration, credentials } = options;
    if (integration.connectionString) {
      return AzureObjectStore.#find(
        url,
        BlobServiceClient.fromConnectionString(integration.connectionString),
      );
    }
    const account = integration.accountName;
    const service = account && serviceOf(url, account, integration);
    if (!account || !service) {
      return undefined;
    }
    if (integration.sasToken) {
      const token = integration.sasToken.replace(/^\?/, '');
      return AzureObjectStore.#find(
        url,
        new BlobServiceClient(`${service}?${token}`),
      );
    }
    return AzureObjectStore.#find(
      url,
      new BlobServiceClient(
        service,
        integration.accountKey
          ? new StorageSharedKeyCredential(account, integration.accountKey)
          : await credentials.getCredentials(account),
      ),
    );
  }

  static #find(url: URL, client: BlobServiceClient) {
    const service = new URL(client.url);
    const root = `${service.pathname.replace(/\/$/, '')}/`;
    if (url.host !== service.host || !url.pathname.startsWith(root)) {
      return undefined;
    }
    const path = decodeURIComponent(url.pathname.slice(root.length));
    const slash = path.indexOf('/');
    return slash < 1
      ? undefined
      : {
          store: new AzureObjectStore(
            client.getContainerClient(path.slice(0, slash)),
          ),
          key: path.slice(slash + 1),
        };
  }

  private constructor(container: ContainerClient) {
    this.#container = container;
    this.bucket = container.containerName;
  }

  async *list(
    prefix: string,
    signal?: AbortSignal,
  ): AsyncGenerator<StoredObject> {
    const blobs = this.#container.listBlobsFlat({
      prefix,
      abortSignal: signal,
    });
    for await (const { name, properties } of blobs) {
      yield {
        key: name,
        etag: plainEtag(properties.etag),
        modifiedAt: properties.lastModified,
      };
    }
  }

  async open(
    key: string,
    { etag, signal }: { etag?: string; signal?: AbortSignal },
  ) {
    try {
      const response = await this.#container
        .getBlobClient(key)
        .download(undefined, undefined, {
          abortSignal: signal,
          conditions: etag ? { ifNoneMatch: `"${etag}"` } : {},
        });
      return {
        content:
          response.readableStreamBody as unknown as AsyncIterable<Buffer>,
        etag: plainEtag(response.etag),
      };
    } catch (error) {
      if (
        error instanceof RestError &&
        (error.statusCode === 304 || error.code === 'BlobNotFound')
      ) {
        return undefined;
      }
      throw error;
    }
  }
}

/** An endpoint of its own has the account in the host, in the path, or serves one account only. */
function serviceOf(
  url: URL,
  account: string,
  { endpoint, host }: AzureBlobStorageIntegrationConfig,
): string | undefined {
  if (!endpoint) {
    return url.host === `${account}.${host}`
      ? `https://${url.host}`
      : undefined;
  }
  const own = new URL(endpoint);
  if (url.host === `${account}.${own.host}`) {
    return url.origin;
  }
  if (url.host !== own.host) {
    return undefined;
  }
  return url.pathname.startsWith(`/${account}/`)
    ? `${own.origin}/${account}`
    : own.origin;
}

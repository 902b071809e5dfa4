import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { getJson, type JsonAnswer } from './getJson';

/** A cluster that the configuration names; probes may ask it wherever it is. */
type KubernetesCluster = {
  name: string;
  /** Without a slash at the end. */
  url: string;
  token: string;
  /** PEM. */
  ca?: string;
  skipTLSVerify: boolean;
};

const key = 'serviceHealth.kubernetes.clusters';
/** What is read of an answer, in bytes. A cluster keeps no object that is larger than 1.5 MiB. */
const maxAnswer = 2_097_152;

/** The Kubernetes clusters of the configuration. */
export class KubernetesClusters {
  readonly #clusters: ReadonlyMap<string, KubernetesCluster>;

  private constructor(clusters: ReadonlyMap<string, KubernetesCluster>) {
    this.#clusters = clusters;
  }

  /** Reads `serviceHealth.kubernetes.clusters`. What is wrong stops the start, and says where. */
  static fromConfig(root: Config): KubernetesClusters {
    const clusters = new Map<string, KubernetesCluster>();
    for (const [index, config] of (
      root.getOptionalConfigArray(key) ?? []
    ).entries()) {
      const cluster = readCluster(config, `${key}[${index}]`);
      if (clusters.has(cluster.name)) {
        throw new InputError(
          `${key}: the name "${cluster.name}" is there twice`,
        );
      }
      clusters.set(cluster.name, cluster);
    }
    return new KubernetesClusters(clusters);
  }

  /**
   * Asks the API of a cluster, whatever the status. Fails with InputError where the configuration has no such cluster, and with an
   * Error that names the cluster where no answer comes.
   */
  async ask(name: string, path: string, timeout: number): Promise<JsonAnswer> {
    const cluster = this.#clusters.get(name);
    if (!cluster) {
      const known = [...this.#clusters.keys()].join(', ') || 'none';
      throw new InputError(
        `${key} has no cluster named "${name}"; known: ${known}`,
      );
    }
    const { url, token, ca, skipTLSVerify } = cluster;
    try {
      return await getJson(`${url}${path}`, {
        headers: { authorization: `Bearer ${token}` },
        ca,
        skipTLSVerify,
        timeout,
        maxAnswer,
      });
    } catch (error) {
      throw new Error(`${name} gave no answer: ${(error as Error).message}`);
    }
  }
}

function readCluster(config: Config, where: string): KubernetesCluster {
  const url = config.getString('url');
  if (!/^https?:$/.test(URL.canParse(url) ? new URL(url).protocol : '')) {
    throw new InputError(
      `${where}.url: found "${url}", expected an address such as https://kubernetes.example.com:6443`,
    );
  }
  const token = config.getString('token').trim();
  if (!/^[\x21-\x7e]+$/.test(token)) {
    // What was found is a secret.
    throw new InputError(
      `${where}.token: expected the token of a service account, in one line and without spaces`,
    );
  }
  return {
    name: config.getString('name'),
    url: url.replace(/\/+$/, ''),
    token,
    ca: readAuthorities(config.getOptionalString('caData'), where),
    skipTLSVerify: config.getOptionalBoolean('skipTLSVerify') ?? false,
  };
}

function readAuthorities(
  caData: string | undefined,
  where: string,
): string | undefined {
  const pem = caData && Buffer.from(caData, 'base64').toString('utf8');
  if (pem !== undefined && !pem.includes('-----BEGIN CERTIFICATE-----')) {
    throw new InputError(
      `${where}.caData: expected certificates in PEM, encoded in base64, as certificate-authority-data of a kubeconfig has them`,
    );
  }
  return pem;
}

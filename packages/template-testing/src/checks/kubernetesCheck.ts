import path from 'node:path';
import type { FileTree, TreeFile } from '../files/FileTree';
import { loadPackage } from '../support/loadPackage';
import type { Check, Finding } from './Check';
import {
  asArray,
  asObject,
  asTexts,
  readYaml,
  type YamlDocument,
  type YamlObject,
} from './readYaml';

interface Model {
  validate(): void;
}
type ModelClass = new (data: unknown) => Model;

// Groups that the cluster itself serves. Others are those of operators, whose schemas are not known here.
const ownGroup =
  /^(v1|(apps|batch|policy|autoscaling|extensions|[\w.]+\.k8s\.io)\/v\w+)$/;
const kustomize = /^kustomize\.config\.k8s\.io\//;

/** Manifests of Kubernetes. */
export const kubernetesCheck: Check = {
  name: 'kubernetes',
  how: 'kubernetes-models (npm); structure: kustomizations lead to files, containers are not root, have limits and a fixed image',
  picks: tree =>
    tree
      .matching('**/*.yaml', '**/*.yml')
      .filter(file => !/templates\//.test(file.path) && isManifest(file)),
  run: async (files, { tree }) => {
    const patches = new Set(files.flatMap(patchesOf));
    const sized = kindsWithLimits(files.filter(f => patches.has(f.path)));
    return files.flatMap(file =>
      readYaml(file).flatMap(document =>
        checkManifest(
          file,
          document,
          {
            isPatch: patches.has(file.path),
            isSized: sized.has(String(document.value.kind)),
          },
          tree,
        ),
      ),
    );
  },
};

function isManifest(file: TreeFile): boolean {
  return readYaml(file).some(({ value: { apiVersion, kind } }) =>
    typeof apiVersion === 'string' && typeof kind === 'string'
      ? ownGroup.test(apiVersion) || kustomize.test(apiVersion)
      : false,
  );
}

function checkManifest(
  file: TreeFile,
  document: YamlDocument,
  { isPatch, isSized }: { isPatch: boolean; isSized: boolean },
  tree: FileTree,
): Finding[] {
  const { value, lineOf } = document;
  const { apiVersion, kind } = value;
  if (typeof apiVersion !== 'string' || typeof kind !== 'string') {
    return [];
  }
  if (kustomize.test(apiVersion)) {
    return checkKustomization(file, document, tree);
  }
  if (!ownGroup.test(apiVersion)) {
    return [];
  }
  const model = findModel(apiVersion, kind);
  if (!model) {
    return [
      {
        file: file.path,
        line: lineOf('kind'),
        message: `there is no ${kind} in ${apiVersion}`,
        rule: 'kubernetes/kind',
      },
    ];
  }
  const violations = validate(model, value)
    // A patch says only what it changes.
    .filter(message => !isPatch || !/must have required property/.test(message))
    .map(message => ({
      file: file.path,
      line: lineOf(...pathOf(message)),
      message,
      rule: 'kubernetes/schema',
    }));
  return isPatch
    ? violations
    : [...violations, ...checkPods(file, document, isSized)];
}

function findModel(apiVersion: string, kind: string): ModelClass | undefined {
  try {
    return loadPackage<Record<string, ModelClass>>(
      `kubernetes-models/${apiVersion}`,
    )[kind];
  } catch {
    // There is no such version of an API.
    return undefined;
  }
}

function validate(Model: ModelClass, value: YamlObject): string[] {
  try {
    new Model(value).validate();
    return [];
  } catch (error) {
    return (error instanceof Error ? error.message : String(error)).split(', ');
  }
}

// The validator names places as `data/spec/replicas`.
function pathOf(message: string): (string | number)[] {
  return (message.match(/^data(\/\S*)/)?.[1] ?? '')
    .split('/')
    .filter(Boolean)
    .map(part => (/^\d+$/.test(part) ? Number(part) : part));
}

function checkPods(
  file: TreeFile,
  { value, lineOf }: YamlDocument,
  isSized: boolean,
): Finding[] {
  const at = podPath(value);
  const pod = at.reduce<YamlObject>((part, key) => asObject(part[key]), value);
  const podSecurity = asObject(pod.securityContext);
  return asArray(pod.containers).flatMap((item, index) => {
    const container = asObject(item);
    const name = container.name;
    const finding = (rule: string, message: string, key: string) => ({
      file: file.path,
      line: lineOf(...at, 'containers', index, key),
      message: `container '${name}' ${message}`,
      rule: `kubernetes/${rule}`,
    });
    const security = asObject(container.securityContext);
    const image = String(container.image ?? '');
    const findings: Finding[] = [];
    if ((security.runAsNonRoot ?? podSecurity.runAsNonRoot) !== true) {
      findings.push(
        finding(
          'non-root',
          'may run as root; set runAsNonRoot: true',
          'securityContext',
        ),
      );
    }
    if (security.privileged === true) {
      findings.push(finding('privileged', 'is privileged', 'securityContext'));
    }
    if (!isSized && !asObject(asObject(container.resources).limits).memory) {
      findings.push(finding('limits', 'has no limit of memory', 'resources'));
    }
    if (/:latest$/.test(image)) {
      findings.push(
        finding(
          'image',
          `has the image ${image}, which is another one tomorrow`,
          'image',
        ),
      );
    }
    return findings;
  });
}

function podPath(value: YamlObject): string[] {
  switch (value.kind) {
    case 'Pod':
      return ['spec'];
    case 'CronJob':
      return ['spec', 'jobTemplate', 'spec', 'template', 'spec'];
    default:
      return ['spec', 'template', 'spec'];
  }
}

function checkKustomization(
  file: TreeFile,
  { value, lineOf }: YamlDocument,
  tree: FileTree,
): Finding[] {
  const folder = path.posix.dirname(file.path);
  const wanted = [
    ...asTexts(value.resources),
    ...asTexts(value.components),
    ...patchFiles(value),
  ];
  return wanted
    .filter(name => !/^https?:|^git@|\?ref=/.test(name))
    .filter(name => {
      const target = path.posix.join(folder, name);
      return (
        !tree.has(target) &&
        !tree.has(`${target}/kustomization.yaml`) &&
        !tree.has(`${target}/kustomization.yml`)
      );
    })
    .map(name => ({
      file: file.path,
      line: lineOf('resources'),
      message: `leads to ${name}, which was not made`,
      rule: 'kubernetes/kustomization',
    }));
}

// Overlays give each environment limits of its own, which the base then does not have.
function kindsWithLimits(patches: TreeFile[]): Set<string> {
  return new Set(
    patches
      .flatMap(readYaml)
      .filter(({ value }) => JSON.stringify(value).includes('"limits":'))
      .map(({ value }) => String(value.kind)),
  );
}

function patchFiles(value: YamlObject): string[] {
  return [
    ...asArray(value.patches).flatMap(patch => asTexts(asObject(patch).path)),
    ...asTexts(value.patchesStrategicMerge).filter(
      name => !name.includes('\n'),
    ),
  ];
}

function patchesOf(file: TreeFile): string[] {
  return readYaml(file)
    .filter(({ value }) => kustomize.test(String(value.apiVersion)))
    .flatMap(({ value }) => patchFiles(value))
    .map(name => path.posix.join(path.posix.dirname(file.path), name));
}

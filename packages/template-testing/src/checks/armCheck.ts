import {
  lineAt,
  lineOf,
  type FileTree,
  textOf,
  type TreeFile,
} from '../files/FileTree';
import type { Check, Finding } from './Check';
import { asArray, asObject, type YamlObject } from './readYaml';

const templateSchema = /deploymentTemplate\.json#?$/;
const parametersSchema = /deploymentParameters\.json#?$/;
const types = new Set([
  'string',
  'securestring',
  'int',
  'bool',
  'object',
  'secureobject',
  'array',
]);

/** Templates of Azure Resource Manager, and their files of parameters. */
export const armCheck: Check = {
  name: 'arm',
  how: 'structure: schema and version, parameters typed and used, resources typed and versioned, references lead somewhere, nothing public or unencrypted',
  picks: tree =>
    tree
      .matching('**/*.json')
      .filter(file =>
        /deployment(Template|Parameters)\.json#?"/.test(textOf(file) ?? ''),
      ),
  run: async (files, { tree }) =>
    files.flatMap(file => {
      const content = readJson(file);
      return templateSchema.test(String(content.$schema))
        ? checkTemplate(file, content)
        : checkParameters(file, content, tree);
    }),
};

function readJson(file: TreeFile): YamlObject {
  try {
    return asObject(JSON.parse(textOf(file) ?? ''));
  } catch {
    // The check of JSON says what is wrong.
    return {};
  }
}

function checkTemplate(file: TreeFile, content: YamlObject): Finding[] {
  const text = textOf(file) ?? '';
  const finding = (rule: string, message: string, near = '') => ({
    file: file.path,
    line: near ? lineOf(text, near) : undefined,
    message,
    rule: `arm/${rule}`,
  });
  const findings: Finding[] = [];
  if (!/^\d+\.\d+\.\d+\.\d+$/.test(String(content.contentVersion))) {
    findings.push(finding('version', 'needs a contentVersion such as 1.0.0.0'));
  }
  const parameters = asObject(content.parameters);
  for (const [name, definition] of Object.entries(parameters)) {
    const { type } = asObject(definition);
    if (!types.has(String(type).toLowerCase())) {
      findings.push(
        finding(
          'parameter-type',
          `parameter '${name}' has the unknown type '${type}'`,
          `"${name}"`,
        ),
      );
    }
    if (!text.includes(`parameters('${name}')`)) {
      findings.push(
        finding(
          'parameter-unused',
          `parameter '${name}' is not used`,
          `"${name}"`,
        ),
      );
    }
    if (
      /password|secret|key$/i.test(name) &&
      String(type).toLowerCase() === 'string'
    ) {
      findings.push(
        finding(
          'parameter-secret',
          `parameter '${name}' must be a secureString`,
          `"${name}"`,
        ),
      );
    }
  }
  findings.push(...danglingReferences(file, text, content));
  const resources = asArray(content.resources).map(asObject);
  if (!resources.length) {
    findings.push(finding('resources', 'has no resources'));
  }
  for (const resource of resources) {
    const near = String(resource.type ?? resource.name);
    for (const key of ['type', 'apiVersion', 'name']) {
      if (!resource[key]) {
        findings.push(finding('resource', `a resource has no ${key}`, near));
      }
    }
    if (resource.type && !/^[A-Z][\w.]+(\/\w+)+$/.test(String(resource.type))) {
      findings.push(
        finding(
          'resource',
          `'${resource.type}' is not a type such as Microsoft.Storage/storageAccounts`,
          near,
        ),
      );
    }
    if (
      resource.apiVersion &&
      !/^\d{4}-\d\d-\d\d(-preview)?$|^\[/.test(String(resource.apiVersion))
    ) {
      findings.push(
        finding(
          'resource',
          `'${resource.apiVersion}' is not a version of an API such as 2024-01-01`,
          near,
        ),
      );
    }
    findings.push(
      ...exposure(resource).map(message => finding('exposure', message, near)),
    );
  }
  return findings;
}

function danglingReferences(
  file: TreeFile,
  text: string,
  content: YamlObject,
): Finding[] {
  const declared = new Map<string, string[]>([
    ['parameters', Object.keys(asObject(content.parameters))],
    ['variables', Object.keys(asObject(content.variables))],
  ]);
  const unknown = [...text.matchAll(/\b(parameters|variables)\('([^']+)'\)/g)]
    .filter(([, kind, name]) => !declared.get(kind)?.includes(name))
    .map(match => ({
      file: file.path,
      line: lineAt(text, match.index),
      message: `refers to ${match[0]}, which is not declared`,
      rule: 'arm/reference',
    }));
  const resourceTypes = asArray(content.resources).map(
    resource => asObject(resource).type,
  );
  const unmade = [
    ...text.matchAll(/\b(?:reference|listKeys)\(\s*resourceId\('([^']+)'/g),
  ]
    .filter(([, type]) => !resourceTypes.includes(type))
    .map(match => ({
      file: file.path,
      line: lineAt(text, match.index),
      message: `refers to a ${match[1]}, which the template does not make`,
      rule: 'arm/reference',
    }));
  return [...unknown, ...unmade];
}

function exposure({ type, properties, tags }: YamlObject): string[] {
  const settings = asObject(properties);
  const problems: string[] = [];
  if (type === 'Microsoft.Storage/storageAccounts') {
    if (
      settings.supportsHttpsTrafficOnly !== true ||
      settings.minimumTlsVersion !== 'TLS1_2'
    ) {
      problems.push(
        'the storage account can be reached without TLS 1.2; set supportsHttpsTrafficOnly and minimumTlsVersion',
      );
    }
    if (settings.allowBlobPublicAccess !== false) {
      problems.push(
        'the storage account may hold public blobs; set allowBlobPublicAccess to false',
      );
    }
  }
  if (
    type === 'Microsoft.Network/networkSecurityGroups' &&
    asArray(settings.securityRules).some(rule => {
      const { access, direction, sourceAddressPrefix } = asObject(
        asObject(rule).properties,
      );
      return (
        access === 'Allow' &&
        direction === 'Inbound' &&
        ['*', 'Internet', '0.0.0.0/0'].includes(String(sourceAddressPrefix))
      );
    })
  ) {
    problems.push('the network security group lets everybody in');
  }
  if (
    /^Microsoft\.(Storage\/storageAccounts|DBforPostgreSQL\/flexibleServers|KeyVault\/vaults)$/.test(
      String(type),
    ) &&
    !tags
  ) {
    problems.push(`the ${type} has no tags`);
  }
  return problems;
}

// `main.parameters.prod.json` and `main.parameters.json` belong to `main.json`.
function checkParameters(
  file: TreeFile,
  content: YamlObject,
  tree: FileTree,
): Finding[] {
  if (!parametersSchema.test(String(content.$schema))) {
    return [];
  }
  const text = textOf(file) ?? '';
  const folder = file.path.slice(0, file.path.lastIndexOf('/') + 1);
  const candidates = tree.files.filter(
    other =>
      other.path.endsWith('.json') &&
      folder.startsWith(other.path.slice(0, other.path.lastIndexOf('/') + 1)),
  );
  const base = (file.path.split('/').at(-1) ?? '').replace(
    /\.parameters.*$/,
    '',
  );
  const templates = candidates.filter(other =>
    templateSchema.test(String(readJson(other).$schema)),
  );
  const template =
    templates.find(
      other =>
        other.path.endsWith(`/${base}.json`) || other.path === `${base}.json`,
    ) ?? templates[0];
  if (!template) {
    return [];
  }
  const declared = asObject(readJson(template).parameters);
  const given = Object.keys(asObject(content.parameters));
  const unknown = given
    .filter(name => !(name in declared))
    .map(name => ({
      file: file.path,
      line: lineOf(text, `"${name}"`),
      message: `gives the parameter '${name}', which ${template.path} does not have`,
      rule: 'arm/parameters',
    }));
  const missing = Object.entries(declared)
    .filter(
      ([name, definition]) =>
        !given.includes(name) &&
        !('defaultValue' in asObject(definition)) &&
        !/^secure/i.test(String(asObject(definition).type)),
    )
    .map(([name]) => ({
      file: file.path,
      message: `does not give the parameter '${name}', which ${template.path} needs`,
      rule: 'arm/parameters',
    }));
  return [...unknown, ...missing];
}

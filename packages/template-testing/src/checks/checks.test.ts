import { alertmanagerCheck } from './alertmanagerCheck';
import { armCheck } from './armCheck';
import { azurePipelinesCheck } from './azurePipelinesCheck';
import type { Check } from './Check';
import { codeownersCheck } from './codeownersCheck';
import { createCatalogInfoCheck } from './createCatalogInfoCheck';
import { dockerCheck } from './dockerCheck';
import { gitlabCheck } from './gitlabCheck';
import { javaCheck } from './javaCheck';
import { jenkinsCheck } from './jenkinsCheck';
import { jsonCheck } from './jsonCheck';
import { kubernetesCheck } from './kubernetesCheck';
import { markdownCheck } from './markdownCheck';
import { mkdocsCheck } from './mkdocsCheck';
import { openapiCheck } from './openapiCheck';
import { secretsCheck } from './secretsCheck';
import { shellCheck } from './shellCheck';
import { tomlCheck } from './tomlCheck';
import { unrenderedCheck } from './unrenderedCheck';
import { yamlCheck } from './yamlCheck';
import { runCheck } from './__testUtils__/runCheck';

type Files = Record<string, string>;

const catalogInfoCheck = createCatalogInfoCheck({
  validateEntity: async () => undefined,
  entity: async ref =>
    ref === 'group:default/shop'
      ? {
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'Group',
          metadata: { name: 'shop' },
        }
      : undefined,
});

const deployment = (container: string) => `apiVersion: apps/v1
kind: Deployment
metadata: { name: orders }
spec:
  selector: { matchLabels: { app: orders } }
  template:
    metadata: { labels: { app: orders } }
    spec:
      securityContext: { runAsNonRoot: true }
      containers: [${container}]
`;

const pipeline = (body: string) =>
  `pipeline {\n  agent any\n  stages {\n    stage('Build') {\n${body}\n    }\n  }\n}\n`;

const armTemplate = (parts: object) =>
  JSON.stringify({
    $schema:
      'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
    contentVersion: '1.0.0.0',
    parameters: { location: { type: 'string' } },
    resources: [
      {
        type: 'Microsoft.ManagedIdentity/userAssignedIdentities',
        apiVersion: '2023-01-31',
        name: 'identity',
        location: "[parameters('location')]",
      },
    ],
    ...parts,
  });

const openapi = (get: object) =>
  JSON.stringify({
    openapi: '3.0.3',
    info: { title: 'Orders', version: '1.0.0', description: 'Takes orders.' },
    servers: [{ url: 'https://orders.example.com' }],
    tags: [{ name: 'orders' }],
    paths: { '/orders': { get } },
  });

// A file that is as it should be, a file that is not, and what has to be said about it.
const examples: [Check, Files, Files, string | RegExp][] = [
  [jsonCheck, { 'a.json': '{}' }, { 'a.json': '{,}' }, 'json/syntax'],
  [
    yamlCheck,
    { 'a.yaml': 'a: 1' },
    { 'a.yaml': 'a: 1\nb: [\n' },
    'yaml/syntax',
  ],
  [tomlCheck, { 'a.toml': 'a = 1' }, { 'a.toml': 'a = ' }, 'toml/syntax'],
  [
    markdownCheck,
    { 'docs/a.md': '[b](b.md#part) [c](https://example.com)', 'docs/b.md': '' },
    { 'docs/a.md': '\n[b](../b.md)' },
    'docs/a.md:2 links to ../b.md, but b.md was not made markdown/dangling-link',
  ],
  [
    mkdocsCheck,
    { 'mkdocs.yml': 'site_name: a', 'docs/index.md': '' },
    {
      'mkdocs.yml': 'site_name: a\nnav: [{ Run: run.md }]',
      'docs/index.md': '',
    },
    'mkdocs.yml:2 the page docs/run.md was not made mkdocs/missing-page',
  ],
  [
    codeownersCheck,
    { CODEOWNERS: '# All\n* @shop' },
    { CODEOWNERS: '*' },
    "CODEOWNERS:1 '*' has no owner codeowners/owner",
  ],
  [
    catalogInfoCheck,
    { 'catalog-info.yaml': 'kind: Component\nspec: { owner: shop }' },
    { 'catalog-info.yaml': 'kind: Component\nspec:\n  owner: team:nobody' },
    'catalog-info.yaml:3 owner is team:nobody, which the catalog does not know catalog/reference',
  ],
  [
    gitlabCheck,
    {
      '.gitlab-ci.yml':
        'stages: [a]\nb: { stage: a, script: x }\nc: { stage: a, needs: [b], script: x }',
    },
    { '.gitlab-ci.yml': 'b:\n  script: x\n  needs: [d]' },
    ".gitlab-ci.yml:3 job 'b' needs 'd', which does not exist gitlab-ci/needs",
  ],
  [
    gitlabCheck,
    { '.gitlab-ci.yml': '.a: { script: x }\nb: { extends: .a }' },
    {
      '.gitlab-ci.yml':
        'image: { stage: test, script: x }\nb: { stage: deploy, script: x }',
    },
    ".gitlab-ci.yml:1 a job cannot be called 'image': that is a keyword of GitLab gitlab-ci/job-name",
  ],
  [
    azurePipelinesCheck,
    { 'azure-pipelines.yml': 'steps: [{ script: x }, { task: Docker@2 }]' },
    {
      'azure-pipelines.yml':
        'jobs:\n  - job: a\n    dependsOn: b\n    steps: [{ script: x }]',
    },
    "azure-pipelines.yml:3 job 'a' depends on 'b', which does not exist azure-pipelines/depends-on",
  ],
  [
    jenkinsCheck,
    { Jenkinsfile: pipeline("steps { sh 'echo }' }") },
    { Jenkinsfile: pipeline('step { }') },
    "Jenkinsfile:5 'stage' has the unknown section 'step' jenkins/sections",
  ],
  [
    jenkinsCheck,
    { Jenkinsfile: pipeline('parallel { stage("a") { steps { x } } }') },
    { Jenkinsfile: 'pipeline {\n' },
    "Jenkinsfile:1 '{' is never closed jenkins/braces",
  ],
  [
    dockerCheck,
    { Dockerfile: 'FROM node:24.1.0 AS a\nFROM a\nUSER node\n' },
    { Dockerfile: 'FROM node\n' },
    /Dockerfile:1 base image node has no fixed tag.*\n.*runs as root/,
  ],
  [
    kubernetesCheck,
    {
      'a.yaml': deployment(
        '{ name: a, image: "a:1", resources: { limits: { memory: 1Gi } } }',
      ),
    },
    { 'a.yaml': deployment('{ image: "a:latest" }') },
    /must have required property.*kubernetes\/schema[\s\S]*has no limit[\s\S]*another one tomorrow/,
  ],
  [
    armCheck,
    { 'main.json': armTemplate({}) },
    { 'main.json': armTemplate({ parameters: {} }) },
    "refers to parameters('location'), which is not declared arm/reference",
  ],
  [
    openapiCheck,
    {
      'openapi.json': openapi({
        operationId: 'list',
        description: 'All orders.',
        tags: ['orders'],
        responses: { 200: { description: 'Orders.' } },
      }),
    },
    { 'openapi.json': openapi({ operationId: 'list' }) },
    'spectral/oas3-schema',
  ],
  [
    shellCheck,
    { 'a.sh': '#!/bin/sh\nset -eu\n' },
    { 'a.sh': 'set -e\nif true; then\n' },
    'shell/syntax',
  ],
  [
    javaCheck,
    {
      'src/main/java/app/A.java':
        'package app;\npublic class A { String s = "}"; }',
      'pom.xml':
        '<project><modelVersion>4.0.0</modelVersion><artifactId>a</artifactId></project>',
    },
    { 'src/main/java/app/A.java': 'package other;\npublic class B {' },
    /java\/braces[\s\S]*java\/package[\s\S]*java\/class-name/,
  ],
  [
    javaCheck,
    { 'build.gradle': 'plugins { }' },
    { 'pom.xml': '<project><a></project>' },
    'java/pom-syntax',
  ],
  [
    secretsCheck,
    { 'a.yaml': 'password: "${DATABASE_PASSWORD}"' },
    { 'a.yaml': `key: AKIA${'A'.repeat(16)}` },
    'secrets/aws-key',
  ],
  [
    unrenderedCheck,
    {
      '.github/workflows/a.yml': 'run: ${{ github.sha }}',
      'a.hbs': '{{ name }}',
    },
    { 'README.md': 'a\n${{ values.name }}', 'a.yaml': 'name: undefined' },
    /README.md:2 '\$\{\{ values.name \}\}' was not rendered[\s\S]*a.yaml:1 a value became 'undefined'/,
  ],
  [
    alertmanagerCheck,
    { 'a.yaml': 'route: { receiver: a }\nreceivers: [{ name: a }]' },
    { 'a.yaml': 'route: { receiver: b }\nreceivers: [{ name: a }]' },
    /undefined receiver "b"/,
  ],
];

describe('checks', () => {
  it.each(examples)(
    '%# tells good from bad',
    async (check, good, bad, said) => {
      expect(await runCheck(check, good)).toEqual([]);
      const findings = (await runCheck(check, bad))
        .map(
          ({ file, line, message, rule }) =>
            `${file}:${line ?? ''} ${message} ${rule}`,
        )
        .join('\n');
      expect(findings).toMatch(said);
    },
  );

  it('leaves what a person typed as it is', async () => {
    const files = { 'README.md': 'We use ${{ values.name }} a lot.' };
    const inputs = ['We use ${{ values.name }} a lot.'];
    expect(await runCheck(unrenderedCheck, files, { inputs })).toEqual([]);
  });

  it('judges a patch of a kustomization by what it says alone', async () => {
    const files = {
      'kustomization.yaml':
        'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\npatches: [{ path: size.yaml }]',
      'size.yaml':
        'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: a }\nspec: { replicas: 2 }',
    };
    expect(await runCheck(kubernetesCheck, files)).toEqual([]);
    expect(
      await runCheck(kubernetesCheck, {
        ...files,
        'size.yaml': files['size.yaml'].replace('2', 'two'),
      }),
    ).toEqual([expect.objectContaining({ rule: 'kubernetes/schema' })]);
  });
});

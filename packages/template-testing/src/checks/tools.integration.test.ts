import { TestDatabases } from '@backstage/backend-test-utils';
import { githubActionsCheck } from './githubActionsCheck';
import { grafanaCheck } from './grafanaCheck';
import { migrationsCheck } from './migrationsCheck';
import { prometheusCheck } from './prometheusCheck';
import { terraformCheck } from './terraformCheck';
import { runCheck } from './__testUtils__/runCheck';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });

const workflow = (needs: string, uses = 'actions/checkout@v5') => `on: push
permissions: { contents: read }
jobs:
  build: { runs-on: ubuntu-24.04, steps: [{ uses: "${uses}" }] }
  deploy: { needs: [${needs}], runs-on: ubuntu-24.04, steps: [{ run: make }] }
`;

const terraform = (bucket: string) => `terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 6.2"
    }
  }
}
variable "name" {
  type = string
}
${bucket}
`;

const goodQueue = `resource "aws_sqs_queue" "orders" {
  name                    = "\${var.name}-orders"
  sqs_managed_sse_enabled = true
  tags                    = { owner = "shop" }
}`;

const rules = (expr: string) => `groups:
  - name: a
    rules:
      - alert: Down
        expr: ${expr}
        labels: { severity: critical }
        annotations: { summary: It is down }
`;

const dashboard = (expr: string) =>
  JSON.stringify({
    title: 'Orders',
    schemaVersion: 39,
    panels: [
      {
        id: 1,
        title: 'Requests',
        type: 'timeseries',
        gridPos: { x: 0, y: 0, w: 12, h: 8 },
        targets: [{ expr }],
      },
    ],
  });

describe('checks with tools that are more than a library', () => {
  it('reads workflows as GitHub does', async () => {
    const file = '.github/workflows/a.yml';
    expect(
      await runCheck(githubActionsCheck, { [file]: workflow('build') }),
    ).toEqual([]);
    const findings = await runCheck(githubActionsCheck, {
      [file]: workflow('bild', 'actions/checkout@main'),
    });
    expect(findings).toEqual([
      expect.objectContaining({
        message: expect.stringContaining('"bild" which does not exist'),
        rule: 'actionlint/job-needs',
        line: 5,
      }),
      expect.objectContaining({ rule: 'github-actions/pinned', line: 4 }),
    ]);
  });

  it('reads Terraform as Terraform does', async () => {
    expect(
      await runCheck(terraformCheck, { 'main.tf': terraform(goodQueue) }),
    ).toEqual([]);
    const bad = terraform(`resource "aws_s3_bucket" "files" {
  bucket = var.bucket
}
resource "aws_security_group_rule" "in" {
  type        = "ingress"
  cidr_blocks = ["0.0.0.0/0"]
}`).replace('~> 6.2', '>= 6.2');
    const found = await runCheck(terraformCheck, { 'main.tf': bad });
    expect(found.map(({ rule }) => rule).sort()).toEqual([
      'terraform/encryption',
      'terraform/provider-pinned',
      'terraform/public',
      'terraform/public',
      'terraform/reference',
      'terraform/tags',
    ]);
    expect(
      await runCheck(terraformCheck, { 'main.tf': 'resource "a" {' }),
    ).toEqual([expect.objectContaining({ rule: 'terraform/syntax', line: 1 })]);
  });

  it('reads rules and queries as Prometheus does', async () => {
    expect(
      await runCheck(prometheusCheck, { 'rules.yaml': rules('up == 0') }),
    ).toEqual([]);
    expect(
      await runCheck(prometheusCheck, { 'rules.yaml': rules('up ==') }),
    ).toEqual([expect.objectContaining({ rule: 'promtool/check-rules' })]);
    expect(
      await runCheck(grafanaCheck, {
        'a.json': dashboard('rate(a[$__rate_interval])'),
      }),
    ).toEqual([]);
    expect(
      await runCheck(grafanaCheck, { 'a.json': dashboard('rate(a{b=$c}[5m)') }),
    ).toEqual([
      expect.objectContaining({ rule: 'grafana/variable' }),
      expect.objectContaining({ rule: 'promtool/query' }),
    ]);
  });

  it('runs migrations up, down and up', async () => {
    const knex = await databases.init('POSTGRES_18');
    const { host, port, user, password, database } =
      knex.client.config.connection;
    const postgresUrl = `postgresql://${user}:${password}@${host}:${port}/${database}`;
    const run = (down: string) =>
      runCheck(
        migrationsCheck,
        {
          'migrations/001_orders.up.sql': 'CREATE TABLE orders (id int);',
          'migrations/001_orders.down.sql': down,
        },
        { postgresUrl },
      );
    expect(await run('DROP TABLE orders;')).toEqual([]);
    expect(await run('SELECT 1;')).toEqual([
      expect.objectContaining({
        message: 'the way back leaves public.orders',
        rule: 'migrations/leftovers',
      }),
    ]);
    expect(await run('DROP\nTABLE order_;')).toEqual([
      expect.objectContaining({ rule: 'migrations/down' }),
    ]);
  });
});

import type { Finding } from '../Check';
import { asArray, asObject, type YamlObject } from '../readYaml';
import type { TerraformBlock, TerraformModule } from './TerraformModule';

/** Looks at a module and says what is wrong. */
export type TerraformRule = (module: TerraformModule) => Finding[];

const at = ({ file, line, type, name }: TerraformBlock) => ({
  file,
  line,
  label: `${type}.${name}`,
});

/** A provider is another one tomorrow unless its version is bounded above. */
export const providersPinned: TerraformRule = module => {
  const settings = module.blocks('terraform');
  const required = settings.flatMap(block =>
    asArray(block.required_providers).map(asObject),
  );
  const versions: YamlObject = Object.assign({}, ...required);
  const used = new Set(
    [...module.pairs('resource'), ...module.pairs('data')]
      .map(({ type }) => type.split('_')[0])
      .filter(name => name !== 'terraform'),
  );
  const unpinned = [...used, ...Object.keys(versions)].filter(name => {
    const version = String(asObject(versions[name]).version ?? '');
    return !/(^|,)\s*(=|~>|<=?)?\s*\d/.test(version);
  });
  return [...new Set(unpinned)].map(name => ({
    file: module.file,
    message: `provider '${name}' has no version that is bounded above; write one into required_providers, as in "~> 6.2"`,
    rule: 'terraform/provider-pinned',
  }));
};

/** What expressions refer to is declared. */
export const referencesExist: TerraformRule = module => {
  const known = new Set([
    ...module.names('variable').map(name => `var.${name}`),
    ...module
      .blocks('locals')
      .flatMap(block => Object.keys(block).map(name => `local.${name}`)),
    ...module.names('module').map(name => `module.${name}`),
    ...module.pairs('resource').map(({ type, name }) => `${type}.${name}`),
    ...module.pairs('data').map(({ type, name }) => `data.${type}.${name}`),
  ]);
  return module
    .references()
    .filter(({ name }) => !known.has(name))
    .map(({ file, line, name }) => ({
      file,
      line,
      message: `refers to ${name}, which is not declared`,
      rule: 'terraform/reference',
    }));
};

const taggable =
  /^(aws_(s3_bucket|db_instance|rds_cluster|instance|vpc|subnet|security_group|kms_key|lb|ecs_cluster|ecs_service|eks_cluster|lambda_function|sqs_queue|sns_topic|dynamodb_table|elasticache_replication_group|ecr_repository|cloudwatch_log_group|secretsmanager_secret|iam_role|db_subnet_group)|azurerm_(resource_group|storage_account|postgresql_flexible_server|key_vault|kubernetes_cluster|virtual_network|network_security_group|container_registry|log_analytics_workspace|service_plan|linux_web_app|redis_cache|user_assigned_identity|public_ip|mssql_server|container_app))$/;

/** What costs money says whose it is. */
export const tagged: TerraformRule = module => {
  const isTaggedByDefault = [
    ...(module.labelled('provider').get('aws') ?? []),
  ].some(provider => asArray(provider.default_tags).length > 0);
  return module
    .pairs('resource')
    .filter(({ type }) => taggable.test(type))
    .filter(
      ({ type, body }) =>
        !body.tags && !(type.startsWith('aws_') && isTaggedByDefault),
    )
    .map(block => ({
      ...place(block),
      message: `${at(block).label} has no tags, and the provider gives none`,
      rule: 'terraform/tags',
    }));
};

const encryptedBy: Record<string, string[]> = {
  aws_db_instance: ['storage_encrypted'],
  aws_rds_cluster: ['storage_encrypted'],
  aws_ebs_volume: ['encrypted'],
  aws_efs_file_system: ['encrypted'],
  aws_elasticache_replication_group: ['at_rest_encryption_enabled'],
  aws_redshift_cluster: ['encrypted'],
  aws_sqs_queue: ['kms_master_key_id', 'sqs_managed_sse_enabled'],
  aws_sns_topic: ['kms_master_key_id'],
};

/** Storage and databases are encrypted where a reader of the file can see it. */
export const encrypted: TerraformRule = module => {
  const byArgument = module
    .pairs('resource')
    .filter(({ type, body }) => {
      const keys = encryptedBy[type];
      return keys && !keys.some(key => body[key] && body[key] !== 'false');
    })
    .map(block => ({
      ...place(block),
      message: `${at(block).label} is not encrypted; set ${encryptedBy[
        block.type
      ].join(' or ')}`,
      rule: 'terraform/encryption',
    }));
  const buckets = bucketsWithout(
    module,
    'aws_s3_bucket_server_side_encryption_configuration',
  ).map(block => ({
    ...place(block),
    message: `${
      at(block).label
    } is not encrypted; add an aws_s3_bucket_server_side_encryption_configuration`,
    rule: 'terraform/encryption',
  }));
  const transport = module
    .pairs('resource')
    .filter(
      ({ type, body }) =>
        type === 'azurerm_storage_account' &&
        (body.https_traffic_only_enabled === false ||
          (body.min_tls_version ?? 'TLS1_2') !== 'TLS1_2'),
    )
    .map(block => ({
      ...place(block),
      message: `${at(block).label} can be reached without TLS 1.2`,
      rule: 'terraform/encryption',
    }));
  return [...byArgument, ...buckets, ...transport];
};

/** Nothing is open to everybody. */
export const notPublic: TerraformRule = module => {
  const findings = module.pairs('resource').flatMap(block => {
    const problem = publicProblem(block);
    return problem
      ? [
          {
            ...place(block),
            message: `${at(block).label} ${problem}`,
            rule: 'terraform/public',
          },
        ]
      : [];
  });
  const buckets = bucketsWithout(
    module,
    'aws_s3_bucket_public_access_block',
  ).map(block => ({
    ...place(block),
    message: `${
      at(block).label
    } may become public; add an aws_s3_bucket_public_access_block`,
    rule: 'terraform/public',
  }));
  return [...findings, ...buckets];
};

/** All rules. */
export const terraformRules: TerraformRule[] = [
  providersPinned,
  referencesExist,
  tagged,
  encrypted,
  notPublic,
];

function place({ file, line }: TerraformBlock) {
  return { file, line };
}

function bucketsWithout(
  module: TerraformModule,
  type: string,
): TerraformBlock[] {
  const companions = module
    .pairs('resource')
    .filter(block => block.type === type)
    .map(({ body }) => String(body.bucket));
  return module
    .pairs('resource')
    .filter(
      ({ type: own, name }) =>
        own === 'aws_s3_bucket' &&
        !companions.some(
          bucket =>
            bucket.includes(`aws_s3_bucket.${name}.`) ||
            bucket.includes(`aws_s3_bucket.${name}[`),
        ),
    );
}

const everybody = /^(0\.0\.0\.0\/0|::\/0|\*|Internet|0\.0\.0\.0)$/;
const isOpen = (value: unknown) =>
  asArray(value).some(item => everybody.test(String(item)));

function publicProblem({ type, body }: TerraformBlock): string | undefined {
  switch (type) {
    case 'aws_db_instance':
    case 'aws_rds_cluster_instance':
      return body.publicly_accessible === true
        ? 'can be reached from everywhere'
        : undefined;
    case 'aws_s3_bucket':
    case 'aws_s3_bucket_acl':
      return String(body.acl).startsWith('public')
        ? 'can be read by everybody'
        : undefined;
    case 'aws_s3_bucket_public_access_block':
      return [
        'block_public_acls',
        'block_public_policy',
        'ignore_public_acls',
        'restrict_public_buckets',
      ].some(key => body[key] !== true)
        ? 'does not block everything that is public'
        : undefined;
    case 'aws_security_group':
      return asArray(body.ingress).some(rule =>
        isOpen([
          ...asArray(asObject(rule).cidr_blocks),
          ...asArray(asObject(rule).ipv6_cidr_blocks),
        ]),
      )
        ? 'lets everybody in'
        : undefined;
    case 'aws_security_group_rule':
      return body.type === 'ingress' &&
        isOpen([
          ...asArray(body.cidr_blocks),
          ...asArray(body.ipv6_cidr_blocks),
        ])
        ? 'lets everybody in'
        : undefined;
    case 'aws_vpc_security_group_ingress_rule':
      return isOpen(body.cidr_ipv4) || isOpen(body.cidr_ipv6)
        ? 'lets everybody in'
        : undefined;
    case 'azurerm_network_security_rule':
      return body.direction === 'Inbound' &&
        body.access === 'Allow' &&
        isOpen([
          ...asArray(body.source_address_prefix),
          ...asArray(body.source_address_prefixes),
        ])
        ? 'lets everybody in'
        : undefined;
    case 'azurerm_storage_account':
      return body.allow_nested_items_to_be_public === false
        ? undefined
        : 'may hold public containers; set allow_nested_items_to_be_public = false';
    case 'azurerm_postgresql_flexible_server':
    case 'azurerm_mssql_server':
    case 'azurerm_key_vault':
      return body.public_network_access_enabled === false
        ? undefined
        : 'can be reached from everywhere; set public_network_access_enabled = false';
    case 'azurerm_postgresql_flexible_server_firewall_rule':
      return isOpen(body.start_ip_address) ? 'lets everybody in' : undefined;
    default:
      return undefined;
  }
}

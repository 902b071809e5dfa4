import { readAllOf } from '../../__testUtils__/readAllOf';

const read = (statements: unknown) =>
  readAllOf(
    JSON.stringify({
      '@context': 'https://openvex.dev/ns/v0.2.0',
      '@id': 'https://openvex.dev/docs/example/vex-1',
      author: 'Team Shop',
      timestamp: '2025-05-01T10:00:00Z',
      version: 1,
      statements,
    }),
  );
const statement = (more: object) => ({
  vulnerability: { name: 'CVE-2021-44228' },
  products: [{ '@id': 'pkg:oci/shop@sha256%3Aabc' }],
  status: 'not_affected',
  justification: 'vulnerable_code_not_in_execute_path',
  ...more,
});

describe('OpenVEX', () => {
  it('speaks of the service, of components of it, and of packages', async () => {
    const { statements, findings, summary } = await read([
      statement({ impact_statement: 'JNDI is off' }),
      statement({
        products: [
          {
            '@id': 'https://shop.example/1.2',
            subcomponents: [
              { '@id': 'pkg:maven/org.apache.logging.log4j/log4j-core@2.14.1' },
            ],
          },
        ],
      }),
      statement({
        products: [{ '@id': 'x', identifiers: { purl: 'pkg:npm/lodash' } }],
      }),
      // As it was written before products were objects.
      statement({
        vulnerability: 'CVE-2021-2',
        products: ['pkg:npm/a@1'],
        subcomponents: ['pkg:npm/b@2'],
      }),
    ]);
    expect(statements.map(({ packages }) => packages)).toEqual([
      undefined,
      ['pkg:maven/org.apache.logging.log4j/log4j-core@2.14.1'],
      ['pkg:npm/lodash'],
      ['pkg:npm/b@2'],
    ]);
    expect(statements[0]).toMatchObject({
      vulnerability: 'CVE-2021-44228',
      status: 'not_affected',
      justification: 'vulnerable_code_not_in_execute_path',
      detail: 'JNDI is off',
    });
    expect(statements[3].vulnerability).toBe('CVE-2021-2');
    expect(findings).toEqual([]);
    expect(summary).toMatchObject({
      format: 'openvex-json',
      head: {
        tool: 'openvex',
        scannedAt: '2025-05-01T10:00:00.000Z',
        tellsFindings: false,
      },
    });
  });

  it('gives them in the order in which they were made, so that the last one holds', async () => {
    const { statements } = await read([
      statement({ status: 'fixed', timestamp: '2025-06-02T00:00:00Z' }),
      statement({
        status: 'under_investigation',
        timestamp: '2025-06-01T02:00:00+02:00',
      }),
      statement({ status: 'affected' }),
    ]);
    expect(statements.map(({ status }) => status)).toEqual([
      'affected',
      'under_investigation',
      'fixed',
    ]);
  });

  it('takes the name of a vulnerability from its address', async () => {
    const { statements } = await read([
      statement({
        vulnerability: {
          '@id': 'https://nvd.nist.gov/vuln/detail/CVE-2023-12345',
          aliases: ['GHSA-aaaa-bbbb-cccc'],
        },
      }),
    ]);
    expect(statements[0]).toMatchObject({
      vulnerability: 'CVE-2023-12345',
      aliases: ['GHSA-aaaa-bbbb-cccc'],
    });
  });

  it('rejects what says nothing, and refuses a document without statements', async () => {
    const { rejections } = await read([
      statement({ vulnerability: {} }),
      statement({ status: 'safe' }),
    ]);
    expect(rejections).toEqual([
      { position: 'statements[0]', reason: 'It names no vulnerability' },
      {
        position: 'statements[1]',
        reason:
          'Its status is none of not_affected, affected, fixed, under_investigation',
      },
    ]);
    await expect(read(undefined)).rejects.toThrow(
      'The OpenVEX document has no statements',
    );
  });
});

/**
 * What the demo organisation builds on: packages as they are published, with their licence, and publicly known vulnerabilities of older
 * versions (names, fixed versions and CVSS vectors are those of the public advisories).
 *
 * @typedef {object} Advisory
 * @property {string} id - CVE
 * @property {string} [ghsa]
 * @property {string} title
 * @property {string} vector - CVSS
 * @property {string} fixed - the version that fixes it
 *
 * @typedef {object} DemoPackage
 * @property {string} name
 * @property {string} version - what is in use when nothing is wrong
 * @property {string} licence - SPDX
 * @property {string} [old] - the version with the vulnerabilities
 * @property {Advisory[]} [advisories]
 *
 * @typedef {object} Ecosystem
 * @property {string} purlType
 * @property {string} trivyType - as Trivy calls it
 * @property {string} lockFile
 * @property {DemoPackage[]} packages
 */

const remote = 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U';
const everything = `${remote}/C:H/I:H/A:H`;
const outage = `${remote}/C:N/I:N/A:H`;
const leak = `${remote}/C:H/I:N/A:N`;
const scripting = 'CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N';

/** @returns {DemoPackage} */
function clean(name, version, licence = 'MIT') {
  return { name, version, licence };
}

/** @returns {Advisory} */
function advisory(id, ghsa, title, vector, fixed) {
  return { id, ghsa, title, vector, fixed };
}

/** @type {Record<'npm' | 'maven' | 'pypi' | 'golang', Ecosystem>} */
export const ecosystems = {
  npm: {
    purlType: 'npm',
    trivyType: 'yarn',
    lockFile: 'yarn.lock',
    packages: [
      {
        ...clean('lodash', '4.17.21'),
        old: '4.17.15',
        advisories: [
          advisory(
            'CVE-2021-23337',
            'GHSA-35jh-r3h4-6jhm',
            'Command injection through template',
            'CVSS:3.1/AV:N/AC:L/PR:H/UI:N/S:U/C:H/I:H/A:H',
            '4.17.21',
          ),
          advisory(
            'CVE-2020-28500',
            'GHSA-29mw-wpgm-hmr9',
            'Regular expression denial of service in trim and toNumber',
            `${remote}/C:N/I:N/A:L`,
            '4.17.21',
          ),
        ],
      },
      {
        ...clean('minimist', '1.2.8'),
        old: '1.2.5',
        advisories: [
          advisory(
            'CVE-2021-44906',
            'GHSA-xvch-5gv4-984h',
            'Prototype pollution',
            everything,
            '1.2.6',
          ),
        ],
      },
      {
        ...clean('semver', '7.6.3', 'ISC'),
        old: '7.3.8',
        advisories: [
          advisory(
            'CVE-2022-25883',
            'GHSA-c2qf-rxjj-qqgw',
            'Regular expression denial of service in new Range',
            outage,
            '7.5.2',
          ),
        ],
      },
      {
        ...clean('axios', '1.7.9'),
        old: '1.5.1',
        advisories: [
          advisory(
            'CVE-2023-45857',
            'GHSA-wf5p-g6vw-rhxx',
            'XSRF token is sent to other hosts',
            'CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:U/C:H/I:N/A:N',
            '1.6.0',
          ),
        ],
      },
      {
        ...clean('express', '4.21.2'),
        old: '4.18.2',
        advisories: [
          advisory(
            'CVE-2024-29041',
            'GHSA-rv95-896h-c2vc',
            'Open redirect through malformed addresses',
            scripting,
            '4.19.2',
          ),
        ],
      },
      {
        ...clean('ws', '8.18.0'),
        old: '8.16.0',
        advisories: [
          advisory(
            'CVE-2024-37890',
            'GHSA-3h5v-q93c-6h6q',
            'Crash on a request with many headers',
            outage,
            '8.17.1',
          ),
        ],
      },
      {
        ...clean('tough-cookie', '4.1.4', 'BSD-3-Clause'),
        old: '4.1.2',
        advisories: [
          advisory(
            'CVE-2023-26136',
            'GHSA-72xf-g2v4-qvf3',
            'Prototype pollution',
            `${remote}/C:L/I:L/A:N`,
            '4.1.3',
          ),
        ],
      },
      {
        ...clean('json5', '2.2.3'),
        old: '2.2.1',
        advisories: [
          advisory(
            'CVE-2022-46175',
            'GHSA-9c47-m6qq-7p4h',
            'Prototype pollution in parse',
            'CVSS:3.1/AV:N/AC:H/PR:L/UI:N/S:U/C:H/I:L/A:H',
            '2.2.2',
          ),
        ],
      },
      clean('react', '18.3.1'),
      clean('react-dom', '18.3.1'),
      clean('graphql', '16.9.0'),
      clean('zod', '3.23.8'),
      clean('pino', '9.5.0'),
      clean('kafkajs', '2.2.4'),
      clean('knex', '3.1.0'),
      clean('pg', '8.13.1'),
      clean('luxon', '3.5.0'),
      clean('uuid', '10.0.0'),
      clean('typescript', '5.6.3', 'Apache-2.0'),
      clean('rxjs', '7.8.1', 'Apache-2.0'),
      clean('date-fns', '3.6.0'),
      clean('undici', '6.21.0'),
      clean('caniuse-lite', '1.0.30001680', 'CC-BY-4.0'),
      clean('dompurify', '3.2.3', 'MPL-2.0 OR Apache-2.0'),
    ],
  },
  maven: {
    purlType: 'maven',
    trivyType: 'pom',
    lockFile: 'pom.xml',
    packages: [
      {
        ...clean('org.apache.logging.log4j:log4j-core', '2.24.1', 'Apache-2.0'),
        old: '2.14.1',
        advisories: [
          advisory(
            'CVE-2021-44228',
            'GHSA-jfh8-c2jp-5v3q',
            'Remote code execution through JNDI lookups',
            'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H',
            '2.15.0',
          ),
          advisory(
            'CVE-2021-45105',
            'GHSA-p6xc-xr62-6r2g',
            'Endless recursion in lookups',
            'CVSS:3.1/AV:N/AC:H/PR:N/UI:N/S:U/C:N/I:N/A:H',
            '2.17.0',
          ),
        ],
      },
      {
        ...clean('org.springframework:spring-beans', '6.1.14', 'Apache-2.0'),
        old: '5.3.17',
        advisories: [
          advisory(
            'CVE-2022-22965',
            'GHSA-36p3-wjmg-h94x',
            'Remote code execution through data binding',
            everything,
            '5.3.18',
          ),
        ],
      },
      {
        ...clean(
          'com.fasterxml.jackson.core:jackson-databind',
          '2.18.1',
          'Apache-2.0',
        ),
        old: '2.13.2',
        advisories: [
          advisory(
            'CVE-2020-36518',
            'GHSA-57j2-w4cx-62h2',
            'Stack overflow on deeply nested input',
            outage,
            '2.13.2.1',
          ),
          advisory(
            'CVE-2022-42003',
            'GHSA-jjjh-jjxp-wpff',
            'Uncontrolled resource consumption',
            outage,
            '2.13.4.2',
          ),
        ],
      },
      {
        ...clean('org.yaml:snakeyaml', '2.3', 'Apache-2.0'),
        old: '1.33',
        advisories: [
          advisory(
            'CVE-2022-1471',
            'GHSA-mjmj-j48q-9wg2',
            'Deserialisation of untrusted data',
            everything,
            '2.0',
          ),
        ],
      },
      {
        ...clean('org.postgresql:postgresql', '42.7.4', 'BSD-2-Clause'),
        old: '42.7.1',
        advisories: [
          advisory(
            'CVE-2024-1597',
            'GHSA-24rp-q3w6-vc56',
            'SQL injection in simple query mode',
            everything,
            '42.7.2',
          ),
        ],
      },
      {
        ...clean('io.netty:netty-codec-http2', '4.1.114.Final', 'Apache-2.0'),
        old: '4.1.99.Final',
        advisories: [
          advisory(
            'CVE-2023-44487',
            'GHSA-qppj-fm5r-hxr3',
            'HTTP/2 rapid reset',
            outage,
            '4.1.100.Final',
          ),
        ],
      },
      clean('org.springframework.boot:spring-boot', '3.3.5', 'Apache-2.0'),
      clean('org.apache.kafka:kafka-clients', '3.9.0', 'Apache-2.0'),
      clean(
        'ch.qos.logback:logback-classic',
        '1.5.12',
        'EPL-1.0 OR LGPL-2.1-only',
      ),
      clean(
        'org.hibernate.orm:hibernate-core',
        '6.6.2.Final',
        'LGPL-2.1-or-later',
      ),
      clean('com.google.guava:guava', '33.3.1-jre', 'Apache-2.0'),
      clean('io.micrometer:micrometer-core', '1.14.1', 'Apache-2.0'),
      clean('io.grpc:grpc-netty', '1.68.1', 'Apache-2.0'),
      clean('org.flywaydb:flyway-core', '10.21.0', 'Apache-2.0'),
      clean('com.zaxxer:HikariCP', '6.2.1', 'Apache-2.0'),
      clean('org.mapstruct:mapstruct', '1.6.3', 'Apache-2.0'),
      clean('com.itextpdf:itextpdf', '5.5.13.4', 'AGPL-3.0-only'),
    ],
  },
  pypi: {
    purlType: 'pypi',
    trivyType: 'pip',
    lockFile: 'requirements.txt',
    packages: [
      {
        ...clean('requests', '2.32.3', 'Apache-2.0'),
        old: '2.30.0',
        advisories: [
          advisory(
            'CVE-2023-32681',
            'GHSA-j8r2-6x86-q33q',
            'Proxy-Authorization is sent to other hosts',
            'CVSS:3.1/AV:N/AC:H/PR:N/UI:R/S:C/C:H/I:N/A:N',
            '2.31.0',
          ),
        ],
      },
      {
        ...clean('pillow', '11.0.0', 'HPND'),
        old: '10.0.0',
        advisories: [
          advisory(
            'CVE-2023-4863',
            'GHSA-j7hp-h8jx-5ppr',
            'Heap overflow in libwebp',
            'CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:U/C:H/I:H/A:H',
            '10.0.1',
          ),
          advisory(
            'CVE-2023-50447',
            'GHSA-3f63-hfp8-52jq',
            'Arbitrary code execution through ImageMath.eval',
            'CVSS:3.1/AV:N/AC:H/PR:N/UI:N/S:U/C:H/I:H/A:H',
            '10.2.0',
          ),
        ],
      },
      {
        ...clean('jinja2', '3.1.4', 'BSD-3-Clause'),
        old: '3.1.2',
        advisories: [
          advisory(
            'CVE-2024-22195',
            'GHSA-h5c8-rqwp-cp95',
            'HTML attributes can be injected through xmlattr',
            scripting,
            '3.1.3',
          ),
        ],
      },
      {
        ...clean('certifi', '2024.8.30', 'MPL-2.0'),
        old: '2022.12.7',
        advisories: [
          advisory(
            'CVE-2023-37920',
            'GHSA-xqr8-7jwr-rhp7',
            'Trusts the e-Tugra root certificates',
            everything,
            '2023.7.22',
          ),
        ],
      },
      {
        ...clean('cryptography', '43.0.3', 'Apache-2.0 OR BSD-3-Clause'),
        old: '41.0.7',
        advisories: [
          advisory(
            'CVE-2023-50782',
            'GHSA-3ww4-gg4f-jr7f',
            'RSA decryption can be told apart by its time',
            leak,
            '42.0.0',
          ),
        ],
      },
      clean('numpy', '2.1.3', 'BSD-3-Clause'),
      clean('pandas', '2.2.3', 'BSD-3-Clause'),
      clean('pydantic', '2.9.2'),
      clean('fastapi', '0.115.5'),
      clean('sqlalchemy', '2.0.36'),
      clean('apache-airflow', '2.10.3', 'Apache-2.0'),
      clean('dbt-core', '1.8.8', 'Apache-2.0'),
      clean('scikit-learn', '1.5.2', 'BSD-3-Clause'),
      clean('psycopg', '3.2.3', 'LGPL-3.0-only'),
    ],
  },
  golang: {
    purlType: 'golang',
    trivyType: 'gomod',
    lockFile: 'go.mod',
    packages: [
      {
        ...clean('golang.org/x/net', 'v0.31.0', 'BSD-3-Clause'),
        old: 'v0.12.0',
        advisories: [
          advisory(
            'CVE-2023-39325',
            'GHSA-4374-p667-p6c8',
            'HTTP/2 rapid reset exhausts the server',
            outage,
            '0.17.0',
          ),
          advisory(
            'CVE-2023-45288',
            'GHSA-4v7x-pqxf-cx7m',
            'Endless CONTINUATION frames',
            `${remote}/C:N/I:N/A:L`,
            '0.23.0',
          ),
        ],
      },
      {
        ...clean('golang.org/x/crypto', 'v0.31.0', 'BSD-3-Clause'),
        old: 'v0.21.0',
        advisories: [
          advisory(
            'CVE-2024-45337',
            'GHSA-v778-237x-gjrc',
            'Authorisation can be bypassed through PublicKeyCallback',
            `${remote}/C:H/I:H/A:N`,
            '0.31.0',
          ),
        ],
      },
      {
        ...clean('google.golang.org/grpc', 'v1.68.0', 'Apache-2.0'),
        old: 'v1.56.2',
        advisories: [
          advisory(
            'CVE-2023-44487',
            'GHSA-m425-mq94-257g',
            'HTTP/2 rapid reset',
            outage,
            '1.56.3',
          ),
        ],
      },
      {
        ...clean('google.golang.org/protobuf', 'v1.35.2', 'BSD-3-Clause'),
        old: 'v1.31.0',
        advisories: [
          advisory(
            'CVE-2024-24786',
            'GHSA-8r3f-844c-mc37',
            'Endless loop in protojson.Unmarshal',
            outage,
            '1.33.0',
          ),
        ],
      },
      clean('github.com/jackc/pgx/v5', 'v5.7.1'),
      clean('github.com/segmentio/kafka-go', 'v0.4.47'),
      clean('github.com/prometheus/client_golang', 'v1.20.5', 'Apache-2.0'),
      clean('go.uber.org/zap', 'v1.27.0'),
      clean('github.com/spf13/cobra', 'v1.8.1', 'Apache-2.0'),
      clean('github.com/hashicorp/go-retryablehttp', 'v0.7.7', 'MPL-2.0'),
      clean('github.com/stretchr/testify', 'v1.9.0'),
    ],
  },
};

/**
 * The packages of the image a service runs in.
 *
 * @type {DemoPackage[]}
 */
export const imagePackages = [
  {
    ...clean('libssl3', '3.0.15-1~deb12u1', 'Apache-2.0'),
    old: '3.0.7-1',
    advisories: [
      advisory(
        'CVE-2023-0286',
        undefined,
        'openssl: X.400 address type confusion in X.509 GeneralName',
        'CVSS:3.1/AV:N/AC:H/PR:N/UI:N/S:U/C:H/I:N/A:H',
        '3.0.8-1',
      ),
    ],
  },
  {
    ...clean('libcurl4', '7.88.1-10+deb12u8', 'curl'),
    old: '7.88.1-10+deb12u3',
    advisories: [
      advisory(
        'CVE-2023-38545',
        undefined,
        'curl: heap based buffer overflow in the SOCKS5 proxy handshake',
        everything,
        '7.88.1-10+deb12u4',
      ),
    ],
  },
  {
    ...clean('zlib1g', '1:1.2.13.dfsg-1', 'Zlib'),
    old: '1:1.2.11.dfsg-2',
    advisories: [
      advisory(
        'CVE-2022-37434',
        undefined,
        'zlib: heap-based buffer over-read and overflow in inflate',
        everything,
        '1:1.2.11.dfsg-2+deb11u2',
      ),
    ],
  },
];

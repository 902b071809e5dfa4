const VULNERABILITIES = 3000;
const PACKAGES = 2000;
const VERSIONS = 10;

/**
 * Writes what a company has gathered: open findings of all components with their sightings, and an inventory of each. The counts and
 * the notes that imports keep beside them are written, too.
 *
 * @param {import('pg').Client} client
 * @param {{ components: number, findings: number, inventory: number }} size
 */
export async function fillSecurityStore(client, size) {
  const perService = Math.round(size.findings / size.components);
  const componentsEach = Math.round(size.inventory / size.components);
  await client.query('SET search_path TO "security-score", public');
  await client.query(
    `INSERT INTO services (ref) SELECT 'component:default/svc-' || i FROM generate_series(0, $1 - 1) i ON CONFLICT DO NOTHING`,
    [size.components],
  );
  await client.query(`
    INSERT INTO vulnerabilities (name, epss)
    SELECT 'CVE-2020-' || (10000 + i), (i % 100) / 100.0 FROM generate_series(0, ${
      VULNERABILITIES - 1
    }) i ON CONFLICT DO NOTHING;
    INSERT INTO vulnerability_aliases (alias, vulnerability_id)
    SELECT name, id FROM vulnerabilities WHERE name LIKE 'CVE-2020-%' ON CONFLICT DO NOTHING;
  `);
  await client.query(
    `INSERT INTO scans (service_id, tool, scope, kinds, last_report_id, last_report_at)
     SELECT id, 'trivy', 'filled', '{vulnerability}', gen_random_uuid(), now() FROM services WHERE ref LIKE 'component:default/svc-%'`,
  );
  await client.query(
    `INSERT INTO findings (service_id, kind, subject, variant, vulnerability_id, name, title, package_type, package_name, package_key,
       package_version, fix_versions, severity, severity_source, present, state, first_seen, last_seen, open_since, due_at, tools)
     SELECT s.id, 'vulnerability', gen_random_uuid(), '1.' || n % 7 || '.0', v.id, v.name, 'Something is wrong with library-' || n % 400,
       'maven', 'org.example:library-' || n % 400, 'org.example/library-' || n % 400, '1.' || n % 7 || '.0', ARRAY['1.' || n % 7 + 1 || '.0'],
       1 + n % 5, 'trivy', true, 'open', t.at, now(), t.at, t.at + CASE 1 + n % 5 WHEN 5 THEN interval '7 days' WHEN 4 THEN interval '30 days'
         WHEN 3 THEN interval '90 days' WHEN 2 THEN interval '180 days' END, '{trivy}'
     FROM services s CROSS JOIN generate_series(1, $1) n
       JOIN LATERAL (SELECT now() - (s.id * 31 + n * 17) % 200 * interval '1 day' AS at) t ON true
       JOIN vulnerabilities v ON v.name = 'CVE-2020-' || (10000 + (s.id * 37 + n * 101) % ${VULNERABILITIES})
     WHERE s.ref LIKE 'component:default/svc-%'`,
    [perService],
  );
  await client.query(`
    INSERT INTO sightings (finding_id, scan_id, report_id, severity, suppressed, present, first_seen, last_seen)
    SELECT f.id, c.id, c.last_report_id, f.severity, false, true, f.first_seen, f.last_seen
    FROM findings f JOIN scans c ON c.service_id = f.service_id AND c.scope = 'filled'
    WHERE NOT EXISTS (SELECT FROM sightings known WHERE known.finding_id = f.id);
    DELETE FROM finding_totals;
    INSERT INTO finding_totals SELECT service_id, kind, state, severity, count(*) FROM findings GROUP BY 1, 2, 3, 4;
    DELETE FROM finding_end_sums;
    INSERT INTO finding_end_sums (day, kind, state, severity, findings, met)
    SELECT (due_at AT TIME ZONE 'UTC')::date, kind, state, severity, count(*), count(*) FILTER (WHERE state = 'fixed' AND fixed_at <= due_at)
    FROM findings WHERE due_at IS NOT NULL AND state IN ('open', 'fixed') GROUP BY 1, 2, 3, 4;
    INSERT INTO finding_days (service_id, day, severity, opened)
    SELECT service_id, (first_seen AT TIME ZONE 'UTC')::date, severity, count(*) FROM findings WHERE severity_source = 'trivy' GROUP BY 1, 2, 3
    ON CONFLICT (service_id, day, severity) DO UPDATE SET opened = excluded.opened;
    INSERT INTO unread_words (service_id) SELECT DISTINCT service_id FROM findings ON CONFLICT DO NOTHING;
  `);
  await client.query(
    `INSERT INTO packages (type, name) SELECT 'maven', 'org.example:library-' || i FROM generate_series(0, ${
      PACKAGES - 1
    }) i ON CONFLICT DO NOTHING`,
  );
  await client.query(
    `INSERT INTO package_versions (package_id, version)
     SELECT id, '1.' || v || '.0' FROM packages CROSS JOIN generate_series(0, ${
       VERSIONS - 1
     }) v WHERE name LIKE 'org.example:library-%' ON CONFLICT DO NOTHING`,
  );
  await client.query(
    `INSERT INTO licences (text) VALUES ('MIT'), ('Apache-2.0'), ('GPL-3.0-only'), ('') ON CONFLICT DO NOTHING`,
  );
  await client.query(
    `INSERT INTO inventories (service_id, scope, report_id, received_at, components, demo)
     SELECT id, '', gen_random_uuid(), now(), $1, false FROM services WHERE ref LIKE 'component:default/svc-%' ON CONFLICT DO NOTHING`,
    [componentsEach],
  );
  await client.query(
    `INSERT INTO inventory_components (inventory_id, package_version_id, licence_id, direct)
     SELECT i.id, v.id, l.id, n % 3 = 0
     FROM inventories i CROSS JOIN generate_series(1, $1) n
       JOIN packages p ON p.name = 'org.example:library-' || (i.id * 7 + n * 3) % ${PACKAGES} AND p.type = 'maven'
       JOIN package_versions v ON v.package_id = p.id AND v.version = '1.' || (i.id + n) % ${VERSIONS} || '.0'
       JOIN licences l ON l.text = (ARRAY['MIT', 'Apache-2.0', 'GPL-3.0-only', ''])[1 + n % 4]
     ON CONFLICT DO NOTHING`,
    [componentsEach],
  );
  await client.query(
    `INSERT INTO inventory_licences SELECT inventory_id, licence_id, count(*) FROM inventory_components GROUP BY 1, 2 ON CONFLICT DO NOTHING`,
  );
  await client.query(`
    DELETE FROM licence_sums;
    INSERT INTO licence_sums (licence_id, components, services)
    SELECT licence_id, sum(l.components), count(DISTINCT service_id)
    FROM inventory_licences l JOIN inventories ON inventories.id = inventory_id GROUP BY 1;
  `);
}
